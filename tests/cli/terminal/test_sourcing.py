"""Is it told in a few words on whose word it is?"""

from typing import Any

import pytest

from sayso.cli.terminal.sourcing import (
    describe_act,
    describe_chain,
    describe_link,
    describe_standing,
)
from sayso.documents import Span
from sayso.reading import Actor, ChainLink, Mention, Statement

ORBIS = Actor(
    id="orbis", name="Radio Orbis", kind="outlet", mentions=(Mention(0, 5, "Orbis", "name"),)
)
ACTORS = {"orbis": ORBIS}
DOCUMENT = ChainLink(kind="document", text="", start=0, end=0)
AIDE = ChainLink(kind="unnamed", text="an aide\nto Roe", start=6, end=20)
OUTLET = ChainLink(actor="orbis", kind="outlet", text="Orbis", start=0, end=5)


def statement_of(**facts: Any) -> Statement:
    content = (Span(0, 1, "x"),)
    return Statement(
        id="s", kind="direct", source=(), cue=(), content=content, confidence=1.0, **facts
    )


def test_a_chain_is_told_with_the_origin_last():
    statement = statement_of(chain=(AIDE, OUTLET, DOCUMENT))
    assert describe_chain(statement, ACTORS) == "Radio Orbis, from an aide to Roe"


def test_the_document_is_not_told_as_a_source():
    assert describe_chain(statement_of(chain=(DOCUMENT,)), ACTORS) == ""
    assert describe_chain(statement_of(), ACTORS) == ""


def test_a_link_is_named_as_its_actor_else_by_its_words_on_one_line():
    assert describe_link(OUTLET, ACTORS) == "Radio Orbis"
    assert describe_link(OUTLET, {}) == "Orbis"
    assert describe_link(AIDE, ACTORS) == "an aide to Roe"


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("asserted", None),
        ("confirmed", "confirmed"),
        ("partly_confirmed", "confirmed in part"),
        ("denied", "denied"),
        ("no_comment", "not commented on"),
        ("disputed", "disputed"),
    ],
)
def test_what_became_of_a_claim_is_told_in_words(standing, words):
    assert describe_standing(statement_of(standing=standing)) == words


@pytest.mark.parametrize(
    ("act", "negated", "words"),
    [
        ("state", False, None),
        ("promise", False, "promise"),
        ("no_comment", False, "no comment"),
        ("deny", True, "does not deny"),
    ],
)
def test_an_act_is_told_in_words_unless_it_is_plainly_stated(act, negated, words):
    assert describe_act(statement_of(act=act, negated=negated)) == words
