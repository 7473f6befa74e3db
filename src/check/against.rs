//! A foreign plan with the facts of each of its weeks, ready for the rules.

use crate::check::report::Spot;
use crate::check::standard::Standard;
use crate::explain::Finding;
use crate::explain::findings::{findings, score};
use crate::facts::Facts;
use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::facts::written::RACE_NEAR;
use crate::import::{ForeignPlan, ForeignWeek};
use crate::profile::Profile;
use crate::rules::{Looks, Warning, changes};
use crate::season::Season;
use crate::week::Week;
use crate::week::dates::days_after;
use crate::week::day::{Day, Days};
use crate::week::edges::Edges;
use crate::week::phase::Phase;
use crate::week::race::{Priority, Race};
use crate::week::score::{Level, Score};
use crate::week::session::{Run, Session};

/// A foreign plan, its weeks as the rules see them, and the facts of each.
pub(super) struct CheckedPlan<'a> {
    pub plan: &'a ForeignPlan,
    pub weeks: Vec<Week>,
    pub facts: Vec<Facts<'a>>,
    /// Whether nothing said which season some week is in.
    pub season_assumed: bool,
    own_numbers: bool,
}

/// A day of a plan: the number of its week, and the day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PlanDay {
    pub week: usize,
    pub day: Day,
}

/// The runner that a plan is checked against: the given one, or nobody in particular, with the race that the plan leads to: the one
/// beside it, else that of the profile if it is in one of its weeks, else its own last.
#[must_use]
pub fn profile(plan: &ForeignPlan, standard: &Standard) -> Profile {
    let mut profile = standard.profile.clone().unwrap_or_default();
    profile.strength.placement = standard.placement.or(profile.strength.placement);
    // A race of the profile may be another one than the plan leads to.
    let is_of_plan =
        |race: &Race| plan.races.is_empty() || plan.weeks.iter().any(|week| race.monday() == week.monday);
    let named = standard.race.or_else(|| profile.race.filter(is_of_plan));
    profile.race = named.or_else(|| leads_to(plan, &profile));
    profile.fixed = plan.fixed_beside(&profile.fixed);
    profile
}

/// The race that a plan leads to by itself: its last one that is none on the way, by its own words or the profile.
#[must_use]
pub fn leads_to(plan: &ForeignPlan, profile: &Profile) -> Option<Race> {
    let on_the_way = |race: &Race| {
        race.priority != Priority::A || profile.races.iter().any(|other| other.race.date == race.date)
    };
    plan.races.iter().filter(|race| !on_the_way(race)).max_by_key(|race| race.date).copied()
}

/// The races that a plan names, and those of a standard beside it.
#[must_use]
pub fn races_of(plan: &ForeignPlan, standard: &Standard) -> Vec<Race> {
    races(plan, standard, &profile(plan, standard))
}

impl<'a> CheckedPlan<'a> {
    /// Works out what each week of a plan is checked against.
    pub fn new(plan: &'a ForeignPlan, standard: &'a Standard, profile: &'a Profile) -> Self {
        let races = races(plan, standard, profile);
        let weeks = weeks(plan, &races, profile);
        let mut season_assumed = false;
        let facts = plan.weeks.iter().zip(&weeks).map(|(foreign, week)| {
            let season = season(foreign, standard, profile);
            season_assumed |= season.is_none();
            let season = season.unwrap_or_else(|| Season::builtin(Phase::Base));
            facts(foreign, week, standard, profile, season)
        });
        let facts = facts.collect();
        let own_numbers = standard.numbers;
        let mut checked = Self { plan, weeks, facts, season_assumed, own_numbers };
        for at in 0..checked.weeks.len() {
            let Facts { monday, race: own, .. } = checked.facts[at];
            let other = |race: &Race| own.is_none_or(|own| own.date != race.date);
            let near = |race: &Race| race.days_from(monday).abs() <= RACE_NEAR;
            checked.facts[at].other_races =
                races.iter().copied().filter(|race| near(race) && other(race)).collect();
            checked.facts[at].edges = checked.edges(&checked.weeks, at);
            checked.facts[at].minutes_before = plan.weeks[..at].last().map(ForeignWeek::run_minutes);
        }
        checked
    }

    /// Whether the numbers of a week are only the season's: nobody set them for this runner.
    pub fn by_season(&self, at: usize) -> bool {
        !self.own_numbers && self.plan.weeks[at].own.as_ref().is_none_or(|own| own.limits.is_none())
    }

    /// What stands beyond the ends of a week, as `weeks` have it; a single week of this program repeats as it was planned.
    fn edges(&self, weeks: &[Week], at: usize) -> Edges {
        if self.stands_alone() {
            return if self.facts[at].limits.wraps { Edges::REPEAT } else { Edges::UNKNOWN };
        }
        Edges::weeks(at.checked_sub(1).map(|before| &weeks[before]), weeks.get(at + 1))
    }

    /// Whether the plan is one week that this program planned.
    fn stands_alone(&self) -> bool {
        let planned = |week: &ForeignWeek| week.own.as_ref().is_some_and(|own| own.limits.is_some());
        matches!(&self.plan.weeks[..], [week] if planned(week))
    }

    /// The findings about a week where the plan has these weeks.
    pub fn findings(&self, weeks: &[Week], at: usize) -> Vec<Finding> {
        let mut facts = Facts { edges: self.edges(weeks, at), ..self.facts[at].clone() };
        let mut all = self.findings_with(&mut facts, &weeks[at], at);
        all.sort_by_key(|finding| finding.rule.level());
        all
    }

    /// The findings about a week by these facts. Where the runner has no numbers, too much is what is over the season's maximum.
    fn findings_with(&self, facts: &mut Facts<'_>, week: &Week, at: usize) -> Vec<Finding> {
        let mut all = findings(facts, week);
        if self.by_season(at) {
            let target = facts.limits.strength_target;
            facts.limits.strength_target = facts.season.strength_max;
            all.retain(|finding| !is_hard_total(finding));
            all.extend(findings(facts, week).into_iter().filter(is_hard_total));
            facts.limits.strength_target = target;
        }
        all
    }

    /// Whether a planned week names a broken rule on these days itself.
    pub fn names_itself(&self, at: usize, rule: &str, days: Days) -> bool {
        let own = self.plan.weeks[at].own.as_ref().filter(|_| !self.own_numbers);
        own.is_some_and(|own| own.known.iter().any(|(known, on)| known == rule && *on == days))
    }

    /// The days that a finding is about, with the runs that matter to it, in order.
    pub fn days_of_finding(&self, at: usize, finding: &Finding) -> Vec<PlanDay> {
        // A pair over the start of a week: its earlier day is in the week before.
        let over = finding.days.len() == 2 && finding.days[0] > finding.days[1];
        let week = |i: usize| if over && i == 0 { at.checked_sub(1).unwrap_or(at) } else { at };
        let mut days: Vec<PlanDay> =
            finding.days.iter().enumerate().map(|(i, day)| PlanDay { week: week(i), day: *day }).collect();
        if let (Some(Looks::Around(_)), [day]) =
            (finding.rule.steer().map(|steer| steer.looks), &finding.days[..])
        {
            days.extend(self.nearest_key_runs(at, *day));
        }
        days.sort();
        days.dedup();
        days
    }

    /// The key runs nearest to a day: on the days beside it, else two days later, else three.
    fn nearest_key_runs(&self, at: usize, day: Day) -> Vec<PlanDay> {
        let is_key = |at: &PlanDay| self.weeks[at.week][at.day.index()].run.is_key();
        let key_runs = |by: &&[i64]| -> Vec<PlanDay> {
            by.iter().filter_map(|by| self.day_after(at, day, *by)).filter(is_key).collect()
        };
        let near: [&[i64]; 3] = [&[-1, 1], &[2], &[3]];
        near.iter().map(key_runs).find(|runs| !runs.is_empty()).unwrap_or_default()
    }

    /// The days that a warning is about, in order.
    pub fn days_of_warning(&self, at: usize, warning: &Warning) -> Vec<PlanDay> {
        let next = |day: Day| usize::from(warning.over && day == Day::Mon && at + 1 < self.weeks.len());
        let mut days: Vec<PlanDay> =
            warning.days.iter().map(|day| PlanDay { week: at + next(day), day }).collect();
        days.sort();
        days
    }

    /// The day `by` days after a day, if the plan has it; a planned week repeats.
    fn day_after(&self, at: usize, day: Day, by: i64) -> Option<PlanDay> {
        let index = i64::try_from(at * 7 + day.index()).ok()? + by;
        let week = usize::try_from(index.div_euclid(7)).ok();
        let day = Day::of(usize::try_from(index.rem_euclid(7)).ok()?);
        match week.filter(|week| *week < self.weeks.len()) {
            Some(week) => Some(PlanDay { week, day }),
            None => self.stands_alone().then_some(PlanDay { week: at, day }),
        }
    }
}

/// The races that a plan and its standard name; what is said beside the plan knows more about the race of a day.
fn races(plan: &ForeignPlan, standard: &Standard, profile: &Profile) -> Vec<Race> {
    let mut races: Vec<Race> = plan.races.clone();
    for race in profile.all_races().chain(standard.race) {
        races.retain(|other| other.date != race.date);
        races.push(race);
    }
    races
}

/// The weeks of a plan as the rules see them, with the runner's fixed sessions and the races; a week of this program says itself whether it has one.
fn weeks(plan: &ForeignPlan, races: &[Race], profile: &Profile) -> Vec<Week> {
    let with_races = |foreign: &ForeignWeek| {
        let mut week = foreign.week();
        for (at, day) in week.iter_mut().enumerate() {
            day.other = profile.other_on(days_after(foreign.monday, at));
        }
        for race in races.iter().filter(|_| foreign.own.is_none()) {
            if let Some(day) = usize::try_from(race.days_from(foreign.monday)).ok().filter(|day| *day < 7) {
                week[day].run = Run::Race;
            }
        }
        week
    };
    plan.weeks.iter().map(with_races).collect()
}

/// Whether a finding is a hard rule about the amount of a week.
fn is_hard_total(finding: &Finding) -> bool {
    finding.rule.level() == Some(Level::Hard)
        && matches!(finding.rule.steer().map(|steer| steer.looks), Some(Looks::Total(..)))
}

/// A day of a plan with its date and text.
pub(super) fn spot(plan: &ForeignPlan, at: PlanDay) -> Spot {
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
fn season<'a>(written: &ForeignWeek, standard: &'a Standard, profile: &Profile) -> Option<&'a Season> {
    // A profile names the season of the weeks that it plans; a plan that leads to a race has several.
    let of_profile = || profile.season.filter(|_| profile.race.is_none()).map(Season::builtin);
    let named = standard.season.as_ref().or_else(of_profile);
    let own = || written.own.as_ref().and_then(|own| own.phase).map(Season::builtin);
    let by_date = || profile.race.map(|race| Season::builtin(Phase::from_race(race, written.monday)));
    if standard.season.is_some() { named } else { own().or(named).or_else(by_date) }
}

/// The facts of a week: its own runs and numbers.
fn facts<'a>(
    written: &ForeignWeek,
    week: &Week,
    standard: &'a Standard,
    profile: &'a Profile,
    season: &'a Season,
) -> Facts<'a> {
    let run = |day: usize| WrittenRun { run: week[day].run, minutes: written.days[day].minutes };
    let request = Request::new(profile, written.monday)
        .with_block(standard.block)
        .with_runs(Runs::Written(std::array::from_fn(run)));
    let mut facts = Facts::of(profile, season, &request, changes());
    let own = written.own.as_ref().and_then(|own| own.limits).filter(|_| !standard.numbers);
    if let Some(own) = own {
        let placement = standard.placement.unwrap_or(own.placement);
        let Limits { mobility_minutes, cross_minutes, phase, sets_runs_aside, has_speed, .. } = facts.limits;
        facts.limits =
            Limits { mobility_minutes, cross_minutes, placement, phase, sets_runs_aside, has_speed, ..own };
        facts.season_legs_max = own.legs_max;
    }
    // A session that says how heavy it is counts as heavy as it says.
    if let Some(class) = written.days.iter().filter_map(|day| day.class).max() {
        facts.limits.class = class;
    }
    facts.class = facts.limits.class;
    facts.known_minutes = std::array::from_fn(|day| written.days[day].others);
    facts.second = facts.known_minutes.map(|of_day| of_day[Session::Second.place()]);
    facts
}

/// A week of a foreign plan with its score.
#[derive(Clone, Debug)]
pub struct ScoredWeek {
    /// The week as the rules see it.
    pub week: Week,
    /// The score of the week, the hard level too.
    pub score: Score,
}

/// The weeks of a plan with their scores.
#[must_use]
pub fn scored(plan: &ForeignPlan, standard: &Standard) -> Vec<ScoredWeek> {
    let profile = profile(plan, standard);
    let checked = CheckedPlan::new(plan, standard, &profile);
    let of = |at: usize| ScoredWeek {
        week: checked.weeks[at],
        score: score(&checked.findings(&checked.weeks, at)),
    };
    (0..plan.weeks.len()).map(of).collect()
}
