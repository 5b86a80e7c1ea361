//! The files of a run, in the order in which they are made.

use crate::catalogue::Texts;
use crate::disclosure::{ExactChecks, Publishable, Shown};
use crate::ingest::SheetReport;
use crate::model::{Cell, Finding, OutputFile, Sex, SkippedFile};
use crate::pipeline::{
    Headline, Outcome, PipelineError, RecognisedColumn, RecognisedSheet, Settings, Stage, stages,
};
use crate::reports::{self, ChartPicture, ReportContext, ReportError};

/// The figures of the summary.
pub(super) const HEADLINE: [&str; 5] = [
    "participants",
    "completion_rate",
    "labour_market_entry_rate",
    "employment_rate_6m",
    "benefit_reduction_rate",
];

/// Writes figures, findings, charts and the reports that were asked for.
pub(super) fn write(
    outcome: &mut Outcome,
    context: &ReportContext<'_>,
    exact: &Publishable,
    public: &Publishable,
    checks: Option<&ExactChecks>,
    settings: &Settings,
) -> Result<(), PipelineError> {
    let held_back = outcome.held_back.clone();
    let wanted = |id: &str| settings.wants(id) && !held_back.iter().any(|known| known == id);
    let mut add = |path: &str, bytes: Result<Vec<u8>, ReportError>| {
        let bytes = bytes.map_err(|error| failed(error.to_string()))?;
        outcome.files.push(OutputFile { path: path.to_owned(), bytes, private: false });
        Ok::<(), PipelineError>(())
    };
    add("indicators.csv", reports::indicators_csv::write(exact))?;
    add("indicators.parquet", reports::indicators_parquet::write(exact))?;
    if wanted("ministry") {
        add("ministry.xlsx", reports::ministry::write(context, exact))?;
    }
    if let Some(checks) = checks.filter(|_| wanted("eu")) {
        add("eu.xlsx", reports::eu::write(context, exact, checks))?;
    }
    if wanted("mayor") {
        let source = source_line(context);
        let charts = reports::charts::draw_all(public, context.texts, &source)
            .map_err(|error| failed(error.to_string()))?;
        let mut pictures = Vec::new();
        for chart in charts {
            add(&format!("charts/{}.svg", chart.name), Ok(chart.svg.into_bytes()))?;
            add(&format!("charts/{}.png", chart.name), Ok(chart.png.clone()))?;
            pictures.push(ChartPicture {
                name: chart.name.to_owned(),
                title: chart.title,
                alt: chart.alt,
                png: chart.png,
            });
        }
        let context = ReportContext { charts: &pictures, ..*context };
        add("mayor.xlsx", reports::mayor::write(&context, public))?;
    }
    write_findings(outcome, context, settings)
}

/// Writes the findings as a workbook and as lines for programs.
pub(super) fn write_findings(
    outcome: &mut Outcome,
    context: &ReportContext<'_>,
    settings: &Settings,
) -> Result<(), PipelineError> {
    let findings = &outcome.findings;
    let language = context.texts.language();
    let workbook = reports::findings_xlsx::write(
        context.catalogue,
        context.texts,
        context.title,
        settings.as_of,
        findings,
        &outcome.worths,
    )
    .map_err(|error| failed(error.to_string()))?;
    let lines =
        reports::findings_jsonl::write(context.catalogue, language, findings, &outcome.worths)
            .map_err(|error| failed(error.to_string()))?;
    for (path, bytes) in [("findings.xlsx", workbook), ("findings.jsonl", lines)] {
        outcome.files.push(OutputFile { path: path.to_owned(), bytes, private: false });
    }
    Ok(())
}

/// The five figures of the summary.
pub(super) fn headline(figures: &Publishable) -> Vec<Headline> {
    HEADLINE
        .iter()
        .filter_map(|id| figures.figure(id, "*", "total", "*", Sex::All))
        .map(|figure| Headline {
            indicator: figure.key.indicator.to_string(),
            numbers: match figure.shown {
                Shown::Open(numerals, counts) => Some((numerals, counts)),
                Shown::Suppressed => None,
            },
        })
        .collect()
}

/// What a sheet was taken for, as `check` shows it.
pub(super) fn recognised(sheet: &SheetReport) -> RecognisedSheet {
    let known = sheet.columns.iter().filter(|(_, _, field, _)| field.is_some()).count();
    let share = (known * 100).checked_div(sheet.columns.len()).unwrap_or(0);
    RecognisedSheet {
        file: sheet.place.file.to_string(),
        sheet: sheet.place.sheet.to_string(),
        kind: sheet.kind.clone(),
        is_guide: sheet.is_guide,
        is_unusable: sheet.is_unusable,
        header_row: sheet.header_row.map(|row| row + 1),
        columns: sheet
            .columns
            .iter()
            .map(|(column, header, field, confidence)| RecognisedColumn {
                column: letters(*column),
                header: header.clone(),
                field: field.clone(),
                confidence: *confidence,
            })
            .collect(),
        confidence: u8::try_from(share).unwrap_or(100),
    }
}

/// The finding on a file that was passed over.
pub(super) fn skipped(file: &SkippedFile) -> Finding {
    let reason = format!("cli-skipped-{}", file.reason.code().replace('_', "-"));
    stages::file_note(&file.path, "W003", vec![("reason", reason)])
}

/// Settings on which figures depend, in words.
pub(super) fn settings_shown(texts: &Texts, settings: &Settings) -> Vec<(String, String)> {
    let choices = &settings.project.settings;
    let outcomes: Vec<String> = choices
        .independence_outcomes
        .iter()
        .map(|code| reports::label(texts, "outcome", code))
        .collect();
    let mut shown = vec![
        (texts.text("setting-independence-outcomes"), outcomes.join(", ")),
        (texts.text("setting-benefit-window-months"), choices.benefit_window_months.to_string()),
    ];
    if let Some(centre) = &settings.centre {
        shown.push((texts.text("setting-centre"), centre.clone()));
    }
    shown
}

fn source_line(context: &ReportContext<'_>) -> String {
    let program = format!("efekt {}", context.program_version);
    if context.title.is_empty() { program } else { format!("{program} · {}", context.title) }
}

fn letters(column: u32) -> String {
    let address = Cell { row: 0, column }.to_string();
    address.trim_end_matches('1').to_owned()
}

fn failed(message: String) -> PipelineError {
    PipelineError::Internal { stage: Stage::Reports, message }
}
