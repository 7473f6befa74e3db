//! `runplan replan`: the rest of a week in which a day fell away or a session was missed, with the fewest moves.

use crate::cli::calendar::CalendarArgs;
use crate::cli::edge::busy::BusyArgs;
use crate::cli::edge::chosen::Chosen;
use crate::cli::edge::folder::{Folder, days};
use crate::cli::edge::output::{OutputArgs, width};
use crate::cli::edge::plan_args::PlanArgs;
use crate::cli::edge::profile_args::ProfileArgs;
use crate::cli::edge::profile_path::{How, found};
use crate::cli::edge::refusal::tell_refusal;
use crate::cli::edge::request_input::RequestInput;
use crate::cli::edge::saved_plan::Saved;
use crate::cli::edge::stderr::tell;
use crate::cli::edge::streams::to_reader;
use crate::cli::edge::week_args::{NowArgs, WhenArgs};
use crate::cli::edge::{Failure, NO, Sources};
use chrono::NaiveDate;
use runplan::export::ics::replace::replacing;
use runplan::export::replan::off_lines;
use runplan::export::{Format, Options};
use runplan::input::document::{Node, Value};
use runplan::input::reader::unknown_word;
use runplan::input::{Place, Problem};
use runplan::plan::{Outcome, plan};
use runplan::replan::{Losses, Missed, Replan, Standing, replan, runner_of};
use runplan::week::dates::monday_of;
use runplan::week::day::{Day, Days};
use runplan::week::kind::Kind;
use runplan::word::Word;
use std::path::PathBuf;
use std::process::ExitCode;

/// Plans the rest of a week again.
#[derive(Debug, clap::Args)]
#[command(
    before_long_help = "\
Examples:
  runplan replan --block thu                        no time on Thursday after all
  runplan replan --missed wed                       Wednesday did not happen
  runplan replan --missed fri:strength --pin sat    only its strength; Saturday stays as it is
  runplan week --format json -o week.json
  runplan replan --from week.json --block thu -o week.ics",
    mut_arg("block", |arg| arg.help("A day ahead on which there is no training any more, or several with commas")),
    after_help = "\
What is over stays as it was and counts as done, unless you say that it was missed. Runs move only where their day is lost, strength
only where it must; what finds no day is let go, never crammed in or carried into the next week. Nothing gets longer."
)]
pub struct Args {
    /// The plan as it was printed, JSON or NDJSON; - is standard input [default: the plan of the profile]
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// A day that was missed, or only its run or its strength: wed, wed:run, wed:strength
    #[arg(long, value_name = "DAY[:KIND]")]
    missed: Vec<String>,
    /// A day whose sessions you have put on another day: thu:fri
    #[arg(long, value_name = "DAY:DAY")]
    moved: Vec<String>,
    /// A day that stays as it is, or several with commas
    #[arg(long, value_name = "DAY")]
    pin: Vec<String>,
    /// Prints the lines for the profile that keep the blocked days in mind, and nothing else
    #[arg(long)]
    print_off: bool,
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    plan: PlanArgs,
    #[command(flatten)]
    now: NowArgs,
    #[command(flatten)]
    busy: BusyArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    calendar: CalendarArgs,
    /// Starts a CSV file with a byte order mark, for old spreadsheets
    #[arg(long)]
    bom: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let format = args.output.format()?;
    let now = args.now.local()?;
    let (losses, sources) = args.losses(now)?;
    let both = [args.from.as_deref(), args.profile.profile.as_deref()];
    if both.into_iter().flatten().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::usage("standard input can be read only once", "name files, or give one `-`"));
    }
    let monday = monday_of(now.date()).unwrap_or(now.date());
    let saved = args.from.as_deref().map(|path| Saved::read(path, monday)).transpose()?;
    let asked = match &saved {
        Some(saved) if found(args.profile.profile.as_deref())?.0 == How::Example => {
            args.of_plan(saved, monday)?
        }
        _ => args.profile.read(&WhenArgs::on(now.date(), args.busy.clone(), args.plan.clone()))?,
    };
    let asked = RequestInput { block: Days::NONE, ..asked };
    if let Chosen::Text(_) = format {
        args.output.file.check()?;
    }
    let request = asked.request();
    let outcome = asked.named(plan(&request));
    let standing = match (&saved, &outcome) {
        (Some(saved), _) => saved.standing(outcome.week(), &asked)?,
        (None, Outcome::Week(plan)) => Standing::from(&**plan),
        (None, Outcome::Refused(refusal)) => {
            tell_refusal(refusal, None);
            return Ok(ExitCode::from(NO));
        }
    };
    let calendar = |monday| asked.calendars.quietly(monday);
    let calendar = asked.busy.as_ref().map(|_| &calendar as _);
    let replanned = replan(&request, calendar, standing, &losses)
        .map_err(|problems| Failure::Input(problems, sources))?;
    if args.print_off {
        to_reader(&off_lines(&replanned))?;
        return Ok(ExitCode::SUCCESS);
    }
    match format {
        Chosen::Text(format) => write(args, &replanned, format),
        Chosen::Sessions(format) => {
            let folder = Folder::find(&args.output.file, format)?;
            let options = Options { stamp: args.now.moment()?, ..Options::default() };
            let weeks = replanned.weeks();
            folder.write(&days(&weeks), |monday| weeks.iter().any(|plan| plan.monday == monday), &options)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Writes the answer.
fn write(args: &Args, replanned: &Replan, format: &Format) -> Result<ExitCode, Failure> {
    let is_calendar = format.name == "ics";
    let stamp = if is_calendar { args.now.moment()? } else { Options::default().stamp };
    let options = Options {
        width: width(),
        bom: args.bom,
        stamp,
        calendar: args.calendar.read()?,
        ..Options::default()
    };
    let text = (format.replan)(replanned, &options);
    args.calendar.tell_missing(format, &text);
    let planned: Vec<NaiveDate> = replanned.weeks().iter().map(|plan| plan.monday).collect();
    args.output.file.write(format, |earlier| match earlier {
        Some(earlier) if is_calendar => replacing(earlier, &text, stamp, &planned),
        _ => text,
    })?;
    Ok(ExitCode::SUCCESS)
}

impl Args {
    /// What is asked where there is no profile: the plan says what it was planned with.
    fn of_plan(&self, saved: &Saved, monday: NaiveDate) -> Result<RequestInput, Failure> {
        let ProfileArgs { season, placement, place, set, .. } = &self.profile;
        let is_changed = [season, placement, place].iter().any(|flag| flag.is_some()) || !set.is_empty();
        let names_a_plan = !self.plan.words().is_empty() || self.plan.plan.is_some();
        if is_changed || names_a_plan {
            return Err(Failure::usage(
                "flags change a profile, and there is none",
                "write one with `runplan init`, or name it with `--profile FILE`",
            ));
        }
        let hint = "name your profile with `--profile FILE`: it knows your time and your gym days";
        tell("note", "no profile found; the numbers of the plan itself count", &[hint.to_owned()]);
        Ok(RequestInput {
            profile: runner_of(saved.runner.as_deref(), &saved.week),
            own_season: None,
            monday,
            block: Days::NONE,
            busy: self.busy.read(monday)?,
            calendars: self.busy.clone(),
            exercises: Vec::new(),
            plan: None,
        })
    }

    /// What became of the week, with the words of the flags for what is wrong with them.
    fn losses(&self, now: chrono::NaiveDateTime) -> Result<(Losses, Sources), Failure> {
        let mut words = Words::default();
        let mut losses = Losses { now, ..Losses::default() };
        words.each("--block", &self.profile.block, |words, word, place| {
            losses.block.extend(words.day(word, &place).map(|day| (day, place.clone())));
        });
        words.each("--pin", &self.pin, |words, word, place| {
            losses.pin.extend(words.day(word, &place).map(|day| (day, place.clone())));
        });
        words.each("--missed", &self.missed, |words, word, place| {
            let (day, what) = word.split_once(':').map_or((word, None), |(day, what)| (day, Some(what)));
            let Some(day) = words.day(day, &place) else { return };
            let kind = what.map(|what| match what.trim().to_ascii_lowercase().as_str() {
                "run" => Some(Kind::Run),
                "strength" => Some(Kind::Strength),
                _ => None,
            });
            if kind == Some(None) {
                let message = format!("`{}` is no part of a day", what.unwrap_or_default());
                let problem = Problem::at("", &place, message);
                words
                    .problems
                    .push(problem.hint(format!("write `{0}`, `{0}:run` or `{0}:strength`", day.id())));
                return;
            }
            losses.missed.push((Missed { day, what: kind.flatten() }, place));
        });
        words.each("--moved", &self.moved, |words, word, place| {
            let Some((from, to)) = word.split_once(':') else {
                let problem = Problem::at("", &place, format!("`{word}` names one day"));
                words.problems.push(problem.hint("write from which day to which: `thu:fri`"));
                return;
            };
            let days = words.day(from, &place).zip(words.day(to, &place));
            losses.moved.extend(days.map(|(from, to)| ([from, to], place.clone())));
        });
        if words.problems.is_empty() {
            Ok((losses, words.sources))
        } else {
            Err(Failure::Input(words.problems, words.sources))
        }
    }
}

/// The words of flags while they are read.
#[derive(Default)]
struct Words {
    sources: Sources,
    problems: Vec<Problem>,
}

impl Words {
    /// Reads each word of a flag; several may stand between commas.
    fn each(&mut self, flag: &str, words: &[String], mut read: impl FnMut(&mut Self, &str, Place)) {
        for word in words {
            self.sources.push((flag.to_owned(), word.clone()));
            let source = self.sources.len() - 1;
            let mut at = 0;
            for part in word.split(',') {
                read(self, part, Place { source, span: Some(at..at + part.len()) });
                at += part.len() + 1;
            }
        }
    }

    /// A day, by its name.
    fn day(&mut self, word: &str, place: &Place) -> Option<Day> {
        let day = Day::parse(word);
        if day.is_none() {
            let node = Node { value: Value::Bool(true), place: place.clone() };
            self.problems.push(unknown_word::<Day>(word, "", &node));
        }
        day
    }
}
