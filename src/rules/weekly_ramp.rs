//! The week holds much more running than the weeks before.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

/// More percent than this over the fullest of the weeks before is a note.
const NOTE: u32 = 10;
/// More percent than this is a warning.
pub(super) const WARNING: u32 = 30;
/// Weeks that are looked back on, so that the week after an easy one is not called a ramp.
pub(super) const WEEKS: u8 = 4;

pub(super) const RULE: Rule = Rule {
    id: "weekly-ramp",
    summary: "the week's run minutes are over 30 % (over 10 %: a note) above the fullest of the last 4 \
              weeks; only where those are known",
    rationale: "for novices, adding more than 30 % in two weeks may go with more of some complaints; a \
              larger study found no link with weekly sums, only with single long runs",
    source: "Nielsen 2014; Frandsen 2025",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[("percent", WARNING), ("percent for a note", NOTE), ("weeks", WEEKS as u32)]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- easy60 - easy60 - - long90 past=40,40,60", "- easy60 - easy50 - - long90 past=40,60,80"],
    keeps: &["- easy45 - easy45 - - long60 past=40,40,60", "- easy60 - easy60 - - long90"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let past = seen.known.past;
    let total = |week: &[u16; 7]| week.iter().copied().map(u32::from).sum::<u32>();
    let before = past.iter().rev().take(WEEKS.into()).map(total).max().unwrap_or(0);
    let races = seen.week.iter().any(|day| day.run == crate::week::session::Run::Race);
    let now = seen.run_minutes(|_| true);
    if !seen.known.timed || past.len() < usize::from(WEEKS) || before == 0 || races {
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
