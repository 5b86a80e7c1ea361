//! The only place that touches the file system and the clock.
//!
//! It knows bytes, paths and the record beside a run, and no stage.
#![expect(clippy::disallowed_methods, reason = "this is the place where they are allowed")]

mod child;
mod clock;
mod confinement;
mod error;
mod input;
#[cfg(unix)]
mod memory_watch;
mod new_files;
mod publication;
mod walk;

pub use child::{ChildEnd, Question, ask, this_program};
pub use clock::today;
pub use confinement::confine;
pub use error::{Action, Cause, IoError, shown_path};
pub use input::{Listing, folder_of, read_definitions, read_inputs, read_text};
pub use new_files::{NewFilesError, write_new_files};
pub use publication::{Claim, ClaimError, Replace};
