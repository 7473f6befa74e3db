//! Words in lines of a given width, for everything that is read in a terminal.

use unicode_width::UnicodeWidthStr as _;

/// Columns that a text takes in a terminal.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
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
    let mut line = first.to_owned();
    let mut used = columns(first);
    let mut empty = true;
    for word in text.split(' ') {
        let long = columns(word);
        if !empty && used + 1 + long > width {
            out.push_str(line.trim_end());
            out.push('\n');
            others.clone_into(&mut line);
            used = columns(others);
            empty = true;
        }
        if !empty {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += long;
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
