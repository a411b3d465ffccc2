"""How are the user's own actors written to a file and read from one?"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from sayso.errors import SettingsError
from sayso.knowledge.own import OwnActor, OwnActors, make_actor

COLUMNS: Final = (
    "id", "name", "kind", "country", "role", "also", "since", "until", "wikidata", "as_of",
)  # fmt: skip
_BETWEEN: Final = "|"
"""Between variants in one cell."""

Given = tuple[str, dict[str, str], list[str]]
"""Where a row stands, its fields, and its variants."""


def read_table(path: Path) -> list[OwnActor]:
    """The actors of a .csv or .json file.

    Raises SettingsError with the line (or, of JSON, the number) of each row that does not fit.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is not in UTF-8; save it in that encoding") from None
    if path.suffix.lower() not in {".csv", ".json"}:
        raise SettingsError(f"{path}: a file to import ends in .csv or .json")
    rows = _read_json(text, path) if path.suffix.lower() == ".json" else _read_csv(text, path)
    made, wrong, seen = [], [], dict[str, str]()
    for place, fields, also in rows:
        try:
            actor = make_actor(fields, also)
        except SettingsError as error:
            wrong.append(f"{place}: {error}")
            continue
        if actor.id in seen:
            wrong.append(f"{place}: the same actor as {seen[actor.id]} ({actor.id}); give it an id")
        seen.setdefault(actor.id, place)
        made.append(actor)
    if wrong:
        raise SettingsError(f"{path}: nothing was added; {'; '.join(wrong)}")
    return made


def write_csv_table(own: OwnActors) -> str:
    """The actors as CSV with a heading."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for actor in own.actors:
        cells = {**msgspec.structs.asdict(actor), "also": _BETWEEN.join(actor.also)}
        writer.writerow([cells[column] or "" for column in COLUMNS])
    return stream.getvalue()


def write_json_table(own: OwnActors) -> str:
    """The actors as a JSON array."""
    return msgspec.json.format(msgspec.json.encode(own.actors), indent=2).decode() + "\n"


def _read_csv(text: str, path: Path) -> Iterator[Given]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_columns(set(reader.fieldnames or ()), path)
        for row in reader:
            place = f"line {reader.line_num}"
            if None in row:
                raise SettingsError(f"{path}: {place} has more cells than there are columns")
            fields = {column: cell or "" for column, cell in row.items()}
            yield place, fields, fields.pop("also", "").split(_BETWEEN)
    except csv.Error as error:
        raise SettingsError(f"{path}: line {reader.line_num} is no CSV: {error}") from None


def _read_json(text: str, path: Path) -> Iterator[Given]:
    try:
        rows = msgspec.json.decode(text, type=list[dict[str, str | list[str] | None]])
    except msgspec.DecodeError as error:
        raise SettingsError(f"{path} holds no array of actors: {error}") from None
    for number, row in enumerate(rows, 1):
        place = f"entry {number}"
        _check_columns(set(row) | {"name"}, path)
        also = row.pop("also", None) or []
        variants = also.split(_BETWEEN) if isinstance(also, str) else also
        fields = {}
        for column, cell in row.items():
            if isinstance(cell, list):
                raise SettingsError(f"{path}: {place}: {column} is a list; only also may be one")
            fields[column] = cell or ""
        yield place, fields, variants


def _check_columns(given: set[str], path: Path) -> None:
    unknown = sorted(given - set(COLUMNS))
    if unknown:
        raise SettingsError(f"{path}: unknown column {unknown[0]!r}; known: {', '.join(COLUMNS)}")
    if "name" not in given:
        raise SettingsError(f"{path}: there is no column name")
