//! JSON on one line, byte for byte as `serde_json` writes it, only sooner: most of a week is names of fields, which need no
//! look for what has to be escaped, short texts, which one look at eight bytes at once clears, and digits. Everything else is
//! left to `serde_json` itself, longer numbers and texts with escapes too.
//!
//! It writes what the wire types hold: structs, sequences, maps with texts for keys, variants without fields and those
//! under a tag. Other shapes are errors, which the tests of every document would show.

#[cfg(test)]
mod tests;

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};
use serde_json::Error;

/// Under this name a struct holds one text that is JSON already: that is how `serde_json::value::RawValue` says so (which
/// cannot be made from a text without parsing it).
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// Adds `value` to `out`.
///
/// # Errors
/// A shape that no wire type has.
pub(super) fn write(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    value.serialize(Writer { out, raw: false })
}

/// Writes one value.
struct Writer<'o> {
    out: &'o mut Vec<u8>,
    /// The text to come is JSON.
    raw: bool,
}

/// Writes what is inside a pair of brackets.
struct Inside<'o> {
    out: &'o mut Vec<u8>,
    /// Nothing stands there yet.
    empty: bool,
    /// What closes it; none for what is JSON already.
    end: Option<u8>,
}

impl<'o> Inside<'o> {
    fn new(out: &'o mut Vec<u8>, [start, end]: [u8; 2]) -> Self {
        out.push(start);
        Self { out, empty: true, end: Some(end) }
    }

    #[inline]
    fn comma(&mut self) {
        if !std::mem::take(&mut self.empty) {
            self.out.push(b',');
        }
    }

    #[inline]
    fn value(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        value.serialize(Writer { out: self.out, raw: false })
    }

    #[allow(clippy::unnecessary_wraps)] // as serde wants it
    fn close(self) -> Result<(), Error> {
        self.out.extend(self.end);
        Ok(())
    }
}

/// Whether a text stands in JSON as it is: no quote, no backslash, no control character.
fn is_plain(text: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    // The highest bit of some byte is set just if some byte is below `limit` (at most 128).
    let below = |word: u64, limit: u8| word.wrapping_sub(ONES * u64::from(limit)) & !word;
    let marks = |word: u64| {
        let [quote, backslash] = [b'"', b'\\'].map(|byte| below(word ^ (ONES * u64::from(byte)), 1));
        (quote | backslash | below(word, b' ')) & (ONES << 7)
    };
    let whole = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    // Bytes in the middle may be looked at twice.
    if let Some(last) = text.last_chunk() {
        let words = text.as_chunks().0;
        words.iter().fold(marks(whole(last)), |found, word| found | marks(whole(word))) == 0
    } else if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        marks(half(first) | half(last) << 32) == 0
    } else {
        !text.iter().any(|byte| matches!(byte, 0..b' ' | b'"' | b'\\'))
    }
}

/// Leaves a value to `serde_json`.
macro_rules! leave {
    ($($name:ident: $kind:ty),+ $(,)?) => {
        $(fn $name(self, value: $kind) -> Result<(), Error> {
            serde_json::Serializer::new(self.out).$name(value)
        })+
    };
}

/// Leaves a number to `serde_json` that has more than one digit; most numbers of a week have one.
macro_rules! count {
    ($($name:ident: $kind:ty),+ $(,)?) => {
        $(fn $name(self, number: $kind) -> Result<(), Error> {
            match u8::try_from(number) {
                Ok(digit @ 0..=9) => self.out.push(b'0' + digit),
                _ => serde_json::Serializer::new(self.out).$name(number)?,
            }
            Ok(())
        })+
    };
}

/// No wire type has it.
fn never<T>(shape: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("no document holds {shape}")))
}

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Inside<'o>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Inside<'o>;
    type SerializeStruct = Inside<'o>;
    type SerializeStructVariant = Impossible<(), Error>;

    leave! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_bytes: &[u8],
    }

    count! {
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if self.raw {
            self.out.extend_from_slice(text.as_bytes());
            return Ok(());
        }
        if !is_plain(text.as_bytes()) {
            return serde_json::Serializer::new(self.out).serialize_str(text);
        }
        self.out.reserve(text.len() + 2);
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        never("a variant around a value")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'o>, Error> {
        Ok(Inside::new(self.out, *b"[]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        never("a tuple")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        never("a tuple")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        never("a tuple")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'o>, Error> {
        Ok(Inside::new(self.out, *b"{}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Inside<'o>, Error> {
        if name == RAW {
            return Ok(Inside { out: self.out, empty: true, end: None });
        }
        Ok(Inside::new(self.out, *b"{}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        never("a variant with fields and no tag")
    }
}

impl SerializeSeq for Inside<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.comma();
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeMap for Inside<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.comma();
        self.value(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(b':');
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStruct for Inside<'_> {
    type Ok = ();
    type Error = Error;

    #[allow(clippy::inline_always)] // the length of the key is known then: copying it is a few moves
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.end.is_none() {
            return value.serialize(Writer { out: self.out, raw: true });
        }
        self.out.reserve(key.len() + 4);
        self.comma();
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}
