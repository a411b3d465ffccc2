"""Which commands are there? One for each module here, by the name of its function."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated

import typer

EPILOGUE = (
    "Nothing is sent anywhere: a page is fetched only where you give its address. "
    "Settings come from SAYSO_… environment variables."
)


def build_app() -> typer.Typer:
    """The command line with every command that has a module here."""
    app = typer.Typer(
        name="sayso",
        help="Reads news articles and writes down who said what, with the words that prove it.",
        epilog=EPILOGUE,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_start)
    for name in find_commands():
        module = import_module(f"{__name__}.{name}")
        app.command(name.replace("_", "-"))(getattr(module, name))
    return app


def find_commands() -> list[str]:
    """The names of the modules here, each of which holds the command of its name."""
    return sorted(module.name for module in iter_modules(__path__) if not module.ispkg)


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    build_app()()


def _show_version(wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


def _start(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Tell on standard error what goes on inside.")
    ] = False,
) -> None:
    """Takes the options that stand before the command."""
    import logging

    # Without a handler Python itself would print warnings and tracebacks of a library.
    handler = logging.StreamHandler() if verbose else logging.NullHandler()
    level = logging.DEBUG if verbose else logging.WARNING
    logging.basicConfig(handlers=[handler], level=level, force=True)
