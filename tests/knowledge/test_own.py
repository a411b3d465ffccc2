"""Do the user's own actors come first, and is none of them ever lost?"""

import os
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.knowledge.lookup import load_knowledge
from sayso.knowledge.own import OwnActors, add_actors, make_actor, read_own, remove_actor, write_own
from sayso.knowledge.tables import read_table, write_csv_table, write_json_table
from sayso.reading import ActorKind
from sayso.reading.clusters import recognise
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


def test_an_own_actor_comes_before_a_shipped_one_of_its_acronym(tmp_path: Path):
    own = make(name="Northern Association of Tea Otters", kind="organisation", also="NATO")
    own = add_actors(own, make(name="The Sun", kind="outlet").actors)
    write_own(tmp_path, own)
    knowledge = load_knowledge(tmp_path)
    organisation, outlet = knowledge.find_organisation("NATO"), knowledge.find_outlet("The Sun")
    assert organisation
    assert organisation.source == "own"
    assert outlet
    assert outlet.source == "own"


@pytest.mark.parametrize(
    ("kind", "sector"),
    [("organisation", None), ("group", None), ("armed_group", "REB"), ("court", "JUD")],
)
def test_only_a_narrow_kind_of_organisation_tells_its_sector(kind: str, sector: str | None):
    (organisation,) = make(name="River Guard", kind=kind).organisations()
    assert organisation.sector == sector


def test_an_own_name_of_a_country_is_that_country(tmp_path: Path):
    write_own(tmp_path, make(name="Blighty", kind="country", country="GB", also="Albion"))
    knowledge = load_knowledge(tmp_path)
    for name in ("Blighty", "Albion", "the United Kingdom"):
        country = knowledge.find_country(name)
        assert country
        assert country.code == "GB"
    assert knowledge.find_location("Blighty") == knowledge.find_location("Britain")


def test_an_own_place_comes_before_a_capital_of_its_name(tmp_path: Path):
    write_own(tmp_path, make(name="Victoria", kind="place", country="CA"))
    knowledge = load_knowledge(tmp_path)
    place = knowledge.find_place("Victoria")
    assert place
    assert place.country == "CA"
    assert knowledge.find_capital("Victoria") is None
    assert knowledge.find_location("Victoria") is None


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("organisation", "organisation"),
        ("court", "organisation"),
        ("group", "group"),
        ("armed_group", "group"),
        ("country", "country"),
        ("outlet", "outlet"),
        ("place", "place"),
    ],
)
def test_the_reader_takes_an_own_actor_for_what_it_is(tmp_path: Path, kind: str, found: str):
    write_own(tmp_path, make(name="Ravna Guard", kind=kind, country="UA"))
    taken: ActorKind = "place" if kind == "place" else "organisation"
    recognised = recognise("Ravna Guard", taken, load_knowledge(tmp_path))
    assert (recognised.kind, recognised.country) == (found, "UA")
    assert recognised.key


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
        ({"name": "A", "kind": "country"}, "needs its ISO code"),
        ({"name": "A", "kind": "wizard", "country": "X"}, "kind 'wizard' .*; the country 'X'"),
        ({"name": "A", "since": "x", "until": "y"}, "since 'x' .*; until 'y'"),
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
    with pytest.raises(SettingsError) as raised:
        read_table(path)
    first, *rows = str(raised.value).splitlines()
    assert first == "nothing was added: 2 rows do not fit"
    assert [row.partition(": ")[0] for row in rows] == [f"{path}, line 3", f"{path}, line 4"]
    assert "needs a name" in rows[0]
    assert "wizard" in rows[1]


def test_of_many_bad_rows_the_first_twenty_are_told(tmp_path: Path):
    path = tmp_path / "actors.json"
    path.write_text("[" + ", ".join(['{"name": ""}'] * 23) + "]", encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        read_table(path)
    first, *rows, last = str(raised.value).splitlines()
    assert "23 rows" in first
    assert len(rows) == 20
    assert last == "and 3 more"


def test_rows_of_each_fault_are_told_together(tmp_path: Path):
    path = tmp_path / "actors.csv"
    path.write_text('name,kind\n"A"x,person\nB,person,3\n\n,court\nC,person\n', encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        read_table(path)
    assert [row.rpartition("line ")[2][0] for row in str(raised.value).splitlines()[1:]] == [
        "2", "3", "5",
    ]  # fmt: skip


def test_a_row_over_several_lines_is_told_by_its_first(tmp_path: Path):
    path = tmp_path / "actors.csv"
    path.write_text('name,role\nAna,"minister\nof tea"\n,"of\nno name"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="line 4: an actor needs a name"):
        read_table(path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_cells_may_be_apart_by_commas_semicolons_or_tabs(
    tmp_path: Path, delimiter: str, suffix: str
):
    path = tmp_path / f"actors.{suffix}"
    rows = [["Name", '"also"'], ['"Ana Kovač"', "A. K.|Ана"], ["", ""], ['"Horvat; M,\tx"', ""]]
    text = "\r\n".join(delimiter.join(cells).strip() for cells in rows)
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    ana, milan = read_table(path)
    assert (ana.name, ana.also) == ("Ana Kovač", ("A. K.", "Ана"))
    assert milan.name == "Horvat; M,\tx"


def test_a_list_of_names_alone_is_a_table(tmp_path: Path):
    path = tmp_path / "actors.csv"
    path.write_text("name\nAna Kovač\nMilan Horvat\n", encoding="utf-8")
    assert [actor.name for actor in read_table(path)] == ["Ana Kovač", "Milan Horvat"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "nome\nAna\n", "no column name; the columns are nome; understood are id, name"),
        ("a.csv", "nome;kind\nAna;x\n", "no column name; the columns are nome, kind; understood"),
        ("a.csv", "", "no column name; there is none at all; understood"),
        ("a.csv", "name,land,alt\nAna,,\n", "unknown column 'land', 'alt'; understood are id"),
        ("a.csv", "name,also,also\nAna,x,y\n", "more than one column also"),
        ("a.csv", "name\nAna,x\n", "line 2: 2 cells, .* more than there are columns"),
        ("a.csv", "name\nAna\nAna\n", "line 3: the same actor as line 2"),
        ("a.json", "{}", "no array of actors"),
        ("a.json", '[{"nome": "A"}]', "unknown column 'nome'"),
        ("a.json", '[{"name": ["A"]}]', "name is a list"),
        ("a.json", '[{"name": "A"}, {"name": 1}]', "entry 2: no actor"),
        ("a.txt", "", "ends in .csv, .tsv or .json"),
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
