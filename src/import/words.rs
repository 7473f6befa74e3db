//! Free text of a training plan, such as "Easy 5 mi + strength", by a small vocabulary.
//!
//! A text has parts (between `+`, `&`, `;`, "and" …), a part has chunks (between commas, dashes and slashes). Runs of one
//! part are one run, strength of one part is one session. Guarantees that nothing is dropped silently: a part in which no
//! word is known comes back as such, a chunk beside known ones as a comment.

mod amounts;
mod chunk;
mod context;
pub mod entry;
mod token;
pub mod vocabulary;

use crate::import::words::amounts::Amounts;
use crate::import::words::chunk::{Chunk, Denial, Pieces, parenthesised};
use crate::import::words::entry::{SessionEntry, SessionKind, merge};
use crate::import::words::token::tokens;
use crate::import::words::vocabulary::{AGAIN, Term};
use crate::week::session::{Run, Session, Strength};

/// The sessions of a text, and what of it was not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sessions, in the order of the text.
    pub entries: Vec<SessionEntry>,
    /// Parts in which no word is known.
    pub unknown: Vec<String>,
    /// Chunks in which no word is known, beside others that are.
    pub comments: Vec<String>,
    /// Whether the text offers a choice, of which the first part was taken.
    pub choice: bool,
}

/// Reads the text of a day or of a session.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut reading = Reading::default();
    for Part { text, within } in parts(text) {
        let (text, choice) = first_choice(text);
        reading.choice |= choice;
        let before = reading.entries.len();
        if !add_part(text, &mut reading) && text.chars().any(may_mean_something) {
            reading.unknown.push(text.trim().to_owned());
        }
        if within {
            drop_lengths_within(&mut reading.entries, before);
        }
    }
    join_unsized_runs(&mut reading.entries);
    if reading.entries.iter().any(|entry| entry.what != SessionKind::Rest) {
        reading.entries.retain(|entry| entry.what != SessionKind::Rest);
    }
    reading
}

/// Drops the lengths of the runs from `start` on that are part of the run before them: of "16 mi w/ 10 mi at marathon
/// pace" the ten are part of the sixteen.
fn drop_lengths_within(entries: &mut [SessionEntry], start: usize) {
    let (earlier, inside) = entries.split_at_mut(start);
    let Some(run) = earlier.iter().rev().find(|entry| entry.is_run()) else { return };
    for entry in inside.iter_mut().filter(|entry| entry.is_run() && entry.no_longer_than(run)) {
        *entry = SessionEntry::new(entry.what, Amounts::default());
    }
}

/// Joins each run without a length to the run before it: strides after a run are no run of their own.
fn join_unsized_runs(entries: &mut Vec<SessionEntry>) {
    while let Some(at) = entries.iter().skip(1).position(|entry| entry.is_run() && !entry.sized())
        && let Some(first) = entries[..=at].iter().rposition(SessionEntry::is_run)
    {
        let later = entries.remove(at + 1);
        entries[first].what = entries[first].what.harder(later.what);
    }
}

/// Whether a character may mean something: letters, digits, pictures.
fn may_mean_something(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..)
}

/// A part of a text: a session of its own, or more about the one before it.
struct Part<'t> {
    text: &'t str,
    /// Whether the part stands within the one before it.
    within: bool,
}

/// Words between the parts of a text, and whether what follows stands within what comes before.
const PARTING_WORDS: [(&str, bool); 9] = [
    (" and ", false),
    (" then ", false),
    (" plus ", false),
    (" & ", false),
    (" with ", true),
    (" w/ ", true),
    (" incl ", true),
    (" incl. ", true),
    (" including ", true),
];

/// The parts of a text, in order.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for piece in text.split(['+', ';', '\n', '\r', '|']) {
        let (mut rest, mut within) = (piece, false);
        while let Some((at, len, inside)) = parting_word(rest) {
            parts.push(Part { text: &rest[..at], within });
            (rest, within) = (&rest[at + len..], inside);
        }
        parts.push(Part { text: rest, within });
    }
    parts
}

/// The first parting word of a text: where it starts, how long it is, and whether what follows stands within.
fn parting_word(text: &str) -> Option<(usize, usize, bool)> {
    let words = PARTING_WORDS.iter();
    words
        .filter_map(|(word, within)| find_ignoring_case(text, word).map(|at| (at, word.len(), *within)))
        .min()
}

/// The byte at which an ASCII word starts in a text, ignoring case.
fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    // The word is ASCII, so a match starts and ends between characters.
    text.as_bytes().windows(word.len()).position(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The part before an "or", and whether there is one.
fn first_choice(part: &str) -> (&str, bool) {
    find_ignoring_case(part, " or ").map_or((part, false), |at| (&part[..at], true))
}

/// Adds the sessions of one part; false if no word of it is known.
fn add_part(text: &str, reading: &mut Reading) -> bool {
    let tokens = tokens(text);
    let (main, aside) = parenthesised(&tokens);
    let pieces = Pieces::of(&main);
    let label = pieces.label.map(Chunk::new);
    let chunks: Vec<Chunk> = pieces.others.into_iter().map(Chunk::new).collect();
    let aside = Chunk::new(&aside);
    let mut entries: Vec<SessionEntry> = Vec::new();
    let mut known = false;
    for chunk in &chunks {
        known |= add_chunk(chunk, &mut entries, &mut reading.comments);
    }
    // "Race (5k)", "Race: 5k", "Race - Boston Marathon".
    let distance = chunks.iter().chain([&aside]).chain(&label).find_map(|chunk| chunk.distance);
    if let Some(label) = label {
        known |= add_label(&label, &chunks, &mut entries) || label.denied();
    }
    for entry in &mut entries {
        match &mut entry.what {
            SessionKind::Race(whose @ None) => *whose = distance,
            kind @ SessionKind::Strength => *kind = SessionKind::strength(aside.strength()),
            SessionKind::Placed(Session::Run(run @ Run::Easy)) if aside.has(Term::Speed) => *run = Run::Speed,
            SessionKind::Placed(Session::Run(run @ Run::Easy)) if aside.has(Term::Long) => *run = Run::Long,
            _ => {}
        }
    }
    add_aside(&aside, &mut entries, reading);
    if entries.is_empty() && !known {
        entries = aside.sessions();
        known = !entries.is_empty() || aside.denied();
    }
    if !known {
        reading.comments.retain(|comment| !chunks.iter().any(|chunk| chunk.text == *comment));
    }
    reading.entries.extend(entries);
    known
}

/// Adds one chunk to the sessions of its part: its own, or more about the one before it; false if no word of it is known.
fn add_chunk(chunk: &Chunk, entries: &mut Vec<SessionEntry>, comments: &mut Vec<String>) -> bool {
    let sessions = sessions_after(chunk, entries);
    let known = !sessions.is_empty() || chunk.denied();
    if chunk.denial == Denial::Legs
        && let Some(SessionEntry { what: kind @ SessionKind::Strength, .. }) = entries.last_mut()
    {
        *kind = SessionKind::strength(Some(Strength::Upper)); // "Strength, no legs" is a kind of strength
    }
    if !known {
        match entries.last_mut().filter(|last| !last.sized() && chunk.only_length()) {
            Some(last) => *last = SessionEntry::new(last.what, chunk.amounts),
            None if chunk.unknown => comments.push(chunk.text.clone()),
            None => {}
        }
    }
    for entry in sessions {
        merge(entries, entry);
    }
    known
}

/// The sessions of a chunk, without those that only say more about the sessions before it.
fn sessions_after(chunk: &Chunk, earlier: &[SessionEntry]) -> Vec<SessionEntry> {
    let mut sessions = chunk.sessions();
    if chunk.names_run() {
        return sessions;
    }
    if chunk.intervals && earlier.last().is_some_and(|last| !last.is_run()) {
        return Vec::new(); // repeats of what stands before them
    }
    let after_rest = earlier.iter().any(|entry| entry.what == SessionKind::Rest);
    if after_rest && !sessions.iter().any(SessionEntry::sized) {
        sessions.retain(|entry| !entry.is_run()); // "rest day - full recovery"
    }
    sessions
}

/// Adds what stands in parentheses beside a session: "Easy 8 mi (strength)" is both.
fn add_aside(aside: &Chunk, entries: &mut Vec<SessionEntry>, reading: &mut Reading) {
    if entries.is_empty() {
        return;
    }
    if aside.text.starts_with("or ") {
        reading.choice = true;
        return;
    }
    for entry in aside.sessions() {
        let rests = entries.iter().all(|entry| entry.what == SessionKind::Rest);
        let wanted = match entry.what {
            kind if kind.is_strength() => aside.has(Term::Strength) || !aside.unknown,
            // A second run of the day, or a run beside other training; else it says more about what stands before it.
            SessionKind::Placed(Session::Run(_)) if entries.iter().any(SessionEntry::is_run) => {
                if aside.mentions(AGAIN) {
                    merge(entries, entry);
                }
                continue;
            }
            SessionKind::Placed(Session::Run(_)) => {
                !rests && (aside.has(Term::Run) || entry.metres.is_some())
            }
            SessionKind::Placed(other) => other == Session::Mobility,
            _ => continue,
        };
        if entries.iter().any(|other| other.is_like(&entry)) {
            continue;
        }
        if wanted {
            entries.push(entry);
        } else {
            reading.comments.push(aside.text.clone());
        }
    }
}

/// Adds what a label says about the chunks after it; false if it says nothing.
fn add_label(label: &Chunk, chunks: &[Chunk], entries: &mut Vec<SessionEntry>) -> bool {
    let of_label = label.sessions();
    let Some(first) = of_label.first().copied() else { return false };
    // "Recovery: walk" is no run.
    let manner = label.terms.iter().all(|term| *term == Term::Easy);
    if manner && !entries.is_empty() && !entries.iter().any(SessionEntry::is_run) {
        return true;
    }
    if entries.is_empty() || !first.is_run() && chunks.iter().all(|chunk| only_describes(chunk, &first)) {
        let length = entries.first().copied();
        *entries = of_label;
        if let (Some(entry), Some(length)) = (entries.first_mut(), length) {
            *entry = SessionEntry { what: entry.what, ..length };
        }
    } else if first.is_run() {
        match entries.iter_mut().find(|entry| entry.is_run()) {
            Some(run) => run.what = run.what.harder(first.what),
            None => merge(entries, first),
        }
    } else if !entries.iter().any(SessionEntry::is_run) {
        merge(entries, first);
    }
    true
}

/// Whether a chunk only says how long or how hard the session of its label is: it names nothing else, and no run by its
/// own word or distance.
fn only_describes(chunk: &Chunk, label: &SessionEntry) -> bool {
    let other = chunk.terms.iter().any(|term| !term.is_run());
    !(other || chunk.names_run() || label.what.is_strength() && chunk.intervals)
}
