"""Northern slips, Alpine payment parts: bills whose foot is a form to pay with."""

from families import USUAL, family
from pieces import DARK, GREY, Table, bank, contact, draw_sums, foot_columns, joined, meta, sums, table, terms
from values import digits, luhn


@family("faktura-giro", languages=("sv",), wants={"customer": 0.8})
def faktura_giro(paper, bill):
    """Facts at the right, a slip with bankgiro and OCR number at the foot."""
    rng = bill.rng
    paper.bottom = paper.height - 230
    bill.extras["due_shown"] = True
    giro = f"{digits(rng, 3)}-{digits(rng, 4)}"
    ocr = digits(rng, 9)
    ocr += luhn(ocr)
    company = bill.facts["seller.vat_id"][2:12]
    groups = [bill.party("seller"), joined(contact(bill, "phone mail web"), " "), [f"Bankgiro {giro}", f"Org.nr {company[:6]}-{company[6:]}"] + joined(contact(bill, "vat_id"), " ")]
    paper.on_page = lambda number: foot_columns(paper, bill, paper.height - 60, groups)
    paper.begin()
    paper.text(paper.left, 58, bill.extras["brand"], 20, True)
    paper.text(330, 58, bill.title(), 18, True)
    y = paper.pairs(330, 82, meta(bill, "date number customer due order delivery clerk"), 200, gap=100)
    y = paper.block(330, max(150, y + 12), bill.party("buyer"), paper.size + 0.5)
    paper.y = y + 24
    table(paper, bill, Table("code description qty unit price amount" if rng.random() < 0.6 else "description qty price rate amount", head="rule"))
    draw_sums(paper, sums(bill, due=True), paper.right - 220, paper.right)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y, text)
    top = paper.height - 190
    paper.canvas.setDash(3, 3)
    paper.rule(top)
    paper.canvas.setDash()
    pairs = [("Bankgiro", giro), (bill.label("reference"), ocr), (bill.label("balance"), bill.show("amount_due", True))]
    if bill.has("due_date"):
        pairs.append((bill.label("due"), bill.show("due_date")))
    for k, (label, value) in enumerate(pairs):
        x = paper.left + k * 125
        paper.text(x, top + 18, label, 7, colour=GREY)
        paper.text(x, top + 32, value, bold=True, fit=120)
    paper.text(paper.left, top + 56, f"{bill.label('payee')}: {bill.show('seller.name')}")
    paper.text(paper.left, top + 80, f"H  #   {ocr} #  {bill.facts['amount_due']:.2f}".replace(".", " ") + f"   {rng.randint(1, 9)} >   {giro.replace('-', '')}#41#", 10)


@family("faktura-fik", languages=("da",), kinds=USUAL)
def faktura_fik(paper, bill):
    """CVR under the name, a line for the bank to read at the foot."""
    rng = bill.rng
    paper.begin()
    paper.block(paper.right, 50, [bill.show("seller.name")] + bill.address("seller") + joined(contact(bill, "phone mail web vat_id"), " "), align="r", first_bold=True)
    paper.block(paper.left, 110, bill.party("buyer"), paper.size + 0.5)
    paper.text(paper.left, 200, bill.title(), 17, True)
    rows = meta(bill)
    half = (len(rows) + 1) // 2
    y = paper.pairs(paper.left, 222, rows[:half], 230, gap=100, colon=":")
    paper.y = max(y, paper.pairs(paper.left + 260, 222, rows[half:], 230, gap=100, colon=":")) + 12
    table(paper, bill, Table("code description qty unit price amount", head=rng.choice(("grey", "rule", "boxed")), zebra=rng.random() < 0.3))
    draw_sums(paper, sums(bill), paper.right - 200, paper.right)
    for text in [terms(bill)] + joined(bank(bill), ": "):
        if text:
            paper.text(paper.left, paper.y, text)
            paper.y += 14
    paper.text(paper.left, paper.y + 10, f"{bill.label('reference')}: +71<{digits(rng, 15)}+{digits(rng, 8)}<")
    if rng.random() < 0.5:
        paper.paragraph(paper.left, paper.height - 60, paper.right - paper.left, bill.label("legal"), 6.8, colour=GREY)


SWISS = {"de": ("Empfangsschein", "Zahlteil", "Konto / Zahlbar an", "Referenz", "Zahlbar durch", "Währung", "Betrag", "Annahmestelle"),
         "fr": ("Récépissé", "Section paiement", "Compte / Payable à", "Référence", "Payable par", "Monnaie", "Montant", "Point de dépôt")}


@family("swiss-payment-part", languages=("de", "fr"), countries=("CH",), lines=(1, 5), wants={"paid": 0})
def swiss_payment_part(paper, bill):
    """A letter with the payment part below: account, sum and both parties a second and a third time. The code is only a picture of one."""
    rng = bill.rng
    words = SWISS[bill.language]
    paper.bottom = paper.height - 320
    paper.begin()
    paper.block(paper.left, 50, bill.party("seller") + joined(contact(bill), " "), first_bold=True)
    paper.block(340, 110, bill.party("buyer"))
    paper.text(paper.left, 186, f"{bill.title()} {bill.show('number')}", 14, True)
    paper.y = paper.pairs(paper.left, 206, meta(bill, "date customer due order project"), 240, colon=":") + 10
    table(paper, bill, Table("description qty unit price amount", head=rng.choice(("rule", "grey"))))
    draw_sums(paper, sums(bill), 330, paper.right)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y + 6, text)
    if paper.page > 1 or paper.y > paper.height - 312:
        raise OverflowError("no room for the payment part")
    bill.unjudged.add("payment.bic")
    top, x = paper.height - 297, 176
    paper.rule(top, 0, paper.width)
    paper.upright(x, top, paper.height)
    reference = digits(rng, 27)
    reference = f"{reference[:2]} " + " ".join(reference[i:i + 5] for i in range(2, 27, 5))
    amount = f"{bill.facts['total']:,.2f}".replace(",", " ")
    bill.note("currency", "CHF")
    for left, title, size in ((14, words[0], 7.5), (x + 160, words[1], 8.5)):
        paper.text(14 if left == 14 else x + 14, top + 24, title, 11, True)
        y = top + 44 if left == 14 else top + 24
        for label, lines in ((words[2], [bill.show("payment.iban"), bill.show("seller.name")] + bill.address("seller")), (words[3], [reference]),
                             (words[4], bill.party("buyer"))):
            paper.text(left, y, label, size - 1.5, True)
            y = paper.block(left, y + size * 1.2, lines, size if paper.measure(max(lines, key=len), size) < 155 else 6, leading=1.15) + 4
    for left, y in ((14, top + 214), (x + 14, top + 214)):
        paper.pairs(left, y, [(words[5], "CHF")], 60, size=7)
        paper.text(left + 60, y, words[6], 7)
        paper.text(left + 60, y + 11, amount, 9)
    paper.text(x - 12, top + 262, words[7], 6, True, "r")
    for i in range(29 * 29):
        if rng.random() < 0.5:
            paper.box(x + 14 + i % 29 * 4.5, top + 40 + i // 29 * 4.5, x + 18.5 + i % 29 * 4.5, top + 44.5 + i // 29 * 4.5, 0, fill=DARK)
