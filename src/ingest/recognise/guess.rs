//! Columns whose header was never seen before: taken for a field by the words of the header, by a slip of
//! the pen in it, or by what the column holds. Each guess says how sure it is and becomes a note.

use std::collections::BTreeMap;

use crate::catalogue::{Field, Source};
use crate::ingest::recognise::header::{Candidate, HeaderWords};
use crate::ingest::recognise::{clues, content};
use crate::ingest::{ColumnUse, RawSheet};
use crate::model::fold;

/// Likeness of two words with a slip of the pen.
const SLIP: f64 = 0.88;

/// How sure a header is whose telling words are those of a known one.
const SAME_WORDS: u8 = 90;
/// Words of a header, folded, that say nothing about which field it is.
const SILENT: [&str; 33] = [
    "uczestnik",
    "uczestnika",
    "uczestniczka",
    "uczestniczki",
    "uczestnikow",
    "uczestniczek",
    "uczestnika/uczestniczki",
    "uczestniczki/uczestnika",
    "beneficjent",
    "beneficjenta",
    "klient",
    "klienta",
    "osoba",
    "osoby",
    "osob",
    "nr",
    "numer",
    "w",
    "z",
    "na",
    "cis",
    "kis",
    "centrum",
    "integracji",
    "spolecznej",
    "zajec",
    "format",
    "dd",
    "mm",
    "rrrr",
    "dd-mm-rrrr",
    "rrrr-mm-dd",
    "zl",
];
/// How many columns a finding names that a missing one may be.
const NEAREST: usize = 4;
/// Likeness from which on a header may be meant for another.
const ALIKE: f64 = 0.75;

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
        let guess = same_words(words, header, &free)
            .or_else(|| misspelt(words, header, &free))
            .or_else(|| content::field(sheet, source, candidate, *column, &free));
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
    // What words alone or content alone say is said; the rest is asked of both together.
    let free = |field: usize| !candidate.columns.iter().any(|used| used.field == field);
    let told = clues::told(sheet, source, candidate, &free);
    candidate.unused.retain(|(column, _)| !told.iter().any(|used| used.column == *column));
    candidate.columns.extend(told);
    candidate.columns.sort_by_key(|used| used.column);
}

/// A known header with other silent words or in another order: `Data rozpoczęcia (dd.mm.rrrr)`. Every other
/// word changes the meaning.
fn same_words(
    words: &HeaderWords<'_>,
    header: &str,
    free: &dyn Fn(usize) -> bool,
) -> Option<(usize, u8)> {
    let folded = fold(header);
    let written = telling(&folded);
    if written.is_empty() || folded.contains("planowan") {
        return None;
    }
    let mut fields: Vec<usize> = words
        .known()
        .filter(|(known, field)| free(*field) && telling(known) == written)
        .map(|(_, field)| field)
        .collect();
    fields.sort_unstable();
    fields.dedup();
    match fields.as_slice() {
        [field] => Some((*field, SAME_WORDS)),
        _ => None,
    }
}

/// The words of a folded header that tell which field it is, sorted.
fn telling(folded: &str) -> Vec<&str> {
    let mut words: Vec<&str> =
        folded.split(' ').filter(|word| !word.is_empty() && !SILENT.contains(word)).collect();
    words.sort_unstable();
    words
}

/// A column that nobody claims, from 0, and its header.
type UnusedColumn = (u32, String);

/// Which columns a missing field may be: those whose headers look like it, then those that hold what such a
/// field holds.
pub(crate) fn nearest(
    sheet: &RawSheet,
    field: &Field,
    candidate: &Candidate,
) -> (Vec<UnusedColumn>, Vec<UnusedColumn>) {
    let wanted = fold(&field.header);
    let likeness = |header: &str| strsim::jaro_winkler(&wanted, &fold(header));
    let mut alike: Vec<(f64, &UnusedColumn)> = candidate
        .unused
        .iter()
        .map(|unused| (likeness(&unused.1), unused))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .collect();
    alike.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    let fitting = candidate.unused.iter().filter(|(column, header)| {
        likeness(header) <= ALIKE && content::may_be(sheet, field, candidate, *column)
    });
    (
        alike.into_iter().map(|(_, unused)| unused.clone()).take(NEAREST).collect(),
        fitting.take(NEAREST).cloned().collect(),
    )
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(likeness: f64) -> u8 {
    (likeness * 100.0).floor().clamp(0.0, 99.0) as u8
}
