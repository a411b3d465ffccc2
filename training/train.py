"""How is the attribution model trained?

    python -m training.train --out DIR [--passes 6]

Writes DIR/checkpoint.pt (averaged weights) after every pass; about 45 minutes on two cores.
"""

import argparse
import copy
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from training.articles import SHARED, Article, is_for_choosing, read_articles
from training.augmentation import vary
from training.network import Attributor, load_pretrained, package_file, pointer_scores
from training.targets import UNSEEN, Example, make_examples

BATCH, SIZE = 16, 320
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01
AVERAGE = 0.995
"""Weight of the past in the running average of the weights that is kept."""
POLNEAR = SHARED / "data" / "attribution" / "polnear"


def collate(examples: list[Example]) -> tuple[torch.Tensor, ...]:
    """ids, capitals, mask, tags, to_cue, to_source, each (batch, length)."""
    length = max(len(e.ids) for e in examples)

    def pad(column: str, fill: int) -> torch.Tensor:
        rows = [getattr(e, column) for e in examples]
        return torch.tensor([row + [fill] * (length - len(row)) for row in rows])

    ids = pad("ids", 0)
    mask = torch.tensor([[1] * len(e.ids) + [0] * (length - len(e.ids)) for e in examples]).bool()
    return (
        ids,
        pad("capitals", 0),
        mask,
        pad("tags", UNSEEN),
        pad("to_cue", UNSEEN),
        pad("to_source", UNSEEN),
    )


def loss_of(model: Attributor, batch: tuple[torch.Tensor, ...]) -> torch.Tensor:
    """The sum of the three cross-entropies, each a mean over what is asked."""
    ids, capitals, mask, tags, to_cue, to_source = batch
    logits, projections = model(ids, capitals, mask)
    cue, source = pointer_scores(projections, mask)
    loss = F.cross_entropy(logits.float().flatten(0, 1), tags.flatten(), ignore_index=UNSEEN)
    for scores, answers in ((cue, to_cue), (source, to_source)):
        asked = answers != UNSEEN
        if asked.any():
            loss = loss + 0.5 * F.cross_entropy(scores[asked], answers[asked])
    return loss


def batches(
    articles: list[Article], tokenizer: Tokenizer, rng: random.Random, varied: bool
) -> list[list[Example]]:
    """One pass over the articles, windows of like length together, batches in random order."""
    examples = []
    for article in articles:
        shown = vary(article, rng) if varied else article
        examples += make_examples(shown, tokenizer, SIZE, rng.randrange(3) if varied else 0)
    rng.shuffle(examples)
    examples.sort(key=lambda e: len(e.ids) // 40)
    groups = [examples[i : i + BATCH] for i in range(0, len(examples), BATCH)]
    rng.shuffle(groups)
    return groups


def make_optimizer(
    model: Attributor, total: int, rate: float
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, the heads at a higher rate, warmed up over 6% and then falling to nothing."""
    heads = [p for n, p in model.named_parameters() if n.startswith(("tags", "pointers"))]
    inner = [p for n, p in model.named_parameters() if not n.startswith(("tags", "pointers"))]
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="articles, to try the script")
    parser.add_argument("--rate", type=float, default=1.0, help="times the usual learning rates")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = Tokenizer.from_str(package_file("tokenizer.json").decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    train = list(read_articles(POLNEAR / "train.jsonl.gz"))[: options.limit]
    dev = [a for a in read_articles(POLNEAR / "dev.jsonl.gz") if is_for_choosing(a.id)]
    choose = batches(dev, tokenizer, random.Random(0), varied=False)

    model = Attributor()
    if options.start:
        model.load_state_dict(torch.load(options.start))
    else:
        load_pretrained(model)
    average = copy.deepcopy(model).eval()
    total = (
        int(len(batches(train, tokenizer, random.Random(0), varied=False)) * 1.04) * options.passes
    )
    optimizer, schedule = make_optimizer(model, total, options.rate)
    step, began = 0, time.time()
    for turn in range(options.passes):
        model.train()
        for group in batches(train, tokenizer, rng, varied=True):
            loss = loss_of(model, collate(group))
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
        with torch.no_grad():
            held = sum(loss_of(average, collate(g)).item() for g in choose) / len(choose)
        print(f"pass {turn + 1}: loss on the choosing half {held:.4f}", flush=True)
        torch.save(average.state_dict(), options.out / "checkpoint.pt")
        torch.save(average.state_dict(), options.out / f"checkpoint-{turn + 1}.pt")


if __name__ == "__main__":
    main()
