//! How far each open finding, and all of them together, could move the headline figures at most.
//!
//! A finding says what mending it could change (`link::Doubt`). Here that becomes outcomes of single
//! units: not counted, a failure, a success, an amount more or less. The bound is the furthest that the
//! figure can go over all outcomes, found exactly. It is never too low as long as each outcome is among
//! those that are tried; it may be higher than what one cell can really do.

mod benefits;
mod effect;
mod extreme;
mod layers;
mod outcomes;
mod view;

use crate::catalogue::{Aggregate, Catalogue};
use crate::facts::FactStore;
use crate::indicators::Everybody;
use crate::link::{Doubts, LinkedTables};
use crate::model::{Day, Finding, HeadlineWorth, Magnitude, Movement, Period, Project, Worths};
use crate::worth::effect::Effect;
use crate::worth::extreme::{End, Extreme, Problem};
use crate::worth::outcomes::Findings;
use crate::worth::view::View;

/// What reckoning must know beside the tables.
#[derive(Clone, Copy, Debug)]
pub struct WorthRules<'a> {
    /// The definitions.
    pub catalogue: &'a Catalogue,
    /// Settings.
    pub project: &'a Project,
    /// The period of the figures.
    pub period: Period,
    /// Nothing after this day is known.
    pub as_of: Day,
    /// The only centre that the run reports on: its place and its name in the facts.
    pub centre: Option<(usize, &'a str)>,
}

/// Reckons what findings are worth. `doubts` are those of `findings`, in their order.
pub fn weigh(
    findings: &[Finding],
    doubts: &Doubts,
    linked: &LinkedTables,
    store: &FactStore,
    figures: &[Everybody<'_>],
    rules: WorthRules<'_>,
) -> Worths {
    let mut worths = Worths { findings: vec![Vec::new(); findings.len()], ..Worths::default() };
    for figure in figures {
        let view = View::new(figure, linked, &doubts.strangers, store, rules);
        let present = Problem { now: view.now(), is_count: view.is_count(), ..Problem::default() };
        let mut together = Vec::new();
        let (mut movers, mut without_bound) = (0, 0);
        // Findings that move nothing alone, and without a bound once others are mended.
        let mut unlimited = 0;
        // Those that move nothing alone, and perhaps something once others are mended.
        let mut companions = Vec::new();
        for (place, (finding, doubt)) in findings.iter().zip(&doubts.of_findings).enumerate() {
            if !finding.is_open() {
                continue;
            }
            let effects: Vec<Effect> =
                doubt.changes.iter().flat_map(|change| view.effects(change)).collect();
            let (movement, _) = reckon(&view, &present, &effects, Findings::One);
            match movement {
                Movement::None if effects.is_empty() => {}
                Movement::None => {
                    companions.push(place);
                    unlimited += u64::from(effects.iter().any(Effect::is_unlimited));
                }
                Movement::UpTo(_) => movers += 1,
                Movement::NotKnown => {
                    movers += 1;
                    without_bound += 1;
                }
            }
            if movement != Movement::NotKnown {
                together.extend(effects);
            }
            if let Some(movements) = worths.findings.get_mut(place) {
                movements.push(movement);
            }
        }
        let (all, range) = reckon(&view, &present, &together, Findings::All);
        if all == Movement::NotKnown {
            movers += unlimited;
            without_bound += unlimited;
        }
        if movers == 0 && all != Movement::None {
            // A row that is left out, and a payment of the person: each is given what both could do.
            movers = u64::try_from(companions.len()).unwrap_or(u64::MAX);
            for place in companions {
                if let Some(movement) =
                    worths.findings.get_mut(place).and_then(|all| all.last_mut())
                {
                    *movement = all;
                }
            }
        }
        worths.headlines.push(HeadlineWorth {
            indicator: figure.indicator.id.clone(),
            magnitude: if view.is_count() { Magnitude::Count } else { Magnitude::Share },
            now: figure.numerals.value(),
            range,
            together: all,
            movers,
            without_bound,
        });
    }
    worths
}

/// The furthest movement, and the lowest and highest value.
fn reckon(
    view: &View<'_>,
    present: &Problem,
    effects: &[Effect],
    of: Findings,
) -> (Movement, Option<(f64, f64)>) {
    if effects.is_empty() {
        return (Movement::None, None);
    }
    let adds_up =
        matches!(view.aggregate(), Aggregate::Share | Aggregate::Count | Aggregate::MoneyRatio);
    if !adds_up || effects.contains(&Effect::Unbounded) {
        return (Movement::NotKnown, None);
    }
    let problem = view.problem(present, effects, of);
    if problem.is_settled() {
        return (Movement::None, None);
    }
    let (high, low) = (problem.extreme(End::High), problem.extreme(End::Low));
    let now = if view.is_count() { (present.now.0, 1) } else { present.now };
    match (high, low) {
        (Extreme::Nowhere, _) | (_, Extreme::Nowhere) => (Movement::None, None),
        (Extreme::At(high), Extreme::At(low)) if now.1 > 0 => {
            let range = (quotient(low), quotient(high));
            let far = distance(high, now).max(distance(now, low));
            let movement = if far > 0.0 { Movement::UpTo(far) } else { Movement::None };
            (movement, Some(range))
        }
        // A figure that has no value yet could take any.
        _ => (Movement::NotKnown, None),
    }
}

/// How far one ratio lies above another.
fn distance(above: (i128, i128), below: (i128, i128)) -> f64 {
    let difference = above.0 * below.1 - below.0 * above.1;
    quotient((difference, above.1 * below.1))
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn quotient((numerator, denominator): (i128, i128)) -> f64 {
    numerator as f64 / denominator as f64
}
