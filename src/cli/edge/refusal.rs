//! The answer where there is no week: a document for programs, an error with the ways out for people.

use crate::cli::edge::output::Form;
use crate::cli::edge::stderr::tell;
use crate::cli::edge::streams::to_program;
use crate::cli::edge::{Failure, NO};
use chrono::NaiveDate;
use runplan::export::json::refusal as refusal_json;
use runplan::facts::request::Request;
use runplan::plan::{Outcome, Refusal, plan};
use runplan::week::dates::iso_week;
use std::process::ExitCode;

/// Tells people that there is no week, and what would help; of several weeks the Monday of the one that is meant.
pub fn tell_refusal(refusal: &Refusal, monday: Option<NaiveDate>) {
    let rule = refusal.conflict.rules.first().map_or("", |rule| rule.id);
    let shown = |set: &String| format!("`--set '{set}'`");
    let mut hints: Vec<_> = refusal
        .fixes
        .iter()
        .map(|fix| format!("{} ({})", fix.message, fix.set.iter().map(shown).collect::<Vec<_>>().join(" ")))
        .collect();
    if hints.is_empty() {
        hints.push("change one of these facts".to_owned());
    }
    hints.push(format!("`runplan rules {rule}` says more"));
    let which = monday.map_or_else(String::new, |monday| format!("in {} ", iso_week(monday)));
    tell("error", &format!("{which}no week keeps every rule: {}", refusal.message), &hints);
}

/// The answer of the commands that ask about a week where there is none.
pub fn no_week(request: &Request<'_>, form: Form) -> Result<ExitCode, Failure> {
    let Outcome::Refused(refusal) = plan(request) else { return Ok(ExitCode::SUCCESS) };
    match form {
        Form::Json => to_program(&refusal_json(&refusal))?,
        Form::Text => tell_refusal(&refusal, None),
    }
    Ok(ExitCode::from(NO))
}
