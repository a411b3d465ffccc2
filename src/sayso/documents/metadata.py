"""What does a page say of itself: title, authors, outlet, date, language, address?"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sayso.documents.dates import parse_date

_ARTICLE_TYPES: Final = re.compile(r"(?:Article|Posting|Report|Review)$")
_MOST_RECORDS: Final = 2000
"""JSON objects looked at on one page; the largest seen have some hundreds."""
_DATE_NAMES: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "published_time", "publish-date", "publish_date", "publishdate",
    "publication_date", "publicationdate", "published-date", "pubdate", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date",
    "dc.date", "citation_publication_date", "citation_date", "bt:pubdate", "iso-8601-publish-date",
    "article_date_original", "originalpublicationdate", "date.issued", "date", "ptime", "created",
    "last-published",
)  # fmt: skip
_AUTHOR_NAMES: Final = (
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
    "sailthru.author", "parsely-author", "byl", "cxenseparse:author", "citation_author",
    "article.author", "twitter:data1",
)  # fmt: skip
_OF_OTHERS: Final = ("Comment", "Review", "UserReview", "ImageObject", "VideoObject", "Person")
"""Types whose date of publication is not the page's."""
_TRAILING_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_SPACE: Final = re.compile(r"\s+")


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the page's data and its head declare; None where they say nothing."""

    headline: str | None = None
    titles: tuple[str, ...] = ()
    """Every form of the title that the head gives, best first."""
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    description: str | None = None
    body: str | None = None
    """The text of the article as the page's data gives it."""


def find_metadata(tree: LexborHTMLParser, url: str | None) -> Metadata:
    """What the page says of itself in JSON-LD, OpenGraph, other meta elements and microdata."""
    metas = _read_metas(tree)
    records = list(_read_records(tree))
    article = _choose_article(records)
    headline = _text(article.get("headline")) or _text(article.get("name"))
    given = [headline, metas.get("og:title"), metas.get("twitter:title"), _read_title(tree)]
    return Metadata(
        headline=headline,
        titles=tuple(dict.fromkeys(t for t in map(_text, given) if t)),
        authors=_find_authors(article, metas, tree),
        publisher=_find_publisher(article, records, metas),
        published=_find_published(article, records, metas, tree),
        language=_find_declared_language(article, metas, tree),
        url=_find_address(metas, tree, url),
        description=_text(
            metas.get("og:description") or metas.get("description") or article.get("description")
        ),
        body=_find_body(records),
    )


def _text(value: object) -> str | None:
    """A string with white space folded, None if there is none."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    if "&" in value:
        from html import unescape

        value = unescape(value)
    return _SPACE.sub(" ", value).strip() or None


def _read_metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The content of each meta element by its name in small letters, the first of a name."""
    metas: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        content = (attributes.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            name = (attributes.get(key) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


def _read_title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head > title") or tree.css_first("title")
    return _text(node.text()) if node else None


def _read_records(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, outermost first."""
    scripts = tree.css('script[type*="ld+json"]')
    waiting: list[object] = [_load_json(node.text() or "") for node in scripts]
    count = 0
    while waiting and count < _MOST_RECORDS:
        value = waiting.pop(0)
        count += 1
        if isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, (dict, list)))
        elif isinstance(value, list):
            waiting.extend(value[:_MOST_RECORDS])


def _load_json(text: str) -> object:
    """The value of a JSON text, with the faults that pages have: commas, comments, controls."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _is_article(record: dict[str, Any]) -> bool:
    types = record.get("@type")
    types = types if isinstance(types, list) else [types]
    return any(isinstance(t, str) and _ARTICLE_TYPES.search(t) for t in types)


def _choose_article(records: list[dict[str, Any]]) -> dict[str, Any]:
    """The record of the article itself: the one that tells most; the first of equals."""
    telling = ("headline", "datePublished", "author", "articleBody", "publisher")
    articles = [r for r in records if _is_article(r)]
    return max(articles, key=lambda r: sum(bool(r.get(k)) for k in telling), default={})


def _find_body(records: list[dict[str, Any]]) -> str | None:
    bodies = [r["articleBody"] for r in records if isinstance(r.get("articleBody"), str)]
    return max(bodies, key=len, default=None)


def _find_authors(
    article: dict[str, Any], metas: dict[str, str], tree: LexborHTMLParser
) -> tuple[str, ...]:
    names = list(_read_names(article.get("author")) or _read_names(article.get("creator")))
    if not names:
        names = [v for k in _AUTHOR_NAMES if (v := metas.get(k)) and _is_name(v)][:1]
    if not names:
        found = tree.css('[itemprop~="author"], [rel~="author"], .byline, .author, .author-name')
        names = [n for node in found[:12] if (n := _read_node(node)) and _is_name(n)][:1]
    cleaned = (_clean_author(name) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _read_names(value: object, depth: int = 0) -> list[str]:
    """The names in a person, a list of persons, or a string."""
    if depth > 5:
        return []
    if isinstance(value, list):
        return [name for item in value[:50] for name in _read_names(item, depth + 1)]
    if isinstance(value, dict):
        value = value.get("name")
        return _read_names(value, depth + 1) if value else []
    name = _text(value)
    return [name] if name and _is_name(name) else []


def _read_node(node: LexborNode) -> str | None:
    inner = node.css_first('[itemprop~="name"]') or node
    return _text(inner.attributes.get("content") or inner.text(separator=" "))


_BY: Final = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|written\s+by|text|autor(?:in)?|author|автор)\s*:?\s+",
    re.IGNORECASE,
)


def _clean_author(name: str) -> str:
    return _BY.sub("", name).strip(" ,;|–-")


def _is_name(text: str) -> bool:
    """Whether a text can be a person's or a newsroom's name and not an address or a number."""
    return 2 <= len(text) <= 120 and "://" not in text and not text[0].isdigit() and "@" not in text


def _find_publisher(
    article: dict[str, Any], records: list[dict[str, Any]], metas: dict[str, str]
) -> str | None:
    site = _text(metas.get("og:site_name"))
    names = _read_names(article.get("publisher"))
    if not names and isinstance(article.get("publisher"), dict):
        identity = article["publisher"].get("@id")
        names = [
            n
            for r in records
            if identity and r.get("@id") == identity
            for n in _read_names(r.get("name"))
        ]
    return site or next(iter(names), None)


def _find_published(
    article: dict[str, Any],
    records: list[dict[str, Any]],
    metas: dict[str, str],
    tree: LexborHTMLParser,
) -> str | None:
    """The date from the page's data, its head, its microdata or its time elements."""
    candidates = [article.get("datePublished"), *(metas.get(name) for name in _DATE_NAMES[:3])]
    candidates += [r.get("datePublished") for r in records if r.get("@type") not in _OF_OTHERS]
    candidates += [metas.get(name) for name in _DATE_NAMES[3:]]
    candidates += [article.get("dateCreated"), article.get("uploadDate")]
    for value in candidates:
        found = parse_date(_text(value))
        if found and len(found) >= 10:
            return found
    return _find_marked_date(tree)


def _find_marked_date(tree: LexborHTMLParser) -> str | None:
    """The date in the element that is marked as the date of publication."""
    for selector in (
        '[itemprop~="datePublished"]', "time[pubdate]", "time.published, time.entry-date",
        ".published[title], abbr.published", "article header time[datetime]",
        "article time[datetime]", "time[datetime]",
    ):  # fmt: skip
        for node in tree.css(selector)[:3]:
            attributes = node.attributes
            written = (
                attributes.get("content")
                or attributes.get("datetime")
                or attributes.get("title")
                or node.text()
            )
            found = parse_date(written)
            if found:
                return found
    return None


def _find_declared_language(
    article: dict[str, Any], metas: dict[str, str], tree: LexborHTMLParser
) -> str | None:
    root = tree.css_first("html")
    attributes = root.attributes if root else {}
    declared = (
        attributes.get("lang")
        or attributes.get("xml:lang")
        or article.get("inLanguage")
        or metas.get("og:locale")
        or metas.get("content-language")
    )
    return _text(declared)


def _find_address(metas: dict[str, str], tree: LexborHTMLParser, url: str | None) -> str | None:
    """The canonical address; one of a home page is disbelieved for a page that is none."""
    node = tree.css_first('link[rel~="canonical"]')
    for given in (node.attributes.get("href") if node else None, metas.get("og:url")):
        try:
            address = urljoin(url or "", (given or "").strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.hostname:
            continue
        if parts.path in ("", "/") and url and urlsplit(url).path not in ("", "/"):
            continue
        return address
    return url
