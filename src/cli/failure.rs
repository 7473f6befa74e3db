//! Exit codes, and the one place that prints errors: what is wrong, where, and what to do.

use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use runplan::problem::{Mark, Problem};
use std::io::Write as _;
use std::process::ExitCode;

/// No week keeps every rule, or a warning was met that was to be denied.
pub const NO: u8 = 1;
/// The question could not be asked.
const NOT_ASKED: u8 = 2;
/// The output could not be written.
const NOT_WRITTEN: u8 = 3;

/// The texts that problems point into, by number: a name to show, and the text.
pub type Sources = Vec<(String, String)>;

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// The input was wrong: every problem, and the texts they point into.
    Input(Vec<Problem>, Sources),
    /// The input could not be read, or the question is malformed.
    Asked(anyhow::Error, Option<String>),
    /// The output could not be written.
    Written(anyhow::Error),
    /// The reader went away: a quiet end.
    Closed,
}

impl Failure {
    /// A question that cannot be asked, with what to do instead.
    pub fn asked(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Asked(anyhow::Error::msg(message.into()), Some(hint.into()))
    }

    /// Prints the failure and gives its exit code.
    pub fn report(self) -> ExitCode {
        let (text, code) = match self {
            Self::Closed => return ExitCode::SUCCESS,
            Self::Input(problems, sources) => {
                // In colour where the terminal shows it.
                let _ = anstream::stderr().lock().write_all(rendered(&problems, &sources).as_bytes());
                return ExitCode::from(NOT_ASKED);
            }
            Self::Asked(error, hint) => {
                let hint = hint.map(|hint| format!("hint: {hint}\n")).unwrap_or_default();
                (format!("error: {error:#}\n{hint}"), NOT_ASKED)
            }
            Self::Written(error) => (format!("error: {error:#}\n"), NOT_WRITTEN),
        };
        say(&text);
        ExitCode::from(code)
    }
}

/// Writes plain text to standard error; where that is closed there is nobody to tell.
pub fn say(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// What clap has to say, with its exit code; help goes to standard output.
pub fn of_clap(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(NOT_ASKED))
}

fn rendered(problems: &[Problem], sources: &Sources) -> String {
    let renderer = Renderer::styled().term_width(DEFAULT_TERM_WIDTH.min(120));
    let mut out = String::new();
    for problem in problems {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &match placed(problem, sources) {
            Some((mark, text)) => renderer.render(&report(problem, mark, text, sources)),
            None => plain(problem),
        };
        out.push('\n');
    }
    out
}

/// The main place of a problem, if it has one in a text.
fn placed<'a>(problem: &'a Problem, sources: &'a Sources) -> Option<(&'a Mark, &'a (String, String))> {
    let mark = problem.marks.first()?;
    mark.place.span.as_ref()?;
    Some((mark, sources.get(mark.place.source)?))
}

fn plain(problem: &Problem) -> String {
    let hint = problem.hint.as_ref().map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
    format!("error: {problem}{hint}")
}

fn report<'a>(
    problem: &'a Problem,
    mark: &'a Mark,
    (name, text): &'a (String, String),
    sources: &'a Sources,
) -> Vec<Group<'a>> {
    let span = clipped(mark.place.span.clone().unwrap_or_default(), text);
    let mut snippet = Snippet::source(text.as_str())
        .path(name.as_str())
        .annotation(AnnotationKind::Primary.span(span.clone()));
    let mut elsewhere = Vec::new();
    for other in &problem.marks[1..] {
        let Some(there) = other.place.span.clone() else { continue };
        if other.place.source == mark.place.source {
            snippet =
                snippet.annotation(AnnotationKind::Context.span(clipped(there, text)).label(other.note));
        } else if let Some((name, text)) = sources.get(other.place.source) {
            let there = AnnotationKind::Context.span(clipped(there, text)).label(other.note);
            elsewhere.push(Snippet::source(text.as_str()).path(name.as_str()).annotation(there));
        }
    }
    let mut group = Level::ERROR.primary_title(problem.message.as_str()).element(snippet);
    for snippet in elsewhere {
        group = group.element(snippet);
    }
    let hint = problem.hint.as_deref().unwrap_or_default();
    match &mark.mend {
        Some(mend) => {
            let patch =
                Snippet::source(text.as_str()).path(name.as_str()).patch(Patch::new(span, mend.as_str()));
            vec![group, Level::HELP.with_name("hint").secondary_title(hint).element(patch)]
        }
        None if hint.is_empty() => vec![group],
        None => vec![group.element(Level::HELP.with_name("hint").message(hint))],
    }
}

/// A span inside the text and on character boundaries, whatever a parser said.
fn clipped(span: std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let bound = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = bound(span.start);
    start..bound(span.end).max(start)
}
