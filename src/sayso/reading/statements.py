"""Who said what, in which words?"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from sayso.documents import Document, Span
from sayso.errors import ReadingError
from sayso.reading import Statement
from sayso.reading.boundaries import Place, find_antecedent, is_scrap, trim_content, trim_source
from sayso.reading.confidence import weigh
from sayso.reading.encoder import Encoder
from sayso.reading.lexicon import load_lexicon
from sayso.reading.linking import Link, drop_strays, link_runs, take_label
from sayso.reading.quotations import tell_kind
from sayso.reading.runs import Run, find_runs
from sayso.reading.scoring import Scored, score_stretches
from sayso.reading.silences import lean_to_silences
from sayso.reading.windows import Window

LEAST = 0.25
"""Confidence below which a statement is left out. On the half of PolNeAR's dev kept for choosing,
content and content+source: 80.5 and 74.7 without, 81.3 and 76.6 so, 80.8 and 76.8 at 0.4."""
EMPTY = frozenset("the a an of in to for and that this it".split())
UNSURE = 0.5
"""What a cue of such words alone needs."""
SUREST = 0.7
"""Confidence below which a statement inside a statement is left out."""


def read_statements(
    document: Document, scored: Iterable[Scored], encoder: Encoder
) -> tuple[Statement, ...]:
    """The statements of the document in the order of its text; empty where nobody says anything."""
    outer = _read_windows(document, scored, encoder)
    found = {statement.id: statement for statement in outer}
    for statement in outer:
        for nested in read_nested(document, statement, encoder):
            found.setdefault(nested.id, nested)
    return tuple(sorted(found.values(), key=_place))


def read_nested(document: Document, outer: Statement, encoder: Encoder) -> Iterator[Statement]:
    """The statements that stand in the content of another ("said Putin told him that …")."""
    reporting = load_reporting()
    for span in outer.content:
        if not reporting.search(span.text):
            continue
        scored = score_stretches(document.text, [(span.start, span.end)], encoder)
        for inner in _read_windows(document, scored, encoder):
            told = inner.source and any(reporting.search(cue.text) for cue in inner.cue)
            if told and inner.confidence >= SUREST:
                yield msgspec.structs.replace(inner, within=outer.id)


@cache
def load_reporting() -> re.Pattern[str]:
    """The words by which a statement inside a statement is reported."""
    words = sorted(load_lexicon().reporting, key=len, reverse=True)
    helping = r"(?:(?:has|have|had|is|was|were|also|later|then|once) ){0,3}"
    return re.compile(rf"\b{helping}(?:{'|'.join(words)})\b", re.IGNORECASE)


def _read_windows(
    document: Document, scored: Iterable[Scored], encoder: Encoder
) -> list[Statement]:
    weights = encoder.labels.confidence
    found = []
    for window, scores in scored:
        leaning = lean_to_silences(window, scores, document.text)
        runs = find_runs(window, leaning, encoder.continues)
        for link in link_runs(scores, runs):
            labelled = take_label(link, runs, window, document.text)
            near = drop_strays(labelled, window, document.text)
            statement = make_statement(document, window, near, weights)
            if statement and statement.confidence >= tell_least(statement):
                found.append(statement)
    return found


def tell_least(statement: Statement) -> float:
    """The confidence that a statement needs: more, where its cue is only small words ("the")."""
    words = " ".join(span.text for span in statement.cue).casefold().split()
    return UNSURE if words and all(word in EMPTY for word in words) else LEAST


def make_statement(
    document: Document, window: Window, link: Link, weights: Mapping[str, float]
) -> Statement | None:
    """The statement of a link with its spans as an editor would mark them; None if none is left."""
    text = document.text
    content = trim_content(text, [_place_of(window, run) for run in link.content])
    if not content or (link.cue is None and all(is_scrap(text[slice(*c)]) for c in content)):
        return None
    source = trim_source(text, _place_of(window, link.source)) if link.source else None
    sources = [*find_antecedent(text, source), source] if source else []
    cue = [_place_of(window, link.cue)] if link.cue else []
    roles = [[prove(text, *place) for place in role] for role in (sources, cue, content)]
    kind = tell_kind(text, content)
    return Statement(
        id=_identify(document.id, roles),
        kind=kind,
        source=tuple(roles[0]),
        cue=tuple(roles[1]),
        content=tuple(roles[2]),
        confidence=weigh(link.evidence, kind, weights),
    )


def prove(text: str, start: int, end: int) -> Span:
    """The span of the text from start to end.

    Raises ReadingError where there is no such stretch: what cannot be proved is refused.
    """
    if not 0 <= start < end <= len(text):
        raise ReadingError(f"no text stands between {start} and {end}; please report this page")
    return Span(start, end, text[start:end])


def _place_of(window: Window, run: Run) -> Place:
    return window.starts[run.first], window.ends[run.last - 1]


def _identify(document: str, roles: Sequence[Iterable[Span]]) -> str:
    places = ["+".join(f"{span.start}-{span.end}" for span in role) for role in roles]
    return hashlib.blake2b("|".join([document, *places]).encode(), digest_size=8).hexdigest()


def _place(statement: Statement) -> tuple[int, int]:
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(span.start for span in spans), statement.content[0].start
