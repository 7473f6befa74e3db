//! What changed its day or was let go, each with the rule that decided and a reason in words.

use crate::explain::Finding;
use crate::explain::findings::findings;
use crate::explain::reasons::risen;
use crate::facts::Facts;
use crate::facts::changes::Change;
use crate::plan::{Plan, PlannedSession};
use crate::replan::became::Became;
use crate::replan::losses::Losses;
use crate::replan::standing::Standing;
use crate::rules::{DAY_BLOCKED, KEY_RUN_LOST, Looks, Rule, SESSION_TOUCHED};
use crate::week::Week;
use crate::week::day::{Day, and};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::week::session::{Run, Session};
use crate::word::Word as _;

/// A run or a strength session that changed its day or was let go.
#[derive(Clone, Debug)]
pub struct Touched {
    /// The session as it stood.
    pub session: PlannedSession,
    /// The day on which it stood.
    pub from: Day,
    /// The day on which it stands now; `None` where it was let go.
    pub to: Option<Day>,
    /// The id of the rule that decided.
    pub rule: &'static str,
    /// Why, in a sentence without a stop.
    pub message: String,
}

impl Touched {
    /// It as a change of the week, for formats that know of no earlier one.
    #[must_use]
    pub fn change(&self) -> Change {
        let what = self.session.session.name();
        let message = match self.to {
            Some(to) => format!("{what} moves to {}: {}", to.name(), self.message),
            None => format!("{what} let go: {}", self.message),
        };
        let days = std::iter::once(self.from).chain(self.to).collect();
        Change { rule: self.rule, days, message, of_search: false, first: false }
    }
}

/// The runs and strength sessions of the earlier week that do not stand where they stood.
pub(super) fn touched(
    facts: &Facts<'_>,
    standing: &Standing,
    now: &Plan,
    became: &Became,
    losses: &Losses,
) -> Vec<Touched> {
    let of = Reasons { facts, now, became, losses, mine: findings(facts, &now.week) };
    let mut all = Vec::new();
    for day in &standing.days {
        for session in day.sessions.iter().filter(|of| of.is(Kind::Run) || of.is(Kind::Strength)) {
            let on = now.days.iter().find(|day| day.sessions.iter().any(|other| other.id == session.id));
            let to = on.map(|day| day.day);
            if to == Some(day.day) {
                continue;
            }
            let (rule, message) = match to {
                Some(to) => of.moved(day.day, to, session),
                None => of.let_go(day.day, session),
            };
            all.push(Touched { session: session.clone(), from: day.day, to, rule, message });
        }
    }
    all
}

/// What reasons are made from.
struct Reasons<'a> {
    facts: &'a Facts<'a>,
    now: &'a Plan,
    became: &'a Became,
    losses: &'a Losses,
    /// What the week breaks as it is.
    mine: Vec<Finding>,
}

impl Reasons<'_> {
    /// What became of the day on which a session stood, in a few words; `None` where the day stands.
    fn lost(&self, day: Day, kind: Kind) -> Option<(&'static str, String)> {
        let was_missed =
            |of: &crate::replan::losses::Missed| of.day == day && of.what.is_none_or(|what| what == kind);
        if self.losses.missed.iter().any(|(of, _)| was_missed(of)) {
            return Some((SESSION_TOUCHED.id, "missed".to_owned()));
        }
        self.became.lost.contains(day).then(|| (DAY_BLOCKED.id, format!("{} is blocked", day.name())))
    }

    /// Why a session moved.
    fn moved(&self, from: Day, to: Day, session: &PlannedSession) -> (&'static str, String) {
        if self.became.put_on(from) == to {
            return (SESSION_TOUCHED.id, format!("you moved it to {}", to.name()));
        }
        match (self.lost(from, session.session.kind()), session.session) {
            (Some((_, lost)), Session::Run(_)) => (KEY_RUN_LOST.id, lost),
            (Some(lost), _) => lost,
            (None, _) => {
                let mut without = self.now.week;
                without[to.index()] = without[to.index()].without(session.session.kind());
                let against = self.against(&without, from, session.session);
                against.map_or((SESSION_TOUCHED.id, "it makes room".to_owned()), |of| (of.0.id, of.1))
            }
        }
    }

    /// Why a session was let go.
    fn let_go(&self, from: Day, session: &PlannedSession) -> (&'static str, String) {
        let kind = session.session.kind();
        let lost = self.lost(from, kind);
        let run = self.now.week[from.index()].run;
        match (session.session, lost) {
            (Session::Second, None) => {
                (SESSION_TOUCHED.id, "a second run goes with the run of its day".to_owned())
            }
            (Session::Run(Run::Easy | Run::ShakeOut) | Session::Second, Some((rule, lost))) => {
                (rule, format!("{lost}; easy runs are not made up"))
            }
            (Session::Run(_), None) if run.is_run() => {
                (KEY_RUN_LOST.id, format!("its day goes to the {}", run.name()))
            }
            (_, None) => match self.against(&self.now.week, from, session.session) {
                Some((rule, why)) => (rule.id, why),
                None => (SESSION_TOUCHED.id, "its day is taken".to_owned()),
            },
            (of, Some((rule, lost))) => match self.nowhere(from, of) {
                Some((rule, why)) => (rule, format!("{lost}; {why}")),
                None => (rule, format!("{lost}; no day is left for it")),
            },
        }
    }

    /// Why no other day takes a session: of the nearest day in full, of the others by their rules.
    fn nowhere(&self, from: Day, session: Session) -> Option<(&'static str, String)> {
        let open = |day: &Day| {
            *day != from
                && *day >= self.became.today
                && !self.became.frozen.contains(*day)
                && !self.became.lost.contains(*day)
                && !self.facts.blocked.contains(*day)
                && self.now.week[day.index()]
                    .session(session.kind())
                    .is_none_or(|of| of == Session::Run(Run::Easy))
        };
        let mut days: Vec<Day> = Day::ALL.iter().copied().filter(open).collect();
        days.sort_by_key(|day| day.index().abs_diff(from.index()));
        let against: Vec<(Day, &'static Rule, String)> = days
            .iter()
            .filter_map(|day| {
                let (rule, why) = self.against(&self.now.week, *day, session)?;
                Some((*day, rule, why))
            })
            .collect();
        let (_, rule, why) = against.first()?;
        let is_hard = rule.level() == Some(Level::Hard);
        let others: Vec<&str> = against[1..].iter().map(|(day, ..)| day.name()).collect();
        let others = match (others.len(), is_hard) {
            (0, _) => String::new(),
            (1, true) => format!("; {} would break a rule too", others[0]),
            (_, true) => format!("; {} would break rules too", and(&others)),
            (_, false) => format!("; nor {}", and(&others)),
        };
        let so = if is_hard { "no other day will do" } else { "no other day is better" };
        Some((rule.id, format!("{so} ({why}{others})")))
    }

    /// What a week would break with a session on a day as all else stands: the first rule by level and what it says; the price of a
    /// move is none. `None` where nothing speaks against it.
    fn against(&self, week: &Week, day: Day, session: Session) -> Option<(&'static Rule, String)> {
        let mut with = *week;
        with[day.index()] = with[day.index()].with(session);
        let then = findings(self.facts, &with);
        let worse = risen(&self.mine, &then);
        let is_price = |rule: &&'static Rule| {
            let looks = rule.steer().map(|steer| steer.looks);
            let of_move = matches!(looks, Some(Looks::Moves(_))) || rule.level() == Some(Level::Stay);
            of_move && rule.level() > Some(Level::Protect)
        };
        let rule = worse.into_iter().filter(|rule| !is_price(rule)).min_by_key(|rule| rule.level())?;
        let of_rule = || then.iter().filter(|finding| finding.rule == rule);
        let finding = of_rule().find(|of| of.days.contains(&day)).or_else(|| of_rule().next())?;
        Some((rule, finding.message(self.facts, &with)))
    }
}
