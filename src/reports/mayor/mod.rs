//! mayor.xlsx: a year in five figures and a few tables, for people who decide about a gmina's budget.
//!
//! Figures come through the profile `public`. A difference between before and after is called a
//! change, because nothing here compares with people who did not take part (reliability.md 26).

mod headlines;

use crate::catalogue::Texts;
use crate::disclosure::{Publishable, ShownFigure};
use crate::model::Sex;
use crate::reports::shown_cell::{Firmness, Spot, count, find, interval, public_rate, value};
use crate::reports::workbook::{
    BookPlan, CellValue, ChartKind, ChartPlan, Column, Row, SeriesPlan, SheetPlan, front,
    write_report,
};
use crate::reports::{ReportContext, ReportError, label, supplement};

const INDICATORS: [&str; 10] = [
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
];

/// The bytes of mayor.xlsx.
pub fn write(context: &ReportContext<'_>, figures: &Publishable) -> Result<Vec<u8>, ReportError> {
    write_report(context, &plan(context, figures))
}

fn plan(context: &ReportContext<'_>, figures: &Publishable) -> BookPlan {
    let texts = context.texts;
    let (frame, mut cover) = front(context, figures, "mayor");
    cover.highlights_title = texts.text("mayor-highlights");
    cover.highlights = headlines::sentences(texts, figures);
    let notes = ["mayor-note-few", "mayor-note-change"];
    let mut sheets = vec![
        headlines::sheet(texts, figures),
        path(context, figures),
        payers(context, figures),
        employment(context, figures),
    ];
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

fn payers(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let mut rows = Vec::new();
    let mut total = None;
    for figure in figures.of("benefit_savings") {
        let key = &figure.key;
        let overall = (&*key.centre, &*key.dimension, key.sex) == ("*", "total", Sex::All);
        if !overall || &*key.benefit_kind != "*" {
            continue;
        }
        let cells = vec![
            CellValue::text(label(texts, "payer", &key.payer)),
            value(figure),
            count(Some(figure), |counts| counts.counted),
        ];
        if &*key.payer == "*" {
            total = Some(Row::strong(cells));
        } else {
            rows.push(Row::new(cells));
        }
    }
    let single_payers = rows.len();
    rows.extend(total);
    let chart = ChartPlan {
        kind: ChartKind::Bar,
        title: texts.text("mayor-payers-chart"),
        alt: texts.text("mayor-payers-chart-alt"),
        category_title: String::new(),
        value_title: texts.text("axis-zloty"),
        categories: 0,
        series: vec![SeriesPlan { name: texts.text("mayor-difference"), column: 1 }],
        rows: 0..single_payers,
        number_format: "#,##0 \"zł\"".to_owned(),
        largest: None,
    };
    let columns = [("column-payer", 52.0), ("mayor-difference", 36.0), ("column-base", 20.0)];
    sheet(context, "payers", &columns, rows, vec![chart])
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
    let texts = context.texts;
    let rows = ["cause", "everybody", "budget", "ranking", "state"].map(|id| {
        Row::new(vec![
            CellValue::text(texts.text(&format!("mayor-claim-{id}"))),
            CellValue::text(texts.text(&format!("mayor-claim-{id}-why"))),
        ])
    });
    let columns = [("mayor-claim", 48.0), ("mayor-claim-why", 96.0)];
    sheet(context, "claims", &columns, rows.to_vec(), Vec::new())
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
        name: texts.text(&format!("sheet-mayor-{id}")),
        title: texts.text(&format!("mayor-{id}-title")),
        about: texts.text(&format!("mayor-{id}-about")),
        notes: vec![texts.text(&format!("mayor-{id}-note"))],
        columns: columns.iter().map(|(id, width)| Column::new(texts.text(id), *width)).collect(),
        rows,
        charts,
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
        write(&context, &public()).unwrap()
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
