"""Who is in the text, who speaks, and who are they?"""

from pathlib import Path

import msgspec
import pytest

from sayso.documents import Document, Part
from sayso.knowledge.own import OwnActors, add_actors, make_actor, write_own
from sayso.reader import read_document
from sayso.reading import Actor, Reading
from sayso.reading.actors import tell_function
from sayso.reading.clusters import Cluster
from sayso.reading.mentions import Found
from sayso.settings import Settings

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture
def read(tmp_path):
    """A reader of texts as of a date, with no actors of the user's own."""

    def read(text: str, published: str | None = "2025-04-23") -> Reading:
        parts, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                parts.append(Part("paragraph", at, at + len(line)))
            at += len(line) + 1
        document = Document(id="test", text=text, parts=tuple(parts), published=published)
        return read_document(document, settings=Settings(home=tmp_path))

    return read


def speaker_of(reading: Reading, at: int = 0) -> Actor | None:
    """Who says the statement at that place of the reading."""
    wanted = reading.statements[at].speaker
    return next((actor for actor in reading.actors if actor.id == wanted), None)


def named(reading: Reading, name: str) -> Actor:
    found = [actor for actor in reading.actors if actor.name == name]
    assert len(found) == 1, [actor.name for actor in reading.actors]
    return found[0]


def test_an_office_before_the_name_is_the_speakers(read):
    text = "Ukraine's Minister of Foreign Affairs, Taras Velychko, said the talks were over."
    speaker = speaker_of(read(text))
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Taras Velychko", "person")
    assert (speaker.role, speaker.role_from) == ("Minister of Foreign Affairs", "text")
    assert speaker.country == "UA"


def test_an_office_behind_the_name_is_the_speakers(read):
    text = "Marta Kovalenko, head of the president's office, said on Monday that no deal was near."
    speaker = speaker_of(read(text))
    assert speaker is not None
    assert speaker.name == "Marta Kovalenko"
    assert speaker.role is not None
    assert speaker.role.startswith("head of the president")


def test_he_and_the_minister_and_the_short_name_are_one(read):
    reading = read(
        "Turkish Foreign Minister Orhan Yalçın arrived in Doha on Monday.\n\n"
        "“We have a draft,” he told reporters. The minister said the draft was short. "
        "Yalçın said it had two pages."
    )
    speakers = {statement.speaker for statement in reading.statements}
    assert speakers == {named(reading, "Orhan Yalçın").id}
    assert named(reading, "Orhan Yalçın").country == "TR"


def test_two_people_of_one_surname_are_two(read):
    reading = read(
        "Ana Petrenko said the bridge was open. Ivan Petrenko, her rival, denied that it was."
    )
    assert named(reading, "Ana Petrenko").id != named(reading, "Ivan Petrenko").id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Moscow rejected the offer on Monday.", "RU"),
        ("Kyiv insists on a full ceasefire.", "UA"),
        ("Ankara said it would host the talks.", "TR"),
        ("Britain said the talks would go on.", "GB"),
    ],
)
def test_a_country_speaks_by_its_name_or_its_capitals(read, text, code):
    speaker = speaker_of(read(text))
    assert speaker is not None
    assert (speaker.kind, speaker.country, speaker.known) == ("country", code, code)


def test_a_seat_of_power_is_an_organisation_of_its_country(read):
    speaker = speaker_of(read("The White House did not comment on the reports."))
    assert speaker is not None
    assert (speaker.kind, speaker.country) == ("organisation", "US")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two European officials said the talks would resume in May.", 2),
        ("Sources familiar with the matter said the talks would resume in May.", None),
        ("A senior diplomat said the talks would resume in May.", 1),
    ],
)
def test_unnamed_sources_keep_their_description_and_number(read, text, count):
    speaker = speaker_of(read(text))
    assert speaker is not None
    assert (speaker.kind, speaker.count) == ("unnamed", count)
    assert speaker.name in text


@pytest.mark.parametrize(
    ("text", "noun", "function"),
    [
        ("Two European officials said so.", "European officials", "official"),
        ("A senior diplomat said so.", "diplomat", "diplomat"),
        ("A person familiar with the talks said so.", "person", "person familiar"),
        ("People briefed on the matter said so.", "People", "person familiar"),
        ("People said so.", "People", None),
    ],
)
def test_an_unnamed_source_has_a_role_in_one_word(text, noun, function):
    start = text.index(noun)
    found = Found(start, start + len(noun), "nominal", None, 0, 0, 0.9)
    assert tell_function(text, Cluster(0, "person", mentions=[found])) == function


def test_a_named_person_has_no_role_by_a_description():
    found = Found(0, 8, "nominal", None, 0, 0, 0.9)
    cluster = Cluster(0, "person", mentions=[found], names=["Ana Roe"])
    assert tell_function("Diplomat Ana Roe said so.", cluster) is None


def test_what_the_text_does_not_tell_is_none(read):
    reading = read("It emerged on Friday that the talks had been cancelled.")
    assert all(statement.speaker is None for statement in reading.statements)


def test_first_persons_in_a_quotation_are_its_speakers(read):
    text = "“I will not resign,” Defence Minister Lena Hartwig told the Morgen Post on Tuesday."
    hartwig = named(read(text), "Lena Hartwig")
    assert ("I", "pronoun") in [(m.text, m.form) for m in hartwig.mentions]


def test_a_spokesman_speaks_for_whom_he_serves_and_to_whom_he_tells_it(read):
    reading = read("Kremlin spokesman Gleb Arsenyev told reporters that no call was planned.")
    statement = reading.statements[0]
    assert statement.on_behalf_of == named(reading, "Kremlin").id
    assert statement.addressee is not None
    assert statement.addressee.text == "reporters"
    speaker = speaker_of(reading)
    assert speaker is not None
    assert speaker.country == "RU"


def test_a_minister_speaks_for_the_country_that_the_text_names(read):
    text = "Hungary's foreign minister, Piroska Bán, said on Telegram that the pipeline was safe."
    reading = read(text)
    statement = reading.statements[0]
    assert statement.on_behalf_of == named(reading, "Hungary").id
    assert statement.channel is not None
    assert (statement.channel.kind, statement.channel.name) == ("social_media", "Telegram")


def test_an_office_that_the_text_leaves_out_is_filled_in_at_the_date(read):
    text = "David Lammy said on Wednesday that the talks in London had been useful."
    speaker = speaker_of(read(text))
    assert speaker is not None
    assert (speaker.country, speaker.role_from) == ("GB", "knowledge")
    assert "foreign" in (speaker.role or "").casefold()


def test_an_office_is_not_filled_in_without_a_date_or_long_after_what_is_known(read):
    text = "David Lammy said on Wednesday that the talks in London had been useful."
    for published in (None, "2031-01-01"):
        speaker = speaker_of(read(text, published))
        assert speaker is not None
        assert speaker.role is None


def test_the_text_wins_over_what_is_known(read):
    text = "Former British foreign secretary David Lammy said on Wednesday that he was free."
    speaker = speaker_of(read(text))
    assert speaker is not None
    assert (speaker.role_from, (speaker.role or "")[:6].casefold()) == ("text", "former")


def test_a_text_without_anybody_has_no_actors(read):
    assert read("It rained all night. The roads were wet.").actors == ()
    assert read("").actors == ()


@pytest.mark.parametrize("path", sorted(GOLD.glob("[ar]*/*.txt"))[::6], ids=lambda path: path.stem)
def test_every_mention_is_proved_and_every_id_leads_to_an_actor(read, path):
    from benchmarks.gold import read_gold

    reading = read(read_gold(path).text)
    ids = [actor.id for actor in reading.actors]
    assert len(set(ids)) == len(ids)
    for actor in reading.actors:
        assert actor.mentions
        for m in actor.mentions:
            assert reading.document.text[m.start : m.end] == m.text
            assert m.text
    for s in reading.statements:
        told = s.addressee.actor if s.addressee else None
        assert {s.speaker, s.on_behalf_of, told} - {None} <= set(ids)
    again = msgspec.json.decode(msgspec.json.encode(reading), type=Reading)
    assert again == reading


def test_an_actor_that_the_user_added_is_known(tmp_path, read):
    added = make_actor({"name": "Ines Moreau", "kind": "person", "country": "FR", "since": "2024"})
    write_own(tmp_path, add_actors(OwnActors(), [added]))
    speaker = speaker_of(read("Ines Moreau said the night ferries would sail again."))
    assert speaker is not None
    assert (speaker.name, speaker.country) == ("Ines Moreau", "FR")
    assert speaker.known is not None
