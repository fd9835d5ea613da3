"""Pages on which a layout puts text, and which remember what each word says.

A text is a list of spans (string, field). A field is None or a name such as "total" or ("lines", 2, "amount"); blocks over several lines number their parts.
"""
import string
from dataclasses import dataclass

NARROW, WIDE = set("ijlt.,:;'|!()[]fI-· "), set("mwMW@%—€")


@dataclass
class Mark:
    """A part of a word that is a part of a field's value. Marks of one printing of a value share their mention."""
    field: object
    mention: int
    part: int
    begin: int
    end: int


@dataclass
class Printed:
    """A word on a page, as the linearizer takes it, with its marks."""
    text: str
    left: float
    top: float
    right: float
    bottom: float
    marks: list


def letter_width(c):
    if c in NARROW:
        return 0.29
    return 0.86 if c in WIDE else 0.67 if c.isupper() else 0.54


def tight(text, ascent):
    """How far the letters themselves rise above the line and hang below it, in font sizes."""
    tall = any(c in string.digits + "bdfhklt$€%()/" or c.isupper() for c in text)
    return (0.72 if tall else 0.53) * ascent / 0.75, 0.21 if any(c in "gjpqy,;()" for c in text) else 0.01


class Sheet:
    def __init__(self, r, extent=None):
        self.r = r
        self.width, self.height = extent or r.choice([(595, 842), (595, 842), (612, 792)])
        self.size = r.choice([7.5, 8, 8.5, 9, 9, 9.5, 10, 10, 10.5, 11, 12])
        self.stretch = r.uniform(0.84, 1.1)
        self.ascent, self.descent = r.choice([(0.75, 0.21), (0.9, 0.21), (0.72, 0.2), (0.93, 0.25), (1.0, 0.3), (0.7, 0.0)])
        self.tight = r.random() < 0.25
        self.pitch = self.size * r.uniform(1.12, 1.5)
        self.pages, self.mentions = [[]], 0

    def measure(self, text, size=None):
        return sum(map(letter_width, text)) * (size or self.size) * self.stretch

    def new_page(self):
        self.pages.append([])

    def mention(self):
        self.mentions += 1
        return self.mentions

    def put(self, x, y, spans, size=None, align="left", width=0, mention=None, part=0, page=-1):
        """Writes spans on the line y. x is the left edge, or with align "right" or "centre" that of a column of the width."""
        size = size or self.size
        spans = [(spans, None)] if isinstance(spans, str) else spans
        mention = mention or self.mention()
        text = "".join(s for s, _ in spans)
        full = self.measure(text, size)
        x += {"left": 0, "right": width - full, "centre": (width - full) / 2}[align]
        at = 0
        for token in text.split(" "):
            if token:
                left = x + self.measure(text[:at], size)
                up, down = tight(token, self.ascent) if self.tight else (self.ascent, self.descent)
                marks = [Mark(field, mention, part, max(b, at) - at, min(e, at + len(token)) - at) for field, b, e in self._ranges(spans)
                         if max(b, at) < min(e, at + len(token))]
                self.pages[page].append(Printed(token, left, y - up * size, left + self.measure(token, size), y + down * size, marks))
            at += len(token) + 1
        return x + full

    @staticmethod
    def _ranges(spans):
        at = 0
        for text, field in spans:
            if field is not None:
                yield field, at, at + len(text)
            at += len(text)

    def wrap(self, text, width, size=None):
        lines = [""]
        for token in text.split():
            longer = f"{lines[-1]} {token}".strip()
            if lines[-1] and self.measure(longer, size) > width:
                lines.append(token)
            else:
                lines[-1] = longer
        return lines

    def put_lines(self, x, y, lines, field, **how):
        """A block of lines that are one value; returns the y of the line after it. how may hold pitch."""
        mention, pitch = self.mention(), how.pop("pitch", self.pitch)
        for part, line in enumerate(lines):
            last = part == len(lines) - 1
            kept = line.rstrip(",") if last else line
            self.put(x, y, [(kept, field), (line[len(kept):], None)], mention=mention, part=part, **how)
            y += pitch
        return y
