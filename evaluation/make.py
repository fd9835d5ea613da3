#!/usr/bin/env python3
"""Makes bills for evaluation, and beside each what a reader should find: python3 evaluation/make.py FOLDER --count 500 --seed 1"""

import argparse
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from reportlab.lib.pagesizes import A4, LETTER  # noqa: E402

from facts import make_bill  # noqa: E402
from families import FAMILIES  # noqa: E402
from paper import Paper  # noqa: E402
from words import words  # noqa: E402


def draw(seed, family, language, kind, path, pages=None):
    """One bill, drawn; the bill and the number of its pages. The same arguments give the same bill and the same file."""
    rng = random.Random(seed)
    bill = make_bill(rng, family, language, kind)
    if family.second:
        bill.also_in(words(rng.choice([other for other in family.second if other != language])))
    paper = Paper(str(path), rng, paper=LETTER if bill.look.country in ("US", "CA") else A4)
    paper.pages = pages
    family.draw(paper, bill)
    return bill, paper.save()


def document(seed, family, language, kind, path):
    """Drawn a second time where only the first tells how many pages there are."""
    for attempt in range(20):
        try:
            bill, pages = draw(f"{seed}/{attempt}", family, language, kind, path)
            if pages > 1:
                bill, pages = draw(f"{seed}/{attempt}", family, language, kind, path, pages)
            return bill
        except OverflowError:  # a layout with no room for what was made up
            continue
    raise RuntimeError(f"{family.name} has no room for any bill of {seed}")


def plan(count, seed):
    """Which family, language and kind each document has: all families in turn, each with its languages in turn."""
    rng = random.Random(f"plan {seed}")
    order, turns = [], {}
    while len(order) < count:
        round_ = list(FAMILIES)
        rng.shuffle(round_)
        order += round_
    for number, family in enumerate(order[:count], 1):
        turn = turns[family.name] = turns.get(family.name, rng.randrange(10)) + 1
        yield number, family, family.languages[turn % len(family.languages)], rng.choice(family.kinds), rng.random()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scans", type=float, default=0.3, help="the share of scans")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, family, language, kind, draw_of_scan in plan(options.count, options.seed):
        name = f"{number:04d}"
        path = options.folder / f"{name}.pdf"
        bill = document(f"{options.seed}/{number}", family, language, kind, path)
        origin = "text"
        if draw_of_scan < options.scans:
            from scan import scanned
            path, origin = scanned(path, random.Random(f"scan {options.seed}/{number}")), "scan"
        truth = json.dumps(bill.truth(path.name, origin), ensure_ascii=False, indent=1)
        (options.folder / f"{name}.truth.json").write_text(truth + "\n", encoding="utf-8")
    print(f"{options.count} documents of {len(FAMILIES)} families in {options.folder}")


if __name__ == "__main__":
    main()
