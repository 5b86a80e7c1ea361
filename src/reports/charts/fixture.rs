//! Made-up figures for the tests: a cluster in the shape of a real one, with round arithmetic.

use std::sync::Arc;

use crate::catalogue::{Texts, embedded_texts};
use crate::disclosure::{Shown, ShownFigure};
use crate::model::{
    Counts, Day, Figure, FigureKey, Grosze, Indicators, Language, Numerals, Period, Sex,
};

pub(super) fn texts(language: Language) -> Texts {
    embedded_texts(language).unwrap()
}

pub(super) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

pub(super) fn figure(
    indicator: &str,
    centre: &str,
    month: Option<i64>,
    numerals: Numerals,
    counts: Counts,
) -> Figure {
    let all: Arc<str> = "*".into();
    let key = FigureKey {
        indicator: indicator.into(),
        centre: centre.into(),
        dimension: "total".into(),
        category: Arc::clone(&all),
        sex: Sex::All,
        benefit_kind: "".into(),
        payer: "".into(),
        month_offset: month,
    };
    Figure { key, unit: "participation", numerals, counts }
}

pub(super) fn counts(counted: i64, pending: u64, unknown: u64) -> Counts {
    Counts { counted: counted.unsigned_abs(), pending, unknown, ..Counts::default() }
}

pub(super) fn share(indicator: &str, centre: &str, numerator: i64, denominator: i64) -> Figure {
    let numerals = Numerals::Share { numerator, denominator, pending: 0 };
    figure(indicator, centre, None, numerals, counts(denominator, 0, 1))
}

pub(super) fn count(indicator: &str, centre: &str, count: i64, unknown: u64) -> Figure {
    figure(indicator, centre, None, Numerals::Count(count), counts(count, 0, unknown))
}

pub(super) fn path(month: i64, grosze: i64, people: i64) -> Figure {
    let mean = (people > 0).then_some((Grosze(grosze), people));
    figure("benefit_path", "*", Some(month), Numerals::MoneyMean(mean), counts(people, 0, 0))
}

pub(super) fn mean(indicator: &str, grosze: i64, people: i64) -> Figure {
    let numerals = Numerals::MoneyMean(Some((Grosze(grosze), people * 12)));
    figure(indicator, "*", None, numerals, counts(people, 61, 2))
}

/// The path of benefits of a cluster of 84 leavers, −12 to −1 and 1 to 12.
pub(super) fn benefits() -> Vec<Figure> {
    let before = [
        1_152_767, 1_467_873, 1_561_873, 1_906_245, 1_740_764, 1_765_049, 2_074_625, 2_085_783,
        2_198_625, 2_261_611, 2_015_801, 2_259_675,
    ];
    let after = [
        (928_860, 79),
        (1_321_514, 76),
        (937_474, 76),
        (1_033_168, 72),
        (849_963, 72),
        (852_286, 64),
        (883_289, 61),
        (733_084, 47),
        (657_582, 42),
        (574_482, 38),
        (98_927, 8),
        (53_144, 6),
    ];
    let mut figures: Vec<Figure> =
        (-12..).zip(before).map(|(month, grosze)| path(month, grosze, 84)).collect();
    figures.extend((1..).zip(after).map(|(month, (grosze, people))| path(month, grosze, people)));
    figures.push(mean("benefit_monthly_before", 5_916_403, 23));
    figures.push(mean("benefit_monthly_after", 3_478_830, 23));
    figures
}

/// Work and outcomes of one centre with about `leavers` leavers.
pub(super) fn centre(name: &str, leavers: i64, unknown: i64) -> Vec<Figure> {
    let completed = leavers * 2 / 3;
    let (working, education, seeking) = (leavers * 3 / 8, leavers / 10, leavers / 3);
    let inactive = leavers - working - education - seeking - unknown;
    let unknown = unknown.unsigned_abs();
    vec![
        share("labour_market_entry_rate", name, completed * 3 / 5, completed),
        share("employment_rate_6m", name, leavers * 3 / 8, leavers),
        count("leavers_working", name, working, unknown),
        count("leavers_in_education", name, education, unknown),
        count("leavers_job_seeking", name, seeking, unknown),
        count("leavers_inactive", name, inactive, unknown),
    ]
}

pub(super) fn indicators(mut figures: Vec<Figure>) -> Indicators {
    figures.sort_by(|a, b| a.key.cmp(&b.key));
    let as_of = day("2026-11-23");
    Indicators { period: Period::parse("2025", as_of).unwrap(), as_of, figures }
}

pub(super) fn cluster(names: &[&str]) -> Vec<Figure> {
    let sizes = [27, 19, 8, 46];
    let mut figures = benefits();
    let (mut all, mut unknown) = (0, 0);
    for (name, size) in names.iter().zip(sizes.iter().cycle()) {
        figures.extend(centre(name, *size, 1));
        all += size;
        unknown += 1;
    }
    figures.extend(centre("*", all, unknown));
    figures
}

/// Figures as they leave the door, those of `hidden` centre suppressed.
pub(super) fn shown(figures: &[Figure], hidden: &str) -> Vec<ShownFigure> {
    figures
        .iter()
        .map(|figure| ShownFigure {
            key: figure.key.clone(),
            unit: figure.unit,
            shown: if &*figure.key.centre == hidden {
                Shown::Suppressed
            } else {
                Shown::Open(figure.numerals, figure.counts)
            },
        })
        .collect()
}

pub(super) fn many_names() -> Vec<String> {
    let places = ["Żabno", "Łask", "Olszanówek", "Wólka Pętkowska", "Kuźniczany"];
    (1..=20)
        .map(|number| match number % 4 {
            0 => format!(
                "Centrum Integracji Społecznej nr {number} w miejscowości {}",
                places[number % 5]
            ),
            _ => format!("CIS {} {number}", places[number % 5]),
        })
        .collect()
}
