//! Lines of the terminal's usual width: a window of 80 columns would break them inside words.

/// Columns of a terminal that nobody has made larger.
const WIDTH: usize = 80;

/// The text with its long lines broken between words; what follows a break stands under the
/// beginning of its line, `hang` columns further in.
pub(crate) fn wrapped(text: &str, hang: usize) -> String {
    text.lines().map(|line| broken(line, hang)).collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, hang: usize) -> String {
    let indent = line.chars().take_while(|letter| *letter == ' ').count() + hang;
    let mut lines = Vec::new();
    let mut rest = line.to_owned();
    while rest.chars().count() > WIDTH {
        let begin = rest.chars().take_while(|letter| *letter == ' ').count();
        // Not at no-break spaces, which stand inside numbers; an endless word stays whole.
        let spaces = rest.char_indices().enumerate().skip(begin).filter(|(_, (_, c))| *c == ' ');
        let (within, beyond): (Vec<_>, Vec<_>) = spaces.partition(|(column, _)| *column <= WIDTH);
        let Some((_, (at, _))) = within.last().or_else(|| beyond.first()) else { break };
        let (head, tail) = rest.split_at(*at);
        lines.push(head.trim_end_matches(' ').to_owned());
        rest = format!("{}{}", " ".repeat(indent), tail.trim_start_matches(' '));
    }
    lines.push(rest);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_break_between_words_and_hang() {
        let line = format!("  {} {} end", "a".repeat(40), "b".repeat(36));
        assert_eq!(wrapped(&line, 2), format!("  {} {}\n    end", "a".repeat(40), "b".repeat(36)));
        let line = format!("{} {}", "a".repeat(40), "ż".repeat(40));
        assert_eq!(wrapped(&line, 0), format!("{}\n{}", "a".repeat(40), "ż".repeat(40)));
    }

    #[test]
    fn short_lines_keep_their_columns_and_endless_words_stay_whole() {
        assert_eq!(wrapped("a    b\n\n  c", 4), "a    b\n\n  c");
        let endless = "x".repeat(100);
        assert_eq!(wrapped(&endless, 4), endless);
        assert_eq!(wrapped(&format!("{endless} y"), 2), format!("{endless}\n  y"));
    }
}
