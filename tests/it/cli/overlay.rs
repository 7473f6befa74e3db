//! `overlay` as a whole program: files, calendars written again, and the plan of every command.
