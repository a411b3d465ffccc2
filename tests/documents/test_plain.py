"""Is a pasted text taken apart as an editor would?"""

import contextlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents import Document
from sayso.documents.plain import read_plain
from sayso.errors import DocumentError
from sayso.sources import Markup, Page

GOLDEN = Path(__file__).parents[1] / "golden" / "documents"
BODY = (
    "Foreign Minister Lena Holt said on Thursday that her country would not sign the paper.\n\n"
    "Her counterpart said that the draft had been with both delegations since Monday.\n"
)


def read(text: str, markup: Markup = "plain") -> Document:
    content = text.encode("utf-8", "surrogatepass")
    return read_plain(Page(origin="test", content=content, markup=markup))


def say(document: Document) -> list[tuple[str, str]]:
    return [(part.kind, document.text[part.start : part.end]) for part in document.parts]


def find_kind(text: str, line: str) -> str:
    """The kind of the part that says the line."""
    return next(kind for kind, said in say(read(text)) if line in said)


@pytest.mark.parametrize(
    "case", sorted(GOLDEN.glob("plain-*"), key=str), ids=lambda case: case.name
)
def test_each_golden_page_is_taken_apart_as_expected(case, golden):
    source = next(case.glob("input.*"))
    markup: Markup = "markdown" if source.suffix == ".md" else "plain"
    document = read_plain(Page(origin="golden", content=source.read_bytes(), markup=markup))
    found = {
        "outlet": document.outlet,
        "title": document.title,
        "byline": document.byline,
        "published": document.published,
        "language": document.language,
        "parts": [list(part) for part in say(document)],
    }
    content = msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
    golden(case / "expected.json", content + "\n")


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0\n"])
def test_a_page_of_white_space_is_refused(text):
    with pytest.raises(DocumentError, match="test: no text; there is nothing to read"):
        read(text)


def test_a_rubric_glued_to_the_title_is_cut_from_it():
    parts = say(read(f"WorldTarsia leaves the talks\n\nTarsia leaves the\u00a0talks\n\n{BODY}"))
    assert parts[:3] == [
        ("boilerplate", "World"),
        ("title", "Tarsia leaves the talks"),
        ("title", "Tarsia leaves the\u00a0talks"),
    ]


def test_the_outlet_behind_the_title_is_cut_from_it():
    document = read(f"Tarsia leaves the talks | The Quay\nTarsia leaves the talks\n\n{BODY}")
    assert (document.title, document.outlet) == ("Tarsia leaves the talks", "The Quay")
    assert ("boilerplate", "| The Quay") in say(document)


def test_a_first_line_that_is_a_sentence_is_no_title():
    assert read(BODY).title is None


def test_a_caption_that_stands_twice_is_a_caption_twice():
    line = "Lena Holt leaves the customs house"
    text = f"Tarsia leaves the talks\n\n{line}\n{line}\nPhoto: A. B.\n\n{BODY}"
    kinds = [kind for kind, said in say(read(text)) if said == line]
    assert kinds == ["caption", "caption"]


def test_a_sentence_that_stands_twice_stays_a_paragraph():
    text = f"Tarsia leaves the talks\n\n{BODY}\nNobody has called us.\nNobody has called us.\n"
    assert find_kind(text, "Nobody has called us.") == "paragraph"


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (Reuters) —",
        "WASHINGTON (AP) -",
        "Washington (AFP) –",
        "MOSCOW, May 20. /TASS/.",
        "NEW YORK, Nov. 19 (UPI) --",
        "CHARLESTON, S.C. —",
        "KYIV, 20 May (Ukrinform) -",
        "Hong Kong CNN —\n\n",
        "BERLIN, May 20 —",
    ],
)
def test_a_dateline_is_a_credit_and_the_paragraph_begins_behind_it(dateline):
    parts = say(read(f"Flights to return in July\n\n{dateline} Flights will return.\n\n{BODY}"))
    assert ("credit", dateline.strip()) in parts
    assert ("lede", "Flights will return.") in parts


@pytest.mark.parametrize(
    "line",
    [
        "NATO — which Holt called a club — will not be asked.",
        "Holt — the foreign minister — said that she would not go.",
        "The talks (Geneva) — the third round — were short.",
        "LIVE — Holt speaks to reporters.",
        "and/or the ministers would meet again, she said.",
    ],
)
def test_a_dash_or_stroke_near_the_start_makes_no_dateline(line):
    parts = say(read(f"A title without a stop\n\n{line}\n\n{BODY}"))
    assert line in [said for _, said in parts]


@pytest.mark.parametrize(
    "line",
    [
        "By 2030 the port will be full, Holt said.",
        "Subscribe to that view and you will believe anything, Arden said.",
        "“Sign up for the course,” she said, “or leave.”",
        "The photo: a minister alone on a quay, as Arden described it.",
        "Comments by the minister were not published.",
        "The poll addresses a question that nobody asked.",
        "According to a Reuters/Ipsos poll, the two are level.",
        "Correction officers said the prison was quiet.",
        "Related talks will be held in Oslo, Holt said.",
        "Follow the money, said Arden.",
        "More than 40 ministers refused to comment.",
        "Reporting by the Quay showed that the list was old, Holt’s “enemies” said.",
        "All rights were reserved by Tarsia, the ministry said.",
        "May 20 was the day on which Holt resigned.",
    ],
)
def test_an_ordinary_sentence_that_begins_like_a_standing_line_is_a_paragraph(line):
    text = f"Tarsia leaves the talks\n\n{BODY}\n{line}\n\nHolt did not reply to the letter.\n"
    assert find_kind(text, line) in ("paragraph", "lede")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Share this", "boilerplate"),
        ("Facebook X WhatsApp", "boilerplate"),
        ("Facebook | Twitter | E-mail", "boilerplate"),
        ("14:32 GMT", "boilerplate"),
        ("9:05 p.m.", "boilerplate"),
        ("3 hours ago", "boilerplate"),
        ("***", "boilerplate"),
        ("23 comments", "boilerplate"),
        ("5 min read", "boilerplate"),
        ("Read more: What the ministers ate", "boilerplate"),
        ("Tags: Tarsia, ports", "boilerplate"),
        ("We use cookies to make this page better", "boilerplate"),
        ("Sign up for our morning letter", "boilerplate"),
        ("© 2025 The Quay. All rights reserved.", "boilerplate"),
        ("Editor’s note: This story was corrected on Friday.", "boilerplate"),
        ("This story has been updated with a comment by the ministry.", "boilerplate"),
        ("Home > World > Europe", "boilerplate"),
        ("Photo: Inge Palmer / The Quay", "credit"),
        ("Getty Images | Bloomberg", "credit"),
        ("(Reporting by Una Fell; Editing by Lee Marsh)", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("FILE PHOTO: Lena Holt in Valdor", "caption"),
        ("Lena Holt in Valdor (credit: Inge Palmer)", "caption"),
        ("Lena Holt in Valdor. Inge Palmer/Getty Images", "caption"),
        ("Publicité", "boilerplate"),
        ("Lesen Sie auch: Wer am Tisch sitzt", "boilerplate"),
        ("Te puede interesar: Los puertos", "boilerplate"),
        ("Читайте також: Хто сидить за столом", "boilerplate"),
        ("Читайте также: Кто сидит за столом", "boilerplate"),
    ],
)
def test_a_standing_line_is_known(line, kind):
    text = f"Tarsia leaves the talks\n\n{BODY}\n{line}\n\nHolt did not reply to the letter.\n"
    assert find_kind(text, line) == kind


def test_a_short_line_above_a_paragraph_is_a_heading():
    text = f"Tarsia leaves the talks\n\n{BODY}\nWho pays\n\n{BODY}"
    assert find_kind(text, "Who pays") == "heading"


def test_a_line_that_leads_to_a_quotation_is_no_heading():
    text = f"Tarsia leaves the talks\n\n{BODY}\nHolt continued:\n\n“{BODY.strip()}”\n"
    assert find_kind(text, "Holt continued:") == "paragraph"


def test_links_below_their_head_end_where_the_article_goes_on():
    links = "Related content\nFive things to know about the quay"
    text = f"Tarsia leaves the talks\n\n{BODY}\n{links}\n\nWho pays\n\n{BODY}"
    parts = say(read(text))
    assert ("boilerplate", "Five things to know about the quay") in parts
    assert ("heading", "Who pays") in parts


def test_standing_sentences_within_a_paragraph_are_cut_out_of_it():
    text = (
        'Holt said yes. Sign up for our Quay newsletter here. "No," said Arden. '
        "© 2025 The Quay. All rights reserved. "
    )
    assert say(read(text)) == [
        ("paragraph", "Holt said yes."),
        ("boilerplate", "Sign up for our Quay newsletter here."),
        ("paragraph", '"No," said Arden.'),
        ("boilerplate", "© 2025 The Quay. All rights reserved."),
    ]


def test_lines_broken_at_a_width_are_one_paragraph():
    text = (
        "The river commission ended its session on Tuesday with a date for the\n"
        "next one but no agreement on who will pay for the dredging that both\n"
        "banks need.\n\n"
        "“A date is something,” said Ruta Selm, who led the delegation of the\n"
        "upper states.\n"
    )
    assert [kind for kind, _ in say(read(text))] == ["paragraph", "paragraph"]


def test_one_paragraph_a_line_needs_no_blank_lines():
    text = "Holt said that she would go.\nArden said that he would not.\nNobody knew why."
    assert len(read(text).parts) == 3


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published 20 May 2025", "2025-05-20"),
        ("May 20, 2025", "2025-05-20"),
        ("20. Mai 2025, 18:30 Uhr", "2025-05-20T18:30"),
        ("Updated 21 May 2025", None),
    ],
)
def test_the_date_is_taken_from_a_line_that_says_nothing_else(line, published):
    document = read(f"Tarsia leaves the talks\n{line}\n\n{BODY}")
    assert document.published == published
    assert ("boilerplate", line) in say(document)


def test_a_date_in_the_text_is_not_the_date_of_publication():
    assert (
        read(f"Tarsia leaves the talks\n\nOn May 20, 2025, Holt resigned.\n\n{BODY}").published
        is None
    )


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Marta Quill", "Marta Quill"),
        ("By Marta Quill and Tom Brandt in Valdor", "Marta Quill and Tom Brandt"),
        ("By Marta Quill, Europe correspondent", "Marta Quill"),
        ("*By Marta Quill*", "Marta Quill"),
        ("Von Karla Winter", "Karla Winter"),
        ("Par Élise Dufour, envoyée spéciale à Valdor", "Élise Dufour"),
    ],
)
def test_the_byline_gives_the_names(line, byline):
    document = read(f"Tarsia leaves the talks\n{line}\n\n{BODY}")
    assert document.byline == byline
    assert ("credit", line) in say(document)


def test_the_outlet_is_named_where_head_and_copyright_line_agree():
    text = f"The Quay\nTarsia leaves the talks\n\n{BODY}\n© 2025 The Quay. All rights reserved.\n"
    document = read(text)
    assert (document.outlet, document.title) == ("The Quay", "Tarsia leaves the talks")


def test_markdown_signs_are_set_apart_and_quotations_known():
    text = f"# Talks\n\nHolt said *no* to [all](x) of it.\n\n> We wait.\n\n- One\n\n{BODY}"
    parts = say(read(text, "markdown"))
    assert parts[:2] == [("boilerplate", "#"), ("title", "Talks")]
    assert ("quote", "We wait.") in parts
    assert ("boilerplate", "-") in parts


def test_spans_count_code_points_behind_emoji_and_invisible_signs():
    text = f"🙂🙂 Tarsia\u200b lea\u00adves the talks\n\n{BODY}"
    document = read(text)
    assert document.text == text
    assert say(document)[0] == ("title", "🙂🙂 Tarsia\u200b lea\u00adves the talks")


def test_a_very_long_line_is_one_paragraph():
    text = "Holt said that she would not sign the paper. " * 20_000
    assert [part.kind for part in read(text).parts] == ["paragraph"]


def test_the_same_text_has_the_same_id():
    assert read(BODY).id == read(BODY).id != read(BODY + "x").id


LINES = st.sampled_from(
    [
        "Advertisement", "By Marta Quill", "May 20, 2025", "Related content", "# Head", "> Said",
        "- item", "LONDON (Reuters) — Yes.", "© 2025 The Quay. All rights reserved.", "```", "---",
        "News", "NewsTarsia leaves the talks", "Tarsia leaves the talks", "“Yes,” she said.", "",
        "Photo: A", "14:32 GMT", "| a | b |", "Editor’s note: no.", "\u200b",
        "İstanbul (AP) — Evet.",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=12).map("\n".join),
)


@given(TEXTS, st.sampled_from(["plain", "markdown"]))
def test_parts_are_in_order_and_cover_all_that_is_not_white_space(text, markup):
    try:
        document = read(text, markup)
    except DocumentError:
        return
    end = 0
    for part in document.parts:
        assert end <= part.start < part.end <= len(document.text)
        assert not document.text[end : part.start].strip()
        end = part.end
    assert not document.text[end:].strip()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(DocumentError):
        read_plain(Page(origin="test", content=content, markup="plain"))
