//! The pages that need no inputs as JSON.

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, CheckPage, DatedValue, Indicator, Parameter, Source, Texts};
use crate::cli::explain::pages;
use crate::model::Day;

/// What has this name; an indicator and a kind of table may have one name.
pub(crate) fn document(topic: &str, catalogue: &Catalogue, day: Day, texts: &Texts) -> Value {
    let source = catalogue.source(topic).map(|source| self::source(source, texts));
    if let Some(found) = catalogue.indicator(topic) {
        let mut document = indicator(found, texts);
        let parameters = found.parameters.iter().map(|id| {
            let value = catalogue.parameter(id).and_then(|parameter| parameter.on(day));
            json!({ "id": id, "day": day, "value": value.map(dated) })
        });
        document["parameters"] = parameters.collect();
        document["query"] = json!(found.sql.trim());
        document["path"] = json!(format!("queries/{}", found.path));
        if let Some(source) = source {
            document["source"] = source;
        }
        return document;
    }
    if let Some(found) = catalogue.check(&topic.to_uppercase()) {
        return check(found, texts);
    }
    if let Some(found) = catalogue.parameter(topic) {
        return parameter(found, texts);
    }
    source.unwrap_or_default()
}

/// Definition, law and reasons of an indicator.
pub(crate) fn indicator(indicator: &Indicator, texts: &Texts) -> Value {
    let language = texts.language();
    let basis = indicator.basis.iter().map(|basis| {
        json!({
            "source": basis.source,
            "says": basis.says.text(language),
            "verified": basis.verified,
        })
    });
    let reasons: serde_json::Map<String, Value> = indicator
        .reasons
        .iter()
        .map(|(code, text)| (code.clone(), json!(text.text(language))))
        .collect();
    json!({
        "kind": "indicator",
        "id": indicator.id,
        "title": indicator.title.text(language),
        "definition": indicator.definition.text(language).trim(),
        "caveat": indicator.caveat.as_ref().map(|caveat| caveat.text(language)),
        "unit": indicator.unit.code(),
        "esf": indicator.esf,
        "since": indicator.since,
        "until": indicator.until,
        "basis": basis.collect::<Vec<_>>(),
        "reasons": reasons,
    })
}

fn check(check: &CheckPage, texts: &Texts) -> Value {
    let text = check.text(texts.language());
    json!({
        "kind": "check",
        "id": check.code,
        "severity": check.severity.code(),
        "title": text.title,
        "what": pages::without_gaps(&text.what),
        "why": pages::without_gaps(&text.why),
        "fix": pages::without_gaps(&text.fix),
    })
}

fn parameter(parameter: &Parameter, texts: &Texts) -> Value {
    json!({
        "kind": "parameter",
        "id": parameter.id,
        "title": parameter.title.text(texts.language()),
        "unit": parameter.unit,
        "values": parameter.values.iter().map(dated).collect::<Vec<_>>(),
    })
}

/// A dated value with its source.
pub(crate) fn dated(value: &DatedValue) -> Value {
    json!({
        "from": value.from,
        "to": value.to,
        "amount": value.amount,
        "source": value.source,
        "verified": value.verified,
        "dates_verified": value.dates_verified,
        "derived": value.derived,
        "note": value.note,
    })
}

fn source(source: &Source, texts: &Texts) -> Value {
    let language = texts.language();
    let fields = source.fields.iter().map(|field| {
        json!({
            "field": field.name,
            "header": field.header,
            "title": field.title.text(language),
            "required": field.required,
        })
    });
    json!({
        "kind": "source",
        "id": source.kind,
        "title": source.title.text(language),
        "grain": source.grain.text(language),
        "fields": fields.collect::<Vec<_>>(),
    })
}
