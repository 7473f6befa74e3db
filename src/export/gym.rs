//! What a gym session holds, in the words that every format shares: exercises with sets, repetitions, load and rest.

use crate::exercise::Kind;
use crate::exercise::workout::{BARE_CALF_REPS, Block, Form, Load, Part, Prescribed, RAMP_UP, Workout};
use crate::export::phrases::capital;
use crate::word::Word;
use std::fmt::Write as _;

/// How many times a weight goes that is so many percent of the one that goes once, from the heaviest (usual repetition tables;
/// practice); what is lighter is called light.
const TIMES: [(u8, u8); 6] = [(90, 4), (85, 6), (80, 8), (75, 10), (70, 12), (65, 15)];
/// What the weights of the ramp-up sets are, as parts of the one that goes once.
pub(super) const RAMP_UP_WEIGHTS: [&str; RAMP_UP.len()] = ["about half", "about 70 %", "85 %"];
/// Seconds from which on a time is told in minutes.
const MINUTE: u8 = 60;
/// Seconds of a contraction with its release up to which it is a quick one.
const QUICK: u32 = 4;

/// Exercises under one heading.
pub(super) struct Group {
    /// What they are for, how they go round, and how long.
    pub head: String,
    /// Whether it only warms up.
    pub warms: bool,
    /// The exercises.
    pub exercises: Vec<Line>,
    /// What is between two of them, where they go in rounds.
    pub pause: Option<String>,
}

/// An exercise in words.
pub(super) struct Line {
    /// Sets, repetitions, load and rest.
    pub text: String,
    /// The same in few words, for one screen.
    pub brief: String,
    /// Its short name, sets and repetitions.
    pub short: String,
    /// How to do it; empty where it only warms up, or where the line before says it.
    pub cue: String,
    /// The weight where it is known, and empty where there is one to write down; `None` where nothing is lifted.
    pub weight: Option<String>,
}

/// The blocks of a session in words; straight sets of one part stand together.
pub(super) fn groups(workout: &Workout) -> Vec<Group> {
    let is_straight = |block: &Block| block.rounds().is_none();
    let joins = |one: &Block, next: &Block| one.part == next.part && is_straight(one) && is_straight(next);
    workout.blocks.chunk_by(joins).map(group).collect()
}

fn group(blocks: &[Block]) -> Group {
    let heads = blocks.first().map(head).unwrap_or_default();
    let seconds = blocks.iter().map(Block::seconds).sum();
    let lines = blocks.iter().flat_map(|block| (0..block.exercises.len()).map(move |at| line(block, at)));
    let goes_round =
        |block: &&Block| block.form == Form::Circuit && block.rounds().is_some_and(|rounds| rounds > 1);
    let round = blocks.iter().find(goes_round);
    Group {
        warms: blocks.iter().all(|block| block.part == Part::WarmUp),
        head: format!("{heads} · {}", minutes(seconds)),
        exercises: lines.collect(),
        pause: round.map(|block| format!("{} s to change over, no other rest", block.pause)),
    }
}

/// Minutes of a block, to a half.
fn minutes(seconds: u32) -> String {
    let halves = (seconds + 15) / 30;
    match (halves / 2, halves.is_multiple_of(2)) {
        (whole, true) => format!("{whole} min"),
        (0, false) => "½ min".to_owned(),
        (whole, false) => format!("{whole}½ min"),
    }
}

/// What a block is, and how it goes round.
fn head(block: &Block) -> String {
    let part = capital(block.part.id());
    match (block.rounds(), block.form) {
        (Some(rounds), Form::Circuit) if rounds > 1 => format!("{part}, {rounds} rounds"),
        (Some(rounds), Form::Superset) => format!("{part}, {rounds} × as a pair"),
        _ => part,
    }
}

/// An exercise of a block in words.
fn line(block: &Block, at: usize) -> Line {
    let of = &block.exercises[at];
    let warms = block.part == Part::WarmUp;
    let is_told = at > 0 && block.exercises[at - 1].exercise.id == of.exercise.id;
    let numbers = numbers(block, at);
    Line {
        text: format!("{}: {numbers}", of.exercise.name),
        brief: brief(block, at),
        short: short(block, of),
        cue: if warms || is_told { String::new() } else { of.exercise.cue.to_string() },
        weight: is_loaded(of).then(|| of.weight.map(|weight| weight.to_string()).unwrap_or_default()),
    }
}

/// Sets, repetitions, load and rest of an exercise of a block.
pub(super) fn numbers(block: &Block, at: usize) -> String {
    let of = &block.exercises[at];
    let warms = block.part == Part::WarmUp;
    let mut text = String::new();
    dose(&mut text, block, of);
    if let Some(rounds) = fewer_rounds(block, of) {
        let _ = write!(text, ", {rounds}");
    }
    let load = if warms { String::new() } else { load(of) };
    if !load.is_empty() {
        let _ = write!(text, ", {load}");
    }
    if let Some(rest) = rest(block, at) {
        let _ = write!(text, "; {rest}");
    }
    text
}

/// `Split squat 2×8/leg, slow, RIR 4; rest 60 s`.
fn brief(block: &Block, at: usize) -> String {
    let of = &block.exercises[at];
    let mut text = capital(&short(block, of));
    let words = match (of.weight, of.percent) {
        _ if load(of).is_empty() => None,
        _ if of.load == Load::Slow || goes_to_the_end(of) => Some("slow".to_owned()),
        (Some(weight), _) => Some(weight.to_string()),
        (None, Some(percent)) => Some(format!("{percent} % of 1RM")),
        (None, None) => Some(of.load.to_string()),
    };
    let reserve = of.rir.map(|rir| format!("RIR {rir}"));
    let ramp_up = (of.ramp_up > 0).then(|| format!("after {} lighter sets", of.ramp_up));
    for part in words.into_iter().chain(reserve).chain(ramp_up).chain(fewer_rounds(block, of)) {
        let _ = write!(text, ", {part}");
    }
    if let Some(rest) = rest(block, at) {
        let _ = write!(text, "; {rest}");
    }
    text
}

/// `rest 60 s`, where it is not the change-over of a round.
fn rest(block: &Block, at: usize) -> Option<String> {
    let rests = block.rounds().is_none() && block.exercises[at].sets > 1 && block.part != Part::WarmUp;
    let after_pair = block.form == Form::Superset && at + 1 == block.exercises.len();
    (rests || after_pair).then(|| format!("rest {} s", block.rest_after(at)))
}

/// Sets, where no rounds tell them, and what a set is.
fn dose(out: &mut String, block: &Block, of: &Prescribed) {
    let is_round = block.rounds().is_some();
    if goes_to_the_end(of) {
        let _ = match (is_round, of.sets) {
            (true, _) => write!(out, "each leg"),
            (false, 1) => write!(out, "1 set a leg"),
            (false, sets) => write!(out, "{sets} sets a leg"),
        };
        return;
    }
    if !is_round && !is_once(of) {
        let _ = write!(out, "{} × ", of.sets);
    }
    amount(out, of);
    match contraction(of) {
        Some(true) => out.push_str(" quick ones"),
        Some(false) => out.push_str(", each held 6 to 8 s"),
        None => {}
    }
}

/// `first 2 rounds`, where an exercise drops out of the last ones.
fn fewer_rounds(block: &Block, of: &Prescribed) -> Option<String> {
    block.rounds().filter(|rounds| of.sets < *rounds).map(|_| match of.sets {
        1 => "first round".to_owned(),
        sets => format!("first {sets} rounds"),
    })
}

/// A session in one line: `3 rounds: single-leg RDL 15/leg · step-up 15/leg · band row 10 · plank 30 s`.
pub(super) fn summary(workout: &Workout) -> String {
    let mut out = String::with_capacity(256);
    let is_told = |part: Part, of: &Prescribed| match part {
        Part::WarmUp => of.exercise.kind == Kind::Plyo,
        Part::CoolDown => false,
        _ => true,
    };
    for block in &workout.blocks {
        let rounds = block.rounds();
        let mut between = "; ";
        for (at, of) in block.exercises.iter().filter(|of| is_told(block.part, of)).enumerate() {
            if at > 0 || !out.is_empty() {
                out.push_str(if at > 0 { between } else { "; " });
            }
            match rounds.filter(|_| at == 0) {
                Some(1) | None => {}
                Some(rounds) if block.form == Form::Superset => {
                    between = " + ";
                    let _ = write!(out, "{rounds}× ");
                }
                Some(rounds) => {
                    between = " · ";
                    let _ = write!(out, "{rounds} rounds: ");
                }
            }
            out += &short(block, of);
            if let Some(rounds) = fewer_rounds(block, of) {
                let _ = write!(out, " ({rounds})");
            }
        }
    }
    out
}

/// `pogo hops 2×10`.
fn short(block: &Block, of: &Prescribed) -> String {
    let mut out = format!("{} ", of.exercise.short);
    if block.rounds().is_none() && !is_once(of) {
        let _ = write!(out, "{}×", of.sets);
    }
    amount(&mut out, of);
    match contraction(of) {
        Some(true) => out.push_str(" quick"),
        Some(false) => out.push_str(" held"),
        None => {}
    }
    out
}

/// `15/leg`, `30 s/side`, `3 min`.
fn amount(out: &mut String, of: &Prescribed) {
    let leg =
        matches!(of.exercise.kind, Kind::SingleLeg | Kind::Calf | Kind::CalfHold | Kind::Foot | Kind::Plyo);
    let side = match (of.exercise.per_side, leg) {
        (false, _) => "",
        (true, true) => "/leg",
        (true, false) => "/side",
    };
    let _ = match of.amount {
        amount if !of.exercise.is_held() && of.most > amount => write!(out, "{amount}–{}", of.most),
        amount if !of.exercise.is_held() => write!(out, "{amount}"),
        seconds if seconds >= MINUTE && seconds.is_multiple_of(MINUTE / 2) => {
            out.push_str(&minutes(seconds.into()));
            Ok(())
        }
        seconds => write!(out, "{seconds} s"),
    };
    out.push_str(side);
}

/// Whether it is done once, so that nobody counts sets: a walk, breathing, contractions.
fn is_once(of: &Prescribed) -> bool {
    of.sets == 1 && matches!(of.exercise.kind, Kind::WarmUp | Kind::Breathing | Kind::PelvicFloor)
}

/// Whether contractions of the pelvic floor are quick ones, else they are held; `None` for any other exercise.
fn contraction(of: &Prescribed) -> Option<bool> {
    let is_quick = || of.seconds <= u32::from(of.amount) * QUICK;
    (of.exercise.kind == Kind::PelvicFloor).then(is_quick)
}

/// Whether it is a calf raise on one leg without a weight, which goes to a few short of what one can do.
fn goes_to_the_end(of: &Prescribed) -> bool {
    let is_bare = of.load == Load::BodyWeight && of.exercise.per_side && of.exercise.kind == Kind::Calf;
    is_bare && of.amount == BARE_CALF_REPS && of.rir.is_some()
}

/// Whether it is done with a weight that one can write down.
pub(super) const fn is_loaded(of: &Prescribed) -> bool {
    matches!(of.load, Load::Light | Load::Moderate | Load::Heavy)
}

/// What the first `RIR` of a text means, said before it, of the exercises that say it; `None` where there are none.
pub(super) fn reserve_note<'a>(mut trained: impl Iterator<Item = &'a Prescribed>) -> Option<String> {
    let rir = trained.find_map(|of| of.rir)?;
    Some(format!("RIR {rir}: leave {rir} in the tank, {rir} more that you could do."))
}

/// Whether its line says `RIR`.
pub(super) fn says_rir(of: &Prescribed) -> bool {
    of.rir.is_some() && of.load != Load::Slow && !goes_to_the_end(of)
}

/// How heavy, in a few words; empty where there is nothing to say.
fn load(of: &Prescribed) -> String {
    match of.exercise.kind {
        Kind::Mobility | Kind::Stretch if of.load == Load::Gentle => return "gentle".to_owned(),
        Kind::Plyo | Kind::Mobility | Kind::Stretch | Kind::WarmUp | Kind::Breathing | Kind::PelvicFloor => {
            return String::new();
        }
        _ => {}
    }
    let mut words = Vec::new();
    let short = of.rir.map_or_else(String::new, |rir| format!("{rir} short of what you can do"));
    match (of.percent, of.weight) {
        _ if goes_to_the_end(of) => words.push(format!("slow, each to {short} (about {})", of.amount)),
        _ if of.load == Load::Slow && short.is_empty() => words.push("slow: 3 s down".to_owned()),
        _ if of.load == Load::Slow => words.push(format!("slow: 3 s down, stop {short}")),
        (Some(percent), Some(weight)) => words.push(format!("{weight} ({percent} % of 1RM)")),
        (Some(percent), None) => words.push(of_one_rm(percent)),
        (None, _) => words.push(of.load.to_string()),
    }
    if let Some(rir) = of.rir.filter(|_| says_rir(of)) {
        words.push(format!("RIR {rir}"));
    }
    words.extend(ramp_up(of));
    words.join(", ")
}

/// A part of the weight that goes once, as a runner can find it.
fn of_one_rm(percent: u8) -> String {
    match TIMES.iter().find(|(from, _)| percent >= *from) {
        Some((_, times)) => format!("a weight you could lift about {times} times ({percent} % of 1RM)"),
        None => format!("light, {percent} % of 1RM"),
    }
}

/// The ramp-up sets: `after 5 at about half and 3 at about 70 %`.
fn ramp_up(of: &Prescribed) -> Option<String> {
    let sets = RAMP_UP.iter().zip(RAMP_UP_WEIGHTS).take(of.ramp_up.into());
    let sets: Vec<String> = sets.map(|([reps, _], weight)| format!("{reps} at {weight}")).collect();
    let (last, before) = sets.split_last()?;
    let and = if before.is_empty() { "" } else { " and " };
    Some(format!("after {}{and}{last}", before.join(", ")))
}

/// The weights of a session that are known: `leg press 160 kg; deadlift 80 kg`.
pub(super) fn known_weights(workout: &Workout) -> String {
    let known = |of: &Prescribed| Some(format!("{} {}", of.exercise.short, of.weight?));
    workout.trained().filter_map(known).collect::<Vec<_>>().join("; ")
}
