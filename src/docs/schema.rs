//! JSON Schemas (2020-12) of what goes in and comes out: files that tests hold to the readers and to the types.

/// A schema: its name, what it describes, its text.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Its name.
    pub name: &'static str,
    /// What it describes.
    pub summary: &'static str,
    /// The schema as JSON.
    pub text: &'static str,
}

/// All schemas.
pub const SCHEMAS: [Schema; 7] = [
    Schema {
        name: "profile",
        summary: "a runner's profile, TOML or a line of `batch`",
        text: include_str!("../../plans/schema/profile.json"),
    },
    Schema {
        name: "season",
        summary: "a season file of your own",
        text: include_str!("../../plans/schema/season.json"),
    },
    Schema {
        name: "week",
        summary: "a planned week, `runplan.week/1`",
        text: include_str!("../../plans/schema/week.json"),
    },
    Schema {
        name: "cycle",
        summary: "the weeks of a plan, `runplan.cycle/1`",
        text: include_str!("../../plans/schema/cycle.json"),
    },
    Schema {
        name: "replan",
        summary: "a week that was planned again, `runplan.replan/1`",
        text: include_str!("../../plans/schema/replan.json"),
    },
    Schema {
        name: "refusal",
        summary: "why there is no week, `runplan.refusal/1`",
        text: include_str!("../../plans/schema/refusal.json"),
    },
    Schema {
        name: "error",
        summary: "a line of `batch` that is wrong, `runplan.error/1`",
        text: include_str!("../../plans/schema/error.json"),
    },
];
