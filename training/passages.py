"""How do passages look in the forms that the annotated news lacks?

Transcripts, a name behind a dash, quotations that go on through paragraphs, refusals to comment,
attributions that stand first: each is made from what is said in the article itself, in frames of
our own words.
"""

import random
import re
from dataclasses import replace

from training.articles import Article, Marked, Places

MARKS = [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("« ", " »")]
NEW_LAST = (
    "Haddad Okonkwo Lindqvist Marchetti Dragunov Petrovic Kovalenko Sybira Yermolenko Tanaka "
    "Abdullahi Rahmani Al-Masri Ben-David Fischer Dubois O'Connell Novak Szabo Ionescu Papadakis "
    "Demir Karimov Nguyen Zhang Kim Suzuki Singh Rao Perera Haile Mbeki Traoré Diallo Silva Ortega "
    "Castillo Herrera Lavrov-Stein Weber Jansen de Vries Nyberg Virtanen Kallas Ozols Sheikh Saleh "
    "Barzani Qureshi Bhutani Wickremasinghe Aquino Santoso Tran Ibrahim Chikwanha Osei Mensah"
).split()
NEW_FIRST = (
    "Amina Andriy Sergei Marie-Claire Yusuf Lars Giulia Dmitry Olena Hiroshi Fatima Reza Tamar "
    "Klaus Pierre Siobhan Jana Gabor Elena Nikos Mehmet Aziz Linh Wei Min-jun Priya Abebe Thabo "
    "Moussa Ana Carlos Lucia Anke Pieter Ingrid Kaja Omar Leila Imran Nimal Rosa Budi Kwame"
).split()
NEW_FEMALE = (
    "Amina Marie-Claire Giulia Olena Fatima Tamar Siobhan Jana Elena Linh Priya Ana Lucia Anke "
    "Ingrid Kaja Leila Rosa Natalia Ayşe Mariam Yuki Sofia Camila Grace Chiara Zainab Ngozi "
    "Hanna Irina Katarzyna Maryna Parvin Shirin Thandiwe Veronika Emily Sarah Margaret Helen"
).split()
NEW_MALE = (
    "Andriy Sergei Yusuf Lars Dmitry Hiroshi Reza Klaus Pierre Gabor Nikos Mehmet Aziz Wei Min-jun "
    "Abebe Thabo Moussa Carlos Pieter Omar Imran Nimal Budi Kwame Viktor Jean-Paul Tariq Bogdan "
    "Rashid Emeka Luis Giorgi Levan Tomasz Petr James Michael David Robert"
).split()
ASIDES = [
    "The vessel, nicknamed “the Old Lady”, left the harbour before dawn.",
    "His novel “A Winter Without Bread” was published in nine languages.",
    "The so-called “green corridor” was open for six hours.",
    "Trucks of the “Blue Shield” convoy waited at the crossing.",
    "Residents queued for water as the power stayed off for a second day.",
    "The region, known as “the Granary”, grows most of the country’s wheat.",
    "Sign up for our newsletter to get the day’s top stories in your inbox.",
]
TITLES = "Commissioner Ambassador Minister Chairwoman Senator Colonel Dr. Mr.".split()
SEATS = (
    "Kyiv Moscow Ankara Doha Cairo Beijing Tehran Geneva Pretoria Riyadh Paris London Berlin Tokyo "
    "Tbilisi Baku Yerevan Belgrade Nairobi Khartoum Caracas Islamabad Delhi Warsaw Brussels"
).split()
OFFICES = [
    "The White House",
    "The Kremlin",
    "Downing Street",
    "The State Department",
    "The Pentagon",
    "The foreign ministry in {place}",
    "{place}",
    "The {place} government",
    "The army",
    "The embassy of the country in {place}",
    "A spokesman for the presidency",
    "The ministry",
    "Foreign Minister {name}",
    "Defence Minister {name}, who is in {place},",
    "Officials in {place}",
    "President {name}",
    "Presidential adviser {name}",
    "{name}, head of the president’s office",
    "The press secretary",
    "Two officials familiar with the talks",
    "The European Commission",
    "the newspaper Morgenblatt",
    "the {place} Courier",
    "the state news agency",
    "a senior diplomat",
]
REFUSALS = [
    ("did not comment on", ["these reports", "the report", "the claims", "the allegations"]),
    ("has not commented on", ["the reports", "the proposal", "the leaked plan"]),
    ("declined", ["to comment", "to comment on the report", "to give details", "to be named"]),
    ("would not", ["comment on the talks", "say when the next round would begin"]),
    ("refused", ["to comment", "to say whether the offer still stood", "to take questions"]),
    ("did not immediately respond to", ["a request for comment", "questions sent on Friday"]),
    ("did not respond to", ["requests for comment", "a request for comment", "an e-mail"]),
    ("has yet to respond to", ["the accusation", "the proposal"]),
    ("neither confirmed nor denied", ["the reports", "that a meeting had taken place"]),
]
LEADS = [
    "As noted by",
    "As highlighted by",
    "As reported by",
    "As stressed by",
    "According to",
    "According to information provided by",
    "According to information from",
    "As announced by",
    "As confirmed by",
    "In the words of",
    "In the view of",
    "As stated by",
]
KEPT = frozenset(
    "I Trump Clinton Sanders Cruz Mr. Mrs. Ms. Republicans Democrats Americans".split()
)
INNER_MARKS = '“”"«»„'


class _Passage:
    """A passage under construction: its words, and its statements as places in them."""

    def __init__(self) -> None:
        self.text = ""
        self.statements: list[Marked] = []

    def add(self, words: str) -> tuple[int, int]:
        begin = len(self.text)
        self.text += words
        return (begin, len(self.text))


def _sayings(article: Article) -> list[str]:
    """Whole sentences that somebody says in the article, without quotation marks."""
    found = []
    for statement in article.statements:
        for a, b in statement.content:
            words = article.text[a:b].strip(INNER_MARKS + " ,'")
            plain = not any(mark in words for mark in INNER_MARKS) and "\n" not in words
            if plain and len(words) > 40 and words[0].isupper() and "''" not in words:
                found.append(words.rstrip(".,") + ".")
    return found


def _name(rng: random.Random) -> str:
    first, last = rng.choice(NEW_FIRST), rng.choice(NEW_LAST)
    return rng.choice([last, f"{first} {last}", f"{rng.choice(TITLES)} {last}"])


def _transcript(rng: random.Random, sayings: list[str]) -> _Passage:
    """Turns of a conversation, each a name, a colon and what is said."""
    p = _Passage()
    upper, q_and_a = rng.random() < 0.5, rng.random() < 0.2
    names = ["Q", "A"] if q_and_a else [_name(rng) for _ in range(2)]
    for turn, saying in enumerate(sayings):
        name = names[turn % 2].upper() if upper else names[turn % 2]
        source = p.add(name)
        cue = p.add(":")
        p.add(" ")
        content = p.add(saying[:-1])
        p.add(".\n\n" if rng.random() < 0.7 else ".\n")
        p.statements.append(Marked((source,), (cue,), (content,)))
    return p


def _behind_dash(rng: random.Random, sayings: list[str]) -> _Passage:
    p = _Passage()
    o, c = rng.choices(MARKS[:4], [4, 4, 2, 1])[0]
    content = p.add(f"{o}{sayings[0]}{c}")
    p.add(" ")
    cue = p.add(rng.choice(["—", "–", "--"]))
    p.add(" ")
    source = p.add(_name(rng))
    p.add("\n\n")
    p.statements.append(Marked((source,), (cue,), (content,)))
    return p


def _from_colon(rng: random.Random, sayings: list[str]) -> _Passage:
    p = _Passage()
    lead = rng.choice(["From ", "Statement by ", "Statement from ", ""])
    p.add(lead)
    source = p.add(_name(rng) if lead else "The statement in full")
    cue = p.add(":")
    p.add(rng.choice([" ", "\n\n"]))
    content = p.add(f"“{' '.join(sayings)}”")
    p.add("\n\n")
    p.statements.append(Marked((source,) if lead else (), (cue,), (content,)))
    return p


def _through_paragraphs(rng: random.Random, sayings: list[str]) -> _Passage:
    """One quotation over paragraphs, each opened and only the last closed."""
    p = _Passage()
    o, c = MARKS[rng.randrange(2)]
    source = p.add(_name(rng))
    p.add(" ")
    cue = p.add(
        rng.choice(["said:", "told reporters:", "wrote:", "added:", "said in a statement:"])
    )
    p.add(" ")
    places = [p.add(o + sayings[0])]
    for saying in sayings[1:]:
        p.add("\n\n")
        places.append(p.add(o + saying))
    p.add(c)
    places[-1] = (places[-1][0], len(p.text))
    p.add("\n\n")
    p.statements.append(Marked((source,), (cue,), tuple(places)))
    return p


def _speaker(rng: random.Random) -> str:
    """Somebody who speaks in diplomatic news: an office, a ministry, a spokesman, a name."""
    if rng.random() < 0.25:
        return _name(rng)
    place = rng.choice(SEATS)
    return rng.choice(OFFICES).format(place=place, name=_name(rng))


def _silence(rng: random.Random, _: list[str]) -> _Passage:
    """Somebody does not comment."""
    p = _Passage()
    p.add(rng.choice(["", "", f"{rng.choice(ASIDES[:1] + ASIDES[3:4])} "]))
    source = p.add(_speaker(rng))
    p.statements.append(Marked((source,), *_refusal(p, rng)))
    p.add(rng.choice([".", ".", " on Tuesday.", f", and {_speaker(rng)} left without a word."]))
    p.add("\n\n")
    return p


def _refusal(p: _Passage, rng: random.Random) -> tuple[Places, Places]:
    p.add(" ")
    verb, object_ = rng.choice(REFUSALS)
    cue = p.add(verb)
    p.add(" ")
    return (cue,), (p.add(rng.choice(object_)),)


def _as_said_by(rng: random.Random, sayings: list[str]) -> _Passage:
    """The attribution stands before what is said."""
    p = _Passage()
    cue = p.add(rng.choice(LEADS))
    p.add(" ")
    source = p.add(_speaker(rng))
    p.add(", ")
    saying = sayings[0][:-1]
    keep = saying.split()[0] in KEPT or saying[1:2].isupper()
    content = p.add(saying if keep else saying[0].lower() + saying[1:])
    p.add(".\n\n")
    p.statements.append(Marked((source,), (cue,), (content,)))
    return p


def _aside(rng: random.Random, _: list[str]) -> _Passage:
    p = _Passage()
    p.add(" ".join(rng.sample(ASIDES, 2)) + "\n\n")
    return p


FORMS = [_transcript, _behind_dash, _from_colon, _through_paragraphs, _silence, _as_said_by, _aside]
WEIGHTS = [3, 2, 1, 3, 5, 4, 1]


def add_passages(article: Article, rng: random.Random, count: int) -> Article:
    """The article with passages in rarer forms put between its paragraphs."""
    sayings = _sayings(article)
    if len(sayings) < 4:
        return article
    for _ in range(count):
        form = rng.choices(FORMS, WEIGHTS)[0]
        passage = form(rng, rng.sample(sayings, rng.randint(2, 4)))
        gaps = [m.end() for m in re.finditer("\n\n", article.text)]
        gaps = [
            g
            for g in gaps
            if not any(a < g < b for s in article.statements for a, b in [_extent(s)])
        ]
        if not gaps:
            return article
        at = rng.choice(gaps)
        size = len(passage.text)

        moved = tuple(
            Marked(*(_shift(places, at, size) for places in s)) for s in article.statements
        )
        new = tuple(
            Marked(*(tuple((a + at, b + at) for a, b in places) for places in s))
            for s in passage.statements
        )
        article = replace(
            article,
            text=article.text[:at] + passage.text + article.text[at:],
            statements=moved + new,
            ignored=_shift(article.ignored, at, size),
        )
    return article


def _shift(places: Places, at: int, size: int) -> Places:
    """The places with those from `at` on moved along by `size`."""
    return tuple((a + size, b + size) if a >= at else (a, b) for a, b in places)


def _extent(statement: Marked) -> tuple[int, int]:
    places = [p for role in statement for p in role]
    return min(a for a, _ in places), max(b for _, b in places)
