//! The chunks of a part of a plan's text, and what sessions each speaks of.

use crate::import::words::amounts::{Amounts, Token, amounts, repeats};
use crate::import::words::vocabulary::{
    AFTERMATH, BESIDE_HALVES, COUNTED, FEELINGS, FILLERS, HALVES, LIFTED, LOOSE, NEGATIONS, NOT_ON_FOOT,
    NOT_THE_RACE_AFTER, NOT_THE_RACE_BEFORE, NOT_TODAY, PACE_OF_THE_RACE, Term, WORKOUT_TOO, term,
};
use crate::import::words::{Entry, What};
use crate::week::race::Distance;
use crate::week::session::{Run, Strength};

/// What a text says "no" to; nothing behind the "no" is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denies {
    Nothing,
    Something,
    Legs,
}

/// Part of a session's text with the terms in it.
pub(super) struct Chunk {
    pub terms: Vec<Term>,
    pub distance: Option<Distance>,
    pub amounts: Amounts,
    pub intervals: bool,
    /// Words that nobody knows.
    pub unknown: bool,
    /// What it says "no" to.
    pub denies: Denies,
    /// Whether the word of a run stands right before a length, so that it is one whatever stands beside it.
    measured: bool,
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

/// The chunks of a part, and whether each is a label before a colon.
pub(super) fn chunks(tokens: &[Token]) -> Vec<(&[Token], bool)> {
    let word = |at: usize| match tokens.get(at) {
        Some(Token::Word(word)) => Some(word.as_str()),
        _ => None,
    };
    let (mut all, mut start) = (Vec::new(), 0);
    for at in 0..tokens.len() {
        let before = at.checked_sub(1).and_then(word);
        let cut = match &tokens[at] {
            Token::Sign(',' | '—' | '.' | '&' | '→' | '>' | '•' | '·' | '!') => true,
            Token::Word(word) => word == "followed",
            Token::Sign(':') => before.is_some(),
            // "Rest/XT" and "w/ strides", not "5:30/km".
            Token::Sign('/') => {
                before.is_some_and(|word| word == "w" || !FILLERS.contains(&word))
                    && word(at + 1).is_none_or(|word| !FILLERS.contains(&word))
            }
            _ => false,
        };
        if cut {
            all.push((&tokens[start..at], tokens[at] == Token::Sign(':')));
            start = at + 1;
        }
    }
    all.push((&tokens[start..], false));
    all.retain(|(tokens, _)| !tokens.is_empty());
    all
}

pub(super) fn chunk(tokens: &[Token]) -> Chunk {
    let word = |at: usize| match tokens.get(at) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let any = |wanted: &dyn Fn(&str) -> bool| (0..tokens.len()).any(|at| wanted(word(at)));
    let easy = any(&|word| term(word) == Some(Term::Easy));
    let runs = any(&|word| term(word).is_some_and(Term::is_run));
    let gym = any(&|word| word == "body" || term(word) == Some(Term::Strength));
    let not_today = any(&|word| NOT_TODAY.contains(&word));
    let lifts = any(&|word| term(word) == Some(Term::Strength));
    let stretches = any(&|word| term(word) == Some(Term::Mobility));
    let felt = any(&|word| FEELINGS.contains(&word));
    let words = tokens
        .iter()
        .filter(|token| matches!(token, Token::Word(word) if !BESIDE_HALVES.contains(&word.as_str())));
    let alone = words.count() == 0;
    let (mut terms, mut distance, mut unknown) = (Vec::new(), None, false);
    let (mut denies, mut measured) = (Denies::Nothing, false);
    for at in 0..tokens.len() {
        let (before, here, next) = (word(at.wrapping_sub(1)), word(at), word(at + 1));
        if denies == Denies::Nothing && NEGATIONS.contains(&here) {
            denies = Denies::Something;
        }
        if denies == Denies::Something && term(here) == Some(Term::Full) {
            denies = Denies::Legs;
        }
        if denies != Denies::Nothing || here.is_empty() {
            continue;
        }
        measured |=
            matches!(tokens.get(at + 1), Some(Token::Number(_))) && runs_a_length(here, &tokens[at + 2..]);
        match term(here) {
            // "Race pace" and "marathon pace" are speeds, not races.
            Some(Term::Race) if PACE_OF_THE_RACE.contains(&next) => terms.push(Term::Speed),
            Some(Term::Race)
                if not_today
                    || NOT_THE_RACE_AFTER.contains(&next)
                    || NOT_THE_RACE_BEFORE.contains(&before) => {}
            // The scales, the last mile, the pool.
            Some(Term::Strength) if here == "weight" && !LIFTED.contains(&next) => unknown = true,
            Some(Term::Upper) if LOOSE.contains(&here) && !gym && !alone => {}
            Some(Term::Run) if any(&|word| NOT_ON_FOOT.contains(&word)) => {}
            // "Heavy legs" may be a session, but not "heavy legs from Thursday" and "easy 4 on heavy legs".
            Some(Term::Full)
                if matches!(here, "legs" | "leg")
                    && before == "heavy"
                    && (runs || any(&|word| AFTERMATH.contains(&word))) => {}
            // "Tired legs" train nothing, and in "leg mobility" they say what is stretched.
            Some(Term::Full)
                if matches!(here, "legs" | "leg") && (felt || before == "easy" || next == "easy") => {}
            Some(Term::Full | Term::Upper) if stretches && !lifts && HALVES.contains(&here) => {}
            // "Easy pace" is easy.
            Some(Term::Speed) if here == "pace" && easy => {}
            // A day off from running has no run.
            Some(Term::Run) if before == "from" && terms.contains(&Term::Rest) => {}
            // "Cross country" is running; "off road" is no rest.
            Some(Term::Cross) if here == "cross" && next == "country" => {}
            Some(Term::Rest) if matches!(next, "road" | "trail") => {}
            // "Full" and "upper" say something about strength only.
            Some(Term::Full | Term::Upper)
                if HALVES.contains(&here) && !matches!(here, "legs" | "leg") && !gym && !alone => {}
            Some(term) => terms.push(term),
            None if here == "x" && next.starts_with("train") => terms.push(Term::Cross),
            None => unknown |= !FILLERS.contains(&here),
        }
        distance = distance.or_else(|| distance_of(here, before));
    }
    let strides = any(&|word| word == "strides");
    let amounts = amounts(tokens, terms.iter().any(|term| term.is_run()));
    let text = tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let distance = distance.or_else(|| amounts.metres.and_then(of_metres));
    let intervals = repeats(tokens) && !strides;
    Chunk { terms, distance, amounts, intervals, unknown, denies, measured, text }
}

impl Chunk {
    pub fn has(&self, term: Term) -> bool {
        self.terms.contains(&term)
    }

    /// Which kind of strength it says.
    pub fn strength(&self) -> Option<Strength> {
        if self.has(Term::Full) {
            return Some(Strength::Full);
        }
        (self.has(Term::Upper) || self.denies == Denies::Legs).then_some(Strength::Upper)
    }

    /// Whether it says "no" to something, which is something said.
    pub fn denied(&self) -> bool {
        self.denies != Denies::Nothing
    }

    /// Whether one of these words stands in it.
    pub fn mentions(&self, words: &[&str]) -> bool {
        self.text.split(' ').any(|word| words.contains(&word))
    }

    /// Whether it is a length and no more.
    pub fn only_length(&self) -> bool {
        !self.unknown && self.terms.is_empty()
    }

    /// The sessions that it speaks of.
    pub fn sessions(&self) -> Vec<Entry> {
        let has = |term: Term| self.has(term);
        let other =
            self.terms.iter().any(|term| term.is_strength()) || has(Term::Mobility) || has(Term::Cross);
        let adjective = has(Term::Long) || has(Term::Easy) || has(Term::Speed) || has(Term::ShakeOut);
        let far = self.amounts.metres.is_some() || self.amounts.bare.is_some() && !self.unknown;
        let timed = self.amounts.minutes.is_some() && !self.unknown && !has(Term::Rest);
        let intervals = self.intervals && !self.unknown;
        let runs = has(Term::Run)
            || !has(Term::Cross) && has(Term::Race)
            || !other && !has(Term::Rest) && (adjective || intervals || far || timed)
            || other && !has(Term::Cross) && (self.measured || self.amounts.metres >= Some(A_RUN));
        let mut found = Vec::new();
        if runs {
            // Just this distance is run in races only.
            let marathon = self.amounts.metres.and_then(of_metres) == Some(Distance::Marathon);
            found.push(match () {
                () if has(Term::Long) => What::Run(Run::Long),
                () if has(Term::Race) && !has(Term::Easy) && !has(Term::ShakeOut) => {
                    What::Race(self.distance)
                }
                () if has(Term::Speed) || intervals || self.intervals && has(Term::Run) => {
                    What::Run(Run::Speed)
                }
                () if has(Term::ShakeOut) => What::Run(Run::ShakeOut),
                () if has(Term::Easy) => What::Run(Run::Easy),
                () if has(Term::Race) => What::Race(self.distance),
                () if marathon => What::Race(Some(Distance::Marathon)),
                () => What::Run(Run::Easy),
            });
        }
        let rest = has(Term::Rest) && !has(Term::Strength);
        let kind = has(Term::Full) || has(Term::Upper);
        if has(Term::Strength) || !rest && kind && (!runs || self.measured) {
            found.push(What::Strength(self.strength()));
        }
        if has(Term::Mobility) {
            found.push(What::Mobility);
        }
        if has(Term::Cross) {
            found.push(What::Cross);
        }
        if found.is_empty() && has(Term::Rest) {
            found.push(What::Rest);
        }
        let entry = |what| Entry { what, minutes: None, metres: None, bare: None }.with(self.amounts);
        found.into_iter().map(entry).collect()
    }
}

/// From so many metres on nothing but a run is meant, whatever stands beside it.
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
