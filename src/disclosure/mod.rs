//! The door between figures and readers: reports accept only what was made here.
//!
//! `Publishable` has private fields and is made by this module alone, so the compiler proves that no
//! figure reaches a report around it. In the public profile small numbers are hidden, and with each the one
//! that would give it away by subtraction. Differences between several published runs are not audited yet.

mod protect;
mod supplement;

pub use supplement::public_supplement;

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::model::{
    AggregateCheck, Counts, Day, FigureKey, IncompleteRecord, Indicators, Numerals, Period, Sex,
    Supplement,
};

/// How figures pass the door.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Exact: what a statute asks for, and internal files.
    Exact,
    /// For a council, the press, anybody: small counts are hidden.
    Public,
}

/// What a reader may see of a figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Shown {
    /// The numbers.
    Open(Numerals, Counts),
    /// Hidden because it could tell about single people: `[c]`.
    Suppressed,
}

/// One figure as a reader may see it.
#[derive(Clone, PartialEq, Debug)]
pub struct ShownFigure {
    /// What it is about.
    pub key: FigureKey,
    /// `person` or `participation`.
    pub unit: &'static str,
    /// The numbers, or that they are hidden.
    pub shown: Shown,
}

/// Figures that may be published.
#[derive(Clone, PartialEq, Debug)]
pub struct Publishable {
    profile: Profile,
    period: Period,
    as_of: Day,
    figures: Vec<ShownFigure>,
    supplement: Supplement,
}

/// The checks of the EU report and its incomplete records, which only an exact report may show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExactChecks {
    checks: Vec<AggregateCheck>,
    incomplete: Vec<IncompleteRecord>,
}

impl ExactChecks {
    /// Lets them through to a report that is not published.
    pub fn new(checks: Vec<AggregateCheck>, incomplete: Vec<IncompleteRecord>) -> Self {
        Self { checks, incomplete }
    }

    /// All checks, by rule, everybody before the centres.
    pub fn checks(&self) -> &[AggregateCheck] {
        &self.checks
    }

    /// Incomplete records, by place.
    pub fn incomplete(&self) -> &[IncompleteRecord] {
        &self.incomplete
    }
}

impl Publishable {
    /// Lets all figures through as they are: what a statute asks for, and internal files.
    pub fn exact(indicators: &Indicators) -> Self {
        Self::new(indicators, Profile::Exact, &vec![false; indicators.figures.len()])
    }

    /// Hides what could tell about single people; the limits are those in force on the as-of day.
    pub fn public(indicators: &Indicators, catalogue: &Catalogue) -> Self {
        let limits = protect::Limits::new(catalogue, indicators.as_of);
        Self::new(indicators, Profile::Public, &protect::hidden(&indicators.figures, limits))
    }

    fn new(indicators: &Indicators, profile: Profile, hidden: &[bool]) -> Self {
        let figures = indicators
            .figures
            .iter()
            .zip(hidden)
            .map(|(figure, hidden)| ShownFigure {
                key: figure.key.clone(),
                unit: figure.unit,
                shown: if *hidden {
                    Shown::Suppressed
                } else {
                    Shown::Open(figure.numerals, figure.counts)
                },
            })
            .collect();
        Self {
            profile,
            period: indicators.period,
            as_of: indicators.as_of,
            figures,
            supplement: Supplement::default(),
        }
    }

    /// Lets through what stands beside the figures; for the public it comes from [`public_supplement`].
    #[must_use]
    pub fn beside(self, supplement: Supplement) -> Self {
        Self { supplement, ..self }
    }

    /// What stands beside the figures: money, staff, targets, the comparison group.
    pub fn supplement(&self) -> &Supplement {
        &self.supplement
    }

    /// The profile.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// The period of the figures.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The day on which the run pretends to be made.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// All figures, sorted by key.
    pub fn figures(&self) -> &[ShownFigure] {
        &self.figures
    }

    /// Figures of one indicator, sorted by key.
    pub fn of<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a ShownFigure> {
        self.figures.iter().filter(move |figure| &*figure.key.indicator == indicator)
    }

    /// A figure without breakdown: `("completion_rate", "*", "total", "*", Sex::All)`.
    pub fn figure<'a>(
        &'a self,
        indicator: &'a str,
        centre: &str,
        dimension: &str,
        category: &str,
        sex: Sex,
    ) -> Option<&'a ShownFigure> {
        self.of(indicator).find(|figure| {
            let key = &figure.key;
            (&*key.centre, &*key.dimension, &*key.category, key.sex)
                == (centre, dimension, category, sex)
        })
    }

    /// Names of the centres, in code-point order.
    pub fn centres(&self) -> Vec<Arc<str>> {
        let mut centres: Vec<_> = self
            .figures
            .iter()
            .filter(|figure| &*figure.key.centre != "*")
            .map(|figure| Arc::clone(&figure.key.centre))
            .collect();
        centres.sort();
        centres.dedup();
        centres
    }
}
