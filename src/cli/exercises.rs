//! `runplan exercises`: the exercises, from the catalogue itself and a runner's own file.

use crate::cli::edge::Failure;
use crate::cli::edge::exercise_file;
use crate::cli::edge::output::{Form, width};
use clap::builder::PossibleValuesParser;
use runplan::docs::exercises::{Wanted, exercise_json, exercise_text, exercises_text, wanted};
use runplan::exercise::{Exercise, Gear, Region};
use runplan::profile::Equipment;
use runplan::word::{Word, nearest};
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows the exercises.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One exercise by its id
    id: Option<String>,
    /// Only those that can be done with this; `none` is body weight alone
    #[arg(long, value_name = "PIECE,...", value_delimiter = ',')]
    equipment: Option<Vec<String>>,
    /// Only those of a region
    #[arg(long, value_name = "REGION", value_parser = PossibleValuesParser::new(Region::ALL.iter().map(|region| region.id())))]
    region: Option<String>,
    /// A file of your own exercises, beside the catalogue
    #[arg(long, value_name = "FILE")]
    own: Option<PathBuf>,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let own = args.own.as_deref().map(exercise_file::of_file).transpose()?.unwrap_or_default();
    let which = Wanted {
        region: args.region.as_deref().and_then(Region::parse),
        gear: args.equipment.as_deref().map(gear).transpose()?,
    };
    let Some(id) = &args.id else {
        let all = || wanted(&own, which).map(exercise_json).collect();
        return args.format.print(|| exercises_text(&own, which, width()), all);
    };
    let known = Exercise::catalogue().iter().map(|exercise| &*exercise.id);
    let exercise = Exercise::find(&id.to_lowercase(), &own)
        .ok_or_else(|| Failure::unknown(id, "an exercise", known, "exercises"))?;
    args.format.print(|| exercise_text(exercise, width()), || exercise_json(exercise))
}

fn gear(words: &[String]) -> Result<Gear, Failure> {
    let pieces = words.iter().map(|word| word.trim()).filter(|word| !word.is_empty() && *word != "none");
    pieces.map(|word| Equipment::parse(word).ok_or_else(|| unknown_piece(word))).collect()
}

fn unknown_piece(word: &str) -> Failure {
    let known: Vec<&str> = Equipment::ALL.iter().map(|piece| piece.id()).collect();
    match nearest(word, known.iter().copied()) {
        Some(near) => Failure::usage(
            format!("`{word}` is not a piece of equipment; did you mean `{near}`?"),
            format!("write `{near}`"),
        ),
        None => Failure::usage(
            format!("`{word}` is not a piece of equipment"),
            format!("use some of {}, or `none`", runplan::input::reader::list(known)),
        ),
    }
}
