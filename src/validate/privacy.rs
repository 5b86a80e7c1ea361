//! Keeps what identifies a person out of findings.

use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, Field};
use crate::model::{Finding, fold};
use crate::validate::ValidTable;

/// Longest text of a cell that a finding shows.
const LONGEST: usize = 60;

/// A cell's text as a finding may show it: dots for what identifies a person, and for long numbers
/// wherever they stand.
pub(crate) fn shown(field: &Field, text: &str) -> String {
    if field.identifies {
        return "•".repeat(text.chars().count().min(12));
    }
    let short: String = text.chars().take(LONGEST).collect();
    without_long_numbers(&short)
}

/// Eight and more digits in a row, also with blanks between, could be a PESEL or a document number.
fn without_long_numbers(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut result = String::with_capacity(text.len());
    let mut index = 0;
    while let Some(letter) = letters.get(index) {
        let run: Vec<char> = letters
            .iter()
            .skip(index)
            .copied()
            .take_while(|next| next.is_ascii_digit() || *next == ' ' || *next == '-')
            .collect();
        let digits = run.iter().filter(|next| next.is_ascii_digit()).count();
        if letter.is_ascii_digit() && digits >= 9 {
            result.extend(run.iter().map(|next| if next.is_ascii_digit() { '•' } else { *next }));
            index += run.len();
        } else {
            result.push(*letter);
            index += 1;
        }
    }
    result
}

/// Names of the persons of a run, folded; never shown, only used to conceal.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// Adds the names of a table.
    pub fn add(&mut self, table: &ValidTable, catalogue: &Catalogue) {
        let Some(source) = catalogue.source(&table.kind) else { return };
        let known: BTreeSet<String> = source
            .fields
            .iter()
            .flat_map(|field| &field.dictionary.entries)
            .flat_map(|entry| &entry.spellings)
            .flat_map(|spelling| words(spelling))
            .collect();
        for field in ["first_name", "last_name", "full_name", "document"] {
            for row in table.rows() {
                if let Some(text) = table.text(*row, field) {
                    let folded = words(text).filter(|word| word.len() > 2 && !known.contains(word));
                    self.0.extend(folded);
                }
            }
        }
    }
}

/// Conceals names that slipped into another column: every word of a finding that is somebody's name.
pub fn conceal(findings: &mut [Finding], names: &Names) {
    if names.0.is_empty() {
        return;
    }
    for finding in findings {
        finding.read = without_names(&finding.read, names);
    }
}

fn without_names(text: &str, names: &Names) -> String {
    text.split(' ')
        .map(|word| {
            let named = words(word).any(|part| names.0.contains(&part));
            if named { "•".repeat(word.chars().count().min(12)) } else { word.to_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn words(text: &str) -> impl Iterator<Item = String> + use<> {
    let folded = fold(text);
    folded.split([' ', '-', '/']).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_dots_wherever_they_stand() {
        assert_eq!(
            without_long_numbers("tel. 500 600 700 wew. 12"),
            "tel. ••• ••• •••  wew. 12".replace("  ", " ")
        );
        assert_eq!(without_long_numbers("2024-03-01"), "2024-03-01");
        assert_eq!(without_long_numbers("x44051401359y"), "x•••••••••••y");
    }

    #[test]
    fn a_name_in_the_wrong_column_is_concealed() {
        let names = Names(["kowalska".to_owned()].into());
        assert_eq!(without_names("p. Kowalska-Nowak odeszła", &names), "p. •••••••••••• odeszła");
        assert_eq!(without_names("tragi pracy", &names), "tragi pracy");
    }
}
