//! The exercises as tables and pages, from the catalogue and a runner's own.

use crate::exercise::{Exercise, Gear, Origin, Region};
use crate::word::Word;
use crate::wrap::{Page, columns};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Which exercises are shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Only those of a region.
    pub region: Option<Region>,
    /// Only those that can be done with this.
    pub gear: Option<Gear>,
}

/// The exercises that are wanted, in the order of the catalogue.
pub fn wanted(own: &[Exercise], wanted: Wanted) -> impl Iterator<Item = &Exercise> {
    Exercise::catalogue().iter().chain(own).filter(move |exercise| {
        wanted.region.is_none_or(|region| exercise.region == region)
            && wanted.gear.is_none_or(|gear| exercise.uses(gear).is_some())
    })
}

/// Exercises, a line each, by region.
#[must_use]
pub fn exercises_text(own: &[Exercise], which: Wanted, width: usize) -> String {
    let mut page = Page::new(width);
    for region in Region::ALL {
        let mut here = wanted(own, which).filter(|exercise| exercise.region == *region).peekable();
        if here.peek().is_some() {
            page.head(region.id());
        }
        for exercise in here {
            let line =
                format!("{}: {} ({}; {})", exercise.id, exercise.name, exercise.level, equipment(exercise));
            page.wrap(&line, "  ", "      ");
        }
    }
    if page.text.is_empty() {
        page.line("No exercise fits.");
    }
    page.closed("`runplan exercises ID` says how it is done.")
}

/// The catalogue as Markdown: a table for each region.
#[must_use]
pub fn markdown() -> String {
    let mut out = String::new();
    for region in Region::ALL {
        let _ = writeln!(out, "{}### {region}\n", if out.is_empty() { "" } else { "\n" });
        out += "| exercise | needs | level | how |\n|---|---|---|---|\n";
        for exercise in Exercise::catalogue().iter().filter(|exercise| exercise.region == *region) {
            let named = if exercise.origin == Origin::Article { ", named by the article" } else { "" };
            let _ = writeln!(
                out,
                "| {} (`{}`{named}) | {} | {} | {} |",
                exercise.name,
                exercise.id,
                equipment(exercise),
                exercise.level,
                exercise.cue
            );
        }
    }
    out
}

/// What an exercise needs: `dumbbell, or kettlebell and bench`.
fn equipment(exercise: &Exercise) -> String {
    let option = |gear: &Gear| {
        let pieces: Vec<_> = gear.pieces().map(Word::id).collect();
        if pieces.is_empty() { "body weight".to_owned() } else { pieces.join(" and ") }
    };
    if exercise.equipment.is_empty() {
        return "body weight".to_owned();
    }
    exercise.equipment.iter().map(option).collect::<Vec<_>>().join(", or ")
}

/// One exercise as a page.
#[must_use]
pub fn exercise_text(exercise: &Exercise, width: usize) -> String {
    let mut page = Page::new(width);
    page.wrap(&format!("{} ({})", exercise.name, exercise.id), "", "  ");
    page.gap();
    let mut row = |name: &str, text: &str| {
        if !text.is_empty() {
            page.beside(&format!("  {name:<10}"), text);
        }
    };
    row("how", &exercise.cue);
    row("for", &format!("{}, {}", exercise.region, exercise.pattern));
    row("needs", &equipment(exercise));
    row("level", exercise.level.id());
    row("counts", if exercise.per_side { "each side" } else { "" });
    row("impact", exercise.intensity.map_or("", Word::id));
    row("easier", exercise.easier.as_deref().unwrap_or_default());
    row("harder", exercise.harder.as_deref().unwrap_or_default());
    row("origin", origin(exercise));
    if let Some(fit) = &exercise.fit {
        let near = if fit.exact { "" } else { " (the nearest there is)" };
        let name = format!("{}/{}", fit.category, fit.name);
        let ids = format!("{}/{}{near}", fit.ids[0], fit.ids[1]);
        if columns(&name) + 12 <= width {
            row("FIT", &format!("{name} {ids}"));
        } else {
            // Names are one word each, and stand below where they do not fit beside.
            page.line("  FIT");
            page.indented(&format!("{}/ {} {ids}", fit.category, fit.name), "  ");
        }
    }
    page.text
}

fn origin(exercise: &Exercise) -> &'static str {
    match exercise.origin {
        Origin::Article => "the article names it",
        Origin::Catalogue => "the catalogue's own choice; the article does not name it",
        Origin::Own => "your own file",
    }
}

/// An exercise for programs.
#[must_use]
pub fn exercise_json(exercise: &Exercise) -> Value {
    let option = |gear: &Gear| gear.pieces().map(Word::id).collect::<Vec<_>>();
    let fit = exercise.fit.as_ref().map(|fit| {
        json!({"category": fit.category, "name": fit.name, "exact": fit.exact, "category_id": fit.ids[0], "name_id": fit.ids[1]})
    });
    json!({
        "id": exercise.id,
        "name": exercise.name,
        "cue": exercise.cue,
        "region": exercise.region.id(),
        "pattern": exercise.pattern,
        "kind": exercise.kind.id(),
        "per_side": exercise.per_side,
        "intensity": exercise.intensity.map(Word::id),
        "equipment": exercise.equipment.iter().map(option).collect::<Vec<_>>(),
        "level": exercise.level.id(),
        "easier": exercise.easier,
        "harder": exercise.harder,
        "origin": exercise.origin.id(),
        "fit": fit,
    })
}
