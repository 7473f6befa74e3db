//! Measures of sessions in plans, and the most that a session may have.

/// Metres in a mile.
pub(super) const MILE: u32 = 1609;
/// Metres of a session at most: the longest ultras and rides.
pub(super) const MOST_METRES: u32 = 400_000;
/// Minutes of a session at most.
pub(super) const MOST_MINUTES: u16 = 48 * 60;

/// Whether a length is nothing: `0`, `0.0`, `0 km`, `0:00`.
pub(super) fn is_nothing(length: &str) -> bool {
    let number = length.trim().trim_end_matches(|c: char| c.is_alphabetic() || c == ' ');
    number.contains('0') && number.chars().all(|c| matches!(c, '0' | '.' | ',' | ':'))
}
