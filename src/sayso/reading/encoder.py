"""What does the model make of a window? The only module that runs it."""

import hashlib
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import ReadingError
from sayso.reading.windows import Window

MODEL = "reader-en"

OUTSIDE = 0.95
"""Chance to have no role from which a piece is not asked where it points."""
CONTENT = 5
"""The first of the tags of contents."""

Floats = NDArray[np.float32]


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What a model's outputs mean, as `labels.json` beside it says."""

    tags: tuple[str, ...]
    confidence: dict[str, float]
    """Weights of what `confidence.describe` gives, of a logistic regression."""
    countries: dict[str, float] = {}
    """Weights of what `country_choice.describe_choices` gives, of a choice among countries."""


@dataclass(frozen=True)
class Scores:
    """The model's answer for one window of n pieces."""

    tags: Floats
    """Logits (n, 7): O, then B and I of source, of cue, of content."""
    to_cue: Floats
    """Log-probabilities (n, n): row, a piece of a content; column, where its cue begins."""
    to_source: Floats
    """Log-probabilities (n, n): row, where a cue begins; column, where its source begins.

    Column 0 stands for no source.
    """
    names: Floats
    """Logits (n, 13): O, then B and I of each of `mentions.ACTOR_KINDS`."""
    descriptions: Floats
    """Logits (n, 5): O, then B and I of role, of nominal."""
    antecedents: Floats
    """Projections (n, 256): 128 that ask for an antecedent, 128 that answer as one."""
    countries: Floats
    """Projections (n, 256): 128 that ask for a country, 128 that answer as words of one."""
    happenings: Floats
    """Logits (n, 62) of `links.HEADS`, in their order."""
    links: Floats
    """Projections (n, 448): 32 each of `links.ROLES`, of mentions, then of what they link to."""
    inner_tags: Floats
    """As `tags`, of statements that stand in the contents of others."""
    inner_pointers: Floats
    """Projections (n, 512): 128 each that ask for a cue, answer as one, ask for a source, answer
    as one; of these statements."""

    def holds_inner(self) -> bool:
        """Whether any piece is most likely in the content of a statement in a statement."""
        return bool((self.inner_tags.argmax(axis=1) >= CONTENT).any())

    def turn_inward(self) -> "Scores":
        """The scores with those of inner statements in the place of the outer ones'."""
        ask, cue, seek, source = np.split(self.inner_pointers, 4, axis=1)
        rows = np.flatnonzero(log_softmax(self.inner_tags)[:, 0] < np.log(OUTSIDE))
        scale = ask.shape[1] ** -0.5
        return replace(
            self,
            tags=self.inner_tags,
            to_cue=_fill_rows(rows, _products(ask[rows], cue) * scale, len(ask)),
            to_source=_fill_rows(rows, _products(seek[rows], source) * scale, len(ask)),
        )


OUTPUTS = [field.name for field in fields(Scores)]
"""What the model is asked for, in the order of `Scores`."""


def log_softmax(logits: Floats) -> Floats:
    """Log-probabilities along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(
        shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32
    )


def _products(rows: Floats, columns: Floats) -> Floats:
    """The dot products of each row with each column, without the threads of a matrix library.

    Those would stand in the way of the threads that read other windows.
    """
    return np.asarray(np.einsum("rd,cd->rc", rows, columns), dtype=np.float32)


def _fill_rows(rows: NDArray[np.intp], scores: Floats, size: int) -> Floats:
    """Log-probabilities (size, size) of the rows that were scored; the others are even."""
    filled = np.full((size, size), -np.log(size), dtype=np.float32)
    if len(rows):
        filled[rows] = log_softmax(scores)
    return filled


class Encoder:
    """A loaded model with its tokenizer. Threads may share it: one call uses one thread."""

    def __init__(self, folder: Path) -> None:
        try:
            self._model = (folder / "model.onnx").read_bytes()
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
        except Exception as error:
            raise ReadingError(
                f"the model in {folder} cannot be loaded ({error}); reinstall sayso"
            ) from error
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            self._model, options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the model file's SHA-256."""
        return hashlib.sha256(self._model).hexdigest()[:16]

    @cached_property
    def continues(self) -> NDArray[np.bool_]:
        """For each id of the vocabulary, whether the piece goes on a word ("##ing")."""
        vocabulary = self.tokenizer.get_vocab()
        flags = np.zeros(len(vocabulary), dtype=np.bool_)
        flags[[i for piece, i in vocabulary.items() if piece.startswith("##")]] = True
        return flags

    def score(self, window: Window) -> Scores:
        """The model's answer for the window."""
        ids = np.array([window.ids], dtype=np.int64)
        capitals = np.array([window.capitals], dtype=np.int64)
        found = self._session.run(
            OUTPUTS,
            {"ids": ids, "capitals": capitals},
        )
        return Scores(*(array[0] for array in found))


@lru_cache(maxsize=2)
def load_encoder(folder: str | None = None) -> Encoder:
    """The encoder of a folder, or the one that ships; loaded once.

    Raises ReadingError where a file is missing or damaged.
    """
    return Encoder(Path(folder) if folder else Path(str(files("sayso"))) / "models" / MODEL)
