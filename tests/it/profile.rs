//! Profiles as texts, tried at random: what was written reads back, and no text makes a planner panic.

use crate::random_profiles::{self, config};
use proptest::prelude::*;
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::plan;
use runplan::profile;
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::hours::{Time, Window};

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn no_text_makes_it_panic(cut in 0usize..400, with in "[\\PC\\n=\\[\\]\"',0-9-]{0,20}", json in any::<bool>()) {
        let mut text = include_str!("../../examples/shift-worker.toml").to_owned();
        let at = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.insert_str(at, &with);
        let node = if json { document::json(&text, 0).ok() } else { Some(document::toml(&text, 0).0) };
        let profile = node.and_then(|node| profile::read(&node).ok());
        let request = profile.map(|profile| Request::new(profile, MONDAY).check());
        if let Some(Ok(request)) = request {
            let _ = plan(&request);
        }
    }

    #[test]
    fn a_profile_that_is_written_reads_back(profile in random_profiles::profiles()) {
        let text = random_profiles::toml(&profile);
        let (node, problems) = document::toml(&text, 0);
        prop_assert!(problems.is_empty(), "{:?}", problems);
        let (mut read, _) = profile::read_all(&node);
        // `minutes = {}` is not written.
        if profile.runs.minutes == Some(runplan::profile::Minutes::default()) {
            read.runs.minutes = profile.runs.minutes;
        }
        prop_assert_eq!(read, profile);
    }
}

#[test]
fn an_en_dash_in_a_window_is_a_hyphen() {
    let (node, _) =
        document::toml("season = 'base'\n[runs]\ndays = ['tue']\n[time]\ntue = ['06:30–08:00']\n", 0);
    let profile = profile::read(&node).expect("a profile");
    let window = Window { from: 6 * 60 + 30, to: 8 * 60 };
    assert_eq!(profile.time[Day::Tue.index()], Some(Time::Windows(vec![window])));
}
