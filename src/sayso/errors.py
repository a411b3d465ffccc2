"""What can go wrong, and what should the user do about it?"""


class SaysoError(Exception):
    """Anything that Sayso refuses to do; its message says what, where, and what to do."""


class SettingsError(SaysoError):
    """A setting is unknown or out of its range."""


class SourceError(SaysoError):
    """A page could not be fetched, opened or decoded."""


class DocumentError(SaysoError):
    """A page holds no article that can be read."""


class ReadingError(SaysoError):
    """A document could not be read, or what was read could not be proved."""
