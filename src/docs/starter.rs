//! A first profile as commented TOML: what was answered counts, everything else stands behind a `#` with an example.
//!
//! What it writes can be read, and so can every example once its `#` is gone; tests hold it to both.

use std::fmt::Write as _;

/// A line of the profile.
enum Line {
    /// A comment.
    Note(&'static str),
    /// A key of the table with an example.
    Key(&'static str, &'static str),
}

use Line::{Key, Note};

/// The tables of a profile in their order; the first one has no name.
const TABLES: &[(&str, &[Line])] = &[
    (
        "",
        &[
            Note("A runner's profile for runplan: change what you like, and run `runplan week` again."),
            Note("A line that starts with # counts for nothing; take the # away, and it counts."),
            Note(""),
            Key("name", "\"Maya\""),
            Note(""),
            Note("Where you are in the year: off-season, base, race-prep, taper, race-week or recovery."),
            Note("With a race it follows from the date, and can be left out."),
            Key("season", "\"base\""),
            Note(""),
            Note("In the gym: novice, intermediate or advanced."),
            Key("level", "\"intermediate\""),
            Key("age", "38"),
        ],
    ),
    (
        "runs",
        &[
            Note("The days you run; which of them is the long run, and which are fast."),
            Key("days", "[\"tue\", \"thu\", \"sun\"]"),
            Key("long", "\"sun\""),
            Key("speed", "[\"thu\"]"),
            Note("Minutes by kind or by day; where both are said, the day counts."),
            Key("minutes", "{ easy = 40, speed = 50, long = 90 }"),
        ],
    ),
    (
        "strength",
        &[
            Note("What there is: band, barbell, bench, dumbbell, kettlebell, pull-up-bar, step."),
            Note("Your own weight is always there."),
            Key("equipment", "[\"dumbbell\", \"band\"]"),
            Note("Days on which you can do strength; left out, any day."),
            Key("days", "[\"mon\", \"wed\", \"fri\"]"),
            Note("Sessions a week and minutes of each; left out, the season has them."),
            Key("sessions", "2"),
            Key("minutes", "20"),
            Note("Where it goes: stack (on the days of key runs), separate, easy-days."),
            Key("placement", "\"stack\""),
            Note("What should get stronger first: hip, knee, calf, foot, shin."),
            Key("weak", "[\"hip\"]"),
        ],
    ),
    (
        "rest",
        &[
            Note("Full rest days: at least so many, and how many you would like."),
            Key("min", "1"),
            Key("target", "2"),
        ],
    ),
    (
        "time",
        &[
            Note("When you can train: minutes, hours of the day, or \"off\"; left out, any time."),
            Note("The keys are mon to sun, weekday, weekend and every-day; the more exact one counts."),
            Key("weekday", "[\"06:30-07:45\", \"17:30-18:30\"]"),
            Key("weekend", "150"),
            Key("mon", "\"off\""),
        ],
    ),
    (
        "race",
        &[
            Note("The race that you train for; 5k, 10k, half, marathon or ultra."),
            Key("date", "2027-02-14"),
            Key("distance", "\"half\""),
        ],
    ),
];

/// The profile with these answers: keys by their path, such as `runs.days`, each with its value as TOML.
#[must_use]
pub fn profile(answers: &[(&str, String)]) -> String {
    let answer = |table: &str, key: &str| {
        let path = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        answers.iter().find(|(known, _)| *known == path).map(|(_, value)| value)
    };
    let mut out = String::new();
    for (table, lines) in TABLES {
        if !table.is_empty() {
            let said = lines.iter().any(|line| matches!(line, Key(key, _) if answer(table, key).is_some()));
            let _ = writeln!(out, "\n{}[{table}]", if said { "" } else { "# " });
        }
        for line in *lines {
            let _ = match line {
                Note("") => writeln!(out),
                Note(text) => writeln!(out, "# {text}"),
                Key(key, example) => match answer(table, key) {
                    Some(value) => writeln!(out, "{key} = {value}"),
                    None => writeln!(out, "# {key} = {example}"),
                },
            };
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::profile;
    use crate::input::document;
    use crate::profile::read;

    fn reads(text: &str) -> crate::profile::Profile {
        let (node, problems) = document::toml(text, 0);
        assert!(problems.is_empty(), "{problems:?}\n{text}");
        read(&node).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
    }

    #[test]
    fn what_was_answered_is_read_back() {
        let answers = [("runs.days", "[\"tue\", \"sat\"]".to_owned()), ("season", "\"taper\"".to_owned())];
        let profile = reads(&profile(&answers));
        assert_eq!((profile.runs.days.len(), profile.season), (2, Some(crate::week::phase::Phase::Taper)));
        assert_eq!(profile.strength.equipment, None, "what was not said is not there");
    }

    #[test]
    fn every_example_counts_once_its_mark_is_gone() {
        let text = profile(&[]);
        let uncommented: String = text
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest)
                    if rest.starts_with('[')
                        || rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' ')) =>
                {
                    format!("{rest}\n")
                }
                _ => format!("{line}\n"),
            })
            .collect();
        let profile = reads(&uncommented);
        assert!(profile.race.is_some() && profile.age == Some(38) && profile.time[0].is_some());
        assert_eq!(text.lines().filter(|line| line.len() > 90).count(), 0, "lines are short");
    }
}
