"""Which language is the text in?"""

import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

SHORTEST: Final = 20
"""Letters below which the words of a text do not tell its language."""
_SAMPLE: Final = 6000
_LEAST: Final = 0.06
"""Share of a text's words that must be among the commonest of a language; prose has 0.2 to 0.5."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_CODE: Final = re.compile(r"^\s*([a-zA-Z]{2,3})(?:[-_]|\s*$|[,;])")
_SCRIPTS: Final = (
    ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"), ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"), ("th", "\u0e00", "\u0e7f"), ("ka", "\u10a0", "\u10ff"),
    ("hy", "\u0530", "\u058f"), ("bn", "\u0980", "\u09ff"), ("ta", "\u0b80", "\u0bff"),
    ("te", "\u0c00", "\u0c7f"), ("gu", "\u0a80", "\u0aff"), ("pa", "\u0a00", "\u0a7f"),
    ("ml", "\u0d00", "\u0d7f"), ("kn", "\u0c80", "\u0cff"), ("si", "\u0d80", "\u0dff"),
    ("my", "\u1000", "\u109f"), ("km", "\u1780", "\u17ff"), ("lo", "\u0e80", "\u0eff"),
    ("am", "\u1200", "\u137f"), ("zh", "\u4e00", "\u9fff"), ("hi", "\u0900", "\u097f"),
    ("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"),
)  # fmt: skip
_SHARED: Final = {"ar": ("ar", "fa", "ur"), "ru": ("ru", "uk", "bg", "sr", "be", "mk"),
                  "hi": ("hi", "mr", "ne")}  # fmt: skip
"""Scripts that several languages share, told apart by their commonest words."""
_SAME: Final = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "cn": "zh", "jp": "ja", "ua": "uk",
                "eng": "en", "ger": "de", "deu": "de", "fra": "fr", "spa": "es"}  # fmt: skip


def find_language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it is too short to tell.

    What the page declares is believed unless the text's script or its commonest words say
    another language.
    """
    told = read_code(declared)
    sample = text[:_SAMPLE]
    script = _find_script(sample)
    if script is None:
        return None
    if script in _SHARED:
        return _count_words(sample, _SHARED[script], told) or (
            told if told in _SHARED[script] else script
        )
    if script != "latin":
        return script
    return _count_words(sample, None, told) or told


def read_code(declared: str | None) -> str | None:
    """The two-letter code in a declaration such as "en-GB" or "de_DE", or None."""
    found = _CODE.match(declared or "")
    code = found[1].lower() if found else ""
    code = _SAME.get(code, code)
    return code if len(code) == 2 else None


@cache
def _load_words() -> dict[str, frozenset[str]]:
    content = files("sayso.documents").joinpath("common_words.json").read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in json.loads(content).items()}


def _find_script(text: str) -> str | None:
    """The language that a script gives, "latin" for that script, None for too few letters."""
    counts = Counter[str]()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            counts[_place(letter)] += count
    total = counts.total()
    if counts["ja"] > 0.05 * total:
        return "ja"
    if not counts:
        return None
    script, count = counts.most_common(1)[0]
    # A Chinese or Korean letter says about as much as three of an alphabet.
    weight = 3 if script in ("zh", "ja", "ko") else 1
    return script if count * weight >= SHORTEST else None


def _place(letter: str) -> str:
    if letter < "\u0370":
        return "latin"
    for code, first, last in _SCRIPTS:
        if first <= letter <= last:
            return code
    return "latin"


def _count_words(text: str, among: tuple[str, ...] | None, told: str | None) -> str | None:
    """The language whose commonest words stand most often; a tie goes to the declared one."""
    words = Counter(_WORD.findall(text.casefold()))
    known = _load_words()
    scores = {
        code: sum(words[word] for word in known[code]) for code in (among or known) if code in known
    }
    best = max(scores, key=lambda code: (scores[code], code == told), default=None)
    if best is None or scores[best] < max(2, _LEAST * words.total()):
        return None
    if told in scores and scores[told] >= 0.8 * scores[best]:
        return told
    if told and told not in known and scores[best] < 0.15 * words.total():
        return None
    return best
