//! Running plans of somebody else's, made up: in words and numbers as people write them, in every shape that is read.

use proptest::prelude::*;
use proptest::sample::select;
use runplan::check::Standard;
use runplan::cycle::Cycle;
use runplan::import::{ForeignPlan, read};
use runplan::overlay::{Overlay, csv, one};
use runplan::week::day::Day;
use runplan::word::Word;
use std::fmt::Write as _;

/// What stands on the days of a week.
pub type WeekText = [String; 7];

/// A run as people write it.
fn run() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (2..7u8).prop_map(|miles| format!("Easy {miles} mi")),
        2 => (25..60u8).prop_map(|minutes| format!("easy {minutes} min")),
        2 => (4..9u8).prop_map(|miles| format!("Tempo {miles} mi")),
        1 => select(vec!["Intervals 6 x 400 m (5 mi)", "Hills 8 x 60 s", "Fartlek 40 min"]).prop_map(ToOwned::to_owned),
        3 => (7..16u8).prop_map(|miles| format!("Long run {miles} mi")),
        1 => (60..170u8).prop_map(|minutes| format!("{minutes} min run")),
        1 => Just("Easy run".to_owned()),
    ]
}

/// Something else that the plan has itself.
fn other() -> impl Strategy<Value = String> {
    select(vec![
        "strength 30 min",
        "full-body strength 30 min",
        "upper body 20 min",
        "legs 30 min",
        "heavy legs 40 min",
        "yoga 30 min",
        "stretch",
        "mobility 15 min",
        "bike 45 min",
        "swim 30 min",
        "core + upper body",
    ])
    .prop_map(ToOwned::to_owned)
}

fn day() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just("Rest".to_owned()),
        1 => Just(String::new()),
        7 => run(),
        1 => other(),
        1 => (run(), other()).prop_map(|(run, other)| format!("{run} + {other}")),
    ]
}

/// Weeks of a plan, with a race in the last one now and then.
pub fn weeks() -> impl Strategy<Value = Vec<WeekText>> {
    let race = prop::option::of(select(vec!["Half marathon race", "10k race", "Marathon"]));
    (prop::collection::vec(prop::array::uniform7(day()), 2..14), race).prop_map(|(mut weeks, race)| {
        if let (Some(race), Some(last)) = (race, weeks.last_mut()) {
            race.clone_into(&mut last[6]);
        }
        // There is a run in it.
        if let Some(first) = weeks.first_mut() {
            "Easy 4 mi".clone_into(&mut first[1]);
        }
        weeks
    })
}

/// The Monday on which made-up plans start.
pub const START: &str = "2027-01-04";

/// The date of a day of a plan.
pub fn date(week: usize, day: usize) -> String {
    let start = chrono::NaiveDate::parse_from_str(START, "%Y-%m-%d").expect("a date");
    (start + chrono::Duration::days(i64::try_from(week * 7 + day).expect("a day"))).to_string()
}

/// A shape of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Grid,
    Semicolons,
    Tabs,
    Quoted,
    UndatedGrid,
    List,
    ListOfRuns,
    Turned,
    RowsOfDays,
}

impl Shape {
    pub const ALL: [Self; 9] = [
        Self::Grid,
        Self::Semicolons,
        Self::Tabs,
        Self::Quoted,
        Self::UndatedGrid,
        Self::List,
        Self::ListOfRuns,
        Self::Turned,
        Self::RowsOfDays,
    ];

    /// The plan in this shape; in a spreadsheet's line ends where `crlf` says so.
    pub fn write(self, weeks: &[WeekText], crlf: bool) -> String {
        let names = Day::ALL.iter().map(|day| day.name());
        let mut out = String::new();
        match self {
            Self::Grid | Self::Semicolons | Self::Tabs | Self::Quoted | Self::UndatedGrid => {
                let mark = match self {
                    Self::Semicolons => ";",
                    Self::Tabs => "\t",
                    _ => ",",
                };
                let cell =
                    |text: &str| if self == Self::Quoted { format!("\"{text}\"") } else { text.to_owned() };
                let row = |label: String, cells: Vec<String>| {
                    [vec![label], cells].concat().iter().map(|text| cell(text)).collect::<Vec<_>>().join(mark)
                        + "\n"
                };
                out += &row("Week".to_owned(), names.map(ToOwned::to_owned).collect());
                for (at, week) in weeks.iter().enumerate() {
                    let label = if self == Self::UndatedGrid { (at + 1).to_string() } else { date(at, 0) };
                    out += &row(label, week.to_vec());
                }
            }
            Self::List | Self::ListOfRuns => {
                out += "Date,Workout\n";
                for (at, week) in weeks.iter().enumerate() {
                    for (day, text) in week.iter().enumerate() {
                        let is_off = text == "Rest" || text.is_empty();
                        if self == Self::List || !is_off {
                            let _ = writeln!(out, "{},{text}", date(at, day));
                        }
                    }
                }
            }
            Self::Turned => {
                let labels: Vec<String> = (1..=weeks.len()).map(|at| format!("Week {at}")).collect();
                let _ = writeln!(out, "Day,{}", labels.join(","));
                for (day, name) in names.enumerate() {
                    let cells: Vec<&str> = weeks.iter().map(|week| week[day].as_str()).collect();
                    let _ = writeln!(out, "{name},{}", cells.join(","));
                }
            }
            Self::RowsOfDays => {
                out += "Week,Day,Workout\n";
                for (at, week) in weeks.iter().enumerate() {
                    for (name, text) in Day::ALL.iter().map(|day| day.name()).zip(week) {
                        let _ = writeln!(out, "{},{name},{text}", at + 1);
                    }
                }
            }
        }
        if crlf { out.replace('\n', "\r\n") } else { out }
    }
}

/// A calendar with an event a session-day.
pub fn calendar(weeks: &[WeekText]) -> String {
    let mut out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//plan//EN\r\n".to_owned();
    for (at, week) in weeks.iter().enumerate() {
        for (day, text) in week.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let date = date(at, day).replace('-', "");
            let _ = write!(
                out,
                "BEGIN:VEVENT\r\nUID:{date}@somebody\r\nDTSTART;VALUE=DATE:{date}\r\nSUMMARY:{text}\r\nEND:VEVENT\r\n"
            );
        }
    }
    out + "END:VCALENDAR\r\n"
}

/// The plan of a text; `None` where it is none, or none that strength can go around.
pub fn overlay(text: &str, standard: &Standard) -> Option<(Overlay, String)> {
    let text = csv::original(text);
    let (plans, problems) = read(&text, 0);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    let plan: ForeignPlan = one(plans).expect("one plan")?;
    let overlay = Overlay::new(plan, standard, None, "plan.csv").ok()?;
    Some((overlay, text))
}

/// All weeks of a plan.
pub fn all_weeks(overlay: &Overlay) -> Cycle {
    let (first, last) = (overlay.written.monday, overlay.written.last());
    overlay.cycle(&overlay.requests(&overlay.request(first, &[]), None, first, last))
}
