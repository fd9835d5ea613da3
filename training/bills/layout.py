"""Puts blocks into bands of one to three columns, down the page: a layout is a list of bands. Receipts and letters have layouts of their own."""
from . import blocks, foot, languages, letter, receipt
from .bill import Bill, paragraph
from .damage import damage
from .facts import draw
from .sheet import Sheet
from .sums import sums
from .table import Table

# Each head is a list of bands; a band's columns are lists of blocks. Every one is met mirrored, too.
HEADS = [
    [["title"], ["seller", "meta"], ["buyer"]],
    [["seller", "title meta"], ["buyer"]],
    [["logo", "seller"], ["buyer", "title meta"]],
    [["title", "logo"], ["seller", "buyer"], ["meta_grid"]],
    [["title"], ["seller", "buyer"], ["meta"]],
    [["title"], ["meta"], ["seller", "buyer"]],
    [["letterhead"], ["buyer", "meta"], ["title"]],
    [["letterhead"], ["title"], ["buyer", "meta"]],
    [["letterhead"], ["buyer"], ["sentence"]],
    [["logo"], ["buyer", "seller meta"], ["sentence"]],
    [["seller", "buyer", "meta"]],
    [["title", "meta"], ["buyer", "seller"]],
    [["seller", "title"], ["buyer", "meta"]],
    [["logo"], ["title"], ["meta_grid"], ["seller", "buyer"]],
    [["title"], ["seller"], ["buyer"], ["meta"]],
    [["logo", "title"], ["buyer", "meta"]],
    [["title"], ["buyer", "meta"]],
    [["letterhead"], ["title"], ["meta_grid"], ["buyer"]],
    [["seller title", "meta buyer"]],
    [["title", "seller"], ["meta", "buyer"]],
    [["title meta", "seller"], ["buyer"]],
    [["logo"], ["title"], ["meta", "buyer"]],
    [["logo title", "meta"], ["buyer"]],
    [["sender buyer", "logo meta"], ["title"]],
    [["logo"], ["sender buyer", "seller meta"], ["sentence"]],
    [["sender buyer", "seller"], ["title"], ["meta_grid"]],
    [["sender buyer", "meta"], ["title"]],
    [["title", "logo"], ["meta"], ["seller", "buyer"], ["headline"]],
    [["seller", "logo"], ["headline"], ["buyer", "meta"]],
    [["letterhead"], ["title", "meta"]],
    [["logo"], ["seller", "title meta"]],
    [["seller"], ["meta"]],
    [["title"], ["meta", "seller", "buyer"]],
    [["title"], ["seller", "buyer", "meta"]],
    [["logo", "title"], ["seller", "buyer", "meta"], ["headline"]],
    [["letterhead"], ["buyer"], ["title"], ["meta_wide"]],
    [["title"], ["meta_wide"], ["seller", "buyer"]],
    [["title"], ["buyer"], ["meta_grid"]],
    [["registered"], ["buyer", "title meta"]],
]
SHARES = {"seller.address": 0.9, "buyer.address": 0.85, "seller.email": 0.5, "buyer.email": 0.25, "number": 0.95, "issue_date": 0.93, "due_date": 0.55,
          "net": 0.65, "tax": 0.65, "paid": 0.0}
PAGED = {"utility": 0.6, "usage": 0.2}     # kinds whose first page often has the sums and a later one the lines


def choose_fields(r, facts):
    printed = {name for name, share in SHARES.items() if r.random() < share}
    if facts.rate == 0 and r.random() < 0.7:
        printed.discard("tax")
    if facts.kind in ("receipt", "credit", "statement"):
        printed -= {"due_date"} if facts.kind == "receipt" or r.random() < 0.6 else set()
    owed = r.random()
    if facts.previous:
        printed |= {"total", "amount_due"} if owed < 0.8 else {"amount_due"}
    elif facts.kind in ("receipt", "credit"):
        printed |= {"total"}
    elif facts.paid:
        printed |= {"total", "paid", "amount_due"} if owed < 0.8 else {"total", "amount_due"} if owed < 0.9 else {"total", "paid"}
    else:
        printed |= {"total"} if owed < 0.72 else {"amount_due"} if owed < 0.85 else {"total", "amount_due"}
    return printed


def make(r):
    """A filled sheet and its facts."""
    facts = draw(r)
    narrow = facts.kind == "receipt" and r.random() < 0.8
    sheet = Sheet(r, (r.uniform(200, 300), 1500) if narrow else None)
    bill = Bill(r, facts, sheet, r.choice([":", ":", ":", "", "", " :"]), r.random() < 0.08, choose_fields(r, facts))
    bill.rates_shown = r.random() < (0.5 if len(facts.tax_rows) > 1 else 0.06)
    if r.random() < 0.04:
        bill.second = languages.ALL["en" if facts.language != "en" else r.choice(["de", "fr", "es", "it", "pl"])]
    if narrow:
        sheet.size = min(sheet.size, 10)
        sheet.pitch = min(sheet.pitch, 14)
        receipt.draw(bill, 10, sheet.width - 20, r.uniform(10, 30))
    elif facts.kind == "letter":
        left = r.choice([40, 57, 72])
        letter.draw(bill, left, sheet.width - 2 * left, r.uniform(25, 70))
    else:
        page(bill)
    if r.random() < 0.1:
        damage(r, sheet)
    return sheet, facts


def page(bill):
    """Head, table, sums and what comes after them."""
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    head = choose_head(bill)
    left = r.choice([30, 40, 50, 57, 72])
    width, y = sheet.width - 2 * left, r.uniform(25, 70)
    for band in head:
        y = draw_band(bill, band if r.random() < 0.6 else band[::-1], left, width, y) + sheet.pitch * r.choice([0.3, 0.8, 1, 1.5, 2, 3])
    if facts.kind == "reminder" and r.random() < 0.8:
        y = paragraph(bill, left, width, y, r.sample(facts.words["overdue"], r.randint(1, 2))) + sheet.pitch
    if r.random() < 0.25:
        y = paragraph(bill, left, width, y, [r.choice(facts.words["sentences"])]) + sheet.pitch
    if r.random() < 0.08:
        y = paragraph(bill, left, width, y, r.choices(facts.words["boiler"], k=r.randint(2, 9))) + sheet.pitch
    table = Table(bill, left, width)
    if r.random() < PAGED.get(facts.kind, 0):
        tail(bill, left, width, sums(bill, left, width, y, table))
        sheet.new_page()
        table.draw(r.uniform(30, 60))
    elif r.random() < 0.06:       # the sums before the lines
        y = sums(bill, left, width, y, table) + sheet.pitch
        tail(bill, left, width, table.draw(y))
    else:
        tail(bill, left, width, sums(bill, left, width, table.draw(y), table))
    if r.random() < 0.6:
        foot.footer(bill, left, width)


def choose_head(bill):
    """A head, perhaps with a delivery address beside the buyer or with a stamp."""
    r = bill.r
    fitting = [head for head in HEADS if any("seller" in column.split() for band in head for column in band)] if bill.facts.kind == "market" else HEADS
    head = [list(band) for band in r.choice(fitting)]
    names = [name for band in head for column in band for name in column.split()]
    bill.seller_elsewhere = any(name in names for name in ("seller", "letterhead", "sender", "registered"))
    if "buyer" in names and "buyer.address" in bill.printed and r.random() < 0.17:
        bill.ship_shown = True
        add_delivery(r, head)
    if r.random() < 0.05:
        head.insert(r.randint(0, len(head)), ["stamp"])
    return head


def add_delivery(r, head):
    """Beside the buyer where there is room, else under it."""
    band = next(band for band in head if any("buyer" in column.split() for column in band))
    at = next(i for i, column in enumerate(band) if "buyer" in column.split())
    if len(band) < 3 and r.random() < 0.7:
        band.insert(at + r.choice([0, 1, 1]), "ship_to")
    else:
        band[at] = band[at].replace("buyer", r.choice(["buyer ship_to", "buyer ship_to", "ship_to buyer"]))


def block(name):
    return getattr(blocks, name, None) or getattr(foot, name)


def draw_band(bill, band, left, width, y):
    """Columns beside each other, each a stack of blocks."""
    r, weights = bill.r, [bill.r.uniform(0.8, 1.2) for _ in band]
    x, lowest = left, y
    for column, weight in zip(band, weights):
        span = width * weight / sum(weights)
        below = y + (r.uniform(-3, 8) if r.random() < 0.4 else 0)
        for name in column.split():
            below = block(name)(bill, x, span - bill.sheet.size, below) + bill.sheet.pitch * r.choice([0.2, 0.5, 1])
        x, lowest = x + span, max(lowest, below)
    return lowest


def tail(bill, left, width, y):
    """What stands under the sums: terms, bank, thanks, small print; sometimes pages of it."""
    r, sheet, words = bill.r, bill.sheet, bill.facts.words
    parts = []
    if r.random() < 0.4:
        parts.append(lambda y: foot.bank(bill, left, width, y))
    if r.random() < 0.6:
        parts.append(lambda y: paragraph(bill, left, width, y, r.sample(words["boiler"], r.randint(1, 3))))
    if r.random() < 0.4:
        parts.append(lambda y: paragraph(bill, left, width, y, [r.choice(words["thanks"])]))
    if r.random() < 0.15:
        parts.append(lambda y: paragraph(bill, left, width, y, [r.choice(words["boiler"]) for _ in range(r.randint(6, 40))], sheet.size * 0.8))
    for share, part in ((0.05, foot.in_words), (0.08, foot.slip), (0.05, foot.third_company), (0.06, foot.registered)):
        if r.random() < share:
            parts.append(lambda y, part=part: part(bill, left, width, y))
    r.shuffle(parts)
    for part in parts:
        if y > sheet.height - 200:
            sheet.new_page()
            y = 60
        y = part(y + sheet.pitch * r.choice([1, 2, 3]))
