//! What holds for the reasons and the "why not" of every runner, tried on random ones.

use crate::best;
use crate::random_profiles::{self, config};
use proptest::prelude::*;
use runplan::explain::findings::{findings, score, sound};
use runplan::explain::why_not::{Answer, forced, why, why_not};
use runplan::plan::{Outcome, plan, plan_briefly};
use runplan::rules::{self, Check, Rule};
use runplan::week::day::{Day, Days};
use runplan::week::kind::Kind;
use runplan::week::score::Level;
use runplan::word::Word;

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn why_not_answers_what_was_asked(request in random_profiles::requests(), wanted in 0usize..7, day in 0usize..7) {
        let (wanted, day) = (Kind::ALL[wanted], Day::of(day));
        let Some(answer) = why_not(&request, wanted, day) else {
            prop_assert!(best(&request).is_none());
            return Ok(());
        };
        let facts_before = rules::facts(&request);
        let (changed, _) = forced(&request, &facts_before, wanted, day);
        let same_runs = changed.profile == request.profile;
        match &answer.answer {
            Answer::There => prop_assert!(same_runs || matches!(wanted, Kind::Rest | Kind::Run)),
            Answer::Tie(change) | Answer::Costs(change) => {
                let facts = rules::facts(&changed);
                prop_assert_eq!(sound(&facts, &change.after.week), Ok(()));
                prop_assert_eq!(score(&findings(&facts, &change.after.week)), change.after.score);
                prop_assert!(!same_runs || change.after.score >= change.before.score);
                let costs = change.after.score > change.before.score;
                prop_assert_eq!(matches!(answer.answer, Answer::Costs(_)), costs);
                prop_assert_eq!(!change.rules.is_empty(), costs, "the rules that get worse are named: {:?}", answer.message);
            }
            Answer::Forbidden(rules) => {
                // Hard rules forbid it; a change of the season, of health or of the calendar takes a new run out again.
                let takes = |rule: &&Rule| wanted == Kind::Run && matches!(rule.check, Check::Change(_));
                prop_assert!(rules.iter().all(|rule| rule.level() == Some(Level::Hard) || takes(rule)));
                prop_assert!(!answer.message.is_empty());
            }
        }
    }

    #[test]
    fn reasons_follow_the_week(request in random_profiles::requests()) {
        let Some(best) = best(&request) else { return Ok(()) };
        let reasons = why(&request, Days::ALL).expect("a week");
        for day in Day::ALL {
            let plan = best.week[day.index()];
            let decided = plan.run.is_run() && rules::facts(&request).runs[day.index()].movable;
            let placed = u8::from(decided) + u8::from(plan.strength.any()) + u8::from(plan.mobility) + u8::from(plan.cross) + u8::from(plan.is_rest());
            let told = reasons.iter().filter(|why| why.day == *day).count();
            prop_assert_eq!(told, usize::from(placed), "a reason for each session, each rest day and each run that was chosen");
        }
        for why in &reasons {
            // Worse on a level: rules of that level are named. A tie names none.
            match (why.elsewhere, why.worse) {
                (Some(_), Some((level, amount))) => {
                    prop_assert!(amount > 0 && !why.rules.is_empty());
                    prop_assert!(why.rules.iter().all(|rule| rule.level() == Some(level)));
                }
                (Some(_), None) => prop_assert!(why.rules.is_empty()),
                (None, _) => prop_assert!(why.rules.iter().all(|rule| rule.level() == Some(Level::Hard))),
            }
        }
    }

    #[test]
    fn reasons_say_what_closing_the_gym_there_would_cost(request in random_profiles::requests()) {
        let Some(best) = best(&request) else { return Ok(()) };
        let reasons = why(&request, Days::ALL).expect("a week");
        for why in reasons.iter().filter(|why| why.session == Kind::Strength) {
            let mut closed = request.clone();
            let mut days = closed.profile.to_mut().strength.days.unwrap_or(Days::ALL);
            days.remove(why.day);
            closed.profile.to_mut().strength.days = Some(days);
            let then = crate::best(&closed);
            prop_assert_eq!(then.is_some(), why.elsewhere.is_some());
            prop_assert_eq!(then.and_then(|then| then.score.first_worse(best.score)), why.worse);
        }
    }

    #[test]
    fn reasons_change_nothing_about_the_week(request in random_profiles::requests()) {
        if let (Outcome::Week(full), Outcome::Week(brief)) = (plan(&request), plan_briefly(&request)) {
            prop_assert_eq!((full.week, full.score), (brief.week, brief.score));
        }
    }
}
