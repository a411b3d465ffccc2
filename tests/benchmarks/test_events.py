"""Does the measure of events count every type alike?"""

import hashlib

import pytest

from benchmarks.events import macro, strip_tags, tell_part


def test_what_is_all_right_scores_1():
    assert macro([("AID", "AID"), ("ACCUSE", "ACCUSE")])["macro F1"] == 1.0


def test_what_is_all_wrong_scores_0():
    assert macro([("AID", "ACCUSE"), ("ACCUSE", "AID")])["macro F1"] == 0.0


def test_each_type_counts_alike_however_often_it_is_wanted():
    told = [("AID", "AID")] * 8 + [("ACCUSE", "REJECT"), ("ACCUSE", "REJECT")]
    figures = macro(told)
    assert figures["F1 by type"] == {"AID": 1.0, "ACCUSE": 0.0}
    assert figures["macro F1"] == 0.5


def test_the_f1_of_a_type_weighs_what_is_missed_and_what_is_made_up():
    told = [("AID", "AID"), ("AID", "ACCUSE"), ("ACCUSE", "AID"), ("ACCUSE", "ACCUSE")]
    told += [("ACCUSE", "ACCUSE")]
    assert macro(told)["F1 by type"] == pytest.approx({"AID": 1 / 2, "ACCUSE": 2 / 3})


def test_a_type_that_nobody_wanted_has_no_f1_of_its_own():
    assert set(macro([("AID", "REJECT")])["F1 by type"]) == {"AID"}


def test_nothing_told_scores_0():
    assert macro([])["macro F1"] == 0.0


def test_tags_leave_the_sentence_and_become_places():
    text, places = strip_tags("<s>Oslo</s> thanked <t>Ana Roe</t>.")
    assert text == "Oslo thanked Ana Roe."
    assert {tag: text[a:b] for tag, (a, b) in places.items()} == {"s": "Oslo", "t": "Ana Roe"}


def test_a_sentence_with_one_side_has_one_place():
    assert strip_tags("<s>Oslo</s> voted.") == ("Oslo voted.", {"s": (0, 4)})


def test_a_sentence_is_always_in_the_same_part_by_its_own_words():
    sentences = [f"Oslo voted {n} times." for n in range(400)]
    parts = [tell_part(sentence) for sentence in sentences]
    assert parts == [tell_part(sentence) for sentence in reversed(sentences)][::-1]
    assert {part: parts.count(part) / 400 for part in ("train", "dev", "test")} == pytest.approx(
        {"train": 0.6, "dev": 0.1, "test": 0.3}, abs=0.08
    )


def test_the_part_depends_on_the_digest_alone():
    digit = hashlib.sha256(b"Oslo voted.").digest()[0] % 10
    assert tell_part("Oslo voted.") == ("test" if digit < 3 else "dev" if digit == 3 else "train")
