"""Whom does a report cite for what it says?"""

import time

import pytest

from sayso.reading.citations import find_citations
from tests.reading.scenes import Stage


def cite(marked: str, statements: int = 1) -> list[tuple[str, str, str]]:
    """Of each citation: the statement's speaker as written, who is cited, the citing word."""
    stage = Stage(marked)
    for number in range(1, statements + 1):
        stage.say(number)
    found = list(find_citations(stage.text, stage.statements, stage.sentences))
    for span in (span for _, *spans in found for span in spans):
        assert stage.text[span.start : span.end] == span.text
    return [(s.source[0].text, source.text, cue.text) for s, source, cue in found]


def test_those_cited_between_cue_and_content_are_a_source():
    marked = "[s1:Semafor] [c1:reported], citing two people, that [q1:it was over]."
    assert cite(marked) == [("Semafor", "two people", "citing")]


def test_those_cited_behind_the_cue_are_a_source_with_all_that_describes_them():
    marked = "[q1:It was over], [s1:Semafor] [c1:said], quoting two people close to the envoy."
    assert cite(marked) == [("Semafor", "two people close to the envoy", "quoting")]


def test_a_relative_clause_cites_too():
    marked = "[q1:It was over], [c1:according to] [s1:Radio Orbis], which quoted the mayor."
    assert cite(marked) == [("Radio Orbis", "the mayor", "which quoted")]


@pytest.mark.parametrize("own", ["its own report", "the statement", "a report", "data"])
def test_a_report_that_cites_paper_cites_nobody(own):
    assert cite(f"[q1:It was over], [s1:Semafor] [c1:said], citing {own}.") == []


def test_what_a_speaker_cites_in_the_content_is_not_the_reports_citation():
    assert cite("[s1:Roe] [c1:said] [q1:Lund left, citing two officials].") == []


def test_a_citation_in_the_next_sentence_is_not_the_statements():
    assert cite("[s1:Roe] [c1:said] [q1:it was over]. Lund wrote, citing two officials.") == []


def test_who_is_a_source_already_is_not_cited_again():
    marked = "[s1:Semafor] [c1:said], [c2:citing] [s2:two officials], that [q1:[q2:it was over]]."
    assert cite(marked, statements=2) == []


def test_two_statements_of_a_sentence_have_one_citation_between_them():
    marked = (
        "[s1:Semafor] [c1:said] [q1:it was over] and [c2:added], citing an aide, [q2:Roe left]."
    )
    stage = Stage(marked)
    stage.say(1)
    stage.say(2)
    assert len(list(find_citations(stage.text, stage.statements, stage.sentences))) == 1


def test_a_statement_without_cue_and_source_cites_nobody():
    assert cite("[q1:It was over], citing two officials.") == []


@pytest.mark.parametrize(
    "piece", ["citing ", "citing    ", "citing a.", "citing,", "citing " + 13 * "aaaaaa ", "a."]
)
def test_the_time_grows_with_the_text_and_no_faster(piece):
    def measure(times: int) -> float:
        stage = Stage("[q1:It was over], [s1:Semafor] [c1:said], " + piece * times)
        stage.say(1)
        began = time.process_time()
        for _ in range(3):
            list(find_citations(stage.text, stage.statements, stage.sentences))
        return time.process_time() - began

    few, many = (min(measure(times) for _ in range(3)) for times in (2_000, 16_000))
    assert many < 30 * few + 0.05
