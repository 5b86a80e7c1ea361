//! Text as it is compared: without case, diacritics, extra blanks, line breaks and odd dashes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Trims and folds inner white space, no-break spaces too; composes letters (NFC).
pub fn tidy(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed
        .split(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The form in which headers, codes and names are compared.
///
/// Lower case, without diacritics; a word broken at a line end is joined; every dash is `-`;
/// punctuation other than `/`, `+`, `-` is blank; no blanks around `/` and `-`.
pub fn fold(text: &str) -> String {
    let joined = join_broken_words(text);
    let mut folded = String::with_capacity(joined.len());
    for letter in joined.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ł' | 'Ł' => folded.push('l'),
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
            '/' | '+' => folded.push(letter),
            _ if letter.is_alphanumeric() => folded.extend(letter.to_lowercase()),
            _ => folded.push(' '),
        }
    }
    let mut result = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        let glued = result.ends_with(['/', '-']) || word.starts_with(['/', '-']);
        if !result.is_empty() && !glued {
            result.push(' ');
        }
        result.push_str(word);
    }
    result
}

/// `Wykształ-⏎cenie` is one word; `własny⏎wniosek` is two.
fn join_broken_words(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    if let Some(first) = lines.next() {
        result.push_str(first);
    }
    for line in lines {
        let broken = result.ends_with('-') && line.starts_with(char::is_lowercase);
        if broken {
            result.pop();
        } else {
            result.push(' ');
        }
        result.push_str(line);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_header_are_equal() {
        for (left, right) in [
            ("Wykształ-\ncenie", "WYKSZTALCENIE"),
            ("Stopień niepeł-\nnosprawności", "stopień  niepełnosprawności:"),
            ("PODJECIE  PRACY", "Podjęcie\npracy"),
            ("wcześniej – podjęcie pracy", "wcześniej - podjęcie pracy"),
            ("brak / niepełne podstawowe", "brak/niepełne podstawowe"),
            ("Kwota [zł]", "kwota zł"),
        ] {
            assert_eq!(fold(left), fold(right));
        }
        assert_eq!(fold("Źrebiec-Łąka"), "zrebiec-laka");
    }

    #[test]
    fn tidy_keeps_letters_and_case() {
        assert_eq!(tidy("  Dąbrówki\u{a0} Małe \n"), "Dąbrówki Małe");
    }
}
