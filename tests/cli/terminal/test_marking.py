"""Does every word of a text stay in its place between the marks?"""

import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sayso.cli.terminal.marking import Mark, draw_marked, walk
from sayso.documents import Document, Span
from sayso.reading import Reader, Reading, Statement

TEXT = "Nobody said that somebody had said anything at all."
PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(
    lambda place: place[0] < place[1]
)
LETTERS = st.sampled_from("SCQMP")


@given(st.lists(st.tuples(PLACES, LETTERS), max_size=12))
def test_marks_nest_and_lose_nothing_however_they_cross(drawn: list[tuple[tuple[int, int], str]]):
    marks = sorted(
        (Mark(*place, letter, (n,)) for n, (place, letter) in enumerate(drawn)),
        key=lambda mark: (mark.start, -mark.end),
    )
    stack: list[Mark] = []
    covered: dict[Mark, str] = dict.fromkeys(marks, "")
    text = ""
    for step in walk(TEXT, marks):
        if step.kind == "open" and step.mark:
            stack.append(step.mark)
        elif step.kind == "close":
            assert stack.pop() == step.mark
        else:
            text += step.text
            for mark in stack:
                covered[mark] += step.text
    assert not stack
    assert text == TEXT
    assert covered == {mark: TEXT[mark.start : mark.end] for mark in marks}


@given(st.lists(PLACES, max_size=6))
def test_the_text_is_left_when_the_braces_are_taken_away(places: list[tuple[int, int]]):
    spans = [Span(start, end, TEXT[start:end]) for start, end in places]
    statements = tuple(
        Statement(id=str(n), kind="direct", source=(), cue=(), content=(span,), confidence=1.0)
        for n, span in enumerate(spans)
    )
    document = Document(id="d", text=TEXT, parts=())
    reading = Reading(
        document=document, actors=(), statements=statements, reader=Reader(version="0", model="0")
    )
    lines = [line.plain for line in draw_marked(reading, "a", Console(file=StringIO()))]
    assert re.sub(r"\{[SCQMP][\d,]+ |\}", "", lines[1]) == f"1  {TEXT}"
