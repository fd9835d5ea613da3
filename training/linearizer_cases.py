"""Writes tests/app/documents/linearizer_cases.json, to which both linearizers are held:

    python3 training/linearizer_cases.py
"""
import json
import random
from pathlib import Path

from linearizer import Word, linearize

PATH = Path(__file__).parent.parent / "tests/app/documents/linearizer_cases.json"


def row(y, *cells, height=10.0):
    """Words on one line; a cell is (left, text), its words 5 points a letter with 3 between them."""
    words = []
    for left, text in cells:
        for token in text.split():
            words.append([token, left, y, left + 5.0 * len(token), y + height])
            left = words[-1][3] + 3.0
    return words


def chosen():
    """Each rule at its border, and the shapes that bills have."""
    one = [["a", 10, 10, 20, 20]]
    yield "nothing at all", []
    yield "an empty page", [[]]
    yield "empty pages between", [[], one, [], one]
    yield "one word", [one]
    yield "two words", [row(10, (10, "Invoice 17"))]
    yield "a bill's head", [row(10, (10, "Invoice #"), (200, "120"), (300, "A")) + row(22, (10, "Date"), (200, "30 Apr 2024"))
                            + row(60, (10, "Total"), (200, "$10.00"))]
    yield "two pages", [row(10, (10, "first page")), row(10, (10, "second"), (90, "page"))]
    for gap in (8.9, 9.0, 9.04, 9.05, 9.1, 40):
        yield f"gap of {gap} at height 10", [[["a", 10, 10, 20, 20], ["b", 20 + gap, 10, 40 + gap, 20]]]
    yield "gap against the smaller height", [[["a", 10, 10, 20, 20], ["b", 26, 12.5, 30, 17.5]]]
    for drop in (3.9, 4.0, 4.04, 4.05, 4.1, 9):
        yield f"centre {drop} lower", [[["a", 10, 10, 20, 20], ["b", 22, 10 + drop, 30, 20 + drop]]]
    yield "stairs: only the first word counts", [[["a", 10, 10, 20, 20], ["b", 22, 13, 30, 23], ["c", 32, 16, 40, 26]]]
    for step in (15.9, 16.0, 16.04, 16.05, 16.1, 50):
        yield f"next line {step} below", [row(10, (10, "up")) + row(10 + step, (10, "down"))]
    yield "a big line above a small one", [row(10, (10, "BIG"), height=30) + row(52, (10, "small"))]
    yield "an overlap", [[["under", 10, 10, 60, 20], ["over", 40, 10, 50, 20], ["next", 62, 10, 80, 20]]]
    yield "a wide word and a short one in it", [[["wide", 10, 10, 100, 20], ["in", 20, 10, 25, 20], ["b", 104, 10, 110, 20]]]
    yield "the same place twice", [[["x", 10, 10, 20, 20], ["y", 10, 10, 20, 20]]]
    yield "words out of order", [[["c", 30, 10, 35, 20], ["d", 10, 30, 20, 40], ["a", 10, 10, 18, 20], ["b", 20, 10, 27, 20]]]
    yield "flat and upside-down boxes", [[["-", 10, 15, 20, 15], ["a", 24, 10, 30, 20], ["u", 34, 20, 40, 10]]]
    yield "left of the page", [[["a", -20.05, -10.05, -10, 0], ["b", -5.25, -10.15, 3, 0]]]
    yield "more bytes than letters", [row(10, (10, "Größe 12,50 €"), (200, "日本 😀")) + row(22, (10, "Straße"), (200, "№ 5"))]
    yield "side by side addresses", [row(10, (10, "From:"), (200, "To:")) + row(22, (10, "Ada Ltd"), (200, "Bo Inc"))
                                     + row(34, (10, "1 High Street"), (200, "2 Low Road")) + row(46, (200, "Town"))
                                     + row(58, (10, "after"), (200, "Land"))]
    yield "columns whose lines alternate", [row(10, (10, "Ada Ltd")) + row(16, (200, "Bo Inc")) + row(22, (10, "1 High Street")) + row(29, (200, "2 Low Road"))
                                            + row(34, (10, "Town"))]
    for step in (24.9, 25.0, 25.04, 25.05, 25.1, 50):
        yield f"a cell {step} below, a line between", [row(10, (10, "up")) + row(18, (200, "beside")) + row(10 + step, (10, "down"))]
    yield "the tallest word of a cell counts", [[["a", 10, 10, 20, 20], ["B", 22, 5, 30, 25], ["c", 10, 40, 20, 50]]]
    yield "a cell 40 lines below and one 41", [[["x", 10, 10, 20, 1010]] + [[str(i), 50, 510 + i * 6, 60, 515 + i * 6] for i in range(1, n)] + [["y", 10, 510 + n * 6, 20, 515 + n * 6]]
                                              for n in (40, 41)]
    yield "a wrapped description", [row(10, (10, "Work on the"), (200, "2"), (240, "10.00")) + row(22, (10, "house"))]
    yield "a tie goes to the left", [row(10, (10, "abcdefghij")) + row(22, (10, "ab"), (50, "ij"))]
    yield "edges that only touch", [[["a", 10, 10, 20, 20], ["b", 20, 22, 30, 32]]]
    yield "a link over an empty line, none over three", [row(10, (10, "a")) + row(30, (10, "b")) + row(60, (10, "c"))]
    yield "two cells into one", [row(10, (10, "left"), (100, "right")) + row(22, (10, "a line as wide as both of them"))]


def drawn(seed):
    """A page of words strewn in columns, with heights and lines that wobble."""
    r = random.Random(seed)
    y, words = 20.0, []
    for _ in range(r.randint(3, 14)):
        height = r.choice([7.0, 9.5, 12.25, 20.0])
        for left in r.sample([30.0, 140.5, 260.25, 300.0, 480.0], r.randint(1, 3)):
            for _ in range(r.randint(1, 4)):
                text = "".join(r.choice("abcäßé€19.,:#") for _ in range(r.randint(1, 8)))
                top, right = y + r.uniform(-2.5, 2.5), left + height * 0.5 * len(text)
                words.append([text] + [round(v, 2) for v in (left, top, right, top + height * r.uniform(0.6, 1.0))])
                left = right + height * r.choice([0.2, 0.3, 0.85, 0.9, 0.95])
        y += height * r.choice([0.9, 1.2, 1.5, 1.6, 1.7, 2.5])
    r.shuffle(words)
    return words


def cases():
    named = list(chosen()) + [(f"drawn {seed}", [drawn(seed + page) for page in (0, 100)[:1 + seed % 2]]) for seed in range(12)]
    return [case(name, pages) for name, pages in named]


def case(name, pages):
    result = linearize([[Word(*word) for word in words] for words in pages])
    return {"name": name,
            "pages": [{"width": 595, "height": 842, "words": [{"text": w[0], "box": w[1:]} for w in words]} for words in pages],
            "text": result.text,
            "words": [[p.page, p.begin, p.end] for p in result.places],
            "links": [list(link) for link in result.links]}


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases())
    PATH.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
