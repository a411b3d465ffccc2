"""What page came in on standard input?"""

import sys
from typing import BinaryIO

from sayso.errors import SourceError
from sayso.settings import Settings
from sayso.sources import Page
from sayso.sources.files import read_stream


def read_standard_input(settings: Settings, stream: BinaryIO | None = None) -> Page:
    """The page on standard input, its markup told from the content; gzip is unpacked.

    Raises SourceError where nothing came in, or it is too large, broken or no text.
    """
    if stream is None:
        stream = sys.stdin.buffer if sys.stdin else None
    if stream is None:
        raise SourceError("-: there is no standard input; give a file instead")
    try:
        return read_stream(stream, "-", settings)
    except OSError as error:
        raise SourceError(f"-: standard input cannot be read ({error.strerror})") from None
