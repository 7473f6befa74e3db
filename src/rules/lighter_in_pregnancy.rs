//! In pregnancy strength is light at most.

use super::{Check, Grade, Limit, Rule};
use crate::draft::{Draft, Step};
use crate::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "lighter-in-pregnancy",
    summary: "in pregnancy strength is light at most",
    rationale: "activity is encouraged without contraindications; loads follow how it feels and what \
              the clinician says",
    source: "Mottola 2018",
    grade: Some(Grade::B),
    limit: Limit::None,
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["- easy - - - - long season=base health.pregnant=true"],
    keeps: &["- easy - - - - long season=base"],
};

fn apply(draft: &mut Draft<'_>) {
    if draft.profile.health.pregnant == Some(true) && draft.class > Class::Light {
        draft.note(RULE.id, format!("strength is light, not {}: pregnancy", draft.class));
        draft.class = Class::Light;
    }
}
