//! `runplan rules`: what the rules say, from the registry itself.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, pretty, width};
use runplan::docs::rules::{rule_json, rule_text, rules_text};
use runplan::rules;
use runplan::rules::RULES;
use runplan::word::nearest;
use std::process::ExitCode;

/// Shows the rules.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One rule by its id
    id: Option<String>,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let text = match (&args.id, args.format) {
        (None, Form::Text) => rules_text(width()),
        (None, Form::Json) => pretty(&RULES.iter().map(|rule| rule_json(rule)).collect()),
        (Some(id), form) => {
            let rule = rules::find(&id.to_lowercase()).ok_or_else(|| unknown(id))?;
            if form == Form::Text { rule_text(rule, width()) } else { pretty(&rule_json(rule)) }
        }
    };
    args.format.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(id: &str) -> Failure {
    match nearest(id, RULES.iter().map(|rule| rule.id)) {
        Some(near) => Failure::usage(
            format!("`{id}` is not a rule; did you mean `{near}`?"),
            format!("write `runplan rules {near}`"),
        ),
        None => Failure::usage(format!("`{id}` is not a rule"), "run `runplan rules` for the list"),
    }
}
