"""The true answer of a drawn bill: runs of its own words, found by the marks that the layout left, held to the rules of docs/linearizer.md."""
import re
from collections import defaultdict
from dataclasses import dataclass

FIELDS = ["number", "issue_date", "due_date", "currency", "net", "tax", "total", "paid", "amount_due"]
BLOCKS = {"address", "description"}     # may run on in the cell below


class Unreachable(Exception):
    """The bill as drawn can't be answered by the rules."""


@dataclass
class Run:
    """Neighbouring words of one cell, the first and the last perhaps in part: (text, begin, end) each."""
    words: list

    def text(self):
        return " ".join(text[begin:end] for text, begin, end in self.words)


def borders(word):
    """The places in a word where a run may begin or end."""
    lead = re.match(r"[\W_]*", word).end()
    trail = re.search(r"[\W_]*$", word).start()
    return {0, len(word), lead, trail} | {i + 1 for i, c in enumerate(word) if c in ":#="}


class Truth:
    """values: field → list of Run, in the shape of the answer."""

    def __init__(self, sheet, linearized):
        self.places = linearized.places
        self.links = set(linearized.links)
        self.printed = [sheet.pages[p.page][p.index] for p in self.places]
        self.first_of, self.last_of = {}, {}
        for i, place in enumerate(self.places):
            self.first_of.setdefault(place.cell, i)
            self.last_of[place.cell] = i
        self.mentions = self._mentions()

    def _mentions(self):
        """field → list of mentions in reading order; a mention is part → list of (place number, mark)."""
        found = defaultdict(dict)
        for i, word in enumerate(self.printed):
            for mark in word.marks:
                field = mark.field
                found[field].setdefault(mark.mention, defaultdict(list))[mark.part].append((i, mark))
        return {field: list(mentions.values()) for field, mentions in found.items()}

    def value(self, field, block=False):
        """The first mention of a field that the rules can reach, or None where it isn't printed."""
        for mention in self.mentions.get(field, []):
            runs = self._runs(mention, block)
            if runs:
                return runs
        if field in self.mentions:
            raise Unreachable(field)
        return None

    def currency(self):
        """The sign beside the total, else the first one on the page that can be read alone."""
        for rank in (0, 1):
            for mention in self.mentions.get(("currency", rank), []):
                runs = self._runs(mention, False)
                if runs:
                    return runs
        return None

    def _runs(self, mention, block):
        parts = [mention[number] for number in sorted(mention)]
        if len(parts) > 1 and not block:
            return None
        for part in parts:
            numbers = [i for i, _ in part]
            if numbers != list(range(numbers[0], numbers[0] + len(numbers))) or self.places[numbers[0]].cell != self.places[numbers[-1]].cell:
                return None
        for upper, lower in zip(parts, parts[1:]):
            (last, last_mark), (first, first_mark) = upper[-1], lower[0]
            whole = last_mark.end == len(self.printed[last].text) and first_mark.begin == 0
            if not whole or (self.places[last].end, self.places[first].begin - 1) not in self.links:
                return None
            if last != self.last_of[self.places[last].cell] or first != self.first_of[self.places[first].cell]:
                return None
        runs = [Run([(self.printed[i].text, mark.begin, mark.end) for i, mark in part]) for part in parts]
        for run in runs:
            for number, (text, begin, end) in enumerate(run.words):
                edges = ({begin} if number == 0 else set()) | ({end} if number == len(run.words) - 1 else set())
                if not edges <= borders(text) or '"' in text or "\\" in text:
                    return None
        return runs


def answer(sheet, linearized, line_count):
    """The answer as nested dicts and lists of runs (lists of Run) and None; raises Unreachable."""
    truth = Truth(sheet, linearized)

    def party(role):
        return {name: truth.value((role, name), name in BLOCKS) for name in ("name", "address", "email")}

    def line(number):
        return {name: truth.value(("lines", number, name), name in BLOCKS) for name in ("description", "quantity", "unit_price", "amount")}

    result = {"seller": party("seller"), "buyer": party("buyer")}
    result.update({name: truth.currency() if name == "currency" else truth.value(name) for name in FIELDS})
    result["lines"] = [line(number) for number in range(line_count)]
    return result
