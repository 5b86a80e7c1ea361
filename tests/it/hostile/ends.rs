//! Whatever becomes of the process that reads a file: this one lives and knows what to say.
#![cfg(target_os = "linux")]

use std::path::Path;

use efekt::io::Action;
use efekt::model::{InputFile, Limits};
use efekt::pipeline::read_in_child;

use crate::hostile::other::BENEFITS;
use crate::hostile::reason;

fn file(bytes: Vec<u8>) -> InputFile {
    InputFile { path: "a.csv".into(), bytes }
}

#[test]
fn silence_and_garbage_are_a_file_that_cannot_be_read() {
    for program in ["/bin/true", "/bin/false", "/bin/cat", "/bin/echo"] {
        let file = file(BENEFITS.into());
        let content = read_in_child(Path::new(program), &file, Limits::default()).unwrap();
        assert_eq!(reason(&content).as_deref(), Some("crashed"), "{program}");
        assert!(content.sheets.is_empty(), "{program}");
    }
}

#[test]
fn a_file_that_needs_more_memory_than_it_may_have_says_so() {
    let program = Path::new(env!("CARGO_BIN_EXE_efekt"));
    let limits = Limits { memory_mib: 192, ..Limits::default() };
    let large = file(vec![b'x'; 256 * 1024 * 1024]);
    let content = read_in_child(program, &large, limits).unwrap();
    assert_eq!(reason(&content).as_deref(), Some("memory"));
    let small = read_in_child(program, &file(BENEFITS.into()), limits).unwrap();
    assert_eq!(reason(&small), None, "the program itself fits");
}

#[test]
fn without_a_reader_no_file_is_read() {
    let error = read_in_child(Path::new("/nie/ma"), &file(BENEFITS.into()), Limits::default());
    assert_eq!(error.unwrap_err().action, Action::Start);
}
