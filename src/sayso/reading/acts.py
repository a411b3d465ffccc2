"""What does somebody do in saying it: demand, deny, promise …?"""

import re
from functools import cache

import msgspec

from sayso.reading import ActKind, Statement
from sayso.reading.lexicon import load_lexicon, match_any, negation
from sayso.reading.links import ACTS, Field
from sayso.reading.transcripts import is_question


def read_act(statement: Statement, field: Field) -> Statement:
    """The statement with its act, and whether the act is negated."""
    told = find_told_act(statement)
    if told is not None:
        return msgspec.structs.replace(statement, act=told[0], negated=told[1])
    anchor = (statement.cue or statement.content)[0]
    chances = field.first_chances("acts", (anchor.start, anchor.end))
    if chances is None:
        return statement
    negated = field.first_chances("negated", (anchor.start, anchor.end))
    return msgspec.structs.replace(
        statement,
        act=ACTS[int(chances.argmax())],
        negated=bool(negated is not None and negated[1] > 0.5),
    )


def find_told_act(statement: Statement) -> tuple[ActKind, bool] | None:
    """The act and its negation where a set phrase, or a transcript's label, tells; else None."""
    if is_question(statement):
        return "ask", False
    words = " ".join(span.text for span in (*statement.cue, *statement.content[:1]))[:160]
    for act, negated, pattern in _phrases():
        if pattern.match(" ".join(words.split())):
            return act, negated
    return find_leading_act(" ".join(" ".join(span.text for span in statement.cue).split()))


def find_leading_act(cue: str) -> tuple[ActKind, bool] | None:
    """The act of the verb that leads a cue, where that tells it; None for a negated cue."""
    if negation().search(cue):
        return None
    verb = _auxiliaries().sub("", cue)
    for act, pattern in _leading():
        if pattern.match(verb):
            return act, False
    return None


@cache
def _leading() -> tuple[tuple[ActKind, re.Pattern[str]], ...]:
    return tuple(
        (act, re.compile(match_any(stems, before="", after=""), re.IGNORECASE))
        for act, stems in load_lexicon().leading.items()
    )


@cache
def _phrases() -> tuple[tuple[ActKind, bool, re.Pattern[str]], ...]:
    return tuple(
        (p.act, p.negated, re.compile(match_any(p.words, before=r"^.{0,24}?\b"), re.IGNORECASE))
        for p in load_lexicon().acts
    )


@cache
def _auxiliaries() -> re.Pattern[str]:
    """Auxiliaries and adverbs before the verb that leads a cue."""
    words = match_any(load_lexicon().grammar.auxiliaries, before="", after="")
    return re.compile(rf"^(?:(?:{words}|\w+ly)\s+)*", re.IGNORECASE)
