"""Who said what, in which words?"""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import Document, Part
from sayso.errors import ReadingError
from sayso.reader import read_document
from sayso.reading import Reading, Statement
from sayso.reading.proofs import prove

CASES = sorted((Path(__file__).parents[1] / "golden" / "reading").glob("*/input.txt"))


def document_of(text: str, kind: Any = "paragraph") -> Document:
    parts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part(kind, at, at + len(line)))
        at += len(line) + 1
    return Document(id="test", text=text, parts=tuple(parts))


def statements_of(text: str) -> tuple[Statement, ...]:
    return read_document(document_of(text)).statements


def show(reading: Reading) -> str:
    rows = [
        {
            "kind": s.kind,
            "source": [span.text for span in s.source],
            "cue": [span.text for span in s.cue],
            "content": [span.text for span in s.content],
            "nested": s.within is not None,
        }
        for s in reading.statements
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.parent.name)
def test_golden_texts_read_as_before(case: Path, golden: Any) -> None:
    reading = read_document(document_of(case.read_text(encoding="utf-8")))
    golden(case.with_name("expected.json"), show(reading))


def test_there_are_golden_texts() -> None:
    assert len(CASES) >= 8


def test_a_line_that_stands_twice_is_read_once() -> None:
    line = "Minister Okafor said the border would open on Monday."
    assert len(statements_of(f"{line}\n{line}")) == len(statements_of(line)) == 1


@pytest.mark.parametrize("kind", ["caption", "credit", "boilerplate"])
def test_nothing_is_read_out_of_what_is_not_the_article(kind: str) -> None:
    document = document_of("Minister Okafor said the border would open.", kind)
    assert read_document(document).statements == ()


def test_reading_twice_gives_the_same_reading() -> None:
    document = document_of("Minister Okafor said the border would open on Monday.")
    assert read_document(document) == read_document(document)


def test_a_statement_inside_a_statement_points_to_it() -> None:
    found = statements_of("Ushakin said Peterov told him that the talks would resume in May.")
    inner = [s for s in found if s.within]
    assert [s.source[0].text for s in inner] == ["Peterov"]
    assert inner[0].within in {s.id for s in found if not s.within}


@given(st.lists(st.text(max_size=80), max_size=6).map("\n".join))
@settings(max_examples=40, deadline=None)
def test_every_span_is_proved_whatever_the_text(text: str) -> None:
    reading = read_document(document_of(text))
    for s in reading.statements:
        assert s.content
        for span in (*s.source, *s.cue, *s.content):
            assert reading.document.text[span.start : span.end] == span.text != ""
        assert 0 <= s.confidence <= 1


def test_a_reading_survives_json_without_loss() -> None:
    reading = read_document(document_of("“We stay,” Minister Okafor said. 🕊 هذا"))
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (0, 99)])
def test_what_cannot_be_proved_is_refused(start: int, end: int) -> None:
    with pytest.raises(ReadingError, match="no text stands"):
        prove("abc", start, end)
