//! A sheet to draw on, in pixels of a screen; plotters' SVG backend does the drawing.
//!
//! The backend knows whole numbers only, so the sheet is four times as fine as the picture.
//! A coordinate that is not a number stops the chart: it would be drawn somewhere, as if it were one.

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, RGBColor, ShapeStyle, TextStyle};

use super::ChartError;
use super::lettering::{FAMILY, Lettering};
use super::palette::{Ink, WHITE};

/// Steps of the sheet in a pixel.
pub(super) const FINENESS: u32 = 4;
/// plotters writes a font size divided by this.
const FONT_SIZE_FACTOR: f64 = 1.24;
/// plotters' anchor `Top` puts the base line so much of the font size lower.
const TOP_TO_BASE_LINE: f64 = 0.76;

/// A step of the sheet, as plotters counts.
type BackendCoord = (i32, i32);

/// A place: pixels from the left, pixels from the top.
pub(super) type At = (f64, f64);

/// Which side of a text stands at its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// A rectangle in pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    pub(super) fn right(self) -> f64 {
        self.left + self.width
    }

    pub(super) fn bottom(self) -> f64 {
        self.top + self.height
    }
}

/// The sheet.
pub(super) struct Canvas<'a> {
    backend: SVGBackend<'a>,
}

impl<'a> Canvas<'a> {
    /// A white sheet; the SVG is written into `markup`.
    pub(super) fn new(markup: &'a mut String, width: f64, height: f64) -> Result<Self, ChartError> {
        let size = (steps(width)?.unsigned_abs(), steps(height)?.unsigned_abs());
        let mut canvas = Self { backend: SVGBackend::with_string(markup, size) };
        canvas.fill(Area { left: 0.0, top: 0.0, width, height }, WHITE)?;
        Ok(canvas)
    }

    /// A line of text; `at` lies on its base line.
    pub(super) fn text(
        &mut self,
        text: &str,
        at: At,
        anchor: Anchor,
        lettering: Lettering,
        ink: Ink,
    ) -> Result<(), ChartError> {
        let size = lettering.size * f64::from(FINENESS) * FONT_SIZE_FACTOR;
        let font = FontDesc::new(FontFamily::Name(FAMILY), size, lettering.style());
        let side = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let colour = colour(ink);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(side, VPos::Top));
        let place = place((at.0, at.1 - TOP_TO_BASE_LINE * lettering.size))?;
        self.backend.draw_text(text, &style, place).map_err(failed)
    }

    /// Lines of text, one below the other; `at` lies on the first base line.
    pub(super) fn lines(
        &mut self,
        lines: &[String],
        at: At,
        lettering: Lettering,
        ink: Ink,
    ) -> Result<(), ChartError> {
        let mut base = at.1;
        for line in lines {
            self.text(line, (at.0, base), Anchor::Left, lettering, ink)?;
            base += lettering.line_height();
        }
        Ok(())
    }

    /// A filled rectangle.
    pub(super) fn fill(&mut self, area: Area, ink: Ink) -> Result<(), ChartError> {
        let [from, to] = corners(area)?;
        self.backend.draw_rect(from, to, &stroke(ink, 0.0)?, true).map_err(failed)
    }

    /// The edge of a rectangle.
    pub(super) fn outline(&mut self, area: Area, ink: Ink) -> Result<(), ChartError> {
        let (right, bottom) = (area.right(), area.bottom());
        let corners = [
            (area.left, area.top),
            (right, area.top),
            (right, bottom),
            (area.left, bottom),
            (area.left, area.top),
        ];
        self.path(&corners, 1.0, ink)
    }

    /// Diagonal lines inside a rectangle, and its edge.
    pub(super) fn hatch(&mut self, area: Area, ink: Ink) -> Result<(), ChartError> {
        const GAP: f64 = 6.0;
        // Each line rises from the bottom or left edge to the top or right edge.
        let mut start = GAP;
        while start < area.width + area.height {
            let low =
                (area.left + (start - area.height).max(0.0), area.top + start.min(area.height));
            let high =
                (area.left + start.min(area.width), area.top + (start - area.width).max(0.0));
            self.line(low, high, 0.75, ink)?;
            start += GAP;
        }
        self.outline(area, ink)
    }

    /// A straight line.
    pub(super) fn line(
        &mut self,
        from: At,
        to: At,
        width: f64,
        ink: Ink,
    ) -> Result<(), ChartError> {
        self.backend.draw_line(place(from)?, place(to)?, &stroke(ink, width)?).map_err(failed)
    }

    /// A broken line between two places at the same height.
    pub(super) fn dashes(
        &mut self,
        (left, right): (f64, f64),
        height: f64,
        width: f64,
        ink: Ink,
    ) -> Result<(), ChartError> {
        let mut start = left;
        while start < right {
            self.line((start, height), ((start + 7.0).min(right), height), width, ink)?;
            start += 11.0;
        }
        Ok(())
    }

    /// A line through places.
    pub(super) fn path(&mut self, places: &[At], width: f64, ink: Ink) -> Result<(), ChartError> {
        let places = places.iter().copied().map(place).collect::<Result<Vec<_>, _>>()?;
        self.backend.draw_path(places, &stroke(ink, width)?).map_err(failed)
    }

    /// A round marker, filled, or white inside.
    pub(super) fn disc(
        &mut self,
        at: At,
        radius: f64,
        ink: Ink,
        full: bool,
    ) -> Result<(), ChartError> {
        let (at, radius) = (place(at)?, steps(radius)?.unsigned_abs());
        let inside = if full { ink } else { WHITE };
        self.backend.draw_circle(at, radius, &stroke(inside, 0.0)?, true).map_err(failed)?;
        self.backend.draw_circle(at, radius, &stroke(ink, 1.75)?, false).map_err(failed)
    }

    /// A square marker that stands on its corner, filled, or white inside.
    pub(super) fn diamond(
        &mut self,
        (x, y): At,
        radius: f64,
        ink: Ink,
        full: bool,
    ) -> Result<(), ChartError> {
        let corners =
            [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y), (x, y - radius)];
        let inside = if full { ink } else { WHITE };
        let places = corners.iter().copied().map(place).collect::<Result<Vec<_>, _>>()?;
        self.backend.fill_polygon(places, &stroke(inside, 0.0)?).map_err(failed)?;
        self.path(&corners, 1.75, ink)
    }

    /// Ends the drawing.
    pub(super) fn finish(mut self) -> Result<(), ChartError> {
        self.backend.present().map_err(failed)
    }
}

/// plotters does not export its own error.
fn failed(error: impl std::error::Error) -> ChartError {
    ChartError::Drawing(error.to_string())
}

fn colour(Ink(red, green, blue): Ink) -> RGBColor {
    RGBColor(red, green, blue)
}

fn stroke(ink: Ink, width: f64) -> Result<ShapeStyle, ChartError> {
    let stroke_width = steps(width)?.unsigned_abs();
    Ok(ShapeStyle { color: colour(ink).into(), filled: true, stroke_width })
}

/// The corner at the top left, the corner at the bottom right.
fn corners(area: Area) -> Result<[BackendCoord; 2], ChartError> {
    Ok([place((area.left, area.top))?, place((area.right(), area.bottom()))?])
}

fn place((x, y): At) -> Result<BackendCoord, ChartError> {
    Ok((steps(x)?, steps(y)?))
}

/// Pixels in steps of the sheet.
fn steps(pixels: f64) -> Result<i32, ChartError> {
    let steps = (pixels * f64::from(FINENESS)).round();
    if !(-1e6..=1e6).contains(&steps) {
        return Err(ChartError::OffTheSheet);
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 10^6")]
    let whole = steps as i32;
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_not_drawn() {
        let mut markup = String::new();
        let mut canvas = Canvas::new(&mut markup, 100.0, 100.0).unwrap();
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            let drawn = canvas.line((x, 0.0), (1.0, 1.0), 1.0, WHITE);
            assert!(matches!(drawn, Err(ChartError::OffTheSheet)), "{x}");
        }
    }
}
