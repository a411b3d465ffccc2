"""What stands above the article: its title, who wrote it, and when?"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.documents.datelines import find_dateline
from sayso.documents.lexicon import Label, fold, load_lexicon
from sayso.documents.paragraphs import Block
from sayso.documents.standing import is_title_case

TOP: Final = 15
"""Blocks among which a title, a byline and a date are looked for."""
_LONGEST_TITLE: Final = 200
_LONGEST_RUBRIC: Final = 24
_LONGEST_OUTLET: Final = 40
_LONGEST_BYLINE: Final = 160
_REPEATS: Final = 5
"""Blocks after the first within which a title is repeated."""

_COPYRIGHT_SIGNS: Final = ("©", "(c)", "copyright")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by )?"
    r"(?P<name>[^\W\d_][^.|©\n]{1,40}?)(?=[.|]|, (?:llc|inc|ltd)\b|\s*all rights|$)",
    re.IGNORECASE,
)
_PARTING: Final = ("|", "·", "–", "—", "-")
"""Signs between a title and the name of the outlet."""
_SPACE: Final = re.compile(r"\s+")
_INITIALS: Final = re.compile(r"(?:\b[A-Z]\.)+$")
_STOP: Final = re.compile(r"[.。।][\"”’'»)]*$")
_DATE: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2})?(?:z|[+-]\d{2}:?\d{2})?)?"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b"
)
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NAME: Final = r"[^\W\d_a-z][\w.'’-]*"
_JOINT: Final = r"(?:and|&|und|et|y|та|і|и|de|del|van|von|der|den|la|le|al|bin|ibn|da|di|dos)"
_BYLINE: Final = re.compile(
    rf"(?P<by>[^\W\d_]{{2,8}}(?: [^\W\d_]{{2,3}})??)(?:: ?| )"
    rf"(?P<names>{_NAME}(?:,? (?:{_JOINT}|{_NAME})){{1,9}})"
    r"(?:,? \(?(?:in|for|at|à|pour|en|für) .{1,60}|[,|•·–—(/].{0,90}| \W.{0,90})?"
)


class Headline(msgspec.Struct, frozen=True):
    """The title: the blocks that say it, and where in the first of them it stands."""

    blocks: tuple[int, ...]
    start: int
    end: int
    above: tuple[int, ...] = ()
    """The blocks above it that only name the outlet or the section."""


def find_headline(blocks: Sequence[Block], labels: Sequence[Label | None]) -> Headline | None:
    """The title of the page, freed of a rubric or an outlet's name; None where it has none."""
    own = [index for index in range(min(TOP, len(blocks))) if labels[index] is None]
    owner = find_owner(blocks)
    above = []
    while len(own) > 1 and _names_place(blocks[own[0]], owner):
        above.append(own.pop(0))
    if not own:
        return None
    first = blocks[own[0]]
    for index in own[1 : 1 + _REPEATS]:
        found = _align(first, blocks[index])
        if found is not None:
            return Headline((own[0], index), *found, tuple(above))
    if not _may_be_title(blocks, own[0]):
        return None
    return Headline((own[0],), first.start + _find_rubric(first), first.end, tuple(above))


def find_owner(blocks: Sequence[Block]) -> str | None:
    """The name in a copyright line, such as "© 2025 The Courier"; None where there is none."""
    for block in blocks:
        if not block.is_short or not any(sign in block.folded for sign in _COPYRIGHT_SIGNS):
            continue
        found = _COPYRIGHT.search(block.text)
        if found:
            return found["name"].strip(" ,-–—") or None
    return None


def find_outlet(blocks: Sequence[Block], headline: Headline | None) -> str | None:
    """The outlet, where the copyright line and the head of the page, or the title, name it."""
    owner = find_owner(blocks)
    if owner and any(
        fold(owner) in block.folded and not _COPYRIGHT.search(block.text)
        for block in blocks[:_REPEATS]
    ):
        return owner
    if headline is None:
        return None
    first = blocks[headline.blocks[0]]
    behind = (
        first.text[len(first.text) - (first.end - headline.end) :]
        if headline.end < first.end
        else ""
    )
    name = behind.strip(" |·–—-")
    return name if behind.lstrip()[:1] in _PARTING and 0 < len(name.split()) <= 5 else None


def _names_place(block: Block, owner: str | None) -> bool:
    """Whether a line at the head only names a section or the outlet that the page is of."""
    if block.bare in load_lexicon().words.sections:
        return True
    short = len(block.text) <= _LONGEST_OUTLET and not block.is_sentence
    return owner is not None and short and block.folded.startswith(fold(owner))


def find_byline(block: Block) -> str | None:
    """The names in a byline such as "By Jane Roe in Paris"; None where the line is none."""
    if len(block.text) > _LONGEST_BYLINE or block.text.count(" ") > 20:
        return None
    match = _BYLINE.fullmatch(block.text.strip("*_ "))
    if match is None or fold(match["by"]) not in load_lexicon().words.byline:
        return None
    return match["names"].partition(", The ")[0].rstrip(" ,.")


def is_role(block: Block) -> bool:
    """Whether the line only names a writer's post, such as "Europe correspondent"."""
    if block.text.count(" ") > 4 or block.is_sentence:
        return False
    return any(block.bare.endswith(role) for role in load_lexicon().words.roles)


def is_date(block: Block) -> bool:
    """Whether the line holds a date and nothing but what goes with one."""
    if len(block.bare) > 100 or not any(map(str.isdigit, block.bare)):
        return False
    words = load_lexicon().words
    rest, numeric = _DATE.subn(" ", block.bare)
    found = _TOKEN.findall(rest)
    month = any(token in words.months for token in found)
    known = words.months | words.calendar | words.published
    return (month or numeric > 0) and all(token in known for token in found)


def says_published(block: Block) -> bool:
    """Whether a line that holds a date says itself that it is the date of publication."""
    return not load_lexicon().words.published.isdisjoint(_TOKEN.findall(block.bare))


def find_written_date(block: Block) -> str | None:
    """What the line says of the day it was published, without what it says of later changes."""
    words = load_lexicon().words
    for found in _TOKEN.finditer(block.folded):
        if found.group() in words.updated:
            said = block.text[: found.start()].strip(" |•·-–—(:")
            return said or None
    return block.text


def _align(first: Block, second: Block) -> tuple[int, int] | None:
    """Where the second block's words stand in the first, with a rubric or outlet beside them."""
    title = _SPACE.sub("", second.bare)
    if (
        len(title) < 12
        or len(second.text) > _LONGEST_TITLE
        or len(first.text) > _LONGEST_TITLE + 60
    ):
        return None
    places = [place for place, sign in enumerate(first.folded) if not sign.isspace()]
    whole = "".join(first.folded[place] for place in places)
    at = whole.find(title)
    if at < 0:
        return None
    before, after = whole[:at].strip(" .:|–—-#*\"'"), whole[at + len(title) :].strip(" .|–—-*\"'?!")
    if len(before) > _LONGEST_RUBRIC or len(after) > _LONGEST_OUTLET or (before and after):
        return None
    if second.is_sentence and not is_title_case(second.text) and (before or after):
        return None
    start = first.start + places[at] if before else first.start
    end = first.start + places[at + len(title) - 1] + 1 if after else first.end
    return start, end


def _find_rubric(block: Block) -> int:
    """The length of a section's name glued to the title ("NewsKyiv pushes …"), else 0."""
    for length in range(min(_LONGEST_RUBRIC, len(block.text) - 2), 2, -1):
        if block.folded[:length] in load_lexicon().words.sections:
            glued = block.text[length].isupper() and block.text[length - 1].islower()
            return length if glued and block.text[length + 1].islower() else 0
    return 0


def _may_be_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block is as short as a title, ends as one, and stands above an article."""
    block = blocks[index]
    later = blocks[index + 1 :]
    if len(block.text) > _LONGEST_TITLE or not any(len(b.text) > len(block.text) for b in later):
        return False
    if block.text.count(" ") < 1 and len(block.text) < 12:
        return False
    if block.text[-1] in ":,;-–—" or block.text[:1] in "-–—•":
        return False
    if find_dateline(block.text, opens=False) is not None:
        return False
    stops = _STOP.search(block.text) and not _INITIALS.search(block.text)
    return not stops or is_title_case(block.text)
