//! What `report` and `check` have in common: inputs, settings, the place of the run, publication.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::ArgMatches;

use crate::catalogue::{Catalogue, Texts, embedded_texts};
use crate::cli::arguments::{Arguments, Format};
use crate::cli::console::{Console, clean};
use crate::cli::definitions;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::json;
use crate::cli::settings::settings;
use crate::io::{self, Claim, Listing, Replace};
use crate::model::{Inputs, Severity};
use crate::pipeline::{self, Outcome, PipelineError, Settings, Stage};

/// A function of the pipeline.
pub(crate) type Work = fn(
    &Catalogue,
    &Texts,
    Inputs,
    &Settings,
    &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError>;

/// A finished and published run, for showing it.
#[derive(Debug)]
pub(crate) struct Finished<'a> {
    /// `report` or `check`.
    pub(crate) command: &'static str,
    /// Definitions, for titles.
    pub(crate) catalogue: &'a Catalogue,
    /// What was read.
    pub(crate) listing: &'a Listing,
    /// What was asked for.
    pub(crate) settings: &'a Settings,
    /// What came out.
    pub(crate) outcome: &'a Outcome,
    /// Where it was written; `None` when nothing could be used.
    pub(crate) folder: Option<PathBuf>,
    /// How it ends.
    pub(crate) exit: Exit,
}

/// Runs `work` and publishes what it gives back; `show` writes the result for people.
pub(crate) fn run(
    command: &'static str,
    work: Work,
    fail_on: Option<Severity>,
    show: fn(&Finished<'_>, &Console),
    matches: &ArgMatches,
    console: &Console,
) -> Result<Exit, Failure> {
    let arguments = Arguments::new(matches, fail_on);
    let catalogue = definitions::catalogue(matches)?;
    let mut listing = io::read_inputs(&arguments.inputs, &arguments.out).map_err(Failure::Input)?;
    let mut settings = settings(&arguments, &catalogue, &listing.root)?;
    let texts = embedded_texts(settings.language).map_err(Failure::Definition)?;
    if listing.inputs.files.is_empty() {
        return Err(Failure::Pipeline(PipelineError::NoUsableInput(Box::default())));
    }
    let name = if command == "report" { settings.period.to_string() } else { command.to_owned() };
    // Before the work: nobody likes to wait for a refusal.
    // Whoever mends a cell and checks again has other inputs each time, and nothing is lost by it.
    let replace = if command == "check" { Replace::AnyRun } else { arguments.replace };
    let claim = Claim::new(&arguments.out, &name, &listing.inputs.hashes, replace)
        .map_err(Failure::Claim)?;
    if let Some((folder, file)) = claim.unread_corrections() {
        let gaps =
            [("folder", clean(&folder.to_string_lossy()).into()), ("file", clean(file).into())];
        console.message(&console.texts.fill("cli-filled-in-elsewhere", &gaps));
    }
    settings.way_to_inputs = io::way_to_inputs(&arguments.out, &listing.root);
    let files = std::mem::take(&mut listing.inputs.files);
    // The bytes go to the work, which lets them go; paths and hashes stay for the manifest.
    let inputs = Inputs { files, ..listing.inputs.clone() };
    let mut progress = |stage| console.step(stage);
    let mut finished = Finished {
        command,
        catalogue: &catalogue,
        listing: &listing,
        settings: &settings,
        outcome: &Outcome::default(),
        folder: None,
        exit: Exit::NoInput,
    };
    let show = |finished: &Finished<'_>| match arguments.format {
        Format::Json => console.result(&json::document(finished)),
        Format::Text => show(finished, console),
    };
    let outcome = match work(&catalogue, &texts, inputs, &settings, &mut progress) {
        Err(PipelineError::NoUsableInput(outcome)) => {
            // Why nothing could be used stands in the findings, which somebody has to be sent. A report
            // leaves the run that stands there as it is.
            if command == "check" {
                let manifest =
                    pipeline::manifest(command, &catalogue, &listing.inputs, &settings, &outcome);
                let folder = claim.publish(&outcome.files, &manifest);
                finished.folder = Some(folder.map_err(Failure::Publication)?);
            }
            finished.outcome = &outcome;
            show(&finished);
            return Err(Failure::Pipeline(PipelineError::NoUsableInput(Box::default())));
        }
        result => result.map_err(Failure::Pipeline)?,
    };
    let manifest = pipeline::manifest(command, &catalogue, &listing.inputs, &settings, &outcome);
    let folder = claim.publish(&outcome.files, &manifest).map_err(Failure::Publication)?;
    finished.outcome = &outcome;
    finished.folder = Some(folder);
    finished.exit = exit(&outcome, &settings, arguments.fail_on);
    show(&finished);
    Ok(finished.exit)
}

/// 1 when a finding is as grave as the limit or graver, or when a report that was asked for by name was
/// held back: a script that wants the report must not take the run for one that has it.
fn exit(outcome: &Outcome, settings: &Settings, fail_on: Option<Severity>) -> Exit {
    // The gravest severity comes first in their order.
    let reached = fail_on
        .is_some_and(|limit| outcome.findings.iter().any(|finding| finding.severity <= limit));
    let missing = settings
        .reports
        .iter()
        .flatten()
        .any(|asked| outcome.held_back.iter().any(|held_back| held_back == asked));
    if reached || missing { Exit::Findings } else { Exit::Done }
}
