//! Columns whose header was never seen before: taken for a field by a slip of the pen in the header, or by
//! what the column holds. Each guess says how sure it is and becomes a note; dates are never guessed by
//! what they hold, because every date looks like every other.

use std::collections::BTreeMap;

use crate::catalogue::{Field, FieldType, Source};
use crate::ingest::recognise::header::{Candidate, HeaderWords};
use crate::ingest::{ColumnUse, RawCell, RawRow, RawSheet};
use crate::model::fold;

/// Cells of a column that are looked at.
const SAMPLE: usize = 60;
/// Fewest cells that say anything about a column.
const FEWEST: usize = 3;
/// Share of them, in percent, that must fit.
const FITTING: usize = 80;
/// Likeness of two words with a slip of the pen.
const SLIP: f64 = 0.88;

/// Claims further columns of a candidate.
pub(crate) fn complete(
    sheet: &RawSheet,
    source: &Source,
    words: &HeaderWords<'_>,
    candidate: &mut Candidate,
) {
    let mut found = Vec::new();
    for (column, header) in &candidate.unused {
        let free = |field: usize| {
            !candidate.columns.iter().any(|used| used.field == field)
                && !found.iter().any(|used: &ColumnUse| used.field == field)
        };
        let guess = misspelt(words, header, &free)
            .or_else(|| by_content(sheet, source, candidate.header.1, *column, &free));
        if let Some((field, confidence)) = guess {
            found.push(ColumnUse {
                column: *column,
                field,
                code: None,
                header: header.clone(),
                confidence,
            });
        }
    }
    candidate.unused.retain(|(column, _)| !found.iter().any(|used| used.column == *column));
    candidate.columns.extend(found);
    candidate.columns.sort_by_key(|used| used.column);
}

/// A known header with slips of the pen: as many words, each nearly the same. An additional word changes the
/// meaning (`data zakończenia projektu`), so it is no slip.
fn misspelt(
    words: &HeaderWords<'_>,
    header: &str,
    free: &dyn Fn(usize) -> bool,
) -> Option<(usize, u8)> {
    let folded = fold(header);
    if folded.len() < 5 || folded.contains("planowan") {
        return None;
    }
    let written: Vec<&str> = folded.split(' ').collect();
    let mut best: BTreeMap<usize, f64> = BTreeMap::new();
    for (known, field) in words.known() {
        let known: Vec<&str> = known.split(' ').collect();
        if known.len() != written.len() || !free(field) {
            continue;
        }
        let likeness = written
            .iter()
            .zip(&known)
            .map(|(left, right)| if left == right { 1.0 } else { slip(left, right) })
            .fold(1.0, f64::min);
        if likeness >= SLIP {
            let known = best.entry(field).or_default();
            *known = known.max(likeness);
        }
    }
    // Two fields that are equally near are no answer.
    let mut best: Vec<(usize, f64)> = best.into_iter().collect();
    best.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    match best.as_slice() {
        [(field, likeness)] => Some((*field, percent(*likeness))),
        [(field, likeness), (_, second), ..] if likeness - second > 0.02 => {
            Some((*field, percent(*likeness)))
        }
        _ => None,
    }
}

/// Short words and numbers have no slips: `od` is not `do`.
fn slip(left: &str, right: &str) -> f64 {
    let short = left.chars().count().min(right.chars().count()) < 4;
    if short || left.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0.0;
    }
    strsim::jaro_winkler(left, right)
}

/// A column of valid PESELs is a PESEL column; a column of one dictionary's words is that field.
fn by_content(
    sheet: &RawSheet,
    source: &Source,
    header_row: u32,
    column: u32,
    free: &dyn Fn(usize) -> bool,
) -> Option<(usize, u8)> {
    let cells: Vec<RawCell> = sheet
        .rows()
        .iter()
        .filter(|row: &&RawRow| row.number > header_row)
        .filter_map(|row| sheet.cell(*row, column))
        .take(SAMPLE)
        .collect();
    if cells.len() < FEWEST {
        return None;
    }
    let mut fitting =
        source.fields.iter().enumerate().filter(|(index, _)| free(*index)).filter_map(
            |(index, field)| {
                let fits = cells.iter().filter(|cell| holds(sheet, **cell, field)).count();
                let share = fits * 100 / cells.len();
                (share >= FITTING).then_some((index, share))
            },
        );
    let (field, share) = fitting.next()?;
    // Outcome and six-month status have one dictionary: what fits two fields says nothing.
    if fitting.next().is_some() {
        return None;
    }
    Some((field, u8::try_from(share * 9 / 10).unwrap_or(72)))
}

fn holds(sheet: &RawSheet, cell: RawCell, field: &Field) -> bool {
    match field.kind {
        FieldType::Pesel => is_pesel(&sheet.shown(cell)),
        // One letter or digit is in too many dictionaries.
        FieldType::Code if field.dictionary.entries.len() > 2 => {
            let text = fold(sheet.text(cell).unwrap_or_default());
            text.len() > 2
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

/// Eleven digits with the right control digit: one number in ten would fit by chance.
fn is_pesel(text: &str) -> bool {
    const WEIGHTS: [u32; 10] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let digits: Vec<u32> = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .filter_map(|letter| letter.to_digit(10))
        .collect();
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 11 && digits.last() == Some(&((10 - sum % 10) % 10))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(likeness: f64) -> u8 {
    (likeness * 100.0).floor().clamp(0.0, 99.0) as u8
}
