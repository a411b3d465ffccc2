"""In whose words does a place stand?"""

from sayso.reading import Statement
from sayso.reading.contents import Contents
from sayso.reading.proofs import prove

TEXT = "Roe said that Lund had told him that it snowed, and rain fell."


def say(name: str, words: str, within: str | None = None) -> Statement:
    start = TEXT.index(words)
    span = prove(TEXT, start, start + len(words))
    return Statement(
        id=name, kind="indirect", source=(), cue=(), content=(span,), within=within, confidence=1.0
    )


def names_around(words: str, *statements: Statement) -> list[str]:
    start = TEXT.index(words)
    return [s.id for s in Contents(statements).around((start, start + len(words)))]


OUTER = say("outer", "that Lund had told him that it snowed")
INNER = say("inner", "that it snowed")


def test_the_innermost_comes_first():
    assert names_around("snowed", OUTER, INNER) == ["inner", "outer"]
    assert names_around("snowed", INNER, OUTER) == ["inner", "outer"]


def test_what_stands_beside_is_in_nobodys_words():
    assert names_around("rain", OUTER, INNER) == []
    assert names_around("Roe", OUTER, INNER) == []
    assert names_around("Roe") == []


def test_of_one_content_the_statement_that_stands_in_the_other_comes_first():
    cited = say("cited", "that it snowed", within="inner")
    assert names_around("snowed", cited, INNER) == ["cited", "inner"]


def test_a_place_must_stand_in_a_content_whole():
    assert names_around("snowed, and", OUTER, INNER) == []
