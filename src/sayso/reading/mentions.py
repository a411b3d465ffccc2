"""Which words stand for an actor?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from sayso.reading import MentionForm
from sayso.reading.encoder import Floats, log_softmax
from sayso.reading.pronouns import PRONOUNS, find_pronoun
from sayso.reading.scoring import Scored
from sayso.reading.windows import Window

NamedKind = Literal["person", "organisation", "country", "group", "outlet", "place"]
ACTOR_KINDS: tuple[NamedKind, ...] = get_args(NamedKind)
"""The kinds of named actor, in the order of the model's tags."""
PARTICLE = re.compile(
    r"-|[ -](?:al|el|bin|ibn|bint|van|von|de|der|den|da|dos|du|di|abu|ben|ul)[ -]", re.IGNORECASE
)
"""What may stand between two parts of one name."""
TRAILING = re.compile(r"\s(?:of|for|to|the|and|in|at|by|from|with|on|a|an)$")
"""Small words in which no mention ends."""
JOINED_BEFORE = re.compile(r"(?:\b(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]z|[Aa]n|[Uu]l)|\b[A-Z][\w’']*)-$")
JOINED_BEHIND = re.compile(r"-[A-Z][\w’']*")
ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}")
DESCRIPTIONS: tuple[MentionForm, ...] = ("role", "nominal")
PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
LOOSE = " \t\n\r\u00a0,;:.–—-'’\"“”«»„()[]"


class Found(NamedTuple):
    """A mention as it is found: its place, and where the model answers for it."""

    start: int
    end: int
    form: MentionForm
    kind: NamedKind | None
    """Of a name, the kind that it most likely has; else None."""
    window: int
    anchor: int
    """The piece of the window at which its antecedent is asked for."""
    sure: float
    """The model's probability that it is a mention, 1 for pronouns."""


def find_mentions(text: str, scored: Sequence[Scored], continues: NDArray[np.bool_]) -> list[Found]:
    """The mentions of a document in the order of the text; no description inside a name.

    `continues` says for each id of the vocabulary whether the piece goes on a word.
    """
    found: dict[tuple[int, int, bool], Found] = {}
    for number in range(len(scored)):
        for mention in join_names(text, _find_in_window(text, number, scored[number], continues)):
            found.setdefault((mention.start, mention.end, mention.form == "name"), mention)
    ordered = sorted(found.values(), key=lambda m: (m.start, -m.end, m.form != "name"))
    kept = []
    named = 0
    """Where the names so far end."""
    for mention in ordered:
        if mention.form == "name":
            named = max(named, mention.end)
        elif mention.form in DESCRIPTIONS and mention.end <= named:
            continue
        kept.append(mention)
    return kept


def join_names(text: str, mentions: Iterable[Found]) -> Iterator[Found]:
    """The mentions, with the parts of one name joined ("Ahmed al-" and "Sharaa")."""
    last: Found | None = None
    for mention in mentions:
        if mention.form != "name":
            yield mention
            continue
        if last and _is_one_name(text, last, mention):
            last = last._replace(end=mention.end, sure=min(last.sure, mention.sure))
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


def _is_one_name(text: str, first: Found, second: Found) -> bool:
    gap = text[first.end : second.start]
    if PARTICLE.fullmatch(gap):
        return first.kind == second.kind
    alone = " " not in text[second.start : second.end] and second.kind in ("organisation", "group")
    return gap == " " and first.kind == "person" and (second.kind == "person" or alone)


def _find_in_window(
    text: str, number: int, scored: Scored, continues: NDArray[np.bool_]
) -> Iterator[Found]:
    window, scores = scored
    starts, ends = np.asarray(window.starts), np.asarray(window.ends)
    heads = np.flatnonzero(~continues[window.ids] & (starts < ends))
    if not len(heads):
        return
    lasts = _last_pieces(heads, starts, ends)
    fresh = _after_break(heads, starts, ends)
    for tags, are_names in ((scores.names, True), (scores.descriptions, False)):
        chances = np.exp(log_softmax(tags[heads]))
        for first, last in _find_runs(chances, fresh):
            kinds = chances[first:last, 1::2] + chances[first:last, 2::2]
            best = int(np.log(kinds + 1e-6).sum(axis=0).argmax())
            pieces = range(int(heads[first]), int(lasts[last - 1]))
            place = trim(text, *complete(text, int(starts[pieces[0]]), int(ends[pieces[-1]])))
            if place is None:
                continue
            form = "name" if are_names else DESCRIPTIONS[best]
            yield Found(
                *place,
                form,
                ACTOR_KINDS[best] if are_names else None,
                number,
                anchor_of(text, window, form, pieces),
                float(kinds[:, best].mean()),
            )
    yield from _find_pronouns(text, number, window)


def _find_runs(chances: Floats, fresh: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of words, first to last (exclusive), by whether a word is outside, begins or goes on."""
    outside, begins = chances[:, 0], chances[:, 1::2].sum(axis=1)
    inside = chances[:, 2::2].sum(axis=1)
    marked = np.flatnonzero(outside < 0.5)
    begin = previous = -2
    for word in map(int, marked):
        goes_on = word == previous + 1 and inside[word] >= begins[word] and not fresh[word]
        if not goes_on:
            if begin >= 0:
                yield begin, previous + 1
            begin = word
        previous = word
    if begin >= 0:
        yield begin, previous + 1


def _last_pieces(
    heads: NDArray[np.intp], starts: NDArray[np.int_], ends: NDArray[np.int_]
) -> NDArray[np.intp]:
    """For each word, the place after its last piece."""
    filled = np.flatnonzero(starts < ends)
    after = np.append(heads[1:], len(starts))
    return np.asarray(filled[np.searchsorted(filled, after) - 1] + 1)


def _after_break(
    heads: NDArray[np.intp], starts: NDArray[np.int_], ends: NDArray[np.int_]
) -> list[bool]:
    """For each word, whether a paragraph's end stands before it."""
    empty = np.cumsum(starts >= ends)[heads]
    return [True, *(empty[1:] != empty[:-1]).tolist()]


def _find_pronouns(text: str, number: int, window: Window) -> Iterator[Found]:
    at = {start: piece for piece, start in enumerate(window.starts) if start < window.ends[piece]}
    for match in PRONOUN.finditer(text, window.starts[0], window.ends[-1]):
        if match.start() in at and find_pronoun(match[0]):
            anchor = at[match.start()]
            yield Found(match.start(), match.end(), "pronoun", None, number, anchor, 1.0)


def complete(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the rest of an abbreviation, or of words joined by a hyphen, that it cuts."""
    for found in ABBREVIATION.finditer(text, max(0, start - 8), min(len(text), end + 8)):
        if found.start() < end and start < found.end():
            start, end = min(start, found.start()), max(end, found.end())
    before = JOINED_BEFORE.search(text, max(0, start - 20), start)
    behind = JOINED_BEHIND.match(text, end)
    return before.start() if before else start, behind.end() if behind else end


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place without loose marks at its ends; a stop stays after an initial. None if empty."""
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and text[end - 1] in LOOSE:
        if text[end - 1] == "." and "." in text[start : end - 1]:
            break
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    for mark in ("'s", "’s"):
        if text[start:end].endswith(mark) and end - start > len(mark):
            end -= len(mark)
    while trailing := TRAILING.search(text, start, end):
        end = trailing.start()
    return (start, end) if start < end else None


def anchor_of(text: str, window: Window, form: str, pieces: Sequence[int]) -> int:
    """The piece at which the model answers for a mention of these pieces.

    A description is anchored at its last word, the head noun, so that "his counterpart" and "his"
    have anchors of their own; everything else at its first piece.
    """
    if form != "nominal":
        return pieces[0]
    at = len(pieces) - 1
    while at and text[window.starts[pieces[at]] - 1].isalnum():
        at -= 1
    return pieces[at]
