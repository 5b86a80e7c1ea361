//! The result of a run for people: what was read, what is wrong, the figures, where the files are.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Argument, WorthWords};
use crate::cli::console::{Console, Volume, clean};
use crate::cli::findings;
use crate::cli::number;
use crate::cli::run::Finished;
use crate::cli::wrapping::wrapped;
use crate::model::{CORRECTIONS, Conservation, Day, Language, Severity};

/// Notes on corrections that were used.
const USED_CORRECTIONS: [&str; 3] = ["W040", "W042", "W043"];

/// So many findings stand under what to mend first.
const FIRST_FINDINGS: usize = 5;

/// With `--quiet`: the run's folder and nothing else.
pub(crate) fn bare(finished: &Finished<'_>, console: &Console) {
    if let Some(folder) = &finished.folder {
        console.result(&folder.to_string_lossy());
    }
}

/// Title, period and as-of day.
pub(crate) fn heading(finished: &Finished<'_>, console: &Console) {
    let settings = finished.settings;
    if !settings.project.title.is_empty() {
        console.result(&console.heading(&clean(&settings.project.title)));
    }
    let day = |day: Day| match console.texts.language() {
        Language::Polish => day.polish(),
        Language::English => day.to_string(),
    };
    let gaps: [(&str, Argument); 4] = [
        ("period", settings.period.to_string().into()),
        ("start", day(settings.period.start).into()),
        ("end", day(settings.period.end).into()),
        ("asof", day(settings.as_of).into()),
    ];
    console.result(&console.texts.fill("cli-run-heading", &gaps));
    console.result("");
}

/// The account of rows, a line a file and one for all.
pub(crate) fn rows(finished: &Finished<'_>, console: &Console) {
    let mut files: BTreeMap<&str, Conservation> = BTreeMap::new();
    let mut total = Conservation::default();
    for sheet in &finished.outcome.sheets {
        add(files.entry(&sheet.file).or_default(), &sheet.count);
        add(&mut total, &sheet.count);
    }
    let texts = &console.texts;
    console.result(&console.heading(&texts.text("cli-rows-heading")));
    let mut lines = vec![[
        texts.text("cli-rows-file"),
        texts.text("cli-rows-read"),
        texts.text("cli-rows-used"),
        texts.text("cli-rows-duplicates"),
        texts.text("cli-rows-left-out"),
        texts.text("cli-rows-totals"),
    ]];
    lines.extend(files.iter().map(|(file, count)| line(clean(file), count)));
    lines.push(line(texts.text("cli-rows-all"), &total));
    console.result(&table(&lines));
    let balanced = files.values().chain([&total]).all(Conservation::balances);
    console.result(&texts.text(if balanced { "cli-rows-balance" } else { "cli-rows-imbalance" }));
    console.result("");
}

/// Files that were not read, and why.
pub(crate) fn passed_over(finished: &Finished<'_>, console: &Console) {
    let texts = &console.texts;
    let skipped = &finished.listing.inputs.skipped;
    for file in skipped {
        let reason = texts.text(&format!("cli-skipped-{}", file.reason.code().replace('_', "-")));
        let gaps: [(&str, Argument); 2] =
            [("path", clean(&file.path).into()), ("reason", reason.into())];
        console.result(&wrapped(&texts.fill("cli-skipped", &gaps), 2));
    }
    if console.volume == Volume::Verbose {
        for path in &finished.listing.companions {
            console.result(&texts.fill("cli-companion", &[("path", clean(path).into())]));
        }
    }
    if !skipped.is_empty() {
        console.result("");
    }
}

/// Findings by severity, then by check, and where to look.
pub(crate) fn findings(finished: &Finished<'_>, console: &Console) {
    let texts = &console.texts;
    let counts = findings::by_severity(&finished.outcome.findings);
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| **count > 0)
        .map(|(severity, count)| {
            texts.fill(&format!("cli-findings-{}", severity.code()), &[("count", (*count).into())])
        })
        .collect();
    console.result(&console.heading(&texts.text("cli-findings-heading")));
    if parts.is_empty() {
        console.result(&format!("  {}", texts.text("cli-findings-none")));
    } else {
        console.result(&format!("  {}", parts.join(", ")));
    }
    // Without a run there is no workbook, and a note may be the only reason why.
    let mildest = if finished.folder.is_some() { Severity::Warning } else { Severity::Note };
    for line in findings::by_check(finished.catalogue, &finished.outcome.findings, mildest, texts) {
        console.result(&wrapped(&format!("  {line}"), 2));
    }
    let workbook = finished.outcome.files.iter().find(|file| file.path == "findings.xlsx");
    if let (Some(folder), Some(workbook)) = (&finished.folder, workbook) {
        let path = clean(&folder.join(&workbook.path).to_string_lossy());
        console
            .result(&format!("  {}", texts.fill("cli-findings-where", &[("path", path.into())])));
    }
    corrections(finished, console);
    console.result("");
}

/// How far the findings could move the figures, and the few to mend first.
pub(crate) fn worth(finished: &Finished<'_>, console: &Console) {
    let (outcome, texts) = (finished.outcome, &console.texts);
    let worths = &outcome.worths;
    let words = WorthWords { catalogue: finished.catalogue, texts };
    let say = |text: &str| console.result(&wrapped(&format!("  {text}"), 2));
    if finished.folder.is_none() || worths.open() == 0 && worths.too_many.is_none() {
        return;
    }
    console.result(&console.heading(&texts.text("worth-heading")));
    if let Some(too_many) = worths.too_many {
        say(&words.too_many(too_many));
        return console.result("");
    }
    for headline in &worths.headlines {
        say(&words.line(headline));
    }
    say(&words.total(worths));
    let sorted = worths.order(&outcome.findings);
    let first = sorted
        .into_iter()
        .filter_map(|place| outcome.findings.get(place).map(|finding| (place, finding)))
        .filter(|(place, finding)| worths.is_to_mend(*place, finding.severity))
        .filter_map(|(place, finding)| {
            let movement = words.largest(worths, place, finding.severity)?;
            Some(words.item(&clean(&words.place(finding)), &movement))
        });
    let first: Vec<String> = first.take(FIRST_FINDINGS).collect();
    if !first.is_empty() {
        say(&texts.text("worth-first-list"));
    }
    for item in first {
        say(&format!("  {item}"));
    }
    console.result("");
}

/// How many corrections were used, and where further cells can be corrected without touching the files.
fn corrections(finished: &Finished<'_>, console: &Console) {
    let used = finished.outcome.findings.iter();
    let used = used.filter(|finding| USED_CORRECTIONS.contains(&finding.code)).count();
    if used > 0 {
        let text = console.texts.fill("cli-corrections-used", &[("count", used.into())]);
        console.result(&format!("  {text}"));
    }
    let files = &finished.outcome.files;
    let count = files.iter().filter(|file| file.path.starts_with(CORRECTIONS)).count();
    if let Some(folder) = finished.folder.as_ref().filter(|_| count > 0) {
        let path = clean(&folder.join(CORRECTIONS.trim_end_matches('/')).to_string_lossy());
        let gaps: [(&str, Argument); 2] = [("count", count.into()), ("path", path.into())];
        let text = console.texts.fill("cli-corrections-where", &gaps);
        console.result(&wrapped(&format!("  {text}"), 2));
    }
}

/// The five figures.
pub(crate) fn headline(finished: &Finished<'_>, console: &Console) {
    let texts = &console.texts;
    if finished.outcome.headline.is_empty() {
        return;
    }
    console.result(&console.heading(&texts.text("cli-headline")));
    for headline in &finished.outcome.headline {
        let indicator = finished.catalogue.indicator(&headline.indicator);
        let title = indicator
            .map_or(headline.indicator.as_str(), |found| found.title.text(texts.language()));
        let figure = match &headline.numbers {
            Some((numerals, counts)) => number::figure(numerals, counts, texts),
            None => texts.text("cli-figure-hidden"),
        };
        console.result(&wrapped(&format!("  {title}: {figure}"), 4));
    }
    console.result("");
}

/// Reports that were not written, and why.
pub(crate) fn held_back(finished: &Finished<'_>, console: &Console) {
    let texts = &console.texts;
    for report in &finished.outcome.held_back {
        let codes: BTreeSet<&str> = finished
            .outcome
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Blocking)
            .map(|finding| finding.code)
            .filter(|code| code.starts_with('A'))
            .collect();
        let codes: Vec<&str> = codes.into_iter().collect();
        let gaps: [(&str, Argument); 2] =
            [("report", report.as_str().into()), ("checks", codes.join(", ").into())];
        console.result(&wrapped(&texts.fill("cli-held-back", &gaps), 2));
        console.result("");
    }
}

/// Where the files are.
pub(crate) fn files(finished: &Finished<'_>, console: &Console) {
    let Some(folder) = &finished.folder else { return };
    // The manifest comes on top of what the pipeline gave.
    let count = finished.outcome.files.len() + 1;
    let gaps: [(&str, Argument); 2] =
        [("count", count.into()), ("folder", clean(&folder.to_string_lossy()).into())];
    console.result(&console.texts.fill("cli-files", &gaps));
    if console.volume == Volume::Verbose {
        for file in &finished.outcome.files {
            console.result(&format!("  {}", file.path));
        }
    }
}

/// `file › sheet`.
pub(crate) fn place(file: &str, sheet: &str) -> String {
    if sheet.is_empty() { clean(file) } else { format!("{} › {}", clean(file), clean(sheet)) }
}

fn add(sum: &mut Conservation, count: &Conservation) {
    sum.rows += count.rows;
    sum.used += count.used;
    sum.duplicates += count.duplicates;
    sum.left_out += count.left_out;
    sum.totals_and_notes += count.totals_and_notes;
    let (amounts, more) = (&mut sum.amounts, count.amounts);
    amounts.read += more.read;
    amounts.used += more.used;
    amounts.duplicates += more.duplicates;
    amounts.left_out += more.left_out;
}

fn line(name: String, count: &Conservation) -> [String; 6] {
    let numbers =
        [count.rows, count.used, count.duplicates, count.left_out, count.totals_and_notes];
    let [rows, used, duplicates, left_out, totals] = numbers.map(|number| number.to_string());
    [name, rows, used, duplicates, left_out, totals]
}

/// The widest column of names: with the numbers a line then fits into 80 columns.
const LONGEST_NAME: usize = 38;

/// Columns under each other: the first to the left, numbers to the right. A long name has a line
/// to itself.
fn table(lines: &[[String; 6]]) -> String {
    let mut widths = [0; 6];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let [name_width, ..] = &mut widths;
    *name_width = (*name_width).min(LONGEST_NAME);
    let mut short = Vec::new();
    for line in lines {
        let [name, numbers @ ..] = line;
        if name.chars().count() > LONGEST_NAME {
            short.push((format!("  {name}\n"), line_of("", numbers)));
        } else {
            short.push((String::new(), line_of(name, numbers)));
        }
    }
    let rows = short.iter().map(|(before, line)| {
        let cells = line.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if column == 0 { format!("  {cell:<width$}") } else { format!("  {cell:>width$}") }
        });
        format!("{before}{}", cells.collect::<String>())
    });
    rows.collect::<Vec<_>>().join("\n")
}

fn line_of(name: &str, numbers: &[String; 5]) -> [String; 6] {
    let [read, used, duplicates, left_out, totals] = numbers.clone();
    [name.to_owned(), read, used, duplicates, left_out, totals]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_stands_in_columns_however_its_names_are_accented() {
        let count = Conservation { rows: 12, used: 10, duplicates: 2, ..Conservation::default() };
        let lines = [line("Ósmy.csv".into(), &count), line("a".into(), &Conservation::default())];
        assert_eq!(table(&lines), "  Ósmy.csv  12  10  2  0  0\n  a          0   0  0  0  0");
    }

    #[test]
    fn a_long_name_has_a_line_to_itself() {
        let name = "ś".repeat(LONGEST_NAME + 1);
        let lines = [line(name.clone(), &Conservation::default())];
        let gap = " ".repeat(LONGEST_NAME);
        assert_eq!(table(&lines), format!("  {name}\n  {gap}  0  0  0  0  0"));
    }
}
