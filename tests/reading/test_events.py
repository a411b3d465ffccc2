"""What happens: who does what to whom?"""

import pytest

from sayso.reading import Event
from sayso.reading.events import read_events
from tests.reading.scenes import Stage


def stage_of(marked: str) -> Stage:
    """A stage where Kyiv, Moscow and Ankara are actors wherever they are marked."""
    stage = Stage(marked)
    for key, code in (("ua", "UA"), ("ru", "RU"), ("tr", "TR")):
        if key in stage.places:
            stage.act(key, "country", country=code)
    if "oslo" in stage.places:
        stage.act("oslo", "place", country="NO")
    return stage


def read(stage: Stage) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Of each event its type, its actors, its recipients."""
    return [(e.type, e.actors, e.recipients) for e in read_events(stage.scene())]


def only(stage: Stage) -> Event:
    (event,) = read_events(stage.scene())
    return event


def test_an_event_has_its_type_and_both_sides():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow] of lying.")
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru")
    assert read(stage) == [("ACCUSE", ("ua",), ("ru",))]


def test_an_event_has_what_plover_says_of_its_type_and_words():
    stage = stage_of("[ua:Kyiv] [e:arrested] two aides of [ru:Moscow] after an earthquake.")
    stage.happen("e", "COERCE", actor="ua", recipient="ru")
    event = only(stage)
    assert (event.cameo, event.goldstein, event.quad) == ("17", -7.0, "material conflict")
    assert (event.mode, event.contexts) == ("arrest", ("disaster",))


def test_several_events_in_one_sentence_are_several():
    stage = stage_of("[ua:Kyiv] [e:thanked] [tr:Ankara], [f:rejected] the plan of [ru:Moscow].")
    stage.happen("e", "SUPPORT", actor="ua", recipient="tr")
    stage.happen("f", "REJECT", actor="ua", recipient="ru")
    assert read(stage) == [("SUPPORT", ("ua",), ("tr",)), ("REJECT", ("ua",), ("ru",))]


def test_two_parties_may_act_together():
    stage = stage_of("[ua:Kyiv] and [tr:Ankara] [e:signed] a deal.")
    stage.happen("e", "AGREE", actor="ua tr")
    assert read(stage) == [("AGREE", ("ua", "tr"), ())]


def test_an_event_of_nobody_is_left_out():
    stage = stage_of("The [e:shelling] went on.")
    stage.happen("e", "ASSAULT")
    assert read(stage) == []


def test_an_event_told_again_in_the_same_words_is_one():
    stage = stage_of(
        "[ua:Kyiv] [e:accused] [ru:Moscow] of lying. It snowed all day in the north of the country."
        " Then [ua:Kyiv] [e:accused] [ru:Moscow] again."
    )
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru")
    assert [span.text for span in only(stage).spans] == ["accused", "accused"]


def test_the_attack_is_the_one_told_before():
    stage = stage_of("[ru:Moscow] [e:shelled] [ua:Kyiv]. The [e:attack] by [ru:Moscow] was short.")
    stage.happen("e", "ASSAULT", actor="ru", recipient="ua")
    assert len(only(stage).spans) == 2


def test_the_attack_that_is_planned_is_not_the_one_that_happened():
    stage = stage_of("[ru:Moscow] [e:shelled] [ua:Kyiv]. The [f:attack] by [ru:Moscow] may go on.")
    stage.happen("e", "ASSAULT", actor="ru", recipient="ua")
    stage.happen("f", "ASSAULT", "planned", actor="ru")
    assert len(read(stage)) == 2


def test_an_attack_is_another():
    far = "It snowed all day in the north of the country, and nobody came. "
    stage = stage_of(
        f"[ru:Moscow] [e:shelled] [ua:Kyiv]. {far}An [e:attack] by [ru:Moscow] failed."
    )
    stage.happen("e", "ASSAULT", actor="ru", recipient="ua")
    assert len(read(stage)) == 2


def test_events_of_one_type_between_other_parties_are_two():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow]. [tr:Ankara] [f:accused] [ru:Moscow].")
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru")
    stage.happen("f", "ACCUSE", actor="tr", recipient="ru")
    assert len(read(stage)) == 2


def test_who_does_it_and_to_whom_is_not_turned_round():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow]. [ru:Moscow] [f:accused] [ua:Kyiv].")
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru")
    stage.happen("f", "ACCUSE", actor="ru", recipient="ua")
    assert read(stage) == [("ACCUSE", ("ua",), ("ru",)), ("ACCUSE", ("ru",), ("ua",))]


def test_events_of_other_types_between_the_same_parties_are_two():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow]. [ua:Kyiv] [f:threatened] [ru:Moscow].")
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru")
    stage.happen("f", "THREATEN", actor="ua", recipient="ru")
    assert [kind for kind, _, _ in read(stage)] == ["ACCUSE", "THREATEN"]


def test_what_is_planned_is_not_one_with_what_happened():
    stage = stage_of("[ru:Moscow] [e:attacked] [ua:Kyiv]. [ru:Moscow] may have [f:attacked] it.")
    stage.happen("e", "ASSAULT", actor="ru")
    stage.happen("f", "ASSAULT", "possible", actor="ru")
    assert [e.modality for e in read_events(stage.scene())] == ["happened", "possible"]


@pytest.mark.parametrize("modality", ["ongoing", "planned", "possible", "conditional", "denied"])
def test_the_modality_is_kept(modality):
    stage = stage_of("[ru:Moscow] [e:attacks] [ua:Kyiv].")
    stage.happen("e", "ASSAULT", modality, actor="ru", recipient="ua")
    assert only(stage).modality == modality


@pytest.mark.parametrize(
    "words", ["did not", "didn’t", "didn't", "never", "no longer", "failed to", "has not yet"]
)
def test_a_negation_before_an_event_is_kept(words):
    stage = stage_of(f"[ru:Moscow] {words} [e:attack] [ua:Kyiv].")
    stage.happen("e", "ASSAULT", actor="ru", recipient="ua")
    assert only(stage).negated


@pytest.mark.parametrize(
    "marked",
    [
        "[ru:Moscow] [e:attacked] [ua:Kyiv].",
        "It did not snow. [ru:Moscow] [e:attacked] [ua:Kyiv].",
        "It did not snow in the north of the country when [ru:Moscow] [e:attacked] [ua:Kyiv].",
        "A knot of men, seven from [ru:Moscow] [e:attacked] [ua:Kyiv].",
        "[ru:Moscow] [e:attacked] [ua:Kyiv], which did not answer.",
    ],
)
def test_a_negation_elsewhere_is_not_the_events(marked):
    stage = stage_of(marked)
    stage.happen("e", "ASSAULT", actor="ru", recipient="ua")
    assert not only(stage).negated


def test_the_likeliest_takes_part_where_nobody_is_likely():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow].")
    stage.happen("e", "ACCUSE")
    stage.link("e", chance=0.45, actor="ua")
    stage.link("e", chance=0.2, actor="ru", recipient="ru")
    assert read(stage) == [("ACCUSE", ("ua",), ())]


def test_what_is_not_likely_enough_is_no_event():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow].")
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru")
    stage.find("events", "e", "ACCUSE", sure=0.4)
    assert read(stage) == []


def test_an_event_is_where_and_when_its_sentence_says():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow] in [oslo:Oslo] on Monday. It was 2 May.")
    stage.happen("e", "ACCUSE", actor="ua", recipient="ru", place="oslo")
    event = only(stage)
    assert event.place is not None
    assert (event.place.actor, event.place.country) == ("oslo", "NO")
    assert event.date is not None
    assert event.date.value == "2025-04-21"


def test_a_town_is_no_party_and_no_place_unless_it_is_linked_as_one():
    stage = stage_of("[ua:Kyiv] [e:accused] [ru:Moscow] in [oslo:Oslo].")
    stage.happen("e", "ACCUSE", actor="ua oslo", recipient="ru")
    event = only(stage)
    assert (event.actors, event.place) == (("ua",), None)


def test_an_event_rests_on_the_innermost_statement_that_tells_it():
    stage = stage_of(
        "[s1:Orbis] [c1:said] [q1:[s2:Roe] [c2:claimed] [q2:[ua:Kyiv] [e:attacked] [ru:Moscow]]]."
    )
    stage.say(1)
    stage.say(2, within="statement 1")
    stage.happen("e", "ASSAULT", actor="ua", recipient="ru")
    assert only(stage).statement == "statement 2"


def test_what_the_document_itself_tells_rests_on_no_statement():
    stage = stage_of("[ua:Kyiv] [e:attacked] [ru:Moscow]. [s1:Roe] [c1:said] [q1:it snowed].")
    stage.say(1)
    stage.happen("e", "ASSAULT", actor="ua", recipient="ru")
    assert only(stage).statement is None


def test_a_text_without_events_has_none():
    assert read_events(stage_of("Snow fell.").scene()) == ()
