//! What other layers take from rules: the rules that they speak under, and numbers, questions and notes, each defined in the file
//! of the rule that it belongs to.

use crate::rules::rule::Rule;

// The check of a plan that names no season says so under this rule.
pub(crate) const SEASON_ASSUMED: &Rule = &crate::rules::season_assumed::RULE;

// What a week that was planned again says of sessions that moved or went says so under these.
pub(crate) const KEY_RUN_LOST: &Rule = &crate::rules::key_run_lost::RULE;
pub(crate) const SESSION_TOUCHED: &Rule = &crate::rules::session_touched::RULE;
pub(crate) const DAY_BLOCKED: &Rule = &crate::rules::day_blocked::RULE;
pub(crate) const WARM_UP: &Rule = &crate::rules::warm_up::RULE;

// What sessions are built by: numbers, questions and notes, each in the file of the rule that it belongs to.
pub(crate) use crate::rules::after_birth_session::AFTER_BIRTH_MINUTES;
pub(crate) use crate::rules::both_arms::BOTH_ARMS_TO_MINUTES;
pub(crate) use crate::rules::core_variety::works_the_back;
pub(crate) use crate::rules::eased_after_break::{ends_break, is_eased};
pub(crate) use crate::rules::full_body_session::{SHORT_TO_MINUTES, lacking_note, pull_note};
pub(crate) use crate::rules::mobility::REGION_SECONDS;
pub(crate) use crate::rules::no_single_sets::LEAST_SETS;
pub(crate) use crate::rules::novice_loads::{
    NOVICE_CALF_REPS, NOVICE_RACE_PREP_REPS, NOVICE_REPS, NOVICE_RIR, NOVICE_SETS, NOVICE_SLOW_REPS,
};
pub(crate) use crate::rules::pain_place::{pain_holds_calf, pain_prefers, pain_spares};
pub(crate) use crate::rules::plyo_all_seasons::{HOPS, HOPS_TO_MINUTES};
pub(crate) use crate::rules::ramp_up_sets::{RAMP_UP_FROM, RAMP_UP_SETS};
pub(crate) use crate::rules::session_exercises::{are_alike, most_exercises};
pub(crate) use crate::rules::session_minutes::minutes_note;
pub(crate) use crate::rules::single_leg_dose::{THREE_SETS_FROM_MINUTES, three_sets_note};
pub(crate) use crate::rules::station_change::STATION;
pub(crate) use crate::rules::upper_session::{EACH_AT_MOST, UPPER_MINUTES};
pub(crate) use crate::rules::warm_up::{READY_FOR_JUMPS, warm_up_seconds};
pub(crate) use crate::rules::weak_area_block::{serves, unserved, weak_area_note};
