//! Sentences on what findings are worth, the same on the screen and in the workbook.

use crate::catalogue::{Argument, Catalogue, Texts, Unit};
use crate::model::{
    Finding, HeadlineWorth, Language, Magnitude, Movement, Severity, TooMany, Worths,
};

/// Words for what findings are worth, in one language.
#[derive(Clone, Copy, Debug)]
pub struct WorthWords<'a> {
    /// Definitions, for the names of figures.
    pub catalogue: &'a Catalogue,
    /// Texts.
    pub texts: &'a Texts,
}

impl WorthWords<'_> {
    /// How far a finding alone could move which figure: the figure that it could move furthest. `None`
    /// when it is not open, or nothing was reckoned.
    pub fn largest(&self, worths: &Worths, finding: usize, severity: Severity) -> Option<String> {
        let (headline, movement) = worths.largest(finding)?;
        let headline = worths.headlines.get(headline)?;
        let figure = self.title(headline);
        let id = match (movement, headline.magnitude) {
            (Movement::None, _) => {
                let blocks = severity == Severity::Blocking;
                let id = if blocks { "worth-blocking" } else { "worth-nothing" };
                return Some(self.texts.text(id));
            }
            (Movement::NotKnown, _) => "worth-not-known",
            (Movement::UpTo(_), Magnitude::Count) => self.unit(headline, "worth-"),
            (Movement::UpTo(_), _) => "worth-points",
        };
        let far = if let Movement::UpTo(far) = movement { far } else { 0.0 };
        let gaps: [(&str, Argument); 3] = [
            ("figure", figure.into()),
            ("points", self.tenths(up(far * 1000.0)).into()),
            ("count", up(far).into()),
        ];
        Some(self.texts.fill(id, &gaps))
    }

    /// What the open findings together could do to one figure, in one sentence or two.
    pub fn sentences(&self, headline: &HeadlineWorth, open: u64) -> Vec<String> {
        let mut sentences = Vec::new();
        if headline.movers == 0 {
            let gaps: [(&str, Argument); 1] = [("figure", self.title(headline).into())];
            return vec![self.texts.fill("worth-untouched", &gaps)];
        }
        if let (Movement::UpTo(far), Some((low, high))) = (headline.together, headline.range) {
            let bounded = headline.movers - headline.without_bound;
            let far = match headline.magnitude {
                Magnitude::Count => {
                    self.texts.fill(self.unit(headline, "worth-by-"), &[("count", up(far).into())])
                }
                _ => self
                    .texts
                    .fill("worth-by-points", &[("points", self.tenths(up(far * 1000.0)).into())]),
            };
            let gaps: [(&str, Argument); 7] = [
                ("movers", bounded.into()),
                ("others", open.saturating_sub(headline.movers).into()),
                ("figure", self.title(headline).into()),
                ("far", far.into()),
                ("now", self.now(headline).into()),
                ("low", self.value(headline, low, f64::floor).into()),
                ("high", self.value(headline, high, f64::ceil).into()),
            ];
            sentences.push(self.texts.fill("worth-bounded", &gaps));
        } else if headline.without_bound == 0 {
            let gaps: [(&str, Argument); 3] = [
                ("count", headline.movers.into()),
                ("figure", self.title(headline).into()),
                ("now", self.now(headline).into()),
            ];
            sentences.push(self.texts.fill("worth-together-unbounded", &gaps));
        }
        if headline.without_bound > 0 {
            let gaps: [(&str, Argument); 3] = [
                ("count", headline.without_bound.into()),
                ("figure", self.title(headline).into()),
                ("now", self.now(headline).into()),
            ];
            sentences.push(self.texts.fill("worth-unbounded", &gaps));
        }
        sentences
    }

    /// Where a finding stands, and what is wrong there.
    pub fn place(&self, finding: &Finding) -> String {
        let place = finding.place.to_string();
        let page = self.catalogue.check(finding.code);
        page.map(|page| format!("{place} ({})", page.text(self.texts.language()).title))
            .unwrap_or(place)
    }

    /// Why nothing was reckoned.
    pub fn too_many(&self, too_many: TooMany) -> String {
        self.texts.text(match too_many {
            TooMany::Findings => "worth-too-many-findings",
            TooMany::Participations => "worth-too-many-participations",
        })
    }

    /// What to mend first, as a sentence.
    pub fn first(&self, place: &str, movement: &str) -> String {
        self.texts.fill("worth-first", &[("place", place.into()), ("movement", movement.into())])
    }

    /// The same as one of a list.
    pub fn item(&self, place: &str, movement: &str) -> String {
        let gaps = [("place", place.into()), ("movement", movement.into())];
        self.texts.fill("worth-first-item", &gaps)
    }

    /// A figure now and once all is mended, in one line.
    pub fn line(&self, headline: &HeadlineWorth) -> String {
        let (id, (low, high)) = match headline.range {
            _ if headline.without_bound > 0 || headline.together == Movement::NotKnown => {
                ("worth-line-unbounded", (0.0, 0.0))
            }
            Some(range) if headline.movers > 0 => ("worth-line", range),
            _ => ("worth-line-still", (0.0, 0.0)),
        };
        let gaps: [(&str, Argument); 5] = [
            ("figure", self.title(headline).into()),
            ("now", self.now(headline).into()),
            ("low", self.value(headline, low, f64::floor).into()),
            ("high", self.value(headline, high, f64::ceil).into()),
            ("movers", headline.movers.into()),
        ];
        self.texts.fill(id, &gaps)
    }

    /// How many open findings can move the figures, and how many cannot.
    pub fn total(&self, worths: &Worths) -> String {
        let harmless = worths.harmless();
        let gaps: [(&str, Argument); 2] =
            [("moving", (worths.open() - harmless).into()), ("harmless", harmless.into())];
        self.texts.fill("worth-total", &gaps)
    }

    fn title(&self, headline: &HeadlineWorth) -> String {
        let indicator = self.catalogue.indicator(&headline.indicator);
        indicator
            .map_or(headline.indicator.as_str(), |found| found.title.text(self.texts.language()))
            .to_owned()
    }

    fn unit(&self, headline: &HeadlineWorth, prefix: &str) -> &'static str {
        let indicator = self.catalogue.indicator(&headline.indicator);
        let persons = indicator.is_none_or(|found| found.unit == Unit::Person);
        match (prefix, persons) {
            ("worth-", true) => "worth-persons",
            ("worth-", false) => "worth-participations",
            (_, true) => "worth-by-persons",
            (_, false) => "worth-by-participations",
        }
    }

    fn now(&self, headline: &HeadlineWorth) -> String {
        match headline.now {
            Some(now) => self.value(headline, now, f64::round),
            None => self.texts.text("worth-no-value"),
        }
    }

    fn value(&self, headline: &HeadlineWorth, value: f64, round: fn(f64) -> f64) -> String {
        if headline.magnitude == Magnitude::Count {
            return whole(value).to_string();
        }
        // Ends are rounded outwards; what is on a tenth but for the last bit of a float stays there.
        let thousandfold = value * 1000.0;
        let nearest = thousandfold.round();
        let near = (thousandfold - nearest).abs() < 1e-6;
        let tenths = whole(if near { nearest } else { round(thousandfold) });
        format!("{}\u{a0}%", self.tenths(tenths))
    }

    /// A number of tenths with the decimal mark of the language.
    fn tenths(&self, tenths: i64) -> String {
        let mark = match self.texts.language() {
            Language::Polish => ',',
            Language::English => '.',
        };
        let sign = if tenths < 0 { "−" } else { "" };
        let digits = tenths.unsigned_abs();
        format!("{sign}{}{mark}{}", digits / 10, digits % 10)
    }
}

/// Rounded up, so that a bound is never shown too low.
fn up(number: f64) -> i64 {
    whole((number - 1e-6).ceil())
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a whole number; far movements end at the limit"
)]
fn whole(number: f64) -> i64 {
    number as i64
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;

    use super::*;

    fn headline(movers: u64, without_bound: u64, together: Movement) -> HeadlineWorth {
        HeadlineWorth {
            indicator: "employment_rate_6m".to_owned(),
            magnitude: Magnitude::Share,
            now: Some(0.3),
            range: Some((3.0 / 11.0, 4.0 / 11.0)),
            together,
            movers,
            without_bound,
        }
    }

    fn words(language: Language, use_them: impl Fn(WorthWords<'_>)) {
        let (catalogue, texts) =
            (Catalogue::embedded().unwrap(), embedded_texts(language).unwrap());
        use_them(WorthWords { catalogue: &catalogue, texts: &texts });
    }

    #[test]
    fn one_of_eleven_is_up_to_six_and_a_half_points_and_ends_are_rounded_outwards() {
        // 4/11 − 3/10 = 0.0636…: up to 6.4 points. 3/11 = 27.27… %, 4/11 = 36.36… %.
        let one = headline(1, 0, Movement::UpTo(4.0 / 11.0 - 0.3));
        words(Language::English, |words| {
            let sentences = words.sentences(&one, 141);
            assert_eq!(
                sentences,
                ["1 finding can move “In employment six months after leaving (EECR05)” by 6.4 \
                  points at most (now 30.0\u{a0}%, once mended between 27.2\u{a0}% and 36.4\u{a0}%); \
                  the other 140 cannot."]
            );
        });
        words(Language::Polish, |words| {
            let sentences = words.sentences(&one, 3);
            assert!(sentences[0].contains("najwyżej o 6,4 pkt proc. (teraz 30,0\u{a0}%"));
            assert!(sentences[0].ends_with("pozostałe 2 nie mogą jej zmienić."));
        });
    }

    #[test]
    fn a_bound_is_never_shown_lower_than_it_is() {
        assert_eq!((up(60.01), up(60.0), up(0.1 * 1000.0)), (61, 60, 100));
    }

    #[test]
    fn what_has_no_bound_and_what_nothing_moves_are_said() {
        words(Language::Polish, |words| {
            let unknown = words.sentences(&headline(2, 2, Movement::None), 5);
            assert!(unknown[0].starts_with("Nie wiadomo, jak bardzo"), "{unknown:?}");
            assert!(unknown[0].ends_with("mogą zmienić 2 uwagi."), "{unknown:?}");
            let still = words.sentences(&headline(0, 0, Movement::None), 5);
            assert!(still[0].ends_with("nie może zmienić żadna uwaga."), "{still:?}");
        });
    }
}
