//! Texts by the kind of mistake that is made with them: what each means, with its length, and what of it is not understood.
//!
//! A text is written as its sessions: `cross 40km + easy`, `|` between the ways of a choice, `?` for a part that comes back.

use runplan::import::words::entry::{SessionEntry, SessionKind};
use runplan::import::words::read;
use runplan::week::session::{Run, Session, Strength};

/// A session in a word, with its length.
fn entry(entry: &SessionEntry) -> String {
    let kind = match entry.what {
        SessionKind::Placed(Session::Run(Run::Easy)) => "easy",
        SessionKind::Placed(Session::Run(Run::Long)) => "long",
        SessionKind::Placed(Session::Run(Run::Speed)) => "speed",
        SessionKind::Placed(Session::Run(Run::ShakeOut)) => "shake-out",
        SessionKind::Placed(Session::Strength(Strength::Upper)) => "upper",
        SessionKind::Placed(Session::Strength(_)) => "legs",
        SessionKind::Placed(Session::Mobility) => "mobility",
        SessionKind::Placed(Session::Cross) => "cross",
        SessionKind::Placed(other) => panic!("{other:?}"),
        SessionKind::Race(_) => "race",
        SessionKind::Strength => "strength",
        SessionKind::Rest => "rest",
    };
    let mut text = kind.to_owned();
    let length = entry.minutes.map(|minutes| format!("{minutes}min"));
    let distance = entry.metres.map(|metres| format!("{}km", f64::from(metres) / 1000.0));
    let bare = entry.bare.map(|bare| (f64::from(bare) / 1000.0).to_string());
    for part in length.into_iter().chain(distance).chain(bare) {
        text.push(' ');
        text.push_str(&part);
    }
    text
}

/// What a text is read as.
fn reading(text: &str) -> String {
    let reading = read(text);
    let all = |entries: &[SessionEntry]| entries.iter().map(entry).collect::<Vec<_>>().join(" + ");
    let ways = std::iter::once(all(&reading.entries)).chain(reading.others.iter().map(|way| all(way)));
    let mut text = ways.collect::<Vec<_>>().join(" | ");
    if !reading.unknown.is_empty() {
        text.push_str(if text.is_empty() { "?" } else { " ?" });
    }
    text
}

fn holds(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, meant)| (text, reading(text), meant))
        .filter(|(_, read, meant)| read != *meant)
        .map(|(text, read, meant)| format!("`{text}`: `{read}`, not `{meant}`"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn a_length_set_apart_from_its_word_is_that_session_s() {
    holds(&[
        ("Yoga 30 min", "mobility 30min"),
        ("Yoga - 30 min", "mobility 30min"),
        ("Yoga – 30 min", "mobility 30min"),
        ("Yoga, 30 min", "mobility 30min"),
        ("Yoga: 30 min", "mobility 30min"),
        ("Yoga (30 min)", "mobility 30min"),
        ("Yoga\n30 min", "mobility 30min"),
        ("Yoga; 30 min", "mobility 30min"),
        ("Yoga. 30 min.", "mobility 30min"),
        ("Mobility - 100 min", "mobility 100min"),
        ("Legs - 45 min", "legs 45min"),
        ("Legs — 45'", "legs 45min"),
        ("Gym - legs - 45 min", "legs 45min"),
        ("Gym: 1 h", "strength 60min"),
        ("Gym (1 h)", "strength 60min"),
        ("Strength / 30 min", "strength 30min"),
        ("Upper body: 30 min", "upper 30min"),
        ("Core, 20 min", "upper 20min"),
        ("Cross, 45 min", "cross 45min"),
        ("Cross-training – 45 min", "cross 45min"),
        ("Tennis: 60 min", "cross 60min"),
        ("HIIT: 30 min", "strength 30min"),
        ("Body pump: 45 min", "strength 45min"),
        ("Physio: 30 min", "mobility 30min"),
        ("Bike: 20 km", "cross 20km"),
        ("Bike: 40 km", "cross 40km"),
        ("Swim: 2 km", "cross 2km"),
        ("Swim - 1500 m", "cross 1.5km"),
        ("Hike: 10 km", "cross 10km"),
        ("Walk, 5 km", "cross 5km"),
        ("Cycling: 40 km easy", "cross 40km"),
        ("Cycling, easy, 40 km", "cross 40km"),
        ("Ride - 40 km", "cross 40km"),
        ("Ride (40 km)", "cross 40km"),
        ("Row [20 min]", "cross 20min"),
        ("Elliptical: 45 min", "cross 45min"),
        ("45 min, bike", "cross 45min"),
        ("45 min: bike", "cross 45min"),
        ("30 min - yoga", "mobility 30min"),
        ("1 h - strength", "strength 60min"),
        ("Easy run: 30 min", "easy 30min"),
        ("Easy run - 5 km", "easy 5km"),
        ("Run, 40 min", "easy 40min"),
        ("Run (40 min)", "easy 40min"),
        ("Long run – 18 km", "long 18km"),
        ("Tempo: 8 km", "speed 8km"),
        ("Shakeout - 20 min", "shake-out 20min"),
        ("6 km - easy", "easy 6km"),
        // What nobody knows makes no run, wherever its length stands.
        ("Fencing: 60 min", "?"),
        ("Fencing - 60 min", "?"),
        ("Fencing, 60 min", "?"),
        ("Fencing (60 min)", "?"),
        ("Fencing\n60 min", "?"),
        ("Reiki – 1 h", "?"),
        ("Massage: 60 min", "?"),
        ("Sauna, 20 min", "?"),
        ("60 min, fencing", "?"),
        ("60 min: fencing", "?"),
        ("Sledging: 4 km", "?"),
        ("Sledging (4 km)", "?"),
        // A plus is one session more.
        ("Strength + 5 km", "strength + easy 5km"),
        ("Legs, 5 km", "legs + easy 5km"),
        ("Yoga 30 min + run 30 min", "mobility 30min + easy 30min"),
    ]);
}

#[test]
fn a_sport_outranks_the_word_for_its_kind() {
    holds(&[
        ("Bike - Endurance 90 min", "cross 90min"),
        ("Bike - Tempo 60 min", "cross 60min"),
        ("Bike – Recovery 45 min", "cross 45min"),
        ("Bike: Threshold 4x8 min", "cross"),
        ("Bike, tempo 60 min", "cross 60min"),
        ("Bike - Hard 30 min", "cross 30min"),
        ("Bike intervals 5x5 min", "cross"),
        ("Bike - intervals 5x5 min", "cross"),
        ("Cycling: Long ride 4 h", "cross 240min"),
        ("Ride - hills 2 h", "cross 120min"),
        ("Ride: easy spin 45 min", "cross 45min"),
        ("Row - intervals 8x500 m", "cross"),
        ("Swim - Endurance 45 min", "cross 45min"),
        ("Swim: Threshold 10x100 m", "cross"),
        ("Swim - Speed 40 min", "cross 40min"),
        ("XT - hard 45 min", "cross 45min"),
        ("Spin: race simulation 60 min", "cross 60min"),
        ("Ski - long 2 h", "cross 120min"),
        ("Elliptical - steady 40 min", "cross 40min"),
        ("Hike - hills 10 km", "cross 10km"),
        ("Walk - brisk 40 min", "cross 40min"),
        ("Endurance - Bike 90 min", "cross 90min"),
        ("Tempo: bike 60 min", "cross 60min"),
        ("Intervals (bike) 45 min", "cross 45min"),
        ("Easy (bike) 60 min", "cross 60min"),
        ("Strength - Endurance 45 min", "strength 45min"),
        ("Strength: speed 30 min", "strength 30min"),
        ("Yoga - Recovery 30 min", "mobility 30min"),
        ("Mobility: easy 20 min", "mobility 20min"),
        ("Run - Tempo 8 km", "speed 8km"),
        ("Run: Long 18 km", "long 18km"),
        ("Run - Recovery 5 km", "easy 5km"),
        ("Run - Intervals 6x800 m", "speed"),
        ("Bike 60 min, tempo run 20 min", "cross 60min + speed 20min"),
        ("Brick - bike 60 min, run 20 min", "cross 60min + easy 20min"),
        ("AM swim, PM tempo 8 km", "cross + speed 8km"),
    ]);
}

#[test]
fn a_length_beside_a_word_that_nobody_knows_is_no_run() {
    holds(
        &[
            ("40 km Zwift", "cross 40km"),
            ("25 km MTB", "cross 25km"),
            ("10 km Foobar", "?"),
            ("Foobar 10 km", "?"),
            ("12 km Paddeln", "?"),
            ("8 km Wandern", "?"),
            ("3 km Tauchen", "?"),
            ("20 km Rollski", "?"),
            ("15 km sledging", "?"),
            ("5 mi geocaching", "?"),
            ("10 miles by canal boat", "?"),
            ("30 min sauna", "?"),
            ("90 min meeting", "?"),
            ("3 h gardening", "?"),
            ("Sleep 8 h", "?"),
            ("400 m errands", "?"),
            ("Drive 300 km", "?"),
            ("Commute 12 km", "?"),
            ("Flight 8 h", "?"),
            ("Easy 5 km + 12 km Paddeln", "easy 5km ?"),
            ("Easy 5 km, 12 km Paddeln", "easy 5km"),
            // Where and when it is run is no other sport.
            ("10 km trail", "easy 10km"),
            ("8 km treadmill", "easy 8km"),
            ("5 mi hilly", "easy 5mi"),
            ("6 km road", "easy 6km"),
            ("5 km morning", "easy 5km"),
            ("Out and back 10 km", "easy 10km"),
            ("10 km run by the canal", "easy 10km"),
            ("Easy 8 km around the lake", "easy 8km"),
        ]
        .map(|(text, meant)| (text, if meant == "easy 5mi" { "easy 8.045km" } else { meant })),
    );
}

#[test]
fn rest_within_intervals_is_no_rest_day() {
    holds(&[
        ("10x400m 60s rest", "speed"),
        ("10 x 400 m 60 s rest", "speed"),
        ("10x400m, 60s rest", "speed"),
        ("10x400m (60s rest)", "speed"),
        ("10x400m [60s rest]", "speed"),
        ("10x400m w/ 60s rest", "speed"),
        ("10x400m with 60s rest", "speed"),
        ("10x400m with 1:00 rest", "speed"),
        ("10x400m rest 60s", "speed"),
        ("10x400m, rest 60 s", "speed"),
        ("10x400m – 60″ rest", "speed"),
        ("3x(1 mi @T, 1 min rest)", "speed"),
        ("3 x (1 mi @ T, 1 min rest)", "speed"),
        ("2 x (4 x 400 m, 1 min rest), 3 min rest", "speed"),
        ("3x8min @ threshold 2min rest", "speed"),
        ("3 x 8 min threshold, 2 min rest between", "speed"),
        ("8x200 w/ 200 jog rest", "speed"),
        ("4x4 min, 3 min off", "speed"),
        ("10x1 min on 1 min off", "speed"),
        ("10 x 1 min on, 1 min off", "speed"),
        ("Intervals 6x3 min hard 2 min rest", "speed"),
        ("Fartlek 8x1 min, equal rest", "speed"),
        ("Hill sprints 8x10s full rest", "speed"),
        ("Yasso 8x800 with 400 jog rest", "speed"),
        ("5x1000m + 2 min rest", "speed"),
        ("Squats 3x8 90s rest", "legs"),
        ("Planks 3x60s 30s rest", "upper"),
        ("Strength 3x12, 60 s rest", "strength"),
        ("Swim 10x100m 20s rest", "cross"),
        ("Bike 5x5 min 3 min rest", "cross"),
        ("Circuit 4 rounds 1 min rest", "strength"),
        // And what is one.
        ("Rest", "rest"),
        ("Rest day", "rest"),
        ("Full rest", "rest"),
        ("Rest, 30 min nap", "rest"),
        ("Rest - legs sore", "rest"),
        ("Off", "rest"),
        ("Rest, or 30 min walk", "rest | cross 30min"),
    ]);
}

#[test]
fn a_choice_is_the_same_whatever_comes_first() {
    holds(&[
        ("Bike or legs 30 min", "cross | legs 30min"),
        ("Legs 30 min or bike", "cross | legs 30min"),
        ("Cross training or strength training", "cross | strength"),
        ("Strength training or cross training", "cross | strength"),
        ("Rest or yoga", "rest | mobility"),
        ("Yoga or rest", "rest | mobility"),
        ("Rest OR bike", "rest | cross"),
        ("Bike, or legs", "cross | legs"),
        ("Legs (or bike)", "cross | legs"),
        ("Bike (or legs 30 min)", "cross | legs 30min"),
        ("Rest (or 3 km easy)", "rest | easy 3km"),
        ("Easy 5 km or tempo 5 km", "easy 5km | speed 5km"),
        ("Tempo 5 km or easy 5 km", "easy 5km | speed 5km"),
        ("Rest or bike or legs", "rest | cross | legs"),
        ("Legs or bike or rest", "rest | cross | legs"),
        ("Easy 5 km + bike or legs", "easy 5km + cross | easy 5km + legs"),
        ("Core or legs", "upper | legs"),
        ("Legs or core", "upper | legs"),
        ("Either bike or legs", "cross | legs"),
        ("Long run 16 km or race", "long 16km | race"),
        ("Yoga or Pilates", "mobility"),
        ("Bike or swim", "cross"),
        ("Bike or fencing", "cross ?"),
        ("Fencing or legs", "legs ?"),
    ]);
}

#[test]
fn long_is_a_long_run_only_where_it_is_said_of_a_run() {
    holds(&[
        ("Long intervals 6x1000m", "speed"),
        ("Long tempo 10 km", "speed 10km"),
        ("Long hill repeats 6x3 min", "speed"),
        ("Long reps 5x2000 m", "speed"),
        ("Long fartlek 60 min", "speed 60min"),
        ("Long cruise intervals", "speed"),
        ("Long sprints 6x30 s", "speed"),
        ("Long threshold 3x15 min", "speed"),
        ("Medium long 10 km", "easy 10km"),
        ("Medium-long 10 km", "easy 10km"),
        ("Medium long run 18 km", "easy 18km"),
        ("Mid-long 14 km", "easy 14km"),
        ("Midlong 14 km", "easy 14km"),
        ("Semi-long 12 km", "easy 12km"),
        ("MLR 10 km", "easy 10km"),
        ("Long warm-up, 5x1000 m", "speed"),
        ("Long bike 3 h", "cross 180min"),
        ("Long walk", "cross"),
        ("Long stretch 30 min", "mobility 30min"),
        ("Long yoga", "mobility"),
        ("Long core session 30 min", "upper 30min"),
        ("Long", "long"),
        ("Long 16 km", "long 16km"),
        ("Long run", "long"),
        ("Long run, medium effort 16 km", "long 16km"),
        ("Long slow run 90 min", "long 90min"),
        ("Long easy 16 km", "long 16km"),
        ("Long progression run 18 km", "long 18km"),
        ("Long hilly run 18 km", "long 18km"),
        ("Long run with 6x1 km", "long"),
        ("Longest run 32 km", "long 32km"),
    ]);
}

#[test]
fn what_stands_between_a_session_and_its_length_does_not_cut_it_off() {
    holds(
        &[
            ("Trail run with vert 90 min", "easy 90min"),
            ("Run with the dog 30 min", "easy 30min"),
            ("Run w/ stroller 5 km", "easy 5km"),
            ("Easy run with friends 8 km", "easy 8km"),
            ("Easy run with Tom, 8 km", "easy 8km"),
            ("Long run w/ club 18 km", "long 18km"),
            ("Long run with the club - 18 km", "long 18km"),
            ("Tempo with Anna 40 min", "speed 40min"),
            ("Bike with the kids 20 km", "cross 20km"),
            ("Yoga with Adriene 25 min", "mobility 25min"),
            ("Strength with trainer 45 min", "strength 45min"),
            ("Legs with Sam, 45 min", "legs 45min"),
            ("Hike with family 3 h", "cross 180min"),
            ("Walk with mum 1 h", "cross 60min"),
            ("Easy run including the bridge 7 km", "easy 7km"),
            ("Easy run incl. the bridge 7 km", "easy 7km"),
            ("Run with 5 kg vest 30 min", "easy 30min"),
            ("Swim with Jo 2 km", "cross 2km"),
            ("Race with Tom 10 km", "race 10km"),
            ("Run 40 min with the dog", "easy 40min"),
            ("Run 40 min with the dog 20 min", "easy 40min"),
            ("Long run 16 km w/ 10 km at MP", "long 16km + speed"),
        ]
        .map(|(text, meant)| (text, if text.contains("at MP") { "long 16km" } else { meant })),
    );
}

#[test]
fn the_words_of_plans_are_known() {
    holds(&[
        ("Strengthen 30 min", "strength 30min"),
        ("6E", "easy 6"),
        ("2E + 3T + 2E", "easy 2 + speed 3 + easy 2"),
        ("14L", "long 14"),
        ("Z2 50 min", "easy 50min"),
        ("Zone 2 50 min", "easy 50min"),
        ("50 min Z2", "easy 50min"),
        ("Zone 2: 50 min", "easy 50min"),
        ("Z1 30 min", "easy 30min"),
        ("Z4 30 min", "speed 30min"),
        ("Zone 5 4x4 min", "speed"),
        ("Bike Z2 60 min", "cross 60min"),
        ("Moderate 50 min", "easy 50min"),
        ("Glutes 20 min", "legs 20min"),
        ("Quads and hamstrings 30 min", "legs 30min"),
        ("Hamstrings 30 min", "legs 30min"),
        ("Calves 15 min", "legs 15min"),
        ("Calf raises 3x15", "legs"),
        ("Hips 15 min", "legs 15min"),
        ("Chest 30 min", "upper 30min"),
        ("Chest and back 30 min", "upper 30min"),
        ("Back and biceps", "upper"),
        ("Biceps 20 min", "upper 20min"),
        ("Shoulders 20 min", "upper 20min"),
        ("Bench 5x5", "upper"),
        ("HIIT 30 min", "strength 30min"),
        ("Barre 45 min", "strength 45min"),
        ("Body pump 45 min", "strength 45min"),
        ("BodyPump 45 min", "strength 45min"),
        ("TRX 30 min", "strength 30min"),
        ("Hyrox 60 min", "strength 60min"),
        ("MetCon 20 min", "strength 20min"),
        ("OTF 60 min", "strength 60min"),
        ("F45", "strength"),
        ("Barbell class 45 min", "strength 45min"),
        ("Tennis 60 min", "cross 60min"),
        ("Football 90 min", "cross 90min"),
        ("Climbing 2 h", "cross 120min"),
        ("Ice hockey", "cross"),
        ("Dance class 60 min", "cross 60min"),
        ("Bicycling 20 km", "cross 20km"),
        ("Rehab 20 min", "mobility 20min"),
        ("PT exercises", "mobility"),
        ("Prehab 15 min", "mobility 15min"),
        ("N/A", "rest"),
        ("n/a", "rest"),
        ("X", "rest"),
        ("Sick", "rest"),
        ("Travel day", "rest"),
        // Parts of the body that are stretched, or that hurt.
        ("Stretch hamstrings 10 min", "mobility 10min"),
        ("Hip mobility 15 min", "mobility 15min"),
        ("Foam roll quads", "mobility"),
        ("Easy 5 km, calves tight", "easy 5km"),
        ("Easy 5 km, hamstring sore", "easy 5km"),
        ("Easy 5 km (quads tired)", "easy 5km"),
        ("Easy 5 km on sore quads", "easy 5km"),
        ("Back from holiday: easy 5 km", "easy 5km"),
    ]);
}

#[test]
fn lines_of_well_known_plans_are_read_as_they_are_meant() {
    holds(&[
        ("LT 8 km w/ 4 km @ 15K to half marathon race pace", "speed 8km"),
        ("Long run 16 km w/ 8 km @ marathon race pace", "long 16km"),
        ("6 km @ marathon race pace", "speed 6km"),
        ("Half marathon race", "race"),
        ("Marathon race", "race"),
        ("VO2max 8 km w/ 5 x 800 m @ 5K race pace; jog 50 to 90% interval time between", "speed 8km"),
        ("Strides at 90%", "easy"),
        ("Tempo 5 km at 85-90%", "speed 5km"),
        ("8 SOS: Strength 6 x 1 mile w/ 400 recovery", "speed"),
        ("Strength 6 x 1 km", "speed"),
        ("Strength 3 x 10", "strength"),
        ("Speed 12 x 400 w/ 400 jog", "speed"),
        ("Q1: 16 km E", "easy 16km"),
        ("20 min E + 3 x 10 min T w/ 2 min rests + 10 min E", "speed 20min + easy 10min"),
        ("60 min E + 8 strides", "easy 60min"),
        ("2E + 4 x 200 R + 1E", "speed 2 + easy 1"),
        ("4 x 1200 @ I w/ 3 min jog", "speed"),
        ("Easy 6-8", "easy 8"),
        ("Easy 6 - 8", "easy 8"),
        ("Easy 6 to 8", "easy 8"),
        ("6-8", "easy 8"),
        ("20km LSD", "long 20km"),
        ("5-K run", "easy 5km"),
        ("45:00 easy", "easy 45min"),
        ("Run 1:00:00", "easy 60min"),
        ("6x(400 fast/200 slow)", "speed"),
        ("Fast 5 km", "speed 5km"),
        ("Pyramid 200-400-600-400-200", "speed"),
        ("Rucking 5 km", "cross 5km"),
        ("Stairmaster 30 min", "cross 30min"),
        ("Repeat last week", "?"),
        ("As Monday", "?"),
        ("Repeats 6 x 400 m", "speed"),
        ("10 km @ 5:30", "easy 10km"),
        ("10 km (5:30/km)", "easy 10km"),
        ("AM: 6 km easy PM: gym", "easy 6km + strength"),
        ("XT 45 min or rest", "rest | cross 45min"),
        ("Active recovery (walk, yoga, swim)", "cross"),
    ]);
}

#[test]
fn the_common_words_of_other_languages_are_known() {
    holds(&[
        ("Ruhetag", "rest"),
        ("Repos", "rest"),
        ("Descanso", "rest"),
        ("Riposo", "rest"),
        ("Rust", "rest"),
        ("Locker 8 km", "easy 8km"),
        ("Lockerer Dauerlauf 8 km", "easy 8km"),
        ("Footing 45 min", "easy 45min"),
        ("Rodaje suave 8 km", "easy 8km"),
        ("Corsa lento 8 km", "easy 8km"),
        ("Rustige duurloop 8 km", "easy 8km"),
        ("Langer Lauf 18 km", "long 18km"),
        ("Sortie longue 18 km", "long 18km"),
        ("Tirada larga 18 km", "long 18km"),
        ("Lungo 18 km", "long 18km"),
        ("Lange duurloop 18 km", "long 18km"),
        ("10 km Tempodauerlauf", "speed 10km"),
        ("Intervalle 6x800 m", "speed"),
        ("Fractionné 10x400 m", "speed"),
        ("Series 10x400 m", "speed"),
        ("Ripetute 6x1000 m", "speed"),
        ("Krafttraining 30 min", "strength 30min"),
        ("Renforcement 30 min", "strength 30min"),
        ("Fuerza 30 min", "strength 30min"),
        ("Forza 30 min", "strength 30min"),
        ("Krachttraining 30 min", "strength 30min"),
        ("Rad 40 km", "cross 40km"),
        ("Vélo 40 km", "cross 40km"),
        ("Kraft oder Rad", "cross | strength"),
        ("Lauf 8 km und Kraft 20 min", "easy 8km + strength 20min"),
    ]);
}

#[test]
fn a_length_that_none_can_have_is_said() {
    for text in [
        "Easy 0",
        "Easy 0 min",
        "Easy 0 km",
        "Easy -5",
        "Easy -5 km",
        "Easy −5 km",
        "Easy 40000 km",
        "Long 9999 min",
        "Tempo 100000 km",
        "Bike 5000 km",
        "Long run 900 h",
        "Easy 500000",
        "Yoga 0 min",
        "Legs -30 min",
        "Easy 1:30",
    ] {
        let reading = read(text);
        assert_eq!((reading.lengths.len(), reading.entries.len()), (1, 1), "{text}: {reading:?}");
        assert!(!reading.entries[0].sized(), "{text}: {reading:?}");
    }
    for text in [
        "Easy 5",
        "Easy 8-10 km",
        "Easy 8 - 10 km",
        "Easy 1:30 h",
        "6 x 400 m",
        "Easy 5 km @ 5:30/km",
        "Rest",
    ] {
        assert_eq!(read(text).lengths, [""; 0], "{text}");
    }
}

const SPORTS: &[(&str, &str)] = &[
    ("Yoga", "mobility"),
    ("Stretching", "mobility"),
    ("Legs", "legs"),
    ("Strength", "strength"),
    ("Gym", "strength"),
    ("Upper body", "upper"),
    ("Core", "upper"),
    ("Bike", "cross"),
    ("Swim", "cross"),
    ("Cross-training", "cross"),
    ("Elliptical", "cross"),
    ("Tennis", "cross"),
    ("Easy run", "easy"),
    ("Run", "easy"),
    ("Long run", "long"),
    ("Tempo", "speed"),
    ("Shakeout", "shake-out"),
    ("Fencing", "?"),
    ("Sauna", "?"),
    ("Reiki", "?"),
];

#[test]
fn whatever_parts_a_session_from_its_length_it_stays_one() {
    let mut wrong = Vec::new();
    for (sport, kind) in SPORTS {
        for (length, minutes) in [
            ("30 min", "30min"),
            ("45'", "45min"),
            ("1 h", "60min"),
            ("1:30 h", "90min"),
            ("40 minutes", "40min"),
        ] {
            let between = [" ", " - ", " – ", " — ", ", ", ": ", " / ", "; ", "\n", " | "];
            let texts = between.iter().map(|between| format!("{sport}{between}{length}"));
            for text in texts.chain([
                format!("{sport} ({length})"),
                format!("{sport} [{length}]"),
                format!("{length} {sport}"),
            ]) {
                let meant = if *kind == "?" { "?".to_owned() } else { format!("{kind} {minutes}") };
                let read = reading(&text);
                if read != meant {
                    wrong.push(format!("`{text}`: `{read}`, not `{meant}`"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_choice_of_any_two_is_the_same_in_either_order() {
    for (one, first) in SPORTS {
        for (other, second) in SPORTS.iter().filter(|(_, kind)| kind != first) {
            let [there, back] =
                [format!("{one} or {other}"), format!("{other} or {one}")].map(|text| reading(&text));
            assert_eq!(there, back, "{one} or {other}");
            if ![first, second].contains(&&"?") {
                let ways: Vec<&str> = there.split(" | ").collect();
                assert!(
                    ways.len() == 2 && ways.contains(first) && ways.contains(second),
                    "{one} or {other}: {there}"
                );
            }
        }
    }
}

#[test]
fn whatever_stands_between_repeats_they_stay_a_speed_run() {
    let mut wrong = Vec::new();
    for repeats in [
        "10x400m",
        "6 x 800 m",
        "5×1000 m",
        "4 x 4 min",
        "8x1 min hard",
        "3 x 8 min @ threshold",
        "12 x 200m",
    ] {
        for pause in [
            "60s rest", "90 s rest", "2 min rest", "2min rest", "1:30 rest", "rest 60s", "rest 2 min",
            "60\" rest", "2' rest", "full rest", "3 min off", "200m jog rest", "60s pause", "2 min jog",
            "90s recovery", "rest of 2 min",
        ] {
            for text in [
                format!("{repeats} {pause}"),
                format!("{repeats}, {pause}"),
                format!("{repeats} ({pause})"),
                format!("{repeats} [{pause}]"),
                format!("{repeats} w/ {pause}"),
                format!("{repeats} with {pause}"),
                format!("{repeats} - {pause}"),
                format!("{repeats} / {pause}"),
                format!("Intervals: {repeats}, {pause}"),
                format!("Intervals {repeats} {pause}"),
            ] {
                let read = reading(&text);
                if read != "speed" {
                    wrong.push(format!("`{text}`: `{read}`"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_stands_in_parentheses_is_not_cut() {
    holds(&[
        ("40 min slow run (ignore pace and focus on duration)", "easy 40min"),
        ("Easy 5 km (keep it slow and relaxed)", "easy 5km"),
        ("Long run 16 km (with water and gels)", "long 16km"),
        ("30 min run (trail or road)", "easy 30min"),
        ("10 x (1 min at 5k pace, then 1 min easy)", "speed"),
        ("3 x (3 min hard and 2 min easy)", "speed"),
        ("Rest (or easy 5 km)", "rest | easy 5km"),
        ("Easy 5 km and strength (legs and core)", "easy 5km + legs"),
        ("Easy 5 km (flat and strength", "easy 5km + strength"),
    ]);
}

#[test]
fn repeats_are_told_in_many_ways() {
    holds(&[
        ("6-8 x 100 m strides", "easy"),
        ("Easy run 6 km, then 6-8 × 100m strides", "easy 6km"),
        ("8–10 x 3 min at threshold", "speed"),
        ("2 sets of (6 x 500 m at 5k pace, 30 s walk)", "speed"),
        ("4 sets of (3 min at threshold, 1 min jog)", "speed"),
        ("6 x 1 mi @ HMP - 10s", "speed"),
        ("5 x 1 km @ MP - 5 sec", "speed"),
        ("4x5 min brisk running. 3 min jogging", "speed"),
        ("10 miles, consisting of:\n2 miles warm up\n6 miles at MP\n2 miles warm down", "speed 16.09km"),
        ("8 km consisting of 2 km easy, 4 km tempo, 2 km easy", "speed 8km"),
        ("3 x 2 miles at HM", "speed"),
        ("5-K race", "race 5km"),
        ("4 x 400 at 5-K pace", "speed"),
        ("Squats 3 sets of 10", "legs"),
    ]);
}

#[test]
fn terrain_and_a_relaxed_pace_are_no_speed() {
    holds(&[
        ("12 km easy through rolling hills", "easy 12km"),
        ("Long run 20 km over rolling hills", "long 20km"),
        ("10 km through the hills", "easy 10km"),
        ("8 km hills", "speed 8km"),
        ("30 min relaxed pace run", "easy 30min"),
        ("8 km on hilly course at regular run pace", "easy 8km"),
        ("6 km at a comfortable pace", "easy 6km"),
        ("6 km at goal pace", "speed 6km"),
        ("4 slow", "easy 4"),
        ("30 min EZ", "easy 30min"),
        ("3 miles fast", "speed 4.827km"),
        ("3 thresh", "speed 3"),
        ("5 km thr", "speed 5km"),
        ("CT", "cross"),
        ("CT or rest", "rest | cross"),
        ("Fast walk 30 min", "cross 30min"),
        ("Slow flow yoga 60 min", "mobility 60min"),
    ]);
}
