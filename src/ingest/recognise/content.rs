//! What a column holds: a column of valid PESELs is a PESEL column, one of a dictionary's words is that
//! field, one that repeats what the PESEL beside it says is the birth date or the sex. Other dates are
//! never taken for a field: every date looks like every other.

use std::collections::BTreeMap;

use crate::catalogue::{Field, FieldType, Source};
use crate::ingest::recognise::header::Candidate;
use crate::ingest::{RawCell, RawRow, RawSheet};
use crate::model::{Cell, Day, Pesel, fold};

/// Cells of a column that are looked at.
const SAMPLE: usize = 60;
/// Fewest cells that say anything about a column.
const FEWEST: usize = 3;
/// Share of them, in percent, that must fit.
const FITTING: usize = 80;

/// The one free field that a column's cells fit, and how sure that is.
pub(crate) fn field(
    sheet: &RawSheet,
    source: &Source,
    candidate: &Candidate,
    column: u32,
    free: &dyn Fn(usize) -> bool,
) -> Option<(usize, u8)> {
    let cells = cells(sheet, candidate, column);
    let fields = source.fields.iter().enumerate().filter(|(index, _)| free(*index));
    let mut fitting = fields.filter_map(|(index, field)| {
        Some((index, share(&cells, |cell| holds(sheet, *cell, field))?))
    });
    let found = fitting.next();
    // Outcome and six-month status have one dictionary: what fits two fields says nothing.
    if fitting.next().is_some() {
        return None;
    }
    let (field, share) =
        found.or_else(|| as_the_pesel_says(sheet, source, candidate, column, free))?;
    Some((field, u8::try_from(share * 9 / 10).unwrap_or(72)))
}

/// Whether a column may be a field that nobody claims: its cells are of the field's form.
pub(crate) fn may_be(sheet: &RawSheet, field: &Field, candidate: &Candidate, column: u32) -> bool {
    may_be_field(sheet, field, candidate, column, FEWEST)
}

/// The same, for a column with so few cells at the fewest: where its header says the same.
pub(crate) fn may_be_field(
    sheet: &RawSheet,
    field: &Field,
    candidate: &Candidate,
    column: u32,
    fewest: usize,
) -> bool {
    let cells = cells(sheet, candidate, column);
    let fits = |cell: &RawCell| match field.kind {
        FieldType::Day => looks_like_a_day(sheet, *cell),
        FieldType::Money => matches!(cell, RawCell::Number(_)),
        _ => holds(sheet, *cell, field),
    };
    cells.len() >= fewest && fitting_share(&cells, fits).is_some()
}

/// Birth date and sex stand in the PESEL of the same row.
fn as_the_pesel_says(
    sheet: &RawSheet,
    source: &Source,
    candidate: &Candidate,
    column: u32,
    free: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let (pesel, _) = source.field("pesel")?;
    let key = candidate.columns.iter().find(|used| used.field == pesel)?.column;
    let pairs: Vec<(RawCell, Pesel)> = rows(sheet, candidate)
        .filter_map(|row| {
            Some((sheet.cell(row, column)?, valid_pesel(&sheet.shown(sheet.cell(row, key)?))?))
        })
        .take(SAMPLE)
        .collect();
    let fitting = |name: &str, fits: &dyn Fn(&(RawCell, Pesel), &Field) -> bool| {
        let (index, field) = source.field(name).filter(|(index, _)| free(*index))?;
        Some((index, share(&pairs, |pair| fits(pair, field))?))
    };
    fitting("birth_date", &|(cell, pesel), _| {
        pesel.birth_date().is_some_and(|birth| day(sheet, *cell) == Some(birth))
    })
    .or_else(|| {
        fitting("sex", &|(cell, pesel), field| {
            let text = fold(sheet.text(*cell).unwrap_or_default());
            let entry =
                field.dictionary.entries.iter().find(|entry| entry.code == pesel.sex().code());
            entry.is_some_and(|entry| entry.spellings.iter().any(|known| fold(known) == text))
        })
    })
}

fn rows<'a>(sheet: &'a RawSheet, candidate: &Candidate) -> impl Iterator<Item = RawRow> + 'a {
    let last = candidate.header.1;
    sheet.rows().iter().copied().filter(move |row| row.number > last)
}

fn cells(sheet: &RawSheet, candidate: &Candidate, column: u32) -> Vec<RawCell> {
    rows(sheet, candidate).filter_map(|row| sheet.cell(row, column)).take(SAMPLE).collect()
}

/// The first cell of a column with valid PESELs in a sheet whose header is not known.
pub(crate) fn persons(sheet: &RawSheet) -> Option<Cell> {
    let mut first: BTreeMap<u32, (Cell, usize)> = BTreeMap::new();
    for row in sheet.rows().iter().take(SAMPLE) {
        for (column, cell) in sheet.cells(*row) {
            if valid_pesel(&sheet.shown(cell)).is_some() {
                let place = Cell { row: row.number, column };
                first.entry(column).or_insert((place, 0)).1 += 1;
            }
        }
    }
    first.into_values().find(|(_, count)| *count >= FEWEST).map(|(cell, _)| cell)
}

/// The share in percent of what fits, when it is enough to say anything.
fn share<T>(sample: &[T], fits: impl Fn(&T) -> bool) -> Option<usize> {
    if sample.len() < FEWEST {
        return None;
    }
    fitting_share(sample, fits)
}

fn fitting_share<T>(sample: &[T], fits: impl Fn(&T) -> bool) -> Option<usize> {
    let share = (sample.iter().filter(|one| fits(one)).count() * 100).checked_div(sample.len())?;
    (share >= FITTING).then_some(share)
}

fn holds(sheet: &RawSheet, cell: RawCell, field: &Field) -> bool {
    match field.kind {
        FieldType::Pesel => valid_pesel(&sheet.shown(cell)).is_some(),
        // One letter or digit is in too many dictionaries.
        FieldType::Code | FieldType::Codes if field.dictionary.entries.len() > 2 => {
            let text = fold(sheet.text(cell).unwrap_or_default());
            text.len() > 2
                && !is_yes_or_no(&text)
                && field
                    .dictionary
                    .entries
                    .iter()
                    .flat_map(|entry| &entry.spellings)
                    .any(|spelling| fold(spelling) == text)
        }
        _ => false,
    }
}

/// Words that stand in every column of questions: consent, homelessness, disability. They tell none of them.
fn is_yes_or_no(folded: &str) -> bool {
    matches!(folded, "tak" | "nie" | "yes" | "brak" | "prawda" | "falsz" | "true" | "false")
}

/// Eleven digits with the right control digit: one number in ten would fit by chance.
fn valid_pesel(text: &str) -> Option<Pesel> {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_number = digits.len() == 11 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let pesel = Pesel::new(is_number.then(|| digits.parse().ok()).flatten()?);
    pesel.control_digit_fits().then_some(pesel)
}

/// A real date, or a text of day, month and year in figures. Other forms are left to whoever reads values.
fn day(sheet: &RawSheet, cell: RawCell) -> Option<Day> {
    if let RawCell::Day(day) = cell {
        return Some(day);
    }
    let text = sheet.text(cell)?;
    let parts: Vec<&str> = text.trim().split(['.', '-', '/']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return None;
    }
    Day::new(year.parse().ok()?, number(month)?, number(day)?)
}

/// Whether a cell may be meant as a date, in any of the forms that people use: day, month and year, of which
/// the month may be a word or a Roman number and the year short.
pub(crate) fn looks_like_a_day(sheet: &RawSheet, cell: RawCell) -> bool {
    if matches!(cell, RawCell::Day(_)) {
        return true;
    }
    let Some(text) = sheet.text(cell) else { return false };
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    let text = text.strip_suffix('r').unwrap_or(text);
    let mut parts =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let (Some(first), Some(month), Some(last)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let number = |part: &str| part.parse::<u32>().ok();
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let is_month = match number(month) {
        Some(month) => (1..=12).contains(&month),
        None => month.chars().all(char::is_alphabetic) && month.chars().count() <= 12,
    };
    let is_year = matches!(year.len(), 2 | 4) && number(year).is_some();
    is_month && is_year && number(day).is_some_and(|day| (1..=31).contains(&day))
}
