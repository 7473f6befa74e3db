//! The questions of `runplan init`: each asks until its answer holds.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::output::width;
use runplan::input::Problem;
use runplan::input::document::{self, Node, setting};
use runplan::profile::key::{LeftOut, Takes};
use runplan::profile::keys::key;
use runplan::profile::read_keys;
use runplan::week::day::Day;
use runplan::word::Word as _;
use runplan::wrap::{Page, cut, json_escaped};
use std::io::{BufRead, ErrorKind, Write};

/// A question: the key it fills, and what to ask.
pub struct Question {
    /// The path of a key, or of a day in `[time]`.
    pub key: &'static str,
    pub ask: String,
    /// What an empty answer means; `None` leaves the key out.
    pub usual: Option<&'static str>,
    /// Whether there has to be an answer.
    pub must: bool,
}

/// Answers so far: keys with values as TOML.
pub type Answers = Vec<(&'static str, String)>;

/// The usual day of the long run: Sunday, else Saturday, where they are run days.
pub fn long_run(answers: &Answers) -> Option<&'static str> {
    let days = answers.iter().find(|(key, _)| *key == "runs.days").map_or("", |(_, days)| days.as_str());
    let days: Vec<Day> = words(days).filter_map(Day::parse).collect();
    [Day::Sun, Day::Sat].into_iter().find(|day| days.contains(day)).map(Day::id)
}

/// The words that a key takes, with commas, and `last` before the last one.
pub fn choice(path: &str, last: &str) -> String {
    let Some(Takes::Word(words) | Takes::Words(words)) = key(path).map(|key| &key.takes) else {
        return String::new();
    };
    let ids = (words.ids)();
    ids.split_last().map_or_else(String::new, |(end, first)| format!("{}{last}{end}", first.join(", ")))
}

impl Question {
    /// A question that may stay open; where one word counts without an answer, that is the usual one.
    pub fn new(path: &'static str, ask: &str) -> Self {
        let usual = match key(path).map(|key| key.left_out) {
            Some(LeftOut::Word(word)) => Some(word),
            _ => None,
        };
        Self { key: path, ask: ask.to_owned(), usual, must: false }
    }

    /// The same with what an empty answer means.
    pub fn usual(self, word: Option<&'static str>) -> Self {
        Self { usual: word, ..self }
    }

    /// Asks until there is an answer that holds.
    pub fn asked(
        &self,
        input: &mut impl BufRead,
        out: &mut impl Write,
        answers: &Answers,
    ) -> Result<String, Failure> {
        loop {
            put(out, "\n");
            tell(out, &self.ask);
            put(out, "> ");
            let mut line = String::new();
            match input.read_line(&mut line) {
                Ok(0) => {
                    return Err(Failure::usage(
                        "the questions ended early; nothing was written",
                        "start again with `runplan init`",
                    ));
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    return Err(Failure::Usage(
                        anyhow::Error::new(error).context("cannot read the answer"),
                        None,
                    ));
                }
            }
            let word = line.trim();
            let word = match (word, self.usual) {
                ("", Some(usual)) => usual,
                ("none" | "no" | "any" | "nothing" | "-", _) if !self.must => "",
                (word, _) => word,
            };
            if word.is_empty() {
                if self.must {
                    tell(out, "At least one day is needed.");
                    continue;
                }
                return Ok(String::new());
            }
            match checked(answers, self.key, &self.value(word)) {
                Ok(()) => return Ok(word.to_owned()),
                Err(problem) => {
                    let hint = problem.hint.map(|hint| format!(": {hint}")).unwrap_or_default();
                    tell(out, &cut(&format!("{}{hint}", problem.message)));
                }
            }
        }
    }

    /// The answer as TOML.
    pub fn value(&self, answer: &str) -> String {
        let list = || format!("[{}]", words(answer).map(quoted).collect::<Vec<_>>().join(", "));
        let answer = answer.trim();
        let table = self.key.split('.').next().unwrap_or_default();
        match key(self.key).or_else(|| key(table)).map(|key| &key.takes) {
            Some(Takes::Date) if document::date(answer).is_some() => answer.to_owned(),
            Some(Takes::Whole(_)) => number(answer),
            Some(Takes::WordsOrWhole(..) | Takes::Times(_)) if answer.parse::<i64>().is_ok() => {
                answer.to_owned()
            }
            // One day is said without a list.
            Some(Takes::Words(_)) if self.key == "runs.long" && words(answer).count() == 1 => quoted(answer),
            Some(Takes::Words(_) | Takes::WordsOrWhole(..)) => list(),
            Some(Takes::Minutes(_)) => minutes(answer),
            Some(Takes::Peak(_)) => format!("{{ long = {} }}", number(answer)),
            Some(Takes::Times(_)) if answer.contains('-') => list(),
            _ => quoted(answer),
        }
    }
}

/// A number as TOML; what is none is left to the reader.
fn number(word: &str) -> String {
    word.parse::<i64>().map_or_else(|_| quoted(word), |number| number.to_string())
}

/// Minutes of easy, fast and long runs; two are easy and long, one is easy. What is no number is left to the reader.
fn minutes(answer: &str) -> String {
    let numbers: Vec<&str> = words(answer).collect();
    let names: &[&str] = match numbers.len() {
        1 => &["easy"],
        2 => &["easy", "long"],
        3 => &["easy", "speed", "long"],
        _ => return quoted(answer),
    };
    let all: Vec<_> =
        names.iter().zip(numbers).map(|(name, word)| format!("{name} = {}", number(word))).collect();
    format!("{{ {} }}", all.join(", "))
}

/// The words of an answer, however they stand apart.
fn words(answer: &str) -> impl Iterator<Item = &str> {
    answer
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '[' | ']' | '"'))
        .filter(|word| !word.is_empty() && *word != "and")
}

/// A text as TOML.
pub fn quoted(text: &str) -> String {
    // A JSON string is a TOML string.
    json_escaped(&serde_json::to_string(text).unwrap_or_default()).into_owned()
}

/// Whether the profile's reader takes an answer beside those before it; its first complaint about the key, else its first.
pub fn checked(answers: &Answers, key: &str, value: &str) -> Result<(), Problem> {
    let mut node = Node::empty();
    for (key, value) in answers.iter().map(|(key, value)| (*key, value.as_str())).chain([(key, value)]) {
        let expression = format!("{key}={value}");
        let setting = setting(&expression, 0)?;
        node.set(setting.path, &[], setting.node)?;
    }
    let (_, problems) = read_keys(&node);
    // The distance of a race is asked after its date, and so on: what is missing is no complaint yet.
    let mine =
        problems.into_iter().find(|problem| problem.marks.iter().any(|mark| mark.key.starts_with(key)));
    mine.map_or(Ok(()), Err)
}

/// Says something to who is asked; if they cannot hear it, the answer will tell.
pub fn tell(out: &mut impl Write, text: &str) {
    let mut page = Page::new(width());
    page.paragraph(text);
    put(out, &page.text);
}

fn put(out: &mut impl Write, text: &str) {
    let _ = out.write_all(Audience::Reader.written(text).as_bytes()).and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::{Answers, Question, checked};

    /// What was answered before a question that needs it.
    fn before(key: &str) -> Answers {
        match key {
            "runs.days" | "runs.per_week" => Answers::new(),
            "plan.peak" => vec![("plan.start", "2026-11-30".to_owned())],
            _ => vec![("runs.days", "[\"tue\", \"sun\"]".to_owned())],
        }
    }

    fn answered(key: &'static str, typed: &str) -> (Option<String>, String) {
        let question = Question { key, ask: "What?".to_owned(), usual: None, must: key == "runs.days" };
        let before = before(key);
        let mut said = Vec::new();
        let answer = question.asked(&mut typed.as_bytes(), &mut said, &before).ok();
        (answer.map(|word| question.value(&word)), String::from_utf8(said).expect("text"))
    }

    #[test]
    fn an_answer_that_does_not_hold_is_asked_again() {
        let (value, said) = answered("runs.days", "tue, wedd\n\ntue and wed\n");
        assert_eq!(value.as_deref(), Some("[\"tue\", \"wed\"]"));
        assert!(said.contains("did you mean `wed`") && said.contains("At least one day"), "{said}");
        let (value, said) = answered("runs.long", "fri\nSunday\n");
        assert_eq!(value.as_deref(), Some("\"Sunday\""), "{said}");
        assert!(said.contains("not one of the run days"), "{said}");
    }

    #[test]
    fn answers_become_values_however_they_are_written() {
        for (key, typed, wanted) in [
            ("time.weekday", "75", "75"),
            ("time.weekday", "06:30-07:45, 17:30-18:30", "[\"06:30-07:45\", \"17:30-18:30\"]"),
            ("time.weekend", "off", "\"off\""),
            ("runs.minutes", "40 50 90", "{ easy = 40, speed = 50, long = 90 }"),
            ("runs.minutes", "40, 90", "{ easy = 40, long = 90 }"),
            ("race.date", "2027-02-14", "2027-02-14"),
            ("plan.start", "2026-11-30", "2026-11-30"),
            ("plan.peak", "120", "{ long = 120 }"),
            ("strength.equipment", "dumbbell;band", "[\"dumbbell\", \"band\"]"),
        ] {
            let (value, said) = answered(key, &format!("{typed}\n"));
            assert_eq!(value.as_deref(), Some(wanted), "{said}");
            assert!(checked(&before(key), key, wanted).is_ok(), "{key}={wanted}");
        }
    }

    #[test]
    fn the_end_of_the_input_is_no_answer() {
        assert_eq!(answered("level", "").0, None);
        assert_eq!(answered("level", "expert\n").0, None, "nor is a wrong one");
    }
}
