//! What a file is, by its first bytes. The name is not trusted: people rename files.

use std::io::Cursor;

use memchr::memmem;
use zip::ZipArchive;

use crate::ingest::{ReadProblem, charset};

/// A format that can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// Excel workbook (`.xlsx`, `.xlsm`).
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97–2003 workbook.
    Xls,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// Text with separators.
    Delimited,
}

/// `EncryptedPackage` in UTF-16.
const ENCRYPTED_PACKAGE: [u8; 32] = *b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
/// `Workbook` in UTF-16: an old workbook with something encrypted inside is still an old workbook.
const WORKBOOK: [u8; 16] = *b"W\0o\0r\0k\0b\0o\0o\0k\0";
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file is one of the old format, whose reader needs the closest watch.
pub fn is_xls(bytes: &[u8]) -> bool {
    bytes.starts_with(OLE)
}

/// Tells the format, or why there is none.
pub(crate) fn sniff(bytes: &[u8]) -> Result<Format, ReadProblem> {
    if bytes.is_empty() {
        return Err(ReadProblem::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return sniff_zip(bytes);
    }
    if is_xls(bytes) {
        // An encrypted workbook of today lies in a container of yesterday.
        let has = |name: &[u8]| memmem::find(bytes, name).is_some();
        let encrypted = has(&ENCRYPTED_PACKAGE) && !has(&WORKBOOK);
        return if encrypted { Err(ReadProblem::Password) } else { Ok(Format::Xls) };
    }
    let head: Vec<u8> = bytes.iter().copied().take(512).collect();
    let text = String::from_utf8_lossy(&head);
    let start = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    if start.starts_with('<') {
        return Err(ReadProblem::Markup);
    }
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let control = |byte: &u8| *byte < 9 || (14..32).contains(byte);
    if !utf16 && !charset::looks_like_utf16(bytes) && head.iter().any(control) {
        return Err(ReadProblem::NotASpreadsheet);
    }
    Ok(Format::Delimited)
}

fn sniff_zip(bytes: &[u8]) -> Result<Format, ReadProblem> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadProblem::Broken)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if has("[Content_Types].xml") {
        return Ok(Format::Xlsx);
    }
    if has("content.xml") {
        return Ok(Format::Ods);
    }
    Err(ReadProblem::NotASpreadsheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_not_the_name() {
        assert_eq!(sniff(b""), Err(ReadProblem::Empty));
        assert_eq!(sniff(b"PESEL;Kwota\r\n"), Ok(Format::Delimited));
        assert_eq!(sniff(b"\xEF\xBB\xBF<html><table>"), Err(ReadProblem::Markup));
        assert_eq!(sniff(OLE), Ok(Format::Xls));
        let streams = |names: &str| -> Vec<u8> {
            let names = names.encode_utf16().flat_map(u16::to_le_bytes);
            OLE.iter().copied().chain(names).collect()
        };
        assert_eq!(sniff(&streams("EncryptedPackage")), Err(ReadProblem::Password));
        assert_eq!(sniff(&streams("Workbook")), Ok(Format::Xls));
        assert_eq!(sniff(&streams("Workbook EncryptedPackage")), Ok(Format::Xls));
        assert_eq!(sniff(b"\x00\x01\x02\x03"), Err(ReadProblem::NotASpreadsheet));
        assert_eq!(sniff(b"PK\x03\x04 cut off"), Err(ReadProblem::Broken));
    }
}
