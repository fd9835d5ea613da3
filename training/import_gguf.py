"""Makes a training folder from a shipped model, so that training can go on where only the GGUF file is left.

    python3 training/import_gguf.py resources/models/floe-bill.gguf FOLDER

Weights come back as Q8_0 kept them; the optimizers begin anew. The vocabulary is training/bill.model, the one that the shipped model was made with.
"""
import dataclasses
import shutil
import struct
import sys
import time
from pathlib import Path

import numpy as np
import torch

from model import Decoder, Shape
from optimizer import optimizers

SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
F32, Q8_0, STRING, ARRAY = 0, 8, 8, 9


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def number(self, form):
        value, = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return value

    def text(self):
        length = self.number("Q")
        self.at += length
        return self.data[self.at - length:self.at].decode()

    def value(self, kind):
        if kind == STRING:
            return self.text()
        if kind == ARRAY:
            element, count = self.number("I"), self.number("Q")
            return [self.value(element) for _ in range(count)]
        return self.number(SCALARS[kind])


def dequantise(data, kind, shape):
    if kind == F32:
        return np.frombuffer(data, "<f4", np.prod(shape)).reshape(shape).copy()
    assert kind == Q8_0, f"tensor type {kind}"
    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("values", "i1", 32)]), np.prod(shape) // 32)
    return (blocks["scale"].astype("f4")[:, None] * blocks["values"]).reshape(shape)


def tensors(path):
    r = Reader(Path(path).read_bytes())
    assert r.data[:4] == b"GGUF", f"{path} is no GGUF file"
    r.at = 8
    count, entries = r.number("Q"), r.number("Q")
    facts = {}
    for _ in range(entries):
        key = r.text()
        facts[key] = r.value(r.number("I"))
    listed = []
    for _ in range(count):
        name = r.text()
        shape = [r.number("Q") for _ in range(r.number("I"))][::-1]
        listed.append((name, shape, r.number("I"), r.number("Q")))
    alignment = facts.get("general.alignment", 32)
    start = -(-r.at // alignment) * alignment
    return {name: torch.from_numpy(dequantise(r.data[start + offset:], kind, shape)) for name, shape, kind, offset in listed}


def main():
    source, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    shape = Shape()
    model = Decoder(shape)
    model.load_state_dict(tensors(source))
    steps = optimizers(model, 0.008, 0.003)
    torch.save(dict(shape=dataclasses.asdict(shape), model=model.state_dict(), optimizers=[o.state_dict() for o in steps],
                    progress=dict(step=0, tokens=0, seconds=0.0, started=time.time())), folder / "checkpoint.pt")
    shutil.copy(Path(__file__).with_name("bill.model"), folder)


if __name__ == "__main__":
    main()
