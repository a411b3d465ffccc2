"""How does a page become a reading? From here every room can be found."""

import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from sayso.documents import Document
from sayso.errors import SaysoError
from sayso.reading import Reader, Reading
from sayso.settings import Settings, load_settings
from sayso.sources import Page

if TYPE_CHECKING:
    from sayso.reading.encoder import Encoder

Room = Literal["sources", "documents", "reading"]

logger = logging.getLogger(__name__)

Input = str | Path | Page
"""What can be read: a text, a path, an http(s) address, "-" (standard input), or a page."""

AHEAD = 4
"""Inputs taken in advance for each thread: enough to keep it busy, few enough to stream."""
LONGEST_PATH = 1024
"""A string longer than this is a text, not the name of a file."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was not read: where it came from, which room refused it, and why."""

    origin: str
    room: Room
    reason: str


def read(source: Input, settings: Settings | None = None) -> Reading:
    """The reading of one text, file, address or page.

    A string is an address if it begins with http:// or https://, standard input if it is "-", a
    file if one has that name, else the text itself. Raises SourceError where there is no page,
    DocumentError where it holds no article, ReadingError where it cannot be proved.
    """
    settings = settings or load_settings()
    document = take_in(source, settings)
    with ThreadPoolExecutor(count_threads(settings)) as executor:
        return read_document(document, executor, settings)


def read_all(
    sources: Iterable[Input], settings: Settings | None = None
) -> Iterator[Reading | Refusal]:
    """For each source in turn its reading, or its refusal; one bad page never stops the others."""
    settings = settings or load_settings()
    threads = count_threads(settings)
    waiting: deque[Future[Reading | Refusal]] = deque()
    with ThreadPoolExecutor(threads) as executor:
        try:
            for source in sources:
                waiting.append(executor.submit(_read_or_refuse, source, settings))
                if len(waiting) >= AHEAD * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


def read_document(
    document: Document,
    executor: ThreadPoolExecutor | None = None,
    settings: Settings | None = None,
) -> Reading:
    """The reading of a document; the executor, if any, reads its windows side by side."""
    from sayso.knowledge.lookup import load_knowledge
    from sayso.reading.actors import read_actors
    from sayso.reading.events import read_events
    from sayso.reading.links import Field
    from sayso.reading.meetings import read_meetings
    from sayso.reading.positions import read_positions
    from sayso.reading.scene import Scene
    from sayso.reading.scoring import score_document
    from sayso.reading.sourcing import read_sourcing
    from sayso.reading.statements import read_statements

    encoder = _load_encoder()
    knowledge = load_knowledge((settings or load_settings()).home)
    scored = score_document(document, encoder, executor)
    found = read_statements(document, scored, encoder)
    cast = read_actors(document, scored, found, encoder, knowledge)
    scene = Scene(document, Field(scored, encoder.continues), cast, knowledge)
    statements = read_sourcing(scene)
    return Reading(
        document=document,
        actors=cast.actors,
        statements=statements,
        meetings=read_meetings(scene),
        events=read_events(scene),
        positions=read_positions(scene, statements),
        reader=Reader(version=tell_version(), model=encoder.digest),
    )


@cache
def tell_version() -> str:
    """The version of the installed package."""
    return version("sayso")


def take_in(source: Input, settings: Settings) -> Document:
    """The document of one text, file, address or page; raises as `read` does."""
    page = source if isinstance(source, Page) else find_page(source, settings)
    if page.markup == "html":
        from sayso.documents.html import read_html as read_markup
    else:
        from sayso.documents.plain import read_plain as read_markup
    document = read_markup(page)
    if document.published is None and settings.published:
        return msgspec.structs.replace(document, published=settings.published)
    return document


def find_page(source: str | Path, settings: Settings) -> Page:
    """The page of a text, path, address or "-"; raises SourceError where there is none."""
    if isinstance(source, str):
        if source.startswith(("http://", "https://")) and not source.strip().count("\n"):
            from sayso.sources.web import fetch_page

            return fetch_page(source.strip(), settings)
        if source == "-":
            from sayso.sources.standard_input import read_standard_input

            return read_standard_input(settings)
        if not _names_a_file(source):
            content = source.encode("utf-8", "surrogatepass")
            return Page(origin="text", content=content, markup="plain", charset="utf-8")
    from sayso.sources.files import read_file

    return read_file(Path(source), settings)


def count_threads(settings: Settings) -> int:
    """The threads to read with: as set, or one for each core that this process may use."""
    if settings.threads > 0:
        return settings.threads
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _names_a_file(source: str) -> bool:
    """Whether a string is meant as the name of a file, there or not."""
    if len(source) > LONGEST_PATH or "\n" in source or not source.strip():
        return False
    if "\0" in source:
        return False
    from sayso.sources.files import SUFFIXES

    return Path(source).exists() or source.lower().endswith(tuple(SUFFIXES))


def _read_or_refuse(source: Input, settings: Settings) -> Reading | Refusal:
    room: Room = "sources"
    try:
        page = source if isinstance(source, Page) else find_page(source, settings)
        room = "documents"
        document = take_in(page, settings)
        room = "reading"
        return read_document(document, settings=settings)
    except SaysoError as error:
        return Refusal(origin=_name(source), room=room, reason=str(error))
    except Exception as error:  # the edge of a batch: a fault of ours costs one page, not all
        logger.exception("reading %s failed", _name(source))
        reason = f"a fault in sayso ({type(error).__name__}: {error}); please report this page"
        return Refusal(origin=_name(source), room=room, reason=reason)


def _name(source: Input) -> str:
    if isinstance(source, Page):
        return source.origin
    if isinstance(source, str) and (len(source) > LONGEST_PATH or "\n" in source):
        return "text"
    return str(source)


def _load_encoder() -> "Encoder":
    from sayso.reading.encoder import load_encoder

    return load_encoder()
