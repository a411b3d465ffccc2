"""What page is in this file?"""

import gzip
import io
import re
import zlib
from pathlib import Path
from typing import BinaryIO, Final, cast

from sayso.errors import SourceError
from sayso.settings import Settings
from sayso.sources import Markup, Page

MARKUPS: Final[dict[str, Markup]] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
SUFFIXES: Final = (*MARKUPS, *(f"{suffix}.gz" for suffix in MARKUPS))
"""How the name of a file that is read as it says may end."""

_GZIP: Final = b"\x1f\x8b"
_SAMPLE: Final = 4096
_BINARY_SHARE: Final = 0.02
"""Control bytes in a sample above which it is not text; text has next to none."""

_KINDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF; save or copy its text into a .txt file"),
    (b"PK\x03\x04", "a zip archive or an office file such as .docx; save it as .txt or .html"),
    (b"\xd0\xcf\x11\xe0", "an old office file such as .doc; save it as .txt or .html"),
    (b"{\\rtf", "rich text (.rtf); save it as .txt or .html"),
    (b"\x89PNG", "an image; only text is read"),
    (b"\xff\xd8\xff", "an image; only text is read"),
    (b"GIF8", "an image; only text is read"),
    (b"II*\0", "an image; only text is read"),
    (b"MM\0*", "an image; only text is read"),
    (b"RIFF", "an image, sound or film; only text is read"),
    (b"ID3", "a sound file; only text is read"),
    (b"OggS", "a sound or film; only text is read"),
    (b"BZh", "bzip2; unpack it, or pack it with gzip"),
    (b"\xfd7zXZ\0", "xz; unpack it, or pack it with gzip"),
    (b"\x28\xb5\x2f\xfd", "zstandard; unpack it, or pack it with gzip"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it"),
    (b"Rar!", "a rar archive; unpack it"),
    (b"SQLite format 3\0", "a database; export its articles as text"),
    (_GZIP, "gzip within gzip; unpack it once"),
)
_HTML_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|meta|title|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_MARKDOWN: Final = re.compile(rb"\s*(?:#{1,3} \S|---\n(?:[\w-]+:.*\n)+---\n)")


def read_file(path: Path, settings: Settings) -> Page:
    """The page in a text, Markdown or HTML file, plain or packed with gzip.

    Raises SourceError where the file cannot be opened, is empty, too large or no text.
    """
    origin = str(path)
    try:
        with path.open("rb") as stream:
            return read_stream(stream, origin, settings, _name_markup(path))
    except FileNotFoundError:
        raise SourceError(f"{origin}: no such file; check the name") from None
    except IsADirectoryError:
        raise SourceError(f"{origin}: a folder, not a file; name the files in it") from None
    except PermissionError:
        raise SourceError(f"{origin}: no permission to read it; change its mode") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{origin}: cannot be opened ({reason})") from None


def read_stream(
    stream: BinaryIO, origin: str, settings: Settings, markup: Markup | None = None
) -> Page:
    """The page in an open stream; a markup that is not given is told from the content.

    Raises SourceError where the stream is empty, too large, broken or no text.
    """
    content = _unpack(stream, origin, settings.page_bytes)
    if not content:
        raise SourceError(f"{origin}: empty; there is nothing to read")
    _refuse_binary(content, origin)
    return Page(origin=origin, content=content, markup=_find_markup(content, markup))


def _unpack(stream: BinaryIO, origin: str, limit: int) -> bytes:
    """At most `limit` bytes, unpacked as they are read, so that a bomb stops at the limit."""
    start = stream.read(len(_GZIP))
    whole = cast("BinaryIO", io.BufferedReader(_Rejoined(start, stream)))
    try:
        if start == _GZIP:
            with gzip.GzipFile(fileobj=whole) as packed:
                content = packed.read(limit + 1)
        else:
            content = whole.read(limit + 1)
    except EOFError:
        raise SourceError(f"{origin}: the gzip file is cut short; fetch it again") from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise SourceError(f"{origin}: the gzip file is broken ({error})") from None
    if len(content) > limit:
        raise SourceError(
            f"{origin}: larger than {limit:,} bytes; split it, or raise SAYSO_PAGE_BYTES"
        )
    return content


class _Rejoined(io.RawIOBase):
    """A stream from which some bytes were taken, with them in front again; pipes cannot seek."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start = start
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # any buffer will do
        chunk, self._start = self._start, b""
        chunk = chunk or self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _name_markup(path: Path) -> Markup | None:
    name = path.name.lower().removesuffix(".gz")
    return MARKUPS.get(Path(name).suffix)


def _find_markup(content: bytes, named: Markup | None) -> Markup:
    """What the content is: a page of HTML whatever its name says, else as named, else sniffed."""
    sample = content[:_SAMPLE].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    start = _HTML_START.match(sample)
    if start and (named is None or _HTML_PAGE.search(sample, 0, start.end())):
        return "html"
    if named is not None:
        return named
    return "markdown" if _MARKDOWN.match(sample) else "plain"


def _refuse_binary(content: bytes, origin: str) -> None:
    for magic, kind in _KINDS:
        if content.startswith(magic):
            raise SourceError(f"{origin}: {kind}")
    if content[4:8] == b"ftyp":
        raise SourceError(f"{origin}: a sound or film; only text is read")
    sample = content[:_SAMPLE]
    if _control_share(sample) > _BINARY_SHARE and not _is_wide(sample):
        raise SourceError(f"{origin}: not text; give a .txt, .md or .html file")


def _control_share(sample: bytes) -> float:
    text = sample.translate(None, _CONTROLS)
    return 1 - len(text) / len(sample)


def _is_wide(sample: bytes) -> bool:
    """Whether its control bytes lie where UTF-16 or UTF-32 has the high half of a character."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    for width, lanes in ((2, (0, 1)), (4, (0, 3))):
        shares = [_control_share(sample[lane::width]) for lane in range(width) if sample[lane:]]
        high = max(shares[lane] for lane in lanes if lane < len(shares))
        if width == 4 and high == 1.0 and shares.count(1.0) >= 2:
            return True
        if width == 2 and high > 0.1 and min(shares) <= _BINARY_SHARE:
            return True
    return False


_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
