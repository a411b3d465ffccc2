"""What is the network, before it is exported?

The 22-million-parameter BERT of MiniLM-L6 (6 layers, 384 wide, 12 heads), with a linear layer
each for the roles of statements, for names, for descriptions of actors and for what happens, and
projections for four pointers (content to cue, cue to source, mention to antecedent, mention to
country) and for the links of mentions to events, cues and issues.
"""

import io
import zipfile
from importlib.resources import files
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from sayso.reading.links import HEADS as HAPPENINGS
from sayso.reading.links import ROLES
from sayso.reading.links import WIDTH as LINK
from sayso.reading.mentions import ACTOR_KINDS

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, PLACES = 6, 384, 12, 1536, 30522, 512
POINTER = 128
NAMES = ("O", *(f"{b}-{kind}" for kind in ACTOR_KINDS for b in "BI"))
DESCRIPTIONS = ("O", "B-role", "I-role", "B-nominal", "I-nominal")
HEADS_OF_OURS = (
    "tags",
    "pointers",
    "names",
    "descriptions",
    "antecedents",
    "countries",
    "happenings",
    "links",
    "inner_tags",
    "inner_pointers",
)
AWAY = -1e4
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part.view(batch, length, HEADS, -1).transpose(1, 2)
            for part in self.qkv(x).chunk(3, dim=-1)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm1(x + self.dropout(seen))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Answers(NamedTuple):
    """What the network says of a batch of windows: (batch, length, …) each."""

    tags: Tensor
    """Logits of O, and of B and I of source, cue, content."""
    pointers: Tensor
    """Projections of 128: content's query, cue's key, cue's query, source's key."""
    names: Tensor
    """Logits of O, and of B and I of each kind of actor."""
    descriptions: Tensor
    """Logits of O, and of B and I of role and of nominal."""
    antecedents: Tensor
    """Projections of 128: mention's query, antecedent's key."""
    countries: Tensor
    """Projections of 128: mention's query, key of the words of a country."""
    happenings: Tensor
    """Logits of `HAPPENINGS`, in their order."""
    links: Tensor
    """Projections of 32 for each role: mentions' queries, then the keys of what they link to."""
    inner_tags: Tensor
    """As `tags`, of statements that stand in others."""
    inner_pointers: Tensor
    """As `pointers`, of these."""


class Attributor(nn.Module):
    """Tags and pointers for a batch of windows."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.capitals = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.pointers = nn.Linear(WIDTH, 4 * POINTER)
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.descriptions = nn.Linear(WIDTH, len(DESCRIPTIONS))
        self.antecedents = nn.Linear(WIDTH, 2 * POINTER)
        self.countries = nn.Linear(WIDTH, 2 * POINTER)
        self.happenings = nn.Linear(WIDTH, sum(HAPPENINGS.values()))
        self.links = nn.Linear(WIDTH, 2 * LINK * len(ROLES))
        self.inner_tags = nn.Linear(WIDTH, len(TAGS))
        self.inner_pointers = nn.Linear(WIDTH, 4 * POINTER)

    def forward(self, ids: Tensor, capitals: Tensor, mask: Tensor) -> Answers:
        """The logits of the tags, and the projections of the pointers."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.capitals(capitals)
        x = self.dropout(self.norm(x))
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x)
        return Answers(
            self.tags(x),
            self.pointers(x),
            self.names(x),
            self.descriptions(x),
            self.antecedents(x),
            self.countries(x),
            self.happenings(x),
            self.links(x),
            self.inner_tags(x),
            self.inner_pointers(x),
        )


def antecedent_scores(projections: Tensor) -> Tensor:
    """Scores (batch, length, length) of each piece for each before it; column 0 is none."""
    query, key = projections.float().chunk(2, dim=-1)
    scores = query @ key.transpose(1, 2) * POINTER**-0.5
    after = torch.ones(scores.shape[1:], dtype=torch.bool).triu()
    after[:, 0] = False
    return scores.masked_fill(after, AWAY)


def pointer_scores(projections: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Scores (batch, length, length) of content to cue and of cue to source, padding at -1e4."""
    cq, ck, sq, sk = projections.float().chunk(4, dim=-1)
    away = ~mask[:, None, :]
    scale = POINTER**-0.5
    return (
        (cq @ ck.transpose(1, 2) * scale).masked_fill(away, -1e4),
        (sq @ sk.transpose(1, 2) * scale).masked_fill(away, -1e4),
    )


def package_file(name: str) -> bytes:
    """A file of the published MiniLM package, which carries its model as a zip."""
    archive = files("all_minilm_l6_v2").joinpath("model.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(archive)) as inside:
        found = [n for n in inside.namelist() if n.endswith("/" + name) or n == name]
        return inside.read(min(found, key=len))


def load_pretrained(model: Attributor) -> None:
    """Fills the encoder with MiniLM's weights; the heads and the capitals keep theirs."""
    from safetensors.torch import load

    w = load(package_file("model.safetensors"))
    e = "embeddings."
    state = {
        "words.weight": w[e + "word_embeddings.weight"],
        "places.weight": w[e + "position_embeddings.weight"],
        "capitals.weight": w[e + "token_type_embeddings.weight"],
        "norm.weight": w[e + "LayerNorm.weight"],
        "norm.bias": w[e + "LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for end in ("weight", "bias"):
            qkv = [w[f"{old}attention.self.{n}.{end}"] for n in ("query", "key", "value")]
            state[f"{new}qkv.{end}"] = torch.cat(qkv)
            for ours, theirs in names.items():
                state[f"{new}{ours}.{end}"] = w[f"{old}{theirs}.{end}"]
    state["capitals.weight"] = state["capitals.weight"][:1].repeat(2, 1)
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or any(not m.startswith(HEADS_OF_OURS) for m in missing):
        raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
