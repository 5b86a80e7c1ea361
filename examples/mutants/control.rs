//! The same mutants straight on the reader of cells, in throw-away processes.

use std::io::{Cursor, Write};
use std::process::{Command, ExitCode, Stdio};
use std::thread;

use calamine::{Reader, open_workbook_auto_from_rs};
use efekt::io::confine;

use crate::{mutation, seeds};

/// How often the process of the reader ended before its mutants did.
pub(crate) fn deaths(count: usize) -> usize {
    let jobs = thread::available_parallelism().map_or(1, usize::from);
    let share = count.div_ceil(jobs).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = (0..count)
            .step_by(share)
            .map(|first| scope.spawn(move || deaths_between(first, (first + share).min(count))))
            .collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    })
}

fn deaths_between(mut first: usize, last: usize) -> usize {
    let mut deaths = 0;
    while first < last {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--control", &first.to_string(), &last.to_string()])
            .stderr(Stdio::null())
            .output()
            .unwrap();
        // One byte for every mutant that was survived.
        first += output.stdout.len();
        if first < last {
            deaths += 1;
            first += 1;
        }
    }
    deaths
}

/// Reads mutants one after the other until one of them ends this process.
pub(crate) fn read(first: usize, last: usize) -> ExitCode {
    assert!(confine(1_024, 600));
    let seeds = seeds::all();
    let mut out = std::io::stdout();
    for number in first..last {
        let (_, bytes) = mutation::mutant(&seeds, number);
        if let Ok(mut workbook) = open_workbook_auto_from_rs(Cursor::new(bytes)) {
            for name in workbook.sheet_names() {
                workbook.worksheet_range(&name).ok();
            }
        }
        out.write_all(b".").unwrap();
        out.flush().unwrap();
    }
    ExitCode::SUCCESS
}
