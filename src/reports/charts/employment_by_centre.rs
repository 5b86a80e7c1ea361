//! Work after leaving, by centre: a dot with its Wilson interval.

use crate::catalogue::Texts;
use crate::model::{Counts, Numerals};

use super::canvas::{Anchor, Area, At, Canvas};
use super::figures::{Figures, TOGETHER, Told};
use super::frame::{self, Frame, LEFT, RIGHT, Words};
use super::lettering::Lettering;
use super::numbers::Numbers;
use super::palette::{AXIS, BLACK, BLUE, GREY, Ink, RULE, SHADE, VERMILLION, WHITE};
use super::rows::{Row, rows};
use super::{ChartError, FEWEST, FIRM, Sketch};

const NAME: &str = "employment_by_centre";
const NAME_WIDTH: f64 = 226.0;
const COUNT_RIGHT: f64 = LEFT + 300.0;
const PLOT_LEFT: f64 = LEFT + 318.0;
const VALUE_LEFT: f64 = RIGHT - 124.0;
const PLOT_RIGHT: f64 = VALUE_LEFT - 18.0;
/// Distance of the two series in a row.
const LINE: f64 = 19.0;
const LEGEND_LINE: f64 = 21.0;
const TICKS: f64 = 24.0;
const LABEL: Lettering = Lettering::regular(12.0);

/// A marker of its own shape and colour for each indicator.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Series {
    indicator: &'static str,
    legend: &'static str,
    note: &'static str,
    ink: Ink,
    round: bool,
}

const SERIES: [Series; 2] = [
    Series {
        indicator: "labour_market_entry_rate",
        legend: "charts-employment-entry",
        note: "charts-employment-entry-note",
        ink: BLUE,
        round: true,
    },
    Series {
        indicator: "employment_rate_6m",
        legend: "charts-employment-6m",
        note: "charts-employment-6m-note",
        ink: VERMILLION,
        round: false,
    },
];

/// A rate that may be drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Rate {
    numerator: i64,
    denominator: i64,
    value: f64,
    interval: (f64, f64),
}

/// Draws the chart, if there is the leading indicator.
pub(super) fn sketch(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
) -> Result<Option<Sketch>, ChartError> {
    if !figures.has(SERIES[0].indicator) {
        return Ok(None);
    }
    let series: Vec<Series> =
        SERIES.into_iter().filter(|series| figures.has(series.indicator)).collect();
    let rows = rows(figures, texts, NAME_WIDTH, LINE * small(series.len()) + 2.0)?;
    let told = |row: &Row<'_>, series: &Series| figures.total(series.indicator, row.centre);
    let drawable =
        rows.iter().any(|row| series.iter().any(|series| rate(told(row, series)).is_ok()));

    let words = words(figures, texts, source_line, &series, rows.len());
    let plot_height: f64 = rows.iter().map(|row| row.height).sum();
    let legend_height = LEGEND_LINE * small(series.len()) + 8.0;
    let body =
        if drawable { legend_height + plot_height + 2.0 * TICKS } else { frame::NOTHING_HEIGHT };
    let frame = Frame::new(&words, body)?;
    let mut markup = String::new();
    let mut canvas = Canvas::new(&mut markup, frame::WIDTH, frame.height)?;
    frame.draw(&mut canvas)?;
    if drawable {
        draw_legend(&mut canvas, texts, &series, frame.top)?;
        let top = frame.top + legend_height + TICKS;
        let plot =
            Area { left: PLOT_LEFT, top, width: PLOT_RIGHT - PLOT_LEFT, height: plot_height };
        let row_top =
            |index: usize| top + rows.iter().take(index).map(|row| row.height).sum::<f64>();
        let mut middles = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            middles.push(row.draw(&mut canvas, row_top(index) + 4.0)?);
        }
        draw_scale(&mut canvas, texts, plot)?;
        for (row, middle) in rows.iter().zip(middles) {
            let figures: Vec<(Series, Told)> =
                series.iter().map(|series| (*series, told(row, series))).collect();
            draw_row(&mut canvas, texts, plot, middle, row.centre == TOGETHER, &figures)?;
        }
    } else {
        let why = nothing(&rows, &series, told);
        frame::draw_nothing(&mut canvas, frame.top, &texts.text(why))?;
    }
    canvas.finish()?;

    let mut parts = vec![words.title.clone(), words.subtitle.clone()];
    parts.extend(words.notes.iter().cloned());
    for row in &rows {
        for series in &series {
            parts.push(sentence(texts, row, *series, told(row, series)));
        }
    }
    let alt = super::sentences(&parts);
    Ok(Some(Sketch { name: NAME, title: words.title, alt, markup }))
}

/// Why there is not a single rate.
fn nothing(
    rows: &[Row<'_>],
    series: &[Series],
    told: impl Fn(&Row<'_>, &Series) -> Told,
) -> &'static str {
    let all = || rows.iter().flat_map(|row| series.iter().map(|series| told(row, series)));
    let counted = |told: Told| told.open().is_some_and(|(_, counts)| counts.counted > 0);
    if all().any(|told| told == Told::Hidden) {
        "charts-all-hidden"
    } else if all().any(counted) {
        "charts-all-too-few"
    } else {
        "charts-nobody"
    }
}

/// The rate, or the message that says why there is none.
fn rate(told: Told) -> Result<Rate, &'static str> {
    let numerals = match told {
        Told::Open(numerals, _) => numerals,
        Told::Hidden => return Err("charts-hidden"),
        Told::Absent => return Err("charts-absent"),
    };
    let Numerals::Share { numerator, denominator, .. } = numerals else {
        return Err("charts-absent");
    };
    let (Some(value), Some(interval)) = (numerals.value(), numerals.interval()) else {
        return Err("charts-too-few");
    };
    if denominator < FEWEST {
        return Err("charts-too-few");
    }
    Ok(Rate { numerator, denominator, value, interval })
}

fn words(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
    series: &[Series],
    rows: usize,
) -> Words {
    let numbers = Numbers::new(texts.language());
    let finding = rate(figures.total(SERIES[0].indicator, TOGETHER)).ok().and_then(|rate| {
        let gaps = [
            ("percent", numbers.percent(rate.numerator, rate.denominator)?.into()),
            ("successes", numbers.whole(rate.numerator).into()),
            ("count", numbers.whole(rate.denominator).into()),
            ("range", numbers.percent_range(rate.interval).into()),
        ];
        let finding = texts.fill("charts-employment-finding", &gaps);
        if rate.denominator >= FIRM {
            return Some(finding);
        }
        Some(format!("{finding}, {}", texts.text("charts-indicative")))
    });
    let within = frame::within(figures.period, texts);
    let mut subtitle = vec![texts.fill("charts-employment-subtitle", &[("within", within.into())])];
    if rows > 1 {
        subtitle.push(texts.text("charts-employment-no-ranking"));
    }
    let mut notes = Vec::new();
    for series in series {
        let counts = figures.total(series.indicator, TOGETHER).open().map(|(_, counts)| counts);
        notes.push(match counts {
            Some(counts) => texts.fill(series.note, &count_gaps(numbers, counts)),
            None => texts.fill("charts-note-hidden", &[("what", texts.text(series.legend).into())]),
        });
    }
    notes.push(texts.text("charts-indicative-note"));
    Words {
        title: finding.unwrap_or_else(|| texts.text("charts-employment-title")),
        subtitle: super::sentences(&subtitle),
        caveat: None,
        notes,
        footer: frame::footer(figures, texts, source_line),
    }
}

fn count_gaps(numbers: Numbers, counts: Counts) -> Vec<(&'static str, crate::catalogue::Argument)> {
    let whole = |count: u64| numbers.whole(i64::try_from(count).unwrap_or(i64::MAX));
    vec![
        ("counted", whole(counts.counted).into()),
        ("excluded", whole(counts.excluded).into()),
        ("pending", whole(counts.pending).into()),
        ("unknown", whole(counts.unknown).into()),
    ]
}

/// One figure of one row in words.
fn sentence(texts: &Texts, row: &Row<'_>, series: Series, told: Told) -> String {
    let numbers = Numbers::new(texts.language());
    let what = texts.text(series.legend);
    let value = match rate(told) {
        Ok(rate) => {
            let percent = numbers.percent(rate.numerator, rate.denominator).unwrap_or_default();
            let gaps = [
                ("percent", percent.into()),
                ("successes", numbers.whole(rate.numerator).into()),
                ("count", numbers.whole(rate.denominator).into()),
                ("range", numbers.percent_range(rate.interval).into()),
            ];
            let value = texts.fill("charts-employment-value", &gaps);
            if rate.denominator >= FIRM {
                value
            } else {
                format!("{value}, {}", texts.text("charts-indicative"))
            }
        }
        Err(why) => texts.text(why),
    };
    format!("{}, {what}: {value}.", row.name)
}

fn draw_legend(
    canvas: &mut Canvas<'_>,
    texts: &Texts,
    series: &[Series],
    top: f64,
) -> Result<(), ChartError> {
    let mut base = top + 14.0;
    for series in series {
        let middle = base - 4.5;
        canvas.line((LEFT, middle), (LEFT + 28.0, middle), 2.25, series.ink)?;
        draw_marker(canvas, (LEFT + 14.0, middle), *series, true)?;
        let text = texts.text(series.legend);
        canvas.text(&text, (LEFT + 38.0, base), Anchor::Left, Lettering::bold(12.5), series.ink)?;
        base += LEGEND_LINE;
    }
    Ok(())
}

/// Lines at every 20 %, with labels above and below.
fn draw_scale(canvas: &mut Canvas<'_>, texts: &Texts, plot: Area) -> Result<(), ChartError> {
    let numbers = Numbers::new(texts.language());
    for percent in [0_i32, 20, 40, 60, 80, 100] {
        let x = plot.left + plot.width * f64::from(percent) / 100.0;
        let ink = if percent == 0 { AXIS } else { RULE };
        canvas.line((x, plot.top), (x, plot.bottom()), 1.0, ink)?;
        let label = format!("{}%", numbers.whole(percent.into()));
        for base in [plot.top - 8.0, plot.bottom() + 16.0] {
            canvas.text(&label, (x, base), Anchor::Middle, LABEL, GREY)?;
        }
    }
    Ok(())
}

/// The series of a row, one below the other; one word for both where both are missing alike.
fn draw_row(
    canvas: &mut Canvas<'_>,
    texts: &Texts,
    plot: Area,
    middle: f64,
    together: bool,
    figures: &[(Series, Told)],
) -> Result<(), ChartError> {
    let behind = if together { SHADE } else { WHITE };
    let rates: Vec<_> = figures.iter().map(|(_, told)| rate(*told)).collect();
    if let [Err(first), Err(second)] = rates.as_slice()
        && first == second
    {
        return draw_reason(canvas, &texts.text(first), (plot.left + 8.0, middle + 4.5), behind);
    }
    let mut line = middle - LINE * small(figures.len().saturating_sub(1)) / 2.0;
    for ((series, _), rate) in figures.iter().zip(rates) {
        match rate {
            Ok(rate) => draw_rate(canvas, texts, plot, line, *series, rate)?,
            Err(why) => {
                draw_reason(canvas, &texts.text(why), (plot.left + 8.0, line + 4.5), behind)?;
            }
        }
        line += LINE;
    }
    Ok(())
}

/// Why there is no rate, on a plate that covers the lines of the scale.
fn draw_reason(
    canvas: &mut Canvas<'_>,
    reason: &str,
    (left, base): At,
    behind: Ink,
) -> Result<(), ChartError> {
    let width = LABEL.width(reason)? + 8.0;
    canvas.fill(Area { left: left - 4.0, top: base - 12.0, width, height: 16.0 }, behind)?;
    canvas.text(reason, (left, base), Anchor::Left, LABEL, GREY)
}

fn draw_rate(
    canvas: &mut Canvas<'_>,
    texts: &Texts,
    plot: Area,
    middle: f64,
    series: Series,
    rate: Rate,
) -> Result<(), ChartError> {
    let numbers = Numbers::new(texts.language());
    let base = middle + 4.5;
    let firm = rate.denominator >= FIRM;
    let x = |share: f64| plot.left + plot.width * share;
    let (low, high) = (x(rate.interval.0), x(rate.interval.1));
    canvas.line((low, middle), (high, middle), if firm { 2.25 } else { 1.25 }, series.ink)?;
    for end in [low, high] {
        canvas.line((end, middle - 4.0), (end, middle + 4.0), 1.25, series.ink)?;
    }
    draw_marker(canvas, (x(rate.value), middle), series, firm)?;

    let count = format!("n = {}", numbers.whole(rate.denominator)).replace(' ', "\u{a0}");
    canvas.text(&count, (COUNT_RIGHT, base), Anchor::Right, LABEL, GREY)?;
    let percent = numbers.percent(rate.numerator, rate.denominator).unwrap_or_default();
    let bold = Lettering::bold(12.5);
    canvas.text(&percent, (VALUE_LEFT + 44.0, base), Anchor::Right, bold, series.ink)?;
    if !firm {
        let small = Lettering::regular(11.0);
        let indicative = texts.text("charts-indicative");
        canvas.text(&indicative, (VALUE_LEFT + 50.0, base), Anchor::Left, small, BLACK)?;
    }
    Ok(())
}

fn draw_marker(
    canvas: &mut Canvas<'_>,
    at: At,
    series: Series,
    full: bool,
) -> Result<(), ChartError> {
    if series.round {
        canvas.disc(at, 4.75, series.ink, full)
    } else {
        canvas.diamond(at, 5.75, series.ink, full)
    }
}

/// A number of lines.
fn small(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}
