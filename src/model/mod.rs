//! Words that every stage shares: days, months, periods, money, places, findings and figures.
//!
//! Nothing here knows polars, calamine or files.

mod account_period;
mod aggregate_check;
mod day;
mod emptiness;
mod figure;
mod finding;
mod folding;
mod language;
mod lexicon;
mod limits;
mod manifest;
mod money;
mod month;
mod period;
mod pesel;
mod place;
mod places;
mod project;
mod run;
mod table;
mod template;
mod worth;

pub use account_period::AccountPeriod;
pub use aggregate_check::{
    AggregateCheck, IncompleteRecord, Quantity, QuantityKind, Relation, Verdict,
};
pub use day::Day;
pub use emptiness::Emptiness;
pub use figure::{
    Counts, Figure, FigureKey, Indicators, LedgerRow, LedgerStatus, Magnitude, Mean, Numerals, Sex,
};
pub use finding::{Finding, Severity};
pub use folding::{fold, tidy};
pub use language::{Bilingual, Language};
pub use lexicon::{Lexicon, Texts};
pub use limits::Limits;
pub use manifest::Manifest;
pub use money::Grosze;
pub use month::Month;
pub use period::{Period, PeriodError};
pub use pesel::Pesel;
pub use place::{Cell, Place};
pub use places::{KeyHash, Places};
pub use project::{
    DateOrder, MonthRange, PathPattern, PersonDecision, PersonLink, Project, ProjectCentre,
    ProjectSettings, ProjectSource, StruckOut,
};
pub use run::{Inputs, OutputFile, SkipReason, SkippedFile};
pub use table::{Amounts, Conservation, FileStatus, InputFile, SheetCount};
pub use template::{EXAMPLE_MARKS, GUIDE_MARK, is_example_mark, is_guide_mark};
pub use worth::{CouldMove, FindingWorth, HeadlineWorth, Movement, TooMany, Worths};
