//! A change of the profile, and the collection of those that may help.

use crate::facts::Facts;
use crate::profile::Profile;
use crate::rules::Limit;
use crate::solve::conflict::Conflict;
use crate::solve::fact::Fact;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::phase::Phase;
use crate::word::Word;

/// Days before the week in which a race still asks for rest.
const OVER_A_RACE: i64 = 7;

/// A change of the profile with which a week exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Expressions for `--set`, as they stand.
    pub set: Vec<String>,
    /// What they do, in a few words.
    pub message: String,
    /// The profile with the change.
    pub(super) profile: Box<Profile>,
}

impl Fix {
    /// Keeps only what it says.
    pub(crate) fn forget(&mut self) {
        *self.profile = Profile::default();
    }

    /// The change with one that was made of its profile; of a key that both set, the later one counts.
    pub(super) fn and(&self, later: Self) -> Self {
        let changed = |set: &&String| !later.set.iter().any(|other| key(other) == key(set));
        Self {
            set: self.set.iter().filter(changed).chain(&later.set).cloned().collect(),
            message: format!("{}, and {}", self.message, later.message),
            profile: later.profile,
        }
    }

    /// The pairs of this change with each of those that come after it.
    pub(super) fn before(&self, others: Vec<Self>) -> impl Iterator<Item = Self> {
        // Twice the same key is one change.
        others.into_iter().filter(|other| !self.is_of_key_of(other)).map(|other| self.and(other))
    }

    fn is_of_key_of(&self, other: &Self) -> bool {
        self.set.iter().any(|set| other.set.iter().any(|other| key(other) == key(set)))
    }

    /// Whether it changes this fact of the profile; `shift` is the word of the fact's day where there is a rota.
    pub(super) fn changes(&self, fact: Fact, shift: Option<&str>) -> bool {
        self.set.iter().map(|set| key(set)).any(|key| {
            let below = key.strip_prefix(fact.key).and_then(|rest| match rest {
                "" => Some(None),
                rest => rest.strip_prefix('.').map(Some),
            });
            below.is_some_and(|below| fact.day.is_none_or(|day| below == Some(shift.unwrap_or(day.id()))))
        })
    }

    /// Whether it changes what the profile says about runs.
    pub(super) fn changes_runs(&self) -> bool {
        self.set.iter().any(|set| set.starts_with("runs."))
    }

    /// Whether it is another one, only with other numbers: a larger change where a smaller one does.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        let is_number =
            |set: &String| set.rsplit('=').next().is_some_and(|value| value.parse::<u16>().is_ok());
        self.set.len() == other.set.len()
            && self.set.iter().zip(&other.set).all(|(mine, theirs)| {
                mine == theirs || key(mine) == key(theirs) && is_number(mine) && is_number(theirs)
            })
    }
}

/// The key that an expression sets.
fn key(set: &str) -> &str {
    set.split_once('=').map_or(set, |(key, _)| key)
}

/// Collects single changes of one profile.
pub(super) struct Changes<'a> {
    pub profile: &'a Profile,
    pub facts: &'a Facts<'a>,
    /// What cannot hold together, where that is to be mended: only what it names is changed.
    pub conflict: Option<&'a Conflict>,
    pub all: Vec<Fix>,
}

impl Changes<'_> {
    pub fn add(&mut self, set: String, message: String, change: impl FnOnce(&mut Profile)) {
        let mut profile = self.profile.clone();
        change(&mut profile);
        self.all.push(Fix { set: vec![set], message, profile: Box::new(profile) });
    }

    /// Whether a key is to be changed: the conflict has it as a fact, or one of its rules counts up to it.
    pub fn names(&self, key: &str) -> bool {
        self.conflict.is_none_or(|conflict| {
            conflict.facts.iter().any(|fact| fact.key == key)
                || conflict.rules.iter().any(|rule| matches!(rule.limit, Limit::Key(of) if of == key))
        })
    }

    /// Whether the runner gets over a race in this week: room for strength would be bad advice then.
    pub fn recovers(&self) -> bool {
        let is_over = |days: i64| (-OVER_A_RACE..0).contains(&days);
        let after_race = self.facts.days_to_race.is_some_and(is_over);
        self.conflict.is_some() && (self.facts.season.phase == Phase::Recovery || after_race)
    }

    /// The minutes that one session may take on a day, where that is limited.
    pub fn room(&self, day: Day) -> Option<u16> {
        match self.facts.time[day.index()].as_ref()? {
            Time::Any | Time::Off => None,
            Time::Minutes(minutes) => Some(*minutes),
            Time::Windows(windows) => windows.iter().map(|window| window.to - window.from).max(),
        }
    }

    /// The days whose time is to be changed.
    pub fn days_in_need(&self) -> Days {
        let time = |day| Fact { key: "time", day: Some(day) };
        let is_named = |day: &Day| self.conflict.is_none_or(|conflict| conflict.facts.contains(&time(*day)));
        Day::ALL.iter().copied().filter(is_named).collect()
    }
}

/// Days as `--set` takes them, without a blank, so that no line breaks within.
pub(super) fn list(days: Days) -> String {
    let days: Vec<_> = days.iter().map(|day| format!("\"{}\"", day.id())).collect();
    format!("[{}]", days.join(","))
}
