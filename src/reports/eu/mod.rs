//! eu.xlsx: the common indicators of ESF+ and the national criterion, women, men and all side by side,
//! with everything that says how sure they are, the checks A1–A12 and the incomplete records.

mod checks;
mod common_indicators;

use crate::catalogue::Texts;
use crate::disclosure::{ExactChecks, Publishable};
use crate::model::Sex;
use crate::reports::category_order::{categories, sex_name, sexes};
use crate::reports::shown_cell::{Spot, bounds, count, find, interval, numerator, value_at};
use crate::reports::workbook::{
    BookPlan, CellValue, ChartKind, ChartPlan, Column, Row, SeriesPlan, SheetPlan, front,
    indicator_title, write_report, written_day,
};
use crate::reports::{ReportContext, ReportError, label, number, supplement};

use common_indicators::{OUTPUTS, RESULTS};

/// In the order in which their windows close.
const INDICATORS: [&str; 3] =
    ["employment_rate_at_exit", "employment_rate_3m", "employment_rate_6m"];

/// Parameters of this theme and unit are the thresholds of the national criterion; its other
/// parameters say which work counts.
const THRESHOLDS: &str = "employment_criterion";
const THRESHOLD_UNIT: &str = "%";

/// The bytes of eu.xlsx.
pub fn write(
    context: &ReportContext<'_>,
    figures: &Publishable,
    checks: &ExactChecks,
) -> Result<Vec<u8>, ReportError> {
    write_report(context, &plan(context, figures, checks))
}

fn plan(context: &ReportContext<'_>, figures: &Publishable, checks: &ExactChecks) -> BookPlan {
    let texts = context.texts;
    let (frame, cover) = front(context, figures, "eu");
    let notes = ["eu-note-codes", "eu-note-window", "eu-note-2021"];
    let mut sheets = vec![
        common_indicators::outputs(context, figures),
        common_indicators::results(context, figures),
        supplement::targets(context, figures),
        by_sex(context, figures),
        certainty(context, figures),
        thresholds(context, figures),
        by_category(context, figures, "age_band", "age"),
        by_category(context, figures, "group", "group"),
        by_centre(context, figures),
    ];
    sheets.extend(supplement::comparison(context, figures));
    sheets.extend([checks::checks(context, checks), checks::incomplete(context, checks)]);
    BookPlan {
        frame,
        cover,
        indicators: [&OUTPUTS[..], &RESULTS, &INDICATORS].concat(),
        notes: notes.map(|id| (texts.text(&format!("{id}-subject")), texts.text(id))).to_vec(),
        sheets,
        absent: Vec::new(),
        pictures: Vec::new(),
    }
}

fn by_sex(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let sexes = sexes(figures, &INDICATORS);
    let mut columns = vec![
        Column::new(texts.text("column-code"), 19.0),
        Column::new(texts.text("column-indicator"), 42.0),
    ];
    // Women, men and all beside each other for each number, as the forms ask for them.
    for part in ["eu-successes", "column-base", "column-share"] {
        for sex in &sexes {
            columns
                .push(Column::new(format!("{} – {}", texts.text(part), letter(texts, *sex)), 11.5));
        }
    }
    let rows: Vec<Row> = INDICATORS
        .iter()
        .map(|id| {
            let mut cells = vec![
                CellValue::text(code(context, id)),
                CellValue::text(indicator_title(context, id)),
            ];
            let spots = || sexes.iter().map(|sex| Spot::centre("*").of(*sex));
            cells.extend(spots().map(|spot| numerator(find(figures, id, spot))));
            cells.extend(
                spots().map(|spot| count(find(figures, id, spot), |counts| counts.counted)),
            );
            cells.extend(spots().map(|spot| value_at(figures, id, spot)));
            Row::new(cells)
        })
        .collect();
    let series: Vec<SeriesPlan> = sexes
        .iter()
        .enumerate()
        .filter(|(_, sex)| **sex != Sex::Unknown)
        .map(|(position, sex)| SeriesPlan {
            name: sex_name(context, *sex),
            column: u16::try_from(2 + 2 * sexes.len() + position).unwrap_or(2),
        })
        .collect();
    let drawable = |row: &&Row| {
        series.iter().all(|series| {
            row.cells.get(usize::from(series.column)).is_some_and(|cell| cell.number().is_some())
        })
    };
    // An indicator whose window is open ends the chart instead of leaving it out.
    let drawn = rows.iter().take_while(drawable).count();
    SheetPlan {
        name: texts.text("sheet-eu-sex"),
        title: texts.text("eu-sex-title"),
        about: texts.text("eu-sex-about"),
        notes: vec![texts.text("eu-sex-note")],
        columns,
        rows,
        charts: vec![ChartPlan {
            kind: ChartKind::Column,
            title: texts.text("eu-sex-chart"),
            alt: texts.text("eu-sex-chart-alt"),
            category_title: String::new(),
            value_title: texts.text("axis-share"),
            categories: 0,
            series,
            rows: 0..drawn,
            number_format: "0.0%",
            largest: Some(1.0),
        }],
    }
}

/// The letter of a sex in Polish forms: K, M, O.
fn letter(texts: &Texts, sex: Sex) -> String {
    match sex {
        Sex::All => "O".to_owned(),
        Sex::Unknown => texts.text("category-missing"),
        Sex::K | Sex::M => sex.code().to_owned(),
    }
}

fn certainty(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let mut rows = Vec::new();
    for id in INDICATORS {
        for sex in sexes(figures, &INDICATORS) {
            let name = sex_name(context, sex);
            let cells = row(context, figures, id, name, Spot::centre("*").of(sex));
            rows.push(if sex == Sex::All { Row::strong(cells) } else { Row::new(cells) });
        }
    }
    table(context, "certainty", "column-sex", 16.0, rows)
}

fn by_category(
    context: &ReportContext<'_>,
    figures: &Publishable,
    dimension: &str,
    id: &str,
) -> SheetPlan {
    let mut rows = Vec::new();
    for indicator in INDICATORS {
        for category in categories(figures, &[indicator], dimension) {
            let name = label(context.texts, dimension, &category);
            let spot = Spot::category(dimension, &category);
            rows.push(Row::new(row(context, figures, indicator, name, spot)));
        }
    }
    table(context, id, &format!("column-{id}"), 34.0, rows)
}

fn by_centre(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let mut rows = Vec::new();
    for indicator in INDICATORS {
        for centre in figures.centres() {
            let spot = Spot::centre(&centre);
            rows.push(Row::new(row(context, figures, indicator, centre.to_string(), spot)));
        }
        let all = context.texts.text("reports-all");
        rows.push(Row::strong(row(context, figures, indicator, all, Spot::centre("*"))));
    }
    table(context, "centre", "column-centre", 34.0, rows)
}

/// An indicator at a spot, with all that says how sure it is; columns as in [`table`].
fn row(
    context: &ReportContext<'_>,
    figures: &Publishable,
    indicator: &str,
    name: String,
    spot: Spot<'_>,
) -> Vec<CellValue> {
    let figure = find(figures, indicator, spot);
    let mut cells = vec![
        CellValue::text(code(context, indicator)),
        CellValue::text(name),
        numerator(figure),
        count(figure, |counts| counts.counted),
        value_at(figures, indicator, spot),
    ];
    cells.extend(interval(figure));
    cells.extend(bounds(figure));
    cells.push(count(figure, |counts| counts.excluded));
    cells.push(count(figure, |counts| counts.pending));
    cells.push(count(figure, |counts| counts.unknown));
    cells
}

fn table(
    context: &ReportContext<'_>,
    id: &str,
    subject: &str,
    subject_width: f64,
    rows: Vec<Row>,
) -> SheetPlan {
    let texts = context.texts;
    let columns = [
        ("column-code", 20.0),
        (subject, subject_width),
        ("eu-successes", 12.0),
        ("column-base", 12.0),
        ("column-share", 12.0),
        ("column-interval-low", 13.0),
        ("column-interval-high", 13.0),
        ("column-bound-low", 14.0),
        ("column-bound-high", 14.0),
        ("column-excluded", 12.0),
        ("column-pending", 12.0),
        ("column-unknown", 12.0),
    ];
    SheetPlan {
        name: texts.text(&format!("sheet-eu-{id}")),
        title: texts.text(&format!("eu-{id}-title")),
        about: texts.text(&format!("eu-{id}-about")),
        notes: vec![texts.text(&format!("eu-{id}-note"))],
        columns: columns.map(|(id, width)| Column::new(texts.text(id), width)).to_vec(),
        rows,
        charts: Vec::new(),
    }
}

fn thresholds(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let language = texts.language();
    let columns = [
        ("eu-threshold", 56.0),
        ("column-from", 14.0),
        ("column-to", 14.0),
        ("eu-threshold-value", 12.0),
        ("column-source", 46.0),
        ("column-checked", 30.0),
    ];
    let parameters = context
        .catalogue
        .parameters
        .iter()
        .filter(|parameter| parameter.theme == THRESHOLDS && parameter.unit == THRESHOLD_UNIT);
    let rows = parameters.flat_map(|parameter| {
        parameter.values.iter().map(|value| {
            let checked = match (value.verified, value.dates_verified) {
                (true, true) => "reports-verified",
                (true, false) => "reports-dates-unverified",
                (false, _) => "reports-unverified",
            };
            let to = value.to.map(|day| written_day(day, language)).unwrap_or_default();
            let share = value
                .hundredths()
                .map(|hundredths| CellValue::Share { numerator: hundredths, denominator: 10_000 });
            Row::new(vec![
                CellValue::text(parameter.title.text(language)),
                CellValue::text(written_day(value.from, language)),
                CellValue::text(to),
                share.unwrap_or(CellValue::NotAvailable),
                CellValue::text(&value.source),
                CellValue::text(texts.text(checked)),
            ])
        })
    });
    SheetPlan {
        name: texts.text("sheet-eu-thresholds"),
        title: texts.text("eu-thresholds-title"),
        about: texts.text("eu-thresholds-about"),
        notes: vec![achieved(context, figures), texts.text("eu-thresholds-note")],
        columns: columns.map(|(id, width)| Column::new(texts.text(id), width)).to_vec(),
        rows: rows.collect(),
        charts: Vec::new(),
    }
}

/// The result that the thresholds stand beside, in a sentence.
fn achieved(context: &ReportContext<'_>, figures: &Publishable) -> String {
    let texts = context.texts;
    let spot = Spot::centre("*");
    let cell = value_at(figures, "employment_rate_3m", spot);
    let value = match cell {
        CellValue::Share { numerator, denominator } => {
            number::percent(numerator, denominator, texts.language())
        }
        _ => None,
    };
    let counted = match count(find(figures, "employment_rate_3m", spot), |counts| counts.counted) {
        CellValue::Whole(counted) => number::whole(counted),
        _ => "[x]".to_owned(),
    };
    let value = value.unwrap_or_else(|| cell.sign(texts));
    texts.fill("eu-achieved", &[("rate", value.into()), ("counted", counted.into())])
}

/// The code of an indicator in the ESF+ lists, else what it is called in short.
fn code(context: &ReportContext<'_>, id: &str) -> String {
    let official = context.catalogue.indicator(id).and_then(|indicator| indicator.esf.clone());
    official.unwrap_or_else(|| context.texts.text(&format!("short-{}", id.replace('_', "-"))))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{Catalogue, embedded_texts};
    use crate::model::Language;
    use crate::reports::fixture::{catalogue, checks, realistic};
    use crate::reports::read_back::{row, rows};

    use super::*;

    fn book() -> Vec<u8> {
        book_of(&catalogue())
    }

    fn book_of(catalogue: &Catalogue) -> Vec<u8> {
        let texts = embedded_texts(Language::Polish).unwrap();
        let context = ReportContext {
            catalogue,
            texts: &texts,
            title: "",
            settings: &[],
            program_version: "0.1.0",
            charts: &[],
        };
        write(&context, &realistic(), &checks()).unwrap()
    }

    #[test]
    fn a_check_stands_with_its_numbers_and_an_incomplete_record_with_its_place() {
        let book = book_of(&Catalogue::embedded().unwrap());
        let check = row(&book, "Kontrole A1–A12", &["A1"]);
        let sides = ["EECO02 + EECO04 + EECO05", "86", "=", "EECO01 bez niepełnych zapisów", "86"];
        assert_eq!(check[3..8], sides);
        assert_eq!(check[8], "spełniona");
        let record = row(&book, "Niepełne zapisy", &["lista.xlsx"]);
        assert_eq!(record[1..4], ["Uczestnicy", "D34", "os-0007"]);
        assert!(record[4].starts_with("Najwyższe ukończone wykształcenie"), "{record:?}");
    }

    #[test]
    fn indicators_that_are_not_in_force_yet_say_so() {
        // The made figures are of 2024 and have no output indicator: as in a period before ESF+.
        let lines = rows(&book_of(&Catalogue::embedded().unwrap()), "Wskaźniki produktu");
        assert!(lines.iter().any(|line| line[0].contains("01.01.2021")), "{lines:?}");
        let first = lines.iter().find(|line| line[0] == "EECO01").unwrap();
        assert_eq!(first[2..], ["[x]"; 6]);
    }

    #[test]
    fn women_men_and_all_stand_side_by_side() {
        let cells = row(&book(), "Wskaźniki K-M-O", &["EECR04"]);
        // 22 of 76; women three fifths of each, men two fifths, rounded down.
        let shares = [13.0 / 45.0, 8.0 / 30.0, 22.0_f64 / 76.0].map(|share| share.to_string());
        let [women, men, all] = &shares;
        assert_eq!(cells[2..], ["13", "8", "22", "45", "30", "76", women, men, all]);
    }

    #[test]
    fn certainty_shows_interval_bounds_and_who_is_not_counted() {
        let cells = row(&book(), "Niepewność", &["Praca po 6 mies.", "ogółem"]);
        assert_eq!(cells[2..4], ["23", "74"]);
        // Wilson interval of 23/74, and 23/78 to 27/78 with four pending.
        let near =
            |cell: &str, expected: f64| (cell.parse::<f64>().unwrap() - expected).abs() < 1e-9;
        assert!(near(&cells[5], 0.216_908_408_046_837_16), "{cells:?}");
        assert!(near(&cells[6], 0.423_386_103_082_120_27), "{cells:?}");
        assert!(near(&cells[7], 23.0 / 78.0) && near(&cells[8], 27.0 / 78.0), "{cells:?}");
        assert_eq!(cells[9..], ["3", "4", "2"]);
    }

    #[test]
    fn thresholds_are_marked_as_verified_or_not() {
        let book = book();
        let thresholds = rows(&book, "Progi kryterium");
        assert_eq!(thresholds[1][0], "Wynik w tym okresie: 21,9% (n\u{a0}=\u{a0}73).");
        let general: Vec<_> = thresholds
            .iter()
            .filter(|row| row[0].ends_with("próg ogólny"))
            .map(|row| (row[3].as_str(), row[5].as_str()))
            .collect();
        assert_eq!(
            general,
            [("0.22", "wartość tak, daty niezweryfikowane"), ("0.25", "niezweryfikowane")]
        );
    }

    #[test]
    fn age_bands_stand_in_their_order() {
        let ages = rows(&book(), "Według wieku");
        let bands: Vec<_> = ages.iter().skip(3).map(|row| row[1].as_str()).collect();
        assert_eq!(bands.len(), 3);
        assert!(bands[0].contains("18") && bands[2].contains("55"), "{bands:?}");
    }
}
