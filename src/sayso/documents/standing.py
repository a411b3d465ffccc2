"""Which lines stand on a page and are not the article's own words?"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.documents.datelines import find_dateline
from sayso.documents.lexicon import Label, compile_phrases, load_lexicon
from sayso.documents.paragraphs import Block

_LONGEST_NOTE: Final = 1500
_MOST_WORDS: Final[dict[Label, int]] = {
    "boilerplate": 30,
    "links": 12,
    "credit": 40,
    "caption": 60,
    "note": 250,
}
"""Words that a line recognised by how it begins or ends may have; longer ones are paragraphs."""
_LONGEST_LINK: Final = 200
_TAIL: Final = 120
_FOOT: Final = 3
"""Blocks at the end of an article among which its writers are named."""
_MOST_LINKS: Final = 12
"""Links after a head in mid-article; at the end of a page there may be any number."""

_TIMESTAMP: Final = re.compile(
    r"(?:updated |published |posted )?(?:at )?"
    r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\d{1,2}(?= ?[ap]\.? ?m))\s?(?:[ap]\.? ?m\b)?\.?,?\s?"
    r"(?:\(?(?:gmt|utc|bst|ist|msk|cest|cet|eest|eet|ed?t|p[ds]?t|est|uhr|local time|мск)"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?\)?)?"
    r"|\d{1,3}\s?(?:h|hr|hrs|m|min|mins|d|hours?|minutes?|days?) ago"
)
_CRUMBS: Final = re.compile(r"(?:home|start|startseite|accueil|inicio|головна|главная)\s*[/>»›|].*")
_CRUMB_SIGNS: Final = re.compile(r"\s[>»›]\s")
_WORD: Final = re.compile(r"[\w'-]+")
_AGENCY_SIGNS: Final = re.compile(r"\s*(?:[/|,&+©]|\bvia\b|\band\b)\s*")
_CAPITALISED: Final = 0.8
"""Share of words with a capital from which a line is a headline in title case."""


def find_label(block: Block) -> Label | None:
    """What standing line the block is; None for the article's own."""
    if not any(map(str.isalnum, block.bare)):
        return None if any(map(str.isalnum, block.text)) or not block.is_short else "boilerplate"
    length = block.end - block.start
    if length > _LONGEST_NOTE:
        return None
    label = load_lexicon().lines.get(block.bare) or _find_by_pattern(block)
    if label is None and length <= 150 and _is_furniture(block.bare):
        return "boilerplate"
    if label is None and block.is_short and (_is_agencies(block.bare) or _is_dateline(block)):
        return "credit"
    return label


def mark_foot(blocks: Sequence[Block], labels: list[Label | None]) -> None:
    """Labels credits that are told only by standing last: who wrote it, and who the writer is."""
    own = [index for index, label in enumerate(labels) if label is None]
    for index in own[1:][-_FOOT:]:
        block = blocks[index]
        if block.is_short and '"' not in block.bare and load_lexicon().foot.match(block.bare):
            labels[index] = "credit"


def mark_links(blocks: Sequence[Block], labels: list[Label | None]) -> None:
    """Labels the lists of links below their heads, and the heads, as boilerplate."""
    last_own = max((i for i, block in enumerate(blocks) if _is_own(block, labels[i])), default=-1)
    for index, label in enumerate(labels):
        if label != "links":
            continue
        labels[index] = "boilerplate"
        most = _MOST_LINKS if index < last_own else len(blocks)
        for at in range(index + 1, min(index + 1 + most, len(blocks))):
            if labels[at] is not None:
                continue
            if not _is_link(blocks, at, at_end=index > last_own):
                break
            labels[at] = "boilerplate"


def is_picture_credit(block: Block) -> bool:
    """Whether a credit is a picture's and not a writer's."""
    first = _WORD.search(block.bare)
    pictures = load_lexicon().words.pictures
    return (first is not None and first.group() in pictures) or _is_agencies(block.bare)


def is_title_case(line: str) -> bool:
    """Whether nearly all of at least five words begin with a capital, as in a headline."""
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    capitals = sum(not word[0].islower() for word in words)
    return len(words) >= 5 and line != line.upper() and capitals >= _CAPITALISED * len(words)


def _find_by_pattern(block: Block) -> Label | None:
    lexicon = load_lexicon()
    line = block.folded.lstrip("([*_-–—•|>#► ")
    words = line.count(" ") + 1 if block.is_short else _MOST_WORDS["caption"] + 1
    for entries, text in (
        (lexicon.gapped.get(block.bare[:3], ()), block.bare),
        (lexicon.gapped.get("", ()), block.bare),
        (lexicon.begins.get(line[:3], ()), line),
        (lexicon.begins.get("", ()), line),
    ):
        for pattern, label in entries:
            match = compile_phrases(pattern).match(text) if words <= _MOST_WORDS[label] else None
            if match and _may_be(label, match.group(), line):
                return label
    tail = block.folded[-_TAIL:].rstrip(" .")
    if words <= _MOST_WORDS["caption"] and any(
        sign in tail for sign in ("(", "/", "[", ":", " via ")
    ):
        return "caption" if lexicon.ends.search(tail) else None
    return None


def _may_be(label: Label, begins: str, line: str) -> bool:
    """Whether nothing speaks against it: quoted speech is an article's, unless a colon leads."""
    if label in ("note", "caption") or begins.rstrip().endswith(":"):
        return True
    return '"' not in line


def _is_furniture(bare: str) -> bool:
    """Times of a live blog, crumbs of a path, rows of buttons."""
    if _TIMESTAMP.fullmatch(bare) or _CRUMBS.fullmatch(bare):
        return True
    if len(_CRUMB_SIGNS.findall(bare)) >= 2:
        return all(len(piece.split()) <= 3 for piece in _CRUMB_SIGNS.split(bare))
    share = load_lexicon().words.share
    return all(word in share for word in re.split(r"[\s|/•·,]+", bare) if word)


def _is_dateline(block: Block) -> bool:
    """Whether the line is a dateline and nothing else, such as "Kyiv CNN —"."""
    dashed = block.text.endswith(("—", "–", "-", "―"))
    return dashed and find_dateline(block.text, opens=False) == len(block.text)


def _is_agencies(bare: str) -> bool:
    agencies = load_lexicon().words.agencies
    if len(bare) > 80:
        return False
    return all(not part or part in agencies for part in _AGENCY_SIGNS.split(bare))


def _is_own(block: Block, label: Label | None) -> bool:
    """Whether the block is surely a paragraph of the article."""
    return label is None and block.is_sentence and block.text.count(" ") >= 10


def _is_link(blocks: Sequence[Block], index: int, *, at_end: bool) -> bool:
    """Whether the line reads like another article's headline and not like this one's text."""
    block = blocks[index]
    if block.end - block.start > _LONGEST_LINK or block.text[:1] in "\"“«'‘":
        return False
    if at_end:
        return not block.is_sentence or is_title_case(block.text) or "?" in block.text[-2:]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    heads_text = following is not None and following.is_sentence and block.text.count(" ") < 8
    return block.text.count(" ") >= 4 and not block.is_sentence and not heads_text
