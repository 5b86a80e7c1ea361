//! mayor.pdf: two A4 pages that are read in five minutes. They say what the workbook says, and less of it:
//! every table is a table of mayor.xlsx. How they look stands in `reports/mayor.typ`.

use serde_json::{Value, json};

use crate::disclosure::Publishable;
use crate::reports::mayor::{changes, claims, costs, groups, headlines, payers};
use crate::reports::typeset::{self, Manuscript};
use crate::reports::workbook::{CellValue, SheetPlan, front, written_day, written_period};
use crate::reports::{ReportContext, ReportError};

const TEMPLATE: &str = include_str!("../../../reports/mayor.typ");
/// The chart of the first page: the first of these that was drawn.
const CHARTS: [&str; 2] = ["benefits_before_after", "outcomes_after_leaving"];
/// Longest title or name, and longest list of centres, in letters.
const LONGEST_NAME: usize = 120;
const LONGEST_LIST: usize = 250;
/// Longest word: a line must be able to hold it.
const LONGEST_WORD: usize = 40;

/// The bytes of mayor.pdf. `earlier` are the figures of the year before, where there are any.
pub(super) fn write(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: Option<&Publishable>,
) -> Result<Vec<u8>, ReportError> {
    typeset::pdf(&manuscript(context, figures, earlier))
}

/// What stands on the pages.
pub(super) fn manuscript(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: Option<&Publishable>,
) -> Manuscript {
    let texts = context.texts;
    let (frame, cover) = front(context, figures, "mayor");
    let as_of = written_day(figures.as_of(), texts.language());
    let chart = CHARTS.iter().find_map(|name| {
        context.charts.iter().find(|chart| chart.name == *name && !chart.svg.is_empty())
    });
    let headlines: Vec<Value> = headlines::headlines(texts, figures)
        .into_iter()
        .map(|figure| json!({ "numbers": figure.numbers, "sentence": figure.sentence }))
        .collect();
    let claims: Vec<Value> = claims(texts)
        .map(|(claim, why)| json!({ "claim": format!("{claim}."), "why": why }))
        .to_vec();
    let mut footer = vec![texts.fill("reports-as-of-short", &[("day", as_of.into())])];
    footer.push(format!("efekt {}", context.program_version));
    if !context.title.is_empty() {
        footer.insert(0, short(context.title, LONGEST_NAME / 2));
    }
    let mut second_page = vec![cost_part(context, figures), group_part(context, figures)];
    second_page.extend(earlier.map(|earlier| change_part(context, figures, earlier)));
    let values = json!({
        "language": texts.language().code(),
        "title": cover.title,
        "subtitle": cover.subtitle,
        "about": about(context, figures),
        "headlines_title": texts.text("mayor-highlights"),
        "headlines": headlines,
        "chart": chart.map(|chart| json!({ "file": "chart.svg", "alt": chart.alt })),
        "no_chart": texts.text("mayor-pages-no-chart"),
        "payers": part(context, &payers(context, figures), &[]),
        "second_page": second_page,
        "claims_title": texts.text("mayor-claim"),
        "claims": claims,
        "signs": texts.text("mayor-pages-signs"),
        "footer": footer.join(" · "),
        "page": texts.text("reports-page"),
        "page_of": texts.text("reports-page-of"),
    });
    Manuscript {
        template: TEMPLATE,
        values,
        pictures: chart
            .map(|chart| ("chart.svg".to_owned(), chart.svg.clone()))
            .into_iter()
            .collect(),
        pages: 2,
        as_of: frame.as_of,
        creator: format!("efekt {}", context.program_version),
    }
}

/// Project, period and day, centres.
fn about(context: &ReportContext<'_>, figures: &Publishable) -> Vec<String> {
    let texts = context.texts;
    let language = texts.language();
    let line = |id: &str, text: String| format!("{}: {text}", texts.text(id));
    let project = if context.title.is_empty() {
        texts.text("cover-no-project")
    } else {
        short(context.title, LONGEST_NAME)
    };
    let days = [
        line("cover-period", written_period(figures.period(), language)),
        line("cover-as-of", written_day(figures.as_of(), language)),
    ];
    vec![
        line("cover-project", project),
        days.join(" · "),
        line("cover-centres", centres(context, figures)),
    ]
}

/// Names of centres, as many as fit in two lines, and how many others there are.
fn centres(context: &ReportContext<'_>, figures: &Publishable) -> String {
    let texts = context.texts;
    let centres = figures.centres();
    let mut names: Vec<String> = Vec::new();
    let mut letters = 0;
    for centre in &centres {
        let name = short(centre, LONGEST_NAME);
        letters += name.chars().count() + 2;
        if letters > LONGEST_LIST && !names.is_empty() {
            break;
        }
        names.push(name);
    }
    let others = centres.len() - names.len();
    let names = names.join(", ");
    if centres.is_empty() {
        texts.text("cover-no-centres")
    } else if others == 0 {
        names
    } else {
        texts.fill("mayor-pages-centres", &[("names", names.into()), ("others", others.into())])
    }
}

fn cost_part(context: &ReportContext<'_>, figures: &Publishable) -> Value {
    let missing = costs::cost_is_unknown(figures);
    let sentence = missing.then(|| context.texts.text("mayor-costs-missing"));
    part(context, &costs::known(context, figures), sentence.as_slice())
}

fn group_part(context: &ReportContext<'_>, figures: &Publishable) -> Value {
    let texts = context.texts;
    let (mut plan, others) = groups::known(context, figures);
    // Remarks of their own for every row would crowd the page: one sentence says it for all.
    plan.columns.pop();
    for row in &mut plan.rows {
        row.cells.pop();
    }
    plan.notes.push(texts.text("mayor-groups-indicative"));
    let mut sentences = Vec::new();
    if plan.rows.is_empty() {
        plan.notes.clear();
        sentences.push(texts.text("mayor-groups-none"));
    } else if others > 0 {
        plan.notes.insert(0, texts.fill("mayor-groups-others", &[("count", others.into())]));
    }
    plan.notes = vec![plan.notes.join(" ")];
    part(context, &plan, &sentences)
}

fn change_part(context: &ReportContext<'_>, figures: &Publishable, earlier: &Publishable) -> Value {
    let mut plan = changes::sheet(context, figures, earlier);
    if changes::is_comparable(earlier) {
        return part(context, &plan, &[]);
    }
    let sentences = std::mem::take(&mut plan.notes);
    plan.rows.clear();
    part(context, &plan, &sentences)
}

/// A table as the template takes it; its words are cut where a line could not hold them.
fn part(context: &ReportContext<'_>, plan: &SheetPlan, sentences: &[String]) -> Value {
    let texts = context.texts;
    let base = texts.text("column-base");
    let notes: Vec<&String> = plan.notes.iter().filter(|note| !note.is_empty()).collect();
    let cells = |column: usize| plan.rows.iter().filter_map(move |row| row.cells.get(column));
    let columns = plan.columns.iter().enumerate().map(|(place, column)| {
        let is_words = cells(place).all(is_words);
        // A page has no room for more, and says below what n is.
        let header = Some(&column.header).filter(|header| **header != base);
        let header = header.map_or_else(|| "n".to_owned(), String::clone);
        json!({ "header": header, "width": column.width, "is_number": !is_words })
    });
    let rows = plan.rows.iter().map(|row| {
        let shown: Vec<String> =
            row.cells.iter().map(|cell| short(&cell.shown(texts), usize::MAX)).collect();
        json!({ "cells": shown, "strong": row.strong })
    });
    json!({
        "title": plan.title,
        "sentences": sentences,
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "notes": notes,
    })
}

/// A name or a sentence; a difference such as `+3,3 pkt proc.` stands among numbers.
fn is_words(cell: &CellValue) -> bool {
    let CellValue::Text(text) = cell else { return false };
    !text.starts_with(['+', '−', '–'])
}

/// A name of bearable length and words of bearable length. No-break spaces stay.
fn short(name: &str, longest: usize) -> String {
    let cut = |text: &str, longest: usize| -> String {
        if text.chars().count() <= longest {
            return text.to_owned();
        }
        let kept: String = text.chars().take(longest).collect();
        format!("{}…", kept.trim_end())
    };
    let words = name.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| cut(word, LONGEST_WORD)).collect();
    cut(&words.join(" "), longest)
}
