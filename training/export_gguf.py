"""Writes a checkpoint as a GGUF v3 file in llama.cpp's layout and names.

    python3 training/export_gguf.py FOLDER OUT.gguf [--f32]

Matrices become Q8_0 (blocks of 32 along a row: a half-precision scale, then 32 signed bytes), norms stay F32.
"""
import struct
import sys
from pathlib import Path

import numpy
import torch

import linearizer
from tokenizer import Tokenizer

UINT32, FLOAT32, BOOL, STRING, ARRAY, INT32 = 4, 6, 7, 8, 9, 5      # value types
F32, Q8_0 = 0, 8                                                    # tensor types
ALIGNMENT = 32
NORMAL, UNKNOWN, CONTROL, USER_DEFINED, BYTE = 1, 2, 3, 4, 6        # token types


def string(text):
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def scalar(kind, value):
    return string(value) if kind == STRING else struct.pack({UINT32: "<I", INT32: "<i", FLOAT32: "<f", BOOL: "<?"}[kind], value)


def entry(key, kind, value):
    if isinstance(value, list):
        return string(key) + struct.pack("<IIQ", ARRAY, kind, len(value)) + b"".join(scalar(kind, v) for v in value)
    return string(key) + struct.pack("<I", kind) + scalar(kind, value)


def q8_0(weights):
    """[rows, columns] of float32 → the bytes of its blocks."""
    blocks = weights.reshape(-1, 32)
    scale = (numpy.abs(blocks).max(1) / 127).astype(numpy.float16)
    divisor = scale.astype(numpy.float32)
    divisor[divisor == 0] = 1
    data = numpy.zeros(len(blocks), [("scale", numpy.float16), ("values", numpy.int8, 32)])
    data["scale"], data["values"] = scale, numpy.clip(numpy.rint(blocks / divisor[:, None]), -127, 127)
    return data.tobytes()


def token_type(sp, i):
    if sp.is_unknown(i):
        return UNKNOWN
    if sp.is_control(i):
        return CONTROL
    if sp.is_byte(i):
        return BYTE
    from tokenizer import PIECES
    return USER_DEFINED if sp.id_to_piece(i) in PIECES else NORMAL


def metadata(shape, tokenizer):
    sp, ids = tokenizer.sp, range(tokenizer.size)
    return [
        ("general.architecture", STRING, "llama"), ("general.name", STRING, "Floe bill reader 1"), ("general.license", STRING, "MIT"),
        ("llama.context_length", UINT32, shape["context"]), ("llama.embedding_length", UINT32, shape["width"]), ("llama.block_count", UINT32, shape["layers"]),
        ("llama.feed_forward_length", UINT32, shape["hidden"]), ("llama.attention.head_count", UINT32, shape["heads"]),
        ("llama.attention.head_count_kv", UINT32, shape["kv_heads"]), ("llama.rope.dimension_count", UINT32, shape["width"] // shape["heads"]),
        ("llama.rope.freq_base", FLOAT32, shape["theta"]), ("llama.attention.layer_norm_rms_epsilon", FLOAT32, shape["epsilon"]),
        ("llama.vocab_size", UINT32, tokenizer.size),
        ("tokenizer.ggml.model", STRING, "llama"), ("tokenizer.ggml.tokens", STRING, [sp.id_to_piece(i) for i in ids]),
        ("tokenizer.ggml.scores", FLOAT32, [sp.get_score(i) for i in ids]), ("tokenizer.ggml.token_type", INT32, [token_type(sp, i) for i in ids]),
        ("tokenizer.ggml.bos_token_id", UINT32, tokenizer.bos), ("tokenizer.ggml.eos_token_id", UINT32, tokenizer.eos),
        ("tokenizer.ggml.unknown_token_id", UINT32, 0), ("tokenizer.ggml.add_bos_token", BOOL, True), ("tokenizer.ggml.add_eos_token", BOOL, False),
        ("tokenizer.ggml.add_space_prefix", BOOL, False),
        ("floe.task", STRING, "bill-1"), ("floe.linearizer", UINT32, linearizer.VERSION), ("floe.bill.begin_token", UINT32, tokenizer.begin),
        ("floe.bill.answer_token", UINT32, tokenizer.answer), ("floe.license", STRING, "MIT"),
    ]


def write(path, entries, tensors, quantise=True):
    """tensors: name → float32 array; GGUF names the fastest dimension first."""
    infos, payload = b"", b""
    for name, array in tensors.items():
        packed = quantise and array.ndim == 2 and array.shape[1] % 32 == 0
        data = q8_0(array) if packed else array.astype("<f4").tobytes()
        dimensions = array.shape[::-1]
        infos += string(name) + struct.pack(f"<I{len(dimensions)}QIQ", len(dimensions), *dimensions, Q8_0 if packed else F32, len(payload))
        payload += data + b"\0" * (-len(data) % ALIGNMENT)
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(entries)) + b"".join(entry(*e) for e in entries) + infos
    Path(path).write_bytes(head + b"\0" * (-len(head) % ALIGNMENT) + payload)


def export(folder, path, quantise=True):
    kept = torch.load(Path(folder) / "checkpoint.pt")
    tensors = {name if name.endswith(".weight") else name + ".weight": weight.float().numpy() for name, weight in kept["model"].items()}
    write(path, metadata(kept["shape"], Tokenizer(Path(folder) / "bill.model")), tensors, quantise)


if __name__ == "__main__":
    export(sys.argv[1], sys.argv[2], "--f32" not in sys.argv)
