"""How is a name in Cyrillic, Greek or Arabic letters written in Latin ones?"""

import unicodedata
from typing import Final

_CYRILLIC: Final = dict(
    zip("абвгдезийклмнопрстуфыэіїєґ", "a b v g d e z i i k l m n o p r s t u f y e i i e g".split(),
        strict=True)
) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "iu", "я": "ia", "ё": "e", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj",
    "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ә": "a", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ғ": "g",
}  # fmt: skip
_GREEK: Final = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_ARABIC: Final = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "k", "ك": "k", "ک": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ی": "i", "ى": "a", "ة": "a", "ء": "",
    "ئ": "", "ؤ": "", "پ": "p", "چ": "ch", "گ": "g", "ژ": "zh",
}  # fmt: skip
_LATIN: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
    "ə": "a", "ħ": "h", "ŋ": "n",
}  # fmt: skip
_TABLE: Final = str.maketrans(_CYRILLIC | _GREEK | _ARABIC | _LATIN)
_LATIN_TABLE: Final = str.maketrans(_LATIN)


def write_in_latin(words: str) -> str:
    """The words in small Latin letters without marks; other scripts than the three stay.

    Short vowels that Arabic does not write are not made up, so such a name finds no other writing
    of itself unless the data has it.
    """
    composed = unicodedata.normalize("NFKC", words).casefold()
    return _drop_marks(composed.translate(_TABLE))


def fold_marks(words: str) -> str:
    """The words in small letters without diacritics, each in its own script."""
    return _drop_marks(unicodedata.normalize("NFKC", words).casefold().translate(_LATIN_TABLE))


def _drop_marks(words: str) -> str:
    if words.isascii():
        return words
    apart = unicodedata.normalize("NFKD", words)
    return "".join(c for c in apart if not unicodedata.combining(c))
