//! From a seed and a number to a damaged file, always the same.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::seeds::{Seed, zip};

/// Numbers that readers stumble over.
const NUMBERS: [u32; 8] = [0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFF];
/// The same as text.
const TEXTS: [&str; 8] =
    ["0", "-1", "1048577", "99999999", "4294967295", "4294967296", "18446744073709551616", "NaN"];

/// The mutant of a number: the name of its seed and its bytes.
pub(crate) fn mutant(seeds: &[Seed], number: usize) -> (&'static str, Vec<u8>) {
    // Half of them are old workbooks, whose reader is the weakest.
    let seed = &seeds[[0, 1, 0, 2][number % 4]];
    let mut random = Random(number as u64 ^ 0x5EED_E4E4);
    let is_zip = seed.name != ".xls";
    let mut bytes = seed.bytes.clone();
    if is_zip && random.below(5) > 0 {
        let mut parts = parts(&bytes);
        let part = random.below(parts.len());
        damage(&mut parts[part].1, &mut random, true);
        if random.below(20) == 0 {
            parts.remove(random.below(parts.len()));
        }
        bytes = zip(&parts);
    } else {
        damage(&mut bytes, &mut random, false);
    }
    (seed.name, bytes)
}

fn damage(bytes: &mut Vec<u8>, random: &mut Random, text: bool) {
    for _ in 0..=random.below(4) {
        if bytes.is_empty() {
            return;
        }
        match random.below(if text { 7 } else { 5 }) {
            0 => {
                let at = random.below(bytes.len());
                bytes[at] ^= 1 << random.below(8);
            }
            1 => {
                let at = random.below(bytes.len());
                bytes[at] = u8::try_from(random.below(256)).unwrap();
            }
            2 => {
                let number = NUMBERS[random.below(NUMBERS.len())].to_le_bytes();
                let width = [1, 2, 4][random.below(3)].min(bytes.len());
                // Fields stand at even places.
                let at = random.below(bytes.len() - width + 1) & !1;
                bytes[at..at + width].copy_from_slice(&number[..width]);
            }
            3 if random.below(4) == 0 => bytes.truncate(random.below(bytes.len())),
            3 => {
                let (from, to) = (random.below(bytes.len()), random.below(bytes.len()));
                let length = random.below(64).min(bytes.len() - from.max(to));
                bytes.copy_within(from..from + length, to);
            }
            4 => {
                let at = random.below(bytes.len());
                let end = (at + random.below(32)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => another_number(bytes, random),
        }
    }
}

/// Puts another number where one stands.
fn another_number(bytes: &mut Vec<u8>, random: &mut Random) {
    let start = random.below(bytes.len());
    let digit = |byte: &u8| byte.is_ascii_digit();
    let Some(at) = bytes[start..].iter().position(digit).map(|offset| start + offset) else {
        return;
    };
    let end = bytes[at..].iter().position(|byte| !digit(byte)).map_or(bytes.len(), |n| at + n);
    bytes.splice(at..end, TEXTS[random.below(TEXTS.len())].bytes());
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

/// `SplitMix64`: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }
}
