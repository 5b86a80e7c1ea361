//! The files of a run, in the order in which they are made.

use crate::catalogue::Texts;
use crate::disclosure::{ExactChecks, Publishable, Shown};
use crate::ingest::SheetReport;
use crate::model::{Cell, CorrectionPlan, Finding, OutputFile, Severity, Sex, SkippedFile};
use crate::pipeline::{
    Headline, Outcome, PipelineError, RecognisedColumn, RecognisedSheet, Settings, Stage, stages,
};
use crate::reports::{self, ChartPicture, FindingFrame, FindingLinks, ReportContext, ReportError};

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
    if wanted("mayor") || wanted("cluster") {
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
        if wanted("mayor") {
            add("mayor.xlsx", reports::mayor::write(&context, public))?;
        }
        if wanted("cluster") {
            add("cluster.xlsx", reports::cluster::write(&context, public))?;
        }
    }
    Ok(())
}

/// Writes the correction workbooks, and the findings as a workbook and as lines for programs.
pub(super) fn write_findings(
    outcome: &mut Outcome,
    context: &ReportContext<'_>,
    corrections: &[CorrectionPlan],
    settings: &Settings,
) -> Result<(), PipelineError> {
    let error = |error: ReportError| failed(error.to_string());
    let (catalogue, texts) = (context.catalogue, context.texts);
    let mut links =
        FindingLinks { way_to_inputs: settings.way_to_inputs.clone(), ..FindingLinks::default() };
    let read: Vec<&str> = outcome.inputs.iter().map(|(path, _)| path.as_str()).collect();
    for plan in corrections {
        let path = reports::corrections_xlsx::path(texts, plan, &read);
        let bytes = reports::corrections_xlsx::write(catalogue, texts, settings.as_of, plan);
        let bytes = bytes.map_err(error)?;
        // They show rows, though not whose they are.
        outcome.files.push(OutputFile { path: path.clone(), bytes, private: true });
        links.corrections.insert(plan.file.clone(), path);
    }
    let frame = FindingFrame { title: context.title, as_of: settings.as_of, links: &links };
    let findings = &outcome.findings;
    let worths = &outcome.worths;
    let workbook = reports::findings_xlsx::write(catalogue, texts, frame, findings, worths);
    let lines = reports::findings_jsonl::write(catalogue, texts.language(), findings, worths);
    for (path, bytes) in [("findings.xlsx", workbook), ("findings.jsonl", lines)] {
        let bytes = bytes.map_err(error)?;
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
        corrects: sheet.corrects.clone(),
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
    let mut finding = stages::file_note(&file.path, "W003", vec![("reason", reason)]);
    if file.reason.may_be_data() {
        finding.severity = Severity::Warning;
    }
    finding
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
