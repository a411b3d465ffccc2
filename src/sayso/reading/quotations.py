"""Does a content stand in quotation marks?"""

from collections.abc import Sequence

from sayso.reading import StatementKind

DOUBLE = frozenset('"“”„‟«»〝〞＂')
SINGLE = frozenset("'‘’‚‹›")
MARKS = DOUBLE | SINGLE


def is_opening(text: str, place: int) -> bool:
    """Whether a quotation mark stands at the place and can open a quotation."""
    if not 0 <= place < len(text) or text[place] not in MARKS:
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def tell_kind(text: str, content: Sequence[tuple[int, int]]) -> StatementKind:
    """direct: each span is one quotation, whole; mixed: marks stand in it; indirect: none do."""
    marked = [_is_quotation(text, a, b) for a, b in content]
    if all(marked):
        return "direct"
    if any(marked) or any(_holds_quotation(text, a, b) for a, b in content):
        return "mixed"
    return "indirect"


def _is_quotation(text: str, start: int, end: int) -> bool:
    if is_opening(text, start):
        inner = text[start + 1 : end]
        if text[start] in SINGLE:
            return True
        closing = max((inner.rfind(mark) for mark in DOUBLE), default=-1)
        return closing < 0 or not any(c.isalnum() for c in inner[closing + 1 :])
    return False


def _holds_quotation(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : end + 1]
    if not DOUBLE.isdisjoint(around):
        return True
    return any(
        text[i] in SINGLE and is_opening(text, i) and text[i] != "’" for i in range(start, end)
    )
