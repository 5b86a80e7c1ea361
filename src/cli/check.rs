//! `efekt check`: read and check only, and say what each sheet was taken for.

use clap::ArgMatches;

use crate::catalogue::{Argument, Catalogue};
use crate::cli::console::{Console, Volume, clean};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::run::{self, Finished};
use crate::cli::summary;
use crate::model::Severity;
use crate::pipeline::{self, RecognisedSheet};

pub(crate) fn run(matches: &ArgMatches, console: &Console) -> Result<Exit, Failure> {
    run::run("check", pipeline::check, Some(Severity::Error), show, matches, console)
}

fn show(finished: &Finished<'_>, console: &Console) {
    if console.volume == Volume::Quiet {
        return summary::bare(finished, console);
    }
    summary::heading(finished, console);
    recognised(finished, console);
    summary::rows(finished, console);
    empty_tables(finished, console);
    summary::passed_over(finished, console);
    summary::findings(finished, console);
    summary::worth(finished, console);
    summary::files(finished, console);
}

/// Tables without a single row of data are no mistake: nobody has filled them in yet.
fn empty_tables(finished: &Finished<'_>, console: &Console) {
    let sheets = &finished.outcome.sheets;
    if !sheets.is_empty()
        && sheets.iter().all(|sheet| sheet.count.rows == sheet.count.totals_and_notes)
    {
        console.result(&console.texts.text("cli-tables-empty"));
        console.result("");
    }
}

fn recognised(finished: &Finished<'_>, console: &Console) {
    if finished.outcome.recognised.is_empty() {
        return;
    }
    console.result(&console.heading(&console.texts.text("cli-recognised")));
    for sheet in &finished.outcome.recognised {
        console.result(&describe(sheet, finished.catalogue, console));
    }
    console.result("");
}

/// One sheet: what it is, then a line for each column.
fn describe(sheet: &RecognisedSheet, catalogue: &Catalogue, console: &Console) -> String {
    let texts = &console.texts;
    let name = summary::place(&sheet.file, &sheet.sheet);
    let (Some(kind), Some(row)) = (&sheet.kind, sheet.header_row) else {
        let place = ("place", name.into());
        let text = match &sheet.corrects {
            Some(file) => {
                let gaps = [place, ("file", clean(file).into())];
                texts.fill("cli-recognised-corrections", &gaps)
            }
            None if sheet.is_guide => texts.fill("cli-recognised-guide", &[place]),
            None => texts.fill("cli-recognised-nothing", &[place]),
        };
        return format!("  {text}");
    };
    let source = catalogue.source(kind);
    let title = source.map_or(kind.as_str(), |source| source.title.text(texts.language()));
    let gaps: [(&str, Argument); 4] = [
        ("place", name.into()),
        ("kind", title.into()),
        ("row", i64::from(row).into()),
        ("confidence", i64::from(sheet.confidence).into()),
    ];
    let sentence =
        if sheet.is_unusable { "cli-recognised-unusable" } else { "cli-recognised-sheet" };
    let mut lines = vec![format!("  {}", texts.fill(sentence, &gaps))];
    for column in &sheet.columns {
        let field = column.field.as_deref().and_then(|field| source?.field(field));
        let mut meaning = match (&column.field, field) {
            (Some(_), Some((_, field))) => field.title.text(texts.language()).to_owned(),
            (Some(name), None) => name.clone(),
            (None, _) => texts.text("cli-recognised-not-used"),
        };
        if column.field.is_some() && column.confidence < 100 {
            let sure = [("confidence", i64::from(column.confidence).into())];
            meaning = format!("{meaning} {}", texts.fill("cli-recognised-guessed", &sure));
        }
        lines.push(format!("    {:<3} {} → {meaning}", column.column, clean(&column.header)));
    }
    lines.join("\n")
}
