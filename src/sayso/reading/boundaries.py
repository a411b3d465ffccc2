"""Where would an editor begin and end a span?"""

import re
from collections.abc import Sequence

from sayso.reading.quotations import DOUBLE, MARKS, is_opening

Place = tuple[int, int]

LOOSE = " \t\n\r\u00a0\u200b\u200c\u200d\ufeff,;:–—-*_"
"""Marks that belong to the sentence around a content, not to it."""
CLOSING = {"“": "”", '"': '"', "„": "“”", "«": "»", "‘": "’", "'": "'", "‟": "”", "‹": "›"}
ANTECEDENT = re.compile(r"\b([\w’'-]+),? $")
SCRAP = 3
"""Letters of the longest word that is no content by itself where there is other content."""
REACH = 3
"""How far outside a span its missing quotation mark is looked for, in characters."""


def trim_source(text: str, place: Place) -> Place:
    """The source without white space at its ends.

    A comma at its end stays only where it closes an apposition ("Roe, the mayor,").
    """
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text[start:end].count(",") == 1 and text[end - 1] == ",":
        end -= 1
    return start, end


def find_antecedent(text: str, source: Place) -> list[Place]:
    """The name right before a source that is only "who" ("Putin, who has long claimed"), if any."""
    if text[slice(*source)].casefold() != "who":
        return []
    found = ANTECEDENT.search(text, max(0, source[0] - 40), source[0])
    return [found.span(1)] if found and found[1][0].isupper() else []


def trim_content(text: str, places: Sequence[Place]) -> list[Place]:
    """The spans of a content, each with both of its quotation marks or neither, no loose marks.

    A scrap ("the", "to") beside other spans goes. Spans of one paragraph with nothing
    but white space between them become one; empty ones go.
    """
    trimmed = []
    for start, end in places:
        start, end = _strip(text, start, end)
        start, end = _complete_marks(text, start, end)
        if any(c.isalnum() for c in text[start:end]):
            trimmed.append((start, end))
    merged = _merge(text, sorted(trimmed))
    return [place for place in merged if not is_scrap(text[slice(*place)])] or merged


def is_scrap(words: str) -> bool:
    """Whether the words are too short to be a content unless something says that they are one."""
    return len(words) <= SCRAP and MARKS.isdisjoint(words)


def _strip(text: str, start: int, end: int) -> Place:
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and (text[end - 1] in LOOSE or _is_full_stop(text, start, end)):
        end -= 1
    return start, end


def _is_full_stop(text: str, start: int, end: int) -> bool:
    """Whether the span ends in the full stop of a sentence that is not quoted."""
    if text[end - 1] != "." or text[end - 2 : end - 1] in ("", "."):
        return False
    if any(c in DOUBLE for c in text[start:end]) and _open_mark(text, start, end) is not None:
        return False
    word = text[start:end].rsplit(maxsplit=1)[-1]
    after = text[end : end + 1]
    return word.count(".") == 1 and (not after or after.isspace())


def _open_mark(text: str, start: int, end: int) -> int | None:
    """Where a double mark opens in the span without closing in it; None where each is closed."""
    opened: int | None = None
    for i in range(start, end):
        if text[i] not in DOUBLE:
            continue
        if opened is not None and text[i] in CLOSING.get(text[opened], ""):
            opened = None
        elif opened is None and text[i] in CLOSING and is_opening(text, i):
            opened = i
    return opened


def _complete_marks(text: str, start: int, end: int) -> Place:
    """The span with the closing or opening mark that stands right outside it, if one lacks."""
    opened = _open_mark(text, start, end)
    if opened is not None:
        wanted = CLOSING[text[opened]]
        for reach in range(REACH):
            if end + reach < len(text) and text[end + reach] in wanted:
                return start, end + reach + 1
            if end + reach >= len(text) or text[end + reach] not in ".,!?… ":
                break
    elif start and is_opening(text, start - 1) and text[start - 1] in DOUBLE:
        wanted = CLOSING.get(text[start - 1], "")
        if text[end - 1] in wanted and text[start:end].count(text[end - 1]) == 1:
            return start - 1, end
    return start, end


def _merge(text: str, places: list[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in places:
        gap = text[merged[-1][1] : start] if merged else "\n"
        if not gap.strip() and "\n" not in gap:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
