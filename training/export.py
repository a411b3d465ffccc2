"""How does the trained network become the file that ships?

    python -m training.export CHECKPOINT OUT_DIRECTORY

Writes model.onnx (int8, one scale a channel, activations quantised as they come) and
tokenizer.json. The graph is written out by hand in ONNX Runtime's own fused operators: one
window of any length, no padding, so no mask.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from sayso.reading.links import HEADS as HAPPENINGS
from sayso.reading.links import ROLES
from sayso.reading.links import WIDTH as LINK
from training.network import (
    DESCRIPTIONS,
    HEADS,
    LAYERS,
    NAMES,
    POINTER,
    TAGS,
    Attributor,
    package_file,
)

LINKS = 2 * LINK * len(ROLES)
Array = NDArray[np.float32]
CLIPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)


def quantise(weight: Array, axis: int) -> tuple[NDArray[np.int8], Array]:
    """Symmetric int8 weights and their scales along the axis.

    Each channel is clipped where the squared error of its rounding is least, among CLIPS.
    """
    moved = np.moveaxis(weight, axis, 0)
    flat = moved.reshape(len(moved), -1)
    peak = np.maximum(np.abs(flat).max(axis=1), 1e-8)
    best = np.full(len(flat), np.inf)
    scale = peak / 127
    for clip in CLIPS:
        tried = peak * clip / 127
        rounded = np.clip(np.round(flat / tried[:, None]), -127, 127) * tried[:, None]
        error = ((rounded - flat) ** 2).sum(axis=1)
        scale = np.where(error < best, tried, scale)
        best = np.minimum(error, best)
    whole = np.clip(np.round(flat / scale[:, None]), -127, 127).astype(np.int8)
    return np.moveaxis(whole.reshape(moved.shape), 0, axis), scale.astype(np.float32)


class Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self, kind: str, inputs: list[str], out: str, count: int = 1, **options: object
    ) -> str:
        """Adds a node and gives the name of its first output; more are NAME:1, NAME:2 …"""
        domain = "com.microsoft" if kind in FUSED else ""
        outputs = [out] + [f"{out}:{i}" for i in range(1, count)]
        self.nodes.append(
            helper.make_node(kind, inputs, outputs, name=out, domain=domain, **options)
        )
        return out

    def linear(self, x: str, name: str, weight: Array, bias: Array) -> str:
        """The product of x and the transposed weight, plus the bias, in int8."""
        whole, scale = quantise(weight.T, axis=1)
        return self.node(
            "DynamicQuantizeMatMul",
            [
                x,
                self.constant(name + ".weight", whole),
                self.constant(name + ".scale", scale),
                "",
                self.constant(name + ".bias", bias),
            ],
            name,
        )

    def attention(self, x: str, name: str, weight: Array, bias: Array) -> str:
        """Self-attention of all heads over the window, its projections in int8."""
        self.node("DynamicQuantizeLinear", [x], name + ".in", count=3)
        whole, scale = quantise(weight.T, axis=1)
        return self.node(
            "QAttention",
            [
                name + ".in",
                self.constant(name + ".weight", whole),
                self.constant(name + ".bias", bias),
                name + ".in:1",
                self.constant(name + ".scale", scale),
                "",
                name + ".in:2",
            ],
            name,
            num_heads=HEADS,
        )

    def rows(self, ids: str, name: str, table: Array) -> str:
        """The rows of an embedding table that is kept in int8, one scale a row."""
        whole, scale = quantise(table, axis=0)
        picked = self.node("Gather", [self.constant(name + ".table", whole), ids], name + ".int8")
        as_float = self.node("Cast", [picked], name + ".float", to=TensorProto.FLOAT)
        scales = self.constant(name + ".scale", scale[:, None])
        return self.node(
            "Mul", [as_float, self.node("Gather", [scales, ids], name + ".scales")], name
        )


FUSED = {"DynamicQuantizeMatMul", "QAttention", "Gelu"}


def point(g: Graph, projections: str) -> None:
    """Adds what the pointers give.

    The log-probabilities of those of statements, each (1, length, length), and the projections of
    those to antecedents and to countries, (1, length, 256) each, and those of links, (1, length,
    448).
    """
    widths = np.array([POINTER] * 4 + [2 * POINTER] * 2 + [LINKS, 4 * POINTER], dtype=np.int64)
    g.node("Split", [projections, g.constant("pointer.sizes", widths)], "pointer", count=8, axis=2)
    parts = ["pointer", "pointer:1", "pointer:2", "pointer:3"]
    scale = g.constant("pointer.scale", np.array(POINTER**-0.5, dtype=np.float32))
    for name, query, key in (("to_cue", *parts[:2]), ("to_source", *parts[2:])):
        turned = g.node("Transpose", [key], f"{name}.key", perm=[0, 2, 1])
        product = g.node("MatMul", [query, turned], f"{name}.product")
        scaled = g.node("Mul", [product, scale], f"{name}.scaled")
        g.node("LogSoftmax", [scaled], name, axis=-1)
    g.node("Identity", ["pointer:4"], "antecedents")
    g.node("Identity", ["pointer:5"], "countries")
    g.node("Identity", ["pointer:6"], "links")
    g.node("Identity", ["pointer:7"], "inner_pointers")


def label(g: Graph, x: str, w: dict[str, Array]) -> None:
    """Adds the logits of the sets of tags, from one product."""
    heads = ("tags", "names", "descriptions", "happenings", "inner_tags")
    table = np.concatenate([w[f"{head}.weight"] for head in heads]).T
    bias = np.concatenate([w[f"{head}.bias"] for head in heads])
    product = g.node("MatMul", [x, g.constant("labels.weight", table)], "labels.product")
    total = g.node("Add", [product, g.constant("labels.bias", bias)], "labels")
    sizes = g.constant("labels.sizes", np.array([len(w[f"{h}.bias"]) for h in heads], np.int64))
    g.nodes.append(helper.make_node("Split", [total, sizes], list(heads), axis=2))


def build(model: Attributor) -> onnx.ModelProto:
    """The quantised graph: ids, capitals (1, length) to what `encoder.Scores` holds."""
    w = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    g = Graph()

    def norm(x: str, skip: str, name: str) -> str:
        # The fused SkipLayerNormalization is seven times slower than these two on a CPU.
        gamma = g.constant(name + ".gamma", w[name + ".weight"])
        beta = g.constant(name + ".beta", w[name + ".bias"])
        total = g.node("Add", [x, skip], name + ".sum")
        return g.node("LayerNormalization", [total, gamma, beta], name, axis=-1, epsilon=1e-12)

    words = g.rows("ids", "words", w["words.weight"])
    capitals = g.node(
        "Gather", [g.constant("capital.table", w["capitals.weight"]), "capitals"], "capital"
    )
    shape = g.node("Shape", ["ids"], "shape", start=1, end=2)
    zero = g.constant("zero", np.array([0], dtype=np.int64))
    places = g.node(
        "Slice", [g.constant("places.table", w["places.weight"]), zero, shape], "places"
    )
    x = norm(g.node("Add", [words, places], "placed"), capitals, "norm")
    for i in range(LAYERS):
        p = f"layers.{i}."
        seen = g.attention(x, p + "seen", w[p + "qkv.weight"], w[p + "qkv.bias"])
        out = g.linear(seen, p + "out", w[p + "out.weight"], w[p + "out.bias"])
        x = norm(x, out, p + "norm1")
        up = g.linear(x, p + "up", w[p + "up.weight"], w[p + "up.bias"])
        up = g.node("Gelu", [up], p + "gelu")
        x = norm(x, g.linear(up, p + "down", w[p + "down.weight"], w[p + "down.bias"]), p + "norm2")
    heads = ("pointers", "antecedents", "countries", "links", "inner_pointers")
    weight = np.concatenate([w[f"{head}.weight"] for head in heads])
    bias = np.concatenate([w[f"{head}.bias"] for head in heads])
    point(g, g.linear(x, "pointers", weight, bias))
    label(g, x, w)
    outputs = {
        "tags": len(TAGS),
        "to_cue": "length",
        "to_source": "length",
        "names": len(NAMES),
        "descriptions": len(DESCRIPTIONS),
        "antecedents": 2 * POINTER,
        "countries": 2 * POINTER,
        "happenings": sum(HAPPENINGS.values()),
        "links": LINKS,
        "inner_tags": len(TAGS),
        "inner_pointers": 4 * POINTER,
    }
    graph = helper.make_graph(
        g.nodes,
        "statements",
        [
            helper.make_tensor_value_info(n, TensorProto.INT64, [1, "length"])
            for n in ("ids", "capitals")
        ],
        [
            helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, "length", width])
            for n, width in outputs.items()
        ],
        g.constants,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="sayso")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    model = Attributor()
    model.load_state_dict(torch.load(options.checkpoint))
    options.out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(model), str(options.out / "model.onnx"))
    (options.out / "tokenizer.json").write_bytes(package_file("tokenizer.json"))


if __name__ == "__main__":
    main()
