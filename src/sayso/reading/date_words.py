"""Which words of a language speak of time? The files `lexicons/dates-*.toml`, as expressions."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

_SLOT = re.compile(r"\{(~?)([a-z_]+2?)\}")
_NAMED = re.compile(r"\(\?P<\w+>")
_START = r"(?<![\w$€£#])"
_BLANK = "[ \u00a0\u202f\n]"


class Shifts(msgspec.Struct, frozen=True):
    """How far off, in units, from the day of publication and from a date of the text."""

    here: dict[str, int]
    there: dict[str, int]
    kinds: dict[str, frozenset[str]]


class Check(msgspec.Struct, frozen=True):
    """What must, and must never, stand around the words of some rules; the file says how."""

    senses: frozenset[str]
    only: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    before: str = ""
    behind: str = ""
    never_before: str = ""
    never_behind: str = ""


class Event(msgspec.Struct, frozen=True):
    """A day that is known without its year by the words behind it."""

    month: int
    day: int
    year: int
    behind: str


class Words(msgspec.Struct, frozen=True):
    """The words of one language, as its file has them; the file says what each is for."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    capitals: frozenset[str]
    doubtful: frozenset[str]
    before_month: frozenset[str]
    sure_before_month: frozenset[str]
    fillers: frozenset[str]
    articles: frozenset[str]
    openers: tuple[str, ...]
    units: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    seasons: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    tens: dict[str, int]
    fixed: dict[str, int]
    days: dict[str, int]
    day_parts: dict[str, str]
    shifts: Shifts
    references: dict[str, str]
    repeated: dict[str, str]
    holidays: dict[str, str]
    known: dict[str, str]
    events: tuple[Event, ...]
    fragments: dict[str, str]
    before: dict[str, str]
    rules: dict[str, tuple[str, ...]]
    joints: dict[str, frozenset[str]]
    directions: dict[str, tuple[str, ...]]
    directions_before: dict[str, tuple[str, ...]]
    directions_behind: dict[str, tuple[str, ...]]
    contexts: dict[str, str]
    checks: tuple[Check, ...]


class Guard(msgspec.Struct, frozen=True):
    """A check, ready to be used."""

    only: frozenset[str]
    unless: frozenset[str]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    never_before: re.Pattern[str] | None
    never_behind: re.Pattern[str] | None


class Grammar(msgspec.Struct, frozen=True):
    """The words of a language as tables from form to meaning, and its rules as expressions."""

    words: Words
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    whole: re.Pattern[str]
    """Any rule, each as a group `rN`; the groups inside are only in `rules`."""
    rules: tuple[tuple[str, str], ...]
    """For each rule its sense, and its expression with all groups, not compiled."""
    before: dict[str, re.Pattern[str]]
    guards: dict[str, tuple[Guard, ...]]
    directions: re.Pattern[str]
    directions_before: re.Pattern[str]
    directions_behind: re.Pattern[str]
    rate: re.Pattern[str]
    fronted: re.Pattern[str]
    within: re.Pattern[str]

    def find_month(self, form: str) -> int:
        """The number of a month by one of its forms."""
        return self.months[form.rstrip(".")]

    def find_weekday(self, form: str) -> int:
        """The ISO number of a weekday by one of its forms."""
        return self.weekdays[form.rstrip(".")]


@cache
def load_grammar(language: str = "en") -> Grammar:
    """The grammar of time of a language."""
    path = files("sayso.reading").joinpath(f"lexicons/dates-{language}.toml")
    words = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)
    slots = _list_slots(words)
    rules = [(sense, _fill(rule, slots)) for sense, forms in words.rules.items() for rule in forms]
    return Grammar(
        words=words,
        months=_number(words.months),
        weekdays=_number(words.weekdays),
        units=_invert(words.units),
        parts=_invert(words.parts),
        seasons=_invert(words.seasons),
        whole=_compile_whole([rule for _, rule in rules], words),
        rules=tuple(rules),
        before={name: _compile_end(form, slots) for name, form in words.before.items()},
        guards=_make_guards(words, slots),
        directions=_compile_signs(r"(?<![\w-])", words.directions, slots),
        directions_before=_compile_end("|".join(words.directions_before["future"]), slots),
        directions_behind=_compile_signs("", words.directions_behind, slots),
        rate=re.compile(_fill(words.contexts["rate"], slots)),
        fronted=re.compile(_fill(words.contexts["fronted"], slots)),
        within=re.compile(_fill(words.contexts["within"], slots)),
    )


def _compile_whole(rules: list[str], words: Words) -> re.Pattern[str]:
    """Any of the rules, tried only where a word stands with which one may begin."""
    openers = [*words.openers, *words.numbers, *words.ordinals, *words.tens, *words.days]
    openers += [*words.references, *words.repeated, *words.holidays, *words.fixed]
    for table in (words.units, words.parts, words.seasons):
        openers += [form for forms in table.values() for form in forms]
    openers += [
        form for names in (words.months, words.weekdays) for forms in names for form in forms
    ]
    whole = "|".join(f"(?P<r{i}>{_NAMED.sub('(?:', rule)})" for i, rule in enumerate(rules))
    return re.compile(f"{_START}(?=[\\d'’‘]|{match_words(openers)})(?:{whole})")


def _make_guards(words: Words, slots: dict[str, str]) -> dict[str, tuple[Guard, ...]]:
    """By sense the checks that belong to it."""
    guards: dict[str, tuple[Guard, ...]] = {}
    for check in words.checks:
        for sense in check.senses:
            guards[sense] = (*guards.get(sense, ()), _make_guard(check, slots))
    return guards


def _make_guard(check: Check, slots: dict[str, str]) -> Guard:
    return Guard(
        check.only,
        check.unless,
        _compile_end(check.before, slots) if check.before else None,
        re.compile(_fill(check.behind, slots)) if check.behind else None,
        _compile_end(check.never_before, slots) if check.never_before else None,
        re.compile(_fill(check.never_behind, slots)) if check.never_behind else None,
    )


def _compile_end(form: str, slots: dict[str, str]) -> re.Pattern[str]:
    """What stands right in front of a place: the end of what is searched."""
    return re.compile(rf"(?<![\w-])(?:{_fill(form, slots)})\Z")


def _compile_signs(
    start: str, signs: dict[str, tuple[str, ...]], slots: dict[str, str]
) -> re.Pattern[str]:
    ways = "|".join(f"(?P<{way}>{'|'.join(forms)})" for way, forms in signs.items())
    return re.compile(rf"{start}(?:{_fill(ways, slots)})(?!\w)")


def match_words(words: list[str]) -> str:
    """An expression for any of the words, letter by letter, which fails fast."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        if not word:
            return ""
        heads.setdefault(word[0], []).append(word[1:])
    branches = []
    for head, tails in heads.items():
        letter = _BLANK if head == " " else re.escape(head)
        branches.append(letter + match_words(tails))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _list_slots(words: Words) -> dict[str, str]:
    """The expression for each name that may stand in braces."""
    classes = {
        "unit": [f for forms in words.units.values() for f in forms],
        "part": [f for forms in words.parts.values() for f in forms],
        "season": [f for forms in words.seasons.values() for f in forms],
        "number": [form for form in words.numbers if form not in words.articles],
        "ordinal": list(words.ordinals),
        "ten": list(words.tens),
        "fixed": list(words.fixed),
        "days": list(words.days),
        "reference": list(words.references),
        "repeated": list(words.repeated),
        "holiday": list(words.holidays),
        "known": list(words.known),
    }
    slots = {name: f"(?P<{name}>{_match_any(forms)})" for name, forms in classes.items()}
    slots["month"] = f"(?P<month>{_match_names(words.months)})"
    slots["weekday"] = f"(?P<weekday>{_match_names(words.weekdays)})"
    return slots | words.fragments


def _match_any(forms: list[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))).replace("\\ ", " ")


def _match_names(names: tuple[tuple[str, ...], ...]) -> str:
    full = [forms[0] for forms in names]
    short = sorted((f for forms in names for f in forms[1:]), key=len, reverse=True)
    return "|".join([*full, *(rf"{form}\b\.?" for form in short)])


def _fill(pattern: str, slots: dict[str, str]) -> str:
    """The pattern with its slots filled, and any one blank where it has one."""

    def put(found: re.Match[str]) -> str:
        filled = _fill(slots[found[2]], slots)
        return f"(?:{_NAMED.sub('(?:', filled)})" if found[1] else filled

    filled = _SLOT.sub(put, pattern)
    return re.sub(r"(?<!\[)(?<!\\) (?![^\[\]]*\])", _BLANK, filled)


def _number(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {form: number for number, forms in enumerate(names, 1) for form in forms}


def _invert(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {form: meaning for meaning, forms in table.items() for form in forms}
