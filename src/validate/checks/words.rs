//! Words that become names of centres, places and workshops in reports hold no person.

use std::collections::BTreeSet;

use crate::model::{Finding, Severity, fold};
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::value_column::ValueColumn;
use crate::validate::{Value, privacy};

const NAMES: [&str; 3] = ["first_name", "last_name", "full_name"];

/// Texts that reports show as they are written.
const SHOWN: [&str; 5] = ["centre", "gmina", "powiat", "workshops", "project"];

/// W031: empties a text that holds a number of eleven digits or nothing but the row's own names.
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let names = all_names(table);
    for field in SHOWN {
        let suspects = suspects(table, field, &names);
        if !suspects.contains(&true) {
            continue;
        }
        let is_suspect = |row: &ValidRow| {
            let number = table.values_of(field).and_then(|column| column.number(row.position));
            let place = number.and_then(|number| usize::try_from(number).ok());
            place.and_then(|place| suspects.get(place)) == Some(&true)
        };
        let rows: Vec<ValidRow> = table.rows().iter().copied().filter(is_suspect).collect();
        for row in rows {
            let parts = table.texts(row, field);
            let names = own_names(table, row);
            if !parts.iter().any(|part| holds_pesel(part) || is_named(part, &names)) {
                continue;
            }
            let mut finding = table.finding(row, field, "W031", Severity::Error);
            finding.arguments = vec![("effect", "effect-value-left-out".to_owned())];
            findings.push(finding);
            table.set(row, field, Value::Missing);
        }
    }
}

/// Which values of a field, by their numbers, could be a person: what a row holds is compared with the
/// row's own names only where it is somebody's name at all.
fn suspects(table: &ValidTable, field: &str, names: &BTreeSet<String>) -> Vec<bool> {
    let values = table.values_of(field).map(ValueColumn::values).unwrap_or_default();
    let is_name = |part: &str| {
        let mut words = privacy::words(part).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| names.contains(&fold(&word)))
    };
    let is_suspect = |value: &Value| {
        let Value::Text(word) = value else { return false };
        let text = table.word(*word).unwrap_or_default();
        text.split('\u{1f}').any(|part| holds_pesel(part) || is_name(part))
    };
    values.iter().map(is_suspect).collect()
}

/// Words of everybody's names, folded.
fn all_names(table: &ValidTable) -> BTreeSet<String> {
    let columns = NAMES.iter().filter_map(|field| table.values_of(field));
    let values = columns.flat_map(ValueColumn::values);
    let texts = values.filter_map(|value| match value {
        Value::Text(word) => table.word(*word),
        _ => None,
    });
    texts.flat_map(privacy::words).collect()
}

/// Eleven digits in a row, and no more.
fn holds_pesel(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 11)
}

/// Words of the row's names, folded.
fn own_names(table: &ValidTable, row: ValidRow) -> Vec<String> {
    NAMES
        .into_iter()
        .filter_map(|field| table.text(row, field))
        .flat_map(privacy::words)
        .filter(|word| word.len() > 2)
        .collect()
}

fn is_named(text: &str, names: &[String]) -> bool {
    let words: Vec<String> = privacy::words(text).filter(|word| !word.is_empty()).collect();
    !words.is_empty() && words.iter().all(|word| names.contains(&fold(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_digits_are_a_pesel_and_other_numbers_are_not() {
        assert!(holds_pesel("CIS 44051401359") && holds_pesel("44051401359, 14-100"));
        assert!(!holds_pesel("FEWM.09.01-IP.01-0012/23") && !holds_pesel("440514013590"));
        assert!(!holds_pesel("4405140135"));
    }

    #[test]
    fn only_a_text_of_nothing_but_names_is_a_person() {
        let names = ["anna".to_owned(), "gorna".to_owned()];
        assert!(is_named("Górna Anna", &names) && is_named("anna", &names));
        assert!(!is_named("Górna Wieś", &names) && !is_named("", &names));
    }
}
