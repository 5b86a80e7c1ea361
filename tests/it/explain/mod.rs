//! `efekt explain`: the people behind a figure, on small files whose cells are known.

mod command;
mod data;
mod people;
