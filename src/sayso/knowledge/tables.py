"""How are the user's own actors written to a file and read from one?"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from sayso.errors import SettingsError
from sayso.knowledge.own import OwnActor, OwnActors, make_actor

COLUMNS: Final = (
    "id", "name", "kind", "country", "role", "also", "since", "until", "wikidata", "as_of",
)  # fmt: skip
MOST: Final = 20
"""Rows that do not fit of which a message tells; of the others it gives the number."""
_BETWEEN: Final = "|"
"""Between variants in one cell."""
_DELIMITERS: Final = (",", ";", "\t")
"""Between cells, likeliest first; spreadsheets of many countries write semicolons."""
_SUFFIXES: Final = (".csv", ".tsv", ".json")

Given = tuple[dict[str, str], list[str]]
"""The fields of a row, and its variants."""
Rows = Iterator[tuple[str, Given | str]]
"""Where each row stands, and the row or what is wrong with it."""


def read_table(path: Path) -> list[OwnActor]:
    """The actors of a .csv, .tsv or .json file; cells may be apart by commas, semicolons or tabs.

    Raises SettingsError with the line (or, of JSON, the number) of each row that does not fit, a
    row on a line of the message.
    """
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        raise SettingsError(f"{path}: a file to import ends in .csv, .tsv or .json")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is not in UTF-8; save it in that encoding") from None
    rows = _read_json(text, path) if suffix == ".json" else _read_csv(text, path)
    made, faults, seen = [], [], dict[str, str]()
    for place, row in rows:
        actor = _make(row)
        if isinstance(actor, OwnActor) and actor.id in seen:
            actor = f"the same actor as {seen[actor.id]} ({actor.id}); give it an id"
        if isinstance(actor, str):
            faults.append(f"{path}, {place}: {actor}")
            continue
        seen[actor.id] = place
        made.append(actor)
    if faults:
        raise SettingsError(_tell(faults))
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


def _make(row: Given | str) -> OwnActor | str:
    """The actor of the row, or what is wrong with it."""
    try:
        return row if isinstance(row, str) else make_actor(*row)
    except SettingsError as error:
        return str(error)


def _tell(faults: Sequence[str]) -> str:
    one = len(faults) == 1
    told = [f"nothing was added: {len(faults)} {'row does' if one else 'rows do'} not fit"]
    told += [" ".join(fault.split()) for fault in faults[:MOST]]
    if len(faults) > MOST:
        told.append(f"and {len(faults) - MOST} more")
    return "\n".join(told)


def _read_csv(text: str, path: Path) -> Rows:
    delimiter = _find_delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    while True:
        place = f"line {reader.line_num + 1}"
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error as error:
            yield place, f"no CSV ({error})"
            continue
        if not any(cells):
            continue
        if columns is None:
            columns = [cell.casefold() for cell in cells]
            _check_header(columns, path)
        else:
            yield place, _read_cells(cells, columns)
    if columns is None:
        _check_header([], path)


def _find_delimiter(text: str) -> str:
    """What parts the cells of the header: that by which most known columns come out, or cells."""
    header = next((line for line in text.splitlines() if line.strip()), "")

    def weigh(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip(' "').casefold() for cell in header.split(delimiter)]
        return sum(cell in COLUMNS for cell in cells), len(cells)

    return max(_DELIMITERS, key=weigh)


def _check_header(columns: Sequence[str], path: Path) -> None:
    """Raises SettingsError where the columns of a CSV file are not understood."""
    understood = f"understood are {', '.join(COLUMNS)}"
    if "name" not in columns:
        there = f"the columns are {', '.join(columns)}" if any(columns) else "there is none at all"
        raise SettingsError(f"{path}: there is no column name; {there}; {understood}")
    if unknown := [column for column in columns if column not in COLUMNS]:
        which = ", ".join(map(repr, dict.fromkeys(unknown)))
        raise SettingsError(f"{path}: unknown column {which}; {understood}")
    if twice := [column for column in COLUMNS if columns.count(column) > 1]:
        raise SettingsError(f"{path}: there is more than one column {twice[0]}")


def _read_cells(cells: Sequence[str], columns: Sequence[str]) -> Given | str:
    if len(cells) > len(columns):
        return f"{len(cells)} cells, which are more than there are columns ({len(columns)})"
    fields = dict(zip(columns, cells, strict=False))
    return fields, fields.pop("also", "").split(_BETWEEN)


def _read_json(text: str, path: Path) -> Rows:
    try:
        rows = msgspec.json.decode(text, type=list[msgspec.Raw])
    except msgspec.DecodeError as error:
        raise SettingsError(f"{path} holds no array of actors: {error}") from None
    for number, row in enumerate(rows, 1):
        yield f"entry {number}", _read_entry(row)


def _read_entry(row: msgspec.Raw) -> Given | str:
    try:
        cells = msgspec.json.decode(row, type=dict[str, str | list[str] | None])
    except msgspec.DecodeError as error:
        return f"no actor ({error})"
    if unknown := [column for column in cells if column not in COLUMNS]:
        which = ", ".join(map(repr, unknown))
        return f"unknown column {which}; understood are {', '.join(COLUMNS)}"
    also = cells.pop("also", None) or []
    fields = {column: cell or "" for column, cell in cells.items() if not isinstance(cell, list)}
    if lists := [column for column in cells if column not in fields]:
        return f"{lists[0]} is a list; only also may be one"
    return fields, also.split(_BETWEEN) if isinstance(also, str) else also
