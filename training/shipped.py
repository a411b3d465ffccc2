"""How does training go on from the model that ships?

The weights of the int8 graph, multiplied out: what was rounded away stays lost, and a pass of
training makes up for it.
"""

import onnx
import torch
from onnx import numpy_helper

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
    labels, bias = held["labels.weight"].T, held["labels.bias"]
    pointers, offset = multiply("pointers"), held["pointers.bias"]
    at = 0
    for head in (model.tags, model.names, model.descriptions, model.happenings):
        if at + head.out_features > len(labels):
            continue  # a model from before there was this head
        head.weight.copy_(labels[at : at + head.out_features])
        head.bias.copy_(bias[at : at + head.out_features])
        at += head.out_features
    at = 0
    for head in (model.pointers, model.antecedents, model.countries, model.links):
        if at + head.out_features > len(pointers):
            continue
        head.weight.copy_(pointers[at : at + head.out_features])
        head.bias.copy_(offset[at : at + head.out_features])
        at += head.out_features
    for i in range(LAYERS):
        p = f"layers.{i}."
        for ours, theirs in (("qkv", "seen"), ("out", "out"), ("up", "up"), ("down", "down")):
            state[f"{p}{ours}.weight"] = multiply(p + theirs)
            state[f"{p}{ours}.bias"] = held[f"{p}{theirs}.bias"]
        for norm in ("norm1", "norm2"):
            state[f"{p}{norm}.weight"] = held[f"{p}{norm}.gamma"]
            state[f"{p}{norm}.bias"] = held[f"{p}{norm}.beta"]
    model.load_state_dict(state, strict=False)
