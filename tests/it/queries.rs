//! Every query of `queries/` keeps the rules of its folder: a whole header, only what it says it
//! reads, no number of a rule, an order, and cases.

use std::collections::BTreeSet;
use std::path::Path;

use efekt::catalogue::{Breakdown, Catalogue, Indicator};
use efekt::facts::{self, ColumnKind, FactRules, FactStore, Query, parameter_days};
use efekt::link::LinkedTables;
use efekt::model::{Bilingual, Day, Period, Project};

fn catalogue() -> Catalogue {
    Catalogue::embedded().unwrap()
}

/// Fact tables with their columns and without rows.
fn empty_store(catalogue: &Catalogue) -> FactStore {
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let period = Period::parse("2024", as_of).unwrap();
    let project = Project::default();
    let rules = FactRules { catalogue, project: &project, period, as_of };
    facts::build(&LinkedTables::default(), rules).unwrap()
}

/// A query without its comments.
fn without_comments(sql: &str) -> String {
    let lines: Vec<&str> =
        sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
    lines.join("\n")
}

/// A query without comments and quoted texts, so that its own words can be looked at.
fn without_texts(sql: &str) -> String {
    without_comments(sql).split('\'').step_by(2).collect::<Vec<_>>().join(" ")
}

/// The quoted texts of a query.
fn texts(sql: &str) -> BTreeSet<String> {
    without_comments(sql).split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

fn words(sql: &str) -> impl Iterator<Item = &str> {
    sql.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}

fn said(text: &Bilingual) -> bool {
    [&text.pl, &text.en].iter().all(|text| text.trim().chars().count() > 2)
}

#[test]
fn every_header_says_everything_in_both_languages() {
    for Indicator { id, title, definition, caveat, basis, reasons, path, .. } in
        catalogue().indicators
    {
        assert!(said(&title) && said(&definition), "{id}");
        assert!(definition.pl.trim().ends_with('.') && definition.en.trim().ends_with('.'), "{id}");
        assert!(caveat.as_ref().is_none_or(said), "{id}");
        assert!(!basis.is_empty(), "{id}");
        assert!(basis.iter().all(|basis| said(&basis.says) && !basis.source.is_empty()), "{id}");
        assert!(!reasons.is_empty() && reasons.values().all(said), "{id}");
        // Of several dated definitions each has a word of its own behind the id.
        let (_, name) = path.rsplit_once('/').unwrap();
        assert_eq!(name.split('.').next(), Some(&*id), "{path}");
    }
}

#[test]
fn orders_and_titles_are_unique() {
    let indicators = catalogue().indicators;
    let orders: BTreeSet<u32> = indicators.iter().map(|indicator| indicator.order).collect();
    let polish: BTreeSet<&str> =
        indicators.iter().map(|indicator| indicator.title.pl.as_str()).collect();
    let english: BTreeSet<&str> =
        indicators.iter().map(|indicator| indicator.title.en.as_str()).collect();
    let count = indicators.len();
    assert_eq!((orders.len(), polish.len(), english.len()), (count, count, count));
}

#[test]
fn the_reasons_of_a_header_are_the_texts_that_its_query_gives() {
    // Reasons of the benefit indicators stand in the fact that they share.
    let catalogue = catalogue();
    for indicator in &catalogue.indicators {
        let mut given = texts(&indicator.sql);
        for fact in &catalogue.facts {
            if words(&indicator.sql).any(|word| word == fact.id) {
                given.extend(texts(&fact.sql));
            }
        }
        for reason in indicator.reasons.keys() {
            // A way of leaving and an outcome are their own reasons where the query hands them on.
            let handed_on = ["coalesce(p.exit_kind", "then c.outcome"]
                .iter()
                .any(|pattern| indicator.sql.contains(pattern));
            assert!(handed_on || given.contains(reason), "{}: {reason}", indicator.id);
        }
    }
}

#[test]
fn the_parameters_of_a_header_are_those_that_the_query_names() {
    let catalogue = catalogue();
    let known: BTreeSet<&str> =
        catalogue.parameters.iter().map(|parameter| parameter.id.as_str()).collect();
    for indicator in &catalogue.indicators {
        let listed: BTreeSet<&str> = indicator.parameters.iter().map(String::as_str).collect();
        // Those of the facts that it reads count as its own.
        let mut texts = texts(&indicator.sql);
        for fact in &catalogue.facts {
            if words(&indicator.sql).any(|word| word == fact.id) {
                texts.extend(self::texts(&fact.sql));
            }
        }
        let named: BTreeSet<&str> =
            texts.iter().map(String::as_str).filter(|text| known.contains(text)).collect();
        for parameter in &listed {
            assert!(known.contains(parameter), "{}: no parameter {parameter}", indicator.id);
        }
        // Some columns of facts are made with a parameter of their own.
        let through_facts: BTreeSet<&str> = [
            ("immediate_result_day", "immediate_result_days"),
            ("follow_up_day", "follow_up_months"),
            ("long_term_after_day", "long_term_unemployed_months"),
            ("long_term_after_day", "long_term_unemployed_months_young"),
            ("long_term_after_day", "long_term_unemployed_young_below"),
        ]
        .into_iter()
        .filter(|(column, _)| words(&indicator.sql).any(|word| word == *column))
        .map(|(_, parameter)| parameter)
        .collect();
        let read: BTreeSet<&str> = named.union(&through_facts).copied().collect();
        assert_eq!(listed, read, "{}", indicator.id);
    }
}

#[test]
fn no_query_looks_a_rule_up_on_the_day_of_the_run() {
    // A report made later would judge the same people by other rules.
    let catalogue = catalogue();
    let indicators = catalogue.indicators.iter().map(|one| (&one.path, &one.sql));
    for (path, sql) in indicators.chain(catalogue.facts.iter().map(|one| (&one.path, &one.sql))) {
        for (parameter, days) in parameter_days(sql) {
            assert!(!days.contains("as_of_day"), "{path}: {parameter}");
        }
    }
}

#[test]
fn queries_pass_the_guard_and_read_fact_tables_alone() {
    let catalogue = catalogue();
    let store = empty_store(&catalogue);
    for indicator in &catalogue.indicators {
        let mut outputs = vec![
            ("participation_id", ColumnKind::Integer),
            ("status", ColumnKind::Text),
            ("numerator", ColumnKind::Integer),
            ("denominator", ColumnKind::Integer),
            ("reason", ColumnKind::Text),
        ];
        for breakdown in &indicator.breakdown {
            let kind = match breakdown {
                Breakdown::MonthOffset => ColumnKind::Integer,
                Breakdown::BenefitKind | Breakdown::Payer => ColumnKind::Text,
            };
            outputs.push((breakdown.column(), kind));
        }
        if indicator.aggregate.has_centre_rows() {
            outputs.push(("centre", ColumnKind::Text));
        }
        let query = Query {
            path: &indicator.path,
            sql: &indicator.sql,
            lines_before: indicator.lines_before,
            outputs: &outputs,
        };
        assert!(store.check(&query).is_ok(), "{}", indicator.path);
        let tables: Vec<&str> = store.tables.iter().map(|table| table.name.as_str()).collect();
        let plain = without_texts(&indicator.sql);
        assert!(words(&plain).any(|word| tables.contains(&word)), "{} reads nothing", indicator.id);
    }
}

#[test]
fn a_query_that_reads_anything_else_is_refused() {
    let store = empty_store(&catalogue());
    let query = Query {
        path: "indicators/test/names.sql",
        sql: "select p.participation_id from persons as p order by participation_id",
        lines_before: 0,
        outputs: &[("participation_id", ColumnKind::Integer)],
    };
    assert!(store.check(&query).is_err());
}

#[test]
fn no_query_holds_a_number_that_comes_from_a_rule() {
    // 0 and 1 are yes, no and the day beside; the ranks of events are documented in their column.
    let ranks = ["labour_market_event", "leaving_result"];
    let catalogue = catalogue();
    let indicators = catalogue.indicators.iter().map(|one| (one.id.as_str(), one.sql.as_str()));
    let facts = catalogue.facts.iter().map(|one| (one.id.as_str(), one.sql.as_str()));
    for (id, sql) in indicators.chain(facts) {
        let plain = without_texts(sql);
        for number in
            words(&plain).filter(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        {
            let is_rank = ranks.contains(&id) && ["2", "3", "4"].contains(&number);
            assert!(["0", "1"].contains(&number) || is_rank, "{id} holds the number {number}");
        }
    }
    let events = catalogue.facts.iter().find(|fact| fact.id == "labour_market_event").unwrap();
    let rank = events.columns.iter().find(|column| column.name == "rank").unwrap();
    for documented in ["4 job", "3 job-seeking", "2 any other outcome", "1 end of a job"] {
        assert!(rank.about.contains(documented), "{}", rank.about);
    }
}

#[test]
fn every_query_is_lower_case_and_ends_in_an_order() {
    let catalogue = catalogue();
    let indicators = catalogue.indicators.iter().map(|one| (one.id.as_str(), one.sql.as_str()));
    let facts = catalogue.facts.iter().map(|one| (one.id.as_str(), one.sql.as_str()));
    for (id, sql) in indicators.chain(facts) {
        let plain = without_texts(sql);
        let last = plain.trim().lines().last().unwrap_or_default();
        // A fact of centres is in their order.
        let first = if id == "running_cost" { "centre" } else { "participation_id" };
        assert!(last.starts_with(&format!("order by {first}")), "{id}: {last}");
        assert_eq!(plain, plain.to_lowercase(), "{id}");
    }
}

#[test]
fn every_indicator_has_cases_and_every_file_of_cases_an_indicator() {
    let folder = Path::new("tests/cases/indicators");
    let ids: BTreeSet<String> =
        catalogue().indicators.into_iter().map(|indicator| indicator.id).collect();
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .filter(|name| name != "defaults")
        .collect();
    assert_eq!(ids, files);
}
