//! A fact table that is clearer as SQL than as Rust.

use serde::Deserialize;

use crate::catalogue::CatalogueError;
use crate::catalogue::indicator::split_header;
use crate::model::Bilingual;

/// A fact table written as a query over other fact tables.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactQuery {
    /// The table's name; equal to the file's name.
    pub id: String,
    /// What one row is.
    pub grain: Bilingual,
    /// Columns, in the order of the query, each with its meaning.
    pub columns: Vec<FactColumn>,
    /// The query without its header.
    #[serde(skip)]
    pub sql: String,
    /// Path relative to `queries/`.
    #[serde(skip)]
    pub path: String,
    /// Lines of the file before the query.
    #[serde(skip)]
    pub lines_before: usize,
}

/// One column of a fact table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactColumn {
    /// Name.
    pub name: String,
    /// `integer` or `text`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it holds, with its unit.
    pub about: String,
}

impl FactQuery {
    /// Reads `facts/<table>.sql`.
    pub fn parse(path: &str, text: &str) -> Result<Self, CatalogueError> {
        let (header, sql, lines_before) = split_header(path, text)?;
        let mut fact: Self = toml::from_str(header)
            .map_err(|error| CatalogueError::toml(path, header, 1, &error))?;
        if path != format!("facts/{}.sql", fact.id) {
            return Err(CatalogueError::new(path, 2, format!("the header says `{}`", fact.id)));
        }
        path.clone_into(&mut fact.path);
        sql.clone_into(&mut fact.sql);
        fact.lines_before = lines_before;
        Ok(fact)
    }
}
