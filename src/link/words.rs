//! Words of all tables, each once, so that values of different files can be compared.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::fold;
use crate::validate::{ValidTable, Value};

/// Each word once. Words that differ only in case, diacritics or blanks have the same `key`.
#[derive(Debug, Default)]
pub(crate) struct Words {
    list: Vec<Arc<str>>,
    places: HashMap<Arc<str>, u32>,
    keys: Vec<u32>,
    folded: HashMap<String, u32>,
}

impl Words {
    /// The number of a word.
    pub(crate) fn add(&mut self, word: &Arc<str>) -> u32 {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(Arc::clone(word));
        self.places.insert(Arc::clone(word), place);
        let key = *self.folded.entry(fold(word)).or_insert(place);
        self.keys.push(key);
        place
    }

    /// The word of a number.
    pub(crate) fn word(&self, place: u32) -> Option<&Arc<str>> {
        self.list.get(usize::try_from(place).ok()?)
    }

    /// A table's value with its word, if it has one, numbered across all tables.
    pub(crate) fn global(&mut self, table: &ValidTable, value: Value) -> Value {
        match value {
            Value::Text(word) => table
                .word(word)
                .cloned()
                .map_or(Value::Missing, |word| Value::Text(self.add(&word))),
            other => other,
        }
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
