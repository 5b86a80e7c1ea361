//! Publishes a run whole or not at all.
//!
//! The folder is built beside its target, every file is synced, the manifest comes last, and one
//! rename puts it in place. What a killed run left behind is put right by the next one.

mod filled_in;
mod writing;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::io::publication::filled_in::{filled_in, filled_in_any_run};
use crate::io::publication::writing::{create_folder, rename, sync_folder, write_file};
use crate::io::{Action, IoError};
use crate::model::{Manifest, OutputFile};

const LOCK: &str = ".efekt.lock";
const BUILDING: &str = ".efekt-building-";
const REPLACED: &str = ".efekt-replaced-";

/// Which earlier runs may be replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Replace {
    /// Only a run that was made of the same input files.
    SameInputs,
    /// Every run (`--force`).
    AnyRun,
}

/// Why the place of a run cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ClaimError {
    /// The disk says no.
    #[error(transparent)]
    Io(#[from] IoError),
    /// Another process works in the output folder.
    #[error("{folder} is in use")]
    Busy {
        /// The output folder.
        folder: String,
        /// The other process's number, when it could be read.
        process: Option<String>,
    },
    /// The run that stands there was made of other inputs.
    #[error("{folder} was made of other inputs")]
    OtherInputs {
        /// The run's folder.
        folder: String,
    },
    /// What stands there is not a run of this program.
    #[error("{folder} is not a run")]
    NotARun {
        /// The folder.
        folder: String,
    },
    /// A correction workbook of this or another run was filled in where it was made, where nobody
    /// reads it.
    #[error("{folder} holds {file}, which was filled in")]
    FilledIn {
        /// The run's folder.
        folder: String,
        /// The workbook that would be lost.
        file: String,
    },
    /// The run's folder holds something that no run put there.
    #[error("{folder} holds {file}")]
    ForeignFile {
        /// The run's folder.
        folder: String,
        /// One file that would be lost.
        file: String,
    },
}

/// The place of a run, taken: no other process writes to the output folder meanwhile.
#[derive(Debug)]
pub struct Claim {
    out: PathBuf,
    name: String,
    unread: Option<(PathBuf, String)>,
    // Held until the claim ends; the system lets go of it even after a kill.
    _lock: File,
}

impl Claim {
    /// Takes `out/name` for a run of these inputs (path and SHA-256), and puts right what a killed
    /// run left behind. Nothing that stood there changes yet.
    pub fn new(
        out: &Path,
        name: &str,
        inputs: &BTreeMap<String, String>,
        replace: Replace,
    ) -> Result<Self, ClaimError> {
        fs::create_dir_all(out).map_err(|error| IoError::of(out, Action::Write, &error))?;
        let lock = lock(out)?;
        let mut claim =
            Self { out: out.to_owned(), name: name.to_owned(), unread: None, _lock: lock };
        claim.tidy()?;
        claim.may_replace(inputs, replace)?;
        claim.unread = filled_in_any_run(out, inputs);
        Ok(claim)
    }

    /// A correction workbook that was filled in where another run wrote it, by the folder of that run
    /// and its path there. Nobody reads it, but this run does not remove it either.
    pub fn unread_corrections(&self) -> Option<&(PathBuf, String)> {
        self.unread.as_ref()
    }

    /// The folder of the run.
    pub fn folder(&self) -> PathBuf {
        self.out.join(&self.name)
    }

    /// Writes the run's folder and gives back its path. On failure the earlier run stands as it was.
    pub fn publish(self, files: &[OutputFile], manifest: &Manifest) -> Result<PathBuf, IoError> {
        let failed = |error| IoError::of(&self.out, Action::Write, &error);
        let building = tempfile::Builder::new().prefix(BUILDING).tempdir_in(&self.out);
        let building = building.map_err(failed)?;
        // The outer folder is closed to others until the rename; the inner one follows the umask.
        let run = building.path().join("run");
        create_folder(&run, false)?;
        let mut folders = BTreeSet::from([run.clone()]);
        for file in files {
            write_file(&run, file, &mut folders)?;
        }
        let mut text = serde_json::to_vec_pretty(manifest)
            .map_err(|error| failed(io::Error::other(error.to_string())))?;
        text.push(b'\n');
        let last = OutputFile { path: Manifest::FILE_NAME.to_owned(), bytes: text, private: false };
        write_file(&run, &last, &mut folders)?;
        for folder in folders.iter().rev() {
            sync_folder(folder).map_err(|error| IoError::of(folder, Action::Write, &error))?;
        }
        self.put_in_place(&run)?;
        Ok(self.folder())
    }

    fn put_in_place(&self, run: &Path) -> Result<(), IoError> {
        let target = self.folder();
        let replaced = self.replaced();
        let failed = |error| IoError::of(&target, Action::Replace, &error);
        let earlier = target.exists();
        if earlier {
            rename(&target, &replaced).map_err(failed)?;
        }
        if let Err(error) = rename(run, &target) {
            if earlier {
                rename(&replaced, &target).map_err(failed)?;
            }
            return Err(failed(error));
        }
        sync_folder(&self.out).map_err(failed)?;
        // The new run stands; what cannot be removed now is removed by the next one.
        fs::remove_dir_all(&replaced).ok();
        Ok(())
    }

    /// Ends what a killed run began: its half-built folder goes, a run that it had put aside returns.
    fn tidy(&self) -> Result<(), IoError> {
        let failed = |error| IoError::of(&self.out, Action::Write, &error);
        for entry in fs::read_dir(&self.out).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            if name.starts_with(BUILDING) {
                fs::remove_dir_all(&path).map_err(failed)?;
            } else if let Some(run) = name.strip_prefix(REPLACED) {
                let target = self.out.join(run);
                if target.exists() {
                    fs::remove_dir_all(&path).map_err(failed)?;
                } else {
                    rename(&path, &target).map_err(failed)?;
                }
            }
        }
        Ok(())
    }

    fn may_replace(
        &self,
        inputs: &BTreeMap<String, String>,
        replace: Replace,
    ) -> Result<(), ClaimError> {
        let target = self.folder();
        let folder = target.to_string_lossy().into_owned();
        let failed = |error| IoError::of(&target, Action::Read, &error);
        if replace == Replace::SameInputs
            && let Some((run, file)) = filled_in_any_run(&self.out, inputs)
        {
            let folder = run.to_string_lossy().into_owned();
            return Err(ClaimError::FilledIn { folder, file });
        }
        let about = match fs::symlink_metadata(&target) {
            Ok(about) => about,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(failed(error).into()),
        };
        if !about.is_dir() {
            return Err(ClaimError::NotARun { folder });
        }
        let found = files_below(&target).map_err(failed)?;
        if found.is_empty() {
            return Ok(());
        }
        let text = fs::read(target.join(Manifest::FILE_NAME)).unwrap_or_default();
        let Ok(manifest) = serde_json::from_slice::<Manifest>(&text) else {
            return Err(ClaimError::NotARun { folder });
        };
        // Not even on demand: the work of hours can be in it.
        if let Some(file) = filled_in(&target, &manifest, inputs) {
            return Err(ClaimError::FilledIn { folder, file });
        }
        if replace == Replace::AnyRun {
            return Ok(());
        }
        if manifest.inputs != *inputs {
            return Err(ClaimError::OtherInputs { folder });
        }
        let foreign = found.into_iter().find(|file| {
            file != Manifest::FILE_NAME && !manifest.outputs.contains_key(file) && !is_trace(file)
        });
        match foreign {
            Some(file) => Err(ClaimError::ForeignFile { folder, file }),
            None => Ok(()),
        }
    }

    fn replaced(&self) -> PathBuf {
        self.out.join(format!("{REPLACED}{}", self.name))
    }
}

fn lock(out: &Path) -> Result<File, ClaimError> {
    let path = out.join(LOCK);
    let failed = |error| IoError::of(&path, Action::Write, &error);
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let mut file = file.map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {
            // Only for the message of a second run; a failure costs nothing.
            file.set_len(0).ok();
            write!(file, "{}", std::process::id()).ok();
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let mut process = String::new();
            file.take(20).read_to_string(&mut process).ok();
            let process = Some(process).filter(|text| !text.is_empty());
            Err(ClaimError::Busy { folder: out.to_string_lossy().into_owned(), process })
        }
        Err(TryLockError::Error(error)) => Err(failed(error).into()),
    }
}

/// Whether a file is what an open workbook or a file manager leaves, which nobody misses.
fn is_trace(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini"
}

/// Paths of all files below a folder, relative to it, with `/`, sorted.
fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut pending = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = pending.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                pending.push((entry.path(), format!("{name}/")));
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}
