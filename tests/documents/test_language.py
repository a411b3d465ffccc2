"""Is the language told from the words, and not told where there are too few?"""

import pytest

from sayso.documents.language import find_language, read_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that she would not be at the meeting.", "en"),
        ("Die Ministerin sagte, dass sie nicht zu dem Treffen kommen werde.", "de"),
        ("La ministre a dit que les deux pays ne sont pas prêts pour la réunion.", "fr"),
        ("La ministra dijo que no iba a estar en la reunión con los demás.", "es"),
        ("Министр сказала, что не приедет на встречу и что это уже решено.", "ru"),
        ("Міністерка сказала, що не приїде на зустріч і що це вже вирішено.", "uk"),
        ("قالت الوزيرة إن بلادها لن تشارك في هذا الاجتماع الذي كان مقررا", "ar"),
        ("وزیر گفت که این کشور در نشست شرکت نمی‌کند و با آن مخالف است", "fa"),
        ("外相は会談に出席しないと述べた。署名はまだない。", "ja"),
        ("外交部长说，她不会出席这次会议。", "zh"),
        ("외무장관은 회담에 참석하지 않겠다고 말했다.", "ko"),
    ],
)
def test_a_sentence_tells_its_language(text, language):
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "42", "Kyiv", "Lena Holt", "?!"])
def test_a_few_words_tell_none(text):
    assert find_language(text) is None


def test_a_declaration_is_believed_unless_the_words_say_another():
    assert find_language("Lena Holt, Otto Brandt, Una Fell, Sam Okoro", "de-DE") == "de"
    assert find_language("Die Ministerin sagte, dass sie nicht kommen werde.", "en-US") == "de"


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("de_DE", "de"), ("nb", "no"), ("UA", "uk"), ("english", None), (None, None)],
)
def test_a_declaration_is_brought_to_two_letters(declared, code):
    assert read_code(declared) == code
