//! What mending a row of the employment history could change.

use crate::link::doubts::context::Located;
use crate::link::doubts::{Change, Follower, What};
use crate::validate::RowUse;

/// Fields without which the job is another one.
const WHOLE: [&str; 5] = ["pesel", "document", "start", "end", "form"];

impl Follower<'_> {
    pub(super) fn jobs_row(&mut self, located: &Located<'_>, what: &What<'_>) {
        let used = located.state == RowUse::Used;
        // Two rows of one job are one job: a copy adds nothing.
        if what.row && !used {
            return;
        }
        self.joined_persons(located, what);
        let whole = !used
            || what.row
            || what.person
            || what.fields.iter().any(|field| WHOLE.contains(field));
        let fields: Vec<&str> =
            if whole { vec!["start"] } else { what.fields.iter().copied().collect() };
        for who in self.whose(located, what) {
            for field in &fields {
                let row = located.id();
                self.changes.push(Change::Job { row, who, field: (*field).to_owned() });
            }
        }
    }
}
