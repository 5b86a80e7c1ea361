//! A table of another kind below the first one: it begins at its header.

use crate::catalogue::Catalogue;
use crate::ingest::recognise::header::{self, Candidate, HeaderWords};
use crate::ingest::{Hints, RawRow, RawSheet};

/// Fewest cells of a header.
const FEWEST: usize = 3;
/// More digits than a header has.
const DIGITS: usize = 5;

/// The row, below a header of the kind `known`, that is the header of a table of another kind.
pub(crate) fn header(
    sheet: &RawSheet,
    catalogue: &Catalogue,
    known: usize,
    first: &Candidate,
) -> Option<u32> {
    // Rows that look like a header are rare, so the words are only needed then.
    let mut words: Option<Vec<HeaderWords<'_>>> = None;
    let below = sheet.rows().iter().filter(|row| row.number > first.header.1);
    for row in below.filter(|row| may_be_header(sheet, **row)) {
        let words = words.get_or_insert_with(|| {
            let hints = Hints::default();
            catalogue.sources.iter().map(|source| HeaderWords::new(source, &hints)).collect()
        });
        let of_known = words.get(known).map(|words| words.try_header(sheet, *row, None).score);
        let is_other = |(index, words): (usize, &HeaderWords<'_>)| {
            let found = words.try_header(sheet, *row, None);
            let source = catalogue.sources.get(index);
            index != known
                && Some(found.score) > of_known
                && found.columns.len() > found.unused.len()
                && header::is_sure(&found.columns)
                && source
                    .is_some_and(|source| header::missing_fields(source, &found.columns).is_empty())
        };
        if words.iter().enumerate().any(is_other) {
            return Some(row.number);
        }
    }
    None
}

/// Whether a row holds several texts, none with a long number, and nothing else.
fn may_be_header(sheet: &RawSheet, row: RawRow) -> bool {
    let mut count = 0;
    sheet.cells(row).all(|(_, cell)| {
        count += 1;
        sheet.text(cell).is_some_and(|text| {
            text.bytes().filter(u8::is_ascii_digit).take(DIGITS).count() < DIGITS
        })
    }) && count >= FEWEST
}
