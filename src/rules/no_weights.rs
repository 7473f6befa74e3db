//! Without weights the main lifts are body weight.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::exercise::Gear;
use crate::week::day::{Day, Days, listed};
use crate::word::Word;
use std::borrow::Cow;

pub(super) const RULE: Rule = Rule {
    id: "no-weights",
    summary: "without weights and machines the main lifts are body weight, slow where they should be hard, or a band's pull",
    rationale: "single-leg work leads then; the load class stays for the rules",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["full - - - - - - strength.equipment=band", "full - - - - - - strength.equipment=-"],
    keeps: &[
        "full - - - - - - strength.equipment=dumbbell",
        "full - - - - - - strength.equipment=leg-press",
        "- easy - - - - - strength.equipment=band",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let profile = seen.facts.profile;
    let strength = Day::ALL.iter().copied().filter(|day| seen.week[day.index()].strength.any());
    let bare = |day: &Day| {
        let pieces = profile.equipment(*day).unwrap_or_default();
        !pieces.iter().copied().collect::<Gear>().weights()
    };
    let (without, with): (Days, Days) = strength.partition(bare);
    if without.is_empty() {
        return Vec::new();
    }
    let said = without.iter().any(|day| profile.equipment(day).is_some());
    let (message, hint): (Cow<'static, str>, _) = match (said, with.is_empty()) {
        (false, _) => (
            "planned without equipment".into(),
            "if you have dumbbells or a band, add `--set 'strength.equipment=[\"dumbbell\"]'`",
        ),
        (true, true) => (
            "no weights or machines, so the main lifts are body weight or a band's pull".into(),
            "single-leg work leads; add weights to `strength.equipment` when you have them",
        ),
        (true, false) => (
            format!(
                "no weights or machines on {}, so body weight or a band's pull there",
                listed(without.iter())
            )
            .into(),
            "single-leg work leads there; name another place for the day when you can",
        ),
    };
    vec![Warning::new(RULE.id, message, hint).on(without).note()]
}
