//! The name of another day, written as a table writes its days.

use chrono::{Datelike, NaiveDate};

/// The forms in which tables write days, most exact first.
const FORMS: [&str; 24] = [
    "%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y", "%-d/%-m/%Y", "%-m/%-d/%Y", "%d/%m/%y", "%m/%d/%y",
    "%-m/%-d/%y", "%-d/%-m/%y", "%d.%m.%Y", "%-d.%-m.%Y", "%d-%m-%Y", "%d %b %Y", "%-d %b %Y", "%-d %B %Y",
    "%b %-d, %Y", "%B %-d, %Y", "%b. %-d, %Y", "%a %-d %b %Y", "%a, %b %-d, %Y", "%A, %B %-d, %Y", "%a",
    "%A",
];

/// The name of `day` as `known` is written in `text`; `None` where that is no form that is known.
pub(super) fn alike(text: &str, known: NaiveDate, day: NaiveDate) -> Option<String> {
    let form = FORMS.iter().find(|form| known.format(form).to_string().eq_ignore_ascii_case(text))?;
    // Of a day and a month that may be either way round nobody knows which: another day must tell.
    let is_either = form.contains('/') && known.day() <= 12 && known.day() != known.month();
    let written = day.format(form).to_string();
    let same_case = |word: String| {
        let is = |case: fn(&str) -> String| case(text) == text && text.chars().any(char::is_alphabetic);
        match () {
            () if is(str::to_lowercase) => word.to_lowercase(),
            () if is(str::to_uppercase) => word.to_uppercase(),
            () => word,
        }
    };
    (!is_either || *form == "%Y/%m/%d").then(|| same_case(written))
}

#[cfg(test)]
mod tests {
    use super::alike;
    use chrono::NaiveDate;

    #[test]
    fn a_day_is_written_as_the_table_writes_them() {
        let date = |month, day| NaiveDate::from_ymd_opt(2027, month, day).expect("a date");
        for (text, written) in [
            ("2027-01-04", Some("2027-01-13")),
            ("Jan 4, 2027", Some("Jan 13, 2027")),
            ("4 jan 2027", Some("13 jan 2027")),
            ("Monday", Some("Wednesday")),
            ("MON", Some("WED")),
            ("04.01.2027", Some("13.01.2027")),
            // May be April too.
            ("4/1/2027", None),
            ("week 1", None),
        ] {
            assert_eq!(alike(text, date(1, 4), date(1, 13)).as_deref(), written, "{text}");
        }
        assert_eq!(alike("13/01/2027", date(1, 13), date(1, 14)).as_deref(), Some("14/01/2027"));
    }
}
