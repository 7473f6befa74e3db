//! Lists on the wire as the ids of what they list, written from where they stand: a week has many of them.

use crate::day::{Day, Days};
use crate::rules::Rule;
use crate::word::Word;
use serde::Serializer;

type Written<S> = Result<<S as Serializer>::Ok, <S as Serializer>::Error>;

/// Days in their order.
pub(in crate::export) fn ids<S: Serializer>(days: &[Day], serializer: S) -> Written<S> {
    serializer.collect_seq(days.iter().map(|day| day.id()))
}

/// A set of days, Monday first.
pub(in crate::export) fn set<S: Serializer>(days: &Days, serializer: S) -> Written<S> {
    serializer.collect_seq(days.iter().map(Day::id))
}

/// Rules, where they are wanted.
#[allow(clippy::ref_option)] // as serde wants it
pub(in crate::export) fn rules<S: Serializer>(rules: &Option<&[&Rule]>, serializer: S) -> Written<S> {
    match rules {
        Some(rules) => serializer.collect_seq(rules.iter().map(|rule| rule.id)),
        None => serializer.serialize_none(),
    }
}
