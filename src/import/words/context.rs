//! The meaning of a word among the words around it: a race that is only spoken of, legs that are only tired.

use crate::import::words::token::{Token, word};
use crate::import::words::vocabulary::{
    AFTERMATH, BESIDE_HALVES, EASY_PACES, FEELINGS, FILLERS, HALVES, LIFTED, LONG_OF_ANOTHER, LOOSE, MUSCLES,
    Meaning, NOT_ON_FOOT, NOT_QUITE, NOT_THE_RACE_AFTER, NOT_THE_RACE_BEFORE, NOT_TODAY, OVER_HILLS,
    PACE_OF_THE_RACE, Term, WAY_BACK, pair, term,
};
use crate::week::kind::Kind;
use std::collections::BTreeSet;

/// The words of a chunk, for those whose meaning depends on what stands beside them.
pub(super) struct Context<'t> {
    words: BTreeSet<&'t str>,
    /// The meanings of the words, each by itself.
    terms: BTreeSet<Term>,
}

impl<'t> Context<'t> {
    /// The words of a chunk's tokens.
    pub fn new(tokens: &'t [Token]) -> Self {
        let words = (0..tokens.len()).map(|at| word(tokens, at)).filter(|word| !word.is_empty());
        let words: BTreeSet<&str> = words.collect();
        let terms = words.iter().filter_map(|word| term(word)).collect();
        Self { words, terms }
    }

    /// Whether one of these words stands in the chunk.
    pub fn mentions(&self, any_of: &[&str]) -> bool {
        any_of.iter().any(|word| self.words.contains(word))
    }

    /// The meaning of the word between two others; `so_far` are the terms before it.
    pub fn meaning(&self, [before, here, next]: [&str; 3], so_far: &[Term]) -> Meaning {
        if let Some(both) = pair(here, next) {
            return both;
        }
        // "3 x 2 miles at HM" names a pace.
        if here == "hm" && before == "at" {
            return Meaning::Term(Term::Speed);
        }
        let Some(term) = term(here) else {
            return if FILLERS.contains(&here) { Meaning::Nothing } else { Meaning::Unknown };
        };
        let silent = match term {
            // "Race pace" and "marathon pace" are speeds, not races.
            Term::Race if PACE_OF_THE_RACE.contains(&next) => return Meaning::Term(Term::Speed),
            Term::Race => {
                self.mentions(NOT_TODAY)
                    || NOT_THE_RACE_AFTER.contains(&next)
                    || NOT_THE_RACE_BEFORE.contains(&before)
            }
            // The scales, the last mile, the pool.
            Term::Strength if here == "weight" && !LIFTED.contains(&next) => return Meaning::Unknown,
            Term::Full | Term::Lower | Term::Upper => self.trains_nothing(before, here, next),
            // "Long intervals" are intervals, a "medium long" run is an easy one.
            Term::Long if NOT_QUITE.contains(&before) => return Meaning::Term(Term::Easy),
            Term::Long => LONG_OF_ANOTHER.contains(&next),
            // A day off from running has no run.
            Term::Run => self.mentions(NOT_ON_FOOT) || before == "from" && so_far.contains(&Term::Rest),
            // "Easy pace" is easy, and so is "through rolling hills".
            Term::Speed => {
                here == "pace" && (self.terms.contains(&Term::Easy) || self.mentions(EASY_PACES))
                    || matches!(here, "hills" | "hill") && OVER_HILLS.contains(&before)
            }
            _ => false,
        };
        if silent { Meaning::Nothing } else { Meaning::Term(term) }
    }

    /// Whether a word of strength trains nothing here: it names a feeling, or a part of the body that is stretched.
    fn trains_nothing(&self, before: &str, here: &str, next: &str) -> bool {
        let lifts = self.terms.contains(&Term::Strength);
        let stretches = self.terms.contains(&Term::Extra(Kind::Mobility));
        let gym = lifts || self.words.contains("body");
        if here == "back" && WAY_BACK.contains(&before) {
            return true;
        }
        let is_part = MUSCLES.contains(&here);
        // "Full", "upper" and "push" say something about strength only.
        let vague = LOOSE.contains(&here) || HALVES.contains(&here) && !is_part;
        if vague && !gym && !self.words.iter().all(|word| BESIDE_HALVES.contains(word)) {
            return true;
        }
        if stretches && !lifts && (is_part || HALVES.contains(&here)) {
            return true; // in "leg mobility" they say what is stretched
        }
        // "Heavy legs" may be a session, but not "heavy legs from Thursday" and "easy 4 on heavy legs".
        let runs = self.terms.iter().any(|term| term.is_run());
        let heavy = before == "heavy" && (runs || self.mentions(AFTERMATH));
        // "Tired legs" train nothing.
        is_part && (heavy || self.mentions(FEELINGS) || before == "easy" || next == "easy")
    }
}
