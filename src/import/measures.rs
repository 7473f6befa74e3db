//! Measures of sessions in plans, and the most that a session may have.

/// Metres in a mile.
pub(super) const MILE: u32 = 1609;
/// Metres of a session at most: the longest ultras and rides.
pub(super) const MOST_METRES: u32 = 400_000;
/// Minutes of a session at most.
pub(super) const MOST_MINUTES: u16 = 48 * 60;
