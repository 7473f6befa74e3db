//! The seasons as tables and pages.

use crate::profile::Keep;
use crate::season::{DoseKind, Lift, Season, Side};
use crate::week::phase::{Phase, SYNONYMS};
use crate::word::Word as _;
use crate::wrap::{Page, columns};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A row of the season table: its name, and its value for a season.
type Row = (&'static str, fn(&Season) -> String);

const ROWS: &[Row] = &[
    ("run days, usual", |s| range(s.runs_usual)),
    ("run days kept", |s| s.runs_keep.to_string()),
    ("speed days, at most", |s| s.speed_max.to_string()),
    ("run minutes, % of yours", |s| match s.volume_before_marathon {
        Some([week, earlier]) => format!("{} (marathon {earlier}, {week})", s.volume),
        None => s.volume.to_string(),
    }),
    ("strength, target / at most", |s| format!("{} / {}", s.strength_target, s.strength_max)),
    ("leg sessions, soft least / most", |s| format!("{} / {}", s.legs_min, s.legs_max)),
    ("weeks until exercises change", |s| s.rotation_weeks.to_string()),
    ("minutes a session, usual", |s| format!("{} ({})", s.minutes, range(s.minutes_usual))),
    ("load class", |s| s.class.to_string()),
    ("main lifts", |s| s.lifts.iter().map(lift).collect::<Vec<_>>().join("; ")),
    ("leg work that leads", |s| {
        s.share.map_or_else(
            || "any".to_owned(),
            |share| match share.side {
                Side::Both => format!("{} % each at least", share.percent),
                side => format!("{side}-leg {} %", share.percent),
            },
        )
    }),
    ("plyo sessions", |s| s.plyo_sessions.to_string()),
    ("plyo contacts a session", |s| s.plyo_contacts.map(|n| n.to_string()).join(" / ")),
    ("core minutes a session, a guide", |s| range(s.core_minutes)),
    ("mobility sessions × minutes", |s| format!("{} × {}", s.mobility_sessions, s.mobility_minutes)),
    ("full rest days, least / target", |s| format!("{} / {}", s.rest_min, s.rest_target)),
    ("hard days, usual at most", |s| {
        let race = if s.phase == Phase::RaceWeek { " + race" } else { "" };
        format!("{}{race}", s.hard_days.map(|n| n.to_string()).join(" / "))
    }),
];

fn range<T: std::fmt::Display + PartialEq>([low, high]: [T; 2]) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

fn lift(lift: &Lift) -> String {
    let mut text = format!("{} × {}", range(lift.sets), range(lift.reps));
    if lift.per_side {
        text += " a leg";
    }
    if let Some(percent) = lift.percent {
        let _ = write!(text, " @ {} %", range(percent));
    }
    if lift.body_weight {
        text += " body weight";
    }
    let _ = match (lift.rir, lift.rir_max) {
        (Some(low), Some(high)) => write!(text, ", RIR {low}–{high}"),
        (Some(low), None) => write!(text, ", RIR {}{low}", if lift.percent.is_some() { "" } else { "≥ " }),
        _ => Ok(()),
    };
    if !lift.levels.is_empty() {
        let _ =
            write!(text, " ({})", lift.levels.iter().map(|level| level.id()).collect::<Vec<_>>().join(", "));
    }
    text
}

/// The seasons as a Markdown table.
#[must_use]
pub fn markdown() -> String {
    let seasons: Vec<_> = Phase::ALL.iter().map(|phase| Season::builtin(*phase)).collect();
    let mut out = String::from("| |");
    for season in &seasons {
        let _ = write!(out, " {} |", season.name);
    }
    let _ = write!(out, "\n|---|{}\n| what it is for |", "---|".repeat(seasons.len()));
    for season in &seasons {
        let _ = write!(out, " {} |", season.summary);
    }
    out.push('\n');
    for (name, value) in ROWS {
        let _ = write!(out, "| {name} |");
        for season in &seasons {
            let _ = write!(out, " {} |", value(season));
        }
        out.push('\n');
    }
    out
}

/// The seasons by name and purpose.
#[must_use]
pub fn names(width: usize) -> String {
    let mut page = Page::new(width);
    for phase in Phase::ALL {
        let season = Season::builtin(*phase);
        page.beside(&format!("  {:<11}", season.name), &season.summary);
    }
    page.gap();
    let synonyms: Vec<_> = SYNONYMS.iter().map(|(word, phase)| format!("{word} = {phase}")).collect();
    page.paragraph(&format!("Also understood: {}.", synonyms.join(", ")));
    page.paragraph("`runplan seasons NAME` shows the numbers; --format json the same for programs.");
    page.text
}

/// One season as a page of its numbers.
#[must_use]
pub fn page(season: &Season, width: usize) -> String {
    let mut page = Page::new(width);
    page.paragraph(&format!("{}: {}", season.name, season.summary));
    page.gap();
    for (name, value) in ROWS {
        row(&mut page, name, &value(season));
    }
    page.gap();
    page.paragraph("Everything but the main lifts, for each side where there are sides");
    for kind in DoseKind::ALL {
        if let Some(dose) = season.dose(*kind) {
            let unit = if kind.amount() == "seconds" { " s" } else { "" };
            let text = format!("{} × {}{unit}", range(dose.sets), range(dose.amount));
            row(&mut page, kind.id(), &text);
        }
    }
    page.closed(
        "Three numbers with slashes are for novice, intermediate and advanced. A number of the season is advice: what \
         your profile sets wins. The sources stand beside each number in the season's file (--source).",
    )
}

/// A name with its value beside it, or below it where the two have no room.
fn row(page: &mut Page, name: &str, value: &str) {
    let name = format!("  {name:<32} ");
    let beside = columns(&name);
    if page.width < beside + 20 {
        page.indented(name.trim(), "  ");
        page.indented(value, "      ");
    } else {
        page.beside(&name, value);
    }
}

/// A season for programs.
#[must_use]
pub fn json(season: &Season) -> Value {
    let keep = match season.runs_keep {
        Keep::All => json!("all"),
        Keep::Days(days) => json!(days),
    };
    let lift = |lift: &Lift| {
        json!({
            "levels": lift.levels.iter().map(|level| level.id()).collect::<Vec<_>>(),
            "sets": lift.sets, "reps": lift.reps, "percent": lift.percent, "rir": lift.rir, "rir_max": lift.rir_max,
            "per_side": lift.per_side, "body_weight": lift.body_weight,
        })
    };
    let dose = |kind: &DoseKind| {
        let numbers = season.dose(*kind).map(|dose| {
            json!({"sets": dose.sets, "amount": dose.amount, "percent": dose.percent, "rir": dose.rir})
        });
        (kind.id().to_owned(), json!(numbers))
    };
    json!({
        "name": season.name,
        "phase": season.phase.id(),
        "summary": season.summary,
        "runs": {
            "usual": season.runs_usual, "keep": keep, "speed_max": season.speed_max, "volume_percent": season.volume,
            "volume_percent_before_marathon": season.volume_before_marathon.map(|[week_before, earlier]| json!({"week_before": week_before, "earlier": earlier})),
        },
        "strength": {
            "target": season.strength_target, "max": season.strength_max, "legs_min": season.legs_min,
            "legs_max": season.legs_max, "minutes": season.minutes, "minutes_usual": season.minutes_usual,
            "rotation_weeks": season.rotation_weeks,
            "class": season.class.id(), "lifts": season.lifts.iter().map(lift).collect::<Vec<_>>(),
            "share": season.share.map(|share| json!({"side": share.side.id(), "percent": share.percent})),
            "maintain_heavy": season.maintain_heavy.as_ref().map(|heavy| json!({
                "class": heavy.class.id(), "legs_max": heavy.legs_max, "lift": lift(&heavy.lift),
                "single": heavy.single.as_ref().map(lift), "minutes": heavy.minutes,
            })),
        },
        "dose": Value::Object(DoseKind::ALL.iter().map(dose).collect()),
        "plyo": {"sessions": season.plyo_sessions, "contacts": season.plyo_contacts},
        "core": {"minutes": season.core_minutes},
        "mobility": {"sessions": season.mobility_sessions, "minutes": season.mobility_minutes},
        "rest": {"min": season.rest_min, "target": season.rest_target},
        "hard_days": season.hard_days,
    })
}
