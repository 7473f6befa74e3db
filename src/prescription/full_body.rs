//! Whole-body sessions: lifts in straight sets where the season is heavy or moderate, rounds where it is light.

use crate::exercise::workout::{Form, Part, Workout};
use crate::exercise::{Exercise, Kind, Movement};
use crate::prescription::Room;
use crate::prescription::builder::Draft;
use crate::prescription::choice::SUPERMAN;
use crate::rules::{CALF_FROM_MINUTES, WEAK_AREA_FROM_MINUTES};
use crate::season::Side;
use crate::week::session::Class;

/// Ramp-up sets before a heavy first lift.
const RAMP_UP_SETS: u8 = 2;
/// Sets of a lift at most, whatever a season says.
const MOST_SETS: u8 = 6;
/// Rounds of calf and core work at most.
const CORE_ROUNDS: u8 = 3;
/// Sets of calf work that a light session has room for.
const LIGHT_CALF_SETS: u8 = 2;

/// A whole-body session.
pub(super) fn workout(room: &Room<'_>) -> Workout {
    let mut draft = Draft::new(room);
    draft.warm_up();
    if room.class.is_hard() {
        lifts(&mut draft);
    } else {
        rounds(&mut draft);
    }
    draft.more(true);
    draft.done()
}

/// The movement that leads this session, and the other one; they change places from session to session.
fn movements(room: &Room<'_>) -> [Movement; 2] {
    if room.place.legs.is_multiple_of(2) {
        [Movement::Knee, Movement::Hinge]
    } else {
        [Movement::Hinge, Movement::Knee]
    }
}

/// Rounds of a hinge, a knee bend, a push or a pull, and core work; calf work where there is time.
fn rounds(draft: &mut Draft<'_, '_>) {
    let room = draft.room;
    let activation = room.class == Class::Activation;
    let kinds = match room.leads() {
        Side::Double => [Kind::DoubleLeg; 2],
        Side::Both => [Kind::DoubleLeg, Kind::SingleLeg],
        Side::Single => [Kind::SingleLeg; 2],
    };
    let legs = |kind, movement| {
        let other = if kind == Kind::SingleLeg { Kind::DoubleLeg } else { Kind::SingleLeg };
        room.legs(&[], kind, movement).or_else(|| room.legs(&[], other, movement))
    };
    let upper = upper(room);
    let core = room.core(&[]);
    let hinge = legs(kinds[room.place.legs % 2], Movement::Hinge);
    let knee = legs(kinds[(room.place.legs + 1) % 2], Movement::Knee);
    let round: Vec<&Exercise> = [hinge, knee, upper, core].into_iter().flatten().collect();
    let at = draft.put(draft.block(Part::Main, Form::Circuit, &round, 1));
    if let Some(superman) =
        stand_in(room, upper).filter(|superman| core.is_none_or(|core| core.id != superman.id))
    {
        draft.join(at, superman);
    }
    let [least, most] = hinge.or(knee).map_or([1, 1], |first| room.dose(first).sets);
    // The season's rounds come before harder jumps.
    let round = draft.blocks[at].seconds();
    draft.plyo(round * u32::from(least - 1));
    let at = draft.blocks.iter().position(|block| block.part == Part::Main).unwrap_or(at);
    for rounds in 2..=least {
        draft.sets(at, rounds);
    }
    let mut calf = None;
    if room.minutes >= CALF_FROM_MINUTES && !activation {
        add_calf(draft, LIGHT_CALF_SETS);
        calf = Some(draft.blocks.len() - 1);
    }
    if activation {
        draft.sets(at, most);
        if let Some(exercise) = room.prehab(&draft.blocks, None) {
            draft.straight(Part::Accessory, exercise);
        }
        if let Some(exercise) = room.calf(&draft.blocks) {
            draft.straight(Part::Accessory, exercise);
        }
    }
    draft.weak_area(0);
    if room.spared() {
        return;
    }
    for rounds in least + 1..=most {
        if draft.as_good_as_full() || !draft.sets(at, rounds) {
            break;
        }
    }
    if let Some(calf) = calf.filter(|_| !draft.as_good_as_full()) {
        let sets = room.dose(&draft.blocks[calf].exercises[0].exercise).sets[0];
        draft.sets(calf, sets);
    }
}

fn add_calf(draft: &mut Draft<'_, '_>, sets: u8) {
    if let Some(exercise) = draft.room.calf(&draft.blocks) {
        let block = draft.block(Part::Accessory, Form::Straight, &[exercise], sets);
        draft.add(block);
    }
}

/// Lifts: double-leg and single-leg as the season has it, then a push and a pull, then calf and core in rounds.
fn lifts(draft: &mut Draft<'_, '_>) {
    let room = draft.room;
    let [mut lead, mut other] = movements(room);
    let loads =
        |movement| room.legs(&[], Kind::DoubleLeg, movement).is_some_and(|lift| room.uses(lift).weights());
    // But in the second session that would be a copy of the first.
    if room.gear.weights() && !loads(lead) && loads(other) && room.place.legs.is_multiple_of(2) {
        (lead, other) = (other, lead);
    }
    let pick = |kind, movement| {
        let second = if kind == Kind::SingleLeg { Kind::DoubleLeg } else { Kind::SingleLeg };
        room.legs(&[], kind, movement).or_else(|| room.legs(&[], second, movement))
    };
    let (single, double) = (Kind::SingleLeg, Kind::DoubleLeg);
    let wanted = match room.leads() {
        Side::Double => vec![pick(double, lead), pick(double, other), pick(single, lead)],
        Side::Both => vec![pick(double, lead), pick(single, other)],
        Side::Single if room.gear.weights() => {
            vec![pick(double, lead), pick(single, other), pick(single, lead)]
        }
        Side::Single => vec![pick(single, lead), pick(single, other), pick(double, lead)],
    };
    let mut wanted: Vec<&Exercise> = wanted.into_iter().flatten().collect();
    if room.leads() == Side::Double {
        // What can be loaded comes first.
        wanted.sort_by_key(|exercise| (exercise.kind != double, !room.uses(exercise).weights()));
    }
    // What makes it a whole-body session; the third lift comes when there is time, but where one leg has to lead.
    let must = if room.leads() == Side::Single && room.gear.weights() { 3 } else { 2 };
    no_copy(room, &mut wanted[..], must);
    let mut at: Vec<usize> = Vec::new();
    for exercise in wanted.iter().take(must) {
        let mut block = draft.block(Part::Main, Form::Straight, &[exercise], 1);
        let loaded = exercise.kind == double && room.uses(exercise).weights();
        if at.is_empty() && room.class == Class::Heavy && loaded {
            block.exercises.iter_mut().for_each(|of| of.ramp_up = RAMP_UP_SETS);
        }
        at.push(draft.put(block));
    }
    let upper = upper(room);
    let arms =
        draft.put(draft.block(Part::Accessory, Form::Superset, &upper.into_iter().collect::<Vec<_>>(), 1));
    let core = room.core(&draft.blocks);
    let trunk = draft.put(draft.block(Part::Core, Form::Circuit, &core.into_iter().collect::<Vec<_>>(), 1));
    let calf = room.calf(&draft.blocks);
    if room.minutes >= CALF_FROM_MINUTES
        && let Some(calf) = calf
    {
        let of = draft.block(Part::Core, Form::Circuit, &[calf], 1).exercises;
        draft.blocks[trunk].exercises.splice(0..0, of);
    }
    if let Some(superman) =
        stand_in(room, upper).filter(|superman| core.is_none_or(|core| core.id != superman.id))
    {
        draft.straight(Part::Accessory, superman);
    }
    if room.minutes >= WEAK_AREA_FROM_MINUTES {
        draft.weak_area(0); // before anything grows
    }
    let before = draft.blocks.len();
    draft.plyo(0);
    let moved = usize::from(draft.blocks.len() > before);
    let (arms, trunk) = (arms + moved, trunk + moved);
    for at in &mut at {
        *at += moved;
    }
    raise(draft, &mut at, &wanted[must.min(wanted.len())..], arms, trunk);
    if room.weak.len() > 1 {
        draft.weak_area(1);
    }
    for sets in 2..=MOST_SETS {
        if !draft.as_good_as_full() {
            lift_to(draft, &at, sets, 1);
        }
    }
}

/// Where the lifts are those of the session before, the last of them gives way to another of its movement: on one leg, say.
fn no_copy<'a>(room: &Room<'a>, wanted: &mut [&'a Exercise], must: usize) {
    let mut ids: Vec<&str> = wanted.iter().take(must).map(|exercise| &*exercise.id).collect();
    ids.sort_unstable();
    if room.legs_before.is_empty() || !room.legs_before.iter().map(|id| &**id).eq(ids.iter().copied()) {
        return;
    }
    if let Some(last) = wanted.iter_mut().take(must).last() {
        let others = [Kind::SingleLeg, Kind::DoubleLeg].into_iter();
        let mut others = others.filter_map(|kind| room.legs(&[], kind, last.movement()));
        if let Some(other) = others.find(|other| !room.legs_before.contains(&other.id)) {
            *last = other;
        }
    }
}

/// Raises the lifts to so many sets, as far as their doses (`which`: the fewest sets or the most), the season's share and
/// the slot allow.
fn lift_to(draft: &mut Draft<'_, '_>, at: &[usize], sets: u8, which: usize) {
    let room = draft.room;
    let first = |draft: &Draft<'_, '_>, at: usize| {
        let of = &draft.blocks[at].exercises[0];
        (of.exercise.kind, of.sets, room.dose(&of.exercise).sets[which])
    };
    if room.leads() == Side::Both && room.gear.weights() {
        // Both kinds go up together, or the share tips.
        if at.iter().all(|at| first(draft, *at).1 < sets && sets <= first(draft, *at).2) {
            draft.sets_of_all(at, sets);
        }
        return;
    }
    // One leg first where one leg has to lead.
    let mut order = at.to_vec();
    order.sort_by_key(|at| room.leads() == Side::Single && first(draft, *at).0 == Kind::DoubleLeg);
    for at in order {
        let (kind, now, most) = first(draft, at);
        if sets <= most
            && sets > now
            && keeps_share(draft, kind, sets)
            && (which == 0 || !draft.as_good_as_full())
        {
            draft.sets(at, sets);
        }
    }
}

/// Raises a session from one set of everything to what the season wants, as far as there is room.
fn raise(draft: &mut Draft<'_, '_>, at: &mut Vec<usize>, third: &[&Exercise], arms: usize, trunk: usize) {
    let room = draft.room;
    lift_to(draft, at, 2, 0);
    let other = match draft.blocks[arms].exercises.first().map(|of| of.exercise.movement()) {
        Some(Movement::Push) => Movement::Pull,
        _ => Movement::Push,
    };
    let partner = room.upper(&draft.blocks, other);
    if let Some(partner) = partner {
        draft.join(arms, partner);
    }
    if room.minutes < WEAK_AREA_FROM_MINUTES {
        draft.weak_area(0);
    }
    lift_to(draft, at, 3, 0);
    for exercise in third {
        let sets = room.dose(exercise).sets[0];
        let most = (sets.min(2)..=sets).rev().find(|sets| {
            let block = draft.block(Part::Main, Form::Straight, &[exercise], *sets);
            keeps_share(draft, exercise.kind, *sets) && draft.add(block)
        });
        if most.is_some() {
            at.push(draft.blocks.len() - 1);
        }
    }
    let dose = draft.blocks[arms].exercises.first().map_or(1, |of| room.dose(&of.exercise).sets[0]);
    for sets in 2..=dose {
        draft.sets(arms, sets);
    }
    let rounds = draft.blocks[trunk].exercises.last().map_or(1, |of| room.dose(&of.exercise).sets[1]);
    for sets in 2..=rounds.min(CORE_ROUNDS) {
        draft.sets(trunk, sets);
    }
    let second = room.season.share.is_some_and(|share| share.side == Side::Both)
        || room.minutes >= CALF_FROM_MINUTES + 20;
    if let Some(core) = room.core(&draft.blocks).filter(|_| second) {
        draft.join(trunk, core);
    }
}

/// Whether the season's share of single-leg and double-leg sets holds with so many sets of one kind in one more place.
fn keeps_share(draft: &Draft<'_, '_>, kind: Kind, sets: u8) -> bool {
    let count = |kind: Kind| -> u32 {
        let main =
            draft.blocks.iter().flat_map(|block| &block.exercises).filter(|of| of.exercise.kind == kind);
        main.map(|of| u32::from(of.sets)).max().unwrap_or(0)
    };
    let sets = u32::from(sets);
    match draft.room.leads() {
        // As many of one leg as of both, at most: with two lifts on both legs and one on one they lead.
        Side::Double => kind == Kind::DoubleLeg || sets <= count(Kind::DoubleLeg),
        Side::Single if draft.room.gear.weights() => {
            kind == Kind::SingleLeg || sets <= count(Kind::SingleLeg)
        }
        // Without weights one leg leads anyway; where neither leads they go up together.
        Side::Single | Side::Both => true,
    }
}

/// A pull or a push; they take turns, and one stands in where the other cannot be had.
fn upper<'a>(room: &Room<'a>) -> Option<&'a Exercise> {
    let [first, second] =
        if room.push_first { [Movement::Push, Movement::Pull] } else { [Movement::Pull, Movement::Push] };
    room.upper(&[], first).or_else(|| room.upper(&[], second))
}

/// Whether an exercise is the pull that needs nothing.
fn is_fallback(exercise: &Exercise) -> bool {
    exercise.movement() == Movement::Pull && exercise.equipment.is_empty()
}

/// What stands in beside a raise where that is the only pull.
pub(super) fn stand_in<'a>(room: &Room<'a>, upper: Option<&Exercise>) -> Option<&'a Exercise> {
    let superman = || room.possible.iter().copied().find(|exercise| exercise.id == SUPERMAN);
    upper.filter(|upper| is_fallback(upper)).and_then(|_| superman())
}
