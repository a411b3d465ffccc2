"""Which pages is extraction measured on, and what should come out of them?"""

import gzip
import hashlib
import io
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

Half = Literal["tuning", "reporting"]


class GoldPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page and what is known of it: its paragraphs, or pieces that must or must not be there."""

    name: str
    outlet: str
    url: str | None
    content: bytes
    ledes: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """Fundus alone: the paragraphs in order."""
    body: tuple[str, ...] = ()
    """Fundus alone: ledes, headings and paragraphs in order."""
    wanted: tuple[str, ...] = ()
    """Trafilatura's pages alone: pieces of the article."""
    unwanted: tuple[str, ...] = ()
    """Trafilatura's pages alone: pieces of what stands around it."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


def choose_half(outlet: str) -> Half:
    """The half of the pages that an outlet falls into, by the hash of its name."""
    return "tuning" if hashlib.sha256(outlet.encode()).digest()[0] % 2 else "reporting"


def read_fundus(folder: Path) -> Iterator[GoldPage]:
    """The pages of the Fundus parsers' tests, with what each outlet's own parser gives."""
    files = _unpack(folder / "fundus" / "pages.tar.gz")
    for name in sorted(name for name in files if name.endswith(".html.gz")):
        country, file = name.split("/")[-2:]
        outlet = re.sub(r"_\d{4}_\d{2}_\d{2}.*", "", file)
        gold = _find_gold(name, outlet, files)
        about = json.loads(files[f"{name.rsplit('/', 1)[0]}/meta.info"]).get(file, {})
        if gold is not None:
            yield _make_fundus(f"{country}/{file}", outlet, about.get("url"), files[name], gold)


def read_trafilatura(folder: Path) -> Iterator[GoldPage]:
    """The pages of trafilatura's own evaluation, with pieces to be kept and pieces to go."""
    files = {
        name.rsplit("/", 1)[-1]: b
        for name, b in _unpack(folder / "trafilatura" / "pages.tar.gz").items()
    }
    cases = json.loads((folder / "trafilatura" / "evaldata.json").read_text(encoding="utf-8"))
    for url, case in cases.items():
        content = files.get(case["file"])
        if content is None:
            continue
        author = case.get("author") or ""
        author = "; ".join(author) if isinstance(author, list) else author
        yield GoldPage(
            name=case["file"],
            outlet=re.sub(r"^https?://(www\.)?|[/:].*", "", url),
            url=url,
            content=content,
            wanted=tuple(case["with"]),
            unwanted=tuple(case["without"]),
            title=case.get("title") or None,
            authors=tuple(re.split(r"[;,]\s*", author)) if author else (),
            published=case.get("date") or None,
        )


def _unpack(path: Path) -> dict[str, bytes]:
    files = {}
    with tarfile.open(fileobj=io.BytesIO(path.read_bytes())) as archive:
        for member in archive:
            opened = archive.extractfile(member) if member.isfile() else None
            if opened is not None:
                files[member.name.removeprefix("./")] = opened.read()
    return files


def _find_gold(name: str, outlet: str, files: dict[str, bytes]) -> dict[str, Any] | None:
    """What the parser of the page's time gives: versions and pages are both in order of time."""
    folder = name.rsplit("/", 1)[0]
    golds = json.loads(files[f"{folder}/{outlet}.json"])
    versions = sorted(golds, key=lambda key: [int(n) for n in re.findall(r"\d+", key)])
    pages = sorted(
        n
        for n in files
        if re.fullmatch(rf"{re.escape(folder)}/{re.escape(outlet)}_\d{{4}}_.*\.html\.gz", n)
    )
    if len(versions) != len(pages):
        return None
    gold: dict[str, Any] = golds[versions[pages.index(name)]]
    return gold


def _make_fundus(
    name: str, outlet: str, url: str | None, packed: bytes, gold: dict[str, Any]
) -> GoldPage:
    body = gold["body"]
    blocks = list(body["summary"])
    for section in body["sections"]:
        blocks += [*section["headline"], *section["paragraphs"]]
    return GoldPage(
        name=name,
        outlet=outlet,
        url=url,
        content=gzip.decompress(packed),
        ledes=tuple(body["summary"]),
        headings=tuple(h for s in body["sections"] for h in s["headline"]),
        paragraphs=tuple(p for s in body["sections"] for p in s["paragraphs"]),
        body=tuple(blocks),
        title=gold.get("title"),
        authors=tuple(gold.get("authors") or ()),
        published=str(gold["publishing_date"]) if gold.get("publishing_date") else None,
    )
