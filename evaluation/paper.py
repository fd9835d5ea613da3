"""A thin layer over ReportLab: points from the top left corner, fonts by role, tables that break over pages."""

import os
from functools import lru_cache

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

TRUETYPE = "/usr/share/fonts/truetype"
# name: regular, bold. Those of PDF itself hold Latin-1 only.
FACES = {
    "helvetica": ("Helvetica", "Helvetica-Bold"), "times": ("Times-Roman", "Times-Bold"), "courier": ("Courier", "Courier-Bold"),
    "liberation": ("liberation/LiberationSans-Regular", "liberation/LiberationSans-Bold"),
    "narrow": ("liberation/LiberationSansNarrow-Regular", "liberation/LiberationSansNarrow-Bold"),
    "serif": ("liberation/LiberationSerif-Regular", "liberation/LiberationSerif-Bold"),
    "mono": ("liberation/LiberationMono-Regular", "liberation/LiberationMono-Bold"),
    "dejavu": ("dejavu/DejaVuSans", "dejavu/DejaVuSans-Bold"), "condensed": ("dejavu/DejaVuSansCondensed", "dejavu/DejaVuSansCondensed-Bold"),
    "dejavu-mono": ("dejavu/DejaVuSansMono", "dejavu/DejaVuSansMono-Bold"),
    "carlito": ("crosextra/Carlito-Regular", "crosextra/Carlito-Bold"), "lato": ("lato/Lato-Regular", "lato/Lato-Bold"),
}
BUILT_IN = ("helvetica", "times", "courier")
FIXED = ("courier", "mono", "dejavu-mono")


@lru_cache(maxsize=None)
def registered(face):
    """The two font names of a face, or those of DejaVu where its files are not installed."""
    if face in BUILT_IN:
        return FACES[face]
    names = []
    for stem in FACES[face]:
        path = f"{TRUETYPE}/{stem}.ttf"
        if not os.path.exists(path):
            return registered("dejavu-mono" if face in FIXED else "dejavu")
        name = stem.split("/")[1]
        pdfmetrics.registerFont(TTFont(name, path))
        names.append(name)
    return tuple(names)


def latin(text):
    try:
        text.encode("cp1252")
        return True
    except UnicodeEncodeError:
        return False


class Paper:
    def __init__(self, path, rng, face=None, size=None, paper=A4, margin=50):
        self.rng, self.path = rng, path
        self.width, self.height = paper
        self.canvas = Canvas(path, pagesize=paper, invariant=1, pageCompression=1)
        self.canvas.setTitle("")
        faces = ("helvetica", "helvetica", "liberation", "carlito", "lato", "times", "dejavu", "serif", "narrow", "condensed")
        chosen, points = rng.choice(faces), rng.choice((8, 8.5, 9, 9, 9.5, 10))
        self.face, self.size = face or chosen, size or points
        self.left, self.right = margin, self.width - margin
        self.y, self.page = margin, 1
        self.bottom = self.height - 90  # where a table turns the page
        self.on_page = None  # draws what every page has, called with its number
        self.pages = None  # known in a second run
        self.seen = []

    # --- text
    def font(self, bold, text):
        face = registered(self.face)
        if self.face in BUILT_IN and not latin(text):
            face = registered({"times": "serif", "courier": "mono"}.get(self.face, "liberation"))
        if "₹" in text or "\u202f" in text or "−" in text:
            face = registered("dejavu-mono" if self.face in FIXED else "dejavu")
        return face[1 if bold else 0]

    def measure(self, text, size=None, bold=False):
        return pdfmetrics.stringWidth(text, self.font(bold, text), size or self.size)

    def text(self, x, y, text, size=None, bold=False, align="l", colour=(0, 0, 0), fit=None):
        """One line whose base is at y. With fit, the size shrinks until it is that wide."""
        size = size or self.size
        while fit and size > 5.5 and self.measure(text, size, bold) > fit:
            size -= 0.25
        x -= {"l": 0, "r": 1, "c": 0.5}[align] * self.measure(text, size, bold)
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setFont(self.font(bold, text), size)
        self.canvas.drawString(x, self.height - y, text)

    def block(self, x, y, lines, size=None, bold=False, leading=1.32, align="l", colour=(0, 0, 0), first_bold=False):
        """Lines below each other; y of the line after the last comes back."""
        size = size or self.size
        for i, line in enumerate(lines):
            self.text(x, y, line, size, bold or (first_bold and i == 0), align, colour)
            y += size * leading
        return y

    def wrapped(self, text, width, size=None, bold=False):
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if self.measure(longer, size, bold) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def paragraph(self, x, y, width, text, size=None, bold=False, align="l", colour=(0, 0, 0), leading=1.3):
        return self.block(x, y, self.wrapped(text, width, size, bold), size, bold, leading, align, colour)

    def pairs(self, x, y, pairs, width, gap=None, bold_label=False, bold_value=False, value="l", size=None, leading=1.45, colon=""):
        """Labels in a column, values beside them: at `gap` from x (value "l") or ending at x + width (value "r")."""
        size = size or self.size
        gap = gap or max([self.measure(label + colon, size, bold_label) for label, _ in pairs] or [0]) + 12
        for label, text in pairs:
            if value == "r":
                self.text(x, y, label + colon, size, bold_label, fit=width - self.measure(text, size, bold_value) - 5)
                self.text(x + width, y, text, size, bold_value, "r")
            else:
                self.text(x, y, label + colon, size, bold_label, fit=gap - 3)
                self.text(x + gap, y, text, size, bold_value, fit=self.width - 14 - x - gap)
            y += size * leading
        return y

    # --- shapes
    def rule(self, y, x0=None, x1=None, width=0.6, colour=(0.2, 0.2, 0.2)):
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(self.left if x0 is None else x0, self.height - y, self.right if x1 is None else x1, self.height - y)

    def upright(self, x, y0, y1, width=0.6, colour=(0.2, 0.2, 0.2)):
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, self.height - y0, x, self.height - y1)

    def box(self, x0, y0, x1, y1, width=0.6, colour=(0.2, 0.2, 0.2), fill=None, radius=0):
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeColorRGB(*colour)
        if fill:
            self.canvas.setFillColorRGB(*fill)
        shape = (x0, self.height - y1, x1 - x0, y1 - y0)
        if radius:
            self.canvas.roundRect(*shape, radius, stroke=int(width > 0), fill=int(bool(fill)))
        else:
            self.canvas.rect(*shape, stroke=int(width > 0), fill=int(bool(fill)))

    def picture(self, x, y, width, height, image):
        self.canvas.drawImage(ImageReader(image), x, self.height - y - height, width, height, mask="auto")

    # --- pages
    def begin(self):
        if self.on_page:
            self.on_page(self.page)

    def turn(self):
        """The next page; what every page has is drawn on it."""
        self.canvas.showPage()
        self.page += 1
        self.y = self.left
        self.begin()

    def need(self, height):
        """Turns the page where less than that is left above the foot; tells whether it did."""
        if self.y + height <= self.bottom:
            return False
        self.turn()
        return True

    def save(self):
        self.canvas.save()
        return self.page
