"""How wrong is the network on a batch of windows?"""

from typing import NamedTuple

import torch
import torch.nn.functional as F

from sayso.reading.links import HEADS as HAPPENINGS
from sayso.reading.links import LEAN, ROLES
from sayso.reading.links import WIDTH as LINK
from training.happenings import UNSEEN
from training.network import (
    AWAY,
    NAMES,
    POINTER,
    Attributor,
    antecedent_scores,
    pointer_scores,
)
from training.targets import Example

WEIGHTS = {
    "tags": 1.0,
    "to_cue": 0.5,
    "to_source": 0.5,
    "inner_tags": 1.0,
    "inner_to_cue": 0.5,
    "inner_to_source": 0.5,
    "names": 1.0,
    "descriptions": 1.0,
    "antecedents": 0.5,
    "countries": 0.5,
    "teacher": 1.0,
    "events": 1.0,
    "modality": 0.3,
    "meetings": 0.5,
    "status": 0.3,
    "formats": 0.2,
    "acts": 0.5,
    "negated": 0.2,
    "issues": 1.0,
    "links": 1.0,
    "pairs": 0.5,
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
    inner_tags: torch.Tensor
    inner_to_cue: torch.Tensor
    inner_to_source: torch.Tensor
    happenings: dict[str, torch.Tensor]
    """The columns of `HAPPENINGS`."""
    links: torch.Tensor
    """Rows of: window, first and last piece of a mention, of its trigger, asked, right."""
    pairs: torch.Tensor
    """Rows of: window, first and last piece of the source, of the target, two types."""


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
        inner_tags=pad("inner_tags", UNSEEN),
        inner_to_cue=pad("inner_to_cue", UNSEEN),
        inner_to_source=pad("inner_to_source", UNSEEN),
        happenings={name: pad_column(examples, name, length) for name in HAPPENINGS},
        links=torch.tensor(
            [
                (n, *link.mention, *link.trigger, link.asked, link.right)
                for n, example in enumerate(examples)
                for link in example.links
            ]
        ).reshape(-1, 7),
        pairs=torch.tensor(
            [
                (n, *pair.source, *pair.target, pair.types[0], pair.types[-1])
                for n, example in enumerate(examples)
                for pair in example.pairs
            ]
        ).reshape(-1, 7),
    )


def pad_column(examples: list[Example], name: str, length: int) -> torch.Tensor:
    """The column of a head of what happens, padded."""
    rows = [list(getattr(e.columns, name)) if e.columns else [] for e in examples]
    return torch.tensor([row + [UNSEEN] * (length - len(row)) for row in rows])


def losses_of(
    model: Attributor, batch: Batch, teacher: Attributor | None = None
) -> dict[str, torch.Tensor]:
    """The losses by head, each a mean over what is asked; heads that are not asked are left out.

    A teacher's tags count beside the annotators', but on texts of our own.
    """
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = model(batch.ids, batch.capitals, batch.mask)
    cue, source = pointer_scores(answers.pointers, batch.mask)
    inner_cue, inner_source = pointer_scores(answers.inner_pointers, batch.mask)
    losses = {}
    for name, logits, wanted in (
        ("tags", answers.tags, batch.tags),
        ("descriptions", answers.descriptions, batch.descriptions),
        ("to_cue", cue, batch.to_cue),
        ("to_source", source, batch.to_source),
        ("inner_tags", answers.inner_tags, batch.inner_tags),
        ("inner_to_cue", inner_cue, batch.inner_to_cue),
        ("inner_to_source", inner_source, batch.inner_to_source),
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
    parts = answers.happenings.float().split(list(HAPPENINGS.values()), dim=-1)
    for name, logits in zip(HAPPENINGS, parts, strict=True):
        asked = batch.happenings[name] != UNSEEN
        if asked.any():
            losses[name] = F.cross_entropy(logits[asked], batch.happenings[name][asked])
    if len(batch.links):
        losses["links"] = link_loss(answers.links, batch)
    if len(batch.pairs):
        losses["pairs"] = pair_loss(answers.links, parts[0], batch)
    return losses


def project(links: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The queries and the keys of the links, (batch, length, roles, 32) each."""
    shape = (*links.shape[:2], 2, len(ROLES), LINK)
    query, key = links.float().reshape(shape).unbind(2)
    return query * LINK**-0.5, key


def mean_over(
    x: torch.Tensor, rows: torch.Tensor, first: torch.Tensor, last: torch.Tensor
) -> torch.Tensor:
    """The means of x (batch, length, …) over the pieces from first to last of a window."""
    total = F.pad(x.cumsum(1), (0, 0, 0, 0, 1, 0))
    size = (last - first + 1)[:, None, None]
    return (total[rows, last + 1] - total[rows, first]) / size


def link_loss(links: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The mean over what is asked of the negative log of the chance of the right answer."""
    query, key = project(links)
    rows, first, last, begin, end, asked, right = batch.links.unbind(1)
    scores = (mean_over(query, rows, first, last) * mean_over(key, rows, begin, end)).sum(-1) - LEAN
    places = torch.arange(len(ROLES))
    asks = (asked[:, None] >> places & 1).bool()
    wants = (right[:, None] >> places & 1).float()
    return F.binary_cross_entropy_with_logits(scores[asks], wants[asks])


def pair_loss(links: torch.Tensor, events: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The mean negative log of the chance of what the source does to the target.

    The chance is the mean of the pieces' own, each weighed by how likely the source acts there and
    the target is acted upon.
    """
    query, key = project(links)
    rows, first, last, begin, end, one, other = batch.pairs.unbind(1)
    source = mean_over(query, rows, first, last)[:, 0]
    target = mean_over(query, rows, begin, end)[:, 1]
    scores = torch.einsum("pd,pnd->pn", source, key[rows][:, :, 0])
    scores = scores + torch.einsum("pd,pnd->pn", target, key[rows][:, :, 1])
    weights = scores.masked_fill(~batch.mask[rows], AWAY).softmax(-1)
    chances = torch.einsum("pn,pnc->pc", weights, events[rows].softmax(-1))
    at = torch.arange(len(rows))
    right = chances[at, one] + torch.where(one == other, 0.0, chances[at, other])
    return -right.clamp_min(1e-6).log().mean()


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
