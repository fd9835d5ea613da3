"""Trains a bill model on made-up bills until a moment on the clock, going on from its checkpoint if there is one.

    nice -n 19 python3 training/train.py FOLDER --until 12:25

FOLDER gets bill.model (the vocabulary), checkpoint.pt and log.txt. The learning rate follows the clock, so that a busy machine still ends with the decay.
"""
import argparse
import dataclasses
import datetime
import os
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import tokenizer as vocabulary
from batches import stream
from model import Decoder, Shape
from optimizer import optimizers

PAGE_SHARE = 8      # only every 8th place of the page goes through the output matrix, with 8 times the weight


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--until", default="23:59", help="HH:MM, UTC")
    parser.add_argument("--copy-steps", type=int, default=200, help="steps on repetitions of random tokens alone")
    parser.add_argument("--mixed-steps", type=int, default=1000, help="after so many steps repetitions are left out")
    parser.add_argument("--steps", type=int, default=10**9)
    parser.add_argument("--budget", type=int, default=6144, help="tokens a step, padding included")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--matrix-lr", type=float, default=0.02)
    parser.add_argument("--other-lr", type=float, default=0.002)
    return parser.parse_args()


def clock(text):
    hour, minute = map(int, text.split(":"))
    now = datetime.datetime.now(datetime.timezone.utc)
    return now.replace(hour=hour, minute=minute, second=0).timestamp()


def loss_of(model, tokens, weights):
    """The loss; of the answer's tokens the mean alone, and how many got more than half of the probability."""
    targets, weights = tokens[:, 1:], weights[:, 1:]
    page = (weights > 0) & (weights < 1)
    weights = torch.where(page, weights * PAGE_SHARE * (torch.rand(weights.shape) < 1 / PAGE_SHARE), weights)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model.hidden(tokens[:, :-1])
        chosen = weights > 0
        logits = model.logits(hidden[chosen])
    losses = F.cross_entropy(logits.float(), targets[chosen], reduction="none")
    answer = losses.detach()[weights[chosen] == 1]
    return (losses * weights[chosen]).sum() / weights[chosen].sum(), answer.mean().item(), (answer < 0.69).float().mean().item()


class State:
    """What a checkpoint holds: weights, optimizers, and how far the training is."""

    def __init__(self, options):
        self.path = options.folder / "checkpoint.pt"
        self.shape = Shape()
        self.model = Decoder(self.shape)
        self.optimizers = optimizers(self.model, options.matrix_lr, options.other_lr)
        self.progress = dict(step=0, tokens=0, seconds=0.0, started=time.time())
        if self.path.exists():
            kept = torch.load(self.path)
            self.model.load_state_dict(kept["model"])
            for optimizer, state in zip(self.optimizers, kept["optimizers"]):
                optimizer.load_state_dict(state)
            self.progress = kept["progress"]

    def save(self):
        kept = dict(shape=dataclasses.asdict(self.shape), model=self.model.state_dict(), optimizers=[o.state_dict() for o in self.optimizers],
                    progress=self.progress)
        torch.save(kept, self.path.with_suffix(".new"))
        os.replace(self.path.with_suffix(".new"), self.path)


def kind_of(options, step):
    return "copy" if step < options.copy_steps else "mixed" if step < options.mixed_steps else "bill"


def learning_rate(progress, step):
    """Share of the peak: warm-up by steps, then full until 40 % of the time, then a line down to almost nothing."""
    return min(1.0, (step + 1) / 60) * min(1.0, max(0.01, (1 - progress) / 0.6))


def main():
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    vocabulary_path = options.folder / "bill.model"
    if not vocabulary_path.exists():
        vocabulary.train(vocabulary_path)
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    state, end = State(options), clock(options.until)
    progress, began, sums, mark = state.progress, time.time(), [0.0, 0.0, 0], time.time()
    kind = kind_of(options, progress["step"])
    source = stream(kind, vocabulary_path, int(began), options.budget, state.shape.context)
    log = open(options.folder / "log.txt", "a", buffering=1)
    while time.time() < end and progress["step"] < options.steps:
        if kind != kind_of(options, progress["step"]):
            kind = kind_of(options, progress["step"])
            source = stream(kind, vocabulary_path, int(time.time()), options.budget, state.shape.context)
        tokens, weights = map(torch.from_numpy, next(source))
        share = learning_rate((time.time() - progress["started"]) / (end - progress["started"]), progress["step"])
        loss, answer_loss, right = loss_of(state.model, tokens, weights)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(state.model.parameters(), 1.0)
        for optimizer in state.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        progress["step"] += 1
        progress["tokens"] += int((weights > 0).sum())
        sums = [sums[0] + answer_loss, sums[1] + right, sums[2] + tokens.numel()]
        if progress["step"] % 20 == 0:
            now = time.time()
            progress["seconds"] += now - mark
            log.write(f"{datetime.datetime.utcnow():%H:%M:%S} {kind} step {progress['step']} tokens {progress['tokens'] / 1e6:.2f}M "
                      f"loss {sums[0] / 20:.4f} right {sums[1] / 20:.4f} lr {share:.3f} {sums[2] / (now - mark):.0f}/s\n")
            sums, mark = [0.0, 0.0, 0], now
        if progress["step"] % 100 == 0:
            state.save()
    state.save()


if __name__ == "__main__":
    main()
