//! Many short texts in one piece of memory: a million of them cost little more than their letters.

use serde::{Deserialize, Serialize};

use crate::model::Places;

/// Texts by their numbers, from 0 in the order in which they came.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Texts {
    letters: String,
    ends: Vec<usize>,
}

impl Texts {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a number.
    pub fn get(&self, number: u32) -> Option<&str> {
        let number = usize::try_from(number).ok()?;
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.letters.get(start..end)
    }

    /// Adds a text and gives its number.
    pub fn push(&mut self, text: &str) -> u32 {
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.letters.push_str(text);
        self.ends.push(self.letters.len());
        number
    }

    /// Gives back memory that was kept for further texts.
    pub fn shrink(&mut self) {
        self.letters.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Texts, each once: an equal text has the number that it got first.
#[derive(Debug, Default)]
pub struct Lexicon {
    texts: Texts,
    places: Places,
}

impl Lexicon {
    /// The number of a text.
    pub fn add(&mut self, text: &str) -> u32 {
        let hash = self.places.hash(text);
        let known = self.places.find(hash, |number| self.texts.get(number) == Some(text));
        known.unwrap_or_else(|| {
            let number = self.texts.push(text);
            self.places.insert(hash, number);
            number
        })
    }

    /// Makes room for so many further texts.
    pub fn reserve(&mut self, more: usize) {
        self.places.reserve(more);
    }

    /// The texts.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The texts, when no further one comes.
    pub fn into_texts(self) -> Texts {
        let mut texts = self.texts;
        texts.shrink();
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equal_text_has_the_number_that_it_got_first() {
        let mut lexicon = Lexicon::default();
        let numbers: Vec<u32> =
            ["ą", "", "b", "ą", "", "ąb"].into_iter().map(|text| lexicon.add(text)).collect();
        assert_eq!(numbers, [0, 1, 2, 0, 1, 3]);
        let texts = lexicon.into_texts();
        let back: Vec<_> = (0..5).map(|number| texts.get(number)).collect();
        assert_eq!(back, [Some("ą"), Some(""), Some("b"), Some("ąb"), None]);
    }

    #[test]
    fn thousands_of_texts_are_found_again() {
        let mut lexicon = Lexicon::default();
        for turn in 0..2 {
            for number in 0..5_000_u32 {
                assert_eq!(lexicon.add(&format!("D.{number}")), number, "turn {turn}");
            }
        }
        assert_eq!(lexicon.texts().len(), 5_000);
    }
}
