//! The rules: what a week must and should keep, as data and plain functions, one rule a file.
//!
//! A rule names its breach. It says how much a week breaks it (0 keeps), so that the same function serves a demand and a
//! preference. Rules know no search and no layout. To add one: write its file, add a `mod` line and a line in [`RULES`].

mod a_and_b;
mod after_birth_session;
mod blocked_day;
mod both_arms;
mod break_begins;
mod calendar_full;
mod class_step;
mod compound_first;
mod core_variety;
mod core_weekly_all_year;
mod cross_below_target;
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

/// Every rule: those that steer in the order of their levels, then changes as applied, then warnings, some of which steer as well.
pub static RULES: &[&Rule] = &[
    &no_rest_day::RULE,
    &blocked_day::RULE,
    &outside_your_time::RULE,
    &gym_closed::RULE,
    &legs_before_key_run::RULE,
    &legs_back_to_back::RULE,
    &heavy_legs_on_long_run_day::RULE,
    &legs_after_very_long_run::RULE,
    &legs_beside_fixed::RULE,
    &legs_before_race::RULE,
    &strength_before_race::RULE,
    &legs_too_soon_after_race::RULE,
    &strength_after_race::RULE,
    &too_little_strength::RULE,
    &too_few_leg_sessions::RULE,
    &too_much_strength::RULE,
    &too_many_leg_sessions::RULE,
    &make_up_late::RULE,
    &make_up_beside_key::RULE,
    &make_up_near_long_run::RULE,
    &make_up_after_legs::RULE,
    &legs_on_long_run_day::RULE,
    &key_run_lost::RULE,
    &key_run_after_legs::RULE,
    &rest_day_taken::RULE,
    &session_touched::RULE,
    &strength_below_target::RULE,
    &legs_below_minimum::RULE,
    &rest_below_target::RULE,
    &legs_below_target::RULE,
    &heavy_legs_near_key_run::RULE,
    &legs_after_long_run::RULE,
    &key_runs_close::RULE,
    &run_shifted::RULE,
    &strength_off_placement::RULE,
    &long_run_midweek::RULE,
    &strength_shifted::RULE,
    &strength_bunched::RULE,
    &runs_bunched::RULE,
    &tight_same_day_gap::RULE,
    &mobility_below_target::RULE,
    &mobility_unstacked::RULE,
    &cross_below_target::RULE,
    &seasonal_near_race::RULE,
    &under_16_as_novice::RULE,
    &moderate_for_novices::RULE,
    &heavy_from_25_minutes::RULE,
    &moderate_without_barbell::RULE,
    &lighter_with_pain::RULE,
    &lighter_in_pregnancy::RULE,
    &ramp_in::RULE,
    &class_step::RULE,
    &too_few_run_days::RULE,
    &fixed_counts::RULE,
    &day_blocked::RULE,
    &shift_blocked::RULE,
    &calendar_full::RULE,
    &easy_by_season::RULE,
    &race_day::RULE,
    &early_postpartum::RULE,
    &long_run_before_race::RULE,
    &speed_before_race::RULE,
    &shake_out_before_race::RULE,
    &easy_after_race::RULE,
    &no_runs_after_race::RULE,
    &race_on_the_free_day::RULE,
    &long_run_grows::RULE,
    &run_minutes_grow::RULE,
    &cutback_week::RULE,
    &season_volume::RULE,
    &eased_after_break::RULE,
    &long_run_returns::RULE,
    &weekly_ramp_held::RULE,
    &long_by_minutes::RULE,
    &runs_set_aside::RULE,
    &recovery_by_distance::RULE,
    &run_days_return::RULE,
    &short::STRENGTH,
    &short::LEGS,
    &short::REST,
    &short::MOBILITY,
    &short::CROSS,
    &key_runs_adjacent::RULE,
    &fixed_before_key_run::RULE,
    &too_many_hard_days::RULE,
    &run_days_unusual::RULE,
    &too_many_speed_days::RULE,
    &long_run_share::RULE,
    &easy_share_low::RULE,
    &monotony_high::RULE,
    &single_run_spike::RULE,
    &weekly_ramp::RULE,
    &race_after_break::RULE,
    &break_begins::RULE,
    &next_race::RULE,
    &start_again::RULE,
    &start_assumed::RULE,
    &volume_held::RULE,
    &plan_short::RULE,
    &plan_leaves_no_rest::RULE,
    &fixed_leaves_no_rest::RULE,
    &peak_out_of_reach::RULE,
    &taper_not_strict::RULE,
    &cutback_missing::RULE,
    &minutes_assumed::RULE,
    &hours_assumed::RULE,
    &season_assumed::RULE,
    &season_and_race_disagree::RULE,
    &override_unusual::RULE,
    &race_long_ago::RULE,
    &no_weights::RULE,
    &pelvic_health_check::RULE,
    &full_body_session::RULE,
    &session_exercises::RULE,
    &legs_lead::RULE,
    &no_single_sets::RULE,
    &a_and_b::RULE,
    &upper_session::RULE,
    &warm_up::RULE,
    &ramp_up_sets::RULE,
    &station_change::RULE,
    &both_arms::RULE,
    &easy_week::RULE,
    &after_birth_session::RULE,
    &compound_first::RULE,
    &single_leg_share::RULE,
    &single_leg_dose::RULE,
    &core_weekly_all_year::RULE,
    &core_variety::RULE,
    &plyo_all_seasons::RULE,
    &weak_area_block::RULE,
    &mobility::RULE,
    &novice_loads::RULE,
    &percent_needs_weight::RULE,
    &overload_step::RULE,
    &session_minutes::RULE,
    &equipment_at_hand::RULE,
    &pain_place::RULE,
];
