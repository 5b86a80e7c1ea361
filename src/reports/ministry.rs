//! ministry.xlsx: what a centre needs for the annual statement (art. 5 ust. 4–6) and for the results
//! table of an offer under a ministry programme.
//!
//! Its tables are laid out in `reports/ministry.toml`.

use crate::disclosure::Publishable;
use crate::reports::shown_cell::{Spot, count, find, value_at};
use crate::reports::workbook::{CellValue, Row, SheetPlan, indicator_title, write_report};
use crate::reports::{ReportContext, ReportError, layout, supplement};

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

/// The bytes of ministry.xlsx.
pub fn write(context: &ReportContext<'_>, figures: &Publishable) -> Result<Vec<u8>, ReportError> {
    let made = |id: &str| match id {
        "staff" => Some(vec![supplement::staff(context, figures)]),
        "finance" => Some(vec![supplement::finance(context, figures)]),
        "next_plans" => Some(vec![supplement::next_plans(context, figures)]),
        "results" => Some(vec![results(context, figures)]),
        _ => None,
    };
    write_report(context, &layout::book(context, figures, "ministry", &made)?)
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
    SheetPlan::of(
        texts,
        "ministry-results",
        vec![texts.text("ministry-results-note")],
        &columns,
        rows,
    )
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
        assert_eq!(absent.len(), 2);
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
