//! Asks a child process and survives whatever becomes of it.

use std::ffi::OsString;
use std::io::{Read, Write, pipe};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
#[cfg(unix)]
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use crate::io::memory_watch::MemoryWatch;
use crate::io::{Action, IoError};

/// What to ask whom.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The program.
    pub program: &'a Path,
    /// Its arguments.
    pub arguments: &'a [OsString],
    /// What it reads on its standard input, piece by piece.
    pub input: &'a [&'a [u8]],
    /// Bytes that it may answer.
    pub largest_answer: u64,
    /// Seconds that it may take.
    pub seconds: u32,
    /// Memory in MiB, for systems on which the child cannot confine itself.
    pub memory_mib: u32,
}

impl Question<'_> {
    fn fits(&self, answer: &[u8]) -> bool {
        u64::try_from(answer.len()).is_ok_and(|length| length <= self.largest_answer)
    }
}

/// Why there is no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChildEnd {
    /// The child could not be started at all.
    NotStarted(IoError),
    /// It wanted more memory than it may have.
    Memory,
    /// It was not ready in time.
    Time,
    /// It ended in another way, or its answer is too long.
    Crashed,
}

/// This program, to be started again: on Linux the very file that runs, even if it was replaced
/// meanwhile. Elsewhere a file of that name is anybody's: on Windows everybody may create `C:\proc`.
pub fn this_program() -> Result<PathBuf, IoError> {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        return Ok(running.to_owned());
    }
    let failed = |error| IoError::of(Path::new("efekt"), Action::Start, &error);
    std::env::current_exe().map_err(failed)
}

/// Starts the program, gives it the input and waits for its answer on the standard output.
///
/// Neither an early end, nor silence, nor an endless answer of the child harms the caller; the child
/// never outlives the call.
pub fn ask(question: &Question<'_>) -> Result<Vec<u8>, ChildEnd> {
    let not_started =
        |error| ChildEnd::NotStarted(IoError::of(question.program, Action::Start, &error));
    // A pipe of our own for complaints: only its first bytes are read, and nobody waits for it.
    let (complaints, complaints_end) = pipe().map_err(not_started)?;
    let mut command = Command::new(question.program);
    command.args(question.arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(complaints_end);
    let mut child = command.spawn().map_err(not_started)?;
    // It holds our copy of the writing end, which would keep the reading end from ending.
    drop(command);
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        end(&mut child);
        return Err(ChildEnd::Crashed);
    };
    #[cfg(windows)]
    if let Err(error) = cap_memory(&mut child, question) {
        end(&mut child);
        return Err(not_started(error));
    }
    thread::scope(|scope| {
        scope.spawn(move || {
            for piece in question.input {
                // A child that ended early does not read on: its end says why.
                if stdin.write_all(piece).is_err() {
                    break;
                }
            }
        });
        let (sender, receiver) = channel();
        scope.spawn(move || {
            let mut answer = Vec::new();
            let whole = stdout
                .take(question.largest_answer.saturating_add(1))
                .read_to_end(&mut answer)
                .is_ok();
            sender.send((answer, whole)).ok();
        });
        let (answer, status) = wait(&mut child, &receiver, question)?;
        let mut said = String::new();
        complaints.take(4096).read_to_string(&mut said).ok();
        if status.success() { Ok(answer) } else { Err(reason(status, &said)) }
    })
}

type Answer = (Vec<u8>, bool);

/// How often a child is looked at while it works.
#[cfg(unix)]
const TICKS_A_SECOND: u64 = 40;

/// Waits for the answer, then for the end. The child confines itself; that it holds no more memory than
/// it may is looked after here too, because macOS does not enforce it.
#[cfg(unix)]
fn wait(
    child: &mut Child,
    receiver: &Receiver<Answer>,
    question: &Question<'_>,
) -> Result<(Vec<u8>, ExitStatus), ChildEnd> {
    let mut memory = MemoryWatch::new(child.id(), question.memory_mib);
    let mut why = ChildEnd::Time;
    for _ in 0..u64::from(question.seconds).saturating_mul(TICKS_A_SECOND) {
        match receiver.recv_timeout(Duration::from_millis(1_000 / TICKS_A_SECOND)) {
            Ok((answer, true)) if question.fits(&answer) => {
                return match status_of(child, question.seconds) {
                    Some(status) => Ok((answer, status)),
                    None => Err(ChildEnd::Time),
                };
            }
            Err(RecvTimeoutError::Timeout) if !memory.is_exceeded() => {}
            Err(RecvTimeoutError::Timeout) => {
                why = ChildEnd::Memory;
                break;
            }
            Ok(_) | Err(RecvTimeoutError::Disconnected) => {
                why = ChildEnd::Crashed;
                break;
            }
        }
    }
    end(child);
    Err(why)
}

/// How a child ended that has said everything; `None`, and it is ended, when it stays.
#[cfg(unix)]
fn status_of(child: &mut Child, seconds: u32) -> Option<ExitStatus> {
    for _ in 0..u64::from(seconds).saturating_mul(5_000) {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) => thread::sleep(Duration::from_micros(200)),
            Err(_) => break,
        }
    }
    end(child);
    None
}

/// Puts the child into a job object that caps its memory, before it has any input: one that has read its
/// file already may have ended, and what has ended cannot be put into a job. The job lasts as long as
/// the child.
#[cfg(windows)]
fn cap_memory(child: &mut Child, question: &Question<'_>) -> std::io::Result<()> {
    use process_control::{ChildExt, Control};
    let memory = usize::try_from(question.memory_mib).unwrap_or(usize::MAX);
    let memory = memory.saturating_mul(1024 * 1024);
    let capped = child.controlled().memory_limit(memory).time_limit(Duration::ZERO).wait();
    match (capped, child.try_wait()) {
        (Ok(_), _) | (Err(_), Ok(Some(_))) => Ok(()),
        (Err(error), _) => Err(error),
    }
}

/// Waits for the end, then takes the answer.
#[cfg(windows)]
fn wait(
    child: &mut Child,
    receiver: &Receiver<Answer>,
    question: &Question<'_>,
) -> Result<(Vec<u8>, ExitStatus), ChildEnd> {
    use process_control::{ChildExt, Control};
    let status = child
        .controlled()
        .time_limit(Duration::from_secs(question.seconds.into()))
        .terminate_for_timeout()
        .wait();
    let why = match status {
        Ok(Some(status)) => match receiver.recv() {
            Ok((answer, true)) if question.fits(&answer) => {
                return Ok((answer, status.into_std_lossy()));
            }
            _ => ChildEnd::Crashed,
        },
        Ok(None) => ChildEnd::Time,
        Err(_) => ChildEnd::Crashed,
    };
    end(child);
    Err(why)
}

/// Ends the child and takes its place out of the system's list.
fn end(child: &mut Child) {
    child.kill().ok();
    child.wait().ok();
}

fn reason(status: ExitStatus, said: &str) -> ChildEnd {
    // The words of the standard library when an allocation fails.
    if said.contains("memory allocation of") {
        return ChildEnd::Memory;
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        // SIGXCPU is 24 on Linux and macOS.
        if status.signal() == Some(24) {
            return ChildEnd::Time;
        }
    }
    let _ = status;
    ChildEnd::Crashed
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, input: &[&[u8]]) -> Result<Vec<u8>, ChildEnd> {
        ask(&Question {
            program: Path::new("/bin/sh"),
            arguments: &["-c".into(), script.into()],
            input,
            largest_answer: 1_000_000,
            seconds: 2,
            memory_mib: 128,
        })
    }

    #[test]
    fn a_child_answers_with_what_it_writes() {
        assert_eq!(shell("cat", &[b"ab", b"c"]), Ok(b"abc".to_vec()));
    }

    #[test]
    fn an_answer_longer_than_a_pipe_does_not_block() {
        let large = vec![b'x'; 900_000];
        assert_eq!(shell("cat", &[&large]), Ok(large.clone()));
    }

    #[test]
    fn every_other_end_has_its_reason() {
        let large = vec![b'x'; 900_000];
        assert_eq!(shell("exit 3", &[&large]), Err(ChildEnd::Crashed), "nothing was read");
        assert_eq!(shell("kill -ABRT $$", &[]), Err(ChildEnd::Crashed));
        assert_eq!(shell("kill -KILL $$", &[]), Err(ChildEnd::Crashed));
        assert_eq!(shell("kill -XCPU $$", &[]), Err(ChildEnd::Time));
        let said = "echo 'memory allocation of 8 bytes failed' >&2; kill -ABRT $$";
        assert_eq!(shell(said, &[]), Err(ChildEnd::Memory));
        assert_eq!(
            shell("exec sleep 60", &[&large]),
            Err(ChildEnd::Time),
            "it neither reads nor ends"
        );
        assert_eq!(shell("exec cat /dev/zero", &[]), Err(ChildEnd::Crashed), "an endless answer");
        assert_eq!(shell("exec >&-; exec sleep 60", &[]), Err(ChildEnd::Time), "it does not end");
    }

    #[test]
    fn a_child_that_does_not_confine_itself_is_ended_when_it_holds_too_much() {
        let holding = |bytes: u32| {
            format!(
                "exec awk 'BEGIN {{ text = \"x\"; while (length(text) < {bytes}) text = text text; \
                 while (1) {{}} }}'"
            )
        };
        assert_eq!(shell(&holding(300_000_000), &[]), Err(ChildEnd::Memory));
        assert_eq!(shell(&holding(1_000), &[]), Err(ChildEnd::Time));
    }

    #[test]
    fn a_program_that_does_not_exist_is_not_started() {
        let question = Question {
            program: Path::new("/nie/ma"),
            arguments: &[],
            input: &[],
            largest_answer: 1,
            seconds: 1,
            memory_mib: 128,
        };
        assert!(
            matches!(ask(&question), Err(ChildEnd::NotStarted(error)) if error.path == "/nie/ma")
        );
    }
}

#[cfg(all(test, windows))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Result<Vec<u8>, ChildEnd> {
        ask(&Question {
            program: Path::new("cmd.exe"),
            arguments: &["/D".into(), "/C".into(), script.into()],
            input: &[b"ab\r\n"],
            largest_answer: 1_000,
            seconds: 2,
            memory_mib: 128,
        })
    }

    #[test]
    fn every_end_has_its_reason() {
        assert_eq!(shell("echo ab"), Ok(b"ab\r\n".to_vec()));
        assert_eq!(shell("exit 3"), Err(ChildEnd::Crashed));
        let said = "echo memory allocation of 8 bytes failed 1>&2& exit 3";
        assert_eq!(shell(said), Err(ChildEnd::Memory));
        assert_eq!(shell("for /L %i in (1,0,2) do @rem"), Err(ChildEnd::Time));
        let endless = "for /L %i in (1,0,2) do @echo endless";
        // It is told that nobody listens, and cmd.exe does not care.
        assert_eq!(shell(endless), Err(ChildEnd::Time), "an endless answer");
    }

    #[test]
    fn a_child_that_ends_at_once_has_an_answer_every_time() {
        for _ in 0..50 {
            assert_eq!(shell("echo ab"), Ok(b"ab\r\n".to_vec()));
        }
    }

    #[test]
    fn a_program_that_does_not_exist_is_not_started() {
        let question = Question {
            program: Path::new(r"C:\nie\ma.exe"),
            arguments: &[],
            input: &[],
            largest_answer: 1,
            seconds: 1,
            memory_mib: 128,
        };
        assert!(matches!(ask(&question), Err(ChildEnd::NotStarted(_))));
    }
}
