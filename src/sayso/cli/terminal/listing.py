"""Who said what, for a person to read?"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from sayso.cli.terminal.account import GUTTER, NARROWEST, draw_account, draw_heading
from sayso.cli.terminal.escaping import find_line_starts, make_line
from sayso.cli.terminal.sourcing import describe_act, describe_reporters, describe_standing
from sayso.documents import Document, Span
from sayso.reading import Actor, ActorKind, Reading, Statement, StatementKind

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
KINDS: dict[ActorKind, str] = {"unnamed": "not named", "organisation": "organisation"}
"""How a kind is called, where its own name is no word for a reader."""
UNNAMED = "source not named"
UNSURE = 0.5
"""A statement less likely right than this is marked."""
INDENT = 4


def draw_reading(reading: Reading, name: str, console: Console) -> Iterator[Text]:
    """The lines of a reading: title, what is said, met, wanted and happened, who, the count."""
    yield from draw_title(reading.document, name)
    starts = find_line_starts(reading.document.text)
    actors = {actor.id: actor for actor in reading.actors}
    if reading.statements:
        yield Text()
        yield draw_heading("Said")
    for number, (statement, depth) in enumerate(nest_statements(reading.statements)):
        line = bisect_right(starts, _first_place(statement)) + 1
        if number:
            yield Text()
        yield from draw_statement(statement, line, depth, actors, console)
    yield from draw_account(reading, starts, console)
    yield from draw_actors(reading.actors, console)
    yield Text()
    yield Text(count_statements(reading.statements), style="dim")
    language = reading.document.language
    if language not in (None, "en"):
        yield Text(f"This text is not in English ({language}), all that Sayso reads so far.")


def draw_title(document: Document, name: str) -> Iterator[Text]:
    """The title line, and a line with outlet, date, byline and the name of the input."""
    yield Text(make_line(document.title or name), style="bold")
    date = (document.published or "").replace("T", " ")
    facts = [document.outlet, date, document.byline, name if document.title else None]
    known = [make_line(fact) for fact in facts if fact]
    if known:
        yield Text(" · ".join(known), style="dim")


def draw_statement(
    statement: Statement, line: int, depth: int, actors: Mapping[str, Actor], console: Console
) -> Iterator[Text]:
    """Speaker and act of saying, with the line of the text; for whom, to whom, how; what."""
    indent = min(INDENT * depth, max(0, console.width - GUTTER - NARROWEST - 2))
    width = max(NARROWEST, console.width - GUTTER - indent - 2)
    left = Text(f"line {line}", style="dim")
    around = describe_circumstances(statement, actors)
    for text in (_speak(statement, actors), *([around] if around else [])):
        for row in text.wrap(console, width):
            yield Text.assemble(_pad(left, GUTTER + indent), row)
            left = Text()
    fancy, plain = BARS[statement.kind]
    bar = plain if console.options.ascii_only else fancy
    left = Text(WORDS[statement.kind], style="dim")
    for row in Text(_join(statement.content), STYLES[statement.kind]).wrap(console, width):
        yield Text.assemble(_pad(left, GUTTER + indent), (bar, STYLES[statement.kind]), " ", row)
        left = Text()


def draw_actors(actors: Sequence[Actor], console: Console) -> Iterator[Text]:
    """Who is in the text, in the order of first mention; places are left out."""
    shown = [actor for actor in actors if actor.kind != "place"]
    if shown:
        yield Text()
        yield draw_heading("Who")
    left = Text()
    width = max(NARROWEST, console.width - GUTTER - 2)
    for actor in shown:
        row = Text(make_line(actor.name), style="bold")
        row.append(describe_actor(actor), style="not bold")
        for part in row.wrap(console, width):
            yield Text.assemble(_pad(left, GUTTER), part)


def describe_actor(actor: Actor) -> str:
    """Office, country and kind of an actor, with a comma before each; empty where none is known."""
    role = actor.role if actor.role and actor.role.casefold() not in actor.name.casefold() else None
    if role and actor.role_from == "knowledge":
        role = f"{role} (not from the text)"
    kind = None if actor.kind in ("person", "country") else KINDS.get(actor.kind, actor.kind)
    facts = [role, kind, actor.country if actor.country != actor.name else None]
    return "".join(f", {make_line(fact)}" for fact in facts if fact)


def describe_circumstances(statement: Statement, actors: Mapping[str, Actor]) -> Text | None:
    """For whom, to whom, by which way and on whose word it is said, and what became of it.

    None where the text tells none of them.
    """
    principal = actors.get(statement.on_behalf_of or "")
    found = []
    if principal:
        found.append(f"for {make_line(principal.name)}")
    if statement.addressee:
        found.append(f"to {make_line(statement.addressee.text)}")
    if statement.channel:
        found.append(f"via {make_line(statement.channel.text)}")
    if reporters := describe_reporters(statement, actors):
        found.append(f"on the word of {reporters}")
    if statement.date and statement.date.value:
        found.append(statement.date.value)
    if standing := describe_standing(statement):
        found.append(standing)
    return Text(" · ".join(found), style="dim") if found else None


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


def _speak(statement: Statement, actors: Mapping[str, Actor]) -> Text:
    text = Text()
    speaker = actors.get(statement.speaker or "")
    words = _join(statement.source)
    if speaker:
        text.append(make_line(speaker.name), style="bold")
        text.append(describe_actor(speaker))
        if not _names(words, speaker):
            text.append(f" (“{words}”)" if words else "", style="dim")
    elif statement.source:
        text.append(words, style="bold")
    else:
        text.append(UNNAMED, style="italic")
    if statement.cue:
        text.append(" · ").append(_join(statement.cue), style="yellow")
    if act := describe_act(statement):
        text.append(f" [{act}]", style="magenta")
    if statement.confidence < UNSURE:
        text.append(" (unsure)", style="dim")
    return text


def _names(words: str, speaker: Actor) -> bool:
    """Whether the source's words already hold the speaker's name, or a good part of it."""
    return any(m.form == "name" and m.text in words for m in speaker.mentions) or (
        speaker.name in words
    )


def _join(spans: Sequence[Span]) -> str:
    return " … ".join(make_line(span.text) for span in spans)


def _pad(text: Text, width: int) -> Text:
    padded = text.copy()
    padded.pad_right(max(1, width - text.cell_len))
    return padded


def _first_place(statement: Statement) -> int:
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(span.start for span in spans)
