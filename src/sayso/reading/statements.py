"""Who said what, in which words?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.documents import Document, Span
from sayso.reading import Statement
from sayso.reading.boundaries import Place, find_antecedent, is_scrap, trim_content, trim_source
from sayso.reading.citations import find_citations
from sayso.reading.confidence import weigh
from sayso.reading.contents import Contents
from sayso.reading.encoder import Encoder
from sayso.reading.linking import Link, drop_strays, link_runs, take_label
from sayso.reading.proofs import make_id, prove
from sayso.reading.quotations import tell_kind
from sayso.reading.runs import Run, find_runs
from sayso.reading.scoring import Scored
from sayso.reading.sentences import split_sentences
from sayso.reading.silences import lean_to_silences
from sayso.reading.transcripts import Turn, find_turns
from sayso.reading.windows import Window

LEAST = 0.25
"""Confidence below which a statement is left out. On the half of PolNeAR's dev kept for choosing,
content and content+source: 80.5 and 74.7 without, 81.3 and 76.6 so, 80.8 and 76.8 at 0.4."""
EMPTY = frozenset("the a an of in to for and that this it".split())
SUREST = 0.75
"""Confidence below which a statement inside a statement is left out. PolNeAR has none of these, so
each counts against us there. Content+source on our own dev texts: 83 without, 80.7 so, 78.9 at
0.85; on PolNeAR's dev, all counted, 70.8, 73.5 and 74.1 (74.7 with none)."""
UNSURE = 0.5
"""What a cue of such words alone needs."""


def read_statements(
    document: Document, scored: Sequence[Scored], encoder: Encoder
) -> tuple[Statement, ...]:
    """The statements of the document in the order of its text; empty where nobody says anything."""
    outer = give_turns(document, _read_windows(document, scored, encoder))
    found = {statement.id: statement for statement in outer}
    for nested in read_nested(document, scored, encoder, tuple(found.values())):
        found.setdefault(nested.id, nested)
    for cited in read_citations(document, tuple(found.values())):
        found.setdefault(cited.id, cited)
    return tuple(sorted(found.values(), key=_place))


def give_turns(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The statements, with the turns of a transcript in the place of what the model made of them.

    What somebody else is said to have said within a turn stands in the turn.
    """
    turns = find_turns(document)
    if not turns:
        return list(found)
    said = [make_turn(document, turn) for turn in turns]
    starts = [turn.source[0].start for turn in said]
    kept = []
    for statement in found:
        at = (statement.cue or statement.content)[0].start
        around = said[max(0, bisect_right(starts, at) - 1)]
        if not around.source[0].start <= at < around.content[-1].end:
            kept.append(statement)
        elif statement.source and statement.cue and statement.cue[0].text != ":":
            kept.append(msgspec.structs.replace(statement, within=around.id))
    return [*kept, *said]


def make_turn(document: Document, turn: Turn) -> Statement:
    """The statement of a turn."""
    places = ([turn.label], [turn.colon], turn.content)
    roles = [[prove(document.text, *place) for place in role] for role in places]
    return Statement(
        id=_identify(document.id, roles),
        kind="direct",
        source=tuple(roles[0]),
        cue=tuple(roles[1]),
        content=tuple(roles[2]),
        confidence=LABELLED,
    )


LABELLED = 0.95
"""Confidence of a turn, which the text itself labels."""


def read_nested(
    document: Document,
    scored: Sequence[Scored],
    encoder: Encoder,
    outer: Sequence[Statement],
) -> Iterator[Statement]:
    """The statements that stand in the content of others ("said Putin told him that …").

    What stands in no other's content is left out, and so is what was found as an outer one.
    """
    cues = {(span.start, span.end) for s in outer for span in s.cue}
    inward = [
        one._replace(scores=one.scores.turn_inward()) for one in scored if one.scores.holds_inner()
    ]
    found = [
        s
        for s in _read_windows(document, inward, encoder)
        if s.cue
        and s.source
        and s.confidence >= SUREST
        and not any((c.start, c.end) in cues for c in s.cue)
    ]
    every, outermost = Contents([*outer, *found]), Contents(outer)
    around: dict[str, str] = {}
    for statement in found:
        holder = find_around(statement, every, outermost, around)
        if holder is not None:
            around[statement.id] = holder.id
            yield msgspec.structs.replace(statement, within=holder.id)


def find_around(
    inner: Statement, every: Contents, outer: Contents, around: Mapping[str, str]
) -> Statement | None:
    """The innermost statement in whose content another's cue stands, else an outer one with the
    same content; None where there is neither. `around` is what is known of the others: nobody
    stands in what stands in him.
    """
    cue, first = inner.cue[0], inner.content[0]
    within = every.around((cue.start, cue.end))
    found = next((s for s in within if not stands_in(s.id, inner.id, around)), None)
    if found is not None:
        return found
    ends = ((first.start, first.start + 1), (first.end - 1, first.end))
    return next((s for place in ends for s in outer.around(place)), None)


def stands_in(one: str, other: str, around: Mapping[str, str]) -> bool:
    """Whether one statement is another, or stands in it at some depth."""
    at: str | None = one
    while at is not None and at != other:
        at = around.get(at)
    return at == other


def read_citations(document: Document, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of those whom others cite: the same content, on their word."""
    sentences = split_sentences(document.text)
    for outer, source, cue in find_citations(document.text, statements, sentences):
        content = [(span.start, span.end) for span in outer.content]
        roles = [[source], [cue], [prove(document.text, *place) for place in content]]
        yield msgspec.structs.replace(
            outer,
            id=_identify(document.id, roles),
            source=(source,),
            cue=(cue,),
            content=tuple(roles[2]),
            within=outer.id,
        )


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


def _place_of(window: Window, run: Run) -> Place:
    return window.starts[run.first], window.ends[run.last - 1]


def _identify(document: str, roles: Sequence[Iterable[Span]]) -> str:
    places = ["+".join(f"{span.start}-{span.end}" for span in role) for role in roles]
    return make_id(document, *places)


def _place(statement: Statement) -> tuple[int, int]:
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(span.start for span in spans), statement.content[0].start
