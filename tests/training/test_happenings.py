"""What is the model to answer of what happens in a window?"""

import re

from sayso.reading.links import ACTS, EVENTS, FORMATS, MODALITIES, STATUSES
from sayso.reading.windows import Window
from training.articles import Act, Article, Happening, Issue, Mention, Pair
from training.happenings import (
    LABELS,
    UNSEEN,
    Columns,
    Link,
    Seen,
    answer_happenings,
    answer_pairs,
    bits,
    covered,
)

TEXT = "Oslo met Ana there. Bo shelled Oslo."
WORDS = ["Oslo", "met", "Ana", "there", ".", "Bo", "shelled", "Oslo", "."]
"""Words by their pieces, the first of which is piece 1."""
OSLO, MET, ANA, BO, SHELLED, OSLO_AGAIN = (0, 4), (5, 8), (9, 12), (20, 22), (23, 30), (31, 35)
MENTIONS = tuple(
    Mention(*place, "name", frozenset({"person"}), chain)
    for place, chain in ((OSLO, 1), (ANA, 2), (BO, 3), (OSLO_AGAIN, 1))
)
BOTH_SIDES = ("actor", "recipient")


def window_of(text: str = TEXT) -> Window:
    places = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    starts = [0, *(a for a, _ in places), len(text)]
    ends = [0, *(b for _, b in places), len(text)]
    return Window([0] * len(starts), [0] * len(starts), starts, ends)


def event(place: tuple[int, int], kind: str | None = "CONSULT", **facts: object) -> Happening:
    told = {"modality": "happened", "status": None, "format": None, "roles": (), "asked": ()}
    return Happening(place, kind, **{**told, **facts})  # type: ignore[arg-type]


def answer(*layers: str, **facts: object) -> tuple[Columns, list[Link]]:
    article = Article("a", TEXT, (), layers=frozenset(layers), **facts)  # type: ignore[arg-type]
    window = window_of()
    seen = [Seen(m, covered(window, (m.start, m.end))) for m in MENTIONS]
    return answer_happenings(article, window, seen)


def asked_of(column: list[int]) -> dict[str, int]:
    """The answers that are asked for, by word; of a word that stands twice the last."""
    return {w: a for w, a in zip(WORDS, column[1:-1], strict=True) if a != UNSEEN}


def test_an_event_is_answered_at_its_words():
    columns, _ = answer("events", happenings=(event(MET, modality="planned"),))
    assert columns.events[2] == 1 + EVENTS.index("CONSULT")
    assert asked_of(columns.modality) == {"met": MODALITIES.index("planned")}


def test_elsewhere_nothing_happens_where_events_are_annotated():
    columns, _ = answer("events", happenings=(event(MET),))
    others = {
        answer for word, answer in zip(WORDS, columns.events[1:-1], strict=True) if word != "met"
    }
    assert others == {0}


def test_elsewhere_nothing_is_asked_where_they_are_not():
    columns, _ = answer("statements")
    for column in columns:
        assert set(column) == {UNSEEN}


def test_in_a_sentence_only_actors_and_events_are_asked_about():
    columns, _ = answer("sentence", happenings=(event(MET),))
    asked = asked_of(columns.events)
    assert asked == {"Oslo": 0, "met": 1 + EVENTS.index("CONSULT"), "Ana": 0, "Bo": 0}


def test_a_meeting_has_its_status_and_format():
    meeting = event(MET, status="postponed", format="phone")
    columns, _ = answer("events", happenings=(meeting,))
    assert columns.meetings[2] == 1
    assert asked_of(columns.status) == {"met": STATUSES.index("postponed")}
    assert asked_of(columns.formats) == {"met": FORMATS.index("phone")}


def test_whether_a_meeting_that_nobody_coded_is_an_event_is_not_asked():
    meeting = event(MET, None, modality=None, status="happened")
    columns, _ = answer("events", happenings=(meeting,))
    assert (columns.events[2], columns.meetings[2]) == (UNSEEN, 1)


def test_an_act_is_answered_at_the_first_piece_of_its_cue():
    columns, _ = answer("acts", acts=(Act((5, 12), "deny", True, ()),))
    assert asked_of(columns.acts) == {"met": ACTS.index("deny")}
    assert asked_of(columns.negated) == {"met": 1}


def test_an_issue_and_a_condition_are_answered_at_their_words():
    issues = (Issue(MET, "rejects", ()), Issue(SHELLED, "condition", ()))
    columns, _ = answer("issues", issues=issues)
    asked = asked_of(columns.issues)
    assert asked["met"] == 1 + LABELS.index("rejects")
    assert asked["shelled"] == 1 + LABELS.index("condition")
    assert asked["Ana"] == 0


def test_those_who_take_part_are_linked_to_the_event_and_others_are_not():
    happening = event(MET, roles=((1, "actor"),), asked=BOTH_SIDES)
    _, links = answer("events", happenings=(happening,))
    both = bits(BOTH_SIDES)
    assert links == [
        Link((1, 1), (2, 2), both, bits(["actor"])),
        Link((3, 3), (2, 2), both, 0),
    ]


def test_only_the_mentions_of_the_sentence_are_linked():
    happening = event(SHELLED, "ASSAULT", roles=((3, "actor"), (1, "recipient")), asked=BOTH_SIDES)
    _, links = answer("events", happenings=(happening,))
    assert [link.mention for link in links] == [(6, 6), (8, 8)]


def test_of_an_actors_mentions_in_a_sentence_the_nearest_answers():
    text = "Oslo said Oslo met Ana."
    places = [m.span() for m in re.finditer("Oslo", text)]
    mentions = [Mention(*place, "name", frozenset(), 1) for place in places]
    window = window_of(text)
    happening = event((15, 18), roles=((1, "actor"),), asked=("actor",))
    article = Article("a", text, (), layers=frozenset({"events"}), happenings=(happening,))
    seen = [Seen(m, covered(window, (m.start, m.end))) for m in mentions]
    _, links = answer_happenings(article, window, seen)
    assert [link.mention for link in links] == [(3, 3)]


def test_those_who_are_told_are_linked_to_the_cue_and_holders_to_the_issue():
    _, told = answer("acts", acts=(Act(MET, "state", False, (2,)),))
    assert [link.right for link in told] == [0, bits(["told"])]
    _, held = answer("issues", issues=(Issue(MET, "demands", (1,)),))
    assert [link.right for link in held] == [bits(["holder"]), 0]


def test_nobody_holds_a_condition():
    _, links = answer("issues", issues=(Issue(MET, "condition", (1,)),))
    assert links == []


def test_what_stands_in_another_window_is_not_answered():
    columns, links = answer("events", happenings=(event((90, 99)),))
    assert set(columns.events) == {0}
    assert links == []


def test_roles_are_bits_each_of_its_own():
    assert bits(()) == 0
    assert bits(["actor", "recipient"]) == bits(["actor"]) + bits(["recipient"])
    assert bits(["actor", "actor"]) == bits(["actor"])


def test_the_pieces_of_a_place_share_a_character_with_it():
    window = window_of()
    assert covered(window, MET) == [2]
    assert covered(window, (2, 10)) == [1, 2, 3]
    assert covered(window, (4, 5)) == []


def test_a_pair_is_the_pieces_of_both_and_the_numbers_of_its_types():
    pairs = (Pair(BO, OSLO_AGAIN, ("CONCEDE", "RETREAT")),)
    (couple,) = answer_pairs(Article("a", TEXT, (), pairs=pairs), window_of())
    assert (couple.source, couple.target) == ((6, 6), (8, 8))
    assert couple.types == (1 + EVENTS.index("CONCEDE"), 1 + EVENTS.index("RETREAT"))


def test_nobody_stands_at_the_first_piece():
    (couple,) = answer_pairs(
        Article("a", TEXT, (), pairs=(Pair((0, 0), OSLO, ("AID",)),)), window_of()
    )
    assert (couple.source, couple.target) == ((0, 0), (1, 1))


def test_a_pair_that_does_not_stand_in_the_window_is_left_out():
    pairs = (Pair(BO, (90, 99), ("AID",)),)
    assert answer_pairs(Article("a", TEXT, (), pairs=pairs), window_of()) == []
