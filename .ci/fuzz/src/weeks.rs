//! What holds for every week that is planned, and a target that plans runners made of any bytes.

use libfuzzer_sys::Corpus;
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use runplan::batch::{Batch, Defaults, Detail, LineOutcome};
use runplan::check::{Severity, Standard, check};
use runplan::compare::placements;
use runplan::explain::findings::{findings, score, sound};
use runplan::explain::why_not::{why, why_not};
use runplan::export::compare::{placements_json, placements_text};
use runplan::export::session::day_text;
use runplan::export::why::{why_json, why_not_json, why_not_text, why_text};
use runplan::export::{self, FORMATS, Options, SESSION_FORMATS};
use runplan::facts::request::Request;
use runplan::import;
use runplan::input::document::{self, Node, setting};
use runplan::plan::{Outcome, Plan, Refusal, chain, plan, plan_briefly};
use runplan::profile::{Equipment, Profile, WeakArea, read, read_all};
use runplan::rules;
use runplan::rules::MONDAY;
use runplan::week::day::{Day, Days};
use runplan::week::hours::{Busy, Window};
use runplan::week::kind::Kind;
use runplan::week::phase::Phase;
use runplan::week::race::Distance;
use runplan::week::score::Level;
use runplan::week::session::{Experience, Placement, Style};
use runplan::word::Word;
use runplan::wrap::is_unruly;
use std::fmt::Write as _;

/// Plans a request and holds what comes of it to everything that a week or a refusal promises. `document` is the profile
/// as it was read, for trying what a refusal says would mend it.
pub fn hold(request: &Request<'_>, document: Option<&Node>) -> Outcome {
    let outcome = plan(request);
    match &outcome {
        Outcome::Week(week) => week_holds(request, week),
        Outcome::Refused(refusal) => refusal_holds(request, refusal, document),
    }
    for format in ["json", "ndjson"] {
        let format = export::format(format).expect("a format");
        let text = format.document(&outcome, &Options::default()).expect("a document");
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
        assert!(text.ends_with('\n'));
        assert!(format.name == "json" || text.matches('\n').count() == 1, "more than a line: {text}");
    }
    outcome
}

fn week_holds(request: &Request<'_>, week: &Plan) {
    let facts = rules::facts(&request);
    assert_eq!(sound(&facts, &week.week), Ok(()));
    let found = findings(&facts, &week.week);
    assert!(found.iter().all(|finding| finding.rule.level() != Some(Level::Hard)), "{found:?}");
    assert_eq!(score(&found), week.score);
    // Read back and checked it is as good as it was.
    let line = (export::format("ndjson").expect("a format").week)(week, &Options::default());
    let (plans, problems) = import::read(&line, 0);
    assert!(problems.is_empty(), "{problems:?}\n{line}");
    if request.fixed.is_some() {
        return; // what facts alone break is theirs, and `check` tells of it
    }
    for profile in [None, Some(&*request.profile)] {
        let standard = Standard {
            profile: profile.cloned(),
            numbers: profile.is_some(),
            season: request.season.cloned(),
            block: request.block,
            ..Standard::default()
        };
        let checked = check(&plans, &standard);
        let wrong = checked.diagnostics.iter().find(|found| found.severity == Severity::Error);
        assert!(wrong.is_none(), "{wrong:?}\n{line}");
    }
}

fn refusal_holds(request: &Request<'_>, refusal: &Refusal, document: Option<&Node>) {
    assert!(!refusal.conflict.rules.is_empty(), "no rule is to blame");
    assert!(!refusal.message.is_empty() && !refusal.message.contains('\n'), "{:?}", refusal.message);
    for fix in &refusal.fixes {
        let Some(document) = document else { break };
        let mut mended = document.clone();
        for expression in &fix.set {
            let setting = setting(expression, 1).expect("what is said goes to `--set` as it stands");
            mended.set(setting.path, &setting.places, setting.node).expect("a key that can be set");
        }
        let mut profile = read(&mended).unwrap_or_else(|problems| panic!("{:?}: {problems:?}", fix.set));
        profile.season = request.season.map_or(profile.season, |season| Some(season.phase));
        let mended = request.with(&profile);
        assert!(mended.problems().is_empty(), "{:?}: {:?}", fix.set, mended.problems());
        assert!(plan_briefly(&mended).week().is_some(), "{:?} was tried and leaves no week", fix.set);
    }
}

/// Every output of an outcome.
pub fn outputs(request: &Request<'_>, outcome: &Outcome) {
    let options = Options { explain: true, ..Options::default() };
    let tame = |text: &str, name: &str| {
        let unruly = text.chars().find(|c| is_unruly(*c) && *c != '\r');
        assert!(unruly.is_none(), "{unruly:?} in {name}:\n{text:?}");
    };
    if let Outcome::Week(week) = outcome {
        for format in FORMATS {
            let text = (format.week)(week, &options);
            assert!(text.ends_with('\n'), "{} does not end its last line", format.name);
            if ["text", "ics", "html", "svg", "markdown", "csv"].contains(&format.name) {
                tame(&text, format.name);
            }
        }
        for day in Day::ALL {
            for cues in [true, false] {
                tame(&day_text(week, *day, &Options { cues, ..options }), "session");
            }
            let day_as = |name: &str| export::format(name).and_then(|format| format.day).expect("a day");
            tame(&day_as("html")(week, *day, &options), "html");
            serde_json::from_str::<serde_json::Value>(&day_as("json")(week, *day, &options)).expect("JSON");
            for format in SESSION_FORMATS {
                for file in format.day(&week.days[day.index()], &options) {
                    assert!(
                        (format.is_own)(&file.bytes) && format.date(&file.name).is_some(),
                        "{}",
                        file.name
                    );
                }
            }
        }
        let reasons = why(request, Days::ALL).expect("a week has reasons");
        tame(&why_text(week, Days::ALL, &reasons, 80), "why");
        assert!(why_json(week, &reasons).is_object() || why_json(week, &reasons).is_array());
    }
}

/// What holds between answers: the brief week is the same, `batch` says the same, other questions can be asked.
fn answers_agree(request: &Request<'_>, outcome: &Outcome, pick: u8) {
    let brief = plan_briefly(request);
    match (outcome, &brief) {
        (Outcome::Week(full), Outcome::Week(brief)) => {
            assert_eq!((full.week, full.score), (brief.week, brief.score));
        }
        (Outcome::Refused(_), Outcome::Refused(_)) => {}
        _ => panic!("a week in one form and a refusal in the other"),
    }
    let wanted = Kind::ALL[usize::from(pick) % Kind::ALL.len()];
    let day = Day::of(usize::from(pick / 8) % 7);
    let answer = why_not(request, wanted, day);
    assert_eq!(answer.is_some(), outcome.week().is_some());
    if let Some(answer) = answer {
        assert!(!why_not_text(&answer, 80).is_empty());
        assert!(why_not_json(&answer).is_object());
    }
    if pick % 8 == 0 {
        let comparison = placements(request);
        assert!(!placements_text(&comparison, 80).is_empty());
        assert!(placements_json(&comparison).is_object());
    }
}

/// `batch` answers a profile with the line that `week` prints.
fn batch_agrees(document: &Node, request: &Request<'_>, outcome: &Outcome) {
    for detail in [Detail::Full, Detail::Brief] {
        let defaults = Defaults { monday: request.monday, season: None, keys: Vec::new(), detail };
        let mut out = Vec::new();
        let came = Batch::new(&defaults).document(document.clone(), 1, &mut out);
        let out = String::from_utf8(out).expect("UTF-8");
        assert_eq!(
            plan(&chain::in_its_plan(request.clone(), None)).week().is_some(),
            matches!(came, LineOutcome::Week | LineOutcome::Warned),
            "{came:?}: {out}"
        );
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
        assert!(out.ends_with('\n') && out.matches('\n').count() == 1);
        // A week of a plan knows what stands around it.
        if detail == Detail::Full && !request.is_of_a_plan() {
            let format = export::format("ndjson").expect("a format");
            assert_eq!(Some(out), format.document(outcome, &Options::default()));
        }
    }
}

/// The target: bytes choose a runner and a week, and everything is asked about it.
pub fn week(bytes: &[u8]) -> Corpus {
    let mut choices = Unstructured::new(bytes);
    let Ok((toml, pick)) = profile(&mut choices).and_then(|toml| Ok((toml, choices.arbitrary::<u8>()?)))
    else {
        return Corpus::Reject;
    };
    let (document, problems) = document::toml(&toml, 0);
    assert!(problems.is_empty(), "{problems:?}\n{toml}");
    let (profile, problems) = read_all(&document);
    crate::problems::hold(&problems, &toml);
    if !problems.is_empty() {
        return Corpus::Keep;
    }
    let Ok(request) = about(&mut choices, profile) else { return Corpus::Reject };
    if !request.problems().is_empty() {
        return Corpus::Keep;
    }
    let outcome = hold(&request, Some(&document));
    match pick % 4 {
        0 => outputs(&request, &outcome),
        _ => answers_agree(&request, &outcome, pick / 4),
    }
    if pick % 16 == 1 && request.block == Days::NONE && request.busy.is_none() {
        batch_agrees(&document, &request, &outcome);
    }
    Corpus::Keep
}

/// The week, days that are blocked, and what calendars take.
fn about(u: &mut Unstructured<'_>, profile: Profile) -> Result<Request<'static>> {
    let weeks = if u.ratio(1, 16)? { u.int_in_range(-105_000..=415_000)? } else { u.int_in_range(-60..=60)? };
    let monday = MONDAY + chrono::Duration::weeks(weeks);
    let block = if u.ratio(1, 6)? { days(u)? } else { Days::NONE };
    let busy = if u.ratio(1, 6)? { Some(busy(u)?) } else { None };
    Ok(Request { busy, ..Request::new(profile, monday).with_block(block) })
}

fn busy(u: &mut Unstructured<'_>) -> Result<Busy> {
    let mut busy = Busy::default();
    for day in &mut busy.0 {
        let mut ends: Vec<u16> = Vec::new();
        for _ in 0..u.int_in_range(0..=3)? * 2 {
            ends.push(u.int_in_range(0..=1440)?);
        }
        ends.sort_unstable();
        ends.dedup();
        day.extend(ends.chunks_exact(2).map(|pair| Window { from: pair[0], to: pair[1] }));
    }
    Ok(busy)
}

fn days(u: &mut Unstructured<'_>) -> Result<Days> {
    let bits: u8 = u.arbitrary()?;
    Ok(Day::ALL.iter().copied().filter(|day| bits >> day.index() & 1 == 1).collect())
}

fn list(days: impl IntoIterator<Item = Day>) -> String {
    let ids: Vec<_> = days.into_iter().map(|day| format!("\"{}\"", day.id())).collect();
    format!("[{}]", ids.join(", "))
}

fn one_of<W: Word>(u: &mut Unstructured<'_>) -> Result<&'static str> {
    Ok(u.choose(W::ALL)?.id())
}

fn some_of<W: Word>(u: &mut Unstructured<'_>) -> Result<String> {
    let bits: u16 = u.arbitrary()?;
    let chosen = W::ALL.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
    Ok(format!("[{}]", chosen.map(|(_, word)| format!("\"{}\"", word.id())).collect::<Vec<_>>().join(", ")))
}

/// A runner's profile: most keys in range, and few that contradict.
fn profile(u: &mut Unstructured<'_>) -> Result<String> {
    let mut out = String::new();
    let mut line = |text: String| _ = writeln!(out, "{text}");
    let race = u.ratio(1, 3)?;
    if !race || u.ratio(1, 2)? {
        line(format!("season = \"{}\"", one_of::<Phase>(u)?));
    }
    if u.ratio(1, 3)? {
        line(format!("level = \"{}\"", one_of::<Experience>(u)?));
    }
    if u.ratio(1, 4)? {
        line(format!("age = {}", u.int_in_range(5..=110)?));
    }
    if u.ratio(1, 4)? {
        line(format!(
            "name = \"{}\"",
            u.choose(&["Zoë <b>&\\\"'", "a,b;c", "\\u001b[31m\\u202e", "two\\nlines"])?
        ));
    }
    let run_days = days(u)?;
    line(format!("[runs]\ndays = {}", list(run_days.iter())));
    let all: Vec<Day> = run_days.iter().collect();
    let long = if !all.is_empty() && u.ratio(2, 3)? { Some(*u.choose(&all)?) } else { None };
    if let Some(long) = long {
        line(format!("long = \"{}\"", long.id()));
    }
    if u.ratio(1, 2)? {
        let speed: Days =
            days(u)?.iter().filter(|day| run_days.contains(*day) && Some(*day) != long).collect();
        line(format!("speed = {}", list(speed.iter())));
    }
    if u.ratio(1, 3)? {
        let mut minutes = Vec::new();
        for kind in ["easy", "speed", "long"].into_iter().chain(Day::ALL.iter().map(|day| day.id())) {
            if u.ratio(1, 3)? {
                minutes.push(format!("{kind} = {}", u.int_in_range(1..=600)?));
            }
        }
        line(format!("minutes = {{ {} }}", minutes.join(", ")));
    }
    if u.ratio(1, 5)? {
        line(format!("keep = {}", u.int_in_range(0..=7)?));
    }
    let places = u.ratio(1, 8)?;
    line("[strength]".to_owned());
    if u.ratio(1, 2)? {
        line(format!("equipment = {}", some_of::<Equipment>(u)?));
    }
    if u.ratio(1, 3)? {
        line(format!("days = {}", list(days(u)?.iter())));
    }
    for (key, most) in [("sessions", 7), ("min", 5), ("legs_min", 4), ("legs_max", 7)] {
        if u.ratio(1, 4)? {
            line(format!("{key} = {}", u.int_in_range(0..=most)?));
        }
    }
    if u.ratio(1, 3)? {
        line(format!("minutes = {}", u.int_in_range(1..=600)?));
    }
    if u.ratio(1, 2)? {
        line(format!("placement = \"{}\"", one_of::<Placement>(u)?));
    }
    if u.ratio(1, 3)? {
        line(format!("style = \"{}\"", one_of::<Style>(u)?));
    }
    if u.ratio(1, 4)? {
        line(format!("weak = {}", some_of::<WeakArea>(u)?));
    }
    if places {
        line("place = \"gym\"".to_owned());
        line(format!("[places.gym]\nequipment = {}", some_of::<Equipment>(u)?));
    }
    line("[rest]".to_owned());
    if u.ratio(1, 3)? {
        line(format!("min = {}", u.int_in_range(1..=6)?));
    }
    if u.ratio(1, 4)? {
        line(format!("target = {}", u.int_in_range(1..=6)?));
    }
    if u.ratio(1, 3)? {
        line(format!("[mobility]\nsessions = {}", u.int_in_range(0..=7)?));
    }
    if u.ratio(1, 4)? {
        line(format!(
            "[cross]\nsessions = {}\nminutes = {}",
            u.int_in_range(0..=7)?,
            u.int_in_range(1..=600)?
        ));
    }
    if u.ratio(1, 6)? {
        line(format!("[health]\npain = {}\npregnant = {}", u.ratio(1, 2)?, u.ratio(1, 2)?));
        if u.ratio(1, 2)? {
            line(format!("postpartum_weeks = {}", u.int_in_range(0..=520)?));
        }
    }
    if u.ratio(1, 3)? {
        line("[time]".to_owned());
        for key in ["every-day", "weekday", "weekend"].into_iter().chain(Day::ALL.iter().map(|day| day.id()))
        {
            if u.ratio(1, 3)? {
                line(format!("{key} = {}", time(u)?));
            }
        }
    }
    if race {
        // Around the week that is planned, and sometimes anywhere.
        let days =
            if u.ratio(1, 10)? { u.int_in_range(-700_000..=2_900_000)? } else { u.int_in_range(-70..=200)? };
        line(format!("[race]\ndate = {}", MONDAY + chrono::Duration::days(days)));
        if u.ratio(2, 3)? {
            line(format!("distance = \"{}\"", one_of::<Distance>(u)?));
        }
    }
    Ok(out)
}

/// The time of a day: off, minutes, or windows.
fn time(u: &mut Unstructured<'_>) -> Result<String> {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    Ok(match u.int_in_range(0..=5)? {
        0 => "\"off\"".to_owned(),
        1 | 2 => u.int_in_range(1..=600)?.to_string(),
        _ => {
            let mut ends: Vec<u16> = Vec::new();
            for _ in 0..u.int_in_range(1..=3)? * 2 {
                ends.push(u.int_in_range(0..=288u16)? * 5);
            }
            ends.sort_unstable();
            ends.dedup();
            let windows =
                ends.chunks_exact(2).map(|pair| format!("\"{}-{}\"", clock(pair[0]), clock(pair[1])));
            let windows: Vec<_> = windows.collect();
            if windows.is_empty() { "\"off\"".to_owned() } else { format!("[{}]", windows.join(", ")) }
        }
    })
}
