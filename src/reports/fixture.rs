//! Figures, definitions and findings that the tests of reports share.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::disclosure::{ExactChecks, Profile, Publishable, Shown, ShownFigure};
use crate::model::{
    AggregateCheck, Cell, Counts, Day, Emptiness, Figure, FigureKey, Finding, Grosze,
    HeadlineWorth, IncompleteRecord, Indicators, Magnitude, Movement, Numerals, Period, Place,
    Quantity, QuantityKind, Relation, Severity, Sex, Verdict, Worths,
};

/// A place of a figure: indicator, centre, dimension, category, sex, benefit kind, payer, month.
type Key<'a> = (&'a str, &'a str, &'a str, &'a str, Sex, &'a str, &'a str, Option<i64>);

fn key(key: Key<'_>) -> FigureKey {
    let (indicator, centre, dimension, category, sex, benefit_kind, payer, month_offset) = key;
    FigureKey {
        indicator: indicator.into(),
        centre: centre.into(),
        dimension: dimension.into(),
        category: category.into(),
        sex,
        benefit_kind: benefit_kind.into(),
        payer: payer.into(),
        month_offset,
    }
}

fn unit(indicator: &str) -> &'static str {
    match indicator {
        "completion_rate" | "participation_days" | "referral_days" | "completers" => {
            "participation"
        }
        _ => "person",
    }
}

fn counts(counted: u64, excluded: u64, pending: u64, unknown: u64) -> Counts {
    let present = counted + excluded + pending + unknown;
    Counts { counted, excluded, pending, unknown, present }
}

/// A share.
pub(crate) fn share(numerator: i64, denominator: i64, pending: u64) -> Numerals {
    Numerals::Share { numerator, denominator, pending }
}

fn publish(mut figures: Vec<Figure>, profile: Profile) -> Publishable {
    figures.sort_by(|a, b| a.key.cmp(&b.key));
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let period = Period::parse("2024", as_of).unwrap();
    let indicators = Indicators { period, as_of, figures };
    match profile {
        Profile::Exact => Publishable::exact(&indicators),
        Profile::Public => Publishable::public(&indicators, &Catalogue::embedded().unwrap()),
    }
}

/// An open figure over everybody, with as many counted as its denominator says.
pub(crate) fn shown(indicator: &str, numerals: Numerals) -> ShownFigure {
    let (counted, pending) = match numerals {
        Numerals::Share { denominator, pending, .. } => (denominator.unsigned_abs(), pending),
        Numerals::Count(total) => (total.unsigned_abs(), 0),
        _ => (40, 0),
    };
    ShownFigure {
        key: key((indicator, "*", "total", "*", Sex::All, "", "", None)),
        unit: unit(indicator),
        shown: Shown::Open(numerals, counts(counted, 0, pending, 0)),
    }
}

/// A hidden figure.
pub(crate) fn hidden(indicator: &str) -> ShownFigure {
    ShownFigure { shown: Shown::Suppressed, ..shown(indicator, Numerals::Count(3)) }
}

/// Public figures over everybody.
pub(crate) fn shown_set(pairs: &[(&str, Numerals)]) -> Publishable {
    let figures = pairs.iter().map(|(indicator, numerals)| {
        let figure = shown(indicator, *numerals);
        let Shown::Open(numerals, counts) = figure.shown else { unreachable!() };
        Figure { key: figure.key, unit: figure.unit, numerals, counts }
    });
    publish(figures.collect(), Profile::Public)
}

/// Shares over everybody that have no value for a reason, as the exact and as the public profile
/// show them.
pub(crate) fn without_value(why: Emptiness) -> (Publishable, Publishable) {
    let counts = match why {
        Emptiness::NoData => Counts::default(),
        Emptiness::NothingInPeriod => Counts { present: 40, ..Counts::default() },
        Emptiness::AllPending => counts(0, 2, 12, 0),
        Emptiness::AllUnknown => counts(0, 2, 0, 12),
        Emptiness::AllExcluded => counts(0, 12, 0, 0),
        Emptiness::PendingAndUnknown => counts(0, 0, 12, 12),
        Emptiness::ZeroDenominator => counts(12, 0, 0, 0),
    };
    let figure = |indicator| {
        let ShownFigure { key, unit, .. } = shown(indicator, share(0, 0, 0));
        Figure { key, unit, numerals: share(0, 0, counts.pending), counts }
    };
    let figures = ["completion_rate", "employment_rate_3m", "employment_rate_6m"].map(figure);
    (publish(figures.to_vec(), Profile::Exact), publish(figures.to_vec(), Profile::Public))
}

/// A check that holds and an incomplete record.
pub(crate) fn checks() -> ExactChecks {
    let side = |kind, codes: &[&'static str]| Quantity { kind, codes: codes.to_vec(), value: 86 };
    let check = AggregateCheck {
        rule: 1,
        centre: "*".into(),
        sex: Sex::All,
        left: side(QuantityKind::Sum, &["EECO02", "EECO04", "EECO05"]),
        relation: Relation::Equal,
        right: side(QuantityKind::Complete, &["EECO01"]),
        verdict: Verdict::Holds,
        participations: Vec::new(),
    };
    let record = IncompleteRecord {
        place: Place {
            file: "lista.xlsx".into(),
            sheet: "Uczestnicy".into(),
            cell: Some(Cell { row: 33, column: 3 }),
        },
        person: "os-0007".to_owned(),
        missing: vec!["education"],
    };
    ExactChecks::new(vec![check], vec![record])
}

/// One figure of each kind, most of them from the worked data set of two centres.
pub(crate) fn one_of_each_kind() -> Publishable {
    let all = |indicator| (indicator, "*", "total", "*", Sex::All, "", "", None);
    let money_ratio = Numerals::MoneyRatio(Some((Grosze(1_124_721), Grosze(2_666_304))));
    let figures: [(Key<'_>, Numerals, Counts); 12] = [
        (all("participants"), Numerals::Count(26), counts(26, 0, 0, 0)),
        (
            ("participants", "Ośrodek \"A\", Nowy", "group", "?", Sex::K, "", "", None),
            Numerals::Count(0),
            counts(0, 0, 0, 0),
        ),
        (all("completion_rate"), share(8, 10, 0), counts(10, 2, 0, 0)),
        (all("employment_rate_3m"), share(3, 13, 2), counts(13, 0, 2, 1)),
        (all("employment_rate_6m"), share(0, 0, 0), counts(0, 0, 0, 0)),
        (
            all("benefit_monthly_after"),
            Numerals::MoneyMean(Some((Grosze(1_596_583), 144))),
            counts(12, 0, 0, 0),
        ),
        (
            ("benefit_path", "*", "total", "*", Sex::All, "", "", Some(-12)),
            Numerals::MoneyMean(Some((Grosze(150_650), 12))),
            counts(12, 0, 0, 0),
        ),
        (all("benefit_reduction_rate"), money_ratio, counts(12, 0, 0, 0)),
        (
            ("benefit_savings", "*", "total", "*", Sex::All, "*", "labour_fund", None),
            Numerals::MoneySum(Some(Grosze(-452_520))),
            counts(12, 0, 0, 0),
        ),
        (
            ("benefit_savings", "=1+1", "total", "*", Sex::All, "*", "*", None),
            Numerals::MoneySum(None),
            counts(0, 0, 4, 0),
        ),
        (all("participation_days"), Numerals::Median(Some(383)), counts(12, 0, 0, 0)),
        (all("referral_days"), Numerals::Median(None), counts(0, 0, 0, 1)),
    ];
    let figures = figures.into_iter().map(|(place, numerals, counts)| Figure {
        unit: unit(place.0),
        key: key(place),
        numerals,
        counts,
    });
    publish(figures.collect(), Profile::Exact)
}

/// Four centres as a coordinator would hold them; the names of two attack the writers.
pub(crate) fn realistic() -> Publishable {
    publish(realistic_figures(), Profile::Exact)
}

/// The same through the public door.
pub(crate) fn public() -> Publishable {
    publish(realistic_figures(), Profile::Public)
}

/// The names of the centres of [`realistic`].
pub(crate) const CENTRES: [&str; 4] =
    ["=HYPERLINK(\"http://x\")", "<script>alert(1)</script>", "CIS Brzeźnikowo", "CIS Olszanówek"];

fn realistic_figures() -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |place: Key<'_>, numerals: Numerals| {
        let counts = match numerals {
            Numerals::Share { denominator, pending, .. } => {
                counts(denominator.unsigned_abs(), 3, pending, 2)
            }
            Numerals::Count(total) => {
                // One leaver left in an unknown way.
                let unknown = u64::from(place.0 == "completers" && place.1 == "*");
                counts(total.unsigned_abs(), 0, 0, unknown)
            }
            _ => counts(69, 0, 5, 3),
        };
        figures.push(Figure { key: key(place), unit: unit(place.0), numerals, counts });
    };
    // Overall, then a part of it for each centre, K and M: the sizes differ so that a swapped cell shows.
    let shares = [
        ("completion_rate", 43, 70),
        ("economic_independence_rate", 27, 42),
        ("labour_market_entry_rate", 26, 42),
        ("employment_rate_at_exit", 22, 76),
        ("employment_rate_3m", 16, 73),
        ("employment_rate_6m", 23, 74),
    ];
    let totals = [
        ("participants", 135),
        ("starters", 88),
        ("active_at_end", 58),
        ("leavers", 77),
        ("completers", 43),
        ("dropouts", 27),
        ("other_exits", 6),
    ];
    let parts = [
        ("*", 1, 1),
        (CENTRES[0], 1, 10),
        (CENTRES[1], 1, 4),
        (CENTRES[2], 1, 2),
        (CENTRES[3], 1, 5),
    ];
    for (centre, times, by) in parts {
        for (sex, sex_times, sex_by) in [(Sex::All, 1, 1), (Sex::K, 3, 5), (Sex::M, 2, 5)] {
            let scale = |number: i64| number * times * sex_times / (by * sex_by);
            let place = |indicator| (indicator, centre, "total", "*", sex, "", "", None);
            for (indicator, total) in totals {
                add(place(indicator), Numerals::Count(scale(total)));
            }
            for (indicator, numerator, denominator) in shares {
                let pending = if indicator == "employment_rate_6m" { 4 } else { 0 };
                add(place(indicator), share(scale(numerator), scale(denominator), pending));
            }
            add(place("participation_days"), Numerals::Median(Some(383)));
            add(place("referral_days"), Numerals::Median(Some(24)));
        }
    }
    for (position, category) in
        ["homeless", "alcohol", "long_term_unemployed", "other", "?"].into_iter().enumerate()
    {
        let size = 40 - 7 * i64::try_from(position).unwrap();
        for (sex, part) in [(Sex::All, size), (Sex::K, size / 3), (Sex::M, size - size / 3)] {
            let place = |indicator| (indicator, "*", "group", category, sex, "", "", None);
            add(place("participants"), Numerals::Count(part));
            add(place("starters"), Numerals::Count(part / 2));
            add(place("employment_rate_3m"), share(part / 5, part / 2, 0));
        }
    }
    for band in ["18-29", "30-54", "55+"] {
        add(("employment_rate_3m", "*", "age_band", band, Sex::All, "", "", None), share(4, 19, 1));
    }
    let all = |indicator| (indicator, "*", "total", "*", Sex::All, "", "", None);
    let mean = |grosze, months| Numerals::MoneyMean(Some((Grosze(grosze), months)));
    add(all("benefit_monthly_before"), mean(16_029_013, 828));
    add(all("benefit_monthly_during"), mean(3_628_257, 529));
    add(all("benefit_monthly_after"), mean(9_817_053, 828));
    let reduction = Numerals::MoneyRatio(Some((Grosze(6_356_772), Grosze(14_162_142))));
    add(all("benefit_reduction_rate"), reduction);
    for (payer, grosze) in [
        ("*", 483_807),
        ("gmina", 284_849),
        ("gmina_or_state", 206_000),
        ("labour_fund", -452_520),
        ("state", 445_478),
    ] {
        let place = ("benefit_savings", "*", "total", "*", Sex::All, "*", payer, None);
        add(place, Numerals::MoneySum(Some(Grosze(grosze))));
    }
    for offset in (-12..=12).filter(|offset| *offset != 0) {
        let zloty = if offset < 0 { 200 + 5 * offset } else { 130 - 3 * offset };
        let place = ("benefit_path", "*", "total", "*", Sex::All, "", "", Some(offset));
        add(place, mean(zloty * 6900, 69));
    }
    figures
}

/// A few definitions: two indicators, one check, one table.
pub(crate) fn catalogue() -> Catalogue {
    let files = [
        ("indicators/employment/employment_rate_at_exit.sql", AT_EXIT),
        ("indicators/participation/participants.sql", PARTICIPANTS),
        ("checks/P001_impossible_date.toml", CHECK),
        ("sources/participants.toml", SOURCE),
        (
            "parameters/employment_criterion/employment_criterion_general.toml",
            include_str!(
                "../../queries/parameters/employment_criterion/employment_criterion_general.toml"
            ),
        ),
        (
            "parameters/employment_criterion/employment_criterion_disability.toml",
            include_str!(
                "../../queries/parameters/employment_criterion/employment_criterion_disability.toml"
            ),
        ),
    ];
    let files: BTreeMap<String, String> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    Catalogue::from_files(files).unwrap()
}

/// A finding of the check in [`catalogue`], in `lista.xlsx`, sheet 2024, cell C7.
pub(crate) fn finding(read: &str) -> Finding {
    Finding {
        place: Place {
            file: Arc::from("lista.xlsx"),
            sheet: Arc::from("2024"),
            cell: Some(Cell { row: 6, column: 2 }),
        },
        code: "P001",
        severity: Severity::Error,
        field: "entry_date".to_owned(),
        read: read.to_owned(),
        suggestion: "2024-02-29".to_owned(),
        arguments: vec![("row", "7".to_owned())],
        person: Some("os-0007".to_owned()),
    }
}

/// Two findings, of which the second is worth more: one in ten could move a share by 6.4 points, for the
/// other there is no bound.
pub(crate) fn worths() -> Worths {
    let headline = HeadlineWorth {
        indicator: "employment_rate_at_exit".to_owned(),
        magnitude: Magnitude::Share,
        now: Some(0.3),
        range: Some((3.0 / 11.0, 4.0 / 11.0)),
        together: Movement::UpTo(4.0 / 11.0 - 0.3),
        movers: 2,
        without_bound: 1,
    };
    Worths {
        findings: vec![vec![headline.together], vec![Movement::NotKnown]],
        headlines: vec![headline],
        too_many: None,
    }
}

const AT_EXIT: &str = r#"/*
id = "employment_rate_at_exit"
order = 20
unit = "person"
aggregate = "share"
esf = "EECR04"
title = { pl = "Osoby pracujące, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu", en = "Participants in employment, including self-employment, upon leaving" }
definition = { pl = "Kończący udział, którzy przy wejściu byli bezrobotni lub bierni zawodowo. Sukces: ostatnie zdarzenie na rynku pracy w ciągu 28 dni po wyjściu to praca.", en = "Leavers who were unemployed or inactive at entry. Success: the last labour-market event within 28 days after exit is a job." }
[[basis]]
source = "Rozporządzenie (UE) 2021/1057, załącznik I"
verified = false
[reasons]
yes = { pl = "tak", en = "yes" }
*/
select 1
"#;

const PARTICIPANTS: &str = r#"/*
id = "participants"
order = 10
unit = "person"
aggregate = "count"
title = { pl = "Uczestnicy zajęć", en = "Participants" }
definition = { pl = "Osoby, których udział przypada choć przez jeden dzień na okres sprawozdawczy.", en = "Persons whose participation overlaps the period by at least one day." }
[[basis]]
source = "Ustawa o zatrudnieniu socjalnym, art. 5 ust. 6"
verified = true
[reasons]
yes = { pl = "tak", en = "yes" }
*/
select 1
"#;

const CHECK: &str = r#"
code = "P001"
name = "impossible_date"
severity = "error"
[pl]
title = "Niemożliwa data"
what = "W polu „{field}” jest „{read}”, może chodzi o {suggestion} (wiersz {row})."
why = "Skutek: {effect}."
fix = "Popraw datę."
[en]
title = "Impossible date"
what = "{field} holds “{read}”, perhaps {suggestion} (row {row})."
why = "Effect: {effect}."
fix = "Correct the date."
"#;

const SOURCE: &str = r#"
kind = "participants"
order = 1
title = { pl = "Uczestnicy", en = "Participants" }
grain = { pl = "pobyt", en = "stay" }
[[field]]
name = "entry_date"
type = "day"
header = "Data wejścia"
title = { pl = "Data wejścia", en = "Entry date" }
"#;
