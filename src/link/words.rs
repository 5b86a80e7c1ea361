//! Words of several tables, each once, so that values of different files can be compared.

use crate::model::{Lexicon, Places, fold};
use crate::validate::{ValidTable, Value};

/// Each word once. Words that differ only in case, diacritics or blanks have the same `key`.
#[derive(Debug, Default)]
pub(crate) struct Words {
    lexicon: Lexicon,
    keys: Vec<u32>,
    /// Keys by their folded words.
    folded: Places,
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
        let folded = fold(word);
        let hash = self.folded.hash(&folded);
        let texts = self.lexicon.texts();
        let same = |key| texts.get(key).is_some_and(|word| fold(word) == folded);
        self.folded.find(hash, same).unwrap_or_else(|| {
            self.folded.insert(hash, number);
            number
        })
    }

    /// The numbers of a table's words, by the numbers that they have in it.
    pub(crate) fn of_table(&mut self, table: &ValidTable) -> Vec<u32> {
        let count = u32::try_from(table.word_count()).unwrap_or(u32::MAX);
        self.lexicon.reserve(table.word_count());
        self.folded.reserve(table.word_count());
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
