//! The checks A1–A12 of figures for European funds (eu-funds.md 2.1), as results.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use crate::model::{Place, Sex};

/// What a number of a check counts; persons, each once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuantityKind {
    /// The sum of the indicators' values.
    Sum,
    /// Persons in any of the indicators.
    Union,
    /// Persons with a complete record who entered in the period.
    Complete,
    /// Those of them with exactly one labour status.
    OneStatus,
    /// Women, men and persons whose sex is not known, added up.
    Sexes,
    /// Persons who count in the indicator, with or without success.
    Base,
    /// Persons who left in the period.
    Left,
    /// Those of them who were inactive at entry.
    LeftInactive,
    /// Those of them who were unemployed or inactive at entry.
    LeftOutOfWork,
    /// The value from the beginning to the end of the period.
    Cumulative,
    /// The value from the beginning to the day before the period.
    CumulativeBefore,
    /// Persons in any of the indicators from the beginning to the end of the period.
    CumulativeUnion,
}

impl QuantityKind {
    /// The word in the ids of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Union => "union",
            Self::Complete => "complete",
            Self::OneStatus => "one-status",
            Self::Sexes => "sexes",
            Self::Base => "base",
            Self::Left => "left",
            Self::LeftInactive => "left-inactive",
            Self::LeftOutOfWork => "left-out-of-work",
            Self::Cumulative => "cumulative",
            Self::CumulativeBefore => "cumulative-before",
            Self::CumulativeUnion => "cumulative-union",
        }
    }
}

/// One side of a check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// What it counts.
    pub kind: QuantityKind,
    /// The indicators that it is made of.
    pub codes: Vec<&'static str>,
    /// The number.
    pub value: i64,
}

/// How the two sides must compare.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    /// Left equals right.
    Equal,
    /// Left is at most right.
    AtMost,
    /// Left is at least right.
    AtLeast,
}

impl fmt::Display for Relation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Equal => "=",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
        })
    }
}

/// What came of a check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// A cumulative value fell, and only because persons came back: their later result stands.
    Explained,
    /// It does not hold: the EU report is held back.
    Fails,
}

/// One check of one cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AggregateCheck {
    /// 1 to 12.
    pub rule: u8,
    /// Centre, or `*`.
    pub centre: Arc<str>,
    /// Sex.
    pub sex: Sex,
    /// Left side.
    pub left: Quantity,
    /// How the sides must compare.
    pub relation: Relation,
    /// Right side.
    pub right: Quantity,
    /// What came of it.
    pub verdict: Verdict,
    /// Participations behind a difference, by number; empty when there is none.
    pub participations: Vec<i64>,
}

impl AggregateCheck {
    /// Whether the numbers compare as they must.
    pub fn numbers_agree(left: i64, relation: Relation, right: i64) -> bool {
        match relation {
            Relation::Equal => left == right,
            Relation::AtMost => left.cmp(&right) != Ordering::Greater,
            Relation::AtLeast => left.cmp(&right) != Ordering::Less,
        }
    }
}

/// A record without sex, age, education or labour status: it counts in EECO01 alone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct IncompleteRecord {
    /// Where its first row stands.
    pub place: Place,
    /// The person's pseudonym in this run.
    pub person: String,
    /// Names of the fields that are empty.
    pub missing: Vec<&'static str>,
}
