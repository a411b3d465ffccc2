"""Does each statement show once, under the one it stands in?"""

from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.terminal.listing import count_statements, nest_statements
from sayso.documents import Span
from sayso.reading import Statement

OUTER = st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=10)


def make_statements(outer: list[int | None]) -> list[Statement]:
    return [
        Statement(
            id=str(n),
            kind="direct",
            source=(),
            cue=(),
            content=(Span(n, n + 1, "x"),),
            within=None if within is None or within >= n else str(within),
            confidence=1.0,
        )
        for n, within in enumerate(outer)
    ]


@given(OUTER)
def test_each_statement_shows_once_and_one_deeper_than_its_outer(outer: list[int | None]):
    statements = make_statements(outer)
    nested = list(nest_statements(statements))
    assert sorted(s.id for s, _ in nested) == sorted(s.id for s in statements)
    depths = {s.id: depth for s, depth in nested}
    for statement, depth in nested:
        assert depth == (depths[statement.within] + 1 if statement.within else 0)


def test_the_count_is_in_words():
    assert count_statements([]) == "No statement found."
    assert count_statements(make_statements([None])) == "1 statement: 1 quoted."
