//! Hostile workbooks of 1997: `small.xls` with one number changed.

use std::fs;
use std::path::Path;

use crate::hostile::{Hostile, hostile};

/// What a reader of the old format may say of a damaged file.
const ANY: &[&str] = &["broken", "crashed", "memory", "no-sheet", "password"];

pub(crate) fn small() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/ingest/small.xls");
    fs::read(path).unwrap()
}

fn with(at: usize, new: &[u8]) -> Vec<u8> {
    let mut bytes = small();
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}

/// The place of the first record that begins like this.
pub(crate) fn record(start: &[u8]) -> usize {
    small().windows(start.len()).position(|window| window == start).unwrap()
}

fn word(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

pub(crate) fn files() -> Vec<Hostile> {
    let whole = small();
    let directory = (word(&whole, 48) + 1) * 512;
    let table = (word(&whole, 76) + 1) * 512;
    let endless = [0xFF, 0xFF, 0xFF, 0x7F];
    // Every sector is followed by itself.
    let mut itself = whole.clone();
    for sector in 0..128_u32 {
        let at = table + 4 * sector as usize;
        itself[at..at + 4].copy_from_slice(&sector.to_le_bytes());
    }
    let mut zeros = whole.clone();
    zeros[table..table + 512].fill(0);
    let mut cut_head = whole.clone();
    cut_head.truncate(100);
    let mut cut_middle = whole.clone();
    cut_middle.truncate(whole.len() / 2);
    // DIMENSIONS: rows from, rows to, columns from, columns to.
    let dimensions = record(&[0x00, 0x02, 0x0E, 0x00]) + 4;
    let strings = record(&[0xFC, 0x00]) + 4;
    let sheet = record(&[0x85, 0x00]) + 4;
    let label = record(&[0xFD, 0x00, 0x0A, 0x00]) + 4;
    let number = record(&[0x7E, 0x02, 0x0A, 0x00]) + 4;
    let code_page = record(&[0x42, 0x00, 0x02, 0x00]);
    vec![
        hostile("cały.xls", whole, &[]),
        hostile("ucięty w nagłówku.xls", cut_head, ANY),
        hostile("ucięty w połowie.xls", cut_middle, ANY),
        hostile("sektor 2 do 65535.xls", with(30, &[0xFF, 0xFF]), ANY),
        hostile("sektory bez liku.xls", with(44, &endless), &[]),
        hostile("spis sektorów w sobie.xls", with(68, &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F]), ANY),
        hostile("katalog bez końca.xls", with(48, &endless), ANY),
        hostile("katalog w tabeli.xls", with(48, &0_u32.to_le_bytes()), ANY),
        hostile("małe sektory bez liku.xls", with(60, &endless), &[]),
        hostile("każdy sektor po sobie.xls", itself, &["broken", "crashed", "memory", "time"]),
        hostile("tabela z zer.xls", zeros, &["broken", "crashed", "memory", "time"]),
        hostile("strumień bez końca.xls", with(directory + 128 + 120, &endless), &[]),
        hostile(
            "rozmiar bez końca.xls",
            with(dimensions, &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]),
            ANY,
        ),
        hostile(
            "rozmiar na odwrót.xls",
            with(dimensions, &[0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0]),
            &[],
        ),
        hostile("tekstów bez liku.xls", with(strings, &[0xFF; 8]), &[]),
        hostile("arkusz poza plikiem.xls", with(sheet, &[0xFF; 4]), ANY),
        hostile("tekst spoza spisu.xls", with(label + 6, &[0xFF; 4]), &["broken"]),
        hostile("komórka poza arkuszem.xls", with(number, &[0xFF; 4]), ANY),
        hostile("hasło XOR.xls", with(code_page, &[0x2F, 0x00]), &["password"]),
        hostile("nieznana strona kodowa.xls", with(code_page + 4, &[0xD7, 0xD4]), &["password"]),
    ]
}
