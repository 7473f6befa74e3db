//! `runplan init`: a first profile, from a few questions or from flags.
//!
//! Each answer is checked by the profile's own readers before the next question. Nothing is written before the last one.

mod answers;
mod conversation;
mod question;
mod someone;
mod terminal_state;

use crate::cli::edge::Failure;
use crate::cli::edge::output::{pretty, width};
use crate::cli::edge::profile_args::parsed;
use crate::cli::edge::stderr::name;
use crate::cli::edge::streams::to_reader;
use crate::cli::edge::target::{Target, write_new};
use crate::cli::edge::week_args::NowArgs;
use crate::cli::week;
use answers::{Answers, json};
use conversation::{Conversation, Flags};
use runplan::docs::starter;
use runplan::facts::request::Request;
use runplan::profile::read_all;
use runplan::week::dates::monday_of;
use someone::{Lines, Terminal};
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr as _;

/// Where every command finds it.
const HERE: &str = "runplan.toml";

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
    let is_json = is_json(&path)?;
    let today = args.now.today()?;
    let conversation = Conversation::new(args, today);
    let asks = !args.yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let answers = if asks { asked(conversation)? } else { conversation.silent()? };
    let text = text(&answers, is_json);
    let (node, mut problems) = parsed(&path.display().to_string(), &text);
    let (profile, more) = read_all(&node);
    problems.extend(more);
    let wrong = |problems| Failure::Input(problems, vec![(path.display().to_string(), text.clone())]);
    if !problems.is_empty() {
        return Err(wrong(problems));
    }
    let request = Request::new(profile, monday_of(today).unwrap_or(today)).check().map_err(wrong)?;
    terminal_state::whole(|| {
        if args.force { Target::find(&path, true)?.write(text.as_bytes()) } else { write_new(&path, &text) }
    })?;
    show(&path, &request)
}

/// Whether the profile is to be JSON, by the ending of its name. Fails where commands would not read what is written.
fn is_json(path: &Path) -> Result<bool, Failure> {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    if ending == "yaml" || ending == "yml" {
        let named = name(&path.with_extension("toml"));
        return Err(Failure::usage(
            format!("{} has the ending of YAML, and a profile is TOML or JSON", name(path)),
            format!("name it {named}"),
        ));
    }
    Ok(ending == "json")
}

/// The profile as text: TOML with all that could be said in comments, or JSON.
fn text(answers: &Answers, is_json: bool) -> String {
    match answers::node(answers) {
        Ok(node) if is_json => pretty(&json(&node)),
        _ => starter::profile(answers),
    }
}

/// The answers of who sits at the terminal.
fn asked(conversation: Conversation<'_, Args>) -> Result<Answers, Failure> {
    terminal_state::watch();
    let (input, out) = (std::io::stdin(), std::io::stderr());
    // The line editor writes to standard output: where that goes elsewhere, lines are read as they come.
    let terminal = std::io::stdout().is_terminal().then(|| Terminal::new(std::io::stderr())).flatten();
    match terminal {
        Some(mut terminal) => conversation.held(&mut terminal),
        None => conversation.held(&mut Lines { input: input.lock(), out: out.lock() }),
    }
}

impl Flags for Args {
    fn flag(&self, key: &str) -> (&'static str, Option<&str>) {
        let (flag, said) = match key {
            "name" => ("--name", &self.name),
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

    fn takes_usual(&self) -> bool {
        self.yes
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
