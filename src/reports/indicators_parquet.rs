//! indicators.parquet: the table of indicators.csv with types.
//!
//! `period_*` are DATE, counts INT64, `numerator` and `denominator` DECIMAL(18,2) because some are
//! zł, ratios and limits DOUBLE. What is empty in the CSV is null here.

use std::sync::Arc;

use parquet::basic::{Compression, Encoding};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use crate::disclosure::{Publishable, Shown, ShownFigure};
use crate::model::{Counts, Numerals};
use crate::reports::ReportError;

const SCHEMA: &str = "message indicators {
    required binary indicator (STRING);
    required int32 period_start (DATE);
    required int32 period_end (DATE);
    required binary centre (STRING);
    required binary dimension (STRING);
    required binary category (STRING);
    required binary sex (STRING);
    required binary unit (STRING);
    optional int64 numerator (DECIMAL(18,2));
    optional int64 denominator (DECIMAL(18,2));
    optional double value;
    optional double ci_low;
    optional double ci_high;
    optional double bound_low;
    optional double bound_high;
    optional int64 counted;
    optional int64 excluded;
    optional int64 pending;
    optional int64 unknown;
    optional binary benefit_kind (STRING);
    optional binary payer (STRING);
    optional int64 month_offset;
}";

/// One column, row by row.
enum Column {
    Text(Vec<ByteArray>),
    OptionalText(Vec<Option<ByteArray>>),
    Date(Vec<i32>),
    Whole(Vec<Option<i64>>),
    Double(Vec<Option<f64>>),
}

/// The bytes of indicators.parquet.
pub fn write(figures: &Publishable) -> Result<Vec<u8>, ReportError> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::UNCOMPRESSED)
        .set_encoding(Encoding::PLAIN)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        // The library's own version would change the bytes at every upgrade.
        .set_created_by("efekt".to_owned())
        .build();
    let schema = Arc::new(parse_message_type(SCHEMA)?);
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for column in columns(figures)? {
        if let Some(mut target) = group.next_column()? {
            write_column(target.untyped(), column)?;
            target.close()?;
        }
    }
    group.close()?;
    writer.close()?;
    Ok(bytes)
}

fn columns(figures: &Publishable) -> Result<Vec<Column>, ReportError> {
    let all = figures.figures();
    let text = |pick: fn(&ShownFigure) -> &str| {
        Column::Text(all.iter().map(|figure| ByteArray::from(pick(figure))).collect())
    };
    let optional = |pick: fn(&ShownFigure) -> &str| {
        let cell = |figure| Some(pick(figure)).filter(|text| !text.is_empty()).map(ByteArray::from);
        Column::OptionalText(all.iter().map(cell).collect())
    };
    let double = |pick: fn(&Numerals) -> Option<f64>| {
        let finite = |figure| open(figure).and_then(|(numerals, _)| pick(&numerals));
        let cell = |figure| finite(figure).filter(|number| number.is_finite());
        Column::Double(all.iter().map(cell).collect())
    };
    let count = |pick: fn(&Counts) -> u64| {
        let cell = |figure| open(figure).and_then(|(_, counts)| i64::try_from(pick(&counts)).ok());
        Column::Whole(all.iter().map(cell).collect())
    };
    let hundredths = |pick: fn(&Numerals) -> Option<Part>| {
        let cell =
            |figure: &ShownFigure| match open(figure).and_then(|(numerals, _)| pick(&numerals)) {
                Some(part) => part.hundredths(&figure.key.indicator).map(Some),
                None => Ok(None),
            };
        all.iter().map(cell).collect::<Result<Vec<_>, _>>().map(Column::Whole)
    };
    let period = figures.period();
    Ok(vec![
        text(|figure| &figure.key.indicator),
        Column::Date(vec![period.start.number(); all.len()]),
        Column::Date(vec![period.end.number(); all.len()]),
        text(|figure| &figure.key.centre),
        text(|figure| &figure.key.dimension),
        text(|figure| &figure.key.category),
        text(|figure| figure.key.sex.code()),
        text(|figure| figure.unit),
        hundredths(numerator)?,
        hundredths(denominator)?,
        double(Numerals::value),
        double(|numerals| numerals.interval().map(|(low, _)| low)),
        double(|numerals| numerals.interval().map(|(_, high)| high)),
        double(|numerals| numerals.bounds().map(|(low, _)| low)),
        double(|numerals| numerals.bounds().map(|(_, high)| high)),
        count(|counts| counts.counted),
        count(|counts| counts.excluded),
        count(|counts| counts.pending),
        count(|counts| counts.unknown),
        optional(|figure| &figure.key.benefit_kind),
        optional(|figure| &figure.key.payer),
        Column::Whole(all.iter().map(|figure| figure.key.month_offset).collect()),
    ])
}

/// A numerator or a denominator, in its own unit.
enum Part {
    Units(i64),
    Grosze(i64),
}

impl Part {
    fn hundredths(self, indicator: &str) -> Result<i64, ReportError> {
        match self {
            Self::Grosze(grosze) => Ok(grosze),
            Self::Units(units) => {
                units.checked_mul(100).ok_or_else(|| ReportError::TooLarge(indicator.to_owned()))
            }
        }
    }
}

fn numerator(numerals: &Numerals) -> Option<Part> {
    match *numerals {
        Numerals::Count(total) => Some(Part::Units(total)),
        Numerals::Share { numerator, .. } => Some(Part::Units(numerator)),
        Numerals::MoneyMean(mean) => mean.map(|(total, _)| Part::Grosze(total.0)),
        Numerals::MoneyRatio(ratio) => ratio.map(|(numerator, _)| Part::Grosze(numerator.0)),
        Numerals::MoneySum(total) => total.map(|total| Part::Grosze(total.0)),
        // Not whole grosze: only the value holds them.
        Numerals::MoneyFraction(_) | Numerals::Payback(_) | Numerals::Median(_) => None,
    }
}

fn denominator(numerals: &Numerals) -> Option<Part> {
    match *numerals {
        Numerals::Share { denominator, .. } => Some(Part::Units(denominator)),
        Numerals::MoneyMean(mean) => mean.map(|(_, denominator)| Part::Units(denominator)),
        Numerals::MoneyRatio(ratio) => ratio.map(|(_, denominator)| Part::Grosze(denominator.0)),
        Numerals::Count(_)
        | Numerals::MoneySum(_)
        | Numerals::MoneyFraction(_)
        | Numerals::Payback(_)
        | Numerals::Median(_) => None,
    }
}

fn open(figure: &ShownFigure) -> Option<(Numerals, Counts)> {
    match figure.shown {
        Shown::Open(numerals, counts) => Some((numerals, counts)),
        Shown::Suppressed => None,
    }
}

fn write_column(target: &mut ColumnWriter<'_>, column: Column) -> Result<(), ReportError> {
    match (target, column) {
        (ColumnWriter::ByteArrayColumnWriter(target), Column::Text(values)) => {
            target.write_batch(&values, None, None)?;
        }
        (ColumnWriter::ByteArrayColumnWriter(target), Column::OptionalText(values)) => {
            let levels = levels(&values);
            let values: Vec<_> = values.into_iter().flatten().collect();
            target.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::Int32ColumnWriter(target), Column::Date(values)) => {
            target.write_batch(&values, None, None)?;
        }
        (ColumnWriter::Int64ColumnWriter(target), Column::Whole(values)) => {
            let levels = levels(&values);
            let values: Vec<_> = values.into_iter().flatten().collect();
            target.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::DoubleColumnWriter(target), Column::Double(values)) => {
            let levels = levels(&values);
            let values: Vec<_> = values.into_iter().flatten().collect();
            target.write_batch(&values, Some(&levels), None)?;
        }
        _ => {
            let message = "a column and its schema differ".to_owned();
            return Err(parquet::errors::ParquetError::General(message).into());
        }
    }
    Ok(())
}

/// Definition levels: 1 where there is a value.
fn levels<T>(values: &[Option<T>]) -> Vec<i16> {
    values.iter().map(|value| i16::from(value.is_some())).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Row;

    use crate::reports::fixture::{one_of_each_kind, realistic};
    use crate::reports::indicators_csv::COLUMNS;

    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Row> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        reader.get_row_iter(None).unwrap().map(Result::unwrap).collect()
    }

    fn shown(row: &Row) -> String {
        let cells: Vec<_> = row.get_column_iter().map(|(_, cell)| cell.to_string()).collect();
        cells.join(" ")
    }

    #[test]
    fn every_figure_reads_back_with_its_types() {
        let rows = rows(&write(&one_of_each_kind()).unwrap());
        let names: Vec<_> = rows[0].get_column_iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, COLUMNS);
        assert_eq!(rows.len(), 12);
        assert_eq!(
            shown(&rows[2]),
            "\"benefit_reduction_rate\" 2024-01-01 2024-12-31 \"*\" \"total\" \"*\" \"*\" \"person\" \
             11247.21 26663.04 0.42182774357312597 null null null null 12 0 0 0 null null null"
        );
        assert_eq!(
            shown(&rows[6]),
            "\"employment_rate_3m\" 2024-01-01 2024-12-31 \"*\" \"total\" \"*\" \"*\" \"person\" \
             3.00 13.00 0.23076923076923078 0.08179528718498566 0.502563759467275 0.2 \
             0.3333333333333333 13 0 2 1 null null null"
        );
        assert!(shown(&rows[1]).ends_with("12 0 0 0 null null -12"), "{}", shown(&rows[1]));
    }

    #[test]
    fn the_same_figures_give_the_same_bytes() {
        assert_eq!(write(&realistic()).unwrap(), write(&realistic()).unwrap());
    }
}
