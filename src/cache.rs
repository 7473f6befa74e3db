//! A cache of fixed size: four-way set-associative, and in a set the entry that was used longest ago gives way.

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher as _};

/// Entries of a set.
const WAYS: usize = 4;

/// Entries that share a place, the last used first: hashes of keys, and behind each its key and value. A set is a line of
/// the processor's cache, so that a key that is not there is passed over in one look.
type Set<K, V> = [(u64, Option<Box<(K, V)>>); WAYS];

/// Values by their keys, at most so many.
#[derive(Debug)]
pub struct Cache<K, V> {
    /// By the hash of the key.
    sets: Box<[Set<K, V>]>,
    /// How often a value was asked for.
    pub asked: u64,
    /// How often it had to be made.
    pub misses: u64,
}

impl<K: Hash + Eq, V: Clone> Cache<K, V> {
    /// Room for `most` entries, rounded up to whole sets; with 0 nothing is kept.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let set = || [const { (0, None) }; WAYS];
        let sets = std::iter::repeat_with(set).take(most.div_ceil(WAYS)).collect();
        Self { sets, asked: 0, misses: 0 }
    }

    /// The value of `key`, made by `make` and kept where it is not there.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce(&K) -> V) -> V {
        self.asked += 1;
        if self.sets.is_empty() {
            self.misses += 1;
            return make(&key);
        }
        let hash = hash(&key);
        let place = usize::try_from(hash % self.sets.len() as u64).unwrap_or(0);
        let set = &mut self.sets[place];
        for at in 0..WAYS {
            let (other, entry) = &set[at];
            let Some(entry) = entry.as_ref().filter(|entry| *other == hash && entry.0 == key) else {
                continue;
            };
            let value = entry.1.clone();
            set[..=at].rotate_right(1);
            return value;
        }
        self.misses += 1;
        let value = make(&key);
        set.rotate_right(1);
        set[0] = (hash, Some(Box::new((key, value.clone()))));
        value
    }
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Cache;

    #[test]
    fn a_value_is_made_once_until_it_gave_way() {
        let mut cache = Cache::new(4);
        let mut misses = |key: u32| {
            let before = cache.misses;
            assert_eq!(cache.get_or_insert_with(key, |key| key * 2), key * 2);
            cache.misses > before
        };
        assert!([1, 2, 3, 4].map(&mut misses).iter().all(|new| *new));
        assert!(!misses(1), "known, and now the last used");
        assert!(misses(5));
        assert!(misses(2), "the one used longest ago gave way");
        assert!(!misses(1) && !misses(5));
    }

    #[test]
    fn without_room_every_value_is_made_anew() {
        let mut cache = Cache::new(0);
        assert_eq!([1, 1].map(|key: u32| cache.get_or_insert_with(key, |key| key + 1)), [2, 2]);
        assert_eq!((cache.asked, cache.misses), (2, 2));
    }
}
