//! Which letters the bytes of a text file stand for.

use encoding_rs::{Encoding, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250};
use oem_cp::code_table::DECODING_TABLE_CP852;

/// A way to write letters as bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Charset {
    /// One of those that web pages know.
    Web(&'static Encoding),
    /// Code page 852: what DOS programs wrote.
    Cp852,
}

impl Charset {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => encoding.name(),
            Self::Cp852 => "CP852",
        }
    }

    fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Web(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Cp852 => oem_cp::decode_string_complete_table(bytes, &DECODING_TABLE_CP852),
        }
    }
}

/// The text, how it was written, and whether that was concluded from the letters that came out.
pub(crate) fn decode(bytes: &[u8]) -> (String, Charset, bool) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let charset = Charset::Web(encoding);
        return (charset.decode(bytes.get(length..).unwrap_or_default()), charset, false);
    }
    for encoding in [UTF_16LE, UTF_16BE] {
        if zeros_like(bytes, encoding) {
            return (Charset::Web(encoding).decode(bytes), Charset::Web(encoding), true);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), Charset::Web(UTF_8), false);
    }
    // At a tie the first stands: Windows is what the offices use.
    let mut best = (Charset::Web(WINDOWS_1250), i64::MIN);
    for charset in [Charset::Web(WINDOWS_1250), Charset::Web(ISO_8859_2), Charset::Cp852] {
        let score = plausibility(&charset.decode(bytes));
        if score > best.1 {
            best = (charset, score);
        }
    }
    (best.0.decode(bytes), best.0, true)
}

/// Whether a text without a mark is UTF-16: every second byte of Polish text is 0 or 1 then.
pub(crate) fn looks_like_utf16(bytes: &[u8]) -> bool {
    [UTF_16LE, UTF_16BE].into_iter().any(|encoding| zeros_like(bytes, encoding))
}

/// Whether a text holds signs that stand for bytes without a meaning.
pub(crate) fn is_undecoded(text: &str) -> bool {
    text.chars().any(|letter| letter == char::REPLACEMENT_CHARACTER || is_c1(letter))
}

/// Signs that no text has; Windows code pages yield them for bytes that they do not define.
fn is_c1(letter: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&letter)
}

fn zeros_like(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let zero_at = usize::from(encoding == UTF_16LE);
    let pairs: Vec<_> = bytes.chunks_exact(2).take(64).collect();
    let is_letter = |pair: &&&[u8]| {
        pair.get(zero_at).is_some_and(|high| *high < 2)
            && pair.get(1 - zero_at).is_some_and(|low| *low > 0)
    };
    let letters = pairs.iter().filter(is_letter).count();
    pairs.len() > 4 && letters * 10 > pairs.len() * 8
}

/// Polish letters, less what no Polish text has: other signs, and a capital inside a word.
fn plausibility(text: &str) -> i64 {
    let mut before = ' ';
    let mut score = 0;
    for letter in text.chars() {
        score += match letter {
            'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ó' | 'ś' | 'ź' | 'ż' => 2,
            'Ą' | 'Ć' | 'Ę' | 'Ł' | 'Ń' | 'Ó' | 'Ś' | 'Ź' | 'Ż' => {
                if before.is_lowercase() { -2 } else { 2 }
            }
            // Names of neighbours, and what a word processor puts in.
            'é' | 'ö' | 'ü' | 'ä' | 'č' | 'š' | 'ž' | 'ř' | 'í' | 'á' | '„' | '”' | '“' | '’'
            | '–' | '—' | '…' | '§' | '°' | '\u{a0}' | '«' | '»' | '€' => 0,
            letter if letter.is_ascii() => 0,
            letter if is_c1(letter) => -4,
            _ => -2,
        };
        before = letter;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Zażółć gęślą jaźń; ŚWIADCZENIE; Źrebiec; ósma; ŻÓŁĆ\n";

    #[test]
    fn polish_letters_are_right_in_every_usual_encoding() {
        for encoding in [UTF_8, WINDOWS_1250, ISO_8859_2] {
            let (bytes, _, lossy) = encoding.encode(TEXT);
            assert!(!lossy);
            let (text, charset, _) = decode(&bytes);
            assert_eq!((text.as_str(), charset), (TEXT, Charset::Web(encoding)));
        }
        let bytes = oem_cp::encode_string_checked(TEXT, &oem_cp::code_table::ENCODING_TABLE_CP852);
        let (text, charset, assumed) = decode(&bytes.unwrap());
        assert_eq!((text.as_str(), charset, assumed), (TEXT, Charset::Cp852, true));
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let units: Vec<u16> = TEXT.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for (mark, bytes) in [([0xFF, 0xFE], &little), ([0xFE, 0xFF], &big)] {
            assert_eq!(decode(&[&mark, &bytes[..]].concat()).0, TEXT);
            assert!(!decode(&[&mark, &bytes[..]].concat()).2);
            assert_eq!(decode(bytes).0, TEXT);
            assert!(looks_like_utf16(bytes));
        }
        assert_eq!(decode(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat()).0, TEXT);
    }

    #[test]
    fn one_letter_decides_between_code_pages() {
        // ł: B3 in the two ISO-like ones, 88 in CP852, undefined in Windows-1250.
        assert_eq!(decode(b"Wr\xf3bel;Paw\xb3owski").0, "Wróbel;Pawłowski");
        assert_eq!(decode(b"Wr\xa2bel;Paw\x88owski").0, "Wróbel;Pawłowski");
        // ś: 9C in Windows-1250, B6 in ISO-8859-2.
        assert_eq!(decode(b"O\x9cwiata").0, "Oświata");
        assert_eq!(decode(b"O\xb6wiata").0, "Oświata");
        // ą: B9, B1, A5.
        for bytes in [b"wci\xb9\x67", b"wci\xb1\x67", b"wci\xa5\x67"] {
            assert_eq!(decode(bytes).0, "wciąg");
        }
    }

    #[test]
    fn a_byte_without_a_meaning_is_seen() {
        assert!(is_undecoded(&decode(b"\xEF\xBB\xBFa\xB3b").0));
        assert!(is_undecoded("a\u{81}"));
        assert!(!is_undecoded(TEXT));
    }
}
