//! The definitions of a run: compiled in, or from the folder of `--queries`.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::catalogue::Catalogue;
use crate::cli::failure::Failure;
use crate::io;

pub(crate) fn catalogue(matches: &ArgMatches) -> Result<Catalogue, Failure> {
    let catalogue = match matches.get_one::<PathBuf>("queries") {
        Some(folder) => {
            Catalogue::from_files(io::read_definitions(folder).map_err(Failure::Input)?)
        }
        None => Catalogue::embedded(),
    };
    catalogue.map_err(Failure::Definition)
}
