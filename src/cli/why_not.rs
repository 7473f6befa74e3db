//! `runplan why-not`: what would break or get worse.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, width};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::no_week;
use crate::cli::edge::week_args::WhenArgs;
use clap::builder::PossibleValuesParser;
use runplan::explain::why_not::why_not;
use runplan::export::why::{why_not_json, why_not_text};
use runplan::week::kind::Kind;
use runplan::word::Word;
use std::process::ExitCode;

/// Says what stands against a session on a day.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What you would like there
    #[arg(value_name = "SESSION", value_parser = PossibleValuesParser::new(Kind::ASKED.iter().map(|wanted| wanted.id())))]
    session: String,
    /// The day: mon, tomorrow, a date
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
    let (day, when) = args.when.day(&args.day)?;
    let Some(wanted) = Kind::parse(&args.session) else {
        return Err(Failure::usage(
            format!("`{}` is not a session", args.session),
            "run `runplan why-not --help`",
        ));
    };
    let asked = args.profile.read(&when)?;
    let request = asked.request();
    let Some(answer) = why_not(&request, wanted, day) else {
        return no_week(&request, args.format);
    };
    args.format.print(|| why_not_text(&answer, width()), || why_not_json(&answer))
}
