"""Which person do these words name, and who held that office on that day?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from sayso.knowledge import Holder, Holding, Person
from sayso.knowledge.loading import read_people
from sayso.knowledge.names import are_same_person, compress, normalise
from sayso.knowledge.offices import (
    KINDS,
    LED_BY,
    PARLIAMENTARY,
    SINGLE,
    content_of,
    heads_of,
    is_leader,
    kind_of,
)
from sayso.knowledge.shelf import Shelf
from sayso.knowledge.terms import covers, first_day, is_stale, last_day

MOST: Final = 5
"""As many people of one surname are still an answer; more are none."""
RECENT: Final = 3
"""Years for which who left an office is still likely to be meant by a surname alone."""
_RANKS: Final = {kind: rank for rank, kind in enumerate(KINDS)}

Held = tuple[Person, Holding]


class People:
    """Who held which office when; the user's own first."""

    def __init__(self, own: Sequence[Person] = ()) -> None:
        self._own = own

    @cached_property
    def shelf(self) -> Shelf[Person]:
        named = [(row, (row.name, *row.names)) for row in self._own]
        return Shelf(read_people(), named, compress)

    @cached_property
    def _by_power(self) -> dict[str, list[Held]]:
        """Holdings by country code (AU) and by id of organisation (au), the user's own first."""
        held: dict[str, list[Held]] = defaultdict(list)
        for person in (*self._own, *self.shelf.table.rows):
            for holding in person.holdings:
                for power in _find_powers(holding):
                    held[power].append((person, holding))
        return held

    def find_people(self, words: str, on: str | None = None) -> tuple[Person, ...]:
        """The people who go by the words, the likeliest on the date first.

        A surname alone gives only those in office on the date or not long before it (all of the
        surname, where no date is given), and nobody where they are more than `MOST`.
        """
        whole = self.shelf.find(compress(words))
        tokens = normalise(words).split()
        if not tokens:
            return ()
        parts = self.shelf.find_partial("".join(tokens)) + self._find_own_parts(words)
        if len(tokens) > 1:
            parts += self.shelf.find_partial(tokens[-1]) + self.shelf.find_partial(tokens[0])
            parts = tuple(p for p in parts if _goes_by(p, words))
        else:
            parts = _narrow([p for p in parts if p not in whole], on)
        found = list(dict.fromkeys(whole)) + [p for p in dict.fromkeys(parts) if p not in whole]
        own = {person.id for person in self._own}
        found.sort(key=lambda person: (person.id not in own, *_weigh(person, on)))
        return tuple(found) if len(found) <= MOST or whole else ()

    def find_holder(self, country: str, office: str, on: str) -> Holder | None:
        """Who holds the office of the country (code) or organisation (id) on the date, or None.

        None, too, where the words fit offices of several people. `stale` says that the last
        known holder is given, though the date is long after that was known.
        """
        known = self._by_power.get(country) or self._by_power.get(country.casefold(), [])
        held = [pair for pair in known if covers(pair[1], on)]
        fitting = _choose_office(held, office)
        fitting = [pair for pair in fitting if pair[1].until != on] or fitting
        if not fitting:
            return None
        fitting.sort(key=lambda pair: _rank_holding(pair[1], on), reverse=True)
        person, holding = fitting[0]
        if holding.kind not in SINGLE and not _are_successors(fitting, on):
            return None
        return Holder(person=person, holding=holding, stale=is_stale(holding, on))

    def _find_own_parts(self, words: str) -> tuple[Person, ...]:
        return tuple(p for p in self._own if _goes_by(p, words))


def office_at(person: Person, on: str) -> tuple[Holding, ...]:
    """The offices that the person may have held on the date, the highest first."""
    held = [holding for holding in person.holdings if covers(holding, on)]
    return tuple(sorted(held, key=lambda h: (is_stale(h, on), _RANKS.get(h.kind, len(KINDS)))))


def _choose_office(held: list[Held], office: str) -> list[Held]:
    """Those whose office the words fit, best."""
    kind, heads, wanted = kind_of(office), heads_of(office), content_of(office)
    exact = [p for p in held if content_of(p[1].title) == wanted]
    if exact:
        return exact
    if heads:
        fitting = [p for p in held if heads_of(p[1].title) == heads and not _is_lower(p[1], kind)]
        if fitting or kind in {"head_of_state", "head_of_government"}:
            return _keep_closest(fitting, wanted)
    if kind is None and is_leader(office):
        return _find_leaders(held)
    fitting = [p for p in held if p[1].kind == kind] if kind else []
    if kind == "head_of_government" and not fitting and not heads:
        fitting = [p for p in held if p[1].kind == "head_of_state"]
    if not fitting or kind in SINGLE:
        return fitting
    return _keep_closest(fitting, wanted)


def _find_leaders(held: list[Held]) -> list[Held]:
    """Those who lead: an organisation or, of a country, whoever governs it."""
    for kinds in LED_BY:
        fitting = [p for p in held if p[1].kind in kinds]
        governing = [p for p in fitting if p[1].country in PARLIAMENTARY]
        governing = [p for p in governing if p[1].kind == "head_of_government"]
        if fitting:
            return governing or _keep_highest(fitting)
    return []


def _keep_highest(fitting: list[Held]) -> list[Held]:
    best = min(_RANKS[p[1].kind] for p in fitting)
    return [p for p in fitting if _RANKS[p[1].kind] == best]


def _keep_closest(fitting: list[Held], wanted: frozenset[str]) -> list[Held]:
    """Those whose titles share most words with the wanted one, and have fewest others."""
    titles = [content_of(holding.title) for _, holding in fitting]
    shared = [(len(wanted & title), -len(title)) for title in titles]
    return [p for p, n in zip(fitting, shared, strict=True) if n == max(shared)]


def _find_powers(holding: Holding) -> set[str]:
    """What the office is one of: country, organisation, and the union that that belongs to."""
    country, organisation = holding.country or "", holding.organisation or ""
    union = organisation.partition("-")[0]
    powers = {country, organisation, union if union in {"eu", "un"} else ""}
    return powers - {""}


def _is_lower(holding: Holding, kind: str | None) -> bool:
    return holding.kind.startswith("deputy") and holding.kind != kind


def _are_successors(fitting: list[Held], on: str) -> bool:
    """Whether those who may hold the office on the date hold one office after another."""
    if len({person.id for person, _ in fitting}) == 1:
        return True
    sure = {person.id for person, holding in fitting if not is_stale(holding, on)}
    titles = {content_of(holding.title) for _, holding in fitting}
    return len(titles) == 1 and len(sure) <= 1


def _rank_holding(holding: Holding, on: str) -> tuple[bool, int, str, str]:
    return (
        not is_stale(holding, on),
        -_RANKS.get(holding.kind, len(KINDS)),
        holding.since or "",
        holding.as_of,
    )


def _goes_by(person: Person, words: str) -> bool:
    return any(are_same_person(name, words) for name in (person.name, *person.names))


def _narrow(people: Iterable[Person], on: str | None) -> tuple[Person, ...]:
    """Those of a surname who may be meant on the date: of the nearest standing that anybody has."""
    found = list(people)
    if on is None or not found:
        return tuple(found)
    standings = [_stand(person, on) for person in found]
    nearest = min(standings)
    return tuple(p for p, standing in zip(found, standings, strict=True) if standing == nearest)


def _weigh(person: Person, on: str | None) -> tuple[int, int, str]:
    """How likely the person is meant; less is likelier."""
    held = office_at(person, on) if on else person.holdings
    rank = min((_RANKS.get(h.kind, len(KINDS)) for h in held), default=len(KINDS))
    return (_stand(person, on) if on else 0, rank, person.name)


def _stand(person: Person, on: str) -> int:
    """0 in office on the date, 1 perhaps, 2 not long ago, 3 otherwise."""
    held = [holding for holding in person.holdings if covers(holding, on)]
    if any(not is_stale(holding, on) for holding in held):
        return 0
    if any(first_day(on).year - last_day(h.as_of).year <= RECENT for h in held):
        return 1
    ends = [last_day(h.until).year for h in person.holdings if h.until]
    near = any(-1 <= first_day(on).year - year <= RECENT for year in ends)
    return 2 if near else 3
