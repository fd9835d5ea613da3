"""What the blocks of one document share, and the ways in which it labels values."""
from dataclasses import dataclass

from .facts import Facts
from .sheet import Sheet

# Kinds with titles of their own; a credit note is always called one.
TITLED = {"credit", "receipt", "utility", "proforma", "reminder", "statement"}


@dataclass
class Bill:
    r: object
    facts: Facts
    sheet: Sheet
    colon: str              # after labels
    shout: bool             # labels in capitals
    printed: set            # fields that this bill shows
    seller_elsewhere: bool = False      # whether a block prints the seller, so that a logo may be a mere trade name
    ship_shown: bool = False            # whether there is a delivery address, so that the buyer needs a heading
    rates_shown: bool = False           # whether a table of rates stands by the sums
    second: dict = None                 # the words of a second language, for labels in two
    times: str = "x"                    # between quantity and price on a receipt
    tax_letter: str = ""                # behind amounts on a receipt
    counted: bool = True                # whether a receipt has quantities before descriptions

    def label(self, key):
        several = key == "tax" and len(self.facts.tax_rows) > 1
        text = self.bare(key) if several else self.r.choice(self.facts.words[key])
        text = text.replace("{x}", self.facts.style.share(self.facts.rate))
        if self.second and text[-1] not in "#:°º":
            other = next(w for w in self.second[key] if "{" not in w).rstrip(":")
            text = f"{text} / {other}"
        return text.upper() if self.shout and text[-1] not in "#°º" else text

    def bare(self, key):
        """A label without a rate in it."""
        return self.r.choice([text for text in self.facts.words[key] if "{" not in text])

    def headed(self, key):
        """A label as it stands before its value."""
        text = self.label(key)
        return text if text[-1] in "#:°º" else text + self.colon

    def title(self):
        kind = self.facts.kind
        own = kind == "credit" or kind in TITLED and self.r.random() < 0.75
        return self.r.choice(self.facts.words[kind if own else "title"])


def paragraph(bill, x, width, y, texts, size=None):
    size = size or bill.sheet.size
    y += size
    for text in texts:
        text = text.replace("{n}", str(bill.r.choice([7, 8, 10, 14, 30]))).replace("{x}", f"{bill.r.choice([1, 1.5, 2, 3, 8])}")
        for piece in bill.sheet.wrap(text, width, size):
            bill.sheet.put(x, y, piece, size=size)
            y += size * 1.25
    return y
