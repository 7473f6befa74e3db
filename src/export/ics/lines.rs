//! The lines of a calendar.

use chrono::NaiveDateTime;

/// Octets of a line at most, without its end.
const MOST_OCTETS: usize = 75;
/// Who wrote the file.
pub(super) const PRODID: &str = concat!("-//runplan//runplan ", env!("CARGO_PKG_VERSION"), "//EN");

/// A moment in UTC.
pub(super) fn utc(moment: NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A property, folded so that no line has more than 75 octets and no character is cut.
pub(super) fn line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if octets + c.len_utf8() > MOST_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
}
