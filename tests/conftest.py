"""What do all tests share? Golden cases, and a terminal that is the same everywhere."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write what comes out as what is expected"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A check that a text equals the golden file; `make golden` rewrites the file instead."""
    rewrite = bool(request.config.getoption("--rewrite-golden"))

    def check(path: Path, got: str) -> None:
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(got, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"{path} is missing: run `make golden` and read the diff"
        expected = path.read_text(encoding="utf-8")
        if got != expected:
            lines = expected.splitlines(), got.splitlines()
            pytest.fail(
                "\n".join(difflib.unified_diff(*lines, str(path), "now", lineterm="")), False
            )

    return check


OUTSIDE = ("FORCE_COLOR", "NO_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "PYTHONUNBUFFERED")


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """80 columns, no colour, buffered: what a test prints depends on nothing outside it."""
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
