//! Closed vocabularies: every word that a profile, a season file or an output may hold is a variant with one spelling.
//!
//! Guarantees that reading, printing, help and "did you mean" share one list.

/// A closed set of words, each with its one spelling.
pub trait Word: Copy + PartialEq + 'static {
    /// The thing that the words name, for messages: `season`, `day`.
    const WHAT: &'static str;
    /// Every word, in the order in which they are listed to people.
    const ALL: &'static [Self];
    /// Other spellings that are accepted.
    const OTHERS: &'static [&'static str] = &[];
    /// The form of a text that stands for several words, for who only looks at forms; empty where none does.
    const SEVERAL: &'static str = "";
    /// The word as it is written in files and output.
    fn id(self) -> &'static str;
    /// The word for `text`, ignoring case; other spellings that are accepted count too.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.iter().copied().find(|word| word.id().eq_ignore_ascii_case(text))
    }
    /// The words that a text stands for where a list may stand, such as `mon-fri`; `None` where it stands for no more than one.
    #[must_use]
    fn several(_text: &str) -> Option<Vec<Self>> {
        None
    }
    /// All words that a text stands for: several, one or none.
    #[must_use]
    fn meant(text: &str) -> Vec<Self> {
        Self::several(text).unwrap_or_else(|| Self::parse(text).into_iter().collect())
    }
}

/// Declares an enum whose variants are words.
macro_rules! words {
    (
        $(#[$meta:meta])* $name:ident ($what:literal) { $($(#[$vmeta:meta])* $variant:ident = $id:literal),+ $(,)? }
        $(also { $($other:literal = $same:ident),+ $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $crate::word::Word for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
            $(
                const OTHERS: &'static [&'static str] = &[$($other),+];
                fn parse(text: &str) -> Option<Self> {
                    let text = text.trim();
                    let known = Self::ALL.iter().map(|word| ($crate::word::Word::id(*word), *word));
                    let mut all = known.chain([$(($other, Self::$same)),+]);
                    all.find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, word)| word)
                }
            )?
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::word::Word::id(*self))
            }
        }
    };
}
pub(crate) use words;

/// A small number in words, `no` to `seven`; a larger one in digits.
#[must_use]
pub fn number_word(number: u8) -> String {
    const WORDS: [&str; 8] = ["no", "one", "two", "three", "four", "five", "six", "seven"];
    WORDS.get(usize::from(number)).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// So many of a thing: `no rest day`, `one rest day`, `two rest days`.
#[must_use]
pub fn counted(number: u8, thing: &str) -> String {
    format!("{} {thing}{}", number_word(number), if number <= 1 { "" } else { "s" })
}

/// The known word nearest to `text`, if one is near enough to be meant (a third of its letters, as compilers do).
#[must_use]
pub fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase();
    let long = text.chars().count();
    let limit = long.max(3) / 3;
    known
        .into_iter()
        // No less than the difference of their lengths is between two words; a long one would take seconds.
        .filter(|word| word.chars().count().abs_diff(long) <= limit)
        .map(|word| (strsim::damerau_levenshtein(&text, word), word))
        .filter(|(distance, _)| *distance <= limit)
        // Of two as near the first by letters, so that the order of a file decides nothing.
        .min_by_key(|(distance, word)| (*distance, *word))
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn of_two_words_as_near_the_order_of_the_list_decides_nothing() {
        assert_eq!(nearest("early", ["ea:ly", "e;rly"]), Some("e;rly"));
        assert_eq!(nearest("early", ["e;rly", "ea:ly"]), Some("e;rly"));
        assert_eq!(nearest("early", ["yearly", "early"]), Some("early"), "the nearer one before letters");
        assert_eq!(nearest("early", ["night"]), None);
    }
}
