"""What do other libraries make of the same page?"""

import importlib.util
import json
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module

import msgspec


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What a library takes from a page; None where it does not look for it or finds nothing."""

    body: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None


Extractor = Callable[[bytes, str | None], Extract]


def find_peers() -> Iterator[tuple[str, Extractor | None]]:
    """Each peer's name and its extractor, None where it is not installed."""
    for name, (package, extractor) in PEERS.items():
        yield name, extractor if importlib.util.find_spec(package) else None


def run_trafilatura(content: bytes, url: str | None, **options: bool) -> Extract:
    """By trafilatura, tables and comments left out, with its own metadata."""
    trafilatura = import_module("trafilatura")

    found = trafilatura.extract(
        content,
        url=url,
        include_comments=False,
        with_metadata=True,
        output_format="json",
        **options,
    )
    if not found:
        return Extract(body="")
    values = json.loads(found)
    return Extract(
        body=values["text"] or "",
        title=values["title"],
        byline=values["author"],
        published=values["date"],
    )


def run_trafilatura_fast(content: bytes, url: str | None) -> Extract:
    """By trafilatura without its fallbacks."""
    return run_trafilatura(content, url, fast=True)


def run_trafilatura_precise(content: bytes, url: str | None) -> Extract:
    """By trafilatura in favour of precision."""
    return run_trafilatura(content, url, favor_precision=True, include_tables=False)


def run_trafilatura_recall(content: bytes, url: str | None) -> Extract:
    """By trafilatura in favour of recall."""
    return run_trafilatura(content, url, favor_recall=True)


def run_resiliparse(content: bytes, _url: str | None) -> Extract:
    """By resiliparse, main content only."""
    encoding = import_module("resiliparse.parse.encoding")
    html2text = import_module("resiliparse.extract.html2text")
    html = import_module("resiliparse.parse.html")
    charset = encoding.detect_encoding(content, html5_compatible=True)
    tree = html.HTMLTree.parse(encoding.bytes_to_str(content, charset))
    text = html2text.extract_plain_text(
        tree, main_content=True, alt_texts=False, links=False, list_bullets=False
    )
    return Extract(body=text, title=tree.title or None)


def run_newspaper(content: bytes, url: str | None) -> Extract:
    """By newspaper4k."""
    newspaper = import_module("newspaper")

    article = newspaper.Article(url or "http://example.org/", fetch_images=False)
    article.download(input_html=content.decode("utf-8", "replace"))
    article.parse()
    date = article.publish_date
    return Extract(
        body=article.text,
        title=article.title or None,
        byline=", ".join(article.authors) or None,
        published=date.isoformat() if date else None,
    )


def run_readability(content: bytes, _url: str | None) -> Extract:
    """By readability-lxml."""
    lxml_html = import_module("lxml.html")
    readability = import_module("readability")

    document = readability.Document(content.decode("utf-8", "replace"))
    tree = lxml_html.fromstring(document.summary(html_partial=True))
    blocks = [" ".join(e.text_content().split()) for e in tree.iter("p", "li", "h2", "h3", "pre")]
    return Extract(body="\n".join(b for b in blocks if b), title=document.title())


def run_justext(content: bytes, _url: str | None) -> Extract:
    """By jusText, with its words of English and German."""
    justext = import_module("justext")

    stop = justext.get_stoplist("English") | justext.get_stoplist("German")
    paragraphs = justext.justext(content, stop)
    return Extract(body="\n".join(p.text for p in paragraphs if not p.is_boilerplate))


def run_goose(content: bytes, _url: str | None) -> Extract:
    """By goose3."""
    goose3 = import_module("goose3")

    with warnings.catch_warnings(), goose3.Goose({"enable_image_fetching": False}) as goose:
        warnings.simplefilter("ignore")
        article = goose.extract(raw_html=content.decode("utf-8", "replace"))
    return Extract(
        body=article.cleaned_text or "",
        title=article.title or None,
        byline=", ".join(article.authors) or None,
        published=article.publish_date,
    )


def run_htmldate(content: bytes, url: str | None) -> Extract:
    """By htmldate: the date alone."""
    htmldate = import_module("htmldate")
    return Extract(body="", published=htmldate.find_date(content, url=url, original_date=True))


PEERS: dict[str, tuple[str, Extractor]] = {
    "trafilatura": ("trafilatura", run_trafilatura),
    "trafilatura fast": ("trafilatura", run_trafilatura_fast),
    "trafilatura precision": ("trafilatura", run_trafilatura_precise),
    "trafilatura recall": ("trafilatura", run_trafilatura_recall),
    "newspaper4k": ("newspaper", run_newspaper),
    "readability-lxml": ("readability", run_readability),
    "resiliparse": ("resiliparse", run_resiliparse),
    "goose3": ("goose3", run_goose),
    "jusText": ("justext", run_justext),
    "htmldate": ("htmldate", run_htmldate),
}
