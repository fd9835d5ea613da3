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
import torch.distributed
import torch.multiprocessing
from torch.nn import functional as F

import tokenizer as vocabulary
from batches import stream
from copying import build_in
from model import Decoder, Shape
from optimizer import optimizers

PAGE_SHARE = 8      # only every 8th place of the page goes through the output matrix, with 8 times the weight


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--until", default="23:59", help="HH:MM, UTC")
    parser.add_argument("--mixed-steps", type=int, default=150, help="first steps, with repetitions of random tokens among the bills")
    parser.add_argument("--short-share", type=float, default=0.4, help="of the time, with short bills only; 0 for a model that reads already")
    parser.add_argument("--steps", type=int, default=10**9)
    parser.add_argument("--budget", type=int, default=4096, help="tokens a step and process, padding included")
    parser.add_argument("--processes", type=int, default=2, help="of one thread each, which average their gradients: on a busy machine better than two threads")
    parser.add_argument("--matrix-lr", type=float, default=0.008)
    parser.add_argument("--other-lr", type=float, default=0.003)
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
        build_in(self.model)
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


def kind_of(options, step, passed):
    """What to train on: bills and repetitions, then short bills while the structure is learnt, then all."""
    return "mixed" if step < options.mixed_steps else "short" if passed < options.short_share else "bill"


def learning_rate(passed, step):
    """Share of the peak: warm-up by steps, then full until 40 % of the time, then a line down to almost nothing."""
    return min(1.0, (step + 1) / 60) * min(1.0, max(0.01, (1 - passed) / 0.6))


def average(model, extras):
    """Makes the gradients those of all processes' samples; returns the sums of the extra numbers."""
    grads = [p.grad for p in model.parameters()]
    flat = torch.cat([g.flatten() for g in grads] + [torch.tensor(extras)])
    torch.distributed.all_reduce(flat)
    at = 0
    for g in grads:
        g.copy_(flat[at:at + g.numel()].view_as(g))
        at += g.numel()
    torch._foreach_div_(grads, float(torch.distributed.get_world_size()))
    return flat[at:].tolist()


def update(state, share):
    torch.nn.utils.clip_grad_norm_(state.model.parameters(), 1.0)
    for optimizer in state.optimizers:
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * share
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)


class Log:
    """A line every 20 steps, from the sums of the steps between."""

    def __init__(self, folder):
        self.file, self.sums, self.since = open(folder / "log.txt", "a", buffering=1), [0.0] * 4, time.time()

    def add(self, progress, kind, passed, numbers):
        self.sums = [a + b for a, b in zip(self.sums, numbers)]
        if progress["step"] % 20 == 0:
            now, (loss, right, count, places) = time.time(), self.sums
            progress["seconds"] += now - self.since
            self.file.write(f"{datetime.datetime.utcnow():%H:%M:%S} {kind} step {progress['step']} tokens {progress['tokens'] / 1e6:.2f}M loss {loss / count:.4f} "
                            f"right {right / count:.4f} passed {passed:.3f} {places / (now - self.since):.0f}/s\n")
            self.sums, self.since = [0.0] * 4, now


def run(rank, options, port):
    torch.distributed.init_process_group("gloo", f"tcp://127.0.0.1:{port}", world_size=options.processes, rank=rank)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(7)            # the same first weights in every process
    state, end, log, kind, source = State(options), clock(options.until), Log(options.folder), None, None
    progress, passed, seed = state.progress, 0.0, int(time.time()) * 10 + rank
    while passed < 1 and progress["step"] < options.steps:
        now = (time.time() - progress["started"]) / (end - progress["started"])
        wanted = kind_of(options, progress["step"], now)
        if kind != wanted:
            kind, seed = wanted, seed + 1000
            source = stream(kind, options.folder / "bill.model", seed, options.budget, state.shape.context)
        tokens, weights = map(torch.from_numpy, next(source))
        loss, answer_loss, right = loss_of(state.model, tokens, weights)
        loss.backward()
        extras = [now if rank == 0 else 0.0, answer_loss, right, 1.0, float(tokens.numel()), float((weights > 0).sum())]
        passed, *numbers, seen = average(state.model, extras)
        update(state, learning_rate(passed, progress["step"]))
        progress["step"] += 1
        progress["tokens"] += int(seen)
        if rank == 0:
            log.add(progress, kind, passed, numbers)
            if progress["step"] % 100 == 0:
                state.save()
    if rank == 0:
        state.save()


def main():
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    if not (options.folder / "bill.model").exists():
        vocabulary.train(options.folder / "bill.model")
    torch.multiprocessing.spawn(run, (options, 20000 + os.getpid() % 20000), options.processes)


if __name__ == "__main__":
    main()
