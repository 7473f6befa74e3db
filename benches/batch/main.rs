//! What `batch` costs beside the JSON that goes in and comes out, measured in one run: the ceiling is the same lines parsed
//! and weeks of the same size written by `serde_json`, with nothing planned in between. With `--page` the figures are
//! written to `benches/README.md`.
#![allow(missing_docs)]

use runplan::batch::{Batch, Defaults, Detail};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, plan, plan_briefly};
use runplan::prescription::sessions;
use runplan::profile::read_all;
use runplan::rules;
use runplan::rules::MONDAY;
use runplan::solve::{Ask, RuleSet, Search};
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

mod json;
#[path = "../../examples/population/runner.rs"]
mod runner;

use json::{Answer, Profile};
use runner::{Dice, Kind};

/// Lines of a population; of the realistic one more, so that what comes first does not count for much.
const LINES: u64 = 40_000;
/// Lines of the realistic population.
const MANY: u64 = 250_000;
/// Weeks that are written again and again for the ceiling.
const WEEKS: usize = 1_000;
/// Rounds; the best counts.
const ROUNDS: usize = 5;
/// Pairs of runs with one thread and with two, in turn; the ratio in the middle counts, since one that was lucky alone
/// would decide by itself.
const PAIRS: usize = 9;

fn population(kind: Kind) -> Vec<String> {
    let mut dice = Dice::new(1);
    let count = if kind == Kind::Realistic { MANY } else { LINES };
    (0..count).map(|number| runner::line(&mut dice, number, kind)).collect()
}

/// One runner's problem under a million names.
fn shared() -> Vec<String> {
    let line = runner::line(&mut Dice::new(3), 0, Kind::Realistic);
    (0..LINES).map(|number| line.replacen(" 0\"", &format!(" {number}\""), 1)).collect()
}

fn defaults(detail: Detail) -> Defaults {
    Defaults { monday: MONDAY, season: None, keys: Vec::new(), detail }
}

/// All lines through one worker: the time, the bytes, the lines for which the search was asked.
fn through(lines: &[String], detail: Detail) -> (Duration, usize, u64) {
    let defaults = defaults(detail);
    let mut batch = Batch::new(&defaults);
    let (mut out, mut bytes) = (Vec::new(), 0);
    let start = Instant::now();
    for (number, line) in (1..).zip(lines) {
        batch.line(line.as_bytes(), number, &mut out);
        if out.len() > 128 << 10 {
            bytes += black_box(&out).len();
            out.clear();
        }
    }
    (start.elapsed(), bytes + out.len(), batch.planned()[1])
}

/// The same lines read, and weeks of their size written.
fn ceiling(lines: &[String], detail: Detail) -> Duration {
    let defaults = defaults(detail);
    let mut batch = Batch::new(&defaults);
    let mut weeks = Vec::new();
    for (number, line) in (1..).zip(lines.iter().take(WEEKS)) {
        let mut out = Vec::new();
        batch.line(line.as_bytes(), number, &mut out);
        let out = String::from_utf8(out).expect("UTF-8");
        let answer: Answer = serde_json::from_str(&out).expect("an answer");
        assert_eq!(serde_json::to_string(&answer).expect("JSON") + "\n", out, "the same bytes");
        weeks.push(answer);
    }
    let mut out = Vec::new();
    let start = Instant::now();
    for (line, week) in lines.iter().zip(weeks.iter().cycle()) {
        let _ = black_box(serde_json::from_str::<Profile<'_>>(line));
        serde_json::to_writer(&mut out, week).expect("it can be written");
        if out.len() > 128 << 10 {
            black_box(&out);
            out.clear();
        }
    }
    start.elapsed()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// A line for a population, one for each detail.
fn measured(page: &mut String, name: &str, lines: &[String]) {
    for detail in [Detail::Full, Detail::Brief] {
        let (mut took, mut least, mut bytes, mut searched) = (Duration::MAX, Duration::MAX, 0, 0);
        for _ in 0..ROUNDS {
            let (time, all, asked) = through(lines, detail);
            (took, bytes, searched) = (took.min(time), all, asked);
            least = least.min(ceiling(lines, detail));
        }
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let each = |time: Duration| micros(time) / f64::from(count);
        let word = if detail == Detail::Full { "full" } else { "brief" };
        let _ = writeln!(
            page,
            "| {name} | {word} | {} | {:.0} | {:.1} | {:.1} | {:.2} | {} % |",
            bytes / lines.len(),
            f64::from(count) / took.as_secs_f64(),
            each(took),
            each(least),
            took.as_secs_f64() / least.as_secs_f64(),
            100 * searched / u64::from(count),
        );
    }
}

/// The program with so many threads, from a file to nowhere.
fn program(path: &std::path::Path, threads: usize) -> Duration {
    let start = Instant::now();
    let done = Command::new(env!("CARGO_BIN_EXE_runplan"))
        .args(["batch", "--week", "2026-W48", "--threads", &threads.to_string()])
        .arg(path)
        .stdout(Stdio::null())
        .status();
    assert!(done.is_ok());
    start.elapsed()
}

/// The JSON alone on so many threads that share nothing, each with its part of the lines.
fn apart(lines: &[String], threads: usize) -> Duration {
    let part = lines.len().div_ceil(threads);
    std::thread::scope(|scope| {
        let all: Vec<_> =
            lines.chunks(part).map(|part| scope.spawn(|| ceiling(part, Detail::Full))).collect();
        all.into_iter().map(|thread| thread.join().expect("a time")).max().unwrap_or_default()
    })
}

/// How much faster two threads are than one: the ratio in the middle, the least and the greatest.
fn twice(time: impl Fn(usize) -> Duration) -> [f64; 3] {
    let pair = || time(1).as_secs_f64() / time(2).as_secs_f64();
    let mut ratios: Vec<f64> = std::iter::repeat_with(pair).take(PAIRS).collect();
    ratios.sort_by(f64::total_cmp);
    [ratios[PAIRS / 2], ratios[0], ratios[PAIRS - 1]]
}

/// Where the time of a line goes that nothing is known about yet.
fn stages(page: &mut String, lines: &[String]) {
    let lines = &lines[..2_000];
    let time = |work: &mut dyn FnMut()| {
        let mut round = || {
            let start = Instant::now();
            work();
            start.elapsed()
        };
        micros((0..ROUNDS).map(|_| round()).min().unwrap_or_default()) / 2_000.0
    };
    let nodes: Vec<_> = lines.iter().filter_map(|line| document::json(line, 0).ok()).collect();
    let requests: Vec<Request<'_>> = nodes
        .iter()
        .map(read_all)
        .filter(|(_, problems)| problems.is_empty())
        .filter_map(|(profile, _)| Request::new(profile, MONDAY).check().ok())
        .collect();
    let plans: Vec<Box<Plan>> = requests
        .iter()
        .filter_map(|request| match plan(request) {
            Outcome::Week(plan) => Some(plan),
            Outcome::Refused(_) => None,
        })
        .collect();
    let placed: Vec<_> = requests
        .iter()
        .filter_map(|request| {
            Some((request, Search::new(&rules::facts(request), RuleSet::all()).best(&Ask::default())?))
        })
        .collect();
    let format = export::format("ndjson").expect("a format");
    let options = Options::default();
    let mut text = String::new();
    let read = time(&mut || {
        let mut all = Vec::new();
        for line in lines {
            all.extend_from_slice(line.as_bytes());
            all.push(b'\n');
        }
        black_box(all.split(|byte| *byte == b'\n').filter(|line| std::str::from_utf8(line).is_ok()).count());
    });
    let parse = time(&mut || lines.iter().for_each(|line| drop(black_box(document::json(line, 0)))));
    let check = time(&mut || {
        for node in &nodes {
            let (profile, _) = read_all(node);
            let _ = black_box(Request::new(profile, MONDAY).check());
        }
    });
    let solve = time(&mut || {
        for request in &requests {
            black_box(Search::new(&rules::facts(request), RuleSet::all()).best(&Ask::default()));
        }
    });
    let build = time(&mut || {
        for (request, best) in &placed {
            black_box(sessions(&rules::facts(request), &best.week, &[]));
        }
    });
    let brief = time(&mut || requests.iter().for_each(|request| drop(black_box(plan_briefly(request)))));
    let whole = time(&mut || requests.iter().for_each(|request| drop(black_box(plan(request)))));
    let write = time(&mut || {
        for plan in &plans {
            text.clear();
            text.push_str(&(format.week)(plan, &options));
            black_box(&text);
        }
    });
    let all = read + parse + check + whole + write;
    let rows = [
        ("read: lines, UTF-8", read),
        ("parse: JSON", parse),
        ("check: a profile without contradictions", check),
        ("solve: rules to tables, the best week", solve),
        ("build: exercises of its sessions", build),
        ("options again: findings, warnings, changes", (brief - solve - build).max(0.0)),
        ("explain: reasons, fixes that were tried", (whole - brief).max(0.0)),
        ("write: JSON", write),
    ];
    for (name, micros) in rows {
        let _ = writeln!(page, "| {name} | {micros:.1} | {:.0} % |", 100.0 * micros / all);
    }
}

fn main() {
    let mut page = String::from(
        "# What `batch` costs\n\nWritten by `cargo bench --bench batch -- --page`; ratios of one run say more than its times.\n\n\
         ## Beside the JSON alone\n\nOne thread. The ceiling parses the same lines and writes weeks of the same size with `serde_json`, and plans nothing.\n\n\
         | population | detail | bytes | lines a second | µs a line | ceiling | ratio | searched |\n|---|---|---|---|---|---|---|---|\n",
    );
    let realistic = population(Kind::Realistic);
    measured(&mut page, "one problem, many names", &shared());
    measured(&mut page, "realistic", &realistic);
    measured(&mut page, "no two alike", &population(Kind::Distinct));
    measured(&mut page, "no week for anyone", &population(Kind::Infeasible));
    let path = std::env::temp_dir().join(format!("runplan-bench-{}.ndjson", std::process::id()));
    std::fs::write(&path, realistic.join("\n") + "\n").expect("a temporary file");
    let [ours, least, most] = twice(|threads| program(&path, threads));
    let _ = std::fs::remove_file(&path);
    let [machine, low, high] = twice(|threads| apart(&realistic, threads));
    let _ = writeln!(
        page,
        "\nThe program on the realistic population: two threads are {ours:.2} times as fast as one ({least:.2} to {most:.2} \
         in {PAIRS} pairs of runs); two that read and write the JSON alone and share nothing are {machine:.2} times as fast \
         as one ({low:.2} to {high:.2}), which is what the machine has to give.\n\n\
         ## Where the time of a line goes\n\nOf lines that nothing is known about yet, realistic population, full detail.\n\n\
         | stage | µs | share |\n|---|---|---|",
    );
    stages(&mut page, &realistic);
    print!("{page}");
    let _ = std::io::stdout().flush();
    if std::env::args().any(|word| word == "--page") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/README.md"), page).expect("written");
    }
}
