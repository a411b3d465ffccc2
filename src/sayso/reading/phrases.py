"""Where does the head of a phrase end?"""

import re

from sayso.documents import Span

TAIL = re.compile(
    r",|\(| (?:of|for|from|by|who|which|that|whose|in|with|at|on|close to|familiar|near|speaking"
    r"|and) "
)
"""What ends the phrase that a source begins with."""


def find_head_phrase(text: str, span: Span) -> tuple[int, int]:
    """The place of a source's first phrase: up to a comma, "of", "who" and the like."""
    end = TAIL.search(text, span.start + 1, span.end)
    stop = end.start() if end else span.end
    words = text[span.start : stop].rstrip(" '’\"”,")
    for mark in ("'s", "’s"):
        words = words.removesuffix(mark)
    return span.start, span.start + len(words)
