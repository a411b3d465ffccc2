"""What page is at this web address?"""

import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from email.message import Message
from http.client import HTTPException
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from urllib.parse import SplitResult, urljoin

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    SSLError,
)

from sayso.errors import SourceError
from sayso.settings import Settings
from sayso.sources import Markup, Page
from sayso.sources.addresses import encode_host, resolve, split_address

logger = logging.getLogger(__name__)

_CHUNK: Final = 65_536
_REDIRECTS: Final = frozenset([301, 302, 303, 307, 308])
_MARKUPS: Final[dict[str, Markup]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
    "text/markdown": "markdown",
}
_OTHERS: Final = (
    ("application/pdf", "a PDF; save its text and read that"),
    ("image/", "an image"),
    ("video/", "a video"),
    ("audio/", "a sound recording"),
    ("application/rss", "a feed; give the address of one of its articles"),
    ("application/atom", "a feed; give the address of one of its articles"),
)
_REASONS: Final = {
    401: "the site asks for a login; save the page from a browser and read that",
    402: "the site asks for payment; save the page from a browser and read that",
    403: "the site refuses; save the page from a browser and read that",
    404: "there is no page at this address; check it",
    410: "the page was taken down; try a web archive",
    429: "the site was asked too often; try again later",
    451: "the page is withheld for legal reasons",
}


class _Answer:
    """One answer of a server: its status, its headers, and its content if it is no redirect."""

    __slots__ = ("content", "location", "status", "written_type")

    def __init__(self, status: int, location: str, written_type: str, content: bytes) -> None:
        self.status = status
        self.location = location
        self.written_type = written_type
        self.content = content


def fetch_page(address: str, settings: Settings) -> Page:
    """The page at an http or https address, after its redirects.

    Every address on the way is checked after its name was resolved, and the connection goes to
    the very address that was checked. Raises SourceError where the page is not to be had, in
    time, in size and in kind.
    """
    deadline = time.monotonic() + settings.fetch_seconds
    url = address.strip()
    for _ in range(settings.fetch_redirects + 1):
        answer = _ask(url, settings, deadline)
        if answer.status not in _REDIRECTS or not answer.location:
            return _make_page(address.strip(), url, answer)
        url = urljoin(url, answer.location)
    raise SourceError(
        f"{address}: redirected more than {settings.fetch_redirects} times; open it in a browser, "
        "and give the address that it ends at"
    )


def _make_page(origin: str, url: str, answer: _Answer) -> Page:
    if answer.status != 200:
        reason = _REASONS.get(answer.status, "try again later")
        raise SourceError(f"{url}: the server answered {answer.status}; {reason}")
    kind, charset = _read_type(answer.written_type)
    markup = _MARKUPS.get(kind)
    if not kind:
        kind, markup = _sniff(answer.content)
    if markup is None or answer.content.startswith(b"%PDF-"):
        kind = "application/pdf" if answer.content.startswith(b"%PDF-") else kind
        what = next((w for k, w in _OTHERS if kind.startswith(k)), f"of the type {kind}")
        raise SourceError(f"{url}: not a page of text but {what}")
    if not answer.content.strip():
        raise SourceError(f"{url}: the server sent an empty page; try again later")
    return Page(origin=origin, content=answer.content, markup=markup, url=url, charset=charset)


def _read_type(written: str) -> tuple[str, str | None]:
    """The media type in small letters and the charset of a Content-Type header."""
    if not written:
        return "", None
    message = Message()
    message["Content-Type"] = written.replace("\n", " ").replace("\r", " ")
    kind = written.split(";", maxsplit=1)[0].strip().lower()
    charset = message.get_param("charset")
    return kind, charset if isinstance(charset, str) and charset else None


def _sniff(content: bytes) -> tuple[str, Markup | None]:
    """The type of a content that the server does not name."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml")):
        return "text/html", "html"
    return ("unknown", None) if b"\0" in start else ("text/plain", "plain")


def _ask(url: str, settings: Settings, deadline: float) -> _Answer:
    """The answer to one request, by the first address of the host that takes the connection."""
    parts = split_address(url)
    host = encode_host(parts.hostname or "")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    remaining = deadline - time.monotonic()
    addresses = resolve(host, port, remaining, allow_private=settings.allow_private_addresses)
    failure: Exception | None = None
    for network_address in addresses[:4]:
        connection = _open_connection(parts.scheme, network_address, host, port, deadline)
        try:
            return _exchange(connection, parts, host, settings, deadline)
        except (NewConnectionError, ConnectTimeoutError) as error:
            failure = error
        except (HTTPError, HTTPException, OSError) as error:
            _raise_if_late(url, settings, deadline)
            raise SourceError(f"{url}: {_explain(error)}") from None
        finally:
            connection.close()
    _raise_if_late(url, settings, deadline)
    logger.debug("no connection to %s: %s", host, failure)
    raise SourceError(f"{url}: {host} takes no connection; check the address and the network")


def _raise_if_late(url: str, settings: Settings, deadline: float) -> None:
    if time.monotonic() >= deadline - 0.01:
        raise SourceError(
            f"{url}: not there within {settings.fetch_seconds:g} seconds; try again, or set "
            "SAYSO_FETCH_SECONDS higher"
        )


def _explain(error: Exception) -> str:
    if isinstance(error, (SSLError, ssl.SSLError)):
        return f"the connection is not secure ({error}); open it in a browser to see why"
    if isinstance(error, DecodeError):
        return "the content is not compressed as the server says; try again later"
    if isinstance(error, (ProtocolError, HTTPException, ConnectionError)):
        return "the server broke the connection off; try again later"
    return f"the exchange with the server failed ({type(error).__name__}); try again later"


def _open_connection(
    scheme: str, network_address: str, host: str, port: int, deadline: float
) -> HTTPConnection:
    """A connection to the address that was checked, under the name of its host."""
    seconds = max(0.01, deadline - time.monotonic())
    if scheme == "https":
        return HTTPSConnection(network_address, port, timeout=seconds, server_hostname=host)
    return HTTPConnection(network_address, port, timeout=seconds)


def _exchange(
    connection: HTTPConnection, parts: SplitResult, host: str, settings: Settings, deadline: float
) -> _Answer:
    """One request and its answer; past the deadline the connection is cut wherever it is."""
    target = urllib3.util.parse_url(parts._replace(netloc="x", fragment="").geturl()).request_uri
    written_host = f"[{host}]" if ":" in host else host
    headers = {
        "Host": written_host + (f":{parts.port}" if parts.port else ""),
        "User-Agent": _name_agent(),
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }
    connection.connect()
    with _cut_off(connection.sock, deadline):
        connection.request("GET", target, headers=headers, preload_content=False)
        with closing(connection.getresponse()) as response:
            location = response.headers.get("Location", "")
            written_type = response.headers.get("Content-Type", "")
            wanted = response.status == 200
            content = _read_content(response, parts, settings) if wanted else b""
            return _Answer(response.status, location, written_type, content)


def _read_content(
    response: urllib3.BaseHTTPResponse, parts: SplitResult, settings: Settings
) -> bytes:
    """The content, decompressed piece by piece so that no more than the limit is ever held."""
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(_CHUNK, decode_content=True):
        size += len(piece)
        if size > settings.fetch_bytes:
            raise SourceError(
                f"{parts.geturl()}: larger than {settings.fetch_bytes:,} bytes; set "
                "SAYSO_FETCH_BYTES higher if it is an article"
            )
        pieces.append(piece)
    return b"".join(pieces)


@contextmanager
def _cut_off(opened: socket.socket | None, deadline: float) -> Iterator[None]:
    """Shuts the connection at the deadline: a socket's own limit is for one read only."""

    def cut() -> None:
        if opened is not None:
            with suppress(OSError):  # it was closed already
                opened.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _name_agent() -> str:
    try:
        number = version("sayso")
    except PackageNotFoundError:
        number = "0"
    return f"Sayso/{number} (reads single news articles for its user)"
