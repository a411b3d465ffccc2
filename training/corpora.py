"""What do the corpora of names and of coreference say?

Readers for GUM, WikiGold, re3d and ECB+ below the shared folder, and for our own texts in
`training/texts`. Each gives `Article`s whose `layers` say what is annotated throughout.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import read_gold_folder
from sayso.reading.pronouns import PRONOUNS
from training.articles import SHARED, Article, Marked, Mention
from training.gum import read_gum
from training.records import add_records

DATA = SHARED / "data"
OWN = Path(__file__).parent / "texts"
ORGANISED = frozenset({"organisation", "group", "outlet"})
LOCATED = frozenset({"place", "country"})
WIKIGOLD = {"PER": frozenset({"person"}), "ORG": ORGANISED, "LOC": LOCATED}
RE3D = {
    "Person": frozenset({"person"}),
    "Organisation": ORGANISED | {"country"},
    "Location": LOCATED,
}
NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] ' 's n't % '' ’s ’".split())
NO_SPACE_AFTER = frozenset("( [ $ ``".split())


def is_for_reporting(name: str) -> bool:
    """Whether a document of re3d or a news document of GUM serves only to report on."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def read_names_and_chains() -> list[Article]:
    """All articles to train names, descriptions and antecedents on."""
    gum = DATA / "syntax-entities-coref" / "gum" / "train.conllu.gz"
    shown = [a for a in read_gum(gum) if not ("_news_" in a.id and is_for_reporting(a.id))]
    shown += read_wikigold(DATA / "entities" / "wikigold.conll.gz")
    shown += [
        a for a in read_re3d(DATA / "entities" / "re3d.jsonl.gz") if not is_for_reporting(a.id)
    ]
    shown += read_ecb(DATA / "coreference" / "ecbplus" / "train.jsonl.gz")
    return shown


def read_own(folder: Path = OWN, split: str | None = None) -> list[Article]:
    """Our own texts, with statements, names, descriptions and antecedents.

    Statements that stand in others are kept apart, as PolNeAR has none; the source of one that
    speaks through a relative pronoun is the pronoun.
    """
    found = []
    for gold in read_gold_folder(folder, split):
        statements: list[Marked] = []
        inner: list[Marked] = []
        mentions = []
        for mention in gold.mentions:
            kind = gold.actors[mention.actor].kind
            mentions.append(
                Mention(mention.start, mention.end, mention.form, frozenset({kind}), mention.actor)
            )
        heads = {(m.start, m.end): m.actor for m in gold.mentions}
        for number, s in enumerate(gold.statements, 1):
            for start, end in s["pronoun"]:
                whose = [
                    a for (x, y), a in heads.items() for b, e in s["source"] if b <= x and y <= e
                ]
                if whose and (start, end) not in heads:
                    chain = Counter(whose).most_common(1)[0][0]
                    mentions.append(Mention(start, end, "pronoun", frozenset(), chain))
            roles = (s["pronoun"] or s["source"], s["cue"], s["content"])
            marked = Marked(*(tuple((a, b) for a, b in role) for role in roles))
            (inner if number in gold.nested else statements).append(marked)
        layers = frozenset({"statements", "inner", "names", "descriptions", "antecedents"})
        countries = {number: actor.country for number, actor in gold.actors.items()}
        article = Article(
            gold.id,
            gold.text,
            tuple(statements),
            mentions=tuple(mentions),
            layers=layers,
            countries=countries,
            inner=tuple(inner),
        )
        found.append(add_records(article, gold))
    return found


def read_wikigold(path: Path, sentences: int = 12) -> Iterator[Article]:
    """WikiGold, several sentences an article; only names, and of those the types we know."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = "".join(lines).strip().split("\n\n")
    for n in range(0, len(blocks), sentences):
        rows = [
            [tuple(line.rsplit(" ", 1)) for line in block.split("\n")]
            for block in blocks[n : n + sentences]
        ]
        text, places = join_words([[word for word, _ in row] for row in rows])
        mentions = []
        for row, at in zip(rows, places, strict=True):
            tags = [tag[2:] if tag != "O" else "" for _, tag in row]
            for first, last, tag in find_runs(tags):
                kinds = WIKIGOLD.get(tag)
                if kinds:
                    mentions.append(Mention(at[first][0], at[last][1], "name", kinds, 0))
        yield Article(f"wikigold-{n}", text, (), (), tuple(mentions), frozenset({"names"}))


def find_runs(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of one tag: first, last (inclusive), tag."""
    begin = 0
    for i, tag in enumerate(tags):
        if i and tag != tags[i - 1]:
            begin = i
        if tag and (i + 1 == len(tags) or tags[i + 1] != tag):
            yield begin, i, tag


def read_re3d(path: Path) -> Iterator[Article]:
    """re3d: its names (innermost entities that begin with a capital letter)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            mentions = tuple(find_re3d_names(record))
            yield Article(record["id"], record["text"], (), (), mentions, frozenset({"names"}))


def find_re3d_names(record: dict[str, Any]) -> Iterator[Mention]:
    """The named persons, organisations and places of a record: innermost, capitalised, bare."""
    entities = [e for e in record["entities"] if e["type"] in RE3D]
    taken: list[tuple[int, int]] = []
    for e in sorted(entities, key=lambda e: e["end"] - e["start"]):
        name = trim_name(record["text"], e["start"], e["end"])
        if name is None or any(a < name[1] and name[0] < b for a, b in taken):
            continue
        taken.append(name)
        yield Mention(*name, "name", RE3D[e["type"]], 0)


Word = tuple[str, tuple[int, int]]
SMALL = frozenset("of the for and de la al el bin in on to du des von van der ash-".split())
BEFORE_NAME = re.compile(
    r"(?:The|the|President|Prime Minister|Foreign Minister|Mr|Mrs|Ms|Dr|General|Gen|Sheikh|Senator|"
    r"Secretary|Minister|Ambassador|King|Prince|Lord|Sir|Captain|Colonel|Col)\.? "
)


def trim_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name in a place, without article and title; None where its words are no name's."""
    while match := BEFORE_NAME.match(text, start, end):
        start = match.end()
    words = text[start:end].split()
    if len(words) == 1 and words[0].casefold() in PRONOUNS:
        return None
    if not words or not all(w[:1].isupper() or w in SMALL or w[:1].isdigit() for w in words):
        return None
    return (start, end) if words[0][:1].isupper() and len(words) < 9 else None


def read_ecb(path: Path) -> Iterator[Article]:
    """ECB+: chains of persons, organisations and places over the annotated sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            kept = [n for n in record["sentence_numbers"] if n < len(record["sentences"])]
            text, places = join_words([record["sentences"][n] for n in kept])
            rows = dict(zip(kept, places, strict=True))
            chains: dict[str, int] = {}
            mentions = []
            for e in record["entities"]:
                if (
                    e["type"] not in ("HUM", "LOC")
                    or "Singleton" in e["chain"]
                    or "UNK" in e["chain"]
                ):
                    continue
                if e["sentence"] not in rows or "tokens" in e:
                    continue
                at = rows[e["sentence"]]
                chain = chains.setdefault(e["chain"], len(chains) + 1)
                words = list(zip(record["sentences"][e["sentence"]], at, strict=True))
                form, kept_words = trim_ecb(words[e["start"] : e["end"]])
                if kept_words:
                    place = (kept_words[0][1][0], kept_words[-1][1][1])
                    mentions.append(Mention(*place, form, frozenset(), chain))
            yield Article(record["doc_id"], text, (), (), tuple(mentions), frozenset())


def trim_ecb(words: list[Word]) -> tuple[str, list[Word]]:
    """The last run of capitalised words, as a name, or a lone pronoun; nothing of other words."""
    if len(words) == 1 and words[0][0].casefold() in PRONOUNS:
        return "pronoun", words
    capital = [bool(word[:1].isupper()) for word, _ in words]
    last = len(words)
    while last and not capital[last - 1]:
        last -= 1
    first = last
    while first and capital[first - 1]:
        first -= 1
    return "name", words[first:last]


def join_words(rows: Iterable[list[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Sentences of words as a text of a paragraph each, and the place of each word."""
    text, places = "", []
    for row in rows:
        at = []
        for i, word in enumerate(row):
            glued = word in NO_SPACE_BEFORE or (i and row[i - 1] in NO_SPACE_AFTER)
            text += "" if not i or glued else " "
            at.append((len(text), len(text) + len(word)))
            text += word
        places.append(at)
        text += "\n"
    return text, places
