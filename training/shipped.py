"""How does training go on from the model that ships?

The weights of the int8 graph, multiplied out: what was rounded away stays lost, and a pass of
training makes up for it.
"""

from collections.abc import Sequence

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from training.card import SHIPPED
from training.network import LAYERS, Attributor


@torch.no_grad()
def load_shipped(model: Attributor) -> None:
    """Fills the network with the weights of the shipped graph."""
    graph = onnx.load(str(SHIPPED / "model.onnx")).graph
    held = {t.name: torch.tensor(numpy_helper.to_array(t)) for t in graph.initializer}

    def multiply(name: str) -> torch.Tensor:
        return (held[name + ".weight"].float() * held[name + ".scale"]).T.contiguous()

    state = {
        "words.weight": held["words.table"].float() * held["words.scale"],
        "places.weight": held["places.table"],
        "capitals.weight": held["capital.table"],
        "norm.weight": held["norm.gamma"],
        "norm.bias": held["norm.beta"],
    }
    labelling = (model.tags, model.names, model.descriptions, model.happenings, model.inner_tags)
    pointing = (
        model.pointers,
        model.antecedents,
        model.countries,
        model.links,
        model.inner_pointers,
    )
    whole = fill(labelling, held["labels.weight"].T, held["labels.bias"])
    fill(pointing, multiply("pointers"), held["pointers.bias"])
    for i in range(LAYERS):
        p = f"layers.{i}."
        for ours, theirs in (("qkv", "seen"), ("out", "out"), ("up", "up"), ("down", "down")):
            state[f"{p}{ours}.weight"] = multiply(p + theirs)
            state[f"{p}{ours}.bias"] = held[f"{p}{theirs}.bias"]
        for norm in ("norm1", "norm2"):
            state[f"{p}{norm}.weight"] = held[f"{p}{norm}.gamma"]
            state[f"{p}{norm}.bias"] = held[f"{p}{norm}.beta"]
    if not whole:
        start_inner(model)
    model.load_state_dict(state, strict=False)


def fill(heads: Sequence[nn.Linear], weight: torch.Tensor, bias: torch.Tensor) -> bool:
    """Fills heads that stand one below the other; those that the model does not have are left.

    Whether it has all of them.
    """
    at = 0
    for head in heads:
        if at + head.out_features > len(weight):
            return False
        head.weight.copy_(weight[at : at + head.out_features])
        head.bias.copy_(bias[at : at + head.out_features])
        at += head.out_features
    return True


@torch.no_grad()
def start_inner(model: Attributor) -> None:
    """Gives the heads of inner statements what those of the outer ones have learnt."""
    for ours, theirs in ((model.inner_tags, model.tags), (model.inner_pointers, model.pointers)):
        ours.weight.copy_(theirs.weight)
        ours.bias.copy_(theirs.bias)
