"""Which of the countries that a document names is an actor's, where no words say so?"""

import pytest

from sayso.knowledge.lookup import load_knowledge
from sayso.reading import ActorKind
from sayso.reading.clusters import Cluster
from sayso.reading.countries import find_countries
from sayso.reading.country_choice import (
    MOST,
    NONE,
    Features,
    Surroundings,
    choose,
    classify,
    describe_choices,
    look_around,
    look_near,
)
from sayso.reading.mentions import Found

TEXT = """\
Gabon sends aid
Ukraine's parliament met in Kyiv. Nobody came. The Turkish envoy saw Ana Roe off.
In Norway, ministers left. Ana Roe stayed.
"""


def around(text: str = TEXT) -> Surroundings:
    knowledge = load_knowledge()
    named = list(find_countries(text, 0, len(text), knowledge))
    return look_around(text, named, knowledge)


def cluster_of(place: int, kind: ActorKind = "person", name: str = "Ana Roe") -> Cluster:
    form = "name" if name else "nominal"
    found = Found(place, place + 7, form, "person", 0, 0, 1.0)  # type: ignore[arg-type]
    return Cluster(0, kind, mentions=[found], names=[name] if name else [])


def choices_of(place: int, pointed: dict[str, float] | None = None) -> dict[str, Features]:
    return describe_choices(around(), cluster_of(place), pointed or {})


def tell_near(words: str) -> dict[str, set[str]]:
    near = look_near(around(), TEXT.index(words))
    return {code: set(features) for code, features in near.items()}


def test_the_countries_named_most_are_likely_anywhere():
    text = "Kyiv, Kyiv, Kyiv; Oslo, Oslo; Ankara, Ankara; Gabon."
    found = around(text)
    assert (len(found.likely), found.likely[0]) == (MOST, "UA")
    assert "GA" not in found.likely


def test_a_country_of_the_first_line_is_one_of_the_title():
    assert "title" in tell_near("Nobody")["GA"]
    assert "title" not in tell_near("Turkish envoy")["UA"]


def test_a_text_of_one_line_has_no_title():
    assert around("Gabon sends aid").title_end == 0


def test_a_country_in_the_sentence_and_in_the_paragraph_before_is_near():
    near = tell_near("Ana Roe off")
    assert {"sentence", "paragraph", "last"} <= near["TR"]
    assert "paragraph" in near["UA"]
    assert "sentence" not in near["UA"]


def test_a_country_that_stands_behind_in_the_sentence_is_not_before():
    near = tell_near("Ukraine's parliament")
    assert "paragraph" not in near["UA"]
    assert "sentence" in near["UA"]


def test_where_a_paragraph_is_set_is_told():
    assert "setting" in tell_near("Ana Roe stayed")["NO"]


def test_the_first_country_of_all_is_told_wherever_an_actor_stands():
    assert "first" in tell_near("Ana Roe stayed")["GA"]


@pytest.mark.parametrize(
    ("kind", "name", "role", "sort"),
    [
        ("person", "Ana Roe", None, "person"),
        ("person", "Ana Roe", "foreign minister", "office"),
        ("person", "Ana Roe", "gardener", "person"),
        ("organisation", "parliament", None, "body"),
        ("organisation", "Orbis Bank", None, "other"),
        ("unnamed", "", None, "unnamed"),
        ("group", "", None, "unnamed"),
    ],
)
def test_each_sort_of_actor_has_features_of_its_own(kind, name, role, sort):
    cluster = cluster_of(0, kind, name)
    if role:
        cluster.roles.append((role, cluster.mentions[0]))
    assert classify(cluster) == sort
    features = describe_choices(around(), cluster, {}).values()
    assert {name.split()[0] for found in features for name in found} == {sort}


def test_no_country_is_always_one_of_the_choices():
    assert NONE in choices_of(TEXT.index("Ana Roe"))


def test_where_the_model_points_is_told():
    choices = choices_of(TEXT.index("Ana Roe"), {"TR": 0.8, NONE: 0.2})
    assert choices["TR"]["person pointed"] == 0.8
    assert choices["TR"]["person strongly"] == 1.0
    assert choices["UA"]["person pointed"] == 0.0
    assert choices[NONE]["person none pointed"] == 0.2
    assert choices[NONE]["person none untold"] == 0.0


def test_shares_of_mentions_sum_to_no_more_than_1():
    choices = choices_of(TEXT.index("Ana Roe"))
    assert sum(found.get("person share", 0.0) for found in choices.values()) <= 1.0 + 1e-9


def test_a_country_alone_in_its_text_is_told_to_be():
    text = "Gabon sends aid. Ana Roe stayed."
    choices = describe_choices(around(text), cluster_of(text.index("Ana")), {})
    assert choices["GA"]["person only"] == 1.0


CHOICES = {"UA": {"share": 1.0}, "TR": {"share": 0.2}, NONE: {"none": 1.0}}


def test_the_likeliest_country_is_chosen():
    assert choose(CHOICES, {"share": 5.0}) == "UA"


def test_no_country_is_chosen_where_none_is_likeliest():
    assert choose(CHOICES, {"share": 1.0, "none": 9.0}) is None


def test_no_country_is_chosen_where_two_are_alike():
    assert choose({"UA": {"share": 1.0}, "TR": {"share": 0.9}, NONE: {}}, {"share": 1.0}) is None


def test_what_has_no_weight_counts_for_nothing():
    assert choose({"UA": {"unheard of": 99.0}, NONE: {"none": 1.0}}, {"none": 1.0}) is None


def test_large_weights_are_no_trouble():
    assert choose({"UA": {"share": 1.0}, NONE: {}}, {"share": 5000.0}) == "UA"
