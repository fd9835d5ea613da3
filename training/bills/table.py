"""The table of a bill's lines; sums.py has what stands under it, and the rules about several tax rates.

Of several amounts in a line the last column of money is its `amount` and the first its `unit_price`, where that is one of a unit. What a line doesn't
print is null. Headings and sums of groups, and sums carried from page to page, are no lines. A labelled code over or under a description isn't part of it.
"""
import datetime
from fractions import Fraction

from . import names

# How many font sizes wide a column is; the description takes what is left.
WIDTHS = dict(position=2.5, code=7, quantity=4.5, unit=4, price=6.5, rate=4, discount=4.5, amount=7, date=7, netto=6.5, taxes=6)
ORDERS = [("description", "quantity", "price", "amount"), ("quantity", "description", "price", "amount"), ("description", "price", "quantity", "amount"),
          ("position", "description", "quantity", "price", "amount"), ("code", "description", "quantity", "price", "amount"),
          ("position", "code", "description", "quantity", "unit", "price", "amount"), ("description", "quantity", "unit", "price", "rate", "amount"),
          ("description", "amount"), ("description", "quantity", "amount"), ("position", "quantity", "unit", "description", "price", "amount"),
          ("description", "rate", "quantity", "price", "amount"), ("quantity", "code", "description", "price", "discount", "amount"),
          ("description", "quantity", "price", "discount", "amount"), ("description", "price", "amount"), ("quantity", "unit", "description", "price", "amount"),
          ("code", "description", "quantity", "unit", "price", "rate", "amount"), ("description", "quantity", "price", "amount", "rate")]
# The amount with tax in the last column, and what it is made of before it.
GROSS = [("description", "quantity", "price", "netto", "rate", "amount"), ("description", "netto", "taxes", "amount"), ("description", "quantity", "price", "taxes", "amount"),
         ("position", "description", "unit", "quantity", "price", "netto", "rate", "taxes", "amount")]
DATED = [("date", "description", "amount"), ("date", "description", "quantity", "price", "amount"), ("description", "date", "amount"), ("date", "code", "description", "amount")]


class Table:
    def __init__(self, bill, left, width):
        r, size, kind = bill.r, bill.sheet.size, bill.facts.kind
        self.bill, self.left = bill, left
        self.gross = not bill.facts.inclusive and r.random() < (0.2 if bill.facts.language == "pl" else 0.06)
        dated = r.random() < {"hotel": 0.8, "statement": 0.8, "usage": 0.2, "utility": 0.2}.get(kind, 0.02)
        self.columns = r.choice(GROSS if self.gross else DATED if dated else ORDERS)
        self.pitch = bill.sheet.pitch * r.choice([1, 1, 1.2, 1.5, 2, 2.4])
        self.detail = r.random() < 0.1          # a line of small print under each description
        self.coded = r.choice(["over", "under", "under"]) if not self.detail and r.random() < (0.3 if kind == "market" else 0.05) else None
        self.groups = self._groups()
        self.carries = r.random() < 0.25
        widths = {c: WIDTHS.get(c, 0) * size * bill.sheet.stretch * r.uniform(0.85, 1.3) for c in self.columns}
        widths["description"] = max(90, width - sum(widths.values()))
        if r.random() < 0.06:       # a narrow description that goes over many lines
            widths["description"] *= 0.6
        scale = width / sum(widths.values())
        self.spans, x = {}, left
        for column in self.columns:
            self.spans[column] = (x, widths[column] * scale)
            x += widths[column] * scale
        numeric = r.choice(["right", "right", "right", "centre", "left"])
        self.align = {c: "left" if c in ("description", "code", "position", "unit", "date") else numeric for c in self.columns}
        self.units_inside = "unit" not in self.columns and r.random() < 0.15

    def _groups(self):
        """Numbers of the lines before which a group begins, and what it is called."""
        r, lines = self.bill.r, self.bill.facts.lines
        if len(lines) < 3 or r.random() > 0.08:
            return {}
        starts = [0] + sorted(r.sample(range(1, len(lines)), r.randint(1, min(3, len(lines) - 1))))
        return {start: r.choice(self.bill.facts.words["nouns"]).capitalize() for start in starts}

    def cell(self, column, y, spans, **how):
        """Text in a column, in smaller letters where it wouldn't fit."""
        x, width = self.spans[column]
        text, sheet = "".join(s for s, _ in spans), self.bill.sheet
        size = min(sheet.size, sheet.size * (width - 0.6 * sheet.size) / max(1, sheet.measure(text)))
        sheet.put(x, y, spans, size=max(size, 4), align=self.align[column], width=width - sheet.size * 0.6, **how)

    def header(self, y):
        bill, r = self.bill, self.bill.r
        second, bill.second = bill.second, None      # the second language goes in a row of its own
        for column in self.columns:
            key = {"netto": "net", "taxes": "tax", "amount": "gross" if self.gross else "amount"}.get(column, column)
            text = bill.facts.words["date"][0] if key == "date" else bill.bare(key)
            self.cell(column, y, self.head(column, text.upper() if bill.shout else text))
            if second:
                self.cell(column, y + bill.sheet.pitch * 0.9, [(second[key][0], None)])
        bill.second = second
        return y + bill.sheet.pitch * (r.choice([1, 1.2, 1.6, 2]) + (0.9 if second else 0))

    def head(self, column, text):
        """Spans of a column's head, which may name the currency: Amount (EUR), Einzel €."""
        sign = self.bill.facts.style.currency
        if text.endswith(" €"):
            return [(text[:-1], None), ("€", ("currency", 1))] if sign in ("€", "EUR", "Euro") else [(text[:-2], None)]
        if self.bill.r.random() < 0.08 and column in ("price", "amount"):
            return [(f"{text} (", None), (sign, ("currency", 1)), (")", None)]
        return [(text, None)]

    def row(self, y, number, line):
        """One line of the bill; returns the y of the next."""
        bill, sheet = self.bill, self.bill.sheet
        spans = self.texts(number, line)
        for column in self.columns:
            if column != "description" and spans[column]:
                self.cell(column, y, spans[column])
        x, width = self.spans["description"]
        if self.coded == "over":
            y = self.code(x, y, line)
        lines = sheet.wrap(line.description, width - sheet.size)
        below = sheet.put_lines(x, y, lines, ("lines", number, "description"), pitch=sheet.pitch)
        if self.coded == "under":
            below = self.code(x, below, line)
        if self.detail:
            below += sheet.pitch * 0.75         # far enough for an empty line: no part of the description
            sheet.put(x, below, bill.r.choice([f"{bill.r.choice(bill.facts.words['code'])}: {names.identifier(bill.r)}", bill.facts.style.date(bill.facts.issued)]),
                      size=sheet.size * 0.85)
            below += sheet.pitch
        return max(below - sheet.pitch, y) + self.pitch

    def code(self, x, y, line):
        """A labelled code in the description's column; returns the y of the line after it."""
        sheet = self.bill.sheet
        sheet.put(x, y, f"{self.bill.facts.words['code'][0]}: {line.code}", size=sheet.size * 0.9)
        return y + sheet.pitch

    def texts(self, number, line):
        """column → spans, or None where the line leaves it empty."""
        bill, style, r = self.bill, self.bill.facts.style, self.bill.r
        where, key, money = style.line_where, lambda name: ("lines", number, name), ("currency", 1)
        taxed = round(line.amount * Fraction(str(line.rate)) / 100) if self.gross else 0
        share = style.share(line.rate)
        day = bill.facts.issued - datetime.timedelta(days=max(0, len(bill.facts.lines) - number))
        return dict(
            position=[(str(number + 1), None)], code=[(line.code, None)], unit=[(line.unit, None)], date=[(style.date(day), None)],
            quantity=line.quantity and [(line.quantity, key("quantity"))] + ([(f" {line.unit}", None)] if self.units_inside else []),
            price=line.price is not None and style.money(line.price, key("unit_price"), money, where, line.fine_price),
            netto=style.money(line.amount, None, money, where), taxes=style.money(taxed, None, money, where),
            amount=style.money(line.amount + taxed, key("amount"), money, where),
            rate=[(f"{share}%" if number % 2 or r.random() < 0.8 else f"{share} %", None)], discount=[(r.choice(["0%", "5%", "10%", "-", "0"]), None)])

    def draw(self, y):
        bill, sheet = self.bill, self.bill.sheet
        headed = bill.r.random() < 0.95
        y, done, group = y + sheet.size, 0, None
        if headed:
            y = self.header(y)
        for number, line in enumerate(bill.facts.lines):
            if number in self.groups:
                y = self.close_group(y, group, number) if group is not None else y
                y, group = self.open_group(y, number), number
            if y > sheet.height - 110:
                y = self.next_page(y, headed, done)
            y = self.row(y, number, line)
            done += line.amount
        return self.close_group(y, group, len(bill.facts.lines)) if group is not None else y

    def next_page(self, y, headed, done):
        """A new page, perhaps with the sum so far at the end of the one and the head of the other."""
        bill, sheet = self.bill, self.bill.sheet
        if self.carries and not self.gross:
            self.side_sum(y, bill.bare("carried"), done)
        sheet.new_page()
        y = 50 + sheet.size
        if headed and bill.r.random() < 0.7:
            y = self.header(y)
        if self.carries and not self.gross:
            y = self.side_sum(y, bill.bare("brought"), done)
        return y

    def open_group(self, y, number):
        self.bill.sheet.put(self.left, y, self.groups[number], size=self.bill.sheet.size * self.bill.r.choice([1, 1.1, 1.2]))
        return y + self.pitch

    def close_group(self, y, start, end):
        """The sum of a group's lines, on most."""
        if self.gross or self.bill.r.random() < 0.4:
            return y
        head = self.bill.r.choice(self.bill.facts.words["group_total"]).replace("{x}", self.groups[start])
        return self.side_sum(y, head, sum(line.amount for line in self.bill.facts.lines[start:end]))

    def side_sum(self, y, head, cents):
        """A sum in the amounts' column that is no line."""
        style = self.bill.facts.style
        self.bill.sheet.put(self.spans["description"][0], y, head)
        self.cell("amount", y, style.money(cents, None, ("currency", 1), style.line_where))
        return y + self.pitch
