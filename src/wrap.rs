//! Words in lines of a given width, for everything that is read in a terminal.

use unicode_width::UnicodeWidthStr as _;

/// Columns that a text takes in a terminal.
#[must_use]
pub fn columns(text: &str) -> usize {
    // Most words are plain, and then it is as many as there are letters.
    let plain = text.bytes().all(|letter| (b' '..=b'~').contains(&letter));
    if plain { text.len() } else { text.width() }
}

/// Whether a character may take a terminal over, or turn the direction of the text round it.
#[must_use]
pub fn is_unruly(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n')
}

/// Text of others on one line, without what is unruly.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if is_unruly(c) || c == '\n' { ' ' } else { c }).collect()
}

/// A point of a list, wrapped under itself.
pub fn item(out: &mut String, text: &str, width: usize) {
    wrap(out, text, "  - ", "    ", width);
}

/// A paragraph, every line indented alike.
pub fn paragraph(out: &mut String, text: &str, indent: &str, width: usize) {
    wrap(out, text, indent, indent, width);
}

/// Words of `text` in lines of at most `width` columns; a longer word stands alone.
pub fn wrap(out: &mut String, text: &str, first: &str, others: &str, width: usize) {
    out.reserve(text.len() + text.len() / 8 + first.len());
    out.push_str(first);
    let mut start = out.len() - first.len();
    let mut used = columns(first);
    let mut empty = true;
    for word in text.split(' ') {
        let long = columns(word);
        if !empty && used + 1 + long > width {
            end_line(out, start);
            start = out.len();
            out.push_str(others);
            used = columns(others);
            empty = true;
        }
        if !empty {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += long;
        empty = false;
    }
    end_line(out, start);
}

/// Ends the line that starts there, without spaces at its end.
fn end_line(out: &mut String, start: usize) {
    let long = out[start..].trim_end().len();
    out.truncate(start + long);
    out.push('\n');
}
