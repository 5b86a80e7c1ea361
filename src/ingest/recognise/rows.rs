//! Tells data from totals, notes, examples and repeated headers below the header.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalogue::{FieldType, Source};
use crate::ingest::recognise::header::{Candidate, is_person_key};
use crate::ingest::recognise::{content, struck};
use crate::ingest::{ColumnUse, ColumnWalk, RawCell, RawRow, RawSheet, RawTable, RowClass};
use crate::model::{fold, is_example_mark};

/// Words that begin a total row.
const TOTALS: [&str; 9] = [
    "razem",
    "ogolem",
    "suma",
    "lacznie",
    "w sumie",
    "podsumowanie",
    "total",
    "sumy",
    "do przeniesienia",
];

/// Makes the table of a sheet whose header was found.
pub(crate) fn table(
    sheet: RawSheet,
    source_index: usize,
    source: &Source,
    candidate: Candidate,
) -> RawTable {
    let mut sheet = with_merged(sheet, source, &candidate);
    let mut reader = RowReader::new(&sheet, source, &candidate);
    let below = sheet.rows().iter().filter(|row| row.number > candidate.header.1);
    let rows = below.map(|row| (*row, reader.classify(*row))).collect();
    sheet.struck_rows = struck::rows(&sheet, source, &candidate.columns);
    RawTable {
        sheet,
        source: source_index,
        header: candidate.header,
        columns: candidate.columns,
        unused: candidate.unused,
        is_project_export: candidate.is_project_export,
        from_template: false,
        rows,
        left_out: BTreeSet::new(),
        below: None,
        findings: Vec::new(),
    }
}

/// The sheet with what cells merged over several rows hold in each of them. An amount or a number that is
/// merged is not known to be meant for each row: it stays where it stands, and the other rows lack it.
fn with_merged(sheet: RawSheet, source: &Source, candidate: &Candidate) -> RawSheet {
    let last = candidate.header.1;
    let holds_for_each = |used: &&ColumnUse| {
        source.fields.get(used.field).is_some_and(|field| {
            !matches!(field.kind, FieldType::Money | FieldType::Number | FieldType::WorkingTime)
        })
    };
    let columns: Vec<u32> =
        candidate.columns.iter().filter(holds_for_each).map(|used| used.column).collect();
    sheet.fill_merged(&columns, |sheet, row| {
        let mut texts = sheet.cells(row).filter_map(|(_, cell)| sheet.text(cell));
        row.number > last && !texts.next().is_some_and(|text| is_total(&fold(text)))
    })
}

/// Tells what the rows of a table are, from the top.
struct RowReader<'a> {
    sheet: &'a RawSheet,
    columns: Vec<Column>,
    person_table: bool,
    /// Headers, folded, each once.
    headers: Vec<String>,
    /// What is known of the sheet's values: each is looked at once, as sheets repeat themselves.
    values: Vec<Option<ValueWord>>,
}

struct Column {
    walk: ColumnWalk,
    /// Places in the list of headers of what the rows of the header hold here.
    headers: Vec<usize>,
    is_person_key: bool,
    kind: Option<FieldType>,
    is_name: bool,
}

/// What a value means for the row in which it stands.
#[derive(Clone, Copy)]
struct ValueWord {
    /// It begins like a total row.
    total: bool,
    example: bool,
    /// It has the digits of a person's number.
    person_number: bool,
    /// The header that it repeats, by its place in the list of headers.
    header: Option<usize>,
}

impl<'a> RowReader<'a> {
    fn new(sheet: &'a RawSheet, source: &Source, candidate: &Candidate) -> Self {
        let (first, last) = candidate.header;
        let header_rows =
            || sheet.rows().iter().copied().filter(|row| (first..=last).contains(&row.number));
        let written = |column: u32| {
            let cells = header_rows().filter_map(move |row| sheet.cell(row, column));
            cells.filter_map(|cell| sheet.text(cell)).map(fold)
        };
        let mut headers: Vec<String> =
            candidate.columns.iter().flat_map(|used| written(used.column)).collect();
        headers.sort();
        headers.dedup();
        let each_once = candidate.columns.iter().enumerate().filter(|(at, used)| {
            let before = at.checked_sub(1).and_then(|before| candidate.columns.get(before));
            before.is_none_or(|before| before.column != used.column)
        });
        let columns = each_once.map(|(_, used)| {
            let field = source.fields.get(used.field);
            Column {
                walk: ColumnWalk::new(used.column),
                headers: written(used.column)
                    .filter_map(|header| headers.binary_search(&header).ok())
                    .collect(),
                is_person_key: field.is_some_and(is_person_key),
                kind: field.map(|field| field.kind),
                is_name: field
                    .is_some_and(|field| field.identifies && field.kind == FieldType::Text),
            }
        });
        Self {
            sheet,
            columns: columns.collect(),
            person_table: source.fields.iter().any(is_person_key),
            headers,
            values: vec![None; sheet.value_count()],
        }
    }

    fn classify(&mut self, row: RawRow) -> RowClass {
        let (mut known_cells, mut repeats) = (0, 0);
        let (mut has_person_key, mut is_example) = (false, false);
        let sheet = self.sheet;
        let mut columns = std::mem::take(&mut self.columns);
        for column in &mut columns {
            let number = sheet.number(row, &mut column.walk);
            let Some(word) = number.and_then(|number| self.word(number)) else { continue };
            known_cells += 1;
            repeats += usize::from(word.header.is_some_and(|at| column.headers.contains(&at)));
            has_person_key |= column.is_person_key && word.person_number;
            is_example |= column.is_person_key && word.example;
        }
        self.columns = columns;
        // A person's number in the row outweighs a word that looks like a total or an example.
        let is_example = if self.person_table {
            !has_person_key && is_example
        } else {
            let first = sheet.numbers(row).first();
            first.and_then(|number| self.word(*number)).is_some_and(|word| word.example)
        };
        if is_example {
            return RowClass::Note;
        }
        if !has_person_key && self.first_text(row).is_some_and(|word| word.total) {
            return RowClass::Total;
        }
        if !has_person_key && numbers_columns(sheet, row) {
            return RowClass::Note;
        }
        // The header again; of two rows each is a part of it.
        let is_header = !has_person_key && repeats >= 2 && repeats * 2 > known_cells;
        if is_header || repeats * 2 > self.columns.len() {
            return RowClass::Note;
        }
        let sparse = known_cells <= 2 && known_cells < self.columns.len().saturating_sub(1);
        let sparse = sparse && (self.person_table && !has_person_key || known_cells <= 1);
        // Where it is not sure that a row is a note it is data, and whoever reads it says what it lacks.
        if sparse && !self.may_be_data(row) {
            return RowClass::Note;
        }
        RowClass::Data
    }

    /// Whether a row with one or two cells may be data of which the rest was forgotten, or is merged with
    /// the row above in a format that does not tell: a date in a column of dates, a name in one of names.
    fn may_be_data(&self, row: RawRow) -> bool {
        let sheet = self.sheet;
        let has_note = sheet.cells(row).filter_map(|(_, cell)| sheet.text(cell)).any(is_note);
        let speaks = self.columns.iter().any(|column| {
            let Some(cell) = sheet.cell(row, column.walk.column()) else { return false };
            match column.kind {
                Some(FieldType::Day) => content::looks_like_a_day(sheet, cell),
                Some(FieldType::Money) => is_amount(sheet, cell),
                Some(FieldType::Pesel) => is_long_number(&sheet.shown(cell)),
                _ => column.is_name && sheet.text(cell).is_some_and(is_name),
            }
        });
        speaks && !has_note
    }

    fn first_text(&mut self, row: RawRow) -> Option<ValueWord> {
        let sheet = self.sheet;
        let is_text = |number: &&u32| sheet.value(**number).is_some_and(RawCell::is_text);
        let first = sheet.numbers(row).iter().find(is_text);
        first.and_then(|number| self.word(*number))
    }

    fn word(&mut self, number: u32) -> Option<ValueWord> {
        let place = usize::try_from(number).ok()?;
        if let Some(known) = *self.values.get(place)? {
            return Some(known);
        }
        let cell = self.sheet.value(number)?;
        let shown = match self.sheet.text(cell) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.sheet.shown(cell)),
        };
        let folded = cell.is_text().then(|| fold(&shown));
        let repeated = folded.as_ref().map(|text| self.headers.binary_search(text));
        let word = ValueWord {
            total: folded.as_deref().is_some_and(is_total),
            example: cell.is_text() && is_example_mark(&shown),
            person_number: shown.bytes().filter(u8::is_ascii_digit).count() >= 5,
            header: repeated.and_then(Result::ok),
        };
        if let Some(known) = self.values.get_mut(place) {
            *known = Some(word);
        }
        Some(word)
    }
}

fn is_total(folded: &str) -> bool {
    TOTALS.iter().any(|word| {
        folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Words, folded, by which a note begins.
const NOTES: [&str; 14] = [
    "sporzadz",
    "opracow",
    "zatwierdz",
    "stan na",
    "wydruk",
    "podpis",
    "legenda",
    "uwag",
    "strona",
    "zrodlo",
    "data",
    "dane",
    "tel",
    "objasnien",
];

fn is_note(text: &str) -> bool {
    let folded = fold(text);
    text.trim_end().ends_with(':') || NOTES.iter().any(|note| folded.starts_with(note))
}

/// One to four words, each with a capital letter and nothing but letters.
fn is_name(text: &str) -> bool {
    let mut count = 0;
    text.split([' ', '-', '\u{a0}']).filter(|word| !word.is_empty()).all(|word| {
        count += 1;
        word.chars().all(char::is_alphabetic) && word.chars().next().is_some_and(char::is_uppercase)
    }) && (1..=4).contains(&count)
}

fn is_amount(sheet: &RawSheet, cell: RawCell) -> bool {
    let amount = |text: &str| {
        text.bytes().any(|byte| byte.is_ascii_digit())
            && text.chars().all(|letter| {
                letter.is_ascii_digit() || letter.is_whitespace() || ",.złZŁ-".contains(letter)
            })
    };
    matches!(cell, RawCell::Number(_)) || sheet.text(cell).is_some_and(amount)
}

/// Ten or eleven digits and nothing else.
fn is_long_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (10..=11).contains(&digits)
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter.is_whitespace() || letter == '-')
}

/// Whether a row numbers the columns, as printed forms do below their header: 1, 2, 3 …
fn numbers_columns(sheet: &RawSheet, row: RawRow) -> bool {
    let mut expected = None;
    let mut count = 0;
    for (_, cell) in sheet.cells(row) {
        let Some(number) = column_number(sheet, cell) else { return false };
        let fits = expected.map_or(number <= 2, |expected| number == expected);
        if !fits {
            return false;
        }
        expected = Some(number + 1);
        count += 1;
    }
    count >= 3
}

/// `3`, `3.` or `(3)`.
fn column_number(sheet: &RawSheet, cell: RawCell) -> Option<u32> {
    match cell {
        RawCell::Number(number) if (1.0..=200.0).contains(&number) => {
            sheet.shown(cell).parse().ok()
        }
        RawCell::Text(_) => {
            let text = sheet.text(cell)?.trim();
            text.trim_matches(['(', ')', '.']).parse().ok()
        }
        _ => None,
    }
}
