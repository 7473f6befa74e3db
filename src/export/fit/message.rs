//! The bytes of a FIT file: a header, messages, each kind with its definition, and a checksum.
//!
//! Written by hand: the crates that write FIT either carry the licence of Garmin's SDK, which forbids passing it on, or bring ten
//! more for the sixty lines that a workout needs. The numbers here are facts of the format.

/// Bytes of the header.
const HEADER: u8 = 14;
/// Version 1.0 of the protocol: nothing here needs a newer one.
const PROTOCOL: u8 = 0x10;
/// Version 21.218 of the profile, whose numbers were read.
const PROFILE: u16 = 21_218;
/// A record that defines a kind of message; the other records are messages of the last definition.
const DEFINITION: u8 = 0x40;

/// The value of a field; `None` is a value that a message of the kind could have and this one has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// One of the names of a type.
    Enum(Option<u8>),
    /// A number of 16 bits.
    Short(Option<u16>),
    /// A number of 32 bits.
    Long(Option<u32>),
    /// A number of 32 bits that is never 0, since that is none.
    Serial(u32),
    /// A text, of so many bytes at most.
    Text(String, u8),
}

impl Value {
    /// The number of its type, and its bytes in a message.
    const fn kind(&self) -> (u8, u8) {
        match self {
            Self::Enum(_) => (0x00, 1),
            Self::Short(_) => (0x84, 2),
            Self::Long(_) => (0x86, 4),
            Self::Serial(_) => (0x8C, 4),
            // One byte ends it.
            Self::Text(_, most) => (0x07, *most + 1),
        }
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Enum(value) => out.push(value.unwrap_or(u8::MAX)),
            Self::Short(value) => out.extend(value.unwrap_or(u16::MAX).to_le_bytes()),
            Self::Long(value) => out.extend(value.unwrap_or(u32::MAX).to_le_bytes()),
            Self::Serial(value) => out.extend(value.to_le_bytes()),
            Self::Text(text, most) => {
                let text = short(text, (*most).into());
                let end = out.len() + usize::from(*most) + 1;
                out.extend(text.as_bytes());
                out.resize(end, 0);
            }
        }
    }
}

/// A message: the number of its kind, and its fields with their numbers.
pub(super) struct Message {
    /// The kind.
    pub kind: u16,
    /// The fields, those of a kind always the same ones.
    pub fields: Vec<(u8, Value)>,
}

/// The file that holds these messages.
pub(super) fn file(messages: &[Message]) -> Vec<u8> {
    let mut data = Vec::new();
    let mut defined = None;
    for message in messages {
        if defined != Some(message.kind) {
            define(&mut data, message);
            defined = Some(message.kind);
        }
        data.push(0);
        for (_, value) in &message.fields {
            value.write(&mut data);
        }
    }
    let mut out = vec![HEADER, PROTOCOL];
    out.extend(PROFILE.to_le_bytes());
    out.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(b".FIT");
    out.extend(checksum(&out).to_le_bytes());
    out.append(&mut data);
    out.extend(checksum(&out).to_le_bytes());
    out
}

/// Says how the messages of a kind are written: numbers with their least byte first.
fn define(out: &mut Vec<u8>, message: &Message) {
    out.extend([DEFINITION, 0, 0]);
    out.extend(message.kind.to_le_bytes());
    out.push(u8::try_from(message.fields.len()).unwrap_or(u8::MAX));
    for (number, value) in &message.fields {
        let (kind, size) = value.kind();
        out.extend([*number, size, kind]);
    }
}

/// The checksum that ends headers and files: CRC-16 with the polynomial 0x8005, least bit first.
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xA001 } else { sum >> 1 })
    })
}

/// A text in so many bytes at most, cut between words where there is a gap in its second half, else between letters.
pub(super) fn short(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let cut = &text[..end];
    let is_word_end = text[end..].starts_with(' ');
    let gap = cut.rfind(' ').filter(|gap| !is_word_end && *gap >= most / 2);
    gap.map_or(cut, |gap| &cut[..gap]).trim_end_matches([' ', ',', ';', '-', '('])
}

#[cfg(test)]
mod tests {
    use super::{checksum, short};

    #[test]
    fn the_checksum_is_that_of_the_format() {
        // The check value of CRC-16/ARC.
        assert_eq!(checksum(b"123456789"), 0xBB3D);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn texts_are_cut_between_words_or_letters() {
        for (text, most, cut) in [
            ("goblet squat", 24, "goblet squat"),
            ("goblet squat", 12, "goblet squat"),
            ("goblet squat", 9, "goblet"),
            ("goblet squat", 6, "goblet"),
            ("goblet squat, light", 13, "goblet squat"),
            ("a goblet-squat", 12, "a goblet-squ"),
            ("Kniebeugé", 9, "Kniebeug"),
            ("漢字漢字", 7, "漢字"),
            ("", 0, ""),
        ] {
            assert_eq!(short(text, most), cut, "{text} in {most}");
        }
    }
}
