//! Corrections that people typed into correction workbooks, used or refused, and the cells that the
//! next correction workbooks offer. An original file is never changed.

mod answers;
mod apply;
mod offer;
mod shown;

pub use answers::Corrections;
pub use offer::{Offered, offer};
