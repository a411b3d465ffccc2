"""How well is the article found in a page, and how fast?

    python -m benchmarks.extraction [--half reporting|tuning|all] [--peers] [--json] [--pages]

Reads the pages of the Fundus parsers' tests (gold paragraphs, title, authors, date) and those of
trafilatura's evaluation (pieces that belong to the article and pieces that do not) on one core,
and prints how much of the body is found, how many pages are exactly right, title, date, byline
and pages a second. Rules were chosen on the tuning half of the outlets; the reporting half only
reports. --peers runs the other libraries that are installed, too.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from benchmarks.extraction_pages import GoldPage, choose_half, read_fundus, read_trafilatura
from benchmarks.extraction_peers import Extract, Extractor, find_peers
from benchmarks.extraction_scores import (
    agree_on_authors,
    agree_on_day,
    agree_on_title,
    average,
    compare,
    count_pieces,
    fold,
    score_pieces,
)
from benchmarks.shared import digest, explain_absence, find_shared

Row = dict[str, float | str]


def run_ours(content: bytes, url: str | None) -> Extract:
    """By Sayso: the body is the text without its title, captions and boilerplate."""
    from sayso.documents.html import read_html
    from sayso.errors import DocumentError
    from sayso.sources import Page

    try:
        document = read_html(Page(origin="page", content=content, markup="html", url=url))
    except DocumentError:
        return Extract(body="")
    body = document.text
    for part in reversed(document.parts):
        if part.kind in ("title", "caption", "boilerplate"):
            body = body[: part.start] + body[part.end :]
    return Extract(
        body=body.strip(),
        title=document.title,
        byline=document.byline,
        published=document.published,
    )


def measure(pages: Sequence[GoldPage], extractor: Extractor, show: bool = False) -> Row:
    """One row of the table: the extractor's scores on the pages."""
    started = time.perf_counter()
    extracts = [_extract(page, extractor) for page in pages]
    seconds = time.perf_counter() - started
    row: Row = {"pages": len(pages), "pages/s": len(pages) / seconds}
    pairs = list(zip(pages, extracts, strict=True))
    row |= _score_bodies(pairs, show) if pages[0].paragraphs else _score_all_pieces(pairs, show)
    row |= _score_facts(pairs)
    return row


def _extract(page: GoldPage, extractor: Extractor) -> Extract:
    try:
        return extractor(page.content, page.url)
    except Exception as error:  # noqa: BLE001 a peer may fail in any way, and that is its score
        print(f"{page.name}: {type(error).__name__}: {error}", file=sys.stderr)
        return Extract(body="")


def _score_bodies(pairs: Sequence[tuple[GoldPage, Extract]], show: bool) -> Row:
    whole = [compare("\n".join(p.body), e.body) for p, e in pairs]
    bare = [compare("\n".join(p.paragraphs), e.body) for p, e in pairs]
    single = [compare("\n".join(p.body), e.body, words=1) for p, e in pairs]
    if show:
        for (page, _), overlap in sorted(
            zip(pairs, whole, strict=True), key=lambda x: x[1].precision + x[1].recall
        ):
            print(f"{overlap.precision:.3f} {overlap.recall:.3f} {page.name}", file=sys.stderr)
    folded = sum(fold(" ".join(p.body)) == fold(e.body) for p, e in pairs) / len(pairs)
    scores = average(whole)
    return {
        **scores,
        "folded": folded,
        "words f1": average(single)["f1"],
        "paragraphs f1": average(bare)["f1"],
        "paragraphs exact": average(bare)["exact"],
    }


def _score_all_pieces(pairs: Sequence[tuple[GoldPage, Extract]], show: bool) -> Row:
    counts = Counter[str]()
    for page, extract in pairs:
        here = count_pieces(
            fold(extract.body), [fold(w) for w in page.wanted], [fold(w) for w in page.unwanted]
        )
        counts += here
        if show and (here["fn"] or here["fp"]):
            print(f"fn {here['fn']} fp {here['fp']} {page.name}", file=sys.stderr)
    return {**score_pieces(counts)}


def _score_facts(pairs: Sequence[tuple[GoldPage, Extract]]) -> Row:
    titles = [agree_on_title(p.title, e.title) for p, e in pairs if p.title]
    days = [agree_on_day(p.published, e.published) for p, e in pairs if p.published]
    authors = [agree_on_authors(p.authors, e.byline) for p, e in pairs if p.authors]
    return {
        name: sum(right) / len(right)
        for name, right in (("title", titles), ("date", days), ("byline", authors))
        if right
    }


def read_pages(half: str) -> dict[str, list[GoldPage]]:
    """The gold pages of both sets, of one half of the outlets or "all"; none where absent."""
    folder = find_shared("data", "html")
    if folder is None:
        return {}
    return {
        name: [
            page
            for page in read(folder)
            if half in ("all", choose_half(page.outlet)) and (page.paragraphs or page.wanted)
        ]
        for name, read in (("fundus", read_fundus), ("trafilatura", read_trafilatura))
    }


def report() -> dict[str, Any]:
    """Sayso's figures on the reporting half, and the digests of the data, for the gate."""
    sets = read_pages("reporting")
    archives = {name: find_shared("data", "html", name, "pages.tar.gz") for name in sets}
    return {
        "data": {name: digest(path) for name, path in archives.items() if path},
        "figures": {name: measure(pages, run_ours) for name, pages in sets.items()},
    }


def print_table(rows: dict[str, Row]) -> None:
    """The rows as a table, one line an extractor, shares in per cent."""
    columns = list(next(iter(rows.values())))
    print(f"{'':24}" + "".join(f"{c.split()[0][:9]:>10}" for c in columns))
    if any(" " in c for c in columns):
        print(f"{'':24}" + "".join(f"{' '.join(c.split()[1:]):>10}" for c in columns))
    for name, row in rows.items():
        cells = (_format(column, row[column]) if column in row else "–" for column in columns)
        print(f"{name:24}" + "".join(f"{cell:>10}" for cell in cells))
    print()


def _format(column: str, value: float | str) -> str:
    if isinstance(value, str) or column == "pages":
        return str(value)
    return f"{value:.1f}" if column == "pages/s" else f"{value:.3f}"


def main() -> None:
    """Measures and prints; says what is missing and ends well where the pages are absent."""
    arguments = _read_arguments()
    sets = read_pages(arguments.half)
    if not sets:
        print(explain_absence("data/html"))
        return
    result: dict[str, dict[str, Row]] = {}
    for name, pages in sets.items():
        result[name] = {"sayso": measure(pages, run_ours, arguments.pages)}
        for peer, extractor in find_peers() if arguments.peers else ():
            if extractor is None:
                print(f"{peer} is not installed: not measured", file=sys.stderr)
            elif not arguments.only or peer in arguments.only:
                result[name][peer] = measure(pages, extractor)
        if not arguments.json:
            print(f"{name}: {len(pages)} pages, {arguments.half} half of the outlets")
            print_table(result[name])
    if arguments.json:
        print(json.dumps({"half": arguments.half, "scores": result}, indent=2))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.extraction",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--half", choices=["reporting", "tuning", "all"], default="reporting")
    parser.add_argument("--peers", action="store_true", help="measure other libraries, too")
    parser.add_argument("--only", action="append", metavar="PEER", help="only this peer; repeat")
    parser.add_argument("--pages", action="store_true", help="the pages, worst first, on stderr")
    parser.add_argument("--json", action="store_true", help="the scores as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
