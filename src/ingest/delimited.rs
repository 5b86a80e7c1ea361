//! CSV: encoding and separator are found out, never asked.

use csv::ReaderBuilder;

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
    for (row, record) in reader.records().enumerate() {
        let Ok(record) = record else { return refused(file, ReadProblem::Broken) };
        let Ok(row) = u32::try_from(row) else { return refused(file, ReadProblem::TooLarge) };
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

/// The separator that splits the first lines into the most columns.
fn separator(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(20).collect();
    let count = |separator: char| {
        head.iter().map(|line| line.matches(separator).count()).max().unwrap_or(0)
    };
    let candidates = [(b';', count(';')), (b'\t', count('\t')), (b',', count(','))];
    // A semicolon file has decimal commas: the comma counts only when nothing else splits.
    candidates.into_iter().find(|(_, found)| *found > 0).map_or(b';', |(separator, _)| separator)
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
    }
}
