"""What does somebody do in saying it?"""

from typing import cast

import numpy as np
import pytest

from sayso.reading import Statement
from sayso.reading.acts import find_told_act, read_act
from sayso.reading.encoder import Floats
from sayso.reading.lexicon import load_lexicon
from sayso.reading.links import ACTS, Field
from tests.reading.scenes import Stage


class Answers:
    """A `Field` that gives one answer at one place, and has read nothing elsewhere."""

    def __init__(self, place: tuple[int, int], act: str, negated: float = 0.0) -> None:
        self.place = place
        self.act = act
        self.negated = negated

    def first_chances(self, head: str, place: tuple[int, int]) -> Floats | None:
        if place != self.place:
            return None
        if head == "negated":
            return np.array([1 - self.negated, self.negated], dtype=np.float32)
        return np.array([act == self.act for act in ACTS], dtype=np.float32)


def statement_of(marked: str) -> Statement:
    stage = Stage(marked)
    stage.say(1)
    return stage.statements[0]


def read(marked: str, field: Answers) -> tuple[str, bool]:
    statement = read_act(statement_of(marked), cast("Field", field))
    return statement.act, statement.negated


@pytest.mark.parametrize(
    ("marked", "act", "negated"),
    [
        ("[s1:Roe] [c1:refused] [q1:to rule out a strike].", "reject", True),
        ("[s1:Roe] [c1:did not rule out] [q1:a strike].", "reject", True),
        ("[s1:Roe] [c1:did not deny] [q1:the report].", "deny", True),
        ("[s1:Roe] [c1:has not denied] [q1:it].", "deny", True),
        ("[s1:Roe] [c1:declined] [q1:to comment].", "no_comment", False),
        ("[s1:Roe] [c1:did not respond to] [q1:a request for comment].", "no_comment", False),
        ("[s1:Roe] [c1:has yet to\ncomment on] [q1:it].", "no_comment", False),
        ("[s1:Roe] [c1:would neither confirm nor deny] [q1:it].", "no_comment", False),
        ("[s1:Roe] [c1:politely Declined to Comment on] [q1:it].", "no_comment", False),
    ],
)
def test_a_set_phrase_tells_the_act(marked, act, negated):
    assert find_told_act(statement_of(marked)) == (act, negated)


@pytest.mark.parametrize(
    "marked",
    [
        "[s1:Roe] [c1:told] [q1:the port].",
        "[s1:Roe] [c1:has not accepted] [q1:the offer].",
        "[s1:Roe] [c1:said] [q1:Lund, who came late to the talks, had declined to comment].",
    ],
)
def test_other_words_tell_none(marked):
    assert find_told_act(statement_of(marked)) is None


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("denied", "deny"),
        ("has repeatedly ruled out", "reject"),
        ("was accused", "accuse"),
        ("is also weighing", "consider"),
        ("asked whether", "ask"),
        ("called for", "demand"),
    ],
)
def test_a_verb_that_leads_a_cue_tells_the_act(cue, act):
    assert find_told_act(statement_of(f"[s1:Roe] [c1:{cue}] [q1:a strike].")) == (act, False)


@pytest.mark.parametrize("label", ["QUESTION", "Q", "REPORTER", "QUESTION (Ana Roe)"])
def test_the_turn_of_those_who_ask_in_a_transcript_is_a_question(label):
    assert find_told_act(statement_of(f"[s1:{label}][c1::] [q1:Will it end?]")) == ("ask", False)


@pytest.mark.parametrize(
    "marked", ["[s1:Roe][c1::] [q1:It will.]", "[s1:QUESTION] [c1:is] [q1:it]."]
)
def test_other_turns_are_no_questions(marked):
    assert find_told_act(statement_of(marked)) is None


def test_every_set_phrase_tells_the_act_that_it_is_listed_for():
    for phrases in load_lexicon().acts:
        for words in phrases.words:
            found = find_told_act(statement_of(f"[s1:Roe] [c1:{words}] [q1:a strike]."))
            assert found == (phrases.act, phrases.negated), words


def test_a_set_phrase_wins_over_the_model():
    marked = "[s1:Roe] [c1:declined] [q1:to comment]."
    assert read(marked, Answers((4, 12), "promise")) == ("no_comment", False)


def test_else_the_act_is_the_models_likeliest_at_the_cue():
    marked = "[s1:Roe] [c1:vowed] [q1:to stay]."
    assert read(marked, Answers((4, 9), "promise")) == ("promise", False)


def test_without_a_cue_the_model_is_asked_at_the_content():
    assert read("[s1:Roe]: [q1:We stay].", Answers((5, 12), "promise")) == ("promise", False)


def test_an_act_is_negated_where_that_is_likelier_than_not():
    marked = "[s1:Roe] [c1:never accepted] [q1:it]."
    assert read(marked, Answers((4, 18), "accept", negated=0.7)) == ("accept", True)
    assert read(marked, Answers((4, 18), "accept", negated=0.4)) == ("accept", False)


def test_where_the_model_read_nothing_it_is_a_plain_statement():
    marked = "[s1:Roe] [c1:vowed] [q1:to stay]."
    assert read(marked, Answers((90, 99), "promise")) == ("state", False)
