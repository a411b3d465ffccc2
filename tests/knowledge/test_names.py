"""Which written names can be of one person?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.names import are_same_person, find_sex, normalise, simplify


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Zelenskyi Зеленський Зеленский",
        "Sybiha Sibiga Sybiga Сибіга",
        "Sergey Sergei Sergej Сергей",
        "Serhiy Serhii Сергій",
        "Lavrov Lavroff Лавров",
        "Mohammed Muhammad Mohamed Mohammad",
        "Yermak Ermak Єрмак",
        "Ahmed Ahmad",
        "Yusuf Youssef Yousef",
        "Hussein Hossein Hussain",
        "Sisi Sissi",
        "Yulia Iuliia Julia Юлія",
    ],
)
def test_spellings_of_a_name_have_one_key(spellings: str):
    assert len({normalise(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li", "Lee"),
        ("Hall", "Gall"),
        ("Vladimir", "Volodymyr"),
        ("Blinken", "Binken"),
        ("Putin", "Patin"),
        ("Bennett", "Benn"),
        ("Kim", "Kin"),
    ],
)
def test_other_names_have_other_keys(one: str, other: str):
    assert normalise(one) != normalise(other)


def test_titles_are_no_part_of_a_name():
    for title in (
        "Mr",
        "Mrs.",
        "Sheikh",
        "Sir",
        "Gen.",
        "Dr",
        "Lord",
        "Dame",
        "Ayatollah",
        "Lt. Gen.",
    ):
        assert normalise(f"{title} Ana Kovač") == normalise("Ana Kovac")


def test_a_title_alone_stays():
    assert normalise("King") == "king"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin", "Vladimir Putin"),
        ("V. Putin", "Vladimir Putin"),
        ("Xi", "Xi Jinping"),
        ("Kim Jong Un", "Jong Un Kim"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Joe Biden", "Joseph R. Biden"),
        ("President Zelensky", "Volodymyr Zelenskyy"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Ben-Gvir", "Itamar Ben Gvir"),
        ("Javad Zarif", "Mohammad Javad Zarif"),
        ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"),
        ("Ahmed al-Sharaa", "Ahmad Sharaa"),
        ("Abdulrahman Saleh", "Abdel-Rahman Saleh"),
        ("George Bush", "George W. Bush"),
        ("Bibi Netanyahu", "Benjamin Netanyahu"),
    ],
)
def test_these_can_be_one_person(one: str, other: str):
    assert are_same_person(one, other)
    assert are_same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump", "Melania Trump"),
        ("George W. Bush", "George H. W. Bush"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Boris Johnson", "Mike Johnson"),
        ("Vladimir", "Vladimir Putin"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("", "Vladimir Putin"),
    ],
)
def test_these_are_two_people(one: str, other: str):
    assert not are_same_person(one, other)
    assert not are_same_person(other, one)


@given(st.text(max_size=40))
def test_any_text_has_a_key_that_is_its_own_key(words: str):
    simplify(words)
    key = normalise(words)
    assert key == key.strip()
    assert are_same_person(words, words) == bool(key)


def test_given_names_tell_the_sex_where_only_one_has_them():
    assert find_sex("Maria") == "f"
    assert find_sex("José") == "m"
    assert find_sex("Karoline Leavitt") == "f"
    assert find_sex("Qwertz") is None
    assert find_sex("") is None
