//! A written plan with the facts of each of its weeks, ready for the rules.

use super::{Spot, Standard};
use crate::explain::findings::{Finding, findings_beside, score};
use crate::facts::Facts;
use crate::facts::changes::Planned;
use crate::facts::limits::Limits;
use crate::import::{ForeignPlan, ForeignWeek};
use crate::profile::Profile;
use crate::rules::{Looks, Warning, changes};
use crate::season::Season;
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::score::{Level, Score};
use crate::week::session::Run;
use crate::week::{Beyond, Week};

/// Days around a week in which a race matters to it: the longest recovery and the days before.
const RACE_NEAR: i64 = 40;

/// A plan, its weeks as the rules see them, and the facts of each.
pub(super) struct Held<'a> {
    pub plan: &'a ForeignPlan,
    pub weeks: Vec<Week>,
    facts: Vec<Facts<'a>>,
    races: Vec<Race>,
    own_numbers: bool,
    season_assumed: bool,
}

/// A day of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub week: usize,
    pub day: Day,
}

/// The runner that a plan is held against: the given one, or nobody in particular, with the race that the plan leads to.
pub(super) fn profile(plan: &ForeignPlan, standard: &Standard<'_>) -> Profile {
    let mut profile = standard.profile.cloned().unwrap_or_default();
    profile.strength.placement = standard.placement.or(profile.strength.placement);
    profile.race =
        standard.race.or(profile.race).or_else(|| plan.races.iter().copied().max_by_key(|race| race.date));
    profile
}

impl<'a> Held<'a> {
    pub fn new(plan: &'a ForeignPlan, standard: &Standard<'a>, profile: &'a Profile) -> Self {
        let mut races: Vec<Race> = plan.races.clone();
        for race in profile.race.into_iter().chain(standard.race) {
            // What is said beside the plan knows more about the race of that day.
            races.retain(|other| other.date != race.date);
            races.push(race);
        }
        let mut weeks: Vec<Week> = plan.weeks.iter().map(ForeignWeek::week).collect();
        for race in &races {
            for (week, written) in weeks.iter_mut().zip(&plan.weeks) {
                let day = usize::try_from(race.days_from(written.monday)).ok().filter(|day| *day < 7);
                // A week of this program says itself whether there is one.
                if let Some(day) = day.filter(|_| written.own.is_none()) {
                    week[day].run = Run::Race;
                }
            }
        }
        let mut season_assumed = false;
        let facts = plan.weeks.iter().zip(&weeks).map(|(written, week)| {
            let season = season(written, standard, profile);
            season_assumed |= season.is_none();
            let season = season.unwrap_or_else(|| Season::builtin(Phase::Base));
            facts(written, week, standard, profile, season)
        });
        let facts = facts.collect();
        let own_numbers = standard.numbers;
        Self { plan, weeks, facts, races, own_numbers, season_assumed }
    }

    /// Whether nothing said which season some week is in.
    pub fn season_assumed(&self) -> bool {
        self.season_assumed
    }

    pub fn facts(&self, at: usize) -> &Facts<'a> {
        &self.facts[at]
    }

    /// Whether the numbers of a week are only the season's: nobody set them for this runner.
    pub fn by_season(&self, at: usize) -> bool {
        !self.own_numbers && self.plan.weeks[at].own.as_ref().is_none_or(|own| own.limits.is_none())
    }

    /// What stands beyond the ends of a week.
    pub fn beyond<'w>(&self, weeks: &'w [Week], at: usize) -> Beyond<'w> {
        let planned = |week: &ForeignWeek| week.own.as_ref().is_some_and(|own| own.limits.is_some());
        if weeks.len() == 1 && self.plan.weeks.iter().all(planned) {
            return Beyond::Again; // as it was planned
        }
        Beyond::Weeks { before: at.checked_sub(1).map(|before| &weeks[before]), after: weeks.get(at + 1) }
    }

    /// What a week breaks, as `weeks` have it; each race counts.
    pub fn findings(&self, weeks: &[Week], at: usize) -> Vec<Finding> {
        let mut facts = self.facts[at].clone();
        let beyond = self.beyond(weeks, at);
        let near = |race: &&Race| race.days_from(facts.monday).abs() <= RACE_NEAR;
        let mut races: Vec<Option<Race>> = self.races.iter().filter(near).copied().map(Some).collect();
        if races.is_empty() {
            races.push(None);
        }
        let mut all: Vec<Finding> = Vec::new();
        for race in races {
            facts.race = race;
            let mut found = findings_beside(&facts, &weeks[at], beyond);
            if self.by_season(at) {
                // Without numbers of the runner's own, too much is what is over the season's maximum.
                let target = facts.limits.strength_target;
                facts.limits.strength_target = facts.season.strength_max;
                let total = |finding: &Finding| {
                    finding.rule.level() == Some(Level::Hard)
                        && matches!(finding.rule.steer().map(|steer| steer.looks), Some(Looks::Total(..)))
                };
                found.retain(|finding| !total(finding));
                found.extend(findings_beside(&facts, &weeks[at], beyond).into_iter().filter(total));
                facts.limits.strength_target = target;
            }
            for finding in found {
                let same =
                    |other: &Finding| std::ptr::eq(other.rule, finding.rule) && other.days == finding.days;
                if !all.iter().any(same) {
                    all.push(finding);
                }
            }
        }
        all.sort_by_key(|finding| finding.rule.level());
        all
    }

    /// Whether a planned week names this of itself.
    pub fn names(&self, at: usize, rule: &str, days: Days) -> bool {
        let own = self.plan.weeks[at].own.as_ref().filter(|_| !self.own_numbers);
        own.is_some_and(|own| own.known.iter().any(|(known, on)| known == rule && *on == days))
    }

    /// The days that a finding is about, with the runs that matter to it, in order.
    pub fn places(&self, at: usize, finding: &Finding) -> Vec<At> {
        let mut places = Vec::new();
        // A pair over the start of a week: its earlier day is in the week before.
        let over = finding.days.len() == 2 && finding.days[0] > finding.days[1];
        for (i, day) in finding.days.iter().enumerate() {
            let week = if over && i == 0 { at.checked_sub(1).unwrap_or(at) } else { at };
            places.push(At { week, day: *day });
        }
        if let (Some(Looks::Around(_)), [day]) =
            (finding.rule.steer().map(|steer| steer.looks), &finding.days[..])
        {
            let near = [[-1, 1].as_slice(), &[2], &[3]];
            let key = |by: &i64| {
                self.shifted(at, *day, *by)
                    .filter(|place| self.weeks[place.week][place.day.index()].run.is_key())
            };
            let keys = near
                .iter()
                .map(|by| by.iter().filter_map(key).collect::<Vec<_>>())
                .find(|keys| !keys.is_empty());
            places.extend(keys.unwrap_or_default());
        }
        places.sort_by_key(|place| (place.week, place.day));
        places.dedup();
        places
    }

    /// The days that a warning is about, in order.
    pub fn places_of(&self, at: usize, warning: &Warning) -> Vec<At> {
        let next = |day: Day| usize::from(warning.over && day == Day::Mon && at + 1 < self.weeks.len());
        let mut places: Vec<At> = warning.days.iter().map(|day| At { week: at + next(day), day }).collect();
        places.sort_by_key(|place| (place.week, place.day));
        places
    }

    /// The day so many days later, if the plan has it; a planned week repeats.
    fn shifted(&self, at: usize, day: Day, by: i64) -> Option<At> {
        let index = i64::try_from(at * 7 + day.index()).ok()? + by;
        let week = usize::try_from(index.div_euclid(7)).ok();
        let day = Day::of(usize::try_from(index.rem_euclid(7)).ok()?);
        match week.filter(|week| *week < self.weeks.len()) {
            Some(week) => Some(At { week, day }),
            None => matches!(self.beyond(&self.weeks, at), Beyond::Again).then_some(At { week: at, day }),
        }
    }
}

/// A day as it was written.
pub(super) fn spot(plan: &ForeignPlan, at: At) -> Spot {
    let week = &plan.weeks[at.week];
    let date = week.monday.checked_add_days(chrono::Days::new(at.day.index() as u64));
    Spot {
        week: week.days[at.day.index()].label.as_ref().unwrap_or(&week.label).clone(),
        day: at.day,
        date: date.filter(|_| plan.dated),
        text: week.days[at.day.index()].text.clone(),
    }
}

/// The season of a week; `None` where nothing says it.
fn season<'a>(written: &ForeignWeek, standard: &Standard<'a>, profile: &Profile) -> Option<&'a Season> {
    let named = standard.season.or_else(|| standard.profile.and_then(|p| p.season).map(Season::builtin));
    let own = || written.own.as_ref().and_then(|own| own.phase).map(Season::builtin);
    let by_date = || profile.race.map(|race| Season::builtin(Phase::from_race(race, written.monday)));
    if standard.season.is_some() { named } else { own().or(named).or_else(by_date) }
}

/// The facts of a week: its own runs and numbers.
fn facts<'a>(
    written: &ForeignWeek,
    week: &Week,
    standard: &Standard<'a>,
    profile: &'a Profile,
    season: &'a Season,
) -> Facts<'a> {
    let mut facts = Facts::new(profile, season, written.monday, standard.block, None, changes());
    facts.movable_kept = 0;
    for (planned, (day, now)) in facts.runs.iter_mut().zip(written.days.iter().zip(week)) {
        *planned = Planned { declared: now.run, run: now.run, minutes: day.minutes, movable: false };
    }
    let own = written.own.as_ref().and_then(|own| own.limits).filter(|_| !standard.numbers);
    if let Some(own) = own {
        let placement = standard.placement.unwrap_or(own.placement);
        let Limits { mobility_minutes, cross_minutes, phase, sets_runs_aside, .. } = facts.limits;
        facts.limits = Limits { mobility_minutes, cross_minutes, placement, phase, sets_runs_aside, ..own };
        facts.season_legs_max = own.legs_max;
    }
    // A session that says how heavy it is counts as heavy as it says.
    if let Some(class) = written.days.iter().filter_map(|day| day.class).max() {
        facts.limits.class = class;
    }
    facts
}

/// A week with its score.
#[derive(Clone, Debug)]
pub struct Scored {
    /// The week as the rules see it.
    pub week: Week,
    /// Its score, the hard level too.
    pub score: Score,
}

/// The weeks of a plan with their scores.
#[must_use]
pub fn scored(plan: &ForeignPlan, standard: &Standard<'_>) -> Vec<Scored> {
    let profile = profile(plan, standard);
    let held = Held::new(plan, standard, &profile);
    let of = |at: usize| Scored { week: held.weeks[at], score: score(&held.findings(&held.weeks, at)) };
    (0..plan.weeks.len()).map(of).collect()
}
