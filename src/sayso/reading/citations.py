"""Whom does a report cite for what it says? ("…, the agency said, citing two officials")"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.documents import Span
from sayso.reading import Statement
from sayso.reading.lexicon import load_lexicon, match_any
from sayso.reading.proofs import prove
from sayso.reading.sentences import Sentences

WORD = r"(?!that\b)[^\s,;:“”\"()]+"
CITED = rf"[\s:]+(?P<whom>(?:{WORD}(?:\s+|(?=[,;:“”\"()]|$))){{1,14}})"
SELF = re.compile(
    r"(?:his|her|its|their|the|a|an)?\s*(?:own\s+)?(?:report|statement|data|law|article)$"
)
ABBREVIATED = re.compile(r"\b[A-Z]\.$")
LEAST = 3


def find_citations(
    text: str, statements: Sequence[Statement], sentences: Sentences
) -> Iterator[tuple[Statement, Span, Span]]:
    """For each statement that cites somebody for its content: it, who is cited, the citing word."""
    taken = {(span.start, span.end) for s in statements for span in s.source}
    for statement in statements:
        for place in (statement.cue or statement.source)[:1]:
            start, end = sentences.bounds(place.start)
            found = next(_outside(text, statement, start, end), None)
            if found is None:
                continue
            whom = found["whom"].rstrip()
            if whom.endswith(".") and not ABBREVIATED.search(whom):
                whom = whom[:-1]
            begin = found.start("whom")
            source = prove(text, begin, begin + len(whom))
            known = any(a < source.end and source.start < b for a, b in taken)
            if len(whom) >= LEAST and not known and not SELF.match(whom):
                taken.add((source.start, source.end))
                yield statement, source, prove(text, *found.span("cue"))


def _outside(text: str, statement: Statement, start: int, end: int) -> Iterator[re.Match[str]]:
    spans = (*statement.content, *statement.cue, *statement.source)
    for match in citing().finditer(text, start, end):
        if not any(s.start <= match.start() < s.end for s in spans):
            yield match


@cache
def citing() -> re.Pattern[str]:
    """The words by which a report names its own source, as `cue`, and the source, as `whom`."""
    words = match_any(load_lexicon().reacting.citing)
    return re.compile(rf"(?P<cue>{words}){CITED}", re.IGNORECASE)
