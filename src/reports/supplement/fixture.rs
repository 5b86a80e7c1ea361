//! A made-up supplement that the tests of reports share.

use std::sync::Arc;

use crate::model::{
    ComparedFigure, Comparison, Counts, Day, FinanceSum, Grosze, Numerals, PlanSum, Sex, StaffSum,
    Supplement, TargetPart, TargetProgress,
};

fn counted(numerals: Numerals, counted: u64) -> (Numerals, Counts) {
    (numerals, Counts { counted, present: counted, ..Counts::default() })
}

fn persons(number: u32) -> (Numerals, Counts) {
    counted(Numerals::Count(number.into()), number.into())
}

fn share(numerator: i64, denominator: i64) -> (Numerals, Counts) {
    let share = Numerals::Share { numerator, denominator, pending: 0 };
    counted(share, denominator.unsigned_abs())
}

/// The target, and what was reached in the period and cumulatively.
type Part = (Option<i64>, Option<[(Numerals, Counts); 2]>);

fn target(project: Option<&str>, indicator: &str, parts: &[Part; 3]) -> TargetProgress {
    let [women, men, all] = parts;
    let part = |sex, (target, reached): &Part| TargetPart {
        sex,
        target: *target,
        in_period: reached.map(|[in_period, _]| in_period),
        cumulative: reached.map(|[_, cumulative]| cumulative),
    };
    TargetProgress {
        project: project.map(Arc::from),
        indicator: indicator.into(),
        due: Day::parse_iso("2026-12-31"),
        baseline: Some(0),
        parts: [part(Sex::K, women), part(Sex::M, men), part(Sex::All, all)],
    }
}

fn finance(
    centre: &str,
    category: &str,
    plan: Option<i64>,
    execution: Option<i64>,
    same_centres: bool,
) -> FinanceSum {
    let (plan, execution) = (plan.map(Grosze), execution.map(Grosze));
    FinanceSum { centre: centre.into(), category: category.into(), plan, execution, same_centres }
}

fn staff(centre: &str, kind: &str, persons: i64, full_time: Option<i64>) -> StaffSum {
    StaffSum {
        centre: centre.into(),
        year: 2024,
        kind: kind.into(),
        persons,
        full_time_equivalents: full_time,
    }
}

/// Two targets, one of them a share that nobody set for women and men; money and staff of two centres; a
/// comparison group.
pub(crate) fn filled() -> Supplement {
    Supplement {
        only_centre: None,
        targets: vec![
            target(
                Some("P-1"),
                "EECO01",
                &[
                    (Some(30_000), Some([persons(5), persons(12)])),
                    (Some(20_000), Some([persons(3), persons(9)])),
                    (Some(50_000), Some([persons(8), persons(21)])),
                ],
            ),
            target(
                None,
                "economic_independence_rate",
                &[
                    (None, Some([share(3, 6), share(6, 12)])),
                    (None, Some([share(4, 14), share(8, 28)])),
                    (Some(40_000), Some([share(7, 20), share(14, 40)])),
                ],
            ),
            target(None, "EECO18", &[(None, None), (None, None), (Some(1_500), None)]),
        ],
        finance: vec![
            finance("*", "grant_gmina", Some(100_000), Some(87_500), true),
            finance("*", "running_cost", Some(500_000), Some(300_000), false),
            finance("CIS A", "grant_gmina", Some(100_000), Some(87_500), true),
            finance("CIS A", "running_cost", Some(500_000), None, false),
            finance("CIS B", "running_cost", None, Some(300_000), false),
        ],
        next_plans: ["*", "CIS A"]
            .map(|centre| PlanSum {
                centre: centre.into(),
                year: 2025,
                category: "running_cost".into(),
                grosze: Grosze(600_000),
            })
            .to_vec(),
        staff: vec![
            staff("*", "*", 4_000, None),
            staff("*", "instruktor", 4_000, None),
            staff("CIS A", "*", 3_000, Some(2_500)),
            staff("CIS A", "instruktor", 3_000, Some(2_500)),
            staff("CIS B", "*", 1_000, None),
            staff("CIS B", "instruktor", 1_000, None),
        ],
        comparison: Some(Comparison {
            days_to_exit: Some(392),
            figures: vec![ComparedFigure {
                indicator: "employment_rate_6m".into(),
                sex: Sex::All,
                participants: Some(share(30, 40)),
                comparison: Some(share(10, 40)),
                difference: Some(0.5),
                interval: Some((0.25, 0.625)),
            }],
        }),
    }
}
