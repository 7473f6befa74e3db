//! A fixed session counts towards a number of the week.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::profile::{CountsAs, Fixed};
use crate::week::dates::days_after;
use crate::week::day::{Day, Days, and};
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "fixed-counts",
    summary: "a fixed session counts towards mobility, strength or cross-training: each lowers the number by one",
    rationale: "who does yoga on Tuesday has done mobility on Tuesday; the number is for the whole week",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["- easy - - - - long fixed=yoga@tue", "- easy - - - - long fixed=gym-class@mon"],
    keeps: &["- easy - - - - long fixed=football@tue", "- easy - - - - long fixed=yoga@tue@2026-11-17"],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.profile.fixed.is_empty() {
        return;
    }
    let profile = declared.profile;
    let monday = declared.monday;
    let on = |day: Day| days_after(monday, day.index()).into_iter().flat_map(|date| profile.fixed_on(date));
    for (counts, towards) in [
        (CountsAs::Mobility, "mobility"),
        (CountsAs::Strength, "strength"),
        (CountsAs::Cross, "cross-training"),
    ] {
        let counting = |fixed: &&Fixed| fixed.counts == counts;
        let sessions: Vec<(Day, &Fixed)> =
            Day::ALL.iter().flat_map(|day| on(*day).filter(counting).map(|fixed| (*day, fixed))).collect();
        if sessions.is_empty() {
            continue;
        }
        let mut names: Vec<&str> = sessions.iter().map(|(_, fixed)| &*fixed.name).collect();
        names.sort_unstable();
        names.dedup();
        let verb = if names.len() == 1 { "counts" } else { "count" };
        let number = match sessions.len() {
            1 => "1 session".to_owned(),
            number => format!("{number} sessions"),
        };
        let message = format!("{} {verb} towards {towards}: {number} of the week's number", and(&names));
        let days: Days = sessions.iter().map(|(day, _)| *day).collect();
        declared.note_on(RULE.id, days, message);
    }
}
