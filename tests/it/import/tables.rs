//! Tables in the forms that people write: what can be read is read whole, what cannot is refused; nothing is half read.

use super::{date, plan, refused};
use runplan::import::ForeignPlan;
use runplan::week::session::{Run, Strength};

/// The sessions of a day in letters: E easy, L long, S speed, R race, O shake-out; F full body, U upper; X cross, M mobility.
fn days(plan: &ForeignPlan) -> Vec<String> {
    let of = |week: &runplan::import::ForeignWeek| {
        let day = |day: &runplan::week::DayPlan| {
            let run = match day.run {
                Run::Off => "",
                Run::Easy => "E",
                Run::Long => "L",
                Run::Speed => "S",
                Run::Race => "R",
                Run::ShakeOut => "O",
            };
            let strength = match day.strength {
                Strength::None => "",
                Strength::Full => "F",
                Strength::Lower => "L",
                Strength::Upper => "U",
            };
            let rest = [(day.cross, "X"), (day.mobility, "M")];
            let rest: String = rest.iter().filter(|(is, _)| *is).map(|(_, letter)| *letter).collect();
            let all = format!("{run}{strength}{rest}");
            if all.is_empty() { "-".to_owned() } else { all }
        };
        week.week().iter().map(day).collect::<Vec<_>>().join(" ")
    };
    plan.weeks.iter().map(of).collect()
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

const WEEK: &str = "- E F E - - L";
const CELLS: &str = "rest,easy 6 km,legs 30 min,easy 6 km,rest,rest,long run 16 km";

#[test]
fn two_rows_of_one_week_are_one_week() {
    let row = |label: &str, cells: &str| format!("{label},{cells}\n");
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n";
    let evening = ",,,,,Legs 30 min,";
    let with_legs = "- E F E - F L";
    for second in
        ["1", "1 PM", "1 pm", "1PM", "PM", "pm", "", "1 (PM)", "1b", "1 evening", "1 - strength", "1."]
    {
        let text = format!(
            "{header}{}{}{}{}",
            row("1", CELLS),
            row(second, evening),
            row("2", CELLS),
            row("3", CELLS)
        );
        assert_eq!(days(&plan(&text)), [with_legs, WEEK, WEEK], "{second}");
    }
    for (first, second, third) in [
        ("Week 1", "Week 1", "Week 2"),
        ("Week 1", "Week 1 PM", "Week 2"),
        ("Week 1 AM", "Week 1 PM", "Week 2"),
        ("W1", "W1", "W2"),
        ("1 AM", "1 PM", "2 AM"),
        ("2027-01-04", "2027-01-04", "2027-01-11"),
        ("2027-01-04", "", "2027-01-11"),
        ("2027-W01", "2027-W01", "2027-W02"),
    ] {
        let text = format!("{header}{}{}{}", row(first, CELLS), row(second, evening), row(third, CELLS));
        assert_eq!(days(&plan(&text)), [with_legs, WEEK], "{first}, {second}, {third}");
    }
    // The name of a block is no week.
    let text = format!("{header}{}{}{}", row("Base", CELLS), row("Base", CELLS), row("Build", CELLS));
    assert_eq!(days(&plan(&text)), [WEEK, WEEK, WEEK]);
    // Weeks that are counted again from one are further weeks.
    let text =
        format!("{header}{}{}{}{}", row("1", CELLS), row("2", CELLS), row("1", CELLS), row("2", CELLS));
    assert_eq!(days(&plan(&text)).len(), 4);
}

#[test]
fn days_are_named_in_six_languages() {
    for header in [
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun",
        "Week,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
        "Week,Mo,Tu,We,Th,Fr,Sa,Su",
        "Week,M,T,W,T,F,S,S",
        "Woche,Mo,Di,Mi,Do,Fr,Sa,So",
        "KW,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag",
        "Woche,Mo,Di,Mi,Do,Fr,Sonnabend,So",
        "Woche,Mo.,Di.,Mi.,Do.,Fr.,Sa.,So.",
        "Semaine,lun,mar,mer,jeu,ven,sam,dim",
        "Semaine,Lundi,Mardi,Mercredi,Jeudi,Vendredi,Samedi,Dimanche",
        "Sem,Lu,Ma,Me,Je,Ve,Sa,Di",
        "Semana,lun,mar,mié,jue,vie,sáb,dom",
        "Semana,Lunes,Martes,Miércoles,Jueves,Viernes,Sábado,Domingo",
        "Settimana,lun,mar,mer,gio,ven,sab,dom",
        "Settimana,Lunedì,Martedì,Mercoledì,Giovedì,Venerdì,Sabato,Domenica",
        "Week,ma,di,wo,do,vr,za,zo",
        "Week,maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag",
    ] {
        let text = format!("{header}\n1,{CELLS}\n2,{CELLS}\n");
        assert_eq!(days(&plan(&text)), [WEEK, WEEK], "{header}");
    }
    // Sunday first.
    let text = "Woche,So,Mo,Di,Mi,Do,Fr,Sa\n1,langer Lauf 16 km,Ruhetag,locker 6 km,Beine 30 min,locker 6 km,Ruhetag,frei\n";
    assert_eq!(plan(text).weeks.len(), 2);
}

#[test]
fn a_table_of_which_only_some_days_are_named_is_refused() {
    for header in [
        "Week,Mon,Tue,Mid,Thu,Fri,Sat,Sun",
        "Week,Mon,Tue,Wed,Don,Fri,Sat,Sun",
        "Viikko,ma,ti,ke,to,pe,la,su",
        "Uge,man,tir,ons,tor,fre,lør,søn",
        "Tydzien,pon,wto,sro,czw,pia,sob,nie",
        "Week,Day 1,Tue,Wed,Thu,Fri,Sat,Sun",
    ] {
        let told = refused(&format!("{header}\n1,{CELLS}\n"));
        assert!(told.contains("day"), "{header}: {told}");
    }
    // A plan may speak of some days alone.
    assert_eq!(days(&plan("Week,Tue,Thu,Sun\n1,easy 6 km,easy 6 km,long 16 km\n")), ["- E - E - - L"]);
}

#[test]
fn rows_that_explain_are_no_weeks() {
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n";
    for legend in [
        ",MP,Marathon pace,,,,,",
        "MP,Marathon pace,,,,,,",
        ",E,Easy run,,,,,",
        "Key,,,,,,,",
        "Legend,MP = marathon pace,,,,,,",
        "Legend:,LR = long run,,,,,,",
        "Notes,Run easy on easy days,,,,,,",
        "Note: strides are optional,,,,,,,",
        "*,Long runs at an easy pace,,,,,,",
        "Abbreviations,XT: cross-training,,,,,,",
        "LR,Long run,,,,,,",
        "XT,Cross-training,,,,,,",
        ",,LR: long run,,,,,",
        "Total,,,,,,,32 km",
        "Source: a book,,,,,,,",
    ] {
        let text = format!("{header}1,{CELLS}\n2,{CELLS}\n{legend}\n");
        let plan = plan(&text);
        assert_eq!(days(&plan), [WEEK, WEEK], "{legend}");
        assert!(plan.remarks.iter().any(|remark| remark.id == "row-left-out"), "{legend}");
    }
    for week in ["Taper", "Race week", "Recovery", "3"] {
        let text = format!("{header}1,{CELLS}\n2,{CELLS}\n{week},{CELLS}\n");
        assert_eq!(days(&plan(&text)), [WEEK, WEEK, WEEK], "{week}");
    }
    // An evening of the last week says what is done.
    let text = format!("{header}1,{CELLS}\n2,{CELLS}\n,,,,,,Yoga 30 min,\n");
    assert_eq!(days(&plan(&text)), [WEEK, "- E F E - M L"]);
}

#[test]
fn markdown_tables_and_tables_on_their_side_are_read() {
    let grid = "| Week | Mon | Tue | Wed | Thu | Fri | Sat | Sun |\n|---|:-:|---|---|---|---|---|--:|\n| 1 | rest | easy 6 km | legs 30 min | easy 6 km | rest | rest | long run 16 km |\n";
    assert_eq!(days(&plan(grid)), [WEEK]);
    assert_eq!(days(&plan(&format!("# My plan\n\nTo a half marathon.\n\n{grid}\nGood luck!\n"))), [WEEK]);
    let bare = grid
        .replace("| Week", "Week")
        .replace("| 1 ", "1 ")
        .replace("|---|:-", "---|:-")
        .replace(" |\n", "\n");
    assert_eq!(days(&plan(&bare)), [WEEK]);
    let cells = [
        ("Mon", "rest"),
        ("Tue", "easy 6 km"),
        ("Wed", "legs 30 min"),
        ("Thu", "easy 6 km"),
        ("Fri", "rest"),
        ("Sat", "rest"),
        ("Sun", "long run 16 km"),
    ];
    let rows = |parts: [&str; 3]| -> String {
        let [start, between, end] = parts;
        lines(cells.iter().map(|(day, cell)| format!("{start}{day}{between}{cell}{between}{cell}{end}")))
    };
    for text in [
        format!("Day,Week 1,Week 2\n{}", rows(["", ",", ""])),
        format!(",1,2\n{}", rows(["", ",", ""])),
        format!("Day,2027-01-04,2027-01-11\n{}", rows(["", ",", ""])),
        format!("| | W1 | W2 |\n|-|-|-|\n{}", rows(["| ", " | ", " |"])),
        format!("Day\tWeek 1\tWeek 2\n{}", rows(["", "\t", ""])),
    ] {
        assert_eq!(days(&plan(&text)), [WEEK, WEEK], "{text}");
    }
    assert_eq!(
        plan(&format!("Day,2027-01-04,2027-01-11\n{}", rows(["", ",", ""]))).weeks[1].monday,
        date("2027-01-11")
    );
    let one = lines(cells.iter().map(|(day, cell)| format!("{day},{cell}")));
    assert_eq!(days(&plan(&one)), [WEEK]);
    assert_eq!(days(&plan(&format!("{one}\n{one}"))), [WEEK, WEEK]);
    let with_evening = one.replacen("Thu,", "Wed,yoga 20 min\nThu,", 1);
    assert_eq!(days(&plan(&with_evening)), ["- E FM E - - L"]);
    assert_eq!(days(&plan(&format!("{one}\nMon,easy 5 km\n"))), [WEEK, "E - - - - - -"]);
    let told = lines(cells.iter().map(|(day, cell)| format!("{day}: {cell}")));
    assert_eq!(days(&plan(&told)), [WEEK]);
}

#[test]
fn a_row_a_day_is_read() {
    let cells = ["rest", "easy 6 km", "legs 30 min", "easy 6 km", "rest", "rest", "long run 16 km"];
    let rows = |of: &dyn Fn(usize, &str) -> String| -> String {
        lines(cells.iter().enumerate().map(|(at, cell)| of(at, cell)))
    };
    for text in [
        format!("date,what\n{}", rows(&|at, cell| format!("2027-01-{:02},{cell}", 4 + at))),
        format!("Date,Workout\n{}", rows(&|at, cell| format!("2027-01-{:02},{cell}", 4 + at))),
        format!("Date;Training\n{}", rows(&|at, cell| format!("{:02}.01.2027;{cell}", 4 + at))),
        format!("Date,Day,Workout\n{}", rows(&|at, cell| format!("2027-01-{:02},x,{cell}", 4 + at))),
        rows(&|at, cell| format!("2027-01-{:02},{cell}", 4 + at)),
        rows(&|at, cell| format!("2027-01-{:02}\t{cell}", 4 + at)),
        format!("Workout,Date\n{}", rows(&|at, cell| format!("{cell},2027-01-{:02}", 4 + at))),
        format!(
            "| Date | What |\n|---|---|\n{}",
            rows(&|at, cell| format!("| 2027-01-{:02} | {cell} |", 4 + at))
        ),
    ] {
        let read = plan(&text);
        assert_eq!(
            (days(&read), read.weeks[0].monday, read.dated),
            (vec![WEEK.to_owned()], date("2027-01-04"), true),
            "{text}"
        );
    }
    // Two sessions of a day stand in two rows; minutes may have a column.
    let text = "date,what,minutes\n2027-01-05,easy run,40\n2027-01-05,legs,30\n2027-01-10,long run,100\n";
    let read = plan(text);
    assert_eq!(days(&read), ["- EF - - - - L"]);
    assert_eq!((read.weeks[0].days[1].minutes, read.weeks[0].days[6].minutes), (40, 100));
    // A log of a watch is no plan: none of its columns says what was done.
    let told = refused(
        "Tipo,Date,Km,Kcal,HR,Max HR,Pace\nCorrida,2027-01-05,10102,725,150,170,5:30\nCorrida,2027-01-06,6756,436,140,160,6:10\n",
    );
    assert!(told.contains("what is done"), "{told}");
    let told = refused("date,what\n2027-02-29,easy\n2027-03-32,long\n");
    assert!(told.contains("2027-02-29") && told.contains("2027-03-32"), "{told}");
}

#[test]
fn dates_are_read_in_the_ways_they_are_written() {
    let header = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n";
    let monday = |label: &str| {
        let plan = plan(&format!("{header}{label},{CELLS}\n"));
        (
            plan.dated,
            plan.weeks[0].monday,
            plan.remarks.iter().filter(|of| of.id.starts_with("dates-")).count(),
        )
    };
    for label in [
        "2026-12-07",
        "2026/12/07",
        "2026.12.07",
        "2026/12/7",
        "7 Dec 2026",
        "Dec 7 2026",
        "\"Dec 7, 2026\"",
        "7. Dez 2026",
        "7 December 2026",
        "Dec 7-13 2026",
        "7-13 Dec 2026",
        "2026-12-07 - 2026-12-13",
        "2026-12-07/2026-12-13",
        "2026-W50",
        "Week of 7 Dec 2026",
        "07.12.2026",
        "07.12.26",
        "07/12/2026",
        "12/07/2026",
        "Mon 7 Dec 2026",
    ] {
        assert_eq!(monday(label), (true, date("2026-12-07"), 0), "{label}");
    }
    assert_eq!(monday("\"Dec 28 - Jan 3, 2027\""), (true, date("2026-12-28"), 0));
    assert_eq!(monday("28 Dec 2026 - 3 Jan 2027"), (true, date("2026-12-28"), 0));
    // What may be two dates is said, and so is what is none.
    assert_eq!(monday("03/04/2026"), (true, date("2026-03-30"), 1));
    for label in [
        "Dec 7-13", "2027-W53", "2027-W60", "31.02.2027", "2027-13-01", "2027/02/30", "12/32/2026", "7 Dec",
        "Feb 30 2027",
    ] {
        let (dated, _, said) = monday(label);
        assert_eq!((dated, said), (false, 1), "{label}");
    }
}

#[test]
fn our_own_csv_is_read_as_it_was_written() {
    let text = "date,day,runner,season,week,kind,type,class,key,start,minutes,rpe,load,exercises,because,why,weight\r\n\
        2027-01-05,tue,Maya,race-prep,2027-W01,run,easy,,false,,40,3,120,,,,\r\n\
        2027-01-06,wed,Maya,race-prep,2027-W01,run,speed,,true,,50,7,350,,,,\r\n\
        2027-01-06,wed,Maya,race-prep,2027-W01,strength,full,light,false,,20,5,100,Squat 2 x 15,,,\r\n\
        2027-01-06,wed,Maya,race-prep,2027-W01,mobility,,,false,,10,0,0,,,,\r\n\
        2027-01-08,fri,Maya,race-prep,2027-W01,cross,,,false,,45,3,135,,,,\r\n\
        2027-01-09,sat,Maya,race-prep,2027-W01,strength,upper,,false,,20,4,80,,,,\r\n\
        2027-01-10,sun,Maya,race-prep,2027-W01,run,long,,true,,90,4,360,,,,\r\n";
    for text in
        [text.to_owned(), format!("\u{feff}{text}"), text.replace("\r\n", "\n"), text.replace(',', ";")]
    {
        let read = plan(&text);
        assert_eq!(days(&read), ["- E SFM - X U L"], "{text}");
        assert_eq!((read.weeks[0].run_minutes(), read.dated), ([0, 40, 50, 0, 0, 0, 90], true));
        assert_eq!(read.runner.as_deref(), Some("Maya"));
        assert!(read.remarks.is_empty(), "{:?}", read.remarks);
    }
    for (from, to, why) in [
        ("2027-01-05,tue", "2027-02-30,tue", "2027-02-30"),
        ("run,easy", "run,quick", "quick"),
        ("run,easy", "sprint,easy", "sprint"),
        (",40,3", ",forty,3", "forty"),
        (",40,3", ",-40,3", "-40"),
        ("2027-01-05,tue", "2027-01-05,mon", "mon"),
        ("tue,Maya", "tue,Anna", "Anna"),
    ] {
        let told = refused(&text.replacen(from, to, 1));
        assert!(told.contains(why), "{to}: {told}");
    }
}

#[test]
fn a_table_with_a_thousand_columns_is_none() {
    let header = vec!["Mon"; 20_000].join(",");
    assert!(refused(&format!("{header}\n{header}\n")).contains("columns"));
}

#[test]
fn tables_of_a_plan_go_on_where_the_first_ends() {
    let head = "| Week | Mon | Tue | Wed | Thu | Fri | Sat | Sun |\n|---|---|---|---|---|---|---|---|\n";
    let row = |week: u32| format!("| {week} | {} |\n", CELLS.replace(',', " | "));
    let other = "| Phase | Weeks |\n|---|---|\n| Base | 1-2 |\n";
    for between in ["\n", "\n## Phase 2\n\n", &format!("\nSome words.\n\n{other}\n")] {
        let text = format!("# Plan\n\n{head}{}{}{between}{head}{}", row(1), row(2), row(3));
        assert_eq!(days(&plan(&text)), [WEEK, WEEK, WEEK], "{between}");
    }
    // An empty corner whose rows begin without a stroke.
    let bare = format!(
        " | Mon | Tue | Wed | Thu | Fri | Sat | Sun |\n---|---|---|---|---|---|---|---|\nWeek 1 | {} |\n",
        CELLS.replace(',', " | ")
    );
    assert_eq!(days(&plan(&bare)), [WEEK]);
}

#[test]
fn a_line_a_day_is_read_week_after_week() {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let cells: Vec<&str> = CELLS.split(',').collect();
    let week =
        |of: &dyn Fn(&str, &str) -> String| lines(names.iter().zip(&cells).map(|(day, cell)| of(day, cell)));
    for (heading, line) in [
        ("Week N:", (&|day: &str, cell: &str| format!("{day}: {cell}")) as &dyn Fn(&str, &str) -> String),
        ("## Week N", &|day, cell| format!("- **{day}:** {cell}")),
        ("### Week N (4-10 January)", &|day, cell| format!("* {day} - {cell}")),
        ("**Week N: Base**", &|day, cell| format!("• {day} – {cell}")),
        ("WEEK N", &|day, cell| format!("{}: {cell}", &day[..3])),
        ("Week N", &|day, cell| format!("{day}, January 4: {cell}")),
        ("Week N", &|day, cell| format!("{day} (Jan 4): {cell}")),
        ("Week N", &|day, cell| format!("- **{day}:**\n  - {cell}")),
        ("Words.", &|day, cell| format!("{day}: {cell}")),
    ] {
        let text =
            |number: &str| format!("{}\n{}\nTotal: 28 km\n\n", heading.replace('N', number), week(line));
        let text = format!("My plan\n\n{}{}", text("1"), text("2"));
        assert_eq!(days(&plan(&text)), [WEEK, WEEK], "{text}");
    }
    let labelled =
        |number: u32| week(&|day, cell| format!("WEEK {number}    {}    {cell}", day[..3].to_uppercase()));
    assert_eq!(days(&plan(&format!("WEEK DAY WHAT\n{}\n\n{}\n", labelled(1), labelled(2)))), [WEEK, WEEK]);
    // Few days, or days within sentences, are no plan.
    refused("Notes\nMonday: rest\nTuesday: easy 5 km\n");
    refused("On Monday I rest.\nOn Tuesday I run.\nMonday is fine.\nFriday too.\nSunday long.\n");
}

#[test]
fn a_table_of_days_is_one_week_however_many_columns_it_has() {
    let cells: Vec<&str> = CELLS.split(',').collect();
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let rows = |of: &dyn Fn(&str, &str, &str) -> String| {
        lines(names.iter().zip(&cells).map(|(day, cell)| {
            let at = cell.find(|c: char| c.is_ascii_digit()).unwrap_or(cell.len());
            of(day, cell[..at].trim(), cell[at..].trim())
        }))
    };
    let two = |of: &dyn Fn(&str, &str, &str) -> String| format!("{}\n{}\n", rows(of), rows(of));
    for text in [
        format!("Day,Workout,Length,Notes\n{}", two(&|day, what, long| format!("{day},{what},{long},ok"))),
        format!("Day,Workout\n{}", two(&|day, what, long| format!("{day},{what} {long}"))),
        two(&|day, what, long| format!("{day},{what} {long}")),
        format!(
            "Week,Day,Workout\n{}",
            rows(&|day, what, long| format!("1,{day},{what} {long}"))
                + "\n"
                + &rows(&|day, what, long| format!("2,{day},{what} {long}"))
        ),
    ] {
        assert_eq!(days(&plan(&text)), [WEEK, WEEK], "{text}");
    }
    let one = plan(&format!(
        "Day,Workout,Length,Pace\n{}",
        rows(&|day, what, long| format!("{day},{what},{long},5:30/km"))
    ));
    assert_eq!((days(&one), one.weeks[0].run_minutes()), (vec![WEEK.to_owned()], [0, 36, 0, 36, 0, 0, 96]));
    assert!(one.remarks.iter().any(|remark| remark.id == "column-left-out"), "{:?}", one.remarks);
    let units = plan(
        "Day,Workout,km,Minutes\nMon,rest,,\nTue,easy,5,\nWed,legs,,30\nThu,rest,,\nFri,rest,,\nSat,rest,,\nSun,long,,90\n",
    );
    assert_eq!(
        (days(&units), units.weeks[0].run_minutes()),
        (vec!["- E F - - - L".to_owned()], [0, 30, 0, 0, 0, 0, 90])
    );
}
