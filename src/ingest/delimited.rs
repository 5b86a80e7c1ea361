//! CSV: encoding and separator are found out, never asked.

use csv::ReaderBuilder;
use encoding_rs::{Encoding, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250};

use crate::ingest::sheet::SheetBuilder;
use crate::ingest::{FileContent, Limits, ReadProblem, refused};
use crate::model::{Finding, InputFile, Place, Severity};

/// Reads a delimited text file as one sheet without a name. A row is the record's number in the file.
pub(crate) fn read(file: &InputFile, limits: Limits) -> FileContent {
    let (text, encoding, assumed) = decode(&file.bytes);
    let mut findings = Vec::new();
    if assumed {
        findings.push(Finding {
            place: Place::file(&file.path),
            code: "W017",
            severity: Severity::Note,
            field: String::new(),
            read: String::new(),
            suggestion: String::new(),
            arguments: vec![("encoding", encoding.name().to_owned())],
            person: None,
        });
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut builder = SheetBuilder::new(&file.path, "");
    for (row, record) in reader.records().enumerate() {
        let Ok(record) = record else { return refused(file, ReadProblem::Broken) };
        let Ok(row) = u32::try_from(row) else { return refused(file, ReadProblem::TooLarge) };
        for (column, field) in (0_u32..).zip(record.iter()) {
            builder.push_text(row, column, field);
        }
        if builder.len() > limits.cells {
            return refused(file, ReadProblem::TooLarge);
        }
    }
    FileContent { sheets: vec![builder.finish()], findings }
}

/// The text, its encoding, and whether the encoding was assumed from the letters that came out.
fn decode(bytes: &[u8]) -> (String, &'static Encoding, bool) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) =
            encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return (text.into_owned(), encoding, false);
    }
    for encoding in [UTF_16LE, UTF_16BE] {
        if looks_like_utf16(bytes, encoding) {
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            return (text.into_owned(), encoding, true);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8, false);
    }
    let best = [WINDOWS_1250, ISO_8859_2].into_iter().max_by_key(|encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        // At a tie the first encoding stands: Windows is what the offices use.
        (polish_letters(&text), *encoding == WINDOWS_1250)
    });
    let encoding = best.unwrap_or(WINDOWS_1250);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding, true)
}

/// Every second byte of plain text in UTF-16 is zero.
fn looks_like_utf16(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let zero_at = usize::from(encoding == UTF_16LE);
    let pairs: Vec<_> = bytes.chunks_exact(2).take(64).collect();
    let zeros = pairs.iter().filter(|pair| pair.get(zero_at) == Some(&0)).count();
    pairs.len() > 4 && zeros * 10 > pairs.len() * 8
}

/// Polish letters less signs that no office writes.
fn polish_letters(text: &str) -> i64 {
    text.chars().fold(0, |score, letter| {
        if "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".contains(letter) {
            score + 1
        } else if letter.is_control() && !"\r\n\t".contains(letter) || "±¶Ľ¦¬Ą¯łˇ˘".contains(letter)
        {
            score - 1
        } else {
            score
        }
    })
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

    fn decoded(encoding: &'static Encoding, text: &str) -> String {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy);
        decode(&bytes).0
    }

    #[test]
    fn polish_letters_are_right_in_every_usual_encoding() {
        let text = "Zażółć gęślą jaźń; ŚWIADCZENIE; Źrebiec; ósma\n";
        for encoding in [UTF_8, WINDOWS_1250, ISO_8859_2] {
            assert_eq!(decoded(encoding, text), text, "{}", encoding.name());
        }
        let marked: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(decode(&marked).0, text);
    }

    #[test]
    fn a_semicolon_file_with_decimal_commas_splits_at_semicolons() {
        assert_eq!(separator("PESEL;Kwota\n1;350,00\n"), b';');
        assert_eq!(separator("PESEL,Kwota\n1,\"350,00\"\n"), b',');
        assert_eq!(separator("PESEL\tKwota, zł\n"), b'\t');
    }
}
