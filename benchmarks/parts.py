r"""Does taking a pasted text apart cost statements, and how fast is it?

    python -m benchmarks.parts [--part dev|train] [--json] [--list] [--news]

Takes the PolNeAR articles as pasted text and counts the gold statements whose content touches a
part that is not read (caption, credit, boilerplate), and the passages that the annotators set
aside as not the article's (`discard`) that are labelled as such. Rules were tuned on train; dev
only reports. --list prints each stretch that is not read, --news those of two collections of
news, for an editor's eye. Speed is of one core, decoding included, in megabytes a second.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from benchmarks.shared import explain_absence, find_shared
from sayso.documents import Document, Part
from sayso.documents.plain import read_plain
from sayso.sources import Page

READ = frozenset({"title", "lede", "paragraph", "heading", "quote"})
"""The kinds of part that statements are read from."""
NEWS = ("dumpster_0521.jsonl.gz", "ukraine_2022_2024.jsonl.gz")

Pairs = list[tuple[int, int]]


class _Statement(msgspec.Struct, frozen=True):
    content: Pairs


class _Article(msgspec.Struct, frozen=True):
    text: str
    statements: list[_Statement] = []
    discard: Pairs = []


class Counts(msgspec.Struct):
    """What was counted over all articles."""

    articles: int = 0
    changed: int = 0
    """Articles whose mojibake was put right, so that the gold places no longer fit."""
    statements: int = 0
    lost: int = 0
    discarded: int = 0
    caught: int = 0
    megabytes: float = 0.0
    seconds: float = 0.0


def take_apart(text: str) -> Document:
    return read_plain(Page(origin="article", content=text.encode(), markup="plain"))


def measure(articles: Iterable[_Article], seen: Counter[tuple[str, str]]) -> Counts:
    """The counts over the articles; `seen` gathers what is not read."""
    counts = Counts()
    for article in articles:
        if not article.text.strip():
            continue
        content = article.text.encode()
        started = time.process_time()
        document = take_apart(article.text)
        counts.seconds += time.process_time() - started
        counts.megabytes += len(content) / 1e6
        counts.articles += 1
        unread = [part for part in document.parts if part.kind not in READ]
        seen.update((part.kind, document.text[part.start : part.end]) for part in unread)
        if document.text == article.text:
            _count(article, unread, counts)
        else:
            counts.changed += 1
    return counts


def _count(article: _Article, unread: list[Part], counts: Counts) -> None:
    for statement in article.statements:
        counts.statements += 1
        counts.lost += any(_overlap(part, *span) for part in unread for span in statement.content)
    for start, end in article.discard:
        covered = sum(_overlap(part, start, end) for part in unread)
        counts.discarded += 1
        counts.caught += covered * 2 > end - start


def _overlap(part: Part, start: int, end: int) -> int:
    return max(0, min(part.end, end) - max(part.start, start))


def read_articles(path: Path) -> list[_Article]:
    lines = gzip.decompress(path.read_bytes()).splitlines()
    return [msgspec.json.decode(line, type=_Article) for line in lines]


def write_report(name: str, counts: Counts) -> str:
    share = counts.lost / counts.statements if counts.statements else 0.0
    lines = [f"{name}: {counts.articles} articles, {counts.changed} with mojibake put right"]
    if counts.statements:
        lines += [
            f"  {counts.lost} of {counts.statements} statements touch unread parts: {share:.3%}",
            f"  {counts.caught} of {counts.discarded} passages set aside by annotators are caught",
        ]
    lines.append(f"  {counts.megabytes / max(counts.seconds, 1e-9):.1f} MB a second")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.parts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--list", action="store_true", help="print each stretch that is not read")
    parser.add_argument("--news", action="store_true", help="the two collections of news instead")
    options = parser.parse_args(arguments)
    names = [f"news/{name}" for name in NEWS]
    if not options.news:
        names = [f"attribution/polnear/{options.part}.jsonl.gz"]
    for name in names:
        path = find_shared("data", *name.split("/"))
        if path is None:
            print(explain_absence(name), file=sys.stderr)
            continue
        seen: Counter[tuple[str, str]] = Counter()
        counts = measure(read_articles(path), seen)
        if options.json:
            print(json.dumps({"data": name, **msgspec.to_builtins(counts)}))
        else:
            print(write_report(name, counts))
        if options.list:
            for (kind, said), times in sorted(
                seen.items(), key=lambda item: (item[0][0], -item[1])
            ):
                print(f"{times:5} {kind:12} {said[:200]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
