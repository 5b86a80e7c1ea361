//! The files, one module each kind; every module also plants what is wrong in its files.

pub(crate) mod benefits;
pub(crate) mod brzozowy_gaj;
pub(crate) mod cluster;
pub(crate) mod employment;
pub(crate) mod kalinowka;
pub(crate) mod orzechowiec;
pub(crate) mod participants;
pub(crate) mod stary_mlyn;
pub(crate) mod support;
