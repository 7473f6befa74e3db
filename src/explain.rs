//! Explanations: what a week breaks, why each session stands where it does, what would mend a refusal, and "why not".

pub mod findings;
pub mod fixes;
pub mod reasons;
pub(crate) mod sentences;
pub mod why_not;
