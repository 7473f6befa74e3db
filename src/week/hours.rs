//! When a runner can train, and at which time of the day each session then starts: fixed by rule, never searched.

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

/// The minutes that a day's sessions need; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Minutes of the run; 0 for a race, which always fits.
    pub run: u16,
    /// Minutes of the strength session.
    pub strength: u16,
    /// Whether strength should stand as far from the run as the day allows (a heavy or moderate leg session after a key run).
    pub apart: bool,
    /// Minutes of mobility.
    pub mobility: u16,
    /// Minutes of cross-training.
    pub cross: u16,
}

/// When sessions start, in minutes after midnight; `None` where there is no session or no clock time is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Starts {
    /// Start of the run.
    pub run: Option<u16>,
    /// Start of the strength session.
    pub strength: Option<u16>,
    /// Start of the mobility session.
    pub mobility: Option<u16>,
    /// Start of the cross-training session.
    pub cross: Option<u16>,
}

/// The start of each session, or `None` if the day has no room for all of them.
///
/// Run first (Doma 2013), at the start of the first window it fits. A leg session that wants to stand apart takes the last
/// window it fits in, any other strength the first room from the run on. Mobility follows strength, else the run, else it
/// takes the first window with room. On a blocked day nothing but "nothing" has room for the clock; that such a day is
/// blocked is a rule of its own.
#[must_use]
pub fn starts(time: &Time, needs: &Needs) -> Option<Starts> {
    match time {
        Time::Any | Time::Off => Some(Starts::default()),
        Time::Minutes(budget) => {
            let sum = needs.run + needs.strength + needs.mobility + needs.cross;
            (sum <= *budget).then(Starts::default)
        }
        Time::Windows(windows) => in_windows(windows, needs),
    }
}

/// The day's windows and what has been put into them so far.
struct Room<'a> {
    windows: &'a [Window],
    placed: [(usize, u16); 4],
    len: usize,
}

impl Room<'_> {
    /// Where the free rest of window `index` starts.
    fn free_from(&self, index: usize) -> u16 {
        let placed =
            self.placed[..self.len].iter().filter(|(window, _)| *window == index).map(|(_, end)| *end);
        placed.max().unwrap_or(self.windows[index].from)
    }

    /// Puts `minutes` into the first of `order` with room; gives the window and the start.
    fn put(&mut self, minutes: u16, order: impl IntoIterator<Item = usize>) -> Option<(usize, u16)> {
        let index = order.into_iter().find(|i| self.free_from(*i) + minutes <= self.windows[*i].to)?;
        let start = self.free_from(index);
        self.placed[self.len] = (index, start + minutes);
        self.len += 1;
        Some((index, start))
    }
}

fn in_windows(windows: &[Window], needs: &Needs) -> Option<Starts> {
    let all = 0..windows.len();
    let mut room = Room { windows, placed: [(0, 0); 4], len: 0 };
    let mut starts = Starts::default();
    let (mut run_in, mut strength_in) = (None, None);
    if needs.run > 0 {
        let (window, start) = room.put(needs.run, all.clone())?;
        (run_in, starts.run) = (Some(window), Some(start));
    }
    if needs.strength > 0 {
        let from_run = run_in.unwrap_or(0)..windows.len();
        let (window, start) = if needs.apart && run_in.is_some() {
            room.put(needs.strength, from_run.rev())?
        } else {
            room.put(needs.strength, from_run)?
        };
        (strength_in, starts.strength) = (Some(window), Some(start));
    }
    if needs.cross > 0 {
        starts.cross = Some(room.put(needs.cross, all.clone())?.1);
    }
    if needs.mobility > 0 {
        starts.mobility = Some(room.put(needs.mobility, strength_in.into_iter().chain(run_in).chain(all))?.1);
    }
    Some(starts)
}

/// A time of day as `HH:MM`.
#[must_use]
pub fn hh_mm(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
