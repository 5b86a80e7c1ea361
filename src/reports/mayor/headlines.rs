//! The headline figures of the mayor's report: five sentences for the cover, and a table of them
//! with the benefits a person a month.

use crate::catalogue::{Argument, Texts};
use crate::disclosure::{Publishable, Shown, ShownFigure};
use crate::model::{Grosze, Sex};
use crate::reports::mayor::remark;
use crate::reports::number;
use crate::reports::shown_cell::{Firmness, Spot, count, find, reading, value};
use crate::reports::workbook::{CellValue, Row, SheetPlan};

/// One figure of the cover.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Headline {
    /// The number as it may stand in large letters, in one or two lines; a sign where there is none.
    pub(crate) numbers: Vec<String>,
    /// What it says, in plain words.
    pub(crate) sentence: String,
}

/// The five figures of the cover.
pub(crate) fn headlines(texts: &Texts, figures: &Publishable) -> Vec<Headline> {
    vec![
        participants(texts, figures),
        rate(texts, figures, "completion_rate"),
        rate(texts, figures, "labour_market_entry_rate"),
        benefits(texts, figures),
        gmina(texts, figures),
    ]
}

/// The same figures and the benefits a person a month, as a table.
pub(crate) fn sheet(texts: &Texts, figures: &Publishable) -> SheetPlan {
    let mut rows = Vec::new();
    for id in [
        "participants",
        "completion_rate",
        "labour_market_entry_rate",
        "benefit_monthly_before",
        "benefit_monthly_during",
        "benefit_monthly_after",
        "benefit_reduction_rate",
    ] {
        let (cell, firmness) = overall(figures, id);
        let counted = count(find(figures, id, Spot::centre("*")), |counts| counts.counted);
        rows.push(row(texts, id, cell, counted, firmness));
    }
    let gmina = payer_total(figures, "gmina");
    let cell = gmina.map_or(CellValue::NotAvailable, value);
    let counted = count(gmina, |counts| counts.counted);
    rows.push(row(texts, "benefit_savings", cell, counted, Firmness::Firm));
    let columns = [
        ("mayor-figure", 42.0),
        ("column-value", 18.0),
        ("column-base", 14.0),
        ("mayor-how-to-read", 60.0),
        ("column-remark", 24.0),
    ];
    SheetPlan::of(
        texts,
        "mayor-headlines",
        vec![texts.text("mayor-headlines-note")],
        &columns,
        rows,
    )
}

fn row(texts: &Texts, id: &str, cell: CellValue, counted: CellValue, firmness: Firmness) -> Row {
    let id = id.replace('_', "-");
    Row::new(vec![
        CellValue::text(texts.text(&format!("mayor-figure-{id}"))),
        cell,
        counted,
        CellValue::text(texts.text(&format!("mayor-reading-{id}"))),
        CellValue::text(remark(texts, firmness)),
    ])
}

fn participants(texts: &Texts, figures: &Publishable) -> Headline {
    let (cell, _) = overall(figures, "participants");
    let sentence = match cell {
        CellValue::Whole(total) => texts.fill(
            "headline-participants",
            &[("count", total.into()), ("shown", number::whole(total).into())],
        ),
        _ => texts.fill("headline-participants-none", &[("sign", sign(texts, &cell))]),
    };
    Headline { numbers: vec![short(texts, &cell)], sentence }
}

fn rate(texts: &Texts, figures: &Publishable, id: &str) -> Headline {
    let (cell, firmness) = overall(figures, id);
    let numbers = vec![short(texts, &cell)];
    let text = format!("headline-{}", id.replace('_', "-"));
    let (CellValue::Share { numerator, denominator }, Some(shown)) = (&cell, percent(texts, &cell))
    else {
        let why = if firmness == Firmness::TooFew { "few" } else { "none" };
        let sentence = texts.fill(&format!("{text}-{why}"), &[("sign", sign(texts, &cell))]);
        return Headline { numbers, sentence };
    };
    let sentence = texts.fill(
        &text,
        &[
            ("rate", shown.into()),
            ("part", number::whole(*numerator).into()),
            ("whole", number::whole(*denominator).into()),
        ],
    );
    Headline { numbers, sentence: with_remarks(texts, sentence, firmness, waits(figures, id)) }
}

fn benefits(texts: &Texts, figures: &Publishable) -> Headline {
    let id = "benefit_monthly_before";
    let (before, firmness) = overall(figures, id);
    let (after, _) = overall(figures, "benefit_monthly_after");
    let counted = count(find(figures, id, Spot::centre("*")), |counts| counts.counted);
    let (Some(shown_before), Some(shown_after), CellValue::Whole(counted)) =
        (mean(texts, &before), mean(texts, &after), counted)
    else {
        let why = if firmness == Firmness::TooFew { "few" } else { "none" };
        let cell = if before.number().is_none() { before } else { after };
        let gaps = [("sign", sign(texts, &cell))];
        return Headline {
            numbers: vec![short(texts, &cell)],
            sentence: texts.fill(&format!("headline-benefits-{why}"), &gaps),
        };
    };
    let sentence = texts.fill(
        "headline-benefits",
        &[
            ("before", shown_before.clone().into()),
            ("after", shown_after.clone().into()),
            ("counted", number::whole(counted).into()),
            ("count", counted.into()),
        ],
    );
    Headline {
        numbers: vec![
            texts.fill("headline-benefits-number-before", &[("amount", shown_before.into())]),
            texts.fill("headline-benefits-number-after", &[("amount", shown_after.into())]),
        ],
        sentence: with_remarks(texts, sentence, firmness, waits(figures, id)),
    }
}

fn gmina(texts: &Texts, figures: &Publishable) -> Headline {
    let figure = payer_total(figures, "gmina");
    let cell = figure.map_or_else(|| without_payer(figures), value);
    let CellValue::Money { grosze, .. } = cell else {
        return Headline {
            numbers: vec![short(texts, &cell)],
            sentence: texts.fill("headline-gmina-none", &[("sign", sign(texts, &cell))]),
        };
    };
    let id = match grosze.0 {
        1.. => "headline-gmina-less",
        0 => "headline-gmina-same",
        _ => "headline-gmina-more",
    };
    let amount = number::zloty(Grosze(grosze.0.saturating_abs()), texts.language());
    let (counted, shown) = match count(figure, |counts| counts.counted) {
        CellValue::Whole(counted) => (counted, number::whole(counted)),
        _ => (0, "[x]".to_owned()),
    };
    let gaps = [("amount", amount.into()), ("counted", shown.into()), ("count", counted.into())];
    let waits = figure.is_some_and(is_waiting);
    Headline {
        numbers: vec![texts.fill(&format!("{id}-number"), &gaps)],
        sentence: with_remarks(texts, texts.fill(id, &gaps), Firmness::Firm, waits),
    }
}

/// The difference for one payer, all kinds of benefit together.
fn payer_total<'a>(figures: &'a Publishable, payer: &str) -> Option<&'a ShownFigure> {
    figures.of("benefit_savings").find(|figure| {
        let key = &figure.key;
        (&*key.centre, &*key.dimension, key.sex) == ("*", "total", Sex::All)
            && (&*key.benefit_kind, &*key.payer) == ("*", payer)
    })
}

/// Why there is no figure of a payer: nobody is counted yet, or it paid nothing.
fn without_payer(figures: &Publishable) -> CellValue {
    match payer_total(figures, "*").map(value) {
        Some(why @ (CellValue::Empty(_) | CellValue::Suppressed)) => why,
        _ => CellValue::NotAvailable,
    }
}

/// The value of an overall figure as the public may see it.
pub(super) fn overall(figures: &Publishable, id: &str) -> (CellValue, Firmness) {
    reading(figures, id, Spot::centre("*"))
}

/// Whether people stand outside a figure whose time has not come.
fn waits(figures: &Publishable, id: &str) -> bool {
    find(figures, id, Spot::centre("*")).is_some_and(is_waiting)
}

pub(super) fn is_waiting(figure: &ShownFigure) -> bool {
    matches!(figure.shown, Shown::Open(_, counts) if counts.pending > 0)
}

/// What a reader must know before he repeats the sentence.
fn with_remarks(texts: &Texts, mut sentence: String, firmness: Firmness, waits: bool) -> String {
    let remarks =
        [(firmness == Firmness::Indicative, "headline-indicative"), (waits, "headline-pending")];
    for (_, remark) in remarks.into_iter().filter(|(holds, _)| *holds) {
        sentence.push(' ');
        sentence.push_str(&texts.text(remark));
    }
    sentence
}

/// A number in large letters, or the sign alone: the sentence beside it has the words.
fn short(texts: &Texts, cell: &CellValue) -> String {
    let shown = cell.shown(texts);
    if cell.number().is_some() {
        return shown;
    }
    shown.split(' ').next().unwrap_or_default().to_owned()
}

fn percent(texts: &Texts, cell: &CellValue) -> Option<String> {
    match cell {
        CellValue::Share { numerator, denominator } => {
            number::percent(*numerator, *denominator, texts.language())
        }
        _ => None,
    }
}

fn mean(texts: &Texts, cell: &CellValue) -> Option<String> {
    match cell {
        CellValue::Money { grosze, denominator } => {
            number::zloty_mean(*grosze, *denominator, texts.language())
        }
        _ => None,
    }
}

fn sign(texts: &Texts, cell: &CellValue) -> Argument {
    cell.sign(texts).into()
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;
    use crate::model::{Language, Numerals};
    use crate::reports::fixture::{public, share, shown_set};

    use super::*;

    #[test]
    fn the_headlines_say_their_numbers_in_words() {
        let texts = embedded_texts(Language::Polish).unwrap();
        let headlines = headlines(&texts, &public());
        let sentences: Vec<&str> = headlines.iter().map(|figure| &*figure.sentence).collect();
        assert_eq!(sentences[0], "W zajęciach CIS uczestniczyło 135 osób.");
        assert!(
            sentences[1].contains("61,4%") && sentences[1].contains("43 z 70"),
            "{}",
            sentences[1]
        );
        assert!(sentences[3].contains("193,59\u{a0}zł"), "{}", sentences[3]);
        assert!(sentences[3].contains("118,56\u{a0}zł"), "{}", sentences[3]);
        assert!(sentences[4].contains("2\u{a0}848,49\u{a0}zł mniej"), "{}", sentences[4]);
        // Five of the people whose benefits are compared are still awaited.
        assert!(sentences[3].ends_with("czas jeszcze nie minął."), "{}", sentences[3]);
        assert!(!sentences[1].contains("jeszcze"), "{}", sentences[1]);
        let numbers: Vec<String> =
            headlines.iter().map(|figure| figure.numbers.join("; ")).collect();
        assert_eq!(
            numbers,
            [
                "135",
                "61,4%",
                "61,9%",
                "193,59\u{a0}zł przed; 118,56\u{a0}zł po",
                "2\u{a0}848,49\u{a0}zł mniej",
            ]
        );
    }

    #[test]
    fn polish_numbers_of_people_have_their_forms() {
        let texts = embedded_texts(Language::Polish).unwrap();
        for (count, sentence) in [
            // One and three persons are hidden by the door; 5 and 103 take the same forms as 0 and 3.
            (5, "W zajęciach CIS uczestniczyło 5 osób."),
            (103, "W zajęciach CIS uczestniczyły 103 osoby."),
            (12, "W zajęciach CIS uczestniczyło 12 osób."),
            (22, "W zajęciach CIS uczestniczyły 22 osoby."),
        ] {
            let figures = shown_set(&[("participants", Numerals::Count(count))]);
            assert_eq!(participants(&texts, &figures).sentence, sentence);
        }
    }

    #[test]
    fn a_rate_of_few_people_is_not_said_and_of_some_is_indicative() {
        let texts = embedded_texts(Language::English).unwrap();
        let of = |numerals| {
            let figures = shown_set(&[("completion_rate", numerals)]);
            rate(&texts, &figures, "completion_rate").sentence
        };
        assert!(!of(share(7, 9, 0)).contains('7'), "{}", of(share(7, 9, 0)));
        assert!(of(share(5, 10, 0)).contains("50.0%") && of(share(5, 10, 0)).contains("ndicative"));
        // Two of ten who did not: the door hides it.
        assert!(!of(share(8, 10, 0)).contains("80.0%"), "{}", of(share(8, 10, 0)));
        assert!(!of(share(15, 30, 0)).contains("ndicative"));
    }
}
