"""Who holds and held which office, by all sources together?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.knowledge import Person, Sex
from sayso.knowledge.names import are_same_person, compress, find_sex, normalise
from sayso.knowledge.terms import first_day
from training.knowledge.cabinets import read_cabinets
from training.knowledge.factbook import read_leaders
from training.knowledge.offices import Found, read_curated
from training.knowledge.sources import (
    FACTBOOK,
    Keys,
    add_key,
    read_lines,
    read_toml,
    tidy,
    write_table,
)
from training.knowledge.terms import close_terms, merge_terms

FAMILY_FIRST = frozenset({"CN", "KP", "KR", "VN", "TW", "KH", "HK", "MO", "LA"})
"""Where English writes the family name first (not Cambodia's and Laos' only name, but they fit)."""
PARTICLES = frozenset(
    "von van der den de del della di da dos das du la le ben bin ter ten el al".split()
)

LEADING = frozenset({"head_of_state", "head_of_government"})


@dataclass
class Draft:
    """A person as far as it is put together."""

    name: str
    country: str | None
    names: list[str] = field(default_factory=list)
    sex: Sex | None = None
    wikidata: str | None = None
    held: list[Found] = field(default_factory=list)
    family: str | None = None


def write_people() -> list[Person]:
    """Writes people.json, and gives its rows."""
    details = read_toml("people")
    drafts = _gather(details)
    _add_details(drafts, details)
    rows = sorted((_make_person(draft) for draft in drafts), key=lambda p: (p.name, p.id))
    rows = close_terms(rows)
    families = {compress(d.name): d.family for d in drafts if d.family}
    keys: Keys = {}
    partial: Keys = {}
    for place, row in enumerate(rows):
        for written in (row.name, *row.names):
            add_key(keys, compress(written), place)
            add_key(keys, _turn(written), place)
            for part in find_families(written, row.country, families.get(compress(row.name))):
                add_key(partial, part, place)
    write_table("people", rows, keys=keys, partial=partial)
    return rows


def find_families(name: str, country: str | None, family: str | None) -> Iterator[str]:
    """The keys of the surnames by which a person may be called."""
    if family:
        yield compress(family)
        return
    tokens = normalise(name).split()
    if not tokens:
        return
    if country in FAMILY_FIRST and len(tokens) in {2, 3}:
        yield tokens[0]
    if country not in FAMILY_FIRST or len(tokens) == 1:
        yield tokens[-1]
    for at in range(1, len(tokens) - 1):
        if tokens[at] in PARTICLES:
            yield "".join(tokens[at:])
            break
    if "-" in name.rpartition(" ")[2] and country not in FAMILY_FIRST:
        yield compress(name.rpartition(" ")[2])


def _turn(name: str) -> str:
    """The key of the name with its last word first."""
    words = name.split()
    return compress(" ".join([words[-1], *words[:-1]])) if len(words) in {2, 3} else ""


def _gather(details: dict[str, Any]) -> list[Draft]:
    """One draft a person: found again by Wikidata id, or by name and country."""
    aliases = {
        compress(other): compress(p["name"])
        for p in details["person"]
        for other in p.get("also", [])
    }
    known = {compress(p["name"]): p["wikidata"] for p in details["person"] if "wikidata" in p}
    by_key: dict[tuple[str, str | None], Draft] = {}
    by_id: dict[str, Draft] = {}
    drafts: list[Draft] = []
    for found in (*read_curated(), *read_cabinets(), *read_leaders()):
        key = compress(found.name)
        key = aliases.get(key, key)
        identity = found.wikidata or (known.get(key) if found.curated else None)
        draft = by_id.get(identity or "") or by_key.get((key, found.country))
        draft = draft or (by_key.get((key, None)) if len(found.name.split()) > 1 else None)
        if draft is None and not found.curated:
            draft = _find_same(drafts, found, key)
        if draft is None or (draft.wikidata and identity not in {None, draft.wikidata}):
            draft = Draft(found.name, found.country)
            drafts.append(draft)
        by_key.setdefault((key, found.country), draft)
        if found.organisation and not found.country:
            by_key.setdefault((key, None), draft)
        draft.country = draft.country or found.country
        draft.sex = draft.sex or found.sex
        draft.wikidata = draft.wikidata or identity
        if identity:
            by_id[identity] = draft
        draft.names.append(found.name)
        draft.held.append(found)
    return _join_powers(drafts)


def _find_same(drafts: list[Draft], found: Found, key: str) -> Draft | None:
    """The person whom another source writes otherwise, or who heads several territories."""
    national = [draft for draft in drafts if draft.country == found.country]
    for draft in national:
        kinds = {f.kind for f in draft.held if f.curated}
        same = found.kind in kinds or (found.source == FACTBOOK and kinds & LEADING)
        if same and len(found.name.split()) > 1 and are_same_person(draft.name, found.name):
            return draft
        if any(_is_one_term(f, found) for f in draft.held):
            return draft
    abroad = (d for d in drafts if found.source == FACTBOOK and compress(d.name) == key)
    return next((d for d in abroad if found.kind in {f.kind for f in d.held}), None)


def _is_one_term(known: Found, found: Found) -> bool:
    """Whether both lead the country since about the same day, and lead it still."""
    if known.kind != found.kind or known.kind not in LEADING or not known.curated:
        return False
    if known.until or not known.since or not found.since:
        return False
    return abs((first_day(known.since) - first_day(found.since)).days) < 45


def _join_powers(drafts: list[Draft]) -> list[Draft]:
    """People of organisations joined with those of the same whole name in countries."""
    national = defaultdict(list)
    for draft in drafts:
        if draft.country:
            national[compress(draft.name)].append(draft)
    left = []
    for draft in drafts:
        same = national.get(compress(draft.name), [])
        if draft.country or len(same) != 1 or len(draft.name.split()) < 2:
            left.append(draft)
        else:
            same[0].held += draft.held
            same[0].names += draft.names
    return left


def _add_details(drafts: list[Draft], details: dict[str, Any]) -> None:
    by_key = defaultdict(list)
    for draft in drafts:
        by_key[compress(draft.name)].append(draft)
        for name in set(draft.names) - {draft.name}:
            by_key[compress(name)].append(draft)
    for given in details["person"]:
        found = by_key.get(compress(given["name"]), [])
        if not found:
            print(f"people.toml: {given['name']} holds no office")
        for draft in found[:1]:
            draft.names += [draft.name, *given.get("also", [])]
            draft.name = given["name"]
            draft.family = given.get("family")
            draft.wikidata = draft.wikidata or given.get("wikidata")
            draft.country = given.get("country") or draft.country
    women = {compress(name) for name in details["women"]}
    for draft in drafts:
        if compress(draft.name) in women:
            draft.sex = "f"
        elif draft.sex is None and any(f.curated for f in draft.held):
            if find_sex(draft.name) == "f":
                print(f"people.toml: is {draft.name} no woman?")
            draft.sex = "m"
        draft.sex = draft.sex or find_sex(draft.name)
    spellings = _read_spellings()
    for draft in drafts:
        for name in [draft.name, *draft.names]:
            draft.names += spellings.get(compress(name), [])


def _read_spellings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in read_lines("spelling_ukraine.jsonl"):
        if record["category"] == "Person":
            names = [record["correctSpelling"], *record["incorrectSpellings"]]
            names += [record["sourceSpelling"], *record.get("relatedSpellings", [])]
            for name in names:
                found.setdefault(compress(name), names)
    return found


def _make_person(draft: Draft) -> Person:
    slug = normalise(draft.name).replace(" ", "-")
    identity = draft.wikidata or "-".join(filter(None, (slug, (draft.country or "").lower())))
    names = {compress(n): n for n in reversed(tidy(draft.names, draft.name))}
    names.pop(compress(draft.name), None)
    return Person(
        id=identity,
        name=draft.name,
        names=tuple(reversed(names.values())),
        country=draft.country,
        sex=draft.sex,
        wikidata=draft.wikidata,
        holdings=tuple(merge_terms(identity, draft.held)),
        sector=_find_sector(draft.held),
    )


def _find_sector(held: list[Found]) -> str:
    sectors = {
        "military_chief": "MIL", "lawmaker": "LEG", "legislature_speaker": "LEG", "judge": "JUD",
        "prosecutor": "JUD", "spy_chief": "SPY", "armed_group_leader": "REB", "party_leader": "PTY",
    }  # fmt: skip
    last = max(held, key=lambda f: (f.until is None, f.since or ""))
    if last.country is None and last.kind not in sectors:
        return "IGO"
    return sectors.get(last.kind, "GOV")
