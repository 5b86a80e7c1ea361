//! What the charts see of the published figures: totals by centre, and the path of benefits.

use std::collections::BTreeMap;

use crate::disclosure::{Publishable, Shown, ShownFigure};
use crate::model::{Counts, Day, Numerals, Period, Sex};

/// A figure as a chart has to tell it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Told {
    /// The numbers.
    Open(Numerals, Counts),
    /// Hidden for the protection of people.
    Hidden,
    /// Not among the figures.
    Absent,
}

impl Told {
    /// The numbers, if they are open.
    pub(super) fn open(self) -> Option<(Numerals, Counts)> {
        match self {
            Self::Open(numerals, counts) => Some((numerals, counts)),
            Self::Hidden | Self::Absent => None,
        }
    }
}

/// All centres together, in the column `centre`.
pub(super) const TOGETHER: &str = "*";

/// Longest name of a centre that is drawn and read out, in letters.
const LONGEST_NAME: usize = 160;

/// Published figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures<'a> {
    pub(super) shown: &'a [ShownFigure],
    pub(super) period: Period,
    pub(super) as_of: Day,
}

impl<'a> Figures<'a> {
    /// All figures that may be published.
    pub(super) fn new(publishable: &'a Publishable) -> Self {
        Self {
            shown: publishable.figures(),
            period: publishable.period(),
            as_of: publishable.as_of(),
        }
    }

    /// Whether there is any figure of an indicator, open or hidden.
    pub(super) fn has(self, indicator: &str) -> bool {
        self.shown.iter().any(|figure| &*figure.key.indicator == indicator)
    }

    /// The figure of everybody in a centre, or in all of them (`*`).
    pub(super) fn total(self, indicator: &str, centre: &str) -> Told {
        let figure =
            self.totals(indicator, centre).find(|figure| figure.key.month_offset.is_none());
        figure.map_or(Told::Absent, |figure| told(figure.shown))
    }

    /// The figures of all centres together by months before entry (negative) and after exit.
    pub(super) fn path(self, indicator: &str) -> BTreeMap<i64, Told> {
        self.totals(indicator, TOGETHER)
            .filter_map(|figure| Some((figure.key.month_offset?, told(figure.shown))))
            .collect()
    }

    /// Names of the centres in the order of the Polish alphabet.
    pub(super) fn centres(self) -> Vec<&'a str> {
        let mut centres: Vec<&str> = self
            .shown
            .iter()
            .map(|figure| &*figure.key.centre)
            .filter(|centre| *centre != TOGETHER)
            .collect();
        centres.sort_by_cached_key(|centre| (alphabetical(centre), *centre));
        centres.dedup();
        centres
    }

    fn totals(self, indicator: &str, centre: &str) -> impl Iterator<Item = &'a ShownFigure> {
        self.shown.iter().filter(move |figure| {
            let key = &figure.key;
            (&*key.indicator, &*key.centre, &*key.dimension, &*key.category, key.sex)
                == (indicator, centre, "total", "*", Sex::All)
        })
    }
}

fn told(shown: Shown) -> Told {
    match shown {
        Shown::Open(numerals, counts) => Told::Open(numerals, counts),
        Shown::Suppressed => Told::Hidden,
    }
}

/// A name that an SVG can hold: no control characters, white space folded, of bearable length.
pub(super) fn plain(name: &str) -> String {
    let spaced: String =
        name.chars().map(|letter| if is_drawable(letter) { letter } else { ' ' }).collect();
    let folded = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.chars().count() <= LONGEST_NAME {
        return folded;
    }
    let kept: String = folded.chars().take(LONGEST_NAME).collect();
    format!("{}…", kept.trim_end())
}

/// XML knows no control characters, and not these two.
fn is_drawable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// Sorts as a Polish reader looks a name up: ł after l, without regard to case, 4 before 12.
fn alphabetical(name: &str) -> Vec<(char, usize)> {
    let mut key = Vec::new();
    let mut digits = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).chain(['\u{0}']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        // Numbers stand by their size: 4 before 12.
        let number = digits.trim_start_matches('0');
        if !digits.is_empty() {
            key.push(('0', number.len()));
            key.extend(number.chars().map(|digit| (digit, 0)));
        }
        digits.clear();
        key.push(letter_key(letter));
    }
    key
}

/// A letter, and its place among those that look like it.
fn letter_key(letter: char) -> (char, usize) {
    match letter {
        'ą' => ('a', 1),
        'ć' => ('c', 1),
        'ę' => ('e', 1),
        'ł' => ('l', 1),
        'ń' => ('n', 1),
        'ó' => ('o', 1),
        'ś' => ('s', 1),
        'ź' => ('z', 1),
        'ż' => ('z', 2),
        other => (other, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_order_of_the_polish_alphabet() {
        let mut names =
            ["CIS Żabno", "CIS 12", "CIS Łask", "CIS Zator", "CIS Lublin", "CIS Mława", "CIS 4"];
        names.sort_by_cached_key(|name| alphabetical(name));
        assert_eq!(
            names,
            ["CIS 4", "CIS 12", "CIS Lublin", "CIS Łask", "CIS Mława", "CIS Zator", "CIS Żabno"]
        );
    }

    #[test]
    fn a_name_keeps_its_signs_but_no_control_characters() {
        assert_eq!(plain("CIS\n<b>\u{0} #read(\"x\")"), "CIS <b> #read(\"x\")");
        assert_eq!(plain(&"ż".repeat(500)).chars().count(), LONGEST_NAME + 1);
    }
}
