"""Does a content stand in quotation marks?"""

import pytest

from sayso.reading.quotations import tell_kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“We stay.”", "direct"),
        ('"We stay,"', "direct"),
        ("‘We stay,’", "direct"),
        ("«Nous restons»", "direct"),
        ("„Wir bleiben“", "direct"),
        ("“We stay", "direct"),
        ("they would “stay”", "mixed"),
        ("they would stay", "indirect"),
        ("the ministry’s men would stay", "indirect"),
        ("“We stay” in the town", "mixed"),
    ],
)
def test_the_marks_tell_the_kind(content: str, kind: str) -> None:
    text = f"He said {content} then"
    assert tell_kind(text, [(8, 8 + len(content))]) == kind


def test_a_quotation_and_a_paraphrase_are_mixed() -> None:
    text = "“We stay,” he said, and the others go"
    assert tell_kind(text, [(0, 10), (20, len(text))]) == "mixed"
