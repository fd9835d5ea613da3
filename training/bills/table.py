"""The table of a bill's lines and the sums under it."""
from . import names

# How many font sizes wide a column is; the description takes what is left.
WIDTHS = dict(position=2.5, code=7, quantity=4.5, unit=4, price=6.5, rate=4, discount=4.5, amount=7)
ORDERS = [("description", "quantity", "price", "amount"), ("quantity", "description", "price", "amount"), ("description", "price", "quantity", "amount"),
          ("position", "description", "quantity", "price", "amount"), ("code", "description", "quantity", "price", "amount"),
          ("position", "code", "description", "quantity", "unit", "price", "amount"), ("description", "quantity", "unit", "price", "rate", "amount"),
          ("description", "amount"), ("description", "quantity", "amount"), ("position", "quantity", "unit", "description", "price", "amount"),
          ("description", "rate", "quantity", "price", "amount"), ("quantity", "code", "description", "price", "discount", "amount"),
          ("description", "quantity", "price", "discount", "amount"), ("description", "price", "amount"), ("quantity", "unit", "description", "price", "amount"),
          ("code", "description", "quantity", "unit", "price", "rate", "amount")]


class Table:
    def __init__(self, bill, left, width):
        r, size = bill.r, bill.sheet.size
        self.bill, self.left = bill, left
        self.columns = r.choice(ORDERS)
        self.pitch = bill.sheet.pitch * r.choice([1, 1, 1.2, 1.5, 2, 2.4])
        self.detail = r.random() < 0.12         # a line of small print under each description
        widths = {c: WIDTHS.get(c, 0) * size * bill.sheet.stretch * r.uniform(0.85, 1.3) for c in self.columns}
        widths["description"] = max(90, width - sum(widths.values()))
        scale = width / sum(widths.values())
        self.spans, x = {}, left
        for column in self.columns:
            self.spans[column] = (x, widths[column] * scale)
            x += widths[column] * scale
        numeric = r.choice(["right", "right", "right", "centre", "left"])
        self.align = {c: "left" if c in ("description", "code", "position", "unit") else numeric for c in self.columns}
        self.units_inside = "unit" not in self.columns and r.random() < 0.15

    def cell(self, column, y, spans, **how):
        """Text in a column, in smaller letters where it wouldn't fit."""
        x, width = self.spans[column]
        text, sheet = "".join(s for s, _ in spans), self.bill.sheet
        size = min(sheet.size, sheet.size * (width - 0.6 * sheet.size) / max(1, sheet.measure(text)))
        sheet.put(x, y, spans, size=max(size, 4), align=self.align[column], width=width - sheet.size * 0.6, **how)

    def header(self, y):
        keys = dict(discount="discount")
        for column in self.columns:
            text = self.bill.label(keys.get(column, column))
            if self.bill.r.random() < 0.08 and column in ("price", "amount"):
                self.cell(column, y, [(f"{text} ({self.bill.facts.style.currency})", None)])
            else:
                self.cell(column, y, [(text, None)])
        return y + self.bill.sheet.pitch * self.bill.r.choice([1, 1.2, 1.6, 2])

    def row(self, y, number, line):
        """One line of the bill; returns the y of the next."""
        bill, style, sheet = self.bill, self.bill.facts.style, self.bill.sheet
        r, where, key = bill.r, style.line_where, lambda name: ("lines", number, name)
        money = ("currency", 1)
        spans = dict(position=[(str(number + 1), None)], code=[(line.code, None)], unit=[(line.unit, None)],
                     quantity=[(line.quantity, key("quantity"))] + ([(f" {line.unit}", None)] if self.units_inside else []),
                     price=style.money(line.price, key("unit_price"), money, where), amount=style.money(line.amount, key("amount"), money, where),
                     rate=[(f"{line.rate}%" if number % 2 or r.random() < 0.8 else f"{line.rate} %", None)], discount=[(r.choice(["0%", "5%", "10%", "-", "0"]), None)])
        for column in self.columns:
            if column != "description":
                self.cell(column, y, spans[column])
        x, width = self.spans["description"]
        lines = sheet.wrap(line.description, width - sheet.size)
        below = sheet.put_lines(x, y, lines, key("description"), pitch=sheet.pitch)
        if self.detail:
            below += sheet.pitch * 0.75         # far enough for an empty line: no part of the description
            sheet.put(x, below, r.choice([f"{r.choice(bill.facts.words['code'])}: {names.identifier(r)}", style.date(bill.facts.issued)]), size=sheet.size * 0.85)
            below += sheet.pitch
        return max(below - sheet.pitch, y) + self.pitch

    def draw(self, y):
        bill, sheet = self.bill, self.bill.sheet
        headed = bill.r.random() < 0.95
        y += sheet.size
        if headed:
            y = self.header(y)
        for number, line in enumerate(bill.facts.lines):
            if y > sheet.height - 110:
                sheet.new_page()
                y = 50 + sheet.size
                if headed and bill.r.random() < 0.7:
                    y = self.header(y)
            y = self.row(y, number, line)
        return y


def sum_rows(bill):
    """(key, cents, field) of the sums that this bill prints, in their usual order."""
    facts, printed = bill.facts, bill.printed
    rows = []
    if "net" in printed:
        rows.append(("net", facts.net, "net"))
    if facts.discount:
        rows.append(("discount", -facts.discount, None))
    if facts.shipping:
        rows.append(("shipping", facts.shipping, None))
    if "tax" in printed:
        rows.append(("tax", facts.tax, "tax"))
    if "total" in printed:
        rows.append(("total", facts.total, "total"))
    if "paid" in printed:
        rows.append(("paid", facts.paid if bill.r.random() < 0.6 else -facts.paid, "paid"))
    if "amount_due" in printed:
        rows.append(("amount_due", facts.total - facts.paid, "amount_due"))
    return rows


def sums(bill, left, width, y, table):
    """The box of sums: under the amounts, in a box of its own, or as lines of text."""
    r, sheet, style = bill.r, bill.sheet, bill.facts.style
    y += sheet.size + r.choice([0, 0, sheet.pitch, 2 * sheet.pitch])
    shape = r.choice(["table", "table", "table", "box", "box", "text", "left"])
    pitch = sheet.pitch * r.choice([1, 1.2, 1.5, 1.8])
    edge, box = table.spans["amount"] if shape == "table" else (left, width), r.uniform(150, 260)
    right = edge[0] + edge[1] - sheet.size * 0.6 if shape == "table" else left + (box if shape == "left" else width)
    heads_right = r.random() < 0.3
    for key, cents, field in sum_rows(bill):
        big = key in ("total", "amount_due") and r.random() < 0.3
        size = sheet.size * (r.uniform(1.1, 1.5) if big else 1)
        head = bill.headed(key) if r.random() < 0.95 else bill.label(key)
        if key == "tax" and "%" not in head and r.random() < 0.2:
            head = f"{head} {bill.facts.rate:g}%".replace(".", style.decimal)
        where = style.where if key in ("total", "amount_due") or r.random() < 0.9 else style.line_where
        rank = 0 if key in ("total", "amount_due") else 1
        spans = style.money(cents, field, ("currency", rank), where)
        if key in ("total", "amount_due") and r.random() < 0.08 and where != "none" and len(style.currency) == 1:
            head, spans = f"{head.rstrip(':')} ({style.currency})", spans
        if shape == "text":
            sheet.put(left, y, [(head + " ", None)] + spans, size=size)
        else:
            amount = sheet.measure("".join(s for s, _ in spans), size)
            sheet.put(right - amount, y, spans, size=size)
            gap = sheet.size * r.choice([1.2, 1.5, 3])
            if heads_right:
                sheet.put(right - max(amount + gap, 75) - sheet.measure(head, size), y, head, size=size)
            else:
                sheet.put(min(right - box, right - amount - gap - sheet.measure(head, size)), y, head, size=size)
        y += pitch * (1.2 if big else 1)
    return y
