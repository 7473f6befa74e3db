//! The tables of the README are made by the program. `RUNPLAN_REWRITE=1 cargo test --test generated` writes them anew.
#![allow(missing_docs)]

use runplan::docs;
use std::fs;
use std::path::Path;

#[test]
fn the_tables_of_the_readme_are_those_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("a README");
    let mut made = readme.clone();
    let tables = [
        ("formats", docs::formats_markdown()),
        ("seasons", docs::seasons_markdown()),
        ("rules", docs::rules_markdown()),
    ];
    for (name, table) in tables {
        let start = made.find(&format!("<!-- {name} -->\n")).expect("its place") + name.len() + 10;
        let end = start + made[start..].find("<!-- end -->").expect("its end");
        made.replace_range(start..end, &table);
    }
    if std::env::var_os("RUNPLAN_REWRITE").is_some() {
        fs::write(&path, &made).expect("written");
    } else {
        assert_eq!(readme, made, "run `RUNPLAN_REWRITE=1 cargo test --test generated`");
    }
}
