//! Pain makes strength light.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "lighter-with-pain",
    summary: "with pain strength is light at most, without plyometrics (and speed runs become easy: \
              `easy-by-season`)",
    rationale: "a painful part is not loaded hard; what hurts in one spot, at night or with swelling \
              belongs to a professional",
    source: "practice; clinic pages on bone stress",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Strength, lighten)]),
    breaks: &[
        "- easy - - - - long season=base health.pain=true",
        "- easy - - - - long season=base health.pain=achilles",
    ],
    keeps: &["- speed - - - - long", "- easy - - - - long health.pain=false"],
};

fn lighten(declared: &mut Declared<'_>) {
    if declared.profile.health.hurts() {
        declared.note(
            RULE.id,
            "pain: strength light at most, no plyometrics; no more than 3 of 10 while you do it, and back to normal by the next \
             morning, else stop; see a professional for focal bone pain, night pain, limping, swelling, chest pain",
        );
        declared.put_first(RULE.id);
        declared.class = declared.class.min(Class::Light);
    }
}
