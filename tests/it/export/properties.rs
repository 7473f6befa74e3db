//! What holds for the exports of every runner, tried on random ones.

use crate::random_profiles::{self, config};
use proptest::prelude::*;
use runplan::export::{FORMATS, Options};
use runplan::plan::{Outcome, plan};
use runplan::week::score::Level;
use runplan::word::Word;

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn the_same_input_gives_the_same_bytes(request in random_profiles::requests()) {
        for format in FORMATS {
            let text = || format.document(&plan(&request), &Options { explain: true, ..Options::default() });
            prop_assert_eq!(text(), text());
        }
    }

    #[test]
    fn text_fits_its_width(request in random_profiles::requests(), width in 40usize..=80) {
        if let Outcome::Week(week) = plan(&request) {
            let text = (FORMATS[0].week)(&week, &Options { width, explain: true, ..Options::default() });
            // Words longer than a line stand alone: rule ids in brackets and facts in backticks.
            let fits = |line: &str| line.chars().count() <= width || line.split_whitespace().count() <= 2;
            prop_assert!(text.lines().all(fits), "{}", text);
        }
    }

    #[test]
    fn json_parses_back_to_the_plan(request in random_profiles::requests()) {
        let outcome = plan(&request);
        let text = FORMATS[1].document(&outcome, &Options::default()).expect("a document");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        match outcome {
            Outcome::Week(week) => {
                prop_assert_eq!(&value["schema"], "runplan.week/1");
                prop_assert_eq!(value["totals"]["load"].as_u64(), Some(week.load.week().into()));
                let loads = value["days"].as_array().expect("days").iter().map(|day| day["load"].as_u64().unwrap_or(0));
                prop_assert_eq!(loads.sum::<u64>(), u64::from(week.load.week()));
                for level in Level::OF_A_WEEK {
                    let found = value["findings"].as_array().expect("findings").iter();
                    let sum: u64 = found.filter(|f| f["level"] == level.id()).filter_map(|f| f["amount"].as_u64()).sum();
                    prop_assert_eq!(value["score"][level.id()].as_u64(), Some(sum));
                }
            }
            Outcome::Refused(refusal) => {
                prop_assert_eq!(&value["schema"], "runplan.refusal/1");
                prop_assert!(!refusal.conflict.rules.is_empty());
            }
        }
    }
}
