//! The pages that need no inputs: an indicator, a check, a parameter, a kind of table.

use crate::catalogue::{
    Argument, Catalogue, CheckPage, DatedValue, Indicator, LegalBasis, Parameter, Source, Texts,
};
use crate::cli::explain::values;
use crate::cli::wrapping::wrapped;
use crate::model::Day;

/// The page for a terminal; the query stays as it is written.
pub(crate) fn lines(page: &str, texts: &Texts) -> String {
    match page.find(&texts.text("cli-explain-query")) {
        Some(at) => {
            let (words, query) = page.split_at(at);
            format!("{}\n\n{query}", hung(words.trim_end()))
        }
        None => hung(page),
    }
}

/// Long lines broken; only what stands in a list hangs.
fn hung(page: &str) -> String {
    let line = |line: &str| wrapped(line, if line.starts_with(' ') { 2 } else { 0 });
    page.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The page with this name; `day` is that on which the values of parameters are shown. An indicator and a
/// kind of table may have one name: then both pages.
pub(crate) fn page(topic: &str, catalogue: &Catalogue, day: Day, texts: &Texts) -> Option<String> {
    let source = catalogue.source(topic).map(|source| self::source(source, texts));
    if catalogue.indicator(topic).is_some() {
        // The query ends a page. The definition that applies now, then those that it replaced.
        let definitions = catalogue.definitions_of(topic);
        let pages = definitions.map(|one| self::indicator(one, catalogue, day, texts));
        return Some(source.into_iter().chain(pages).collect::<Vec<_>>().join("\n\n"));
    }
    if let Some(check) = catalogue.check(&topic.to_uppercase()) {
        return Some(self::check(check, texts));
    }
    if let Some(parameter) = catalogue.parameter(topic) {
        return Some(self::parameter(parameter, texts));
    }
    source
}

fn indicator(indicator: &Indicator, catalogue: &Catalogue, day: Day, texts: &Texts) -> String {
    let language = texts.language();
    let mut page = vec![
        format!("{} – {}", indicator.id, indicator.title.text(language)),
        String::new(),
        indicator.definition.text(language).to_owned(),
        String::new(),
        labelled(
            texts,
            "cli-explain-unit",
            &texts.text(&format!("cli-unit-{}", indicator.unit.code())),
        ),
    ];
    if let Some(code) = &indicator.esf {
        page.push(labelled(texts, "cli-explain-esf", code));
    }
    if let Some(since) = indicator.since {
        page.push(labelled(texts, "cli-explain-since", &values::day(since, texts)));
    }
    if let Some(until) = indicator.until {
        page.push(labelled(texts, "cli-explain-until", &values::day(until, texts)));
    }
    if let Some(caveat) = &indicator.caveat {
        page.push(labelled(texts, "cli-explain-caveat", caveat.text(language)));
    }
    page.extend([String::new(), texts.text("cli-explain-basis")]);
    page.extend(indicator.basis.iter().map(|basis| self::basis(basis, texts)));
    if !indicator.parameters.is_empty() {
        let gaps = [("day", Argument::from(values::day(day, texts)))];
        page.extend([String::new(), texts.fill("cli-explain-parameters", &gaps)]);
    }
    for id in &indicator.parameters {
        let parameter = catalogue.parameter(id);
        let value = parameter.and_then(|parameter| parameter.on(day));
        page.push(format!("  {}", values::rule(id, parameter, value, texts)));
    }
    page.extend([String::new(), texts.text("cli-explain-reasons")]);
    let width = indicator.reasons.keys().map(String::len).max().unwrap_or(0);
    for (code, meaning) in &indicator.reasons {
        page.push(format!("  {code:<width$}  {}", meaning.text(language)));
    }
    page.extend([
        String::new(),
        labelled(texts, "cli-explain-query", &format!("queries/{}", indicator.path)),
        indicator.sql.trim().to_owned(),
    ]);
    page.join("\n")
}

pub(crate) fn basis(basis: &LegalBasis, texts: &Texts) -> String {
    let says = basis.says.text(texts.language());
    let colon = if says.is_empty() { "" } else { ": " };
    format!("  {}{colon}{says}{}", basis.source, values::unverified(basis.verified, texts))
}

fn check(check: &CheckPage, texts: &Texts) -> String {
    let text = check.text(texts.language());
    let severity = texts.text(&format!("cli-severity-{}", check.severity.code()));
    [
        format!("{} – {}", check.code, text.title),
        String::new(),
        labelled(texts, "cli-explain-severity", &severity),
        labelled(texts, "cli-explain-what", &without_gaps(&text.what)),
        labelled(texts, "cli-explain-why", &without_gaps(&text.why)),
        labelled(texts, "cli-explain-fix", &without_gaps(&text.fix)),
    ]
    .join("\n")
}

/// A check's sentence without a finding: three dots stand where its words would.
pub(crate) fn without_gaps(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (number, part) in text.split('{').enumerate() {
        match part.split_once('}') {
            Some((_, rest)) if number > 0 => {
                shown.push('…');
                shown.push_str(rest);
            }
            _ => shown.push_str(part),
        }
    }
    shown
}

fn parameter(parameter: &Parameter, texts: &Texts) -> String {
    let mut page = vec![
        format!("{} – {}", parameter.id, parameter.title.text(texts.language())),
        labelled(texts, "cli-explain-number-unit", &parameter.unit_in(texts)),
        String::new(),
    ];
    page.extend(parameter.values.iter().map(|value| dated(value, texts)));
    page.join("\n")
}

fn dated(value: &DatedValue, texts: &Texts) -> String {
    let day = |day| values::day(day, texts);
    let to = value.to.map(day).unwrap_or_default();
    let amount = values::amount(value, texts);
    let mut line = format!("  {:>10} – {to:<10}  {amount}  {}", day(value.from), value.source);
    line.push_str(&values::reservations(value, texts));
    if !value.note.is_empty() {
        line.push_str("\n    ");
        line.push_str(&value.note);
    }
    line
}

fn source(source: &Source, texts: &Texts) -> String {
    let language = texts.language();
    let mut page = vec![
        format!("{} – {}", source.kind, source.title.text(language)),
        source.grain.text(language).to_owned(),
        String::new(),
    ];
    for field in &source.fields {
        let gaps: [(&str, Argument); 3] = [
            ("field", field.name.as_str().into()),
            ("header", field.header.as_str().into()),
            ("title", field.title.text(language).into()),
        ];
        page.push(format!("  {}", texts.fill("cli-explain-field", &gaps)));
    }
    page.join("\n")
}

fn labelled(texts: &Texts, label: &str, text: &str) -> String {
    format!("{} {text}", texts.text(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_of_a_check_shows_no_braces() {
        assert_eq!(without_gaps("Miesiąc {read} leży poza {field}."), "Miesiąc … leży poza ….");
        assert_eq!(without_gaps("bez luk"), "bez luk");
    }
}
