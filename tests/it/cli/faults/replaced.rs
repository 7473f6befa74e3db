//! What `-o` may replace: documents of this program, and nothing that the command reads.

use crate::cli::program::{Folder, PROFILE, Ran, given, ran, runplan, shell};
use std::fs;
use std::path::Path;

/// A season file of one's own.
fn season() -> String {
    ran(&mut runplan("seasons base --source")).text()
}

/// A calendar of another program.
const THEIRS: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//Calendar//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\n\
DTSTAMP:20261101T000000Z\r\nDTSTART:20261125T090000Z\r\nDTEND:20261125T100000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Runs it with a target that holds a text; the target as it is afterwards, too.
fn onto(folder: &Folder, command: &str, file: &str) -> (Ran, String) {
    let ran = ran(runplan(command).current_dir(&folder.0));
    let text = fs::read_to_string(folder.join(file)).unwrap_or_default();
    (ran, text)
}

#[test]
fn an_input_is_never_replaced_whatever_its_name() {
    let folder = Folder::new("inputs");
    folder.write("season.toml", season());
    folder.write("profile.json", crate::cli::program::LINE);
    folder.write("busy.ics", THEIRS);
    let ours = folder.join("ours.ics");
    ran(runplan("week --profile p.toml --week 2026-W48 -o ours.ics").current_dir(&folder.0)).is(0, "");
    assert!(ours.exists());
    fs::create_dir(folder.join("sub")).expect("a folder");
    let names = ["p.toml", "season.toml", "profile.json", "busy.ics", "ours.ics"];
    for name in names {
        #[cfg(unix)]
        std::os::unix::fs::symlink(name, folder.join(format!("soft-{name}"))).expect("a link");
        fs::hard_link(folder.join(name), folder.join(format!("hard-{name}"))).expect("a link");
    }
    let inputs = [
        ("week --profile p.toml", "p.toml"),
        ("week --profile ./sub/../p.toml", "p.toml"),
        ("week --profile profile.json", "profile.json"),
        ("week --profile p.toml --season ./season.toml", "season.toml"),
        ("week --profile p.toml --season ./season.toml", "p.toml"),
        ("week --profile p.toml --zone UTC --busy busy.ics", "busy.ics"),
        ("week --profile p.toml --zone UTC --busy busy.ics --busy ours.ics", "ours.ics"),
        ("week --profile p.toml --zone UTC --busy ours.ics", "ours.ics"),
        ("cycle --weeks 2026-W48..2026-W49 --profile p.toml", "p.toml"),
        ("cycle --weeks 2026-W48..2026-W49 --profile profile.json", "profile.json"),
        ("cycle --weeks 2026-W48..2026-W49 --profile p.toml --season ./season.toml", "season.toml"),
        ("cycle --weeks 2026-W48..2026-W49 --profile p.toml --zone UTC --busy ours.ics", "ours.ics"),
    ];
    let before: Vec<String> = names.iter().map(|name| folder.read(name)).collect();
    let mut tried = 0;
    for (command, input) in inputs {
        if !cfg!(feature = "calendar") && command.contains("--busy") {
            continue;
        }
        let spelled = [
            input.to_owned(),
            format!("./{input}"),
            format!("sub/../{input}"),
            format!("hard-{input}"),
            folder.join(input).display().to_string(),
        ];
        let soft = format!("soft-{input}");
        for target in spelled.iter().chain(cfg!(unix).then_some(&soft)) {
            let format = if input.contains(".toml") { "--format json" } else { "" };
            let (ran, _) = onto(&folder, &format!("{command} {format} -o {target}"), input);
            ran.is(2, "is read by this command")
                .is(2, "hint: name another file, or replace it with `--force`");
            let now: Vec<String> = names.iter().map(|name| folder.read(name)).collect();
            assert_eq!(now, before, "{command} -o {target}");
            tried += 1;
        }
    }
    assert!(tried >= 40, "{tried}");
    // Whoever insists gets it.
    ran(runplan("week --profile profile.json -o profile.json --force").current_dir(&folder.0)).is(0, "");
    assert!(folder.read("profile.json").contains("runplan.week/1"));
}

#[cfg(unix)]
#[test]
fn standard_input_from_a_file_is_an_input_too() {
    let folder = Folder::new("stdin");
    folder.write("line.json", crate::cli::program::LINE);
    for line in [
        "exec \"$R\" week --profile - -o line.json < line.json",
        "exec \"$R\" week --profile /dev/stdin -o line.json < line.json",
        "exec \"$R\" week --profile /dev/fd/3 -o line.json 3< line.json",
        "RUNPLAN_PROFILE=line.json exec \"$R\" week -o line.json",
        "XDG_CONFIG_HOME=$PWD/c; export XDG_CONFIG_HOME; mkdir -p c/runplan; cp p.toml c/runplan/profile.toml
         exec \"$R\" week --format json -o c/runplan/profile.toml",
        "cp p.toml runplan.toml; exec \"$R\" week --format json -o runplan.toml",
    ] {
        ran(shell(line).current_dir(&folder.0)).is(2, "is read by this command");
        assert_eq!(folder.read("line.json"), crate::cli::program::LINE, "{line}");
    }
    assert_eq!(folder.read("runplan.toml"), PROFILE);
    // A pipe is no file that could be lost.
    ran(shell("cat p.toml | \"$R\" week --profile - -o w.json").current_dir(&folder.0)).is(0, "");
}

#[test]
fn what_others_wrote_stays_in_every_format() {
    let own = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//runplan//x//EN\r\nEND:VCALENDAR\r\n";
    let table: Vec<(&str, String)> = vec![
        ("w.ics", THEIRS.to_owned()),
        ("w.ics", THEIRS.replace("\r\n", "\n")),
        ("w.ics", format!("\u{feff}{THEIRS}")),
        ("w.ics", THEIRS.replace("Dentist", "PRODID:-//runplan//runplan 0.1.0//EN")),
        ("w.ics", THEIRS.replace("SUMMARY:Dentist", "SUMMARY:Dentist\r\nPRODID:-//runplan//x")),
        ("w.ics", THEIRS.replace("SUMMARY:Dentist", "DESCRIPTION:a\r\n PRODID:-//runplan//x")),
        ("w.ics", THEIRS.replace("Dentist", "Planned training, not medical advice.")),
        ("w.ics", THEIRS.replace("PRODID", "X-PRODID")),
        ("w.ics", THEIRS.to_lowercase()),
        ("w.ics", format!("{own}{THEIRS}")),
        ("w.ics", "my appointments, by hand\n".to_owned()),
        ("w.json", "{\"name\": \"package\", \"version\": \"1.0.0\"}\n".to_owned()),
        ("w.json", "[1, 2, 3, 4, 5, 6, 7, 8]\n".to_owned()),
        ("w.json", PROFILE.to_owned()),
        ("w.ndjson", "{\"name\": \"a line of data\"}\n".to_owned()),
        ("w.html", "<!doctype html><html><body>Home</body></html>\n".to_owned()),
        ("w.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n".to_owned()),
        ("w.csv", "Week,Mon,Tue\n1,rest,easy 40\n".to_owned()),
        ("w.md", "# Diary\n\nToday I ran.\n".to_owned()),
        ("w.txt", "Shopping: milk, bread, shoes\n".to_owned()),
        ("w.txt", "\u{0}\u{1}\u{2} some binary thing".to_owned()),
    ];
    for (file, text) in &table {
        for command in
            ["week --profile p.toml --week 2026-W48", "cycle --profile p.toml --weeks 2026-W48..2026-W49"]
        {
            let folder = Folder::new("others");
            folder.write(file, text);
            let (ran, now) = onto(&folder, &format!("{command} -o {file}"), file);
            ran.is(2, &format!("error: {file} is there already, and is no plan that runplan wrote"));
            assert!(ran.err.contains("`--force`") && ran.out.is_empty(), "{}", ran.err);
            assert_eq!((&now, folder.names().len()), (text, 2), "{command} -o {file}");
            let (ran, now) = onto(&folder, &format!("{command} -o {file} --force"), file);
            ran.is(0, "");
            assert!(&now != text && !now.contains("Dentist"), "{now}");
        }
    }
    let folder = Folder::new("latin");
    fs::write(folder.join("w.txt"), b"R\xe9sum\xe9 of somebody").expect("a file");
    onto(&folder, "week --profile p.toml -o w.txt", "w.txt").0.is(2, "no plan that runplan wrote");
}

#[test]
fn what_this_program_wrote_is_replaced_in_every_format() {
    let folder = Folder::new("own");
    for file in ["w.txt", "w.json", "w.ndjson", "w.md", "w.csv", "w.ics", "w.html", "w.svg"] {
        folder.write(file, "");
        for command in [
            "week --profile p.toml --week 2026-W48",
            "week --profile p.toml --week 2026-W49",
            "cycle --profile p.toml --weeks 2026-W48..2026-W49",
            "week --profile p.toml --week 2026-W50",
        ] {
            onto(&folder, &format!("{command} -o {file}"), file).0.is(0, "");
        }
    }
    for (flags, file) in
        [("--bom", "w.csv"), ("--private --one-event-a-day", "w.ics"), ("--explain", "w.txt")]
    {
        for _ in 0..2 {
            onto(&folder, &format!("week --profile p.toml {flags} -o {file}"), file).0.is(0, "");
        }
    }
    // One of ours in another format is ours too.
    fs::copy(folder.join("w.html"), folder.join("x.json")).expect("a copy");
    onto(&folder, "week --profile p.toml -o x.json", "x.json").0.is(0, "");
}

#[test]
fn weeks_that_were_refused_take_the_place_of_none() {
    let seven = "season = 'base'\n[runs]\ndays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']\n";
    for file in ["w.txt", "w.json", "w.ndjson", "w.md", "w.csv", "w.ics", "w.html", "w.svg"] {
        for command in ["week --week 2026-W48", "cycle --weeks 2026-W48..2026-W49"] {
            let folder = Folder::new("refused");
            onto(&folder, &format!("{command} --profile p.toml -o {file}"), file).0.is(0, "");
            let good = folder.read(file);
            let ran = given(
                runplan(&format!("{command} --profile - -o {file}")).current_dir(&folder.0),
                seven.as_bytes(),
            );
            assert_eq!(ran.code, Some(1), "{ran:?}");
            assert_eq!(folder.read(file), good, "{command} -o {file}");
            let json = file.ends_with("json");
            assert_eq!(ran.text().contains("runplan.refusal/1"), json, "{}", ran.text());
        }
    }
}

#[test]
fn a_plan_with_holes_leaves_the_weeks_that_a_file_had() {
    // In the week of the race and after it runs are set aside: seven run days are no week before it, and one then.
    let seven =
        "[runs]\ndays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']\n[race]\ndate = 2026-12-13\n";
    let some = "[runs]\ndays = ['tue', 'thu', 'sat']\n[race]\ndate = 2026-12-13\n";
    let cycle = "cycle --weeks 2026-W48..2026-W52 --now 2026-11-22 --profile";
    for file in ["w.json", "w.ndjson", "w.html", "w.csv", "w.ics"] {
        let folder = Folder::new("holes");
        folder.write("some.toml", some);
        folder.write("seven.toml", seven);
        onto(&folder, &format!("{cycle} some.toml -o {file}"), file).0.is(0, "");
        let good = folder.read(file);
        let (ran, now) = onto(&folder, &format!("{cycle} seven.toml -o {file}"), file);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        if file == "w.ics" {
            // The dates of weeks that were refused stay as they were.
            let first = |text: &str| text.matches("DTSTART;VALUE=DATE:202611").count();
            assert!(first(&good) > 2 && first(&now) == first(&good), "{now}");
            assert!(now != good && now.contains("SEQUENCE:1"), "the others are new");
            let kept = now.split("BEGIN:VEVENT").filter(|event| event.contains("VALUE=DATE:202611"));
            assert!(!kept.collect::<String>().contains("CANCELLED"));
            continue;
        }
        assert_eq!(now, good, "{file}");
        assert!(!ran.out.is_empty(), "it goes to standard output");
        let fresh = format!("new-{file}");
        onto(&folder, &format!("{cycle} seven.toml -o {fresh}"), &fresh);
        assert_eq!(folder.read(&fresh), ran.text(), "where there was none");
        onto(&folder, &format!("{cycle} seven.toml --force -o {file}"), file);
        assert_eq!(folder.read(file), ran.text(), "whoever insists gets it");
    }
}

#[cfg(unix)]
#[test]
fn a_name_of_255_bytes_is_a_name() {
    let folder = Folder::new("long");
    for (fill, ending) in [("x", ".json"), ("ä", ".ics"), ("小", ".html")] {
        let mut name = fill.repeat((255 - ending.len()) / fill.len());
        name += &"y".repeat(255 - ending.len() - name.len());
        name += ending;
        assert_eq!(name.len(), 255);
        for _ in 0..2 {
            ran(runplan("week --profile p.toml -o").arg(&name).current_dir(&folder.0)).is(0, "");
        }
        assert!(folder.join(&name).is_file());
        ran(runplan("week --profile p.toml -o").arg(format!("y{name}")).current_dir(&folder.0))
            .is(3, "File name too long");
    }
    assert_eq!(folder.names().len(), 4);
}

#[cfg(unix)]
#[test]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("mode");
    for mode in [0o600, 0o640, 0o644, 0o666, 0o444] {
        let file = folder.write("w.json", "old");
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("permissions");
        ran(runplan("week --profile p.toml -o w.json").current_dir(&folder.0)).is(0, "");
        assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, mode);
        fs::remove_file(&file).expect("gone");
    }
}

/// Whether a file that is unfinished is still there after another file was written.
fn is_swept(folder: &Folder, name: &str) -> bool {
    ran(runplan("week --profile p.toml -o w.json").current_dir(&folder.0)).is(0, "");
    folder.join(name).symlink_metadata().is_err()
}

#[cfg(unix)]
#[test]
fn what_a_killed_process_left_is_swept_and_nothing_else() {
    let folder = Folder::new("sweep");
    for left in [".runplan-1-0.tmp", ".runplan-4194304-17.tmp", ".runplan-999999999999-0.tmp"] {
        folder.write(left, "half a we");
        assert!(is_swept(&folder, left), "{left}");
    }
    for other in [
        ".runplan-1.tmp",
        ".runplan-a-0.tmp",
        ".runplan-1-.tmp",
        ".runplan--1.tmp",
        ".runplan-1-0.tmp.bak",
        "runplan-1-0.tmp",
        ".runplan-1-0",
        ".w.json.abcdef",
        ".w.json.swp",
        ".runplan.tmp",
        "w.json.tmp",
        ".tmp",
    ] {
        folder.write(other, "somebody's");
        assert!(!is_swept(&folder, other), "{other}");
    }
    fs::create_dir(folder.join(".runplan-2-0.tmp")).expect("a folder");
    assert!(!is_swept(&folder, ".runplan-2-0.tmp"));
    std::os::unix::fs::symlink("p.toml", folder.join(".runplan-3-0.tmp")).expect("a link");
    assert!(!is_swept(&folder, ".runplan-3-0.tmp"));
    // Somebody is at work on it.
    let live = fs::File::create(folder.join(".runplan-5-0.tmp")).expect("a file");
    live.lock().expect("a lock");
    assert!(!is_swept(&folder, ".runplan-5-0.tmp"));
    drop(live);
    assert!(is_swept(&folder, ".runplan-5-0.tmp"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_named_leaves_nothing() {
    let folder = Folder::new("unnamed");
    folder.write("w.json", "old");
    let before = folder.names();
    // The disk takes the start of it.
    for file in ["w.json", "new.json", "w.html", "w.ics"] {
        let line = format!(
            "trap '' XFSZ && ulimit -f 1 && exec \"$R\" cycle --weeks 2026-W48..2027-W10 --profile p.toml -o {file}"
        );
        ran(shell(&line).current_dir(&folder.0)).is(3, "File too large");
        assert_eq!(folder.names(), before, "{file}");
    }
    // A name that the system refuses only at the end.
    let long = format!("{}.json", "z".repeat(251));
    ran(runplan("week --profile p.toml -o").arg(&long).current_dir(&folder.0)).is(3, "File name too long");
    assert_eq!(folder.names(), before);
}

/// The weeks that a calendar has events of.
fn weeks(text: &str) -> usize {
    let dates = text.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:"));
    let week = |date: &str| chrono::NaiveDate::parse_from_str(date.trim(), "%Y%m%d").ok();
    let mut all: Vec<_> = dates.filter_map(week).map(|date| chrono::Datelike::iso_week(&date)).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

#[test]
fn calendars_that_are_written_at_once_lose_no_week() {
    let folder = Folder::new("at-once");
    for round in 0..6 {
        let file = format!("w{round}.ics");
        let mut children = Vec::new();
        for week in 40..48 {
            let mut command = runplan(&format!("week --profile p.toml --week 2026-W{week} -o {file}"));
            children.push(command.current_dir(&folder.0).spawn().expect("it starts"));
        }
        for mut child in children {
            assert!(child.wait().expect("it ends").success());
        }
        assert_eq!(weeks(&folder.read(&file)), 8, "{round}");
    }
    let left: Vec<_> = folder.names().into_iter().filter(|name| Path::new(name).starts_with(".")).collect();
    assert!(left.is_empty() && folder.names().len() == 7, "{:?}", folder.names());
}
