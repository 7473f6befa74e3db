//! Sessions that were worked out by hand: exercises by pattern, sets and repetitions, the minutes of their blocks.

use super::{profile_with, request};
use runplan::exercise::workout::{Block, Prescribed, Workout};
use runplan::exercise::{Kind, Movement};
use runplan::prescription::sessions;
use runplan::profile::Equipment::{self, Band, Barbell, Bench, Dumbbell, Gym};
use runplan::rules;
use runplan::week::day::Day;
use runplan::week::phase::Phase::{self, Base, OffSeason, RacePrep};
use runplan::week::session::Experience::{self, Intermediate, Novice};
use runplan::week::session::{Run, Strength};
use runplan::week::{DayPlan, Week};

/// A case: what it is for, its exercises in the third week of the ladder, and the minutes of its blocks and of weeks 1, 3 and the
/// easy one.
struct Case {
    season: Phase,
    minutes: u16,
    level: Experience,
    equipment: &'static [Equipment],
    is_b: bool,
    after_run: bool,
    mobility: bool,
    exercises: &'static [&'static str],
    blocks: &'static [&'static str],
    totals: [&'static str; 3],
}

const CASES: [Case; 7] = [
    Case {
        season: RacePrep,
        minutes: 20,
        level: Intermediate,
        equipment: &[Dumbbell, Band],
        is_b: false,
        after_run: true,
        mobility: true,
        exercises: &["knee 3x15/side", "hinge 3x15/side", "calf 2x15/side", "push 2x12", "core 2x30 s"],
        blocks: &["1.5", "10.5", "7.5"],
        totals: ["17.9", "19.4", "14.4"],
    },
    Case {
        season: RacePrep,
        minutes: 20,
        level: Intermediate,
        equipment: &[Dumbbell, Band],
        is_b: true,
        after_run: false,
        mobility: true,
        exercises: &["hinge 3x15/side", "knee 3x15/side", "soleus 2x12/side", "pull 2x10", "core 2x20 s"],
        blocks: &["3.0", "10.5", "6.3"],
        totals: ["19.4", "19.8", "15.9"],
    },
    Case {
        season: Base,
        minutes: 40,
        level: Novice,
        equipment: &[Dumbbell],
        is_b: false,
        after_run: false,
        mobility: true,
        exercises: &["plyo 2x15", "knee 3x10", "hinge 3x10/side", "calf 3x15", "push 3x10", "core 3x45 s"],
        blocks: &["4.5", "1.8", "8.2", "6.8", "3.8", "5.2", "3.2"],
        totals: ["23.7", "33.5", "23.4"],
    },
    Case {
        season: Base,
        minutes: 20,
        level: Intermediate,
        equipment: &[Gym],
        is_b: false,
        after_run: false,
        mobility: false,
        exercises: &["knee 3x8@75", "hinge 3x10/side", "calf 3x12/side", "push 2x10", "core 2x45 s"],
        blocks: &["3.5", "7.2", "8.6"],
        totals: ["16.5", "19.3", "13.3"],
    },
    Case {
        season: Base,
        minutes: 40,
        level: Intermediate,
        equipment: &[Dumbbell, Band],
        is_b: true,
        after_run: false,
        mobility: true,
        exercises: &[
            "plyo 3x8",
            "hinge 3x12",
            "knee 3x10/side",
            "hinge 2x10/side",
            "soleus 3x12/side",
            "pull 2x10",
            "core 2x45 s",
        ],
        blocks: &["4.5", "3.6", "8.6", "6.8", "4.8", "5.1", "3.8", "2.2"],
        totals: ["35.8", "39.3", "30.4"],
    },
    Case {
        season: OffSeason,
        minutes: 45,
        level: Intermediate,
        equipment: &[Barbell, Bench],
        is_b: false,
        after_run: false,
        mobility: true,
        exercises: &[
            "plyo 3x8", "knee 3x6@80", "hinge 3x6@80", "hinge 2x8/side", "calf 3x10/side", "push 2x10",
            "core 2x45 s",
        ],
        blocks: &["4.0", "3.6", "11.1", "11.1", "4.3", "4.5", "3.8", "2.2"],
        totals: ["41.8", "44.6", "35.2"],
    },
    Case {
        season: OffSeason,
        minutes: 45,
        level: Novice,
        equipment: &[],
        is_b: false,
        after_run: false,
        mobility: true,
        exercises: &[
            "plyo 2x15",
            "knee 3x12/side",
            "hinge 3x12/side",
            "calf 3x15",
            "push 3x10",
            "core 3x45 s",
        ],
        blocks: &["4.5", "1.8", "8.1", "8.1", "3.2", "4.8", "3.2"],
        totals: ["21.6", "33.6", "21.3"],
    },
];

/// The session of a case, so many weeks into its block.
fn session(case: &Case, weeks: i64) -> Workout {
    let run = if case.after_run { Run::Easy } else { Run::Off };
    let full = |mine: bool| DayPlan {
        run: if mine { run } else { Run::Off },
        strength: Strength::Full,
        mobility: case.mobility,
        ..DayPlan::EMPTY
    };
    let mut week: Week = [DayPlan::EMPTY; 7];
    week[0] = full(!case.is_b);
    week[3] = full(case.is_b);
    let day = if case.is_b { Day::Thu } else { Day::Mon };
    let request = request(profile_with(case.season, case.level, case.equipment, case.minutes), weeks);
    let built = sessions(&rules::facts(&request), &week, &[]);
    let mine = built.into_iter().find(|built| built.day == day && built.session.strength.any());
    std::sync::Arc::unwrap_or_clone(mine.expect("a session").session.workout)
}

/// An exercise by its pattern, with its numbers.
fn words(of: &Prescribed) -> String {
    let exercise = &of.exercise;
    let what = match (exercise.movement(), exercise.kind) {
        (_, Kind::Calf) => &exercise.pattern,
        (Movement::Knee, _) => "knee",
        (Movement::Hinge, _) => "hinge",
        (Movement::Push, _) => "push",
        (Movement::Pull, _) => "pull",
        _ => "other",
    };
    let percent = of.percent.map_or(String::new(), |percent| format!("@{percent}"));
    if exercise.is_core() {
        return format!("core {}x{} s", of.sets, of.seconds);
    }
    if exercise.kind == Kind::Plyo {
        // Both legs together.
        return format!("plyo {}x{}", of.sets, of.contacts() / u32::from(of.sets));
    }
    let side = if exercise.per_side { "/side" } else { "" };
    format!("{what} {}x{}{percent}{side}", of.sets, of.amount)
}

/// Minutes to one decimal.
fn minutes(seconds: u32) -> String {
    format!("{:.1}", f64::from(seconds) / 60.0)
}

#[test]
fn the_worked_sessions_come_out_exactly() {
    // `request` counts from the easy week of a block.
    let mut wrong = Vec::new();
    for (at, case) in CASES.iter().enumerate() {
        let at = at + 1;
        let third = session(case, 3);
        let exercises: Vec<String> = third.trained().map(words).collect();
        if exercises != case.exercises {
            wrong.push(format!("{at}: {exercises:?}"));
        }
        let blocks: Vec<String> = third.blocks.iter().map(Block::seconds).map(minutes).collect();
        if blocks != case.blocks {
            wrong.push(format!("{at}: {blocks:?}, not {:?}", case.blocks));
        }
        let totals = [1, 3, 4].map(|weeks| minutes(session(case, weeks).seconds()));
        if totals != case.totals {
            wrong.push(format!("{at}: {totals:?}, not {:?}", case.totals));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
