"""What do PLOVER's codes mean, and which of them do the words of an event tell?"""

import re
import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from sayso.reading import EventType
from sayso.reading.plover import MOST, ROOTS, Quad, find_contexts, find_mode

TYPES: tuple[EventType, ...] = get_args(EventType)
WORDS = tomllib.loads(
    files("sayso.reading").joinpath("lexicons/plover-en.toml").read_text(encoding="utf-8")
)
MODES = [
    (kind, mode, word)
    for kind, modes in WORDS["modes"].items()
    for mode, words in modes.items()
    for word in words
]


def test_every_type_has_a_root_and_no_other():
    assert set(ROOTS) == set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_a_root_has_two_digits_a_quad_and_a_weight_on_goldsteins_scale(kind):
    root = ROOTS[kind]
    assert re.fullmatch(r"(?:0[1-9]|1\d|20)", root.cameo)
    assert -10 <= root.goldstein <= 10
    assert root.quad in get_args(Quad)


@pytest.mark.parametrize("kind", TYPES)
def test_cooperation_weighs_more_than_nothing_and_conflict_less(kind):
    assert (ROOTS[kind].goldstein > 0) == ("cooperation" in ROOTS[kind].quad)


def test_every_word_of_a_mode_tells_a_mode_of_its_type():
    for kind, _, word in MODES:
        assert find_mode(kind, word.replace("*", "ing"), "") in WORDS["modes"][kind], word


def test_every_word_of_a_context_tells_it():
    for context, words in WORDS["contexts"].items():
        for word in words:
            assert context in find_contexts(word.replace("*", "")), word


@pytest.mark.parametrize(
    ("kind", "words", "sentence", "mode"),
    [
        ("CONSULT", "visited", "Roe visited Oslo.", "visit"),
        ("CONSULT", "spoke by phone", "They spoke by phone.", "phone"),
        ("SANCTION", "expelled", "Oslo expelled two envoys.", "expel"),
        ("ASSAULT", "shelled", "They shelled the port.", "heavy-weapons"),
        ("COERCE", "Arrested", "Police Arrested two men.", "arrest"),
        ("PROTEST", "marched", "Students marched in Oslo.", "demo"),
    ],
)
def test_an_events_words_tell_its_mode(kind, words, sentence, mode):
    assert find_mode(kind, words, sentence) == mode


def test_where_the_events_own_words_tell_none_its_sentence_does():
    assert find_mode("ASSAULT", "attacked", "They attacked the port with drones.") == "drone"


def test_the_events_own_words_count_before_the_rest_of_the_sentence():
    sentence = "After a visit the ministers phoned each other."
    assert find_mode("CONSULT", "phoned", sentence) == "phone"


def test_a_word_counts_whole():
    assert find_mode("REQUEST", "", "He bent the rod.") is None
    assert find_mode("REJECT", "", "He planned it.") is None


@pytest.mark.parametrize("kind", TYPES)
def test_unknown_words_tell_no_mode(kind):
    assert find_mode(kind, "xyzzy", "Xyzzy plugh quux.") is None


@pytest.mark.parametrize("kind", sorted(set(TYPES) - set(WORDS["modes"])))
def test_a_type_without_modes_has_none(kind):
    assert find_mode(kind, "visited", "Roe visited Oslo by phone.") is None


def test_contexts_are_told_by_the_words_of_the_sentence():
    assert find_contexts("The earthquake hit refugees.") == ("humanitarian", "disaster")


def test_the_context_with_most_words_comes_first():
    sentence = "A hospital, a vaccine and cholera before the election."
    assert find_contexts(sentence)[:2] == ("health", "election")


def test_no_more_contexts_are_given_than_the_most():
    sentence = "Police, an election, a mosque, a hospital, a cyberattack, a flood and a court."
    assert len(find_contexts(sentence)) == MOST


def test_unknown_words_tell_no_context():
    assert find_contexts("Xyzzy plugh quux.") == ()
