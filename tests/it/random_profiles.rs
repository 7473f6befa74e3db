//! Random runners: profiles of every kind that the contract allows, feasible and not, for the oracle and the properties.

use chrono::Duration;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRng, TestRunner};
use runplan::facts::request::Request;
use runplan::plan::{Outcome, Plan, plan_briefly};
use runplan::profile::{
    CountsAs, Fixed, Health, Keep, KindByDay, LegLoad, Minutes, Off, OneRm, Pain, Profile, Runs, Speed,
    StrengthWishes, Trained, TuneUp, Unit, Weight,
};
use runplan::rules::MONDAY;
use runplan::week::day::{Day, Days};
use runplan::week::hours::{Time, Window};
use runplan::week::phase::Phase;
use runplan::week::race::{Distance, Priority, Race};
use runplan::week::session::{Experience, Placement, Strength, Style};
use runplan::word::Word;

/// The same cases in every run; `PROPTEST_RNG_SEED` tries others.
pub fn config(cases: usize) -> Config {
    let rng_seed = match Config::default().rng_seed {
        RngSeed::Random => RngSeed::Fixed(2_026),
        seed @ RngSeed::Fixed(_) => seed,
    };
    let cases = u32::try_from(crate::cases(cases)).expect("a number of cases");
    Config { cases, failure_persistence: None, rng_seed, ..Config::default() }
}

/// Random requests without end, the same in every run.
pub fn stream() -> impl Iterator<Item = Request<'static>> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    std::iter::repeat_with(move || requests().new_tree(&mut runner).expect("a request").current())
}

/// Random requests of runners who ask for much in little room, without end, the same in every run.
pub fn tight() -> impl Iterator<Item = Request<'static>> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let demands = (maybe(0.4, 1u8..6), maybe(0.5, 1u8..5), maybe(0.5, 1u8..4), maybe(0.4, days(0..3)));
    let minutes = maybe(0.3, prop::array::uniform7(15u16..60));
    let keep = maybe(0.3, prop_oneof![Just(Keep::All), (3u8..7).prop_map(Keep::Days)]);
    let strategy = (requests(), demands, minutes, keep).prop_filter_map(
        "an input error",
        |(request, demands, minutes, keep)| {
            let mut profile = request.profile.into_owned();
            let (rest, min, legs, gym) = demands;
            profile.rest_min = rest.or(profile.rest_min);
            profile.rest_target = None;
            profile.runs.keep = keep.or(profile.runs.keep);
            let strength = &mut profile.strength;
            (strength.sessions, strength.legs_max) = (None, None);
            strength.min = min.or(strength.min);
            strength.legs_min = legs.or(strength.legs_min);
            strength.days = gym.or(strength.days);
            if let Some(minutes) = minutes {
                profile.time = minutes.map(|minutes| Some(Time::Minutes(minutes)));
            }
            Request::new(profile, request.monday).with_block(request.block).check().ok()
        },
    );
    std::iter::repeat_with(move || strategy.new_tree(&mut runner).expect("a request").current())
}

/// Those of the random requests that have a week, each with it, without reasons.
pub fn weeks() -> impl Iterator<Item = (Request<'static>, Box<Plan>)> {
    stream().filter_map(|request| match plan_briefly(&request) {
        Outcome::Week(plan) => Some((request, plan)),
        Outcome::Refused(_) => None,
    })
}

/// A request that can be planned, though there may be no week.
pub fn requests() -> impl Strategy<Value = Request<'static>> {
    (profiles(), prop::option::weighted(0.1, days(1..2)))
        .prop_filter_map("an input error", |(profile, block)| {
            Request::new(profile, MONDAY).with_block(block.unwrap_or_default()).check().ok()
        })
}

pub fn days(count: std::ops::Range<usize>) -> impl Strategy<Value = Days> {
    subsequence(Day::ALL.to_vec(), count).prop_map(|days| days.into_iter().collect())
}

fn word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
    select(W::ALL.to_vec())
}

fn maybe<S: Strategy>(probability: f64, strategy: S) -> impl Strategy<Value = Option<S::Value>>
where
    S::Value: Clone,
{
    prop::option::weighted(probability, strategy)
}

fn runs() -> impl Strategy<Value = Runs> {
    let minutes = prop::array::uniform7(maybe(0.15, select(vec![20u16, 30, 45, 60, 90, 120, 150])));
    let kinds = (maybe(0.5, 20u16..100), maybe(0.5, 20u16..80), maybe(0.5, 40u16..180));
    let minutes = (kinds, minutes).prop_map(|((easy, speed, long), days)| Minutes {
        easy,
        speed,
        long,
        long2: None,
        days,
    });
    let keep = prop_oneof![Just(Keep::All), (0u8..6).prop_map(Keep::Days)];
    (
        days(0..8),
        maybe(0.7, 0usize..7),
        prop::collection::vec(0usize..7, 0..3),
        maybe(0.6, minutes),
        maybe(0.15, keep),
    )
        .prop_map(|(days, long, speed, minutes, keep)| {
            let all: Vec<Day> = days.iter().collect();
            let pick = |n: usize| all.get(n % all.len().max(1)).copied();
            let long = long.and_then(pick);
            let speed: Days = speed.into_iter().filter_map(pick).filter(|day| Some(*day) != long).collect();
            let speed = (!speed.is_empty()).then_some(Speed::Days(speed));
            Runs {
                per_week: None,
                days,
                long: long.map(|day| [day].into_iter().collect()),
                speed,
                minutes,
                keep,
                second: [None; 7],
            }
        })
}

fn one_rm() -> impl Strategy<Value = OneRm> {
    let weight = |unit| move |thousandths| OneRm(Weight { thousandths, unit });
    prop_oneof![
        (1_000u32..=500_000).prop_map(weight(Unit::Kilograms)),
        (3_000u32..=1_100_000).prop_map(weight(Unit::Pounds)),
    ]
}

fn strength() -> impl Strategy<Value = StrengthWishes> {
    let numbers = (maybe(0.2, 0u8..4), maybe(0.1, 0u8..4), maybe(0.15, 0u8..3), maybe(0.1, 0u8..4));
    let style = (maybe(0.15, word::<Style>()), maybe(0.1, one_rm()));
    (maybe(0.3, days(0..6)), numbers, maybe(0.3, 10u16..70), maybe(0.4, word::<Placement>()), style).prop_map(
        |(days, (sessions, min, legs_min, legs_max), minutes, placement, (style, one_rm))| {
            // Own numbers that contradict are an input error; here the later one gives way.
            let min = min.filter(|min| sessions.is_none_or(|most| *min <= most));
            let legs_min =
                legs_min.filter(|min| [sessions, legs_max].iter().flatten().all(|most| min <= most));
            StrengthWishes {
                days,
                sessions,
                min,
                legs_min,
                legs_max,
                minutes,
                placement,
                style,
                one_rm: one_rm.map(|of| ("back-squat".to_owned(), of)).into_iter().collect(),
                ..Default::default()
            }
        },
    )
}

fn time() -> impl Strategy<Value = Option<Time>> {
    let window = (0u16..3, 20u16..120).prop_map(|(part, length)| {
        let from = [6 * 60, 12 * 60, 17 * 60][usize::from(part)];
        (part, Window { from, to: from + length })
    });
    let windows = prop::collection::vec(window, 1..4).prop_map(|mut windows| {
        windows.sort_by_key(|(part, _)| *part);
        windows.dedup_by_key(|(part, _)| *part);
        Time::Windows(windows.into_iter().map(|(_, window)| window).collect())
    });
    prop_oneof![
        14 => Just(None),
        3 => (20u16..160).prop_map(|minutes| Some(Time::Minutes(minutes))),
        3 => windows.prop_map(Some),
        1 => Just(Some(Time::Off)),
    ]
}

fn race() -> impl Strategy<Value = Option<Race>> {
    let near = -30i64..14;
    let far = -70i64..200;
    maybe(0.5, (prop_oneof![4 => near, 1 => far], maybe(0.7, word::<Distance>())))
        .prop_map(|race| race.map(|(days, distance)| Race::new(MONDAY + Duration::days(days), distance)))
}

pub fn pain() -> impl Strategy<Value = Pain> {
    prop_oneof![any::<bool>().prop_map(Pain::from), word().prop_map(Pain::At)]
}

/// Days that are named for mobility, for cross-training, and for a kind of strength.
pub fn named_days() -> impl Strategy<Value = (Option<Days>, Option<Days>, KindByDay)> {
    let kind = maybe(0.4, word::<Trained>()).prop_map(|kind| kind.map(Strength::from));
    let kinds = maybe(0.2, prop::array::uniform7(kind));
    (maybe(0.2, days(0..5)), maybe(0.2, days(0..5)), kinds)
        .prop_map(|(mobility, cross, kinds)| (mobility, cross, KindByDay(kinds.unwrap_or_default())))
}

/// Requests of runners who name days for kinds of sessions.
pub fn with_named_days() -> impl Strategy<Value = Request<'static>> {
    (profiles(), named_days()).prop_filter_map(
        "an input error",
        |(profile, (mobility_days, cross_days, kind))| {
            let strength = StrengthWishes { kind, ..profile.strength };
            Request::new(Profile { strength, mobility_days, cross_days, ..profile }, MONDAY).check().ok()
        },
    )
}

pub fn profiles() -> impl Strategy<Value = Profile> {
    let rest = (maybe(0.15, 1u8..5), maybe(0.15, 1u8..5));
    let extras = (maybe(0.2, 0u8..4), maybe(0.15, 0u8..3), maybe(0.3, 20u16..70));
    let health = (maybe(0.05, pain()), maybe(0.05, 0u16..30), maybe(0.05, any::<bool>()))
        .prop_map(|(pain, postpartum_weeks, pregnant)| Health { pain, postpartum_weeks, pregnant });
    let who = (
        maybe(0.8, word::<Phase>()),
        maybe(0.4, word::<Experience>()),
        maybe(0.3, select(vec![14u8, 30, 49, 50, 61])),
    );
    let times = prop::array::uniform7(time());
    (who, runs(), strength(), rest, extras, health, times, race()).prop_map(
        |((season, level, age), runs, strength, (rest_min, rest_target), extras, health, mut time, race)| {
            for day in runs.days.iter().map(Day::index) {
                if time[day] == Some(Time::Off) {
                    time[day] = None; // a run on an "off" day is an input error
                }
            }
            let (mobility_sessions, cross_sessions, cross_minutes) = extras;
            Profile {
                plan: runplan::profile::PlanWishes::default(),
                plan_file: None,
                plan_pace: None,
                name: None,
                season,
                level,
                age,
                runs,
                strength,
                rest_min,
                rest_target: rest_target.filter(|target| rest_min.is_none_or(|min| min <= *target)),
                mobility_sessions,
                mobility_days: None,
                cross_sessions,
                cross_days: None,
                cross_minutes,
                health,
                time,
                shifts: None,
                off: Vec::new(),
                fixed: Vec::new(),
                races: Vec::new(),
                places: Vec::new(),
                race,
            }
        },
    )
}

/// Wishes that leave the run days to the search.
pub fn run_wishes() -> impl Strategy<Value = Runs> {
    let long = prop_oneof![2 => Just(None), 3 => days(0..4).prop_map(Some)];
    let speed = prop_oneof![
        1 => Just(None),
        3 => (0..3u8).prop_map(|number| Some(Speed::Runs(number))),
        1 => days(1..2).prop_map(|days| Some(Speed::Days(days))),
    ];
    (1..7u8, days(0..8), long, speed).prop_filter_map(
        "wishes that no profile may have",
        |(per_week, days, long, speed)| {
            let possible = if days.is_empty() { Days::ALL } else { days };
            let long = long.map(|long| long.among(possible));
            let fast = match speed {
                Some(Speed::Runs(number)) => usize::from(number),
                Some(Speed::Days(days)) if !days.without(possible).is_empty() => return None,
                Some(Speed::Days(days)) if long.is_some_and(|long| !long.among(days).is_empty()) => {
                    return None;
                }
                Some(Speed::Days(days)) => days.len(),
                None => 0,
            };
            let fits = fast + usize::from(long.is_some_and(|long| !long.is_empty())) <= per_week.into();
            let runs = Runs { per_week: Some(per_week), days, long, speed, ..Runs::default() };
            (fits && usize::from(per_week) <= possible.len()).then_some(runs)
        },
    )
}

/// A source of random values that is the same every time.
pub fn seeded(seed: u8) -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
}

/// A random value.
pub fn drawn<S: Strategy>(strategy: S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).expect("a value").current()
}

/// Fixed sessions of a runner, none of them twice on a day.
pub fn fixed() -> impl Strategy<Value = Vec<Fixed>> {
    let at = maybe(0.4, (12u16..44).prop_map(|half| half * 30));
    let what = (word::<LegLoad>(), word::<CountsAs>(), any::<bool>(), 15u16..150, at, 1u8..=10);
    let dates = (maybe(0.3, -20i64..20), maybe(0.2, 0i64..60), 1u8..=3);
    let one = (days(1..3), what, dates).prop_map(|(days, what, (from, length, every))| {
        let (legs, counts, rest, minutes, at, effort) = what;
        let from = from.map(|days| MONDAY + Duration::days(days));
        let until = length.map(|days| from.unwrap_or(MONDAY) + Duration::days(days));
        let (rest, every) = (rest && legs != LegLoad::Hard, if from.is_some() { every } else { 1 });
        Fixed { name: String::new(), days, minutes, at, legs, counts, rest, from, until, every, effort }
    });
    prop::collection::vec(one, 1..4).prop_map(|mut all| {
        for (number, fixed) in all.iter_mut().enumerate() {
            fixed.name = format!("sport {number}");
        }
        all
    })
}

/// Requests of runners with fixed sessions.
pub fn with_fixed() -> impl Strategy<Value = Request<'static>> {
    (profiles(), fixed()).prop_filter_map("an input error", |(profile, fixed)| {
        Request::new(Profile { fixed, ..profile }, MONDAY).check().ok()
    })
}

/// A fixed session as TOML.
fn fixed_toml(fixed: &Fixed) -> String {
    let days: Vec<_> = fixed.days.iter().map(|day| format!("{:?}", day.id())).collect();
    let mut keys = vec![
        format!("name = {:?}, days = [{}], minutes = {}", fixed.name, days.join(", "), fixed.minutes),
        format!("legs = {:?}, counts = {:?}", fixed.legs.id(), fixed.counts.id()),
        format!("rest = {}, every = {}, effort = {}", fixed.rest, fixed.every, fixed.effort),
    ];
    keys.extend(fixed.at.map(|at| format!("at = {:?}", runplan::week::hours::hh_mm(at))));
    keys.extend(fixed.from.map(|from| format!("from = {from}")));
    keys.extend(fixed.until.map(|until| format!("until = {until}")));
    format!("{{ {} }}", keys.join(", "))
}

/// B and C races around the week, each on a day of its own.
pub fn races() -> impl Strategy<Value = Vec<TuneUp>> {
    let priority = any::<bool>().prop_map(|b| if b { Priority::B } else { Priority::C });
    let one = (-20i64..20, maybe(0.8, word::<Distance>()), priority, any::<bool>());
    let race = |(days, distance, priority, is_named): (i64, _, _, bool)| TuneUp {
        race: Race { date: MONDAY + Duration::days(days), distance, priority },
        name: is_named.then(|| "City Run".to_owned()),
    };
    prop::collection::vec(one.prop_map(race), 1..4).prop_map(|mut races| {
        races.sort_by_key(|tune_up| tune_up.race.date);
        races.dedup_by_key(|tune_up| tune_up.race.date);
        races
    })
}

/// A B or C race as TOML.
fn race_toml(TuneUp { race, name }: &TuneUp) -> String {
    let mut keys = vec![format!("date = {}, priority = {:?}", race.date, race.priority.id())];
    keys.extend(race.distance.map(|distance| format!("distance = {:?}", distance.id())));
    keys.extend(name.as_ref().map(|name| format!("name = {name:?}")));
    format!("{{ {} }}", keys.join(", "))
}

/// The time of a day as TOML.
fn time_toml(time: &Time) -> String {
    match time {
        Time::Any => unreachable!("never written"),
        Time::Off => "\"off\"".to_owned(),
        Time::Minutes(minutes) => minutes.to_string(),
        Time::Windows(windows) => {
            let hh_mm = runplan::week::hours::hh_mm;
            let window = |w: &Window| format!("\"{}-{}\"", hh_mm(w.from), hh_mm(w.to));
            format!("[{}]", windows.iter().map(window).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A profile as TOML that reads back as the same profile.
pub fn toml(profile: &Profile) -> String {
    let list = |days: Days| {
        format!("[{}]", days.iter().map(|day| format!("{:?}", day.id())).collect::<Vec<_>>().join(", "))
    };
    let mut lines: Vec<(String, Option<String>)> = Vec::new();
    let mut put = |key: &str, value: Option<String>| lines.push((key.to_owned(), value));
    let word = |word: &str| format!("{word:?}");
    put("season", profile.season.map(|season| word(season.id())));
    put("level", profile.level.map(|level| word(level.id())));
    put("age", profile.age.map(|n| n.to_string()));
    let runs = &profile.runs;
    put("runs.days", (runs.per_week.is_none() || !runs.days.is_empty()).then(|| list(runs.days)));
    put("runs.per_week", runs.per_week.map(|n| n.to_string()));
    for (day, second) in Day::ALL.iter().zip(runs.second) {
        put(&format!("runs.second.{}", day.id()), second.map(|n| n.to_string()));
    }
    put("runs.long", runs.long.map(list));
    put(
        "runs.speed",
        runs.speed.map(|speed| match speed {
            Speed::Days(days) => list(days),
            Speed::Runs(number) => number.to_string(),
        }),
    );
    if let Some(minutes) = runs.minutes {
        put("runs.minutes.easy", minutes.easy.map(|n| n.to_string()));
        put("runs.minutes.speed", minutes.speed.map(|n| n.to_string()));
        put("runs.minutes.long", minutes.long.map(|n| n.to_string()));
        for day in Day::ALL {
            put(&format!("runs.minutes.{}", day.id()), minutes.days[day.index()].map(|n| n.to_string()));
        }
    }
    put(
        "runs.keep",
        runs.keep.map(|keep| match keep {
            Keep::All => word("all"),
            Keep::Days(days) => days.to_string(),
        }),
    );
    let strength = &profile.strength;
    put("strength.days", strength.days.map(list));
    put("strength.sessions", strength.sessions.map(|n| n.to_string()));
    put("strength.min", strength.min.map(|n| n.to_string()));
    put("strength.legs_min", strength.legs_min.map(|n| n.to_string()));
    put("strength.legs_max", strength.legs_max.map(|n| n.to_string()));
    put("strength.minutes", strength.minutes.map(|n| n.to_string()));
    put("strength.placement", strength.placement.map(|w| word(w.id())));
    for (name, of) in &strength.one_rm {
        put(&format!("strength.one_rm.{name}"), Some(word(&of.0.to_string())));
    }
    put("strength.style", strength.style.map(|w| word(w.id())));
    put("rest.min", profile.rest_min.map(|n| n.to_string()));
    put("rest.target", profile.rest_target.map(|n| n.to_string()));
    put("mobility.sessions", profile.mobility_sessions.map(|n| n.to_string()));
    put("mobility.days", profile.mobility_days.map(list));
    put("cross.days", profile.cross_days.map(list));
    for (day, kind) in Day::ALL.iter().zip(strength.kind.0) {
        put(&format!("strength.kind.{}", day.id()), kind.map(|kind| word(kind.id())));
    }
    put("cross.sessions", profile.cross_sessions.map(|n| n.to_string()));
    put("cross.minutes", profile.cross_minutes.map(|n| n.to_string()));
    put(
        "health.pain",
        profile.health.pain.map(|pain| match pain {
            Pain::At(place) => word(place.id()),
            yes => yes.to_string(),
        }),
    );
    put("health.postpartum_weeks", profile.health.postpartum_weeks.map(|n| n.to_string()));
    put("health.pregnant", profile.health.pregnant.map(|yes| yes.to_string()));
    for day in Day::ALL {
        put(&format!("time.{}", day.id()), profile.time[day.index()].as_ref().map(time_toml));
    }
    if let Some(shifts) = &profile.shifts {
        put("shifts.start", Some(shifts.start.to_string()));
        let words: Vec<_> = shifts.pattern.iter().map(|shift| &shift.word).collect();
        put("shifts.pattern", Some(format!("{words:?}")));
        for (at, shift) in shifts.pattern.iter().enumerate() {
            let value = (!words[..at].contains(&&shift.word)).then(|| time_toml(&shift.time));
            put(&format!("time.{}", shift.word), value);
        }
    }
    let off = |off: &Off| format!("{{ from = {}, to = {} }}", off.from, off.to);
    for (key, tables) in [
        ("off", profile.off.iter().map(off).collect::<Vec<_>>()),
        ("fixed", profile.fixed.iter().map(fixed_toml).collect()),
        ("races", profile.races.iter().map(race_toml).collect()),
    ] {
        put(key, (!tables.is_empty()).then(|| format!("[{}]", tables.join(", "))));
    }
    put("race.date", profile.race.map(|race| race.date.to_string()));
    put("race.distance", profile.race.and_then(|race| race.distance).map(|w| word(w.id())));
    lines.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}\n", value?))).collect()
}
