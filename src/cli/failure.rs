//! Exit codes, and the one place that prints errors: what is wrong, where, and what to do.

use super::ascii::shown;
use super::tell::{tell, tell_all, to_programs};
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use runplan::document::json_place;
use runplan::lines::is_unruly;
use runplan::problem::{Mark, Problem};
use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;
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
        let (error, hint, code) = match self {
            Self::Closed => return ExitCode::SUCCESS,
            Self::Input(mut problems, sources) => {
                // Each place is looked for in the whole text: not for thousands.
                problems.iter_mut().take(SHOWN).for_each(|problem| locate(problem, &sources));
                if to_programs() {
                    tell_all(&problems, &sources);
                } else {
                    // In colour where the terminal shows it.
                    let text = rendered(&problems, &sources);
                    let _ = anstream::stderr().lock().write_all(shown(&text).as_bytes());
                }
                return ExitCode::from(NOT_ASKED);
            }
            Self::Asked(error, hint) => (error, hint, NOT_ASKED),
            Self::Written(error) => (error, None, NOT_WRITTEN),
        };
        tell("error", &escaped(&format!("{error:#}")), hint.as_slice());
        ExitCode::from(code)
    }
}

/// Adds the places that reading JSON did not keep.
fn locate(problem: &mut Problem, sources: &Sources) {
    for mark in problem.marks.iter_mut().filter(|mark| mark.place.span.is_none() && !mark.key.is_empty()) {
        if let Some((_, text)) = sources.get(mark.place.source) {
            mark.place.span = json_place(text, &mark.key);
            // It would stand in place of the whole value; the hint says it.
            mark.mend = None;
        }
    }
}

/// What clap has to say, with its exit code; help goes to standard output.
pub fn of_clap(error: &clap::Error) -> ExitCode {
    if to_programs() && error.use_stderr() {
        let text = error.to_string();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let message = lines.next().unwrap_or_default().trim_start_matches("error: ");
        let hints: Vec<_> = lines.map(str::to_owned).collect();
        tell("error", &escaped(message), &hints);
        return ExitCode::from(NOT_ASKED);
    }
    let written = error.print().and_then(|()| std::io::stdout().flush());
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Failure::Written(anyhow::Error::new(error).context("cannot write to standard output")).report()
        }
        _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(NOT_ASKED)),
    }
}

/// Problems shown in full; the rest are counted.
const SHOWN: usize = 25;

/// Problems as they are printed, in colour.
pub fn rendered(problems: &[Problem], sources: &Sources) -> String {
    let sources: &Sources = &sources.iter().map(|(name, text)| (escaped(name), tame(text))).collect();
    let tamed = |problem: &Problem| Problem {
        message: escaped(&problem.message),
        hint: problem.hint.as_deref().map(escaped),
        ..problem.clone()
    };
    let problems: &[Problem] = &problems.iter().map(tamed).collect::<Vec<_>>();
    let renderer = Renderer::styled().term_width(DEFAULT_TERM_WIDTH.min(120));
    let mut out = String::new();
    for problem in problems.iter().take(SHOWN) {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &match placed(problem, sources) {
            Some((mark, text)) => renderer.render(&report(problem, mark, text, sources)),
            None => plain(problem, sources),
        };
        out.push('\n');
    }
    if problems.len() > SHOWN {
        let more = problems.len() - SHOWN;
        let _ = write!(out, "\nerror: {more} more problem{}\n", if more == 1 { "" } else { "s" });
    }
    out
}

/// The main place of a problem, if it has one in a text.
fn placed<'a>(problem: &'a Problem, sources: &'a Sources) -> Option<(&'a Mark, &'a (String, String))> {
    let mark = problem.marks.first()?;
    mark.place.span.as_ref()?;
    Some((mark, sources.get(mark.place.source)?))
}

/// A problem without a place in a text: JSON keeps none, so the file and the key say where.
fn plain(problem: &Problem, sources: &Sources) -> String {
    let mark = problem.marks.first();
    let file = mark
        .and_then(|mark| sources.get(mark.place.source))
        .map(|(name, _)| name.as_str())
        .unwrap_or_default();
    let keys: Vec<_> =
        problem.marks.iter().map(|mark| mark.key.as_str()).filter(|key| !key.is_empty()).collect();
    let place = match (file, keys.as_slice()) {
        ("", []) => String::new(),
        (file, []) => format!("\n --> {file}"),
        (file, keys) => format!("\n --> {file}: {}", keys.join(", ")),
    };
    let hint = problem.hint.as_ref().map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
    format!("error: {}{}{}", escaped(&problem.message), escaped(&place), hint)
}

/// Text of others without what could take a terminal over.
fn escaped(text: &str) -> String {
    let shown = |c: char| if is_unruly(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

/// The same for a text that problems point into: what is unruly gives way to something of the same length in bytes.
fn tame(text: &str) -> String {
    let instead = |c: char| match c {
        '\t' | '\r' => c,
        _ if !is_unruly(c) => c,
        _ => ['?', '¿', '\u{fffd}'][c.len_utf8() - 1],
    };
    text.chars().map(instead).collect()
}

/// The lines of a text that marks are on, and where they start: bytes and line number. A renderer that is given the
/// whole text reads all of it for every problem.
fn window<'a>(text: &'a str, spans: &[Range<usize>]) -> (&'a str, usize, usize) {
    let first = spans.iter().map(|span| span.start).min().unwrap_or(0);
    let last = spans.iter().map(|span| span.end).max().unwrap_or(first);
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    (&text[start..end], start, text[..start].matches('\n').count() + 1)
}

/// A part of a text with its marks; the first of them is the problem's own where `primary`.
fn snippet<'a>(
    (name, text): &'a (String, String),
    marks: &[&'a Mark],
    primary: bool,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let spans: Vec<_> =
        marks.iter().map(|mark| clipped(mark.place.span.clone().unwrap_or_default(), text)).collect();
    let (part, start, line) = window(text, &spans);
    let mut snippet = Snippet::source(part).line_start(line).path(name.as_str());
    for (i, (mark, span)) in marks.iter().zip(spans).enumerate() {
        let span = span.start - start..span.end - start;
        snippet = snippet.annotation(if i == 0 && primary {
            AnnotationKind::Primary.span(span)
        } else {
            AnnotationKind::Context.span(span).label(mark.note)
        });
    }
    snippet
}

fn report<'a>(
    problem: &'a Problem,
    mark: &'a Mark,
    source: &'a (String, String),
    sources: &'a Sources,
) -> Vec<Group<'a>> {
    let known = |mark: &&Mark| mark.place.span.is_some();
    let (here, there): (Vec<&Mark>, Vec<&Mark>) =
        problem.marks.iter().filter(known).partition(|other| other.place.source == mark.place.source);
    let mut group =
        Level::ERROR.primary_title(problem.message.as_str()).element(snippet(source, &here, true));
    for other in there {
        if let Some(source) = sources.get(other.place.source) {
            group = group.element(snippet(source, &[other], false));
        }
    }
    let hint = problem.hint.as_deref().unwrap_or_default();
    match &mark.mend {
        Some(mend) => {
            let (name, text) = source;
            let span = clipped(mark.place.span.clone().unwrap_or_default(), text);
            let (part, start, line) = window(text, std::slice::from_ref(&span));
            let patch = Patch::new(span.start - start..span.end - start, mend.as_str());
            let patch = Snippet::source(part).line_start(line).path(name.as_str()).patch(patch);
            vec![group, Level::HELP.with_name("hint").secondary_title(hint).element(patch)]
        }
        None if hint.is_empty() => vec![group],
        None => vec![group.element(Level::HELP.with_name("hint").message(hint))],
    }
}

/// A span inside the text and on character boundaries, whatever a parser said.
fn clipped(span: Range<usize>, text: &str) -> Range<usize> {
    let bound = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = bound(span.start);
    start..bound(span.end).max(start)
}
