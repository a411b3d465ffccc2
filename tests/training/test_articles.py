"""What do the annotators say that an article says?"""

import random

from training.articles import Article, Marked, edit
from training.augmentation import vary

ARTICLE = Article(
    "a",
    "Trump said “we go”.\n\nClinton told reporters that she would stay in the city for days.\n\n"
    'Sanders said "The roads are closed and nobody can get through to us." on Monday.',
    (
        Marked(((0, 5),), ((6, 10),), ((11, 18),)),
        Marked(((21, 28),), ((29, 43),), ((44, 84),)),
    ),
)


def test_an_edit_moves_every_place_along() -> None:
    changed = edit(ARTICLE, [(0, 5, "Okonkwo"), (11, 12, "«"), (17, 18, "»")])
    first, second = changed.statements
    assert [changed.text[slice(*role[0])] for role in first] == ["Okonkwo", "said", "«we go»"]
    assert changed.text[slice(*second.source[0])] == "Clinton"


def test_a_varied_article_keeps_its_statements_within_its_text() -> None:
    for seed in range(50):
        varied = vary(ARTICLE, random.Random(seed))
        for statement in varied.statements:
            for role in statement:
                for start, end in role:
                    assert 0 <= start < end <= len(varied.text)
