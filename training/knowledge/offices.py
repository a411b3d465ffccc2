"""Which offices do the curated files list, and who held them?"""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.knowledge import Holding, Sex
from training.knowledge.sources import CURATED, read_toml

FILES = ("powers", "middle_east", "americas", "europe", "asia", "africa", "international")


@dataclass(frozen=True)
class Found:
    """An office held, as a source tells it."""

    name: str
    title: str
    kind: str
    country: str | None
    organisation: str | None
    since: str | None
    until: str | None
    as_of: str
    source: str
    wikidata: str | None = None
    sex: Sex | None = None

    @property
    def curated(self) -> bool:
        return self.source == CURATED

    @property
    def leads(self) -> bool:
        return self.kind in {"head_of_state", "head_of_government"}

    def hold(self, person: str) -> Holding:
        """The office as held by the person of the id."""
        return Holding(
            person=person,
            title=self.title,
            kind=self.kind,
            country=self.country,
            organisation=self.organisation,
            since=self.since,
            until=self.until,
            as_of=self.as_of,
            source=self.source,
        )


TITLES = {
    "head_of_state": "president",
    "head_of_government": "prime minister",
    "foreign_minister": "minister of foreign affairs",
    "defence_minister": "minister of defence",
    "interior_minister": "minister of the interior",
    "finance_minister": "minister of finance",
    "deputy_head_of_government": "deputy prime minister",
    "deputy_head_of_state": "vice president",
    "legislature_speaker": "speaker of parliament",
    "deputy_foreign_minister": "deputy minister of foreign affairs",
}
"""What an office is called where its heading gives no title."""


def read_curated() -> Iterator[Found]:
    """All that the curated files say of offices.

    Below the code of a country or the id of an organisation stand "kind" or "kind: title" and the
    holders: [name, since, until, as_of], where what is unknown is empty or left out.
    """
    for file in FILES:
        content = read_toml(f"offices_{file}")
        sure = content.pop("as_of")
        for power, offices in content.items():
            for heading, held in offices.items():
                kind, _, title = heading.partition(": ")
                for name, *dates in held:
                    since, until, as_of = (*dates, "", "", "")[:3]
                    yield Found(
                        name=name,
                        title=title or TITLES[kind],
                        kind=kind,
                        country=power if power.isupper() else None,
                        organisation=None if power.isupper() else power,
                        since=since or None,
                        until=until or None,
                        as_of=as_of or sure,
                        source=CURATED,
                    )
