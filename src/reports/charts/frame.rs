//! What stands around every chart: the finding as a headline, what is shown, notes, the source.

use crate::catalogue::Texts;
use crate::model::{Day, Language, Period};

use super::ChartError;
use super::canvas::{Anchor, Canvas};
use super::figures::Figures;
use super::lettering::Lettering;
use super::palette::{BLACK, GREY, RULE};

/// Width of every chart in pixels of a screen.
pub(super) const WIDTH: f64 = 900.0;
/// Left and right edge of everything that is drawn.
pub(super) const LEFT: f64 = 30.0;
pub(super) const RIGHT: f64 = WIDTH - 30.0;

const TITLE: Lettering = Lettering::bold(20.0);
const SUBTITLE: Lettering = Lettering::regular(13.5);
const CAVEAT: Lettering = Lettering::bold(12.5);
const NOTE: Lettering = Lettering::regular(12.0);
const FOOTER: Lettering = Lettering::regular(11.0);

/// The words around a chart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Words {
    /// The finding.
    pub(super) title: String,
    /// What is shown.
    pub(super) subtitle: String,
    /// What must be said beside it; printed bold.
    pub(super) caveat: Option<String>,
    /// How it was counted.
    pub(super) notes: Vec<String>,
    /// Period, as-of day and program.
    pub(super) footer: String,
}

/// Where the words of a chart of a given body stand.
#[derive(Debug)]
pub(super) struct Frame {
    title: Vec<String>,
    subtitle: Vec<String>,
    caveat: Vec<String>,
    notes: Vec<String>,
    footer: Vec<String>,
    /// Where the body begins.
    pub(super) top: f64,
    body: f64,
    /// Height of the chart.
    pub(super) height: f64,
}

impl Frame {
    /// Breaks the words into lines around a body of this height.
    pub(super) fn new(words: &Words, body: f64) -> Result<Self, ChartError> {
        let width = RIGHT - LEFT;
        let title = TITLE.wrap_evenly(&words.title, width, 3)?;
        let subtitle = SUBTITLE.wrap_evenly(&words.subtitle, width, 5)?;
        let caveat = CAVEAT.wrap(words.caveat.as_deref().unwrap_or_default(), width, 4)?;
        let mut notes = Vec::new();
        for note in &words.notes {
            notes.extend(NOTE.wrap(note, width, 5)?);
        }
        let footer = FOOTER.wrap(&words.footer, width, 4)?;
        let top = 22.0 + tall(&title, TITLE) + 2.0 + tall(&subtitle, SUBTITLE) + 14.0;
        let below = 16.0 + tall(&caveat, CAVEAT) + tall(&notes, NOTE) + 14.0;
        let height = (top + body + below + tall(&footer, FOOTER) + 16.0).ceil();
        Ok(Self { title, subtitle, caveat, notes, footer, top, body, height })
    }

    /// Draws the words.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) -> Result<(), ChartError> {
        let mut base = 22.0 + TITLE.size;
        canvas.lines(&self.title, (LEFT, base), TITLE, BLACK)?;
        base = 24.0 + tall(&self.title, TITLE) + SUBTITLE.size;
        canvas.lines(&self.subtitle, (LEFT, base), SUBTITLE, GREY)?;

        let below = self.top + self.body + 16.0;
        canvas.lines(&self.caveat, (LEFT, below + CAVEAT.size), CAVEAT, BLACK)?;
        let notes = below + tall(&self.caveat, CAVEAT);
        canvas.lines(&self.notes, (LEFT, notes + NOTE.size), NOTE, GREY)?;
        let rule = notes + tall(&self.notes, NOTE) + 5.0;
        canvas.line((LEFT, rule), (RIGHT, rule), 1.0, RULE)?;
        canvas.lines(&self.footer, (LEFT, rule + 9.0 + FOOTER.size), FOOTER, GREY)
    }
}

/// A chart without figures: the reason stands where they would be.
pub(super) fn draw_nothing(canvas: &mut Canvas<'_>, top: f64, why: &str) -> Result<(), ChartError> {
    let lettering = Lettering::regular(15.0);
    let area = super::canvas::Area { left: LEFT, top, width: RIGHT - LEFT, height: NOTHING_HEIGHT };
    canvas.outline(area, RULE)?;
    let lines = lettering.wrap(why, RIGHT - LEFT - 60.0, 3)?;
    let mut base = top + (NOTHING_HEIGHT - tall(&lines, lettering)) / 2.0 + lettering.size;
    for line in lines {
        canvas.text(&line, (WIDTH / 2.0, base), Anchor::Middle, lettering, GREY)?;
        base += lettering.line_height();
    }
    Ok(())
}

/// Height of the body of a chart without figures.
pub(super) const NOTHING_HEIGHT: f64 = 140.0;

/// Period, as-of day and source in one line.
pub(super) fn footer(figures: Figures<'_>, texts: &Texts, source_line: &str) -> String {
    let period = period(figures.period, texts);
    let as_of = day(figures.as_of, texts.language());
    let run = texts.fill("charts-footer", &[("period", period.into()), ("day", as_of.into())]);
    // The caller's line may hold names of people's own making, as a project's title is.
    format!("{run} {}", super::figures::plain(source_line)).trim_end().to_owned()
}

/// `2025 r.`, or the first and the last day.
pub(super) fn period(period: Period, texts: &Texts) -> String {
    if is_whole_year(period) {
        let (year, _, _) = period.start.parts();
        return texts.fill("charts-period-year", &[("year", format!("{year:04}").into())]);
    }
    let language = texts.language();
    format!("{}–{}", day(period.start, language), day(period.end, language))
}

/// `w 2025 r.`, or from when to when: for the middle of a sentence.
pub(super) fn within(period: Period, texts: &Texts) -> String {
    let language = texts.language();
    let (year, _, _) = period.start.parts();
    if is_whole_year(period) {
        return texts.fill("charts-within-year", &[("year", format!("{year:04}").into())]);
    }
    let gaps =
        [("first", day(period.start, language).into()), ("last", day(period.end, language).into())];
    texts.fill("charts-within-days", &gaps)
}

/// Whether the period is a calendar year.
fn is_whole_year(period: Period) -> bool {
    let ((year, first_month, first), (last_year, last_month, last)) =
        (period.start.parts(), period.end.parts());
    year == last_year && (first_month, first, last_month, last) == (1, 1, 12, 31)
}

fn day(day: Day, language: Language) -> String {
    match language {
        Language::Polish => day.polish(),
        Language::English => day.to_string(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn tall(lines: &[String], lettering: Lettering) -> f64 {
    lines.len() as f64 * lettering.line_height()
}
