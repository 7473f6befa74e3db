//! What holds for the best week of every runner, tried on random ones.

use crate::best;
use crate::random_profiles::{self, config};
use proptest::prelude::*;
use runplan::explain::findings::{findings, score, sound};
use runplan::rules::{self, RULES};
use runplan::solve::{Ask, RuleSet, Search};
use runplan::week::day::{Day, Days};
use runplan::week::hours::Time;
use runplan::week::score::Level;
use runplan::week::{DayPlan, Week};
use runplan::word::Word;

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn a_plan_keeps_every_hard_rule_and_its_findings_add_up_to_the_score(request in random_profiles::requests()) {
        let facts = rules::facts(&request);
        if let Some(best) = best(&request) {
            prop_assert_eq!(sound(&facts, &best.week), Ok(()));
            let found = findings(&facts, &best.week);
            prop_assert!(found.iter().all(|finding| finding.rule.level() != Some(Level::Hard)));
            prop_assert_eq!(score(&found), best.score);
        }
    }

    #[test]
    fn closing_a_day_never_improves_the_score(request in random_profiles::requests(), day in 0usize..7, gym in any::<bool>()) {
        let day = Day::of(day);
        let mut closed = request.clone();
        if gym {
            let mut days = closed.profile.to_mut().strength.days.unwrap_or(Days::ALL);
            days.remove(day);
            closed.profile.to_mut().strength.days = Some(days);
        } else if !request.profile.runs.days.contains(day) && !rules::facts(&request).blocked.contains(day) {
            closed.profile.to_mut().time[day.index()] = Some(Time::Off);
        }
        match (best(&request), best(&closed)) {
            (Some(open), Some(closed)) => prop_assert!(closed.score >= open.score),
            (None, closed) => prop_assert!(closed.is_none()),
            (Some(_), None) => {}
        }
    }

    #[test]
    fn turning_a_rule_off_never_worsens_the_score(request in random_profiles::requests(), rule in 0usize..29) {
        let steering: Vec<_> = RULES.iter().copied().filter(|rule| rule.steer().is_some()).collect();
        let off = steering[rule % steering.len()];
        let without = RuleSet::new(RULES.iter().copied().filter(|rule| rule.id != off.id));
        let facts = rules::facts(&request);
        let (with, without) = (best(&request), Search::new(&facts, &without).best(&Ask::default()));
        if let Some(with) = with {
            prop_assert!(without.is_some_and(|without| without.score <= with.score), "{}", off.id);
        }
    }

    #[test]
    fn the_order_of_the_rules_does_not_matter(request in random_profiles::requests()) {
        let reversed = RuleSet::new(RULES.iter().rev().copied());
        prop_assert_eq!(best(&request), Search::new(&rules::facts(&request), &reversed).best(&Ask::default()));
    }

    #[test]
    fn no_placement_overflows_a_level(request in random_profiles::requests(), picks in prop::array::uniform7(0usize..12)) {
        let facts = rules::facts(&request);
        let mut week: Week = [DayPlan::EMPTY; 7];
        for (day, pick) in picks.into_iter().enumerate() {
            let strength = [runplan::week::session::Strength::Full, runplan::week::session::Strength::Upper, runplan::week::session::Strength::None][pick % 3];
            week[day] = DayPlan { run: facts.runs[day].run, strength, mobility: pick % 2 == 0, cross: pick >= 6, ..DayPlan::EMPTY };
        }
        let found = findings(&facts, &week);
        for level in Level::ALL {
            let sum: u32 = found.iter().filter(|f| f.rule.level() == Some(*level)).map(|f| u32::from(f.amount)).sum();
            prop_assert!(sum <= 255, "{} {}", level, sum);
        }
    }
}
