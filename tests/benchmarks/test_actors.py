"""Does the measure of speakers count what is right as right, and what is wrong as wrong?"""

from pathlib import Path

import pytest

from benchmarks.actors import tell_shares
from benchmarks.actors_matching import Judged, judge, view_gold
from benchmarks.gold import GoldText, read_gold
from benchmarks.names import score
from benchmarks.shared import explain_absence, load_scorer

TEXT = """\
outlet: Nowhere Post (invented)
register: agency copy
published: 2025-03-04
split: dev

[s1:[n1:Ukraine]'s [r2:envoy], [n2:Ana Petrenko],] [c1:told] [n3:Radio Orbis] [q1:it was over].
[s2:[h2:She]] [c2:said] [q2:[n4:Bo Lund] would come]. [s3:[n4:Lund]] [c3:declined] [q3:to comment].
=====
a1 country UA | Ukraine
a2 person UA | Ana Petrenko | envoy
a3 outlet - | Radio Orbis
a4 person SE | Bo Lund
s1 speaker=2 for=1 to=3 act=state
s2 speaker=2 for=1 act=announce
s3 speaker=4 act=no_comment
"""


def read_text(tmp_path: Path, text: str) -> GoldText:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    return read_gold(path)


def compare(tmp_path: Path, change: tuple[str, str]) -> Judged:
    scorer = load_scorer()
    if scorer is None:
        pytest.skip(explain_absence("The scorer"))
    gold, other = read_text(tmp_path, TEXT), read_text(tmp_path, TEXT.replace(*change))
    return judge(view_gold(gold), view_gold(other), scorer)


def test_a_text_agrees_with_itself(tmp_path):
    judged = compare(tmp_path, ("", ""))
    shares = tell_shares(judged.counts)
    assert judged.errors == []
    assert shares["speaker"] == {"asked": 3, "right": 1.0}
    assert shares["pronoun"] == {"asked": 1, "right": 1.0}
    assert shares["for"] == {"asked": 2, "right": 1.0}
    assert shares["unknown"]["share"] == 0.0
    assert shares["mentions"]["F1"] == 1.0


@pytest.mark.parametrize(
    ("change", "name", "right"),
    [
        (("s3 speaker=4", "s3 speaker=2"), "speaker", 2 / 3),
        (("a2 person UA", "a2 person RU"), "country", 1 / 3),
        (("a2 person UA", "a2 group UA"), "kind", 1 / 3),
        (("speaker=2 for=1 to=3", "speaker=2 for=1"), "addressee", 0.0),
        (("s2 speaker=2 for=1", "s2 speaker=2 for=3"), "for", 0.5),
    ],
)
def test_what_differs_is_counted_as_wrong(tmp_path, change, name, right):
    judged = compare(tmp_path, change)
    assert tell_shares(judged.counts)[name]["right"] == pytest.approx(right)
    assert judged.errors


def test_a_speaker_left_out_is_unknown(tmp_path):
    judged = compare(tmp_path, ("s3 speaker=4", "s3 speaker=-"))
    assert judged.counts["speaker unknown"] == 1


def test_a_name_is_right_where_words_and_type_are_shared():
    person, place = frozenset({"person"}), frozenset({"place"})
    gold = [(0, 10, person), (20, 30, place)]
    found = [(0, 4, person), (20, 30, person), (40, 44, place)]
    figures = score([(gold, found)])
    assert (figures["P"], figures["R"]) == (1 / 3, 1 / 2)
    assert figures["exact F1"] == 0.0
