//! `runplan rules`: what the rules say, from the registry itself.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, width};
use runplan::docs::rules::{rule_json, rule_text, rules_text};
use runplan::rules;
use runplan::rules::RULES;
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
    let Some(id) = &args.id else {
        return args
            .format
            .print(|| rules_text(width()), || RULES.iter().map(|rule| rule_json(rule)).collect());
    };
    let known = RULES.iter().map(|rule| rule.id);
    let rule =
        rules::find(&id.to_lowercase()).ok_or_else(|| Failure::unknown(id, "a rule", known, "rules"))?;
    args.format.print(|| rule_text(rule, width()), || rule_json(rule))
}
