//! `runplan seasons`: the numbers of the seasons, from the data files themselves.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, width};
use crate::cli::edge::streams::to_reader;
use runplan::docs::seasons;
use runplan::season::Season;
use runplan::week::phase::{Phase, SYNONYMS};
use runplan::word::Word;
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
    let Some(name) = &args.name else {
        let all = || Phase::ALL.iter().map(|phase| seasons::json(Season::builtin(*phase))).collect();
        return args.format.print(|| seasons::names(width()), all);
    };
    let known = Phase::ALL.iter().map(|phase| phase.id()).chain(SYNONYMS.iter().map(|(word, _)| *word));
    let phase = Phase::parse(name).ok_or_else(|| Failure::unknown(name, "a season", known, "seasons"))?;
    let season = Season::builtin(phase);
    if args.source {
        to_reader(Season::file(phase))?;
        return Ok(ExitCode::SUCCESS);
    }
    args.format.print(|| seasons::page(season, width()), || seasons::json(season))
}
