//! The lines of a text that problems point into, long ones cut, and the places in them.

use runplan::wrap::{cut, escaped, is_unruly};
use std::ops::Range;

/// Bytes of a line that is shown whole.
const LONG: usize = 400;
/// Bytes that stay around each end of a mark in a longer one.
const AROUND: usize = 60;

/// Some lines of a text, and where they stand in it.
#[derive(Debug)]
pub struct Excerpt {
    /// The lines, without what is unruly and without the middle of what is long.
    pub text: String,
    /// The number of the first one.
    pub line: usize,
    /// The marks in them, in bytes.
    pub spans: Vec<Range<usize>>,
}

impl Excerpt {
    /// The lines of a text around marks. A renderer that is given the whole text reads all of it for every problem, and
    /// prints a value of a megabyte.
    pub fn around(text: &str, marks: &[Range<usize>]) -> Self {
        // Whatever a parser said lies within the text.
        let ends: Vec<usize> = marks
            .iter()
            .flat_map(|mark| [mark.start, mark.end.max(mark.start)].map(|at| bound(text, at)))
            .collect();
        let (first, last) =
            (ends.iter().min().copied().unwrap_or(0), ends.iter().max().copied().unwrap_or(0));
        let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
        let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
        let (mut out, mut moved) = (String::new(), vec![0; ends.len()]);
        let mut at = start;
        for line in text[start..end].split_inclusive('\n') {
            let mut before = at;
            for part in kept(text, at..at + line.len(), &ends) {
                if before < part.start {
                    out.push('…');
                }
                for (end, to) in
                    ends.iter().zip(&mut moved).filter(|(end, _)| (part.start..=part.end).contains(end))
                {
                    *to = out.len() + (end - part.start);
                }
                out.extend(text[part.clone()].chars().map(tame));
                before = part.end;
            }
            at += line.len();
        }
        let spans = moved.chunks(2).map(|ends| ends[0]..ends[1]).collect();
        Self { text: out, line: text[..start].matches('\n').count() + 1, spans }
    }
}

/// The parts of a line that are shown: all of it, or of a long one what stands around its start, its end and the ends of
/// marks.
fn kept(text: &str, line: Range<usize>, ends: &[usize]) -> Vec<Range<usize>> {
    if line.len() <= LONG {
        return vec![line];
    }
    let mut around: Vec<usize> =
        ends.iter().copied().filter(|end| (line.start..=line.end).contains(end)).collect();
    around.extend([line.start, line.end]);
    around.sort_unstable();
    let mut parts: Vec<Range<usize>> = Vec::new();
    for place in around {
        let from = bound(text, place.saturating_sub(AROUND).max(line.start));
        let to = bound(text, (place + AROUND).min(line.end));
        match parts.last_mut() {
            Some(part) if from <= part.end => part.end = part.end.max(to),
            _ => parts.push(from..to),
        }
    }
    parts
}

/// The nearest place at or before another one at which a character begins.
fn bound(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A character that cannot take a terminal over, of the same length in bytes: marks stay where they are.
fn tame(c: char) -> char {
    match c {
        '\t' | '\r' => c,
        _ if !is_unruly(c) => c,
        _ => ['?', '¿', '\u{fffd}'][c.len_utf8() - 1],
    }
}

/// A text as it is shown, on one line.
pub fn on_one_line(text: &str) -> String {
    cut(&escaped(text)).replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    #[test]
    fn marks_stay_on_what_they_marked() {
        let long = "x".repeat(900_000);
        let wide = "ä小".repeat(100_000);
        for (text, marked) in [
            ("a = 1\nbad = 2\nc = 3\n".to_owned(), "bad"),
            (format!("a = 1\nbad = \"{long}\"\n"), "bad"),
            (format!("a = \"{long}\", bad = 1, c = \"{long}\""), "bad"),
            (format!("a = \"{wide}\", bad = 1, c = \"{wide}\""), "bad"),
            (format!("{wide}\n{wide}bad"), "bad"),
            (format!("bad{wide}"), "bad"),
        ] {
            let at = text.find(marked).expect("it is there");
            let shown = Excerpt::around(&text, std::slice::from_ref(&(at..at + marked.len())));
            assert_eq!(&shown.text[shown.spans[0].clone()], marked);
            assert!(shown.text.len() < 1_000, "{}", shown.text.len());
            assert_eq!(shown.line, text[..at].matches('\n').count() + 1);
        }
    }

    #[test]
    fn a_long_mark_is_cut_in_its_middle() {
        for word in ["x", "小", "\u{1b}", "\u{202e}"] {
            let text = format!("k = 1\n{} = 2\n", word.repeat(300_000));
            let shown = Excerpt::around(&text, &[6..6 + word.len() * 300_000, 0..1]);
            assert!(shown.text.len() < 1_000 && shown.text.contains('…'));
            assert!(shown.text.starts_with("k = 1\n") && shown.text.ends_with(" = 2"), "{}", shown.text);
            assert_eq!((&shown.text[shown.spans[1].clone()], shown.line), ("k", 1));
            assert!(!shown.text[shown.spans[0].clone()].contains([' ', '\u{1b}', '\u{202e}']));
        }
    }

    #[test]
    fn places_beyond_the_text_or_within_a_character_are_moved() {
        for (start, end) in [(0, 0), (2, 1), (1, 2), (5, 9), (90, 100), (3, usize::MAX)] {
            let span = start..end;
            let shown = Excerpt::around("ää\nb", std::slice::from_ref(&span));
            assert!(shown.text.get(shown.spans[0].clone()).is_some(), "{span:?}: {shown:?}");
        }
    }
}
