//! One person behind a figure: status and reason, then the cells from which the facts were read, row by
//! row.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Aggregate, Argument, Catalogue, Indicator, Texts};
use crate::cli::console::{Console, clean};
use crate::cli::explain::figure::{Rules, is_version, reason, versions};
use crate::cli::explain::values;
use crate::cli::number;
use crate::cli::summary;
use crate::cli::wrapping::wrapped;
use crate::model::{Grosze, LedgerRow, LedgerStatus, Place, Quotient};
use crate::pipeline::{
    BenefitGroup, ExplainedFact, ExplainedPerson, ExplainedValue, FactKind, SheetRows, Window,
};

/// Row by row, everything that is known of a person's part in the figure.
pub(crate) fn lines(
    person: &ExplainedPerson,
    aggregate: Aggregate,
    indicator: &Indicator,
    catalogue: &Catalogue,
    rules: &Rules<'_>,
    console: &Console,
) -> Vec<String> {
    let texts = &console.texts;
    let mut lines = Vec::new();
    for (place, row) in answers(person, aggregate, indicator, texts).into_iter().enumerate() {
        let line =
            if place == 0 { format!("{}: {row}", person.pseudonym) } else { format!("  {row}") };
        lines.push(wrapped(&line, 2));
    }
    let exit = person
        .exit
        .map_or_else(|| texts.text("cli-explain-goes-on"), |exit| values::day(exit, texts));
    let entry = values::day(person.entry, texts);
    lines.push(wrapped(&format!("  {}, {entry} – {exit}", clean(&person.centre)), 2));
    let (decided, silent): (Vec<&ExplainedFact>, Vec<&ExplainedFact>) =
        person.facts.iter().partition(|fact| fact.decides);
    for fact in decided {
        lines.extend(fact_lines(fact, catalogue, texts));
    }
    let (paid, unused): (Vec<&BenefitGroup>, Vec<&BenefitGroup>) =
        person.benefits.iter().partition(|group| group.decides);
    lines.extend(windows(person, texts));
    for group in paid {
        lines.extend(benefit_lines(group, texts));
    }
    lines.extend(without_effect(&silent, &unused, texts));
    lines.extend(rule_lines(person, rules, texts));
    lines
}

/// The status in words; in a share those in the numerator and those beside it differ.
pub(crate) fn status(
    aggregate: Aggregate,
    status: LedgerStatus,
    is_success: bool,
    texts: &Texts,
) -> String {
    match (aggregate, status, is_success) {
        (Aggregate::Share, LedgerStatus::Counted, true) => texts.text("cli-explain-success"),
        (Aggregate::Share, LedgerStatus::Counted, false) => texts.text("cli-explain-no-success"),
        _ => texts.text(&format!("status-{}", status.code())),
    }
}

/// Status, numbers and reason of the ledger's rows; of many parts how many have each.
fn answers(
    person: &ExplainedPerson,
    aggregate: Aggregate,
    indicator: &Indicator,
    texts: &Texts,
) -> Vec<String> {
    if let [row] = person.rows.as_slice() {
        let is_success = row.numerator.unwrap_or(0) > 0;
        let status = self::status(aggregate, row.status, is_success, texts);
        let numbers = numbers(aggregate, row, texts);
        return vec![format!("{status}{numbers} – {}", reason(indicator, &row.reason, texts))];
    }
    let mut counts: BTreeMap<(LedgerStatus, Arc<str>), u64> = BTreeMap::new();
    for row in &person.rows {
        *counts.entry((row.status, Arc::clone(&row.reason))).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|((status, code), count)| {
            let gaps: [(&str, Argument); 3] = [
                ("status", texts.text(&format!("status-{}", status.code())).into()),
                ("count", count.into()),
                ("reason", reason(indicator, &code, texts).into()),
            ];
            texts.fill("cli-explain-parts", &gaps)
        })
        .collect()
}

/// Numerator and denominator of who is counted.
fn numbers(aggregate: Aggregate, row: &LedgerRow, texts: &Texts) -> String {
    if row.status != LedgerStatus::Counted {
        return String::new();
    }
    let money = |number: Option<i64>| number::zloty(Grosze(number.unwrap_or(0)), texts);
    let whole = |number: Option<i64>| number::whole(number.unwrap_or(0), texts);
    let (above, below) = match aggregate {
        // Of a cost a unit of the centre stands below the line alone.
        Aggregate::Count | Aggregate::Share | Aggregate::MoneyPerUnit => {
            (whole(row.numerator), Some(whole(row.denominator)))
        }
        Aggregate::MedianDays => {
            let days = [("days", Argument::from(row.numerator.unwrap_or(0)))];
            (texts.fill("cli-explain-days", &days), None)
        }
        Aggregate::MoneyMean | Aggregate::Payback => {
            (money(row.numerator), Some(whole(row.denominator)))
        }
        Aggregate::MoneyFraction => {
            let sum = Quotient::new(row.numerator.unwrap_or(0), row.denominator.unwrap_or(1));
            (number::zloty(Grosze(sum.rounded().unwrap_or(0)), texts), None)
        }
        Aggregate::MoneyRatio => (money(row.numerator), Some(money(row.denominator))),
        Aggregate::MoneySum => (money(row.numerator), None),
    };
    let gaps: [(&str, Argument); 2] =
        [("above", above.into()), ("below", below.clone().unwrap_or_default().into())];
    let id = if below.is_some() { "cli-explain-numbers" } else { "cli-explain-number" };
    format!(" ({})", texts.fill(id, &gaps))
}

/// A fact under the rows from which it was read: a participation line by line, a job in one.
fn fact_lines(fact: &ExplainedFact, catalogue: &Catalogue, texts: &Texts) -> Vec<String> {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    let mut without_cell: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for value in &fact.values {
        let Some(place) = value.cells.first() else {
            // A centre may be known from the name of its file.
            let id =
                if value.value.is_some() { "cli-explain-no-cell" } else { "cli-explain-no-column" };
            without_cell.entry(id).or_default().push(title(fact.kind, value, catalogue, texts));
            continue;
        };
        let heading = row_heading(place, texts);
        let text = value_text(fact.kind, value, &heading, catalogue, texts);
        match rows.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, values)) => values.push(text),
            None => rows.push((heading, vec![text])),
        }
    }
    let mut lines = Vec::new();
    for (heading, values) in rows {
        let kind = match fact.kind {
            FactKind::Participation => heading,
            kind => format!("{} – {heading}", texts.text(&format!("fact-kind-{}", kind.code()))),
        };
        lines.push(wrapped(&format!("  {kind}"), 2));
        if fact.kind == FactKind::Participation {
            lines.extend(values.iter().map(|value| wrapped(&format!("    {value}"), 2)));
        } else {
            lines.push(wrapped(&format!("    {}", values.join("; ")), 2));
        }
    }
    // What a job or a form of support does not say in its own table is nothing to look for.
    without_cell.retain(|_, _| fact.kind == FactKind::Participation);
    for (id, titles) in without_cell {
        let gaps = [("fields", Argument::from(titles.join(", ")))];
        lines.push(wrapped(&format!("  {}", texts.fill(id, &gaps)), 2));
    }
    lines
}

/// `file › sheet, row 17`.
fn row_heading(place: &Place, texts: &Texts) -> String {
    let name = summary::place(&place.file, &place.sheet);
    let row = place.cell.map_or(0, |cell| cell.row + 1);
    let gaps: [(&str, Argument); 2] = [("place", name.into()), ("row", row.to_string().into())];
    texts.fill("cli-explain-row", &gaps)
}

/// `N17 last day: 28.02.2025`; cells of other rows with their place.
fn value_text(
    kind: FactKind,
    value: &ExplainedValue,
    heading: &str,
    catalogue: &Catalogue,
    texts: &Texts,
) -> String {
    let mut cells: Vec<String> = Vec::new();
    for place in &value.cells {
        let cell = if row_heading(place, texts) == heading {
            place.address()
        } else {
            clean(&place.to_string())
        };
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let title = title(kind, value, catalogue, texts);
    let words = clean(&values::fact(&value.column, value.value.as_ref(), texts));
    let cells = if cells.is_empty() { String::new() } else { format!("{} ", cells.join(", ")) };
    format!("{cells}{title}: {words}")
}

/// What a value is: its own text, else the name of its field.
pub(crate) fn title(
    kind: FactKind,
    value: &ExplainedValue,
    catalogue: &Catalogue,
    texts: &Texts,
) -> String {
    for id in [format!("fact-{}", value.column), format!("dimension-{}", value.column)] {
        if texts.has(&id) {
            return texts.text(&id);
        }
    }
    let kinds: &[&str] = match kind {
        FactKind::Participation => &["participants"],
        FactKind::Job => &["jobs", "participants"],
        FactKind::Support => &["support"],
    };
    let fields = kinds.iter().filter_map(|kind| catalogue.source(kind)).flat_map(|source| {
        value.fields.iter().filter_map(|name| source.field(name).map(|(_, field)| field))
    });
    let title = fields.map(|field| field.title.text(texts.language())).next();
    lower_case_first(title.unwrap_or(&value.column))
}

/// Within a line names begin in lower case; the rest stays: `EFS`.
fn lower_case_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The months that are looked at, and for which of them the sources are complete.
fn windows(person: &ExplainedPerson, texts: &Texts) -> Vec<String> {
    if person.windows.is_empty() {
        return Vec::new();
    }
    let window = |window: &Window| {
        let gaps: [(&str, Argument); 5] = [
            ("side", texts.text(&format!("side-{}", window.side.code())).into()),
            ("first", values::month(window.first, texts).into()),
            ("last", values::month(window.last, texts).into()),
            ("known", i64::from(window.known).into()),
            ("months", i64::from(window.months).into()),
        ];
        wrapped(&format!("    {}", texts.fill("cli-explain-window", &gaps)), 2)
    };
    let mut lines = vec![format!("  {}", texts.text("cli-explain-windows"))];
    lines.extend(person.windows.iter().map(window));
    for source in &person.known_months {
        let gaps: [(&str, Argument); 3] = [
            ("file", clean(&source.file).into()),
            ("first", values::month(source.first, texts).into()),
            ("last", values::month(source.last, texts).into()),
        ];
        let id = if source.declared { "cli-explain-declared" } else { "cli-explain-assumed" };
        lines.push(wrapped(&format!("    {}", texts.fill(id, &gaps)), 2));
    }
    if person.known_months.is_empty() {
        lines.push(wrapped(&format!("    {}", texts.text("cli-explain-no-coverage")), 2));
    }
    lines
}

/// Payments, and below them the sheets from which they were read.
fn benefit_lines(group: &BenefitGroup, texts: &Texts) -> Vec<String> {
    let first = values::month(group.first, texts);
    let last = values::month(group.last, texts);
    let months = if first == last { first } else { format!("{first}–{last}") };
    let gaps: [(&str, Argument); 6] = [
        ("side", texts.text(&format!("side-{}", group.side.code())).into()),
        ("kind", texts.label("benefit_kind", &group.kind).into()),
        ("payer", texts.label("payer", &group.payer).into()),
        ("span", months.into()),
        ("months", group.months.into()),
        ("sum", number::zloty(group.grosze, texts).into()),
    ];
    let mut lines = vec![wrapped(&format!("  {}", texts.fill("cli-explain-paid", &gaps)), 2)];
    let rows = group.rows.iter().map(|rows| format!("    {}", sheet_rows(rows, texts)));
    lines.extend(rows.map(|rows| wrapped(&rows, 2)));
    lines
}

/// `file › sheet, rows 12–19, 33`.
fn sheet_rows(rows: &SheetRows, texts: &Texts) -> String {
    let name = summary::place(&rows.file, &rows.sheet);
    let id = if rows.rows.len() == 1 { "cli-explain-row" } else { "cli-explain-rows" };
    let gaps: [(&str, Argument); 2] = [("place", name.into()), ("row", ranges(&rows.rows).into())];
    texts.fill(id, &gaps)
}

/// Ascending numbers with neighbours drawn together: `12–19, 33`.
fn ranges(numbers: &[u32]) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if *number == *last + 1 => *last = *number,
            _ => spans.push((*number, *number)),
        }
    }
    let span = |(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    spans.iter().map(span).collect::<Vec<_>>().join(", ")
}

/// What was read of the person and changed nothing, in short.
fn without_effect(
    facts: &[&ExplainedFact],
    benefits: &[&BenefitGroup],
    texts: &Texts,
) -> Vec<String> {
    let mut places: BTreeMap<(Arc<str>, Arc<str>), Vec<u32>> = BTreeMap::new();
    for place in facts.iter().flat_map(|fact| &fact.values).flat_map(|value| &value.cells) {
        if let Some(cell) = place.cell {
            let sheet = (Arc::clone(&place.file), Arc::clone(&place.sheet));
            places.entry(sheet).or_default().push(cell.row + 1);
        }
    }
    for rows in benefits.iter().flat_map(|group| &group.rows) {
        let sheet = (Arc::clone(&rows.file), Arc::clone(&rows.sheet));
        places.entry(sheet).or_default().extend(&rows.rows);
    }
    if places.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("  {}", texts.text("cli-explain-without-effect"))];
    for ((file, sheet), mut rows) in places {
        rows.sort_unstable();
        rows.dedup();
        lines.push(wrapped(
            &format!("    {}", sheet_rows(&SheetRows { file, sheet, rows }, texts)),
            2,
        ));
    }
    lines
}

/// The numbers of the rules that were in force, by the day on which they were looked up.
fn rule_lines(person: &ExplainedPerson, rules: &Rules<'_>, texts: &Texts) -> Vec<String> {
    let versions = versions(rules);
    let mut days: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for rule in &person.rules {
        let place = versions.iter().position(|version| is_version(version, rule));
        let numbers = days.entry((rule.on, rule.day)).or_default();
        numbers.extend(place.map(|place| format!("[{}]", place + 1)));
    }
    if days.is_empty() {
        return Vec::new();
    }
    let said: Vec<String> = days
        .into_iter()
        .map(|((on, day), numbers)| {
            let gaps: [(&str, Argument); 2] =
                [("day", values::day(day, texts).into()), ("numbers", numbers.join(" ").into())];
            texts.fill(&format!("rule-day-{}", on.code().replace('_', "-")), &gaps)
        })
        .collect();
    let label = texts.text("cli-explain-in-force");
    vec![wrapped(&format!("  {label} {}", said.join("; ")), 2)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_rows_are_drawn_together() {
        assert_eq!(ranges(&[12, 13, 14, 33, 40, 41]), "12–14, 33, 40–41");
        assert_eq!(ranges(&[7]), "7");
        assert_eq!(ranges(&[]), "");
    }
}
