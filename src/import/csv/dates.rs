//! The dates of a table in the ways that people write them.

use crate::input::document;
use crate::week::dates::{day_of, days_after, iso_monday};
use crate::week::day::Day;
use chrono::NaiveDate;

/// Months in English, and what is spelt otherwise in German.
const MONTHS: [(&str, u32); 17] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("januar", 1),
    ("februar", 2),
    ("mai", 5),
    ("oktober", 10),
    ("dezember", 12),
];

/// A row whose date may be another as well, with the one that is taken and the other.
pub(super) type Unsure = (usize, [NaiveDate; 2]);

/// The dates of a column, one a row.
pub(super) struct Dates<D> {
    pub dates: Vec<D>,
    pub unsure: Option<Unsure>,
}

/// A way to write a date.
type DateForm = fn(&str) -> Option<NaiveDate>;

/// The ways in which dates are read, the surest first; of the last two a point says which it is.
const DATE_FORMS: [DateForm; 4] = [iso, by_name, day_first, month_first];

/// Whether a label looks like a date, to whoever wrote it.
pub(super) fn dates_like(label: &str) -> bool {
    let digits = label.chars().any(|c| c.is_ascii_digit());
    let parts = label.split(['/', '.', '-']).filter(|part| part.trim().parse::<u32>().is_ok()).count();
    let is_week =
        label.trim().split_once("-W").is_some_and(|(year, _)| year.len() == 4 && year.parse::<u32>().is_ok());
    let has_month = label.split(|c: char| !c.is_alphabetic()).any(|word| month(word).is_some());
    digits && (parts >= 2 || is_week || has_month)
}

/// The month that a word names, by three letters or more.
fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let is_named = |(name, _): &&(&str, u32)| word.len() >= 3 && name.starts_with(&word);
    MONTHS.iter().find(is_named).map(|(_, month)| *month)
}

/// `2027-01-04`, `2027/1/4`, `2027-W01`, and the first of two such dates.
fn iso(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(date) = document::date(text).or_else(|| iso_monday(text)) {
        return Some(date);
    }
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    let [year, month, day] = [numbers.next()?, numbers.next()?, numbers.next()?];
    let is_joined = text.get(year.len()..).is_some_and(|rest| rest.starts_with(['-', '/', '.']));
    (year.len() == 4 && is_joined)
        .then(|| NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
}

/// `11 Jan 2027`, `January 11, 2027`, with words around it; of `7-13 Dec 2026` and `Dec 28 - Jan 3, 2027` the first day.
fn by_name(text: &str) -> Option<NaiveDate> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let months: Vec<(usize, u32)> =
        words.iter().enumerate().filter_map(|(at, word)| Some((at, month(word)?))).collect();
    let (at, month) = *months.first()?;
    let number = |word: &&str| word.trim_end_matches(|c: char| c.is_alphabetic()).parse::<u32>().ok();
    let day = |at: usize| words.get(at).and_then(number).filter(|day| (1..=31).contains(day));
    let year = words.iter().filter_map(number).find(|number| (1000..=9999).contains(number))?;
    let before = at.checked_sub(1).and_then(day).map(|last| {
        // "7-13 Dec": a dash makes two days of it.
        let first = at.checked_sub(2).and_then(day);
        first.filter(|first| is_range(text, *first, last)).unwrap_or(last)
    });
    let first = before.or_else(|| day(at + 1))?;
    // The year stands behind the second of two dates.
    let years = words.iter().filter_map(number).filter(|number| (1000..=9999).contains(number)).count();
    let ends_next_year = years == 1 && months.get(1).is_some_and(|(_, second)| *second < month);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()? - i32::from(ends_next_year), month, first)
}

/// Whether two numbers of a text are joined by a dash.
fn is_range(text: &str, first: u32, last: u32) -> bool {
    let close: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    ["-", "–", "—", "."].iter().any(|dash| close.contains(&format!("{first}{dash}{last}")))
        || close.contains(&format!("{first}.-{last}"))
}

/// `4/1/2027` or `4.1.2027`, the day first.
fn day_first(text: &str) -> Option<NaiveDate> {
    numbers(text, [0, 1])
}

/// `1/4/2027`, the month first.
fn month_first(text: &str) -> Option<NaiveDate> {
    numbers(text, [1, 0]).filter(|_| !text.contains('.'))
}

/// Day and month at these places, then the year.
fn numbers(text: &str, [day, month]: [usize; 2]) -> Option<NaiveDate> {
    let parts: Vec<u32> =
        text.split(['/', '.', '-']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [.., year] = parts.as_slice() else { return None };
    let year = if *year < 100 { 2000 + year } else { *year };
    (parts.len() == 3)
        .then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, parts[month], parts[day]))?
}

/// The dates of labels in one form, where every label that looks like a date is one.
fn in_form(form: DateForm, labels: &[&str]) -> Option<Vec<Option<NaiveDate>>> {
    let read: Vec<Option<NaiveDate>> = labels.iter().map(|label| form(label)).collect();
    let unread = labels.iter().zip(&read).any(|(label, date)| date.is_none() && dates_like(label));
    (!unread && read.iter().any(Option::is_some)).then_some(read)
}

/// The form that dates are in: the first that fits `holds`; of day and month first the one whose dates `suit` better. With it a row
/// whose date may be another as well.
fn form_of(
    labels: &[&str],
    holds: impl Fn(&[NaiveDate]) -> bool,
    suits: impl Fn(&[NaiveDate]) -> bool,
) -> Option<Dates<Option<NaiveDate>>> {
    let known = |read: &[Option<NaiveDate>]| -> Vec<NaiveDate> { read.iter().flatten().copied().collect() };
    let fits = |form: DateForm| in_form(form, labels).filter(|read| holds(&known(read)));
    let [sure, named, ..] = DATE_FORMS;
    if let Some(read) = fits(sure).or_else(|| fits(named)) {
        return Some(Dates { dates: read, unsure: None });
    }
    match (fits(day_first), fits(month_first)) {
        (Some(one), Some(other)) if suits(&known(&one)) == suits(&known(&other)) => {
            let differs = |(at, (one, other)): (usize, (&Option<NaiveDate>, &Option<NaiveDate>))| {
                let (one, other) = ((*one)?, (*other)?);
                (one != other).then_some((at, [one, other]))
            };
            let unsure = one.iter().zip(&other).enumerate().find_map(differs);
            Some(Dates { dates: one, unsure })
        }
        (Some(one), Some(other)) => {
            let dates = if suits(&known(&one)) { one } else { other };
            Some(Dates { dates, unsure: None })
        }
        (one, other) => Some(Dates { dates: one.or(other)?, unsure: None }),
    }
}

/// The dates of a column of weeks that begin on `first`: the first form in which every label is one, whole weeks apart. Rows without
/// one, such as a note or a second row of a week, are counted on from their neighbours.
pub(super) fn weekly(labels: &[&str], first: Day) -> Option<Dates<NaiveDate>> {
    let apart = |known: &[NaiveDate]| known.windows(2).all(|pair| (pair[1] - pair[0]).num_days() % 7 == 0);
    let begins = |known: &[NaiveDate]| known.iter().all(|date| day_of(*date) == first);
    let Dates { dates: read, unsure } = form_of(labels, apart, begins)?;
    let at = read.iter().position(Option::is_some)?;
    let mut date = read[at]?.checked_sub_days(chrono::Days::new(7 * at as u64))?;
    let mut dates = Vec::with_capacity(read.len());
    for read in read {
        date = read.unwrap_or(date);
        dates.push(date);
        date = days_after(date, 7)?;
    }
    Some(Dates { dates, unsure })
}

/// Two rows of a column of weeks whose dates are less than a week apart, though not the same.
pub(super) fn overlapping(labels: &[&str]) -> Option<[usize; 2]> {
    let Dates { dates, .. } = form_of(labels, |_| true, |_| true)?;
    let mut known: Vec<(NaiveDate, usize)> =
        dates.iter().enumerate().filter_map(|(row, date)| Some(((*date)?, row))).collect();
    known.sort_unstable();
    let overlaps = |pair: &&[(NaiveDate, usize)]| (1..7).contains(&(pair[1].0 - pair[0].0).num_days());
    known.windows(2).find(overlaps).map(|pair| [pair[0].1, pair[1].1])
}

/// The dates of a column of days, in the form that reads most of them; `None` for what is none.
pub(super) fn daily(labels: &[&str]) -> Dates<Option<NaiveDate>> {
    let ordered = |known: &[NaiveDate]| {
        known.is_sorted() && known.windows(2).all(|pair| (pair[1] - pair[0]).num_days() < 15)
    };
    if let Some(read) = form_of(labels, |_| true, ordered) {
        return read;
    }
    let all = DATE_FORMS.iter().map(|form| labels.iter().map(|label| form(label)).collect::<Vec<_>>());
    let dates = all.max_by_key(|read| read.iter().flatten().count()).unwrap_or_default();
    Dates { dates, unsure: None }
}
