"""How fast does this machine multiply int8 matrices, through the same library as the encoder?"""

import time

import numpy as np
import onnxruntime

VARINT, BYTES = 0, 2
UINT8, INT8, INT32 = 2, 3, 6
REPEATS = 30


def _field(number: int, value: int | bytes | str) -> bytes:
    """One field of a protocol buffer (all lengths and numbers here are below 128 or two bytes)."""
    if isinstance(value, int):
        return bytes([number << 3 | VARINT, value])
    raw = value.encode() if isinstance(value, str) else value
    size = [len(raw)] if len(raw) < 128 else [len(raw) & 127 | 128, len(raw) >> 7]
    return bytes([number << 3 | BYTES, *size]) + raw


def _matrix(name: str, element: int) -> bytes:
    """A ValueInfoProto of a matrix of any size."""
    shape = _field(1, _field(2, f"{name}0")) + _field(1, _field(2, f"{name}1"))
    return _field(1, name) + _field(2, _field(1, _field(1, element) + _field(2, shape)))


def make_product() -> bytes:
    """An ONNX model of one node, C = MatMulInteger(A, B), written out by hand."""
    node = _field(1, "A") + _field(1, "B") + _field(2, "C") + _field(4, "MatMulInteger")
    graph = _field(1, node) + _field(2, "product") + _field(11, _matrix("A", UINT8))
    graph += _field(11, _matrix("B", INT8)) + _field(12, _matrix("C", INT32))
    return _field(1, 9) + _field(8, _field(1, "") + _field(2, 17)) + _field(7, graph)


def time_product(rows: int, inner: int, columns: int) -> float:
    """Seconds of one product of uint8 (rows, inner) by int8 (inner, columns) on one thread.

    The median of REPEATS.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        make_product(), options, providers=["CPUExecutionProvider"]
    )
    random = np.random.default_rng(0)
    a = random.integers(0, 255, (rows, inner), dtype=np.uint8)
    b = random.integers(-127, 127, (inner, columns), dtype=np.int8)
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        session.run(None, {"A": a, "B": b})
        times.append(time.perf_counter() - began)
    return float(np.median(times))
