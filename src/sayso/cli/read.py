"""Who says what in these articles?"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sayso.cli.terminal.output import complain, open_output, separate, write_json, write_lines

if TYPE_CHECKING:
    from sayso.reader import Refusal
    from sayso.reading import Reading
    from sayso.settings import Settings

STANDARD_INPUT = "-"
ADDRESS = ("http://", "https://")


class Form(Enum):
    """What is printed of a reading."""

    listing = "for a person"
    json = "--json"
    jsonl = "--jsonl"
    marked = "--marked"


@click.command
@click.argument("inputs", nargs=-1, metavar="[FILE|ADDRESS|-]...")
@click.option("--json", "as_json", is_flag=True, help="Print one reading as JSON.")
@click.option(
    "--jsonl", "as_jsonl", is_flag=True, help="Print a line of JSON for each input, in order."
)
@click.option("--marked", is_flag=True, help="Print the text with the statements marked in it.")
@click.option(
    "--published",
    metavar="DATE",
    help="The date of publication (2025-04-23) of pages that give none.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to a file instead.",
)
def read(
    inputs: tuple[str, ...],
    as_json: bool,
    as_jsonl: bool,
    marked: bool,
    published: str | None,
    output: Path | None,
) -> None:
    """Read articles: who says what, and which words prove it.

    Takes text, Markdown and HTML files, gzipped or not; http(s) addresses; and - for standard
    input, which is also read where nothing is named and something is piped in.

    Prints each statement with its speaker, the act of saying, what is said, and the line of the
    text where it stands; --marked numbers the lines. A line of --jsonl is a reading or, for an
    input that was refused, an object with the one key "refusal". `sayso schema` describes a
    reading.

    Exit codes: 0 all was read; 1 something was refused, or the output could not be written;
    2 wrong usage; 130 interrupted; 141 the reader of the output went away.
    """
    form = choose_form(as_json=as_json, as_jsonl=as_jsonl, marked=marked)
    names = choose_inputs(inputs, form, output)
    settings = _load_settings(published)
    with open_output(output) as stream:
        refused = write_readings(names, read_inputs(names, settings), form, stream)
    if refused:
        raise click.exceptions.Exit(1)


def choose_form(*, as_json: bool, as_jsonl: bool, marked: bool) -> Form:
    """The one form that was asked for; ends with a usage message if there are two."""
    asked = {Form.json: as_json, Form.jsonl: as_jsonl, Form.marked: marked}
    chosen = [form for form, wanted in asked.items() if wanted]
    if len(chosen) > 1:
        raise click.UsageError(f"{chosen[0].value} and {chosen[1].value} exclude each other")
    return chosen[0] if chosen else Form.listing


def choose_inputs(inputs: Sequence[str], form: Form, output: Path | None) -> list[str]:
    """What is to be read; standard input if nothing is named and something is piped in."""
    names = list(inputs)
    if not names:
        if sys.stdin.isatty():
            raise click.UsageError("name a file or an address to read, or - for standard input")
        names = [STANDARD_INPUT]
    for name in names:
        _check_name(name)
    if names.count(STANDARD_INPUT) > 1:
        raise click.UsageError("standard input (-) can be read only once")
    if form is Form.json and len(names) > 1:
        raise click.UsageError(
            f"--json prints one reading and {len(names)} inputs are given; use --jsonl"
        )
    if output is not None and any(_is_same_file(name, output) for name in names):
        raise click.UsageError(f"--output {output} is one of the inputs")
    return names


def read_inputs(names: Sequence[str], settings: "Settings") -> "Iterator[Reading | Refusal]":
    """The reading or refusal of each input, with a progress bar if there are several."""
    from sayso.reader import read_all

    sources = [n if n == STANDARD_INPUT or n.startswith(ADDRESS) else Path(n) for n in names]
    results = read_all(sources, settings)
    if len(names) > 1 and sys.stderr.isatty():
        from sayso.cli.terminal.progress import show_progress

        return show_progress(results, len(names), sys.stderr)
    return results


def write_readings(
    names: Sequence[str],
    results: "Iterable[Reading | Refusal]",
    form: Form,
    stream: TextIO,
) -> int:
    """Writes each result as it comes, and gives the number of refusals."""
    from sayso.reader import Refusal

    refused = 0
    write = {
        Form.listing: _write_listing,
        Form.json: _write_json,
        Form.jsonl: _write_jsonl,
        Form.marked: _write_marked,
    }[form]
    for place, (name, result) in enumerate(zip(names, results, strict=True)):
        if isinstance(result, Refusal):
            refused += 1
            told = result.reason if name in result.reason else f"{name}: {result.reason}"
            complain(told)
            if form is Form.jsonl:
                write_json(stream, _encode({"refusal": _make_encodable(result)}))
        else:
            write(result, name, stream, place)
    return refused


def _write_listing(reading: "Reading", name: str, stream: TextIO, place: int) -> None:
    from rich.console import Console

    from sayso.cli.terminal.listing import draw_reading

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    separate(stream, place)
    write_lines(stream, console, draw_reading(reading, _title(name), console))


def _write_marked(reading: "Reading", name: str, stream: TextIO, place: int) -> None:
    from rich.console import Console

    from sayso.cli.terminal.marking import draw_marked

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    separate(stream, place)
    write_lines(stream, console, draw_marked(reading, _title(name), console))


def _write_json(reading: "Reading", _name: str, stream: TextIO, _place: int) -> None:
    import msgspec

    write_json(stream, msgspec.json.format(_encode(reading), indent=2))


def _write_jsonl(reading: "Reading", _name: str, stream: TextIO, _place: int) -> None:
    write_json(stream, _encode(reading))


def _make_encodable(refusal: "Refusal") -> "Refusal":
    """The refusal without the half characters that a file name outside of Unicode turns into."""
    import msgspec

    texts = {
        field: getattr(refusal, field).encode("utf-8", "replace").decode()
        for field in ("origin", "reason")
    }
    return msgspec.structs.replace(refusal, **texts)


def _encode(value: object) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()


def _title(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else name


def _load_settings(published: str | None) -> "Settings":
    from msgspec.structs import replace

    from sayso.errors import SettingsError
    from sayso.settings import check_date, load_settings

    try:
        settings = load_settings()
        return replace(settings, published=check_date(published)) if published else settings
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def _check_name(name: str) -> None:
    """Ends with a usage message for what can be neither a file nor an address."""
    if not name.strip():
        raise click.UsageError("an input has no name")
    if name.startswith(ADDRESS) or _exists(name):
        return
    if "://" in name:
        raise click.UsageError(f"{name}: an address begins with http:// or https://")
    if name.startswith("www."):
        raise click.UsageError(f"{name}: no such file; for the address say https://{name}")


def _is_same_file(name: str, output: Path) -> bool:
    return _exists(name) and output.exists() and output.samefile(name)


def _exists(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 - Path.exists raises where a name is too long
