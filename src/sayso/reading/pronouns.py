"""Which pronouns can stand for an actor, and for what sort of one?"""

from typing import Literal, NamedTuple

Sex = Literal["f", "m"]


class Pronoun(NamedTuple):
    """What a pronoun tells of the one that it stands for."""

    person: Literal[1, 3]
    plural: bool = False
    sex: Sex | None = None
    thing: bool = False
    """Whether it may stand for an organisation or country rather than a person (it, its)."""


HE, SHE, IT = Pronoun(3, sex="m"), Pronoun(3, sex="f"), Pronoun(3, thing=True)
THEY, ME, US = Pronoun(3, plural=True), Pronoun(1), Pronoun(1, plural=True)
WHO = Pronoun(3)
PRONOUNS: dict[str, Pronoun] = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ME),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), US),
    **dict.fromkeys(("who", "whom", "whose"), WHO),
}
"""Pronouns by their word in small letters; "US" and "IT" in capitals are none."""


def find_pronoun(word: str) -> Pronoun | None:
    """What the word tells as a pronoun; None where it is none."""
    if word in ("US", "IT"):
        return None
    return PRONOUNS.get(word.casefold())
