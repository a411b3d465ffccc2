"""Which actors did the user add?"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final, get_args

import msgspec

from sayso.errors import SettingsError
from sayso.knowledge import Holding, Organisation, OrganisationKind, Outlet, Person, Place
from sayso.knowledge.loading import read_countries
from sayso.knowledge.names import simplify
from sayso.knowledge.offices import kind_of
from sayso.knowledge.terms import first_day, is_date, last_day

SOURCE: Final = "own"
FILE: Final = "actors.json"
ORGANISATION_KINDS: Final[tuple[OrganisationKind, ...]] = get_args(OrganisationKind)
KINDS: Final = (
    "person", "organisation", "country", "group", "outlet", "place", *ORGANISATION_KINDS,
)  # fmt: skip
"""Those that a reading has, and narrower ones of organisations."""
_BROAD: Final[dict[str, OrganisationKind | None]] = {"organisation": None, "group": "armed_group"}
"""What a kind of a reading comes to. Of the organisations, a reading takes armed ones for groups;
that an own group is armed is not said by it, so it has no sector."""
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_SECTORS: Final[dict[str, str]] = {
    "igo": "IGO", "ministry": "GOV", "government": "GOV", "parliament": "LEG", "court": "JUD",
    "party": "PTY", "armed_group": "REB", "ngo": "NGO", "company": "BUS", "agency": "GOV",
    "military": "MIL",
}  # fmt: skip


class OwnActor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor that the user added."""

    id: str
    name: str
    kind: str = "person"
    country: str | None = None
    role: str | None = None
    also: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    wikidata: str | None = None
    as_of: str
    """The day on which it was added."""


class OwnActors(msgspec.Struct, frozen=True):
    """All actors that the user added, in the order of adding."""

    actors: tuple[OwnActor, ...] = ()

    def people(self) -> list[Person]:
        return [_make_person(actor) for actor in self.actors if actor.kind == "person"]

    def outlets(self) -> list[Outlet]:
        return [_make_outlet(actor) for actor in self.actors if actor.kind == "outlet"]

    def organisations(self) -> list[Organisation]:
        kinds = _BROAD | {str(kind): kind for kind in ORGANISATION_KINDS}
        return [
            _make_organisation(actor, kinds[actor.kind])
            for actor in self.actors
            if actor.kind in kinds
        ]

    def places(self) -> list[Place]:
        return [_make_place(actor) for actor in self.actors if actor.kind == "place"]

    def countries(self) -> list[tuple[str, tuple[str, ...]]]:
        """Codes of countries with the names that the user has for them."""
        return [
            (actor.country, (actor.name, *actor.also))
            for actor in self.actors
            if actor.kind == "country" and actor.country
        ]


def read_own(home: Path) -> OwnActors:
    """The actors in the user's folder; none where there is no file.

    Raises SettingsError where the file cannot be read or is not as `write_own` left it.
    """
    path = home / FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return OwnActors()
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}") from None
    try:
        return msgspec.json.decode(content, type=OwnActors)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} is damaged ({error}); mend it, or move it away to start anew"
        ) from None


def write_own(home: Path, own: OwnActors) -> None:
    """Puts the actors into the user's folder: all of them or, where that fails, none.

    Raises SettingsError where it cannot be written; what was there before then stays.
    """
    content = msgspec.json.format(msgspec.json.encode(own), indent=2) + b"\n"
    temporary: str | None = None
    try:
        home.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=home, prefix=".actors-", suffix=".json")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(home / FILE)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise SettingsError(f"{home} cannot be written: {error.strerror or error}") from None


def add_actors(own: OwnActors, added: Iterable[OwnActor]) -> OwnActors:
    """The actors with the added ones, of which one with the id of an old one takes its place."""
    actors = {actor.id: actor for actor in own.actors}
    actors.update((actor.id, actor) for actor in added)
    return OwnActors(tuple(actors.values()))


def remove_actor(own: OwnActors, identity: str) -> OwnActors:
    """The actors without the one of the id; raises SettingsError where there is none."""
    left = tuple(actor for actor in own.actors if actor.id != identity)
    if len(left) == len(own.actors):
        raise SettingsError(
            f"no actor of yours has the id {identity}; `sayso actors list` shows all"
        )
    return OwnActors(left)


def make_actor(given: dict[str, str], also: Iterable[str] = ()) -> OwnActor:
    """The actor of the fields name, kind, country, role, since, until, wikidata and id.

    Empty fields count as not given. Raises SettingsError with all that does not fit.
    """
    fields = {key: value.strip() for key, value in given.items() if value.strip()}
    name = fields.get("name", "")
    if faults := list(_find_faults(fields)):
        raise SettingsError("; ".join(faults))
    kind, country = fields.get("kind", "person"), fields.get("country")
    slug = "-".join(
        filter(None, ("own", simplify(name).replace(" ", "-"), (country or "").lower()))
    )
    return OwnActor(
        id=fields.get("id", slug),
        name=name,
        kind=kind,
        country=country,
        role=fields.get("role"),
        also=tuple(dict.fromkeys(v.strip() for v in also if v.strip() and v.strip() != name)),
        since=fields.get("since"),
        until=fields.get("until"),
        wikidata=fields.get("wikidata"),
        as_of=fields.get("as_of", datetime.now(UTC).date().isoformat()),
    )


def _find_faults(fields: dict[str, str]) -> Iterator[str]:
    if not simplify(fields.get("name", "")):
        yield "an actor needs a name"
    kind, country = fields.get("kind", "person"), fields.get("country")
    if kind not in KINDS:
        yield f"the kind {kind!r} is none of {', '.join(KINDS)}"
    if kind == "country" and not country:
        yield "a country needs its ISO code as its country, too; what has none can be a place"
    if country and not _COUNTRY.fullmatch(country):
        yield f"the country {country!r} is no code of two capitals, such as UA"
    elif country and country not in _read_codes():
        yield f"no country has the ISO code {country}; Britain, for one, is GB"
    if (wikidata := fields.get("wikidata")) and not _WIKIDATA.fullmatch(wikidata):
        yield f"{wikidata!r} is no id of Wikidata, such as Q30"
    dates = {key: fields[key] for key in ("since", "until", "as_of") if key in fields}
    wrong = [key for key, written in dates.items() if not is_date(written)]
    for key in wrong:
        yield f"{key} {dates[key]!r} is no date, such as 2024-09-05, 2024-09 or 2024"
    since, until = dates.get("since"), dates.get("until")
    if since and until and not wrong and last_day(until) < first_day(since):
        yield f"until {until} is before since {since}"


@cache
def _read_codes() -> frozenset[str]:
    return frozenset(row.code for row in read_countries().rows)


def _make_person(actor: OwnActor) -> Person:
    held: tuple[Holding, ...] = ()
    if actor.role:
        held = (
            Holding(
                person=actor.id,
                title=actor.role,
                kind=kind_of(actor.role) or "other",
                country=actor.country,
                since=actor.since,
                until=actor.until,
                as_of=actor.as_of,
                source=SOURCE,
            ),
        )
    return Person(
        id=actor.id,
        name=actor.name,
        names=actor.also,
        country=actor.country,
        wikidata=actor.wikidata,
        holdings=held,
    )


def _make_organisation(actor: OwnActor, kind: OrganisationKind | None) -> Organisation:
    return Organisation(
        id=actor.id,
        name=actor.name,
        names=actor.also,
        kind=kind,
        country=actor.country,
        sector=_SECTORS.get(actor.kind),
        wikidata=actor.wikidata,
        source=SOURCE,
        as_of=actor.as_of,
    )


def _make_place(actor: OwnActor) -> Place:
    return Place(
        name=actor.name,
        names=actor.also,
        country=actor.country,
        location=None,
        source=SOURCE,
        as_of=actor.as_of,
    )


def _make_outlet(actor: OwnActor) -> Outlet:
    return Outlet(
        id=actor.id,
        name=actor.name,
        names=actor.also,
        country=actor.country,
        source=SOURCE,
        as_of=actor.as_of,
    )
