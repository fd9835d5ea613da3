"""Puts blocks into bands of one to three columns, down the page: a layout is a list of bands."""
from . import blocks
from .blocks import Bill
from .facts import draw
from .sheet import Sheet
from .table import Table, sums

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
]
SHARES = {"seller.address": 0.9, "buyer.address": 0.85, "seller.email": 0.5, "buyer.email": 0.25, "number": 0.95, "issue_date": 0.93, "due_date": 0.55,
          "net": 0.65, "tax": 0.65, "paid": 0.0}


def choose_fields(r, facts):
    printed = {name for name, share in SHARES.items() if r.random() < share}
    if facts.rate == 0 and r.random() < 0.7:
        printed.discard("tax")
    owed = r.random()
    if facts.paid:
        printed |= {"total", "paid", "amount_due"} if owed < 0.8 else {"total", "amount_due"} if owed < 0.9 else {"total", "paid"}
    else:
        printed |= {"total"} if owed < 0.72 else {"amount_due"} if owed < 0.85 else {"total", "amount_due"}
    return printed


def make(r):
    """A filled sheet and its facts."""
    facts, sheet = draw(r), Sheet(r)
    bill = Bill(r, facts, sheet, r.choice([":", ":", ":", "", "", " :"]), r.random() < 0.08, choose_fields(r, facts), False)
    head = r.choice(HEADS)
    bill.seller_elsewhere = any(name in column.split() for band in head for column in band for name in ("seller", "letterhead", "sender"))
    left = r.choice([30, 40, 50, 57, 72])
    width, y = sheet.width - 2 * left, r.uniform(25, 70)
    for band in head:
        y = draw_band(bill, band if r.random() < 0.6 else band[::-1], left, width, y) + sheet.pitch * r.choice([0.3, 0.8, 1, 1.5, 2, 3])
    if r.random() < 0.25:
        y = blocks.paragraph(bill, left, width, y, [r.choice(facts.words["sentences"])]) + sheet.pitch
    if r.random() < 0.08:
        y = blocks.paragraph(bill, left, width, y, r.choices(facts.words["boiler"], k=r.randint(2, 9))) + sheet.pitch
    table = Table(bill, left, width)
    if r.random() < 0.06:       # the sums before the lines
        y = sums(bill, left, width, y, table) + sheet.pitch
        y = table.draw(y)
    else:
        y = sums(bill, left, width, table.draw(y), table)
    tail(bill, left, width, y)
    blocks.footer(bill, left, width) if r.random() < 0.6 else None
    return sheet, facts


def draw_band(bill, band, left, width, y):
    """Columns beside each other, each a stack of blocks."""
    r, weights = bill.r, [bill.r.uniform(0.8, 1.2) for _ in band]
    x, lowest = left, y
    for column, weight in zip(band, weights):
        span = width * weight / sum(weights)
        below = y + (r.uniform(-3, 8) if r.random() < 0.4 else 0)
        for name in column.split():
            below = getattr(blocks, name)(bill, x, span - bill.sheet.size, below) + bill.sheet.pitch * r.choice([0.2, 0.5, 1])
        x, lowest = x + span, max(lowest, below)
    return lowest


def tail(bill, left, width, y):
    """What stands under the sums: terms, bank, thanks, small print; sometimes pages of it."""
    r, sheet, words = bill.r, bill.sheet, bill.facts.words
    parts = []
    if r.random() < 0.4:
        parts.append(lambda y: blocks.bank(bill, left, width, y))
    if r.random() < 0.6:
        parts.append(lambda y: blocks.paragraph(bill, left, width, y, r.sample(words["boiler"], r.randint(1, 3))))
    if r.random() < 0.4:
        parts.append(lambda y: blocks.paragraph(bill, left, width, y, [r.choice(words["thanks"])]))
    if r.random() < 0.2:
        parts.append(lambda y: blocks.paragraph(bill, left, width, y, [r.choice(words["boiler"]) for _ in range(r.randint(6, 40))], sheet.size * 0.8))
    r.shuffle(parts)
    for part in parts:
        if y > sheet.height - 200:
            sheet.new_page()
            y = 60
        y = part(y + sheet.pitch * r.choice([1, 2, 3]))
