"""Is what the documentation says so?"""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "sayso"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "training" / "README.md"])
HOME = tempfile.mkdtemp(prefix="sayso-docs-")
"""Where the examples keep actors of their own."""
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
EXAMPLE = re.compile(r"<!-- example: begin.*?-->\n(.*?)<!-- example: end -->", re.DOTALL)


def find_examples(language: str) -> Iterator[tuple[str, str]]:
    """The page and text of each fenced example in a language."""
    for page in PAGES:
        for found, text in FENCE.findall(page.read_text(encoding="utf-8")):
            if found == language:
                yield page.name, text


def find_commands() -> list[str]:
    """Each line of a bash example that runs sayso and needs no network."""
    lines = [line for _, text in find_examples("bash") for line in text.splitlines()]
    return [line for line in lines if re.search(r"(^|\| )sayso ", line) and "http" not in line]


def run(command: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PATH": path, "SAYSO_HOME": HOME},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("command", find_commands())
def test_each_command_in_the_docs_runs(command: str):
    done = run(command)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize(("page", "text"), list(find_examples("python")))
def test_each_python_example_runs(page: str, text: str):
    exec(compile(text, page, "exec"), {})


def test_the_example_in_the_readme_prints_what_it_says():
    shown = EXAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown, "README.md has lost its example"
    blocks = FENCE.findall(shown[1])
    if not blocks:
        pytest.skip("README.md has no example yet")
    (_, command), (_, expected) = blocks
    assert run(command).stdout.rstrip() == expected.rstrip()


@pytest.mark.parametrize("name", ["command-line.md", "reading.schema.json"])
def test_the_generated_reference_is_current(name: str):
    published = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert published == load_builder().build_pages()[name], "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_between_pages_leads_somewhere(page: Path):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if ":" not in link]
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_architecture_names_each_room_and_no_other():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    tables = text.partition("## The rooms")[2].partition("## The types")[0]
    named = set(re.findall(r"^\| `([\w./]+)` \|", tables, re.MULTILINE))
    rooms = {f"{p.name}/" for p in PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    modules = {p.name for p in PACKAGE.glob("*.py") if not p.name.startswith("__")}
    beside = {"tests/", "benchmarks/", "training/", "samples/", "docs/"}
    assert named == rooms | modules | beside
    assert all((ROOT / name).exists() for name in beside)


def test_the_contributing_guide_names_each_target_of_a_day():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    named = re.findall(r"`make ([a-z-]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert set(named) <= targets
