//! What findings are worth, in findings.xlsx: their order, the column, the sentences of the cover.

use crate::catalogue::WorthWords;
use crate::model::{Finding, Worths};
use crate::reports::workbook::CoverPlan;

/// So many single findings stand on the cover: those that are worth most.
const FIRST_FINDINGS: usize = 5;

/// Findings, the most worth first.
pub(crate) struct Weighed<'a> {
    words: WorthWords<'a>,
    worths: &'a Worths,
    /// The findings.
    pub(crate) findings: Vec<&'a Finding>,
    /// Their places in the order of `worths`; none when nothing was reckoned.
    places: Vec<usize>,
}

impl<'a> Weighed<'a> {
    /// Sorts them.
    pub(crate) fn new(words: WorthWords<'a>, findings: &'a [Finding], worths: &'a Worths) -> Self {
        let mut places = worths.order(findings);
        let findings = places.iter().filter_map(|place| findings.get(*place)).collect();
        if !worths.are_known() {
            places = Vec::new();
        }
        Self { words, worths, findings, places }
    }

    /// What the finding at a place in their order could move, in words; empty when it is not open, or
    /// nothing was reckoned.
    pub(crate) fn worth(&self, at: usize) -> String {
        let (Some(place), Some(finding)) = (self.places.get(at), self.findings.get(at)) else {
            return String::new();
        };
        self.words.largest(self.worths, *place, finding.severity).unwrap_or_default()
    }

    /// Adds to the cover how far the findings together could move each headline figure, the few that
    /// could most, and how that was reckoned.
    pub(crate) fn add_to(&self, cover: &mut CoverPlan) {
        let texts = self.words.texts;
        if let Some(too_many) = self.worths.too_many {
            cover.highlights.push(self.words.too_many(too_many));
        }
        let open = self.worths.open();
        if open == 0 {
            return;
        }
        let headlines = self.worths.headlines.iter();
        let mut steps: Vec<String> =
            headlines.flat_map(|headline| self.words.sentences(headline, open)).collect();
        let all = self.findings.iter().zip(&self.places).enumerate();
        let first =
            all.filter(|(_, (finding, place))| self.worths.is_to_mend(**place, finding.severity));
        steps.extend(first.take(FIRST_FINDINGS).map(|(at, (finding, _))| {
            self.words.first(&self.words.place(finding), &self.worth(at))
        }));
        steps.push(self.words.total(self.worths));
        cover.highlights.splice(0..0, steps);
        cover.lines.push((texts.text("worth-how"), texts.text("worth-how-text")));
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;
    use crate::model::{Day, Language, Place, Severity};
    use crate::reports::findings_xlsx::write;
    use crate::reports::fixture::{catalogue, finding, worths};
    use crate::reports::read_back::{row, rows};
    use crate::reports::{FindingFrame, FindingLinks};

    use super::*;

    #[test]
    fn the_most_worth_stands_first_and_the_cover_says_how_far_all_could_go() {
        let texts = embedded_texts(Language::English).unwrap();
        let as_of = Day::parse_iso("2026-03-31").unwrap();
        let elsewhere =
            Finding { place: Place::file("b.csv"), severity: Severity::Warning, ..finding("x") };
        let findings = [finding("a"), elsewhere];
        let frame = FindingFrame { title: "", as_of, links: &FindingLinks::default() };
        let book = write(&catalogue(), &texts, frame, &findings, &worths()).unwrap();
        let all = rows(&book, "Findings");
        assert_eq!(
            all[3][1..3],
            [
                "not known how far: Participants in employment, including self-employment, upon leaving",
                "b.csv"
            ]
        );
        assert!(all[4][1].starts_with("up to 6.4 points: Participants in employment"), "{all:?}");
        let first = row(&book, "Cover", &["Where to begin"]);
        assert!(
            first[1].starts_with("1 finding can move “Participants in employment"),
            "{first:?}"
        );
        assert!(first[1].ends_with("there are no others to mend."), "{first:?}");
        let steps: Vec<String> = rows(&book, "Cover")
            .into_iter()
            .map(|row| row.get(1).cloned().unwrap_or_default())
            .collect();
        assert!(steps[3].starts_with("It is not known how far 1 finding can move"), "{steps:?}");
        assert!(
            steps[4].starts_with("Mend first: b.csv (Impossible date) – not known how far"),
            "{steps:?}"
        );
        assert!(
            steps[5]
                .starts_with("Mend first: lista.xlsx › 2024 › C7 (Impossible date) – up to 6.4"),
            "{steps:?}"
        );
        assert!(row(&book, "Cover", &["How this was reckoned"])[1].contains("upper bound"));
    }
}
