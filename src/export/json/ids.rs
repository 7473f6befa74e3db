//! Lists on the wire as the ids of what they list, written from where they stand: a week has many of them.

use crate::rules::Rule;
use crate::week::day::{Day, Days};
use crate::word::Word;
use serde::{Serialize, Serializer};

/// Days in their order.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Ids<'a>(pub &'a [Day]);

/// A set of days, Monday first.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Set(pub Days);

/// Rules in their order.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Rules<'a>(pub &'a [&'static Rule]);

impl Serialize for Ids<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|day| day.id()))
    }
}

impl Serialize for Set {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Day::id))
    }
}

impl Serialize for Rules<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|rule| rule.id))
    }
}
