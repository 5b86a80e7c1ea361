//! What must hold for the dated parameters that are compiled in.

use std::collections::BTreeMap;

use crate::catalogue::{DatedValue, Parameter, QUERIES, embedded_files};
use crate::model::Day;

/// The legal list of 2026-11-22: dated values by theme.
const LEGAL_VALUES: [(&str, usize); 7] = [
    ("integration_benefit", 29),
    ("social_assistance", 26),
    ("supported_employment", 2),
    ("tax_share", 21),
    ("unemployment_benefit", 30),
    ("wages", 18),
    ("participation", 4),
];

/// Rules of the specification that stand beside the legal list in the theme of participation.
const PARTICIPATION_RULES: [&str; 5] = [
    "adult_age",
    "age_band_middle_from",
    "age_band_older_from",
    "age_band_young_from",
    "working_age",
];

fn parameters() -> BTreeMap<String, Parameter> {
    let mut parameters = BTreeMap::new();
    for (path, text) in embedded_files(&QUERIES) {
        if path.starts_with("parameters/") {
            let parameter = Parameter::parse(&path, &text).unwrap();
            let earlier = parameters.insert(parameter.id.clone(), parameter);
            assert!(earlier.is_none(), "{path} takes an id that is in use");
        }
    }
    parameters
}

fn on(id: &str, day: &str) -> Option<i64> {
    parameters()[id].on(Day::parse_iso(day).unwrap()).and_then(DatedValue::hundredths)
}

#[test]
fn the_130_values_of_the_legal_list_are_there() {
    let mut counts = BTreeMap::new();
    for parameter in parameters().values() {
        if !PARTICIPATION_RULES.contains(&parameter.id.as_str()) {
            *counts.entry(parameter.theme.clone()).or_insert(0) += parameter.values.len();
        }
    }
    for (theme, count) in LEGAL_VALUES {
        assert_eq!(counts.get(theme), Some(&count), "{theme}");
    }
    assert_eq!(LEGAL_VALUES.iter().map(|(_, count)| count).sum::<usize>(), 130);
}

#[test]
fn amounts_are_those_of_the_law_on_the_day_before_and_the_day_of_a_change() {
    assert_eq!(on("minimum_wage", "2023-06-30"), Some(349_000));
    assert_eq!(on("minimum_wage", "2023-07-01"), Some(360_000));
    assert_eq!(on("minimum_wage", "2025-05-05"), Some(466_600));
    assert_eq!(on("minimum_wage", "2027-01-01"), None);
    assert_eq!(on("unemployment_benefit_first_90_days", "2024-05-31"), Some(149_190));
    assert_eq!(on("unemployment_benefit_first_90_days", "2024-06-01"), Some(166_200));
    assert_eq!(on("participation_extension_maximum_months", "2021-12-31"), Some(600));
    assert_eq!(on("participation_extension_maximum_months", "2022-01-01"), Some(1_200));
}

#[test]
fn the_integration_benefit_is_its_share_of_the_unemployment_benefit() {
    // The computed amounts must follow from the two entries that they are computed from.
    let parameters = parameters();
    for value in &parameters["integration_benefit_amount"].values {
        let base = parameters["unemployment_benefit_first_90_days"].on(value.from).unwrap();
        let percent = parameters["integration_benefit_percent"].on(value.from).unwrap();
        let product = base.hundredths().unwrap() * percent.hundredths().unwrap();
        assert_eq!(product % 10_000, 0, "{}", value.from);
        assert_eq!(value.hundredths(), Some(product / 10_000), "{}", value.from);
        assert!(value.derived, "{}", value.from);
        assert_eq!(value.verified, base.verified, "{}", value.from);
    }
}

#[test]
fn windows_and_ages_are_those_of_the_specification() {
    for (id, value) in [
        ("immediate_result_days", 28),
        ("labour_market_entry_days", 90),
        ("criterion_days", 90),
        ("follow_up_months", 6),
        ("benefit_window_months", 12),
        ("minimum_full_months", 3),
        ("minimum_working_time_thousandths", 500),
        ("adult_age", 18),
        ("working_age", 15),
        ("age_band_young_from", 18),
        ("age_band_middle_from", 30),
        ("age_band_older_from", 55),
        ("long_term_unemployed_months", 12),
        ("long_term_unemployed_months_young", 6),
        ("long_term_unemployed_young_below", 25),
        ("maximum_amount_month", 50_000),
        ("far_future_years", 2),
    ] {
        assert_eq!(on(id, "2000-01-01"), Some(value * 100), "{id}");
        assert_eq!(on(id, "2026-11-23"), Some(value * 100), "{id}");
    }
}

#[test]
fn the_thresholds_of_the_criterion_are_what_the_combined_ones_leave() {
    // WE-04: until October 2016 one threshold for work and social progress together, then 34 % for the latter alone.
    let social = 3_400;
    for (id, combined) in
        [("employment_criterion_general", 5_600), ("employment_criterion_disability", 4_600)]
    {
        assert_eq!(on(id, "2016-11-01").map(|work| social + work), Some(combined), "{id}");
    }
}

#[test]
fn civil_contracts_count_until_the_end_of_2019() {
    assert_eq!(on("civil_contract_counts", "2013-12-31"), None);
    assert_eq!(on("civil_contract_counts", "2014-01-01"), Some(100));
    assert_eq!(on("civil_contract_counts", "2019-12-31"), Some(100));
    assert_eq!(on("civil_contract_counts", "2020-01-01"), Some(0));
    assert_eq!(on("civil_contract_minimum_wages", "2019-12-31"), Some(300));
    assert_eq!(on("civil_contract_minimum_wages", "2020-01-01"), None);
}

#[test]
fn a_value_from_memory_is_never_called_verified() {
    for parameter in parameters().values() {
        for value in &parameter.values {
            assert!(!value.source.is_empty(), "{} {}", parameter.id, value.from);
            let from_memory = value.source.starts_with("from memory");
            assert!(!(from_memory && value.verified), "{} {}", parameter.id, value.from);
        }
    }
}
