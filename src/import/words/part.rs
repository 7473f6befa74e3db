//! One part of a text: its sessions, each with what the chunks behind it say of it.

use crate::import::words::amounts::Amounts;
use crate::import::words::chunk::{Chunk, Denial, Joint, parenthesised, pieces};
use crate::import::words::entry::{SessionEntry, SessionKind, merge};
use crate::import::words::pauses::{Repeats, without_pauses};
use crate::import::words::sections::Link;
use crate::import::words::token::{Token, repeats, tokens};
use crate::import::words::vocabulary::{AGAIN, Term};
use crate::week::kind::Kind;
use crate::week::session::{Run, Session, Strength};

/// A part of a text while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub link: Link,
    /// Its sessions, in the order of the text.
    pub entries: Vec<SessionEntry>,
    /// Words beside a session that say nothing that is known.
    pub comments: Vec<String>,
    /// Lengths that no session can have.
    pub lengths: Vec<String>,
    /// The length of the session before it, where it is one alone.
    pub length: Option<Amounts>,
    /// Its text, where no word of it is known.
    pub unread: Option<String>,
    /// A length before the first session, as the run that it is if none follows.
    open: Option<SessionEntry>,
    /// A length beside words that nobody knows.
    lost: Option<Amounts>,
    /// Whether a chunk that nobody knows stands before the first session.
    is_strange: bool,
    /// The words that nobody knows.
    strange: Vec<String>,
    /// Whether a word of it is known.
    is_known: bool,
    /// Whether a word names a sport; without one runs are runs only by how they are done, "tempo", or how long.
    names_sport: bool,
}

impl Part {
    /// Reads a part; `has_repeats` says whether some stand before it, and then in it.
    pub fn read(text: &str, link: Link, has_repeats: &mut bool) -> Self {
        let mut part = Self { link, ..Self::default() };
        let all = tokens(text);
        let is_here = repeats(&without_parentheses(&all)) || link == Link::Within && *has_repeats;
        let place = match (is_here, *has_repeats) {
            (true, _) => Repeats::Here,
            (false, true) => Repeats::Before,
            _ => Repeats::None,
        };
        *has_repeats |= is_here;
        let all = without_pauses(all, place);
        let is_pause = all.is_empty();
        let (main, aside) = parenthesised(&all);
        let chunks: Vec<(Joint, Chunk)> =
            pieces(&main).into_iter().map(|(joint, tokens)| (joint, Chunk::new(tokens))).collect();
        let aside = Chunk::new(&aside);
        for (joint, chunk) in &chunks {
            part.lengths.extend(chunk.amounts.is_odd.then(|| chunk.text.clone()));
            part.add(chunk, *joint);
        }
        part.place_open_length();
        // "Race (5k)", "Race: 5k", "Race - Boston Marathon".
        let distance = chunks.iter().map(|(_, chunk)| chunk).chain([&aside]).find_map(|chunk| chunk.distance);
        for entry in &mut part.entries {
            if let SessionKind::Race(whose @ None) = &mut entry.what {
                *whose = distance;
            }
        }
        part.add_aside(&aside);
        if part.entries.is_empty() && !part.is_known && !part.is_strange {
            part.entries = aside.sessions();
            part.is_known = aside.denied();
        }
        let says = part.is_strange || part.lost.is_some() || text.chars().any(is_picture);
        let is_unread = part.entries.is_empty() && !part.is_known && !is_pause && says;
        part.unread = is_unread.then(|| text.trim().to_owned());
        part
    }

    /// Joins it to the part before it: a length alone on a line, or behind "with", is that of the session before it.
    pub fn join(&mut self, before: Option<&Self>) {
        let Some(before) = before.filter(|_| self.link != Link::New) else { return };
        if self.open.is_some_and(|run| self.entries == [run]) && !self.is_known {
            self.entries.clear();
            self.length = self.open.map(|run| run.length()).filter(|_| before.unread.is_none());
            self.unread = None;
        } else if self.link == Link::Within && self.entries.is_empty() && !before.entries.is_empty() {
            self.length = self.lost;
            self.unread = None;
            self.comments.extend(Some(self.strange.join(" ")).filter(|words| !words.is_empty()));
        }
    }

    /// Adds one chunk: its own sessions, or more about the one before it.
    fn add(&mut self, chunk: &Chunk, joint: Joint) {
        if chunk.only_length() {
            return self.add_length(chunk);
        }
        self.strange.extend_from_slice(&chunk.strange);
        let sessions = self.sessions_after(chunk, joint);
        self.is_known |= !sessions.is_empty() || chunk.denied() || !chunk.terms.is_empty();
        if chunk.denial == Denial::Legs
            && let Some(SessionEntry { what: kind @ SessionKind::Strength, .. }) = self.entries.last_mut()
        {
            *kind = SessionKind::strength(Some(Strength::Upper)); // "Strength, no legs" is a kind of strength
        }
        if chunk.is_strange() && sessions.is_empty() && chunk.terms.is_empty() && !chunk.denied() {
            if self.entries.is_empty() {
                self.is_strange = true;
                self.lost = self.lost.or(Some(chunk.amounts)).filter(Amounts::any);
            } else {
                // "Walk - brisk 40 min".
                if joint == Joint::Tight
                    && let Some(last) = self.entries.last_mut().filter(|last| last.takes(&chunk.amounts))
                {
                    *last = SessionEntry::new(last.what, chunk.amounts);
                }
                self.comments.push(chunk.text.clone());
            }
        } else if chunk.is_strange() && chunk.is_manner() && !sessions.is_empty() {
            self.comments.push(chunk.strange.join(" "));
        }
        self.names_sport |= !chunk.is_manner() && !sessions.is_empty();
        for entry in sessions {
            merge(&mut self.entries, entry);
        }
    }

    /// Adds a length that stands alone: that of the last session, or of the one to come.
    fn add_length(&mut self, chunk: &Chunk) {
        let length = chunk.amounts;
        match self.entries.last_mut() {
            Some(last) if last.takes(&length) => *last = SessionEntry::new(last.what, length),
            Some(last) if last.is_run() || length.metres.is_some() => {
                chunk.sessions().into_iter().for_each(|run| merge(&mut self.entries, run));
            }
            None if self.is_strange => self.lost = Some(length),
            None if self.open.is_none() => self.open = chunk.sessions().first().copied(),
            _ => self.comments.push(chunk.text.clone()),
        }
    }

    /// Gives the length before the first session to it, or makes a run of it.
    fn place_open_length(&mut self) {
        let Some(run) = self.open else { return };
        let length = run.length();
        match self.entries.first_mut() {
            Some(first) if first.takes(&length) => *first = SessionEntry::new(first.what, length),
            None if self.is_strange => self.lost = Some(length),
            _ => {
                let later = std::mem::replace(&mut self.entries, vec![run]);
                for entry in later {
                    merge(&mut self.entries, entry);
                }
            }
        }
    }

    /// The sessions of a chunk, without those that only say more about the sessions before it.
    fn sessions_after(&mut self, chunk: &Chunk, joint: Joint) -> Vec<SessionEntry> {
        let mut sessions = chunk.sessions();
        let is_cross = |entry: &SessionEntry| entry.what == SessionKind::Placed(Session::Cross);
        if let ([only], Joint::Tight, true) = (&self.entries[..], joint, !self.names_sport)
            && !only.sized()
        {
            // "Endurance - bike 90 min", "Recovery: yoga": the first said how.
            let is_easy = only.what == SessionKind::Placed(Session::Run(Run::Easy));
            if sessions.iter().any(|of| is_cross(of) || is_easy && !of.is_run()) {
                self.entries.clear();
            }
            return sessions;
        }
        let Some(last) = self.entries.last_mut() else { return sessions };
        if last.what == SessionKind::Rest && !chunk.names_run() && !sessions.iter().any(SessionEntry::sized) {
            sessions.retain(|entry| !entry.is_run()); // "rest day - full recovery"
            return sessions;
        }
        if !chunk.is_manner() || last.is_run() || last.what == SessionKind::Rest {
            return sessions;
        }
        // "Strength: 6 x 1 mi" is a run that is called so.
        if last.what == SessionKind::Strength && chunk.intervals && joint == Joint::Tight {
            self.entries.pop();
            return sessions;
        }
        let is_another = if is_cross(last) {
            chunk.mentions(AGAIN) || joint == Joint::Loose && last.sized() && chunk.amounts.any()
        } else {
            chunk.amounts.metres.is_some() || chunk.is_measured() && joint == Joint::Loose || {
                joint == Joint::Loose
                    && !chunk.intervals
                    && !chunk.terms.iter().all(|term| *term == Term::Easy)
            }
        };
        if is_another {
            return sessions;
        }
        if last.takes(&chunk.amounts) {
            *last = SessionEntry::new(last.what, chunk.amounts);
        }
        Vec::new()
    }

    /// Adds what stands in parentheses beside a session: "Easy 8 mi (strength)" is both.
    fn add_aside(&mut self, aside: &Chunk) {
        if self.entries.is_empty() {
            if aside.only_length() && self.is_strange {
                self.lost = Some(aside.amounts);
            }
            return;
        }
        for entry in &mut self.entries {
            match &mut entry.what {
                kind @ SessionKind::Strength => *kind = SessionKind::strength(aside.strength()),
                SessionKind::Placed(Session::Run(run @ Run::Easy)) if aside.has(Term::Speed) => {
                    *run = Run::Speed;
                }
                SessionKind::Placed(Session::Run(run @ Run::Easy)) if aside.has(Term::Long) => {
                    *run = Run::Long;
                }
                _ => {}
            }
        }
        if aside.only_length() && !aside.mentions(AGAIN) {
            if let Some(last) = self.entries.last_mut().filter(|last| last.takes(&aside.amounts)) {
                *last = SessionEntry::new(last.what, aside.amounts);
            }
            return;
        }
        let is_cross = aside.has(Term::Extra(Kind::Cross));
        if let ([only], true) =
            (&mut self.entries[..], is_cross && !aside.names_run() && !aside.amounts.any())
            && only.is_run()
            && !self.names_sport
        {
            only.what = SessionKind::Placed(Session::Cross); // "Tempo (bike) 40 min"
            return;
        }
        for entry in aside.sessions() {
            let rests = self.entries.iter().all(|entry| entry.what == SessionKind::Rest);
            let wanted = match entry.what {
                kind if kind.is_strength() => aside.has(Term::Strength) || !aside.is_strange(),
                // A second run of the day, or a run beside other training; else it says more about what stands before it.
                SessionKind::Placed(Session::Run(_)) if self.entries.iter().any(SessionEntry::is_run) => {
                    if aside.mentions(AGAIN) {
                        merge(&mut self.entries, entry);
                    }
                    continue;
                }
                SessionKind::Placed(Session::Run(_)) => {
                    !rests && (aside.has(Term::Run) || entry.metres.is_some())
                }
                SessionKind::Placed(other) => other == Session::Mobility,
                _ => continue,
            };
            if self.entries.iter().any(|other| other.is_like(&entry)) {
                continue;
            }
            if wanted {
                self.entries.push(entry);
            } else {
                self.comments.push(aside.text.clone());
            }
        }
    }
}

/// The tokens without parentheses.
fn without_parentheses(tokens: &[Token]) -> Vec<Token> {
    let is_open = |token: &&Token| !matches!(token, Token::Sign('(' | '[' | '{' | ')' | ']' | '}'));
    tokens.iter().filter(is_open).cloned().collect()
}

/// Whether a character is a picture, which may mean anything.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..)
}
