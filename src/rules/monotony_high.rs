//! The days are much alike.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

/// Monotony over this many hundredths is high.
const HUNDREDTHS: u16 = 200;

pub(super) const RULE: Rule = Rule {
    id: "monotony-high",
    summary: "monotony (mean ÷ standard deviation of the daily loads) over 2.0",
    rationale: "hard and easy days should differ; illness followed strain above an athlete's own threshold",
    source: "Foster 1998; practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("hundredths", HUNDREDTHS as u32)]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["easy60 easy60 easy60 easy60 easy60 easy60 -"],
    keeps: &["easy40 - speed50 - easy40 - long90"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    if !seen.known.timed {
        return Vec::new();
    }
    match seen.load.monotony_hundredths() {
        Some(monotony) if monotony > u64::from(HUNDREDTHS) => {
            let message = format!(
                "monotony {}.{:02} is over {}.0: the days are much alike",
                monotony / 100,
                monotony % 100,
                HUNDREDTHS / 100
            );
            vec![Warning::new(RULE.id, message, "make easy days easier, or leave one out")]
        }
        _ => Vec::new(),
    }
}
