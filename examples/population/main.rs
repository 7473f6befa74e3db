//! Writes made-up runners as NDJSON, for `runplan batch`:
//! `cargo run --release --example population -- 100000 [--seed 1] [--distinct|--infeasible]`

mod runner;

use runner::{Dice, Kind, line};
use std::io::{BufWriter, Write as _};

fn main() -> std::io::Result<()> {
    let (mut count, mut seed, mut kind) = (1_000, 1, Kind::default());
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--distinct" => kind = Kind::Distinct,
            "--infeasible" => kind = Kind::Infeasible,
            "--seed" => seed = words.next().and_then(|seed| seed.parse().ok()).unwrap_or(seed),
            number => count = number.parse().unwrap_or(count),
        }
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut dice = Dice::new(seed);
    for number in 0..count {
        writeln!(out, "{}", line(&mut dice, number, kind))?;
    }
    out.flush()
}
