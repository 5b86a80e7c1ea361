//! Text as it is compared: without case, diacritics, extra blanks, line breaks and odd dashes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Trims and folds inner white space, no-break spaces too; composes letters (NFC).
pub fn tidy(text: &str) -> String {
    if text.is_ascii() {
        return spaced_once(text);
    }
    let composed: String = text.nfc().collect();
    spaced_once(&composed)
}

fn spaced_once(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.push_str(word);
    }
    result
}

/// The form in which headers, codes and names are compared.
///
/// Lower case, without diacritics; a word broken at a line end is joined; every dash is `-`;
/// punctuation other than `/`, `+`, `-` is blank; no blanks around `/` and `-`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() && !text.contains(['\n', '\r']) {
        return fold_plain(text);
    }
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

/// The same for a line of ASCII, as most cells are: nothing to decompose and nothing to join.
fn fold_plain(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut apart = false;
    for letter in text.bytes() {
        if !matches!(letter, b'-' | b'/' | b'+') && !letter.is_ascii_alphanumeric() {
            apart = true;
            continue;
        }
        let glued = result.ends_with(['/', '-']) || matches!(letter, b'/' | b'-');
        if apart && !result.is_empty() && !glued {
            result.push(' ');
        }
        apart = false;
        result.push(char::from(letter.to_ascii_lowercase()));
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
    fn a_plain_line_is_folded_as_any_other_text() {
        // The letter that is no ASCII takes the long way; it stands apart from the rest.
        for text in [
            "",
            "-",
            "A - b",
            " a/ B+c ",
            "(a)-- b",
            "12.03.2024 r.",
            "+x",
            "a  .  b/",
            "\t-\x0b/a",
        ] {
            let long = fold(&format!("ż {text}"));
            let plain = fold(&format!("z {text}"));
            assert_eq!(long, plain, "{text:?}");
        }
        assert_eq!(fold("  Kwota  [PLN] - X"), "kwota pln-x");
    }

    #[test]
    fn tidy_keeps_letters_and_case() {
        assert_eq!(tidy("  Dąbrówki\u{a0} Małe \n"), "Dąbrówki Małe");
    }
}
