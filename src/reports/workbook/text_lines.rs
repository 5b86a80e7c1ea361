//! How many lines a text takes in a column: only Excel finds row heights by itself.

/// Widths are in digits of the usual font; words of other fonts run a little wider.
const CAUTION: f64 = 0.94;
/// Height of a line in points.
const LINE_HEIGHT: f64 = 15.0;

/// Breaks a sentence between words so that each line fits into `width` characters.
pub(crate) fn lines(sentence: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Not at no-break spaces, which stand inside numbers.
    for word in sentence.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if length(line) + length(" ") + length(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The height in points that a text needs in a column; `scale` is its font against the usual one.
pub(crate) fn height(text: &str, width: f64, scale: f64) -> f64 {
    let width = (width * CAUTION / scale).max(3.0);
    let count: f64 = text
        .lines()
        .map(|paragraph| {
            let broken = lines(paragraph, width);
            // A word longer than the column breaks inside.
            broken.iter().map(|line| (length(line) / width).ceil().max(1.0)).sum::<f64>().max(1.0)
        })
        .sum();
    count.max(1.0) * LINE_HEIGHT * scale
}

/// The width of a text in digits. Letters of proportional fonts are not as wide as digits: counted
/// as such, rows came out a third too high.
fn length(text: &str) -> f64 {
    text.chars().map(width_of).sum()
}

/// The width of a letter against a digit, in classes that hold for Calibri and its like.
fn width_of(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | 'i' | 'j' | 'l' | 'ł' | 'I' | '|' => 0.5,
        '(' | ')' | '[' | ']' | '-' | '/' | 'f' | 'r' | 't' | '„' | '”' | '“' | 'J' => 0.66,
        'c' | 'ć' | 's' | 'ś' | 'z' | 'ź' | 'ż' | 'k' | 'v' | 'x' | 'y' | 'L' | 'Ł' => 0.88,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 1.55,
        letter if letter.is_uppercase() => 1.15,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_break_between_words() {
        assert_eq!(lines("jeden dwa trzy", 9.0), ["jeden dwa", "trzy"]);
        assert_eq!(lines("o 1\u{a0}234 zł", 5.0), ["o", "1\u{a0}234", "zł"]);
    }

    #[test]
    fn heights_grow_with_words_with_breaks_and_with_long_words() {
        let of = |text| height(text, 10.0 / CAUTION, 1.0);
        assert!((of("") - 15.0).abs() < 1e-9);
        assert!((of("jeden dwa trzy") - 30.0).abs() < 1e-9);
        assert!((of("a\nb\nc") - 45.0).abs() < 1e-9);
        // 29.1 digits wide, though it has 32 letters.
        assert!((of("Konstantynopolitańczykowianeczka") - 45.0).abs() < 1e-9);
    }
}
