//! mayor.xlsx and mayor.pdf: a year in five figures and a few tables, for people who decide about a
//! gmina's budget. The workbook holds every table, the PDF the two pages that are read.
//!
//! Figures come through the profile `public`. A difference between before and after is called a
//! change, because nothing here compares with people who did not take part (reliability.md 26).

mod changes;
mod costs;
mod groups;
mod headlines;
mod pages;
#[cfg(test)]
mod pages_tests;

pub use changes::OF_YEAR_BEFORE;

use std::collections::BTreeSet;

use crate::catalogue::Texts;
use crate::disclosure::{Publishable, ShownFigure};
use crate::model::Sex;
use crate::reports::shown_cell::{Firmness, Spot, count, find, interval, public_rate, value};
use crate::reports::workbook::{
    BookPlan, CellValue, ChartKind, ChartPlan, Row, SeriesPlan, SheetPlan, front, write_report,
};
use crate::reports::{ReportContext, ReportError, label, supplement};

const INDICATORS: [&str; 17] = [
    "participants",
    "completion_rate",
    "labour_market_entry_rate",
    "employment_rate_6m",
    "benefit_monthly_before",
    "benefit_monthly_during",
    "benefit_monthly_after",
    "benefit_reduction_rate",
    "benefit_savings",
    "benefit_path",
    "payer_shift",
    "cost_per_participant",
    "cost_per_completer",
    "cost_per_independent",
    "gmina_tax_gain",
    "payback_months",
    "net_public_balance",
];

/// The bytes of mayor.xlsx. `earlier` are the figures [`OF_YEAR_BEFORE`], where there are any.
pub fn write(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: Option<&Publishable>,
) -> Result<Vec<u8>, ReportError> {
    write_report(context, &plan(context, figures, earlier))
}

/// The bytes of mayor.pdf.
pub fn write_pdf(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: Option<&Publishable>,
) -> Result<Vec<u8>, ReportError> {
    pages::write(context, figures, earlier)
}

fn plan(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: Option<&Publishable>,
) -> BookPlan {
    let texts = context.texts;
    let (frame, mut cover) = front(context, figures, "mayor");
    cover.highlights_title = texts.text("mayor-highlights");
    let headlines = headlines::headlines(texts, figures).into_iter();
    cover.highlights = headlines.map(|figure| figure.sentence).collect();
    let notes = ["mayor-note-few", "mayor-note-change"];
    let mut sheets = vec![
        headlines::sheet(texts, figures),
        path(context, figures),
        payers(context, figures),
        costs::sheet(context, figures),
        employment(context, figures),
        groups::sheet(context, figures),
    ];
    sheets.extend(earlier.map(|earlier| changes::sheet(context, figures, earlier)));
    sheets.extend(supplement::comparison(context, figures));
    sheets.push(not_claimed(context));
    BookPlan {
        frame,
        cover,
        indicators: INDICATORS.map(str::to_owned).to_vec(),
        notes: notes.map(|id| (texts.text(&format!("{id}-subject")), texts.text(id))).to_vec(),
        sheets,
        absent: Vec::new(),
        pictures: context.charts.to_vec(),
    }
}

/// What a rate's firmness means for its reader.
pub(crate) fn remark(texts: &Texts, firmness: Firmness) -> String {
    match firmness {
        Firmness::Firm | Firmness::Absent => String::new(),
        Firmness::Indicative => texts.text("mayor-indicative"),
        Firmness::TooFew => texts.text("mayor-too-few"),
    }
}

fn path(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let months: Vec<&ShownFigure> = figures
        .of("benefit_path")
        .filter(|figure| {
            let key = &figure.key;
            (&*key.centre, &*key.dimension, key.sex) == ("*", "total", Sex::All)
        })
        .collect();
    let rows: Vec<Row> = months
        .iter()
        .map(|figure| {
            let offset = figure.key.month_offset.unwrap_or(0);
            let (cell, _) = public_rate(Some(figure));
            let (before, after) =
                if offset < 0 { (cell, CellValue::Blank) } else { (CellValue::Blank, cell) };
            Row::new(vec![
                CellValue::Whole(offset),
                before,
                after,
                count(Some(figure), |counts| counts.counted),
            ])
        })
        .collect();
    let chart = ChartPlan {
        kind: ChartKind::Line,
        title: texts.text("mayor-path-chart"),
        alt: texts.text("mayor-path-chart-alt"),
        category_title: texts.text("mayor-path-axis"),
        value_title: texts.text("axis-zloty-person"),
        categories: 0,
        series: vec![
            SeriesPlan { name: texts.text("mayor-path-before"), column: 1 },
            SeriesPlan { name: texts.text("mayor-path-after"), column: 2 },
        ],
        rows: 0..rows.len(),
        number_format: "#,##0".to_owned(),
        largest: None,
    };
    let columns = [
        ("mayor-month", 11.0),
        ("mayor-path-before", 18.0),
        ("mayor-path-after", 18.0),
        ("column-base", 13.0),
    ];
    sheet(context, "path", &columns, rows, vec![chart])
}

/// What each payer paid less or more after the exit, and what it paid during participation.
fn payers(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let of = |indicator, payer: &str| {
        figures.of(indicator).find(|figure| is_by_payer(figure) && &*figure.key.payer == payer)
    };
    let names: BTreeSet<&str> = ["benefit_savings", "payer_shift"]
        .into_iter()
        .flat_map(|indicator| figures.of(indicator).filter(|figure| is_by_payer(figure)))
        .map(|figure| &*figure.key.payer)
        .collect();
    let none = || CellValue::text("–");
    let row = |payer: &str| {
        let (savings, during) = (of("benefit_savings", payer), of("payer_shift", payer));
        let difference = savings.map_or_else(none, value);
        vec![
            CellValue::text(label(texts, "payer", payer)),
            difference.clone(),
            CellValue::text(meaning(texts, &difference)),
            during.map_or_else(none, value),
            count(savings.or(during), |counts| counts.counted),
        ]
    };
    // Who pays only during participation stands last; the chart shows the others.
    let (both, during): (Vec<&str>, Vec<&str>) = names
        .into_iter()
        .filter(|payer| *payer != "*")
        .partition(|payer| of("benefit_savings", payer).is_some());
    let mut rows: Vec<Row> = both.iter().chain(&during).map(|payer| Row::new(row(payer))).collect();
    rows.extend(of("benefit_savings", "*").map(|_| Row::strong(row("*"))));
    let chart = ChartPlan {
        kind: ChartKind::Bar,
        title: texts.text("mayor-payers-chart"),
        alt: texts.text("mayor-payers-chart-alt"),
        category_title: String::new(),
        value_title: texts.text("axis-zloty"),
        categories: 0,
        series: vec![SeriesPlan { name: texts.text("mayor-difference"), column: 1 }],
        rows: 0..both.len(),
        number_format: "#,##0 \"zł\"".to_owned(),
        largest: None,
    };
    let columns = [
        ("column-payer", 32.0),
        ("mayor-difference", 30.0),
        ("mayor-payers-meaning", 30.0),
        ("mayor-payers-during", 30.0),
        ("column-base", 14.0),
    ];
    sheet(context, "payers", &columns, rows, vec![chart])
}

/// A figure of everybody for one payer, all kinds of benefit together.
fn is_by_payer(figure: &ShownFigure) -> bool {
    let key = &figure.key;
    (&*key.centre, &*key.dimension, key.sex) == ("*", "total", Sex::All)
        && matches!(&*key.benefit_kind, "*" | "")
}

/// `less was paid after exit`.
fn meaning(texts: &Texts, difference: &CellValue) -> String {
    let id = match difference {
        CellValue::Money { grosze, .. } => match grosze.0 {
            1.. => "mayor-payers-less",
            0 => "mayor-payers-same",
            _ => "mayor-payers-more",
        },
        _ => return String::new(),
    };
    texts.text(id)
}

fn employment(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let mut rows = Vec::new();
    let mut centres: Vec<(String, String)> =
        figures.centres().iter().map(|centre| (centre.to_string(), centre.to_string())).collect();
    centres.push(("*".to_owned(), texts.text("reports-all")));
    for (centre, name) in &centres {
        let mut cells = vec![CellValue::text(name)];
        let mut remarks = Vec::new();
        for (id, when) in [("labour_market_entry_rate", "90"), ("employment_rate_6m", "6m")] {
            let figure = find(figures, id, Spot::centre(centre));
            let (cell, firmness) = public_rate(figure);
            cells.push(cell);
            cells.push(count(figure, |counts| counts.counted));
            cells.extend(match firmness {
                Firmness::TooFew => [CellValue::Suppressed, CellValue::Suppressed],
                _ => interval(figure),
            });
            let words = remark(texts, firmness);
            if !words.is_empty() {
                remarks.push(format!("{}: {words}", texts.text(&format!("mayor-when-{when}"))));
            }
        }
        cells.push(CellValue::text(remarks.join("; ")));
        rows.push(if centre == "*" { Row::strong(cells) } else { Row::new(cells) });
    }
    let columns = [
        ("column-centre", 30.0),
        ("mayor-90", 16.0),
        ("mayor-90-n", 11.0),
        ("mayor-90-low", 13.0),
        ("mayor-90-high", 13.0),
        ("mayor-6m", 16.0),
        ("mayor-6m-n", 11.0),
        ("mayor-6m-low", 13.0),
        ("mayor-6m-high", 13.0),
        ("column-remark", 46.0),
    ];
    sheet(context, "employment", &columns, rows, Vec::new())
}

fn not_claimed(context: &ReportContext<'_>) -> SheetPlan {
    let rows = claims(context.texts)
        .map(|(claim, why)| Row::new(vec![CellValue::text(claim), CellValue::text(why)]));
    let columns = [("mayor-claim", 48.0), ("mayor-claim-why", 96.0)];
    sheet(context, "claims", &columns, rows.to_vec(), Vec::new())
}

/// What the figures do not say, and why.
fn claims(texts: &Texts) -> [(String, String); 5] {
    ["cause", "everybody", "budget", "ranking", "state"].map(|id| {
        let claim = format!("mayor-claim-{id}");
        (texts.text(&claim), texts.text(&format!("{claim}-why")))
    })
}

fn sheet(
    context: &ReportContext<'_>,
    id: &str,
    columns: &[(&str, f64)],
    rows: Vec<Row>,
    charts: Vec<ChartPlan>,
) -> SheetPlan {
    let texts = context.texts;
    SheetPlan {
        charts,
        ..SheetPlan::of(
            texts,
            &format!("mayor-{id}"),
            vec![texts.text(&format!("mayor-{id}-note"))],
            columns,
            rows,
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;
    use crate::model::Language;
    use crate::reports::fixture::{catalogue, public};
    use crate::reports::read_back::{parts, row, rows};

    use super::*;

    fn book(language: Language) -> Vec<u8> {
        let (catalogue, texts) = (catalogue(), embedded_texts(language).unwrap());
        let context = ReportContext {
            catalogue: &catalogue,
            texts: &texts,
            title: "",
            settings: &[],
            program_version: "0.1.0",
            charts: &[],
        };
        write(&context, &public(), None).unwrap()
    }

    #[test]
    fn payers_stand_one_by_one_and_together() {
        let payers = rows(&book(Language::English), "Difference by payer");
        let amounts: Vec<_> = payers.iter().map(|row| row[1].as_str()).collect();
        let found = amounts.iter().skip_while(|amount| **amount != "2848.49").copied();
        assert_eq!(found.collect::<Vec<_>>(), ["2848.49", "2060", "-4525.2", "4454.78", "4838.07"]);
    }

    #[test]
    fn the_path_has_a_line_before_entry_and_one_after_exit() {
        let book = book(Language::English);
        let path = rows(&book, "Benefits month by month");
        let months: Vec<_> = path.iter().filter(|row| row[0].parse::<i64>().is_ok()).collect();
        assert_eq!(months.len(), 24);
        // 200 − 5 zł a month before entry, 130 − 3 zł after exit.
        assert_eq!(months[11][..], ["-1", "195", "", "69"]);
        assert_eq!(months[12][..], ["1", "", "127", "69"]);
        assert!(parts(&book).iter().any(|(_, content)| content.contains("lineChart")));
    }

    #[test]
    fn centres_with_some_people_are_indicative() {
        let book = book(Language::Polish);
        // Half of 26 of 42: 13 of 21; half of 23 of 74: 11 of 37.
        let cells = row(&book, "Praca według centrów", &["CIS Brzeźnikowo"]);
        assert_eq!((cells[2].as_str(), cells[6].as_str()), ("21", "37"));
        assert_eq!(cells[9], "90 dni: orientacyjnie (n < 30)");
    }

    #[test]
    fn nothing_claims_a_cause() {
        for (language, words) in [
            (Language::Polish, ["dzięki", "spowodował", "efekt netto"]),
            (Language::English, ["thanks to", "caused", "net effect"]),
        ] {
            for (part, content) in parts(&book(language)) {
                let content = content.to_lowercase();
                assert!(!words.iter().any(|word| content.contains(word)), "{part}");
            }
        }
    }
}
