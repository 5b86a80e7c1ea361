//! Finds again what was put into a list, by what it is.

use std::hash::{BuildHasher, Hash};

use hashbrown::{DefaultHashBuilder, HashTable};

/// Places in a list, found by a key that the list itself holds: eight bytes a place, however long the
/// keys are.
#[derive(Debug, Default)]
pub struct Places {
    /// Place and hash: without the hash, growing would read the whole list again.
    table: HashTable<(u32, u32)>,
    hasher: DefaultHashBuilder,
}

/// The hash of a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeyHash(u32);

impl KeyHash {
    /// Spread over all bits, because the table uses the highest and the lowest.
    fn spread(self) -> u64 {
        u64::from(self.0).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

impl Places {
    /// The hash of a key, for [`find`](Self::find) and [`insert`](Self::insert).
    pub fn hash<K: Hash + ?Sized>(&self, key: &K) -> KeyHash {
        let hash = self.hasher.hash_one(key);
        // Half of the bits are enough.
        let half = (hash >> 32) as u32;
        KeyHash(half)
    }

    /// The place for which `same` says that its key is the one of the hash.
    pub fn find(&self, hash: KeyHash, same: impl Fn(u32) -> bool) -> Option<u32> {
        let is_it = |(place, of): &(u32, u32)| *of == hash.0 && same(*place);
        self.table.find(hash.spread(), is_it).map(|(place, _)| *place)
    }

    /// Adds a place whose key is not there yet.
    pub fn insert(&mut self, hash: KeyHash, place: u32) {
        let rehash = |(_, of): &(u32, u32)| KeyHash(*of).spread();
        self.table.insert_unique(hash.spread(), (place, hash.0), rehash);
    }

    /// Makes room for so many further places.
    pub fn reserve(&mut self, more: usize) {
        self.table.reserve(more, |(_, of)| KeyHash(*of).spread());
    }

    /// Forgets all places.
    pub fn clear(&mut self) {
        self.table.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_by_its_key_also_after_growing() {
        let keys: Vec<String> = (0..3_000).map(|number| format!("D.{number}")).collect();
        let mut places = Places::default();
        let find = |places: &Places, key: &String| {
            let same = |place| usize::try_from(place).is_ok_and(|place| &keys[place] == key);
            places.find(places.hash(key), same)
        };
        for (place, key) in (0_u32..).zip(&keys) {
            assert_eq!(find(&places, key), None);
            places.insert(places.hash(key), place);
        }
        for (place, key) in (0_u32..).zip(&keys) {
            assert_eq!(find(&places, key), Some(place));
        }
    }
}
