"""Where does the output go, and what if it cannot go there?"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

BROKEN_PIPE = 141
"""128 + SIGPIPE, as a shell reports a program that it stopped so."""


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file of the path; both take any character.

    Ends the command quietly where the reader of the output has gone, and with a message where the
    file cannot be written.
    """
    try:
        if path is None:
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(errors="replace")
            yield sys.stdout
            sys.stdout.flush()
        else:
            with path.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
                yield stream
    except BrokenPipeError:
        abandon_output()
        raise click.exceptions.Exit(BROKEN_PIPE) from None
    except OSError as error:
        name = path or "standard output"
        abandon_output()
        complain(f"{name} cannot be written: {error.strerror or error}")
        raise click.exceptions.Exit(1) from None


def abandon_output() -> None:
    """Lets standard output lead nowhere.

    Python flushes it as it ends, and would complain again of what could not be written.
    """
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def separate(stream: TextIO, place: int) -> None:
    """Sets a reading apart from the one before it.

    Nothing may wait in the buffer when the console draws: it flushes, and ends the process itself
    where the reader of the output has gone.
    """
    stream.write("\n\n" if place else "")
    stream.flush()


def write_json(stream: TextIO, text: str) -> None:
    """Writes a line of JSON at once, in UTF-8 whatever the terminal's encoding is."""
    from sayso.cli.terminal.escaping import escape_json

    stream.flush()
    stream.buffer.write(escape_json(text).encode() + b"\n")
    stream.buffer.flush()


def write_lines(stream: TextIO, console: "Console", lines: "Iterator[Text]") -> None:
    """Writes lines that are wrapped already, in the console's colours."""
    with console.capture() as drawn:
        for line in lines:
            line.rstrip()
            console.print(line, soft_wrap=True)
    stream.write(drawn.get())
    stream.flush()


def complain(message: str) -> None:
    """Tells of something that went wrong, on standard error, in one line."""
    from sayso.cli.terminal.escaping import make_line

    click.echo(f"sayso: {make_line(message)}", err=True)
