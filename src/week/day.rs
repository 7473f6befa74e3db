//! The seven days and sets of them; a week starts on Monday.

use crate::word::Word;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Day {
    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The day with this index, counted round the week: 7 is Monday again.
    #[must_use]
    pub const fn of(index: usize) -> Self {
        [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun][index % 7]
    }

    /// The day so many days later, counted round the week; earlier where `by` is negative.
    #[must_use]
    pub fn shifted(self, by: i8) -> Self {
        Self::of(self.index() + usize::try_from(i16::from(by).rem_euclid(7)).unwrap_or(0))
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub const fn is_weekend(self) -> bool {
        matches!(self, Self::Sat | Self::Sun)
    }

    /// The day's full English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        NAMES[self.index()]
    }

    /// The day's short English name, as the text week shows it.
    #[must_use]
    pub const fn short(self) -> &'static str {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][self.index()]
    }
}

impl Word for Day {
    const WHAT: &'static str = "day";
    const ALL: &'static [Self] =
        &[Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];
    const OTHERS: &'static [&'static str] = &NAMES;
    const SEVERAL: &'static str = concat!(
        r"^\s*([Ww][Ee][Ee][Kk]([Dd][Aa][Yy]|[Ee][Nn][Dd])[Ss]?|[Ee][Vv][Ee][Rr][Yy][ -]?[Dd][Aa][Yy]",
        r"|[A-Za-z]{3,9}\s*[-–—]\s*[A-Za-z]{3,9})\s*$"
    );
    fn id(self) -> &'static str {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][self.index()]
    }
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // A day's name starts with its id.
        let start = text.as_bytes().first_chunk::<3>()?.map(|byte| byte.to_ascii_lowercase());
        let day = Self::ALL.iter().copied().find(|day| day.id().as_bytes() == start)?;
        (text.len() == start.len() || day.name().eq_ignore_ascii_case(text)).then_some(day)
    }
    fn several(text: &str) -> Option<Vec<Self>> {
        let text = text.trim().to_ascii_lowercase();
        if let Some((first, last)) = text.split_once(['-', '–', '—'])
            && let (Some(first), Some(last)) = (Self::parse(first), Self::parse(last))
            && first != last
        {
            let mut days: Vec<Self> =
                (0..6).map(|by| first.shifted(by)).take_while(|day| *day != last).collect();
            days.push(last);
            return Some(days);
        }
        let of = |fits: fn(Self) -> bool| Self::ALL.iter().copied().filter(|day| fits(*day)).collect();
        match text.as_str() {
            "weekday" | "weekdays" => Some(of(|day| !day.is_weekend())),
            "weekend" | "weekends" => Some(of(Self::is_weekend)),
            "every day" | "every-day" | "everyday" => Some(Self::ALL.to_vec()),
            _ => None,
        }
    }
}

/// A set of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(u8);

impl Days {
    /// No day.
    pub const NONE: Self = Self(0);
    /// All seven days.
    pub const ALL: Self = Self(0b111_1111);

    /// One day alone.
    #[must_use]
    pub const fn of(day: Day) -> Self {
        Self(1 << day.index())
    }

    /// Whether the set holds `day`.
    #[must_use]
    pub const fn contains(self, day: Day) -> bool {
        self.0 >> day.index() & 1 == 1
    }

    /// Adds `day`; false if it was there already.
    pub fn insert(&mut self, day: Day) -> bool {
        let new = !self.contains(day);
        self.0 |= 1 << day.index();
        new
    }

    /// Takes `day` out.
    pub fn remove(&mut self, day: Day) {
        self.0 &= !(1 << day.index());
    }

    /// How many days the set holds, 0 to 7.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set holds no day.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The days that are in both sets.
    #[must_use]
    pub const fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The days that are not in the other set.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The days of the set, Monday first.
    #[must_use]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Day> {
        Day::ALL.iter().copied().filter(move |day| self.contains(*day))
    }
}

impl Days {
    /// Every set of `count` of these days, those of the earlier days first.
    pub fn subsets(self, count: usize) -> impl Iterator<Item = Self> {
        // From one set to the next greater one of the same days; after all of them comes none again.
        let next = move |bits: &u8| Some(bits.wrapping_sub(self.0) & self.0).filter(|next| *next != 0);
        let all = std::iter::successors(Some(0), next);
        all.filter(move |bits| bits.count_ones() as usize == count).map(Self)
    }
}

impl Extend<Day> for Days {
    fn extend<I: IntoIterator<Item = Day>>(&mut self, days: I) {
        days.into_iter().for_each(|day| {
            self.insert(day);
        });
    }
}

impl FromIterator<Day> for Days {
    fn from_iter<I: IntoIterator<Item = Day>>(days: I) -> Self {
        let mut set = Self::NONE;
        set.extend(days);
        set
    }
}

/// The days as an English list: `Monday, Wednesday and Friday`.
#[must_use]
pub fn listed(days: impl IntoIterator<Item = Day>) -> String {
    let names: Vec<_> = days.into_iter().map(Day::name).collect();
    and(&names)
}

/// The days as a choice: `Monday, Wednesday or Friday`.
#[must_use]
pub fn listed_or(days: impl IntoIterator<Item = Day>) -> String {
    let names: Vec<_> = days.into_iter().map(Day::name).collect();
    joined(&names, "or")
}

/// An English list of words: `a, b and c`.
#[must_use]
pub fn and<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "and")
}

/// Words with commas, and a last one after a word of its own.
fn joined<S: AsRef<str>>(words: &[S], last_by: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last_by} {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Word as _};

    #[test]
    fn some_texts_stand_for_several_days() {
        let meant = |text: &str| Day::meant(text).into_iter().map(Day::id).collect::<Vec<_>>().join(" ");
        for (text, days) in [
            ("mon-fri", "mon tue wed thu fri"),
            ("Sat – Mon", "sat sun mon"),
            ("Tuesday-wed", "tue wed"),
            ("Weekdays", "mon tue wed thu fri"),
            ("weekend", "sat sun"),
            ("Every day", "mon tue wed thu fri sat sun"),
            ("sun-sat", "sun mon tue wed thu fri sat"),
            ("wed", "wed"),
            ("mon-mon", ""),
            ("mon-", ""),
            ("mi–do", ""),
            ("day", ""),
        ] {
            assert_eq!(meant(text), days, "{text}");
        }
    }
}
