//! The answer to a question about a figure as one JSON document.

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Indicator, Texts};
use crate::cli::explain::{figure, page_document, person};
use crate::model::{Figure, LedgerRow, Place};
use crate::pipeline::{
    AppliedRule, BenefitGroup, Explained, ExplainedCentre, ExplainedFact, ExplainedPerson,
    ExplainedValue, FactValue, KnownMonths, Window,
};

/// The document; words are in the language of the reader, everything else in codes.
pub(crate) fn document(
    explained: &Explained,
    indicator: &Indicator,
    catalogue: &Catalogue,
    texts: &Texts,
) -> Value {
    let explanation = &explained.explanation;
    let cell = &explanation.cell;
    let reasons = explanation.reasons.iter().map(|count| {
        json!({
            "status": count.status.code(),
            "reason": &*count.reason,
            "text": figure::reason(indicator, &count.reason, texts),
            "rows": count.rows,
            "numerator": count.numerator,
        })
    });
    let people = explanation.people.iter();
    let left_out: u64 = explained.outcome.sheets.iter().map(|sheet| sheet.count.left_out).sum();
    let mut document = page_document::indicator(indicator, texts);
    let answer = json!({
        "command": "explain",
        "period": explanation.period,
        "as_of": explanation.as_of,
        "cell": {
            "centre": &*cell.centre,
            "dimension": &*cell.dimension,
            "category": &*cell.category,
            "sex": cell.sex.code(),
        },
        "figures": explanation.figures.iter().map(self::figure).collect::<Vec<_>>(),
        "reasons_found": reasons.collect::<Vec<_>>(),
        "centres": explanation.centres.iter().map(centre).collect::<Vec<_>>(),
        "set_aside": explanation.set_aside,
        "rows_left_out": left_out,
        "people_found": explanation.found,
        "people": people
            .map(|person| self::person(person, indicator, catalogue, texts))
            .collect::<Vec<_>>(),
    });
    if let (Some(document), Value::Object(answer)) = (document.as_object_mut(), answer) {
        document.extend(answer);
    }
    document
}

fn centre(centre: &ExplainedCentre) -> Value {
    let amounts = centre.amounts.iter().map(|amount| {
        json!({
            "period": amount.period,
            "category": &*amount.category,
            "side": &*amount.side,
            "grosze": amount.grosze.0,
            "cells": amount.cells.iter().map(place).collect::<Vec<_>>(),
        })
    });
    json!({
        "centre": &*centre.centre,
        "numerator": centre.numerator.0,
        "denominator": centre.denominator,
        "reason": &*centre.reason,
        "amounts": amounts.collect::<Vec<_>>(),
    })
}

fn figure(figure: &Figure) -> Value {
    json!({
        "benefit_kind": &*figure.key.benefit_kind,
        "payer": &*figure.key.payer,
        "month_offset": figure.key.month_offset,
        "unit": figure.unit,
        "value": figure.numerals.value(),
        "empty": self::figure::emptiness(figure),
        "interval": figure.numerals.interval(),
        "bounds": figure.numerals.bounds(),
        "counted": figure.counts.counted,
        "excluded": figure.counts.excluded,
        "pending": figure.counts.pending,
        "unknown": figure.counts.unknown,
    })
}

fn person(
    person: &ExplainedPerson,
    indicator: &Indicator,
    catalogue: &Catalogue,
    texts: &Texts,
) -> Value {
    json!({
        "person": person.pseudonym,
        "centre": &*person.centre,
        "entry": person.entry,
        "exit": person.exit,
        "rows": person.rows.iter().map(|row| self::row(row, indicator, texts)).collect::<Vec<_>>(),
        "facts": person.facts.iter().map(|fact| self::fact(fact, catalogue, texts)).collect::<Vec<_>>(),
        "benefits": person.benefits.iter().map(benefit).collect::<Vec<_>>(),
        "windows": person.windows.iter().map(window).collect::<Vec<_>>(),
        "known_months": person.known_months.iter().map(known_months).collect::<Vec<_>>(),
        "rules": person.rules.iter().map(|rule| self::rule(rule, catalogue)).collect::<Vec<_>>(),
    })
}

fn row(row: &LedgerRow, indicator: &Indicator, texts: &Texts) -> Value {
    json!({
        "status": row.status.code(),
        "reason": &*row.reason,
        "text": figure::reason(indicator, &row.reason, texts),
        "numerator": row.numerator,
        "denominator": row.denominator,
        "benefit_kind": &*row.benefit_kind,
        "payer": &*row.payer,
        "month_offset": row.month_offset,
    })
}

fn fact(fact: &ExplainedFact, catalogue: &Catalogue, texts: &Texts) -> Value {
    let values = fact.values.iter().map(|value| {
        json!({
            "column": value.column,
            "fields": value.fields,
            "title": person::title(fact.kind, value, catalogue, texts),
            "value": self::value(value),
            "cells": value.cells.iter().map(place).collect::<Vec<_>>(),
        })
    });
    json!({
        "kind": fact.kind.code(),
        "decides": fact.decides,
        "values": values.collect::<Vec<_>>(),
    })
}

/// Days and months in ISO form, money in grosze, codes as they are.
fn value(value: &ExplainedValue) -> Value {
    match &value.value {
        None => Value::Null,
        Some(FactValue::Day(day)) => json!(day),
        Some(FactValue::Month(month)) => json!(month),
        Some(FactValue::Money(grosze)) => json!(grosze.0),
        Some(FactValue::Thousandths(number) | FactValue::Number(number)) => json!(number),
        Some(FactValue::Code(code)) => json!(&**code),
    }
}

fn place(place: &Place) -> Value {
    json!({
        "file": &*place.file,
        "sheet": &*place.sheet,
        "cell": place.address(),
        "row": place.cell.map(|cell| cell.row + 1),
    })
}

fn benefit(group: &BenefitGroup) -> Value {
    let rows = group
        .rows
        .iter()
        .map(|rows| json!({ "file": &*rows.file, "sheet": &*rows.sheet, "rows": rows.rows }));
    json!({
        "side": group.side.code(),
        "benefit_kind": &*group.kind,
        "payer": &*group.payer,
        "decides": group.decides,
        "first": group.first,
        "last": group.last,
        "months": group.months,
        "grosze": group.grosze.0,
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn window(window: &Window) -> Value {
    json!({
        "side": window.side.code(),
        "first": window.first,
        "last": window.last,
        "months": window.months,
        "known": window.known,
    })
}

fn known_months(source: &KnownMonths) -> Value {
    json!({
        "file": &*source.file,
        "first": source.first,
        "last": source.last,
        "declared": source.declared,
    })
}

fn rule(rule: &AppliedRule, catalogue: &Catalogue) -> Value {
    let parameter = catalogue.parameter(&rule.parameter);
    let value = parameter.and_then(|parameter| parameter.on(rule.day));
    json!({
        "parameter": rule.parameter,
        "on": rule.on.code(),
        "day": rule.day,
        "value": value.map(page_document::dated),
    })
}
