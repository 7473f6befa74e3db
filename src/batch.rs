//! Many runners: a line in, a line out. Profiles as JSON come in, weeks, refusals and errors as JSON go out.
//!
//! Runners share few distinct problems, so a [`Batch`] remembers weeks and sessions. That this changes no byte is shown by
//! tests.

use crate::export::json::{self, Texts};
use crate::input::document::{self, Node, Value, setting};
use crate::input::{Place, Problem};
pub use crate::plan::Detail;
use crate::plan::{Outcome, Planner};
use crate::profile::{read_all, read_alone};
use crate::season::Season;
use crate::wrap::cut;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// Texts of sessions that are remembered, some 2 KB each.
const TEXTS: usize = 1024;
/// Problems of a line that its answer names.
const MOST_PROBLEMS: usize = 5;

/// What holds for every line that does not say otherwise itself.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Monday of the planned week.
    pub monday: NaiveDate,
    /// A season file; it holds for all.
    pub season: Option<Season>,
    /// Keys of the profile with their values.
    pub keys: Vec<(String, Node<'static>)>,
    /// How much of each week is wanted.
    pub detail: Detail,
}

impl Defaults {
    /// Adds a default as `--set` takes it.
    ///
    /// # Errors
    /// What is wrong with the expression, its key or its value; `source` of its place is 0.
    pub fn set(&mut self, expression: &str) -> Result<(), Problem> {
        let setting = setting(expression, 0)?;
        // A key that no profile has would make an error of every line.
        let mut alone = Node::empty();
        // The words of a rota are keys of `[time]`.
        for (path, node) in self.keys.iter().filter(|(path, _)| path.starts_with("shifts.")) {
            alone.set(path, &[], node.clone())?;
        }
        alone.set(setting.path, &setting.places, setting.node.clone())?;
        if let Some(problem) = read_alone(&alone).1.into_iter().next() {
            return Err(problem);
        }
        self.keys.push((setting.path.to_owned(), setting.node));
        Ok(())
    }

    /// Adds a word as a default.
    pub fn word(&mut self, key: &str, word: &str) {
        let node = Node { value: Value::Text(word.to_owned().into()), place: Place::default() };
        self.keys.push((key.to_owned(), node));
    }
}

/// What a line came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineOutcome {
    /// A week.
    Week,
    /// A week with warnings.
    Warned,
    /// No week.
    Refused,
    /// An error.
    Bad,
}

/// A worker: plans lines, and remembers what they came to.
pub struct Batch<'d> {
    defaults: &'d Defaults,
    planner: Planner<'d>,
    texts: Texts,
}

impl<'d> Batch<'d> {
    /// A worker with nothing remembered.
    #[must_use]
    pub fn new(defaults: &'d Defaults) -> Self {
        let planner = Planner::new(defaults.season.as_ref(), defaults.monday, defaults.detail);
        Self { defaults, planner, texts: Texts::new(TEXTS) }
    }

    /// How many lines held a profile, and for how many of them the search had to be asked.
    #[must_use]
    pub const fn planned(&self) -> [u64; 2] {
        self.planner.planned()
    }

    /// Plans one line, the `number`th, and adds the answer with its line end to `out`.
    pub fn line(&mut self, line: &[u8], number: u64, out: &mut Vec<u8>) -> LineOutcome {
        let Ok(text) = std::str::from_utf8(line) else {
            return error(out, number, "the line is not UTF-8 text", "write it as UTF-8");
        };
        // A file's first line may start with a mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return error(out, number, "the line is empty", "write a profile as one line of JSON");
        }
        match document::json(text, 0) {
            Ok(node) => self.document(node, number, out),
            Err(problem) => {
                let message = format!("this is not JSON: {}", problem.message);
                error(out, number, &message, "write a profile as one line of JSON")
            }
        }
    }

    /// Plans the `number`th profile, read already (from TOML, say), and adds the answer with its line end to `out`.
    pub fn document(&mut self, mut node: Node<'_>, number: u64, out: &mut Vec<u8>) -> LineOutcome {
        if !matches!(node.value, Value::Table(_)) {
            let message = format!("the line is {}, not a profile", node.kind());
            return error(out, number, &message, "write a profile as one line of JSON");
        }
        for (key, value) in &self.defaults.keys {
            if node.entry(key).is_none() {
                // A place in the way is a problem that reading finds.
                let _ = node.set(key, &[], value.clone());
            }
        }
        let (profile, mut problems) = read_all(&node);
        let files = [("strength.exercises", &profile.strength.exercises), ("plan.file", &profile.plan_file)];
        for (key, _) in files.iter().filter(|(_, file)| file.is_some()) {
            let problem = Problem::at(*key, &Place::default(), "a batch reads no other files");
            problems.push(problem.hint("leave it out"));
        }
        if !problems.is_empty() {
            return problem_line(out, number, &problems);
        }
        match self.planner.plan(&profile) {
            Ok(outcome) => self.answer(&outcome, out),
            Err(problems) => problem_line(out, number, &problems),
        }
    }

    fn answer(&mut self, outcome: &Outcome, out: &mut Vec<u8>) -> LineOutcome {
        let detail = self.defaults.detail;
        match outcome {
            Outcome::Week(week) => {
                json::add_week(out, week, detail, &mut self.texts);
                let warned = week.warnings.iter().any(|warning| !warning.note);
                if warned { LineOutcome::Warned } else { LineOutcome::Week }
            }
            Outcome::Refused(refusal) => {
                json::add_refusal(out, refusal, detail);
                LineOutcome::Refused
            }
        }
    }
}

/// The problems of a line as its answer.
fn problem_line(out: &mut Vec<u8>, number: u64, problems: &[Problem]) -> LineOutcome {
    let mut message =
        problems.iter().take(MOST_PROBLEMS).map(Problem::to_string).collect::<Vec<_>>().join("; ");
    if problems.len() > MOST_PROBLEMS {
        let _ = write!(message, "; and {} more", problems.len() - MOST_PROBLEMS);
    }
    let hint = problems.iter().find_map(|problem| problem.hint.as_deref());
    error(out, number, &message, hint.unwrap_or("mend it, and plan the line again"))
}

/// An error as the answer of a line.
pub fn error(out: &mut Vec<u8>, number: u64, message: &str, hint: &str) -> LineOutcome {
    json::add_error(out, number, &cut(message), &cut(hint));
    LineOutcome::Bad
}
