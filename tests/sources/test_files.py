"""Does a file become a page, or a clear refusal?"""

import gzip
import io
import os
import zlib
from pathlib import Path

import pytest

from sayso.errors import SourceError
from sayso.settings import Settings
from sayso.sources.files import SUFFIXES, read_file
from sayso.sources.standard_input import read_standard_input

SETTINGS = Settings()
SMALL = Settings(page_bytes=1000)
TEXT = "Holt said: “We meet in June.”\n"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("a.txt", "plain"),
        ("a.TXT", "plain"),
        ("a.md", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a", "plain"),
        ("a.article", "plain"),
    ],
)
def test_the_name_tells_the_markup_and_no_name_means_plain(tmp_path, name, markup):
    page = read_file(write(tmp_path, name, TEXT.encode()), SETTINGS)
    assert (page.markup, page.content.decode()) == (markup, TEXT)
    assert page.origin == str(tmp_path / name)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.gz", "a.txt", "a.html.gz"])
def test_gzip_is_known_by_its_first_bytes_whatever_the_name(tmp_path, name):
    page = read_file(write(tmp_path, name, gzip.compress(TEXT.encode())), SETTINGS)
    assert page.content.decode() == TEXT


def test_the_members_of_a_gzip_file_are_read_as_one(tmp_path):
    content = gzip.compress(b"one ") + gzip.compress(b"two")
    assert read_file(write(tmp_path, "a.gz", content), SETTINGS).content == b"one two"


@pytest.mark.parametrize("name", ["page.txt", "page", "page.bin"])
def test_html_is_known_by_its_first_tag_whatever_the_name(tmp_path, name):
    content = b"\xef\xbb\xbf\n<!-- saved -->\n<!DOCTYPE html><html><body><p>Yes</p></body></html>"
    assert read_file(write(tmp_path, name, content), SETTINGS).markup == "html"


def test_html_in_utf_16_is_known(tmp_path):
    content = "<!doctype html><p>Так</p>".encode("utf-16")
    assert read_file(write(tmp_path, "page", content), SETTINGS).markup == "html"


def test_a_text_that_opens_with_a_fragment_of_html_stays_what_its_name_says(tmp_path):
    assert read_file(write(tmp_path, "a.txt", b"<p> is a tag"), SETTINGS).markup == "plain"


def test_markdown_without_a_name_is_known_by_its_heading(tmp_path):
    assert read_file(write(tmp_path, "notes", b"# Talks\n\nYes."), SETTINGS).markup == "markdown"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16", "utf-32", "cp1251", "koi8-r"])
def test_text_in_any_encoding_is_not_taken_for_binary(tmp_path, encoding):
    content = ("Міністр сказав, що зустріч буде в червні. " * 20).replace("і", "и").encode(encoding)
    assert read_file(write(tmp_path, "a.txt", content), SETTINGS).content == content


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n...", "a PDF; save or copy its text"),
        (b"PK\x03\x04\x14\0word/document.xml", ".docx"),
        (b"\x89PNG\r\n\x1a\n\0\0", "an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (b"{\\rtf1\\ansi Hello}", "rich text"),
        (b"\0\0\0\x20ftypisom", "a sound or film"),
        (bytes(range(256)) * 8, "not text"),
        (gzip.compress(gzip.compress(b"text")), "gzip within gzip"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(tmp_path, content, says):
    with pytest.raises(SourceError, match=says):
        read_file(write(tmp_path, "thing", content), SETTINGS)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(SourceError, match="no such file; check the name"):
        read_file(tmp_path / "none.txt", SETTINGS)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(SourceError, match="a folder, not a file"):
        read_file(tmp_path, SETTINGS)


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="no permission to read it"):
        read_file(tmp_path / "a.txt", SETTINGS)


def test_a_name_that_no_file_can_have_is_refused():
    with pytest.raises(SourceError, match="cannot be opened"):
        read_file(Path("x" * 5000), SETTINGS)
    with pytest.raises(SourceError, match="cannot be opened"):
        read_file(Path("a\0b"), SETTINGS)


@pytest.mark.parametrize("content", [b"", gzip.compress(b"")])
def test_an_empty_file_is_refused(tmp_path, content):
    with pytest.raises(SourceError, match="empty; there is nothing to read"):
        read_file(write(tmp_path, "a.txt", content), SETTINGS)


@pytest.mark.parametrize("keep", [3, 10, 15, 25])
def test_gzip_that_is_cut_short_is_refused(tmp_path, keep):
    content = gzip.compress(TEXT.encode() * 9)[:keep]
    with pytest.raises(SourceError, match="cut short"):
        read_file(write(tmp_path, "a.gz", content), SETTINGS)


def test_broken_gzip_is_refused(tmp_path):
    content = bytearray(gzip.compress(os.urandom(400)))
    content[100] ^= 0xFF
    with pytest.raises(SourceError, match="broken"):
        read_file(write(tmp_path, "a.gz", bytes(content)), SETTINGS)


def test_a_file_at_the_limit_is_read_and_one_beyond_it_is_refused(tmp_path):
    assert len(read_file(write(tmp_path, "a.txt", b"a" * 1000), SMALL).content) == 1000
    with pytest.raises(SourceError, match=r"larger than 1,000 bytes.*SAYSO_PAGE_BYTES"):
        read_file(write(tmp_path, "b.txt", b"a" * 1001), SMALL)


def test_a_gzip_bomb_stops_at_the_limit(tmp_path, monkeypatch):
    path = write(tmp_path, "bomb.gz", gzip.compress(b"a" * 30_000_000))
    unpacked = []
    original = gzip.GzipFile.read

    def count(self: gzip.GzipFile, size: int | None = -1) -> bytes:
        content = original(self, size)
        unpacked.append(len(content))
        return content

    monkeypatch.setattr(gzip.GzipFile, "read", count)
    with pytest.raises(SourceError, match="larger than"):
        read_file(path, SMALL)
    assert sum(unpacked) <= SMALL.page_bytes + 1


def test_standard_input_tells_html_from_plain_text():
    def sniff(content: bytes) -> str:
        return read_standard_input(SETTINGS, io.BytesIO(content)).markup

    assert sniff(b"<html><p>Yes") == "html"
    assert sniff(b"<p>Yes</p>") == "html"
    assert sniff(TEXT.encode()) == "plain"
    assert sniff(b"# Talks\n\nYes.") == "markdown"


def test_standard_input_may_be_packed_and_its_origin_is_a_hyphen():
    page = read_standard_input(SETTINGS, io.BytesIO(gzip.compress(TEXT.encode())))
    assert (page.origin, page.content.decode()) == ("-", TEXT)


def test_standard_input_that_trickles_is_read_to_its_end():
    class Trickle(io.RawIOBase):
        rest = TEXT.encode()

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            size = min(3, len(buffer))
            piece, self.rest = self.rest[:size], self.rest[size:]
            buffer[: len(piece)] = piece
            return len(piece)

    page = read_standard_input(SETTINGS, io.BufferedReader(Trickle(), 1))
    assert page.content.decode() == TEXT


def test_empty_standard_input_is_refused():
    with pytest.raises(SourceError, match="-: empty"):
        read_standard_input(SETTINGS, io.BytesIO(b""))


def test_closed_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="there is no standard input"):
        read_standard_input(SETTINGS)


def test_the_known_suffixes_are_those_of_texts_and_their_packed_forms():
    assert {".txt", ".md", ".html", ".htm", ".txt.gz", ".html.gz"} <= set(SUFFIXES)


def test_raw_deflate_is_no_text(tmp_path):
    content = zlib.compress(os.urandom(3000))
    with pytest.raises(SourceError, match="not text"):
        read_file(write(tmp_path, "a.z", content), SETTINGS)
