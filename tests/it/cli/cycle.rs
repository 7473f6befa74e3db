//! All weeks of a plan through the program: each is what `week` says of it, and a check of all says the same in any format.

use super::program::{given, ran, runplan};
use crate::schemas::files;
use std::path::{Path, PathBuf};

/// The examples that name a race.
fn plans() -> Vec<PathBuf> {
    let races = |path: &PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.contains("\n[race]"));
    let plans: Vec<PathBuf> = files("examples").into_iter().filter(races).collect();
    assert!(plans.len() >= 3, "{plans:?}");
    plans
}

fn printed(arguments: &str, profile: &Path) -> String {
    let ran = ran(runplan(arguments).arg("--profile").arg(profile));
    ran.is(0, "").text()
}

#[test]
fn a_week_alone_is_the_week_of_the_plan_byte_for_byte_whenever_it_is_asked() {
    for path in plans() {
        let all = printed("cycle --format ndjson --now 2026-11-16", &path);
        let mut weeks = 0;
        for line in all.lines() {
            let of: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let week = of["week"].as_str().expect("a week");
            let now = ["2026-11-16", "2026-12-31T23:59", "2027-03-01"][weeks % 3];
            let alone = printed(&format!("week --format ndjson --week {week} --now {now}"), &path);
            assert!(alone.trim_end() == line, "{}, {week}:\n{alone}\n{line}", path.display());
            weeks += 1;
        }
        assert!(weeks >= 3, "{}: {weeks}", path.display());
        if std::fs::read_to_string(&path).expect("text").contains("\nstart") {
            let later = printed("cycle --format ndjson --now 2027-01-20", &path);
            assert!(later == all, "{}: the plan changes with the day on which it is asked", path.display());
        }
    }
}

#[test]
fn a_plan_is_checked_alike_as_one_document_and_line_by_line() {
    for path in plans() {
        let [json, ndjson] = ["json", "ndjson"].map(|format| {
            let plan = printed(&format!("cycle --now 2026-11-16 --format {format}"), &path);
            let checked = given(&mut runplan("check - --format json"), plan.as_bytes());
            let mut told: serde_json::Value = serde_json::from_str(&checked.is(0, "").text()).expect("JSON");
            // Where a week stands is a line of the one, and no line of the other.
            for found in told["findings"].as_array_mut().expect("a list") {
                found.as_object_mut().expect("a table").remove("line");
            }
            told
        });
        assert_eq!(json, ndjson, "{}", path.display());
    }
}

#[test]
fn what_of_a_plan_cannot_be_read_is_told_with_its_place_and_the_rest_is_checked() {
    let half = Path::new("examples/half-plan.toml");
    let check = |plan: &str| given(&mut runplan("check -"), plan.as_bytes());
    check(&printed("cycle --format json --detail brief", half)).is(2, "without its weeks");
    check(r#"{"schema": "runplan.cycle/1", "weeks": []}"#).is(2, "no weeks");
    let broken = printed("cycle --format json", half).replacen(r#""kind": "run""#, r#""kind": "ran""#, 1);
    let rest = check(&broken);
    rest.is(2, "`ran` is not a kind of session");
    assert!(rest.text().contains("12 weeks"), "{rest:?}");
    let weeks = "cycle --weeks 2026-W49..2026-W50 --format json --profile examples/impossible.toml";
    let refused = ran(&mut runplan(weeks));
    let told = check(&refused.is(1, "").text()).text();
    assert!(told.contains("no week here, in `weeks[1]`"), "{told}");
}
