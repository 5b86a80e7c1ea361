//! Tells data from totals, notes, examples and repeated headers below the header.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalogue::Source;
use crate::ingest::recognise::header::{Candidate, is_person_key};
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
    let mut reader = RowReader::new(&sheet, source, &candidate.columns);
    let below = sheet.rows().iter().filter(|row| row.number > candidate.header.1);
    let rows = below.map(|row| (*row, reader.classify(*row))).collect();
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
    }
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
    /// Place in the list of headers.
    header: Option<usize>,
    is_person_key: bool,
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
    fn new(sheet: &'a RawSheet, source: &Source, columns: &[ColumnUse]) -> Self {
        let mut headers: Vec<String> = columns.iter().map(|column| fold(&column.header)).collect();
        headers.sort();
        headers.dedup();
        let columns = columns.iter().map(|column| Column {
            walk: ColumnWalk::new(column.column),
            header: headers.binary_search(&fold(&column.header)).ok(),
            is_person_key: source.fields.get(column.field).is_some_and(is_person_key),
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
            repeats += usize::from(word.header.is_some() && word.header == column.header);
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
        if repeats * 2 > self.columns.len() {
            return RowClass::Note;
        }
        let sparse = known_cells <= 2 && known_cells < self.columns.len().saturating_sub(1);
        if sparse && (self.person_table && !has_person_key || known_cells <= 1) {
            return RowClass::Note;
        }
        RowClass::Data
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
