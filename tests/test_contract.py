"""Does what is really read fit the published contract?"""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

import sayso

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/reference/reading.schema.json").read_text(encoding="utf-8"))
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.name != "README.md")


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def reading(request: pytest.FixtureRequest) -> sayso.Reading:
    path: Path = request.param
    return sayso.read(path)


def test_a_sample_fits_the_published_schema(reading: sayso.Reading):
    jsonschema.validate(json.loads(msgspec.json.encode(reading)), SCHEMA)


def test_a_sample_goes_to_json_and_back_without_loss(reading: sayso.Reading):
    assert msgspec.json.decode(msgspec.json.encode(reading), type=sayso.Reading) == reading


def test_every_span_of_a_sample_is_proved(reading: sayso.Reading):
    assert reading.statements
    for statement in reading.statements:
        assert statement.content
        for span in (*statement.source, *statement.cue, *statement.content):
            assert reading.document.text[span.start : span.end] == span.text


def test_reading_a_sample_twice_gives_the_same(reading: sayso.Reading):
    again = sayso.read(
        sayso.Page(
            origin="again", content=reading.document.text.encode(), markup="plain", charset="utf-8"
        )
    )
    once_more = sayso.read(
        sayso.Page(
            origin="elsewhere",
            content=reading.document.text.encode(),
            markup="plain",
            charset="utf-8",
        )
    )
    assert again == once_more


def test_the_schema_refuses_what_is_no_reading(reading: sayso.Reading):
    broken = json.loads(msgspec.json.encode(reading))
    del broken["statements"][0]["content"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)
