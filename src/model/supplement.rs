//! What stands beside the figures of indicators.csv (rulings.md 73): money and staff of centres, targets of
//! projects, the comparison group.

use std::sync::Arc;

use crate::model::{Counts, Day, Grosze, Numerals, Quotient, Sex};

/// Everything that stands beside the figures of a run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Supplement {
    /// The one centre that the run is about; `None` for all.
    pub only_centre: Option<Arc<str>>,
    /// Amounts of the period, by centre and category.
    pub finance: Vec<FinanceSum>,
    /// Plans for the year after the period, by centre and category.
    pub next_plans: Vec<PlanSum>,
    /// Staff in the year of the period's last day, by centre and kind.
    pub staff: Vec<StaffSum>,
    /// Targets, in the order of their tables.
    pub targets: Vec<TargetProgress>,
    /// The comparison group, when one is given.
    pub comparison: Option<Comparison>,
}

/// Plan and execution of a category, of a centre or of all that have it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FinanceSum {
    /// Name of the centre, `*` for all.
    pub centre: Arc<str>,
    /// Category code of `queries/sources/finance.toml`.
    pub category: Arc<str>,
    /// What was planned; `None` when no centre's plan of the whole period is known.
    pub plan: Option<Grosze>,
    /// What was done; likewise.
    pub execution: Option<Grosze>,
    /// Whether both are of the same centres, so that they can be compared.
    pub same_centres: bool,
}

impl FinanceSum {
    /// Execution and plan where a percentage of them means something: of the same centres, and something
    /// was planned.
    pub fn degree(&self) -> Option<(Grosze, Grosze)> {
        let plan = self.plan.filter(|plan| self.same_centres && plan.0 > 0)?;
        Some((self.execution?, plan))
    }
}

/// A plan for the year after the period, of a centre or of all that have one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanSum {
    /// Name of the centre, `*` for all.
    pub centre: Arc<str>,
    /// Year.
    pub year: i64,
    /// Category code of `queries/sources/finance.toml`.
    pub category: Arc<str>,
    /// The amount.
    pub grosze: Grosze,
}

/// Staff of a centre, or of all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaffSum {
    /// Name of the centre, `*` for all.
    pub centre: Arc<str>,
    /// Year.
    pub year: i64,
    /// Kind of employment or post, as written; `*` for all kinds.
    pub kind: Arc<str>,
    /// Persons, in thousandths.
    pub persons: i64,
    /// Full-time equivalents, in thousandths; `None` when one of the rows does not say.
    pub full_time_equivalents: Option<i64>,
}

/// What a figure came to; `None` when it was not computed, or is hidden from the public.
pub type Achieved = Option<(Numerals, Counts)>;

/// How far a target is reached.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetProgress {
    /// Number of the project; `None` for all participations.
    pub project: Option<Arc<str>>,
    /// Id of the indicator.
    pub indicator: Arc<str>,
    /// Day for which the target is set.
    pub due: Option<Day>,
    /// Value at the beginning, in thousandths; a share's in percent.
    pub baseline: Option<i64>,
    /// Women, men, all.
    pub parts: [TargetPart; 3],
}

/// A target for women, for men or for all.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetPart {
    /// `K`, `M` or `*`.
    pub sex: Sex,
    /// The target, in thousandths; a share's in percent.
    pub target: Option<i64>,
    /// Reached in the period.
    pub in_period: Achieved,
    /// Reached from the first entry to the end of the period.
    pub cumulative: Achieved,
}

impl TargetPart {
    /// The degree of realisation in percent, of what was reached cumulatively: achieved ÷ target × 100
    /// (indicators.md 9). `None` without a target above 0 or a value.
    pub fn degree(&self) -> Option<Quotient> {
        let target = self.target.filter(|target| *target > 0)?;
        let (achieved, _) = self.cumulative?;
        achieved.in_unit_of_targets()?.divided_by(Quotient::new(target, 1_000))?.times(100)
    }

    /// What was reached in the period − the target, in the unit of the target.
    pub fn difference(&self) -> Option<Quotient> {
        let (achieved, _) = self.in_period?;
        achieved.in_unit_of_targets()?.minus(Quotient::new(self.target?, 1_000))
    }
}

/// The comparison group beside the participants.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// Days from the referral to the day that stands for the exit of persons who did not enter; `None` when
    /// nobody left in the period, so that nothing tells it: then there are no figures.
    pub days_to_exit: Option<i32>,
    /// Figures of both groups, by indicator and sex.
    pub figures: Vec<ComparedFigure>,
}

/// One figure of participants and of the comparison group.
#[derive(Clone, PartialEq, Debug)]
pub struct ComparedFigure {
    /// Id of the indicator.
    pub indicator: Arc<str>,
    /// Sex.
    pub sex: Sex,
    /// Of the participants.
    pub participants: Achieved,
    /// Of the comparison group.
    pub comparison: Achieved,
    /// Participants − comparison group, as a share.
    pub difference: Option<f64>,
    /// Its 95 % interval: Newcombe's for shares of persons; for a ratio of sums approximate, and only with
    /// enough persons in both groups.
    pub interval: Option<(f64, f64)>,
}

impl Numerals {
    /// The value in the unit in which targets are written: percent, persons, zł, days or months.
    pub fn in_unit_of_targets(&self) -> Option<Quotient> {
        let defined = |quotient: Quotient| (quotient.denominator != 0).then_some(quotient);
        match *self {
            Self::Count(total) => Some(Quotient::new(total, 1)),
            Self::Share { numerator, denominator, .. } => {
                defined(Quotient::new(numerator, denominator))?.times(100)
            }
            Self::MoneyRatio(Some((above, below))) => {
                defined(Quotient::new(above.0, below.0))?.times(100)
            }
            Self::MoneyMean(Some((total, units))) => {
                defined(Quotient::new(total.0, units))?.divided_by(Quotient::new(100, 1))
            }
            Self::MoneySum(Some(total)) => Some(Quotient::new(total.0, 100)),
            Self::MoneyFraction(Some(grosze)) => grosze.divided_by(Quotient::new(100, 1)),
            Self::Payback(Some((cost, gain))) => defined(cost.divided_by(gain)?),
            Self::Median(Some(doubled)) => Some(Quotient::new(doubled, 2)),
            Self::MoneyRatio(None)
            | Self::MoneyMean(None)
            | Self::MoneySum(None)
            | Self::MoneyFraction(None)
            | Self::Payback(None)
            | Self::Median(None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(target: i64, cumulative: Numerals) -> TargetPart {
        let cumulative = Some((cumulative, Counts::default()));
        TargetPart { sex: Sex::All, target: Some(target), in_period: None, cumulative }
    }

    fn percent(target: i64, cumulative: Numerals) -> Option<f64> {
        part(target, cumulative).degree()?.value()
    }

    #[test]
    fn thirty_five_percent_achieved_of_forty_planned_are_87_and_a_half() {
        // The check figure of indicators.md 9 (WE-01): a share counts in percent.
        let share = Numerals::Share { numerator: 7, denominator: 20, pending: 0 };
        assert_eq!(percent(40_000, share), Some(87.5));
        assert_eq!(percent(40_000, Numerals::Count(35)), Some(87.5));
    }

    #[test]
    fn money_counts_in_zloty_and_days_as_days() {
        let mean = Numerals::MoneyMean(Some((Grosze(600_000), 3)));
        assert_eq!(percent(4_000_000, mean), Some(50.0), "2000 zł of 4000 zł");
        assert_eq!(percent(30_000, Numerals::Median(Some(30))), Some(50.0), "15 days of 30");
    }

    #[test]
    fn without_a_target_or_a_value_there_is_no_degree() {
        assert_eq!(percent(0, Numerals::Count(3)), None);
        let nobody = Numerals::Share { numerator: 0, denominator: 0, pending: 2 };
        assert_eq!(percent(40_000, nobody), None);
        let open = TargetPart { target: None, ..part(1, Numerals::Count(3)) };
        assert_eq!(open.degree(), None);
    }

    #[test]
    fn a_share_misses_its_target_by_percentage_points() {
        // 7 of 20 are 35 %, five less than the 40 planned.
        let share = Numerals::Share { numerator: 7, denominator: 20, pending: 0 };
        let reached = TargetPart {
            in_period: Some((share, Counts::default())),
            ..part(40_000, Numerals::Count(0))
        };
        assert_eq!(reached.difference().unwrap().value(), Some(-5.0));
    }

    #[test]
    fn a_percentage_of_a_plan_is_of_the_same_centres() {
        let sum = |plan, same_centres| FinanceSum {
            centre: "*".into(),
            category: "running_cost".into(),
            plan: Some(Grosze(plan)),
            execution: Some(Grosze(90)),
            same_centres,
        };
        assert_eq!(sum(100, true).degree(), Some((Grosze(90), Grosze(100))));
        assert_eq!((sum(100, false).degree(), sum(0, true).degree()), (None, None));
    }
}
