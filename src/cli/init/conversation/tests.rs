//! Conversations with lines that are typed, on one day.

#![cfg(test)]

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
        ("\n2026-11-29\n2027-02-14\n", "race.date", "2027-02-14", "2026-11-29 is over: today is 2026-11-30."),
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
    let (fast, said) = value("\n\n\n\ntue wed\n\ntue\n40,50\n", "runs.minutes");
    assert_eq!(fast, "{ easy = 40, speed = 50 }");
    assert!(said.contains("easy runs of 40 and fast runs of 50 minutes"), "{said}");
}

#[test]
fn the_way_back_leads_to_the_question_before() {
    let (answers, said) = held(&[], &format!("back\nMaia\n<\nMaya\n\nbase\n2\nback\n3\n{}", "\n".repeat(20)));
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
fn what_does_not_go_together_at_the_end_is_asked_again_and_the_rest_stays() {
    let flags = Said(&[]);
    let mut conversation = Conversation::new(&flags, document::date("2026-11-30").expect("a date"));
    let given = [("season", "\"base\""), ("runs.days", "[\"tue\", \"wed\"]"), ("runs.long", "\"sun\"")];
    conversation.answers = given.map(|(key, value)| (key, value.to_owned())).to_vec();
    conversation.asked =
        vec![(3, 0, "base".to_owned()), (5, 1, "tue wed".to_owned()), (6, 2, "sun".to_owned())];
    let mut someone = Lines { input: &b"back\nfri\nwed\n"[..], out: Vec::new() };
    assert!(conversation.mended(&mut someone).is_ok());
    let said = String::from_utf8(someone.out).expect("text").replace('\n', " ");
    assert!(said.contains("`sun` is not one of the run days"), "{said}");
    assert!(said.contains("this one has to be mended"), "{said}");
    assert_eq!(answer(&conversation.answers, "runs.long"), Some("\"wed\""), "{said}");
    assert_eq!(answer(&conversation.answers, "runs.days"), Some("[\"tue\", \"wed\"]"));
}

#[test]
fn the_end_of_the_input_is_no_answer() {
    for typed in ["", "Maya\n", "\n\n\n\nwedd\n", DAYS] {
        assert!(held(&[], typed).0.is_none(), "{typed:?}");
    }
}
