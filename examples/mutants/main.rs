//! Damages workbooks in thousands of ways and reads each as the program does: nothing but the process
//! that reads a file may end.
//!
//! `mutants PROGRAM COUNT` makes COUNT mutants, always the same ones. It ends with code 1 when a file
//! is neither read nor refused, or when the same mutants, given straight to the reader of cells, end
//! it fewer than 50 times in 15,000: then the mutants are too tame to show anything.
#![expect(clippy::print_stdout, reason = "a report for people")]
#![expect(clippy::unwrap_used, reason = "what surprises a test shall stop it")]

mod control;
mod mutation;
mod seeds;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use efekt::model::{InputFile, Limits};
use efekt::pipeline::read_in_child;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--control", first, last] => control::read(first.parse().unwrap(), last.parse().unwrap()),
        [program, count] => compare(Path::new(program), count.parse().unwrap()),
        _ => {
            println!("usage: mutants PROGRAM COUNT");
            ExitCode::from(2)
        }
    }
}

fn compare(program: &Path, count: usize) -> ExitCode {
    let program: PathBuf = program.canonicalize().unwrap();
    let seeds = seeds::all();
    // An unharmed seed must be read, else nothing is tested.
    for seed in &seeds {
        let content = read_in_child(&program, &file(seed.bytes.clone()), limits()).unwrap();
        assert!(!content.sheets.is_empty(), "{}: {:?}", seed.name, content.findings);
    }
    let results = Mutex::new(BTreeMap::<String, usize>::new());
    let next = AtomicUsize::new(0);
    let jobs = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        break;
                    }
                    let (name, bytes) = mutation::mutant(&seeds, number);
                    let content = read_in_child(&program, &file(bytes), limits()).unwrap();
                    let refusal = content.findings.iter().find(|finding| finding.code == "W001");
                    let result = match refusal {
                        Some(finding) => finding.arguments[0].1.clone(),
                        None if content.sheets.is_empty() => "NEITHER READ NOR REFUSED".to_owned(),
                        None => "read".to_owned(),
                    };
                    *results.lock().unwrap().entry(format!("{name} {result}")).or_default() += 1;
                }
            });
        }
    });
    let results = results.into_inner().unwrap();
    println!("{count} mutants, each in a process of its own; this process lives:");
    for (result, times) in &results {
        println!("{times:>7} {result}");
    }
    let deaths = control::deaths(count);
    println!("control, straight on the reader: {deaths} ends of its process");
    let lost = results.keys().any(|result| result.ends_with("NEITHER READ NOR REFUSED"));
    let tame = deaths * 15_000 < 50 * count;
    if lost || tame { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn file(bytes: Vec<u8>) -> InputFile {
    InputFile { path: "mutant".into(), bytes }
}

fn limits() -> Limits {
    Limits { seconds: 10, ..Limits::default() }
}
