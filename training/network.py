"""What is the network, before it is exported?

The 22-million-parameter BERT of MiniLM-L6 (6 layers, 384 wide, 12 heads), with one linear layer
for the tags and four projections for two pointers: content to cue, and cue to source.
"""

import io
import zipfile
from importlib.resources import files

import torch
import torch.nn.functional as F
from torch import Tensor, nn

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, PLACES = 6, 384, 12, 1536, 30522, 512
POINTER = 128
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

    def forward(self, ids: Tensor, capitals: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Tag logits (batch, length, 7) and projections (batch, length, 4 * 128).

        The projections are, in order: content's query, cue's key, cue's query, source's key.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.capitals(capitals)
        x = self.dropout(self.norm(x))
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x)
        return self.tags(x), self.pointers(x)


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
    if unexpected or any(not m.startswith(("tags", "pointers")) for m in missing):
        raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
