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

/// A page of text in lines of at most so many columns; a longer word stands alone.
#[derive(Clone, Debug)]
pub struct Page {
    /// The text so far, each line with its end.
    pub text: String,
    /// The columns of the page.
    pub width: usize,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub const fn new(width: usize) -> Self {
        Self { text: String::new(), width }
    }

    /// Adds a line as it stands, whatever its width.
    pub fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds a head line after an empty line; no empty line at the top of a page.
    pub fn head(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.gap();
        }
        self.line(text);
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.indented(text, "");
    }

    /// Adds a paragraph, every line indented alike.
    pub fn indented(&mut self, text: &str, indent: &str) {
        self.wrap(text, indent, indent);
    }

    /// Adds a point of a list, wrapped under itself.
    pub fn item(&mut self, text: &str) {
        self.beside("  - ", text);
    }

    /// Adds a text beside a label, wrapped under itself.
    pub fn beside(&mut self, label: &str, text: &str) {
        self.wrap(text, label, &" ".repeat(columns(label)));
    }

    /// Adds words in lines, what stands before the first of them and before the others.
    pub fn wrap(&mut self, text: &str, first: &str, others: &str) {
        wrap(&mut self.text, text, first, others, self.width);
    }

    /// The text of the page, with a last paragraph after an empty line.
    #[must_use]
    pub fn closed(mut self, last: &str) -> String {
        self.gap();
        self.paragraph(last);
        self.text
    }
}

/// Words of `text` in lines of at most `width` columns; a longer word stands alone.
fn wrap(out: &mut String, text: &str, first: &str, others: &str, width: usize) {
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
