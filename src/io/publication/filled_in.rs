//! Correction workbooks that were filled in where a run wrote them. Their place is beside the inputs:
//! here nobody reads them, and the next run would remove them with hours of work in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::io::publication::{files_below, is_trace};
use crate::model::{CORRECTIONS, Manifest, sha256};

/// A correction workbook in a run's folder that is not as the run wrote it, or that somebody added. One
/// of which a copy lies among the inputs (path and SHA-256) is read there, and is not missed here.
pub(super) fn filled_in(
    run: &Path,
    manifest: &Manifest,
    inputs: &BTreeMap<String, String>,
) -> Option<String> {
    let folder = run.join(CORRECTIONS);
    let found = files_below(&folder).unwrap_or_default();
    found.into_iter().map(|file| format!("{CORRECTIONS}{file}")).find(|file| {
        let Ok(bytes) = fs::read(run.join(file)) else { return !is_trace(file) };
        let hash = sha256(&bytes);
        let is_kept = || inputs.values().any(|input| *input == hash);
        !is_trace(file) && manifest.outputs.get(file) != Some(&hash) && !is_kept()
    })
}

/// The first such workbook in the runs of an output folder, and its run.
pub(super) fn filled_in_any_run(
    out: &Path,
    inputs: &BTreeMap<String, String>,
) -> Option<(PathBuf, String)> {
    let entries = fs::read_dir(out).ok()?;
    let mut runs: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    runs.sort();
    runs.into_iter().find_map(|run| {
        let text = fs::read(run.join(Manifest::FILE_NAME)).ok()?;
        let manifest = serde_json::from_slice::<Manifest>(&text).ok()?;
        let file = filled_in(&run, &manifest, inputs)?;
        Some((run, file))
    })
}
