"""Can a user add, list, import, export and remove actors?"""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_an_added_actor_is_listed_and_removed(run: Any):
    added = run(
        "actors", "add", "Ana Kovač", "--country", "UA", "--role", "minister of tea",
        "--also", "A. Kovač", "--since", "2024-05", "--wikidata", "Q42",
    )  # fmt: skip
    identity = added.out.strip()
    assert (added.code, identity) == (0, "own-ana-kovac-ua")
    listed = run("actors", "list").out
    assert "Ana Kovač" in listed
    assert "minister of tea; 2024-05–; A. Kovač; Q42" in listed
    assert run("actors", "remove", identity).code == 0
    assert run("actors", "list").out == ""


def test_the_list_as_json_is_json(run: Any):
    run("actors", "add", "River Guard", "--kind", "armed_group")
    (actor,) = json.loads(run("actors", "list", "--json").out)
    assert (actor["name"], actor["kind"]) == ("River Guard", "armed_group")


def test_an_empty_list_says_how_to_add(run: Any):
    listed = run("actors", "list")
    assert (listed.code, listed.out) == (0, "")
    assert listed.err == "No actors of your own yet; add one with: sayso actors add NAME\n"


def test_an_empty_list_as_json_is_an_empty_array(run: Any):
    listed = run("actors", "list", "--json")
    assert (listed.code, listed.out, listed.err) == (0, "[]\n", "")


@pytest.mark.parametrize("kind", ["person", "organisation", "country", "group", "outlet", "place"])
def test_the_kinds_of_readings_can_be_added(run: Any, kind: str):
    assert run("actors", "add", "Ravna", "--kind", kind, "--country", "UA").code == 0
    (actor,) = json.loads(run("actors", "list", "--json").out)
    assert actor["kind"] == kind


def test_what_does_not_fit_is_refused(run: Any, home: Path):
    refused = run("actors", "add", "Ana", "--country", "Ukraine")
    assert refused.code == 1
    assert "no code of two capitals" in refused.err
    assert not home.exists()


def test_removing_an_unknown_actor_is_refused(run: Any):
    refused = run("actors", "remove", "own-nobody")
    assert refused.code == 1
    assert "sayso actors list" in refused.err


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_can_be_imported(run: Any, tmp_path: Path, form: str):
    run("actors", "add", "Ana Kovač", "--also", "A. K.")
    path = tmp_path / f"mine.{form}"
    assert run("actors", "export", f"--{form}", "-o", str(path)).code == 0
    before = run("actors", "list", "--json").out
    run("actors", "remove", "own-ana-kovac")
    imported = run("actors", "import", str(path))
    assert (imported.code, imported.out) == (0, "1 added\n")
    assert run("actors", "list", "--json").out == before


def test_an_import_with_a_bad_row_adds_nothing(run: Any, tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("name,country\nAna,UA\nMilan,Croatia\n", encoding="utf-8")
    refused = run("actors", "import", str(path))
    assert refused.code == 1
    assert "line 3" in refused.err
    assert run("actors", "list").out == ""


def test_an_import_tells_each_bad_row_on_a_line(run: Any, tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("name;country\nAna;UA\nMilan;Croatia\n;UA\n", encoding="utf-8")
    refused = run("actors", "import", str(path))
    assert refused.code == 1
    assert refused.err == (
        "sayso: nothing was added: 2 rows do not fit\n"
        f"  {path}, line 3: the country 'Croatia' is no code of two capitals, such as UA\n"
        f"  {path}, line 4: an actor needs a name\n"
    )


def test_a_table_of_semicolons_is_imported(run: Any, tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("name;kind\nRavna Guard;group\nRavna;place\n", encoding="utf-8")
    imported = run("actors", "import", str(path))
    assert (imported.code, imported.out) == (0, "2 added\n")


def test_two_forms_of_export_exclude_each_other(run: Any):
    assert run("actors", "export", "--csv", "--json").code == 2


def test_a_damaged_file_is_told(run: Any, home: Path):
    home.mkdir()
    (home / "actors.json").write_text("[", encoding="utf-8")
    refused = run("actors", "list")
    assert refused.code == 1
    assert "damaged" in refused.err


def test_the_kinds_are_those_of_the_room():
    from sayso.cli.actors import KINDS
    from sayso.knowledge.own import KINDS as KNOWN

    assert KINDS == KNOWN
