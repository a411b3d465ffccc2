"""Does the command line behave as a process should?"""

import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso import Reading

FAKE = """
import sys, time
import msgspec
import sayso.reader
from sayso import Reading
reading = msgspec.json.decode(open(sys.argv.pop(1), "rb").read(), type=Reading)
def read_all(sources, settings):
    for number, source in enumerate(sources):
        if str(source) == "interrupt":
            raise KeyboardInterrupt
        yield reading
sayso.reader.read_all = read_all
from sayso.cli import main
main()
"""


@pytest.fixture(params=["buffered", "unbuffered"])
def command(
    reading: Reading,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> list[str]:
    """A process that runs the command line on a reader that needs no model."""
    if request.param == "unbuffered":
        monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    script, saved = tmp_path / "fake.py", tmp_path / "reading.json"
    script.write_text(FAKE, encoding="utf-8")
    saved.write_bytes(msgspec.json.encode(reading))
    return [sys.executable, str(script), str(saved)]


def run_on_terminal(
    command: list[str], stream: str, environment: dict[str, str]
) -> tuple[str, subprocess.CompletedProcess[bytes]]:
    """What the process prints on a stream that is a terminal, and the rest."""
    parent, child = pty.openpty()
    env = {**os.environ, "TERM": "xterm", **environment}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=child if stream == "stdout" else subprocess.PIPE,
        stderr=child if stream == "stderr" else subprocess.PIPE,
        env=env,
        timeout=60,
        check=False,
    )
    os.close(child)
    shown = b""
    try:
        while chunk := os.read(parent, 65536):
            shown += chunk
    except OSError:  # how Linux tells the end of a terminal
        pass
    os.close(parent)
    return shown.decode(), done


def test_python_m_sayso_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"sayso {sayso.__version__}\n"


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import sayso", {"numpy", "onnxruntime", "msgspec", "rich", "click", "tokenizers"}),
        (
            "from sayso.cli import build_app; build_app()",
            {"numpy", "onnxruntime", "msgspec", "rich.console", "tokenizers"},
        ),
        ("import sayso; sayso.read", {"numpy", "onnxruntime", "rich", "click", "tokenizers"}),
    ],
)
def test_what_is_not_needed_yet_is_not_loaded(code: str, unwanted: set[str]):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not unwanted & set(done.stdout.split())


@pytest.mark.parametrize("form", [[], ["--marked"], ["--jsonl"]])
def test_a_reader_of_the_output_that_goes_away_is_no_error(command: list[str], form: list[str]):
    names = [f"{number}.txt" for number in range(300)]
    arguments = [*command, "read", *form, *names]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(timeout=60) == 141
        assert process.stderr.read() == b""


def test_an_interrupt_ends_with_130_and_no_traceback(command: list[str]):
    done = subprocess.run([*command, "read", "interrupt"], capture_output=True, check=False)
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


def test_piped_text_is_read_without_a_dash(command: list[str]):
    done = subprocess.run([*command, "read"], input=b"text", capture_output=True, check=False)
    assert done.returncode == 0
    assert b"standard input" in done.stdout


def test_a_terminal_gets_colours_and_no_color_is_heeded(command: list[str]):
    colour = re.compile(r"\x1b\[[0-9;]*3[0-7]")
    assert colour.search(run_on_terminal([*command, "read", "a.txt"], "stdout", {})[0])
    plain = run_on_terminal([*command, "read", "a.txt"], "stdout", {"NO_COLOR": "1"})[0]
    assert "Ana Kovač" in plain
    assert not colour.search(plain)


def test_marked_text_on_a_terminal_has_numbers_for_braces(command: list[str]):
    shown, _ = run_on_terminal([*command, "read", "--marked", "a.txt"], "stdout", {})
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r", "")
    assert "Foreign Minister Ana Kovač¹ said on Friday¹" in " ".join(bare.split())


def test_a_bar_shows_only_on_a_terminal_and_leaves_the_output_alone(command: list[str]):
    several = [*command, "read", "--jsonl", "a.txt", "b.txt"]
    shown, done = run_on_terminal(several, "stderr", {})
    assert "1 of 2" in shown
    assert shown.endswith("\x1b[2K")
    assert len(done.stdout.splitlines()) == 2
    piped = subprocess.run(several, capture_output=True, check=True)
    assert piped.stderr == b""


def test_output_that_is_not_unicode_loses_no_line(command: list[str]):
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([*command, "read", "a.txt"], capture_output=True, env=env, check=True)
    assert b"| ?We want peace,?" in done.stdout
    done = subprocess.run(
        [*command, "read", "--json", "a.txt"], capture_output=True, env=env, check=True
    )
    assert "Kovač" in done.stdout.decode("utf-8")


def test_a_file_name_that_is_not_unicode_can_be_refused(tmp_path: Path):
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "read", "--jsonl", name], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert set(msgspec.json.decode(done.stdout)) == {"refusal"}


@pytest.mark.parametrize("closing", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["read a.txt", "read", "schema", "--help"])
def test_a_closed_stream_brings_no_traceback(command: list[str], closing: str, arguments: str):
    line = f"{shlex.join(command)} {arguments} {closing}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", ["read a.txt", "read --json a.txt", "schema", "--help"])
def test_a_full_disk_is_told_in_one_line(command: list[str], arguments: str):
    line = f"{shlex.join(command)} {arguments} > /dev/full"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
