//! `efekt list`: what there is of a kind, in the order of the catalogue.

use clap::ArgMatches;
use serde_json::json;

use crate::catalogue::{Catalogue, Texts};
use crate::cli::arguments::{Format, format};
use crate::cli::console::Console;
use crate::cli::definitions;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::wrapping::wrapped;
use crate::pipeline::REPORTS;

pub(crate) fn run(matches: &ArgMatches, console: &Console) -> Result<Exit, Failure> {
    let catalogue = definitions::catalogue(matches)?;
    let kind = matches.get_one::<String>("list").map_or("", String::as_str);
    let entries = entries(kind, &catalogue, &console.texts);
    match format(matches) {
        Format::Json => {
            let list: Vec<_> =
                entries.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
            console.result(&format!("{:#}", json!(list)));
        }
        Format::Text => {
            let width = entries.iter().map(|(id, _)| id.chars().count()).max().unwrap_or(0);
            for (id, title) in &entries {
                console.result(&wrapped(&format!("{id:<width$}  {title}"), width + 2));
            }
        }
    }
    Ok(Exit::Done)
}

/// Id and title of everything of a kind.
fn entries(kind: &str, catalogue: &Catalogue, texts: &Texts) -> Vec<(String, String)> {
    let language = texts.language();
    let entry = |id: &str, title: &str| (id.to_owned(), title.to_owned());
    match kind {
        "indicators" => {
            // A definition that was replaced stands on the page of its indicator.
            let list = catalogue.indicators.iter().filter(|one| {
                catalogue.indicator(&one.id).is_some_and(|latest| latest.path == one.path)
            });
            list.map(|indicator| entry(&indicator.id, indicator.title.text(language))).collect()
        }
        "checks" => {
            let list = catalogue.checks.iter();
            list.map(|check| entry(&check.code, &check.text(language).title)).collect()
        }
        "parameters" => {
            let list = catalogue.parameters.iter();
            list.map(|parameter| entry(&parameter.id, parameter.title.text(language))).collect()
        }
        "sources" => {
            let list = catalogue.sources.iter();
            list.map(|source| entry(&source.kind, source.title.text(language))).collect()
        }
        _ => {
            let list = REPORTS.iter();
            list.map(|id| entry(id, &texts.text(&format!("cli-report-{id}")))).collect()
        }
    }
}
