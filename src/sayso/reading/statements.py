"""Who said what, in which words?"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from functools import cache
from importlib.resources import files

import msgspec

from sayso.documents import Document, Part, PartKind, Span
from sayso.errors import ReadingError
from sayso.reading import Statement
from sayso.reading.boundaries import Place, find_antecedent, is_scrap, trim_content, trim_source
from sayso.reading.confidence import weigh
from sayso.reading.encoder import Encoder
from sayso.reading.linking import Link, drop_strays, link_runs
from sayso.reading.quotations import tell_kind
from sayso.reading.runs import Run, find_runs
from sayso.reading.silences import lean_to_silences
from sayso.reading.windows import Window, split_windows

READABLE: frozenset[PartKind] = frozenset({"title", "lede", "paragraph", "heading", "quote"})
"""The kinds of part that statements are read from."""

SUREST = 0.7
"""Confidence below which a statement inside a statement is left out."""


def read_statements(
    document: Document, encoder: Encoder, executor: Executor | None = None
) -> tuple[Statement, ...]:
    """The statements of the document in the order of its text; empty where nobody says anything.

    An executor reads the windows of the document side by side.
    """
    stretches = [(part.start, part.end) for part in readable_parts(document)]
    outer = _read_stretches(document, stretches, encoder, executor)
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
        for inner in _read_stretches(document, [(span.start, span.end)], encoder):
            told = inner.source and any(reporting.search(cue.text) for cue in inner.cue)
            if told and inner.confidence >= SUREST:
                yield msgspec.structs.replace(inner, within=outer.id)


@cache
def load_reporting() -> re.Pattern[str]:
    """The words by which a statement inside a statement is reported."""
    lexicon = files("sayso.reading").joinpath("lexicons/en.toml").read_text(encoding="utf-8")
    words = sorted(tomllib.loads(lexicon)["reporting"], key=len, reverse=True)
    helping = r"(?:(?:has|have|had|is|was|were|also|later|then|once) ){0,3}"
    return re.compile(rf"\b{helping}(?:{'|'.join(words)})\b", re.IGNORECASE)


def _read_stretches(
    document: Document,
    stretches: Sequence[tuple[int, int]],
    encoder: Encoder,
    executor: Executor | None = None,
) -> list[Statement]:
    if not stretches:
        return []
    windows = split_windows(document.text, stretches, encoder.tokenizer)
    weights = encoder.labels.confidence
    found = []
    for window, scores in zip(
        windows, (executor.map if executor else map)(encoder.score, windows), strict=True
    ):
        leaning = lean_to_silences(window, scores, document.text)
        runs = find_runs(window, leaning, encoder.continues)
        for link in link_runs(scores, runs):
            near = drop_strays(link, window, document.text)
            statement = make_statement(document, window, near, weights)
            if statement is not None:
                found.append(statement)
    return found


def readable_parts(document: Document) -> Iterator[Part]:
    """The parts that statements are read from: each line once, however often it stands there."""
    seen: set[str] = set()
    for part in document.parts:
        if part.kind not in READABLE:
            continue
        words = " ".join(document.text[part.start : part.end].split()).casefold()
        if words not in seen:
            seen.add(words)
            yield part


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
