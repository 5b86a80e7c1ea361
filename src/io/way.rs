//! The way from the results to the inputs, for links between files.

use std::fs;
use std::path::{Component, Path};

/// The way from a run's folder, which lies in `out`, to the folder of the inputs, with `/`.
///
/// Only where the inputs lie beside `out` or `out` lies in them: then the folder that holds both can be
/// moved or sent as a whole, and the way stays the same. `None` elsewhere, also where no way could be
/// written: it would name folders that have nothing to do with the project, and two machines would not
/// agree on it.
pub fn way_to_inputs(out: &Path, inputs: &Path) -> Option<String> {
    let out = fs::canonicalize(out).ok()?;
    let inputs = fs::canonicalize(inputs).ok()?;
    if let Ok(inner) = out.strip_prefix(&inputs) {
        // One step up from the run's own folder, then out of each folder between.
        let steps = inner.components().count() + 1;
        return Some(vec![".."; steps].join("/"));
    }
    let below = inputs.strip_prefix(out.parent()?).ok()?;
    let mut way = vec!["..", ".."];
    for component in below.components() {
        let Component::Normal(name) = component else { return None };
        way.push(name.to_str()?);
    }
    Some(way.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_to_inputs_beside_the_results_and_around_them_and_nowhere_else() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["projekt/out", "projekt/dane/2024", "projekt/dane/wyniki", "inny/dane"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        let way = |out: &str, inputs: &str| {
            way_to_inputs(&root.path().join(out), &root.path().join(inputs))
        };
        assert_eq!(way("projekt/out", "projekt/dane").as_deref(), Some("../../dane"));
        assert_eq!(way("projekt/out", "projekt/dane/2024").as_deref(), Some("../../dane/2024"));
        assert_eq!(way("projekt/out", "projekt").as_deref(), Some("../.."));
        assert_eq!(way("projekt/dane/wyniki", "projekt/dane").as_deref(), Some("../.."));
        assert_eq!(way("projekt/dane/wyniki", "projekt").as_deref(), Some("../../.."));
        assert_eq!(way("projekt/out", "inny/dane"), None);
        assert_eq!(way("projekt/dane/wyniki", "inny"), None);
        // The run's folder need not be there yet, but `out` is made before any work.
        assert_eq!(way("projekt/nowy", "projekt/dane"), None);
    }
}
