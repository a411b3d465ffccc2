"""Where does the dateline before a report end?"""

import re
from typing import Final

from sayso.documents.lexicon import load_lexicon

_LONGEST: Final = 120
_PLACE: Final = r"[^\W\d_][\w.'’-]*(?:[ /-][^\W\d_][\w.'’-]*){0,3}"
_CAPITALS: Final = r"[^\W\d_a-z][^\W\d_a-z.'’-]{2,}(?:[ -][^\W\d_a-z.'’]+\.?){0,3}"
_REGION: Final = r"(?:,? [^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){0,2}\.?)?"
_DATE: Final = (
    r"(?:,? ?(?:[^\W\d_]{3,10}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [^\W\d_]{3,10}\.?(?: \d{4})?))"
)
_DASH: Final = r"\s*(?:—|–|--|-|―|:)\s+"
_LONG_DASH: Final = r"\s*(?:—|–|--|―)\s+"

_WITH_AGENCY: Final = re.compile(
    rf"(?:{_PLACE}{_REGION}{_DATE}?[.,]?\s*)?"
    rf"(?:\((?P<a>[^()\n]{{2,40}})\)(?:{_DASH}|\.\s+)|/(?P<b>[^/\n]{{2,40}})/\.?(?:{_DASH})?\s*)"
)
_WITHOUT: Final = re.compile(rf"(?P<place>{_CAPITALS}){_REGION}(?P<date>{_DATE})?[.,]?{_LONG_DASH}")
_ALONE: Final = re.compile(rf"(?:{_PLACE}{_REGION}\s+)?(?P<a>[A-Z][A-Z-]{{1,12}})\s*(?:—|–|--|―)$")
_NOT_PLACES: Final = frozenset(
    {"live", "breaking", "update", "updated", "watch", "exclusive", "analysis", "opinion"}
)


def find_dateline(line: str, *, opens: bool) -> int | None:
    """How many characters of the line are its dateline; None where it has none.

    A place in capitals before a dash is one only in a line that opens a report; with an agency
    in brackets, between strokes, or alone before a dash ("CNN —"), it is one anywhere.
    """
    head = line[:_LONGEST]
    if not any(sign in head for sign in "—–-―/("):
        return None
    match = _WITH_AGENCY.match(head)
    if match and _is_agency(match["a"] or match["b"]) and _has_rest(line, match.end()):
        return match.end()
    match = _ALONE.match(head) if len(line) <= _LONGEST else None
    if match and _is_agency(match["a"]):
        return len(line)
    match = _WITHOUT.match(head) if opens else None
    if match and _is_place(match) and _has_rest(line, match.end()):
        return match.end()
    return None


def _is_agency(name: str) -> bool:
    """Whether every part of the name, or its first, is a known agency."""
    agencies = load_lexicon().words.agencies
    parts = [part.strip() for part in re.split(r"[/,&|]| and ", name.lower())]
    return parts[0] in agencies or name.lower().strip() in agencies


def _is_place(match: re.Match[str]) -> bool:
    """Whether what stands in capitals before a dash can be a city and not a name or a label."""
    place = match["place"]
    words = place.lower().split()
    return (
        place.isupper()
        and not _NOT_PLACES.intersection(words)
        and (match["date"] is not None or len(place.replace(".", "")) >= 5)
    )


def _has_rest(line: str, end: int) -> bool:
    rest = line[end : end + 1]
    return bool(rest) and not rest.islower()
