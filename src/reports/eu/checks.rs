//! The checks A1–A12 with their numbers, and the records that are incomplete.

use crate::disclosure::ExactChecks;
use crate::model::{Sex, Verdict};
use crate::reports::workbook::{CellValue, Row, SheetPlan};
use crate::reports::{ReportContext, aggregate_check};

/// Every check for everybody; its result is that of all centres and sexes.
pub(super) fn checks(context: &ReportContext<'_>, checks: &ExactChecks) -> SheetPlan {
    let texts = context.texts;
    let shown = checks.checks().iter().filter(|check| {
        // A value of its own, or worse than a check for everybody.
        let for_all = &*check.centre == "*" && check.sex == Sex::All;
        for_all || check.verdict != Verdict::Holds
    });
    let rows = shown.map(|check| {
        let of_all = |text: &str| if text == "*" { texts.text("sex-all") } else { text.to_owned() };
        let verdict = match check.verdict {
            Verdict::Holds => "eu-check-holds",
            Verdict::Explained => "eu-check-explained",
            Verdict::Fails => "eu-check-fails",
        };
        Row::new(vec![
            CellValue::text(format!("A{}", check.rule)),
            CellValue::text(of_all(&check.centre)),
            CellValue::text(of_all(check.sex.code())),
            CellValue::text(aggregate_check::quantity(texts, &check.left)),
            CellValue::Whole(check.left.value),
            CellValue::text(check.relation.to_string()),
            CellValue::text(aggregate_check::quantity(texts, &check.right)),
            CellValue::Whole(check.right.value),
            CellValue::text(texts.text(verdict)),
        ])
    });
    let columns = [
        ("eu-check", 9.0),
        ("column-centre", 22.0),
        ("column-sex", 12.0),
        ("eu-check-left", 42.0),
        ("eu-check-left-number", 10.0),
        ("eu-check-relation", 10.0),
        ("eu-check-right", 42.0),
        ("eu-check-right-number", 10.0),
        ("eu-check-result", 22.0),
    ];
    sheet(context, "checks", &columns, rows.collect())
}

/// Records that count in EECO01 alone, by their places.
pub(super) fn incomplete(context: &ReportContext<'_>, checks: &ExactChecks) -> SheetPlan {
    let texts = context.texts;
    let language = texts.language();
    let participants = context.catalogue.source("participants");
    let title = |name: &str| {
        let field = participants.and_then(|source| source.field(name));
        field.map_or(name.to_owned(), |(_, field)| field.title.text(language).to_owned())
    };
    let rows: Vec<Row> = checks
        .incomplete()
        .iter()
        .map(|record| {
            let missing: Vec<String> = record.missing.iter().map(|field| title(field)).collect();
            Row::new(vec![
                CellValue::text(&*record.place.file),
                CellValue::text(&*record.place.sheet),
                CellValue::text(record.place.address()),
                CellValue::text(&record.person),
                CellValue::text(missing.join(", ")),
            ])
        })
        .collect();
    let columns = [
        ("findings-file", 44.0),
        ("findings-sheet", 20.0),
        ("findings-cell", 10.0),
        ("findings-person", 14.0),
        ("eu-missing", 60.0),
    ];
    let none = rows.is_empty();
    let mut sheet = sheet(context, "incomplete", &columns, rows);
    if none {
        sheet.notes.push(texts.text("eu-incomplete-none"));
    }
    sheet
}

fn sheet(
    context: &ReportContext<'_>,
    id: &str,
    columns: &[(&str, f64)],
    rows: Vec<Row>,
) -> SheetPlan {
    let texts = context.texts;
    SheetPlan::of(
        texts,
        &format!("eu-{id}"),
        vec![texts.text(&format!("eu-{id}-note"))],
        columns,
        rows,
    )
}
