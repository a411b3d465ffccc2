"""Who said what, for a person to read?"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from sayso.cli.terminal.escaping import find_line_starts, make_line
from sayso.documents import Document, Span
from sayso.reading import Reading, Statement, StatementKind

WORDS: dict[StatementKind, str] = {
    "direct": "quoted",
    "mixed": "part quoted",
    "indirect": "paraphrased",
}
BARS: dict[StatementKind, tuple[str, str]] = {
    "direct": ("┃", "|"),
    "mixed": ("╏", "!"),
    "indirect": ("┊", ":"),
}
"""What stands left of a content, and what stands there where only ASCII can be shown."""
STYLES: dict[StatementKind, str] = {"direct": "green", "mixed": "cyan", "indirect": ""}
UNNAMED = "source not named"
UNSURE = 0.5
"""A statement less likely right than this is marked."""
GUTTER = 13
"""Columns left of a statement: "part quoted" and a gap."""
INDENT = 4
NARROWEST = 24


def draw_reading(reading: Reading, name: str, console: Console) -> Iterator[Text]:
    """The lines of a reading: its title, each statement under the one it stands in, the count."""
    yield from draw_title(reading.document, name)
    starts = find_line_starts(reading.document.text)
    for statement, depth in nest_statements(reading.statements):
        line = bisect_right(starts, _first_place(statement)) + 1
        yield Text()
        yield from draw_statement(statement, line, depth, console)
    yield Text()
    yield Text(count_statements(reading.statements), style="dim")


def draw_title(document: Document, name: str) -> Iterator[Text]:
    """The title line, and a line with outlet, date, byline and the name of the input."""
    yield Text(make_line(document.title or name), style="bold")
    date = (document.published or "").replace("T", " ")
    facts = [document.outlet, date, document.byline, name if document.title else None]
    known = [make_line(fact) for fact in facts if fact]
    if known:
        yield Text(" · ".join(known), style="dim")


def draw_statement(statement: Statement, line: int, depth: int, console: Console) -> Iterator[Text]:
    """Speaker and act of saying, with the line of the text; below them the content."""
    indent = min(INDENT * depth, max(0, console.width - GUTTER - NARROWEST - 2))
    width = max(NARROWEST, console.width - GUTTER - indent - 2)
    left = Text(f"line {line}", style="dim")
    for row in _speak(statement).wrap(console, width):
        yield Text.assemble(_pad(left, GUTTER + indent), row)
        left = Text()
    fancy, plain = BARS[statement.kind]
    bar = plain if console.options.ascii_only else fancy
    left = Text(WORDS[statement.kind], style="dim")
    for row in Text(_join(statement.content), STYLES[statement.kind]).wrap(console, width):
        yield Text.assemble(_pad(left, GUTTER + indent), (bar, STYLES[statement.kind]), " ", row)
        left = Text()


def nest_statements(statements: Sequence[Statement]) -> Iterator[tuple[Statement, int]]:
    """Each statement once, after the one it stands in, with how many it stands in."""
    inner: defaultdict[str, list[Statement]] = defaultdict(list)
    known = {statement.id for statement in statements}
    outer = []
    for statement in statements:
        if statement.within in known and statement.within != statement.id:
            inner[statement.within or ""].append(statement)
        else:
            outer.append(statement)
    waiting = [(statement, 0) for statement in reversed(outer)]
    while waiting:
        statement, depth = waiting.pop()
        yield statement, depth
        waiting += [(child, depth + 1) for child in reversed(inner.pop(statement.id, []))]


def count_statements(statements: Sequence[Statement]) -> str:
    """How many statements there are of each kind, in words."""
    if not statements:
        return "No statement found."
    kinds = Counter(statement.kind for statement in statements)
    counts = ", ".join(f"{kinds[kind]} {word}" for kind, word in WORDS.items() if kinds[kind])
    noun = "statement" if len(statements) == 1 else "statements"
    return f"{len(statements)} {noun}: {counts}."


def _speak(statement: Statement) -> Text:
    text = Text()
    if statement.source:
        text.append(_join(statement.source), style="bold")
    else:
        text.append(UNNAMED, style="italic")
    if statement.cue:
        text.append(" · ").append(_join(statement.cue), style="yellow")
    if statement.confidence < UNSURE:
        text.append(" (unsure)", style="dim")
    return text


def _join(spans: Sequence[Span]) -> str:
    return " … ".join(make_line(span.text) for span in spans)


def _pad(text: Text, width: int) -> Text:
    padded = text.copy()
    padded.pad_right(max(1, width - text.cell_len))
    return padded


def _first_place(statement: Statement) -> int:
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(span.start for span in spans)
