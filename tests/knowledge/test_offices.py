"""Which kind of office do the words name?"""

import pytest

from sayso.knowledge.offices import KINDS, find_office, kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Minister of Foreign Affairs", "foreign_minister"),
        ("foreign secretary", "foreign_minister"),
        ("Secretary of State", "foreign_minister"),
        ("U.S. Secretary of State", "foreign_minister"),
        ("top diplomat", "foreign_minister"),
        ("Minister for Europe and Foreign Affairs", "foreign_minister"),
        ("deputy foreign minister", "deputy_foreign_minister"),
        ("Deputy Secretary of State", "deputy_foreign_minister"),
        ("MFA spokesperson", "spokesperson"),
        ("foreign ministry spokeswoman", "spokesperson"),
        ("White House press secretary", "spokesperson"),
        ("Defense Secretary", "defence_minister"),
        ("Secretary of State for Defence", "defence_minister"),
        ("defence minister", "defence_minister"),
        ("Prime Minister", "head_of_government"),
        ("Chancellor", "head_of_government"),
        ("chancellor of the exchequer", "finance_minister"),
        ("deputy prime minister", "deputy_head_of_government"),
        ("vice president", "deputy_head_of_state"),
        ("President", "head_of_state"),
        ("King", "head_of_state"),
        ("home secretary", "interior_minister"),
        ("national security adviser", "security_adviser"),
        ("secretary of the National Security and Defense Council", "security_adviser"),
        ("special envoy", "envoy"),
        ("chief negotiator", "negotiator"),
        ("ambassador to the UN", "ambassador"),
        ("NATO secretary-general", "org_head"),
        ("European Commission president", "org_head"),
        ("army chief", "military_chief"),
        ("White House chief of staff", "chief_of_staff"),
        ("energy minister", "minister"),
        ("Senator", "lawmaker"),
        ("mayor of Kyiv", "mayor"),
        ("baker", None),
        ("", None),
    ],
)
def test_a_title_has_its_kind(title: str, kind: str | None):
    assert kind_of(title) == kind
    assert kind is None or kind in KINDS


def test_an_office_is_what_the_words_name():
    office = find_office("Foreign Minister", "UA")
    assert office
    assert (office.title, office.kind, office.country) == (
        "foreign minister",
        "foreign_minister",
        "UA",
    )
    assert find_office("baker") is None
