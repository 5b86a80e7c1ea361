//! `efekt` turns a folder of spreadsheets into the reports that a ministry, an EU fund and a mayor
//! ask for.
//!
//! The modules stand in the order in which the data flows; ARCHITECTURE.md draws the way.

pub mod model;

pub mod catalogue;

pub mod ingest;

pub mod validate;

pub mod link;

pub mod facts;

pub mod indicators;

pub mod worth;

pub mod explanation;

pub mod disclosure;

pub mod reports;

pub mod io;

pub mod pipeline;

pub mod cli;
