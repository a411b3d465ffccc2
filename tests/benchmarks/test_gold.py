"""Do the gold texts keep the rules of their README?"""

import re
from pathlib import Path

import pytest

from benchmarks.gold import (
    FORMS,
    ROLES,
    GoldText,
    read_gold,
    read_gold_folder,
    read_marked,
    split_header,
)
from benchmarks.gold_records import GoldError

GOLD = Path(__file__).parents[1] / "gold"
TRAINING = Path(__file__).parents[2] / "training" / "texts"
FOLDERS = {"articles": 24, "reports": 24, "forms": 60}
WHOLE = ("articles", "reports")
"""Folders whose texts are annotated for everything."""
PATHS = sorted(GOLD.glob("*/*.txt"))
SECOND = sorted((GOLD / "second").glob("*/*.txt"))
MADE_UP = """\
form: made up
split: dev
nested: 2

[s1:Ana [sic], a pilot,] [c1:said] [q1:that [s2:Bo], [p2:who] [c2:denies] [q2:it], left].
[q3,4:Nobody] [c3:knows] and [c4:says] [s3,4:why].
"""


def write_marked(gold: GoldText) -> str:
    marks: list[tuple[int, int, int, str]] = []
    for number, statement in enumerate(gold.statements, 1):
        for letter, role in ROLES.items():
            for start, end in statement[role]:
                marks += [(start, 1, -end, f"[{letter}{number}:"), (end, 0, -start, "]")]
    letters = {form: letter for letter, form in FORMS.items()}
    for m in gold.mentions:
        marks += [(m.start, 1, -m.end, f"[{letters[m.form]}{m.actor}:"), (m.end, 0, -m.start, "]")]
    marked, done = "", 0
    for place, _, _, mark in sorted(marks):
        marked += gold.text[done:place] + mark
        done = place
    return marked + gold.text[done:]


def find_nested(gold: GoldText) -> set[int]:
    """The statements whose content stands inside another one's, with their cue where they have one
    there, or is attributed further by the same words ("reported, citing two people").
    """
    found = set()
    for number, inner in enumerate(gold.statements, 1):
        for outer in gold.statements:
            if outer is inner:
                continue
            if outer["content"] == inner["content"]:
                cue = [gold.text[start:end] for start, end in inner["cue"]]
                if cue in (["citing"], ["quoting"], ["quoted"]):
                    found.add(number)
            elif all(
                any(a <= start and end <= b for a, b in outer["content"])
                for start, end in [*(inner["cue"] or inner["content"]), *inner["content"]]
            ):
                found.add(number)
    return found


@pytest.fixture(params=PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def gold(request):
    return read_gold(request.param)


def test_tags_become_offsets_and_leave_the_text(tmp_path):
    path = tmp_path / "made-up.txt"
    path.write_text(MADE_UP, encoding="utf-8")
    gold = read_gold(path)
    assert gold.text == (
        "Ana [sic], a pilot, said that Bo, who denies it, left.\nNobody knows and says why."
    )
    words = [
        {role: [gold.text[a:b] for a, b in s[role]] for role in ROLES.values()}
        for s in gold.statements
    ]
    assert words[0]["source"] == ["Ana [sic], a pilot,"]
    assert words[0]["content"] == ["that Bo, who denies it, left"]
    assert words[1] == {"source": ["Bo"], "cue": ["denies"], "content": ["it"], "pronoun": ["who"]}
    assert words[2]["content"] == words[3]["content"] == ["Nobody"]
    assert (gold.id, gold.form, gold.split) == (f"{tmp_path.name}/made-up", "made up", "dev")
    assert gold.nested == (2,)


def read_marks(text: str) -> list[tuple[str, int, str]]:
    """The letter, the number and the words of each mark."""
    marked = read_marked(text)
    return [(m.letter, m.number, marked.text[m.start : m.end]) for m in marked.marks]


def test_words_of_meetings_events_issues_and_conditions_are_marked():
    text = "Ana [e1:left] the [m1:talks]; Bo wants [w1:a truce] if [k1:it holds]."
    assert read_marks(text) == [
        ("e", 1, "left"),
        ("m", 1, "talks"),
        ("w", 1, "a truce"),
        ("k", 1, "it holds"),
    ]
    assert read_marked(text).text == "Ana left the talks; Bo wants a truce if it holds."


def test_a_mark_may_stand_in_another_and_for_several():
    assert read_marks("[w1:an end to [e1,2:shelling]]") == [
        ("w", 1, "an end to shelling"),
        ("e", 1, "shelling"),
        ("e", 2, "shelling"),
    ]


def test_one_meeting_may_be_marked_at_several_places():
    assert read_marks("They [m1:met]. The [m1:talks] failed.") == [
        ("m", 1, "met"),
        ("m", 1, "talks"),
    ]


def test_marks_number_no_statement():
    assert read_marked("[e7:left]").statements == ()


MARKED = "split: train\n\n[n1:Ana] [{tag}:left]\n=====\na1 person - | Ana\n{record}"
RECORDS = {
    "m": 'm1 what="talks" status=happened',
    "e": 'e1 RETREAT actors=1 words="left"',
    "w": 'w1 party=1 issue="truce" stance=demands',
}


def read_text(tmp_path: Path, text: str) -> GoldText:
    path = tmp_path / "marked.txt"
    path.write_text(text, encoding="utf-8")
    return read_gold(path)


@pytest.mark.parametrize(("tag", "letter"), [("m1", "m"), ("e1", "e"), ("w1", "w"), ("k1", "w")])
def test_a_mark_with_a_record_is_read(tmp_path, tag, letter):
    gold = read_text(tmp_path, MARKED.format(tag=tag, record=RECORDS[letter]))
    assert [(m.letter, m.number) for m in gold.marks] == [(tag[0], 1)]


@pytest.mark.parametrize(("tag", "letter"), [("m1", "e"), ("e2", "e"), ("w1", "m"), ("k1", "e")])
def test_a_mark_without_a_record_is_refused(tmp_path, tag, letter):
    with pytest.raises(GoldError, match=f"the tag {tag} has no record"):
        read_text(tmp_path, MARKED.format(tag=tag, record=RECORDS[letter]))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("split: dev\n\n[s1:Ana said", "never closed"),
        ("split: dev\n\nAna] said", "closes nothing"),
        ("split: dev\n\n[q2:Nothing] happened", "numbered"),
        ("split: dev\n[q1:Nothing] happened", "blank line"),
        ("split: mine\n\n[q1:Nothing] happened", "split"),
        ("split: dev\n\n[n1:Ana] left", "no ="),
        ("split: dev\n\n[n1:Ana] left\n=====\na2 person - | Bo", "without a record"),
        ("split: dev\n\n[n1:Ana] left\n=====\na1 pilot - | Ana", "no kind of actor"),
        ("split: dev\n\n[n1:Ana] left\n=====\na1 person - | Ana\nm1 what=x status=over", "status"),
        ("split: dev\n\n[n1:Ana] left\n=====\na1 person - | Ana\ns1 speaker=1 act=state", "match"),
        ('split: dev\n\n[n1:Ana] left\n=====\na1 person - | Ana\ne1 AID words="went"', "stand"),
        ("split: dev\nauthor: me\n\n[q1:Nothing] happened", "unknown keys"),
        ("split: dev\nnested: 2\n\n[q1:Nothing] happened", "nested"),
        ("split: dev\nnested: x\n\n[q1:Nothing] happened", "invalid literal"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_with_the_reason(tmp_path, wrong, why):
    path = tmp_path / "wrong.txt"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(GoldError, match=why):
        read_gold(path)


def test_offsets_round_trip(gold):
    marked = read_marked(write_marked(gold))
    assert marked.text == gold.text
    assert marked.statements == gold.statements
    assert marked.mentions == gold.mentions


def test_each_statement_has_content(gold):
    assert all(statement["content"] for statement in gold.statements)


def test_spans_hold_words_and_no_outer_space(gold):
    for statement in gold.statements:
        for role in ROLES.values():
            for start, end in statement[role]:
                words = gold.text[start:end]
                assert words
                assert words == words.strip()


def test_content_ends_before_the_sentence_does(gold):
    """A comma or full stop belongs to a content only inside its quotation marks."""
    for statement in gold.statements:
        for start, end in statement["content"]:
            words = gold.text[start:end]
            assert words[0] in "\"'“‘«„" or not re.search(r"[,.;:]$", words), words


def test_spans_of_one_role_do_not_overlap(gold):
    for statement in gold.statements:
        for role in ROLES.values():
            ends = [0, *(end for _, end in statement[role])]
            assert all(a >= b for (a, _), b in zip(statement[role], ends, strict=False))


def test_nested_statements_are_named_in_the_header(gold):
    assert set(gold.nested) == find_nested(gold)


def test_a_pronoun_has_an_antecedent(gold):
    assert all(s["source"] for s in gold.statements if s["pronoun"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_split_is_half_and_half(folder):
    sizes = [len(read_gold_folder(GOLD / folder, split)) for split in ("dev", "test")]
    assert sizes == [FOLDERS[folder] / 2] * 2
    assert len(read_gold_folder(GOLD / folder)) == FOLDERS[folder]


@pytest.mark.parametrize("folder", WHOLE)
def test_whole_articles_have_actors_and_a_record_of_each_statement(folder):
    for gold in read_gold_folder(GOLD / folder):
        assert gold.actors, gold.id
        assert gold.published, gold.id
        assert all(gold.record(n + 1) for n in range(len(gold.statements))), gold.id


@pytest.mark.parametrize("path", SECOND, ids=lambda path: path.stem)
def test_the_second_annotation_is_of_the_same_text(path):
    first = read_gold(GOLD / path.parent.name / path.name)
    assert read_gold(path).text == first.text


def test_texts_to_train_on_are_whole_and_none_of_them_is_gold():
    texts = read_gold_folder(TRAINING)
    assert texts
    known = {g.text for folder in FOLDERS for g in read_gold_folder(GOLD / folder)}
    for text in texts:
        assert (text.split, bool(text.actors)) == ("train", True), text.id
        assert text.text not in known, text.id


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_text_says_what_it_stands_for_and_that_it_is_invented(path):
    head, _ = split_header(path.read_text(encoding="utf-8"))
    if path.parent.name in WHOLE:
        assert head["outlet"].endswith("(invented)")
        assert head["register"]
    else:
        assert head["form"]


def test_texts_have_the_length_of_their_kind():
    for folder, least, most in (("articles", 150, 350), ("reports", 150, 420), ("forms", 30, 120)):
        lengths = {g.id: len(g.text.split()) for g in read_gold_folder(GOLD / folder)}
        assert not {i: n for i, n in lengths.items() if not least <= n <= most}
