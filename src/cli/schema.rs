//! `runplan schema`: JSON Schemas of what goes in and comes out.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::streams::print;
use runplan::docs::schema::SCHEMAS;
use std::fmt::Write as _;
use std::process::ExitCode;

/// Prints a JSON Schema.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan schema week > week.schema.json
  runplan schema profile > profile.schema.json   and as the first line of your profile:
  #:schema ./profile.schema.json")]
pub struct Args {
    /// profile, season, week, cycle, replan, refusal or error; without it all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// The ways in which editors come to complete a profile.
const USE: &str = "
An editor completes and checks a profile that names its schema. TOML: save it, and name it in the first line
  runplan schema profile > profile.schema.json
  #:schema ./profile.schema.json
JSON: name it in the editor's settings
  \"json.schemas\": [{\"fileMatch\": [\"runplan*.json\"], \"url\": \"./profile.schema.json\"}]
";

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let Some(name) = &args.name else {
        let mut text = String::new();
        for schema in &SCHEMAS {
            let _ = writeln!(text, "  {:<9} {}", schema.name, schema.summary);
        }
        text += USE;
        print(&text, Audience::Other)?;
        return Ok(ExitCode::SUCCESS);
    };
    let known = SCHEMAS.iter().find(|schema| schema.name.eq_ignore_ascii_case(name));
    let names = SCHEMAS.iter().map(|schema| schema.name);
    let known = known.ok_or_else(|| Failure::unknown(name, "a schema", names, "schema"))?;
    print(known.text, Audience::Other)?;
    Ok(ExitCode::SUCCESS)
}
