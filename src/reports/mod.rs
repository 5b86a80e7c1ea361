//! Figures as people read them: bytes out, nothing read, nothing computed from people.

pub mod charts;
