//! What was worked out before, in fixed room: an answer is kept beside the question, and the oldest of its neighbours gives
//! way. What is asked again gives the same answer, only sooner.

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher as _};

/// Answers that share a place; of them the one that was used longest ago gives way.
const NEIGHBOURS: usize = 4;

/// Neighbours: hashes of questions, and behind each the question with its answer; a line of the processor's cache, so that
/// what is not known is passed over in one look.
type Place<Q, A> = [(u64, Option<Box<(Q, A)>>); NEIGHBOURS];

/// Questions with their answers, at most so many.
#[derive(Debug)]
pub struct Memory<Q, A> {
    /// By the hash of the question; within a place the last used comes first.
    places: Box<[Place<Q, A>]>,
    /// How often something was asked.
    pub asked: u64,
    /// How often the answer had to be worked out.
    pub worked_out: u64,
}

impl<Q: Hash + Eq, A> Memory<Q, A> {
    /// Room for about `most` answers; with 0 nothing is remembered.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let place = || [const { (0, None) }; NEIGHBOURS];
        let places = std::iter::repeat_with(place).take(most.div_ceil(NEIGHBOURS)).collect();
        Self { places, asked: 0, worked_out: 0 }
    }

    /// The answer to `question`, worked out by `answer` where it is not known.
    pub fn recall(&mut self, question: Q, answer: impl FnOnce(&Q) -> A) -> A
    where
        A: Clone,
    {
        if self.places.is_empty() {
            self.asked += 1;
            self.worked_out += 1;
            return answer(&question);
        }
        let hash = hash(&question);
        if let Some(known) = self.find(&question, hash) {
            return known.clone();
        }
        let answer = answer(&question);
        self.keep(question, hash, answer.clone());
        answer
    }

    /// The answer to a question with this hash, if it is known.
    pub fn find(&mut self, question: &Q, hash: u64) -> Option<&A> {
        self.asked += 1;
        let here = place(hash, self.places.len());
        let place = &mut self.places[here];
        let is_it = |known: &Option<Box<(Q, A)>>| known.as_ref().is_some_and(|known| known.0 == *question);
        let Some(at) = place.iter().position(|(other, known)| *other == hash && is_it(known)) else {
            self.worked_out += 1;
            return None;
        };
        place[..=at].rotate_right(1);
        place[0].1.as_ref().map(|known| &known.1)
    }

    /// Remembers the answer to a question with this hash.
    pub fn keep(&mut self, question: Q, hash: u64, answer: A) {
        let here = place(hash, self.places.len());
        let place = &mut self.places[here];
        place.rotate_right(1);
        place[0] = (hash, Some(Box::new((question, answer))));
    }
}

/// The hash by which a question is remembered.
pub fn hash(question: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    question.hash(&mut hasher);
    hasher.finish()
}

fn place(hash: u64, places: usize) -> usize {
    usize::try_from(hash % places as u64).unwrap_or(0)
}

/// Which questions came lately, by their hashes alone: large answers are kept for those that come again.
#[derive(Debug)]
pub struct Lately(Vec<u64>);

impl Lately {
    /// Room for so many hashes, at least one.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self(vec![0; most.max(1)])
    }

    /// Notes a question; whether it is among those that came lately.
    pub fn again(&mut self, hash: u64) -> bool {
        let place = place(hash, self.0.len());
        std::mem::replace(&mut self.0[place], hash) == hash
    }
}

#[cfg(test)]
mod tests {
    use super::{Lately, Memory};

    #[test]
    fn what_is_asked_again_is_not_worked_out_again_until_it_gave_way() {
        let mut memory = Memory::new(4);
        let mut ask = |question: u32| {
            let before = memory.worked_out;
            assert_eq!(memory.recall(question, |question| question * 2), question * 2);
            memory.worked_out > before
        };
        assert!([1, 2, 3, 4].map(&mut ask).iter().all(|new| *new));
        assert!(!ask(1), "known, and now the last used");
        assert!(ask(5));
        assert!(ask(2), "the one used longest ago gave way");
        assert!(!ask(1) && !ask(5));
    }

    #[test]
    fn what_comes_again_is_told_until_another_takes_its_place() {
        let mut lately = Lately::new(4);
        assert!(!lately.again(6));
        assert!(lately.again(6) && lately.again(6));
        assert!(!lately.again(7), "another place");
        assert!(lately.again(6));
        assert!(!lately.again(10), "the place of 6");
        assert!(!lately.again(6));
    }

    #[test]
    fn without_room_everything_is_worked_out() {
        let mut memory = Memory::new(0);
        assert_eq!([1, 1].map(|question: u32| memory.recall(question, |question| question + 1)), [2, 2]);
        assert_eq!((memory.asked, memory.worked_out), (2, 2));
    }
}
