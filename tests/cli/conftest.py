"""Which reading do the tests of the command line print?"""

from collections.abc import Callable, Iterable, Iterator

import pytest
from click.testing import CliRunner

import sayso.reader
from sayso import Document, Part, Reading, Refusal, Span, Statement
from sayso.cli import build_app
from sayso.reading import Reader, StatementKind

TEXT = """Talks on the border to resume, minister says

The talks will resume on Monday, Foreign Minister Ana Kovač said on Friday. “We want peace,” \
she added, “and we want it {now}.”

Milan Horvat, an adviser, said the president had told him that the border would “stay open” \
to everybody who has lived on either bank of the river since before the war.

One side was said to be preparing a list of its own.
"""

Run = Callable[..., "Outcome"]
Stand = Callable[[Iterable[object]], None]


class Outcome:
    """What a run of the command line printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


def make_span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def make_statement(
    identity: str,
    kind: StatementKind,
    roles: tuple[list[Span], list[Span], list[Span]],
    within: str | None = None,
    confidence: float = 0.9,
) -> Statement:
    source, cue, content = map(tuple, roles)
    return Statement(
        id=identity,
        kind=kind,
        source=source,
        cue=cue,
        content=content,
        within=within,
        confidence=confidence,
    )


def make_reading(text: str, statements: Iterable[Statement], title: str | None = None) -> Reading:
    document = Document(
        id="d1",
        outlet="The Example" if title else None,
        title=title,
        published="2025-04-23T10:15+01:00" if title else None,
        language="en",
        text=text,
        parts=(Part("paragraph", 0, len(text)),),
    )
    return Reading(
        document=document,
        actors=(),
        statements=tuple(statements),
        reader=Reader(version="0.1.0", model="0" * 16),
    )


@pytest.fixture
def reading() -> Reading:
    """An article with a shared source, a quotation in two parts, a nested and a nameless one."""

    def span(words: str) -> list[Span]:
        return [make_span(TEXT, words)]

    said = (
        span("Foreign Minister Ana Kovač"),
        span("said on Friday"),
        span("The talks will resume on Monday"),
    )
    added = (span("she"), span("added"), span("“We want peace,”") + span("“and we want it {now}.”"))
    outer = (
        span("Milan Horvat, an adviser"),
        span("said"),
        [
            make_span(
                TEXT,
                "the president had told him that the border would “stay open” to "
                "everybody who has lived on either bank of the river since before the war",
            )
        ],
    )
    outer = (outer[0], [Span(TEXT.index("said the"), TEXT.index("said the") + 4, "said")], outer[2])
    inner = (
        span("the president"),
        span("had told him that"),
        span(
            "the border would “stay open” to everybody who has lived on either bank of the "
            "river since before the war"
        ),
    )
    nobody: list[Span] = []
    nameless = (nobody, span("was said"), span("to be preparing a list of its own"))
    statements = [
        make_statement("s1", "indirect", said),
        make_statement("s2", "direct", added),
        make_statement("s3", "mixed", outer),
        make_statement("s4", "mixed", inner, within="s3"),
        make_statement("s5", "indirect", nameless, confidence=0.3),
    ]
    return make_reading(TEXT, statements, title="Talks on the border to resume, minister says")


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Makes the reader give these results, one for each input."""

    def set_results(results: Iterable[object]) -> None:
        def read_all(_sources: object, _settings: object) -> Iterator[object]:
            yield from results

        monkeypatch.setattr(sayso.reader, "read_all", read_all)

    return set_results


@pytest.fixture
def run() -> Run:
    """Runs the command line in this process."""

    def run_command(*arguments: str, stdin: str | None = None) -> Outcome:
        result = CliRunner().invoke(build_app(), list(arguments), input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return run_command


@pytest.fixture
def refusal() -> Refusal:
    return Refusal(origin="bad.html", room="documents", reason="bad.html holds no article")
