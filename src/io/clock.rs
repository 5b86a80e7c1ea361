//! Today's date.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::Day;

/// Today in UTC. The program carries no time zones, so between midnight in Poland and midnight UTC
/// this is still yesterday; the date is printed with every run and can be given with `--as-of`.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i32::try_from(seconds / 86_400).ok().and_then(Day::from_number).unwrap_or(Day::EPOCH)
}
