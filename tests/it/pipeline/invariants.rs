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
    let of_participations = |line: &&Line| {
        let indicator = catalogue.indicator(&line["indicator"]).unwrap();
        indicator.unit == Unit::Participation && indicator.aggregate != Aggregate::MedianDays
    };
    let is_of_centres =
        |line: &Line| catalogue.indicator(&line["indicator"]).unwrap().aggregate.has_centre_rows();
    let additive: Vec<&Line> = lines.iter().filter(of_participations).collect();
    // A cost of a centre belongs to no one of its people: such figures are of everybody (ruling 44).
    let apart = |line: &&Line| is_of_centres(line);
    if let Some(line) =
        lines.iter().filter(apart).find(|line| line["sex"] != "*" || line["dimension"] != "total")
    {
        return Err(format!("a cost of some people: {line:?}"));
    }
    let of_people: Vec<&Line> =
        additive.iter().filter(|line| !is_of_centres(line)).copied().collect();
    sums("sex", &of_people, |line| (line["sex"] == "*").into())?;
    // Who has several groups, workshops or kinds of support stands in each of them.
    let dimensions: BTreeSet<&str> = of_people
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
        sums(dimension, &of_people, side)?;
    }
    let total = |line: &Line| line["dimension"] == "total";
    let totals: Vec<&Line> = additive.into_iter().filter(|line| total(line)).collect();
    sums("centres", &totals, |line| (line["centre"] == "*").into())
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

/// Lines that differ in nothing but the way of adding them up: the parts give the whole.
fn sums(way: &str, lines: &[&Line], side: impl Fn(&Line) -> Side) -> Result<(), String> {
    const SUMMED: [&str; 5] = ["numerator", "counted", "excluded", "pending", "unknown"];
    let keys: &[&str] = match way {
        "sex" => &["indicator", "centre", "dimension", "category"],
        "centres" => &["indicator", "dimension", "sex"],
        _ => &["indicator", "centre", "sex"],
    };
    let mut groups: BTreeMap<Vec<&str>, [[i64; 5]; 2]> = BTreeMap::new();
    for line in lines {
        let side = side(line);
        if side == Side::Neither {
            continue;
        }
        let group = groups.entry(keys.iter().map(|key| line[*key].as_str()).collect()).or_default();
        let sum = &mut group[usize::from(side == Side::Whole)];
        for (sum, name) in sum.iter_mut().zip(SUMMED) {
            *sum += line[name].parse::<i64>().unwrap_or(0);
        }
    }
    match groups.iter().find(|(_, [parts, whole])| parts != whole) {
        Some((key, [parts, whole])) => {
            Err(format!("by {way}: the parts of {key:?} give {parts:?}, the whole is {whole:?}"))
        }
        None => Ok(()),
    }
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
