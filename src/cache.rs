//! A cache of fixed size that counts how often it was asked.

use quick_cache::UnitWeighter;
use quick_cache::unsync;
use rustc_hash::FxBuildHasher;
use std::hash::Hash;

/// Values by their keys, at most so many; those that are asked for seldom give way. A cache of our own, four-way
/// set-associative, was 5 % slower over a line of `batch`.
#[derive(Debug)]
pub struct Cache<K, V> {
    /// None where nothing is kept.
    entries: Option<unsync::Cache<K, V, UnitWeighter, FxBuildHasher>>,
    /// How often a value was asked for.
    pub asked: u64,
    /// How often it had to be made.
    pub misses: u64,
}

impl<K: Hash + Eq, V: Clone> Cache<K, V> {
    /// Room for `most` entries; with 0 nothing is kept.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let lifecycle = unsync::DefaultLifecycle::default();
        let entries = (most > 0)
            .then(|| unsync::Cache::with(most, most as u64, UnitWeighter, FxBuildHasher, lifecycle));
        Self { entries, asked: 0, misses: 0 }
    }

    /// The value of `key`, made by `make` and kept where it is not there.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce(&K) -> V) -> V {
        self.asked += 1;
        if let Some(value) = self.entries.as_ref().and_then(|entries| entries.get(&key)) {
            return value.clone();
        }
        self.misses += 1;
        let value = make(&key);
        if let Some(entries) = &mut self.entries {
            entries.insert(key, value.clone());
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::Cache;

    #[test]
    fn a_value_is_made_once_and_no_more_are_kept_than_there_is_room_for() {
        let mut cache = Cache::new(4);
        for _ in 0..2 {
            assert_eq!([1, 2].map(|key: u32| cache.get_or_insert_with(key, |key| key * 2)), [2, 4]);
        }
        assert_eq!((cache.asked, cache.misses), (4, 2));
        for key in (0..100).chain(0..100) {
            assert_eq!(cache.get_or_insert_with(key, |key| key * 2), key * 2);
        }
        assert!(cache.misses > 150, "{}", cache.misses);
    }

    #[test]
    fn without_room_every_value_is_made_anew() {
        let mut cache = Cache::new(0);
        assert_eq!([1, 1].map(|key: u32| cache.get_or_insert_with(key, |key| key + 1)), [2, 2]);
        assert_eq!((cache.asked, cache.misses), (2, 2));
    }
}
