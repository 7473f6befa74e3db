//! `runplan schema`: JSON Schemas of what goes in and comes out.

use super::failure::Failure;
use super::output::to_stdout;
use runplan::docs::schema::SCHEMAS;
use runplan::word::nearest;
use std::fmt::Write as _;
use std::process::ExitCode;

/// Prints a JSON Schema.
#[derive(Debug, clap::Args)]
#[command(
    about = "Prints the JSON Schema of a profile, a season, a week, a refusal or an error",
    after_help = "\
Examples:
  runplan schema week > week.schema.json
  runplan schema profile > profile.schema.json   and as the first line of your profile:
  #:schema ./profile.schema.json"
)]
pub struct Args {
    /// profile, season, week, refusal or error; without it all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let Some(name) = &args.name else {
        let mut text = String::new();
        for schema in &SCHEMAS {
            let _ = writeln!(text, "{:<8}  {}", schema.name, schema.summary);
        }
        text += "\nAn editor that knows TOML completes a profile whose first line names its schema:\n  runplan schema profile > profile.schema.json\n  #:schema ./profile.schema.json\n";
        to_stdout(&text)?;
        return Ok(ExitCode::SUCCESS);
    };
    let known = SCHEMAS.iter().find(|schema| schema.name.eq_ignore_ascii_case(name));
    let Some(schema) = known else {
        let near = nearest(name, SCHEMAS.iter().map(|schema| schema.name));
        let hint =
            near.map_or_else(|| "`runplan schema` lists them".to_owned(), |near| format!("write `{near}`"));
        return Err(Failure::asked(format!("`{name}` has no schema"), hint));
    };
    to_stdout(schema.text)?;
    Ok(ExitCode::SUCCESS)
}
