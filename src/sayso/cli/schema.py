"""What does the JSON of a reading look like?"""

import json
from typing import Any

import click

from sayso.cli.terminal.output import open_output

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command
def schema() -> None:
    """Print the JSON Schema of a reading.

    It describes what `sayso read --json` prints, and each line of --jsonl that is no refusal.
    """
    with open_output(None) as stream:
        stream.write(json.dumps(build_schema(), indent=2, ensure_ascii=False) + "\n")


def build_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Reading`."""
    import msgspec

    from sayso.reading import Reading

    return {"$schema": DIALECT, "title": "A reading by Sayso", **msgspec.json.schema(Reading)}
