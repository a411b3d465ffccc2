"""Can any text harm the terminal that it is shown on?"""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.terminal.escaping import escape_json, make_line, make_visible


@given(st.text(st.characters(codec=None)))
def test_no_control_is_left_but_line_ends_and_tabs(text: str):
    shown = make_visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]


@given(st.text())
def test_a_line_is_one_line(text: str):
    assert not set(make_line(text)) & set("\n\r\t\u0085\u2028\u2029")


@given(st.text())
def test_escaped_json_means_the_same(text: str):
    written = json.dumps(text, ensure_ascii=False)
    assert json.loads(escape_json(written)) == text


def test_an_escape_sequence_is_shown_and_has_no_effect():
    assert make_line("a\x1b[31mb") == "a␛[31mb"
