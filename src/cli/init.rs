//! `runplan init`: a first profile, from a few questions or from flags.
//!
//! Plain lines, so that it works in any terminal and over any connection: each answer is checked by the profile's own
//! reader before the next question. Nothing is written before the last one.

mod question;

use crate::cli::edge::Failure;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::output::width;
use crate::cli::edge::plan_args::PlanArgs;
use crate::cli::edge::stderr::name;
use crate::cli::edge::streams::to_reader;
use crate::cli::edge::target::{Target, write_new};
use crate::cli::edge::week_args::{NowArgs, WhenArgs};
use crate::cli::week;
use question::{Answers, Question, checked, choice, long_run, quoted, tell};
use runplan::docs::starter;
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::profile::read_all;
use runplan::week::phase::Phase;
use runplan::week::session::Experience;
use runplan::word::Word as _;
use std::io::{BufRead, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr as _;

/// Where every command finds it.
const HERE: &str = "runplan.toml";

/// The keys that are asked for, in order; what was answered decides about some of them.
const ASKED: [&str; 14] = [
    "race.date",
    "race.distance",
    "season",
    "runs.per_week",
    "runs.days",
    "runs.long",
    "runs.speed",
    "runs.minutes",
    "plan.start",
    "plan.peak",
    "time.weekday",
    "time.weekend",
    "strength.equipment",
    "level",
];

/// Writes a first profile.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan init
  runplan init --days tue,thu,sun --season base --yes
  runplan init maya.toml --race 2027-02-14 --distance half --days tue,wed,thu,sun --long sun")]
pub struct Args {
    /// The file to write [default: ./runplan.toml, where every command finds it]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Your name, as weeks show it
    #[arg(long)]
    name: Option<String>,
    /// The date of your race, as in 2027-02-14
    #[arg(long, value_name = "DATE")]
    race: Option<String>,
    /// How far it is: 5k, 10k, half, marathon or ultra
    #[arg(long, requires = "race")]
    distance: Option<String>,
    /// The season, where no race says it
    #[arg(long, short)]
    season: Option<String>,
    /// How many runs a week, on days that the planner chooses
    #[arg(long, value_name = "NUMBER")]
    runs: Option<String>,
    /// The days you run: tue,thu,sun; with --runs those on which a run is possible
    #[arg(long)]
    days: Option<String>,
    /// The day of the long run; with --runs the days that it may take
    #[arg(long, value_name = "DAY")]
    long: Option<String>,
    /// The days of fast runs; with --runs how many
    #[arg(long, value_name = "DAYS")]
    speed: Option<String>,
    /// Minutes of easy, fast and long runs: 40,50,90
    #[arg(long)]
    minutes: Option<String>,
    /// The first week of a plan to the race, by any of its days
    #[arg(long, value_name = "DATE", requires = "race", conflicts_with = "season")]
    start: Option<String>,
    /// Minutes that the long run grows to
    #[arg(long, value_name = "MINUTES", requires = "start")]
    peak: Option<String>,
    /// Time on a weekday: minutes, or hours as in 06:30-07:45,17:30-18:30
    #[arg(long, value_name = "TIME")]
    weekday: Option<String>,
    /// Time on a day of the weekend
    #[arg(long, value_name = "TIME")]
    weekend: Option<String>,
    /// What there is to train with: dumbbell,band
    #[arg(long)]
    equipment: Option<String>,
    /// Experience in the gym: novice, intermediate or advanced [novice]
    #[arg(long)]
    level: Option<String>,
    /// Asks nothing: what no flag says is left out, or is what is usual
    #[arg(long, short)]
    yes: bool,
    /// Replaces a profile that is there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    now: NowArgs,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let path = args.file.clone().unwrap_or_else(|| PathBuf::from(HERE));
    if !args.force && path.symlink_metadata().is_ok() {
        return Err(Failure::usage(
            format!("{} is there already", name(&path)),
            "name another file, or replace it with `--force`",
        ));
    }
    let asks = !args.yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let answers = if asks {
        args.answers(Some((&mut std::io::stdin().lock(), &mut std::io::stderr().lock())))?
    } else {
        args.answers(None::<(&mut std::io::Empty, &mut std::io::Sink)>)?
    };
    let text = starter::profile(&answers);
    let (node, _) = document::toml(&text, 0);
    let (profile, problems) = read_all(&node);
    let monday = WhenArgs::on(args.now.today()?, BusyArgs::default(), PlanArgs::default()).week.monday()?;
    let wrong = |problems| Failure::Input(problems, vec![(path.display().to_string(), text.clone())]);
    if !problems.is_empty() {
        return Err(wrong(problems));
    }
    let request = Request::new(profile, monday).check().map_err(wrong)?;
    if args.force {
        Target::find(&path, true)?.write(text.as_bytes())?;
    } else {
        write_new(&path, &text)?;
    }
    show(&path, &request)
}

impl Args {
    /// What flags say, and where there is somebody to ask, what they answer.
    fn answers(&self, mut someone: Option<(&mut impl BufRead, &mut impl Write)>) -> Result<Answers, Failure> {
        let mut answers: Answers = Vec::new();
        if let Some(name) = &self.name {
            answers.push(("name", quoted(name)));
        }
        if let Some((_, out)) = &mut someone {
            tell(*out, "A few questions; an empty answer takes what stands in [brackets].");
        }
        for key in ASKED {
            let Some(question) = self.question(key, &answers) else { continue };
            let (flag, said) = self.flag(question.key);
            if let Some(word) = said {
                let value = question.value(word);
                checked(&answers, question.key, &value).map_err(|problem| {
                    let hint = problem.hint.unwrap_or_default();
                    Failure::usage(format!("{flag}: {}", problem.message), hint)
                })?;
                answers.push((question.key, value));
                continue;
            }
            let word = match &mut someone {
                Some((input, out)) => question.asked(*input, *out, &answers)?,
                None if question.must && !self.yes => {
                    return Err(Failure::usage(
                        "there is no terminal to ask questions on, and no flag says on which days you run",
                        "add `--days tue,thu,sun` or `--runs 3`, or take what is usual with `--yes`",
                    ));
                }
                None => question.usual.unwrap_or_default().to_owned(),
            };
            // Who was asked what there is and has nothing has said so.
            let nothing = question.key == "strength.equipment" && someone.is_some();
            if !word.is_empty() || nothing {
                answers.push((question.key, question.value(&word)));
            }
        }
        Ok(answers)
    }

    /// The flag of a key, and what it says.
    fn flag(&self, key: &str) -> (&'static str, Option<&str>) {
        let (flag, said) = match key {
            "race.date" => ("--race", &self.race),
            "race.distance" => ("--distance", &self.distance),
            "season" => ("--season", &self.season),
            "runs.per_week" => ("--runs", &self.runs),
            "runs.days" => ("--days", &self.days),
            "runs.long" => ("--long", &self.long),
            "runs.speed" => ("--speed", &self.speed),
            "runs.minutes" => ("--minutes", &self.minutes),
            "plan.start" => ("--start", &self.start),
            "plan.peak" => ("--peak", &self.peak),
            "time.weekday" => ("--weekday", &self.weekday),
            "time.weekend" => ("--weekend", &self.weekend),
            "strength.equipment" => ("--equipment", &self.equipment),
            _ => ("--level", &self.level),
        };
        (flag, said.as_deref())
    }

    /// The question for a key, if it is asked; what was answered before decides.
    fn question(&self, key: &'static str, answers: &Answers) -> Option<Question> {
        let said = |key: &str| answers.iter().any(|(known, _)| *known == key);
        let ask = |text: &str| Question::new(key, text);
        Some(match key {
            "race.date" => ask("When is your race? A date such as 2027-02-14 [none]"),
            "race.distance" if said("race.date") => {
                ask(&format!("How far is it? {} [not said]", choice(key, " or ")))
            }
            // With a race the season is not asked for, but a flag may name it.
            "season" if said("race.date") => return self.season.as_ref().map(|_| ask("")),
            "season" => {
                let seasons = "off-season, base, race-prep, taper or recovery";
                let usual = Phase::Base.id();
                ask(&format!("Where are you in the year? {seasons} [{usual}]")).usual(Some(usual))
            }
            // Whoever names the days has said how many there are.
            "runs.per_week" if self.days.is_some() && self.runs.is_none() => return None,
            "runs.per_week" => ask("How many runs a week? The planner finds their days [you name the days]"),
            "runs.days" if said("runs.per_week") => {
                ask("On which days is a run possible? Such as tue thu sat sun [any day]")
            }
            "runs.long" if said("runs.per_week") => {
                ask("On which days may the long run be? Such as sat sun [the weekend, if it fits]")
            }
            "runs.speed" if said("runs.per_week") => {
                ask("How many of the runs are fast: intervals, tempo? [none]")
            }
            "runs.days" => {
                let days = ask("On which days do you run? Such as tue thu sun");
                if self.yes { days.usual(Some("tue thu sun")) } else { Question { must: true, ..days } }
            }
            "runs.long" => {
                let usual = long_run(answers);
                let shown = usual.unwrap_or("none");
                ask(&format!("Which of them is the long run? [{shown}]")).usual(usual)
            }
            "runs.speed" => ask("Which of them are fast: intervals, tempo? [none]"),
            "runs.minutes" => {
                ask("How many minutes are an easy, a fast and the long run? Such as 40 50 90 [not said]")
            }
            "plan.start" if said("race.date") && !said("season") => {
                ask("When does your plan for it begin? A date such as 2026-11-30 [no plan]")
            }
            "plan.peak" if said("plan.start") && (said("runs.long") || said("runs.per_week")) => {
                ask("How many minutes is your long run to grow to? Such as 120 [as it is]")
            }
            "time.weekday" => ask(
                "How much time is there on a weekday? Minutes (75) or hours (06:30-07:45, 17:30-18:30) [any]",
            ),
            "time.weekend" => ask("And on a day of the weekend? [any]"),
            "strength.equipment" => {
                ask(&format!("What is there to train with? {} (all of it) [nothing]", choice(key, ", ")))
            }
            // Without an answer a profile says the level all the same: who does not know it does not lift yet.
            "level" => {
                let usual = Experience::Novice.id();
                let levels = choice(key, " or ");
                ask(&format!("How experienced are you in the gym, not as a runner? {levels} [{usual}]"))
                    .usual(Some(usual))
            }
            _ => return None,
        })
    }
}

/// Shows the week of the new profile, and what comes next.
fn show(path: &Path, request: &Request<'_>) -> Result<ExitCode, Failure> {
    let flag = if path.as_os_str() == HERE { String::new() } else { format!(" --profile {}", name(path)) };
    to_reader(&format!("Wrote {}. Its week:\n\n", name(path)))?;
    let code = week::print(request)?;
    let mut next = vec![
        ("What to do today:", format!("runplan today{flag}")),
        ("The week in your calendar:", format!("runplan week{flag} -o week.ics")),
        ("Why a day is as it is:", format!("runplan why sun{flag}")),
    ];
    if request.profile.plan.is_said() {
        next.push(("All weeks to the race:", format!("runplan cycle{flag}")));
    }
    // A command that is broken over two lines cannot be copied.
    let column = next.iter().map(|(what, _)| what.len() + 2).max().unwrap_or(0);
    let wide = next.iter().all(|(_, command)| column + command.width() <= width());
    let line = |(what, command): &(&str, String)| {
        if wide { format!("{what:<column$}{command}\n") } else { format!("{what}\n  {command}\n") }
    };
    to_reader(&format!("\n{}", next.iter().map(line).collect::<Vec<_>>().concat()))?;
    Ok(code)
}
