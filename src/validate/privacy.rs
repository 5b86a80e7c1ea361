//! Keeps what identifies a person out of findings.

use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, Field};
use crate::model::{Finding, fold};
use crate::validate::{ValidTable, Value};

/// Longest text of a cell that a finding shows.
const LONGEST: usize = 60;

/// Words that stand in cells of every kind and name nobody: months, answers, units, error values.
const NEUTRAL: [&str; 52] = [
    "stycznia",
    "styczen",
    "lutego",
    "luty",
    "marca",
    "marzec",
    "kwietnia",
    "kwiecien",
    "maja",
    "maj",
    "czerwca",
    "czerwiec",
    "lipca",
    "lipiec",
    "sierpnia",
    "sierpien",
    "wrzesnia",
    "wrzesien",
    "pazdziernika",
    "pazdziernik",
    "listopada",
    "listopad",
    "grudnia",
    "grudzien",
    "viii",
    "xii",
    "vii",
    "iii",
    "tak",
    "nie",
    "brak",
    "odmowa",
    "prawda",
    "falsz",
    "yes",
    "true",
    "false",
    "kwota",
    "zlotych",
    "zlote",
    "pln",
    "tys",
    "etat",
    "pelny",
    "pol",
    "div",
    "name",
    "null",
    "num",
    "ref",
    "value",
    "data",
];

/// How alike two words are (Jaro and Winkler, 0 to 1) when one is taken for a slip of the other.
const SLIP: f64 = 0.85;

/// A cell's text as a finding may show it: dots for what identifies a person, for long numbers, and for
/// every word that is neither one that the field knows nor nearly one: it could be a name.
pub(crate) fn shown(field: &Field, text: &str) -> String {
    if field.identifies {
        return "•".repeat(text.chars().count().min(12));
    }
    let short: String = text.chars().take(LONGEST).collect();
    without_strange_words(&without_long_numbers(&short), field)
}

fn without_strange_words(text: &str, field: &Field) -> String {
    let spellings = field.dictionary.entries.iter().flat_map(|entry| &entry.spellings);
    let known: BTreeSet<String> =
        spellings.flat_map(|spelling| words(spelling)).chain(NEUTRAL.map(str::to_owned)).collect();
    let is_known = |word: &str| {
        let word = fold(word);
        known.contains(&word)
            || known.iter().any(|known| strsim::jaro_winkler(known, &word) >= SLIP)
    };
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        let letters = word.chars().count();
        let digits = word.chars().filter(char::is_ascii_digit).count();
        // Two letters name nobody, `49O` is a slip in an amount, and figures were looked at before.
        let harmless =
            letters == digits || (letters - digits <= 2 && digits <= 4) || is_known(word);
        if harmless {
            result.push_str(word);
        } else {
            result.push_str(&"•".repeat(letters.min(12)));
        }
        let between = after.find(char::is_alphanumeric).unwrap_or(after.len());
        let (signs, next) = after.split_at(between);
        result.push_str(signs);
        rest = next;
    }
    result
}

/// Eight and more digits in a row, also with blanks between, could be a PESEL or a document number.
fn without_long_numbers(text: &str) -> String {
    if text.bytes().filter(u8::is_ascii_digit).count() < 9 {
        return text.to_owned();
    }
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
            // Each word once: a hundred thousand persons share some thousands of names.
            let mut met = vec![false; table.word_count()];
            for row in table.rows() {
                let Value::Text(word) = table.value(*row, field) else { continue };
                let place = usize::try_from(word).ok().and_then(|word| met.get_mut(word));
                if place.is_none_or(|met| std::mem::replace(met, true)) {
                    continue;
                }
                let text = table.word(word).unwrap_or_default();
                self.0.extend(words(text).filter(|word| word.len() > 2 && !known.contains(word)));
            }
        }
    }
}

/// Arguments that show a cell's text.
const SHOWN_TEXTS: [&str; 2] = ["column", "nearest"];

/// Conceals what slipped into another column: every word of a finding that is somebody's name, and long
/// numbers. Places stay: they are the names of files and sheets.
pub fn conceal(findings: &mut [Finding], names: &Names) {
    for finding in findings {
        let own = [&mut finding.read, &mut finding.suggestion];
        let arguments = finding.arguments.iter_mut().filter(|(name, _)| SHOWN_TEXTS.contains(name));
        for text in own.into_iter().chain(arguments.map(|(_, text)| text)) {
            *text = without_names(&without_long_numbers(text), names);
        }
    }
}

fn without_names(text: &str, names: &Names) -> String {
    if text.is_empty() {
        return String::new();
    }
    text.split(' ')
        .map(|word| {
            let named = words(word).any(|part| names.0.contains(&part));
            if named { "•".repeat(word.chars().count().min(12)) } else { word.to_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> + use<> {
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
    fn words_that_the_field_does_not_know_are_dots_and_slips_are_shown() {
        let catalogue = Catalogue::embedded().unwrap();
        let field = |name| catalogue.source("participants").unwrap().field(name).unwrap().1;
        let kind = field("exit_kind");
        assert_eq!(shown(kind, "rezygnacja Zbqrwoj"), "rezygnacja •••••••");
        assert_eq!(shown(kind, "rezygnacija"), "rezygnacija");
        assert_eq!(shown(kind, "Zbqrwój-Vxmplak"), "•••••••-•••••••");
        assert_eq!(shown(field("exit_date"), "31 lutego 2024 r."), "31 lutego 2024 r.");
        assert_eq!(shown(field("exit_date"), "ABC123456 #N/A"), "••••••••• #N/A");
        assert_eq!(shown(field("sex"), "#VALUE!"), "#VALUE!");
        assert_eq!(shown(field("wage"), "4 49O,00"), "4 49O,00");
    }

    #[test]
    fn a_name_in_the_wrong_column_is_concealed() {
        let names = Names(["kowalska".to_owned()].into());
        assert_eq!(without_names("p. Kowalska-Nowak odeszła", &names), "p. •••••••••••• odeszła");
        assert_eq!(without_names("tragi pracy", &names), "tragi pracy");
    }
}
