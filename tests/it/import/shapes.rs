//! Tables as other people keep them: turned, told twice, with marks in them, a row a day; what each week has, and what is said.

use super::plan;
use runplan::import::{ForeignPlan, ForeignWeek, Remark};
use runplan::week::session::{Run, Strength};

/// The run minutes of each day, or a letter for what else is done: `-` nothing, X cross, M mobility, F, U strength, `?` a run of
/// unknown length; a week a text.
pub fn weeks(plan: &ForeignPlan) -> Vec<String> {
    let of = |week: &ForeignWeek| {
        let day = |at: usize| {
            let day = &week.days[at];
            match (day.plan.run, day.plan.strength, day.plan.cross, day.plan.mobility) {
                (Run::Off, Strength::None, false, false) => "-".to_owned(),
                (Run::Off, Strength::Full, ..) => "F".to_owned(),
                (Run::Off, Strength::Lower, ..) => "L".to_owned(),
                (Run::Off, Strength::Upper, ..) => "U".to_owned(),
                (Run::Off, _, true, _) => "X".to_owned(),
                (Run::Off, ..) => "M".to_owned(),
                _ if day.minutes == 0 => "?".to_owned(),
                _ => day.minutes.to_string(),
            }
        };
        (0..7).map(day).collect::<Vec<_>>().join(" ")
    };
    plan.weeks.iter().map(of).collect()
}

/// The remarks of an id.
pub fn said<'p>(plan: &'p ForeignPlan, id: &str) -> Vec<&'p Remark> {
    plan.remarks.iter().filter(|remark| remark.id == id).collect()
}

/// Remarks that lose something.
pub fn lost(plan: &ForeignPlan) -> Vec<&str> {
    plan.remarks.iter().filter(|remark| !remark.note).map(|remark| remark.message.as_str()).collect()
}

pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A Markdown table of a header and rows of cells.
pub fn markdown(header: &str, rows: &[String]) -> String {
    let line = |cells: &str| format!("| {} |\n", cells.replace(',', " | "));
    let rule = format!("|{}\n", "---|".repeat(header.split(',').count()));
    [line(header), rule].into_iter().chain(rows.iter().map(|row| line(row))).collect()
}

/// The rows of a turned table in which Tuesday and Sunday of a week have these kilometres.
fn turned(tuesdays: &[u32], sundays: &[u32]) -> Vec<String> {
    let cells = |of: &[u32]| of.iter().map(|km| format!("easy {km} km")).collect::<Vec<_>>().join(",");
    let rest = vec!["rest"; tuesdays.len()].join(",");
    let row = |day: &&str| match *day {
        "Tue" => format!("{day},{}", cells(tuesdays)),
        "Sun" => format!("{day},{}", cells(sundays)),
        _ => format!("{day},{rest}"),
    };
    DAYS.iter().map(row).collect()
}

#[test]
fn a_day_of_a_turned_table_is_in_its_own_week_and_line() {
    for header in ["Day,Week 1,Week 2,Week 3", "Day,W1,W2,W3", ",1,2,3", "Day,wk 1,wk 2,wk 3"] {
        let rows = turned(&[5, 6, 7], &[10, 11, 12]);
        for text in [format!("{header}\n{}\n", rows.join("\n")), markdown(header, &rows)] {
            let plan = plan(&text);
            assert_eq!(weeks(&plan), ["- 30 - - - - 60", "- 36 - - - - 66", "- 42 - - - - 72"], "{text}");
            let labels: Vec<_> =
                plan.weeks.iter().flat_map(|week| &week.days).map(|day| &day.label).collect();
            assert!(labels.iter().all(|label| label.is_none()), "{text}: {labels:?}");
            let start = if text.starts_with('|') { 3 } else { 2 };
            for week in &plan.weeks {
                let lines: Vec<_> = week.days.iter().map(|day| day.line).collect();
                assert_eq!(lines, (start..start + 7).map(Some).collect::<Vec<_>>(), "{text}");
            }
        }
    }
    // Weeks from Sunday: each day has the name of its own column.
    let mut rows = turned(&[5, 6, 7], &[10, 11, 12]);
    rows.rotate_right(1);
    let plan = plan(&format!("Day,Week 1,Week 2,Week 3\n{}\n", rows.join("\n")));
    let labels = |week: usize| -> Vec<&str> {
        plan.weeks[week].days.iter().map(|day| day.label.as_deref().unwrap_or("")).collect()
    };
    let name = |week: usize, day: usize| {
        plan.weeks[week].days[day].label.clone().unwrap_or_else(|| plan.weeks[week].label.clone())
    };
    assert_eq!(plan.weeks.len(), 4, "{:?}", labels(0));
    assert_eq!(
        [name(0, 6), name(1, 0), name(1, 1), name(1, 6), name(2, 1), name(3, 5)],
        ["Week 1", "Week 1", "Week 1", "Week 2", "Week 2", "Week 3"]
    );
    assert_eq!(weeks(&plan), ["- - - - - - 60", "- 30 - - - - 66", "- 36 - - - - 72", "- 42 - - - - -"]);
}

#[test]
fn emphasis_says_nothing() {
    let row = |label: &str, tuesday: &str| format!("{label},rest,{tuesday},rest,rest,rest,rest,10 km long");
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun";
    for label in [
        "**N**", "_N_", "*N*", "__N__", "***N***", "`N`", "**Week N**", "_Week N_", "Week **N**", "~~N~~",
        "**N** ", "**N.**",
    ] {
        let rows: Vec<String> =
            (1..4).map(|week: u32| row(&label.replace('N', &week.to_string()), "X")).collect();
        for text in [markdown(header, &rows), format!("{header}\n{}\n", rows.join("\n"))] {
            let plan = plan(&text);
            assert_eq!(weeks(&plan), ["- - - - - - 60"; 3], "{text}");
            assert!(
                plan.weeks[2].label.to_lowercase().contains("week 3") || plan.weeks[2].label == "3.",
                "{}",
                plan.weeks[2].label
            );
            assert!(said(&plan, "row-left-out").is_empty(), "{text}");
        }
    }
    for tuesday in [
        "**5 km**", "_5 km_", "*5 km*", "**easy** 5 km", "easy **5** km", "__easy 5 km__", "**Easy:** 5 km",
        "`5 km`", "***5 km***", "easy *5 km*", "_easy_ _5 km_", "(**5 km**)",
    ] {
        let plan = plan(&markdown(header, &[row("1", tuesday)]));
        assert_eq!(weeks(&plan), ["- 30 - - - - 60"], "{tuesday}");
        assert!(lost(&plan).is_empty(), "{tuesday}: {:?}", lost(&plan));
    }
    for heads in [
        "**Week**,**Mon**,**Tue**,**Wed**,**Thu**,**Fri**,**Sat**,**Sun**",
        "_Week_,_Mon_,_Tue_,_Wed_,_Thu_,_Fri_,_Sat_,_Sun_",
    ] {
        assert_eq!(weeks(&plan(&markdown(heads, &[row("1", "5 km")]))), ["- 30 - - - - 60"], "{heads}");
    }
    // A star that multiplies stays.
    let plan =
        plan(&markdown(header, &[row("1", "4*1000 m"), row("2", "4 * 1000 m"), row("3", "2*1 km 3*200 m")]));
    let runs: Vec<Run> = plan.weeks.iter().map(|week| week.days[1].plan.run).collect();
    assert_eq!(runs, [Run::Speed; 3]);
}

#[test]
fn what_is_struck_through_is_not_done_and_is_told() {
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun";
    for (tuesday, done) in [
        ("~~5 km~~", "-"),
        ("~~5 km easy~~", "-"),
        ("~~**5 km**~~", "-"),
        ("**~~5 km~~**", "-"),
        ("~~5 km~~ ~~legs~~", "-"),
        ("~~5 km~~ rest", "-"),
        ("~~10 km~~ 5 km", "30"),
        ("5 km ~~10 km~~", "30"),
        ("5 km + ~~legs~~", "30"),
        ("~~legs~~ 5 km", "30"),
        ("~~rest~~ 5 km", "30"),
        ("~~5 km~~ bike 40 min", "X"),
        ("~~5 km~~ yoga", "M"),
        (" ~~ 5 km ~~ ", "-"),
    ] {
        for text in [
            markdown(header, &[format!("1,rest,{tuesday},rest,rest,rest,rest,10 km")]),
            format!("{header}\n1,rest,{tuesday},rest,rest,rest,rest,10 km\n"),
            format!(
                "Week 1\nMon: rest\nTue: {tuesday}\nWed: rest\nThu: rest\nFri: rest\nSat: rest\nSun: 10 km\n"
            ),
        ] {
            let plan = plan(&text);
            assert_eq!(weeks(&plan), [format!("- {done} - - - - 60")], "{text}");
            let said = said(&plan, "struck-out");
            assert!(
                said.len() == 1
                    && said[0].note
                    && said[0].line == Some(if text.starts_with("Week,") { 2 } else { 3 }),
                "{text}: {said:?}"
            );
        }
    }
    // All of them are told at the first.
    let rows: Vec<String> =
        (1..4).map(|week| format!("{week},rest,~~easy {week} km~~,rest,rest,rest,rest,10 km")).collect();
    let plan = plan(&markdown(header, &rows));
    assert!(
        said(&plan, "struck-out")[0].message.starts_with("`easy 1 km` is struck through, and so are 2 more")
    );
    assert_eq!(weeks(&plan), ["- - - - - - 60"; 3]);
    // One mark is none.
    let open = super::plan(&markdown(header, &["1,rest,~~5 km,rest,rest,rest,rest,10 km".to_owned()]));
    assert_eq!(weeks(&open), ["- 30 - - - - 60"]);
}

#[test]
fn further_weeks_of_a_turned_table_follow_the_first() {
    let weeks_of = |numbers: std::ops::Range<u32>, word: &str| {
        format!(
            "Day,{}",
            numbers.map(|number| word.replace('N', &number.to_string())).collect::<Vec<_>>().join(",")
        )
    };
    for word in ["WN", "Week N", "N", "week N", "Wk N", "**WN**"] {
        let (one, two) = (turned(&[5, 6], &[10, 11]), turned(&[7, 8, 9], &[12, 13, 14]));
        let (head, further) = (weeks_of(1..3, word), weeks_of(3..6, word));
        for text in [
            format!("{}\n{}", markdown(&head, &one), markdown(&further, &two)),
            format!(
                "# Plan\n\n## Block 1\n\n{}\n**Block 2**\n\n{}\nGood luck\n",
                markdown(&head, &one),
                markdown(&further, &two)
            ),
            format!("{head}\n{}\n\n{further}\n{}\n", one.join("\n"), two.join("\n")),
            format!("{head}\n{}\n{further}\n{}\n", one.join("\n"), two.join("\n")),
        ] {
            let plan = plan(&text);
            let tuesdays: Vec<u16> = plan.weeks.iter().map(|week| week.days[1].minutes).collect();
            assert_eq!(tuesdays, [30, 36, 42, 48, 54], "{text}");
            let labels: Vec<String> = plan.weeks.iter().map(|week| week.label.to_lowercase()).collect();
            assert!(
                labels.iter().enumerate().all(|(at, label)| label.ends_with(&(at + 1).to_string())),
                "{labels:?}"
            );
        }
        // The same weeks again.
        let text = format!("In miles\n\n{}\nIn km\n\n{}", markdown(&head, &one), markdown(&head, &one));
        let again = plan(&text);
        let told = said(&again, "table-left-out");
        assert_eq!(
            (again.weeks.len(), told.len(), told[0].line, told[0].note),
            (2, 1, Some(15), false),
            "{text}"
        );
    }
    // The days of the second in another order, from Sunday.
    let mut two = turned(&[7, 8], &[12, 13]);
    two.rotate_right(1);
    let text =
        format!("{}\n{}", markdown("Day,W1,W2", &turned(&[5, 6], &[10, 11])), markdown("Day,W3,W4", &two));
    assert_eq!(
        plan(&text).weeks.iter().map(|week| week.days[6].minutes).collect::<Vec<_>>(),
        [60, 66, 72, 78]
    );
    // Columns that no one can count.
    let text = format!(
        "{}\n{}",
        markdown("Day,,", &turned(&[5, 6], &[10, 11])),
        markdown("Day,,", &turned(&[7, 8], &[12, 13]))
    );
    let unsure = plan(&text);
    assert_eq!((unsure.weeks.len(), said(&unsure, "table-left-out").len()), (2, 1));
}

/// Rows of a grid, of weeks with these numbers and units.
fn grid(weeks: impl IntoIterator<Item = u32>, unit: &str) -> Vec<String> {
    weeks
        .into_iter()
        .map(|week| {
            format!("{week},rest,easy {} {unit},rest,rest,rest,rest,long {} {unit}", 3 + week, 9 + week)
        })
        .collect()
}

#[test]
fn a_plan_told_again_in_another_unit_counts_once() {
    let head = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun";
    let miles = markdown(head, &grid(1..5, "mi"));
    let first = weeks(&plan(&miles));
    for (heads, rows) in [
        ([head, head], grid(1..5, "km")),
        ([head, "WEEK,MON,TUE,WED,THU,FRI,SAT,SUN"], grid(1..5, "km")),
        ([head, "**Week**,**Mon**,**Tue**,**Wed**,**Thu**,**Fri**,**Sat**,**Sun**"], grid(1..5, "km")),
        ([head, "Wk,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"], grid(1..5, "km")),
        ([head, head], grid((1..5).rev(), "km")),
        ([head, head], grid(1..3, "km")),
        ([head, head], grid(1..5, "km").into_iter().map(|row| format!("Week {row}")).collect()),
        (
            [head, head],
            grid(1..5, "km")
                .into_iter()
                .map(|row| {
                    let (week, rest) = row.split_once(',').expect("cells");
                    format!("**{week}**,{rest}")
                })
                .collect(),
        ),
    ] {
        for between in ["\n", "\n## In km\n\n", "\nThe same in kilometres:\n\n"] {
            let text = format!(
                "# In miles\n\n{}{between}{}",
                markdown(heads[0], &grid(1..5, "mi")),
                markdown(heads[1], &rows)
            );
            let plan = plan(&text);
            assert_eq!(weeks(&plan), first, "{text}");
            let line = 9 + between.lines().count();
            let told = said(&plan, "table-left-out");
            assert_eq!((told.len(), told[0].line, told[0].note), (1, Some(line), false), "{text}");
            assert!(told[0].message.contains(&format!("line {line}")), "{}", told[0].message);
        }
    }
    // In delimited text.
    let csv = format!("{head}\n{}\n\n{head}\n{}\n", grid(1..5, "mi").join("\n"), grid(1..5, "km").join("\n"));
    assert_eq!(weeks(&plan(&csv)), first);
    // A second table that goes on joins, with a column more or less too.
    for further in [
        head,
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total",
        "Week,Focus,Mon,Tue,Wed,Thu,Fri,Sat,Sun",
        "wk,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    ] {
        let rows = grid(5..7, "mi")
            .into_iter()
            .map(|row| if further.contains("Focus") { row.replacen(',', ",legs,", 1) } else { row });
        let text = format!("{miles}\n## Phase 2\n\n{}", markdown(further, &rows.collect::<Vec<_>>()));
        assert_eq!(weeks(&plan(&text)), weeks(&plan(&markdown(head, &grid(1..7, "mi")))), "{text}");
    }
    // Of a table that has some of the weeks again the others go on.
    let some = plan(&format!("{miles}\n{}", markdown(head, &grid(3..7, "mi"))));
    assert_eq!((some.weeks.len(), said(&some, "table-left-out").len()), (6, 1));
    // Tables before the plan are not the plan.
    let zones = markdown("Zone,Pace,Feel", &["Easy,10:00,fine".to_owned(), "Hard,8:00,less so".to_owned()]);
    let races = markdown("Race,Date,Where", &["Half,2027-05-16,home".to_owned()]);
    assert_eq!(weeks(&plan(&format!("{zones}\n{races}\n{miles}"))), first);
}
