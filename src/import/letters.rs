//! Letters without their accents, as the words of plans are compared.

/// A letter without its accent; a lone `à` is a word of its own, and stays.
pub(super) const fn plain(letter: char) -> char {
    match letter {
        'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        letter => letter,
    }
}
