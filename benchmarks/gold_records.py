"""What is recorded of a gold text below its tags?"""

import re
from typing import Literal, get_args

import msgspec

ActorKind = Literal["person", "organisation", "country", "group", "outlet", "unnamed", "place"]
ACTOR = re.compile(r"a([1-9]\d*) (\w+) ([A-Z]{2}|-)(?: (\d+))? \| ([^|]+?)(?: \| ([^|]+))?$")
RECORD = re.compile(r"([smew])([1-9]\d*) (.*)$")
PAIR = re.compile(r'([a-z_]+)(?:=("[^"]*"|[^\s"]+))?(?=\s|$)')
ACTS = frozenset(
    "state demand propose promise accept reject threaten confirm deny accuse praise doubt consider "
    "announce no_comment ask".split()
)
PLOVER = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT".split()
)
KEYS = {
    "s": frozenset("speaker for to channel act negated chain standing about date".split()),
    "m": frozenset("what status place date format level level_change host with words".split()),
    "e": frozenset("type actors recipients modality negated date place statement words".split()),
    "w": frozenset("party issue stance conditions first_hand statement words".split()),
}
CHOICES = {
    "act": ACTS,
    "type": PLOVER,
    "standing": frozenset("asserted confirmed partly_confirmed denied no_comment disputed".split()),
    "status": frozenset("happened ongoing planned proposed postponed cancelled".split()),
    "format": frozenset("bilateral multilateral indirect phone video".split()),
    "level_change": frozenset({"lowered", "raised"}),
    "modality": frozenset("happened ongoing planned possible conditional denied".split()),
    "stance": frozenset("demands supports offers considers rejects undecided no_comment".split()),
    "first_hand": frozenset({"yes", "no"}),
}
ATTENDANCE = frozenset("present expected absent represented online".split())
NAMES_ACTORS = frozenset("speaker for chain place host actors recipients party".split())
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$")
REQUIRED = {
    "s": ("speaker", "act"),
    "m": ("what", "status"),
    "e": ("type", "words"),
    "w": ("party", "issue", "stance"),
}


class GoldError(ValueError):
    """A gold file breaks the rules of docs/annotation.md."""


class GoldActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as it is recorded: `country` is an ISO alpha-2 code or None."""

    kind: ActorKind
    country: str | None
    count: int | None
    name: str
    role: str | None


class GoldRecord(msgspec.Struct, frozen=True):
    """One record: `letter` is s, m, e or w; values are as written, without quotation marks."""

    letter: str
    number: int
    values: dict[str, str]


def read_records(below: str) -> tuple[dict[int, GoldActor], tuple[GoldRecord, ...]]:
    """The actors by number and the other records, in order; raises GoldError by line."""
    actors: dict[int, GoldActor] = {}
    records: list[GoldRecord] = []
    for line in filter(None, map(str.strip, below.split("\n"))):
        actor = ACTOR.match(line)
        if actor:
            number, kind, country, count, name, role = actor.groups()
            if kind not in get_args(ActorKind):
                raise GoldError(f"{line!r}: no kind of actor is called {kind}")
            if int(number) in actors:
                raise GoldError(f"{line!r}: actor {number} is recorded twice")
            actors[int(number)] = GoldActor(
                kind=kind,  # type: ignore[arg-type]  # checked above
                country=None if country == "-" else country,
                count=int(count) if count else None,
                name=name.strip(),
                role=role.strip() if role else None,
            )
            continue
        records.append(read_record(line))
    return actors, tuple(records)


def read_record(line: str) -> GoldRecord:
    """The record of a line; raises GoldError where it does not have the form of one."""
    found = RECORD.match(line)
    if not found:
        raise GoldError(f"{line!r} is no record")
    letter, number, rest = found.groups()
    if letter == "e":
        rest = f"type={rest}"
    values: dict[str, str] = {}
    if left := PAIR.sub("", rest).strip():
        raise GoldError(f'{line!r}: {left!r} is no key=value; values with blanks stand in ""')
    for key, written in PAIR.findall(rest):
        value = written.strip('"')
        if key not in KEYS[letter]:
            raise GoldError(
                f'{line!r}: {key!r} is no key of {letter}; values with blanks stand in ""'
            )
        if key in CHOICES and value not in CHOICES[key]:
            raise GoldError(f"{line!r}: {key} is one of {', '.join(sorted(CHOICES[key]))}")
        values[key] = value
    if missing := [key for key in REQUIRED[letter] if key not in values]:
        raise GoldError(f"{line!r}: {', '.join(missing)} is missing")
    if "date" in values and not DATE.match(values["date"]):
        raise GoldError(f"{line!r}: date is no ISO date")
    return GoldRecord(letter, int(number), values)


def check_records(
    actors: dict[int, GoldActor],
    records: tuple[GoldRecord, ...],
    text: str,
    statements: int,
    tagged: set[int],
) -> None:
    """Raises GoldError where records name what is not there, or leave out what is."""
    if unknown := tagged - actors.keys():
        raise GoldError(f"tags name actors without a record: {sorted(unknown)}")
    if unused := actors.keys() - tagged:
        raise GoldError(f"actors are recorded that no tag names: {sorted(unused)}")
    for record in records:
        where = f"{record.letter}{record.number}"
        for key, value in record.values.items():
            _check_value(where, key, value, actors, statements)
        words = record.values.get("words")
        if words is not None and words not in text:
            raise GoldError(f"{where}: the words {words!r} do not stand in the text")
    recorded = {record.number for record in records if record.letter == "s"}
    if recorded and recorded != set(range(1, statements + 1)):
        odd = sorted(recorded ^ set(range(1, statements + 1)))
        raise GoldError(f"statements and their records do not match: {odd}")


def _check_value(
    where: str, key: str, value: str, actors: dict[int, GoldActor], statements: int
) -> None:
    if key in NAMES_ACTORS:
        for number in value.split(","):
            if number != "-" and (not number.isdigit() or int(number) not in actors):
                raise GoldError(f"{where}: {key} names no actor: {number!r}")
    elif key == "with":
        for pair in value.split(","):
            number, _, attendance = pair.partition(":")
            if not number.isdigit() or int(number) not in actors or attendance not in ATTENDANCE:
                raise GoldError(f"{where}: {pair!r} is no NUMBER:ATTENDANCE")
    elif key in ("about", "statement"):
        for number in value.split(","):
            if not number.isdigit() or not 1 <= int(number) <= statements:
                raise GoldError(f"{where}: {key} names no statement: {number!r}")
