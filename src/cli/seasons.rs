//! `runplan seasons`: the numbers of the seasons, from the data files themselves.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, pretty, width};
use runplan::docs::seasons;
use runplan::season::Season;
use runplan::week::phase::{Phase, SYNONYMS};
use runplan::word::{Word, nearest};
use std::process::ExitCode;

/// Shows the seasons.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One season by its name
    name: Option<String>,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Prints the season's file with the source of every number; a start for your own
    #[arg(long, requires = "name")]
    source: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let text = match (&args.name, args.format) {
        (None, Form::Text) => seasons::names(width()),
        (None, Form::Json) => {
            pretty(&Phase::ALL.iter().map(|phase| seasons::json(Season::builtin(*phase))).collect())
        }
        (Some(name), form) => {
            let phase = Phase::parse(name).ok_or_else(|| unknown(name))?;
            let season = Season::builtin(phase);
            match form {
                _ if args.source => Season::file(phase).to_owned(),
                Form::Text => seasons::page(season, width()),
                Form::Json => pretty(&seasons::json(season)),
            }
        }
    };
    args.format.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(name: &str) -> Failure {
    let known = Phase::ALL.iter().map(|phase| phase.id()).chain(SYNONYMS.iter().map(|(word, _)| *word));
    match nearest(name, known) {
        Some(near) => Failure::usage(
            format!("`{name}` is not a season; did you mean `{near}`?"),
            format!("write `runplan seasons {near}`"),
        ),
        None => Failure::usage(format!("`{name}` is not a season"), "run `runplan seasons` for the list"),
    }
}
