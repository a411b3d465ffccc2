"""What may a user set, and what holds if nothing is set?"""

import os
from datetime import datetime
from pathlib import Path

import msgspec

from sayso.errors import SettingsError


def find_home(environment: dict[str, str]) -> Path:
    """Where a user's own data lie: sayso/ below XDG_DATA_HOME or, without it, ~/.local/share."""
    given = environment.get("XDG_DATA_HOME", "")
    data = Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "share"
    return data / "sayso"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be set, built once at the door by `load_settings`."""

    fetch_seconds: float = 20.0
    """Time limit for one address, redirects included."""
    fetch_bytes: int = 20_000_000
    """Size limit of one fetched page, after decompression."""
    fetch_redirects: int = 5
    """Redirects followed before giving up."""
    allow_private_addresses: bool = False
    """Whether private, loopback and link-local addresses may be fetched."""
    page_bytes: int = 50_000_000
    """Size limit of one page from a file or standard input, after decompression."""
    published: str | None = None
    """Date of publication, ISO 8601, of pages that give none: relative dates and offices are
    resolved at it."""
    threads: int = 0
    """Threads that the encoder uses; 0 takes every core given to this process."""
    home: Path = msgspec.field(default_factory=lambda: find_home(dict(os.environ)))
    """Folder of the user's own data, such as the actors that were added."""


def load_settings(environment: dict[str, str] | None = None) -> Settings:
    """The settings, each from its SAYSO_… environment variable or its default.

    Raises SettingsError for a SAYSO_ variable that is unknown or whose value does not fit.
    """
    source = dict(os.environ) if environment is None else environment
    ours = {name: value for name, value in source.items() if name.startswith("SAYSO_")}
    given = {name.removeprefix("SAYSO_").lower(): value for name, value in ours.items()}
    unknown = sorted(given.keys() - set(Settings.__struct_fields__))
    if unknown:
        known = ", ".join(f"SAYSO_{name.upper()}" for name in Settings.__struct_fields__)
        raise SettingsError(f"unknown setting SAYSO_{unknown[0].upper()}; the settings are {known}")
    given["home"] = given.get("home") or str(find_home(source))
    try:
        settings = msgspec.convert(given, Settings, strict=False, dec_hook=_decode_path)
    except msgspec.ValidationError as error:
        raise SettingsError(f"a SAYSO_ environment variable does not fit: {error}") from None
    if settings.published is not None:
        check_date(settings.published)
    return settings


def check_date(written: str) -> str:
    """The date as written; raises SettingsError where it is no ISO 8601 date of a day."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        raise SettingsError(
            f"{written!r} is no date of publication; write it as 2025-04-23 or 2025-04-23T10:15"
        ) from None
    return written


def _decode_path(_kind: type, written: str) -> Path:
    return Path(written).expanduser()
