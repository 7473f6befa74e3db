//! `runplan rules`: what the rules say, from the registry itself.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{to_reader, to_stdout};
use crate::cli::week::width;
use clap::ValueEnum;
use runplan::docs::rules::{rule_json, rule_text, rules_text};
use runplan::rules;
use runplan::rules::RULES;
use runplan::word::nearest;
use std::process::ExitCode;

/// The forms that a table can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// To read.
    Text,
    /// For programs.
    Json,
}

impl Form {
    /// Prints an answer in this form.
    pub fn print(self, text: &str) -> Result<(), Failure> {
        match self {
            Self::Text => to_reader(text),
            Self::Json => to_stdout(text),
        }
    }
}

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
        Some(near) => Failure::asked(
            format!("`{id}` is not a rule; did you mean `{near}`?"),
            format!("write `runplan rules {near}`"),
        ),
        None => Failure::asked(format!("`{id}` is not a rule"), "run `runplan rules` for the list"),
    }
}

/// A document on several lines.
pub fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
