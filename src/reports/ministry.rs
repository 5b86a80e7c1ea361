//! ministry.xlsx: what a centre needs for the annual statement (art. 5 ust. 4–6) and for the results
//! table of an offer under a ministry programme.
//!
//! The official annex was not seen beyond its first part (national-law.md 1.2), so the tables follow
//! the content that the act lists, and the workbook says so.

use crate::disclosure::Publishable;
use crate::reports::category_order::{categories, sex_name, sexes};
use crate::reports::shown_cell::{Spot, bounds, count, find, interval, numerator, value_at};
use crate::reports::workbook::{
    BookPlan, CellValue, ChartKind, ChartPlan, Column, Row, SeriesPlan, SheetPlan, front,
    indicator_title, write_report,
};
use crate::reports::{ReportContext, ReportError, label, supplement};

const INDICATORS: [&str; 13] = [
    "participants",
    "starters",
    "active_at_end",
    "leavers",
    "completers",
    "dropouts",
    "other_exits",
    "completion_rate",
    "participation_days",
    "referral_days",
    "economic_independence_rate",
    "labour_market_entry_rate",
    "employment_rate_6m",
];

/// Counts in the table of centres, in the order of its columns.
const EXITS: [&str; 7] = [
    "participants",
    "starters",
    "active_at_end",
    "leavers",
    "completers",
    "dropouts",
    "other_exits",
];

/// Rates and medians in the table of centres, behind the counts.
const RATES: [&str; 3] = ["completion_rate", "participation_days", "referral_days"];

/// Results that an offer may promise, in the order of the table.
const RESULTS: [&str; 7] = [
    "participants",
    "starters",
    "completers",
    "completion_rate",
    "economic_independence_rate",
    "labour_market_entry_rate",
    "employment_rate_6m",
];

/// Blocks of art. 5 ust. 6 that no input of this version fills.
const ABSENT: [&str; 2] = ["reintegration", "services"];

/// The bytes of ministry.xlsx.
pub fn write(context: &ReportContext<'_>, figures: &Publishable) -> Result<Vec<u8>, ReportError> {
    write_report(context, &plan(context, figures))
}

fn plan(context: &ReportContext<'_>, figures: &Publishable) -> BookPlan {
    let texts = context.texts;
    let (frame, cover) = front(context, figures, "ministry");
    let absent = ABSENT.map(|block| {
        let id = format!("ministry-absent-{block}");
        (texts.text(&id), texts.text(&format!("{id}-why")))
    });
    BookPlan {
        frame,
        cover,
        indicators: INDICATORS.to_vec(),
        notes: vec![(texts.text("ministry-layout-subject"), texts.text("ministry-layout"))],
        sheets: vec![
            centres(context, figures),
            groups(context, figures),
            independence(context, figures),
            supplement::staff(context, figures),
            supplement::finance(context, figures),
            supplement::next_plans(context, figures),
            results(context, figures),
        ],
        absent: absent.to_vec(),
        pictures: Vec::new(),
    }
}

/// Centres and, last, all of them together.
fn spots(context: &ReportContext<'_>, figures: &Publishable) -> Vec<(String, String)> {
    let centres = figures.centres();
    let mut spots: Vec<_> =
        centres.iter().map(|centre| (centre.to_string(), centre.to_string())).collect();
    spots.push(("*".to_owned(), context.texts.text("reports-all")));
    spots
}

fn centres(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let mut columns = vec![Column::new(texts.text("column-centre"), 28.0)];
    let short = |id: &str| texts.text(&format!("short-{}", id.replace('_', "-")));
    columns.extend(EXITS.map(|id| Column::new(short(id), 13.0)));
    columns.push(Column::new(texts.text("ministry-no-exit-kind"), 12.0));
    columns.push(Column::new(texts.text("ministry-rate-n"), 12.0));
    columns.extend(RATES.map(|id| Column::new(short(id), 15.0)));
    let spots = spots(context, figures);
    let rows = spots.iter().map(|(centre, name)| {
        let spot = Spot::centre(centre);
        let mut cells = vec![CellValue::text(name)];
        cells.extend(EXITS.map(|id| value_at(figures, id, spot)));
        // Leavers = completed + dropped out + other + these (rulings.md 15): the row adds up.
        cells.push(count(find(figures, "completers", spot), |counts| counts.unknown));
        cells.push(count(find(figures, "completion_rate", spot), |counts| counts.counted));
        cells.extend(RATES.map(|id| value_at(figures, id, spot)));
        total_is_strong(centre, cells)
    });
    let series = [(5, "short-completers"), (6, "short-dropouts"), (7, "short-other-exits")];
    SheetPlan {
        name: texts.text("sheet-ministry-centres"),
        title: texts.text("ministry-centres-title"),
        about: texts.text("ministry-centres-about"),
        notes: vec![texts.text("ministry-centres-note")],
        columns,
        rows: rows.collect(),
        charts: vec![ChartPlan {
            kind: ChartKind::StackedColumn,
            title: texts.text("ministry-exits-chart"),
            alt: texts.text("ministry-exits-chart-alt"),
            category_title: texts.text("column-centre"),
            value_title: texts.text("axis-participations"),
            categories: 0,
            series: series.map(|(column, id)| SeriesPlan { name: texts.text(id), column }).to_vec(),
            // The total would dwarf the centres.
            rows: 0..if spots.len() > 1 { spots.len() - 1 } else { 1 },
            number_format: "0",
            largest: None,
        }],
    }
}

fn groups(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let measures = ["participants", "starters", "completers"];
    let sexes = sexes(figures, &measures);
    let mut columns = vec![Column::new(texts.text("column-group"), 38.0)];
    for id in measures {
        for sex in &sexes {
            let measure = texts.text(&format!("short-{id}"));
            columns.push(Column::new(format!("{measure} – {}", sex_name(context, *sex)), 13.0));
        }
    }
    let row = |name: String, dimension: &str, category: &str| {
        let mut cells = vec![CellValue::text(name)];
        for id in measures {
            for sex in &sexes {
                cells.push(value_at(figures, id, Spot::category(dimension, category).of(*sex)));
            }
        }
        cells
    };
    let found = categories(figures, &measures, "group");
    let mut rows: Vec<Row> = found
        .iter()
        .map(|code| Row::new(row(label(texts, "group", code), "group", code)))
        .collect();
    rows.push(Row::strong(row(texts.text("ministry-groups-everybody"), "total", "*")));
    let participants_of_all = u16::try_from(sexes.len()).unwrap_or(1);
    SheetPlan {
        name: texts.text("sheet-ministry-groups"),
        title: texts.text("ministry-groups-title"),
        about: texts.text("ministry-groups-about"),
        notes: vec![texts.text("ministry-groups-note")],
        columns,
        rows,
        charts: vec![ChartPlan {
            kind: ChartKind::Bar,
            title: texts.text("ministry-groups-chart"),
            alt: texts.text("ministry-groups-chart-alt"),
            category_title: String::new(),
            value_title: texts.text("axis-persons"),
            categories: 0,
            series: vec![SeriesPlan {
                name: texts.text("short-participants"),
                column: participants_of_all,
            }],
            rows: 0..found.len(),
            number_format: "0",
            largest: None,
        }],
    }
}

fn independence(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let columns = [
        ("column-centre", 30.0),
        ("column-indicator", 44.0),
        ("ministry-independent", 14.0),
        ("column-base", 12.0),
        ("column-share", 11.0),
        ("column-interval-low", 13.0),
        ("column-interval-high", 13.0),
        ("column-bound-low", 13.0),
        ("column-bound-high", 13.0),
        ("column-pending", 13.0),
        ("column-unknown", 11.0),
    ];
    let mut rows = Vec::new();
    for (centre, name) in &spots(context, figures) {
        for id in ["economic_independence_rate", "labour_market_entry_rate"] {
            let spot = Spot::centre(centre);
            let figure = find(figures, id, spot);
            let mut cells = vec![
                CellValue::text(name),
                CellValue::text(indicator_title(context, id)),
                numerator(figure),
                count(figure, |counts| counts.counted),
                value_at(figures, id, spot),
            ];
            cells.extend(interval(figure));
            cells.extend(bounds(figure));
            cells.push(count(figure, |counts| counts.pending));
            cells.push(count(figure, |counts| counts.unknown));
            rows.push(total_is_strong(centre, cells));
        }
    }
    SheetPlan {
        name: texts.text("sheet-ministry-independence"),
        title: texts.text("ministry-independence-title"),
        about: texts.text("ministry-independence-about"),
        notes: vec![texts.text("ministry-independence-note")],
        columns: columns.map(|(id, width)| Column::new(texts.text(id), width)).to_vec(),
        rows,
        charts: Vec::new(),
    }
}

fn results(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let columns = [
        ("ministry-result", 56.0),
        ("ministry-planned", 14.0),
        ("ministry-achieved", 14.0),
        ("ministry-difference", 14.0),
        ("column-base", 14.0),
        ("ministry-monitoring", 50.0),
    ];
    let row = |name: String, numbers: [CellValue; 4], id: &str| {
        let monitoring = format!("monitoring-{}", id.replace('_', "-"));
        let monitoring =
            if texts.has(&monitoring) { texts.text(&monitoring) } else { String::new() };
        let mut cells = vec![CellValue::text(name)];
        cells.extend(numbers);
        cells.push(CellValue::text(monitoring));
        Row::new(cells)
    };
    let mut rows = Vec::new();
    for id in RESULTS {
        let lines = supplement::lines(context, figures, id);
        if lines.is_empty() {
            let spot = Spot::centre("*");
            let counted = count(find(figures, id, spot), |counts| counts.counted);
            let achieved = value_at(figures, id, spot);
            let numbers = [CellValue::Blank, achieved, CellValue::Blank, counted];
            rows.push(row(indicator_title(context, id), numbers, id));
        }
        rows.extend(lines.into_iter().map(|line| row(line.name, line.cells, id)));
    }
    for id in supplement::others(figures, &RESULTS) {
        let lines = supplement::lines(context, figures, &id);
        rows.extend(lines.into_iter().map(|line| row(line.name, line.cells, &id)));
    }
    SheetPlan {
        name: texts.text("sheet-ministry-results"),
        title: texts.text("ministry-results-title"),
        about: texts.text("ministry-results-about"),
        notes: vec![texts.text("ministry-results-note")],
        columns: columns.map(|(id, width)| Column::new(texts.text(id), width)).to_vec(),
        rows,
        charts: Vec::new(),
    }
}

fn total_is_strong(centre: &str, cells: Vec<CellValue>) -> Row {
    if centre == "*" { Row::strong(cells) } else { Row::new(cells) }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;
    use crate::model::Language;
    use crate::reports::fixture::{catalogue, checks, realistic};
    use crate::reports::read_back::{row, rows};

    use super::*;

    fn book() -> Vec<u8> {
        let (catalogue, texts) = (catalogue(), embedded_texts(Language::Polish).unwrap());
        let context = ReportContext {
            catalogue: &catalogue,
            texts: &texts,
            title: "",
            settings: &[("independence_outcomes".to_owned(), "job".to_owned())],
            program_version: "0.1.0",
            charts: &[],
        };
        write(&context, &realistic()).unwrap()
    }

    #[test]
    fn the_last_row_of_the_centres_holds_everybody() {
        let cells = row(&book(), "Centra", &["Razem"]);
        // Participants, starters, at the end; 77 leavers = 43 completed + 27 dropped out + 6 others
        // + 1 of unknown kind; 43 of 70; median days.
        let rate = (43.0_f64 / 70.0).to_string();
        let expected =
            ["Razem", "135", "88", "58", "77", "43", "27", "6", "1", "70", &rate, "191.5", "12"];
        assert_eq!(cells, expected);
    }

    #[test]
    fn groups_stand_by_sex_and_an_empty_cell_of_a_count_is_zero() {
        let book = book();
        // 40 homeless: 13 women, 27 men; completers by group were not given in any group.
        let homeless = row(&book, "Grupy uczestników", &["bezdomni"]);
        assert_eq!(homeless[1..], ["13", "27", "40", "6", "13", "20", "0", "0", "0"]);
        let all = row(&book, "Grupy uczestników", &["Ogółem (każda osoba raz)"]);
        assert_eq!(all[1..4], ["81", "54", "135"]);
    }

    #[test]
    fn what_this_version_cannot_give_is_named_and_not_shown_as_zero() {
        let contents = rows(&book(), "Spis treści");
        let absent: Vec<_> = contents.iter().filter(|row| row[2] == "nie w tej wersji").collect();
        assert_eq!(absent.len(), ABSENT.len());
        assert_eq!(row(&book(), "Uwagi", &["Ustawienie: independence_outcomes"])[1], "job");
    }

    #[test]
    fn an_unverified_source_says_so() {
        let (catalogue, texts) = (catalogue(), embedded_texts(Language::English).unwrap());
        let context = ReportContext {
            catalogue: &catalogue,
            texts: &texts,
            title: "",
            settings: &[],
            program_version: "0.1.0",
            charts: &[],
        };
        let book = crate::reports::eu::write(&context, &realistic(), &checks()).unwrap();
        let definitions = rows(&book, "Definitions");
        let at_exit = definitions.iter().find(|row| row[0].ends_with("(EECR04)")).unwrap();
        assert!(at_exit[3].ends_with("(unverified)"), "{at_exit:?}");
    }
}
