//! Paces: how long a runner takes for a kilometre.

/// Seconds a kilometre that a runner may have, from a fast race to a walk.
pub const PACES: std::ops::RangeInclusive<u32> = 120..=1200;
/// Metres of a mile, in tenths.
const TENTHS_OF_A_MILE: u32 = 16_093;

/// Seconds a kilometre of `6:00`, `6:00/km` or `9:40/mi`.
///
/// # Errors
/// What is no pace, or one that nobody runs: what is wrong.
pub fn parse(text: &str) -> Result<u32, String> {
    let text = text.trim().to_lowercase();
    let (number, miles) = match text.split_once('/') {
        Some((number, "mi" | "mile")) => (number, true),
        Some((number, "km")) => (number, false),
        Some(_) => return Err(format!("`{text}` is no pace")),
        None => (text.as_str(), false),
    };
    let seconds =
        number.split_once(':').filter(|(_, seconds)| seconds.len() == 2).and_then(|(minutes, seconds)| {
            let seconds: u32 = seconds.parse().ok().filter(|seconds| *seconds < 60)?;
            minutes.parse::<u32>().ok()?.checked_mul(60)?.checked_add(seconds)
        });
    let seconds = seconds.ok_or_else(|| format!("`{text}` is no pace"))?;
    let pace = if miles { seconds.saturating_mul(10_000) / TENTHS_OF_A_MILE } else { seconds };
    if PACES.contains(&pace) {
        Ok(pace)
    } else {
        Err(format!("`{text}` is no pace of a run: 2:00 to 20:00 a kilometre are"))
    }
}

/// A pace as it is written: `6:00`.
#[must_use]
pub fn shown(pace: u32) -> String {
    format!("{}:{:02}", pace / 60, pace % 60)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_pace_is_minutes_and_seconds_of_a_kilometre_or_a_mile() {
        for (text, pace) in
            [("6:00", 360), ("5:30/km", 330), ("9:40/mi", 360), ("2:00", 120), ("20:00", 1200)]
        {
            assert_eq!(parse(text), Ok(pace), "{text}");
        }
        for text in ["", "6", "6:0", "6:60", "1:59", "20:01", "-6:00", "6:00/h", "99999999999:00", "6.00"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
