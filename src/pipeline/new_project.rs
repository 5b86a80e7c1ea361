//! The files of a new project.

use crate::catalogue::{Catalogue, Texts, project_template};
use crate::model::OutputFile;
use crate::pipeline::{PipelineError, Stage};
use crate::reports::input_workbooks;

/// The project file and the workbooks to fill in, in the language of `texts`; paths are file names.
pub fn new_project(catalogue: &Catalogue, texts: &Texts) -> Result<Vec<OutputFile>, PipelineError> {
    let project = OutputFile {
        path: "efekt.toml".to_owned(),
        bytes: project_template(texts.language()).as_bytes().to_vec(),
        private: false,
    };
    let workbooks = input_workbooks::write(catalogue, texts).map_err(|error| {
        PipelineError::Internal { stage: Stage::Reports, message: error.to_string() }
    })?;
    Ok(std::iter::once(project).chain(workbooks).collect())
}
