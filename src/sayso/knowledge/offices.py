"""What kind of office do these words name?"""

import re
from functools import cache, lru_cache
from typing import Final

from sayso.knowledge import Office
from sayso.knowledge.loading import read_office_words
from sayso.knowledge.names import simplify

KINDS: Final = tuple(
    "head_of_state head_of_government foreign_minister defence_minister org_head "
    "armed_group_leader deputy_head_of_state deputy_head_of_government legislature_speaker "
    "security_adviser chief_of_staff envoy negotiator spokesperson interior_minister "
    "finance_minister military_chief spy_chief party_leader ambassador minister "
    "deputy_foreign_minister deputy_minister prosecutor judge governor mayor lawmaker adviser "
    "other".split()
)
"""Those most likely to be meant come first."""
SINGLE: Final = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister legislature_speaker".split()
)
"""Kinds that one person at a time holds in a country."""
LED_BY: Final = (
    frozenset({"head_of_state", "head_of_government"}),
    frozenset({"org_head", "armed_group_leader"}),
    frozenset({"party_leader"}),
)
"""Kinds of office of whoever is called just the leader, or chief: what comes first, counts."""
PARLIAMENTARY: Final = frozenset(
    "AL AM AT AU BD BE BG BT CA CZ DE DK EE ES ET FI FJ GB GE GR HR HU IE IL IN IQ IS IT JM JP KH "
    "LB LT LU LV LY MD ME MK MT MY NL NO NP NZ PK PT RO RS SE SG SI SK TH XK".split()
)
"""Countries whose leader is the prime minister."""
_LEADERS: Final = frozenset("leader chief head boss supremo".split())
_HEADS: Final = (
    ("supreme leader",), ("prime minister", "premier", "pm", "taoiseach"), ("chancellor",),
    ("president",), ("king", "queen", "monarch", "emperor"), ("emir", "amir"), ("sultan",),
    ("crown prince",), ("pope", "pontiff"), ("general secretary",),
)  # fmt: skip
"""Titles that say more than their kind: a king is no president."""
_IDLE: Final = frozenset("of the for and to a an chief head acting s".split())
_SAME: Final = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "defense": "defence",
    "ministry": "minister", "department": "dept", "minister": "minister", "ministers": "minister",
    "organization": "organisation", "adviser": "adviser", "advisor": "adviser",
    "presidential": "president",
}  # fmt: skip


@lru_cache(maxsize=4096)
def kind_of(title: str) -> str | None:
    """The kind of office (one of `KINDS`) that the words name, or None."""
    words = simplify(title)
    for pattern, kind in _read_patterns():
        if pattern.search(words):
            return kind
    return None


def find_office(title: str, country: str | None = None) -> Office | None:
    """The office that the words name, or None where they name none."""
    kind = kind_of(title)
    return Office(title=simplify(title), kind=kind, country=country) if kind else None


def heads_of(title: str) -> frozenset[str]:
    """The titles of heads of state and government in the words, with what they are also called."""
    words = f" {simplify(title)} "
    for group in _HEADS:
        if any(f" {head} " in words for head in group):
            return frozenset(group)
    return frozenset()


def is_leader(title: str) -> bool:
    """Whether the words name whoever leads, and say no more: leader, the NATO chief."""
    tokens = simplify(title).split()
    return bool(tokens) and tokens[-1] in _LEADERS


def content_of(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    tokens = (_SAME.get(token, token) for token in simplify(title).split())
    return frozenset(token for token in tokens if token not in _IDLE)


@cache
def _read_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile("|".join(words)), kind) for kind, *words in read_office_words())
