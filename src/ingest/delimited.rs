//! CSV: encoding and separator are found out, never asked.

use csv::{ReaderBuilder, StringRecord};

use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::{FileContent, ReadProblem, charset, refused, said};
use crate::model::{Cell, InputFile, Limits, Place, Severity};

/// Reads a delimited text file as one sheet without a name. A row is the record's number in the file.
pub(crate) fn read(file: &InputFile, limits: Limits) -> FileContent {
    let (text, charset, assumed) = charset::decode(&file.bytes);
    let mut findings = Vec::new();
    if assumed {
        let arguments = vec![("encoding", charset.name().to_owned())];
        findings.push(said(Place::file(&file.path), "W017", Severity::Note, arguments));
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut builder = SheetBuilder::new(&file.path, "");
    let most_cells = usize::try_from(limits.cells).unwrap_or(usize::MAX);
    let longest = usize::try_from(limits.text).unwrap_or(usize::MAX);
    let mut undecoded = None;
    let mut undecoded_rows = 0_u32;
    let mut record = StringRecord::new();
    let mut row = 0_u32;
    loop {
        // The reader passes over empty lines; whoever opens the file sees them as rows.
        let blank = blank_lines(&text, reader.position().byte());
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return refused(file, ReadProblem::Broken),
        }
        row = row.saturating_add(blank);
        let mut row_undecoded = false;
        for (column, field) in (0_u32..).zip(record.iter()) {
            if field.len() > longest && field.chars().count() > longest {
                return refused(file, ReadProblem::TooLarge);
            }
            if !field.is_ascii() && charset::is_undecoded(field) {
                row_undecoded = true;
                undecoded.get_or_insert(Cell { row, column });
            }
            builder.push_text(row, column, field);
        }
        row = row.saturating_add(1);
        undecoded_rows += u32::from(row_undecoded);
        if builder.len() > most_cells {
            return refused(file, ReadProblem::TooLarge);
        }
    }
    if undecoded.is_some() {
        let place = Place { cell: undecoded, ..Place::file(&file.path) };
        let arguments =
            vec![("encoding", charset.name().to_owned()), ("rows", undecoded_rows.to_string())];
        findings.push(said(place, "W032", Severity::Warning, arguments));
    }
    FileContent { sheets: vec![builder.finish()], findings }
}

/// How many empty lines begin at a place, which is behind the end of a line or within `\r\n`.
fn blank_lines(text: &str, start: u64) -> u32 {
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let (before, rest) = text.as_bytes().split_at_checked(start).unwrap_or_default();
    let mut rest =
        if before.ends_with(b"\r") { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
    let mut count = 0;
    loop {
        let line = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
        let Some(after) = line.or_else(|| rest.strip_prefix(b"\r")) else { return count };
        count += 1;
        rest = after;
    }
}

/// Records that are looked at for the separator.
const SAMPLE: usize = 50;

/// The separator that splits the first records into the most columns, and into the same number of them: a
/// list within a cell, or a decimal comma, is not in every record.
fn separator(text: &str) -> u8 {
    let mut best = (0, b';');
    for separator in [b';', b'\t', b','] {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let records = reader.into_byte_records().take(SAMPLE).map_while(Result::ok);
        let mut widths: Vec<usize> = records.map(|record| record.len()).collect();
        widths.sort_unstable();
        let middle = widths.get(widths.len() / 2).copied().unwrap_or(0);
        let often = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let agreeing = widths.iter().filter(|width| **width > 1).map(often).max().unwrap_or(0);
        if middle * agreeing > best.0 {
            best = (middle * agreeing, separator);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_cannot_be_read_are_a_finding_with_their_place() {
        let bytes = b"\xEF\xBB\xBFImi\xC4\x99;Gmina\nJan;Krak\xF3w\nAnna;Pozna\xF1\n".to_vec();
        let file = InputFile { path: "a.csv".into(), bytes };
        let content = read(&file, Limits::default());
        let [finding] = &content.findings[..] else { panic!("{:?}", content.findings) };
        assert_eq!((finding.code, finding.place.address().as_str()), ("W032", "B2"));
        assert_eq!(finding.arguments[1], ("rows", "2".to_owned()));
    }

    #[test]
    fn a_semicolon_file_with_decimal_commas_splits_at_semicolons() {
        assert_eq!(separator("PESEL;Kwota\n1;350,00\n"), b';');
        assert_eq!(separator("PESEL,Kwota\n1,\"350,00\"\n"), b',');
        assert_eq!(separator("PESEL\tKwota, zł\n"), b'\t');
        // Rows whose last cells are left away.
        let ragged = "PESEL;Kwota;Od;Do;Uwagi\n1;2,5;3\n1;2,5;3;4\n1;2,5\n1;2,5;3;4;5\n";
        assert_eq!(separator(ragged), b';');
        assert_eq!(separator("Lista, stan na 2024, CIS\nPESEL;Kwota\n1;2\n1;2,50\n"), b';');
    }

    #[test]
    fn lists_within_cells_do_not_hide_the_separator() {
        for (separator_char, expected) in [(",", b','), ("\t", b'\t')] {
            for cell in ["\"a; b\"", "a; b"] {
                let row = ["1", cell, "2"].join(separator_char);
                let header = ["PESEL", "Grupa", "Od"].join(separator_char);
                assert_eq!(separator(&format!("{header}\n{row}\n{row}\n")), expected, "{row}");
            }
        }
    }

    #[test]
    fn empty_lines_are_rows_as_whoever_opens_the_file_sees_them() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = ["", "Lista", "", "", "A;B", "1;\"x\ny\"", "", "2;z", ""].join(end);
            let file = InputFile { path: "a.csv".into(), bytes: lines.into_bytes() };
            let content = read(&file, Limits::default());
            let rows: Vec<u32> = content.sheets[0].rows().iter().map(|row| row.number).collect();
            // A cell of two lines is one row.
            assert_eq!(rows, [1, 4, 5, 7], "{end:?}");
        }
    }
}
