//! eu.xlsx: the common indicators of ESF+ and the national criterion, women, men and all side by side,
//! with everything that says how sure they are, the checks A1–A12 and the incomplete records.

mod checks;

use crate::disclosure::{ExactChecks, Publishable};
use crate::reports::shown_cell::{Spot, count, find, value_at};
use crate::reports::workbook::{CellValue, Row, SheetPlan, write_report, written_day};
use crate::reports::{ReportContext, ReportError, layout, number, supplement};

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
    let made = |id: &str| match id {
        "targets" => Some(vec![supplement::targets(context, figures)]),
        "thresholds" => Some(vec![thresholds(context, figures)]),
        "comparison" => Some(supplement::comparison(context, figures).into_iter().collect()),
        "checks" => Some(vec![checks::checks(context, checks)]),
        "incomplete" => Some(vec![checks::incomplete(context, checks)]),
        _ => None,
    };
    write_report(context, &layout::book(context, figures, "eu", &made)?)
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
    SheetPlan::of(
        texts,
        "eu-thresholds",
        vec![achieved(context, figures), texts.text("eu-thresholds-note")],
        &columns,
        rows.collect(),
    )
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
