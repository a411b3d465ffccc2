"""What does the model say of a stretch of the text, and how does it link an actor to it?"""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.events import weigh_events
from sayso.reading.encoder import Floats, Scores
from sayso.reading.links import EVENTS, HEADS, LEAN, ROLES, WIDTH, Field
from sayso.reading.scoring import Scored
from sayso.reading.windows import Window

WORDS = ["Kyiv", " re", "fused", " aid", ",", " then", " left", "."]
"""The pieces of the text, each with the blank before it."""
GOES_ON = 2
"""The piece "fused", whose word begins with the piece before it."""
AT = {name: sum(list(HEADS.values())[:n]) for n, name in enumerate(HEADS)}
"""Where each head's answers begin."""
CONTINUES = np.array([False, False, True], dtype=np.bool_)
"""Of the vocabulary's three ids: [CLS], what begins a word, what goes one on."""
KYIV, REFUSED, AID, LEFT = (0, 4), (5, 12), (13, 16), (23, 27)


class Model:
    """The scores of one window over `WORDS`, into which a test writes answers."""

    def __init__(self) -> None:
        size = len(WORDS) + 2
        self.happenings = np.zeros((size, sum(HEADS.values())), dtype=np.float32)
        for name in ("events", "meetings", "issues"):
            self.happenings[:, AT[name]] = 9.0
        self.links = np.zeros((size, 2, len(ROLES), WIDTH), dtype=np.float32)

    def answer(self, head: str, piece: int, answer: int, logit: float = 18.0) -> None:
        self.happenings[1 + piece, AT[head] + answer] = logit

    def join(self, role: str, mention: int, spot: int, score: float) -> None:
        """Makes a mention and a spot agree in a dimension of their own, by a score."""
        number = ROLES.index(role)
        self.links[1 + mention, 0, number, mention] = score * WIDTH**0.5
        self.links[1 + spot, 1, number, mention] = 1.0

    def field(self) -> Field:
        ends = np.cumsum([len(word) for word in WORDS]).tolist()
        starts = [e - len(w.strip()) for e, w in zip(ends, WORDS, strict=True)]
        ids = [0, *(2 if n == GOES_ON else 1 for n in range(len(WORDS))), 0]
        window = Window(
            ids, [0] * len(ids), [starts[0], *starts, ends[-1]], [starts[0], *ends, ends[-1]]
        )
        links = self.links.reshape(len(ids), -1)
        return Field([Scored(window, score(self.happenings, links))], CONTINUES)


def score(happenings: Floats, links: Floats) -> Scores:
    nothing = np.zeros((len(links), len(links)), dtype=np.float32)
    told: dict[str, Floats] = dict.fromkeys((field.name for field in fields(Scores)), nothing)
    return Scores(**{**told, "happenings": happenings, "links": links})


def test_the_pieces_of_a_place_are_those_that_share_a_character_with_it():
    field = Model().field()
    assert [list(field.pieces(place)) for place in (KYIV, REFUSED, AID)] == [[0], [1, 2], [3]]
    assert list(field.pieces((6, 7))) == [1]


@pytest.mark.parametrize("place", [(4, 5), (99, 120)])
def test_where_nothing_was_read_there_are_no_pieces(place):
    assert not Model().field().pieces(place)


def test_the_chances_of_a_place_are_the_mean_over_its_pieces():
    model = Model()
    model.answer("negated", 1, 1, 50.0)
    chances = model.field().chances("negated", REFUSED)
    assert chances is not None
    assert chances.tolist() == pytest.approx([0.25, 0.75])


def test_the_first_chances_are_those_of_the_first_piece():
    model = Model()
    model.answer("negated", 1, 1, 50.0)
    chances = model.field().first_chances("negated", REFUSED)
    assert chances is not None
    assert chances.tolist() == pytest.approx([0.0, 1.0])


def test_the_peak_of_a_place_is_its_piece_where_the_first_answer_is_least_likely():
    model = Model()
    model.answer("issues", GOES_ON, 3)
    field = model.field()
    peak, inside = field.peak("issues", REFUSED), field.chances("issues", (7, 12))
    assert peak is not None
    assert inside is not None
    assert peak.tolist() == inside.tolist()
    assert peak.argmax() == 3


@pytest.mark.parametrize("head", HEADS)
def test_every_head_has_its_chances_and_they_sum_to_1(head):
    chances = Model().field().chances(head, KYIV)
    assert chances is not None
    assert len(chances) == HEADS[head]
    assert chances.sum() == pytest.approx(1)


def test_unread_places_have_no_chances():
    field = Model().field()
    assert field.chances("acts", (99, 120)) is None
    assert field.first_chances("acts", (99, 120)) is None
    assert field.peak("acts", (99, 120)) is None


def test_a_run_is_a_whole_word_by_its_first_piece():
    model = Model()
    model.answer("events", 1, 5)
    ((place, answer, sure),) = model.field().runs("events", 0.5)
    assert (place, answer) == (REFUSED, 5)
    assert sure == pytest.approx(1, abs=1e-3)


def test_a_piece_inside_a_word_begins_no_run():
    model = Model()
    model.answer("events", GOES_ON, 5)
    assert model.field().runs("events", 0.5) == []


def test_words_of_one_answer_side_by_side_are_one_run():
    model = Model()
    for piece in (1, 3):
        model.answer("events", piece, 5)
    assert [run[0] for run in model.field().runs("events", 0.5)] == [(5, 16)]


def test_words_of_different_answers_are_two_runs():
    model = Model()
    model.answer("events", 1, 5)
    model.answer("events", 3, 6)
    found = model.field().runs("events", 0.5)
    assert [run[:2] for run in found] == [(REFUSED, 5), (AID, 6)]


def test_words_of_one_answer_with_another_between_are_two_runs():
    model = Model()
    model.answer("events", 1, 5)
    model.answer("events", 6, 5)
    assert [run[0] for run in model.field().runs("events", 0.5)] == [REFUSED, LEFT]


@pytest.mark.parametrize(
    ("place", "runs"), [((5, 16), [REFUSED]), ((0, 27), [REFUSED, LEFT]), ((6, 27), [LEFT])]
)
def test_the_runs_in_a_place_are_those_that_stand_wholly_in_it(place, runs):
    model = Model()
    model.answer("events", 1, 5)
    model.answer("events", 6, 5)
    assert [run[0] for run in model.field().runs_in("events", 0.5, place)] == runs


def test_no_run_is_less_likely_than_the_least():
    model = Model()
    model.answer("events", 1, 5, 9.0)
    assert len(model.field().runs("events", 0.4)) == 1
    assert model.field().runs("events", 0.6) == []


def test_a_mention_is_linked_by_the_role_that_is_asked_for():
    model = Model()
    model.join("actor", 0, 1, 20.0)
    model.join("actor", 0, 2, 20.0)
    field = model.field()
    assert field.link("actor", [KYIV, AID], REFUSED)[0] > 0.99
    assert field.link("recipient", [KYIV], REFUSED)[0] < 0.5


def test_without_a_sign_of_a_link_there_is_likely_none():
    (chance,) = Model().field().link("actor", [KYIV], REFUSED)
    assert chance == pytest.approx(1 / (1 + np.exp(LEAN)))


def test_a_score_as_large_as_the_lean_makes_a_link_as_likely_as_not():
    model = Model()
    model.join("holder", 0, 3, LEAN)
    assert model.field().link("holder", [KYIV], AID) == pytest.approx([0.5])


def test_what_was_not_read_is_linked_to_nothing():
    field = Model().field()
    assert field.link("actor", [KYIV, AID], (99, 120)) == [0.0, 0.0]
    assert field.link("actor", [(99, 120)], REFUSED) == [0.0]
    assert field.link("actor", [], REFUSED) == []


def test_the_event_between_two_is_the_one_where_both_take_part():
    model = Model()
    model.answer("events", 1, 1 + EVENTS.index("REJECT"))
    model.answer("events", 6, 1 + EVENTS.index("RETREAT"))
    model.join("actor", 0, 1, 20.0)
    model.join("recipient", 3, 1, 20.0)
    chances = weigh_events(model.field(), KYIV, AID)
    assert max(chances, key=chances.__getitem__) == "REJECT"


def random_model(seed: int) -> Model:
    model, rng = Model(), np.random.default_rng(seed)
    model.happenings = rng.normal(0, 3, model.happenings.shape).astype(np.float32)
    model.links = rng.normal(0, 1, model.links.shape).astype(np.float32)
    return model


PLACES = st.none() | st.sampled_from([KYIV, REFUSED, AID, LEFT, (99, 120), (0, 30)])


@settings(deadline=None)
@given(st.integers(0, 10_000), PLACES, PLACES)
def test_the_chances_of_the_events_between_two_sum_to_1(seed, source, target):
    chances = weigh_events(random_model(seed).field(), source, target)
    assert tuple(chances) == EVENTS
    assert min(chances.values()) >= 0
    assert sum(chances.values()) == pytest.approx(1, abs=1e-4)


@settings(deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 1), st.sampled_from(["events", "meetings", "issues"]))
def test_runs_are_in_order_apart_and_likely_enough(seed, least, head):
    end = 0
    for place, answer, sure in random_model(seed).field().runs(head, least):
        assert end <= place[0] < place[1]
        assert 1 <= answer < HEADS[head]
        assert least <= sure <= 1
        end = place[1]


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_links_are_chances(seed):
    field = random_model(seed).field()
    for role in ROLES:
        assert all(0 <= chance <= 1 for chance in field.link(role, [KYIV, AID], REFUSED))


def test_a_document_without_anything_to_read_answers_nothing():
    field = Field([], CONTINUES)
    assert field.chances("events", KYIV) is None
    assert field.link("actor", [KYIV], REFUSED) == [0.0]
    assert field.runs("events", 0.5) == []


def test_the_empty_pieces_of_a_window_are_left_out():
    field = Model().field()
    assert len(field.starts) == len(WORDS)
    assert [n for n, begins in enumerate(field.heads) if not begins] == [GOES_ON]
