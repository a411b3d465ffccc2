"""Which actors did I add myself?"""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sayso.cli.terminal.output import complain, open_output, write_json

if TYPE_CHECKING:
    from sayso.knowledge.own import OwnActor, OwnActors

OUTPUT = click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to a file instead.",
)
KINDS = (
    "person", "organisation", "country", "group", "outlet", "place",
    "igo", "ministry", "government", "parliament", "court", "party", "armed_group", "ngo",
    "company", "agency", "military",
)  # fmt: skip
"""As `knowledge.own.KINDS`, which is not imported for the sake of a quick --help."""


@click.group
def actors() -> None:
    """Add people, organisations, outlets and places of your own.

    They are kept as JSON in the folder that SAYSO_HOME names (default: sayso/ below
    XDG_DATA_HOME or ~/.local/share), survive upgrades, and come before those that Sayso knows.
    """


@actors.command
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="person",
    show_default=True,
    help="As in readings, or a narrower kind of organisation.",
)
@click.option("--country", metavar="CODE", default="", help="Two capitals, such as UA.")
@click.option("--role", default="", help='An office, such as "minister of finance".')
@click.option("--also", multiple=True, metavar="VARIANT", help="Another name; may be repeated.")
@click.option("--since", metavar="DATE", default="", help="2024-09-05, 2024-09 or 2024.")
@click.option("--until", metavar="DATE", default="")
@click.option("--wikidata", metavar="ID", default="", help="Such as Q42.")
def add(name: str, also: tuple[str, ...], **fields: str) -> None:
    """Add one actor; one of the same name and country takes the old one's place.

    A country is another name for the one that --country gives.
    """
    from sayso.errors import SettingsError
    from sayso.knowledge.own import add_actors, make_actor

    try:
        actor = make_actor({"name": name, **fields}, also)
        _save(add_actors(_load(), [actor]))
    except SettingsError as error:
        _refuse(error)
    click.echo(actor.id)


@actors.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def show(as_json: bool) -> None:
    """List the actors that you added."""
    own = _load()
    with open_output(None) as stream:
        if as_json:
            from sayso.knowledge.tables import write_json_table

            write_json(stream, write_json_table(own).rstrip("\n"))
            return
        if not own.actors:
            click.echo("No actors of your own yet; add one with: sayso actors add NAME", err=True)
        for actor in own.actors:
            stream.write(_describe(actor) + "\n")


@actors.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def take(file: Path) -> None:
    """Add the actors of a CSV or JSON file: all of them or, where one does not fit, none.

    The columns are name, kind, country, role, also (variants, apart by |), since, until,
    wikidata and id; only name is needed. Cells may be apart by commas, semicolons or tabs.
    """
    from sayso.errors import SettingsError
    from sayso.knowledge.own import add_actors
    from sayso.knowledge.tables import read_table

    try:
        added = read_table(file)
        _save(add_actors(_load(), added))
    except SettingsError as error:
        _refuse(error)
    click.echo(f"{len(added)} added")


@actors.command
@click.option("--csv", "as_csv", is_flag=True, help="As CSV; the default is JSON.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@OUTPUT
def export(as_csv: bool, as_json: bool, output: Path | None) -> None:
    """Print the actors that you added in a form that import reads."""
    from sayso.knowledge.tables import write_csv_table, write_json_table

    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    own = _load()
    with open_output(output) as stream:
        stream.write(write_csv_table(own) if as_csv else write_json_table(own))


@actors.command
@click.argument("identity", metavar="ID")
def remove(identity: str) -> None:
    """Remove one of the actors that you added."""
    from sayso.errors import SettingsError
    from sayso.knowledge.own import remove_actor

    try:
        _save(remove_actor(_load(), identity))
    except SettingsError as error:
        _refuse(error)


def _find_home() -> Path:
    from sayso.errors import SettingsError
    from sayso.settings import load_settings

    try:
        return load_settings().home
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def _load() -> "OwnActors":
    from sayso.errors import SettingsError
    from sayso.knowledge.own import read_own

    try:
        return read_own(_find_home())
    except SettingsError as error:
        _refuse(error)


def _save(own: "OwnActors") -> None:
    from sayso.knowledge.own import write_own

    write_own(_find_home(), own)


def _describe(actor: "OwnActor") -> str:
    from sayso.cli.terminal.escaping import make_line

    term = f"{actor.since or ''}–{actor.until or ''}" if actor.since or actor.until else ""
    facts = (actor.kind, actor.country, actor.role, term, ", ".join(actor.also), actor.wikidata)
    told = "; ".join(fact for fact in facts if fact)
    return make_line(f"{actor.id}  {actor.name} ({told})")


def _refuse(error: Exception) -> NoReturn:
    from sayso.cli.terminal.escaping import make_line

    first, *rest = str(error).splitlines()
    complain(first)
    for line in rest:
        click.echo(f"  {make_line(line)}", err=True)
    raise click.exceptions.Exit(1)
