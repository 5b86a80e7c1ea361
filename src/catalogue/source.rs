//! A kind of input table: its fields, their headers and spellings, and the dictionaries of their values.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalogue::CatalogueError;
use crate::model::{Bilingual, fold};

/// How a cell of a field is read (inputs.md "Values").
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Free text.
    Text,
    /// Eleven digits.
    Pesel,
    /// A document number.
    Document,
    /// A calendar day.
    Day,
    /// A calendar month.
    Month,
    /// An amount in zł, kept in grosze.
    Money,
    /// One code of the dictionary.
    Code,
    /// Several codes of the dictionary (rulings.md 72).
    Codes,
    /// Several texts (rulings.md 72).
    Texts,
    /// Codes of the dictionary joined by `|`, in their order: the place of one pairs it with the same place
    /// in another list of the row (eu-funds.md 3.1).
    CodeList,
    /// Calendar days joined by `|`, in their order.
    DayList,
    /// Yes, no, or refused.
    Flag,
    /// A share of full working time, kept in thousandths.
    WorkingTime,
    /// A number with up to three decimals, kept in thousandths.
    Number,
}

/// A field of a table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the file")]
pub struct Field {
    /// Canonical name.
    pub name: String,
    /// How it is read.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// The header that `efekt init` writes.
    pub header: String,
    /// Other headers that were met.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Headers of the row above, when only the pair of both is this field: `udział › od`.
    #[serde(default)]
    pub under: Vec<Under>,
    /// Headers of a column that holds either this field or another one: `PESEL / Nr dokumentu`.
    #[serde(default)]
    pub either: Option<Either>,
    /// A header that means this field only right of the column of another field.
    #[serde(default)]
    pub right_of: Option<RightOf>,
    /// Beginnings of words by which a header that nobody knows may mean this field, if its column holds
    /// what the field holds; with a full stop at the end, whole words.
    #[serde(default)]
    pub clues: Vec<String>,
    /// A table without it is asked about columns that may be it: without it figures look right and are wrong.
    #[serde(default)]
    pub sought: bool,
    /// What the field is, for a reader.
    pub title: Bilingual,
    /// A table without it cannot be used.
    #[serde(default)]
    pub required: bool,
    /// A required field that need not be there when this one is: it can be told from its values.
    #[serde(default)]
    pub required_unless: Option<String>,
    /// At least one field of each group must be there.
    #[serde(default)]
    pub required_group: Option<String>,
    /// Holds something that identifies a person: never shown.
    #[serde(default)]
    pub identifies: bool,
    /// The law protects it more than other data, or it narrows down who somebody is: a correction
    /// workbook shows it only where it is the very cell to correct.
    #[serde(default)]
    pub sensitive: bool,
    /// A day that may not have come yet: words such as `nadal` and `bezterminowo` say so.
    #[serde(default)]
    pub open_ended: bool,
    /// Codes and their spellings.
    #[serde(default)]
    pub dictionary: Dictionary,
    /// The field of another table whose dictionary this one shares.
    #[serde(default)]
    pub dictionary_of: Option<DictionaryOf>,
    /// One yes/no column for each code may stand in place of the field.
    #[serde(default)]
    pub column_per_code: bool,
    /// Refused is a value of its own.
    #[serde(default)]
    pub refusable: bool,
}

/// A header that means a field only under a header of the row above.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Under {
    /// Begins the header of the row above.
    pub group: String,
    /// The header below it.
    pub header: String,
}

/// Headers of a column that holds a value of one field or of another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Either {
    /// The other field.
    pub field: String,
    /// The headers.
    pub headers: Vec<String>,
}

/// A field of another kind of table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DictionaryOf {
    /// Kind of the table.
    pub kind: String,
    /// Name of its field.
    pub field: String,
}

/// A header that says nothing by itself, such as `w tym`, right of the column that it belongs to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RightOf {
    /// The field of the column on the left.
    pub field: String,
    /// The header.
    pub header: String,
}

/// The codes of a field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Dictionary {
    /// Codes in their order.
    pub entries: Vec<Entry>,
}

/// One code and its spellings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The code.
    pub code: String,
    /// Spellings that were met; the first is the one that `efekt init` writes.
    pub spellings: Vec<String>,
    /// Met in exports, but says too little to be offered in a drop-down.
    #[serde(default)]
    pub only_met: bool,
}

/// One kind of table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// `participants`, `benefits` …
    pub kind: String,
    /// Place in lists, and in the order of recognition.
    pub order: u32,
    /// What the table is.
    pub title: Bilingual,
    /// What one row is.
    pub grain: Bilingual,
    /// Words of which the name of its sheet or file must hold one, unless the project file says what
    /// it is; empty for kinds that are told by their columns alone.
    #[serde(default)]
    pub names: Vec<String>,
    /// Its fields are those of another kind.
    #[serde(default)]
    pub like: Option<Likeness>,
    /// Its fields.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
}

/// A kind of table that has the fields of another one, so that headers and spellings stand once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Likeness {
    /// The other kind.
    pub kind: String,
    /// Fields that it does not have.
    pub without: Vec<String>,
    /// Fields that must be there.
    pub required: Vec<String>,
    /// Fields that need not be there.
    pub optional: Vec<String>,
}

impl Source {
    /// Reads `sources/<kind>.toml`.
    pub fn parse(path: &str, text: &str) -> Result<Self, CatalogueError> {
        let source: Self =
            toml::from_str(text).map_err(|error| CatalogueError::toml(path, text, 0, &error))?;
        if path != format!("sources/{}.toml", source.kind) {
            let message = format!("the file is not named {}.toml", source.kind);
            return Err(CatalogueError::new(path, 0, message));
        }
        Ok(source)
    }

    /// Takes over the fields of the kind that it is like; the first word that is no such kind or field is
    /// the error.
    pub(crate) fn take_over(&mut self, others: &[Self]) -> Result<(), String> {
        let Some(like) = &self.like else { return Ok(()) };
        let other = others
            .iter()
            .find(|other| other.kind == like.kind && other.like.is_none())
            .ok_or_else(|| like.kind.clone())?;
        let named = like.without.iter().chain(&like.required).chain(&like.optional);
        if let Some(unknown) = named.clone().find(|name| other.field(name).is_none()) {
            return Err(unknown.clone());
        }
        let mut fields = other.fields.clone();
        fields.retain(|field| !like.without.contains(&field.name));
        for field in &mut fields {
            field.required |= like.required.contains(&field.name);
            field.required &= !like.optional.contains(&field.name);
        }
        self.fields.extend(fields);
        Ok(())
    }

    /// Whether a table with this file and sheet may be of the kind.
    pub fn may_be_named(&self, file: &str, sheet: &str) -> bool {
        let named =
            |word: &String| [file, sheet].iter().any(|name| fold(name).contains(&fold(word)));
        self.names.is_empty() || self.names.iter().any(named)
    }

    /// The field with this name, and its place among the fields.
    pub fn field(&self, name: &str) -> Option<(usize, &Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.name == name)
    }
}

impl Dictionary {
    /// The same codes in the same places, with further spellings: spelling to code. A spelling that
    /// another code has means the code that it is taught for.
    #[must_use]
    pub fn taught(&self, spellings: &BTreeMap<String, String>) -> Self {
        let mut dictionary = self.clone();
        for (spelling, code) in spellings {
            let folded = fold(spelling);
            for entry in &mut dictionary.entries {
                if entry.code == *code {
                    entry.spellings.push(spelling.clone());
                } else {
                    entry.spellings.retain(|known| fold(known) != folded);
                }
            }
        }
        dictionary
    }

    /// The place of a code.
    pub fn position(&self, code: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.code == code)
    }

    /// The code at a place.
    pub fn code(&self, position: usize) -> Option<&str> {
        self.entries.get(position).map(|entry| entry.code.as_str())
    }
}
