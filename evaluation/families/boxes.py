"""Labels inside of boxes, above their values: forms that were made for typewriters and never changed."""

from families import USUAL, WITH_OTHERS, family
from facts import register
from pieces import COLOURS, GREY, PALE, WHITE, Table, bank, cells_table, contact, draw_sums, joined, mark, meta, page_count, ship_to, sums, table, tax_table, terms


def boxed_row(paper, y, pairs, x0, x1, height=26):
    """Boxes side by side, a small label in the corner of each."""
    width = (x1 - x0) / len(pairs)
    for k, (label, text) in enumerate(pairs):
        x = x0 + k * width
        paper.box(x, y, x + width, y + height, 0.5)
        paper.text(x + 3, y + 8, label, 6.2, colour=GREY, fit=width - 6)
        paper.text(x + 4, y + height - 6, text, fit=width - 8)
    return y + height


@family("courtesy-copy", languages=("it",), kinds=USUAL, lines=(1, 7))
def courtesy_copy(paper, bill):
    """Copia di cortesia: boxes for everything, VAT summary at the foot, terms of payment in a box."""
    rng = bill.rng
    paper.begin()
    end = paper.block(paper.left, 48, bill.party("seller") + joined(contact(bill), " ") + [register(bill)], first_bold=True)
    paper.box(310, 40, paper.right, 128, 0.8)
    paper.text(316, 50, bill.label("to"), 7, colour=GREY)
    paper.block(320, 66, bill.party("buyer") + ([f"P.IVA {bill.show('buyer.vat_id')}"] if rng.random() < 0.8 else []))
    rows = [("Tipo documento", bill.title())] + meta(bill, "number date customer order delivery")
    y = boxed_row(paper, max(142, end), rows, paper.left, paper.right)
    payment = ([("Cond. di pagamento", terms(bill))] if not bill.extras.setdefault("due_shown", rng.random() < 0.5) else []) + meta(bill, "due") + bank(bill, bic=False)
    payment = [pair for pair in payment if pair[1]]
    if payment:
        y = boxed_row(paper, y, payment, paper.left, paper.right)
    paper.y = y + 10
    table(paper, bill, Table(rng.choice(("code description unit qty price rate amount", "description qty unit price amount rate")), head=rng.choice(("grid", "boxed"))))
    if bill.taxes:
        tax_table(paper, bill, paper.left, paper.left + 240)
    draw_sums(paper, sums(bill, taxes=not bill.taxes), paper.right - 210, paper.right, "boxed")
    paper.paragraph(paper.left, paper.height - 64, paper.right - paper.left, bill.label("legal"), 6.8, colour=GREY)


@family("cards", kinds=USUAL)
def cards(paper, bill):
    """Grey cards with a label above the value; the sum due stands in the last one."""
    rng = bill.rng
    colour = rng.choice(COLOURS)
    paper.begin()
    mark(paper, bill, paper.left, 40, 26, rng)
    paper.text(paper.left + 36, 60, bill.show("seller.name"), 14, True, colour=colour)
    paper.text(paper.right, 60, bill.title(), 14, align="r", colour=GREY)
    pairs = meta(bill, "number date due") + [(bill.label("balance"), bill.show("amount_due", True))]
    width = (paper.right - paper.left + 8) / len(pairs)
    for k, (label, text) in enumerate(pairs):
        x = paper.left + k * width
        paper.box(x, 82, x + width - 8, 122, 0, fill=PALE, radius=4)
        paper.text(x + 8, 97, label, 7, colour=GREY, fit=width - 20)
        paper.text(x + 8, 113, text, paper.size + 1, True, fit=width - 20)
    y = 148
    for x, side in ((paper.left, "from"), (paper.left + 250, "to")):
        paper.text(x, y, bill.label(side), 7.5, colour=GREY)
        lines = ([bill.show("seller.name")] + bill.address("seller") + joined(contact(bill), " ")) if side == "from" else bill.party("buyer") + (
            [bill.show("buyer.email")] if rng.random() < 0.4 else [])
        paper.y = max(paper.y, paper.block(x, y + 14, lines))
    extra = meta(bill, "order customer delivery project")
    paper.y = paper.pairs(paper.left, paper.y + 10, extra, 240) + 14
    table(paper, bill, Table(rng.choice(("description qty price amount", "qty description price amount", "description unit price qty rate amount")), head=rng.choice(("grey", "plain")), rules=True, leading=2.1))
    draw_sums(paper, sums(bill, due=True), paper.right - 220, paper.right)
    rows = bank(bill)
    if rows:
        paper.pairs(paper.left, paper.y + 8, rows, 220)


@family("landscape", kinds=WITH_OTHERS, lines=(2, 10))
def landscape(paper, bill):
    """The page lies on its side."""
    rng = bill.rng
    paper.width, paper.height = paper.height, paper.width
    paper.canvas.setPageSize((paper.width, paper.height))
    paper.right, paper.bottom = paper.width - paper.left, paper.height - 80

    def every_page(number):
        paper.text(paper.right, 40, page_count(paper, bill), 7.5, align="r")
        paper.text(paper.left, paper.height - 30, "   ".join(joined(contact(bill), " ") + joined(bank(bill), " ")), 7.5, fit=paper.right - paper.left)

    paper.on_page = every_page
    paper.begin()
    paper.block(paper.left, 50, bill.party("seller"), first_bold=True)
    paper.text(320, 56, bill.title(), 18, True)
    paper.pairs(320, 78, meta(bill), 200)
    paper.text(570, 50, bill.label("to"), bold=True)
    end = paper.block(570, 64, bill.party("buyer"))
    paper.y = max(150, ship_to(paper, bill, 570, end + 8), 78 + 13 * 9) + 10
    table(paper, bill, Table("pos code description qty unit price rate amount", head=rng.choice(("grid", "grey", "rule"))))
    draw_sums(paper, sums(bill), paper.right - 240, paper.right)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y, text)


@family("side-column", kinds=USUAL, lines=(1, 5))
def side_column(paper, bill):
    """A column at the left holds the seller and the facts, what was sold stands at the right."""
    rng = bill.rng
    colour = rng.choice(COLOURS + ((0.93, 0.94, 0.96),) * 4)
    ink = (0, 0, 0) if sum(colour) > 2 else WHITE
    paper.begin()
    paper.box(0, 0, 172, paper.height, 0, fill=colour)
    x, y = 20, 60
    y = paper.block(x, y, paper.wrapped(bill.show("seller.name"), 140, 12, True), 12, True, colour=ink) + 4
    for line in bill.address("seller") + [text for _, text in contact(bill, "phone mail web")]:
        paper.text(x, y, line, colour=ink, fit=145)
        y += paper.size * 1.35
    y += 16
    for label, text in meta(bill, "number date due order customer delivery") + contact(bill, "vat_id") + bank(bill):
        paper.text(x, y, label, 7, True, colour=ink, fit=145)
        paper.text(x, y + 12, text, colour=ink, fit=145)
        y += 28
    paper.left = 196
    paper.text(paper.left, 70, bill.title(), 24, True)
    paper.text(paper.left, 104, bill.label("to"), 7.5, colour=GREY)
    paper.y = paper.block(paper.left, 118, bill.party("buyer")) + 24
    table(paper, bill, Table(rng.choice(("description qty price amount", "qty description amount", "description price qty amount")), head="rule", leading=2))
    draw_sums(paper, sums(bill), paper.left + 130, paper.right)
    text = terms(bill)
    if text:
        paper.paragraph(paper.left, paper.y + 6, 300, text)


@family("gst-table", languages=("en",), countries=("IN",), lines=(1, 6), wants={"untaxed": 0, "discount": 0, "shipping": 0, "paid": 0, "details": 0})
def gst_table(paper, bill):
    """Tax of the state and of the union in columns of the table, words for the sum, a signature."""
    rng = bill.rng
    paper.size = min(paper.size, 8.5)
    paper.begin()
    paper.text(paper.width / 2, 44, "TAX INVOICE", 13, True, "c")
    paper.box(paper.left, 54, paper.right, 150)
    paper.block(paper.left + 5, 68, bill.party("seller") + joined(contact(bill, "vat_id phone mail")), first_bold=True)
    paper.upright(310, 54, 150)
    paper.pairs(316, 68, meta(bill, "number date due order customer"), 200, gap=100)
    paper.box(paper.left, 150, paper.right, 222)
    paper.text(paper.left + 5, 162, bill.label("to"), 7)
    paper.block(paper.left + 5, 174, bill.party("buyer"))
    paper.text(316, 174, f"Place of supply: {rng.choice(('Maharashtra', 'Tamil Nadu', 'Rajasthan'))}")
    paper.y = 230
    rows = []
    for i, line in enumerate(bill.lines):
        half = line["amount"] * line["tax_rate"] / 200
        rate = bill.look.percent.format((line["tax_rate"] / 2).normalize())
        rows.append([str(i + 1), bill.cell(i, "description"), str(rng.randint(1000, 9999)), bill.cell(i, "quantity"), bill.cell(i, "unit_price"), bill.cell(i, "amount"),
                     rate, bill.look.number(half.quantize(line["amount"])), rate, bill.look.number(half.quantize(line["amount"]))])
    bill.unjudged.update(("item_code", "taxes", "tax"))
    cells_table(paper, ["#", "Particulars", "HSN", "Qty", "Rate", "Taxable value", "CGST", "Amt", "SGST", "Amt"], rows, (2, 16, 5, 4, 8, 9, 5, 8, 5, 8), left=3, lined=True)
    draw_sums(paper, sums(bill), paper.right - 220, paper.right, "boxed")
    paper.text(paper.left, paper.y, f"For {bill.show('seller.name')}")
    paper.text(paper.left, paper.y + 44, "Authorised signatory", 7.5)


@family("remittance-slip", languages=("en", "nl", "fr", "es"), countries=("AU", "GB", "IE", "NL", "BE", "FR", "ES"), wants={"customer": 0.9})
def remittance_slip(paper, bill):
    """A slip to send back with the payment repeats customer, number and sum at the foot."""
    rng = bill.rng
    paper.bottom = paper.height - 190
    paper.begin()
    paper.text(paper.left, 60, bill.title(), 20, True)
    if bill.look.country == "AU":
        paper.text(paper.left, 76, f"ABN {bill.show('seller.legal_id')}")
    paper.block(paper.right, 50, bill.party("seller") + [text for _, text in contact(bill, "phone mail web")], align="r")
    paper.block(paper.left, 110, bill.party("buyer"))
    paper.y = paper.pairs(330, 140, meta(bill) + (contact(bill, "vat_id") if bill.look.country != "AU" else []), paper.right - 330, value="r") + 20
    paper.y = max(paper.y, 220)
    table(paper, bill, Table(rng.choice(("description qty price amount", "code description qty price rate amount")), head=rng.choice(("grey", "band")), colour=rng.choice(COLOURS)))
    draw_sums(paper, sums(bill, due=True), paper.right - 210, paper.right)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y, text)
    top = paper.height - 160
    paper.canvas.setDash(2, 2)
    paper.rule(top)
    paper.canvas.setDash()
    paper.text(paper.left, top + 18, bill.label("remit"), bold=True)
    paper.pairs(paper.left, top + 36, meta(bill, "customer number due") + [(bill.label("balance"), bill.show("amount_due", True))], 220, gap=120, colon=":")
    paper.block(320, top + 36, [bill.label("payee") + ":"] + bill.party("seller") + joined(bank(bill), " "))
