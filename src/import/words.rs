//! Free text of a training plan, such as "Easy 5 mi + strength", by a small vocabulary.
//!
//! A text has parts (between `+`, `&`, `;`, "and" …), a part has chunks (between commas, dashes and slashes). Runs of one
//! part are one run, strength of one part is one session. Guarantees that nothing is dropped silently: a part in which no
//! word is known comes back as such, a chunk beside known ones as a comment.

mod amounts;
mod chunk;
pub mod vocabulary;

use crate::import::words::amounts::{Amounts, tokens};
use crate::import::words::chunk::{Chunk, Denies, chunk, chunks, parenthesised};
use crate::import::words::vocabulary::{AGAIN, Term};
use crate::week::race::Distance;
use crate::week::session::{Run, Strength};

/// One session as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub what: What,
    /// Minutes, where they are said.
    pub minutes: Option<u16>,
    /// Metres, where they are said.
    pub metres: Option<u32>,
    /// Thousandths of the plan's own unit, where a number stands alone.
    pub bare: Option<u32>,
}

/// What a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A run.
    Run(Run),
    /// A race, of a distance where it is said.
    Race(Option<Distance>),
    /// Strength, of a kind where it is said.
    Strength(Option<Strength>),
    /// Mobility.
    Mobility,
    /// Cross-training.
    Cross,
    /// Rest, said in so many words.
    Rest,
}

/// What a text came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sessions.
    pub entries: Vec<Entry>,
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
    for (part, within) in parts(text) {
        let (part, choice) = first_choice(part);
        reading.choice |= choice;
        let before = reading.entries.len();
        if !self::part(part, &mut reading) && part.chars().any(says_something) {
            reading.unknown.push(part.trim().to_owned());
        }
        let (earlier, inside) = reading.entries.split_at_mut(before);
        if let Some(run) = earlier.iter().rev().find(|entry| is_run(entry)).filter(|_| within) {
            // Of "16 mi w/ 10 mi at marathon pace" the ten are part of the sixteen.
            let part_of = |entry: &&mut Entry| is_run(entry) && entry.no_longer_than(run);
            inside.iter_mut().filter(part_of).for_each(|entry| *entry = entry.with(Amounts::default()));
        }
    }
    // Strides after a run are no run of their own.
    while let Some(at) = reading.entries.iter().skip(1).position(|entry| is_run(entry) && !entry.sized())
        && let Some(first) = reading.entries[..=at].iter().rposition(is_run)
    {
        let later = reading.entries.remove(at + 1);
        reading.entries[first].what = harder(reading.entries[first].what, later.what);
    }
    if reading.entries.iter().any(|entry| entry.what != What::Rest) {
        reading.entries.retain(|entry| entry.what != What::Rest);
    }
    reading
}

/// Whether a character may mean something: letters, digits, pictures.
fn says_something(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..)
}

/// The parts of a text that are sessions of their own, and whether each stands within the one before it.
fn parts(text: &str) -> Vec<(&str, bool)> {
    const WORDS: [(&str, bool); 9] = [
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
    let mut parts = Vec::new();
    for piece in text.split(['+', ';', '\n', '\r', '|']) {
        let (mut rest, mut within) = (piece, false);
        let next = |rest: &str| {
            let found = WORDS.iter().filter_map(|(word, within)| {
                find_ignoring_case(rest, word).map(|at| (at, word.len(), *within))
            });
            found.min()
        };
        while let Some((at, len, inside)) = next(rest) {
            parts.push((&rest[..at], within));
            (rest, within) = (&rest[at + len..], inside);
        }
        parts.push((rest, within));
    }
    parts
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    // The word is ASCII, so a match starts and ends between characters.
    text.as_bytes().windows(word.len()).position(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// What stands before an "or".
fn first_choice(part: &str) -> (&str, bool) {
    find_ignoring_case(part, " or ").map_or((part, false), |at| (&part[..at], true))
}

/// Adds the sessions of one part; false if no word of it is known.
fn part(part: &str, reading: &mut Reading) -> bool {
    let tokens = tokens(part);
    let (main, aside) = parenthesised(&tokens);
    let parted = chunks(&main);
    let labelled_first = parted.first().is_some_and(|(_, label)| *label);
    let mut chunks: Vec<Chunk> = parted.into_iter().map(|(tokens, _)| chunk(tokens)).collect();
    let aside = chunk(&aside);
    let mut found: Vec<Entry> = Vec::new();
    let mut known = false;
    let label = labelled_first.then(|| chunks.remove(0));
    for chunk in &chunks {
        let mut sessions = chunk.sessions();
        let by_itself = !chunk.terms.iter().any(|term| matches!(term, Term::Run | Term::Race))
            && chunk.amounts.metres.is_none();
        if found.last().is_some_and(|last| !is_run(last)) && by_itself && chunk.intervals {
            sessions.clear(); // repeats of what stands before them
        }
        if found.iter().any(|entry| entry.what == What::Rest)
            && by_itself
            && !sessions.iter().any(Entry::sized)
        {
            sessions.retain(|entry| !is_run(entry)); // "rest day - full recovery"
        }
        known |= !sessions.is_empty() || chunk.denied();
        // "Strength, no legs" is a kind of strength.
        if let (true, Some(What::Strength(kind @ None))) =
            (chunk.denies == Denies::Legs, found.last_mut().map(|last| &mut last.what))
        {
            *kind = Some(Strength::Upper);
        }
        if sessions.is_empty() && !chunk.denied() {
            match found.last_mut().filter(|last| !last.sized() && chunk.only_length()) {
                Some(last) => *last = last.with(chunk.amounts),
                None if chunk.unknown => reading.comments.push(chunk.text.clone()),
                None => {}
            }
        }
        for entry in sessions {
            merge(&mut found, entry);
        }
    }
    // "Race (5k)", "Race: 5k", "Race - Boston Marathon".
    let distance = chunks.iter().chain([&aside]).chain(&label).find_map(|chunk| chunk.distance);
    if let Some(label) = label {
        known |= labelled(&label, &chunks, &mut found) || label.denied();
    }
    for entry in &mut found {
        match &mut entry.what {
            What::Race(whose @ None) => *whose = distance,
            What::Strength(kind @ None) => *kind = aside.strength(),
            What::Run(run @ Run::Easy) if aside.has(Term::Speed) => *run = Run::Speed,
            What::Run(run @ Run::Easy) if aside.has(Term::Long) => *run = Run::Long,
            _ => {}
        }
    }
    beside(&aside, &mut found, reading);
    if found.is_empty() && !known {
        found = aside.sessions();
        known = !found.is_empty() || aside.denied();
    }
    if !known {
        reading.comments.retain(|comment| !chunks.iter().any(|chunk| chunk.text == *comment));
    }
    reading.entries.extend(found);
    known
}

/// Adds what stands in parentheses beside a session: "Easy 8 mi (strength)" is both.
fn beside(aside: &Chunk, found: &mut Vec<Entry>, reading: &mut Reading) {
    if found.is_empty() {
        return;
    }
    if aside.text.starts_with("or ") {
        reading.choice = true;
        return;
    }
    let same = |entry: &Entry, other: &Entry| {
        other.what == entry.what || matches!((other.what, entry.what), (What::Strength(_), What::Strength(_)))
    };
    for entry in aside.sessions() {
        let rests = found.iter().all(|entry| entry.what == What::Rest);
        let wanted = match entry.what {
            What::Strength(_) => aside.has(Term::Strength) || !aside.unknown,
            What::Mobility => true,
            // A second run of the day, or a run beside other training; else it says more about what stands before it.
            What::Run(_) if found.iter().any(is_run) => {
                if aside.mentions(AGAIN) {
                    merge(found, entry);
                }
                continue;
            }
            What::Run(_) => !rests && (aside.has(Term::Run) || entry.metres.is_some()),
            What::Cross => false,
            What::Race(_) | What::Rest => continue,
        };
        match (wanted, found.iter().any(|other| same(&entry, other))) {
            (_, true) => {}
            (true, false) => found.push(entry),
            (false, false) => reading.comments.push(aside.text.clone()),
        }
    }
}

/// What a label says about what comes after it; false if it says nothing.
fn labelled(label: &Chunk, chunks: &[Chunk], found: &mut Vec<Entry>) -> bool {
    let mine = label.sessions();
    let Some(first) = mine.first().copied() else { return false };
    // "Recovery: walk" is no run.
    let how = label.terms.iter().all(|term| *term == Term::Easy);
    if how && !found.is_empty() && !found.iter().any(is_run) {
        return true;
    }
    // What comes after says how long or how hard it is, unless it is a run by its own word or distance.
    let lifts = matches!(first.what, What::Strength(_));
    let of_label = chunks.iter().all(|chunk| {
        let run = chunk.terms.iter().any(|term| matches!(term, Term::Run | Term::Race))
            || chunk.amounts.metres.is_some();
        let other = chunk.terms.iter().any(|term| !term.is_run());
        !(other || run || lifts && chunk.intervals)
    });
    if found.is_empty() || of_label && !is_run(&first) {
        let amounts = found.first().copied();
        *found = mine;
        if let (Some(entry), Some(amounts)) = (found.first_mut(), amounts) {
            *entry = Entry { what: entry.what, ..amounts };
        }
    } else if is_run(&first) || found.iter().all(|entry| !is_run(entry)) {
        let at = found.iter().position(|entry| is_run(entry) == is_run(&first));
        match at {
            Some(at) if is_run(&first) => found[at].what = harder(found[at].what, first.what),
            _ => merge(found, first),
        }
    }
    true
}

fn is_run(entry: &Entry) -> bool {
    matches!(entry.what, What::Run(_) | What::Race(_))
}

/// Adds a session to those of its part: runs are one run, strength is one session.
fn merge(found: &mut Vec<Entry>, entry: Entry) {
    let same = |other: &&mut Entry| {
        is_run(other) && is_run(&entry)
            || matches!((other.what, entry.what), (What::Strength(_), What::Strength(_)))
            || other.what == entry.what
    };
    let Some(other) = found.iter_mut().find(same) else { return found.push(entry) };
    let add = |a: Option<u32>, b: Option<u32>| a.into_iter().chain(b).reduce(u32::saturating_add);
    let minutes = other.minutes.into_iter().chain(entry.minutes).reduce(u16::saturating_add);
    let what = harder(other.what, entry.what);
    *other =
        Entry { what, minutes, metres: add(other.metres, entry.metres), bare: add(other.bare, entry.bare) };
}

/// The harder of two runs, the more exact of two strength sessions; full before upper.
fn harder(a: What, b: What) -> What {
    let rank = |what: What| match what {
        What::Run(Run::ShakeOut) | What::Strength(None) => 1,
        What::Run(Run::Easy) | What::Strength(Some(Strength::Upper)) => 2,
        What::Run(Run::Speed) | What::Strength(Some(_)) => 3,
        What::Run(Run::Long) => 4,
        What::Race(_) => 5,
        _ => 0,
    };
    match (a, b) {
        (What::Race(a), What::Race(b)) => What::Race(a.or(b)),
        _ if rank(b) > rank(a) => b,
        _ => a,
    }
}

impl Entry {
    /// Whether its length is said.
    #[must_use]
    pub const fn sized(&self) -> bool {
        self.minutes.is_some() || self.metres.is_some() || self.bare.is_some()
    }

    /// Whether both lengths are said in the same way, and this one is no longer.
    fn no_longer_than(&self, other: &Self) -> bool {
        let at_most =
            |mine: Option<u32>, other: Option<u32>| mine.zip(other).map(|(mine, other)| mine <= other);
        at_most(self.metres, other.metres)
            .or_else(|| at_most(self.bare, other.bare))
            .or_else(|| at_most(self.minutes.map(u32::from), other.minutes.map(u32::from)))
            .unwrap_or(false)
    }

    pub(super) const fn with(self, amounts: Amounts) -> Self {
        Self { minutes: amounts.minutes, metres: amounts.metres, bare: amounts.bare, ..self }
    }
}
