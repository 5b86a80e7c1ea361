//! The two languages of everything that a person reads.

use serde::{Deserialize, Serialize, Serializer};

/// Polish or English.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Polish, the default.
    #[default]
    Polish,
    /// English.
    English,
}

impl Language {
    /// `pl` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Polish => "pl",
            Self::English => "en",
        }
    }

    /// The language of `pl` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Polish, Self::English].into_iter().find(|language| language.code() == code)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The same text in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Polish.
    pub pl: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in `language`.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Polish => &self.pl,
            Language::English => &self.en,
        }
    }
}
