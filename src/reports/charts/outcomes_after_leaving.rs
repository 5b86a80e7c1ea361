//! What became of people after leaving: one bar of 100 % for all centres and for each.

use crate::catalogue::Texts;
use crate::model::Numerals;

use super::canvas::{Anchor, Area, Canvas};
use super::figures::{Figures, TOGETHER, Told};
use super::frame::{self, Frame, LEFT, RIGHT, Words};
use super::lettering::Lettering;
use super::numbers::Numbers;
use super::palette::{AXIS, BLACK, GREY, SEGMENTS, Surface, WHITE};
use super::rows::{Row, rows};
use super::{ChartError, FEWEST, FIRM, Sketch};

const NAME: &str = "outcomes_after_leaving";
/// Who knows what became of a leaver; who is unknown here is unknown in all four.
const LEADING: &str = "leavers_working";
const KNOWN: [&str; 4] =
    [LEADING, "leavers_in_education", "leavers_job_seeking", "leavers_inactive"];
/// The segments' words, from left to right.
const LEGEND: [&str; 5] = [
    "charts-outcomes-working",
    "charts-outcomes-education",
    "charts-outcomes-seeking",
    "charts-outcomes-inactive",
    "charts-outcomes-unknown",
];
const NAME_WIDTH: f64 = 226.0;
const BAR_LEFT: f64 = LEFT + 322.0;
const BAR_HEIGHT: f64 = 32.0;
const LEGEND_LINE: f64 = 24.0;
const LABEL: Lettering = Lettering::regular(12.0);

/// Leavers of one row by what became of them; each in exactly one part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Parts {
    parts: [i64; 5],
    /// Leavers in no part: their situation is not looked at yet, or not at all.
    outside: i64,
}

impl Parts {
    fn total(&self) -> i64 {
        self.parts.iter().sum()
    }
}

/// Draws the chart, if there is the leading indicator.
pub(super) fn sketch(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
) -> Result<Option<Sketch>, ChartError> {
    if !figures.has(LEADING) {
        return Ok(None);
    }
    let rows = rows(figures, texts, NAME_WIDTH, BAR_HEIGHT + 4.0)?;
    let drawable = rows.iter().any(|row| bar(figures, row.centre).is_ok());
    let words = words(figures, texts, source_line);
    let legend = legend(texts)?;
    let legend_height = legend.last().map_or(0.0, |item| item.base) + 18.0;
    let rows_height: f64 = rows.iter().map(|row| row.height).sum();
    let body = if drawable { legend_height + rows_height } else { frame::NOTHING_HEIGHT };
    let frame = Frame::new(&words, body)?;
    let mut markup = String::new();
    let mut canvas = Canvas::new(&mut markup, frame::WIDTH, frame.height)?;
    frame.draw(&mut canvas)?;
    if drawable {
        draw_legend(&mut canvas, &legend, frame.top)?;
        let mut top = frame.top + legend_height;
        for row in &rows {
            let middle = row.draw(&mut canvas, top)?;
            draw_row(&mut canvas, texts, middle, bar(figures, row.centre))?;
            top += row.height;
        }
    } else {
        frame::draw_nothing(&mut canvas, frame.top, &texts.text(nothing(figures, &rows)))?;
    }
    canvas.finish()?;

    let mut parts = vec![words.title.clone(), words.subtitle.clone()];
    parts.extend(words.notes.iter().cloned());
    parts.extend(rows.iter().map(|row| sentence(texts, row, bar(figures, row.centre))));
    let alt = super::sentences(&parts);
    Ok(Some(Sketch { name: NAME, title: words.title, alt, markup }))
}

/// All parts of a row. One hidden part hides the bar, whose other parts would give it away.
fn parts(figures: Figures<'_>, centre: &str) -> Result<Parts, &'static str> {
    let mut parts = [0; 5];
    let mut outside = 0;
    for (part, indicator) in parts.iter_mut().zip(KNOWN) {
        match figures.total(indicator, centre) {
            Told::Hidden => return Err("charts-hidden"),
            Told::Open(Numerals::Count(count), _) if count >= 0 => *part = count,
            Told::Open(..) | Told::Absent => return Err("charts-absent"),
        }
    }
    if let (Some((_, counts)), [.., unknown]) = (figures.total(LEADING, centre).open(), &mut parts)
    {
        *unknown = i64::try_from(counts.unknown).unwrap_or(0);
        outside = i64::try_from(counts.pending.saturating_add(counts.excluded)).unwrap_or(0);
    }
    Ok(Parts { parts, outside })
}

/// The parts of a row that is drawn: with enough leavers.
fn bar(figures: Figures<'_>, centre: &str) -> Result<Parts, &'static str> {
    let parts = parts(figures, centre)?;
    if parts.total() < FEWEST { Err("charts-too-few") } else { Ok(parts) }
}

/// Why there is not a single bar.
fn nothing(figures: Figures<'_>, rows: &[Row<'_>]) -> &'static str {
    let all = || rows.iter().map(|row| parts(figures, row.centre));
    if all().any(|parts| parts == Err("charts-hidden")) {
        "charts-all-hidden"
    } else if all().any(|parts| parts.is_ok_and(|parts| parts.total() > 0)) {
        "charts-all-too-few"
    } else {
        "charts-nobody"
    }
}

fn words(figures: Figures<'_>, texts: &Texts, source_line: &str) -> Words {
    let numbers = Numbers::new(texts.language());
    let together = bar(figures, TOGETHER).ok();
    let finding = together.and_then(|parts| {
        let [working, ..] = parts.parts;
        let total = parts.total();
        let gaps = [
            ("working", numbers.whole(working).into()),
            ("n", total.into()),
            ("count", numbers.whole(total).into()),
            ("percent", numbers.percent(working, total)?.into()),
        ];
        let finding = texts.fill("charts-outcomes-finding", &gaps);
        if total >= FIRM {
            return Some(finding);
        }
        Some(format!("{finding}, {}", texts.text("charts-indicative")))
    });
    let within = frame::within(figures.period, texts);
    let mut notes = vec![texts.text("charts-outcomes-note")];
    if let Some(parts) = together {
        let [.., unknown] = parts.parts;
        let percent = numbers.percent(unknown, parts.total()).unwrap_or_default();
        let gaps = [("count", numbers.whole(unknown).into()), ("percent", percent.into())];
        notes.push(texts.fill("charts-outcomes-unknown-note", &gaps));
    }
    if let Some(outside) = together.map(|parts| parts.outside).filter(|outside| *outside > 0) {
        let gaps = [("count", numbers.whole(outside).into())];
        notes.push(texts.fill("charts-outcomes-outside-note", &gaps));
    }
    notes.push(texts.text("charts-few-note"));
    Words {
        title: finding.unwrap_or_else(|| texts.text("charts-outcomes-title")),
        subtitle: texts.fill("charts-outcomes-subtitle", &[("within", within.into())]),
        caveat: None,
        notes,
        footer: frame::footer(figures, texts, source_line),
    }
}

/// One row in words.
fn sentence(texts: &Texts, row: &Row<'_>, parts: Result<Parts, &'static str>) -> String {
    let numbers = Numbers::new(texts.language());
    match parts {
        Err(why) => format!("{}: {}.", row.name, texts.text(why)),
        Ok(parts) => {
            let total = parts.total();
            let told: Vec<String> = LEGEND
                .iter()
                .zip(parts.parts)
                .map(|(id, count)| format!("{} {}", texts.text(id), label(numbers, count, total)))
                .collect();
            let few = if total < FIRM {
                format!(", {}", texts.text("charts-indicative"))
            } else {
                String::new()
            };
            format!("{} (n = {}{few}): {}.", row.name, numbers.whole(total), told.join(", "))
        }
    }
}

/// `10 (52,6%)`.
fn label(numbers: Numbers, count: i64, total: i64) -> String {
    let percent = numbers.percent(count, total).unwrap_or_default();
    format!("{}\u{a0}({percent})", numbers.whole(count))
}

/// A word of the legend, and where it stands below the chart's top.
struct LegendItem {
    surface: Surface,
    text: String,
    left: f64,
    base: f64,
}

/// The legend from left to right, in as many lines as it needs.
fn legend(texts: &Texts) -> Result<Vec<LegendItem>, ChartError> {
    const SWATCH: f64 = 30.0;
    let (mut left, mut base) = (LEFT, 15.0);
    let mut items = Vec::new();
    for (surface, id) in SEGMENTS.into_iter().zip(LEGEND) {
        let text = texts.text(id);
        let width = SWATCH + LABEL.width(&text)?;
        if left > LEFT && left + width > RIGHT {
            left = LEFT;
            base += LEGEND_LINE;
        }
        items.push(LegendItem { surface, text, left, base });
        left += width + 22.0;
    }
    Ok(items)
}

fn draw_legend(canvas: &mut Canvas<'_>, legend: &[LegendItem], top: f64) -> Result<(), ChartError> {
    for item in legend {
        let base = top + item.base;
        let swatch = Area { left: item.left, top: base - 12.0, width: 22.0, height: 15.0 };
        draw_surface(canvas, swatch, item.surface)?;
        canvas.text(&item.text, (item.left + 29.0, base), Anchor::Left, LABEL, BLACK)?;
    }
    Ok(())
}

fn draw_surface(canvas: &mut Canvas<'_>, area: Area, surface: Surface) -> Result<(), ChartError> {
    canvas.fill(area, surface.fill)?;
    if surface.hatched { canvas.hatch(area, AXIS) } else { canvas.outline(area, surface.fill) }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    texts: &Texts,
    middle: f64,
    parts: Result<Parts, &'static str>,
) -> Result<(), ChartError> {
    let numbers = Numbers::new(texts.language());
    let parts = match parts {
        Ok(parts) => parts,
        Err(why) => {
            let place = (BAR_LEFT, middle + 4.5);
            return canvas.text(&texts.text(why), place, Anchor::Left, LABEL, GREY);
        }
    };
    let total = parts.total();
    let count = format!("n\u{a0}=\u{a0}{}", numbers.whole(total));
    let right = BAR_LEFT - 12.0;
    if total < FIRM {
        let small = Lettering::regular(11.0);
        let indicative = texts.text("charts-indicative");
        canvas.text(&count, (right, middle - 2.0), Anchor::Right, LABEL, GREY)?;
        canvas.text(&indicative, (right, middle + 13.0), Anchor::Right, small, BLACK)?;
    } else {
        canvas.text(&count, (right, middle + 4.5), Anchor::Right, LABEL, GREY)?;
    }
    let width = RIGHT - BAR_LEFT;
    let mut left = BAR_LEFT;
    for (surface, count) in SEGMENTS.into_iter().zip(parts.parts) {
        if count == 0 {
            continue;
        }
        let area = Area {
            left,
            top: middle - BAR_HEIGHT / 2.0,
            width: width * share(count, total),
            height: BAR_HEIGHT,
        };
        draw_surface(canvas, area, surface)?;
        draw_label(canvas, area, surface, numbers, count, total)?;
        left = area.right();
        // A white joint parts surfaces that a poor print would blend.
        canvas.line((left, area.top), (left, area.bottom()), 1.5, WHITE)?;
    }
    let bar = Area { left: BAR_LEFT, top: middle - BAR_HEIGHT / 2.0, width, height: BAR_HEIGHT };
    canvas.outline(bar, AXIS)
}

/// Count and percent in the segment, the count alone where it is narrow, nothing where that does not fit.
fn draw_label(
    canvas: &mut Canvas<'_>,
    area: Area,
    surface: Surface,
    numbers: Numbers,
    count: i64,
    total: i64,
) -> Result<(), ChartError> {
    let lettering = Lettering::bold(12.0);
    for text in [label(numbers, count, total), numbers.whole(count)] {
        let width = lettering.width(&text)?;
        if width + 3.5 > area.width {
            continue;
        }
        let middle = area.left + area.width / 2.0;
        if surface.hatched {
            // A white plate keeps the hatching out of the text.
            let plate = Area {
                left: (middle - width / 2.0 - 3.0).max(area.left + 1.0),
                top: area.top + 7.0,
                width: (width + 6.0).min(area.width - 2.0),
                height: area.height - 14.0,
            };
            canvas.fill(plate, WHITE)?;
        }
        let base = area.top + area.height / 2.0 + 4.5;
        return canvas.text(&text, (middle, base), Anchor::Middle, lettering, surface.text);
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts of leavers")]
fn share(count: i64, total: i64) -> f64 {
    count as f64 / total as f64
}
