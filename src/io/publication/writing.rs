//! Single steps on the disk: a file, a folder, a rename.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use crate::io::{Action, Cause, IoError};
use crate::model::OutputFile;

/// Writes one file of a run and the folders above it, synced; `folders` gathers those that exist.
pub(super) fn write_file(
    run: &Path,
    file: &OutputFile,
    folders: &mut BTreeSet<PathBuf>,
) -> Result<(), IoError> {
    let relative = Path::new(&file.path);
    let path = run.join(relative);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        let cause = Cause::Other("the path leaves the run's folder".to_owned());
        return Err(IoError::new(relative, Action::Write, cause));
    }
    let internal = relative.starts_with("internal");
    let mut folder = run.to_owned();
    for part in relative.parent().into_iter().flat_map(Path::components) {
        folder.push(part);
        if folders.insert(folder.clone()) {
            create_folder(&folder, internal)?;
        }
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if internal || file.private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let written = options.open(&path).and_then(|mut open| {
        open.write_all(&file.bytes)?;
        open.sync_all()
    });
    written.map_err(|error| IoError::of(relative, Action::Write, &error))
}

/// Creates one folder; a private one is closed to everybody but its owner from the start.
#[cfg_attr(not(unix), expect(unused_variables, unused_mut, reason = "rights are inherited there"))]
pub(super) fn create_folder(path: &Path, private: bool) -> Result<(), IoError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    if private {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    }
    builder.create(path).map_err(|error| IoError::of(path, Action::Write, &error))
}

/// Makes the names in a folder durable; other systems do so by themselves.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

/// Renames; on Windows it waits for a virus scanner or a cloud client that looks at the files.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut wait = Duration::from_millis(50);
    loop {
        match fs::rename(from, to) {
            Err(error)
                if cfg!(windows)
                    && matches!(error.raw_os_error(), Some(5 | 32))
                    && wait < Duration::from_secs(1) =>
            {
                std::thread::sleep(wait);
                wait *= 2;
            }
            result => return result,
        }
    }
}
