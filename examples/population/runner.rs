//! Made-up runners as lines of JSON: seeded, in plausible shares, for benches, tests and demonstrations.
#![allow(clippy::unwrap_used, dead_code)]

use serde_json::{Map, Value, json};

/// What kind of population is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// As a platform has it: many share a problem, 5 in 100 have no week, 1 in 100 lines is broken.
    #[default]
    Realistic,
    /// No two problems are alike.
    Distinct,
    /// No one has a week.
    Infeasible,
}

/// A small generator of numbers (`SplitMix64`): the same seed gives the same runners on every machine.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }
}

/// Run days as people have them, the long run last, with speed days that may be among them.
const PATTERNS: [(&[&str], &str, &[&str]); 10] = [
    (&["tue", "thu", "sun"], "sun", &["thu"]),
    (&["tue", "wed", "sat"], "sat", &["wed"]),
    (&["mon", "wed", "fri", "sun"], "sun", &["wed"]),
    (&["tue", "thu", "sat", "sun"], "sun", &["thu"]),
    (&["tue", "wed", "fri", "sat"], "sat", &["wed"]),
    (&["tue", "wed", "thu", "sat", "sun"], "sun", &["wed"]),
    (&["mon", "tue", "thu", "fri", "sun"], "sun", &["tue"]),
    (&["tue", "wed", "thu", "fri", "sun"], "sun", &["wed"]),
    (&["mon", "tue", "wed", "thu", "sat", "sun"], "sun", &["tue", "thu"]),
    (&["tue", "wed", "thu", "fri", "sat", "sun"], "sat", &["tue", "thu"]),
];
const SEASONS: [&str; 8] =
    ["off-season", "base", "base", "base", "race-prep", "race-prep", "race-prep", "taper"];
const EQUIPMENT: [&[&str]; 6] = [
    &[],
    &["band"],
    &["dumbbell", "band"],
    &["kettlebell"],
    &["dumbbell", "bench", "step", "band"],
    &["barbell", "dumbbell", "bench", "pull-up-bar"],
];
const NAMES: [&str; 8] = ["Maya", "Jorge", "Zoë", "Amara", "Kai", "Noor", "Tom", "李娜"];

/// The `number`th line of a population, without its end.
pub fn line(dice: &mut Dice, number: u64, kind: Kind) -> String {
    if kind == Kind::Realistic && dice.chance(1) {
        return broken(dice, number);
    }
    let mut runner = runner(dice, number);
    match kind {
        Kind::Realistic if dice.chance(5) => impossible(dice, &mut runner),
        Kind::Infeasible => {
            impossible(dice, &mut runner);
            unlike(&mut runner, number);
        }
        Kind::Distinct => distinct(&mut runner, number),
        Kind::Realistic => {}
    }
    Value::Object(runner).to_string()
}

fn runner(dice: &mut Dice, number: u64) -> Map<String, Value> {
    let (days, long, speed) = *dice.one(&PATTERNS);
    let mut runs = json!({"days": days, "long": long});
    if dice.chance(65) {
        runs["speed"] = json!(speed);
    }
    if dice.chance(80) {
        let easy = *dice.one(&[30, 40, 45]);
        runs["minutes"] = json!({"easy": easy, "speed": easy + 10, "long": 2 * easy + 10});
    }
    let mut runner = Map::new();
    runner.insert("name".to_owned(), json!(format!("{} {number}", dice.one(&NAMES))));
    runner.insert("season".to_owned(), json!(dice.one(&SEASONS)));
    if dice.chance(30) {
        runner.insert("level".to_owned(), json!(dice.one(&["novice", "advanced"])));
    }
    runner.insert("runs".to_owned(), runs);
    let mut strength = json!({"equipment": dice.one(&EQUIPMENT)});
    if dice.chance(25) {
        strength["minutes"] = json!(dice.one(&[15, 20, 30, 45]));
    }
    if dice.chance(20) {
        strength["placement"] = json!(dice.one(&["separate", "easy-days"]));
    }
    if dice.chance(15) {
        strength["days"] = json!(dice.one(&[["mon", "wed", "fri"], ["tue", "thu", "sat"]]));
    }
    if dice.chance(10) {
        strength["weak"] = json!([dice.one(&["hip", "knee", "foot"])]);
    }
    runner.insert("strength".to_owned(), strength);
    if dice.chance(20) {
        let time = match dice.below(3) {
            0 => json!({"weekday": ["06:30-07:45", "17:30-18:45"], "weekend": ["08:00-11:00"]}),
            1 => json!({"weekday": 75, "weekend": 150}),
            _ => json!({"weekday": ["17:00-19:00"], "weekend": ["07:00-10:30"]}),
        };
        runner.insert("time".to_owned(), time);
    }
    runner
}

/// Makes it impossible: seven run days and a rest day, or leg work that no gym day allows.
fn impossible(dice: &mut Dice, runner: &mut Map<String, Value>) {
    if dice.chance(50) {
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        runner["season"] = json!("race-prep");
        runner.insert("runs".to_owned(), json!({"days": days, "long": "sun", "speed": "wed"}));
        runner.insert("rest".to_owned(), json!({"min": 1 + dice.below(2)}));
    } else {
        let runs = json!({"days": ["tue", "thu", "sun"], "long": "sun", "speed": "thu"});
        runner["season"] = json!("race-prep");
        runner.insert("runs".to_owned(), runs);
        runner["strength"]["days"] = json!(["wed", "sat"]);
        runner["strength"]["legs_min"] = json!(1);
    }
}

/// Makes it unlike every other as a question of days: its run days, key days, gym days, season and placement are the
/// digits of its number, spread so that neighbours differ.
fn distinct(runner: &mut Map<String, Value>, number: u64) {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let sets = |least: u32, most: u32| -> Vec<Vec<&str>> {
        let of = |set: u32| (0..7).filter(|day| set >> day & 1 == 1).map(|day| DAYS[day]).collect();
        (0..128u32).filter(|set| (least..=most).contains(&set.count_ones())).map(of).collect()
    };
    let (runs, gym) = (sets(3, 5), sets(4, 7));
    // A step that shares no factor with the number of all combinations meets each of them once.
    let all = (runs.len() * gym.len() * 3 * 2 * 4 * 3 * 2 * 60) as u64;
    let mut rest = number * 7_368_787 % all;
    let mut digit = |base: usize| {
        let digit = rest % base as u64;
        rest /= base as u64;
        usize::try_from(digit).unwrap()
    };
    let days = runs[digit(runs.len())].clone();
    let open = &gym[digit(gym.len())];
    let (long, speed) = (digit(3), digit(2));
    let season = ["off-season", "base", "race-prep", "taper"][digit(4)];
    let placement = ["stack", "separate", "easy-days"][digit(3)];
    let level = ["novice", "intermediate"][digit(2)];
    let age = 20 + digit(60);
    runner["season"] = json!(season);
    runner.insert("level".to_owned(), json!(level));
    runner.insert("age".to_owned(), json!(age));
    runner["runs"] = json!({"days": days, "long": days[days.len() - 1 - long % days.len()]});
    if speed == 1 {
        runner["runs"]["speed"] = json!(days[(days.len() + 1 - long) % days.len()]);
    }
    if runner["runs"]["speed"] == runner["runs"]["long"] {
        runner["runs"]["speed"] = json!([]);
    }
    runner["strength"]["days"] = json!(open);
    runner["strength"]["placement"] = json!(placement);
}

/// Makes a refusal unlike every other: its minutes and its age are the digits of its number.
fn unlike(runner: &mut Map<String, Value>, number: u64) {
    let (easy, rest) = (25 + number % 60, number / 60);
    let (age, rest) = (18 + rest % 60, rest / 60);
    runner["runs"]["minutes"] = json!({"easy": easy, "speed": 30 + rest % 60, "long": 60 + rest / 60 % 100});
    runner.insert("age".to_owned(), json!(age));
    // Minutes make a difference where time is short.
    runner.insert("time".to_owned(), json!({"weekday": 240, "weekend": 300}));
}

fn broken(dice: &mut Dice, number: u64) -> String {
    match dice.below(4) {
        0 => format!("{{\"name\": \"cut off {number}"),
        1 => json!({"runs": {"days": ["someday"]}, "season": "base"}).to_string(),
        2 => json!({"runs": {"days": ["tue"]}, "season": "bass"}).to_string(),
        _ => json!({"running": {"days": ["tue", "thu"]}}).to_string(),
    }
}
