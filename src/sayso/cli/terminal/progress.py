"""How far has a long run come?"""

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

CELLS = 30
CLEAR = "\r\x1b[2K"

Result = TypeVar("Result")


def show_progress(results: Iterable[Result], total: int, stream: TextIO) -> Iterator[Result]:
    """The results, while a bar on the stream says how many there were.

    The bar is wiped before each result is handed on, so that what is printed of it stands alone.
    """
    try:
        _draw(0, total, stream)
        for done, result in enumerate(results, 1):
            _wipe(stream)
            yield result
            _draw(done, total, stream)
    finally:
        _wipe(stream)


def _draw(done: int, total: int, stream: TextIO) -> None:
    filled = CELLS * done // max(1, total)
    stream.write(f"{CLEAR}[{'#' * filled}{'.' * (CELLS - filled)}] {done} of {total}")
    stream.flush()


def _wipe(stream: TextIO) -> None:
    stream.write(CLEAR)
    stream.flush()
