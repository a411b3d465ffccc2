"""Where in the text does each statement stand?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from sayso.cli.terminal.escaping import make_visible
from sayso.reading import Reading, Statement, StatementKind

LETTERS: dict[StatementKind, str] = {"direct": "Q", "mixed": "M", "indirect": "P"}
STYLES = {
    "S": "bold magenta",
    "C": "yellow",
    "Q": "green",
    "M": "cyan",
    "P": "underline",
}
SMALL = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹˒")


class Mark(NamedTuple):
    """A stretch of the text that plays one role in one or more statements."""

    start: int
    end: int
    letter: str
    numbers: tuple[int, ...]
    """The places of the statements in the reading, from 1."""


class Step(NamedTuple):
    """What comes next on the way through the text: a mark opens or closes, or text follows."""

    kind: str
    """open, close or text."""
    text: str = ""
    mark: Mark | None = None


def draw_marked(reading: Reading, name: str, console: Console) -> Iterator[Text]:
    """The numbered lines of the text with its marks: colours on a terminal, else braces."""
    yield Text(name, style="dim")
    steps = walk(reading.document.text, find_marks(reading.statements))
    marked = _paint(steps) if console.is_terminal else _enclose(steps)
    marked.rstrip()
    lines = marked.split("\n", allow_blank=True)
    gutter = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        width = max(24, console.width - gutter - 3)
        rows = line.wrap(console, width) if console.is_terminal else [line]
        left = f"{number:>{gutter}}"
        for row in rows:
            yield Text.assemble((f"{left}  ", "dim"), row)
            left = " " * gutter
    yield Text()
    yield _explain(console)


def find_marks(statements: Sequence[Statement]) -> list[Mark]:
    """The marks of all statements, outer before inner; those that coincide are one."""
    numbers: defaultdict[tuple[int, int, str], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements, 1):
        letter = LETTERS[statement.kind]
        roles = (("S", statement.source), ("C", statement.cue), (letter, statement.content))
        for role, spans in roles:
            for span in spans:
                numbers[span.start, span.end, role].append(number)
    marks = [Mark(*place, tuple(which)) for place, which in numbers.items()]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.letter))


def walk(text: str, marks: Sequence[Mark]) -> Iterator[Step]:
    """The steps through the text; marks that cross are closed and opened again, so all nest."""
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
    stops = sorted({place for mark in marks for place in (mark.start, mark.end)})
    stack: list[Mark] = []
    done = 0
    for stop in stops:
        if stop > done:
            yield Step("text", text=text[done:stop])
        done = stop
        ended = [depth for depth, mark in enumerate(stack) if mark.end == stop]
        if ended:
            cut = stack[ended[0] :]
            del stack[ended[0] :]
            yield from (Step("close", mark=mark) for mark in reversed(cut))
            opening[stop] = [mark for mark in cut if mark.end > stop] + opening[stop]
        for mark in sorted(opening[stop], key=lambda mark: -mark.end):
            stack.append(mark)
            yield Step("open", mark=mark)
    yield Step("text", text=text[done:])


def _enclose(steps: Iterator[Step]) -> Text:
    marked = Text()
    for step in steps:
        if step.mark is None:
            marked.append(make_visible(step.text))
        elif step.kind == "open":
            marked.append(f"{{{_label(step.mark)} ")
        else:
            marked.append("}")
    return marked


def _paint(steps: Iterator[Step]) -> Text:
    marked = Text()
    opened: list[int] = []
    for step in steps:
        if step.mark is None:
            marked.append(make_visible(step.text))
        elif step.kind == "open":
            opened.append(len(marked))
        else:
            marked.stylize(STYLES[step.mark.letter], opened.pop())
            numbers = ",".join(map(str, step.mark.numbers)).translate(SMALL)
            marked.append(numbers, style="dim")
    return marked


def _label(mark: Mark) -> str:
    return mark.letter + ",".join(map(str, mark.numbers))


def _explain(console: Console) -> Text:
    names = {
        "S": "source",
        "C": "act of saying",
        "Q": "quoted",
        "M": "part quoted",
        "P": "paraphrased",
    }
    if console.is_terminal:
        parts = [(name, STYLES[letter]) for letter, name in names.items()]
        return Text("   ").join(Text(name, style=style) for name, style in parts)
    legend = ", ".join(f"{letter} {name}" for letter, name in names.items())
    return Text(f"{legend}; the number is the statement's.")
