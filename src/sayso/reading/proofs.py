"""Does the text say so, to the character, and how is what it says told apart?"""

import hashlib

from sayso.documents import Span
from sayso.errors import ReadingError


def prove(text: str, start: int, end: int) -> Span:
    """The span of the text from start to end.

    Raises ReadingError where there is no such stretch: what cannot be proved is refused.
    """
    if not 0 <= start < end <= len(text):
        raise ReadingError(f"no text stands between {start} and {end}; please report this page")
    return Span(start, end, text[start:end])


def make_id(document: str, *parts: str) -> str:
    """The content hash of something in a document: 16 hexadecimal digits."""
    return hashlib.blake2b("|".join([document, *parts]).encode(), digest_size=8).hexdigest()
