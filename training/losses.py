"""How wrong is the network on a batch of windows?"""

from typing import NamedTuple

import torch
import torch.nn.functional as F

from training.network import (
    AWAY,
    NAMES,
    POINTER,
    Attributor,
    antecedent_scores,
    pointer_scores,
)
from training.targets import UNSEEN, Example

WEIGHTS = {
    "tags": 1.0,
    "to_cue": 0.5,
    "to_source": 0.5,
    "names": 1.0,
    "descriptions": 1.0,
    "antecedents": 0.5,
    "countries": 0.3,
    "teacher": 1.0,
}
"""How much each head's loss counts."""


class Batch(NamedTuple):
    """Windows side by side, each (batch, length); the answers as in `Example`."""

    ids: torch.Tensor
    capitals: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    to_cue: torch.Tensor
    to_source: torch.Tensor
    names: torch.Tensor
    descriptions: torch.Tensor
    chains: torch.Tensor
    asked: torch.Tensor
    codes: torch.Tensor
    countries: torch.Tensor


def collate(examples: list[Example]) -> Batch:
    """The examples as a batch, the shorter ones padded."""
    length = max(len(e.ids) for e in examples)

    def pad(column: str, fill: int) -> torch.Tensor:
        rows = [getattr(e, column) for e in examples]
        return torch.tensor([row + [fill] * (length - len(row)) for row in rows])

    seen = [[1] * len(e.ids) + [0] * (length - len(e.ids)) for e in examples]
    return Batch(
        ids=pad("ids", 0),
        capitals=pad("capitals", 0),
        mask=torch.tensor(seen).bool(),
        tags=pad("tags", UNSEEN),
        to_cue=pad("to_cue", UNSEEN),
        to_source=pad("to_source", UNSEEN),
        names=pad("names", UNSEEN),
        descriptions=pad("descriptions", UNSEEN),
        chains=pad("chains", 0),
        asked=pad("asked", 0),
        codes=pad("codes", 0),
        countries=pad("countries", UNSEEN),
    )


def losses_of(
    model: Attributor, batch: Batch, teacher: Attributor | None = None
) -> dict[str, torch.Tensor]:
    """The losses by head, each a mean over what is asked; heads that are not asked are left out.

    A teacher's tags count beside the annotators', but on texts of our own.
    """
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = model(batch.ids, batch.capitals, batch.mask)
    cue, source = pointer_scores(answers.pointers, batch.mask)
    losses = {}
    for name, logits, wanted in (
        ("tags", answers.tags, batch.tags),
        ("descriptions", answers.descriptions, batch.descriptions),
        ("to_cue", cue, batch.to_cue),
        ("to_source", source, batch.to_source),
    ):
        asked = wanted != UNSEEN
        if asked.any():
            losses[name] = F.cross_entropy(logits.float()[asked], wanted[asked])
    if teacher is not None:
        losses["teacher"] = teacher_loss(teacher, answers.tags, batch)
    asked = batch.names != UNSEEN
    if asked.any():
        bits = batch.names[asked][:, None] >> torch.arange(len(NAMES)) & 1
        logits = answers.names.float()[asked]
        right = logits.masked_fill(bits == 0, AWAY).logsumexp(-1)
        losses["names"] = (logits.logsumexp(-1) - right).mean()
    if batch.asked.any():
        losses["antecedents"] = antecedent_loss(answers.antecedents, batch)
    if (batch.countries != UNSEEN).any():
        losses["countries"] = country_loss(answers.countries, batch)
    return losses


def teacher_loss(teacher: Attributor, tags: torch.Tensor, batch: Batch) -> torch.Tensor:
    """How far the tags are from the teacher's, where our own annotators said nothing."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        wanted = teacher(batch.ids, batch.capitals, batch.mask).tags
    told = batch.mask & (batch.descriptions == UNSEEN)
    if not told.any():
        return tags.float().sum() * 0
    return F.cross_entropy(tags.float()[told], wanted.float()[told].softmax(-1))


def country_loss(projections: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The mean negative log of the chance that goes to any words of the actor's country."""
    query, key = projections.float().chunk(2, dim=-1)
    named = batch.codes > 0
    named[:, 0] = True
    scores = (query @ key.transpose(1, 2) * POINTER**-0.5).masked_fill(~named[:, None, :], AWAY)
    right = batch.countries[:, :, None] == batch.codes[:, None, :]
    right[:, :, 0] = batch.countries == 0
    right = right & named[:, None, :]
    chance = scores.log_softmax(-1).masked_fill(~right, AWAY).logsumexp(-1)
    return -chance[batch.countries != UNSEEN].mean()


def antecedent_loss(projections: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The mean negative log of the chance that goes to any right antecedent, or to none."""
    scores = antecedent_scores(projections).log_softmax(-1)
    right = (batch.chains[:, :, None] == batch.chains[:, None, :]) & (batch.chains[:, :, None] != 0)
    right = right & torch.ones(right.shape[1:], dtype=torch.bool).tril(-1)
    right[:, :, 0] = ~right.any(-1)
    chance = scores.masked_fill(~right, AWAY).logsumexp(-1)
    return -chance[batch.asked > 0].mean()


def loss_of(model: Attributor, batch: Batch, teacher: Attributor | None = None) -> torch.Tensor:
    """The weighted sum of the losses."""
    losses = losses_of(model, batch, teacher)
    return torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
