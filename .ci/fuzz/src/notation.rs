//! Weeks in one line, as rules show what breaks and keeps them; and settings as `--set` takes them.

use crate::problems;
use crate::text::text;
use crate::weeks;
use chrono::NaiveDate;
use libfuzzer_sys::Corpus;
use runplan::explain::findings::{findings, score};
use runplan::facts::earlier::Earlier;
use runplan::facts::request::Request;
use runplan::input::document::{Node, setting};
use runplan::profile::{Cutback, Keep, Profile, Speed, read_keys};
use runplan::rules;
use runplan::rules::{Check, Example, Known, MONDAY, RULES, Seen, Subject};
use runplan::week::DayPlan;
use runplan::week::day::{Day, Days};
use runplan::week::hours::{Time, Window, hh_mm};
use runplan::week::load::Load;
use runplan::week::session::Strength;
use runplan::word::Word;
use std::fmt::{Display, Write as _};

/// A line: read, written and read again it is the same; every rule can be asked about its week.
pub fn line(bytes: &[u8]) -> Corpus {
    let Some(text) = text(bytes) else { return Corpus::Reject };
    set(text);
    let Ok(example) = Example::parse(text) else { return Corpus::Keep };
    if let Some(line) = written(&example) {
        let again = Example::parse(&line).unwrap_or_else(|error| panic!("{error}\n{line}"));
        assert_eq!(again, example, "{line}");
    }
    let request = Request::from(&example);
    let facts = rules::facts(&request);
    let found = findings(&facts, &example.week);
    let _ = score(&found);
    for finding in &found {
        assert!(!finding.message(&facts, &example.week).is_empty(), "{finding:?}");
    }
    let known = Known { past: &example.past, ..Known::PLANNED };
    let load = Load::default();
    for rule in RULES {
        if let Check::Warn(Subject::Week, warn) = rule.check {
            let seen = Seen { facts: &facts, week: &example.week, load: &load, known };
            assert!(warn(&seen).iter().all(|warning| !warning.message.is_empty()));
        }
    }
    if request.problems().is_empty() {
        weeks::hold(&request, None);
    }
    Corpus::Keep
}

/// A setting: its places are inside the text, its key is set or cannot be.
fn set(text: &str) {
    match setting(text, 0) {
        Ok(setting) => {
            for place in setting.places.iter().chain([&setting.node.place]) {
                let span = place.span.clone().expect("a setting keeps its places");
                assert!(text.get(span.clone()).is_some(), "{span:?} is outside of `{text}`");
            }
            let mut node = Node::empty();
            node.set(setting.path, &setting.places, setting.node).expect("nothing is in the way");
            problems::hold(&read_keys(&node).1, text);
        }
        Err(problem) => problems::hold(&[problem], text),
    }
}

/// The line of an example; `None` where there is none: a set that holds nothing cannot be told from one that is left out.
fn written(example: &Example) -> Option<String> {
    let profile = &example.profile;
    let mut out = String::new();
    for day in Day::ALL {
        let minutes = profile.runs.minutes.and_then(|minutes| minutes.days[day.index()]);
        out += &of_day(example.week[day.index()], minutes);
        out.push(' ');
    }
    facts(&mut out, profile)?;
    for day in example.block.iter() {
        let _ = write!(out, " block={}", day.id());
    }
    for (day, windows) in Day::ALL.iter().zip(example.busy.iter().flat_map(|busy| &busy.0)) {
        for window in windows {
            let _ = write!(out, " busy={}@{}", day.id(), hours(window));
        }
    }
    if let Some(week) = example.past.first() {
        let minutes: Vec<String> = week.iter().map(u16::to_string).collect();
        let _ = write!(out, " past={} weeks={}", minutes.join(","), example.past.len());
    }
    if example.written {
        out += " written=yes";
    }
    if let Some(earlier) = &example.earlier {
        as_it_stood(&mut out, earlier);
    }
    if !profile.off.is_empty() {
        let times = profile.off.iter().map(|off| format!("{}..{}", off.from, off.to));
        let _ = write!(out, " off={}", times.collect::<Vec<_>>().join(","));
    }
    if !profile.fixed.is_empty() {
        let sessions = profile.fixed.iter().map(|fixed| {
            let days: Vec<&str> = fixed.days.iter().map(Day::id).collect();
            let date = fixed.from.map_or_else(String::new, |from| format!("@{from}"));
            format!("{}@{}{date}", fixed.name, days.join("+"))
        });
        let _ = write!(out, " fixed={}", sessions.collect::<Vec<_>>().join(","));
    }
    if !profile.races.is_empty() {
        let races = profile.races.iter().map(|tune_up| {
            let (race, days) = (tune_up.race, tune_up.race.days_from(MONDAY));
            let distance = race.distance.map_or_else(String::new, |distance| format!("@{distance}"));
            format!("{}@{days}{distance}", race.priority.id())
        });
        let _ = write!(out, " races={}", races.collect::<Vec<_>>().join(","));
    }
    if let Some(course) = &example.course {
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        let _ = write!(out, " plan.loaded={} plan.easier={}", yes(course.has_loaded), yes(course.cutback));
        let _ = write!(out, " plan.allowed={}", course.allowed);
        if let Some(class) = course.class {
            let _ = write!(out, " plan.class={}", class.id());
        }
        if let Some(week) = course.past.first() {
            let minutes: Vec<String> = week.iter().map(u16::to_string).collect();
            let _ = write!(out, " plan.past={}", minutes.join(","));
        }
    }
    Some(out)
}

/// What stands on a day, with the minutes of its run.
fn of_day(plan: DayPlan, minutes: Option<u16>) -> String {
    let mut parts: Vec<String> = Vec::new();
    if plan.run.is_run() {
        parts.push(format!("{}{}", plan.run.id(), minutes.map(|m| m.to_string()).unwrap_or_default()));
    }
    parts.extend(match plan.strength {
        Strength::None => None,
        strength => Some(strength.id().to_owned()),
    });
    parts.extend(plan.mobility.then(|| "mobility".to_owned()));
    parts.extend(plan.cross.then(|| "cross".to_owned()));
    if parts.is_empty() { "-".to_owned() } else { parts.join("+") }
}

/// The week as it stood, and what became of its days.
fn as_it_stood(out: &mut String, earlier: &Earlier) {
    let days: Vec<String> = earlier.week.iter().map(|day| of_day(*day, None)).collect();
    let _ = write!(out, " was={}", days.join(","));
    let pinned: Days = earlier.frozen.iter().filter(|day| !earlier.over.contains(*day)).collect();
    for (key, days) in
        [("over", earlier.over), ("pin", pinned), ("missed", earlier.missed), ("lost", earlier.lost)]
    {
        if !days.is_empty() {
            let days: Vec<&str> = days.iter().map(Day::id).collect();
            let _ = write!(out, " {key}={}", days.join(","));
        }
    }
}

fn hours(window: &Window) -> String {
    format!("{}-{}", hh_mm(window.from), hh_mm(window.to))
}

/// A time of `[time]`; `None` for any, which nobody writes.
fn time_of(time: &Time) -> Option<String> {
    Some(match time {
        Time::Any => return None,
        Time::Off => "\"off\"".to_owned(),
        Time::Minutes(minutes) => minutes.to_string(),
        Time::Windows(windows) => windows.iter().map(hours).collect::<Vec<_>>().join(","),
    })
}

/// A text as TOML without a space of any kind.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        _ if c.is_alphanumeric() || "-_".contains(c) => c.to_string(),
        _ => format!("\\U{:08x}", u32::from(c)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

fn words<W: Word>(words: impl IntoIterator<Item = W>) -> String {
    let all: Vec<String> = words.into_iter().map(|word| format!("\"{}\"", word.id())).collect();
    format!("[{}]", all.join(","))
}

fn facts(out: &mut String, profile: &Profile) -> Option<()> {
    let mut set = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = write!(out, " {key}={value}");
        }
    };
    fn word<W: Word>(word: Option<W>) -> Option<String> {
        word.map(|word| format!("\"{}\"", word.id()))
    }
    fn number<T: Display>(number: Option<T>) -> Option<String> {
        number.map(|number| number.to_string())
    }
    // The days of the runs stand in the week; a run that does not say so there is set by a key.
    set("season", Some(profile.season.map_or("none", Word::id).to_owned()));
    set("name", profile.name.as_deref().map(quoted));
    set("level", word(profile.level));
    set("age", number(profile.age));
    set("runs.per_week", number(profile.runs.per_week));
    let days = profile.runs.days;
    set("runs.days", (profile.runs.per_week.is_none() || !days.is_empty()).then(|| words(days.iter())));
    set("runs.long", profile.runs.long.map(|days| words(days.iter())));
    set("plan.start", number(profile.plan.start));
    set(
        "plan.cutback",
        profile.plan.cutback.map(|cutback| match cutback {
            Cutback::Off => "\"off\"".to_owned(),
            Cutback::Every(weeks) => weeks.to_string(),
        }),
    );
    if let Some(peak) = profile.plan.peak {
        let kinds = [("easy", peak.easy), ("speed", peak.speed), ("long", peak.long)];
        for (key, minutes) in kinds {
            set(&format!("plan.peak.{key}"), number(minutes));
        }
        if kinds.iter().all(|(_, minutes)| minutes.is_none()) {
            set("plan.peak", Some("{}".to_owned()));
        }
    }
    set(
        "runs.speed",
        profile.runs.speed.map(|speed| match speed {
            Speed::Days(days) => words(days.iter()),
            Speed::Runs(number) => number.to_string(),
        }),
    );
    if let Some(minutes) = profile.runs.minutes {
        let kinds = [
            ("easy", minutes.easy),
            ("speed", minutes.speed),
            ("long", minutes.long),
            ("long2", minutes.long2),
        ];
        let days = Day::ALL.iter().map(|day| (day.id(), minutes.days[day.index()]));
        for (key, minutes) in kinds.into_iter().chain(days) {
            set(&format!("runs.minutes.{key}"), number(minutes));
        }
        if kinds.iter().all(|(_, minutes)| minutes.is_none()) && minutes.days == [None; 7] {
            set("runs.minutes", Some("{}".to_owned()));
        }
    }
    for (day, minutes) in Day::ALL.iter().zip(profile.runs.second) {
        set(&format!("runs.second.{}", day.id()), number(minutes));
    }
    set(
        "runs.keep",
        profile.runs.keep.map(|keep| match keep {
            Keep::All => "\"all\"".to_owned(),
            Keep::Days(days) => days.to_string(),
        }),
    );
    let strength = &profile.strength;
    // A line that says nothing about equipment speaks of a gym.
    let unsaid = || profile.places.is_empty().then(|| "-".to_owned());
    set(
        "strength.equipment",
        strength.equipment.as_ref().map(|all| words(all.iter().copied())).or_else(unsaid),
    );
    for (key, days) in [
        ("strength.days", strength.days),
        ("mobility.days", profile.mobility_days),
        ("cross.days", profile.cross_days),
    ] {
        match days {
            // A list of nothing cannot be written on one line.
            Some(Days::NONE) => return None,
            days => set(key, days.map(|days| days.iter().map(Day::id).collect::<Vec<_>>().join(","))),
        }
    }
    for (day, kind) in Day::ALL.iter().zip(strength.kind.0) {
        set(&format!("strength.kind.{}", day.id()), word(kind));
    }
    set("strength.sessions", number(strength.sessions));
    set("strength.min", number(strength.min));
    set("strength.legs_min", number(strength.legs_min));
    set("strength.legs_max", number(strength.legs_max));
    set("strength.minutes", number(strength.minutes));
    set("strength.placement", word(strength.placement));
    set("strength.style", word(strength.style));
    set("strength.weak", strength.weak.as_ref().map(|all| words(all.iter().copied())));
    set("strength.place", strength.place.as_deref().map(quoted));
    set("strength.exercises", strength.exercises.as_deref().map(quoted));
    for (day, place) in Day::ALL.iter().zip(&strength.at) {
        set(&format!("strength.at.{}", day.id()), place.as_deref().map(quoted));
    }
    for place in &profile.places {
        // Only a simple name is a part of a key.
        if place.name.is_empty() || !place.name.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return None;
        }
        set(&format!("places.{}.equipment", place.name), Some(words(place.equipment.iter().copied())));
    }
    set("rest.min", number(profile.rest_min));
    set("rest.target", number(profile.rest_target));
    set("mobility.sessions", number(profile.mobility_sessions));
    set("cross.sessions", number(profile.cross_sessions));
    set("cross.minutes", number(profile.cross_minutes));
    set("health.pain", number(profile.health.pain));
    set("health.postpartum_weeks", number(profile.health.postpartum_weeks));
    set("health.pregnant", number(profile.health.pregnant));
    for (day, time) in Day::ALL.iter().zip(&profile.time) {
        let Some(time) = time else { continue };
        set(&format!("time.{}", day.id()), Some(time_of(time)?));
    }
    if let Some(shifts) = &profile.shifts {
        set("shifts.start", Some(shifts.start.to_string()));
        let words: Vec<&str> = shifts.pattern.iter().map(|shift| shift.word.as_str()).collect();
        set("shifts.pattern", Some(words.join(",")));
        for (at, shift) in shifts.pattern.iter().enumerate() {
            if !words[..at].contains(&&*shift.word) {
                set(&format!("time.{}", shift.word), Some(time_of(&shift.time)?));
            }
        }
    }
    if let Some(race) = profile.race {
        let days = |date: NaiveDate| (date - MONDAY).num_days();
        set("race", Some(days(race.date).to_string()));
        set("race.distance", word(race.distance));
    }
    Some(())
}
