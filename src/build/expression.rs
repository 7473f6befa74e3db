//! Values of the data files as Rust expressions, and macros for types that mirror the library's.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;

/// A value that can be written as an expression.
pub trait Expression {
    /// The expression that makes it.
    fn rust(&self) -> String;
}

/// A file as data, and its text.
///
/// # Panics
/// With file, line and what is wrong there.
pub fn read<T: DeserializeOwned>(file: &str) -> (T, String) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    (toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}")), text)
}

/// The expressions of some values, one behind the other.
pub fn list<'a, T: Expression + 'a>(values: impl IntoIterator<Item = &'a T>) -> String {
    values.into_iter().map(Expression::rust).collect::<Vec<_>>().join(", ")
}

/// Implements [`Expression`]: type, name of the value, expression.
macro_rules! expressions {
    ($(<$($generic:ident),*> $type:ty, $value:ident => $expression:expr;)+) => { $(
        impl<$($generic: Expression),*> Expression for $type {
            fn rust(&self) -> String {
                let $value = self;
                $expression
            }
        }
    )+ };
}

expressions! {
    <> u8, number => number.to_string();
    <> u16, number => number.to_string();
    <> bool, flag => flag.to_string();
    <> String, text => format!("Cow::Borrowed({text:?})");
    <T> Vec<T>, items => format!("Cow::Borrowed(&[{}])", list(items));
    <T> Option<T>, value => value.as_ref().map_or("None".to_owned(), |value| format!("Some({})", value.rust()));
    <T> [T; 2], pair => format!("[{}]", list(pair));
    <T> Pair<T>, pair => match pair {
        Pair::One(number) => format!("[{0}, {0}]", number.rust()),
        Pair::Two(pair) => pair.rust(),
    };
}

/// A range from and to, or one number for both.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Pair<T> {
    One(T),
    Two([T; 2]),
}

/// Declares closed vocabularies.
macro_rules! words {
    ($($name:ident { $($variant:ident),+ $(,)? })+) => { $(
        #[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($variant),+ }

        impl Expression for $name {
            fn rust(&self) -> String {
                let word = match self { $(Self::$variant => stringify!($variant)),+ };
                format!("{}::{word}", stringify!($name))
            }
        }
    )+ };
}

/// Declares tables: a field of the library's, its key where that is another, its type. Tables behind `;` lend their
/// fields to the table that they stand in.
macro_rules! tables {
    ($($name:ident {
        $($(#[$meta:meta])* $field:ident $(= $key:literal)?: $type:ty),+
        $(; $($table:ident: $inner:ty),+)? $(,)?
    })+) => { $(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(clippy::struct_field_names, reason = "the names are the library's")]
        pub struct $name {
            $($(#[$meta])* $(#[serde(rename = $key)])? pub $field: $type,)+
            $($(pub $table: $inner,)+)?
        }

        impl $name {
            pub fn fields(&self) -> String {
                let own = [$(format!("{}: {}", stringify!($field), self.$field.rust())),+];
                let lent: &[String] = &[$($(self.$table.fields()),+)?];
                [&own, lent].concat().join(", ")
            }
        }

        impl Expression for $name {
            fn rust(&self) -> String {
                format!("{} {{ {} }}", stringify!($name), self.fields())
            }
        }
    )+ };
}

pub(crate) use {expressions, tables, words};
