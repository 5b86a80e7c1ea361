//! The plotted charts: four pictures that can be shown to a council, each as SVG and PNG.
//!
//! They answer: what happened to benefits before and after, who took up work, whether centres differ by more than chance, what became of people
//! after leaving. Every number on them, in their titles and in their descriptions comes from
//! [`Publishable`]; a hidden figure leaves a gap and a word about it, never a shape that would give it
//! away. A rate under [`FEWEST`] units is not drawn, one under [`FIRM`] is marked as indicative, and
//! centres stand in the order of the alphabet, because overlapping intervals are no ranking.
//!
//! A chart whose indicator is not among the figures is left out; one whose indicator is there but has
//! nothing to show (nobody counted, all hidden, too few) is drawn with a sentence that says so.
//! Same figures, same bytes.

mod benefits_before_after;
mod canvas;
mod employment_by_centre;
mod employment_funnel;
mod figures;
mod finish;
#[cfg(test)]
mod fixture;
mod frame;
mod lettering;
mod numbers;
mod outcomes_after_leaving;
mod palette;
mod rows;
#[cfg(test)]
mod tests;

use thiserror::Error;

use crate::catalogue::Texts;
use crate::disclosure::Publishable;

use figures::Figures;

/// Fewest units of which a rate is shown.
pub(super) const FEWEST: i64 = 10;
/// Fewest units of which a rate is more than indicative.
pub(super) const FIRM: i64 = 30;

/// One chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartFile {
    /// Name of its files without extension, such as `benefits_before_after`.
    pub name: &'static str,
    /// The finding, one sentence, plain text.
    pub title: String,
    /// All that the chart says, in words, plain text: for screen readers.
    pub alt: String,
    /// The chart, 900 pixels wide; its text is outlines, so it needs no font.
    pub svg: String,
    /// The same picture at twice the size, 1800 pixels wide.
    pub png: Vec<u8>,
}

/// Why a chart could not be drawn; none of these depends on what people wrote into their files.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ChartError {
    /// The font that is compiled in could not be read.
    #[error("the font of the charts cannot be read")]
    Font,
    /// A coordinate was not a number, or lay far outside.
    #[error("a chart would be drawn outside its sheet")]
    OffTheSheet,
    /// The drawing failed.
    #[error("a chart could not be drawn: {0}")]
    Drawing(String),
    /// The SVG could not be read back.
    #[error("a chart could not be turned into outlines: {0}")]
    Outline(String),
    /// The picture could not be made.
    #[error("a chart could not be turned into a picture")]
    Picture,
}

/// A drawing with its text still as text.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Sketch {
    name: &'static str,
    title: String,
    alt: String,
    markup: String,
}

/// Draws all charts for which there are figures, in the order in which reports show them.
///
/// `source_line` stands at the foot of each: program, version, period, as-of day.
pub fn draw_all(
    figures: &Publishable,
    texts: &Texts,
    source_line: &str,
) -> Result<Vec<ChartFile>, ChartError> {
    sketch_all(Figures::new(figures), texts, source_line)?
        .into_iter()
        .map(|sketch| finish::finish(sketch, texts.language()))
        .collect()
}

fn sketch_all(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
) -> Result<Vec<Sketch>, ChartError> {
    let sketches = [
        benefits_before_after::sketch(figures, texts, source_line)?,
        employment_by_centre::sketch(figures, texts, source_line)?,
        outcomes_after_leaving::sketch(figures, texts, source_line)?,
        employment_funnel::sketch(figures, texts, source_line)?,
    ];
    Ok(sketches.into_iter().flatten().collect())
}

/// Sentences one after the other; a headline gets its full stop.
fn sentences(parts: &[String]) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(part);
        if !part.ends_with(['.', '!', '?']) {
            text.push('.');
        }
    }
    text
}
