"""How is the attribution model trained?

    python -m training.train --out DIR [--passes 6]

Writes DIR/checkpoint.pt (averaged weights) after every pass; about 45 minutes on two cores.
"""

import argparse
import copy
import random
import time
from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.articles import SHARED, Article, is_for_choosing, read_articles
from training.augmentation import vary
from training.corpora import read_names_and_chains, read_own
from training.losses import collate, loss_of, losses_of
from training.network import HEADS_OF_OURS, Attributor, load_pretrained, package_file
from training.records import read_pairs, read_sentences
from training.shipped import load_shipped
from training.targets import Example, make_examples

BATCH, SIZE = 16, 320
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01
AVERAGE = 0.995
"""Weight of the past in the running average of the weights that is kept."""
GOLD = Path(__file__).parents[1] / "tests" / "gold"
POLNEAR = SHARED / "data" / "attribution" / "polnear"


def cut(
    articles: Iterable[Article], tokenizer: Tokenizer, rng: random.Random, varied: bool
) -> list[Example]:
    """The windows of the articles, each varied anew where that is asked."""
    examples = []
    for article in articles:
        shown = vary(article, rng) if varied else article
        examples += make_examples(shown, tokenizer, SIZE, rng.randrange(3) if varied else 0)
    return examples


def batches(examples: list[Example], rng: random.Random) -> list[list[Example]]:
    """The windows in batches of like length, in random order."""
    rng.shuffle(examples)
    examples.sort(key=lambda e: len(e.ids) // 40)
    groups = [examples[i : i + BATCH] for i in range(0, len(examples), BATCH)]
    rng.shuffle(groups)
    return groups


def make_optimizer(
    model: Attributor, total: int, rate: float
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, the heads at a higher rate, warmed up over 6% and then falling to nothing."""
    heads = [p for n, p in model.named_parameters() if n.startswith(HEADS_OF_OURS)]
    inner = [p for n, p in model.named_parameters() if not n.startswith(HEADS_OF_OURS)]
    optimizer = torch.optim.AdamW(
        [
            {"params": inner, "lr": rate * ENCODER_RATE},
            {"params": heads, "lr": rate * HEAD_RATE},
        ],
        weight_decay=DECAY,
    )
    warm = max(1, int(0.06 * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / warm, max(0.0, (total - n) / (total - warm)))
    )
    return optimizer, schedule


def make_parser() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="articles of each corpus, to try the script")
    parser.add_argument("--rate", type=float, default=1.0, help="times the usual learning rates")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--shipped", action="store_true", help="go on from the model that ships")
    parser.add_argument("--statements-only", action="store_true", help="only PolNeAR")
    parser.add_argument("--own", type=int, default=4, help="times that our own texts are shown")
    parser.add_argument("--share", type=float, default=1.0, help="of PolNeAR, shown in each pass")
    parser.add_argument("--others", type=float, default=1.0, help="share of the other corpora")
    parser.add_argument("--pairs", type=int, default=2, help="times that pairs of actors are shown")
    parser.add_argument("--teacher", type=Path, help="a checkpoint whose tags are learnt too")
    return parser


def start(options: argparse.Namespace) -> Attributor:
    """The network as training begins with it."""
    model = Attributor()
    load_pretrained(model)
    if options.shipped:
        load_shipped(model)
    if options.start:
        model.load_state_dict(torch.load(options.start), strict=False)
    return model


def main() -> None:
    options = make_parser().parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = Tokenizer.from_str(package_file("tokenizer.json").decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    polnear = list(read_articles(POLNEAR / "train.jsonl.gz"))[: options.limit]
    others = [] if options.statements_only else read_names_and_chains()[: options.limit]
    pairs = [] if options.statements_only else read_pairs("train") + read_sentences()

    def show() -> list[list[Example]]:
        """What one pass shows."""
        kept = rng.sample(polnear, round(options.share * len(polnear)))
        own = [] if options.statements_only else read_own()[: options.limit] * options.own
        more = rng.sample(others, round(options.others * len(others))) + pairs * options.pairs
        return batches(cut(kept + more + own, tokenizer, rng, varied=True), rng)

    dev = [a for a in read_articles(POLNEAR / "dev.jsonl.gz") if is_for_choosing(a.id)]
    held = {
        "polnear": dev,
        "own": read_own(GOLD / "articles", "dev") + read_own(GOLD / "reports", "dev"),
        "events": read_pairs("dev"),
    }
    checks = {
        name: batches(cut(articles, tokenizer, random.Random(0), varied=False), random.Random(0))
        for name, articles in held.items()
    }
    model = start(options)
    average = copy.deepcopy(model).eval()
    teacher = None
    if options.teacher:
        teacher = Attributor().eval()
        teacher.load_state_dict(torch.load(options.teacher), strict=False)
    first = show()
    total = int(len(first) * 1.01) * options.passes
    optimizer, schedule = make_optimizer(model, total, options.rate)
    step, began = 0, time.time()
    for turn in range(options.passes):
        model.train()
        for group in first if not turn else show():
            loss = loss_of(model, collate(group), teacher)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            with torch.no_grad():
                keep = min(AVERAGE, step / (step + 10))
                for kept, now in zip(average.parameters(), model.parameters(), strict=True):
                    kept.lerp_(now, 1 - keep)
            if step % 10 == 0:
                print(
                    f"{step}/{total} loss {loss.item():.3f} {time.time() - began:.0f}s", flush=True
                )
        for name, groups in checks.items():
            print(f"pass {turn + 1}: {name} {weigh_losses(average, groups)}", flush=True)
        torch.save(average.state_dict(), options.out / "checkpoint.pt")
        torch.save(average.state_dict(), options.out / f"checkpoint-{turn + 1}.pt")


@torch.no_grad()
def weigh_losses(model: Attributor, groups: list[list[Example]]) -> str:
    """The mean loss of each head over the batches, as words."""
    found: dict[str, list[float]] = {}
    for group in groups:
        for name, loss in losses_of(model, collate(group)).items():
            found.setdefault(name, []).append(loss.item())
    return ", ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in found.items())


if __name__ == "__main__":
    main()
