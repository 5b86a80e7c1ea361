//! A question about a figure: what was typed becomes a checked question, the pipeline answers it.

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::catalogue::{Catalogue, Indicator};
use crate::cli::arguments::{Arguments, Format};
use crate::cli::console::Console;
use crate::cli::exit::Exit;
use crate::cli::explain::{document, figure};
use crate::cli::failure::Failure;
use crate::cli::settings::settings;
use crate::io;
use crate::model::{LedgerStatus, Sex};
use crate::pipeline::{self, ExplanationError, Filter, PipelineError, Question};

/// People that are shown unless `--limit` says otherwise.
const USUAL_LIMIT: usize = 10;

/// Options that ask about people: without inputs there are none.
const OF_PEOPLE: [&str; 7] = ["config", "centre", "sex", "dimension", "status", "person", "limit"];

/// The first option that makes no sense without inputs.
pub(crate) fn first_option(matches: &ArgMatches) -> Option<&'static str> {
    OF_PEOPLE.into_iter().find(|id| matches.value_source(id) == Some(ValueSource::CommandLine))
}

/// Reads the inputs and answers the question.
pub(crate) fn run(
    topic: &str,
    catalogue: &Catalogue,
    arguments: &Arguments,
    matches: &ArgMatches,
    console: &Console,
) -> Result<Exit, Failure> {
    let listing = io::read_inputs(&arguments.inputs, &arguments.out).map_err(Failure::Input)?;
    let settings = settings(arguments, catalogue, &listing.root)?;
    // Of several dated definitions the one that applies to the period.
    let indicator = catalogue
        .definitions_of(topic)
        .find(|definition| definition.is_for(settings.period))
        .ok_or(Failure::Pipeline(PipelineError::Explanation(ExplanationError::NotInForce)))?;
    let question = question(indicator, matches)?;
    if listing.inputs.files.is_empty() {
        return Err(Failure::Pipeline(PipelineError::NoUsableInput(Box::default())));
    }
    let mut progress = |stage| console.step(stage);
    let explained = pipeline::explain(
        catalogue,
        &console.texts,
        listing.inputs,
        &settings,
        &question,
        &mut progress,
    )
    .map_err(Failure::Pipeline)?;
    let result = match arguments.format {
        Format::Json => {
            let document = document::document(&explained, indicator, catalogue, &console.texts);
            format!("{document:#}")
        }
        Format::Text => figure::text(&explained, indicator, catalogue, console),
    };
    console.result(&result);
    Ok(Exit::Done)
}

fn question<'a>(indicator: &'a Indicator, matches: &ArgMatches) -> Result<Question<'a>, Failure> {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    let sex = text("sex")
        .and_then(|code| [Sex::K, Sex::M, Sex::Unknown].into_iter().find(|sex| sex.code() == code));
    let mut categories = Vec::new();
    for given in matches.get_many::<String>("dimension").into_iter().flatten() {
        let Some((dimension, category)) = given.split_once('=') else {
            return Err(Failure::Dimension(given.clone()));
        };
        categories.push((dimension.trim().to_owned(), category.trim().to_owned()));
    }
    let limit = matches.get_one::<u32>("limit").and_then(|limit| usize::try_from(*limit).ok());
    Ok(Question {
        indicator,
        filter: Filter { centre: text("centre"), sex, categories },
        status: text("status").and_then(|code| LedgerStatus::from_code(&code)),
        person: text("person"),
        limit: limit.unwrap_or(USUAL_LIMIT),
    })
}
