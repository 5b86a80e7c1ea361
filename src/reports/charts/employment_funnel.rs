//! Work after completion against chance: a dot for each centre by its size, and the limits between which a
//! centre of that size lies by chance alone, so that a small one is not shamed by it.

use crate::catalogue::Texts;
use crate::model::{FUNNEL_TAILS, FunnelPlace, Numerals, funnel_limits};

use super::canvas::{Anchor, Area, At, Canvas};
use super::figures::{Figures, TOGETHER, Told};
use super::frame::{self, Frame, LEFT, RIGHT, Words};
use super::lettering::Lettering;
use super::numbers::Numbers;
use super::palette::{AXIS, BLACK, BLUE, GREY, RULE};
use super::{ChartError, FEWEST, FIRM, Sketch};

const NAME: &str = "employment_funnel";
const INDICATOR: &str = "labour_market_entry_rate";
/// Fewer centres make no funnel.
const FEWEST_CENTRES: usize = 2;
const PLOT_LEFT: f64 = LEFT + 52.0;
const PLOT_RIGHT: f64 = RIGHT - 62.0;
const PLOT_HEIGHT: f64 = 360.0;
const AXIS_HEIGHT: f64 = 46.0;
const LABEL: Lettering = Lettering::regular(12.0);
const DOT: f64 = 5.0;

/// A centre that may be drawn.
struct Dot<'a> {
    name: &'a str,
    numerator: i64,
    denominator: i64,
    share: f64,
}

/// Draws the chart, if the indicator is there and there are centres enough.
pub(super) fn sketch(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
) -> Result<Option<Sketch>, ChartError> {
    let centres = figures.centres();
    let overall = share(figures.total(INDICATOR, TOGETHER));
    let dots: Vec<Dot<'_>> = centres
        .iter()
        .filter_map(|name| {
            let (numerator, denominator, share) = share(figures.total(INDICATOR, name))?;
            Some(Dot { name, numerator, denominator, share })
        })
        .collect();
    let Some((successes, counted, overall)) = overall.filter(|_| dots.len() >= FEWEST_CENTRES)
    else {
        return Ok(None);
    };
    let largest = dots.iter().map(|dot| dot.denominator).max().unwrap_or(1);
    let width = PLOT_RIGHT - PLOT_LEFT;
    let plot = |top| Area { left: PLOT_LEFT, top, width, height: PLOT_HEIGHT };
    let names = names(Scale::new(plot(0.0), largest), &dots)?;
    let overall_counts = (successes, counted, overall);
    let mut words = words(figures, texts, source_line, &dots, overall_counts, centres.len());
    if names.iter().any(Option::is_none) {
        words.notes.push(texts.text("charts-funnel-unnamed"));
    }
    let frame = Frame::new(&words, PLOT_HEIGHT + AXIS_HEIGHT)?;
    let mut markup = String::new();
    let mut canvas = Canvas::new(&mut markup, frame::WIDTH, frame.height)?;
    frame.draw(&mut canvas)?;
    let scale = Scale::new(plot(frame.top + 8.0), largest);
    draw_axes(&mut canvas, texts, scale)?;
    draw_limits(&mut canvas, texts, scale, overall)?;
    draw_dots(&mut canvas, scale, &dots, &names)?;
    canvas.finish()?;
    let mut parts = vec![words.title.clone(), words.subtitle.clone()];
    parts.extend(words.notes.iter().cloned());
    for name in &centres {
        let dot = dots.iter().find(|dot| dot.name == *name);
        parts.push(match dot {
            Some(dot) => sentence(texts, dot, overall),
            None => format!("{name}: {}.", missing(texts, figures.total(INDICATOR, name))),
        });
    }
    let alt = super::sentences(&parts);
    Ok(Some(Sketch { name: NAME, title: words.title, alt, markup }))
}

/// Successes, units and share of a rate that may be drawn.
fn share(told: Told) -> Option<(i64, i64, f64)> {
    let (numerals, _) = told.open()?;
    let Numerals::Share { numerator, denominator, .. } = numerals else { return None };
    (denominator >= FEWEST).then_some((numerator, denominator, numerals.value()?))
}

fn words(
    figures: Figures<'_>,
    texts: &Texts,
    source_line: &str,
    dots: &[Dot<'_>],
    (successes, counted, overall): (i64, i64, f64),
    centres: usize,
) -> Words {
    let numbers = Numbers::new(texts.language());
    let inside = dots.iter().filter(|dot| place(dot, overall) == "charts-funnel-within").count();
    let percent = numbers.percent(successes, counted).unwrap_or_default();
    let gaps = [
        ("inside", whole(inside).into()),
        ("count", whole(dots.len()).into()),
        ("percent", percent.into()),
        ("successes", numbers.whole(successes).into()),
        ("counted", numbers.whole(counted).into()),
        ("within", frame::within(figures.period, texts).into()),
    ];
    let mut notes = vec![texts.fill("charts-funnel-note", &gaps)];
    if dots.iter().any(|dot| dot.denominator < FIRM) {
        notes.push(texts.text("charts-indicative-note"));
    }
    if dots.len() < centres {
        let missing = [("count", whole(centres - dots.len()).into())];
        notes.push(texts.fill("charts-funnel-missing", &missing));
    }
    Words {
        title: texts.fill("charts-funnel-finding", &gaps),
        subtitle: texts.fill("charts-funnel-subtitle", &gaps),
        caveat: None,
        notes,
        footer: frame::footer(figures, texts, source_line),
    }
}

/// Where a centre lies, as a text.
fn place(dot: &Dot<'_>, overall: f64) -> &'static str {
    let size = u32::try_from(dot.denominator).unwrap_or(0);
    match FunnelPlace::of(dot.share, overall, size) {
        Some(FunnelPlace::Outside) => "charts-funnel-outside",
        Some(FunnelPlace::Between) => "charts-funnel-between",
        Some(FunnelPlace::Within) | None => "charts-funnel-within",
    }
}

/// Why a centre has no dot.
fn missing(texts: &Texts, told: Told) -> String {
    texts.text(match told {
        Told::Open(..) => "charts-too-few",
        Told::Hidden => "charts-hidden",
        Told::Absent => "charts-absent",
    })
}

fn sentence(texts: &Texts, dot: &Dot<'_>, overall: f64) -> String {
    let numbers = Numbers::new(texts.language());
    let gaps = [
        ("centre", dot.name.to_owned().into()),
        ("percent", numbers.percent(dot.numerator, dot.denominator).unwrap_or_default().into()),
        ("successes", numbers.whole(dot.numerator).into()),
        ("count", numbers.whole(dot.denominator).into()),
        ("place", texts.text(place(dot, overall)).into()),
    ];
    let sentence = texts.fill("charts-funnel-centre", &gaps);
    if dot.denominator >= FIRM {
        return sentence;
    }
    format!("{} ({}).", sentence.trim_end_matches('.'), texts.text("charts-indicative"))
}

/// From people and shares to places.
#[derive(Clone, Copy)]
struct Scale {
    plot: Area,
    /// People at the right edge.
    people: f64,
    /// People between two marks.
    step: i64,
}

impl Scale {
    fn new(plot: Area, largest: i64) -> Self {
        let steps = [5_i64, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000];
        let step = steps.into_iter().find(|step| largest / step < 8).unwrap_or(largest.max(1));
        let people = (largest / step + 1) * step;
        let people = u32::try_from(people).map_or(1.0, f64::from);
        Self { plot, people, step }
    }

    fn x(self, people: f64) -> f64 {
        self.plot.left + self.plot.width * people / self.people
    }

    fn at(self, dot: &Dot<'_>) -> At {
        let people = u32::try_from(dot.denominator).map_or(0.0, f64::from);
        (self.x(people), self.y(dot.share))
    }

    fn y(self, share: f64) -> f64 {
        self.plot.bottom() - self.plot.height * share
    }
}

fn draw_axes(canvas: &mut Canvas<'_>, texts: &Texts, scale: Scale) -> Result<(), ChartError> {
    let numbers = Numbers::new(texts.language());
    let plot = scale.plot;
    for percent in [0_i32, 20, 40, 60, 80, 100] {
        let y = scale.y(f64::from(percent) / 100.0);
        let ink = if percent == 0 { AXIS } else { RULE };
        canvas.line((plot.left, y), (plot.right(), y), 1.0, ink)?;
        let label = format!("{}%", numbers.whole(percent.into()));
        canvas.text(&label, (plot.left - 8.0, y + 4.5), Anchor::Right, LABEL, GREY)?;
    }
    let mut people = 0_i64;
    loop {
        let x = scale.x(u32::try_from(people).map_or(0.0, f64::from));
        if x > plot.right() + 0.5 {
            break;
        }
        canvas.line((x, plot.bottom()), (x, plot.bottom() + 5.0), 1.0, AXIS)?;
        let label = numbers.whole(people);
        canvas.text(&label, (x, plot.bottom() + 19.0), Anchor::Middle, LABEL, GREY)?;
        people += scale.step;
    }
    let middle = f64::midpoint(plot.left, plot.right());
    let title = texts.text("charts-funnel-people");
    canvas.text(&title, (middle, plot.bottom() + 38.0), Anchor::Middle, LABEL, GREY)
}

/// The overall share and both pairs of limits, each named at its right end.
fn draw_limits(
    canvas: &mut Canvas<'_>,
    texts: &Texts,
    scale: Scale,
    overall: f64,
) -> Result<(), ChartError> {
    let plot = scale.plot;
    let y = scale.y(overall);
    canvas.line((plot.left, y), (plot.right(), y), 1.5, BLACK)?;
    canvas.text(
        &texts.text("charts-together-short"),
        (plot.right() + 6.0, y + 4.5),
        Anchor::Left,
        LABEL,
        BLACK,
    )?;
    let mut ends: Vec<f64> = vec![y];
    for (tail, name, width) in
        [(FUNNEL_TAILS[0], "charts-funnel-95", 1.75), (FUNNEL_TAILS[1], "charts-funnel-998", 0.9)]
    {
        let mut lower: Vec<At> = Vec::new();
        let mut upper: Vec<At> = Vec::new();
        let mut people = 1_u32;
        while f64::from(people) <= scale.people {
            if let Some((low, high)) = funnel_limits(overall, people, tail) {
                lower.push((scale.x(f64::from(people)), scale.y(low)));
                upper.push((scale.x(f64::from(people)), scale.y(high)));
            }
            // Fine where the curve bends, coarse where it hardly does.
            people += 1 + people / 60;
        }
        canvas.path(&lower, width, GREY)?;
        canvas.path(&upper, width, GREY)?;
        for end in [lower.last(), upper.last()].into_iter().flatten() {
            let free = ends.iter().all(|known| (known - end.1).abs() >= 14.0);
            if free {
                let at = (plot.right() + 6.0, end.1 + 4.5);
                canvas.text(&texts.text(name), at, Anchor::Left, LABEL, GREY)?;
                ends.push(end.1);
            }
        }
    }
    Ok(())
}

/// Dots with their names; a line leads to a name that stands farther off.
fn draw_dots(
    canvas: &mut Canvas<'_>,
    scale: Scale,
    dots: &[Dot<'_>],
    names: &[Option<Name>],
) -> Result<(), ChartError> {
    for (dot, name) in dots.iter().zip(names) {
        let (x, y) = scale.at(dot);
        if let Some(name) = name {
            let base = scale.plot.top + name.base;
            if name.is_far {
                canvas.line((x, y), (name.left - 3.0, base - 4.0), 0.75, AXIS)?;
            }
            canvas.text(&name.text, (name.left, base), Anchor::Left, LABEL, BLUE)?;
        }
        canvas.disc((x, y), DOT, BLUE, dot.denominator >= FIRM)?;
    }
    Ok(())
}

/// The name of a dot; its base line counted from the top of the plot.
struct Name {
    text: String,
    left: f64,
    base: f64,
    is_far: bool,
}

/// Where each name covers nothing else; `None` where there is no room. `scale` is of a plot at the top.
fn names(scale: Scale, dots: &[Dot<'_>]) -> Result<Vec<Option<Name>>, ChartError> {
    let mut taken: Vec<Area> = dots
        .iter()
        .map(|dot| {
            let (x, y) = scale.at(dot);
            Area { left: x - DOT, top: y - DOT, width: 2.0 * DOT, height: 2.0 * DOT }
        })
        .collect();
    let mut names = Vec::new();
    for dot in dots {
        let (x, y) = scale.at(dot);
        let text = LABEL.wrap(dot.name, 260.0, 1)?.concat();
        let width = LABEL.width(&text)?;
        // Beside, above and below the dot, then farther and farther off.
        let mut places = vec![
            (x + 10.0, y + 4.5),
            (x - 10.0 - width, y + 4.5),
            (x - width / 2.0, y - 10.0),
            (x - width / 2.0, y + 20.0),
        ];
        let near = places.len();
        for lines in 1..12 {
            let off = f64::from(lines) * 15.0;
            places.extend([(x + 14.0, y + 4.5 - off), (x + 14.0, y + 4.5 + off)]);
        }
        let area = |(left, base): (f64, f64)| Area { left, top: base - 12.0, width, height: 16.0 };
        let free = places.iter().position(|place| {
            let area = area(*place);
            let plot = scale.plot;
            let inside = area.left >= plot.left + 2.0
                && area.right() <= plot.right()
                && area.top >= plot.top
                && area.bottom() <= plot.bottom();
            inside && taken.iter().all(|other| !overlap(area, *other))
        });
        let place = free.and_then(|free| Some((free, *places.get(free)?)));
        names.push(place.map(|(free, (left, base))| {
            taken.push(area((left, base)));
            Name { text, left, base, is_far: free >= near }
        }));
    }
    Ok(names)
}

fn overlap(one: Area, other: Area) -> bool {
    one.left < other.right()
        && other.left < one.right()
        && one.top < other.bottom()
        && other.top < one.bottom()
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
