//! All questions, one after the other, with a way back; what flags say is not asked.

mod tests;

use crate::cli::edge::Failure;
use crate::cli::init::answers::{Answers, all_problems, checked, is_about, value};
use crate::cli::init::question::{Question, Reply, told};
use crate::cli::init::someone::Someone;
use chrono::NaiveDate;
use runplan::week::dates::monday_of;

/// The keys that are asked for, in order; what was answered decides about some of them.
const ASKED: [&str; 15] = [
    "name",
    "race.date",
    "race.distance",
    "season",
    "runs.per_week",
    "runs.days",
    "runs.long",
    "runs.speed",
    "runs.minutes",
    "plan.start",
    "plan.peak",
    "time.weekday",
    "time.weekend",
    "strength.equipment",
    "level",
];

/// What flags say.
pub trait Flags {
    /// The flag of a key, and what it says.
    fn flag(&self, key: &str) -> (&'static str, Option<&str>);
    /// Whether nothing is asked that could be.
    fn takes_usual(&self) -> bool;
}

/// What was answered, and what may be changed of it.
pub struct Conversation<'f, F> {
    flags: &'f F,
    today: NaiveDate,
    answers: Answers,
    /// The questions that were asked: the place among [`ASKED`], how many answers there were before, and the words.
    asked: Vec<(usize, usize, String)>,
    /// The words of answers that were gone back over, which stand there when the question comes again.
    earlier: Vec<(&'static str, String)>,
}

impl<'f, F: Flags> Conversation<'f, F> {
    /// One that begins today.
    pub fn new(flags: &'f F, today: NaiveDate) -> Self {
        Self { flags, today, answers: Vec::new(), asked: Vec::new(), earlier: Vec::new() }
    }

    fn monday(&self) -> NaiveDate {
        monday_of(self.today).unwrap_or(self.today)
    }

    /// The answers of flags, and for the rest what is usual.
    pub fn silent(mut self) -> Result<Answers, Failure> {
        for key in ASKED {
            let Some(question) = self.question(key) else { continue };
            if self.flagged(&question)? {
                continue;
            }
            let usual = match question.usual {
                Some(usual) => usual,
                None if question.must && self.flags.takes_usual() => "tue thu sun",
                None if question.must => {
                    return Err(Failure::usage(
                        "there is no terminal to ask questions on, and no flag says on which days you run",
                        "add `--days tue,thu,sun` or `--runs 3`, or take what is usual with `--yes`",
                    ));
                }
                None => continue,
            };
            let value = value(&self.answers, key, usual);
            self.answers.push((key, value));
        }
        Ok(self.answers)
    }

    /// The answers of flags and of someone who is asked the rest. They make a profile: what does not is asked again.
    pub fn held(mut self, someone: &mut impl Someone) -> Result<Answers, Failure> {
        someone.tell(
            "A few questions. An empty answer takes what stands in [brackets], `back` goes to the question before, and `?` \
             says more.",
        );
        let mut at = 0;
        while let Some(key) = ASKED.get(at) {
            at = match self.question(key) {
                Some(question) if !self.flagged(&question)? => self.asked(&question, at, someone)?,
                _ => at + 1,
            };
        }
        self.mended(someone)?;
        Ok(self.answers)
    }

    /// The question for a key, if there is one now. A flag may answer one that nobody would be asked.
    fn question(&self, key: &'static str) -> Option<Question> {
        let said = |key: &str| self.flags.flag(key).1.is_some();
        // Whoever names the days has said how many there are.
        if key == "runs.per_week" && said("runs.days") && !said(key) {
            return None;
        }
        let named = || (key == "season" && said(key)).then(|| Question::silent(key));
        Question::of(key, &self.answers).or_else(named)
    }

    /// Takes the answer that a flag gives, if it gives one.
    fn flagged(&mut self, question: &Question) -> Result<bool, Failure> {
        let (flag, Some(word)) = self.flags.flag(question.key) else { return Ok(false) };
        let value = value(&self.answers, question.key, word);
        checked(&self.answers, question.key, &value, self.monday()).map_err(|problem| {
            let colon = if problem.message.contains(": ") { " cannot be taken;" } else { ":" };
            Failure::usage(format!("{flag}{colon} {}", problem.message), problem.hint.unwrap_or_default())
        })?;
        self.answers.push((question.key, value));
        Ok(true)
    }

    /// Asks a question, and gives the place of the next one.
    fn asked(
        &mut self,
        question: &Question,
        at: usize,
        someone: &mut impl Someone,
    ) -> Result<usize, Failure> {
        let key = question.key;
        let earlier = self.earlier.iter().rev().find(|(known, _)| *known == key);
        let earlier = earlier.map_or("", |(_, words)| words).to_owned();
        match question.asked(someone, &self.answers, &earlier, self.today)? {
            Reply::Answer(words) => {
                let before = self.answers.len();
                // Who was asked what there is and has nothing has said so.
                if !words.is_empty() || key == "strength.equipment" {
                    let value = value(&self.answers, key, &words);
                    self.answers.push((key, value));
                }
                self.asked.push((at, before, words));
                Ok(at + 1)
            }
            Reply::Back => {
                let Some((place, length, words)) = self.asked.pop() else {
                    someone.tell("This is the first question.");
                    return Ok(at);
                };
                self.answers.truncate(length);
                self.earlier.push((ASKED[place], words));
                Ok(place)
            }
        }
    }

    /// Asks again for what does not go together at the end; all other answers stay.
    fn mended(&mut self, someone: &mut impl Someone) -> Result<(), Failure> {
        loop {
            let problems = all_problems(&self.answers, self.monday());
            let Some(problem) = problems.first() else { return Ok(()) };
            let of = |(place, _, words): &(usize, usize, String)| (ASKED[*place], words.clone());
            let asked: Vec<_> = self.asked.iter().rev().map(of).collect();
            // One that no question is about is told with the place in the profile.
            let Some((key, words)) = asked.into_iter().find(|(key, _)| is_about(problem, key)) else {
                return Ok(());
            };
            let others: Answers = self.answers.iter().filter(|(known, _)| *known != key).cloned().collect();
            let Some(question) = Question::of(key, &others) else { return Ok(()) };
            someone.gap();
            someone.tell(&told(problem));
            match question.asked(someone, &others, &words, self.today)? {
                Reply::Answer(words) => {
                    self.answers = others;
                    if !words.is_empty() {
                        let value = value(&self.answers, key, &words);
                        self.answers.push((key, value));
                    }
                }
                Reply::Back => someone.tell("All other questions are answered; this one has to be mended."),
            }
        }
    }
}
