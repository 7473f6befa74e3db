//! `runplan why-not`: what would break or get worse.

use super::failure::Failure;
use super::input::{ProfileArgs, day};
use super::moment::WhenArgs;
use super::output::{to_reader, to_stdout};
use super::rules::{Form, pretty};
use super::week::{no_week, width};
use clap::builder::PossibleValuesParser;
use runplan::export::answers::{why_not_json, why_not_text};
use runplan::question::{Wanted, why_not};
use runplan::word::Word;
use std::process::ExitCode;

/// Says what stands against a session on a day.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What you would like there
    #[arg(value_name = "SESSION", value_parser = PossibleValuesParser::new(Wanted::ALL.iter().map(|wanted| wanted.id())))]
    session: String,
    /// The day
    #[arg(value_name = "DAY")]
    day: String,
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    when: WhenArgs,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let day = day(&args.day)?;
    let Some(wanted) = Wanted::parse(&args.session) else {
        return Err(Failure::asked(
            format!("`{}` is not a session", args.session),
            "run `runplan why-not --help`",
        ));
    };
    let asked = args.profile.read(&args.when)?;
    let situation = asked.situation();
    let Some(answer) = why_not(&situation, wanted, day) else {
        return no_week(&situation, args.format);
    };
    match args.format {
        Form::Text => to_reader(&why_not_text(&situation, &answer, width()))?,
        Form::Json => to_stdout(&pretty(&why_not_json(&situation, &answer)))?,
    }
    Ok(ExitCode::SUCCESS)
}
