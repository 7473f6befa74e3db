//! Free text of a training plan, such as "Easy 5 mi + strength", by a small vocabulary.
//!
//! A text has parts (between `+`, `&`, `;`, "and" …), a part has chunks (between commas, dashes and slashes). A part is one
//! session with what is said of it: a chunk that names no sport says more about the session before it. Runs of one part are one
//! run, strength of one part is one session. Parts with "or" are a choice of several ways. Guarantees that nothing is dropped
//! silently and nothing is made up: a part in which no word is known comes back as such, and so does a length beside it; a chunk
//! beside known ones comes back as a comment.

mod amounts;
mod chunk;
mod context;
pub mod entry;
mod part;
mod pauses;
pub mod priority;
mod sections;
mod token;
pub mod vocabulary;

use crate::import::words::amounts::Amounts;
use crate::import::words::entry::{SessionEntry, SessionKind, mildness};
use crate::import::words::part::Part;
use crate::import::words::sections::{Link, sections, ways};
use crate::import::words::vocabulary::NOTHING;

/// The sessions of a text, and what of it was not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sessions, in the order of the text; of a choice the mildest.
    pub entries: Vec<SessionEntry>,
    /// The sessions of the text where another way of a choice is taken, the milder first.
    pub others: Vec<Vec<SessionEntry>>,
    /// Parts in which no word is known.
    pub unknown: Vec<String>,
    /// Words that say nothing that is known, beside a session.
    pub comments: Vec<String>,
    /// Lengths that no session can have.
    pub lengths: Vec<String>,
}

/// Ways of a day that are looked at, at most: nobody means more.
const MOST_WAYS: usize = 64;

/// Reads the text of a day or of a session.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut reading = Reading::default();
    if NOTHING.iter().any(|nothing| text.trim().eq_ignore_ascii_case(nothing)) {
        let nothing = SessionEntry::new(SessionKind::Rest, Amounts::default());
        return Reading { entries: vec![nothing], ..reading };
    }
    // Each part with its ways; of most there is one.
    let mut all: Vec<Vec<Part>> = Vec::new();
    let mut has_repeats = false;
    for section in sections(text) {
        let ways = ways(section.text);
        let mut parts: Vec<Part> =
            ways.into_iter().map(|way| Part::read(way, section.link, &mut has_repeats)).collect();
        for part in &mut parts {
            reading.comments.append(&mut part.comments);
            reading.lengths.append(&mut part.lengths);
            let before = all.last().and_then(|ways: &Vec<Part>| ways.first());
            part.join(before);
            reading.unknown.extend(part.unread.clone().filter(|text| !text.is_empty()));
            reading.comments.append(&mut part.comments);
        }
        parts.retain(|part| !part.entries.is_empty() || part.length.is_some() || part.unread.is_some());
        if parts.len() > 1 {
            parts.retain(|part| !part.entries.is_empty());
        }
        parts.sort_by_key(|part| mildness(&part.entries));
        all.extend(Some(parts).filter(|parts| !parts.is_empty()));
    }
    let with = |nth: usize, way: usize| {
        let ways = all.iter().enumerate();
        day(ways.map(|(at, ways)| &ways[if at == nth { way } else { 0 }]))
    };
    reading.entries = with(0, 0);
    let ways = all.iter().enumerate().flat_map(|(nth, ways)| (1..ways.len()).map(move |way| (nth, way)));
    for (nth, way) in ways.take(MOST_WAYS) {
        let other = with(nth, way);
        let is_new = !reading.others.contains(&other) && !is_alike(&other, &reading.entries);
        reading.others.extend(Some(other).filter(|_| is_new));
    }
    reading
}

/// Whether two days hold the same sessions, whatever their lengths.
fn is_alike(one: &[SessionEntry], other: &[SessionEntry]) -> bool {
    one.iter().map(|entry| entry.what).eq(other.iter().map(|entry| entry.what))
}

/// The sessions of a day whose parts are these.
fn day<'p>(parts: impl Iterator<Item = &'p Part>) -> Vec<SessionEntry> {
    let mut entries: Vec<SessionEntry> = Vec::new();
    for part in parts {
        let before = entries.len();
        let is_inside = |length: Amounts| {
            let inside = |run: &SessionEntry| SessionEntry::new(run.what, length).no_longer_than(run);
            part.link == Link::Within && entries.iter().any(|entry| entry.is_run() && inside(entry))
        };
        if let Some(length) = part.length.filter(|length| !is_inside(*length)) {
            give_length(&mut entries, length);
        }
        entries.extend(&part.entries);
        if part.link == Link::Within {
            drop_lengths_within(&mut entries, before);
        }
    }
    join_unsized(&mut entries);
    if entries.iter().any(|entry| entry.what != SessionKind::Rest) {
        entries.retain(|entry| entry.what != SessionKind::Rest);
    }
    entries
}

/// Gives a length to the last session, if it has none.
fn give_length(entries: &mut [SessionEntry], length: Amounts) {
    if let Some(last) = entries.last_mut().filter(|last| last.takes(&length)) {
        *last = SessionEntry::new(last.what, length);
    }
}

/// Drops the lengths of the runs from `start` on that are part of the run before them: of "16 mi w/ 10 mi at marathon
/// pace" the ten are part of the sixteen.
fn drop_lengths_within(entries: &mut [SessionEntry], start: usize) {
    let (earlier, inside) = entries.split_at_mut(start);
    let Some(run) = earlier.iter().rev().find(|entry| entry.is_run() && entry.sized()) else { return };
    for entry in inside.iter_mut().filter(|entry| entry.is_run() && entry.no_longer_than(run)) {
        *entry = SessionEntry::new(entry.what, Amounts::default());
    }
}

/// Joins each run without a length to the run before it: strides after a run are no run of their own; and each session to one of
/// the same kind right before it, where only one of them has a length.
fn join_unsized(entries: &mut Vec<SessionEntry>) {
    while let Some(at) = entries.iter().skip(1).position(|entry| entry.is_run() && !entry.sized())
        && let Some(first) = entries[..=at].iter().rposition(SessionEntry::is_run)
    {
        let later = entries.remove(at + 1);
        entries[first].what = entries[first].what.harder(later.what);
    }
    let twice = |pair: &[SessionEntry]| {
        pair[0].what == pair[1].what && !pair[0].is_run() && !(pair[0].sized() && pair[1].sized())
    };
    while let Some(at) = entries.windows(2).position(twice) {
        let gone = if entries[at].sized() { at + 1 } else { at };
        entries.remove(gone);
    }
}
