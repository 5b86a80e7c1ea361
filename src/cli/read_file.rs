//! `efekt read-file`: one file on the standard input, its cells on the standard output. The program
//! starts itself with it, so that a file that breaks the reader breaks nothing else.

use std::ffi::OsString;
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::panic::set_hook;

use crate::cli::exit::Exit;
use crate::io::confine;
use crate::pipeline::{READ_FILE, answer_question};

/// Whether the program was started to read a file, and how that ended.
pub(crate) fn run(arguments: &[OsString]) -> Option<Exit> {
    let [_, word, memory, seconds] = arguments else { return None };
    if word != READ_FILE {
        return None;
    }
    let number = |text: &OsString| text.to_str()?.parse::<u32>().ok();
    let (memory, seconds) = (number(memory)?, number(seconds)?);
    // The message of a panic may quote what is in the file.
    set_hook(Box::new(|_| {}));
    if !confine(memory, seconds) {
        return Some(Exit::Internal);
    }
    let mut question = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut question) {
        if error.kind() == ErrorKind::OutOfMemory {
            // In the words of the standard library, which the parent knows.
            std::io::stderr().write_all(b"memory allocation of the file failed").ok();
        }
        return Some(Exit::Internal);
    }
    let mut out = BufWriter::with_capacity(64 * 1024, std::io::stdout().lock());
    Some(if answer_question(question, &mut out) { Exit::Done } else { Exit::Internal })
}
