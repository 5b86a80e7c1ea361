//! Files that are not what their name says.

use crate::hostile::{Hostile, hostile};

/// A table that must be used, whatever lies beside it.
pub(crate) const BENEFITS: &str = "PESEL;Rodzaj świadczenia;Miesiąc;Kwota;Płatnik;Nr decyzji\n\
    02270803624;zasiłek okresowy;2024-01;350,00;gmina;GOPS/1\n";

pub(crate) fn files() -> Vec<Hostile> {
    let encrypted: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
        .iter()
        .copied()
        .chain("Root Entry EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let field = format!("PESEL;{}\n", "x".repeat(40_000));
    let endless_quote = format!("PESEL;\"{}", "x;y\n".repeat(20_000));
    vec![
        hostile("pusty.xlsx", Vec::new(), &["empty"]),
        hostile(
            "strona.xls",
            b"<html><body><table><tr><td>1</td></tr></table></body></html>".to_vec(),
            &["markup"],
        ),
        hostile("XML 2003.xls", b"<?xml version=\"1.0\"?><Workbook/>".to_vec(), &["markup"]),
        hostile("obraz.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), &["not-a-spreadsheet"]),
        hostile(
            "program.xls",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(),
            &["not-a-spreadsheet"],
        ),
        hostile("zaszyfrowany.xlsx", encrypted, &["password"]),
        hostile(
            "sama sygnatura.xls",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
            &["broken", "crashed"],
        ),
        hostile("sama sygnatura.xlsx", b"PK\x03\x04".to_vec(), &["broken"]),
        hostile("tekst jako arkusz.xlsx", BENEFITS.as_bytes().to_vec(), &[]),
        hostile("pole za długie.csv", field.into_bytes(), &["too-large"]),
        hostile("cudzysłów bez końca.csv", endless_quote.into_bytes(), &["too-large"]),
        hostile("same zera.csv", vec![0; 100_000], &["not-a-spreadsheet"]),
    ]
}
