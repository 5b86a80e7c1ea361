//! What of money, staff, targets and the comparison group the public may see.

use crate::catalogue::Catalogue;
use crate::disclosure::protect::{Limits, could_tell};
use crate::disclosure::{Publishable, Shown};
use crate::model::{Achieved, Sex, Supplement};

/// What stands beside public figures. Targets are left to exact reports. Of the comparison group a figure is
/// hidden when either side is small, and when the participants' own figure is hidden; then both sexes are hidden,
/// because each can be had from the other one and all together. Money and staff of centres are theirs to show and
/// stay.
pub fn public_supplement(
    mut supplement: Supplement,
    public: &Publishable,
    catalogue: &Catalogue,
) -> Supplement {
    let limits = Limits::new(catalogue, public.as_of());
    let small = |reached: &Achieved| {
        reached.is_some_and(|(numbers, counts)| could_tell(&numbers, &counts, limits))
    };
    let is_open = |indicator: &str, sex: Sex| {
        let figure = public.figure(indicator, "*", "total", "*", sex);
        figure.is_some_and(|figure| matches!(figure.shown, Shown::Open(..)))
    };
    supplement.targets.clear();
    if let Some(comparison) = &mut supplement.comparison {
        let hidden: Vec<_> = comparison
            .figures
            .iter()
            .filter(|figure| {
                small(&figure.participants)
                    || small(&figure.comparison)
                    || !is_open(&figure.indicator, figure.sex)
            })
            .map(|figure| (figure.indicator.clone(), figure.sex))
            .collect();
        comparison.figures.retain(|figure| {
            !hidden.iter().any(|(indicator, sex)| {
                *indicator == figure.indicator
                    && (*sex == figure.sex || figure.sex != Sex::All && *sex != Sex::All)
            })
        });
    }
    supplement
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ComparedFigure, Comparison, Counts, Day, Figure, FigureKey, Indicators, Numerals, Period,
        TargetPart, TargetProgress,
    };

    const SEXES: [Sex; 3] = [Sex::All, Sex::K, Sex::M];

    fn share(denominator: i64) -> Numerals {
        Numerals::Share { numerator: denominator / 2, denominator, pending: 0 }
    }

    fn counts(counted: i64) -> Counts {
        Counts { counted: counted.unsigned_abs(), ..Counts::default() }
    }

    /// All, women, men of both groups; what is shown of them.
    fn shown(participants: [i64; 3], comparison: [i64; 3]) -> Vec<Sex> {
        let catalogue = Catalogue::embedded().unwrap();
        let as_of = Day::parse_iso("2026-06-30").unwrap();
        let period = Period::parse("2024", as_of).unwrap();
        let figure = |sex, persons| Figure {
            key: FigureKey {
                indicator: "employment_rate_6m".into(),
                centre: "*".into(),
                dimension: "total".into(),
                category: "*".into(),
                sex,
                benefit_kind: "".into(),
                payer: "".into(),
                month_offset: None,
            },
            unit: "person",
            numerals: share(persons),
            counts: counts(persons),
        };
        let figures = [0, 1, 2].map(|place| figure(SEXES[place], participants[place])).to_vec();
        let public = Publishable::public(&Indicators { period, as_of, figures }, &catalogue);
        let compared = |place: usize| ComparedFigure {
            indicator: "employment_rate_6m".into(),
            sex: SEXES[place],
            participants: Some((share(participants[place]), counts(participants[place]))),
            comparison: Some((share(comparison[place]), counts(comparison[place]))),
            difference: None,
            interval: None,
        };
        let part = |sex| TargetPart { sex, target: None, in_period: None, cumulative: None };
        let supplement = Supplement {
            targets: vec![TargetProgress {
                project: None,
                indicator: "leavers".into(),
                due: None,
                baseline: None,
                parts: SEXES.map(part),
            }],
            comparison: Some(Comparison {
                days_to_exit: Some(300),
                figures: [0, 1, 2].map(compared).to_vec(),
            }),
            ..Supplement::default()
        };
        let protected = public_supplement(supplement, &public, &catalogue);
        assert!(protected.targets.is_empty());
        protected.comparison.unwrap().figures.iter().map(|figure| figure.sex).collect()
    }

    #[test]
    fn large_groups_are_shown() {
        assert_eq!(shown([100, 60, 40], [90, 50, 40]), SEXES);
    }

    #[test]
    fn a_small_sex_of_the_comparison_group_hides_both() {
        // 33 − 30 would give the 3 away.
        assert_eq!(shown([100, 60, 40], [33, 30, 3]), [Sex::All]);
    }

    #[test]
    fn what_the_report_hides_of_the_participants_is_hidden_here_too() {
        assert_eq!(shown([64, 60, 4], [90, 50, 40]), [Sex::All]);
    }
}
