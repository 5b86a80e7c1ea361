//! Correction workbooks that were filled in where a run wrote them. Their place is beside the inputs:
//! here nobody reads them, and the next run would remove them with hours of work in them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::io::publication::{files_below, is_trace};
use crate::model::{CORRECTIONS, Manifest, sha256};

/// A correction workbook in a run's folder that is not as the run wrote it, or that somebody added.
pub(super) fn filled_in(run: &Path, manifest: &Manifest) -> Option<String> {
    let folder = run.join(CORRECTIONS);
    let found = files_below(&folder).unwrap_or_default();
    found.into_iter().map(|file| format!("{CORRECTIONS}{file}")).find(|file| {
        let same =
            |hash: &String| fs::read(run.join(file)).is_ok_and(|bytes| sha256(&bytes) == *hash);
        !is_trace(file) && !manifest.outputs.get(file).is_some_and(same)
    })
}

/// The first such workbook in the runs of an output folder, and its run.
pub(super) fn filled_in_any_run(out: &Path) -> Option<(PathBuf, String)> {
    let entries = fs::read_dir(out).ok()?;
    let mut runs: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    runs.sort();
    runs.into_iter().find_map(|run| {
        let text = fs::read(run.join(Manifest::FILE_NAME)).ok()?;
        let manifest = serde_json::from_slice::<Manifest>(&text).ok()?;
        let file = filled_in(&run, &manifest)?;
        Some((run, file))
    })
}
