//! The rules: what a week must and should keep, as data and plain functions, one rule a file.
//!
//! A rule names its breach. It says how much a week breaks it (0 keeps), so that the same function serves a demand and a
//! preference. Rules know no search and no layout. To add one: write its file, add a `mod` line and a line in [`RULES`].

mod a_and_b;
mod after_birth_session;
mod blocked_day;
mod both_arms;
mod break_begins;
mod c_race_for_speed;
mod calendar_full;
mod class_step;
mod compound_first;
mod core_variety;
mod core_weekly_all_year;
mod cross_below_target;
mod cross_off_its_days;
mod cutback_missing;
mod cutback_week;
mod day_blocked;
mod early_postpartum;
mod eased_after_break;
mod easy_after_race;
mod easy_by_season;
mod easy_share_low;
mod easy_week;
mod equipment_at_hand;
pub mod fewer;
mod fixed_before_key_run;
mod fixed_counts;
mod fixed_leaves_no_rest;
mod full_body_session;
mod gym_closed;
mod heavy_from_25_minutes;
mod heavy_legs_near_key_run;
mod heavy_legs_on_long_run_day;
mod hours_assumed;
mod key_run_after_legs;
mod key_run_lost;
mod key_runs_adjacent;
mod key_runs_close;
mod legs_after_long_run;
mod legs_after_very_long_run;
mod legs_back_to_back;
mod legs_before_key_run;
mod legs_before_race;
mod legs_below_minimum;
mod legs_below_target;
mod legs_beside_fixed;
mod legs_lead;
mod legs_on_long_run_day;
mod legs_too_soon_after_race;
mod lighter_in_pregnancy;
mod lighter_with_pain;
mod long_by_minutes;
mod long_run_before_race;
mod long_run_grows;
mod long_run_midweek;
mod long_run_returns;
mod long_run_share;
mod make_up_after_legs;
mod make_up_beside_key;
mod make_up_late;
mod make_up_near_long_run;
mod minutes_assumed;
mod mobility;
mod mobility_below_target;
mod mobility_off_its_days;
mod mobility_unstacked;
mod moderate_for_novices;
mod moderate_without_barbell;
mod monotony_high;
pub mod moves;
mod next_race;
mod no_rest_day;
mod no_runs_after_race;
mod no_single_sets;
mod no_weights;
pub mod notation;
mod notation_nodes;
mod novice_loads;
mod outside_your_time;
mod overload_step;
mod override_unusual;
mod pain_place;
mod peak_out_of_reach;
mod pelvic_health_check;
mod percent_needs_weight;
mod plan_leaves_no_rest;
mod plan_short;
mod plyo_all_seasons;
mod race_after_break;
mod race_day;
mod race_long_ago;
mod race_on_the_free_day;
mod ramp_in;
mod ramp_up_sets;
mod recovery_by_distance;
mod registry;
mod rest_below_target;
mod rest_day_taken;
mod rule;
mod run_days_return;
mod run_days_unusual;
mod run_minutes_grow;
mod run_shifted;
mod runs_bunched;
mod runs_set_aside;
mod season_and_race_disagree;
mod season_assumed;
mod season_volume;
mod seasonal_near_race;
mod second_runs_aside;
mod session_exercises;
mod session_minutes;
pub mod session_notation;
mod session_touched;
mod shake_out_before_race;
mod shift_blocked;
mod short;
mod single_leg_dose;
mod single_leg_share;
mod single_run_spike;
mod speed_before_race;
mod start_again;
mod start_assumed;
mod station_change;
mod strength_after_race;
mod strength_before_race;
mod strength_below_target;
mod strength_bunched;
mod strength_of_another_kind;
mod strength_off_placement;
mod strength_shifted;
mod taken;
mod taper_not_strict;
pub mod target;
mod tight_same_day_gap;
mod too_few_leg_sessions;
mod too_few_run_days;
mod too_little_strength;
mod too_many_hard_days;
mod too_many_leg_sessions;
mod too_many_speed_days;
mod too_much_strength;
pub mod training;
mod tune_up_late;
mod tune_up_week;
mod under_16_as_novice;
mod upper_session;
mod volume_held;
mod warm_up;
mod warning;
mod weak_area_block;
mod weekly_ramp;
mod weekly_ramp_held;

use crate::facts::Facts;
use crate::facts::changes::Apply;
use crate::facts::request::Request;
use crate::week::kind::Kind;
use std::sync::OnceLock;

pub use crate::rules::moves::Moves;
pub use crate::rules::registry::RULES;
pub use crate::rules::rule::{Around, Breach, Check, Grade, Limit, Looks, MovesCheck, Rule, Steer, Today};
pub use crate::rules::warning::{Known, Seen, Subject, Warning};
pub use notation::{Example, MONDAY};

pub(crate) use crate::rules::taken::*;

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// What a week aims for, in the order of the rules that warn where it was missed.
pub fn targets() -> impl Iterator<Item = &'static target::Target> {
    RULES.iter().filter_map(|rule| match rule.check {
        Check::Short(target) => Some(target),
        _ => None,
    })
}

/// What a week aims for of a kind, where it aims for any number of it.
#[must_use]
pub fn target(kind: Kind) -> Option<&'static target::Target> {
    targets().find(|target| target.kind == kind)
}

/// All changes in the order in which they are applied: by step, within a step as they stand below.
pub fn changes() -> &'static [Apply] {
    static ALL: OnceLock<Vec<Apply>> = OnceLock::new();
    ALL.get_or_init(|| {
        let of = |rule: &&Rule| match rule.check {
            Check::Change(steps) => steps,
            _ => &[],
        };
        let mut all: Vec<Apply> = RULES.iter().flat_map(of).copied().collect();
        all.sort_by_key(|(step, _)| *step);
        all
    })
}

/// The facts of a request: what season, race, health and flags make of the profile.
#[must_use]
pub fn facts<'a>(request: &'a Request<'_>) -> Facts<'a> {
    Facts::new(request, changes())
}
