//! The chunks of a part of a plan's text, and what sessions each speaks of.

use crate::import::words::amounts::{Amounts, amounts};
use crate::import::words::context::Context;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::token::{Token, repeats, word};
use crate::import::words::vocabulary::{COUNTED, FILLERS, Meaning, NEGATIONS, Term, WORKOUT_TOO, term};
use crate::week::kind::Kind;
use crate::week::race::Distance;
use crate::week::session::{Run, Session, Strength};

/// The thing that a chunk says "no" to; nothing behind the "no" is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    Nothing,
    Something,
    Legs,
}

impl Denial {
    /// The denial after one more word.
    fn after(self, word: &str) -> Self {
        let denial = if self == Self::Nothing && NEGATIONS.contains(&word) { Self::Something } else { self };
        if denial == Self::Something && term(word) == Some(Term::Full) { Self::Legs } else { denial }
    }
}

/// The text between two commas, dashes or slashes, with the terms in it.
pub(super) struct Chunk {
    /// The meanings of the words, in their order.
    pub terms: Vec<Term>,
    /// The race distance that the chunk names.
    pub distance: Option<Distance>,
    /// The length that the chunk says.
    pub amounts: Amounts,
    /// Whether the chunk has repeats such as `6 x 400`.
    pub intervals: bool,
    /// Whether the chunk has words that nobody knows.
    pub unknown: bool,
    /// The thing that the chunk says "no" to.
    pub denial: Denial,
    /// Whether the word of a run stands right before a length, so that it is one whatever stands beside it.
    measured: bool,
    /// The chunk as text.
    pub text: String,
}

/// The tokens outside and inside parentheses.
pub(super) fn parenthesised(tokens: &[Token]) -> (Vec<Token>, Vec<Token>) {
    let (mut main, mut aside, mut depth) = (Vec::new(), Vec::new(), 0_u32);
    for token in tokens {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ if depth > 0 => aside.push(token.clone()),
            _ => main.push(token.clone()),
        }
    }
    (main, aside)
}

/// The tokens of a part, cut where chunks end.
pub(super) struct Pieces<'t> {
    /// The first chunk, where it is a label before a colon.
    pub label: Option<&'t [Token]>,
    /// The chunks after the label.
    pub others: Vec<&'t [Token]>,
}

impl<'t> Pieces<'t> {
    /// Cuts the tokens of a part.
    pub fn of(tokens: &'t [Token]) -> Self {
        let mut pieces = Self { label: None, others: Vec::new() };
        let mut start = 0;
        for at in (0..tokens.len()).filter(|at| ends_chunk(tokens, *at)) {
            let chunk = &tokens[start..at];
            start = at + 1;
            if chunk.is_empty() {
                continue;
            }
            if tokens[at] == Token::Sign(':') && pieces.label.is_none() && pieces.others.is_empty() {
                pieces.label = Some(chunk);
            } else {
                pieces.others.push(chunk);
            }
        }
        pieces.others.extend(Some(&tokens[start..]).filter(|chunk| !chunk.is_empty()));
        pieces
    }
}

/// Whether a chunk ends at a token.
fn ends_chunk(tokens: &[Token], at: usize) -> bool {
    let before = word(tokens, at.wrapping_sub(1));
    match &tokens[at] {
        Token::Sign(',' | '—' | '.' | '&' | '→' | '>' | '•' | '·' | '!') => true,
        Token::Word(word) => word == "followed",
        Token::Sign(':') => !before.is_empty(),
        // "Rest/XT" and "w/ strides", not "5:30/km".
        Token::Sign('/') => {
            (before == "w" || !before.is_empty() && !FILLERS.contains(&before))
                && !FILLERS.contains(&word(tokens, at + 1))
        }
        _ => false,
    }
}

impl Chunk {
    /// Reads the tokens of a chunk.
    pub fn new(tokens: &[Token]) -> Self {
        let context = Context::new(tokens);
        let (mut terms, mut distance, mut unknown) = (Vec::new(), None, false);
        let (mut denial, mut measured) = (Denial::Nothing, false);
        for at in 0..tokens.len() {
            let (before, here, next) =
                (word(tokens, at.wrapping_sub(1)), word(tokens, at), word(tokens, at + 1));
            denial = denial.after(here);
            if denial != Denial::Nothing || here.is_empty() {
                continue;
            }
            measured |= matches!(tokens.get(at + 1), Some(Token::Number(_)))
                && runs_a_length(here, &tokens[at + 2..]);
            match context.meaning([before, here, next], &terms) {
                Meaning::Term(term) => terms.push(term),
                Meaning::Unknown => unknown = true,
                Meaning::Nothing => {}
            }
            distance = distance.or_else(|| distance_of(here, before));
        }
        let amounts = amounts(tokens, terms.iter().any(|term| term.is_run()));
        Self {
            terms,
            distance: distance.or_else(|| amounts.metres.and_then(of_metres)),
            amounts,
            intervals: repeats(tokens) && !context.mentions(&["strides"]),
            unknown,
            denial,
            measured,
            text: tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        }
    }

    /// Whether a term stands in the chunk.
    pub fn has(&self, term: Term) -> bool {
        self.terms.contains(&term)
    }

    /// Whether the chunk names a run by its own word or by a distance.
    pub fn names_run(&self) -> bool {
        self.has(Term::Run) || self.has(Term::Race) || self.amounts.metres.is_some()
    }

    /// The kind of strength that the chunk says.
    pub fn strength(&self) -> Option<Strength> {
        if self.has(Term::Full) {
            return Some(Strength::Full);
        }
        (self.has(Term::Upper) || self.denial == Denial::Legs).then_some(Strength::Upper)
    }

    /// Whether the chunk says "no" to something, which is something said.
    pub fn denied(&self) -> bool {
        self.denial != Denial::Nothing
    }

    /// Whether one of these words stands in the chunk.
    pub fn mentions(&self, words: &[&str]) -> bool {
        self.text.split(' ').any(|word| words.contains(&word))
    }

    /// Whether the chunk is a length and no more.
    pub fn only_length(&self) -> bool {
        !self.unknown && self.terms.is_empty()
    }

    /// The sessions that the chunk speaks of.
    pub fn sessions(&self) -> Vec<SessionEntry> {
        let runs = self.has_run();
        let rest = self.has(Term::Rest) && !self.has(Term::Strength);
        let kind = self.has(Term::Full) || self.has(Term::Upper);
        let mut sessions = Vec::new();
        if runs {
            sessions.push(self.run());
        }
        if self.has(Term::Strength) || !rest && kind && (!runs || self.measured) {
            sessions.push(SessionKind::strength(self.strength()));
        }
        let extras = Kind::EXTRAS.into_iter().filter(|kind| self.has(Term::Extra(*kind)));
        sessions.extend(extras.filter_map(Session::of).map(SessionKind::Placed));
        if sessions.is_empty() && self.has(Term::Rest) {
            sessions.push(SessionKind::Rest);
        }
        sessions.into_iter().map(|what| SessionEntry::new(what, self.amounts)).collect()
    }

    /// Whether one of the chunk's sessions is a run or a race.
    fn has_run(&self) -> bool {
        let has = |term: Term| self.has(term);
        let replaced = self.terms.iter().any(|term| term.replaces_run());
        if has(Term::Run) || has(Term::Race) && !replaced {
            return true;
        }
        if self.terms.iter().any(|term| term.is_strength() || matches!(term, Term::Extra(_))) {
            return !replaced && (self.measured || self.amounts.metres >= Some(A_RUN));
        }
        let adjective = has(Term::Long) || has(Term::Easy) || has(Term::Speed) || has(Term::ShakeOut);
        let far = self.amounts.metres.is_some() || self.amounts.bare.is_some() && !self.unknown;
        let timed = self.amounts.minutes.is_some() && !self.unknown;
        let intervals = self.intervals && !self.unknown;
        !has(Term::Rest) && (adjective || intervals || far || timed)
    }

    /// The kind of the chunk's run.
    fn run(&self) -> SessionKind {
        let has = |term: Term| self.has(term);
        let run = if has(Term::Long) {
            Run::Long
        } else if has(Term::Race) && !has(Term::Easy) && !has(Term::ShakeOut) {
            return SessionKind::Race(self.distance);
        } else if has(Term::Speed) || self.intervals && (!self.unknown || has(Term::Run)) {
            Run::Speed
        } else if has(Term::ShakeOut) {
            Run::ShakeOut
        } else if has(Term::Easy) {
            Run::Easy
        } else if has(Term::Race) {
            return SessionKind::Race(self.distance);
        } else if self.amounts.metres.and_then(of_metres) == Some(Distance::Marathon) {
            return SessionKind::Race(Some(Distance::Marathon)); // just this distance is run in races only
        } else {
            Run::Easy
        };
        SessionKind::Placed(Session::Run(run))
    }
}

/// Metres from which nothing but a run is meant, whatever stands beside them.
const A_RUN: u32 = 1000;

/// Whether a word before a number makes a run of it: "long 90" and "tempo 40 min", but "easy 30 min" is easy anything.
fn runs_a_length(word: &str, after: &[Token]) -> bool {
    let counted = matches!(after.first(), Some(Token::Word(word)) if COUNTED.contains(&word.as_str()));
    let timed = matches!(after.first(), Some(Token::Word(unit)) if unit.starts_with("min") || unit.starts_with('h'))
        || matches!(after.first(), Some(Token::Sign('\'' | '’' | '′' | ':')));
    match term(word) {
        Some(Term::Long | Term::ShakeOut) => true,
        Some(Term::Speed) => !counted && !WORKOUT_TOO.contains(&word),
        Some(Term::Easy) => !counted && !timed,
        _ => false,
    }
}

/// The race distance of so many metres, as a plan may round it.
fn of_metres(metres: u32) -> Option<Distance> {
    match metres {
        4_900..=5_100 => Some(Distance::FiveK),
        9_800..=10_200 => Some(Distance::TenK),
        21_000..=21_300 => Some(Distance::Half),
        42_100..=42_300 => Some(Distance::Marathon),
        _ => None,
    }
}

/// The race distance that a word names.
fn distance_of(word: &str, before: &str) -> Option<Distance> {
    match word {
        "half" | "hm" => Some(Distance::Half),
        "marathon" if before != "half" => Some(Distance::Marathon),
        "ultra" | "ultramarathon" => Some(Distance::Ultra),
        _ => None,
    }
}
