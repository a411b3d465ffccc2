"""Is a command found by itself, as CONTRIBUTING.md says?"""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import sayso.cli

GREET = '''"""Who is there?"""

import click


@click.command
def greet() -> None:
    """Say hello."""
    click.echo("hello")
'''


def test_a_new_file_is_a_new_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "greet.py").write_text(GREET, encoding="utf-8")
    monkeypatch.setattr(sayso.cli, "__path__", [*sayso.cli.__path__, str(tmp_path)])
    app = sayso.cli.build_app()
    assert set(app.commands) == {"greet", *sayso.cli.find_commands()}
    assert CliRunner().invoke(app, ["greet"]).output == "hello\n"


def test_each_command_says_what_it_does():
    app = sayso.cli.build_app()
    for name, command in app.commands.items():
        assert isinstance(command, click.Command)
        assert command.help, name
        result = CliRunner().invoke(app, [name, "--help"])
        assert result.exit_code == 0
        assert result.output.startswith("Usage:")
