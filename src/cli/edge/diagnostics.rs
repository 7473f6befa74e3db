//! Problems as people read them: the text around each, what is wrong, and what to write there.

use crate::cli::edge::sources::Sources;
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use runplan::input::{Mark, Problem};
use runplan::wrap::is_unruly;
use std::fmt::Write as _;
use std::ops::Range;

/// Problems shown in full; the rest are counted.
pub const SHOWN: usize = 25;

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
pub fn escaped(text: &str) -> String {
    let shown = |c: char| if is_unruly(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

/// A text that problems point into without what could take a terminal over: unruly characters give way to others of the
/// same length in bytes.
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
