//! Social-assistance benefits month by month, before entry and after exit.
//!
//! Two sets of people stand on this chart, and the notes say so: the line has everybody who was
//! observed in a month, the means have those whose whole window has closed.

use std::collections::BTreeMap;

use crate::catalogue::Texts;
use crate::model::{Counts, Grosze, Numerals};

use super::canvas::{Anchor, Area, At, Canvas};
use super::figures::{Figures, TOGETHER, Told};
use super::frame::{self, Frame, LEFT, RIGHT, Words};
use super::lettering::Lettering;
use super::numbers::Numbers;
use super::palette::{AXIS, BLACK, BLUE, GREY, RULE, SHADE};
use super::{ChartError, FEWEST, FIRM, Sketch};

const NAME: &str = "benefits_before_after";
const PATH: &str = "benefit_path";
const PLOT_LEFT: f64 = LEFT + 62.0;
const PLOT_HEIGHT: f64 = 270.0;
/// Width of the surface that stands for the stay, whatever its length was.
const STAY: f64 = 170.0;
const ABOVE_PLOT: f64 = 24.0;
const BELOW_PLOT: f64 = 72.0;
const LABEL: Lettering = Lettering::regular(12.0);
/// Longest window that is drawn, in months.
const LONGEST_WINDOW: i64 = 60;

/// One month of the line.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Point {
    total: Grosze,
    people: i64,
    value: f64,
}

/// A mean over a whole window.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Mean {
    total: Grosze,
    months: i64,
    value: f64,
    counts: Counts,
}

/// Draws the chart, if there is a path of benefits.
pub(super) fn sketch(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
) -> Result<Option<Sketch>, ChartError> {
    if !figures.has(PATH) {
        return Ok(None);
    }
    let path = figures.path(PATH);
    let points: BTreeMap<i64, Point> =
        path.iter().filter_map(|(month, told)| Some((*month, point(*told)?))).collect();
    let hidden = path.values().any(|told| *told == Told::Hidden);
    let window = path.keys().map(|month| month.abs()).max().unwrap_or(1).clamp(1, LONGEST_WINDOW);
    let means = means(figures);

    let words =
        words(figures, texts, source_line, &Shape { points: &points, window, hidden, means });
    let body = if points.is_empty() {
        frame::NOTHING_HEIGHT
    } else {
        ABOVE_PLOT + PLOT_HEIGHT + BELOW_PLOT
    };
    let frame = Frame::new(&words, body)?;
    let mut markup = String::new();
    let mut canvas = Canvas::new(&mut markup, frame::WIDTH, frame.height)?;
    frame.draw(&mut canvas)?;
    if points.is_empty() {
        let why = if hidden { "charts-all-hidden" } else { "charts-nobody" };
        frame::draw_nothing(&mut canvas, frame.top, &texts.text(why))?;
    } else {
        let plot = Plot::new(frame.top + ABOVE_PLOT, window, &points, means);
        plot.draw_axes(&mut canvas, texts, &points)?;
        if let Some(means) = means {
            plot.draw_means(&mut canvas, texts, means)?;
        }
        plot.draw_line(&mut canvas, &points)?;
    }
    canvas.finish()?;
    let alt = alt(texts, &words, &points);
    Ok(Some(Sketch { name: NAME, title: words.title, alt, markup }))
}

fn point(told: Told) -> Option<Point> {
    let (numerals, _) = told.open()?;
    let Numerals::MoneyMean(Some((total, people))) = numerals else { return None };
    Some(Point { total, people, value: numerals.value()? })
}

/// Both means, if both are open and rest on enough people.
fn means(figures: Figures<'_>) -> Option<[Mean; 2]> {
    let mean = |indicator| {
        let (numerals, counts) = figures.total(indicator, TOGETHER).open()?;
        let Numerals::MoneyMean(Some((total, months))) = numerals else { return None };
        let enough = i64::try_from(counts.counted).unwrap_or(i64::MAX) >= FEWEST;
        let value = numerals.value()?;
        enough.then_some(Mean { total, months, value, counts })
    };
    Some([mean("benefit_monthly_before")?, mean("benefit_monthly_after")?])
}

/// What the words depend on.
struct Shape<'a> {
    points: &'a BTreeMap<i64, Point>,
    window: i64,
    hidden: bool,
    means: Option<[Mean; 2]>,
}

fn words(figures: Figures<'_>, texts: &Texts, source_line: &str, shape: &Shape<'_>) -> Words {
    let numbers = Numbers::new(texts.language());
    let months = numbers.whole(shape.window);
    let finding = shape.means.and_then(|[before, after]| {
        let firm = before.counts.counted.min(after.counts.counted) >= FIRM.unsigned_abs();
        let before = numbers.zloty(before.total, before.months)?;
        let after = numbers.zloty(after.total, after.months)?;
        let gaps = [("before", before.into()), ("after", after.into())];
        let finding = texts.fill("charts-benefits-finding", &gaps);
        if firm {
            return Some(finding);
        }
        Some(format!("{finding}, {}", texts.text("charts-indicative")))
    });
    let mut notes = Vec::new();
    if let Some([before, _]) = shape.means {
        let counts = before.counts;
        let gaps = [
            ("n", counts.counted.into()),
            ("count", whole(numbers, counts.counted).into()),
            ("months", months.as_str().into()),
            ("pending", whole(numbers, counts.pending).into()),
            ("unknown", whole(numbers, counts.unknown).into()),
        ];
        notes.push(texts.fill("charts-benefits-means-note", &gaps));
        if counts.counted < FIRM.unsigned_abs() {
            notes.push(texts.text("charts-benefits-indicative-note"));
        }
    } else {
        notes.push(texts.text("charts-benefits-no-means-note"));
    }
    if !shape.points.is_empty() {
        notes.push(texts.text("charts-benefits-line-note"));
    }
    if shape.points.values().any(|point| point.people < FEWEST) {
        notes.push(texts.text("charts-benefits-hollow-note"));
    }
    if shape.hidden && !shape.points.is_empty() {
        notes.push(texts.text("charts-benefits-hidden-note"));
    }
    let within = frame::within(figures.period, texts);
    Words {
        title: finding.unwrap_or_else(|| texts.text("charts-benefits-title")),
        subtitle: texts.fill("charts-benefits-subtitle", &[("within", within.into())]),
        caveat: Some(texts.text("charts-benefits-caveat")),
        notes,
        footer: frame::footer(figures, texts, source_line),
    }
}

fn whole(numbers: Numbers, count: u64) -> String {
    numbers.whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Headline, caveat, and every point in words.
fn alt(texts: &Texts, words: &Words, points: &BTreeMap<i64, Point>) -> String {
    let numbers = Numbers::new(texts.language());
    let mut parts = vec![words.title.clone(), words.subtitle.clone()];
    parts.extend(words.caveat.clone());
    parts.extend(words.notes.iter().cloned());
    let told: Vec<String> = points
        .iter()
        .filter_map(|(month, point)| {
            let gaps = [
                ("month", numbers.whole(*month).into()),
                ("value", numbers.zloty_and_grosze(point.total, point.people)?.into()),
                ("n", point.people.into()),
                ("count", numbers.whole(point.people).into()),
            ];
            Some(texts.fill("charts-benefits-point", &gaps))
        })
        .collect();
    if !told.is_empty() {
        parts.push(format!("{}.", told.join("; ")));
    }
    super::sentences(&parts)
}

/// Where months and amounts stand.
struct Plot {
    area: Area,
    window: i64,
    slot: f64,
    step: f64,
    most: f64,
}

impl Plot {
    fn new(top: f64, window: i64, points: &BTreeMap<i64, Point>, means: Option<[Mean; 2]>) -> Self {
        let values = points.values().map(|point| point.value);
        let values = values.chain(means.into_iter().flatten().map(|mean| mean.value));
        let highest = values.fold(0.0, f64::max);
        let step = step(highest);
        let most = (highest / step).ceil().max(1.0) * step;
        let area = Area { left: PLOT_LEFT, top, width: RIGHT - PLOT_LEFT, height: PLOT_HEIGHT };
        let slot = (area.width - STAY) / (2.0 * small(window));
        Self { area, window, slot, step, most }
    }

    fn x(&self, month: i64) -> f64 {
        let half = small(self.window) * self.slot;
        if month < 0 {
            self.area.left + half + (small(month) + 0.5) * self.slot
        } else {
            self.area.left + half + STAY + (small(month) - 0.5) * self.slot
        }
    }

    fn y(&self, value: f64) -> f64 {
        self.area.bottom() - value / self.most * self.area.height
    }

    /// The surface between the last month before and the first month after.
    fn stay(&self) -> Area {
        let left = self.area.left + small(self.window) * self.slot;
        Area { left, width: STAY, ..self.area }
    }

    fn draw_axes(
        &self,
        canvas: &mut Canvas<'_>,
        texts: &Texts,
        points: &BTreeMap<i64, Point>,
    ) -> Result<(), ChartError> {
        let numbers = Numbers::new(texts.language());
        let (area, stay) = (self.area, self.stay());
        let unit = texts.text("charts-benefits-axis");
        canvas.text(&unit, (LEFT, area.top - 12.0), Anchor::Left, LABEL, GREY)?;
        let mut value = 0.0;
        while value <= self.most * 1.001 {
            let y = self.y(value);
            canvas.line((area.left, y), (area.right(), y), 0.75, RULE)?;
            #[expect(clippy::cast_possible_truncation, reason = "ticks are whole zł")]
            let label = numbers.whole(value.round() as i64);
            canvas.text(&label, (area.left - 8.0, y + 4.0), Anchor::Right, LABEL, GREY)?;
            value += self.step;
        }
        // Over the lines: the labels of the means stand on it.
        canvas.fill(stay, SHADE)?;
        canvas.line((area.left, area.bottom()), (area.right(), area.bottom()), 1.25, AXIS)?;

        let (months, people, names) =
            (area.bottom() + 21.0, area.bottom() + 39.0, area.bottom() + 64.0);
        let small_label = Lettering::regular(11.0);
        let every = self.every(points, small_label, numbers)?;
        for month in (-self.window..=self.window).filter(|month| *month != 0) {
            let x = self.x(month);
            canvas.line((x, area.bottom()), (x, area.bottom() + 4.0), 1.0, AXIS)?;
            if month % every == 0 || month.abs() == 1 && every < 3 {
                let label = numbers.whole(month);
                canvas.text(&label, (x, months), Anchor::Middle, small_label, BLACK)?;
                if let Some(point) = points.get(&month) {
                    let label = numbers.whole(point.people);
                    canvas.text(&label, (x, people), Anchor::Middle, small_label, GREY)?;
                }
            }
        }
        for (id, base) in [("charts-benefits-months", months), ("charts-benefits-people", people)] {
            let place = (area.left - 8.0, base);
            canvas.text(&texts.text(id), place, Anchor::Right, small_label, GREY)?;
        }
        let middle = |left: f64, right: f64| f64::midpoint(left, right);
        for (id, x, lettering) in [
            ("charts-benefits-before", middle(area.left, stay.left), LABEL),
            ("charts-benefits-stay", middle(stay.left, stay.right()), Lettering::bold(12.0)),
            ("charts-benefits-after", middle(stay.right(), area.right()), LABEL),
        ] {
            canvas.text(&texts.text(id), (x, names), Anchor::Middle, lettering, BLACK)?;
        }
        Ok(())
    }

    /// Which months have a label: each, or so few that labels do not touch.
    fn every(
        &self,
        points: &BTreeMap<i64, Point>,
        lettering: Lettering,
        numbers: Numbers,
    ) -> Result<i64, ChartError> {
        let mut widest = lettering.width(&numbers.whole(-self.window))?;
        for point in points.values() {
            widest = widest.max(lettering.width(&numbers.whole(point.people))?);
        }
        let fits = |every: &i64| small(*every) * self.slot >= widest + 5.0;
        Ok([1, 2, 3, 6, 12].iter().copied().find(fits).unwrap_or(12))
    }

    /// Broken lines at the means; their labels stand on the surface of the stay, where no data are.
    fn draw_means(
        &self,
        canvas: &mut Canvas<'_>,
        texts: &Texts,
        [before, after]: [Mean; 2],
    ) -> Result<(), ChartError> {
        let numbers = Numbers::new(texts.language());
        let stay = self.stay();
        let inner = 10.0;
        for (mean, id, from, to, at, anchor) in [
            (
                before,
                "charts-benefits-mean-before",
                self.area.left,
                stay.left + inner,
                stay.left + inner + 4.0,
                Anchor::Left,
            ),
            (
                after,
                "charts-benefits-mean-after",
                stay.right() - inner,
                self.area.right(),
                stay.right() - inner - 4.0,
                Anchor::Right,
            ),
        ] {
            let y = self.y(mean.value);
            canvas.dashes((from, to), y, 1.5, BLACK)?;
            // Two lines of text around the height of the mean, kept inside the plot.
            let base = y.clamp(self.area.top + 16.0, self.area.bottom() - 20.0);
            let small_label = Lettering::regular(11.0);
            canvas.text(&texts.text(id), (at, base - 3.0), anchor, small_label, BLACK)?;
            let amount = numbers.zloty_and_grosze(mean.total, mean.months).unwrap_or_default();
            canvas.text(&amount, (at, base + 12.0), anchor, Lettering::bold(12.5), BLACK)?;
        }
        Ok(())
    }

    /// The line, broken where a month is missing and at the stay; few people have a hollow marker.
    fn draw_line(
        &self,
        canvas: &mut Canvas<'_>,
        points: &BTreeMap<i64, Point>,
    ) -> Result<(), ChartError> {
        let months: Vec<i64> =
            (-self.window..=self.window).filter(|month| points.contains_key(month)).collect();
        let place =
            |month: i64| -> Option<At> { Some((self.x(month), self.y(points.get(&month)?.value))) };
        for pair in months.windows(2) {
            let [month, next] = *pair else { continue };
            if next - month == 1
                && let (Some(from), Some(to)) = (place(month), place(next))
            {
                canvas.line(from, to, 2.25, BLUE)?;
            }
        }
        for month in months {
            if let (Some(at), Some(point)) = (place(month), points.get(&month)) {
                canvas.disc(at, 4.0, BLUE, point.people >= FEWEST)?;
            }
        }
        Ok(())
    }
}

/// Distance of the ticks in whole zł: 1, 2 or 5 times a power of ten, about five of them.
fn step(highest: f64) -> f64 {
    let wanted = (highest / 5.0).clamp(1.0, 1e9);
    let power = 10.0_f64.powf(wanted.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= wanted * 0.999);
    factor.unwrap_or(10.0) * power
}

/// A number of months.
fn small(months: i64) -> f64 {
    i32::try_from(months).map_or(0.0, f64::from)
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "steps are exact")]
    fn ticks_stand_at_round_amounts() {
        for (highest, wanted) in
            [(0.0, 1.0), (4.9, 1.0), (269.0, 100.0), (90.0, 20.0), (1234.0, 500.0)]
        {
            assert_eq!(step(highest), wanted, "{highest}");
        }
    }
}
