"""What should the network answer for a window?"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from sayso.knowledge.lookup import load_knowledge
from sayso.reading.countries import find_countries, place_in_window
from sayso.reading.mentions import ACTOR_KINDS, anchor_of
from sayso.reading.pronouns import PRONOUNS
from sayso.reading.windows import Window, split_windows
from training.articles import Article, Marked, Mention
from training.happenings import (
    UNSEEN,
    Columns,
    Couple,
    Link,
    Seen,
    answer_happenings,
    answer_pairs,
    covered,
)

SOURCE, CUE, CONTENT = 1, 3, 5
ROLE, NOMINAL = 1, 3


@dataclass
class Example:
    """A window with its answers; UNSEEN where nothing is asked."""

    ids: list[int]
    capitals: list[int]
    tags: list[int]
    to_cue: list[int]
    """For each piece of a content, the first piece of its statement's cue (else of its content)."""
    to_source: list[int]
    """For each first piece of a cue, the first piece of its source; 0, the [CLS], for none."""
    names: list[int]
    """Bit sets of the tags that are right: O is bit 0, B and I of each kind of actor follow."""
    descriptions: list[int]
    """O, B and I of role, B and I of nominal."""
    chains: list[int]
    """The actor that a mention is anchored for at this piece; 0 where none is."""
    asked: list[int] = field(default_factory=list)
    """1 where the antecedent is asked for."""
    codes: list[int] = field(default_factory=list)
    """The number of the country whose words begin at this piece; 0 where none do."""
    countries: list[int] = field(default_factory=list)
    """The number of the country of the actor who is anchored here, 0 for none; UNSEEN elsewhere."""
    inner_tags: list[int] = field(default_factory=list)
    """As `tags`, of the statements that stand in others."""
    inner_to_cue: list[int] = field(default_factory=list)
    inner_to_source: list[int] = field(default_factory=list)
    columns: Columns | None = None
    """The answers of the heads of `happenings`."""
    links: list[Link] = field(default_factory=list)
    pairs: list[Couple] = field(default_factory=list)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The places of the lines that hold anything."""
    return [m.span() for m in re.finditer(r"[^\s][^\n]*", text)]


def make_examples(
    article: Article, tokenizer: Tokenizer, size: int, skip: int = 0
) -> list[Example]:
    """The article in windows, the first `skip` paragraphs left out."""
    stretches = paragraphs(article.text)
    stretches = stretches[skip:] or stretches
    windows = split_windows(article.text, stretches, tokenizer, size) if stretches else []
    return [_answer(article, window) for window in windows]


def _answer(article: Article, window: Window) -> Example:
    size = len(window.ids)
    asked = "statements" in article.layers
    example = Example(
        window.ids,
        window.capitals,
        [0 if asked else UNSEEN] * size,
        [UNSEEN] * size,
        [UNSEEN] * size,
        [1 if "names" in article.layers else UNSEEN] * size,
        [0 if "descriptions" in article.layers else UNSEEN] * size,
        [0] * size,
        [0] * size,
        [0] * size,
        [UNSEEN] * size,
        inner_tags=[0 if "inner" in article.layers else UNSEEN] * size,
        inner_to_cue=[UNSEEN] * size,
        inner_to_source=[UNSEEN] * size,
    )
    if asked:
        columns = (example.tags, example.to_cue, example.to_source)
        _answer_statements(article, window, article.statements, columns)
    if "inner" in article.layers:
        columns = (example.inner_tags, example.inner_to_cue, example.inner_to_source)
        _answer_statements(article, window, article.inner, columns)
    _answer_mentions(article, window, example)
    return example


def _answer_statements(
    article: Article,
    window: Window,
    statements: tuple[Marked, ...],
    columns: tuple[list[int], list[int], list[int]],
) -> None:
    tags, to_cue, to_source = columns
    low, high = window.starts[0], window.ends[-1]
    for i in covered(window, *article.ignored):
        tags[i] = UNSEEN
    for statement in statements:
        if not any(a < high and b > low for role in statement for a, b in role):
            continue
        roles = [[covered(window, place) for place in role] for role in statement]
        source, cue, content = ([run for run in role if run] for role in roles)
        for runs, first in ((source, SOURCE), (cue, CUE), (content, CONTENT)):
            for run in runs:
                for n, i in enumerate(run):
                    tags[i] = first if n == 0 else first + 1
        anchor = cue[0][0] if cue else (content[0][0] if content else None)
        if anchor is None:
            continue
        for run in content:
            for i in run:
                to_cue[i] = anchor if cue or not statement.cue else UNSEEN
        if cue:
            whole = bool(source) or not statement.source
            to_source[anchor] = (source[0][0] if source else 0) if whole else UNSEEN


def _answer_mentions(article: Article, window: Window, example: Example) -> None:
    low, high = window.starts[0], window.ends[-1]
    pieces_of: dict[Mention, list[int]] = {}
    for mention in article.mentions:
        if mention.start < high and mention.end > low:
            pieces = covered(window, (mention.start, mention.end))
            if pieces:
                pieces_of[mention] = pieces
    by_length = sorted(pieces_of.items(), key=lambda item: item[0].start - item[0].end)
    for mention, pieces in by_length:  # inner mentions are written over outer ones
        _answer_form(article, mention, pieces, example)
    every = "antecedents" in article.layers
    if every:
        _ask_pronouns(article, window, example)
    chained: dict[int, int] = defaultdict(int)
    for mention in pieces_of:
        chained[mention.chain] += 1
    for mention, pieces in pieces_of.items():
        if mention.chain:
            at = anchor_of(article.text, window, mention.form, pieces)
            example.chains[at] = mention.chain
            # Annotators of a few chains leave a first mention's antecedent open.
            example.asked[at] = int(every or chained[mention.chain] > 1)
    if article.countries:
        _answer_countries(article, window, pieces_of, example)
    marked = [Seen(mention, pieces) for mention, pieces in pieces_of.items()]
    example.columns, example.links = answer_happenings(article, window, marked)
    example.pairs = answer_pairs(article, window)


def _answer_form(article: Article, mention: Mention, pieces: list[int], example: Example) -> None:
    """Marks the pieces of a name with the kinds that it may have, those of a description."""
    if mention.form == "name" and "names" in article.layers:
        kinds = [ACTOR_KINDS.index(kind) for kind in ACTOR_KINDS if kind in mention.kinds]
        for n, i in enumerate(pieces):
            example.names[i] = sum(1 << (1 + 2 * kind + (n > 0)) for kind in kinds) or UNSEEN
    elif mention.form in ("role", "nominal") and "descriptions" in article.layers:
        first = ROLE if mention.form == "role" else NOMINAL
        for n, i in enumerate(pieces):
            example.descriptions[i] = first + (n > 0)


def _answer_countries(
    article: Article, window: Window, pieces_of: dict[Mention, list[int]], example: Example
) -> None:
    """Asks for the country of each actor but countries and places, where the window names it."""
    named = find_countries(article.text, window.starts[0], window.ends[-1], load_knowledge())
    for piece, code in place_in_window(window, list(named)):
        example.codes[piece] = number_of(code)
    present = set(example.codes)
    for mention, pieces in pieces_of.items():
        if mention.kinds & {"country", "place"} or mention.form == "pronoun":
            continue
        country = article.countries.get(mention.chain)
        number = number_of(country) if country else 0
        if number in present:
            at = anchor_of(article.text, window, mention.form, pieces)
            example.countries[at] = number


def number_of(code: str) -> int:
    """A number above 0 for each pair of capital letters."""
    return 1 + 26 * (ord(code[0]) - ord("A")) + ord(code[1]) - ord("A")


def _ask_pronouns(article: Article, window: Window, example: Example) -> None:
    """Asks for the antecedent of each pronoun; one that nobody tagged has none."""
    for i, (a, b) in enumerate(zip(window.starts, window.ends, strict=True)):
        word = article.text[a:b]
        alone = (
            not article.text[max(a - 1, 0) : a].isalnum() and not article.text[b : b + 1].isalnum()
        )
        if word.casefold() in PRONOUNS and alone and word not in ("US", "IT"):
            example.asked[i] = 1
            example.chains[i] = -1 - i
