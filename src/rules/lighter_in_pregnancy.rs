//! In pregnancy strength is light at most.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "lighter-in-pregnancy",
    summary: "in pregnancy strength is light at most, without plyometrics, percentages or RIR",
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
        declared.note(
            RULE.id,
            "pregnancy: strength light at most, no plyometrics, no percentages or RIR; follow your clinician",
        );
        declared.class = declared.class.min(Class::Light);
    }
}
