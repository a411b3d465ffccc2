"""Which party takes which stance on which issue?"""

import pytest

from sayso.reading import Position
from sayso.reading.positions import read_positions
from tests.reading.scenes import Stage

KYIV_SAID = "[s1:[ua:Kyiv]] [c1:said] [q1:"


def stage_of(marked: str, *speakers: str, act: str = "demand") -> Stage:
    """A stage where Kyiv and Moscow are countries, and Roe is Kyiv's minister.

    The speakers say the statements 1, 2 and so on, each with the act; Kyiv the first if none is
    given.
    """
    stage = Stage(marked)
    for key, kind, party in (
        ("ua", "country", None),
        ("ru", "country", None),
        ("roe", "person", "ua"),
        ("aide", "unnamed", None),
    ):
        if key in stage.places:
            stage.act(key, kind, party)
    for number, speaker in enumerate(speakers or ("ua",), 1):
        stage.say(number, speaker, act=act)
    return stage


def read(stage: Stage) -> tuple[Position, ...]:
    return read_positions(stage.scene(), stage.statements)


def only(stage: Stage) -> Position:
    (position,) = read(stage)
    return position


def within(marked: str, outer: str, inner: str, acts: tuple[str, str]) -> Stage:
    """A stage where statement 2 stands in statement 1."""
    stage = stage_of(marked)
    stage.statements.clear()
    stage.say(1, outer, act=acts[0])
    stage.say(2, inner, act=acts[1], within="statement 1")
    return stage


@pytest.mark.parametrize(
    ("act", "stance"),
    [
        ("demand", "demands"),
        ("propose", "offers"),
        ("promise", "offers"),
        ("accept", "supports"),
        ("praise", "supports"),
        ("reject", "rejects"),
        ("consider", "considers"),
        ("doubt", "undecided"),
    ],
)
def test_the_act_tells_the_stance(act, stance):
    stage = stage_of(KYIV_SAID + "[w:a truce]].", act=act)
    stage.want("w", "demands")
    position = only(stage)
    assert (position.party, position.stance, position.issue) == ("ua", stance, "truce")
    assert position.statement == "statement 1"


@pytest.mark.parametrize("act", ["confirm", "deny", "accuse", "no_comment", "ask"])
def test_other_acts_take_no_stance(act):
    stage = stage_of(KYIV_SAID + "[w:a truce]].", act=act)
    stage.want("w", "demands")
    assert read(stage) == ()


@pytest.mark.parametrize("act", ["state", "announce", "threaten"])
@pytest.mark.parametrize("stance", ["demands", "supports", "rejects", "undecided"])
def test_of_what_is_only_stated_the_model_tells_the_stance(act, stance):
    stage = stage_of(KYIV_SAID + "it wants [w:a truce]].", act=act)
    stage.want("w", stance)
    assert only(stage).stance == stance


def test_what_is_stated_is_no_position_where_the_model_is_not_sure():
    stage = stage_of(KYIV_SAID + "it wants [w:a truce]].", act="state")
    stage.want("w", "demands", sure=0.7)
    assert read(stage) == ()


@pytest.mark.parametrize(("act", "count"), [("demand", 1), ("promise", 0), ("doubt", 0)])
def test_some_acts_need_surer_words_than_others(act, count):
    stage = stage_of(KYIV_SAID + "[w:a truce]].", act=act)
    stage.want("w", "demands", sure=0.2)
    assert len(read(stage)) == count


def test_where_no_word_is_of_an_issue_there_is_no_position():
    assert read(stage_of(KYIV_SAID + "a truce].")) == ()


def test_a_rejection_that_is_negated_considers():
    stage = stage_of("[s1:[ua:Kyiv]] [c1:did not reject] [q1:[w:a truce]].")
    stage.statements.clear()
    stage.say(1, "ua", act="reject", negated=True)
    stage.want("w", "rejects")
    assert only(stage).stance == "considers"


def test_another_act_that_is_negated_takes_no_stance():
    stage = stage_of("[s1:[ua:Kyiv]] [c1:did not demand] [q1:[w:a truce]].")
    stage.statements.clear()
    stage.say(1, "ua", act="demand", negated=True)
    stage.want("w", "demands")
    assert read(stage) == ()


def test_the_issue_is_what_the_model_marks():
    stage = stage_of(KYIV_SAID + "the guards must go before [w:a truce] begins].")
    stage.want("w", "demands")
    position = only(stage)
    assert position.issue == "truce"
    assert [span.text for span in position.spans] == ["truce"]


def test_marks_with_at_most_two_words_between_them_are_one_issue():
    stage = stage_of(KYIV_SAID + "it wants [w:release] of the [w:prisoners] now].")
    stage.want("w", "demands")
    assert only(stage).issue == "release of the prisoners"


def test_of_marks_far_apart_the_longest_is_the_issue():
    stage = stage_of(KYIV_SAID + "[w:guards] would then have to leave with [w:the prisoners]].")
    stage.want("w", "demands")
    assert only(stage).issue == "prisoners"


def test_a_mark_in_what_another_says_is_no_issue_of_this_one():
    stage = stage_of(
        KYIV_SAID + "[w:a truce]]. [s2:[ru:Moscow]] [c2:said] [q2:[v:open ports]].", "ua", "ru"
    )
    stage.want("w", "demands")
    stage.want("v", "demands")
    assert {p.party: p.issue for p in read(stage)} == {"ua": "truce", "ru": "open ports"}


@pytest.mark.parametrize(
    ("said", "issue"),
    [
        ("that the open [w:ports] before winter", "open ports"),
        ("for a full [w:truce], which nobody kept", "full truce"),
        ("“the [w:truce],”", "truce"),
        ("one two three four five six [w:seven] eight", "one two three four five six seven"),
    ],
)
def test_where_no_mark_is_likely_enough_the_first_phrase_is_the_issue(said, issue):
    stage = stage_of(KYIV_SAID + said + "].")
    stage.want("w", "demands", sure=0.2)
    assert only(stage).issue == issue


def test_an_issue_is_written_on_one_line_without_article_and_marks():
    stage = stage_of(KYIV_SAID + "[w:“the full\n ceasefire,”]] today.")
    stage.want("w", "demands")
    assert only(stage).issue == "full ceasefire"


def test_a_condition_that_the_model_marks_is_of_the_position():
    stage = stage_of(KYIV_SAID + "[w:a truce] once [k:the troops leave]].")
    stage.want("w", "demands")
    stage.want("k", "condition")
    position = only(stage)
    assert (position.issue, position.conditions) == ("truce", ("troops leave",))
    assert [span.text for span in position.spans] == ["truce", "troops leave"]


@pytest.mark.parametrize(
    "words",
    [
        "if",
        "only if",
        "unless",
        "provided that",
        "on condition that",
        "in return for",
        "as long as",
    ],
)
def test_a_clause_with_if_and_the_like_is_a_condition(words):
    stage = stage_of(KYIV_SAID + f"[w:a truce] {words} the troops leave, it added].")
    stage.want("w", "demands")
    assert only(stage).conditions == ("troops leave",)


def test_a_clause_that_the_model_marks_too_is_one_condition():
    stage = stage_of(KYIV_SAID + "[w:a truce] if [k:the troops leave]].")
    stage.want("w", "demands")
    stage.want("k", "condition")
    assert only(stage).conditions == ("troops leave",)


def test_two_conditions_stand_in_the_order_of_the_text():
    stage = stage_of(KYIV_SAID + "[w:a truce] if the guns fall silent, once [k:troops leave]].")
    stage.want("w", "demands")
    stage.want("k", "condition")
    assert only(stage).conditions == ("guns fall silent", "troops leave")


def test_a_condition_outside_of_what_is_said_is_nobodys():
    stage = stage_of(KYIV_SAID + "[w:a truce]]. It snowed if [k:the troops left].")
    stage.want("w", "demands")
    stage.want("k", "condition")
    assert only(stage).conditions == ()


def test_a_minister_speaks_for_his_party():
    stage = stage_of("[s1:[roe:Roe] of [ua:Kyiv]] [c1:demanded] [q1:[w:a truce]].", "roe")
    stage.want("w", "demands")
    position = only(stage)
    assert (position.party, position.first_hand) == ("ua", True)


def test_a_person_in_an_office_of_nobody_named_takes_his_own_position():
    stage = Stage("[s1:[lund:Lund]] [c1:demanded] [q1:[w:a truce]].")
    stage.act("lund", role="envoy")
    stage.say(1, "lund", act="demand")
    stage.want("w", "demands")
    assert only(stage).party == "lund"


def test_a_person_without_office_and_party_takes_none():
    stage = Stage("[s1:[lund:Lund]] [c1:demanded] [q1:[w:a truce]].")
    stage.act("lund")
    stage.say(1, "lund", act="demand")
    stage.want("w", "demands")
    assert read(stage) == ()


@pytest.mark.parametrize("role", [None, "official"])
def test_unnamed_people_without_a_party_take_none(role):
    stage = Stage("[s1:[aide:Officials]] [c1:demanded] [q1:[w:a truce]].")
    stage.act("aide", "unnamed", role=role)
    stage.say(1, "aide", act="demand")
    stage.want("w", "demands")
    assert read(stage) == ()


def test_unnamed_people_of_a_party_speak_for_it():
    stage = stage_of("[s1:[aide:Aides] of [ua:Kyiv]] [c1:demanded] [q1:[w:a truce]].", "aide")
    stage.parties["aide"] = "ua"
    stage.want("w", "demands")
    assert only(stage).party == "ua"


def test_a_statement_without_a_speaker_gives_nobody_a_position():
    stage = stage_of("[c1:It was demanded] [q1:that [w:a truce] hold].")
    stage.statements.clear()
    stage.say(1, act="demand")
    stage.want("w", "demands")
    assert read(stage) == ()


def test_what_nobody_says_is_no_position():
    stage = Stage("[ua:Kyiv] rejects [w:a truce].")
    stage.act("ua", "country")
    stage.want("w", "rejects")
    assert read(stage) == ()


def test_what_a_party_says_of_itself_is_first_hand():
    stage = stage_of(KYIV_SAID + "[w:a truce]].")
    stage.want("w", "demands")
    assert only(stage).first_hand


NESTED = "[s1:[{0}]] [c1:said] [q1:[s2:[{1}]] [c2:demanded] [q2:[w:a truce]]]."


def test_what_others_say_of_a_party_is_reported():
    stage = within(NESTED.format("ru:Moscow", "ua:Kyiv"), "ru", "ua", ("state", "demand"))
    stage.want("w", "demands")
    position = only(stage)
    assert (position.party, position.first_hand) == ("ua", False)
    assert position.statement == "statement 2"


def test_what_a_minister_says_of_his_party_is_first_hand():
    stage = within(NESTED.format("roe:Roe", "ua:Kyiv"), "roe", "ua", ("state", "demand"))
    stage.want("w", "demands")
    assert (only(stage).party, only(stage).first_hand) == ("ua", True)


def test_the_outer_statement_of_a_nested_one_takes_none():
    stage = within(NESTED.format("ru:Moscow", "ua:Kyiv"), "ru", "ua", ("reject", "demand"))
    stage.want("w", "demands")
    assert (only(stage).party, only(stage).stance) == ("ua", "demands")


def test_a_statement_around_one_that_takes_no_stance_keeps_its_own():
    stage = within(NESTED.format("ru:Moscow", "ua:Kyiv"), "ru", "ua", ("reject", "deny"))
    stage.want("w", "demands")
    assert (only(stage).party, only(stage).stance) == ("ru", "rejects")


def test_a_position_that_is_told_twice_is_one():
    stage = stage_of(
        KYIV_SAID + "[w:a truce]]. [s2:[ua:Kyiv]] [c2:repeated] [q2:[w:the truce]].", "ua", "ua"
    )
    stage.want("w", "demands")
    assert only(stage).spans[0].start == stage.places["w"][0][0] + len("a ")


def test_of_one_position_told_twice_the_first_hand_one_stays():
    nested = NESTED.format("ru:Moscow", "ua:Kyiv")
    stage = within(
        nested + " [s3:[ua:Kyiv]] [c3:demanded] [q3:[w:a truce]].",
        "ru",
        "ua",
        ("state", "demand"),
    )
    stage.say(3, "ua", act="demand")
    stage.want("w", "demands")
    assert (only(stage).first_hand, only(stage).statement) == (True, "statement 3")


def test_two_parties_may_take_two_stances_on_one_issue():
    stage = stage_of(
        KYIV_SAID + "[w:a truce]]. [s2:[ru:Moscow]] [c2:rejected] [q2:[w:the truce]].", "ua"
    )
    stage.say(2, "ru", act="reject")
    stage.want("w", "demands")
    stances = {p.party: (p.stance, p.issue) for p in read(stage)}
    assert stances == {"ua": ("demands", "truce"), "ru": ("rejects", "truce")}


def test_every_span_of_a_position_is_proved():
    stage = stage_of(KYIV_SAID + "[w:a truce] if the troops leave].")
    stage.want("w", "demands")
    for span in only(stage).spans:
        assert stage.text[span.start : span.end] == span.text


def test_a_text_without_statements_has_no_positions():
    assert read(Stage("Snow fell.")) == ()
