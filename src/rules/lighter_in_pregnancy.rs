//! In pregnancy strength is light at most.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::{Class, Run};

pub(super) const RULE: Rule = Rule {
    id: "lighter-in-pregnancy",
    summary: "in pregnancy strength is light at most, on both legs before one, without plyometrics, percentages or RIR; a speed \
              run goes by the talk test",
    rationale: "activity is encouraged without contraindications; loads follow how it feels and what \
              the clinician says",
    source: "Mottola 2018; practice for the limits",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["- easy - - - - long season=base health.pregnant=true"],
    keeps: &["- easy - - - - long season=base"],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.profile.health.pregnant == Some(true) {
        let has_speed = declared.runs.iter().any(|planned| planned.run == Run::Speed);
        let speed = if has_speed { "; the speed run only as hard as you can talk" } else { "" };
        declared.note(
            RULE.id,
            format!(
                "pregnancy: strength light at most and on both legs first, no plyometrics, no percentages or RIR{speed}; \
                 follow your clinician",
            ),
        );
        declared.put_first(RULE.id);
        declared.class = declared.class.min(Class::Light);
    }
}
