//! Words that every stage shares: days, months, periods, money, places, findings and figures.
//!
//! Nothing here knows polars, calamine or files.

mod account_period;
mod aggregate_check;
mod correction;
mod day;
mod difference;
mod emptiness;
mod figure;
mod finding;
mod folding;
mod funnel;
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
mod quotient;
mod run;
mod supplement;
mod table;
mod template;
mod worth;

pub use account_period::AccountPeriod;
pub use aggregate_check::{
    AggregateCheck, IncompleteRecord, Quantity, QuantityKind, Relation, Verdict,
};
pub use correction::{
    CORRECTION_MARK, CORRECTIONS, CorrectionColumn, CorrectionItem, CorrectionPlan, Decision,
    RowsInQuestion, correction_mark, is_correction_mark, parse_correction_mark,
};
pub use day::Day;
pub use difference::{RatioSpread, Spread, newcombe};
pub use emptiness::Emptiness;
pub use figure::{
    Counts, Figure, FigureKey, Indicators, LedgerRow, LedgerStatus, Magnitude, Numerals, Sex, zloty,
};
pub use finding::{Finding, Severity};
pub use folding::{fold, tidy};
pub use funnel::{FUNNEL_TAILS, FunnelPlace, funnel_limits};
pub use language::{Bilingual, Language};
pub use lexicon::{Lexicon, Texts};
pub use limits::Limits;
pub use manifest::{Manifest, sha256};
pub use money::Grosze;
pub use month::Month;
pub use period::{Period, PeriodError};
pub use pesel::Pesel;
pub use place::{Cell, Place};
pub use places::{KeyHash, Places};
pub use project::{
    ComparisonSettings, DateOrder, MonthRange, PathPattern, PersonDecision, PersonLink, Project,
    ProjectCentre, ProjectSettings, ProjectSource, ProjectTarget, StruckOut,
};
pub use quotient::Quotient;
pub use run::{Inputs, OutputFile, SkipReason, SkippedFile};
pub use supplement::{
    Achieved, ComparedFigure, Comparison, FinanceSum, PlanSum, StaffSum, Supplement, TargetPart,
    TargetProgress,
};
pub use table::{Amounts, Conservation, FileStatus, InputFile, SheetCount};
pub use template::{EXAMPLE_MARKS, GUIDE_MARK, is_example_mark, is_guide_mark};
pub use worth::{CouldMove, FindingWorth, HeadlineWorth, Movement, TooMany, Worths};
