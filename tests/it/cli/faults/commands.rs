//! Every command, to be tried with whatever can go wrong.

use crate::cli::program::{Folder, LINE, PROFILE, given, ran, runplan};

/// Every command with what it needs, and what it reads from standard input.
pub const COMMANDS: [(&str, &str); 23] = [
    ("week", ""),
    ("week --format json", ""),
    ("session tue", ""),
    ("today", ""),
    ("why tue", ""),
    ("why-not legs tue", ""),
    ("compare", ""),
    ("cycle --weeks 2026-W49..2026-W50", ""),
    ("cycle --weeks 2026-W49..2026-W50 --format ndjson", ""),
    ("overlay - --start 2027-01-04 --format ndjson", WEEK),
    ("check --words", ""),
    ("check -", WEEK),
    ("batch", LINE),
    ("rules", ""),
    ("seasons", ""),
    ("exercises", ""),
    ("init --days tue,sun --yes", ""),
    ("config", ""),
    ("set --profile - level novice", PROFILE),
    ("replan --missed tue --now 2026-11-25", ""),
    ("schema profile", ""),
    ("completions bash", ""),
    ("man", ""),
];

/// A week for `check`.
const WEEK: &str = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,easy 40,rest,easy 40,rest,rest,long run 90\n";

#[test]
fn every_command_is_tried() {
    let help = ran(&mut runplan("--help")).text();
    let listed = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    let named = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for name in named.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        let tried = COMMANDS.iter().any(|(command, _)| command.split(' ').next() == Some(name));
        assert!(tried, "`{name}` is not in COMMANDS");
    }
    for (command, input) in COMMANDS {
        let folder = Folder::new("every");
        given(runplan(command).current_dir(&folder.0), input.as_bytes()).is(0, "");
    }
}
