//! What was answered: how words become values, and whether a profile's readers take them.

use chrono::NaiveDate;
use runplan::facts::request::Request;
use runplan::input::Problem;
use runplan::input::document::{self, Node, Value, setting};
use runplan::profile::key::Takes;
use runplan::profile::keys::key;
use runplan::profile::{read_all, read_keys};
use runplan::week::day::Day;
use runplan::word::Word as _;
use runplan::wrap::json_escaped;

/// Answers so far: keys with values as TOML.
pub type Answers = Vec<(&'static str, String)>;

/// The value that a key has among answers.
pub fn answer<'a>(answers: &'a Answers, key: &str) -> Option<&'a str> {
    answers.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str())
}

/// The usual day of the long run: Sunday, else Saturday, where they are run days.
pub fn long_run(answers: &Answers) -> Option<&'static str> {
    let days = answer(answers, "runs.days").unwrap_or_default();
    let days: Vec<Day> = words(days).iter().flat_map(|word| Day::meant(word)).collect();
    [Day::Sun, Day::Sat].into_iter().find(|day| days.contains(day)).map(Day::id)
}

/// An answer to the question for a key, as TOML; what was answered before may decide what it means.
pub fn value(before: &Answers, path: &str, answer: &str) -> String {
    let list =
        || format!("[{}]", words(answer).iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "));
    let answer = answer.trim();
    let table = path.split('.').next().unwrap_or_default();
    match key(path).or_else(|| key(table)).map(|key| &key.takes) {
        Some(Takes::Date) if document::date(answer).is_some() => dated(answer),
        Some(Takes::Whole(_)) => number(answer),
        Some(Takes::WordsOrWhole(..)) if answer.parse::<i64>().is_ok() => answer.to_owned(),
        // One day is said without a list.
        Some(Takes::Words(_)) if path == "runs.long" && words(answer).len() == 1 => quoted(answer),
        Some(Takes::Words(_) | Takes::WordsOrWhole(..)) => list(),
        Some(Takes::Minutes(_)) => run_minutes(before, answer),
        Some(Takes::Peak(_)) => format!("{{ long = {} }}", minutes(answer)),
        Some(Takes::Times(_)) if answer.contains(':') => list(),
        Some(Takes::Times(_)) => minutes(answer),
        _ => quoted(answer),
    }
}

/// What an answer was taken for, where that is not plain from its words.
pub fn understood(before: &Answers, path: &str, answer: &str) -> Option<String> {
    let numbers = spans(answer);
    (path == "runs.minutes" && numbers.len() < 3).then(|| match numbers.as_slice() {
        [easy, fast] if has_fast_alone(before) => {
            format!("Taken as easy runs of {easy} and fast runs of {fast} minutes.")
        }
        [easy, long] => {
            format!("Taken as easy runs of {easy} and a long run of {long} minutes; fast runs stay open.")
        }
        _ => "Taken as the minutes of easy runs; the others stay open.".to_owned(),
    })
}

/// A date as TOML writes it.
fn dated(answer: &str) -> String {
    document::date(answer).map_or_else(|| quoted(answer), |date| date.to_string())
}

/// A number as TOML; what is none is left to the reader.
fn number(word: &str) -> String {
    word.parse::<i64>().map_or_else(|_| quoted(word), |number| number.to_string())
}

/// Minutes as TOML, written as a number or as hours: `90`, `90 min`, `1h30`, `1:30 h`.
fn minutes(answer: &str) -> String {
    match spans(answer).as_slice() {
        [minutes] => number(minutes),
        _ => quoted(answer),
    }
}

/// Whether there are fast runs and no long one.
fn has_fast_alone(before: &Answers) -> bool {
    let said = |key: &str| answer(before, key).is_some();
    said("runs.speed") && !said("runs.long") && !said("runs.per_week")
}

/// Minutes of easy, fast and long runs; two are easy and long, or fast where no run is long, one is easy. What is no number
/// is left to the reader.
fn run_minutes(before: &Answers, answer: &str) -> String {
    let numbers = spans(answer);
    let names: &[&str] = match numbers.len() {
        1 => &["easy"],
        2 if has_fast_alone(before) => &["easy", "speed"],
        2 => &["easy", "long"],
        3 => &["easy", "speed", "long"],
        _ => return quoted(answer),
    };
    let all: Vec<_> =
        names.iter().zip(numbers).map(|(name, word)| format!("{name} = {}", number(&word))).collect();
    format!("{{ {} }}", all.join(", "))
}

/// The words of an answer that names minutes, each span of time as its number; others stay as they are.
fn spans(answer: &str) -> Vec<String> {
    const UNITS: [&str; 5] = ["min", "mins", "minutes", "m", "'"];
    let mut spans: Vec<String> = Vec::new();
    for word in words(&answer.to_lowercase()) {
        match spans.last_mut() {
            // `90 min` and `1 h` are one.
            Some(last) if UNITS.contains(&word.as_str()) && last.parse::<i64>().is_ok() => {}
            Some(last) if matches!(word.as_str(), "h" | "hour" | "hours") && last.parse::<i64>().is_ok() => {
                *last = hours(&format!("{last}h")).unwrap_or_else(|| last.clone());
            }
            _ => {
                let bare = UNITS.iter().find_map(|unit| word.strip_suffix(unit));
                let bare = bare.filter(|word| word.parse::<i64>().is_ok()).map(ToOwned::to_owned);
                spans.push(bare.or_else(|| hours(&word)).unwrap_or(word));
            }
        }
    }
    spans
}

/// The minutes of `1h`, `1h30`, `1h30m` or `1.5h`, as a number.
fn hours(word: &str) -> Option<String> {
    let (hours, rest) = word.split_once('h')?;
    let rest = rest.trim_end_matches("min").trim_end_matches('m');
    let more: u16 = if rest.is_empty() { 0 } else { rest.parse().ok().filter(|more| *more < 60)? };
    let halves = |text: &str| {
        let (whole, half) = text.split_once('.').unwrap_or((text, "0"));
        let whole: u16 = whole.parse().ok()?;
        Some(
            whole.checked_mul(60)?
                + match half {
                    "0" => 0,
                    "25" => 15,
                    "5" => 30,
                    "75" => 45,
                    _ => return None,
                },
        )
    };
    Some(halves(hours)?.checked_add(more)?.to_string())
}

/// The words of an answer, however they stand apart: `mon - fri` and `every day` are one each.
fn words(answer: &str) -> Vec<String> {
    let joined =
        answer.to_lowercase().replace(" - ", "-").replace(" – ", "-").replace("every day", "every-day");
    // Where nothing was joined, the words stay as they were written.
    let answer = if joined == answer.to_lowercase() { answer } else { joined.as_str() };
    answer
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '[' | ']' | '"'))
        .filter(|word| !word.is_empty() && *word != "and")
        .map(ToOwned::to_owned)
        .collect()
}

/// A text as TOML.
pub fn quoted(text: &str) -> String {
    // A JSON string is a TOML string.
    json_escaped(&serde_json::to_string(text).unwrap_or_default()).into_owned()
}

/// Answers as a document.
pub fn node(answers: &Answers) -> Result<Node<'static>, Problem> {
    let mut node = Node::empty();
    for (key, value) in answers {
        let expression = format!("{key}={value}");
        let setting = setting(&expression, 0)?;
        node.set(setting.path, &[], setting.node)?;
    }
    Ok(node)
}

/// A document as JSON.
pub fn json(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Text(text) | Value::Other(text) => text.as_ref().into(),
        Value::Whole(number) => (*number).into(),
        Value::Number(number) => (*number).into(),
        Value::Bool(yes) => (*yes).into(),
        Value::Date(date) => date.to_string().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Table(entries) => {
            entries.iter().map(|entry| (entry.key.to_string(), json(&entry.node))).collect()
        }
    }
}

/// Every problem of answers that need not be all: those of the profile, and of its week.
fn problems(answers: &Answers, monday: NaiveDate) -> Vec<Problem> {
    let node = match node(answers) {
        Ok(node) => node,
        Err(problem) => return vec![problem],
    };
    let (profile, mut problems) = read_keys(&node);
    if problems.is_empty() {
        problems = Request::new(profile, monday).problems();
    }
    problems
}

/// Every problem of answers that are all there are.
pub fn all_problems(answers: &Answers, monday: NaiveDate) -> Vec<Problem> {
    let node = match node(answers) {
        Ok(node) => node,
        Err(problem) => return vec![problem],
    };
    let (profile, problems) = read_all(&node);
    if problems.is_empty() { Request::new(profile, monday).problems() } else { problems }
}

/// Whether a problem is about a key that was asked for.
pub fn is_about(problem: &Problem, path: &str) -> bool {
    let about = |mark: &str| {
        let same_table = |table: &str| mark.starts_with(table) && path.starts_with(table);
        mark == path
            || mark.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']))
            || same_table("time.")
    };
    problem.marks.iter().any(|mark| about(&mark.key))
}

/// Whether the profile's readers take an answer beside the others; else their first complaint that was not there before.
/// What is not answered yet is no complaint.
pub fn checked(answers: &Answers, path: &'static str, value: &str, monday: NaiveDate) -> Result<(), Problem> {
    let before = problems(answers, monday);
    let mut answers = answers.clone();
    answers.push((path, value.to_owned()));
    let is_new = |problem: &Problem| !before.iter().any(|known| known.message == problem.message);
    let is_said = |problem: &Problem| {
        problem.marks.first().is_some_and(|mark| {
            answers.iter().any(|(key, _)| {
                mark.key.starts_with(key) || mark.key.starts_with("time.") && key.starts_with("time.")
            })
        })
    };
    let mut new: Vec<Problem> =
        problems(&answers, monday).into_iter().filter(|problem| is_new(problem)).collect();
    new.sort_by_key(|problem| !is_about(problem, path));
    let complaint = new.into_iter().find(|problem| is_about(problem, path) || is_said(problem));
    complaint.map_or(Ok(()), Err)
}
