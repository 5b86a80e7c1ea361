//! `efekt explain`: the page of an indicator, a check, a parameter or a kind of table; with inputs the
//! people behind a figure.

mod centre;
mod document;
mod figure;
mod page_document;
mod pages;
mod person;
mod question;
mod values;

use clap::ArgMatches;

use crate::catalogue::{Catalogue, nearest};
use crate::cli::arguments::{Arguments, Format, format};
use crate::cli::console::Console;
use crate::cli::definitions;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::io;
use crate::model::{Day, Period};

pub(crate) fn run(matches: &ArgMatches, console: &Console) -> Result<Exit, Failure> {
    let catalogue = definitions::catalogue(matches)?;
    let topic = matches.get_one::<String>("topic").map_or("", String::as_str);
    let arguments = Arguments::of_question(matches);
    let has_inputs = !arguments.inputs.is_empty();
    if has_inputs && catalogue.indicator(topic).is_some() {
        return question::run(topic, &catalogue, &arguments, matches, console);
    }
    let day = day(&arguments)?;
    let page = pages::page(topic, &catalogue, day, &console.texts).ok_or_else(|| {
        Failure::Topic { given: topic.to_owned(), nearest: nearest(topic, topics(&catalogue)) }
    })?;
    if has_inputs {
        return Err(Failure::InputWithoutIndicator(topic.to_owned()));
    }
    if let Some(option) = question::first_option(matches) {
        return Err(Failure::QuestionWithoutInput(option));
    }
    match format(matches) {
        Format::Json => {
            let document = page_document::document(topic, &catalogue, day, &console.texts);
            console.result(&format!("{document:#}"));
        }
        Format::Text => console.result(&pages::lines(page.trim_end(), &console.texts)),
    }
    Ok(Exit::Done)
}

/// The day on which dated values are shown: the as-of day, or the last day of a period that was given.
fn day(arguments: &Arguments) -> Result<Day, Failure> {
    let as_of = match &arguments.as_of {
        Some(given) => Day::parse_iso(given).ok_or_else(|| Failure::AsOf(given.clone()))?,
        None => io::today(),
    };
    if arguments.period == "last-year" {
        return Ok(as_of);
    }
    let period = Period::parse(&arguments.period, as_of)
        .map_err(|_| Failure::Period(arguments.period.clone()))?;
    Ok(period.end)
}

fn topics(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    let indicators = catalogue.indicators.iter().map(|indicator| &*indicator.id);
    let checks = catalogue.checks.iter().map(|check| &*check.code);
    let parameters = catalogue.parameters.iter().map(|parameter| &*parameter.id);
    let sources = catalogue.sources.iter().map(|source| &*source.kind);
    indicators.chain(checks).chain(parameters).chain(sources)
}
