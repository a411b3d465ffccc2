"""Do the gold texts keep the rules of their README?"""

import re
from pathlib import Path

import pytest

from benchmarks.gold import (
    ROLES,
    SPLITS,
    GoldError,
    GoldText,
    read_gold,
    read_gold_folder,
    read_marked,
    split_header,
)

GOLD = Path(__file__).parents[1] / "gold" / "attribution"
FOLDERS = {"articles": 24, "forms": 60}
PATHS = sorted(GOLD.glob("*/*.txt"))
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
                if cue == ["citing"]:
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


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("split: dev\n\n[s1:Ana said", "never closed"),
        ("split: dev\n\nAna] said", "closes nothing"),
        ("split: dev\n\n[q2:Nothing] happened", "numbered"),
        ("split: dev\n[q1:Nothing] happened", "blank line"),
        ("split: train\n\n[q1:Nothing] happened", "split"),
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
    text, statements = read_marked(write_marked(gold))
    assert text == gold.text
    assert statements == gold.statements


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
    sizes = [len(read_gold_folder(GOLD / folder, split)) for split in SPLITS]
    assert sizes == [FOLDERS[folder] / 2] * 2
    assert len(read_gold_folder(GOLD / folder)) == FOLDERS[folder]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_text_says_what_it_stands_for_and_that_it_is_invented(path):
    head, _ = split_header(path.read_text(encoding="utf-8"))
    if path.parent.name == "articles":
        assert head["outlet"].endswith("(invented)")
        assert head["register"]
    else:
        assert head["form"]


def test_texts_have_the_length_of_their_kind():
    for folder, least, most in (("articles", 150, 350), ("forms", 30, 120)):
        lengths = {g.id: len(g.text.split()) for g in read_gold_folder(GOLD / folder)}
        assert not {i: n for i, n in lengths.items() if not least <= n <= most}
