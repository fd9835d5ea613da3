"""Receipts from a till: a narrow strip, sums that hold the tax."""

from decimal import Decimal

from facts import sold_wares
from families import family
from pieces import contact

WIDTH = 226
SHOP = {"rounding": 0, "discount": 0, "shipping": 0, "untaxed": 0, "person": 0}
NOT_JUDGED = ("buyer.name", "buyer.address", "due_date", "paid", "amount_due", "number", "net", "tax", "taxes")


def strip(paper, bill, rows):
    """A page as narrow and as long as the strip."""
    paper.width, paper.left, paper.right = WIDTH, 14, WIDTH - 14
    paper.height = 60 + paper.size * 1.4 * rows
    paper.canvas.setPageSize((paper.width, paper.height))
    bill.unjudged.update(NOT_JUDGED)
    paper.begin()


def ended(paper, y):
    if y > paper.height - 10:
        raise OverflowError("the strip is too short")


def given(bill):
    """(label, sum) of how it was paid."""
    total = bill.facts["total"]
    if bill.rng.random() < 0.6:
        return [(bill.label("card"), bill.look.number(total))]
    note = Decimal(bill.rng.choice((50, 100)))
    handed = ((total // note + 1) * note).quantize(total)
    return [(bill.label("cash"), bill.look.number(handed)), (bill.label("change"), bill.look.number(handed - total))]


@family("till", kinds=("receipt",), lines=(1, 8), gross=True, stock=sold_wares, wants=SHOP)
def till(paper, bill):
    """Quantity and price on a line below the name."""
    rng = bill.rng
    strip(paper, bill, 24 + 2 * len(bill.lines))
    middle, step = paper.width / 2, paper.size * 1.4
    y = paper.block(middle, 34, paper.wrapped(bill.show("seller.name"), 190) + bill.address("seller"), align="c")
    for label, text in contact(bill, "phone vat_id"):
        paper.text(middle, y, f"{label} {text}", align="c", fit=198)
        y += step
    y += step
    paper.text(paper.left, y, bill.title())
    paper.text(paper.right, y, f"{bill.number_label()} {rng.randint(1000, 99999)}", align="r")
    y += step
    paper.text(paper.left, y, bill.show("issue_date"))
    paper.text(paper.right, y, f"{rng.randint(8, 20):02d}:{rng.randint(0, 59):02d}", align="r")
    y += step * 0.6
    paper.rule(y, width=0.5)
    y += step
    for i, line in enumerate(bill.lines):
        paper.text(paper.left, y, bill.cell(i, "description"), fit=140)
        if line["quantity"] != 1:
            y += step
            paper.text(paper.left + 10, y, f"{bill.cell(i, 'quantity')} x {bill.cell(i, 'unit_price')}")
        paper.text(paper.right, y, bill.cell(i, "amount"), align="r")
        y += step
    paper.rule(y - step * 0.5, width=0.5)
    y += step * 0.6
    paper.text(paper.left, y, bill.label("total"), paper.size + 3, True, fit=90)
    paper.text(paper.right, y, bill.show("total", True), paper.size + 3, True, "r")
    y += step * 1.4
    for label, text in given(bill) + [(bill.label("tax", r=bill.look.number(tax["rate"])), bill.look.number(tax["amount"])) for tax in bill.taxes]:
        paper.text(paper.left, y, label, fit=125)
        paper.text(paper.right, y, text, align="r")
        y += step
    paper.text(middle, y + step, bill.label("thanks"), align="c", fit=198)
    ended(paper, y + 2 * step)


@family("till-letters", languages=("de", "fr", "it", "nl", "es", "pl", "sv", "da"), kinds=("receipt",), lines=(2, 8), gross=True, stock=sold_wares, wants=SHOP)
def till_letters(paper, bill):
    """Fixed letters; a letter behind each sum tells the tax, a table explains the letters."""
    rng = bill.rng
    paper.face, paper.size = rng.choice(("courier", "mono", "dejavu-mono")), 8
    strip(paper, bill, 30 + 2 * len(bill.lines))
    wide = 40
    rows = [bill.show("seller.name").center(wide)] + [line.center(wide) for line in bill.address("seller")]
    rows += [f"{label} {text}".center(wide) for label, text in contact(bill, "vat_id")] + [""]
    for i, line in enumerate(bill.lines):
        if line["quantity"] != 1:
            rows.append(f"  {bill.cell(i, 'quantity')} x {bill.cell(i, 'unit_price')}")
        rows.append(f"{bill.cell(i, 'description'):<27}{bill.cell(i, 'amount'):>11} A")
    total = bill.show("total", True)
    rows += ["-" * wide, f"{bill.label('total').upper():<20}{total:>20}", "=" * wide]
    rows += [f"{label:<20}{text:>20}" for label, text in given(bill)] + [""]
    for tax in bill.taxes:
        number = bill.look.number
        rows.append(f"{'':<10}{bill.label('base')[:9]:>10}{bill.label('tax_amount')[:9]:>10}{bill.label('gross')[:9]:>10}")
        rows.append(f"A={number(tax['rate']) + '%':<8}{number(tax['base']):>10}{number(tax['amount']):>10}{number(tax['gross']):>10}")
    rows += ["", f"{bill.show('issue_date')}  {rng.randint(8, 20):02d}:{rng.randint(0, 59):02d}  {bill.number_label()} {rng.randint(100, 9999)}",
             f"{bill.label('served')} {rng.randint(1, 9)}", "", bill.label("thanks").center(wide)]
    if max(map(len, rows)) > wide:
        raise OverflowError("a row is too long")
    y = 30
    for row in rows:
        paper.text(paper.left, y, row, fit=WIDTH - 24)
        y += paper.size * 1.3
    ended(paper, y)
