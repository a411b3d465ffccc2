"""What may a user set, and what holds if nothing is set?"""

import os

import msgspec

from sayso.errors import SettingsError


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
    threads: int = 0
    """Threads that the encoder uses; 0 takes every core given to this process."""


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
    try:
        return msgspec.convert(given, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(f"a SAYSO_ environment variable does not fit: {error}") from None
