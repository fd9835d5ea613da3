"""Receipts from a till: a narrow strip, sums that hold the tax."""

from families import family
from pieces import contact

STRIP = (226, 620)


@family("till", kinds=("receipt",), lines=(1, 9), gross=True, wants={"discount": 0, "shipping": 0, "untaxed": 0})
def till(paper, bill):
    rng = bill.rng
    bill.unjudged.update(("buyer.name", "buyer.address", "due_date", "paid", "amount_due", "number", "net", "tax", "taxes"))
    paper.width, paper.left, paper.right = STRIP[0], 14, STRIP[0] - 14
    paper.canvas.setPageSize((STRIP[0], paper.height))
    paper.begin()
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
        texts = paper.wrapped(bill.cell(i, "description"), 130)
        y = paper.block(paper.left, y, texts, leading=1.3)
        amount = bill.cell(i, "amount")
        if line["quantity"] != 1:
            paper.text(paper.left + 10, y, f"{bill.cell(i, 'quantity')} x {bill.cell(i, 'unit_price')}")
            paper.text(paper.right, y, amount, align="r")
            y += step
        else:
            paper.text(paper.right, y - paper.size * 1.3, amount, align="r")
    paper.rule(y - step * 0.5, width=0.5)
    y += step * 0.6
    paper.text(paper.left, y, bill.label("total"), paper.size + 3, True, fit=90)
    paper.text(paper.right, y, bill.show("total", True), paper.size + 3, True, "r")
    y += step * 1.4
    if rng.random() < 0.6:
        paper.text(paper.left, y, bill.label("card"))
        paper.text(paper.right, y, bill.look.number(bill.facts["total"]), align="r")
    else:
        given = (bill.facts["total"] // 50 + 1) * 50
        for key, value in (("cash", given), ("change", given - bill.facts["total"])):
            paper.text(paper.left, y, bill.label(key))
            paper.text(paper.right, y, bill.look.number(value.quantize(bill.facts["total"])), align="r")
            y += step
    y += step
    for tax in bill.taxes:
        paper.text(paper.left, y, bill.label("tax", r=bill.look.number(tax["rate"])), fit=110)
        paper.text(paper.right, y, bill.look.number(tax["amount"]), align="r")
        y += step
    paper.text(middle, y + step, bill.label("thanks"), align="c", fit=198)
    if y + 3 * step > paper.height - 20:
        raise OverflowError("the strip is too short")
