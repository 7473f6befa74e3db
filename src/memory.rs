//! What was worked out before, in fixed room: an answer is kept beside the question, and the oldest of its neighbours gives
//! way. What is asked again gives the same answer, only sooner.

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher as _};

/// Answers that share a place; of them the one that was used longest ago gives way.
const NEIGHBOURS: usize = 4;

/// A question with its hash and its answer.
type Known<Q, A> = (u64, Box<(Q, A)>);

/// Questions with their answers, at most so many.
#[derive(Debug)]
pub struct Memory<Q, A> {
    /// By the hash of the question; within a place the last used comes first.
    places: Vec<Vec<Known<Q, A>>>,
    /// How often something was asked.
    pub asked: u64,
    /// How often the answer had to be worked out.
    pub worked_out: u64,
}

impl<Q: Hash + Eq, A: Clone> Memory<Q, A> {
    /// Room for about `most` answers; with 0 nothing is remembered.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let places = most.div_ceil(NEIGHBOURS);
        Self { places: std::iter::repeat_with(Vec::new).take(places).collect(), asked: 0, worked_out: 0 }
    }

    /// The answer to `question`, worked out by `answer` where it is not known.
    pub fn recall(&mut self, question: Q, answer: impl FnOnce(&Q) -> A) -> A {
        self.asked += 1;
        if self.places.is_empty() {
            self.worked_out += 1;
            return answer(&question);
        }
        let mut hasher = FxHasher::default();
        question.hash(&mut hasher);
        let hash = hasher.finish();
        let here = usize::try_from(hash % self.places.len() as u64).unwrap_or(0);
        let place = &mut self.places[here];
        if let Some(at) = place.iter().position(|(other, known)| *other == hash && known.0 == question) {
            place[..=at].rotate_right(1);
            return place[0].1.1.clone();
        }
        self.worked_out += 1;
        let answer = answer(&question);
        let place = &mut self.places[here];
        place.truncate(NEIGHBOURS - 1);
        place.insert(0, (hash, Box::new((question, answer.clone()))));
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::Memory;

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
    fn without_room_everything_is_worked_out() {
        let mut memory = Memory::new(0);
        assert_eq!([1, 1].map(|question: u32| memory.recall(question, |question| question + 1)), [2, 2]);
        assert_eq!((memory.asked, memory.worked_out), (2, 2));
    }
}
