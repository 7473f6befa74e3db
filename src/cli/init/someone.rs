//! Who is asked: a terminal with a line editor, or plain lines where there is none.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::output::width;
use runplan::wrap::{Page, is_unruly};
use rustyline::completion::Completer;
use rustyline::config::{BellStyle, ColorMode, Configurer as _};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Editor, Helper};
use std::borrow::Cow;
use std::io::{BufRead, ErrorKind, Write};

/// What stands before an answer.
const PROMPT: &str = "> ";

/// Someone who answers questions.
pub trait Someone {
    /// Says a paragraph.
    fn tell(&mut self, text: &str);
    /// Leaves a line free.
    fn gap(&mut self);
    /// The next line; `before` stands there already where it can be changed. `None` where no more will come.
    fn line(&mut self, before: &str) -> Result<Option<String>, Failure>;
}

/// Lines that are read as they come: from a pipe, or from a terminal that cannot move its cursor.
pub struct Lines<R, W> {
    pub input: R,
    pub out: W,
}

impl<R: BufRead, W: Write> Someone for Lines<R, W> {
    fn tell(&mut self, text: &str) {
        put(&mut self.out, &paragraph(text));
    }

    fn gap(&mut self) {
        put(&mut self.out, "\n");
    }

    fn line(&mut self, _before: &str) -> Result<Option<String>, Failure> {
        put(&mut self.out, PROMPT);
        let mut line = String::new();
        loop {
            match self.input.read_line(&mut line) {
                Ok(0) => return Ok(None),
                Ok(_) => return Ok(Some(line)),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(unread(error)),
            }
        }
    }
}

/// A terminal in which arrows, Home and Ctrl-A work.
pub struct Terminal<W> {
    editor: Editor<Harmless, MemHistory>,
    out: W,
}

impl<W: Write> Terminal<W> {
    /// The terminal of this program; `None` where it cannot be used.
    pub fn new(out: W) -> Option<Self> {
        let mut editor = Editor::with_history(rustyline::Config::default(), MemHistory::new()).ok()?;
        editor.set_helper(Some(Harmless));
        // What is unruly is hidden by the way in which others highlight.
        editor.set_color_mode(ColorMode::Forced);
        editor.set_bell_style(BellStyle::None);
        // Several lines that are pasted are several answers.
        editor.enable_bracketed_paste(false);
        Some(Self { editor, out })
    }
}

impl<W: Write> Someone for Terminal<W> {
    fn tell(&mut self, text: &str) {
        put(&mut self.out, &paragraph(text));
    }

    fn gap(&mut self) {
        put(&mut self.out, "\n");
    }

    fn line(&mut self, before: &str) -> Result<Option<String>, Failure> {
        match self.editor.readline_with_initial(PROMPT, (before, "")) {
            Ok(line) => {
                let _ = self.editor.add_history_entry(line.trim());
                Ok(Some(line))
            }
            Err(ReadlineError::Eof) => Ok(None),
            Err(ReadlineError::Interrupted) => Err(Failure::Interrupted),
            Err(ReadlineError::Io(error)) => Err(unread(error)),
            Err(error) => Err(unread(std::io::Error::other(error))),
        }
    }
}

/// Shows `?` in place of what could take the terminal over; what was typed or pasted stays as it is.
struct Harmless;

impl Helper for Harmless {}

impl Validator for Harmless {}

impl Completer for Harmless {
    type Candidate = String;
}

impl Hinter for Harmless {
    type Hint = String;
}

impl Highlighter for Harmless {
    fn highlight<'l>(&self, line: &'l str, _pos: usize) -> Cow<'l, str> {
        if line.contains(is_unruly) {
            line.chars().map(|c| if is_unruly(c) { '?' } else { c }).collect::<String>().into()
        } else {
            line.into()
        }
    }

    fn highlight_char(&self, line: &str, _pos: usize, _kind: CmdKind) -> bool {
        line.contains(is_unruly)
    }
}

fn unread(error: std::io::Error) -> Failure {
    Failure::Usage(anyhow::Error::new(error).context("cannot read the answer"), None)
}

/// A paragraph as wide as the page.
fn paragraph(text: &str) -> String {
    let mut page = Page::new(width());
    page.paragraph(text);
    page.text
}

/// Writes to who is asked; if they cannot see it, the answer will tell.
fn put(out: &mut impl Write, text: &str) {
    let _ = out.write_all(Audience::Reader.written(text).as_bytes()).and_then(|()| out.flush());
}
