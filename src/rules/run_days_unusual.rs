//! More or fewer run days than usual.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

pub(super) const RULE: Rule = Rule {
    id: "run-days-unusual",
    summary: "a number of run days outside what is usual in the season",
    rationale: "usual is not right or wrong: the rules were made with such weeks in mind",
    source: "article S32, S35; practice",
    grade: Some(Grade::C),
    limit: Limit::Key("runs.usual of the season"),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["easy easy easy easy easy easy - season=base"],
    keeps: &["easy - easy - easy - - season=base", "easy easy - easy easy easy - season=base"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let days = seen.week.iter().filter(|day| day.run.is_run()).count();
    let [low, high] = seen.facts.season.runs_usual.map(usize::from);
    // In a week without any run nobody asks for runs: after a birth, say.
    if days == 0 || !seen.facts.is_whole() || (low..=high).contains(&days) || seen.facts.returns_from_race() {
        return Vec::new();
    }
    let day = if days == 1 { "day" } else { "days" };
    let message = format!("you run {days} {day}; in {} {low} to {high} are usual", seen.facts.season.name);
    let hint =
        if days > high { "fine if you are used to it" } else { "fine if it is what your week has room for" };
    vec![Warning::new(RULE.id, message, hint)]
}
