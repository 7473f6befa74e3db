//! `runplan why-not`: what would break or get worse.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{Form, width};
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::refusal::no_week;
use crate::cli::edge::week_args::WhenArgs;
use clap::builder::PossibleValuesParser;
use runplan::docs::rules::sentence;
use runplan::explain::why_not::{WhyNot, why_not};
use runplan::export::why::{why_not_json, why_not_text};
use runplan::facts::request::Request;
use runplan::profile::keys::key;
use runplan::rules;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::word::Word;
use runplan::wrap::Page;
use std::process::ExitCode;

/// Says what stands against a session on a day.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What you would like there
    #[arg(value_name = "SESSION", value_parser = PossibleValuesParser::new(Kind::ASKED.iter().map(|wanted| wanted.id())))]
    session: String,
    /// The day: mon, tomorrow, a date [default: each day of the week]
    #[arg(value_name = "DAY")]
    day: Option<String>,
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
    let day = args.day.as_deref().map(|word| args.when.day(word)).transpose()?;
    let when = day.as_ref().map_or(&args.when, |(_, when)| when);
    let Some(wanted) = Kind::parse(&args.session) else {
        return Err(Failure::usage(
            format!("`{}` is not a session", args.session),
            "run `runplan why-not --help`",
        ));
    };
    let asked = args.profile.read(when)?;
    let request = asked.request();
    let Some((day, _)) = day else { return each_day(args, &request, wanted) };
    let Some(answer) = why_not(&request, wanted, day) else {
        return no_week(&request, args.format);
    };
    args.format.print(|| why_not_text(&answer, width()), || why_not_json(&answer))
}

/// Says of each day of the week what stands against a session on it, a line each.
fn each_day(args: &Args, request: &Request<'_>, wanted: Kind) -> Result<ExitCode, Failure> {
    let answers: Option<Vec<WhyNot>> = Day::ALL.iter().map(|day| why_not(request, wanted, *day)).collect();
    let Some(answers) = answers else { return no_week(request, args.format) };
    let text = || {
        let mut page = Page::new(width());
        for answer in &answers {
            page.beside(&format!("{}  ", answer.day.short()), &sentence(&answer.message));
        }
        page.gap();
        page.paragraph(&format!("More on one day: `runplan why-not {} sat`", wanted.id()));
        // Who wants one more in any place says so in the profile.
        let sessions = rules::target(wanted).map(|target| format!("{}.sessions", target.kind));
        if let Some(sessions) = sessions.filter(|sessions| key(sessions).is_some()) {
            page.paragraph(&format!("Another number of them in the week: `--set {sessions}=2`"));
        }
        page.text
    };
    args.format.print(text, || answers.iter().map(why_not_json).collect())
}
