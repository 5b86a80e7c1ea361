//! The answer to a question about a figure, for people: the figure first, then who stands in it.

use std::collections::BTreeSet;

use crate::catalogue::{Argument, Catalogue, Indicator, Texts};
use crate::cli::console::{Console, Volume, clean};
use crate::cli::explain::{centre, pages, person, values};
use crate::cli::number;
use crate::cli::wrapping::wrapped;
use crate::model::{Emptiness, Figure, Sex};
use crate::pipeline::{AppliedRule, Explained, Explanation};

/// Rules of all people that are shown, each once: a person names them by their number.
pub(crate) type Rules<'a> = Vec<&'a AppliedRule>;

/// The whole answer; with `--quiet` the figures alone.
pub(crate) fn text(
    explained: &Explained,
    indicator: &Indicator,
    catalogue: &Catalogue,
    console: &Console,
) -> String {
    let (explanation, texts) = (&explained.explanation, &console.texts);
    let figures = figures(explanation, texts);
    if console.volume == Volume::Quiet {
        return wrapped(&figures.join("\n"), 2);
    }
    let language = texts.language();
    let title = format!("{} – {}", indicator.id, indicator.title.text(language));
    let mut lines = vec![
        wrapped(&console.heading(&title), 2),
        wrapped(&period(explanation, texts), 2),
        wrapped(&cell(explanation, indicator, texts), 2),
        String::new(),
        wrapped(&figures.join("\n"), 2),
        String::new(),
    ];
    lines.extend(reasons(explanation, indicator, texts));
    if explanation.set_aside > 0 {
        let gaps = [("count", explanation.set_aside.into())];
        lines.push(wrapped(&texts.fill("cli-explain-set-aside", &gaps), 2));
    }
    lines.push(String::new());
    lines.push(wrapped(&indicator.definition.text(language).trim().replace('\n', " "), 0));
    lines.push(texts.text("cli-explain-basis"));
    lines.extend(indicator.basis.iter().map(|basis| wrapped(&pages::basis(basis, texts), 2)));
    if let Some(caveat) = &indicator.caveat {
        let label = texts.text("cli-explain-caveat");
        lines.push(wrapped(&format!("{label} {}", caveat.text(language)), 0));
    }
    lines.extend(left_out(explained, texts));
    lines.push(String::new());
    lines.extend(centre::lines(&explanation.centres, indicator, console));
    lines.extend(people(explanation, indicator, catalogue, console));
    lines.join("\n")
}

fn period(explanation: &Explanation, texts: &Texts) -> String {
    let period = explanation.period;
    let gaps: [(&str, Argument); 4] = [
        ("period", period.to_string().into()),
        ("start", values::day(period.start, texts).into()),
        ("end", values::day(period.end, texts).into()),
        ("asof", values::day(explanation.as_of, texts).into()),
    ];
    texts.fill("cli-run-heading", &gaps)
}

/// Which cell of the table it is, in words.
fn cell(explanation: &Explanation, indicator: &Indicator, texts: &Texts) -> String {
    let cell = &explanation.cell;
    let mut words = vec![match &*cell.centre {
        "*" => texts.text("cli-explain-all-centres"),
        name => clean(name),
    }];
    words.push(match cell.sex {
        Sex::All => texts.text("cli-explain-everybody"),
        Sex::Unknown => texts.text("sex-unknown"),
        sex => texts.label("sex", sex.code()),
    });
    if &*cell.dimension != "total" {
        let category = texts.label(&cell.dimension, &cell.category);
        words.push(format!("{}: {}", texts.label("dimension", &cell.dimension), clean(&category)));
    }
    let unit = texts.text(&format!("cli-unit-{}", indicator.unit.code()));
    let gaps: [(&str, Argument); 2] = [("cell", words.join(", ").into()), ("unit", unit.into())];
    texts.fill("cli-explain-cell", &gaps)
}

/// A line for every figure of the cell; one without a value says why.
fn figures(explanation: &Explanation, texts: &Texts) -> Vec<String> {
    if explanation.figures.is_empty() {
        return vec![number::without_value(Emptiness::NothingInPeriod, texts)];
    }
    let figure = |figure: &Figure| {
        let value = number::figure(&figure.numerals, &figure.counts, texts);
        let mut text = match part(figure, texts) {
            part if part.is_empty() => value,
            part => format!("{part}: {value}"),
        };
        // A count has a value when nobody is counted, and a reader asks why all the same.
        let nobody = Emptiness::of_counts(&figure.counts);
        if let (Some(why), Some(_)) = (nobody, figure.numerals.value()) {
            let why = texts.text(&format!("empty-{}", why.code().replace('_', "-")));
            text.push_str(" – ");
            text.push_str(&why);
        }
        text
    };
    explanation.figures.iter().map(figure).collect()
}

/// Kind, payer and month of a figure, where they are not everything.
fn part(figure: &Figure, texts: &Texts) -> String {
    let key = &figure.key;
    let mut words = Vec::new();
    for (dimension, code) in [("benefit_kind", &key.benefit_kind), ("payer", &key.payer)] {
        if !code.is_empty() && **code != *"*" {
            words.push(texts.label(dimension, code));
        }
    }
    if let Some(month) = key.month_offset {
        let month =
            if month > 0 { format!("+{month}") } else { month.to_string().replace('-', "−") };
        words.push(texts.fill("cli-explain-month", &[("month", month.into())]));
    }
    words.join(", ")
}

/// How many have which status and reason; a share tells successes from the others.
fn reasons(explanation: &Explanation, indicator: &Indicator, texts: &Texts) -> Vec<String> {
    let rows: Vec<(String, String, String)> = explanation
        .reasons
        .iter()
        .map(|count| {
            let status =
                person::status(explanation.aggregate, count.status, count.numerator > 0, texts);
            let reason = reason(indicator, &count.reason, texts);
            (status, number::whole(i64::try_from(count.rows).unwrap_or(i64::MAX), texts), reason)
        })
        .collect();
    let width = |pick: fn(&(String, String, String)) -> &String| {
        rows.iter().map(|row| pick(row).chars().count()).max().unwrap_or(0)
    };
    let (statuses, counts) = (width(|row| &row.0), width(|row| &row.1));
    rows.iter()
        .map(|(status, count, reason)| {
            let line = format!("  {status:<statuses$}  {count:>counts$}  {reason}");
            wrapped(&line, statuses + counts + 4)
        })
        .collect()
}

/// A reason's code in words.
pub(crate) fn reason(indicator: &Indicator, code: &str, texts: &Texts) -> String {
    indicator
        .reasons
        .get(code)
        .map_or_else(|| code.to_owned(), |reason| reason.text(texts.language()).to_owned())
}

/// Rows that an error left out stand in no figure: the reader must know that there are some.
fn left_out(explained: &Explained, texts: &Texts) -> Vec<String> {
    let rows: u64 = explained.outcome.sheets.iter().map(|sheet| sheet.count.left_out).sum();
    if rows == 0 {
        return Vec::new();
    }
    vec![wrapped(&texts.fill("cli-explain-left-out", &[("count", rows.into())]), 0)]
}

fn people(
    explanation: &Explanation,
    indicator: &Indicator,
    catalogue: &Catalogue,
    console: &Console,
) -> Vec<String> {
    let texts = &console.texts;
    let gaps: [(&str, Argument); 2] =
        [("shown", explanation.people.len().into()), ("found", explanation.found.into())];
    let mut lines = vec![console.heading(&texts.fill("cli-explain-people", &gaps))];
    if explanation.people.is_empty() {
        return lines;
    }
    lines.push(wrapped(&texts.text("cli-explain-internal"), 0));
    let rules: BTreeSet<&AppliedRule> =
        explanation.people.iter().flat_map(|person| &person.rules).collect();
    let rules: Rules<'_> = rules.into_iter().collect();
    for found in &explanation.people {
        lines.push(String::new());
        lines.extend(person::lines(
            found,
            explanation.aggregate,
            indicator,
            catalogue,
            &rules,
            console,
        ));
    }
    if explanation.found > explanation.people.len() {
        let more = explanation.found - explanation.people.len();
        let gaps: [(&str, Argument); 2] =
            [("count", more.into()), ("found", explanation.found.into())];
        lines.push(String::new());
        lines.push(wrapped(&texts.fill("cli-explain-more", &gaps), 0));
    }
    if !rules.is_empty() {
        lines.push(String::new());
        lines.push(console.heading(&texts.text("cli-explain-rules")));
        lines.extend(numbered(&rules, catalogue, texts));
    }
    lines
}

/// The rules with their numbers: the same value on several days has one.
fn numbered(rules: &[&AppliedRule], catalogue: &Catalogue, texts: &Texts) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, rule) in versions(rules).into_iter().enumerate() {
        let parameter = catalogue.parameter(&rule.parameter);
        let value = parameter.and_then(|parameter| parameter.on(rule.day));
        let text = values::rule(&rule.parameter, parameter, value, texts);
        lines.push(wrapped(&format!("  [{}] {text}", place + 1), 4));
    }
    lines
}

/// One rule for each version of a parameter.
pub(crate) fn versions<'a>(rules: &[&'a AppliedRule]) -> Vec<&'a AppliedRule> {
    let mut versions: Vec<&AppliedRule> = Vec::new();
    for rule in rules {
        if !versions.iter().any(|known| is_version(known, rule)) {
            versions.push(rule);
        }
    }
    versions
}

/// Whether two rules are the same version of a parameter.
pub(crate) fn is_version(one: &AppliedRule, other: &AppliedRule) -> bool {
    (&one.parameter, one.from) == (&other.parameter, other.from)
}

/// Why a figure has no value, or why nobody stands in a count.
pub(crate) fn emptiness(figure: &Figure) -> Option<Emptiness> {
    let counts = &figure.counts;
    Emptiness::of(&figure.numerals, counts).or_else(|| Emptiness::of_counts(counts))
}
