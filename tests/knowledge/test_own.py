"""Do the user's own actors come first, and is none of them ever lost?"""

import os
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.knowledge.lookup import load_knowledge
from sayso.knowledge.own import OwnActors, add_actors, make_actor, read_own, remove_actor, write_own
from sayso.knowledge.tables import read_table, write_csv_table, write_json_table
from sayso.settings import load_settings


def make(**fields: str) -> OwnActors:
    also = fields.pop("also", "").split("|")
    return add_actors(OwnActors(), [make_actor(fields, also)])


def test_an_own_person_comes_before_the_shipped(tmp_path: Path):
    write_own(tmp_path, make(name="Pavlo Putin", country="UA", role="minister of puddings"))
    found = load_knowledge(tmp_path).find_people("Putin", on="2025-04-23")
    assert [person.name for person in found][:2] == ["Pavlo Putin", "Vladimir Putin"]


def test_an_own_holder_is_found_by_office(tmp_path: Path):
    write_own(tmp_path, make(name="Ana Kovač", country="UA", role="minister of puddings"))
    holder = load_knowledge(tmp_path).find_holder("UA", "minister of puddings", "2025-04-23")
    assert holder
    assert holder.person.name == "Ana Kovač"
    assert holder.holding.source == "own"


def test_an_own_organisation_and_outlet_are_found(tmp_path: Path):
    own = make(name="River Guard", kind="armed_group", also="RG")
    own = add_actors(own, make(name="The Bank Gazette", kind="outlet").actors)
    write_own(tmp_path, own)
    knowledge = load_knowledge(tmp_path)
    organisation, outlet = knowledge.find_organisation("RG"), knowledge.find_outlet("Bank Gazette")
    assert organisation
    assert organisation.sector == "REB"
    assert outlet
    assert outlet.sector == "MED"
    assert knowledge.find_organisation("NATO")


def test_what_is_written_is_read_again(tmp_path: Path):
    own = make(name="Ana Kovač", country="UA", also="A. Kovač|Ана", since="2024-05")
    write_own(tmp_path / "new" / "home", own)
    assert read_own(tmp_path / "new" / "home") == own
    assert [path.name for path in (tmp_path / "new" / "home").iterdir()] == ["actors.json"]


def test_without_a_file_there_are_none(tmp_path: Path):
    assert read_own(tmp_path) == OwnActors()


def test_a_damaged_file_is_told_and_kept(tmp_path: Path):
    (tmp_path / "actors.json").write_text("{", encoding="utf-8")
    with pytest.raises(SettingsError, match="damaged"):
        read_own(tmp_path)
    assert (tmp_path / "actors.json").read_text(encoding="utf-8") == "{"


def test_a_failed_write_leaves_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    own = make(name="Ana Kovač")
    write_own(tmp_path, own)

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SettingsError, match="No space left"):
        write_own(tmp_path, make(name="Milan Horvat"))
    assert read_own(tmp_path) == own
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"name": "  "}, "needs a name"),
        ({"name": "A", "kind": "wizard"}, "kind 'wizard'"),
        ({"name": "A", "country": "Ukraine"}, "country 'Ukraine'"),
        ({"name": "A", "since": "05.09.2024"}, "since '05.09.2024'"),
        ({"name": "A", "since": "2024-13"}, "since '2024-13'"),
        ({"name": "A", "since": "2024", "until": "2023"}, "until 2023 is before"),
        ({"name": "A", "wikidata": "42"}, "no id of Wikidata"),
    ],
)
def test_what_does_not_fit_is_told(fields: dict[str, str], told: str):
    with pytest.raises(SettingsError, match=told):
        make_actor(fields)


def test_a_removed_actor_is_gone_and_an_unknown_one_is_told():
    own = make(name="Ana Kovač")
    assert remove_actor(own, own.actors[0].id) == OwnActors()
    with pytest.raises(SettingsError, match="no actor of yours"):
        remove_actor(own, "own-nobody")


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_what_is_exported_is_imported_the_same(tmp_path: Path, suffix: str):
    own = make(
        name="Ana Kovač", country="UA", also="A. Kovač|Ана", role='minister of "tea", coffee'
    )
    own = add_actors(own, make(name="River Guard", kind="armed_group").actors)
    text = write_csv_table(own) if suffix == "csv" else write_json_table(own)
    path = tmp_path / f"actors.{suffix}"
    path.write_text(text, encoding="utf-8")
    assert tuple(read_table(path)) == own.actors


def test_all_bad_rows_are_told_by_line(tmp_path: Path):
    path = tmp_path / "actors.csv"
    path.write_text("name,kind\nAna,person\n,person\nMilan,wizard\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"nothing was added; line 3: .*; line 4: .*wizard"):
        read_table(path)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "nome\nAna\n", "unknown column 'nome'"),
        ("a.csv", "kind\nperson\n", "no column name"),
        ("a.csv", "name\nAna,x\n", "line 2 has more cells"),
        ("a.csv", "name\nAna\nAna\n", "line 3: the same actor as line 2"),
        ("a.json", "{}", "no array of actors"),
        ("a.json", '[{"nome": "A"}]', "unknown column 'nome'"),
        ("a.json", '[{"name": ["A"]}]', "name is a list"),
        ("a.txt", "", "ends in .csv or .json"),
    ],
)
def test_a_bad_table_is_told(tmp_path: Path, name: str, text: str, told: str):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=told):
        read_table(tmp_path / name)


def test_the_folder_of_ones_own_is_where_the_environment_says():
    assert load_settings({"SAYSO_HOME": "/a"}).home == Path("/a")
    assert load_settings({"XDG_DATA_HOME": "/b"}).home == Path("/b/sayso")
    assert load_settings({"XDG_DATA_HOME": "b"}).home == Path.home() / ".local/share/sayso"
    assert load_settings({"SAYSO_HOME": ""}).home == Path.home() / ".local/share/sayso"
