"""How many fields of fresh made-up bills a checkpoint reads exactly, decoded greedily under the same constraint as in the program.

    python3 training/evaluate.py FOLDER [--count 100] [--seed 1000000]
"""
import argparse
import json
import multiprocessing
import random
from collections import Counter
from pathlib import Path

import torch

from bills import make
from model import Decoder, Shape
from reader import read
from tokenizer import Tokenizer

HEADER = ["seller.name", "seller.address", "seller.email", "buyer.name", "buyer.address", "buyer.email", "number", "issue_date", "due_date", "currency",
          "net", "tax", "total", "paid", "amount_due"]


def load(folder):
    kept = torch.load(Path(folder) / "checkpoint.pt")
    model = Decoder(Shape(**kept["shape"]))
    model.load_state_dict(kept["model"])
    return model.eval(), Tokenizer(Path(folder) / "bill.model"), kept["progress"]


def fields(answer):
    """Flat: name of a header field → its text or None, and the lines."""
    flat = {f"{role}.{name}": value for role in ("seller", "buyer") for name, value in answer[role].items()}
    flat.update({name: value for name, value in answer.items() if name not in ("seller", "buyer", "lines")})
    return flat


def compare(answer, truth, score):
    """Adds to score: (field, outcome) where outcome is right, wrong, missing (null for a value) or invented (a value for null)."""
    mine, true = fields(answer), fields(truth)
    for name in HEADER:
        same, outcome = mine[name] == true[name], "wrong"
        if same:
            outcome = "right"
        elif mine[name] is None:
            outcome = "missing"
        elif true[name] is None:
            outcome = "invented"
        score[name, outcome] += 1
        if true[name] is not None:
            score[name, "printed"] += 1
            score[name, "printed right"] += same
    score["header", "right"] += mine == true
    score["lines", "found"] += len(answer["lines"])
    score["lines", "true"] += len(truth["lines"])
    score["lines", "right"] += sum(line in answer["lines"] for line in truth["lines"])


def report(score, count):
    rows = [f"{'field':16}{'right':>8}{'of printed':>12}{'missing':>9}{'invented':>10}{'wrong':>7}"]
    for name in HEADER:
        printed = max(1, score[name, "printed"])
        rows.append(f"{name:16}{score[name, 'right'] / count:8.1%}{score[name, 'printed right'] / printed:12.1%}"
                    f"{score[name, 'missing']:9}{score[name, 'invented']:10}{score[name, 'wrong']:7}")
    rows.append(f"whole header    {score['header', 'right'] / count:8.1%}")
    rows.append(f"lines: {score['lines', 'right']} of {score['lines', 'true']} right, {score['lines', 'found']} given")
    return "\n".join(rows)


def evaluate(folder, seeds, verbose=False):
    torch.set_num_threads(1)
    model, tokenizer, _ = load(folder)
    score = Counter()
    for seed in seeds:
        sheet, shown, truth = make.document(random.Random(seed))
        truth = make.plain(truth)
        answer = read(model, tokenizer, make.prompt_tokens(tokenizer, shown, sheet), shown.links)
        compare(answer, truth, score)
        if verbose:
            print(shown.text, json.dumps(answer, ensure_ascii=False), json.dumps(truth, ensure_ascii=False), sep="\n")
    return score


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    seeds, progress = range(options.seed, options.seed + options.count), load(options.folder)[2]
    with multiprocessing.get_context("spawn").Pool(options.processes) as pool:
        tasks = [(options.folder, seeds[i::options.processes], options.verbose) for i in range(options.processes)]
        score = sum(pool.starmap(evaluate, tasks), Counter())
    print(f"step {progress['step']}, {progress['tokens'] / 1e6:.1f} M tokens, {progress['seconds'] / 60:.0f} minutes; {options.count} bills")
    print(report(score, options.count))


if __name__ == "__main__":
    main()
