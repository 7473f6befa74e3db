//! The questions of `runplan init`: each asks until its answer holds.

use crate::cli::edge::Failure;
use crate::cli::init::answers::{Answers, answer, checked, long_run, understood, value};
use crate::cli::init::someone::Someone;
use chrono::NaiveDate;
use runplan::input::document;
use runplan::input::{Place, Problem};
use runplan::profile::key::{LeftOut, Takes};
use runplan::profile::keys::key;
use runplan::week::dates::monday_of;
use runplan::week::phase::Phase;
use runplan::week::session::Experience;
use runplan::word::Word as _;
use runplan::wrap::cut;

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

/// What came back.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer that holds; empty leaves the key open.
    Answer(String),
    /// The wish to see the question before again.
    Back,
}

/// The words that a key takes, with commas, and `last` before the last one.
fn choice(path: &str, last: &str) -> String {
    let Some(Takes::Word(words) | Takes::Words(words)) = key(path).map(|key| &key.takes) else {
        return String::new();
    };
    let ids = (words.ids)();
    ids.split_last().map_or_else(String::new, |(end, first)| format!("{}{last}{end}", first.join(", ")))
}

impl Question {
    /// A question that may stay open; where one word counts without an answer, that is the usual one.
    fn new(path: &'static str, ask: &str) -> Self {
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

    /// The question for a key, if it is asked; what was answered before decides.
    pub fn of(key: &'static str, answers: &Answers) -> Option<Self> {
        let said = |key: &str| answer(answers, key).is_some();
        let ask = |text: &str| Self::new(key, text);
        Some(match key {
            "name" => ask("What is your name? Weeks show it [none]"),
            "race.date" => ask("When is your race? A date such as 2027-02-14 [none]"),
            "race.distance" if said("race.date") => {
                ask(&format!("How far is it? {} [not said]", choice(key, " or ")))
            }
            "season" if !said("race.date") => {
                let seasons = "off-season, base, race-prep, taper or recovery";
                let usual = Phase::Base.id();
                ask(&format!("Where are you in the year? {seasons} [{usual}]")).usual(Some(usual))
            }
            "runs.per_week" => ask("How many runs a week? The planner finds their days [you name the days]"),
            "runs.days" if said("runs.per_week") => {
                ask("On which days is a run possible? Such as tue thu sat sun, or mon-fri [any day]")
            }
            "runs.long" if said("runs.per_week") => {
                ask("On which days may the long run be? Such as sat sun [the weekend, if it fits]")
            }
            "runs.speed" if said("runs.per_week") => {
                ask("How many of the runs are fast: intervals, tempo? [none]")
            }
            "runs.days" => {
                let days = ask("On which days do you run? Such as tue thu sun, or mon-fri");
                Self { must: true, ..days }
            }
            "runs.long" => {
                let usual = long_run(answers);
                let shown = usual.unwrap_or("none");
                ask(&format!("Which of them is the long run? [{shown}]")).usual(usual)
            }
            "runs.speed" => ask("Which of them are fast: intervals, tempo? [none]"),
            "runs.minutes" => {
                ask("How many minutes are an easy, a fast and the long run? Such as 40 50 90 [not said]")
            }
            "plan.start" if said("race.date") && !said("season") => {
                ask("When does your plan for it begin? A date such as 2026-11-30 [no plan]")
            }
            "plan.peak" if said("plan.start") && (said("runs.long") || said("runs.per_week")) => {
                ask("How many minutes is your long run to grow to? Such as 120 [as it is]")
            }
            "time.weekday" => ask(
                "How much time is there on a weekday? Minutes (75) or hours (06:30-07:45, 17:30-18:30) [any]",
            ),
            "time.weekend" => ask("And on a day of the weekend? [any]"),
            "strength.equipment" => {
                ask(&format!("What is there to train with? {} (all of it) [nothing]", choice(key, ", ")))
            }
            // Without an answer a profile says the level all the same: who does not know it does not lift yet.
            "level" => {
                let usual = Experience::Novice.id();
                let levels = choice(key, " or ");
                ask(&format!("How experienced are you in the gym, not as a runner? {levels} [{usual}]"))
                    .usual(Some(usual))
            }
            _ => return None,
        })
    }

    /// A question that is not asked, for the answer that a flag gives.
    pub fn silent(key: &'static str) -> Self {
        Self::new(key, "")
    }

    /// Asks until there is an answer that holds beside the others; `before` is what was answered to it earlier.
    pub fn asked(
        &self,
        someone: &mut impl Someone,
        answers: &Answers,
        before: &str,
        today: NaiveDate,
    ) -> Result<Reply, Failure> {
        someone.gap();
        someone.tell(&self.ask);
        loop {
            let Some(line) = someone.line(before)? else {
                return Err(Failure::usage(
                    "the questions ended early; nothing was written",
                    "start again with `runplan init`",
                ));
            };
            let word = match (line.trim(), self.usual) {
                ("<" | "back", _) => return Ok(Reply::Back),
                ("?" | "help", _) => {
                    someone.tell(&self.more());
                    continue;
                }
                ("" | "yes" | "y" | "ok", Some(usual)) => usual,
                ("yes" | "y" | "ok", None) if self.key != "name" => {
                    someone.tell("Then write it here, or press Enter for none.");
                    continue;
                }
                ("none" | "no" | "n" | "any" | "nothing" | "-", _) => "",
                (word, _) => word,
            };
            if word.is_empty() && self.must {
                someone.tell("At least one day is needed.");
                continue;
            }
            if word.is_empty() {
                return Ok(Reply::Answer(String::new()));
            }
            match self.held(answers, word, today) {
                Ok(()) => {
                    if let Some(text) = understood(answers, self.key, word) {
                        someone.tell(&text);
                    }
                    return Ok(Reply::Answer(word.to_owned()));
                }
                Err(problem) => someone.tell(&told(&problem)),
            }
        }
    }

    /// Whether an answer holds beside the others.
    fn held(&self, answers: &Answers, word: &str, today: NaiveDate) -> Result<(), Problem> {
        let here = Place::default();
        if let Some(date) = document::date(word).filter(|date| self.key == "race.date" && *date < today) {
            let message = format!("{date} is over: today is {today}");
            let hint = "write the date of your next race; without one press Enter, and say where you are in the year";
            return Err(Problem::at(self.key, &here, message).hint(hint));
        }
        let monday = monday_of(today).unwrap_or(today);
        checked(answers, self.key, &value(answers, self.key, word), monday).map_err(|problem| {
            if self.key == "season" && Phase::parse(word) == Some(Phase::RaceWeek) {
                let message = "`race-week` needs a race, and you named none";
                let hint = "write `back` and give its date, or choose another season";
                return Problem::at(self.key, &here, message).hint(hint);
            }
            problem
        })
    }

    /// A bit more about the question.
    fn more(&self) -> String {
        let table = self.key.split('.').next().unwrap_or_default();
        let says = key(self.key).or_else(|| key(table)).map_or("", |key| key.says);
        let open = match (self.usual, self.must) {
            (Some(usual), _) => format!("Enter takes {usual}."),
            (None, true) => "There is no week without it.".to_owned(),
            (None, false) => "Enter leaves it open.".to_owned(),
        };
        format!("{says} {open} In the profile it is `{}`, and can be changed there at any time.", self.key)
    }
}

/// What is wrong with an answer, in sentences.
pub fn told(problem: &Problem) -> String {
    let stop = |text: &str| if text.ends_with(['?', '.']) { "" } else { "." };
    let hint = problem.hint.as_deref().unwrap_or_default();
    let mut letters = hint.chars();
    let hint: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    let message = &problem.message;
    let text = if hint.is_empty() {
        format!("{message}{}", stop(message))
    } else {
        format!("{message}{} {hint}{}", stop(message), stop(&hint))
    };
    cut(&text).into_owned()
}
