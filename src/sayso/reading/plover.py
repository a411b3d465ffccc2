"""What do PLOVER's codes mean, and which of them do the words of an event tell?"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from sayso.reading import EventType

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]


class Root(NamedTuple):
    """What users of older data know a type by."""

    cameo: str
    """Root of CAMEO, two digits (openeventdata/PLOVER, CAMEO2PLOVER-2021)."""
    goldstein: float
    """Goldstein's scale (1992) as GDELT assigns it to that root: -10 conflict, 10 cooperation."""
    quad: Quad


ROOTS: Mapping[EventType, Root] = {
    "AGREE": Root("03", 4.0, "verbal cooperation"),
    "CONSULT": Root("04", 1.0, "verbal cooperation"),
    "SUPPORT": Root("05", 3.5, "verbal cooperation"),
    "CONCEDE": Root("08", 5.0, "verbal cooperation"),
    "COOPERATE": Root("06", 6.0, "material cooperation"),
    "AID": Root("07", 7.0, "material cooperation"),
    "RETREAT": Root("08", 5.0, "material cooperation"),
    "REQUEST": Root("10", -5.0, "verbal conflict"),
    "ACCUSE": Root("11", -2.0, "verbal conflict"),
    "REJECT": Root("12", -4.0, "verbal conflict"),
    "THREATEN": Root("13", -6.0, "verbal conflict"),
    "PROTEST": Root("14", -6.5, "material conflict"),
    "SANCTION": Root("16", -4.0, "material conflict"),
    "MOBILIZE": Root("15", -7.2, "material conflict"),
    "COERCE": Root("17", -7.0, "material conflict"),
    "ASSAULT": Root("18", -9.0, "material conflict"),
}
MOST = 3
"""Contexts that are given of one event."""


class Codes(msgspec.Struct, frozen=True):
    """The words by mode of each type, and by context, as `lexicons/plover-en.toml` has them."""

    modes: dict[EventType, dict[str, tuple[str, ...]]]
    contexts: dict[str, tuple[str, ...]]


def find_mode(kind: EventType, words: str, sentence: str) -> str | None:
    """The mode that the event's words tell, else its sentence; None where the type has none."""
    for stretch in (words, sentence):
        for mode, pattern in _modes().get(kind, ()):
            if pattern.search(stretch):
                return mode
    return None


def find_contexts(sentence: str) -> tuple[str, ...]:
    """The contexts that a sentence tells, the ones with most words first; empty for none."""
    counted = [(len(pattern.findall(sentence)), context) for context, pattern in _contexts()]
    told = sorted((c for c in counted if c[0]), key=lambda c: -c[0])
    return tuple(context for _, context in told[:MOST])


@cache
def _load() -> Codes:
    path = files("sayso.reading").joinpath("lexicons/plover-en.toml")
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Codes)


@cache
def _modes() -> dict[EventType, list[tuple[str, re.Pattern[str]]]]:
    return {
        kind: [(mode, _any_of(words)) for mode, words in modes.items()]
        for kind, modes in _load().modes.items()
    }


@cache
def _contexts() -> list[tuple[str, re.Pattern[str]]]:
    return [(context, _any_of(words)) for context, words in _load().contexts.items()]


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
