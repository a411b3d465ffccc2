"""What becomes of a claim in the document, and to which claim does a statement react?"""

from typing import NamedTuple

import pytest

from sayso.reading import ChainLink, Statement
from sayso.reading.standing import Named, find_repeats, read_standing
from tests.reading.scenes import Stage

CLAIM = "[s1:Roe] [c1:said] [q1:the port of Varda was shelled]. "


class Said(NamedTuple):
    about: tuple[str, ...]
    standing: str


def stand(marked: str, **acts: str) -> dict[str, Said]:
    """What became of each statement, whose act stands under its number: `s2="deny"`.

    An act may be followed by words: "negated", "in 1" (within statement 1), "by 1" (the speaker of
    statement 1).
    """
    found = read_standing(Stage(marked).text, make_statements(marked, acts))
    short = {s.id: s.id.replace("statement ", "s") for s in found}
    return {short[s.id]: Said(tuple(short[i] for i in s.about), s.standing) for s in found}


def make_statements(marked: str, acts: dict[str, str]) -> list[Statement]:
    stage = Stage(marked)
    for key, told in acts.items():
        act, *more = told.split()
        speaker = more[more.index("by") + 1] if "by" in more else key[1:]
        within = f"statement {more[more.index('in') + 1]}" if "in" in more else None
        facts = {"act": act, "negated": "negated" in more, "within": within}
        stage.say(int(key[1:]), f"speaker {speaker}", **facts)
    return stage.statements


@pytest.mark.parametrize(
    ("act", "reaction", "standing"),
    [
        ("deny", "[s2:Lund] [c2:denied] [q2:it]", "denied"),
        ("no_comment", "[s2:Lund] [c2:declined] [q2:to comment]", "no_comment"),
        ("confirm", "[s2:Lund] [c2:confirmed] [q2:it]", "confirmed"),
        ("confirm", "[s2:Lund] [c2:confirmed only] [q2:that Varda shook]", "partly_confirmed"),
        ("reject", "[s2:Lund] [c2:rejected] [q2:the claim]", "disputed"),
        ("doubt", "[s2:Lund] [c2:doubted] [q2:that report]", "disputed"),
    ],
)
def test_a_reaction_points_at_the_claim_and_sets_its_standing(act, reaction, standing):
    found = stand(CLAIM + reaction + ".", s1="state", s2=act)
    assert found == {"s1": Said((), standing), "s2": Said(("s1",), "asserted")}


def test_what_is_only_stated_beside_a_claim_is_no_reaction():
    found = stand(CLAIM + "[s2:Lund] [c2:said] [q2:it snowed in Varda].", s1="state", s2="state")
    assert set(found.values()) == {Said((), "asserted")}


def test_a_rejection_of_something_else_is_no_reaction():
    found = stand(CLAIM + "[s2:Lund] [c2:ruled out] [q2:elections].", s1="state", s2="reject")
    assert set(found.values()) == {Said((), "asserted")}


def test_a_denial_that_is_negated_points_at_the_claim_and_leaves_it():
    marked = CLAIM + "[s2:Lund] [c2:did not deny] [q2:it]."
    found = stand(marked, s1="state", s2="deny negated")
    assert found == {"s1": Said((), "asserted"), "s2": Said(("s1",), "asserted")}


def test_a_denial_with_nothing_before_it_points_at_nothing():
    assert stand("[s1:Roe] [c1:denied] [q1:it].", s1="deny") == {"s1": Said((), "asserted")}


def test_nobody_reacts_to_his_own_words():
    found = stand(CLAIM + "[s2:Roe] [c2:denied] [q2:it].", s1="state", s2="deny by 1")
    assert set(found.values()) == {Said((), "asserted")}


def test_no_statements_have_no_standing():
    assert read_standing("Snow fell.", []) == []


def test_of_several_claims_the_one_that_shares_most_words_is_meant():
    marked = (
        "[s1:Roe] [c1:said] [q1:the Varda bridge collapsed]. [s2:Bo] [c2:said] [q2:grain rotted]. "
        "[s3:Lund] [c3:denied] [q3:that the bridge had collapsed]."
    )
    found = stand(marked, s1="state", s2="state", s3="deny")
    assert found["s3"].about == ("s1",)
    assert (found["s1"].standing, found["s2"].standing) == ("denied", "asserted")


def test_where_no_words_are_shared_the_last_claim_is_meant():
    marked = (
        "[s1:Roe] [c1:said] [q1:bridges collapsed]. [s2:Bo] [c2:said] [q2:grain rotted]. "
        "[s3:Lund] [c3:denied] [q3:it]."
    )
    assert stand(marked, s1="state", s2="state", s3="deny")["s3"].about == ("s2",)


def test_a_denial_is_of_the_report_and_of_those_whom_it_cites():
    marked = (
        "[s1:Orbis] [c1:said], [c2:citing] [s2:aides], [q1:[q2:Varda was shelled]]. "
        "[s3:Lund] [c3:denied] [q3:it]."
    )
    found = stand(marked, s1="state", s2="state in 1", s3="deny")
    assert found["s3"].about == ("s1", "s2")
    assert (found["s1"].standing, found["s2"].standing) == ("denied", "denied")


def test_a_denial_inside_a_statement_is_not_of_that_statement():
    marked = CLAIM + "[s2:Orbis] [c2:said] [q2:[s3:Lund] [c3:denied] [q3:it]]."
    found = stand(marked, s1="state", s2="state", s3="deny in 2")
    assert found["s3"].about == ("s1",)
    assert found["s2"].standing == "asserted"


def test_a_refusal_to_comment_is_not_a_claim_that_is_denied():
    marked = CLAIM + "[s2:Bo] [c2:declined] [q2:to comment]. [s3:Lund] [c3:denied] [q3:it]."
    found = stand(marked, s1="state", s2="no_comment", s3="deny")
    assert found["s3"].about == ("s1",)
    assert found["s1"].standing == "denied"


@pytest.mark.parametrize(("first", "second"), [("deny", "no_comment"), ("no_comment", "deny")])
def test_of_two_reactions_to_a_claim_the_stronger_stays_in_either_order(first, second):
    marked = CLAIM + "[s2:Bo] [c2:answered] [q2:it]. [s3:Lund] [c3:answered] [q3:it]."
    marked = marked.replace("[q3:it]", "[q3:the shelling of the Varda port]")
    found = stand(marked, s1="state", s2=first, s3=second)
    assert found["s1"].standing == "denied"


def test_a_reaction_far_behind_a_claim_is_to_what_stands_between():
    between = "".join(f"[s{n}:S{n}] [c{n}:said] [q{n}:snow fell in {n}]. " for n in range(2, 9))
    marked = CLAIM + between + "[s9:Lund] [c9:denied] [q9:the shelling of Varda port]."
    acts = {f"s{n}": "state" for n in range(1, 9)}
    assert "s1" not in stand(marked, **acts, s9="deny")["s9"].about


HEADLINE = (
    "[s1:Roe] [c1:says] [q1:shelling of Varda port killed sailors]\n\n"
    "[s2:Ana Roe] [c2:said] on Monday [q2:that shelling killed six sailors in the Varda port]. "
)


def test_a_headline_and_its_like_in_the_body_are_one_claim():
    found = stand(
        HEADLINE + "[s3:Lund] [c3:denied] [q3:it].", s1="state", s2="state by 1", s3="deny"
    )
    assert found["s3"].about == ("s2",)
    assert (found["s1"].standing, found["s2"].standing) == ("denied", "denied")


def test_a_headline_of_two_words_repeats_nothing():
    marked = "[s1:Roe] [c1:warns of] [q1:shelling]\n\n[s2:Roe] [c2:said] [q2:shelling killed six]."
    statements = make_statements(marked, {"s1": "state", "s2": "state by 1"})
    assert (
        list(find_repeats("Roe warns of shelling\n\nRoe said shelling killed six.", statements))
        == []
    )


def test_these_reports_are_all_that_outlets_and_unnamed_sources_said():
    stage = Stage(
        "[s1:[orbis:Orbis]] [c1:said] [q1:bridges fell]. [s2:[aide:An aide]] [c2:said] "
        "[q2:grain rotted]. [s3:[roe:Roe]] [c3:said] [q3:it snowed]. "
        "[s4:[lund:Lund]] [c4:denied] [q4:all these reports]."
    )
    chains = {1: "outlet", 2: "unnamed", 3: "speaker", 4: "speaker"}
    for number, kind in chains.items():
        stage.say(number, str(number), act="deny" if number == 4 else "state", chain=link(kind))
    *claims, denial = read_standing(stage.text, stage.statements)
    assert {"statement 1", "statement 2"} <= set(denial.about)
    assert [claim.standing for claim in claims[:2]] == ["denied", "denied"]


def link(kind: str) -> tuple[ChainLink, ...]:
    return (ChainLink(kind=kind, text="x", start=0, end=1),)  # type: ignore[arg-type]


def test_statements_come_back_in_the_order_in_which_they_were_given():
    marked = CLAIM + "[s2:Lund] [c2:denied] [q2:it]."
    statements = make_statements(marked, {"s2": "deny", "s1": "state"})
    found = read_standing(Stage(marked).text, statements)
    assert [s.id for s in found] == ["statement 2", "statement 1"]


def test_a_refusal_to_say_something_else_is_no_reaction():
    marked = CLAIM + "[s2:Lund] [c2:declined] [q2:to say who had asked for the change]."
    found = stand(marked, s1="state", s2="no_comment")
    assert set(found.values()) == {Said((), "asserted")}


def test_a_denial_is_of_the_claim_that_speaks_of_who_denies():
    marked = (
        "[s1:Roe] [c1:said] [q1:the movement wants ports]. [s2:Bo] [c2:said] [q2:grain rotted]. "
        "[s3:Lund] [c3:denied] [q3:having set conditions]."
    )
    statements = make_statements(marked, {"s1": "state", "s2": "state", "s3": "deny"})
    named = Named(
        {"statement 1": frozenset({"movement"})}, {"statement 3": frozenset({"movement"})}
    )
    found = {s.id: s for s in read_standing(Stage(marked).text, statements, named)}
    assert found["statement 3"].about == ("statement 1",)
    assert found["statement 1"].standing == "denied"
