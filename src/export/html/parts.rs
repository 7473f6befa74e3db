//! What pages are made of.

use crate::export::gym::Line;
use crate::export::phrases;
use crate::plan::{NOTICE, Plan};
use crate::wrap::one_line;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style of every page.
pub(super) const STYLE: &str = include_str!("style.css");

/// A whole page with this title and these styles.
pub(super) fn whole(title: &str, styles: &[&str], body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("runplan ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { @for style in styles { (PreEscaped(style)) } }
            }
            body {
                main { (body) }
                footer { p { (NOTICE) } }
            }
        }
    };
    page.into_string() + "\n"
}

/// What must not be missed, under the title.
pub(super) fn first(plan: &Plan) -> Markup {
    let first = phrases::first(plan);
    html! {
        @if !first.is_empty() {
            ul class="first" { @for said in &first { li { (ticked(&said.text)) " " code { (said.rule) } } } }
        }
    }
}

/// A line to write the weight on that was used, with the one that is known.
pub(super) fn used(line: &Line) -> Markup {
    html! {
        @if let Some(weight) = &line.weight { " " span class="used" { "weight " span { (weight) } } }
    }
}

/// Text in which backticks mark keys, rules and commands.
pub(super) fn ticked(text: &str) -> Markup {
    let text = one_line(text);
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
