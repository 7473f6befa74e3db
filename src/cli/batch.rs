//! `runplan batch`: profiles in, weeks out, a line for a line.

use crate::cli::edge::profile_args::parsed;
use crate::cli::edge::read_file::{PROFILE, read_text};
use crate::cli::edge::season_word::season_file;
use crate::cli::edge::signals;
use crate::cli::edge::stderr::{name, say, say_over, tell, to_programs};
use crate::cli::edge::streams::stdout;
use crate::cli::edge::week_args::WeekArgs;
use crate::cli::edge::workers::{Block, Input, LONGEST, Progress, TOO_LONG, Workers, not_written};
use crate::cli::edge::{Failure, NO};
use anyhow::Context as _;
use memchr::memchr_iter;
use runplan::batch::{Batch, Defaults, Detail, LineOutcome, error};
use runplan::input::Problem;
use runplan::week::phase::Phase;
use runplan::word::Word as _;
use std::fs::File;
use std::io::{BufReader, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Bytes of the buffer of each input.
const BUFFER: usize = 256 << 10;
/// Interval of progress updates on a terminal.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(500);
/// Interval of looks at whether the batch is done.
const POLL_INTERVAL: Duration = Duration::from_millis(20);
/// Time that an interrupt waits for a reader who takes the rest of a line.
const INTERRUPT_GRACE: Duration = Duration::from_secs(2);
/// Threads at most, for each core: more of them only take memory from each other.
const THREADS_A_CORE: usize = 4;

/// Plans many runners.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan batch < runners.ndjson > weeks.ndjson
  runplan batch --week next --detail brief --summary runners.ndjson
  runplan batch --profiles team/*.toml | jq -r '[.runner, .totals.load] | @tsv'")]
pub struct Args {
    /// Files of profiles, one a line; - is standard input [default: standard input]
    #[arg(value_name = "FILE", conflicts_with = "profiles")]
    files: Vec<PathBuf>,
    /// Profiles, TOML or JSON, a file each: a line out for each file
    #[arg(long, value_name = "FILE", num_args = 1..)]
    profiles: Vec<PathBuf>,
    #[command(flatten)]
    when: WeekArgs,
    /// The season of who names none: a name; or your own season file, for all
    #[arg(long, short, value_name = "SEASON")]
    season: Option<String>,
    /// Where strength goes for who does not say
    #[arg(long, value_name = "PLACEMENT")]
    placement: Option<String>,
    /// Any key of a profile, for who does not set it, as in `strength.minutes=30`
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// How much of each week: full, or brief: codes instead of prose, no exercises, no reasons and fixes
    #[arg(long, value_parser = ["full", "brief"], default_value = "full")]
    detail: String,
    /// Says at the end how many lines came to what, and how fast
    #[arg(long)]
    summary: bool,
}

/// Numbers of lines by their outcome.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// The lines of each [`LineOutcome`], in its order.
    lines: [u64; 4],
    /// Weeks that were searched, not known already.
    searched: u64,
}

impl Tally {
    const fn add(&mut self, came: LineOutcome) {
        self.lines[came as usize] += 1;
    }

    /// The sum of two tallies.
    fn and(self, other: Self) -> Self {
        Self {
            lines: std::array::from_fn(|of| self.lines[of] + other.lines[of]),
            searched: self.searched + other.searched,
        }
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let defaults = args.defaults()?;
    let started = Instant::now();
    let tally = if args.profiles.is_empty() {
        args.answer_lines(&defaults)?
    } else {
        args.answer_profiles(&defaults)?
    };
    if args.summary {
        tell_summary(&summary(tally, started.elapsed()));
    }
    let [_, _, refused, bad] = tally.lines;
    Ok(if refused + bad == 0 { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

impl Args {
    /// The defaults of lines that do not say otherwise.
    fn defaults(&self) -> Result<Defaults, Failure> {
        let detail = if self.detail == "brief" { Detail::Brief } else { Detail::Full };
        let mut defaults = Defaults { monday: self.when.monday()?, season: None, keys: Vec::new(), detail };
        let input = |problem: Problem, name: &str, text: &str| {
            Failure::Input(vec![problem], vec![(name.to_owned(), text.to_owned())])
        };
        for expression in &self.set {
            defaults.set(expression).map_err(|problem| input(problem, "--set", expression))?;
        }
        match self.season.as_deref() {
            Some(word) if Phase::parse(word).is_some() => defaults.word("season", word),
            Some(word) => defaults.season = Some(season_file(word)?),
            None => {}
        }
        if let Some(word) = &self.placement {
            defaults.word("strength.placement", word);
        }
        Ok(defaults)
    }

    /// Answers the lines of the inputs.
    fn answer_lines(&self, defaults: &Defaults) -> Result<Tally, Failure> {
        let mut inputs: Vec<Input> = Vec::new();
        for path in &self.files {
            inputs.push(opened(path)?);
        }
        if inputs.is_empty() {
            inputs.push(BufReader::with_capacity(BUFFER, Box::new(StdinByRef)));
        }
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = self.threads.map_or(cores, usize::from).min(cores * THREADS_A_CORE);
        let progress = Arc::new(Progress::default());
        stop_on_signal(&progress);
        let start = || (Batch::new(defaults), Tally::default());
        let mut out = stdout();
        let states = std::thread::scope(|scope| {
            // Where the system starts no thread for it there is no progress display.
            let _ = std::thread::Builder::new().spawn_scoped(scope, || show_progress(&progress));
            let workers = Workers { most: threads, progress: &progress };
            let states = workers.map_lines(inputs, &mut out, start, answer_block);
            progress.stop.store(true, Ordering::Relaxed);
            states
        });
        progress.give_way();
        Ok(states?.iter().fold(Tally::default(), |sum, (batch, tally)| {
            sum.and(Tally { searched: batch.planned()[1], ..*tally })
        }))
    }

    /// Answers each file of `--profiles` with a line.
    fn answer_profiles(&self, defaults: &Defaults) -> Result<Tally, Failure> {
        let (mut batch, mut tally) = (Batch::new(defaults), Tally::default());
        let mut stdout = stdout();
        let progress = Arc::new(Progress::default());
        stop_on_signal(&progress);
        for (number, path) in (1..).zip(&self.profiles) {
            let mut out = Vec::new();
            tally.add(match read_text(path, PROFILE) {
                Ok((name, text)) => match parsed(&name, &text) {
                    (node, problems) if problems.is_empty() => batch.document(node, number, &mut out),
                    (_, problems) => {
                        let all: Vec<String> = problems.iter().map(Problem::to_string).collect();
                        let hint = problems.iter().find_map(|problem| problem.hint.clone());
                        let message = format!("{}: {}", path.display(), all.join("; "));
                        error(&mut out, number, &message, hint.as_deref().unwrap_or("mend it"))
                    }
                },
                Err(Failure::Usage(problem, hint)) => {
                    error(&mut out, number, &format!("{problem:#}"), hint.as_deref().unwrap_or("mend it"))
                }
                Err(failure) => return Err(failure),
            });
            if !progress.write(&out, &mut stdout).map_err(not_written)? {
                break;
            }
        }
        progress.give_way();
        tally.searched = batch.planned()[1];
        Ok(tally)
    }
}

/// Answers the lines of a block.
fn answer_block((batch, tally): &mut (Batch<'_>, Tally), block: &Block, out: &mut Vec<u8>) {
    let mut start = 0;
    for (number, end) in (block.first..).zip(memchr_iter(b'\n', &block.bytes)) {
        let line = &block.bytes[start..end];
        start = end + 1;
        tally.add(if line == TOO_LONG {
            let message = format!("the line is longer than {} MiB", LONGEST >> 20);
            error(out, number, &message, "a profile is a page of text: look for a missing line end")
        } else {
            batch.line(line, number, out)
        });
    }
}

/// Standard input without its own lock and buffer, so that another thread may read it.
struct StdinByRef;

impl std::io::Read for StdinByRef {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        std::io::stdin().lock().read(bytes)
    }
}

/// Opens an input of lines.
fn opened(path: &Path) -> Result<Input, Failure> {
    if path.as_os_str() == "-" {
        return Ok(BufReader::with_capacity(BUFFER, Box::new(StdinByRef)));
    }
    if path.is_dir() {
        return Err(Failure::usage(format!("{} is a directory", name(path)), "name a file in it"));
    }
    let file = File::open(path)
        .with_context(|| format!("cannot read {}", name(path)))
        .map_err(|error| Failure::Usage(error, Some("check the name and its permissions".to_owned())))?;
    Ok(BufReader::with_capacity(BUFFER, Box::new(file)))
}

/// On a signal finishes the current line, says how many were written and ends the program; does not wait for a reader who
/// takes nothing (at most two seconds, or a second signal).
fn stop_on_signal(progress: &Arc<Progress>) {
    let progress = Arc::clone(progress);
    signals::watch(move |code| {
        progress.interrupted.store(true, Ordering::Relaxed);
        progress.stop.store(true, Ordering::Relaxed);
        let at = Instant::now();
        // Who holds the lines writes nothing any more: what was written are whole ones.
        let mut written = progress.lines.try_lock().ok();
        while written.is_none() && at.elapsed() < INTERRUPT_GRACE {
            std::thread::sleep(POLL_INTERVAL);
            written = progress.lines.try_lock().ok();
        }
        let after = match &written {
            Some(written) => lines(**written),
            None => "part of a line: nobody takes the rest".to_owned(),
        };
        tell_summary(&format!("interrupted after {after}\n"));
        std::process::exit(code.into());
    });
}

/// Shows on a terminal how many lines are done, until the batch stops.
fn show_progress(progress: &Progress) {
    if to_programs() || !std::io::stderr().is_terminal() {
        return;
    }
    let mut told = Instant::now();
    while !progress.stop.load(Ordering::Relaxed) {
        std::thread::sleep(POLL_INTERVAL);
        if told.elapsed() >= PROGRESS_INTERVAL {
            say_over(&lines(progress.written()));
            told = Instant::now();
        }
    }
    say_over("");
}

/// A number of lines in words.
fn lines(many: u64) -> String {
    format!("{many} line{}", if many == 1 { "" } else { "s" })
}

/// Tells the summary at the end.
fn tell_summary(text: &str) {
    if to_programs() { tell("note", text.trim_end(), &[]) } else { say(text) }
}

/// The summary of a batch.
fn summary(tally: Tally, took: Duration) -> String {
    let [weeks, warned, refused, bad] = tally.lines;
    let of = weeks + warned + refused;
    let all = of + bad;
    let again = (100 * (of - tally.searched.min(of))).checked_div(of).unwrap_or(0);
    let speed = u128::from(all) * 1_000_000 / took.as_micros().max(1);
    format!(
        "{}: {} with a week ({warned} with warnings), {refused} refused, {bad} bad\n{again} % were known already; {speed} lines a second\n",
        lines(all),
        weeks + warned,
    )
}
