//! Many runners: a line in, a line out. Profiles as JSON come in, weeks, refusals and errors as JSON go out.
//!
//! Runners share few distinct problems: what a line comes to depends on its profile without the name, and where its
//! sessions stand on less than that, so a [`Batch`] remembers. That this changes no byte is shown by tests.

use crate::cache::{Lately, Memory, hash};
use crate::export::json::{self, Texts};
use crate::input::document::{self, Node, Value, setting};
use crate::input::{Place, Problem};
pub use crate::plan::Detail;
use crate::plan::{Outcome, Planner};
use crate::profile::{Profile, read_all, read_keys};
use crate::season::Season;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// Whole answers that are remembered, some 10 KB each: of runners who share not only the problem, and came again lately.
const ANSWERS: usize = 128;
/// Profiles that came lately are known by their hashes, about so many of them.
const LATELY: usize = 8192;
/// Texts of sessions that are remembered, some 2 KB each.
const TEXTS: usize = 1024;
/// The place of a name that is not there, and what stands there then.
const NAME: &str = "\"runner\":null";
const NOBODY: &str = "null";
/// Problems of a line that are told.
const TOLD: usize = 5;

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
        alone.set(setting.path, &setting.places, setting.node.clone())?;
        if let Some(problem) = read_keys(&alone).1.into_iter().next() {
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
pub enum Came {
    /// A week.
    Week,
    /// A week with warnings.
    Warned,
    /// No week.
    Refused,
    /// An error.
    Bad,
}

/// An answer without the name of the runner.
struct Nameless {
    came: Came,
    /// What stands before the name, and after it.
    parts: [Box<[u8]>; 2],
}

/// A worker: plans lines, and remembers what they came to.
pub struct Batch<'d> {
    defaults: &'d Defaults,
    planner: Planner<'d>,
    texts: Texts,
    /// Whole answers, by the profile without its name.
    answers: Memory<Profile, Nameless>,
    /// Which profiles came lately.
    lately: Lately,
}

impl<'d> Batch<'d> {
    /// A worker with nothing remembered.
    #[must_use]
    pub fn new(defaults: &'d Defaults) -> Self {
        let planner = Planner::new(defaults.season.as_ref(), defaults.monday, defaults.detail);
        Self {
            defaults,
            planner,
            texts: Texts::new(TEXTS),
            answers: Memory::new(ANSWERS),
            lately: Lately::new(LATELY),
        }
    }

    /// How many lines held a profile, and for how many of them the search had to be asked.
    #[must_use]
    pub const fn planned(&self) -> [u64; 2] {
        [self.answers.asked, self.planner.planned()[1]]
    }

    /// Plans one line, the `number`th, and adds the answer with its line end to `out`.
    pub fn line(&mut self, line: &[u8], number: u64, out: &mut Vec<u8>) -> Came {
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

    /// The same for a profile that was read already, from TOML say.
    pub fn document(&mut self, mut node: Node<'_>, number: u64, out: &mut Vec<u8>) -> Came {
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
        let (mut profile, mut problems) = read_all(&node);
        if profile.strength.exercises.is_some() {
            let problem =
                Problem::at("strength.exercises", &Place::default(), "a batch reads no other files");
            problems.push(problem.hint("leave it out"));
        }
        if !problems.is_empty() {
            return told(out, number, &problems);
        }
        let name = profile.name.take();
        let hash = hash(&profile);
        if let Some(answer) = self.answers.find(&profile, hash) {
            answer.write(name.as_deref(), out);
            return answer.came;
        }
        let mut outcome = match self.planner.plan(&profile) {
            Ok(outcome) => outcome,
            Err(problems) => return told(out, number, &problems),
        };
        if self.lately.again(hash) {
            let mut text = Vec::new();
            let came = self.answer(&outcome, &mut text);
            self.answers.keep(profile, hash, Nameless::new(came, &text));
        }
        *outcome.runner() = name;
        self.answer(&outcome, out)
    }

    fn answer(&mut self, outcome: &Outcome, out: &mut Vec<u8>) -> Came {
        let detail = self.defaults.detail;
        match outcome {
            Outcome::Week(week) => {
                json::add_week(out, week, detail, &mut self.texts);
                let warned = week.warnings.iter().any(|warning| !warning.note);
                if warned { Came::Warned } else { Came::Week }
            }
            Outcome::Refused(refusal) => {
                json::add_refusal(out, refusal, detail);
                Came::Refused
            }
        }
    }
}

impl Nameless {
    fn new(came: Came, text: &[u8]) -> Self {
        let name = text.windows(NAME.len()).position(|part| part == NAME.as_bytes()).unwrap_or(0);
        let (before, name) = text.split_at(name + NAME.len() - NOBODY.len());
        Self { came, parts: [before, &name[NOBODY.len()..]].map(Into::into) }
    }

    /// Adds the answer, with the name of the runner in its place.
    fn write(&self, name: Option<&str>, out: &mut Vec<u8>) {
        let [before, after] = &self.parts;
        out.extend_from_slice(before);
        // A text can be written.
        let _ = serde_json::to_writer(&mut *out, &name);
        out.extend_from_slice(after);
    }
}

/// The problems of a line as its answer.
fn told(out: &mut Vec<u8>, number: u64, problems: &[Problem]) -> Came {
    let mut message = problems.iter().take(TOLD).map(Problem::to_string).collect::<Vec<_>>().join("; ");
    if problems.len() > TOLD {
        let _ = write!(message, "; and {} more", problems.len() - TOLD);
    }
    let hint = problems.iter().find_map(|problem| problem.hint.as_deref());
    error(out, number, &message, hint.unwrap_or("mend it, and plan the line again"))
}

/// An error as the answer of a line.
pub fn error(out: &mut Vec<u8>, number: u64, message: &str, hint: &str) -> Came {
    json::add_error(out, number, message, hint);
    Came::Bad
}
