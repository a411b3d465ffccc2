"""On whose word does a statement come to the reader?"""

from sayso.reading.sourcing import LONGEST, make_chain, read_chains, read_sourcing
from tests.reading.scenes import Stage, tell_links


def chains_of(stage: Stage) -> list[list[str]]:
    """For each statement its chain, the origin first."""
    found = read_chains(stage.statements, stage.actors, stage.sentences)
    return [tell_links(statement.chain) for statement in found]


def test_a_speaker_and_the_document_are_the_whole_chain_of_a_plain_statement():
    stage = Stage("[s1:[roe:Roe]] [c1:said] [q1:it was over].")
    stage.act("roe")
    stage.say(1, "roe")
    assert chains_of(stage) == [["roe", "document"]]


def test_a_statement_without_a_source_has_only_the_document():
    stage = Stage("[q1:“It is over.”]")
    stage.say(1)
    assert chains_of(stage) == [["document"]]


def test_a_source_that_is_no_actor_is_a_link_by_its_words():
    stage = Stage("[s1:A letter] [c1:said] [q1:it was over].")
    stage.say(1)
    assert chains_of(stage) == [["A letter", "document"]]


def test_a_link_says_whether_it_is_an_outlet_or_somebody_who_is_not_named():
    stage = Stage("[s1:[orbis:Orbis]] [c1:said], [c2:citing] [s2:[aides:two aides]], [q1:[q2:so]].")
    stage.act("orbis", "outlet")
    stage.act("aides", "unnamed")
    stage.say(1, "orbis")
    stage.say(2, "aides", within="statement 1")
    (_, inner) = read_chains(stage.statements, stage.actors, stage.sentences)
    assert [link.kind for link in inner.chain] == ["unnamed", "outlet", "document"]


def test_every_link_but_the_document_is_proved_by_its_place():
    stage = Stage("[s1:[roe:Ana Roe]] [c1:said] [q1:it was over].")
    stage.act("roe")
    stage.say(1, "roe")
    (statement,) = read_chains(stage.statements, stage.actors, stage.sentences)
    speaker, document = statement.chain
    assert stage.text[speaker.start : speaker.end] == speaker.text == "Ana Roe"
    assert (document.text, document.start, document.end) == ("", 0, 0)


def nest_three() -> Stage:
    stage = Stage(
        "[s1:[orbis:Radio Orbis]] [c1:said] [q1:[s2:[aide:an aide]] [c2:claimed] "
        "[q2:[s3:[roe:Roe]] [c3:told him] [q3:it was over]]]."
    )
    stage.act("orbis", "outlet")
    stage.act("aide", "unnamed")
    stage.act("roe")
    stage.say(1, "orbis")
    stage.say(2, "aide", within="statement 1")
    stage.say(3, "roe", within="statement 2")
    return stage


def test_a_statement_in_a_statement_has_both_speakers():
    assert chains_of(nest_three())[1] == ["aide", "orbis", "document"]


def test_a_statement_three_deep_has_all_three_with_the_origin_first():
    assert chains_of(nest_three())[2] == ["roe", "aide", "orbis", "document"]


def test_a_speaker_who_quotes_himself_is_one_link():
    stage = Stage("[s1:[roe:Roe]] [c1:said] [q1:[s2:[roe:he]] [c2:had warned] [q2:of it]].")
    stage.act("roe")
    stage.say(1, "roe")
    stage.say(2, "roe", within="statement 1")
    assert chains_of(stage) == [["roe", "document"], ["roe", "document"]]


def test_the_outlet_that_is_said_to_quote_is_a_link():
    stage = Stage("[s1:[roe:Roe]] [c1:was quoted as saying] by [orbis:Orbis] that [q1:it is over].")
    stage.act("roe")
    stage.act("orbis", "outlet")
    stage.say(1, "roe")
    assert chains_of(stage) == [["roe", "orbis", "document"]]


def test_an_outlet_beside_a_plain_cue_is_no_link():
    stage = Stage("[s1:[roe:Roe]] [c1:told] [orbis:Orbis] that [q1:it was over].")
    stage.act("roe")
    stage.act("orbis", "outlet")
    stage.say(1, "roe")
    assert chains_of(stage) == [["roe", "document"]]


def test_an_outlet_far_from_the_quoting_word_is_no_link():
    far = "It snowed all day. " * 10
    stage = Stage(f"[s1:[roe:Roe]] [c1:was quoted as saying] [q1:so]. {far}[orbis:Orbis] closed.")
    stage.act("roe")
    stage.act("orbis", "outlet")
    stage.say(1, "roe")
    assert chains_of(stage) == [["roe", "document"]]


def test_what_the_next_sentence_says_was_reported_is_on_the_reporters_word():
    stage = Stage(
        "[s1:[roe:Roe]] [c1:said] [q1:it was over]. [q2:[q3:This information]] [c2:was reported] "
        "by [s2:[orbis:Orbis]], [c3:citing] [s3:[aides:two aides]]."
    )
    stage.act("roe")
    stage.act("orbis", "outlet")
    stage.act("aides", "unnamed")
    stage.say(1, "roe")
    stage.say(2, "orbis")
    stage.say(3, "aides", within="statement 2")
    assert chains_of(stage)[0] == ["roe", "aides", "orbis", "document"]


def test_a_report_two_sentences_on_carries_nothing():
    stage = Stage(
        "[s1:[roe:Roe]] [c1:said] [q1:it was over]. It snowed. [q2:This] [c2:was reported] by "
        "[s2:[orbis:Orbis]]."
    )
    stage.act("roe")
    stage.act("orbis", "outlet")
    stage.say(1, "roe")
    stage.say(2, "orbis")
    assert chains_of(stage)[0] == ["roe", "document"]


def test_statements_that_stand_in_one_another_in_a_circle_have_an_end():
    stage = Stage("[s1:[roe:Roe]] [c1:said] [q1:[s2:[lund:Lund]] [c2:said] [q2:so]].")
    stage.act("roe")
    stage.act("lund")
    stage.say(1, "roe", within="statement 2")
    stage.say(2, "lund", within="statement 1")
    assert chains_of(stage) == [["roe", "lund", "document"], ["lund", "roe", "document"]]


def test_no_chain_is_longer_than_its_cap():
    stage = Stage(
        "".join(f"[s{n}:S{n}] [c{n}:said] [q{n}:" for n in range(1, 30)) + "so" + "]" * 29
    )
    for number in range(1, 30):
        outer = f"statement {number - 1}" if number > 1 else None
        stage.say(number, within=outer)
    by_id = {statement.id: statement for statement in stage.statements}
    assert len(make_chain(stage.statements[-1], by_id, {})) == LONGEST + 1


def test_a_statement_has_the_date_of_its_sentence():
    stage = Stage("[s1:Roe] [c1:said] on Monday that [q1:it was over].")
    stage.say(1)
    (statement,) = read_sourcing(stage.scene())
    assert statement.date is not None
    assert (statement.date.text, statement.date.value) == ("Monday", "2025-04-21")


def test_a_date_in_what_is_said_is_not_when_it_was_said():
    stage = Stage("[s1:Roe] [c1:said] that [q1:it ended on Monday].")
    stage.say(1)
    (statement,) = read_sourcing(stage.scene())
    assert statement.date is None
