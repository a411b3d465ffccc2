"""Is the article, the whole article and nothing but the article taken from a page?"""

import contextlib
import json
import os
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import Document
from sayso.documents.html import read_html
from sayso.errors import DocumentError
from sayso.sources import Page

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "documents"
SHARED = Path(os.environ.get("SHARED_DATA") or ROOT.parent / "shared")
BODY = (
    "<p>The foreign minister of Tarsia, Lena Holt, said on Thursday that she would go to Ostmark "
    "in June, and that nobody had asked her to.</p>"
    "<p>Her counterpart said that the rooms had been booked since Monday, all eleven of them.</p>"
)
NOTICE = (
    "<h1>We value your privacy</h1><p>We and our partners use cookies and process personal data. "
    "You can accept or reject cookies, and withdraw your consent in the privacy settings.</p>"
)


def read(markup: str | bytes, url: str | None = None, charset: str | None = None) -> Document:
    content = markup.encode() if isinstance(markup, str) else markup
    return read_html(Page(origin="test", content=content, markup="html", url=url, charset=charset))


def say(document: Document, *kinds: str) -> list[str]:
    return [document.text[p.start : p.end] for p in document.parts if p.kind in kinds or not kinds]


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("html-*")), ids=lambda case: case.name)
def test_each_golden_page_is_read_as_expected(case, golden):
    document = read((case / "input.html").read_bytes())
    found = {
        name: getattr(document, name)
        for name in ("url", "outlet", "title", "byline", "published", "language")
    }
    found["parts"] = [[p.kind, document.text[p.start : p.end]] for p in document.parts]
    golden(
        case / "expected.json",
        msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n",
    )


def test_blocks_are_parted_by_empty_lines_and_labelled_in_order():
    document = read(f"<title>On the way</title><h1>On the way</h1>{BODY}")
    assert document.text.count("\n\n") == 2
    assert [part.kind for part in document.parts] == ["title", "paragraph", "paragraph"]


def test_every_letter_lies_in_one_part():
    document = read((GOLDEN / "html-plain-article" / "input.html").read_bytes())
    place = 0
    for part in document.parts:
        assert not document.text[place : part.start].strip()
        place = part.end
    assert not document.text[place:].strip()


def test_the_same_page_has_the_same_id_and_another_has_another():
    assert read(BODY).id == read(BODY).id != read(f"{BODY}<p>She said so twice.</p>").id


def test_a_title_standing_again_above_the_body_is_not_repeated():
    document = read(
        f"<title>On the way</title><div><h1>On the way</h1><h2>On the way</h2>{BODY}</div>"
    )
    assert document.text.count("On the way") == 1


def test_captions_stay_out_of_the_text():
    document = read(f"<figure><img><figcaption>Lena Holt, in blue.</figcaption></figure>{BODY}")
    assert "in blue" not in document.text


def test_a_dateline_is_a_credit_of_its_own():
    document = read("<p>KYIV (Reuters) - " + BODY.removeprefix("<p>"))
    assert say(document, "credit") == ["KYIV (Reuters) -"]


def test_a_byline_above_the_text_is_taken_out_of_it():
    document = read(f"<h1>On the way</h1><p>By Una Fell</p>{BODY}")
    assert (document.byline, "Una Fell" in document.text) == ("Una Fell", False)


def test_a_paragraph_typeset_for_two_screens_is_read_once():
    assert read(f"<div>{BODY}</div><div class=small>{BODY}</div>").text.count("Lena Holt") == 1


def test_comments_stay_out_even_where_they_are_longer_than_the_article():
    comments = "<p>I was there, and I can tell you that it was nothing like that at all.</p>" * 20
    document = read(f"<article>{BODY}</article><div class='comments'>{comments}</div>")
    assert "I was there" not in document.text


def test_an_article_that_a_script_would_show_is_found():
    assert "Lena Holt" in read(f"<div>Loading</div><div hidden id='S:0'>{BODY}</div>").text


def test_a_name_of_furniture_on_the_article_itself_means_nothing():
    assert "Lena Holt" in read(f"<div class='sidebar-wrap widget'>{BODY * 3}</div>").text


@pytest.mark.parametrize(
    ("charset", "encoding", "meta"),
    [
        ("utf-8", "utf-8", ""),
        (None, "cp1251", "<meta charset=windows-1251>"),
        ("iso-8859-1", "cp1251", '<meta http-equiv=x content="text/html; charset=windows-1251">'),
        ("utf-8", "cp1251", "<meta charset=windows-1251>"),
        ("windows-1251", "utf-8", ""),
        (None, "utf-16", ""),
        (None, "utf-8-sig", "<meta charset=windows-1251>"),
    ],
)
def test_letters_are_read_whatever_the_server_says(charset, encoding, meta):
    text = "Министр сказал в среду, что встреча состоится в июне, и что приглашения ещё не было."
    markup = f"{meta}<title>Встреча</title><p>{text}</p>"
    assert text in read(markup.encode(encoding), charset=charset).text


def test_a_page_cut_off_in_the_middle_is_read_as_far_as_it_goes():
    whole = f"<html><body><article><h1>Truncated</h1>{BODY}"
    assert "Lena Holt" in read(whole[:-40]).text


def test_a_page_without_a_date_has_none():
    assert read(BODY).published is None


def test_a_page_in_no_known_language_has_none_unless_it_declares_it():
    assert read(f"<html lang=en>{BODY}").language == "en"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "the page is empty"),
        (" \n\t", "the page is empty"),
        ("<html><body></body></html>", "holds no article"),
        ("<ul><li><a href=/>Home</a><li><a href=/a>About</a></ul>", "holds no article"),
        ("<noscript>Please enable JavaScript to read this.</noscript>", "needs JavaScript"),
        (NOTICE, "consent notice"),
        ("<title>Just a moment...</title><p>Checking your browser first.</p>", "for a robot"),
        (b"\x00\x01\x02\x03\xff\xfe" * 40, "holds no article"),
    ],
)
def test_a_page_without_an_article_is_refused_with_advice(markup, reason):
    with pytest.raises(DocumentError, match=reason) as refusal:
        read(markup)
    assert str(refusal.value).startswith("test: ")


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 200_000 + BODY,
        "<span>" * 200_000 + BODY,
        "".join(f"<b id={i}>" for i in range(5000)) + "<p>x" * 50_000,
        "<a" * 2_000_000,
    ],
    ids=["deep", "deep-inline", "repeated", "tags"],
)
def test_markup_made_to_exhaust_a_parser_is_refused(bomb):
    with pytest.raises(DocumentError, match="save the article as text"):
        read(bomb)


@pytest.mark.parametrize(
    "large",
    [
        BODY + "<div><p>a</p></div>" * 330_000,
        BODY + "<p>" + "word " * 10_000_000,
        "<ul>" + "<li><a href=/>Home</a>" * 300_000 + "</ul>" + BODY,
        BODY * 20_000,
    ],
    ids=["million-tags", "fifty-megabytes", "links", "long-article"],
)
def test_a_huge_page_takes_seconds_and_not_minutes(large):
    started = time.monotonic()
    with contextlib.suppress(DocumentError):
        read(large)
    assert time.monotonic() - started < 30


TAGS = st.sampled_from(
    ["p", "div", "/div", "a href=x", "/a", "b", "table", "td", "/table", "h1", "ul", "li", "br",
     "article", "figure", "blockquote", "noscript", "template", "svg", "!--", "script", "x-y",
     "p class='related'", "div hidden", "time datetime='2025-13-45'", "meta charset=utf-7",
     'script type="application/ld+json"'],
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(TAGS.map(lambda tag: f"<{tag}>") | st.text(max_size=60), max_size=60))
def test_malformed_markup_is_read_or_refused(pieces):
    with contextlib.suppress(DocumentError):
        document = read("".join(pieces))
        assert all(0 <= p.start < p.end <= len(document.text) for p in document.parts)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "no-such", "x" * 50]))
def test_any_bytes_are_read_or_refused(content, charset):
    with contextlib.suppress(DocumentError):
        read(content + BODY.encode(), charset=charset)


NAMES = ["@type", "@graph", "@id", "author", "name", "datePublished", "headline", "articleBody"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(JSON)
def test_data_of_any_shape_never_stops_the_reading(value):
    names = ("x", "author", "headline", "publisher", "datePublished", "inLanguage", "articleBody")
    data = json.dumps({"@type": "NewsArticle"} | dict.fromkeys(names, value))
    assert "Lena Holt" in read(f'<script type="application/ld+json">{data}</script>{BODY}').text


@pytest.mark.skipif(not (SHARED / "data" / "html").is_dir(), reason="the shared pages are not here")
def test_the_floor_of_quality_holds_on_the_shared_pages():
    """Floors lie a point below what docs/decisions/0003-html-extraction.md reports."""
    from benchmarks.extraction import measure, run_ours
    from benchmarks.extraction_pages import choose_half, read_fundus

    pages = [
        p for p in read_fundus(SHARED / "data" / "html") if choose_half(p.outlet) == "reporting"
    ]
    row = measure(pages, run_ours)
    assert float(row["f1"]) >= 0.948
    assert float(row["exact"]) >= 0.35
    assert float(row["date"]) >= 0.96
