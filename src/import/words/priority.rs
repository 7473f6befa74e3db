//! How much a race matters, in the words of coaches: `B race`, `C race`, `tune-up`.

use crate::week::race::Priority;

/// How much the race of a day matters by its text: it is the one that the plan leads to unless the text says otherwise.
#[must_use]
pub fn priority(text: &str) -> Priority {
    let text = text.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says = |phrase: [&str; 2]| words.windows(2).any(|pair| pair == phrase);
    if says(["c", "race"]) {
        Priority::C
    } else if says(["b", "race"]) || says(["tune", "up"]) || words.contains(&"tuneup") {
        Priority::B
    } else {
        Priority::A
    }
}

#[cfg(test)]
mod tests {
    use super::priority;
    use crate::week::race::Priority;

    #[test]
    fn a_race_is_the_one_that_a_plan_leads_to_unless_it_says_otherwise() {
        for (text, expected) in [
            ("Race: City Marathon", Priority::A),
            ("B race, 10k", Priority::B),
            ("10k tune-up race", Priority::B),
            ("Tuneup race", Priority::B),
            ("C-Race Parkrun 5k", Priority::C),
            ("race B", Priority::A),
            ("club race", Priority::A),
        ] {
            assert_eq!(priority(text), expected, "{text}");
        }
    }
}
