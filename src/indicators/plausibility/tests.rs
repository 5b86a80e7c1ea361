//! Each check with figures that keep it and figures that break it. Most of what breaks them the shipped
//! queries cannot give; a query of somebody's own can.

use crate::facts::{FactColumn, FactTable};
use crate::model::{LedgerRow, LedgerStatus, QuantityKind, Relation};

use super::*;

/// Participation, person, sex, labour status, whether the person left in the period.
type Row<'a> = (i64, i64, &'a str, &'a str, bool);
/// Indicator, and who is counted in it with which numerator.
type Given<'a> = (&'a str, &'a [(i64, i64)]);

fn table(name: &str, columns: Vec<(&str, FactColumn)>) -> FactTable {
    let columns = columns.into_iter().map(|(name, column)| (name.to_owned(), column)).collect();
    FactTable { name: name.to_owned(), columns }
}

fn text(value: &str) -> Option<Arc<str>> {
    (!value.is_empty()).then(|| value.into())
}

/// Everybody entered in the period, which is the days 100 to 199; a later number entered later.
fn store(rows: &[Row<'_>]) -> FactStore {
    let integers = |value: &dyn Fn(&Row<'_>) -> Option<i64>| {
        FactColumn::Integers(rows.iter().map(value).collect())
    };
    let texts = |value: &dyn Fn(&Row<'_>) -> Option<Arc<str>>| {
        FactColumn::Texts(rows.iter().map(value).collect())
    };
    let columns = vec![
        ("participation_id", integers(&|row| Some(row.0))),
        ("person_id", integers(&|row| Some(row.1))),
        ("centre", texts(&|_| text("CIS Brzozowo"))),
        ("sex", texts(&|row| text(row.2))),
        ("entry_day", integers(&|row| Some(100 + row.0))),
        ("exit_day", integers(&|row| row.4.then_some(150 + row.0))),
        ("age_at_entry", integers(&|_| Some(40))),
        ("education", texts(&|_| text("isced_3"))),
        ("labour_status", texts(&|row| text(row.3))),
    ];
    let dimension = vec![
        ("participation_id", FactColumn::Integers(Vec::new())),
        ("dimension", FactColumn::Texts(Vec::new())),
        ("category", FactColumn::Texts(Vec::new())),
    ];
    FactStore {
        tables: vec![
            table("participation", columns.clone()),
            table("project_participation", columns),
            table("project_dimension", dimension),
        ],
    }
}

fn sets(given: &[Given<'_>], cells: &Cells) -> Sets {
    let row = |participation_id: i64, numerator: i64| LedgerRow {
        participation_id,
        status: LedgerStatus::Counted,
        numerator: Some(numerator),
        denominator: Some(1),
        reason: "yes".into(),
        benefit_kind: "".into(),
        payer: "".into(),
        month_offset: None,
    };
    let ledgers: Vec<Ledger> = given
        .iter()
        .map(|(indicator, rows)| Ledger {
            indicator: (*indicator).into(),
            rows: rows.iter().map(|(id, numerator)| row(*id, *numerator)).collect(),
            centre_rows: Vec::new(),
        })
        .collect();
    Sets::new(&ledgers.iter().collect::<Vec<_>>(), cells)
}

/// The checks for everybody that do not hold: rule, verdict, participations.
fn broken(
    rows: &[Row<'_>],
    period: &[Given<'_>],
    whole: &[Given<'_>],
    before: &[Given<'_>],
) -> Vec<(u8, Verdict, Vec<i64>)> {
    let store = store(rows);
    let cells = Cells::of_projects(&store, None).unwrap();
    let days =
        Period { start: Day::from_number(100).unwrap(), end: Day::from_number(199).unwrap() };
    let population = Population::new(&store, &cells, days);
    let [period, whole, before] = [period, whole, before].map(|given| sets(given, &cells));
    let cell = (Arc::from("*"), Sex::All);
    let looked = Looked {
        cell: &cell,
        period: &period,
        whole: &whole,
        before: &before,
        population: &population,
    };
    let checks = looked.checks().into_iter().filter(|check| check.verdict != Verdict::Holds);
    checks.map(|check| (check.rule, check.verdict, check.participations)).collect()
}

const UNEMPLOYED: Row<'_> = (1, 1, "K", "unemployed_registered", true);
const INACTIVE: Row<'_> = (2, 2, "M", "inactive", true);
/// What the shipped queries give for these two.
const SOUND: [Given<'_>; 8] = [
    ("EECO01", &[(1, 1), (2, 1)]),
    ("EECO02", &[(1, 1)]),
    ("EECO03", &[(1, 1)]),
    ("EECO04", &[(2, 1)]),
    ("EECO10", &[(1, 1), (2, 1)]),
    ("EECR01", &[(2, 1)]),
    ("EECR03", &[(1, 0), (2, 1)]),
    ("EECR04", &[(1, 1), (2, 0)]),
];

/// The sound figures with one indicator changed.
fn with(changed: Given<'_>) -> Vec<Given<'_>> {
    let others = SOUND.into_iter().filter(|given| given.0 != changed.0);
    others.chain([changed]).collect()
}

#[test]
fn sound_figures_keep_every_check() {
    assert_eq!(broken(&[UNEMPLOYED, INACTIVE], &SOUND, &SOUND, &[]), []);
    assert_eq!(broken(&[], &[], &[], &[]), []);
}

#[test]
fn a_status_that_is_missing_or_double_breaks_the_sum_and_names_the_person() {
    let none = with(("EECO04", &[]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &none, &SOUND, &[]);
    assert_eq!(found, [(1, Verdict::Fails, vec![2]), (2, Verdict::Fails, vec![2])]);
    let double = with(("EECO02", &[(1, 1), (2, 1)]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &double, &SOUND, &[]);
    let fails = |rule| (rule, Verdict::Fails, vec![2]);
    // Among the combined values those of 02+04 and of 02+04+05.
    assert_eq!(found, [fails(1), fails(2), fails(4), fails(4)]);
}

#[test]
fn long_term_unemployed_are_at_most_the_unemployed() {
    let more = with(("EECO03", &[(1, 1), (2, 1)]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &more, &SOUND, &[]);
    assert_eq!(found, [(3, Verdict::Fails, vec![2])]);
}

#[test]
fn a_result_is_at_most_its_output_from_the_beginning() {
    // Entered before the period: the outputs of the period hold nobody, those from the beginning do.
    let results = [("EECR04", &[(1, 1)][..])];
    let whole = [("EECO02", &[(1, 1)][..]), ("EECR04", &[(1, 1)])];
    assert_eq!(broken(&[UNEMPLOYED], &results, &whole, &[]), []);
    let found = broken(&[UNEMPLOYED], &results, &results, &[]);
    assert_eq!(found, [(5, Verdict::Fails, vec![1])]);
}

#[test]
fn a_person_who_succeeds_twice_breaks_a_hundred_percent() {
    let twice = with(("EECR03", &[(1, 2), (2, 1)]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &twice, &SOUND, &[]);
    assert_eq!(found, [(6, Verdict::Fails, vec![1])]);
}

#[test]
fn a_person_with_two_sexes_breaks_the_sum_of_sexes() {
    let other: Row<'_> = (2, 1, "M", "unemployed_registered", false);
    let both: [Given<'_>; 3] = [
        ("EECO01", &[(1, 1), (2, 1)]),
        ("EECO02", &[(1, 1), (2, 1)]),
        ("EECO10", &[(1, 1), (2, 1)]),
    ];
    let found = broken(&[UNEMPLOYED, other], &both, &both, &[]);
    // One person in the total, two in the sexes, in each of the three figures.
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|found| *found == (7, Verdict::Fails, vec![1, 2])), "{found:?}");
}

#[test]
fn levels_of_education_are_all_participants_and_age_groups_at_most_them() {
    let none = with(("EECO10", &[(1, 1)]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &none, &SOUND, &[]);
    assert_eq!(found, [(8, Verdict::Fails, vec![2])]);
    let mut ages = SOUND.to_vec();
    ages.extend([("EECO06", &[(1, 1)][..]), ("EECO07", &[(1, 1), (2, 1)])]);
    let found = broken(&[UNEMPLOYED, INACTIVE], &ages, &SOUND, &[]);
    assert_eq!(found, [(4, Verdict::Fails, vec![1]), (9, Verdict::Fails, vec![1])]);
}

#[test]
fn nobody_seeks_work_and_works_upon_leaving() {
    let both = with(("EECR04", &[(1, 1), (2, 1)]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &both, &SOUND, &[]);
    assert_eq!(found, [(10, Verdict::Fails, vec![2])]);
}

#[test]
fn a_result_is_at_most_the_leavers_whom_it_concerns() {
    let employed: Row<'_> = (3, 3, "K", "employed", true);
    let mut figures: Vec<Given<'_>> =
        SOUND.into_iter().filter(|given| !given.0.starts_with("EECR")).collect();
    figures.retain(|given| !["EECO01", "EECO10"].contains(&given.0));
    figures.extend([
        ("EECO01", &[(1, 1), (2, 1), (3, 1)][..]),
        ("EECO10", &[(1, 1), (2, 1), (3, 1)]),
        ("EECO05", &[(3, 1)]),
        ("EECR04", &[(1, 1), (2, 1), (3, 1)]),
    ]);
    let found = broken(&[UNEMPLOYED, INACTIVE, employed], &figures, &SOUND, &[]);
    assert_eq!(found, [(11, Verdict::Fails, vec![3])]);
}

#[test]
fn a_cumulative_value_that_falls_is_explained_by_a_return_and_by_nothing_else() {
    let before = [("EECR04", &[(1, 1)][..])];
    // The same participation, and it does not count any more.
    let lost = with(("EECR04", &[(1, 0), (2, 0)]));
    let found = broken(&[UNEMPLOYED, INACTIVE], &SOUND, &lost, &before);
    assert_eq!(found, [(12, Verdict::Fails, vec![1])]);
    // The person came back: the later participation 3 stands for the person.
    let back: Row<'_> = (3, 1, "K", "unemployed_registered", true);
    let after = with(("EECR04", &[(1, 1), (2, 0), (3, 0)]));
    let found = broken(&[UNEMPLOYED, INACTIVE, back], &SOUND, &after, &before);
    assert_eq!(found, [(12, Verdict::Explained, vec![1])]);
}

#[test]
fn a_person_is_named_once_a_check_with_the_widest_figure() {
    let check = |centre: &str, participations: &[i64]| AggregateCheck {
        rule: 2,
        centre: centre.into(),
        sex: Sex::All,
        left: crate::model::Quantity { kind: QuantityKind::OneStatus, codes: vec![], value: 1 },
        relation: Relation::Equal,
        right: crate::model::Quantity { kind: QuantityKind::Complete, codes: vec![], value: 2 },
        verdict: Verdict::Fails,
        participations: participations.to_vec(),
    };
    let found = Plausibility {
        checks: vec![check("*", &[7]), check("CIS Brzozowo", &[7, 8])],
        incomplete: Vec::new(),
    };
    let place = |participation: i64| crate::model::Place::file(&format!("{participation}.csv"));
    let findings = found.findings(
        |participation| Some((place(participation), format!("os-{participation:04}"))),
        |quantity| quantity.kind.code().to_owned(),
    );
    let said: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code, finding.person.clone().unwrap(), finding.place.clone()))
        .collect();
    let expected = [7, 8].map(|id| ("A002", format!("os-{id:04}"), place(id)));
    assert_eq!(said, expected);
}

#[test]
fn combined_values_and_results_of_the_worked_example_are_accepted_or_rejected() {
    // WE-12: EECO02, EECO04 and EECR04 as spans of persons, and the rule that rejects them.
    let people: Vec<Row<'_>> = (1..=81).map(|id| (id, id, "K", "inactive", true)).collect();
    let counted = |span: std::ops::RangeInclusive<i64>| -> Vec<(i64, i64)> {
        span.map(|id| (id, 1)).collect()
    };
    let rejected = |given: &[Given<'_>]| -> Vec<u8> {
        let rules = broken(&people, given, given, &[]).into_iter().map(|(rule, ..)| rule);
        // Of EECO02 + EECO04 and of EECO02 + EECO04 + EECO05, where nobody is in the last one, one answer.
        let mut rules: Vec<u8> = rules.filter(|rule| [4, 5].contains(rule)).collect();
        rules.dedup();
        rules
    };
    for (unemployed, inactive, working, rules) in [
        (1..=40, 41..=80, 1..=24, vec![]),
        // 79 persons are no 40 + 40.
        (1..=40, 40..=79, 1..=24, vec![4]),
        // 81 results of 80 persons, 20 of 15.
        (1..=40, 41..=80, 1..=81, vec![5]),
        (1..=10, 11..=15, 1..=20, vec![5]),
    ] {
        let [unemployed, inactive, working] = [unemployed, inactive, working].map(counted);
        let given = [("EECO02", &*unemployed), ("EECO04", &*inactive), ("EECR04", &*working)];
        assert_eq!(rejected(&given), rules, "{} {}", unemployed.len(), working.len());
    }
    // 12 + 7 are 19 persons, and not 20.
    for (tertiary, rules) in [(13..=19, vec![]), (12..=19, vec![4])] {
        let [secondary, tertiary] = [1..=12, tertiary].map(counted);
        let given = [("EECO10", &*secondary), ("EECO11", &*tertiary)];
        assert_eq!(rejected(&given), rules);
    }
}
