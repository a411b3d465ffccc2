"""Does each lookup find what the words name, and nothing else?"""

import pytest

from sayso.knowledge.lookup import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("U.S.", "US"),
        ("US", "US"),
        ("America", "US"),
        ("Britain", "GB"),
        ("U.K.", "GB"),
        ("the Netherlands", "NL"),
        ("UAE", "AE"),
        ("DPRK", "KP"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Україна", "UA"),
        ("Россия", "RU"),
        ("Deutschland", "DE"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Côte d'Ivoire", "CI"),
    ],
)
def test_a_country_is_found_by_its_names(knowledge: Knowledge, words: str, code: str):
    country = knowledge.find_country(words)
    assert country
    assert country.code == code
    assert knowledge.get_country(code) is country


@pytest.mark.parametrize("words", ["us", "turkey", "chad", "it", "IT", "Atlantis", ""])
def test_what_is_no_country_is_none(knowledge: Knowledge, words: str):
    assert knowledge.find_country(words) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Ukrainian", "UA"),
        ("Ukrainians", "UA"),
        ("British", "GB"),
        ("Emirati", "AE"),
        ("Dutch", "NL"),
        ("Polish", "PL"),
        ("polish", None),
        ("Martian", None),
    ],
)
def test_a_people_tells_its_country(knowledge: Knowledge, words: str, code: str | None):
    country = knowledge.find_demonym(words)
    assert (country and country.code) == code


def test_a_capital_tells_its_country_by_any_of_its_names(knowledge: Knowledge):
    for words, code in (("Kyiv", "UA"), ("Kiev", "UA"), ("Washington", "US"), ("Beijing", "CN")):
        country = knowledge.find_capital(words)
        assert country
        assert country.code == code


def test_a_seat_stands_for_its_power(knowledge: Knowledge):
    for words, country in (
        ("the Kremlin", "RU"),
        ("Élysée", "FR"),
        ("No. 10", "GB"),
        ("Brussels", None),
    ):
        seat = knowledge.find_seat(words)
        assert seat
        assert seat.country == country


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("the UN", "un"),
        ("U.N.", "un"),
        ("Nato", "nato"),
        ("European Union", "eu"),
        ("the Foreign Office", "gb-fcdo"),
        ("WHO", "who"),
        ("who", None),
        ("Hamas", "hamas"),
        ("is", None),
    ],
)
def test_an_organisation_is_found(knowledge: Knowledge, words: str, identity: str | None):
    organisation = knowledge.find_organisation(words)
    assert (organisation and organisation.id) == identity


def test_organisations_know_their_members(knowledge: Knowledge):
    assert "FI" in knowledge.get_organisation("nato").members
    assert "GB" not in knowledge.get_organisation("eu").members
    assert len(knowledge.get_organisation("un").members) == 193


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("New York Times", "The New York Times"),
        ("NYT", "The New York Times"),
        ("Reuters", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("the BBC", "BBC"),
        ("Time", "Time"),
        ("time", None),
        ("Sun", None),
        ("The Sun", "The Sun"),
        ("Independent", "The Independent"),
        ("independent", None),
        ("The Hill", "The Hill"),
        ("hill", None),
        ("Focus", None),
        ("Foreign Policy magazine", "Foreign Policy"),
        ("Der Spiegel", "Der Spiegel"),
    ],
)
def test_an_outlet_is_found_but_no_ordinary_word(
    knowledge: Knowledge, words: str, name: str | None
):
    outlet = knowledge.find_outlet(words)
    assert (outlet and outlet.name) == name


def test_an_outlet_is_found_by_a_host_below_its_domain(knowledge: Knowledge):
    outlet = knowledge.find_by_domain("edition.cnn.com")
    assert outlet
    assert outlet.name == "CNN"
    assert knowledge.find_by_domain("example.invalid") is None
    assert knowledge.find_by_domain("com") is None


def test_a_surname_gives_who_is_in_office(knowledge: Knowledge):
    found = {
        words: [person.name for person in knowledge.find_people(words, "2025-04-23")][:1]
        for words in ("Sybiha", "Xi", "Macron", "V. Putin", "Зеленський", "von der Leyen")
    }
    assert found == {
        "Sybiha": ["Andrii Sybiha"],
        "Xi": ["Xi Jinping"],
        "Macron": ["Emmanuel Macron"],
        "V. Putin": ["Vladimir Putin"],
        "Зеленський": ["Volodymyr Zelenskyy"],
        "von der Leyen": ["Ursula von der Leyen"],
    }


def test_a_full_name_of_another_is_not_found(knowledge: Knowledge):
    assert not knowledge.find_people("Melania Trump", "2025-04-23")
    assert not knowledge.find_people("", "2025-04-23")


def test_people_have_the_pronoun_they_should(knowledge: Knowledge):
    for name, sex in (("Maria Zakharova", "f"), ("Marco Rubio", "m"), ("Yulia Svyrydenko", "f")):
        assert knowledge.find_people(name)[0].sex == sex


@pytest.mark.parametrize(
    ("power", "office", "on", "name"),
    [
        ("UA", "foreign minister", "2025-04-23", "Andrii Sybiha"),
        ("UA", "foreign minister", "2024-09-01", "Dmytro Kuleba"),
        ("UA", "defence minister", "2025-07-17", "Denys Shmyhal"),
        ("US", "secretary of state", "2025-04-23", "Marco Rubio"),
        ("US", "White House press secretary", "2025-04-23", "Karoline Leavitt"),
        ("US", "president", "2018-01-01", "Donald Trump"),
        ("GB", "foreign secretary", "2025-04-23", "David Lammy"),
        ("GB", "Prime Minister", "2022-10-01", "Liz Truss"),
        ("RU", "Kremlin spokesman", "2025-04-23", "Dmitry Peskov"),
        ("IR", "president", "2025-04-23", "Masoud Pezeshkian"),
        ("IR", "supreme leader", "2025-04-23", "Ali Khamenei"),
        ("CN", "premier", "2025-04-23", "Li Qiang"),
        ("nato", "secretary-general", "2025-04-23", "Mark Rutte"),
        ("EU", "foreign policy chief", "2025-04-23", "Kaja Kallas"),
        ("EU", "Commission president", "2025-04-23", "Ursula von der Leyen"),
        ("un", "secretary-general", "2025-04-23", "António Guterres"),
        ("AU", "prime minister", "2025-04-23", "Anthony Albanese"),
        ("US", "vice president", "2025-04-23", "JD Vance"),
        ("US", "Treasury Secretary", "2025-04-23", "Scott Bessent"),
        ("US", "national security adviser", "2025-04-23", "Mike Waltz"),
        ("UA", "NSDC secretary", "2025-08-01", "Rustem Umerov"),
        ("UA", "head of the presidential office", "2025-04-23", "Andriy Yermak"),
        ("CN", "leader", "2025-04-23", "Xi Jinping"),
        ("IL", "leader", "2025-04-23", "Benjamin Netanyahu"),
        ("nato", "chief", "2025-04-23", "Mark Rutte"),
        ("hezbollah", "leader", "2025-04-23", "Naim Qassem"),
    ],
)
def test_an_office_gives_its_holder(
    knowledge: Knowledge, power: str, office: str, on: str, name: str
):
    holder = knowledge.find_holder(power, office, on)
    assert holder
    assert holder.person.name == name
    assert not holder.stale


def test_an_old_fact_says_that_it_is_stale(knowledge: Knowledge):
    holder = knowledge.find_holder("UA", "foreign minister", "2031-01-01")
    assert holder
    assert holder.stale


def test_an_office_of_several_people_gives_nobody(knowledge: Knowledge):
    assert knowledge.find_holder("US", "senator", "2025-04-23") is None
    assert knowledge.find_holder("CN", "foreign ministry spokesperson", "2025-04-23") is None


def test_no_office_gives_nobody(knowledge: Knowledge):
    assert knowledge.find_holder("US", "chief juggler", "2025-04-23") is None
    assert knowledge.find_holder("ZZ", "president", "2025-04-23") is None


def test_the_offices_of_a_person_are_those_of_the_day(knowledge: Knowledge):
    lammy = knowledge.find_people("David Lammy")[0]
    assert [held.kind for held in knowledge.office_at(lammy, "2025-04-23")] == ["foreign_minister"]
    assert "foreign_minister" not in [h.kind for h in knowledge.office_at(lammy, "2025-09-20")]
