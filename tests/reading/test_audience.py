"""Whom is it told, where no words right behind the cue say so?"""

from sayso.reading import Told
from sayso.reading.audience import complete_audience
from tests.reading.scenes import Stage


def stage_of(marked: str) -> Stage:
    """A stage where Roe, Lund and Bo are persons wherever they are marked."""
    stage = Stage(marked)
    for key in ("roe", "lund", "bo"):
        if key in stage.places:
            stage.act(key)
    return stage


def told_by(stage: Stage) -> list[str | None]:
    """Of each statement the id of whom it is told."""
    found = complete_audience(stage.scene(), stage.statements)
    return [s.addressee.actor if s.addressee else None for s in found]


def test_who_is_linked_to_the_cue_is_told():
    stage = stage_of("[s1:[roe:Roe]] [c1:vowed] before [lund:Lund] [q1:to stay].")
    stage.say(1, "roe")
    stage.places["at"] = [(4, 5)]
    stage.link("at", told="lund")
    (statement,) = complete_audience(stage.scene(), stage.statements)
    assert statement.addressee == Told(actor="lund", start=17, end=21, text="Lund")


def test_nobody_is_told_where_no_link_is_likely():
    stage = stage_of("[s1:[roe:Roe]] [c1:vowed] before [lund:Lund] [q1:to stay].")
    stage.say(1, "roe")
    stage.places["at"] = [(4, 5)]
    stage.link("at", chance=0.4, told="lund")
    assert told_by(stage) == [None]


def test_nobody_is_told_by_himself():
    stage = stage_of("[s1:[roe:Roe]] [c1:vowed] that [q1:[roe:he] would stay].")
    stage.say(1, "roe")
    stage.places["at"] = [(4, 5)]
    stage.link("at", told="roe")
    assert told_by(stage) == [None]


def test_an_addressee_that_is_known_is_kept():
    known = Told(actor="bo", start=0, end=3, text="Roe")
    stage = stage_of("[s1:[roe:Roe]] [c1:vowed] before [lund:Lund] [q1:to stay].")
    stage.say(1, "roe", addressee=known)
    stage.places["at"] = [(4, 5)]
    stage.link("at", told="lund")
    assert told_by(stage) == ["bo"]


def test_a_question_in_a_transcript_is_told_to_who_answers_it():
    stage = stage_of("[s1:QUESTION][c1::] [q1:Will it end?]\n\n[s2:[roe:ROE]][c2::] [q2:It will.]")
    stage.say(1)
    stage.say(2, "roe")
    assert told_by(stage) == ["roe", None]


def test_an_answer_is_told_to_who_asked_where_that_is_known():
    stage = stage_of(
        "[s1:QUESTION ([bo:Bo])][c1::] [q1:Will it end?]\n\n[s2:[roe:ROE]][c2::] [q2:It will.]"
    )
    stage.say(1, "bo")
    stage.say(2, "roe")
    assert told_by(stage) == ["roe", "bo"]


def test_what_follows_an_answer_is_told_to_nobody_in_particular():
    stage = stage_of("[s1:[roe:ROE]][c1::] [q1:It will.]\n\n[s2:[lund:LUND]][c2::] [q2:Good.]")
    stage.say(1, "roe")
    stage.say(2, "lund")
    assert told_by(stage) == [None, None]
