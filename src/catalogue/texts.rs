//! Every text that a person reads outside the definitions: Fluent messages of one language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::catalogue::CatalogueError;
use crate::model::Language;

/// A word or a number that fills a gap in a message.
#[derive(Clone, Debug)]
pub enum Argument {
    /// A word.
    Text(String),
    /// A number; it chooses the plural form.
    Number(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Texts {
    /// Reads Fluent files: path and text.
    pub(crate) fn parse<'a>(
        language: Language,
        files: impl Iterator<Item = (&'a String, &'a String)>,
    ) -> Result<Self, CatalogueError> {
        let code = language.code();
        let locale: LanguageIdentifier =
            code.parse().map_err(|_| CatalogueError::new(code, 0, "is not a language"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Bidirectional isolation marks would show as boxes in workbooks and old consoles.
        bundle.set_use_isolating(false);
        for (path, text) in files {
            let resource =
                FluentResource::try_new(text.replace("\r\n", "\n")).map_err(|(_, errors)| {
                    let reason = errors.first().map(ToString::to_string).unwrap_or_default();
                    CatalogueError::new(path, 0, reason)
                })?;
            bundle.add_resource(resource).map_err(|errors| {
                let reason = errors.first().map(ToString::to_string).unwrap_or_default();
                CatalogueError::new(path, 0, reason)
            })?;
        }
        Ok(Self { language, bundle })
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message with this id, or the id itself: a missing text shows, but stops nothing.
    pub fn text(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// Whether a message exists.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The name of a category of a dimension: `group`, `homeless`; also of `sex`, `payer`,
    /// `benefit_kind`. A code without a text shows as it is: names of places are such codes.
    pub fn label(&self, dimension: &str, category: &str) -> String {
        let id = match category {
            "?" => "category-missing".to_owned(),
            "*" => "reports-all".to_owned(),
            // Fluent ids hold no plus sign.
            _ => format!("{dimension}-{}", category.replace('+', "plus")),
        };
        if self.has(&id) { self.text(&id) } else { category.to_owned() }
    }

    /// The message with its gaps filled.
    pub fn fill(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut gaps = FluentArgs::new();
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => gaps.set(*name, text.clone()),
                Argument::Number(number) => gaps.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&gaps), &mut errors).into_owned()
    }
}
