"""What does ordinary news look like where the annotated news does not?

PolNeAR is campaign news of 2015-16 from seven American outlets. Each time an article is shown to
the model it is varied: other names, other quotation marks, and a few passages in forms that the
set lacks (transcripts, a name behind a dash, quotations that go on through paragraphs, a clause
between name and verb), made from the article's own statements. All frames are in our own words.
"""

import random
import re
from dataclasses import replace

from sayso.reading.pronouns import find_pronoun
from training.articles import Article, Mention, edit, insert
from training.passages import MARKS, NEW_FEMALE, NEW_FIRST, NEW_LAST, NEW_MALE, add_passages

PERSON = frozenset({"person"})

DOUBLE = re.compile("“([^“”]*)”|\"([^\"]*)\"|''([^']*)''")
MARK_WEIGHTS = [3, 3, 3, 2, 2, 1, 1]
NAMED = (
    "Trump Clinton Sanders Cruz Rubio Kasich Bush Carson Obama Pence Kaine Ryan Romney Fiorina "
    "Christie Paul Huckabee Walker Comey Conway Manafort Lewandowski McConnell Priebus Giuliani "
    "Warren Biden Reid Pelosi Gingrich Palin McCain Graham Jindal Perry Santorum Webb"
).split()
FIRST = "Donald Hillary Bernie Ted Marco John Jeb Ben Barack Mike Tim Paul Mitt Carly Chris".split()
CLAUSES = [
    ", a doctor at the clinic,",
    ", who has led the delegation since March,",
    ", a former deputy minister,",
    ", 43, a baker from the old town,",
    ", who arrived late in the evening,",
    " of the border commission",
    ", the group’s spokeswoman,",
    ", whose brother is among the missing,",
    ", head of the mission to the region,",
]


def swap_names(article: Article, rng: random.Random) -> Article:
    """The article with the campaign's names replaced, each by one other name throughout."""
    last = dict(zip(NAMED, rng.sample(NEW_LAST, len(NAMED)), strict=True))
    first = dict(zip(FIRST, rng.sample(NEW_FIRST, len(FIRST)), strict=True))
    pattern = rf"\b(?:({'|'.join(FIRST)})(?= [A-Z])|({'|'.join(NAMED)}))\b"
    changes = []
    for m in re.finditer(pattern, article.text):
        new = first[m[1]] if m[1] else last[m[2]]
        changes.append((m.start(), m.end(), new))
    return edit(article, changes)


def swap_actors(article: Article, rng: random.Random) -> Article:
    """The article with other names for its persons, each word of a name the same throughout.

    First names go to first names of the sex that the article's pronouns tell.
    """
    words: dict[str, str] = {}
    for chain, names in _names_of_persons(article).items():
        sex = _sex_of(article, chain)
        for name in names:
            parts = name.split()
            for n, part in enumerate(parts):
                first = n == 0 and len(parts) > 1
                pool = (
                    (NEW_FEMALE if sex == "f" else NEW_MALE if sex == "m" else None)
                    if first
                    else NEW_LAST
                )
                if pool and part[:1].isupper() and len(part) > 2 and part not in words:
                    words[part] = rng.choice(pool)
    changes = []
    for mention in article.mentions:
        if mention.form == "name" and mention.kinds == PERSON:
            for m in re.finditer(r"[\w’'-]+", article.text[mention.start : mention.end]):
                if m[0] in words:
                    at = mention.start
                    changes.append((at + m.start(), at + m.end(), words[m[0]]))
    return edit(article, sorted(set(changes)))


def _names_of_persons(article: Article) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for mention in article.mentions:
        if mention.form == "name" and mention.kinds == PERSON:
            found.setdefault(mention.chain, set()).add(article.text[mention.start : mention.end])
    return found


def _sex_of(article: Article, chain: int) -> str | None:
    told = {
        pronoun.sex
        for m in article.mentions
        if m.chain == chain and (pronoun := find_pronoun(article.text[m.start : m.end]))
    } - {None}
    return told.pop() if len(told) == 1 else None


def swap_marks(article: Article, rng: random.Random) -> Article:
    """The article with its double quotation marks in another style."""
    opening, closing = rng.choices(MARKS, MARK_WEIGHTS)[0]
    changes = []
    for m in DOUBLE.finditer(article.text):
        width = 2 if m[3] is not None else 1
        changes.append((m.start(), m.start() + width, opening))
        changes.append((m.end() - width, m.end(), closing))
    return edit(article, changes)


def insert_clauses(article: Article, rng: random.Random) -> Article:
    """The article with a descriptive clause between some names and their verbs."""
    changes = []
    for statement in article.statements:
        if len(statement.source) != 1 or len(statement.cue) != 1 or rng.random() > 0.12:
            continue
        end, cue = statement.source[0][1], statement.cue[0][0]
        words = article.text[slice(*statement.source[0])]
        if (
            article.text[end:cue] == " "
            and words[:1].isupper()
            and "," not in words
            and len(words) > 3
        ):
            changes.append((end - 1, end, words[-1] + rng.choice(CLAUSES)))
    return edit(article, sorted(set(changes)))


def join_paragraphs(article: Article) -> Article:
    """The article on one line, as many archives and feeds hold news."""
    return edit(article, [(*m.span(), " ") for m in re.finditer(r"\s*\n\s*", article.text)])


FURNITURE = [
    "By {name}",
    "Photo: {name}/Reuters",
    "{name} | Getty Images",
    "Image credit: {name}, AP",
    "Updated 3 hours ago",
    "Published: 14:05 GMT",
    "READ MORE: What we know so far",
    "Related topics: Diplomacy, Security",
    "{name} is the paper's diplomatic correspondent.",
    "Reporting by {name}; editing by {other}",
    "Share this story",
    "Sign up to our morning briefing.",
    "(AFP / {name})",
    "{name} and {other}",
]


def add_furniture(article: Article, rng: random.Random) -> Article:
    """The article with credits, bylines and teasers between its paragraphs: nobody says them."""
    gaps = [m.end() for m in re.finditer(r"\n\n", article.text)]
    for at in sorted(rng.sample(gaps, min(len(gaps), rng.randint(1, 3))), reverse=True):
        line = rng.choice(FURNITURE)
        words = {
            key: f"{rng.choice(NEW_FIRST)} {rng.choice(NEW_LAST)}" for key in ("name", "other")
        }
        text = line.format(**words) + "\n\n"
        found = [
            Mention(at + text.index(name), at + text.index(name) + len(name), "name", PERSON, 0)
            for name in words.values()
            if name in text
        ]
        article = insert(article, at, text)
        article = replace(article, mentions=(*article.mentions, *found))
    return article


def vary(article: Article, rng: random.Random) -> Article:
    """The article as it is shown to the model this time."""
    if "statements" not in article.layers:
        return article
    if article.mentions:
        if rng.random() < 0.6:
            article = swap_actors(article, rng)
        if rng.random() < 0.35:
            article = swap_marks(article, rng)
        if rng.random() < 0.3:
            article = add_furniture(article, rng)
        return join_paragraphs(article) if rng.random() < 0.35 else article
    if rng.random() < 0.45:
        article = swap_names(article, rng)
    if rng.random() < 0.35:
        article = swap_marks(article, rng)
    if rng.random() < 0.5:
        article = insert_clauses(article, rng)
    if rng.random() < 0.4:
        article = add_passages(article, rng, 1 if rng.random() < 0.7 else 2)
    return article
