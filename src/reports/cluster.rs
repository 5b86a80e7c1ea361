//! cluster.xlsx: the centres of a cluster side by side, laid out in `reports/cluster.toml`.
//!
//! Figures come through the profile `public`.

use crate::disclosure::Publishable;
use crate::model::{FUNNEL_TAILS, FunnelPlace, funnel_limits};
use crate::reports::shown_cell::{Spot, count, find, public_rate};
use crate::reports::workbook::{CellValue, Row, SheetPlan, write_report};
use crate::reports::{ReportContext, ReportError, layout};

/// The rate of the funnel.
const RATE: &str = "labour_market_entry_rate";

/// The bytes of cluster.xlsx.
pub fn write(context: &ReportContext<'_>, figures: &Publishable) -> Result<Vec<u8>, ReportError> {
    let made = |id: &str| (id == "funnel").then(|| vec![funnel(context, figures)]);
    let mut plan = layout::book(context, figures, "cluster", &made)?;
    plan.pictures = context.charts.to_vec();
    write_report(context, &plan)
}

/// Centres beside the limits between which chance alone would put them.
fn funnel(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let (overall, _) = public_rate(find(figures, RATE, Spot::centre("*")));
    let rows = figures.centres().into_iter().map(|centre| {
        let figure = find(figures, RATE, Spot::centre(&centre));
        let (rate, _) = public_rate(figure);
        let counted = count(figure, |counts| counts.counted);
        let size = match counted {
            CellValue::Whole(counted) if rate.number().is_some() => u32::try_from(counted).ok(),
            _ => None,
        };
        let limits = FUNNEL_TAILS.map(|tail| funnel_limits(overall.number()?, size?, tail));
        let place = || FunnelPlace::of(rate.number()?, overall.number()?, size?);
        let place = match place() {
            Some(FunnelPlace::Outside) => texts.text("cluster-funnel-outside"),
            Some(FunnelPlace::Between) => texts.text("cluster-funnel-between"),
            Some(FunnelPlace::Within) => texts.text("cluster-funnel-within"),
            None => String::new(),
        };
        let mut cells = vec![CellValue::text(centre.to_string()), counted, rate, overall.clone()];
        for limits in limits {
            let limit = |pick: fn((f64, f64)) -> f64| {
                limits.map_or(CellValue::NotAvailable, |limits| CellValue::Limit(pick(limits)))
            };
            cells.extend([limit(|(low, _)| low), limit(|(_, high)| high)]);
        }
        cells.push(CellValue::text(place));
        Row::new(cells)
    });
    let columns = [
        ("column-centre", 30.0),
        ("column-base", 12.0),
        ("column-share", 12.0),
        ("cluster-funnel-overall", 14.0),
        ("cluster-funnel-low-95", 14.0),
        ("cluster-funnel-high-95", 14.0),
        ("cluster-funnel-low-998", 14.0),
        ("cluster-funnel-high-998", 14.0),
        ("cluster-funnel-place", 36.0),
    ];
    SheetPlan::of(
        texts,
        "cluster-funnel",
        vec![texts.text("cluster-funnel-note")],
        &columns,
        rows.collect(),
    )
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{Catalogue, embedded_texts};
    use crate::model::Language;
    use crate::reports::fixture::public;
    use crate::reports::read_back::{row, rows};

    use super::*;

    fn book() -> Vec<u8> {
        let catalogue = Catalogue::embedded().unwrap();
        let texts = embedded_texts(Language::Polish).unwrap();
        let context = ReportContext {
            catalogue: &catalogue,
            texts: &texts,
            title: "",
            settings: &[],
            program_version: "0.1.0",
            charts: &[],
        };
        write(&context, &public()).unwrap()
    }

    #[test]
    fn a_centre_stands_between_the_limits_of_its_size() {
        // 13 of 21 where 26 of 42 is the rate of all: exactly on it.
        let cells = row(&book(), "Lejek", &["CIS Brzeźnikowo"]);
        assert_eq!(cells[1], "21");
        let number = |place: usize| cells[place].parse::<f64>().unwrap();
        assert!((number(2) - number(3)).abs() < 1e-12, "{cells:?}");
        // Wider limits for 99.8 % than for 95 %.
        assert!(number(6) < number(4) && number(4) < number(3), "{cells:?}");
        assert!(number(3) < number(5) && number(5) < number(7), "{cells:?}");
        assert_eq!(cells[8], "w granicach przypadku");
    }

    #[test]
    fn rates_stand_with_their_interval_and_what_few_people_mean() {
        let lines = rows(&book(), "Odsetki w centrach");
        let line = lines
            .iter()
            .find(|line| line.contains(&"CIS Brzeźnikowo".to_owned()) && line[5] == "21")
            .unwrap();
        assert_eq!(line[8], "orientacyjnie (n < 30)");
    }
}
