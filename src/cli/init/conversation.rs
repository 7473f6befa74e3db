//! All questions, one after the other, with a way back; what flags say is not asked.

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
            self.answers.push((key, value(key, usual)));
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
        let value = value(question.key, word);
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
                    self.answers.push((key, value(key, &words)));
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
                        self.answers.push((key, value(key, &words)));
                    }
                }
                Reply::Back => someone.tell("All other questions are answered; this one has to be mended."),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ASKED, Conversation, Flags};
    use crate::cli::init::answers::{Answers, answer};
    use crate::cli::init::someone::Lines;
    use runplan::input::document;

    /// Flags that say this.
    struct Said(&'static [(&'static str, &'static str)]);

    impl Flags for Said {
        fn flag(&self, key: &str) -> (&'static str, Option<&str>) {
            ("--flag", self.0.iter().find(|(known, _)| *known == key).map(|(_, said)| *said))
        }

        fn takes_usual(&self) -> bool {
            false
        }
    }

    /// What comes of lines that are typed on 30 November 2026, and what was said.
    fn held(flags: &'static [(&'static str, &'static str)], typed: &str) -> (Option<Answers>, String) {
        let today = document::date("2026-11-30").expect("a date");
        let mut someone = Lines { input: typed.as_bytes(), out: Vec::new() };
        let answers = Conversation::new(&Said(flags), today).held(&mut someone).ok();
        (answers, String::from_utf8(someone.out).expect("text").replace('\n', " "))
    }

    /// The value of one key after these lines, run days where there are none yet, and Enter to all else.
    #[track_caller]
    fn value(typed: &str, key: &str) -> (String, String) {
        let (answers, said) = held(&[], &format!("{typed}{}tue sun\n{}", "\n".repeat(6), "\n".repeat(20)));
        let answers = answers.unwrap_or_else(|| panic!("{typed:?}: {said}"));
        (answer(&answers, key).unwrap_or("none").to_owned(), said)
    }

    /// Enter until the run days, and these.
    const DAYS: &str = "\n\n\n\ntue wed sun\n";

    #[test]
    fn an_answer_that_does_not_hold_is_asked_again() {
        for (typed, key, wanted, told) in [
            (
                "\n\n\n\ntue, wedd\n\ntue and wed\n",
                "runs.days",
                "[\"tue\", \"wed\"]",
                "did you mean `wed`? Write `wed`.",
            ),
            ("\n\n\n\n\ntue\n", "runs.days", "[\"tue\"]", "At least one day is needed."),
            ("\n\n\n\nno\ntue\n", "runs.days", "[\"tue\"]", "At least one day is needed."),
            (&format!("{DAYS}fri\nSunday\n"), "runs.long", "\"Sunday\"", "not one of the run days"),
            (
                "\n2026-11-29\n2027-02-14\n",
                "race.date",
                "2027-02-14",
                "2026-11-29 is over: today is 2026-11-30.",
            ),
            ("\n1.1.2020\n\n", "race.date", "none", "2020-01-01 is over"),
            ("\nyes\n2027-02-14\n", "race.date", "2027-02-14", "Then write it here"),
            (
                "\n\nrace-week\ntaper\n",
                "season",
                "\"taper\"",
                "`race-week` needs a race, and you named none. Write `back`",
            ),
            ("\n\nbse\nbase\n", "season", "\"base\"", "did you mean `base`?"),
            (
                "\n2026-12-06\n\n\nsun\n\n\n\n2026-12-14\n2026-11-30\n",
                "plan.start",
                "2026-11-30",
                "after its race",
            ),
            (&format!("{DAYS}\n\n\n\noff\n\n"), "time.weekend", "none", "which is \"off\""),
            ("\n\n\n9\n4\n", "runs.per_week", "4", "out of range"),
            ("\n\n\n4\nmon tue\n\n\n", "runs.days", "none", "asks for more runs"),
        ] {
            let (value, said) = value(typed, key);
            assert_eq!(value, wanted, "{typed:?}: {said}");
            assert!(said.contains(told), "{typed:?}: {said}");
        }
    }

    #[test]
    fn answers_are_understood_as_people_write_them() {
        for (typed, key, wanted) in [
            ("Maya \"M\" Lindström\n", "name", r#""Maya \"M\" Lindström""#),
            ("no\n", "name", "none"),
            ("\n\n\n\nmon-fri\n", "runs.days", "[\"mon-fri\"]"),
            ("\n\n\n\nmon - fri\n", "runs.days", "[\"mon-fri\"]"),
            ("\n\n\n\nweekdays, sun\n", "runs.days", "[\"weekdays\", \"sun\"]"),
            ("\n\n\n\nEvery day\n", "runs.days", "[\"every-day\"]"),
            ("\n\n\n\nweekend\nyes\n", "runs.long", "\"sun\""),
            ("\n1.2.2027\n", "race.date", "2027-02-01"),
            (&format!("{DAYS}\n\n40 50 90\n"), "runs.minutes", "{ easy = 40, speed = 50, long = 90 }"),
            (&format!("{DAYS}\n\n40, 90\n"), "runs.minutes", "{ easy = 40, long = 90 }"),
            (
                &format!("{DAYS}\n\n40 min, 50 min, 1h30\n"),
                "runs.minutes",
                "{ easy = 40, speed = 50, long = 90 }",
            ),
            (&format!("{DAYS}\n\n\n75\n"), "time.weekday", "75"),
            (&format!("{DAYS}\n\n\n1h\n"), "time.weekday", "60"),
            (&format!("{DAYS}\n\n\n1 h\n"), "time.weekday", "60"),
            (&format!("{DAYS}\n\n\n1h30\n"), "time.weekday", "90"),
            (&format!("{DAYS}\n\n\n1.5h\n"), "time.weekday", "90"),
            (&format!("{DAYS}\n\n\n90 min\n"), "time.weekday", "90"),
            (&format!("{DAYS}\n\n\n90min\n"), "time.weekday", "90"),
            (
                &format!("{DAYS}\n\n\n06:30-07:45, 17:30-18:30\n"),
                "time.weekday",
                "[\"06:30-07:45\", \"17:30-18:30\"]",
            ),
            (&format!("{DAYS}sun\n\n\n\n2h\n"), "time.weekend", "120"),
            (&format!("{DAYS}\n\n\n\n\ngym\n"), "strength.equipment", "[\"gym\"]"),
            (&format!("{DAYS}\n\n\n\n\ndumbbell;band\n"), "strength.equipment", "[\"dumbbell\", \"band\"]"),
            (&format!("{DAYS}\n\n\n\n\nnone\n"), "strength.equipment", "[]"),
            (&format!("{DAYS}\n\n\n\n\n\nbeginner\n"), "level", "\"beginner\""),
            (&format!("{DAYS}\n\n\n\n\n\n\n"), "level", "\"novice\""),
        ] {
            let (value, said) = value(typed, key);
            assert_eq!(value, wanted, "{typed:?}: {said}");
        }
        let (_, said) = value(&format!("{DAYS}\n\n40,50\n"), "runs.minutes");
        assert!(said.contains("easy runs of 40 and a long run of 50 minutes"), "{said}");
    }

    #[test]
    fn the_way_back_leads_to_the_question_before() {
        let (answers, said) =
            held(&[], &format!("back\nMaia\n<\nMaya\n\nbase\n2\nback\n3\n{}", "\n".repeat(20)));
        let answers = answers.expect("answers");
        assert_eq!(answer(&answers, "name"), Some("\"Maya\""), "{said}");
        assert_eq!(answer(&answers, "runs.per_week"), Some("3"), "{said}");
        assert!(said.contains("This is the first question."), "{said}");
        // What a flag says is passed over on the way back too, and stays.
        let (answers, said) = held(
            &[("race.date", "2027-02-14"), ("runs.days", "tue,sun")],
            &format!("Maya\nhalf\nback\nmarathon\n{}", "\n".repeat(20)),
        );
        let answers = answers.expect("answers");
        assert_eq!(answer(&answers, "race.distance"), Some("\"marathon\""), "{said}");
        assert_eq!(answers.iter().filter(|(key, _)| *key == "race.date").count(), 1);
    }

    #[test]
    fn every_question_says_more_when_it_is_asked() {
        let (answers, said) =
            held(&[], &format!("?\n\nhelp\n2027-02-14\n?\n\n?\n\n?\ntue wed sun\n{}", "?\n\n".repeat(12)));
        assert!(answers.is_some(), "{said}");
        for key in ASKED.into_iter().filter(|key| !["season", "plan.peak"].contains(key)) {
            assert!(said.contains(&format!("`{key}`")), "{key}: {said}");
        }
    }

    #[test]
    fn the_end_of_the_input_is_no_answer() {
        for typed in ["", "Maya\n", "\n\n\n\nwedd\n", DAYS] {
            assert!(held(&[], typed).0.is_none(), "{typed:?}");
        }
    }
}
