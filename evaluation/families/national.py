"""What the law of a country makes its bills look like."""

from decimal import Decimal

from families import USUAL, family
from pieces import (COLOURS, GREY, PALE, Table, bank, contact, draw_sums, foot_columns, joined, legal_identity, mark, meta, page_count, sums, table, tax_table, terms)


@family("faktura-vat", languages=("pl",), kinds=USUAL + ("proforma",))
def faktura_vat(paper, bill):
    """Sprzedawca and Nabywca side by side, a summary of the rates, the sum to pay in bold."""
    rng = bill.rng
    paper.begin()
    paper.text(paper.width / 2, 60, f"{bill.title()} {'nr ' if rng.random() < 0.5 else ''}{bill.show('number')}", 15, True, "c")
    rows = meta(bill, "date delivery due order") + ([("Miejsce wystawienia", bill.extras["town"])] if bill.extras["town"] and rng.random() < 0.5 else [])
    y = paper.pairs(paper.right - 210, 84, rows, 210, value="r", colon=":") + 10
    middle = paper.left + (paper.right - paper.left) / 2
    for x, side in ((paper.left, "seller"), (middle + 8, "buyer")):
        paper.box(x, y, x + middle - paper.left - 8, y + 15, 0, fill=PALE)
        paper.text(x + 4, y + 11, bill.label("from" if side == "seller" else "to"), bold=True)
        lines = bill.party(side) + ([f"NIP: {bill.show(side + '.vat_id')}"] if side == "seller" or rng.random() < 0.9 else [])
        if side == "seller":
            lines += joined(contact(bill, rng.choice(("", "phone", "mail phone"))), " ") if rng.random() < 0.7 else []
        paper.y = max(paper.y, paper.block(x + 4, y + 28, lines))
    paper.y += 14
    table(paper, bill, Table("pos description unit qty price rate amount", head="grid"))
    if bill.taxes:
        tax_table(paper, bill, middle, paper.right)
    draw_sums(paper, sums(bill, taxes=False, due=True), middle, paper.right)
    rows = bank(bill) + ([("Sposób zapłaty", rng.choice(("przelew", "gotówka", "karta")))] if rng.random() < 0.7 else [])
    paper.pairs(paper.left, paper.y - 30, rows[:2], 200, colon=":")
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y + 8, text)
    paper.text(paper.left + 40, paper.y + 60, "Wystawił(a)", 7, colour=GREY)
    paper.text(paper.right - 120, paper.y + 60, "Odebrał(a)", 7, colour=GREY)


@family("facture-pied", languages=("fr",), kinds=USUAL + ("estimate",))
def facture_pied(paper, bill):
    """Seller at the top left, client in a box at the right, the legal matters in centred small lines at the foot."""
    rng = bill.rng
    legal = " - ".join([bill.show("seller.name"), f"au capital de {rng.randint(1, 90)} 000 €"] + joined(contact(bill, "vat_id"), " : ")
                       + ([f"SIRET {bill.show('seller.legal_id')}"] if bill.has("seller.legal_id") and rng.random() < 0.8 else []) + [legal_identity(bill)[0]])

    def every_page(number):
        paper.text(paper.width / 2, paper.height - 44, legal, 6.8, align="c", colour=GREY, fit=paper.right - paper.left)
        paper.text(paper.width / 2, paper.height - 32, page_count(paper, bill), 6.8, align="c", colour=GREY)

    paper.on_page = every_page
    paper.begin()
    mark(paper, bill, paper.left, 40, 30, rng)
    y = paper.block(paper.left, 88, bill.party("seller") + joined(contact(bill, "phone mail"), " "), first_bold=True)
    paper.box(320, 100, paper.right, 178, 0.5, radius=6)
    paper.block(330, 118, bill.party("buyer"))
    paper.text(paper.left, max(y, 196) + 8, f"{bill.title()} {'N° ' if rng.random() < 0.6 else ''}{bill.show('number')}", 14, True)
    paper.y = paper.pairs(paper.left, max(y, 196) + 28, meta(bill, "date customer order due delivery project"), 250, colon=" :") + 10
    table(paper, bill, Table(rng.choice(("code description qty price rate amount", "description unit qty price amount", "description qty unit price rate amount")), head=rng.choice(("grid", "grey", "boxed"))))
    draw_sums(paper, sums(bill), paper.right - 200, paper.right, rng.choice(("boxed", "rule")))
    for text in (terms(bill), "" if bill.taxes else "TVA non applicable, art. 293 B du CGI"):
        if text:
            paper.y = paper.paragraph(paper.left, paper.y + 8, 300, text)
    if bank(bill):
        paper.pairs(paper.left, paper.y + 14, bank(bill), 260, colon=" :")
    paper.need(60)
    paper.paragraph(paper.left, paper.height - 92, paper.right - paper.left, bill.label("legal"), 6.5, colour=GREY)
