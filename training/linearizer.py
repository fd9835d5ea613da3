"""Lined-up text from words with boxes: the twin of app/documents/linearizer.cpp.

docs/linearizer.md is the specification; both twins are held to tests/app/documents/linearizer_cases.json.
"""
from dataclasses import dataclass, field
from math import floor

VERSION = 2
REACH = 40      # lines in which the cell below is looked for


@dataclass
class Word:
    """A word with its box in points, origin top left, y downwards."""
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass
class Place:
    """Where a word of the input went: the bytes of its text, and its cell (running through the whole document)."""
    page: int
    index: int      # of the word in its page's input
    begin: int
    end: int
    cell: int


@dataclass
class Linearized:
    text: str = ""
    places: list = field(default_factory=list)  # Place in reading order
    links: list = field(default_factory=list)   # (end of the upper cell, start of the lower cell), in bytes


class _Box:
    """A word in tenths of a point; centre is twice the true centre, so that it stays whole."""
    __slots__ = ("index", "left", "right", "centre", "height")

    def __init__(self, index, word):
        top, bottom = _tenths(word.top), _tenths(word.bottom)
        self.index = index
        self.left, self.right = _tenths(word.left), _tenths(word.right)
        self.centre, self.height = top + bottom, max(1, bottom - top)


def _tenths(x):
    return floor(x * 10 + 0.5)


def _lines(boxes):
    """Words whose centres lie on one height. The first word of a line stands for all of it."""
    lines = []
    for box in sorted(boxes, key=lambda b: (b.centre, b.left, b.index)):
        first = lines[-1][0] if lines else None
        if first and 5 * (box.centre - first.centre) <= 4 * min(box.height, first.height):
            lines[-1].append(box)
        else:
            lines.append([box])
    return lines


def _cells(line):
    """Runs of a line's words without a wide gap between them."""
    cells, reach, previous = [], 0, None
    for box in sorted(line, key=lambda b: (b.left, b.index)):
        if previous and 10 * (box.left - reach) <= 9 * min(previous.height, box.height):
            cells[-1].append(box)
            reach = max(reach, box.right)
        else:
            cells.append([box])
            reach = box.right
        previous = box
    return cells


class _Cell:
    """Neighbouring boxes of a line; begin and end are the bytes of their text."""
    __slots__ = ("left", "right", "centre", "height", "begin", "end")

    def __init__(self, boxes):
        self.left, self.right = boxes[0].left, max(b.right for b in boxes)
        self.centre, self.height = boxes[0].centre, max(b.height for b in boxes)


def _below(upper, lines):
    """The cell that goes on below: in the first of the lines that has one under it, the one that overlaps most; None where it stands too far away."""
    for cells in lines:
        best, most = None, 0
        for cell in cells:
            overlap = min(upper.right, cell.right) - max(upper.left, cell.left)
            if overlap > most:
                best, most = cell, overlap
        if best:
            return best if best.centre - upper.centre <= 5 * max(upper.height, best.height) else None
    return None


def linearize(pages):
    """pages: a list of lists of Word."""
    result, parts, at, cell_number = Linearized(), [], 0, 0
    for page_number, words in enumerate(pages):
        if page_number:
            parts.append("\f\n")
            at += 2
        before, lines = None, []
        for line in _lines([_Box(i, w) for i, w in enumerate(words)]):
            first = line[0]
            if before and 5 * (first.centre - before.centre) > 16 * max(first.height, before.height):
                parts.append("\n")
                at += 1
            lines.append([])
            for number, boxes in enumerate(_cells(line)):
                if number:
                    parts.append("\t")
                    at += 1
                cell = _Cell(boxes)
                cell.begin = at
                for box in boxes:
                    text = words[box.index].text
                    size = len(text.encode())
                    parts.append(" " + text)
                    result.places.append(Place(page_number, box.index, at + 1, at + 1 + size, cell_number))
                    at += 1 + size
                cell.end = at
                lines[-1].append(cell)
                cell_number += 1
            before = first
            parts.append("\n")
            at += 1
        for number, cells in enumerate(lines):
            for upper in cells:
                lower = _below(upper, lines[number + 1:number + 1 + REACH])
                if lower:
                    result.links.append((upper.end, lower.begin))
    result.text = "".join(parts)
    return result
