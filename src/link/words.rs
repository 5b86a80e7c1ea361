//! Words of several tables, each once, so that values of different files can be compared.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::model::{Lexicon, fold};
use crate::validate::{ValidTable, Value};

/// Each word once. Words that differ only in case, diacritics or blanks have the same `key`.
#[derive(Debug, Default)]
pub(crate) struct Words {
    lexicon: Lexicon,
    keys: Vec<u32>,
    folded: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Words {
    /// The number of a word.
    pub(crate) fn add(&mut self, word: &str) -> u32 {
        let number = self.lexicon.add(word);
        if usize::try_from(number) == Ok(self.keys.len()) {
            let key = self.key_of(word, number);
            self.keys.push(key);
        }
        number
    }

    fn key_of(&mut self, word: &str, number: u32) -> u32 {
        let Self { lexicon, folded: table, hasher, .. } = self;
        let folded = |number: &u32| fold(lexicon.texts().get(*number).unwrap_or_default());
        let own = fold(word);
        let hash = hasher.hash_one(&own);
        if let Some(key) = table.find(hash, |key| folded(key) == own) {
            return *key;
        }
        table.insert_unique(hash, number, |key| hasher.hash_one(folded(key)));
        number
    }

    /// The numbers of a table's words, by the numbers that they have in it.
    pub(crate) fn of_table(&mut self, table: &ValidTable) -> Vec<u32> {
        let count = u32::try_from(table.word_count()).unwrap_or(u32::MAX);
        (0..count).map(|word| self.add(table.word(word).unwrap_or_default())).collect()
    }

    /// The word of a number.
    pub(crate) fn word(&self, number: u32) -> Option<&str> {
        self.lexicon.texts().get(number)
    }

    /// Whether two values say the same.
    pub(crate) fn same(&self, left: Value, right: Value) -> bool {
        self.comparable(left) == self.comparable(right)
    }

    /// The value by which equal values are found.
    pub(crate) fn comparable(&self, value: Value) -> Value {
        match value {
            Value::Text(word) => usize::try_from(word)
                .ok()
                .and_then(|place| self.keys.get(place))
                .map_or(value, |key| Value::Text(*key)),
            other => other,
        }
    }
}

/// A table's value with its word, if it has one, under the number of `words`.
pub(crate) fn renumbered(value: Value, words: &[u32]) -> Value {
    match value {
        Value::Text(word) => usize::try_from(word)
            .ok()
            .and_then(|place| words.get(place))
            .map_or(Value::Missing, |word| Value::Text(*word)),
        other => other,
    }
}
