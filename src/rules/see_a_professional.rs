//! Health matters that a plan cannot judge.

use super::{Check, Grade, Limit, Rule, Seen, Warning};

/// Weeks after a birth up to which `early-postpartum` holds; later a note remains.
const WEEKS: u16 = 12;

pub(super) const RULE: Rule = Rule {
    id: "see-a-professional",
    summary: "with pain, in pregnancy and after a birth the plan says who should be asked",
    rationale: "a plan is no examination",
    source: "clinic pages on bone stress; Mottola 2018; Goom 2019",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(warnings),
    breaks: &[
        "- easy - - - - long health.pain=true",
        "- easy - - - - long health.pregnant=true",
        "- easy - - - - long health.postpartum_weeks=20",
    ],
    keeps: &["- easy - - - - long"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let health = seen.facts.profile.health;
    let mut warnings = Vec::new();
    if health.pain == Some(true) {
        let message = "pain: stop and see a professional for focal bone pain, night pain, limping, swelling, chest pain";
        warnings.push(Warning::new(RULE.id, message, "have it looked at before you train through it"));
    }
    if health.pregnant == Some(true) {
        warnings.push(
            Warning::new(RULE.id, "pregnancy: follow your clinician", "ask before you start anything new")
                .note(),
        );
    }
    if let Some(weeks) = health.postpartum_weeks {
        let message = if weeks < WEEKS {
            "running is not advisable in the first three months after a birth, nor with pelvic-floor symptoms"
        } else {
            "after a birth: pelvic health and strength are assessed before running builds up"
        };
        warnings.push(Warning::new(RULE.id, message, "see a pelvic-health physiotherapist").note());
    }
    warnings
}
