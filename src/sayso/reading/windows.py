"""Which stretches of a document does the encoder read at once?

A window is a run of whole paragraphs, up to a number of word pieces, each paragraph closed by
[SEP]. Only a paragraph that is longer than a window is cut, after a sentence's end if it has one.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 256
"""Word pieces in a window, [CLS] and [SEP] included. The model was trained on windows of 320;
shorter ones read faster, and 256 scored best on the half of PolNeAR's dev kept for choosing."""
SHORTEST_CUT = 0.6
"""A long paragraph is cut at the last sentence's end past this share of a window."""
SENTENCE_END = frozenset(".!?")
OPENING = frozenset("\"“«„‘'")


class Pieces(NamedTuple):
    """Word pieces with their places: parallel lists; `starts` and `ends` are code points."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class Window(NamedTuple):
    """What the encoder reads at once. [CLS] and [SEP] are empty spans (start equals end)."""

    ids: list[int]
    capitals: list[int]
    """1 where the piece begins with a capital letter in the text: the encoder is uncased."""
    starts: list[int]
    ends: list[int]


def split_windows(
    text: str,
    stretches: Sequence[tuple[int, int]],
    tokenizer: "Tokenizer",
    size: int = WINDOW,
) -> list[Window]:
    """The windows over the stretches (start, end) of the text, in order; none if all are empty."""
    encodings = tokenizer.encode_batch([text[a:b] for a, b in stretches], add_special_tokens=False)
    runs: list[Pieces] = []
    for (begin, _), encoding in zip(stretches, encodings, strict=True):
        offsets = encoding.offsets
        pieces = Pieces(
            encoding.ids, [begin + a for a, _ in offsets], [begin + b for _, b in offsets]
        )
        runs.extend(cut_long(pieces, text, size - 2))
    vocabulary = {mark: tokenizer.token_to_id(mark) or 0 for mark in ("[CLS]", "[SEP]")}
    cls, sep = vocabulary["[CLS]"], vocabulary["[SEP]"]
    return [_join(group, text, cls, sep) for group in _group(runs, text, size)]


def cut_long(pieces: Pieces, text: str, size: int) -> Iterator[Pieces]:
    """The pieces in runs of at most `size`, cut after a sentence's end where there is one."""
    begin, total = 0, len(pieces.ids)
    while total - begin > size:
        cut = begin + size
        for at in range(cut, begin + int(size * SHORTEST_CUT), -1):
            gap = text[pieces.ends[at - 1] : pieces.starts[at]]
            before = text[max(pieces.starts[at - 1] - 1, 0) : pieces.ends[at - 1]]
            if gap and not SENTENCE_END.isdisjoint(before):
                cut = at
                break
        yield Pieces(*(column[begin:cut] for column in pieces))
        begin = cut
    if total > begin:
        yield Pieces(*(column[begin:] for column in pieces))


def _group(runs: list[Pieces], text: str, size: int) -> Iterator[list[Pieces]]:
    """The runs in groups of one window each.

    A window that would begin with a quotation begins with the paragraph before it instead: there
    its speaker is named.
    """
    group: list[Pieces] = []
    for run in runs:
        if group and _measure([*group, run]) > size:
            last = group[-1]
            quoted = text[run.starts[0]] in OPENING and len(group) > 2
            carried = [last] if quoted and _measure([last, run]) <= size else []
            yield group[: len(group) - len(carried)]
            group = carried
        group.append(run)
    if group:
        yield group


def _measure(group: list[Pieces]) -> int:
    return 1 + sum(len(run.ids) + 1 for run in group)


def _join(group: list[Pieces], text: str, cls: int, sep: int) -> Window:
    first = group[0].starts[0]
    ids, starts, ends = [cls], [first], [first]
    for run in group:
        ids += run.ids
        starts += run.starts
        ends += run.ends
        ids.append(sep)
        starts.append(run.ends[-1])
        ends.append(run.ends[-1])
    capitals = [int(a < b and text[a].isupper()) for a, b in zip(starts, ends, strict=True)]
    return Window(ids, capitals, starts, ends)
