//! Dates, moments, lengths and offsets as iCalendar writes them; what is not wholly one of them is none.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A date or moment as it is written: `20261123`, `20261123T090000`, `20261123T090000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The date and time; midnight for a date.
    pub naive: NaiveDateTime,
    /// Whether it is a date alone.
    pub is_date: bool,
    /// The offset that it carries itself: nothing for UTC.
    pub offset: Option<FixedOffset>,
}

/// The digits of a text as a number; `None` for anything else.
fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// The date that a text starts with.
pub(super) fn leading_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let part = |from: usize, to: usize| number(text.get(from..to)?);
    if text.as_bytes().get(8).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)
}

/// Reads a date or moment.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let date = leading_date(text)?;
    let rest = &text[8..];
    if rest.is_empty() {
        return Some(Stamp { naive: date.and_time(NaiveTime::MIN), is_date: true, offset: None });
    }
    let rest = rest.strip_prefix(['T', 't'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (time, zone) = rest.split_at(digits);
    let time = match digits {
        4 | 6 => {
            // A leap second, which clocks do not show.
            let second = if digits == 6 { number(&time[4..])?.min(60) } else { 0 };
            NaiveTime::from_hms_opt(number(&time[..2])?, number(&time[2..4])?, second.min(59))?
        }
        _ => return None,
    };
    let offset = match zone.trim() {
        "" => None,
        "Z" | "z" => FixedOffset::east_opt(0),
        zone => Some(offset(zone)?),
    };
    Some(Stamp { naive: date.and_time(time), is_date: false, offset })
}

/// Reads an offset from UTC: `+0100`, `-05:30`, `+011500`.
pub(super) fn offset(text: &str) -> Option<FixedOffset> {
    let text = text.trim();
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let (hours, minutes, seconds) = match digits.len() {
        1 | 2 => (number(&digits)?, 0, 0),
        4 => (number(&digits[..2])?, number(&digits[2..])?, 0),
        6 => (number(&digits[..2])?, number(&digits[2..4])?, number(&digits[4..])?),
        _ => return None,
    };
    if minutes > 59 || seconds > 59 || hours > 18 {
        return None;
    }
    FixedOffset::east_opt(sign * i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?)
}

/// Reads a length: `PT90M`, `P1DT2H`, `P2W`; a negative one is none.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let text = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (mut seconds, mut digits, mut in_time, mut parts) = (0_i64, String::new(), false, 0);
    for letter in text.chars() {
        let unit = match (letter, in_time) {
            ('0'..='9', _) => {
                digits.push(letter);
                continue;
            }
            ('T', false) if digits.is_empty() => {
                in_time = true;
                continue;
            }
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(i64::from(number(&digits)?).checked_mul(unit)?)?;
        digits.clear();
        parts += 1;
    }
    if parts == 0 || !digits.is_empty() { None } else { TimeDelta::try_seconds(seconds) }
}
