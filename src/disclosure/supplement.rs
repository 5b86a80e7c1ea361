//! What of money, staff, targets and the comparison group the public may see.

use crate::catalogue::Catalogue;
use crate::disclosure::protect::{Limits, could_tell};
use crate::model::{Achieved, Day, Sex, Supplement};

/// Hides small numbers of persons: of a target women, men and all together as soon as one of them is small,
/// because each can be had from the other two; of the comparison group both sexes likewise. Money and staff
/// of centres are theirs to show and stay.
pub fn public_supplement(
    mut supplement: Supplement,
    catalogue: &Catalogue,
    as_of: Day,
) -> Supplement {
    let limits = Limits::new(catalogue, as_of);
    let small = |reached: &Achieved| {
        reached.is_some_and(|(numbers, counts)| could_tell(&numbers, &counts, limits))
    };
    for target in &mut supplement.targets {
        let parts = &mut target.parts;
        if parts.iter().any(|part| small(&part.in_period) || small(&part.cumulative)) {
            for part in parts {
                part.in_period = None;
                part.cumulative = None;
            }
        }
    }
    if let Some(comparison) = &mut supplement.comparison {
        let hidden: Vec<_> = comparison
            .figures
            .iter()
            .filter(|figure| small(&figure.participants) || small(&figure.comparison))
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
    use crate::model::{ComparedFigure, Comparison, Counts, Numerals, TargetPart, TargetProgress};

    fn count(number: i64) -> Achieved {
        Some((
            Numerals::Count(number),
            Counts { counted: number.unsigned_abs(), ..Counts::default() },
        ))
    }

    fn protected(supplement: Supplement) -> Supplement {
        let day = Day::parse_iso("2026-06-30").unwrap();
        public_supplement(supplement, &Catalogue::embedded().unwrap(), day)
    }

    fn target(numbers: [i64; 3]) -> Supplement {
        let sexes = [Sex::K, Sex::M, Sex::All];
        let parts = [0, 1, 2].map(|place| TargetPart {
            sex: sexes[place],
            target: Some(1_000),
            in_period: count(numbers[place]),
            cumulative: count(numbers[place]),
        });
        let target = TargetProgress {
            project: None,
            indicator: "leavers".into(),
            due: None,
            baseline: None,
            parts,
        };
        Supplement { targets: vec![target], ..Supplement::default() }
    }

    #[test]
    fn a_small_number_of_men_hides_what_would_give_it_away() {
        let open = protected(target([20, 10, 30]));
        assert!(open.targets[0].parts.iter().all(|part| part.cumulative.is_some()));
        // 33 − 30 would give the 3 away.
        let hidden = protected(target([30, 3, 33]));
        assert!(hidden.targets[0].parts.iter().all(|part| part.cumulative.is_none()));
        assert!(hidden.targets[0].parts.iter().all(|part| part.target.is_some()));
    }

    #[test]
    fn a_small_sex_of_the_comparison_group_hides_both() {
        let figure = |sex, number| ComparedFigure {
            indicator: "leavers".into(),
            sex,
            participants: count(50),
            comparison: count(number),
            difference: None,
            interval: None,
        };
        let figures = vec![figure(Sex::All, 33), figure(Sex::K, 30), figure(Sex::M, 3)];
        let comparison = Some(Comparison { days_to_exit: 300, figures });
        let shown = protected(Supplement { comparison, ..Supplement::default() });
        let sexes: Vec<Sex> =
            shown.comparison.unwrap().figures.iter().map(|figure| figure.sex).collect();
        assert_eq!(sexes, [Sex::All]);
    }
}
