//! What mayor.pdf promises, tried on the pages themselves.

use std::sync::Arc;

use crate::catalogue::{Catalogue, embedded_texts};
use crate::disclosure::Publishable;
use crate::model::{
    Counts, Day, Figure, FigureKey, Grosze, Indicators, Language, Numerals, Period, Quotient, Sex,
};
use crate::reports::fixture::{CENTRES, public, share};
use crate::reports::mayor::pages::{manuscript, write};
use crate::reports::typeset::tests::page_texts;
use crate::reports::{ChartPicture, ReportContext, charts};

const LANGUAGES: [Language; 2] = [Language::Polish, Language::English];

/// A figure of everybody: as many counted as its denominator says, else 40.
fn figure(indicator: &str, numerals: Numerals) -> Figure {
    let (counted, pending) = match numerals {
        Numerals::Share { denominator, pending, .. } => (denominator.unsigned_abs(), pending),
        Numerals::Count(total) => (total.unsigned_abs(), 0),
        _ => (40, 0),
    };
    Figure {
        key: FigureKey {
            indicator: indicator.into(),
            centre: "*".into(),
            dimension: "total".into(),
            category: "*".into(),
            sex: Sex::All,
            benefit_kind: "".into(),
            payer: "".into(),
            month_offset: None,
        },
        unit: "person",
        numerals,
        counts: Counts { counted, excluded: 0, pending, unknown: 0, present: counted + pending },
    }
}

fn published(period: &str, mut figures: Vec<Figure>) -> Publishable {
    figures.sort_by(|a, b| a.key.cmp(&b.key));
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let period = Period::parse(period, as_of).unwrap();
    Publishable::public(&Indicators { period, as_of, figures }, &Catalogue::embedded().unwrap())
}

fn of_everybody(period: &str, figures: &[(&str, Numerals)]) -> Publishable {
    published(period, figures.iter().map(|(id, numerals)| figure(id, *numerals)).collect())
}

/// Two pages: their text, and the file.
fn pages(
    language: Language,
    title: &str,
    figures: &Publishable,
    earlier: Option<&Publishable>,
) -> (Vec<String>, Vec<u8>) {
    let (catalogue, texts) = (Catalogue::embedded().unwrap(), embedded_texts(language).unwrap());
    let drawn = charts::draw_all(figures, &texts, "efekt 0.1.0").unwrap();
    let charts: Vec<ChartPicture> = drawn
        .into_iter()
        .map(|chart| ChartPicture {
            name: chart.name.to_owned(),
            title: chart.title,
            alt: chart.alt,
            png: chart.png,
            svg: chart.svg,
        })
        .collect();
    let context = ReportContext {
        catalogue: &catalogue,
        texts: &texts,
        title,
        settings: &[],
        program_version: "0.1.0",
        charts: &charts,
    };
    let texts = page_texts(&manuscript(&context, figures, earlier));
    assert_eq!(texts.len(), 2, "{language:?}");
    (texts, write(&context, figures, earlier).unwrap())
}

/// The text without the line breaks that the width of the page makes.
fn running(text: &str) -> String {
    text.replace('\n', " ").split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_page_says_the_five_figures_and_who_saves_what() {
    let (texts, _) = pages(Language::Polish, "Klaster", &public(), None);
    let first = running(&texts[0]);
    for said in [
        "CIS w gminie – podsumowanie dla samorządu",
        "Projekt: Klaster",
        "2024 (01.01.2024 – 31.12.2024)",
        "Stan na dzień: 31.03.2026",
        "W zajęciach CIS uczestniczyło 135 osób.",
        "61,4%",
        "W 26 z 42 przypadków ukończenia zajęć (61,9%)",
        "193,59\u{a0}zł przed",
        "118,56\u{a0}zł po",
        "2\u{a0}848,49\u{a0}zł mniej",
        "−4\u{a0}525,20\u{a0}zł",
        "wypłacono więcej",
        "Razem 4\u{a0}838,07\u{a0}zł wypłacono mniej",
        "Strona 1 z 2",
    ] {
        assert!(first.contains(said), "{said}: {first}");
    }
    assert!(running(&texts[1]).contains("…to CIS sprawił, że zasiłki spadły."));
}

#[test]
fn names_of_centres_stand_as_they_are() {
    let (texts, _) = pages(Language::English, "#read(\"x\") $a$ *b*", &public(), None);
    let first = running(&texts[0]);
    assert!(first.contains("Project: #read(\"x\") $a$ *b*"), "{first}");
    for centre in CENTRES {
        assert!(first.contains(centre), "{centre}: {first}");
    }
}

#[test]
fn without_a_cost_one_sentence_says_which_file_would_give_it() {
    let (texts, _) = pages(Language::Polish, "", &public(), None);
    let second = running(&texts[1]);
    assert_eq!(second.matches("placówki.xlsx").count(), 1, "{second}");
    assert!(!second.contains("Koszt na uczestnika"), "{second}");
}

#[test]
fn costs_stand_with_what_is_an_estimate_and_what_nobody_has_checked() {
    let mean = |zloty: i128| Quotient::new(zloty * 100, 1);
    let figures = of_everybody(
        "2024",
        &[
            ("cost_per_participant", Numerals::MoneyMean(Some((Grosze(100_000_000), 40)))),
            ("cost_per_completer", Numerals::MoneyMean(Some((Grosze(100_000_000), 30)))),
            ("gmina_tax_gain", Numerals::MoneyFraction(Some(mean(3709)))),
            // 25,000 zł ÷ 233 zł a month = 107.296 months.
            ("payback_months", Numerals::Payback(Some((mean(25_000), mean(233))))),
            ("net_public_balance", Numerals::MoneyFraction(Some(mean(-16_933)))),
        ],
    );
    let (texts, _) = pages(Language::Polish, "", &figures, None);
    let second = running(&texts[1]);
    for said in [
        "25\u{a0}000,00\u{a0}zł",
        "33\u{a0}333,33\u{a0}zł",
        "3\u{a0}709,00\u{a0}zł",
        "107,3",
        "−16\u{a0}933,00\u{a0}zł",
        "Podatek dla gminy (szacunek)",
        "trafia do jej budżetu dwa lata później",
        "niesprawdzone w źródle:",
        "Stawka podatku PIT",
    ] {
        assert!(second.contains(said), "{said}: {second}");
    }
    assert!(!second.contains("placówki.xlsx"), "{second}");
}

#[test]
fn years_are_compared_where_both_may_be_said() {
    let now = of_everybody(
        "2024",
        &[
            ("participants", Numerals::Count(135)),
            ("completion_rate", share(43, 70, 0)),
            ("labour_market_entry_rate", share(20, 40, 3)),
        ],
    );
    let earlier = |leavers: i64| {
        of_everybody(
            "2023",
            &[
                ("participants", Numerals::Count(120)),
                ("leavers", Numerals::Count(leavers)),
                ("completion_rate", share(33, 66, 0)),
                // Nine persons: the rate is not said, so no difference is.
                ("labour_market_entry_rate", share(5, 9, 0)),
            ],
        )
    };
    let (texts, _) = pages(Language::Polish, "", &now, Some(&earlier(60)));
    let second = running(&texts[1]);
    // 61.43 − 50.00 %; the interval of 33 of 66 reaches from 38 to 62 %.
    assert!(second.contains("+11,4\u{a0}pkt\u{a0}proc. różnica może być przypadkowa"), "{second}");
    assert!(second.contains("+15"), "{second}");
    assert_eq!(second.matches("pkt\u{a0}proc.").count(), 1, "{second}");
    assert!(second.contains("wynik może się jeszcze zmienić"), "{second}");
    let (texts, _) = pages(Language::Polish, "", &now, Some(&earlier(0)));
    let second = running(&texts[1]);
    assert!(second.contains("w okresie 2023 nikt nie zakończył zajęć"), "{second}");
    assert!(!second.contains("+15") && !second.contains("pkt\u{a0}proc."), "{second}");
}

#[test]
fn long_names_many_centres_and_groups_stay_on_two_pages() {
    let title = "Klaster Podmiotów Reintegracyjnych „Razem łatwiej” ".repeat(8) + &"ż".repeat(300);
    let name = |number: i64| -> Arc<str> {
        let long = "Centrum Integracji Społecznej przy Stowarzyszeniu Wzajemnej Pomocy";
        format!("{long} w Konstantynowie Łódzkim nr {number} {}", "W".repeat(160)).into()
    };
    let mut figures: Vec<Figure> = Vec::new();
    for number in 0..30 {
        let mut participants = figure("participants", Numerals::Count(50 + number));
        participants.key.centre = name(number);
        figures.push(participants);
    }
    let groups = [
        ("age_band", ["0-17", "18-29", "30-54", "55+", "?"].as_slice()),
        (
            "group",
            &[
                "homeless",
                "alcohol",
                "drugs",
                "mental",
                "long_term_unemployed",
                "ex_prisoner",
                "refugee",
                "disabled",
                "other",
                "?",
            ],
        ),
    ];
    for id in ["completion_rate", "labour_market_entry_rate"] {
        figures.push(figure(id, share(800, 2000, 5)));
        for (dimension, categories) in groups {
            for category in categories {
                let mut part = figure(id, share(40, 100, 0));
                part.key.dimension = dimension.into();
                part.key.category = (*category).into();
                figures.push(part);
            }
        }
    }
    let largest = Grosze(987_654_321);
    for id in ["cost_per_participant", "cost_per_completer", "cost_per_independent"] {
        figures.push(figure(id, Numerals::MoneyMean(Some((largest, 29)))));
    }
    let mean = Quotient::new(largest.0, 1);
    for id in ["gmina_tax_gain", "net_public_balance"] {
        figures.push(figure(id, Numerals::MoneyFraction(Some(mean))));
    }
    let monthly = Numerals::MoneyMean(Some((largest, 7)));
    for id in ["benefit_monthly_before", "benefit_monthly_after"] {
        figures.push(figure(id, monthly));
    }
    let payback = Numerals::Payback(Some((mean, Quotient::new(1, 1))));
    figures.push(figure("payback_months", payback));
    for payer in ["gmina", "gmina_or_state", "state", "labour_fund", "centre", "?", "*"] {
        for (id, kind) in [("benefit_savings", "*"), ("payer_shift", "")] {
            let mut sum = figure(id, Numerals::MoneySum(Some(largest)));
            (sum.key.payer, sum.key.benefit_kind) = (payer.into(), kind.into());
            figures.push(sum);
        }
    }
    let figures = published("2024", figures);
    let earlier = of_everybody(
        "2023",
        &[
            ("leavers", Numerals::Count(90)),
            ("completion_rate", share(33, 66, 0)),
            ("labour_market_entry_rate", share(12, 29, 0)),
            ("benefit_monthly_before", monthly),
            ("benefit_monthly_after", monthly),
        ],
    );
    for language in LANGUAGES {
        let (texts, _) = pages(language, &title, &figures, Some(&earlier));
        let more = if language == Language::Polish { "jeszcze 28 centrów" } else { "28 more" };
        assert!(running(&texts[0]).contains(more), "{}", texts[0]);
    }
}

#[test]
fn nothing_known_and_everything_hidden_are_said_on_two_pages() {
    let hidden: Vec<(&str, Numerals)> = vec![
        ("participants", Numerals::Count(3)),
        ("completion_rate", share(2, 3, 0)),
        ("labour_market_entry_rate", share(1, 2, 1)),
        ("cost_per_participant", Numerals::MoneyMean(Some((Grosze(777_777), 3)))),
    ];
    let mut hidden: Vec<Figure> =
        hidden.into_iter().map(|(id, numerals)| figure(id, numerals)).collect();
    for figure in &mut hidden {
        figure.counts.counted = 3;
    }
    for language in LANGUAGES {
        let (texts, _) = pages(language, "", &published("2024", hidden.clone()), None);
        assert!(texts[0].contains("[c]") && texts[1].contains("[c]"), "{texts:?}");
        for number in ["66,7%", "66.7%", "7777", "2592", "2 592"] {
            assert!(!texts.concat().contains(number), "{number}: {texts:?}");
        }
        let nothing = published("2024", Vec::new());
        let (texts, _) = pages(language, "", &nothing, Some(&nothing));
        assert!(texts[0].contains("[x]"), "{texts:?}");
        assert!(!texts.concat().contains("0,0") && !texts.concat().contains("0.0%"), "{texts:?}");
    }
}

#[test]
fn no_word_names_a_cause_and_no_text_is_missing() {
    for (language, words) in [
        (Language::Polish, ["dzięki", "spowodował", "efekt netto"]),
        (Language::English, ["thanks to", "caused", "net effect"]),
    ] {
        let (texts, _) = pages(language, "Klaster", &public(), Some(&public()));
        let all = running(&texts.concat()).to_lowercase();
        assert!(!words.iter().any(|word| all.contains(word)), "{all}");
        for start in ["mayor-", "headline-", "column-", "payer-", "group-", "age_band-", "{ $"] {
            assert!(!all.contains(start), "{start}: {all}");
        }
    }
}

#[test]
fn the_file_is_tagged_dated_titled_and_holds_its_fonts_and_repeats_its_bytes() {
    for language in LANGUAGES {
        let (_, file) = pages(language, "Klaster", &public(), None);
        let has = |part: &str| file.windows(part.len()).any(|window| window == part.as_bytes());
        let count = |part: &str| {
            file.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
        };
        assert_eq!(count("/FontFile"), 2, "regular and bold");
        for part in [
            "/StructTreeRoot",
            "/Outlines",
            "/ViewerPreferences",
            "D:20260331",
            "efekt 0.1.0",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
        ] {
            assert!(has(part), "{part}");
        }
        assert!(file == pages(language, "Klaster", &public(), None).1, "other bytes");
    }
}
