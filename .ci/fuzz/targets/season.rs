#![no_main]

libfuzzer_sys::fuzz_target!(
    init: runplan_fuzz::seeds::start("season"),
    |data: &[u8]| -> libfuzzer_sys::Corpus { runplan_fuzz::seasons::season(data) }
);
