"""Does `sayso read` print what was read, in each form, and say what was not?"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from sayso import Reading, Refusal, Span
from sayso.cli.schema import build_schema

GOLDEN = Path(__file__).parent / "golden"


def test_a_person_sees_speaker_act_and_content(run: Any, stand: Any, reading: Reading, golden: Any):
    stand([reading])
    result = run("read", "a.txt")
    assert result.code == 0
    golden(GOLDEN / "listing.txt", result.out)


def test_marked_text_holds_every_word_and_nests(
    run: Any, stand: Any, reading: Reading, golden: Any
):
    stand([reading])
    golden(GOLDEN / "marked.txt", run("read", "--marked", "a.txt").out)


def test_json_is_the_contract(run: Any, stand: Any, reading: Reading):
    stand([reading])
    out = run("read", "--json", "a.txt").out
    assert msgspec.json.decode(out.encode(), type=Reading) == reading
    jsonschema.validate(json.loads(out), build_schema())


def test_jsonl_has_one_line_for_each_input_in_order(
    run: Any, stand: Any, reading: Reading, refusal: Refusal
):
    stand([reading, refusal, reading])
    result = run("read", "--jsonl", "a.txt", "bad.html", "c.txt")
    lines = [json.loads(line) for line in result.out.splitlines()]
    layers = {"document", "actors", "statements", "meetings", "events", "positions", "reader"}
    assert [set(line) for line in lines] == [layers, {"refusal"}, layers]
    assert lines[1]["refusal"]["room"] == "documents"
    assert result.code == 1


def test_a_refusal_is_told_on_standard_error_and_the_rest_is_read(
    run: Any, stand: Any, reading: Reading, refusal: Refusal
):
    stand([refusal, reading])
    result = run("read", "bad.html", "a.txt")
    assert result.code == 1
    assert result.err == "sayso: bad.html holds no article\n"
    assert "Ana Kovač" in result.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--json", "--marked", "a.txt"], "--json and --marked exclude each other"),
        (["--json", "a.txt", "b.txt"], "use --jsonl"),
        (["-", "-"], "only once"),
        (["--bogus"], "No such option"),
        (["ftp://example.com/a"], "begins with http:// or https://"),
        (["www.example.com/a"], "say https://www.example.com/a"),
        ([""], "has no name"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(run: Any, arguments: list[str], message: str):
    result = run("read", *arguments)
    assert result.code == 2
    assert message in " ".join(result.err.split())


def test_an_unknown_setting_is_wrong_usage(run: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAYSO_THREDS", "2")
    result = run("read", "a.txt")
    assert result.code == 2
    assert "SAYSO_THREDS" in result.err


def test_output_goes_to_the_file_and_never_over_an_input(
    run: Any, stand: Any, reading: Reading, tmp_path: Path
):
    stand([reading])
    page, out = tmp_path / "a.txt", tmp_path / "out.json"
    page.write_text("kept")
    assert run("read", "--json", "-o", str(out), str(page)).code == 0
    assert msgspec.json.decode(out.read_bytes(), type=Reading) == reading
    assert run("read", "-o", str(page), str(page)).code == 2
    assert page.read_text() == "kept"


def test_an_output_that_cannot_be_written_is_told(run: Any, stand: Any, reading: Reading):
    stand([reading])
    result = run("read", "-o", "/nowhere/out.txt", "a.txt")
    assert result.code == 1
    assert result.err.startswith("sayso: /nowhere/out.txt cannot be written")


@pytest.mark.parametrize("form", [[], ["--marked"], ["--json"], ["--jsonl"]])
def test_no_control_character_of_an_article_reaches_the_terminal(
    run: Any, stand: Any, reading: Reading, form: list[str]
):
    evil = "\x1b[2J\x9b31m\x07\u202e\x00\x7f"
    document = msgspec.structs.replace(
        reading.document, text=f"{evil}It rains, he said.", title=f"Rain{evil}", outlet=evil
    )
    span = Span(0, len(evil) + 8, f"{evil}It rains")
    first = msgspec.structs.replace(reading.statements[0], content=(span,), source=(span,), cue=())
    stand([Reading(document=document, actors=(), statements=(first,), reader=reading.reader)])
    out = run("read", *form, "a.txt").out
    assert not set(out) & set("\x1b\x9b\x07\u202e\x00\x7f")
    assert "It rains" in out


def test_names_of_files_cannot_harm_the_terminal(run: Any, stand: Any):
    stand([Refusal(origin="a\x1b[2J", room="sources", reason="no such file")])
    assert "\x1b" not in run("read", "a\x1b[2J").err


def test_right_to_left_text_is_isolated(run: Any, stand: Any, reading: Reading):
    words = "قال الوزير"
    span = (Span(0, len(words), words),)
    document = msgspec.structs.replace(reading.document, text=words)
    first = msgspec.structs.replace(reading.statements[0], content=span, source=span, cue=())
    stand([Reading(document=document, actors=(), statements=(first,), reader=reading.reader)])
    assert f"\u2068{words}\u2069" in run("read", "a.txt").out


@pytest.mark.parametrize("width", ["1", "20", "40", "500"])
def test_any_width_of_terminal_will_do(
    run: Any, stand: Any, reading: Reading, width: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", width)
    stand([reading])
    assert "Kovač" in run("read", "a.txt").out


def test_an_article_without_statements_says_so(run: Any, stand: Any, reading: Reading):
    stand([msgspec.structs.replace(reading, statements=())])
    assert "No statement found." in run("read", "a.txt").out


@pytest.mark.parametrize("name", ["a" * 5000, "a" * 300 + ".txt", "a\nb", "no such file.txt"])
def test_a_name_of_no_file_is_refused(run: Any, name: str):
    result = run("read", name)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
