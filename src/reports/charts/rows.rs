//! Rows of a chart by centre: all together first, then each centre in the order of the alphabet.

use crate::catalogue::Texts;

use super::ChartError;
use super::canvas::{Area, Canvas};
use super::figures::{Figures, TOGETHER, plain};
use super::frame::{LEFT, RIGHT};
use super::lettering::Lettering;
use super::palette::{BLACK, SHADE};

/// Room between a row and the next.
const GAP: f64 = 8.0;
/// Lines of a name that are drawn at most.
const MOST_LINES: usize = 3;

/// One row.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Row<'a> {
    /// The centre's key among the figures, `*` for all.
    pub(super) centre: &'a str,
    /// The name in full.
    pub(super) name: String,
    /// The name as it is drawn.
    lines: Vec<String>,
    /// Distance to the next row.
    pub(super) height: f64,
}

impl Row<'_> {
    /// Draws the surface and the name; the result is the middle of the row.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, top: f64) -> Result<f64, ChartError> {
        let lettering = lettering(self.centre);
        let height = self.height - GAP;
        let middle = top + height / 2.0;
        if self.centre == TOGETHER {
            let surface = Area { left: LEFT - 8.0, top, width: RIGHT - LEFT + 16.0, height };
            canvas.fill(surface, SHADE)?;
        }
        let first = middle - text_height(&self.lines, lettering) / 2.0 + lettering.size * 1.05;
        canvas.lines(&self.lines, (LEFT, first), lettering, BLACK)?;
        Ok(middle)
    }
}

/// The rows; `width` is the room for names, `least` the height of what stands beside them.
pub(super) fn rows<'a>(
    figures: Figures<'a>,
    texts: &Texts,
    width: f64,
    least: f64,
) -> Result<Vec<Row<'a>>, ChartError> {
    let mut centres = figures.centres();
    // A lone centre is all centres together: two rows would say the same twice.
    if centres.len() != 1 {
        centres.insert(0, TOGETHER);
    }
    let mut rows = Vec::new();
    for centre in centres {
        let together = centre == TOGETHER;
        let name = if together { texts.text("charts-together") } else { plain(centre) };
        let lettering = lettering(centre);
        let lines = lettering.wrap(&name, width, MOST_LINES)?;
        let height = least.max(text_height(&lines, lettering)) + GAP;
        rows.push(Row { centre, name, lines, height });
    }
    Ok(rows)
}

fn lettering(centre: &str) -> Lettering {
    if centre == TOGETHER { Lettering::bold(13.0) } else { Lettering::regular(13.0) }
}

#[expect(clippy::cast_precision_loss, reason = "three lines at most")]
fn text_height(lines: &[String], lettering: Lettering) -> f64 {
    lines.len() as f64 * lettering.line_height()
}
