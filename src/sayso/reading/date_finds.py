"""Where in a text are expressions of time, and which of them are one?"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from sayso.reading.date_words import Grammar, Guard

_WORD_BEFORE = re.compile(r"([\w’'-]+)[\s.,]*\Z")
_NAME_BEHIND = re.compile(r"[ \u00a0][A-Z][a-z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]+ \Z")
_NTH = re.compile(r"\d+[^\W\d]")
_NUMBER_BEHIND = re.compile(r",? ?\d")
_REACH = 40
"""Characters in front of an expression that are looked at for what belongs to it."""
_GAP = 12
"""Characters at most between two expressions that are one."""
_WITH_DAY = frozenset(
    "stamp nth_weekday numeric known calendar nth_day holiday weekday days".split()
)
"""The senses that tell a day; "calendar" not always."""
_WITHIN_YEAR = frozenset({"calendar", "holiday", "season"})


class Found(msgspec.Struct, frozen=True):
    """An expression of time, not yet resolved: where it is, by which rule, and its parts."""

    start: int
    end: int
    sense: str
    parts: dict[str, str]
    """In small letters, by the name of the group."""
    definite: bool = False
    """Whether "the" stands in front."""

    @property
    def which(self) -> str:
        """The word that says how far off it is; empty where there is none."""
        return self.parts.get("which", "").rpartition(" ")[2]

    @property
    def has_day(self) -> bool:
        """Whether it tells a day."""
        month = self.sense == "calendar" and not self.parts.keys() & {"day", "ordinal"}
        return self.sense in _WITH_DAY and not month


def lower(text: str) -> str:
    """The text in small letters, each in its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(s if len(s := c.lower()) == 1 else c for c in text)
    return small


@cache
def _compile(rule: str) -> re.Pattern[str]:
    """A rule's expression; most texts need few of them."""
    return re.compile(rule)


def scan(text: str, small: str, start: int, end: int, grammar: Grammar) -> Iterator[Found]:
    """Yields what the rules find, in the order of the text, without overlaps."""
    place, free = start, start
    while match := grammar.whole.search(small, place, end):
        sense, rule = grammar.rules[int((match.lastgroup or "r0")[1:])]
        exact = _compile(rule).match(small, match.start(), end)
        assert exact
        parts = {name: words for name, words in exact.groupdict().items() if words is not None}
        if not _is_time(text, small, exact, sense, grammar):
            place = match.start() + 1
            continue
        first, definite = _reach_back(small, match.start(), free, sense, parts, grammar)
        yield from _part(Found(first, match.end(), sense, parts, definite), exact)
        place = free = match.end()


def join(small: str, found: list[Found], grammar: Grammar) -> list[Found]:
    """The expressions, with those that are one made one."""
    joined: list[Found] = []
    for item in found:
        while joined and (one := _join_two(small, joined[-1], item, grammar)):
            joined.pop()
            item = one
        joined.append(item)
    for number, (one, two) in enumerate(pairwise(joined)):
        gap = small[one.end : two.start]
        if one.sense == two.sense and gap in grammar.words.joints["range"]:
            joined[number] = _add_parts(one, _lend(one, two, grammar))
            if one.sense == "weekday" and gap in grammar.words.joints["until"]:
                joined[number + 1] = _add_parts(two, {"after": gap})
    return joined


def _add_parts(found: Found, parts: dict[str, str]) -> Found:
    return Found(found.start, found.end, found.sense, found.parts | parts, found.definite)


def _lend(one: Found, two: Found, grammar: Grammar) -> dict[str, str]:
    """What the first one has of the second: "from March to May 2025", "Monday or Friday next week".

    Nothing where it has its own.
    """
    if one.parts.keys() & {"year", "whose", "which"}:
        return {}
    if one.sense == "weekday" and "whose" in two.parts:
        return {name: two.parts[name] for name in ("whose", "unit")}
    if one.sense != "calendar" or "year" not in two.parts:
        return {}
    turned = grammar.find_month(one.parts["month"]) > grammar.find_month(two.parts["month"])
    return {"year": str(int(two.parts["year"]) - turned)}


def _join_two(small: str, one: Found, two: Found, grammar: Grammar) -> Found | None:
    """Both as one expression, if they are."""
    if two.start - one.end > _GAP:
        return None
    gap, joints = small[one.end : two.start], grammar.words.joints
    plain = two.sense == "part" and "which" not in two.parts
    timed = one.parts.keys() & {"part", "hour", "fixed", "hourword"}
    if one.sense in ("clock", "part") and "which" not in one.parts and two.has_day:
        if gap in joints["time_day"] and "hour" not in two.parts:
            return _unite(one, two, two.sense)
    elif two.sense == "clock" and gap in joints["day_time"]:
        if (one.has_day and not timed) or one.sense == "part":
            return _unite(one, two, one.sense)
    elif one.has_day and not timed and plain and gap in joints["day_part"]:
        return _unite(one, two, one.sense)
    elif one.sense == "unit" and two.sense == "weekday" and gap in joints["week_day"]:
        return _join_unit(two, one)
    elif one.sense == "weekday" and two.sense in ("calendar", "stamp", "numeric") and two.has_day:
        if gap in joints["weekday_day"] and "which" not in one.parts:
            return _unite(one, two, two.sense)
    elif two.sense == "unit" and gap in joints["of"] and "which" in two.parts:
        return _join_unit(one, two)
    return None


def _join_unit(one: Found, two: Found) -> Found | None:
    """The first one with what tells whose it is: "Friday of last week", "May last year"."""
    unit = two.parts["unit"]
    fits = one.sense == "weekday" if unit == "week" else one.sense in _WITHIN_YEAR
    if not fits or unit not in ("week", "year") or one.parts.keys() & {"which", "whose", "year"}:
        return None
    parts = one.parts | {"whose": two.parts.get("which", "this"), "unit": unit}
    return Found(min(one.start, two.start), max(one.end, two.end), one.sense, parts)


def _unite(one: Found, two: Found, sense: str) -> Found:
    return Found(one.start, two.end, sense, one.parts | two.parts)


def _part(found: Found, match: re.Match[str]) -> Iterator[Found]:
    """Yields the two ends of a range, or the one expression; "2025-04" is a month."""
    if found.sense not in ("day_range", "span_of_years"):
        yield found
        return
    parts = {name: words for name, words in found.parts.items() if name != "last"}
    last = found.parts["last"]
    if found.sense == "day_range":
        yield Found(found.start, match.end("day"), "calendar", parts, found.definite)
        yield Found(match.start("last"), found.end, "calendar", parts | {"day": last})
        return
    later = parts["year"][: 4 - len(last)] + last
    if later <= parts["year"] and 1 <= int(last) <= 12:
        yield Found(found.start, found.end, "stamp", parts | {"monthnumber": last})
        return
    yield Found(found.start, match.end("year"), "year", parts, found.definite)
    if later > parts["year"]:
        yield Found(match.start("last"), found.end, "year", {"year": later})


def _reach_back(
    small: str, start: int, free: int, sense: str, parts: dict[str, str], grammar: Grammar
) -> tuple[int, bool]:
    """Where the expression begins with what belongs to it, and whether that holds a "the"."""
    name = _BEFORE.get(sense)
    if name == "weekday" and "which" in parts:
        name = "the"
    if name == "month" and parts.keys() & {"day", "which"}:
        name = "the" if _NTH.match(small, start) else None
    if name is None:
        return start, False
    match = grammar.before["any" if name == "month" else name].search(
        small, max(free, start - _REACH), start
    )
    if not match:
        return start, False
    the = grammar.before["the"].search(small, max(free, start - 8), start)
    if the and name == "month" and match.group() == the.group() and "ordinal" not in parts:
        return start, False
    return match.start(), the is not None


_BEFORE = {
    "calendar": "month",
    "year": "month",
    "named_year": "month",
    "early_year": "month",
    "bare_decade": "any",
    "decade": "any",
    "century": "any",
    "quarter": "any",
    "season": "any",
    "holiday": "any",
    "unit": "any",
    "days": "any",
    "part": "any",
    "weekday": "weekday",
    "span": "the",
    "nth_day": "the",
    "nth_weekday": "the",
}


def _is_time(text: str, small: str, match: re.Match[str], sense: str, grammar: Grammar) -> bool:
    """Whether words that look like time are, by what stands around them."""
    start, end = match.span()
    mark, digit = small[start - 1 : start], small[start - 2 : start - 1]
    if small[start].isdigit() and mark and mark in ".,:/-" and digit.isdigit():
        return False
    groups = {name for name, words in match.groupdict().items() if words is not None}
    for guard in grammar.guards.get(sense, ()):
        applies = guard.only <= groups and not guard.unless & groups
        if applies and not _passes(guard, small, start, end):
            return False
    if "repeated" in groups:
        return not (text[start].isupper() and _NAME_BEHIND.match(text, end))
    if (
        "days" in groups
        and text[start].isupper()
        and _NAME_BEFORE.search(text, max(0, start - _REACH), start)
    ):
        return False
    if "weekday" in groups and not _is_weekday(text, small, match, grammar):
        return False
    return "month" not in groups or _is_month(text, small, match, grammar)


def _passes(guard: Guard, small: str, start: int, end: int) -> bool:
    first = max(0, start - _REACH)
    if guard.before and not guard.before.search(small, first, start):
        return False
    if guard.behind and not guard.behind.match(small, end):
        return False
    if guard.never_before and guard.never_before.search(small, first, start):
        return False
    return not (guard.never_behind and guard.never_behind.match(small, end))


def _is_weekday(text: str, small: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether it is written large where it is short, with a point or a number behind it."""
    form, (start, end) = match["weekday"], match.span("weekday")
    if any(form == forms[0] for forms in grammar.words.weekdays):
        return True
    if not text[start].isupper():
        return False
    return end != match.end() or form.endswith(".") or bool(_NUMBER_BEHIND.match(small, end))


def _is_month(text: str, small: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether it is written large where it may be another word, and is no name where it is bare."""
    words, form, (start, end) = grammar.words, match["month"], match.span("month")
    large = text[start].isupper()
    short = all(form != forms[0] for forms in words.months)
    if not large and (short or form in words.capitals):
        return False
    if (start, end) != match.span() or form.endswith("."):
        return True
    before = _WORD_BEFORE.search(small, max(0, start - _REACH), start)
    word = before[1].strip("-'’") if before else ""
    if word in words.sure_before_month:
        return True
    doubtful = short or form in words.doubtful
    return not _NAME_BEHIND.match(text, end) and (not doubtful or word in words.before_month)
