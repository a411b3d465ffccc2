"""How does a page become a reading?"""

from pathlib import Path

import pytest

import sayso
from sayso.errors import SaysoError, SourceError
from sayso.reader import Refusal, read, read_all
from sayso.reading import Reading
from sayso.settings import Settings, load_settings
from sayso.sources import Page

TEXT = "Minister Okafor said the border would open on Monday.\nNobody else spoke."


def test_a_text_is_read_as_it_stands() -> None:
    reading = read(TEXT)
    assert reading.document.text == TEXT
    assert [s.source[0].text for s in reading.statements] == ["Minister Okafor"]


def test_a_path_and_its_name_give_the_same_reading(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert read(file).statements == read(str(file)).statements != ()


def test_a_page_is_read() -> None:
    page = Page(origin="here", content=TEXT.encode(), markup="plain", charset="utf-8")
    assert read(page).statements


def test_the_name_of_a_file_that_is_missing_is_not_read_as_text() -> None:
    with pytest.raises(SourceError):
        read("no-such-article.txt")


def test_one_bad_page_stops_nobody_and_is_named(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    results = list(read_all([good, empty, tmp_path / "missing.txt", good]))
    assert [type(r) for r in results] == [Reading, Refusal, Refusal, Reading]
    refused = [r for r in results if isinstance(r, Refusal)]
    assert all(r.origin and r.reason for r in refused)


def test_many_readings_are_those_of_one_at_a_time() -> None:
    pages = [
        Page(origin=str(n), content=f"{TEXT}\nDay {n}.".encode(), markup="plain", charset="utf-8")
        for n in range(9)
    ]
    assert list(read_all(pages, Settings(threads=2))) == [read(page) for page in pages]


def test_a_setting_that_does_not_exist_is_named() -> None:
    with pytest.raises(SaysoError, match="SAYSO_FETCH_SECOND"):
        load_settings({"SAYSO_FETCH_SECOND": "3"})


def test_a_setting_that_does_not_fit_is_refused() -> None:
    with pytest.raises(SaysoError, match="does not fit"):
        load_settings({"SAYSO_THREADS": "many"})


def test_the_public_api_reads() -> None:
    assert sayso.read(TEXT).statements
