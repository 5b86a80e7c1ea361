//! How the workbooks that `efekt init` makes mark what is no data: their sheets of instructions and
//! lists, and their example rows. The writer and the reader must agree, so the words stand here.

use crate::model::fold;

/// Begins the first cell of a sheet that is no table: instructions, lists of allowed values.
pub const GUIDE_MARK: &str = "efekt init:";

/// Begins the identifier of an example row, in either language of the workbooks.
pub const EXAMPLE_MARKS: [&str; 2] = ["PRZYKŁAD", "EXAMPLE"];

/// Whether the text of a sheet's first cell says that the sheet is no table.
pub fn is_guide_mark(text: &str) -> bool {
    text.trim_start().starts_with(GUIDE_MARK)
}

/// Whether an identifier says that its row is an example: it begins with the word, whatever follows.
pub fn is_example_mark(text: &str) -> bool {
    // Its first letter tells most texts from it, and there are many.
    let first = text.chars().find(|letter| letter.is_alphanumeric());
    if !first.is_some_and(|letter| matches!(letter.to_ascii_uppercase(), 'P' | 'E')) {
        return false;
    }
    let folded = fold(text);
    EXAMPLE_MARKS.iter().any(|mark| {
        folded
            .strip_prefix(&fold(mark))
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_begins_with_the_word_and_a_name_that_only_resembles_it_does_not() {
        for text in ["PRZYKŁAD", "Przykład 1", "przyklad – CIS Stary Młyn", "EXAMPLE: a"] {
            assert!(is_example_mark(text), "{text}");
        }
        for text in ["CIS Przykład", "Przykładowo", "Przykłady", "", "44051401359"] {
            assert!(!is_example_mark(text), "{text}");
        }
    }

    #[test]
    fn a_guide_is_known_by_its_first_cell() {
        assert!(is_guide_mark(" efekt init: instrukcja"));
        assert!(!is_guide_mark("Lista zrobiona przez efekt init: 2025"));
    }
}
