"""What do the records of our own texts say of events, meetings, acts and positions?"""

from pathlib import Path

import pytest

from benchmarks.gold import GoldText, read_gold
from training.articles import Article, Happening
from training.records import (
    add_records,
    numbers,
    place_of_words,
    read_acts,
    read_happenings,
    read_issues,
    read_pairs,
    read_sentences,
    read_tags,
)

TEXT = """\
split: train

[s1:[n1:Norland]] [c1:said] [q1:[n2:Sudmark] had [e1:shelled] the port], [s2:[n3:Roe]] [c2:denied] \
[q2:it]. [n1:Norland] [m1:met] [n3:Roe] in [n4:Varda]. The [m1:talks] failed. [n1:Norland] wants \
[w1:a truce] if [k1:Sudmark leaves]. It has been warned, and Roe will not arrive.
=====
a1 country - | Norland
a2 country - | Sudmark
a3 person - | Roe
a4 place - | Varda
s1 speaker=1 act=accuse to=3 chain=1
s2 speaker=3 act=deny negated chain=3
m1 what="talks" status=happened format=bilateral place=4 with=1:present,3:absent words="talks"
e1 ASSAULT actors=2 recipients=1 modality=happened words="shelled"
e2 CONSULT actors=1 recipients=3 modality=planned words="met"
e3 THREATEN recipients=2 modality=denied words="has been warned"
w1 party=1 issue="truce" stance=demands first_hand=yes statement=1
"""


@pytest.fixture
def gold(tmp_path: Path) -> GoldText:
    return read(tmp_path)


def read(tmp_path: Path, old: str = "", new: str = "") -> GoldText:
    assert old in TEXT
    path = tmp_path / "text.txt"
    path.write_text(TEXT.replace(old, new) if old else TEXT, encoding="utf-8")
    return read_gold(path)


def by_words(gold: GoldText) -> dict[str, Happening]:
    return {gold.text[slice(*h.place)]: h for h in read_happenings(gold)}


def test_an_event_is_at_its_mark_with_type_modality_and_sides(gold):
    found = by_words(gold)["shelled"]
    assert (found.type, found.modality) == ("ASSAULT", "happened")
    assert found.roles == ((2, "actor"), (1, "recipient"))
    assert found.asked == ("place", "actor", "recipient")


def test_an_event_without_a_mark_is_at_its_words_without_auxiliaries(gold):
    found = by_words(gold)["warned"]
    assert (found.type, found.modality, found.roles) == ("THREATEN", "denied", ((2, "recipient"),))


def test_a_meeting_is_at_each_of_its_marks(gold):
    found = by_words(gold)
    for words in ("met", "talks"):
        assert (found[words].status, found[words].format) == ("happened", "bilateral")


def test_an_event_at_the_words_of_a_meeting_is_one_with_it(gold):
    found = by_words(gold)["met"]
    assert (found.type, found.modality) == ("CONSULT", "planned")
    assert set(found.roles) == {
        (1, "actor"),
        (3, "recipient"),
        (1, "attends"),
        (3, "absent"),
        (4, "place"),
    }


def test_a_meeting_that_is_no_event_has_no_type(tmp_path):
    line = 'e2 CONSULT actors=1 recipients=3 modality=planned words="met"\n'
    found = by_words(read(tmp_path, line, ""))["met"]
    assert (found.type, found.modality) == (None, None)
    assert found.asked == ("place", "attends", "absent")


@pytest.mark.parametrize(
    ("words", "kept"),
    [("has been warned", "warned"), ("will not arrive", "arrive"), ("shelled", "shelled")],
)
def test_auxiliaries_before_an_events_words_are_left_out(gold, words, kept):
    assert gold.text[slice(*place_of_words(gold.text, words))] == kept


def test_an_act_is_at_the_cue_with_its_negation_and_addressees(gold):
    acts = list(read_acts(gold))
    told = [(gold.text[slice(*a.place)], a.act, a.negated, a.addressees) for a in acts]
    assert told == [("said", "accuse", False, (3,)), ("denied", "deny", True, ())]


def test_an_act_without_a_cue_is_at_the_content(tmp_path):
    gold = read(tmp_path, "[c2:denied]", "denied")
    assert [gold.text[slice(*a.place)] for a in read_acts(gold)] == ["said", "it"]


def test_an_issue_has_its_stance_and_holders_and_a_condition_its_own_label(gold):
    issues = list(read_issues(gold))
    told = [(gold.text[slice(*i.place)], i.label, i.holders) for i in issues]
    assert told == [("a truce", "demands", (1,)), ("Sudmark leaves", "condition", (1,))]


def test_who_says_a_position_first_hand_holds_it_too(tmp_path):
    gold = read(tmp_path, "w1 party=1", "w1 party=2")
    assert [i.holders for i in read_issues(gold)] == [(1, 2), (1, 2)]


def test_who_only_reports_a_position_does_not_hold_it(tmp_path):
    gold = read(
        tmp_path,
        'w1 party=1 issue="truce" stance=demands first_hand=yes',
        'w1 party=2 issue="truce" stance=demands first_hand=no',
    )
    assert [i.holders for i in read_issues(gold)] == [(2,), (2,)]


def test_a_stance_that_the_model_is_not_asked_for_is_left_out(tmp_path):
    assert list(read_issues(read(tmp_path, "stance=demands", "stance=no_comment"))) == []


def test_an_article_has_the_layers_that_its_marks_and_records_tell(gold):
    found = add_records(Article("a", gold.text, ()), gold)
    assert found.layers == {"statements", "acts", "events", "issues"}
    assert (len(found.happenings), len(found.acts), len(found.issues)) == (4, 2, 2)


def test_a_text_without_marks_has_acts_only(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(
        "split: train\n\n[s1:[n1:Roe]] [c1:said] [q1:so].\n=====\na1 person - | Roe\n"
        "s1 speaker=1 act=state\n",
        encoding="utf-8",
    )
    gold = read_gold(path)
    found = add_records(Article("a", gold.text, ()), gold)
    assert found.layers == {"statements", "acts"}
    assert found.issues == ()


def test_a_text_without_records_stays_as_it_is(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("split: train\n\n[s1:Roe] [c1:said] [q1:so].\n", encoding="utf-8")
    article = Article("a", "Roe said so.", ())
    assert add_records(article, read_gold(path)) is article


@pytest.mark.parametrize(
    ("value", "found"), [("1,4", [1, 4]), ("-", []), (None, []), ("", []), ("7", [7])]
)
def test_numbers_are_read_from_a_value(value, found):
    assert numbers(value) == found


def test_tags_leave_the_sentence_and_become_places():
    text, places = read_tags("[s:Oslo] [e:cut] aid to [t:Ana] and [e:left] [t:Bo].")
    assert text == "Oslo cut aid to Ana and left Bo."
    words = {letter: [text[a:b] for a, b in found] for letter, found in places.items()}
    assert words == {"s": ["Oslo"], "t": ["Ana", "Bo"], "e": ["cut", "left"]}


def write_sentences(tmp_path: Path, lines: str) -> list[Article]:
    (tmp_path / "sentences.txt").write_text(lines, encoding="utf-8")
    return read_sentences(tmp_path)


def test_a_sentence_has_its_actors_events_and_pairs(tmp_path):
    (article,) = write_sentences(tmp_path, "AID planned\t[s:Oslo] [e:aids] [t:Ana] and [t:Bo].\n")
    assert article.layers == {"sentence"}
    (happening,) = article.happenings
    assert (happening.type, happening.modality) == ("AID", "planned")
    chains = {article.text[m.start : m.end]: m.chain for m in article.mentions}
    assert set(happening.roles) == {
        (chains["Oslo"], "actor"),
        (chains["Ana"], "recipient"),
        (chains["Bo"], "recipient"),
    }
    assert [article.text[slice(*pair.target)] for pair in article.pairs] == ["Ana", "Bo"]


def test_the_lines_of_one_sentence_are_one_article(tmp_path):
    (article,) = write_sentences(
        tmp_path,
        "AID happened\t[s:Oslo] [e:aided] [t:Ana] and met her.\n"
        "CONSULT happened\t[t:Oslo] aided [s:Ana] and [e:met] her.\n",
    )
    assert [h.type for h in article.happenings] == ["AID", "CONSULT"]
    assert len(article.mentions) == 2


@pytest.mark.parametrize("line", ["AID\t[s:Oslo] [e:aids] [t:Ana].", "AID planned\t[s:Oslo] aids."])
def test_a_line_that_lacks_something_is_refused_with_its_number(tmp_path, line):
    with pytest.raises(ValueError, match=r"sentences\.txt:1"):
        write_sentences(tmp_path, line)


def test_pairs_of_one_sentence_are_one_article_and_yield_is_two_types(tmp_path):
    rows = [
        f"Oslo left Bo {n}.\t<s>Oslo</s> left <t>Bo</t> {n}.\tYIELD\n"
        f"Oslo left Bo {n}.\t<t>Oslo</t> left Bo {n}.\tACCUSE\n"
        for n in range(50)
    ]
    path = tmp_path / "plv.tsv"
    path.write_text("sentence\tmarked_sentence\tgold_root\n" + "".join(rows), encoding="utf-8")
    parts = [read_pairs(part, path) for part in ("train", "dev", "test")]
    assert sum(map(len, parts)) == 50
    for article in (article for part in parts for article in part):
        first, second = article.pairs
        assert first.types == ("CONCEDE", "RETREAT")
        assert [article.text[slice(*p)] for p in (first.source, first.target)] == ["Oslo", "Bo"]
        assert (second.source, second.types) == ((0, 0), ("ACCUSE",))
