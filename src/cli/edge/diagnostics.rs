//! Problems as people read them: the text around each, what is wrong, and what to write there.

use crate::cli::edge::excerpt::{Excerpt, on_one_line};
use crate::cli::edge::lines::{width, wrapped};
use crate::cli::edge::sources::Sources;
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use runplan::input::{Mark, Problem};
use runplan::wrap::{cut, escaped};
use std::fmt::Write as _;

/// Problems shown in full; the rest are counted.
pub const SHOWN: usize = 25;

/// Problems as they are printed, in colour.
pub fn rendered(problems: &[Problem], sources: &Sources) -> String {
    let tamed = |problem: &Problem| {
        let mut tamed = problem.clone();
        tamed.message = told(&problem.message);
        tamed.hint = problem.hint.as_deref().map(told);
        for mark in &mut tamed.marks {
            mark.key = told(&mark.key);
            mark.mend = mark.mend.as_deref().map(told);
        }
        tamed
    };
    let (all, problems) = (problems.len(), problems.iter().take(SHOWN).map(tamed).collect::<Vec<_>>());
    let columns = width();
    let mut problems = problems;
    if let Some(columns) = columns {
        // What the renderer puts before them: `error: `, and the bar with `= hint: `.
        for problem in &mut problems {
            problem.message = broken(&problem.message, columns, 7);
            problem.hint = problem.hint.as_deref().map(|hint| broken(hint, columns, 14));
        }
    }
    let renderer = Renderer::styled().term_width(columns.unwrap_or(DEFAULT_TERM_WIDTH).min(120));
    let mut out = String::new();
    for problem in &problems {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &match placed(problem, sources) {
            Some((mark, text)) => renderer.render(&report(problem, mark, text, sources)),
            None => plain(problem, sources),
        };
        out.push('\n');
    }
    if all > SHOWN {
        let more = all - SHOWN;
        let _ = write!(out, "\nerror: {more} more problem{}\n", if more == 1 { "" } else { "s" });
    }
    out
}

/// A text in lines that are so much shorter than the terminal.
fn broken(text: &str, columns: usize, less: usize) -> String {
    wrapped("", text, columns.saturating_sub(less).max(10)).trim_end().to_owned()
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
        .map(|(name, _)| on_one_line(name))
        .unwrap_or_default();
    let keys: Vec<_> =
        problem.marks.iter().map(|mark| mark.key.as_str()).filter(|key| !key.is_empty()).collect();
    let place = match (file.as_str(), keys.as_slice()) {
        ("", []) => String::new(),
        (file, []) => format!("\n --> {file}"),
        (file, keys) => format!("\n --> {file}: {}", keys.join(", ")),
    };
    let hint = problem.hint.as_ref().map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
    format!("error: {}{place}{hint}", problem.message)
}

/// A message, or a part of one, as it is shown: what is unruly escaped, what is long cut.
fn told(text: &str) -> String {
    cut(&escaped(text)).into_owned()
}

/// A part of a text with its marks; the first of them is the problem's own where `primary`.
fn snippet<'a>(
    (name, text): &(String, String),
    marks: &[&'a Mark],
    primary: bool,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let spans: Vec<_> = marks.iter().map(|mark| mark.place.span.clone().unwrap_or_default()).collect();
    let shown = Excerpt::around(text, &spans);
    let mut snippet = Snippet::source(shown.text).line_start(shown.line).path(on_one_line(name));
    for (i, (mark, span)) in marks.iter().zip(shown.spans).enumerate() {
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
            let shown = Excerpt::around(text, &mark.place.span.clone().into_iter().collect::<Vec<_>>());
            let patch = Patch::new(shown.spans.first().cloned().unwrap_or_default(), mend.as_str());
            let patch =
                Snippet::source(shown.text).line_start(shown.line).path(on_one_line(name)).patch(patch);
            vec![group, Level::HELP.with_name("hint").secondary_title(hint).element(patch)]
        }
        None if hint.is_empty() => vec![group],
        None => vec![group.element(Level::HELP.with_name("hint").message(hint))],
    }
}
