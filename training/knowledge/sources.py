"""Where does the knowledge come from, and in which form is it put down?"""

import gzip
import json
import os
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

HERE: Final = Path(__file__).parent
TARGET: Final = HERE.parents[1] / "src" / "sayso" / "knowledge" / "data"
SHARED: Final = Path(os.environ.get("SHARED_DATA") or HERE.parents[2] / "shared")
GIVEN: Final = SHARED / "data" / "knowledge"

CURATED: Final = "curated"
COUNTRIES: Final = "mledoze/countries@5e9f370"
FACTBOOK: Final = "CIA World Factbook"
FACTBOOK_DATE: Final = "2026-01-17"
"""The latest date in it."""
WIKIDATA: Final = "Wikidata"
CABINETS_DATE: Final = "2022-07"
"""An empty end in the cabinets meant in office then."""

Keys = dict[str, list[int]]


def read_toml(name: str) -> dict[str, Any]:
    """One of the curated files beside this one."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def read_lines(name: str) -> Iterator[dict[str, Any]]:
    """The records of a file of lines of JSON, gzipped or not."""
    content = (GIVEN / name).read_bytes()
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    for line in content.decode().splitlines():
        yield json.loads(line)


def add_key(keys: Keys, key: str, place: int) -> None:
    """Notes that the row at the place goes by the key, if it is one."""
    if key and place not in keys.setdefault(key, []):
        keys[key].append(place)


def tidy(names: Iterable[str | None], name: str) -> tuple[str, ...]:
    """The names without empty ones, repeats and the main name."""
    return tuple(dict.fromkeys(n.strip() for n in names if n and n.strip() and n.strip() != name))


def write_table(name: str, rows: list[Any], **keys: Keys) -> None:
    """Puts rows and keys down as compact JSON, a row a line, the same every time."""
    encode = msgspec.json.Encoder().encode
    lines = ",\n".join(encode(_strip(row)).decode() for row in rows)
    rest = "".join(
        f",\n{json.dumps(k)}:{encode(dict(sorted(v.items()))).decode()}" for k, v in keys.items()
    )
    (TARGET / f"{name}.json").write_text(
        f'{{"rows":[\n{lines}\n]{rest}}}\n', encoding="utf-8", newline="\n"
    )


def _strip(row: Any) -> Any:
    """The row without what says nothing."""
    fields = msgspec.to_builtins(row)

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                k: strip(v) for k, v in value.items() if k in KEPT or v not in (None, [], False)
            }
        return [strip(v) for v in value] if isinstance(value, list) else value

    return strip(fields)


KEPT: Final = frozenset({"names", "demonyms", "capital", "country"})
"""Fields that must be there though they may be empty."""
