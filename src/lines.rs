//! Words in lines of a given width, for everything that is read in a terminal.

/// A point of a list, wrapped under itself.
pub fn item(out: &mut String, text: &str, width: usize) {
    wrap(out, text, "  - ", "    ", width);
}

/// A paragraph, every line indented alike.
pub fn paragraph(out: &mut String, text: &str, indent: &str, width: usize) {
    wrap(out, text, indent, indent, width);
}

/// Words of `text` in lines of at most `width` columns; a longer word stands alone.
pub fn wrap(out: &mut String, text: &str, first: &str, others: &str, width: usize) {
    let mut line = first.to_owned();
    let mut columns = first.chars().count();
    let mut empty = true;
    for word in text.split(' ') {
        let long = word.chars().count();
        if !empty && columns + 1 + long > width {
            out.push_str(line.trim_end());
            out.push('\n');
            others.clone_into(&mut line);
            columns = others.chars().count();
            empty = true;
        }
        if !empty {
            line.push(' ');
            columns += 1;
        }
        line.push_str(word);
        columns += long;
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
