"""Do any bytes become the text that they stand for?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.encodings import decode

ENGLISH = "Holt’s reply — “not before June” — cost £5 and a naïve smile."
RUSSIAN = "Министр сказал, что встреча состоится в июне, и добавил: «Мы готовы»."
GERMAN = "Über die Größe der Fähre sprach die Außenministerin später in Köln."
POLISH = "Minister powiedział, że spotkanie odbędzie się w czerwcu w Łodzi."
JAPANESE = "外相は六月に会談を開くと述べた。署名はまだない。"
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ENGLISH + RUSSIAN])
def test_unicode_is_known_with_and_without_a_mark(encoding, text):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r"),
        (POLISH, "cp1250"),
        (POLISH, "iso-8859-2"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_an_undeclared_legacy_encoding_is_told_by_its_letters(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_signs_alone_are_read_as_western():
    assert decode("He paid £1,200 – “too much”.".encode("cp1252")) == "He paid £1,200 – “too much”."


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "ISO-8859-1", "us-ascii", '"latin1"'])
def test_a_page_that_says_latin_1_is_read_as_cp1252_as_browsers_do(label):
    assert decode("“Yes”".encode("cp1252"), label) == "“Yes”"


def test_the_declared_charset_is_believed_where_the_bytes_allow_it():
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"


def test_utf_8_is_utf_8_whatever_is_declared():
    assert decode("Łódź, “tak”".encode(), "iso-8859-2") == "Łódź, “tak”"


def test_a_charset_that_cannot_be_or_is_not_known_is_passed_over():
    assert decode(RUSSIAN.encode("cp1251"), "x-none") == RUSSIAN
    assert decode(RUSSIAN.encode("cp1251"), "utf-8") == RUSSIAN
    assert decode(b"plain", "base64") == "plain"
    assert decode(b"a\\u0041\xe9", "unicode_escape") == "a\\u0041é"


def test_an_escaped_encoding_is_read_where_it_is_declared():
    assert decode(JAPANESE.encode("iso2022_jp"), "iso-2022-jp") == JAPANESE


def test_stray_bytes_in_utf_8_are_read_as_cp1252():
    content = "Così è: ".encode() * 9 + b"\x93si\x94"
    assert decode(content).endswith("“si”")


def test_a_text_cut_within_a_character_keeps_what_stands_before():
    content = RUSSIAN.encode()[:-1] + "я—".encode()[:-1]
    assert decode(content).startswith(RUSSIAN[:-2])
    assert decode("He said “no”".encode()[:-1]) == "He said “no�"


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("Itâ€™s done", "It’s done"),
        ("Â© 2025 The Courier", "© 2025 The Courier"),
        ("cafÃ© in MÃ¼nchen", "café in München"),
        ("â€œYesâ€\x9d, she said", "“Yes”, she said"),
    ],
)
def test_utf_8_once_read_as_cp1252_is_put_right(garbled, text):
    assert decode(garbled.encode()) == text


@pytest.mark.parametrize(
    "text",
    ["SÃO PAULO", "l’Âge d’or", "MÂCON", "LES CÔTÉS À “Paris”", "naïve – £5", "«Це», À la carte…"],
)
def test_what_may_be_meant_as_it_stands_is_left(text):
    assert decode(text.encode()) == text


def test_mojibake_is_put_right_without_touching_the_rest():
    assert decode("“Straße” and cafÃ©\nSÃO PAULO".encode()) == "“Straße” and café\nSÃO PAULO"


def test_line_ends_become_line_feeds():
    assert decode("a\r\nb\rc\u2028d\x0ce".encode()) == "a\nb\nc\nd\ne"


def test_control_characters_go_and_tabs_stay():
    assert decode(b"a\0b\x07c\td\x7f") == "abc\td"


def test_lone_surrogates_become_replacement_characters():
    assert decode("a\ud83db".encode("utf-8", "surrogatepass")) == "a�b"


def test_what_is_not_seen_stays_in_the_text():
    text = "co\u00adop\u200berate\u00a0now\u202f!\u2060"
    assert decode(text.encode()) == text


def test_nothing_gives_nothing():
    assert decode(b"") == ""
    assert decode(b"\xff\xfe") == ""


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "latin1", "cp1251", "utf-16", "x"]))
def test_any_bytes_give_a_text_that_can_be_written(content, charset):
    text = decode(content, charset)
    text.encode("utf-8")
    assert "\r" not in text
    assert "\0" not in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0x17F), max_size=80))
def test_decoding_again_changes_nothing(text):
    once = decode(text.encode())
    assert decode(once.encode()) == once
