//! Who reads the input files: this process, or a child of its own for every file.

use std::ffi::OsString;
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::ingest::{self, FileContent, Ingested, ReadProblem};
use crate::io::{self, ChildEnd, IoError, Question};
use crate::model::{InputFile, Limits, Project};
use crate::pipeline::PipelineError;

/// The word by which this program knows that it is to read one file. It stands in no help: nobody
/// types it.
pub const READ_FILE: &str = "read-file";

/// Who reads the input files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// This process: for tests, and for callers who made the files themselves. A hostile file can end
    /// the process.
    Here,
    /// A confined child process for every file.
    Children {
        /// The program to start with [`READ_FILE`].
        program: PathBuf,
        /// How many at a time.
        jobs: NonZero<usize>,
    },
}

pub(super) fn read_tables(
    reading: &Reading,
    files: &[InputFile],
    catalogue: &Catalogue,
    project: &Project,
) -> Result<Ingested, PipelineError> {
    let limits = project.limits;
    match reading {
        Reading::Here => Ok(ingest::read_tables_here(files, catalogue, project)),
        Reading::Children { program, jobs } => {
            let reader = |file: &InputFile| read_in_child(program, file, limits);
            ingest::read_tables(files, catalogue, project, &reader, *jobs)
                .map_err(PipelineError::NoReader)
        }
    }
}

/// Reads one file in a child process. Whatever becomes of the child, the file has an answer; an error
/// says that no child could be started.
pub fn read_in_child(
    program: &Path,
    file: &InputFile,
    limits: Limits,
) -> Result<FileContent, IoError> {
    let xls = ingest::is_xls(&file.bytes);
    let memory_mib = if xls { limits.memory_xls_mib } else { limits.memory_mib };
    let arguments: [OsString; 3] =
        [READ_FILE.into(), memory_mib.to_string().into(), limits.seconds.to_string().into()];
    let head = ingest::question_head(file, limits);
    let answer = io::ask(&Question {
        program,
        arguments: &arguments,
        input: &[&head, &file.bytes],
        // What a process can say is no longer than what it can hold.
        largest_answer: u64::from(memory_mib) * 1024 * 1024,
        seconds: limits.seconds.saturating_mul(3),
        memory_mib,
    });
    let problem = match answer {
        Ok(answer) => match ingest::read_answer(file, &answer) {
            Some(content) => return Ok(content),
            None => ReadProblem::Crashed,
        },
        Err(ChildEnd::NotStarted(error)) => return Err(error),
        Err(ChildEnd::Memory) => ReadProblem::Memory,
        Err(ChildEnd::Time) => ReadProblem::Time,
        Err(ChildEnd::Crashed) => ReadProblem::Crashed,
    };
    Ok(ingest::refused(file, problem))
}

/// The other end of [`read_in_child`]: reads the file in `question` and writes the answer. `false`
/// when the question is not whole or nobody listens any more.
pub fn answer_question(question: Vec<u8>, out: &mut dyn Write) -> bool {
    let Some((file, limits)) = ingest::read_question(question) else { return false };
    let content = ingest::read_file(&file, limits);
    ingest::write_answer(&content, out).is_ok()
}
