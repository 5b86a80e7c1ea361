//! `[limits]`: what one input file may hold and cost.

use toml::de::DeValue;

use crate::catalogue::project_file::reader::{Reader, Section};
use crate::catalogue::{ProjectFileError, ValueType};
use crate::model::Limits;

const LIMITS: &[&str] = &[
    "cells",
    "text",
    "parts",
    "part_mib",
    "total_mib",
    "inflation",
    "memory_mib",
    "memory_xls_mib",
    "seconds",
];

impl Reader<'_> {
    pub(super) fn limits(&self, root: &Section<'_, '_>) -> Result<Limits, ProjectFileError> {
        let mut limits = Limits::default();
        let Some(value) = root.get("limits") else { return Ok(limits) };
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.wrong_type("limits", value, ValueType::Table));
        };
        let section = Section { table, span: value.span() };
        self.known_keys(&section, LIMITS)?;
        for (key, limit, accepted, example) in [
            ("cells", &mut limits.cells, 1..=1_000_000_000, "20000000"),
            ("text", &mut limits.text, 1..=10_000_000, "32767"),
            ("parts", &mut limits.parts, 1..=60_000, "1000"),
            ("part_mib", &mut limits.part_mib, 1..=16_384, "512"),
            ("total_mib", &mut limits.total_mib, 1..=16_384, "768"),
            ("inflation", &mut limits.inflation, 2..=2_000, "100"),
            // Below that the program itself does not start.
            ("memory_mib", &mut limits.memory_mib, 128..=65_536, "1024"),
            ("memory_xls_mib", &mut limits.memory_xls_mib, 128..=65_536, "512"),
            ("seconds", &mut limits.seconds, 1..=3_600, "30"),
        ] {
            if let Some(given) = self.number(key, section.get(key), accepted, example)? {
                *limit = given;
            }
        }
        Ok(limits)
    }
}
