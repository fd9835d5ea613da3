"""The kinds of bills, and what each does to lines and sums. All of them are read into the same answer."""
import datetime
import string
from fractions import Fraction

from . import names

SHARES = dict(bill=54, receipt=9, credit=4, utility=6, hotel=4, market=5, usage=4, flight=2, letter=5, statement=3, proforma=2, reminder=2)
COUNTS = dict(receipt=(1, 10), utility=(2, 8), hotel=(2, 8), market=(1, 4), usage=(2, 10), flight=(1, 5), letter=(1, 3), statement=(2, 9), reminder=(1, 3))
RATES = [19, 19, 7, 20, 21, 22, 10, 5, 8.25, 13, 18, 0]
SEVERAL = [(7, 19), (5, 20), (10, 20), (9, 21), (4, 10, 22), (6, 13, 23), (5, 8, 23), (6, 12, 25), (5.5, 10, 20), (0, 25), (0, 20)]


def choose(r):
    return r.choices(list(SHARES), SHARES.values())[0]


def line_count(r, kind):
    if kind in COUNTS:
        return r.randint(*COUNTS[kind])
    if r.random() < 0.05:
        return r.randint(20, 45)
    return r.choice([1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, r.randint(8, 20)])


def vary_lines(r, facts):
    """Lines that are free, negative, without quantity or priced in parts of a cent; credit notes turn all of them round."""
    for line in facts.lines:
        chance = r.random()
        if facts.kind == "flight":
            flight(r, facts, line)
        if facts.kind == "usage" and chance < 0.6:
            usage(r, facts.style, line)
        elif chance < 0.02:
            line.price = line.amount = 0
        elif chance < 0.035 and len(facts.lines) > 1 and facts.kind != "credit":
            negative(r, facts, line)
        elif chance < 0.06:
            line.quantity = line.price = None
    if facts.goods() <= 0:      # nothing but discounts and gifts
        line = facts.lines[0]
        line.quantity, line.price, line.amount = "1", 1000 + abs(facts.goods()), 1000 + abs(facts.goods())
    if facts.kind == "credit" and r.random() < 0.5:
        by_quantity = r.random() < 0.4
        for line in facts.lines:
            line.amount = -line.amount
            if by_quantity and line.quantity:
                line.quantity = "-" + line.quantity
            elif line.price:
                line.price = -line.price


def usage(r, style, line):
    """So many units of something at 0.0116 each."""
    units, tiny = r.randint(10, 200000), r.randint(1, 30000)
    line.quantity = f"{units:,}".replace(",", style.thousands) if r.random() < 0.6 else str(units)
    line.fine_price = f"{tiny / 10000:.{r.choice([4, 4, 4])}f}".replace(".", style.decimal)
    line.unit = r.choice(["GB", "GB-h", "h", "kWh", "min", "MB", "m³", "req", "SMS"])
    line.amount = round(Fraction(units * tiny, 100))


def flight(r, facts, line):
    """Who flew from where to where, or a fee."""
    ports = ["".join(r.choices(string.ascii_uppercase, k=3)) for _ in range(2)]
    day = facts.style.date(facts.issued + datetime.timedelta(days=r.randint(1, 90)))
    route = r.choice([" - ", "-", " – ", "/"]).join(ports)
    line.description = r.choice([f"{route} {day}", f"{route} {names.person(r)}", f"{route}, {r.choice(string.ascii_uppercase)}{r.choice(string.ascii_uppercase)}{r.randint(10, 9999)}",
                                 line.description])
    line.quantity, line.amount = "1", line.price


def negative(r, facts, line):
    """A discount among the lines."""
    line.description = f"{r.choice(facts.words['discount'])} {r.choice(['', r.choice(facts.words['nouns'])])}".strip()
    line.amount = -max(1, facts.lines[0].amount // r.choice([4, 5, 10, 20]))
    line.price = line.amount
    line.quantity = "1"
    if r.random() < 0.5:
        line.quantity = line.price = None


def reckon(r, facts):
    """Rates, sums and payments."""
    kind = facts.kind
    facts.inclusive = r.random() < {"receipt": 0.3 if facts.language == "en" else 0.75, "hotel": 0.5, "market": 0.4}.get(kind, 0.05)
    adjust(r, facts)
    tax(r, facts)
    facts.total = facts.goods() - facts.discount + facts.shipping + sum(cents for _, cents in facts.extras) + facts.tip
    facts.total += 0 if facts.inclusive else facts.tax
    if r.random() < 0.03 and facts.style.places:
        facts.rounding = round(facts.total, -1 if r.random() < 0.5 else -2) - facts.total
        facts.total += facts.rounding
    payments(r, facts)


def adjust(r, facts):
    """What is taken off and added between the lines and the total."""
    goods, kind = facts.goods(), facts.kind
    if goods > 0 and kind != "credit":
        if r.random() < 0.12:
            facts.discount = goods * r.choice([2, 5, 10, 20]) // 100
        if r.random() < {"receipt": 0.0, "market": 0.5, "hotel": 0.0}.get(kind, 0.15):
            facts.shipping = r.randint(200, 5000)
        if r.random() < 0.06 or kind == "reminder":
            facts.extras.append((r.choice(facts.words["extras"]), r.randint(20, 3000)))
        if kind == "receipt" and r.random() < 0.12:
            facts.tip = round(goods * r.uniform(0.03, 0.2))


def tax(r, facts):
    """One rate for all lines, or a few rates of which each has lines."""
    rates = list(r.choice(SEVERAL)) if len(facts.lines) > 1 and r.random() < (0.35 if facts.kind == "receipt" else 0.12) else [r.choice(RATES)]
    facts.rate = rates[-1]
    for number, line in enumerate(facts.lines):
        line.rate = rates[number] if number < len(rates) else r.choice(rates)
    rest = facts.shipping - facts.discount + sum(cents for _, cents in facts.extras)
    for rate in sorted({line.rate for line in facts.lines}):
        base = sum(line.amount for line in facts.lines if line.rate == rate) + (rest if rate == facts.lines[0].rate else 0)
        part = Fraction(str(rate))
        due = round(base * part / (100 + part)) if facts.inclusive else round(base * part / 100)
        if base or rate == facts.lines[0].rate:     # free lines have no row of their own
            facts.tax_rows.append((rate, base - due if facts.inclusive else base, due))
    facts.tax = sum(each for _, _, each in facts.tax_rows)
    facts.base = sum(base for _, base, _ in facts.tax_rows)
    facts.net = facts.base if facts.inclusive else facts.goods()


def payments(r, facts):
    total, kind = facts.total, facts.kind
    if kind in ("utility", "statement") and r.random() < 0.75:
        facts.previous = r.randint(500, max(1000, total))
        facts.received = facts.previous if r.random() < 0.6 else round(facts.previous * r.uniform(0, 0.9))
    elif kind == "receipt":
        if r.random() < 0.7:
            facts.tendered = total if r.random() < 0.6 else (total // 1000 + r.choice([1, 1, 2, 5])) * 1000
    elif kind not in ("credit", "proforma", "utility", "statement") and r.random() < 0.25 and total > 0:
        facts.paid = total if r.random() < 0.3 else round(total * r.uniform(0.05, 0.9))
