//! What every indicators.csv keeps, whatever went in. `run::figures` asks it of every run of these tests.

use std::collections::{BTreeMap, BTreeSet};

use efekt::catalogue::{Aggregate, Catalogue, Indicator, Unit};

use crate::pipeline::people::town;
use crate::pipeline::run::{figures, file, run};
use crate::pipeline::tables::xlsx;

/// One line, by column name.
type Line = BTreeMap<String, String>;

/// Panics with the line that breaks an invariant.
pub(crate) fn check(figures: &str) {
    if let Err(problem) = problem(figures) {
        panic!("{problem}");
    }
}

fn problem(figures: &str) -> Result<(), String> {
    let catalogue = Catalogue::embedded().unwrap();
    let lines: Vec<Line> =
        csv::Reader::from_reader(figures.as_bytes()).deserialize().map(Result::unwrap).collect();
    for line in &lines {
        let indicator = catalogue.indicator(&line["indicator"]).unwrap();
        for (name, holds) in of_a_line(indicator, line) {
            if !holds {
                return Err(format!("{name}: {line:?}"));
            }
        }
    }
    let kind = |line: &Line| {
        let indicator = catalogue.indicator(&line["indicator"]).unwrap();
        (indicator.unit, indicator.aggregate)
    };
    // A cost of a centre belongs to no one of its people: such figures are of everybody (ruling 44).
    let (of_centres, lines): (Vec<&Line>, Vec<&Line>) =
        lines.iter().partition(|line| kind(line).1.has_centre_rows());
    let apart = |line: &&&Line| line["sex"] != "*" || line["dimension"] != "total";
    if let Some(line) = of_centres.iter().find(apart) {
        return Err(format!("a cost of some people: {line:?}"));
    }
    let costs: Vec<&Line> =
        of_centres.into_iter().filter(|line| kind(line).0 == Unit::Participation).collect();
    sums("centres", &costs, Parts::Exact, |line| (line["centre"] == "*").into())?;
    // A median is no sum, and a person is a woman or a man in every row of the person.
    let summed: Vec<&Line> =
        lines.into_iter().filter(|line| kind(line).1 != Aggregate::MedianDays).collect();
    sums("sex", &summed, Parts::Exact, |line| (line["sex"] == "*").into())?;
    // A person with several participations may stand in several categories, a participation in one.
    let (people, participations): (Vec<&Line>, Vec<&Line>) =
        summed.into_iter().partition(|line| kind(line).0 == Unit::Person);
    for (lines, parts) in [(participations, Parts::Exact), (people, Parts::AtLeast)] {
        // Who has several groups, workshops or kinds of support stands in each of them.
        let dimensions: BTreeSet<&str> = lines
            .iter()
            .map(|line| line["dimension"].as_str())
            .filter(|dimension| !["total", "group", "workshop", "support_kind"].contains(dimension))
            .collect();
        for dimension in dimensions {
            let side = |line: &Line| match line["dimension"].as_str() {
                "total" if line["centre"] == "*" || dimension != "centre" => Side::Whole,
                known if known == dimension => Side::Part,
                _ => Side::Neither,
            };
            sums(dimension, &lines, parts, side)?;
        }
        let totals: Vec<&Line> =
            lines.into_iter().filter(|line| line["dimension"] == "total").collect();
        sums("centres", &totals, parts, |line| (line["centre"] == "*").into())?;
    }
    Ok(())
}

/// How parts compare with their whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// They add up to it.
    Exact,
    /// They add up to it or to more units: sums of other numbers say nothing.
    AtLeast,
}

/// What a line is to a sum.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Part,
    Whole,
    Neither,
}

impl From<bool> for Side {
    fn from(whole: bool) -> Self {
        if whole { Self::Whole } else { Self::Part }
    }
}

/// What holds within one line.
fn of_a_line(indicator: &Indicator, line: &Line) -> Vec<(&'static str, bool)> {
    let number = |column: &str| line[column].parse::<f64>().ok();
    let count = |column: &str| line[column].parse::<u64>().unwrap();
    let close = |left: f64, right: f64| (left - right).abs() <= 1e-9 * left.abs().max(1.0);
    let (value, numerator, denominator) =
        (number("value"), number("numerator"), number("denominator"));
    let share = indicator.aggregate == Aggregate::Share;
    let within = |column: &str| number(column).is_none_or(|share| (0.0..=1.0).contains(&share));
    let ratio = match (value, numerator, denominator) {
        (Some(value), Some(numerator), Some(denominator)) => {
            denominator != 0.0 && close(value, numerator / denominator)
        }
        (Some(value), Some(numerator), None) => close(value, numerator),
        // A median has no sum behind it.
        (Some(_), None, None) => indicator.aggregate == Aggregate::MedianDays,
        // Months until a gain that is none pays something back are not defined.
        (None, _, Some(denominator)) if indicator.aggregate == Aggregate::Payback => {
            denominator <= 0.0
        }
        (None, _, denominator) => count("counted") == 0 || denominator == Some(0.0),
        (Some(_), None, Some(_)) => false,
    };
    let counted = u64::try_from(line["denominator"].parse::<i64>().unwrap_or(-1)).ok();
    let some = value.is_some();
    let ordered = match (number("ci_low"), value, number("ci_high")) {
        (Some(low), Some(value), Some(high)) => low <= value && value <= high,
        (None, _, None) => !share || !some,
        _ => false,
    };
    let bounds = match (number("bound_low"), number("bound_high")) {
        (Some(low), Some(high)) => {
            low <= high && value.is_none_or(|value| low <= value && value <= high)
        }
        (None, None) => true,
        _ => false,
    };
    vec![
        ("a value is its numerator by its denominator", ratio),
        ("a share counts its denominator", !share || counted == Some(count("counted"))),
        ("a share is within 0 and 1", !share || within("value")),
        ("an interval is within 0 and 1", within("ci_low") && within("ci_high")),
        ("a share with a value has an interval around it, and nothing else has one", ordered),
        ("bounds are around the value", bounds && within("bound_low") && within("bound_high")),
        (
            "bounds stand where something is pending, and only there",
            (share && count("pending") > 0) != line["bound_low"].is_empty(),
        ),
    ]
}

/// Lines that differ in nothing but the way of adding them up: the parts give the whole, numerators and
/// denominators and the units of every status.
fn sums(
    way: &str,
    lines: &[&Line],
    parts: Parts,
    side: impl Fn(&Line) -> Side,
) -> Result<(), String> {
    const SUMMED: [&str; 6] =
        ["numerator", "denominator", "counted", "excluded", "pending", "unknown"];
    let keys: &[&str] = match way {
        "sex" => &["indicator", "centre", "dimension", "category"],
        "centres" => &["indicator", "dimension", "sex"],
        _ => &["indicator", "centre", "sex"],
    };
    let breakdown = ["benefit_kind", "payer", "month_offset"];
    let mut groups: BTreeMap<Vec<&str>, [[f64; 6]; 2]> = BTreeMap::new();
    for line in lines {
        let side = side(line);
        if side == Side::Neither {
            continue;
        }
        let key = keys.iter().chain(&breakdown).map(|key| line[*key].as_str()).collect();
        let sum = &mut groups.entry(key).or_default()[usize::from(side == Side::Whole)];
        for (sum, name) in sum.iter_mut().zip(SUMMED) {
            *sum += line[name].parse().unwrap_or(0.0);
        }
    }
    let fails = |[given, whole]: &[[f64; 6]; 2]| match parts {
        Parts::Exact => given.iter().zip(whole).any(|(given, whole)| !is_sum(*given, *whole)),
        Parts::AtLeast => units(given) < units(whole),
    };
    match groups.iter().find(|(_, sums)| fails(sums)) {
        Some((key, [parts, whole])) => {
            Err(format!("by {way}: the parts of {key:?} give {parts:?}, the whole is {whole:?}"))
        }
        None => Ok(()),
    }
}

/// Units of any status.
fn units(sums: &[f64; 6]) -> f64 {
    sums[2..].iter().sum()
}

/// Equal as far as the digits of money go; numbers of units are whole, so for them it is equality.
fn is_sum(given: f64, whole: f64) -> bool {
    (given - whole).abs() < 1e-6
}

#[test]
fn every_figure_of_a_made_town_is_the_sum_of_its_parts() {
    let outcome = run(&[file("wszystko.xlsx", xlsx(&town(1, 40).tables()))]);
    assert!(figures(&outcome).lines().count() > 1_000);
}

#[test]
fn a_figure_that_breaks_an_invariant_is_noticed() {
    let good = figures(&run(&[file("wszystko.xlsx", xlsx(&town(1, 12).tables()))]));
    assert_eq!(problem(&good), Ok(()));
    let mut seen = Vec::new();
    for (column, wrong) in [
        ("value", "0.123456"),
        ("counted", "999"),
        ("ci_low", "-0.1"),
        ("ci_high", "0"),
        ("bound_low", "0.2"),
        ("numerator", "77"),
        ("denominator", "78"),
        ("pending", "5"),
    ] {
        let mut reader = csv::Reader::from_reader(good.as_bytes());
        let header = reader.headers().unwrap().clone();
        let place = header.iter().position(|known| known == column).unwrap();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).unwrap();
        let mut changed = false;
        for record in reader.records() {
            let record = record.unwrap();
            let fits =
                &record[0] == "completion_rate" && &record[3] == "*" && &record[4] == "total";
            let change = fits && !changed;
            changed |= change;
            let cells = record
                .iter()
                .enumerate()
                .map(|(at, cell)| if change && at == place { wrong } else { cell });
            writer.write_record(cells).unwrap();
        }
        assert!(changed);
        let broken = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        seen.push((column, problem(&broken).is_err()));
    }
    assert!(seen.iter().all(|(_, noticed)| *noticed), "{seen:?}");
}
