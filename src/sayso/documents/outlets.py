"""Which outlet published it?"""

from typing import Final
from urllib.parse import urlsplit

_LONGEST: Final = 80
"""Characters; what is longer is a slogan."""
_PREFIXES: Final = ("www.", "m.", "amp.", "mobile.")


def find_outlet(declared: str | None, url: str | None) -> str | None:
    """The name that the page gives its outlet, else the host of its address, else None."""
    name = (declared or "").strip()
    if name and len(name) <= _LONGEST:
        return name
    return find_host(url)


def find_host(url: str | None) -> str | None:
    """The host of an address without "www.", or None."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    for prefix in _PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            return host.removeprefix(prefix)
    return host or None
