"""Which given names stand before a name that was found only in part?"""

import re
from collections.abc import Sequence

from sayso.knowledge.names import find_sex
from sayso.reading.mentions import Found

BEFORE = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+) $")


def extend_names(text: str, mentions: Sequence[Found]) -> list[Found]:
    """The mentions; a person's single name takes in a given name that stands before it.

    So does one that a capitalised word parts from an office ("Minister Ines | Moreau").
    """
    ends = {m.end for m in mentions if m.form == "role"}
    covered = [(m.start, m.end) for m in mentions if m.form != "pronoun"]
    found = []
    for mention in mentions:
        if mention.form == "name" and mention.kind == "person":
            start = mention.start
            while before := BEFORE.search(text, max(0, start - 30), start):
                first = before.start(1)
                given = find_sex(before[1]) is not None or first - 1 in ends
                if not given or any(a < start - 1 and first < b for a, b in covered):
                    break
                start = first
            mention = mention._replace(start=start)
        found.append(mention)
    return found
