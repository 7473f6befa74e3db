//! Words in lines of a given width, for everything that is read in a terminal.

use std::borrow::Cow;
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

/// Whether a text in UTF-8 holds a character that [`is_unruly`]. Most of the bytes are looked at many at a time: a batch
/// asks it of every line.
#[must_use]
pub fn has_unruly(text: &[u8]) -> bool {
    let may_be = |byte: u8| (byte < b' ' && byte != b'\n') || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2);
    let is = |at: usize| match text[at..] {
        [0xc2, second, ..] => second < 0xa0,
        [0xd8, second, ..] => second == 0x9c,
        [0xe2, 0x80, third, ..] => matches!(third, 0x8e | 0x8f | 0xaa..=0xae),
        [0xe2, 0x81, third, ..] => matches!(third, 0xa6..=0xa9),
        [0xe2, ..] => false,
        _ => true,
    };
    text.chunks(64).enumerate().any(|(chunk, bytes)| {
        let some = bytes.iter().fold(false, |some, byte| some | may_be(*byte));
        some && bytes.iter().enumerate().any(|(at, byte)| may_be(*byte) && is(chunk * 64 + at))
    })
}

/// Text of others on one line, without what is unruly.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if is_unruly(c) || c == '\n' { ' ' } else { c }).collect()
}

/// Text of others as it may stand in a terminal: what is unruly is written as `\u{…}`, line ends stay.
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, |c| c.escape_default().to_string())
}

/// A JSON text in which what is unruly is written as `\u…`; it can only stand within strings there.
#[must_use]
pub fn json_escaped(text: &str) -> Cow<'_, str> {
    // All of it lies in the first 65,536 characters.
    replaced(text, |c| format!("\\u{:04x}", u32::from(c)))
}

/// A text with something else in place of each unruly character.
fn replaced(text: &str, instead: impl Fn(char) -> String) -> Cow<'_, str> {
    if !has_unruly(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_unruly(c) {
            out += &instead(c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Characters of a word in a message at most, and those that stay of a longer one at its start and end.
const WORD: [usize; 3] = [200, 80, 20];
/// Characters of a message at most, and those that stay of a longer one at its start and end.
const MESSAGE: [usize; 3] = [1200, 800, 300];

/// A message in which long words of others, and a long text of them, give way to `…` in the middle.
#[must_use]
pub fn cut(message: &str) -> Cow<'_, str> {
    if message.len() <= WORD[0] {
        return Cow::Borrowed(message);
    }
    let short = |text: &str, [most, start, end]: [usize; 3]| {
        if text.len() <= most || text.chars().count() <= most {
            return text.to_owned();
        }
        let at = |place: Option<(usize, char)>| place.map_or(0, |(at, _)| at);
        let head = &text[..at(text.char_indices().nth(start))];
        format!("{head}…{}", &text[at(text.char_indices().nth_back(end - 1))..])
    };
    // What is quoted is a name or a value of others, spaces and all.
    let quoted = message
        .split('`')
        .enumerate()
        .map(|(at, part)| if at % 2 == 1 { short(part, WORD) } else { part.to_owned() });
    let quoted: Vec<_> = quoted.collect();
    let quoted = quoted.join("`");
    let words: String = quoted.split_inclusive([' ', '\n', '\t']).map(|word| short(word, WORD)).collect();
    Cow::Owned(short(&words, MESSAGE))
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

/// A word as a shell takes it, in quotes where it needs them.
#[must_use]
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "./_-+@:=".contains(c);
    let word = one_line(word);
    if word.chars().all(is_plain) { word } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::{cut, escaped, has_unruly, is_unruly, json_escaped};

    #[test]
    fn every_unruly_character_is_seen_and_no_other() {
        for c in (0..=0x2_ffff).filter_map(char::from_u32) {
            for before in ["", "a", &"b".repeat(61)] {
                assert_eq!(has_unruly(format!("{before}{c}z").as_bytes()), is_unruly(c), "{c:?}");
            }
        }
    }

    #[test]
    fn what_is_unruly_is_written_out() {
        for c in (0..=0xffff).filter_map(char::from_u32).filter(|c| is_unruly(*c)) {
            let text = format!("a{c}b\nÄ");
            let code = u32::from(c);
            let plain = escaped(&text);
            assert!(plain.is_ascii() || plain == plain.replace(c, ""), "{code:x}");
            assert!(plain.len() > text.len() && plain.ends_with("b\nÄ"), "{code:x}: {plain}");
            let json = json_escaped(&text);
            assert_eq!(json, format!("a\\u{code:04x}b\nÄ"));
        }
        assert_eq!(escaped("Zoë – 5′ 小林\n"), "Zoë – 5′ 小林\n");
    }

    #[test]
    fn long_words_and_long_texts_are_cut_and_short_ones_are_not() {
        for short in
            ["", "`runs.longg` is not a key; did you mean `runs.long`?", &"ab ".repeat(60), &"ä".repeat(150)]
        {
            assert_eq!(cut(short), short);
        }
        for long in ["x", "ä", "小", "`", "\u{1b}", "ab "] {
            let message = format!("`{}` is not a key", long.repeat(300_000));
            let cut = cut(&message);
            assert!(cut.chars().count() < 1_300 && cut.contains('…'), "{cut}");
            assert!(cut.starts_with('`') && cut.ends_with("` is not a key"), "{cut}");
        }
    }
}
