//! Tables as other people keep them: turned, told twice, with marks in them, a row a day; what each week has, and what is said.

use super::plan;
use runplan::import::{ForeignPlan, ForeignWeek, Remark};
use runplan::week::session::{Run, Strength};

/// The run minutes of each day, or a letter for what else is done: `-` nothing, X cross, M mobility, F, U strength, `?` a run of
/// unknown length; a week a text.
fn weeks(plan: &ForeignPlan) -> Vec<String> {
    let of = |week: &ForeignWeek| {
        let day = |at: usize| {
            let day = &week.days[at];
            match (day.plan.run, day.plan.strength, day.plan.cross, day.plan.mobility) {
                (Run::Off, Strength::None, false, false) => "-".to_owned(),
                (Run::Off, Strength::Full, ..) => "F".to_owned(),
                (Run::Off, Strength::Upper, ..) => "U".to_owned(),
                (Run::Off, _, true, _) => "X".to_owned(),
                (Run::Off, ..) => "M".to_owned(),
                _ if day.minutes == 0 => "?".to_owned(),
                _ => day.minutes.to_string(),
            }
        };
        (0..7).map(day).collect::<Vec<_>>().join(" ")
    };
    plan.weeks.iter().map(of).collect()
}

/// The remarks of an id.
fn said<'p>(plan: &'p ForeignPlan, id: &str) -> Vec<&'p Remark> {
    plan.remarks.iter().filter(|remark| remark.id == id).collect()
}

/// Remarks that lose something.
fn lost(plan: &ForeignPlan) -> Vec<&str> {
    plan.remarks.iter().filter(|remark| !remark.note).map(|remark| remark.message.as_str()).collect()
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A Markdown table of a header and rows of cells.
fn markdown(header: &str, rows: &[String]) -> String {
    let line = |cells: &str| format!("| {} |\n", cells.replace(',', " | "));
    let rule = format!("|{}\n", "---|".repeat(header.split(',').count()));
    [line(header), rule].into_iter().chain(rows.iter().map(|row| line(row))).collect()
}

/// The rows of a turned table in which Tuesday and Sunday of a week have these kilometres.
fn turned(tuesdays: &[u32], sundays: &[u32]) -> Vec<String> {
    let cells = |of: &[u32]| of.iter().map(|km| format!("easy {km} km")).collect::<Vec<_>>().join(",");
    let rest = vec!["rest"; tuesdays.len()].join(",");
    let row = |day: &&str| match *day {
        "Tue" => format!("{day},{}", cells(tuesdays)),
        "Sun" => format!("{day},{}", cells(sundays)),
        _ => format!("{day},{rest}"),
    };
    DAYS.iter().map(row).collect()
}

#[test]
fn a_day_of_a_turned_table_is_in_its_own_week_and_line() {
    for header in ["Day,Week 1,Week 2,Week 3", "Day,W1,W2,W3", ",1,2,3", "Day,wk 1,wk 2,wk 3"] {
        let rows = turned(&[5, 6, 7], &[10, 11, 12]);
        for text in [format!("{header}\n{}\n", rows.join("\n")), markdown(header, &rows)] {
            let plan = plan(&text);
            assert_eq!(weeks(&plan), ["- 30 - - - - 60", "- 36 - - - - 66", "- 42 - - - - 72"], "{text}");
            let labels: Vec<_> =
                plan.weeks.iter().flat_map(|week| &week.days).map(|day| &day.label).collect();
            assert!(labels.iter().all(|label| label.is_none()), "{text}: {labels:?}");
            let start = if text.starts_with('|') { 3 } else { 2 };
            for week in &plan.weeks {
                let lines: Vec<_> = week.days.iter().map(|day| day.line).collect();
                assert_eq!(lines, (start..start + 7).map(Some).collect::<Vec<_>>(), "{text}");
            }
        }
    }
    // Weeks from Sunday: each day has the name of its own column.
    let mut rows = turned(&[5, 6, 7], &[10, 11, 12]);
    rows.rotate_right(1);
    let plan = plan(&format!("Day,Week 1,Week 2,Week 3\n{}\n", rows.join("\n")));
    let labels = |week: usize| -> Vec<&str> {
        plan.weeks[week].days.iter().map(|day| day.label.as_deref().unwrap_or("")).collect()
    };
    let name = |week: usize, day: usize| {
        plan.weeks[week].days[day].label.clone().unwrap_or_else(|| plan.weeks[week].label.clone())
    };
    assert_eq!(plan.weeks.len(), 4, "{:?}", labels(0));
    assert_eq!(
        [name(0, 6), name(1, 0), name(1, 1), name(1, 6), name(2, 1), name(3, 5)],
        ["Week 1", "Week 1", "Week 1", "Week 2", "Week 2", "Week 3"]
    );
    assert_eq!(weeks(&plan), ["- - - - - - 60", "- 30 - - - - 66", "- 36 - - - - 72", "- 42 - - - - -"]);
}

#[test]
fn emphasis_says_nothing() {
    let row = |label: &str, tuesday: &str| format!("{label},rest,{tuesday},rest,rest,rest,rest,10 km long");
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun";
    for label in [
        "**N**", "_N_", "*N*", "__N__", "***N***", "`N`", "**Week N**", "_Week N_", "Week **N**", "~~N~~",
        "**N** ", "**N.**",
    ] {
        let rows: Vec<String> =
            (1..4).map(|week: u32| row(&label.replace('N', &week.to_string()), "X")).collect();
        for text in [markdown(header, &rows), format!("{header}\n{}\n", rows.join("\n"))] {
            let plan = plan(&text);
            assert_eq!(weeks(&plan), ["- - - - - - 60"; 3], "{text}");
            assert!(
                plan.weeks[2].label.to_lowercase().contains("week 3") || plan.weeks[2].label == "3.",
                "{}",
                plan.weeks[2].label
            );
            assert!(said(&plan, "row-left-out").is_empty(), "{text}");
        }
    }
    for tuesday in [
        "**5 km**", "_5 km_", "*5 km*", "**easy** 5 km", "easy **5** km", "__easy 5 km__", "**Easy:** 5 km",
        "`5 km`", "***5 km***", "easy *5 km*", "_easy_ _5 km_", "(**5 km**)",
    ] {
        let plan = plan(&markdown(header, &[row("1", tuesday)]));
        assert_eq!(weeks(&plan), ["- 30 - - - - 60"], "{tuesday}");
        assert!(lost(&plan).is_empty(), "{tuesday}: {:?}", lost(&plan));
    }
    for heads in [
        "**Week**,**Mon**,**Tue**,**Wed**,**Thu**,**Fri**,**Sat**,**Sun**",
        "_Week_,_Mon_,_Tue_,_Wed_,_Thu_,_Fri_,_Sat_,_Sun_",
    ] {
        assert_eq!(weeks(&plan(&markdown(heads, &[row("1", "5 km")]))), ["- 30 - - - - 60"], "{heads}");
    }
    // A star that multiplies stays.
    let plan =
        plan(&markdown(header, &[row("1", "4*1000 m"), row("2", "4 * 1000 m"), row("3", "2*1 km 3*200 m")]));
    let runs: Vec<Run> = plan.weeks.iter().map(|week| week.days[1].plan.run).collect();
    assert_eq!(runs, [Run::Speed; 3]);
}

#[test]
fn what_is_struck_through_is_not_done_and_is_told() {
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun";
    for (tuesday, done) in [
        ("~~5 km~~", "-"),
        ("~~5 km easy~~", "-"),
        ("~~**5 km**~~", "-"),
        ("**~~5 km~~**", "-"),
        ("~~5 km~~ ~~legs~~", "-"),
        ("~~5 km~~ rest", "-"),
        ("~~10 km~~ 5 km", "30"),
        ("5 km ~~10 km~~", "30"),
        ("5 km + ~~legs~~", "30"),
        ("~~legs~~ 5 km", "30"),
        ("~~rest~~ 5 km", "30"),
        ("~~5 km~~ bike 40 min", "X"),
        ("~~5 km~~ yoga", "M"),
        (" ~~ 5 km ~~ ", "-"),
    ] {
        for text in [
            markdown(header, &[format!("1,rest,{tuesday},rest,rest,rest,rest,10 km")]),
            format!("{header}\n1,rest,{tuesday},rest,rest,rest,rest,10 km\n"),
            format!(
                "Week 1\nMon: rest\nTue: {tuesday}\nWed: rest\nThu: rest\nFri: rest\nSat: rest\nSun: 10 km\n"
            ),
        ] {
            let plan = plan(&text);
            assert_eq!(weeks(&plan), [format!("- {done} - - - - 60")], "{text}");
            let said = said(&plan, "struck-out");
            assert!(
                said.len() == 1
                    && said[0].note
                    && said[0].line == Some(if text.starts_with("Week,") { 2 } else { 3 }),
                "{text}: {said:?}"
            );
        }
    }
    // All of them are told at the first.
    let rows: Vec<String> =
        (1..4).map(|week| format!("{week},rest,~~easy {week} km~~,rest,rest,rest,rest,10 km")).collect();
    let plan = plan(&markdown(header, &rows));
    assert!(
        said(&plan, "struck-out")[0].message.starts_with("`easy 1 km` is struck through, and so are 2 more")
    );
    assert_eq!(weeks(&plan), ["- - - - - - 60"; 3]);
    // One mark is none.
    let open = super::plan(&markdown(header, &["1,rest,~~5 km,rest,rest,rest,rest,10 km".to_owned()]));
    assert_eq!(weeks(&open), ["- 30 - - - - 60"]);
}
