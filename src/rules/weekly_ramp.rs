//! The week holds much more running than the weeks before.

use super::eased_after_break::is_eased;
use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

/// More percent than this over the fullest of the weeks before is a note.
const NOTE: u32 = 10;
/// More percent than this is a warning.
pub(super) const WARNING: u32 = 30;
/// Weeks that are looked back on, so that the week after an easy one is not called a ramp.
pub(super) const WEEKS: u8 = 4;
/// Days without a run after which there is nothing to hold a week against (practice).
const GAP_DAYS: u8 = 14;

pub(super) const RULE: Rule = Rule {
    id: "weekly-ramp",
    summary: "the week's run minutes are over 30 % (over 10 %: a note) above the fullest of the last 4 \
              weeks; only where those are known, and hold no 14 days without a run",
    rationale: "for novices, adding more than 30 % in two weeks may go with more of some complaints; a \
              larger study found no link with weekly sums, only with single long runs",
    source: "Nielsen 2014; Frandsen 2025",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[
        ("percent", WARNING),
        ("percent for a note", NOTE),
        ("weeks", WEEKS as u32),
        ("days without a run", GAP_DAYS as u32),
    ]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- easy60 - easy60 - - long90 past=40,40,60", "- easy60 - easy50 - - long90 past=40,60,80"],
    keeps: &["- easy45 - easy45 - - long60 past=40,40,60", "- easy60 - easy60 - - long90"],
};

/// Whether the weeks that are looked back on hold so many days without a run that nothing can be held against them: what comes
/// after a break.
pub(super) fn has_gap(past: &[[u16; 7]]) -> bool {
    let weeks = &past[past.len().saturating_sub(WEEKS.into())..];
    let gaps = weeks.as_flattened().split(|minutes| *minutes > 0);
    gaps.map(<[u16]>::len).max().unwrap_or(0) >= GAP_DAYS.into()
}

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let past = seen.known.past;
    let total = |week: &[u16; 7]| week.iter().copied().map(u32::from).sum::<u32>();
    let before = past.iter().rev().take(WEEKS.into()).map(total).max().unwrap_or(0);
    let races = seen.week.iter().any(|day| day.run == crate::week::session::Run::Race);
    let now = seen.run_minutes(|_| true);
    // After days off the way back is planned so.
    if is_eased(seen.facts.profile, seen.facts.monday)
        || has_gap(past)
        || !seen.known.timed
        || past.len() < usize::from(WEEKS)
        || before == 0
        || races
    {
        return Vec::new();
    }
    let up = (now * 100 / before).saturating_sub(100);
    if up <= NOTE {
        return Vec::new();
    }
    let message = format!(
        "{now} minutes of running, {up} % more than in the fullest of the {WEEKS} weeks before ({before})"
    );
    let warning = Warning::new(RULE.id, message, "shorten or leave out an easy run");
    vec![if up > WARNING { warning } else { warning.note() }]
}
