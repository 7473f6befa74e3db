//! The columns of a grid, and the dates of its weeks in the ways that people write them.

use crate::input::document;
use crate::week::dates::{day_of, days_after, iso_monday, monday_of};
use crate::week::day::Day;
use crate::word::Word;
use chrono::NaiveDate;

/// The columns of a grid that hold days, and those that may name the week.
pub(super) struct Columns {
    /// Columns that may name the week or hold its date.
    pub labels: Vec<usize>,
    /// The columns of days, in their order.
    pub days: Vec<(usize, Day)>,
}

impl Columns {
    /// The date of the first day column in the row of a date: a row may start before Monday.
    pub fn first_day(&self, date: NaiveDate) -> Option<NaiveDate> {
        let first = self.days.first()?.1;
        if day_of(date) == first {
            return Some(date);
        }
        let monday = monday_of(date)?;
        if self.days.iter().any(|(_, day)| day.index() < first.index()) {
            monday.checked_sub_days(chrono::Days::new(7 - first.index() as u64))
        } else {
            days_after(monday, first.index())
        }
    }
}

/// A day as the head of a column: any beginning of its name from two letters on, and the letters that only one day has.
fn day(cell: &str) -> Option<Day> {
    let word = cell.trim().trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    match word.as_str() {
        "m" => return Some(Day::Mon),
        "w" | "weds" => return Some(Day::Wed),
        "f" => return Some(Day::Fri),
        _ => {}
    }
    let begins = |day: &&Day| day.name().to_lowercase().starts_with(&word);
    Day::ALL.iter().find(begins).copied().filter(|_| word.len() >= 2)
}

/// The columns of a row that names days; `None` if it does not.
pub(super) fn columns(cells: &[String]) -> Option<Columns> {
    let mut days: Vec<_> = cells.iter().enumerate().filter_map(|(at, cell)| Some((at, day(cell)?))).collect();
    // One letter a day says which is which by the order.
    let letters: Vec<(usize, String)> =
        cells.iter().enumerate().map(|(at, cell)| (at, cell.trim().to_lowercase())).collect();
    for (order, from) in [("mtwtfss", 0), ("smtwtfs", 6)] {
        let single: Vec<&(usize, String)> =
            letters.iter().filter(|(_, cell)| cell.len() == 1 && cell != "#").collect();
        if single.len() == 7
            && single.iter().zip(order.chars()).all(|((_, cell), letter)| cell.starts_with(letter))
        {
            days = single.iter().enumerate().map(|(i, (at, _))| (*at, Day::of(from + i))).collect();
        }
    }
    let named: Vec<Day> = days.iter().map(|(_, day)| *day).collect();
    let different = Day::ALL.iter().filter(|day| named.contains(day)).count();
    let label = |cell: &String| {
        let word = cell.trim().to_lowercase();
        ["week", "wk", "date", "start", "beginning", "commencing"].iter().any(|known| word.starts_with(known))
            || ["", "#", "no", "no."].contains(&word.as_str())
    };
    let labels =
        cells.iter().enumerate().filter(|(at, cell)| label(cell) && !days.iter().any(|(day, _)| day == at));
    (different >= 2).then_some(Columns { labels: labels.map(|(at, _)| at).collect(), days })
}

/// Seven columns are the days from Monday; with an eighth before them for the week.
pub(super) fn plain(cells: &[String]) -> Option<Columns> {
    let (labels, first) = match cells.len() {
        7 => (Vec::new(), 0),
        8 => (vec![0], 1),
        _ => return None,
    };
    Some(Columns { labels, days: Day::ALL.iter().enumerate().map(|(at, day)| (first + at, *day)).collect() })
}

/// Whether a label looks like a date, to whoever wrote it.
pub(super) fn dates_like(label: &str) -> bool {
    let digits = label.chars().any(|c| c.is_ascii_digit());
    let parts = label.split(['/', '.', '-']).filter(|part| part.trim().parse::<u32>().is_ok()).count();
    digits && (parts >= 2 || label.split(|c: char| !c.is_alphabetic()).any(|word| month(word).is_some()))
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = word.get(..3)?.to_lowercase();
    let at = MONTHS.iter().position(|month| *month == start)?;
    u32::try_from(at + 1).ok()
}

/// A way to write a date.
type DateForm = fn(&str) -> Option<NaiveDate>;

/// The ways in which dates are read, the surest first.
const DATE_FORMS: &[DateForm] = &[iso, by_name, |text| numbers(text, [0, 1]), |text| numbers(text, [1, 0])];

fn iso(text: &str) -> Option<NaiveDate> {
    document::date(text).or_else(|| iso_monday(text))
}

/// `11 Jan 2027`, `January 11, 2027`, with words around it.
fn by_name(text: &str) -> Option<NaiveDate> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month = words.iter().find_map(|word| month(word))?;
    let digits = |word: &&str| word.trim_end_matches(|c: char| c.is_alphabetic()).parse::<u32>().ok();
    let numbers: Vec<u32> = words.iter().filter_map(digits).collect();
    let year = numbers.iter().find(|number| (1000..=9999).contains(*number))?;
    let day = numbers.iter().find(|number| (1..=31).contains(*number))?;
    NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, month, *day)
}

/// `1/4/2027` or `4.1.2027`: where the day and the month stand decides the whole column.
fn numbers(text: &str, [day, month]: [usize; 2]) -> Option<NaiveDate> {
    let parts: Vec<u32> =
        text.split(['/', '.', '-']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [.., year] = parts.as_slice() else { return None };
    let year = if *year < 100 { 2000 + year } else { *year };
    (parts.len() == 3)
        .then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, parts[month], parts[day]))?
}

/// The dates of a column: the first form in which every label is one, whole weeks apart. Rows without one, such as a note
/// or a second row of a week, are counted on from their neighbours.
pub(super) fn dates(labels: &[&str]) -> Option<Vec<NaiveDate>> {
    DATE_FORMS.iter().find_map(|form| {
        let read: Vec<Option<NaiveDate>> = labels.iter().map(|label| form(label)).collect();
        let unread = labels.iter().zip(&read).any(|(label, date)| date.is_none() && dates_like(label));
        let known: Vec<NaiveDate> = read.iter().flatten().copied().collect();
        let apart = known.windows(2).all(|pair| (pair[1] - pair[0]).num_days() % 7 == 0);
        if unread || known.is_empty() || known.len() > 1 && !apart {
            return None;
        }
        let first = read.iter().position(Option::is_some)?;
        let mut date = read[first]?.checked_sub_days(chrono::Days::new(7 * first as u64))?;
        let mut dates = Vec::with_capacity(read.len());
        for read in read {
            date = read.unwrap_or(date);
            dates.push(date);
            date = days_after(date, 7)?;
        }
        Some(dates)
    })
}
