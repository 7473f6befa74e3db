//! The chunks of a part of a plan's text, and what sessions each speaks of.

use crate::import::words::amounts::{Amounts, amounts};
use crate::import::words::context::Context;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::token::{Token, is_times, repeats, word};
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
        if denial == Self::Something && matches!(term(word), Some(Term::Full | Term::Lower)) {
            Self::Legs
        } else {
            denial
        }
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
    /// The words that nobody knows.
    pub strange: Vec<String>,
    /// The thing that the chunk says "no" to.
    pub denial: Denial,
    /// Whether the word of a run stands right before a length, so that it is one whatever stands beside it; what is repeated over
    /// a distance is run too.
    measured: bool,
    /// Whether a distance is repeated, which nobody does in a gym.
    repeats_distance: bool,
    /// The chunk as text.
    pub text: String,
}

/// The tokens outside and inside parentheses; what is repeated, `3 x (1 mi, 1 min rest)`, stands outside.
pub(super) fn parenthesised(tokens: &[Token]) -> (Vec<Token>, Vec<Token>) {
    let (mut main, mut aside) = (Vec::new(), Vec::new());
    let mut open: Vec<bool> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => open.push(at > 0 && is_times(tokens, at - 1)),
            Token::Sign(')' | ']' | '}') => drop(open.pop()),
            _ if open.iter().all(|is_repeated| *is_repeated) => main.push(token.clone()),
            _ => aside.push(token.clone()),
        }
    }
    (main, aside)
}

/// How a chunk follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Behind a colon or a dash: it says more about what stands before it.
    Tight,
    /// Behind anything else: it may be a session of its own.
    Loose,
}

/// The tokens of a part, cut where chunks end.
pub(super) fn pieces(tokens: &[Token]) -> Vec<(Joint, &[Token])> {
    let mut pieces = Vec::new();
    let (mut start, mut joint) = (0, Joint::Loose);
    let ends = (0..tokens.len()).filter(|at| ends_chunk(tokens, *at));
    for at in ends.chain([tokens.len()]) {
        if start < at {
            pieces.push((joint, &tokens[start..at]));
        }
        start = at + 1;
        joint = match tokens.get(at) {
            Some(Token::Sign(':' | '—')) => Joint::Tight,
            _ => Joint::Loose,
        };
    }
    pieces
}

/// Whether a chunk ends at a token.
fn ends_chunk(tokens: &[Token], at: usize) -> bool {
    let before = word(tokens, at.wrapping_sub(1));
    match &tokens[at] {
        // "6 - 8" is a range.
        Token::Sign('—') if is_between_numbers(tokens, at) && !is_times(tokens, at + 2) => false,
        Token::Sign(',' | '—' | '⁄' | '.' | '&' | '→' | '>' | '•' | '·' | '!') => true,
        Token::Word(word) => word == "followed",
        Token::Sign(':') => !is_between_numbers(tokens, at),
        // "Rest/XT" and "w/ strides", not "5:30/km".
        Token::Sign('/') => {
            (before == "w" || !before.is_empty() && !FILLERS.contains(&before))
                && !FILLERS.contains(&word(tokens, at + 1))
        }
        _ => false,
    }
}

/// Whether a sign stands between two numbers.
fn is_between_numbers(tokens: &[Token], at: usize) -> bool {
    let is_number = |at: usize| matches!(tokens.get(at), Some(Token::Number(_)));
    is_number(at.wrapping_sub(1)) && is_number(at + 1)
}

impl Chunk {
    /// Reads the tokens of a chunk.
    pub fn new(tokens: &[Token]) -> Self {
        let context = Context::new(tokens);
        let (mut terms, mut distance, mut strange) = (Vec::new(), None, Vec::new());
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
                Meaning::Unknown => strange.push(here.to_owned()),
                Meaning::Nothing => {}
            }
            distance = distance.or_else(|| distance_of(here, before));
        }
        let amounts = amounts(tokens, terms.iter().any(|term| term.is_run()));
        let repeats_distance =
            (0..tokens.len()).any(|at| is_times(tokens, at) && is_distance(tokens, at + 1));
        Self {
            terms,
            distance: distance.or_else(|| amounts.metres.and_then(of_metres)),
            amounts,
            intervals: repeats(tokens) && !context.mentions(&["strides"]),
            strange,
            denial,
            measured,
            repeats_distance,
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

    /// Whether the chunk says how a session is done, and of which sport it is only by this: "tempo", "6 x 400 m".
    pub fn is_manner(&self) -> bool {
        let is_manner = |term: &Term| matches!(term, Term::Long | Term::Easy | Term::Speed | Term::ShakeOut);
        self.terms.iter().all(is_manner) && (self.intervals || !self.terms.is_empty())
    }

    /// Whether a run of this chunk may have the length that stands in it though another session stands before it.
    pub const fn is_measured(&self) -> bool {
        self.measured
    }

    /// Whether the chunk has words that nobody knows.
    pub fn is_strange(&self) -> bool {
        !self.strange.is_empty()
    }

    /// The kind of strength that the chunk says.
    pub fn strength(&self) -> Option<Strength> {
        // "Lower and upper" is all of it.
        match [Term::Full, Term::Lower, Term::Upper].map(|term| self.has(term)) {
            [true, ..] | [false, true, true] => return Some(Strength::Full),
            [false, true, false] => return Some(Strength::Lower),
            [false, false, _] => {}
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
        !self.is_strange() && self.terms.is_empty() && !self.intervals && !self.denied() && self.amounts.any()
    }

    /// The sessions that the chunk speaks of.
    pub fn sessions(&self) -> Vec<SessionEntry> {
        let runs = self.has_run();
        let rest = self.has(Term::Rest) && !self.has(Term::Strength);
        let kind = [Term::Full, Term::Lower, Term::Upper].into_iter().any(|term| self.has(term));
        let mut sessions = Vec::new();
        if runs {
            sessions.push(self.run());
        }
        // "Strength 6 x 1 mile" is a run that is called so.
        let is_strength = self.has(Term::Strength) && (kind || !runs || !self.repeats_distance);
        if is_strength || !rest && kind && (!runs || self.measured) {
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
            let is_run = self.measured || self.repeats_distance || self.amounts.metres >= Some(A_RUN);
            return !replaced && is_run;
        }
        let adjective = has(Term::Long) || has(Term::Easy) || has(Term::Speed) || has(Term::ShakeOut);
        // Beside a word that nobody knows a length may be that of anything.
        let runs = !self.is_strange() && (self.intervals || self.amounts.any());
        !has(Term::Rest) && (adjective || runs)
    }

    /// The kind of the chunk's run.
    fn run(&self) -> SessionKind {
        let has = |term: Term| self.has(term);
        let run = if has(Term::Long) {
            Run::Long
        } else if has(Term::Race) && !has(Term::Easy) && !has(Term::ShakeOut) {
            return SessionKind::Race(self.distance);
        } else if has(Term::Speed) || self.intervals && (!self.is_strange() || has(Term::Run)) {
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

/// Whether a distance stands at a place: "1 mile", "400 m".
fn is_distance(tokens: &[Token], at: usize) -> bool {
    match (tokens.get(at), word(tokens, at + 1)) {
        (Some(Token::Number(_)), "mi" | "mile" | "miles" | "km" | "k") => true,
        (Some(Token::Number(number)), "m" | "meters" | "metres") => *number >= 100_000,
        _ => false,
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
