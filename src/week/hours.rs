//! When a runner can train, and at which time of the day each session then starts: fixed by rule, never searched.

use crate::week::session::{Run, Session, Strength};

/// A stretch of the day, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    /// First minute, 0 to 1439.
    pub from: u16,
    /// The minute after the last, 1 to 1440.
    pub to: u16,
}

/// The time that a runner has on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// Nothing said: any time is fine.
    #[default]
    Any,
    /// So many minutes in all, 1 to 1440.
    Minutes(u16),
    /// Windows, in order of the day, none overlapping.
    Windows(Vec<Window>),
    /// No training at all.
    Off,
}

/// What a runner's calendars take of each day, Monday first: windows in order of the day, none touching another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Busy(pub [Vec<Window>; 7]);

/// The hours of a day in which someone may train who says nothing about it but has a calendar (ours).
pub const AWAKE: Window = Window { from: 6 * 60, to: 22 * 60 };

impl Time {
    /// What is left of it beside `busy`; where nothing was said, of the hours awake. `Off` where nothing is left.
    #[must_use]
    pub fn without(&self, busy: &[Window]) -> Self {
        let left = |windows: &[Window]| -> Vec<Window> {
            let mut left = windows.to_vec();
            for taken in busy {
                left = left
                    .iter()
                    .flat_map(|window| {
                        let before = Window { from: window.from, to: window.to.min(taken.from) };
                        [before, Window { from: window.from.max(taken.to), to: window.to }]
                    })
                    .filter(|window| window.from < window.to)
                    .collect();
            }
            left.dedup();
            left
        };
        let awake = || left(&[AWAKE]);
        match self {
            _ if busy.is_empty() => self.clone(),
            Self::Off => Self::Off,
            Self::Minutes(minutes) => {
                // No session is longer than the longest stretch.
                let free = awake().iter().map(|window| window.to - window.from).max().unwrap_or(0);
                if free == 0 { Self::Off } else { Self::Minutes(*minutes.min(&free)) }
            }
            Self::Any | Self::Windows(_) => {
                let windows = if let Self::Windows(windows) = self { left(windows) } else { awake() };
                if windows.is_empty() { Self::Off } else { Self::Windows(windows) }
            }
        }
    }
}

/// A session that has to find its time on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The session.
    pub session: Session,
    /// Its minutes; 0 for a race, which always fits.
    pub minutes: u16,
    /// Whether it should stand as far from the run as the day allows (a heavy or moderate leg session after a key run).
    pub apart: bool,
}

/// When each session of a day starts, in minutes after midnight, by its [place](Session::place) in the day; `None` where
/// there is none or no clock time is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Starts([Option<u16>; Session::MOST]);

impl Starts {
    /// The start of a session, 0 to 1439 minutes after midnight.
    #[must_use]
    pub const fn of(&self, session: Session) -> Option<u16> {
        self.0[session.place()]
    }
}

/// The start of each session of a day, or `None` if the day has no room for all of them. `needs` come in the order of a
/// day.
///
/// Run first (Doma 2013), at the start of the first window it fits. A leg session that wants to stand apart takes the last
/// window it fits in, any other strength the first room from the run on. Mobility follows strength, else the run, else it
/// takes the first window with room. A second run takes the last window with room. On a blocked day nothing but "nothing" has room for the clock; that such a day is
/// blocked is a rule of its own.
#[must_use]
pub fn starts(time: &Time, needs: impl Iterator<Item = Need>) -> Option<Starts> {
    match time {
        Time::Any | Time::Off => Some(Starts::default()),
        Time::Minutes(budget) => {
            let sum: u16 = needs.map(|need| need.minutes).sum();
            (sum <= *budget).then(Starts::default)
        }
        Time::Windows(windows) => in_windows(windows, needs),
    }
}

/// The day's windows and what has been put into them so far: in which window, and when it ends.
struct Room<'a> {
    windows: &'a [Window],
    placed: [Option<(usize, u16)>; Session::MOST],
}

impl Room<'_> {
    /// Where the free part of a window starts.
    fn free_from(&self, index: usize) -> u16 {
        let placed = self.placed.iter().flatten().filter(|(window, _)| *window == index).map(|(_, end)| *end);
        placed.max().unwrap_or(self.windows[index].from)
    }

    /// The window of a session that was put somewhere, by its place in the day.
    fn window(&self, place: usize) -> Option<usize> {
        self.placed[place].map(|(window, _)| window)
    }

    /// Puts a session into the first window of `order` with room; gives its start.
    fn put(&mut self, need: Need, order: impl IntoIterator<Item = usize>) -> Option<u16> {
        let index = order.into_iter().find(|i| self.free_from(*i) + need.minutes <= self.windows[*i].to)?;
        let start = self.free_from(index);
        self.placed[need.session.place()] = Some((index, start + need.minutes));
        Some(start)
    }
}

fn in_windows(windows: &[Window], needs: impl Iterator<Item = Need>) -> Option<Starts> {
    const RUN: usize = Session::Run(Run::Easy).place();
    const STRENGTH: usize = Session::Strength(Strength::Full).place();
    let all = 0..windows.len();
    let mut room = Room { windows, placed: [None; Session::MOST] };
    let mut starts = Starts::default();
    for need in needs.filter(|need| need.minutes > 0) {
        let run = room.window(RUN);
        let start = match need.session {
            Session::Strength(_) => {
                let from_run = run.unwrap_or(0)..windows.len();
                if need.apart && run.is_some() {
                    room.put(need, from_run.rev())
                } else {
                    room.put(need, from_run)
                }
            }
            Session::Mobility => {
                let beside = room.window(STRENGTH).into_iter().chain(run);
                room.put(need, beside.chain(all.clone()))
            }
            // As far from the first run as the day allows.
            Session::Second => room.put(need, all.clone().rev()),
            _ => room.put(need, all.clone()),
        };
        starts.0[need.session.place()] = Some(start?);
    }
    Some(starts)
}

/// A time of day as `HH:MM`.
#[must_use]
pub fn hh_mm(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
