//! Errors, hints and notes in a terminal: lines of its width, and whole ones in a pipe. Words that stand alone by mistake.

use crate::cli::program::{Folder, ran, runplan};
use crate::cli::pty::typed;

/// What is told on standard error, with few words of its own to show.
const TOLD: [&str; 8] = [
    "week --profile p.toml --set time.tue=30 --set runs.minutes.tue=90",
    "init --runs nine --yes x.toml",
    "rules legs",
    "week mon",
    "set --profile none.toml level novice",
    "week -o week.xyz --profile p.toml",
    "today --at someday --profile p.toml",
    "week --season race-prep --profile p.toml --set runs.days=[]",
];

/// The words of a text, without colours.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(ToOwned::to_owned).collect()
}

/// What a terminal of so many columns shows, without colours.
fn shown(folder: &Folder, arguments: &str, columns: usize) -> String {
    let mut command = runplan(arguments);
    command
        .current_dir(&folder.0)
        .env("COLUMNS", columns.to_string())
        .env("NO_COLOR", "1")
        .env("TERM", "xterm");
    typed(command, &[]).shown.replace("\r\n", "\n")
}

#[test]
fn lines_are_as_wide_as_the_terminal_and_nothing_is_lost() {
    let folder = Folder::new("lines");
    for arguments in TOLD {
        let piped = ran(runplan(arguments).current_dir(&folder.0));
        let long = piped.err.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        for columns in [40, 80] {
            let lines = shown(&folder, arguments, columns);
            for line in lines.lines() {
                let is_word = words(line).iter().any(|word| word.chars().count() + 14 > columns);
                let quoted = line.matches(['`', '\'']).count() > 1;
                assert!(line.chars().count() <= columns || is_word || quoted, "{columns}: {line}\n{lines}");
                assert!(line.chars().count() <= columns.max(76), "{columns}: {line}\n{lines}");
            }
            // What points into a text has bars at its side.
            if !piped.err.contains("-->") {
                assert_eq!(words(&lines), words(&piped.err), "{columns}");
            }
            assert!(lines.lines().count() > 1 + usize::from(long > columns), "{lines}");
        }
    }
}

#[test]
fn a_line_in_a_pipe_is_whole() {
    for columns in ["40", "80"] {
        let told = ran(runplan("init --days tue,wedd --yes x.toml").env("COLUMNS", columns));
        assert_eq!(told.err, "error: --days: `wedd` is not a day; did you mean `wed`?\nhint: write `wed`\n");
        let told = ran(runplan("rules legs").env("COLUMNS", columns)).err;
        assert_eq!(told.lines().count(), 2, "{told}");
    }
}

#[test]
fn pages_of_forty_columns_break_no_word() {
    let folder = Folder::new("pages");
    let all = ran(&mut runplan("exercises --format json")).text();
    let all: Vec<serde_json::Value> = serde_json::from_str(&all).expect("a list");
    let pages = all.iter().map(|exercise| format!("exercises {}", exercise["id"].as_str().expect("an id")));
    for arguments in pages.chain(["config --profile p.toml".to_owned()]) {
        let arguments = arguments.as_str();
        let page = ran(runplan(arguments).env("COLUMNS", "40").current_dir(&folder.0)).is(0, "").text();
        for line in page.lines() {
            // One name of FIT alone has 42 letters.
            let is_word = line.split_whitespace().count() == 1;
            assert!(line.chars().count() <= 40 || is_word, "{line}\n{page}");
        }
    }
}

#[test]
fn a_word_that_stands_alone_is_answered_with_the_right_form() {
    for (arguments, right) in [
        ("week mon", "did you mean `runplan session mon`?"),
        ("week Tuesday", "`runplan session Tuesday`"),
        ("week tomorrow", "`runplan session tomorrow`"),
        ("week next", "`runplan week --week next`"),
        ("week 49", "`runplan week --week 49`"),
        ("week 2026-W49", "`runplan week --week 2026-W49`"),
        ("week 2026-12-01", "`runplan week --week 2026-12-01`"),
        ("week base", "`runplan week --season base`"),
        ("cycle taper", "`runplan cycle --season taper`"),
        ("week maya.toml", "`runplan week --profile maya.toml`"),
        ("today fri", "`runplan session fri`"),
        ("config next", "`runplan config --week next`"),
        ("week foo", "unexpected argument"),
        ("week --wek", "unexpected argument"),
        ("rules legs", "16 have it in their names"),
        ("rules legs-before-rce", "did you mean `legs-before-race`"),
        ("seasons off", "did you mean `off-season`"),
        ("exercises squa", "`goblet-squat`"),
        ("exercises xyzzy", "run `runplan exercises` for the list"),
    ] {
        ran(&mut runplan(arguments)).is(2, right);
    }
}

#[test]
fn without_a_day_every_day_is_answered() {
    for session in ["mobility", "strength", "legs", "rest", "run"] {
        let text = ran(&mut runplan(&format!("why-not {session} --week 2026-W48"))).is(0, "").text();
        for day in ["Mon  ", "Tue  ", "Wed  ", "Thu  ", "Fri  ", "Sat  ", "Sun  "] {
            assert_eq!(text.lines().filter(|line| line.starts_with(day)).count(), 1, "{text}");
        }
        assert!(text.contains(&format!("`runplan why-not {session} sat`")), "{text}");
        let json = ran(&mut runplan(&format!("why-not {session} --week 2026-W48 --format json"))).text();
        let json: Vec<serde_json::Value> = serde_json::from_str(&json).expect("a list");
        assert_eq!(json.len(), 7);
    }
}
