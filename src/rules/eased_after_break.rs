//! Training comes back step by step after days off.

use super::rule::{Check, Grade, Limit, Rule};
use super::season_volume::{STEP, scaled};
use crate::facts::changes::{Declared, Planned, Step};
use crate::facts::ladder::{RAMP_IN_BREAK_DAYS, ramp_in};
use crate::profile::{Break, Profile};
use crate::week::dates::days_after;
use crate::week::day::Day;
use crate::week::session::{Class, Run};
use crate::word::Word;
use chrono::NaiveDate;

/// Days of a break from which on something changes.
pub(super) const DAYS: u8 = 7;
/// Days that each of the percents holds.
const EACH: u8 = 7;
/// Percent of the run minutes by seven days after a break of at least so many days.
const PERCENT: [(u8, &[u16]); 3] = [(DAYS, &[75]), (14, &[50, 75]), (RAMP_IN_BREAK_DAYS, &[40, 55, 70, 85])];

pub(super) const RULE: Rule = Rule {
    id: "eased-after-break",
    summary: "after 7 days off and more, run minutes come back by seven days: 75 % of them; after 14 days 50 and 75 %; after 28 \
              days 40, 55, 70 and 85 %; speed runs are easy so long, and strength is one class lower in the first seven days",
    rationale: "who missed 7 days and more in the 16 weeks before a marathon ran it 5 to 8 % slower; the way back is taken in steps",
    source: "Feely 2023 (that a break costs: B); practice for the numbers",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("days off", DAYS as u32),
        ("percent after them", PERCENT[0].1[0] as u32),
        ("more days off", PERCENT[1].0 as u32),
        ("percent in the first seven days after those", PERCENT[1].1[0] as u32),
        ("many days off", PERCENT[2].0 as u32),
        ("percent in the first seven days after those many", PERCENT[2].1[0] as u32),
        ("percent in the next", PERCENT[2].1[1] as u32),
        ("percent in the third", PERCENT[2].1[2] as u32),
        ("percent in the fourth", PERCENT[2].1[3] as u32),
        ("minutes, rounded to these and at least these", STEP),
    ]),
    check: Check::Change(&[(Step::Strength, strength), (Step::Runs, easy), (Step::Minutes, minutes)]),
    breaks: &[
        "- easy40 - - - - - off=2026-11-16..2026-11-22",
        "- - - - - - long90 off=2026-11-09..2026-11-24",
        "- speed40 - - - - - runs.minutes.easy=40 off=2026-11-09..2026-11-22",
        "- easy40 - - - - - season=taper off=2026-10-20..2026-11-22",
    ],
    keeps: &[
        "- easy40 - - - - - off=2026-11-17..2026-11-22",
        "- easy40 - - - - - off=2026-11-16..2026-11-18,2026-11-20..2026-11-23",
        "- - - - - easy40 - season=taper off=2026-11-09..2026-11-15",
        "- easy40 - - - - - season=none race=+100 off=2026-12-01..2026-12-20",
    ],
};

/// The way back from a break on a date.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Return {
    /// Percent of the run minutes.
    percent: u16,
    /// Days that the break had.
    days: i64,
}

impl Return {
    /// The way back that eases a date most; `None` where none does.
    fn on(profile: &Profile, date: NaiveDate) -> Option<Self> {
        let returns = breaks(profile).filter_map(|of| {
            let week = usize::try_from((date - of.to).num_days() - 1).ok()? / usize::from(EACH);
            let (_, percents) = PERCENT.iter().rfind(|(days, _)| of.days() >= i64::from(*days))?;
            Some(Self { percent: *percents.get(week)?, days: of.days() })
        });
        returns.min_by_key(|of| of.percent)
    }

    /// Why it is eased, in a few words.
    fn why(self) -> String {
        format!("back after {} days off", self.days)
    }
}

/// The breaks after which something changes.
fn breaks(profile: &Profile) -> impl Iterator<Item = Break> {
    profile.breaks().into_iter().filter(|of| of.days() >= DAYS.into())
}

/// The dates of the week from a Monday.
fn dates(monday: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..7).filter_map(move |day| days_after(monday, day))
}

/// Percent of the run minutes on a date: 0 on a day off, 100 where nothing is eased.
pub(super) fn percent(profile: &Profile, date: NaiveDate) -> u16 {
    if profile.off.iter().any(|off| off.holds(date)) {
        return 0;
    }
    Return::on(profile, date).map_or(100, |of| of.percent)
}

/// Whether the week from a Monday holds a day of a break or one that is eased after it: it is no load week.
#[must_use]
pub fn is_eased(profile: &Profile, monday: NaiveDate) -> bool {
    let in_break = |date: NaiveDate| breaks(profile).any(|of| (of.from..=of.to).contains(&date));
    dates(monday).any(|date| in_break(date) || Return::on(profile, date).is_some())
}

/// Whether a break ends in the week from a Monday: strength begins anew after it.
#[must_use]
pub fn ends_break(profile: &Profile, monday: NaiveDate) -> bool {
    breaks(profile).any(|of| dates(monday).any(|date| date == of.to))
}

/// Whether a break lies before the end of the week: runs come back from what was run since.
pub(super) fn follows_break(declared: &Declared<'_>) -> bool {
    breaks(declared.profile).any(|of| (of.to - declared.monday).num_days() < EACH.into())
}

/// The way back on a day of the week.
fn on(declared: &Declared<'_>, day: Day) -> Option<Return> {
    if declared.profile.off.is_empty() {
        return None;
    }
    Return::on(declared.profile, days_after(declared.monday, day.index())?)
}

fn strength(declared: &mut Declared<'_>) {
    // Who gets used to strength again has it lighter already.
    if ramp_in(declared.profile, declared.monday, declared.season.phase, declared.level) > 0 {
        return;
    }
    let is_first = |of: &Break| {
        dates(declared.monday).any(|date| (1..=EACH.into()).contains(&(date - of.to).num_days()))
    };
    let Some(of) = breaks(declared.profile).filter(is_first).max_by_key(Break::days) else { return };
    let at = Class::ALL.iter().position(|class| *class == declared.class).unwrap_or(0);
    let Some(lower) = at.checked_sub(1).map(|at| Class::ALL[at]) else { return };
    declared.class = lower;
    declared
        .note(RULE.id, format!("strength is {} this week (back after {} days off)", lower.id(), of.days()));
}

fn easy(declared: &mut Declared<'_>) {
    let is_fast =
        |of: &Declared<'_>, day: Day, planned: Planned| planned.run == Run::Speed && on(of, day).is_some();
    let of = Day::ALL.iter().find_map(|day| on(declared, *day));
    let Some(why) = of.map(Return::why) else { return };
    declared.turn(RULE.id, Run::Easy, is_fast, |what| format!("{what} easy ({why})"));
}

fn minutes(declared: &mut Declared<'_>) {
    let mut returns: Vec<Return> = Day::ALL.iter().filter_map(|day| on(declared, *day)).collect();
    returns.dedup();
    for of in returns {
        let eased = |declared: &Declared<'_>, day: Day, planned: Planned| match planned.run {
            Run::Easy | Run::Long | Run::Speed if on(declared, day) == Some(of) => {
                // Of two factors the smaller one counts: each is of the minutes before the season's.
                let whole = declared.minutes(day);
                scaled(whole, of.percent).min(whole).min(planned.minutes)
            }
            _ => planned.minutes,
        };
        declared.retime(RULE.id, eased, format!("{} % of your run minutes ({})", of.percent, of.why()));
        let days: Vec<Day> = Day::ALL.iter().copied().filter(|day| on(declared, *day) == Some(of)).collect();
        for day in days {
            let whole = declared.profile.runs.second[day.index()].unwrap_or_default();
            let second = &mut declared.second[day.index()];
            if *second > 0 {
                *second = scaled(whole, of.percent).min(whole).min(*second);
            }
        }
    }
}
