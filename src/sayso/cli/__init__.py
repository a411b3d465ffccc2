"""Which commands are there? One for each module here, by the name of its function."""

import os
import sys
from importlib import import_module
from pkgutil import iter_modules

import click

INTERRUPTED = 130
"""128 + SIGINT, as a shell reports a program that it stopped so."""
EPILOGUE = (
    "Nothing is sent anywhere: a page is fetched only where you give its address. "
    "Settings come from SAYSO_… environment variables."
)


def build_app() -> click.Group:
    """The command line with every command that has a module here."""
    app = click.Group(
        name="sayso",
        callback=_start,
        help="Reads news articles and writes down who said what, with the words that prove it.",
        epilog=EPILOGUE,
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help="Print the version.",
            ),
            click.Option(
                ["--verbose"], is_flag=True, help="Tell on standard error what goes on inside."
            ),
        ],
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in find_commands():
        app.add_command(getattr(import_module(f"{__name__}.{name}"), name))
    return app


def find_commands() -> list[str]:
    """The names of the modules here, each of which holds the command of its name."""
    return sorted(module.name for module in iter_modules(__path__) if not module.ispkg)


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    _open_closed_streams()
    try:
        code = build_app().main(prog_name="sayso", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = INTERRUPTED
    except OSError as error:
        from sayso.cli.terminal.output import abandon_output, complain

        abandon_output()
        complain(str(error))
        code = 1
    sys.exit(code)


def _open_closed_streams() -> None:
    """Gives a process that was started without its standard streams (`>&-`) ones that lead nowhere.

    Otherwise the next file that is opened would take the place of standard output.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        click.echo(f"sayso {__version__}")
        context.exit()


def _start(verbose: bool) -> None:
    import logging

    # Without a handler Python itself would print warnings and tracebacks of a library.
    handler = logging.StreamHandler() if verbose else logging.NullHandler()
    level = logging.DEBUG if verbose else logging.WARNING
    logging.basicConfig(handlers=[handler], level=level, force=True)
