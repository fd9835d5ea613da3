"""Receipts of a till: a narrow strip, its seller in the middle of the head, a few words a line."""
from . import blocks, foot, names
from .sums import rates_table, sums_box


def draw(bill, left, width, y):
    r, sheet = bill.r, bill.sheet
    bill.times, bill.tax_letter, bill.counted = r.choice(["x", "x", "x", "X", "×", "*", "@"]), r.choice(["", "", "", "A", "B", "*"]), r.random() < 0.5
    y = head(bill, left, width, y) + sheet.pitch * r.choice([0.5, 1, 2])
    if r.random() < 0.3:
        y = blocks.title(bill, left, width, y)
    above = r.random() < 0.6
    if above:
        y = till(bill, left, width, y)
    y = rule(bill, left, width, y)
    shape = r.choice([single, single, under, under, before, inside])
    for number, line in enumerate(bill.facts.lines):
        y = shape(bill, left, width, y, number, line)
    y = sums_box(bill, left, width, rule(bill, left, width, y) + sheet.size * 0.5, None)
    if bill.rates_shown:
        y = rates_table(bill, left, width, y)
    if not above:
        y = till(bill, left, width, y)
    texts = r.sample(bill.facts.words["thanks"], r.randint(0, 2)) + ([f"www.{names.domain(r, bill.facts.seller.name)}"] if r.random() < 0.3 else [])
    for text in texts:
        y += sheet.pitch
        sheet.put(left, y, text, align="centre", width=width)
    if r.random() < 0.1:
        foot.registered(bill, left, width, y + sheet.pitch)


def head(bill, left, width, y):
    """The seller, in the middle or at the left: name, address, contacts."""
    r, sheet, seller = bill.r, bill.sheet, bill.facts.seller
    align, size = r.choice(["centre", "centre", "centre", "left"]), sheet.size * r.uniform(1, 1.8)
    size = min(size, size * width / sheet.measure(seller.name, size))
    sheet.put(left, y + size, [(seller.name, ("seller", "name"))], size=size, align=align, width=width)
    y += size + sheet.pitch
    if "seller.address" in bill.printed:
        lines = [piece for line in seller.address for piece in sheet.wrap(line, width)]
        y = sheet.put_lines(left, y, lines, ("seller", "address"), align=align, width=width)
    return blocks.contacts(bill, left, width, y, "seller", align)


def till(bill, left, width, y):
    """Number, date, time, and who was at the till."""
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    time = f"{r.randint(6, 23):02}:{r.randint(0, 59):02}" + r.choice(["", "", f":{r.randint(0, 59):02}"])
    rows = []
    if "issue_date" in bill.printed:
        date = (facts.style.date(facts.issued), "issue_date")
        rows.append([(r.choice(["", "", bill.headed("date") + " "]), None), date] + ([(r.choice([" ", "  ", ", "]) + time, None)] if r.random() < 0.8 else []))
    if "number" in bill.printed:
        rows.append([(bill.headed(r.choice(["receipt_number", "receipt_number", "number"])) + " ", None), (facts.number, "number")])
    for _ in range(r.randint(0, 2)):
        rows.append([(f"{r.choice(facts.words['stay'][-3:])} {r.choice([str(r.randint(1, 99)), r.choice(names.FIRST)])}", None)])
    r.shuffle(rows)
    for spans in rows:
        size = min(sheet.size, sheet.size * width / sheet.measure("".join(s for s, _ in spans)))
        sheet.put(left, y, spans, size=size)
        y += sheet.pitch
    return y


def rule(bill, left, width, y):
    """A row of dashes, or a gap."""
    sheet, sign = bill.sheet, bill.r.choice(["-", "=", "*", "", ""])
    if sign:
        sheet.put(left, y, sign * int(width / sheet.measure(sign) * 0.9))
    return y + sheet.pitch


def amount(bill, number, line):
    style = bill.facts.style
    spans = style.money(line.amount, ("lines", number, "amount"), ("currency", 1), style.line_where)
    return spans + ([(f" {bill.tax_letter}", None)] if bill.tax_letter else [])


def price(bill, number, line):
    style = bill.facts.style
    return style.money(line.price, ("lines", number, "unit_price"), ("currency", 1), style.line_where)


def times(bill, number, line):
    """2 x 3,50"""
    return [(line.quantity, ("lines", number, "quantity")), (f" {bill.times} ", None)] + price(bill, number, line)


def described(bill, left, width, y, number, line):
    """The description in as many lines as it takes; returns the y of the last of them."""
    sheet = bill.sheet
    lines = sheet.wrap(line.description, width)
    return sheet.put_lines(left, y, lines, ("lines", number, "description")) - sheet.pitch


def put_right(bill, left, width, y, spans):
    bill.sheet.put(left, y, spans, align="right", width=width)
    return y + bill.sheet.pitch


def single(bill, left, width, y, number, line):
    """Perhaps a quantity, the description, the amount."""
    indent = 0
    if line.quantity and bill.counted:
        indent = bill.sheet.size * 2.5
        bill.sheet.put(left, y, [(line.quantity, ("lines", number, "quantity"))])
    last = described(bill, left + indent, width * 0.7 - indent, y, number, line)
    return max(put_right(bill, left, width, y, amount(bill, number, line)), last + bill.sheet.pitch)


def under(bill, left, width, y, number, line):
    """The description, and under it how many times the price."""
    y = described(bill, left, width * 0.7, y, number, line)
    if line.quantity and line.price is not None:
        y += bill.sheet.pitch
        bill.sheet.put(left + bill.sheet.size * bill.r.choice([1, 2]), y, times(bill, number, line))
    return put_right(bill, left, width, y, amount(bill, number, line))


def before(bill, left, width, y, number, line):
    """How many times the price over the description."""
    if line.quantity and line.price is not None and line.quantity != "1":
        bill.sheet.put(left, y, times(bill, number, line))
        y += bill.sheet.pitch
    last = described(bill, left, width * 0.7, y, number, line)
    return max(put_right(bill, left, width, y, amount(bill, number, line)), last + bill.sheet.pitch)


def inside(bill, left, width, y, number, line):
    """Description, times and amount in one line, as columns."""
    last = described(bill, left, width * 0.4, y, number, line)
    if line.quantity and line.price is not None:
        bill.sheet.put(left + width * 0.45, y, times(bill, number, line))
    return max(put_right(bill, left, width, y, amount(bill, number, line)), last + bill.sheet.pitch)
