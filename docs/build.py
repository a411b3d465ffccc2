"""Which parts of the documentation are made from the program itself?

    python docs/build.py

Writes docs/reference/command-line.md and docs/reference/reading.schema.json; `make docs` runs it,
and tests/test_docs.py fails where what is published is not what comes out.
"""

import json
from pathlib import Path

import click
from click.testing import CliRunner

from sayso.cli import build_app, find_commands
from sayso.cli.schema import build_schema

REFERENCE = Path(__file__).parent / "reference"
OPENING = """# The command line

Made by `make docs` from the program; do not edit.
"""


def build_pages() -> dict[str, str]:
    """The generated files of docs/reference by name."""
    parts = [OPENING]
    for command in ("", *find_all()):
        name = " ".join(["sayso", *command.split()]).replace("_", "-")
        parts.append(f"## {name}\n\n```text\n{read_help(command)}\n```\n")
    return {
        "command-line.md": "\n".join(parts),
        "reading.schema.json": json.dumps(build_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def find_all() -> list[str]:
    """The commands, each group followed by its own."""
    found = []
    for name in find_commands():
        found.append(name)
        command = build_app().commands[name.replace("_", "-")]
        if isinstance(command, click.Group):
            found += [f"{name} {inner}" for inner in command.commands]
    return found


def read_help(command: str) -> str:
    """What --help prints, 80 columns wide."""
    arguments = [*command.replace("_", "-").split(), "--help"]
    result = CliRunner().invoke(build_app(), arguments, prog_name="sayso", terminal_width=80)
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def main() -> None:
    REFERENCE.mkdir(exist_ok=True)
    for name, text in build_pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
