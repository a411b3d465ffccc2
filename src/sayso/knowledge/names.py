"""Can these two names be of the same person?"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from sayso.knowledge import Sex
from sayso.knowledge.loading import read_given_names
from sayso.knowledge.scripts import fold_marks, write_in_latin
from sayso.knowledge.spellings import fold_spelling

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness sheikh shaikh sheik "
    "shaykh sayyed sayyid seyyed sayed seyed hajj haji gen general lt lieutenant col colonel maj "
    "major capt captain sgt sergeant brig brigadier adm admiral vice rear marshal field cmdr "
    "commander ayatollah hojatoleslam mullah mulla maulana maulvi imam rabbi rev reverend father "
    "pope cardinal archbishop bishop patriarch king queen prince princess emir amir sultan crown "
    "president chancellor premier senator sen rep congressman congresswoman gov governor amb "
    "ambassador minister pm hon honourable honorable excellency he herr frau monsieur madame mme "
    "señor señora senor senora comrade justice judge grand".split()
)
"""Words before a name that are not of it."""
_SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
_AFTER: Final = frozenset("mp mep qc kc obe cbe phd md".split())
_ARTICLES: Final = frozenset("al el".split())
_HYPHENED: Final = re.compile(r"\b(?:al|el|ul|as|ash|an|ad|ar|at|az|ath)-(?=\w)")
_POSSESSIVE: Final = re.compile(r"(?<=\w)(?:'s|’s)$|(?<=s)[’']$")
_QUOTES: Final = re.compile(r"[’'ʼʹʻ`´‘ʿʾ]")
_DOTTED: Final = re.compile(r"\b(\w)\.(?=\w\b)")
_BREAKS: Final = re.compile(r"[\s\-‐‑–—_.,;:/()\"“”«»&]+")
_NICKNAMES: Final = tuple(
    frozenset(group.split())
    for group in (
        "william bill will billy", "joseph joe joey", "james jim jimmy jamie",
        "robert bob bobby rob",
        "michael mike mick", "anthony tony antony", "thomas tom", "timothy tim", "daniel dan danny",
        "stephen steve steven", "richard dick rick", "edward ed ted eddie", "theodore ted",
        "benjamin ben bibi", "kenneth ken", "christopher chris", "jeffrey jeff", "gregory greg",
        "donald don", "david dave", "elizabeth liz beth", "susan sue", "katherine kate kathy",
        "catherine cathy kate", "jonathan jon", "samuel sam", "alexander alex", "nicholas nick",
        "patrick pat", "peter pete", "raymond ray", "ronald ron", "matthew matt", "andrew andy",
        "charles charlie chuck", "lawrence larry", "leonard leo", "philip phil", "bernard bernie",
        "gerald gerry jerry", "frederick fred", "rebecca becky", "deborah debbie", "jacob jake",
        "edmund ed", "keir", "volodymyr vladimir", "oleksandr alexander", "serhiy sergey",
        "mykola nikolai", "andriy andrey andrei", "dmytro dmitry", "mykhailo mikhail",
        "oleksiy alexei",
    )
)  # fmt: skip


@lru_cache(maxsize=20_000)
def simplify(words: str) -> str:
    """The key by which a thing's name is compared: small letters, no marks, "the" left out."""
    folded = _QUOTES.sub("", _POSSESSIVE.sub("", fold_marks(words.strip())))
    tokens = [t for t in _BREAKS.split(_DOTTED.sub(r"\1", folded)) if t]
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    return " ".join(tokens)


@lru_cache(maxsize=20_000)
def normalise(words: str) -> str:
    """The key by which a person's name is compared, in small Latin letters.

    Without titles, marks, apostrophes and hyphens; with one form for the spellings of a name
    (`fold_spelling`). Empty where nothing that is a name remains.
    """
    latin = write_in_latin(_POSSESSIVE.sub("", words.strip()))
    latin = _HYPHENED.sub("", latin.replace("‑", "-").replace("–", "-"))
    tokens = [t for t in _BREAKS.split(_QUOTES.sub("", latin)) if t]
    while len(tokens) > 1 and (tokens[0] in TITLES or tokens[0] == "the"):
        tokens = tokens[1:]
    while len(tokens) > 2 and tokens[-1] in _AFTER:
        tokens = tokens[:-1]
    if len(tokens) > 1:
        tokens = [t for t in tokens if t not in _ARTICLES] or tokens
    return " ".join(fold_spelling(t) for t in _join_servants(tokens))


def compress(words: str) -> str:
    """The key without its spaces, in which Jong-un, Jong Un and Jongun are one."""
    return normalise(words).replace(" ", "")


def are_same_person(a: str, b: str) -> bool:
    """Whether two written names can be of one person.

    A surname can be anybody's of that name; initials, middle names, titles, spellings and the
    order of family and given name are allowed for. False where given names or generations differ.
    """
    one, other = normalise(a).split(), normalise(b).split()
    if not one or not other:
        return False
    if "".join(one) == "".join(other) or sorted(one) == sorted(other):
        return True
    one, first_suffix = _take_suffix(one)
    other, second_suffix = _take_suffix(other)
    if first_suffix != second_suffix and len(one) > 1 and len(other) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _is_surname(short[0], long)
    return _agree(short, long) or _agree([*short[1:], short[0]], long) or _is_tail(short, long)


def find_sex(first_name: str) -> Sex | None:
    """Whose given name it is, or None where it is unknown or both women's and men's."""
    words = write_in_latin(first_name).split()
    return _read_sexes().get(words[0]) if words else None


def _take_suffix(tokens: list[str]) -> tuple[list[str], str]:
    if len(tokens) > 1 and tokens[-1] in _SUFFIXES:
        return tokens[:-1], tokens[-1]
    return tokens, ""


def _is_surname(token: str, tokens: list[str]) -> bool:
    """Whether the token alone may stand for the name: its last word, or its first if it is Xi's."""
    if token == tokens[-1] or token == "".join(tokens[1:]):
        return True
    return token == tokens[0] and _read_folded_sexes().get(token) is None and len(tokens) > 1


def _agree(short: list[str], long: list[str]) -> bool:
    """Whether the shorter name is the longer with words left out, both ends kept."""
    if not _matches(short[0], long[0]):
        return False
    if short[-1] != long[-1]:
        # Spanish and Portuguese names go on: Pedro Sánchez Pérez-Castejón.
        return len(long) > len(short) >= 2 and long[: len(short)] == short
    inner, rest = short[1:-1], iter(long[1:-1])
    if inner and len(inner[0]) == 1 and not _matches(inner[0], long[1]):
        return False  # George W. is not George H. W.
    return all(any(_matches(word, other) for other in rest) for word in inner)


def _is_tail(short: list[str], long: list[str]) -> bool:
    """Whether the shorter is the end of the longer: von der Leyen, Ben Gvir, Javad Zarif."""
    return len(long) > len(short) and long[-len(short) :] == short


def _matches(one: str, other: str) -> bool:
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    return other in _read_nicknames().get(one, ())


def _join_servants(tokens: list[str]) -> list[str]:
    """Abdul Rahman, Abd al-Rahman and Abdulrahman as one word."""
    joined: list[str] = []
    for before, token in pairwise(["", *tokens]):
        if joined and before in {"abdul", "abdel", "abdal", "abd"} and len(token) > 2:
            joined[-1] = f"abdul{token}"
        else:
            joined.append(token)
    return joined


@cache
def _read_nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _NICKNAMES:
        folded = frozenset(fold_spelling(name) for name in group)
        for name in folded:
            found[name] = found.get(name, frozenset()) | folded
    return found


@cache
def _read_sexes() -> dict[str, Sex]:
    women, men = (set(names) for names in read_given_names())
    sexes: dict[str, Sex] = dict.fromkeys(women - men, "f")
    sexes.update(dict.fromkeys(men - women, "m"))
    return sexes


@cache
def _read_folded_sexes() -> dict[str, Sex]:
    return {fold_spelling(name): sex for name, sex in _read_sexes().items()}
