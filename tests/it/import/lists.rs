//! Tables with a row a day as other people keep them, with their dates or with names of days; and tables that name no day.

use super::shapes::{DAYS, lost, markdown, said, weeks};
use super::{date, plan, refused};
use runplan::import::{ForeignPlan, ForeignWeek};

/// A week whose Tuesday has 5 km and whose Sunday 10, a row a day: what is done and how long it is.
const WEEK: [(&str, &str); 7] = [
    ("Rest", ""),
    ("Easy run", "5"),
    ("Cross", "0"),
    ("Rest", "0"),
    ("Yoga", "-"),
    ("Rest", "0.0"),
    ("Long run", "10"),
];
const READ: &str = "- 30 X - M - 60";

/// Rows of dated days, each cell by the day's place in the week.
fn dated(of: impl Fn(usize, &str, &str, &str) -> String) -> String {
    let rows = WEEK
        .iter()
        .enumerate()
        .map(|(at, (what, length))| of(at, &format!("2027-01-{:02}", 4 + at), what, length) + "\n");
    rows.collect()
}

/// What stands in a cell of the table.
fn cell(plan: &ForeignPlan, text: &str, week: usize, day: usize) -> Option<String> {
    let place = plan.weeks[week].days[day].cell?;
    let row = text[place.record..].trim_start().lines().next()?;
    let row = row.trim_start_matches('\u{feff}');
    row.split(',').nth(place.column).map(|cell| cell.trim_matches('"').to_owned())
}

/// A row of a list, by the day's place in the week, its date, what is done and how far.
type ListRow<'r> = &'r dyn Fn(usize, &str, &str, &str) -> String;

/// Whether lists with these heads and rows are the week.
fn are_the_week(lists: &[(&str, ListRow)]) {
    for (header, row) in lists {
        let text = format!("{header}\n{}", dated(row));
        for text in [text.clone(), format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
            let plan = plan(&text);
            assert_eq!(
                (weeks(&plan), plan.dated, plan.weeks[0].monday),
                (vec![READ.to_owned()], true, date("2027-01-04")),
                "{text}"
            );
            let lost: Vec<&str> = lost(&plan).into_iter().filter(|told| !told.contains("column")).collect();
            assert!(lost.is_empty(), "{text}: {lost:?}");
            assert!(
                cell(&plan, &text, 0, 6).is_some_and(|cell| cell.starts_with("Long run") || cell == "any"),
                "{text}"
            );
            let rows = plan.table.and_then(|table| table.rows).expect("a row a day");
            assert!(
                header.split(',').nth(rows.day).is_some_and(|head| head.to_lowercase().starts_with("dat")),
                "{text}"
            );
        }
    }
}

#[test]
fn a_list_has_its_date_in_any_column() {
    are_the_week(&[
        (
            "Date,Workout,Distance (km)",
            &(|_, date: &str, what: &str, km: &str| format!("{date},{what},{km}")),
        ),
        ("Workout,Distance km,Date", &|_, date, what, km| format!("{what},{km},{date}")),
        (
            "Week,Phase,Block,Cutback,Date,Day,Type,Workout,Distance (km),Pace,Detail,RPE / Duration",
            &|at, date, what, km| {
                format!(
                    "1,1,Base,No,{date},{},run,{what},{km},6:00/km,Keep it easy for 20 min,5/10",
                    DAYS[at]
                )
            },
        ),
        (
            "Week,Phase,Block,Cutback,Focus,Season,Status,Runner,HR zone,Target,Total,Done,Date,Session,Kilometres",
            &|_, date, what, km| {
                format!("1,1,Base,No,legs,winter,open,Jo,Z2,easy,20 km,no,{date},{what},{km}")
            },
        ),
        ("phase,week,week_dates,week_target,date,day,workout,type,distance_km", &|at, date, what, km| {
            format!("One,Week 1,4-10 January,20 km,{date},{},{what},Easy,{km}", DAYS[at])
        }),
        ("dow,date,distance,Type", &|at, date, what, km| {
            format!("{},{date},{},{what}", DAYS[at], if km.is_empty() { "0" } else { km })
        }),
        ("Date,Training Phase,Workout Type,Km,Notes,HR Zone", &|_, date, what, km| {
            format!("{date},Base,{what},{km},easy does it,Green")
        }),
        (
            "date,week,day,location,session_type,session_name,details,distance_km,target_pace",
            &|at, date, what, km| format!("{date},1,{},home,any,{what},look ahead,{km},5:30/km", DAYS[at]),
        ),
        ("Date,Title,km,Comments", &|_, date, what, km| format!("{date},{what},{km},bring water")),
    ]);
}

#[test]
fn a_list_has_its_workout_and_its_length_where_the_heads_say() {
    are_the_week(&[
        ("Date,Exercise,Distance [km]", &|_, date, what, km| format!("{date},{what},{km}")),
        ("Date,Planned workout,Planned km,Actual", &|_, date, what, km| format!("{date},{what},{km},8 km")),
        ("Datum,Einheit,km", &|_, date, what, km| format!("{date},{what},{km}")),
        ("Date,Activity,Length", &|_, date, what, km| {
            format!(
                "{date},{what},{}",
                if km.parse::<f64>().is_ok_and(|km| km > 0.0) { format!("{km} km") } else { km.to_owned() }
            )
        }),
        ("Date,Run,Miles", &|_, date, what, km| {
            format!(
                "{date},{what},{}",
                match km {
                    "5" => "3.108",
                    "10" => "6.215",
                    km => km,
                }
            )
        }),
        ("Date,Workout,Duration", &|_, date, what, km| {
            format!(
                "{date},{what},{}",
                match km {
                    "5" => "30 min",
                    "10" => "60",
                    km => km,
                }
            )
        }),
        ("Date,Workout,Duration (min)", &|_, date, what, km| {
            format!(
                "{date},{what},{}",
                match km {
                    "5" => "30",
                    "10" => "60",
                    km => km,
                }
            )
        }),
        ("Date,Workout,Time (h)", &|_, date, what, km| {
            format!(
                "{date},{what},{}",
                match km {
                    "5" => "0.5",
                    "10" => "1",
                    km => km,
                }
            )
        }),
        ("Date,Day,Workout,Pace,HR,Distance (km)", &|at, date, what, km| {
            format!("{date},{},{what},5:40/km,140,{km}", DAYS[at])
        }),
        ("Date,Workout,Length", &|_, date, what, km| {
            format!(
                "{date},{what} {},6:00/km",
                if km.parse::<f64>().is_ok_and(|km| km > 0.0) { format!("{km} km") } else { String::new() }
            )
        }),
    ]);
}

#[test]
fn a_time_of_the_day_is_no_length() {
    for (time, minutes) in [
        ("6:30", 0),
        ("06:30", 0),
        ("18:00", 0),
        ("6 am", 0),
        ("6:30 pm", 0),
        ("6:30pm", 0),
        ("40", 40),
        ("40 min", 40),
        ("45:00", 45),
        ("1:00:00", 60),
        ("30-40", 40),
        ("1 h", 60),
        ("", 0),
        ("-", 0),
    ] {
        let plan = plan(&format!("Date,Time,Workout\n2027-01-04,{time},Easy run\n2027-01-05,,Rest\n"));
        assert_eq!(
            (plan.weeks[0].days[0].minutes, lost(&plan).len()),
            (minutes, 0),
            "{time}: {:?}",
            plan.remarks
        );
    }
    for head in ["Start time", "Start", "Pace (min)", "Total km", "RPE / duration", "Weekly distance"] {
        let plan = plan(&format!("Date,{head},Workout\n2027-01-04,6,Easy run\n2027-01-05,,Rest\n"));
        assert_eq!((plan.weeks[0].days[0].minutes, said(&plan, "column-left-out").len()), (0, 1), "{head}");
    }
}

#[test]
fn a_length_of_nothing_is_told_only_of_a_run() {
    for (what, length, day, told) in [
        ("Rest", "0", "-", 0),
        ("Rest", "0.0", "-", 0),
        ("Rest", "0 km", "-", 0),
        ("Rest", "-", "-", 0),
        ("Rest", "–", "-", 0),
        ("Rest", "0 mi", "-", 0),
        ("Rest", "0:00", "-", 0),
        ("Rest", "", "-", 0),
        ("Off", "0", "-", 0),
        ("Cross", "0", "X", 0),
        ("Cross-training", "0 km", "X", 0),
        ("Bike", "0.0", "X", 0),
        ("Yoga", "0", "M", 0),
        ("Strength", "0", "F", 0),
        ("Legs", "0", "F", 0),
        ("Core", "0", "U", 0),
        ("", "0", "-", 0),
        ("", "0 km", "-", 0),
        ("Easy run", "0", "?", 1),
        ("Long run", "0 km", "?", 1),
        ("Easy run", "-", "?", 0),
        ("Easy run", "", "?", 0),
    ] {
        for text in [
            format!("date,workout,distance\n2027-01-04,{what},{length}\n2027-01-10,Long run,10\n"),
            format!("day,workout,distance\nMon,{what},{length}\nSun,Long run,10\n"),
        ] {
            let plan = plan(&text);
            let read = said(&plan, "length-not-read").len();
            assert_eq!((weeks(&plan)[0].split(' ').next(), read), (Some(day), told), "{text}");
        }
    }
    // In a grid, too.
    for zero in ["0", "0 km", "0.0", "-", "0 mi", "–"] {
        let plan = plan(&format!(
            "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,{zero},5 km,{zero},{zero},{zero},{zero},10 km\n"
        ));
        assert_eq!(weeks(&plan), ["- 30 - - - - 60"], "{zero}");
        assert!(plan.remarks.iter().all(|remark| remark.note), "{zero}: {:?}", plan.remarks);
    }
}

/// What is done on three days of a week.
const THREE: [(&str, &str); 3] = [("Tue", "Easy run 5 km"), ("Thu", "Tempo 4 km"), ("Sat", "Long run 10 km")];

/// Three weeks of three days, each week under a heading, each day as a text.
fn three_weeks(heading: impl Fn(usize) -> String, of: impl Fn(usize, &str, &str) -> String) -> String {
    let mut text = String::new();
    for week in 1..4 {
        text += &heading(week);
        for (day, what) in THREE {
            text += &of(week, day, what);
            text.push('\n');
        }
    }
    text
}

/// Whether a text is three weeks of three days.
fn are_three_weeks(texts: &[String]) {
    for text in texts {
        let plan = plan(text);
        assert_eq!(weeks(&plan), ["- 30 - 24 - 60 -"; 3], "{text}");
        let labels: Vec<String> = plan.weeks.iter().map(|week| week.label.to_lowercase()).collect();
        assert_eq!(labels, ["week 1", "week 2", "week 3"], "{text}");
        assert!(plan.weeks.iter().all(ForeignWeek::whole), "{text}");
        assert!(lost(&plan).is_empty(), "{text}: {:?}", lost(&plan));
        if let Some(columns) = plan.table.and_then(|table| table.rows) {
            let is_long = |cell: String| cell.starts_with("Long");
            assert!(text.contains(';') || cell(&plan, text, 1, 5).is_some_and(is_long), "{text}");
            let head: Vec<&str> = text.lines().next().expect("a head").split([',', ';']).collect();
            assert!(matches!(head[columns.day].to_lowercase().as_str(), "day" | "dow"), "{text}");
        }
    }
}

#[test]
fn a_row_a_day_without_dates_may_have_few_days() {
    let number = |day: &str| DAYS.iter().position(|name| *name == day).expect("a day") + 1;
    let all = |head: &str, of: &dyn Fn(usize, &str, &str) -> String| {
        format!("{head}\n{}", three_weeks(|_| String::new(), of))
    };
    are_three_weeks(&[
        all("week,day,workout", &|week, day, what| format!("{week},{day},{what}")),
        all("week,day,workout", &|week, day, what| format!("{week},{},{what}", number(day))),
        all("Week,Day,Workout", &|week, day, what| format!("Week {week},Day {},{what}", number(day))),
        all("Week;Day;Workout", &|week, day, what| format!("{week};{day};{what}")),
        all("wk,dow,session", &|week, day, what| format!("{week},{day},{what}")),
        all("day,week,what", &|week, day, what| format!("{day},{week},{what}")),
        all("workout,day,week", &|week, day, what| format!("{what},{day},{week}")),
        all("phase,week,notes,day,workout", &|week, day, what| format!("Base,{week},slow,{day},{what}")),
        all("week,day,duration_min,label,detail", &|week, day, what| {
            let (label, km) = what.trim_end_matches(" km").rsplit_once(' ').expect("a length");
            format!("{week},{day},{},{label},10 min and 20 min", 6 * km.parse::<u32>().expect("km"))
        }),
        all("day,workout", &|_, day, what| format!("{day},{what}")),
        all("week,day,workout", &|week, day, what| {
            let week = if day == "Tue" { week.to_string() } else { String::new() };
            format!("{week},{day},{what}")
        }),
        format!(
            "day,workout,\n{}",
            three_weeks(|week| format!("Week {week},,\n"), |_, day, what| format!("{day},{what},"))
        ),
    ]);
}

#[test]
fn weeks_that_are_named_may_have_few_days() {
    let lines = |heading: &str, of: &dyn Fn(&str, &str) -> String| {
        let heading = |week: usize| format!("\n{}\n", heading.replace('N', &week.to_string()));
        three_weeks(heading, |_, day, what| of(day, what))
    };
    let tables = |heading: &str, head: &str, more: &str| -> String {
        let rows = THREE.map(|(day, what)| format!("{day},{what}{more}"));
        let one = |week: usize| heading.replace('N', &week.to_string()) + &markdown(head, &rows) + "\n";
        (1..4).map(one).collect()
    };
    let rows = |week: usize| THREE.map(|(day, what)| format!("**{week}**,**{day}**,{what}"));
    are_three_weeks(&[
        lines("Week N", &|day, what| format!("{day}: {what}")),
        lines("## Week N", &|day, what| format!("- **{day}**: {what}")),
        lines("**Week N:**", &|day, what| format!("- {day} - {what}")),
        lines("### Week N: base", &|day, what| format!("* {day} – {what}")),
        tables("### Week N\n\n", "Day,Workout", ""),
        tables("## Week N: base\n\n**Focus:** easy\n\n", "**Day**,Planned,Notes", ",ok"),
        tables("", "Day,Workout", ""),
        markdown("Week,Day,Workout", &(1..4).flat_map(rows).collect::<Vec<_>>()),
    ]);
}

#[test]
fn days_of_weeks_without_a_name_are_not_mixed_up() {
    let tables = markdown("Day,Workout", &["Mon,5 km".to_owned(), "Wed,5 km".to_owned()])
        + "\n"
        + &markdown("Day,Workout", &["Fri,5 km".to_owned(), "Sun,10 km".to_owned()]);
    assert_eq!(weeks(&plan(&tables)), ["30 - 30 - - - -", "- - - - 30 - 60"]);
    // Numbers that may count the sessions of a week are told.
    let sessions = plan("week,day,workout\n1,1,5 km\n1,2,5 km\n1,3,10 km\n2,1,5 km\n2,2,5 km\n2,3,10 km\n");
    assert_eq!(
        (weeks(&sessions).len(), said(&sessions, "days-assumed").len(), lost(&sessions).len()),
        (2, 1, 1)
    );
    // From Sunday.
    let sunday = plan("week,day,workout\n1,Sun,10 km\n1,Tue,5 km\n2,Sun,10 km\n2,Tue,5 km\n");
    assert_eq!(weeks(&sunday), ["- - - - - - 60", "- 30 - - - - 60", "- 30 - - - - -"]);
}

#[test]
fn dates_without_a_year_are_told_where_the_days_are_named() {
    let rows = |of: &dyn Fn(usize, &str) -> String| {
        (0..14).map(|at| of(at, DAYS[at % 7])).collect::<Vec<_>>().join("\n")
    };
    for (head, row) in [
        (
            "week,date,day,workout",
            &(|at: usize, day: &str| format!("Week {},{day} Jan {},{day},5 km", at / 7 + 1, at + 4))
                as &dyn Fn(usize, &str) -> String,
        ),
        ("Day,Workout", &|at, day| format!("{day} Jan {},5 km", at + 4)),
        ("Day,Workout", &|at, day| format!("{day} {} Jan,5 km", at + 4)),
        ("Day,Workout", &|at, day| format!("{day} {} Jan.,5 km", at + 4)),
        ("Day,Workout", &|at, day| format!("**{day} Jan {}**,5 km", at + 4)),
        ("Day,Workout", &|at, day| format!("{day} (Jan {}),5 km", at + 4)),
        ("Day,Workout", &|at, day| format!("{day} 1/{},5 km", at + 4)),
        ("Day,Date,Workout", &|at, day| format!("{day},Jan {},5 km", at + 4)),
        ("Date,Day,Workout,Notes", &|at, day| format!("Jan {},{day},5 km,slow", at + 4)),
    ] {
        let plan = plan(&format!("{head}\n{}\n", rows(row)));
        assert_eq!((weeks(&plan), plan.dated), (vec!["30 30 30 30 30 30 30".to_owned(); 2], false), "{head}");
        let told = said(&plan, "dates-not-read");
        assert!(told.len() == 1 && told[0].line == Some(2), "{head}: {:?}", plan.remarks);
    }
    // Beside weeks in lines a table of one week is an example.
    let example = markdown("Day,Workout", &DAYS.map(|day| format!("{day},8 km")));
    let lines = "### Week 1\n- **Monday**: 5 km\n- **Sunday**: 10 km\n### Week 2\n- **Monday**: 6 km\n- **Sunday**: 10 km\n";
    assert_eq!(weeks(&plan(&format!("{example}\n{lines}"))), ["30 - - - - - 60", "36 - - - - - 60"]);
    // A table a week that begins on Sunday.
    let table = |from: usize| {
        let row = |at: usize| {
            format!("{} Nov {},{} km", DAYS[(at + 6) % 7], from + at, if at == 0 { 10 } else { 5 })
        };
        markdown("Day,Planned", &(0..7).map(row).collect::<Vec<_>>())
    };
    let plan = plan(&format!("### Week 1\n\n{}\n### Week 2\n\n{}", table(1), table(8)));
    assert_eq!(weeks(&plan), ["- - - - - - 60", "30 30 30 30 30 30 60", "30 30 30 30 30 30 -"]);
}

#[test]
fn a_table_without_days_says_what_it_lacks() {
    for header in [
        "Week,Phase,Start,Key workout 1,Key workout 2,Long run",
        "Week,Phase,Start,Key workout 1,Key workout 2,Long run,Total",
        "Week,Phase,Start,Key workout 1,Key workout 2,Long run,Total,Notes",
        "Week,Phase,Start,Long Run (km),Key Workout,Weekly Mileage (km),Long Run Pace",
        "Week,Phase,Key workout,Long run,Easy runs,Total,Notes",
        "Week,Dates,Phase,Mileage,Key workouts,Long run,Notes",
        "Week,Start,Tempo run,Intervals,Long run,Total distance,Notes",
        "Week no,Phase,Session 1,Session 2,Session 3,Long run,Total,Notes",
        "Phase,Week,Workout 1,Workout 2,Workout 3,Long run,Weekly km",
        "Phase,Week,Easy,Tempo,Long run,Total,Strength,Notes",
        "Week,Start date,Key session,Easy run,Long run,Volume,Focus,Notes",
        "Week,Long run,Tempo,Easy,Rest,Total,Notes",
    ] {
        let width = header.split(',').count();
        let row = |week: usize| {
            let cells = [
                week.to_string(),
                "Base".to_owned(),
                format!("2027-01-{:02}", 4 + 7 * week),
                "tempo 8 km".to_owned(),
                "6 x 800 m".to_owned(),
                "long run 16 km".to_owned(),
                "40 km".to_owned(),
                "easy".to_owned(),
            ];
            cells[..width].join(",") + "\n"
        };
        let rows: String = (0..3).map(row).collect();
        for text in [
            format!("{header}\n{rows}"),
            format!("\u{feff}{header}\n{rows}"),
            markdown(header, &rows.lines().map(str::to_owned).collect::<Vec<_>>()),
        ] {
            let told = refused(&text);
            assert!(
                told.contains("line 1: the columns `") && told.contains("day of the week"),
                "{text}: {told}"
            );
        }
    }
    // Without a head the columns are Monday to Sunday.
    for row in [
        "rest,easy,tempo,easy,rest,easy,long run",
        "1,rest,easy,tempo pace,easy,rest,easy,long run",
        "Week 1,rest,easy,tempo,easy,rest,easy,long run",
    ] {
        let second = row.replace('1', "2");
        assert_eq!(plan(&format!("{row}\n{second}\n")).weeks.len(), 2, "{row}");
    }
    // Dates a week apart are no days.
    let told =
        refused("Date,Key workout,Long run\n2027-01-04,tempo 8 km,16 km\n2027-01-11,tempo 8 km,18 km\n");
    assert!(told.contains("day of the week"), "{told}");
}
