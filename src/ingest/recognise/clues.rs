//! Headers that nobody knows, told by their words and by what stands below them: `Data opuszczenia CIS` over
//! days is the day of leaving. Neither alone is enough, and what may be two things is neither.

use crate::catalogue::{Field, FieldType, Source};
use crate::ingest::recognise::content;
use crate::ingest::recognise::header::Candidate;
use crate::ingest::{ColumnUse, RawSheet};
use crate::model::{Finding, Severity, fold};

/// How sure a column is whose words and content mean one field.
const WORDS_AND_CONTENT: u8 = 80;
/// Beginnings of words, folded, that leave a header's meaning as it is. Every other word may change it: the
/// end of a project or of a contract is not the end of a participation.
const NEUTRAL: [&str; 21] = [
    "dat",
    "dzien",
    "dnia",
    "dni",
    "cis",
    "kis",
    "centrum",
    "integracj",
    "reintegracj",
    "spoleczn",
    "udzial",
    "uczestn",
    "zajec",
    "pobyt",
    "osob",
    "klient",
    "beneficj",
    "faktyczn",
    "rzeczywist",
    "format",
    "rrrr",
];
/// Words that are neutral as a whole only.
const NEUTRAL_WORDS: [&str; 8] = ["do", "na", "od", "we", "ze", "dd", "mm", "po"];

/// Columns of a candidate that its free fields are, by their words and content.
pub(crate) fn told(
    sheet: &RawSheet,
    source: &Source,
    candidate: &Candidate,
    free: &dyn Fn(usize) -> bool,
) -> Vec<ColumnUse> {
    let means = |column: u32, header: &str| -> Option<usize> {
        let mut fitting = source.fields.iter().enumerate().filter(|(index, field)| {
            free(*index)
                && speaks_of(field, header)
                && content::may_be_field(sheet, field, candidate, column, 1)
        });
        let (field, _) = fitting.next()?;
        fitting.next().is_none().then_some(field)
    };
    let found: Vec<ColumnUse> = candidate
        .unused
        .iter()
        .filter_map(|(column, header)| {
            Some(ColumnUse {
                column: *column,
                field: means(*column, header)?,
                code: None,
                header: header.clone(),
                confidence: WORDS_AND_CONTENT,
            })
        })
        .collect();
    let is_alone =
        |used: &ColumnUse| found.iter().filter(|other| other.field == used.field).count() == 1;
    found.iter().filter(|used| is_alone(used)).cloned().collect()
}

/// Whether the words of a header mean a field: one of its clues, and nothing else that could change it.
fn speaks_of(field: &Field, header: &str) -> bool {
    let folded = fold(header);
    if folded.contains("planowan") || field.clues.is_empty() {
        return false;
    }
    let is_clue = |word: &str| {
        field.clues.iter().any(|clue| match clue.strip_suffix('.') {
            Some(whole) => word == fold(whole),
            None => word.starts_with(&fold(clue)),
        })
    };
    let is_neutral = |word: &str| {
        NEUTRAL.iter().any(|start| word.starts_with(start)) || NEUTRAL_WORDS.contains(&word)
    };
    let mut clue = false;
    for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
        if word.len() < 2 {
            continue;
        }
        if is_clue(word) {
            clue = true;
        } else if !is_neutral(word) {
            return false;
        }
    }
    clue
}

/// Whether a header consists of words that headers of this kind of table have, so that it is no name.
pub(crate) fn is_ordinary(source: &Source, header: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let is_known = |word: &String| {
        NEUTRAL.iter().any(|start| word.starts_with(start))
            || source.fields.iter().any(|field| {
                let headers = std::iter::once(&field.header).chain(&field.aliases);
                headers.chain(&field.clues).any(|known| words(known).contains(word))
                    || field
                        .clues
                        .iter()
                        .any(|clue| !clue.ends_with('.') && word.starts_with(&fold(clue)))
            })
    };
    let words = words(header);
    !words.is_empty() && words.iter().all(is_known)
}

/// Fields that a table lacks although figures need them, each with the columns that may be it: whoever knows
/// the table is asked.
pub(crate) fn questions(sheet: &RawSheet, source: &Source, candidate: &Candidate) -> Vec<Finding> {
    let is_claimed = |index: usize| candidate.columns.iter().any(|used| used.field == index);
    let mut findings = Vec::new();
    for (index, field) in source.fields.iter().enumerate() {
        if !field.sought || is_claimed(index) || field.kind != FieldType::Day {
            continue;
        }
        for (column, header) in &candidate.unused {
            if fold(header).contains("planowan")
                || !content::may_be_field(sheet, field, candidate, *column, 1)
            {
                continue;
            }
            findings.push(Finding {
                place: sheet.place(candidate.header.1, *column),
                code: "W050",
                severity: Severity::Warning,
                field: field.name.clone(),
                read: String::new(),
                suggestion: field.header.clone(),
                arguments: vec![
                    ("column", header.clone()),
                    (
                        "setting",
                        format!("columns.{} = \"{}\"", field.name, header.replace('"', "'")),
                    ),
                    ("table", source.kind.clone()),
                ],
                person: None,
            });
        }
    }
    findings
}
