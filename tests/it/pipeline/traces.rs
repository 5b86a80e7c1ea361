//! Finds what identifies a person in the bytes of a run, however it is written.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;

use parquet::file::reader::{FileReader, SerializedFileReader};
use sha2::{Digest, Sha256};

use crate::pipeline::tables::{has_extension, unzip};

/// The forms in which a secret could be written, each with its name.
fn forms(secret: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut forms = vec![
        ("as it is", secret.as_bytes().to_vec()),
        ("reversed", secret.chars().rev().collect::<String>().into_bytes()),
        ("in UTF-16", secret.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("in UTF-16, big end first", secret.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("in hexadecimal", hexadecimal(secret.as_bytes()).into_bytes()),
        ("as SHA-256", hexadecimal(&Sha256::digest(secret)).into_bytes()),
        ("as raw SHA-256", Sha256::digest(secret).to_vec()),
        ("as Windows-1250", encoding_rs::WINDOWS_1250.encode(secret).0.into_owned()),
        ("in XML entities", entities(secret).into_bytes()),
        ("in JSON escapes", escapes(secret).into_bytes()),
    ];
    // Within a longer text a secret begins at one of three places of a group of letters.
    for before in 0..3 {
        let text = format!("{}{secret}", "x".repeat(before));
        let encoded = base64(text.as_bytes());
        // Letters that also hold bits of what stands before or after are left out.
        let start = [0, 2, 3][before];
        let end = encoded.len() - [0, 2, 1][text.len() % 3];
        forms.push(("in base64", encoded.as_bytes()[start..end].to_vec()));
    }
    if let Some(number) = secret.strip_prefix('0')
        && secret.bytes().all(|byte| byte.is_ascii_digit())
    {
        forms.push(("without its zero", number.as_bytes().to_vec()));
    }
    let mut known = BTreeSet::new();
    forms.retain(|(_, trace)| known.insert(trace.clone()));
    forms
}

/// Where a secret stands in some bytes, also in the parts of a workbook and in the rows of a table.
pub(crate) fn traces(name: &str, bytes: &[u8], secrets: &[&str]) -> Vec<String> {
    let mut texts = vec![(name.to_owned(), bytes.to_vec())];
    if has_extension(name, "xlsx") {
        texts.extend(
            unzip(bytes).into_iter().map(|(part, bytes)| (format!("{name}/{part}"), bytes)),
        );
    }
    if has_extension(name, "parquet") {
        texts.push((format!("{name}, its rows"), rows(bytes).into_bytes()));
    }
    let forms: Vec<_> = secrets.iter().map(|secret| (secret, self::forms(secret))).collect();
    let mut found = Vec::new();
    for (place, text) in &texts {
        let text = letters(text);
        for (secret, forms) in &forms {
            let traces = forms.iter().filter(|(_, trace)| text.contains(&letters(trace)));
            found.extend(traces.map(|(form, _)| format!("{secret} {form} in {place}")));
        }
    }
    found
}

/// All rows of a Parquet file as text.
fn rows(bytes: &[u8]) -> String {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let reader = SerializedFileReader::new(file).unwrap();
    let rows = reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string());
    rows.collect::<Vec<_>>().join("\n")
}

/// Bytes as small letters, a letter a byte.
fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn entities(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if letter.is_ascii() { letter.to_string() } else { format!("&#{};", u32::from(letter)) }
        })
        .collect()
}

fn escapes(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let number = group.iter().fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
        let number = number << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            text.push(char::from(LETTERS[number >> (18 - 6 * place) & 63]));
        }
    }
    text
}

#[test]
fn every_form_of_a_secret_is_found() {
    // RFC 4648, 10: foobar is Zm9vYmFy, fooba is Zm9vYmE.
    assert_eq!(
        (base64(b"foobar"), base64(b"fooba")),
        ("Zm9vYmFy".to_owned(), "Zm9vYmE".to_owned())
    );
    let secret = "02211307589";
    let found = |text: String| traces("a.csv", text.as_bytes(), &[secret]).join("; ");
    for before in ["", "a", "ab", "abc"] {
        let text = base64(format!("{before}{secret}, and more").as_bytes());
        assert!(found(text).contains("in base64"), "{before}");
    }
    for (text, form) in [
        ("x02211307589x".to_owned(), "as it is"),
        ("98570311220".to_owned(), "reversed"),
        ("2211307589".to_owned(), "without its zero"),
        (hexadecimal(&Sha256::digest(secret)), "as SHA-256"),
        (hexadecimal(&Sha256::digest(secret)).to_uppercase(), "as SHA-256"),
    ] {
        assert!(found(text.clone()).contains(form), "{form}: {text}");
    }
    assert_eq!(found("02211 307589".to_owned()), "");
}
