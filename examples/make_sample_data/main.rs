//! Makes `sample-data/`: a fictional cluster of four centres, kept as people keep such files.
//!
//! `cargo run --example make_sample_data -- sample-data tests/cases`
//!
//! The same bytes come out at every run. The first folder gets the files and a README that says what is wrong
//! in them; the second gets the list of planted defects and the figures that must come out.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program of its own beside the crate: it writes files and says so"
)]

mod benefits;
mod books;
mod calendar;
mod cluster;
mod jobs;
mod names;
mod opendocument;
mod planted;
mod random;
mod readme;
mod sheet;
mod spelling;
mod text_file;
mod truth;
mod workbook;

use std::error::Error;
use std::fs;
use std::path::Path;

use crate::planted::{Garden, HEADER, Planted};
use crate::random::Random;
use crate::sheet::Book;
use crate::text_file::Encoding;

/// Chosen by looking at what comes out: shares in the range that centres report.
const SEED: u64 = 159;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "sample-data".to_owned());
    let cases = arguments.next().unwrap_or_else(|| "tests/cases".to_owned());
    let seed = arguments.next().map_or(Ok(SEED), |seed| seed.parse())?;

    let mut random = Random::new(seed);
    let mut cluster = cluster::invent(&mut random)?;
    let mut garden = Garden::default();
    // The lists come first: their defects change what the other files must agree with.
    let mut all = vec![
        books::orzechowiec::book(&mut random, &mut cluster, &mut garden)?,
        books::stary_mlyn::book(&mut random, &mut cluster, &mut garden)?,
        books::kalinowka::book(&mut random, &mut cluster, &mut garden)?,
        books::brzozowy_gaj::book(&mut random, &mut cluster, &mut garden)?,
        books::employment::book(&mut random, &mut cluster, &mut garden)?,
    ];
    let payments = benefits::social_assistance(&mut random, &cluster);
    all.extend(books::benefits::books(&mut random, &cluster, &payments, &mut garden)?);
    all.push(books::support::book(&mut random, &cluster, &mut garden)?);
    all.push(books::cluster::book(&mut random, &mut garden)?);
    all.push(books::cluster::roster(&mut random, &mut garden));

    let mut size = 0;
    for book in &all {
        size += write(&Path::new(&folder).join(book.path), &bytes(book)?)?;
    }
    size += write(&Path::new(&folder).join("efekt.toml"), include_bytes!("efekt.toml"))?;
    size += write(
        &Path::new(&folder).join("README.md"),
        readme::text(&cluster, &all, &garden.planted).as_bytes(),
    )?;
    write(&Path::new(&cases).join("sample_data_planted.csv"), &planted_list(&garden.planted)?)?;
    let truth = truth::text(&cluster);
    write(&Path::new(&cases).join("sample_data_truth.toml"), truth.as_bytes())?;
    println!(
        "{} files, {} KiB, {} planted defects",
        all.len() + 2,
        size / 1024,
        garden.planted.len()
    );
    println!("{}", truth::summary(&cluster, &payments));
    Ok(())
}

fn bytes(book: &Book) -> Result<Vec<u8>, Box<dyn Error>> {
    match book.path.rsplit('.').next() {
        Some("ods") => opendocument::bytes(book),
        Some("csv") if book.path.starts_with("świadczenia/") => {
            text_file::bytes(book, Encoding::Windows1250)
        }
        Some("csv") => text_file::bytes(book, Encoding::Utf8),
        _ => Ok(workbook::bytes(book)?),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<usize, Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)?;
    Ok(bytes.len())
}

fn planted_list(planted: &[Planted]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for defect in planted {
        writer.write_record(defect.record())?;
    }
    Ok(writer.into_inner()?)
}
