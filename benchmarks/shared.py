"""Where are the data and the scorers that are shared but never committed?"""

import hashlib
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

SHARED = Path(os.environ.get("SHARED_DATA") or Path(__file__).parents[2] / "shared")
"""The folder beside the repository, or the one that SHARED_DATA names."""


def find_shared(*parts: str) -> Path | None:
    """A file below the shared folder, or None where it is absent."""
    path = SHARED.joinpath(*parts)
    return path if path.exists() else None


def digest(path: Path) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def load_scorer() -> ModuleType | None:
    """The shared scorer of statements as a module, or None where it is absent."""
    path = find_shared("tools", "score_statements.py")
    if path is None:
        return None
    spec = importlib.util.spec_from_file_location("score_statements", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_statements"] = module
    spec.loader.exec_module(module)
    return module


def explain_absence(what: str) -> str:
    """The notice that a benchmark prints where its data is absent."""
    return f"{what} is not at {SHARED}; set SHARED_DATA to its folder. Nothing was measured."
