//! What is written is, byte for byte, what `serde_json` writes.

use super::{is_plain, write};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

/// Every shape that a wire type may have.
#[derive(Clone, Debug, Serialize)]
struct Shapes {
    text: String,
    word: Option<&'static str>,
    nothing: Option<()>,
    numbers: (),
    whole: i64,
    small: Vec<u8>,
    large: u64,
    fraction: f64,
    yes: bool,
    tagged: Vec<Tagged>,
    made: Box<RawValue>,
    #[serde(flatten)]
    more: More,
}

#[derive(Clone, Debug, Serialize)]
struct More {
    letter: char,
    unit: Unit,
}

#[derive(Clone, Debug, Serialize)]
enum Unit {
    One,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Tagged {
    Plain {
        text: String,
    },
    Flat {
        #[serde(flatten)]
        more: More,
        inner: Option<Vec<String>>,
    },
}

fn texts() -> impl Strategy<Value = String> {
    let all = prop_oneof![any::<char>(), Just('"'), Just('\\'), proptest::char::range('\0', '~')];
    proptest::collection::vec(all, 0..40).prop_map(|text| text.into_iter().collect())
}

fn same(value: &impl Serialize) {
    let mut out = b"before".to_vec();
    write(&mut out, value).expect("a shape that is known");
    let theirs = serde_json::to_string(value).expect("JSON");
    assert_eq!(String::from_utf8(out).expect("UTF-8"), format!("before{theirs}"));
}

proptest! {
    #[test]
    fn every_byte_is_that_of_serde_json(
        text in texts(), letter in any::<char>(), whole in any::<i64>(), large in any::<u64>(),
        fraction in any::<f64>(), small in proptest::collection::vec(any::<u8>(), 0..4), yes in any::<bool>(),
        inner in proptest::option::of(proptest::collection::vec(texts(), 0..3)),
    ) {
        let more = More { letter, unit: Unit::One };
        let flat = Tagged::Flat { more: more.clone(), inner: inner.clone() };
        same(&Shapes {
            tagged: vec![Tagged::Plain { text: text.clone() }, flat],
            made: to_raw_value(&(inner, &text)).expect("JSON"),
            word: yes.then_some("word"),
            text, nothing: None, numbers: (), whole, small, large, fraction, yes, more,
        });
    }

    #[test]
    fn a_text_is_plain_where_serde_json_only_puts_it_in_quotes(text in texts()) {
        let theirs = serde_json::to_string(&text).expect("JSON");
        prop_assert_eq!(is_plain(text.as_bytes()), theirs == format!("\"{text}\""));
    }
}

#[test]
fn each_byte_is_seen_wherever_it_stands() {
    for length in 1..=24 {
        for (at, byte) in (0..length).flat_map(|at| (0..=u8::MAX).map(move |byte| (at, byte))) {
            let mut text = vec![b'a'; length];
            text[at] = byte;
            let plain = !matches!(byte, 0..b' ' | b'"' | b'\\');
            assert_eq!(is_plain(&text), plain, "{byte} at {at} of {length}");
        }
    }
}

#[test]
fn numbers_of_one_digit_and_of_two_are_written_alike() {
    for number in 0..=u8::MAX {
        same(&[number].as_slice());
        same(&[u16::from(number)].as_slice());
        same(&[u32::from(number)].as_slice());
        same(&[u64::from(number)].as_slice());
    }
}

#[test]
fn shapes_of_no_document_are_errors() {
    let mut out = Vec::new();
    assert!(write(&mut out, &(1, 2)).is_err());
    assert!(write(&mut out, &Ok::<u8, u8>(1)).is_err());
}
