"""Does the measure of meetings, positions and events count what is right, and what is wrong?"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.accounts import account_of_gold
from benchmarks.actors_matching import Judged
from benchmarks.diplomacy_matching import Comparison, lies_within, overlap
from benchmarks.gold import read_gold

TEXT = """\
outlet: Nowhere Post (invented)
register: agency copy
published: 2025-03-04
split: dev
nested: 2

[n1:Norland] and [n2:Sudmark] [m1:met] in [n3:Varda] on Monday. [n4:Ana Roe] stayed away.

[q1,2:[n2:Sudmark] [e1:shelled] the port], [s1:[n5:Radio Orbis]] [c1:said], [c2:citing] \
[s2:[d6:an aide]]. [s3:[n2:Sudmark]] [c3:denied] [q3:it]. [n1:Norland] wants [w1:a full truce].
=====
a1 country - | Norland
a2 country - | Sudmark
a3 place - | Varda
a4 person - | Ana Roe
a5 outlet - | Radio Orbis
a6 unnamed - 1 | an aide
s1 speaker=5 act=state chain=5 standing=denied
s2 speaker=6 act=state chain=6,5 standing=denied
s3 speaker=2 act=deny chain=2 about=1
m1 what="meeting" status=happened place=3 date=2025-03-03 with=1:present,2:present,4:absent
e1 ASSAULT actors=2 modality=happened statement=1 words="shelled"
w1 party=1 issue="full truce" stance=demands first_hand=no
"""


class Scorer:
    """What the shared scorer does, as far as it is asked for it here."""

    THRESHOLD = 0.5

    class Tokens:
        def __init__(self, text: str) -> None:
            self.places = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]

        def of(self, spans: Iterable[list[int]]) -> frozenset[int]:
            return frozenset(
                n
                for n, (start, end) in enumerate(self.places)
                for a, b in spans
                if a < end and start < b
            )

    @staticmethod
    def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
        return len(one & other) / len(one | other) if one or other else 1.0

    @staticmethod
    def greedy(pairs: Iterable[tuple[float, ...]]) -> list[tuple[int, int]]:
        chosen: list[tuple[int, int]] = []
        for *_, first, second in sorted(pairs, key=lambda p: [-score for score in p[:-2]]):
            i, j = int(first), int(second)
            if all(i != a and j != b for a, b in chosen):
                chosen.append((i, j))
        return chosen


@pytest.fixture
def compare(tmp_path: Path):
    """A comparison of the text with itself after a change: words, and what stands for them."""

    def read(name: str, text: str):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return account_of_gold(read_gold(path))

    def judge(*change: str) -> Judged:
        old, new = change or ("", "")
        assert old in TEXT
        return Comparison(read("gold", TEXT), read("other", TEXT.replace(old, new)), Scorer).judge()

    return judge


LAYERS = ("statements", "meetings", "participants", "positions", "events")
QUESTIONS = ("act", "negated", "standing", "chain", "status", "date", "place", "first_hand")


@pytest.mark.parametrize("layer", LAYERS)
def test_a_text_has_all_that_it_has_itself(compare, layer):
    counts = compare().counts
    assert counts[f"{layer} gold"] > 0
    assert counts[f"{layer} gold"] == counts[f"{layer} found"] == counts[f"{layer} both"]


@pytest.mark.parametrize("question", [*QUESTIONS, "modality", "standing set"])
def test_a_text_answers_each_question_as_it_does_itself(compare, question):
    counts = compare().counts
    assert counts[f"{question} asked"] > 0
    assert counts[f"{question} right"] == counts[f"{question} asked"]


def test_a_text_compared_with_itself_has_no_errors(compare):
    assert compare().errors == []


@pytest.mark.parametrize(
    ("change", "question"),
    [
        (("chain=6,5", "chain=6"), "chain"),
        (("chain=6,5", "chain=5,6"), "chain"),
        (("chain=5 ", "chain=6 "), "chain"),
        (("act=deny", "act=doubt"), "act"),
        (("act=deny", "act=deny negated"), "negated"),
        (("chain=5 standing=denied", "chain=5 standing=disputed"), "standing"),
        (("chain=5 standing=denied", "chain=5"), "standing set"),
        (("status=happened", "status=planned"), "status"),
        (("date=2025-03-03", "date=2025-03-10"), "date"),
        (("place=3", "place=2"), "place"),
        (("first_hand=no", "first_hand=yes"), "first_hand"),
        (("modality=happened", "modality=possible"), "modality"),
    ],
)
def test_an_answer_that_differs_is_counted_as_wrong(compare, change, question):
    judged = compare(*change)
    assert judged.counts[f"{question} asked"] - judged.counts[f"{question} right"] == 1


@pytest.mark.parametrize(
    ("change", "layer"),
    [
        (("chain=6,5", "chain=6"), "statements"),
        (("s3 speaker=2", "s3 speaker=1"), "statements"),
        (("4:absent", "4:present"), "participants"),
        (("2:present,", "5:present,"), "participants"),
        (("stance=demands", "stance=offers"), "positions"),
        (("w1 party=1", "w1 party=2"), "positions"),
        (("e1 ASSAULT", "e1 COERCE"), "events"),
        (("actors=2", "actors=1"), "events"),
        (("actors=2", "actors=2 recipients=1"), "events"),
    ],
)
def test_what_differs_is_not_right_in_its_layer(compare, change, layer):
    counts = compare(*change).counts
    assert counts[f"{layer} gold"] - counts[f"{layer} both"] == 1


def test_a_participant_left_out_is_missed_and_one_too_many_is_made_up(compare):
    fewer = compare(",4:absent", "")
    assert fewer.counts["participants gold"] - fewer.counts["participants found"] == 1
    assert any("participant missed" in error for error in fewer.errors)
    more = compare("4:absent", "4:absent,5:present")
    assert more.counts["participants found"] - more.counts["participants both"] == 1
    assert any("participant made up" in error for error in more.errors)


def test_a_meeting_is_matched_within_its_sentence_only(compare):
    here = "[m1:met] in [n3:Varda] on Monday. [n4:Ana Roe] stayed"
    assert (
        compare(here, "met [m1:in] [n3:Varda] on Monday. [n4:Ana Roe] stayed").counts[
            "meetings both"
        ]
        == 1
    )
    moved = "met in [n3:Varda] on Monday. [n4:Ana Roe] [m1:stayed]"
    assert compare(here, moved).counts["meetings both"] == 0


def test_an_issue_in_other_words_is_another_position(compare):
    judged = compare('issue="full truce"', 'issue="grain deal"')
    assert judged.counts["positions both"] == 0
    assert {error.partition(":")[0] for error in judged.errors} == {
        "position missed",
        "position made up",
    }


def test_small_words_and_plurals_do_not_tell_issues_apart():
    assert overlap("the truces", "a truce") == 1.0
    assert overlap("a truce", "a grain deal") == 0.0
    assert overlap("full truce", "truce") == 1.0
    assert overlap("", "truce") == 0.0


def test_a_day_lies_within_its_month_and_not_the_month_in_its_day():
    assert lies_within("2025-04-15", "2025-04")
    assert lies_within("2025-W16", "2025-04")
    assert not lies_within("2025-04", "2025-04-15")
    assert not lies_within(None, "2025-04-15")
