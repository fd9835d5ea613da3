"""What the law of a country makes its bills look like."""


from families import USUAL, family
from pieces import COLOURS, GREY, PALE, Table, bank, contact, draw_sums, joined, legal_identity, mark, meta, page_count, sums, table, tax_table, terms


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


@family("factura-nif", languages=("es",), kinds=USUAL + ("estimate",))
def factura_nif(paper, bill):
    """NIF without letters of the country, bases and quotas in a row of cells at the foot."""
    rng = bill.rng
    bill.unjudged.update(("seller.vat_id", "buyer.vat_id"))  # printed as a NIF: a tax number, or the VAT id without its country
    nif = lambda side: f"{bill.label('tax_no')}: {bill.facts[side + '.vat_id'][2:]}" if bill.has(side + ".vat_id") else "RFC: XAXX010101000"
    paper.begin()
    colour = rng.choice(COLOURS)
    paper.text(paper.left, 58, bill.title().upper(), 20, True, colour=colour)
    paper.pairs(360, 50, meta(bill, "number date customer order"), paper.right - 360, colon=":")
    y = 110
    for x, side in ((paper.left, "seller"), (paper.left + 260, "buyer")):
        paper.box(x, y, x + 240, y + 92, 0.6)
        paper.text(x + 6, y + 12, bill.label("from" if side == "seller" else "to"), 7, True, colour=colour)
        paper.block(x + 6, y + 26, bill.party(side) + [nif(side)] + (joined(contact(bill, "phone mail"), " ") if side == "seller" else []))
    paper.y = y + 106
    table(paper, bill, Table(rng.choice(("code description qty price amount", "description qty unit price amount", "qty description price rate amount")), head=rng.choice(("band", "grid", "grey")), colour=colour))
    if bill.taxes:
        tax_table(paper, bill, paper.left, paper.left + 250)
    draw_sums(paper, sums(bill, taxes=not bill.taxes), paper.right - 200, paper.right, rng.choice(("band", "rule")), colour)
    for label, text in meta(bill, "due") + bank(bill):
        paper.text(paper.left, paper.y + 6, f"{label}: {text}")
        paper.y += 14
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y + 6, text)
    paper.paragraph(paper.left, paper.height - 60, paper.right - paper.left, bill.label("legal"), 6.2, colour=GREY)


@family("factuur-kvk", languages=("nl",), countries=("NL",), kinds=USUAL)
def factuur_kvk(paper, bill):
    """Sender at the right under its sign, KvK and btw numbers in the list of facts, a sentence to end with."""
    rng = bill.rng
    bill.facts["seller.legal_id"] = bill.extras["register"] + "10"
    paper.begin()
    mark(paper, bill, paper.right - 150, 40, 30, rng)
    end = paper.block(paper.right - 150, 88, bill.party("seller") + [text for _, text in contact(bill, "phone mail web")] + [""]
                      + [f"KvK {bill.show('seller.legal_id')}"] + joined(contact(bill, "vat_id"), " ") + joined(bank(bill), " "), paper.size - 0.5)
    paper.block(paper.left, 120, bill.party("buyer"), paper.size + 0.5)
    paper.text(paper.left, 206, bill.title(), 16, True)
    y = paper.pairs(paper.left, 226, meta(bill), 260, colon=rng.choice((":", "")))
    paper.y = max(end, y) + 16
    table(paper, bill, Table(rng.choice(("qty description price rate amount", "description qty price amount", "qty unit description price amount")), head=rng.choice(("rule", "plain"))))
    draw_sums(paper, sums(bill), 330, paper.right)
    paper.paragraph(paper.left, paper.y + 16, paper.right - paper.left, " ".join(text for text in (terms(bill), bill.label("hint", x=bill.show("number"))) if text))


@family("fatura-atcud", languages=("pt",), countries=("PT",), kinds=USUAL)
def fatura_atcud(paper, bill):
    """Original, ATCUD and a code at the foot; the customer at the right, the summary of taxes at the left."""
    rng = bill.rng
    bill.unjudged.update(("seller.vat_id", "buyer.vat_id"))
    paper.begin()
    paper.block(paper.left, 52, bill.party("seller") + [f"{bill.label('tax_no')}: {bill.facts['seller.vat_id'][2:]}"] + joined(contact(bill, "phone mail"), " "), first_bold=True)
    paper.text(paper.right, 52, rng.choice(("Original", "Duplicado", "Original")), 8, align="r")
    paper.block(320, 130, [bill.label("to")] + bill.party("buyer") + ([f"NIF: {bill.facts['buyer.vat_id'][2:]}"] if bill.has("buyer.vat_id") else []))
    paper.text(paper.left, 176, f"{bill.title()} {bill.show('number')}", 13, True)
    paper.text(paper.left, 190, f"ATCUD: {''.join(rng.choice('BCDFGHJKMPQRTVWXYZ') for _ in range(8))}-{rng.randint(100, 9999)}", 7)
    rows = meta(bill, "date due customer order")
    width = (paper.right - paper.left) / len(rows)
    for k, (label, text) in enumerate(rows):
        paper.text(paper.left + k * width, 214, label, 7.5, True)
        paper.text(paper.left + k * width, 226, text)
    paper.y = 236
    table(paper, bill, Table("code description qty unit price rate amount", head=rng.choice(("rule", "grey"))))
    if bill.taxes:
        tax_table(paper, bill, paper.left, paper.left + 240)
    draw_sums(paper, sums(bill, taxes=False), paper.right - 200, paper.right, "boxed")
    for label, text in bank(bill):
        paper.text(paper.left, paper.y, f"{label}: {text}")
        paper.y += 13
    paper.paragraph(paper.left, paper.height - 60, paper.right - paper.left, bill.label("legal"), 6.5, colour=GREY)


@family("trade-account", languages=("en",), countries=("GB", "IE", "AU", "CA"), lines=(2, 9), wants={"customer": 1, "order": 0.8, "delivery": 0.6})
def trade_account(paper, bill):
    """A merchant's form: account and order in a strip of boxes, "invoice to" and "deliver to" side by side, VAT analysis at the foot."""
    rng = bill.rng
    paper.begin()
    paper.text(paper.width / 2, 50, bill.show("seller.name"), 16, True, "c")
    paper.text(paper.width / 2, 64, ", ".join(bill.address("seller")), 8, align="c")
    paper.text(paper.width / 2, 76, "   ".join(joined(contact(bill), " ")), 8, align="c")
    paper.rule(84)
    paper.text(paper.left, 106, bill.title().upper(), 14, True)
    for x, label, lines in ((paper.left, bill.label("to"), bill.party("buyer")), (paper.left + 260, bill.label("ship_to"), bill.extras.get("ship_to") or bill.party("buyer"))):
        paper.text(x, 126, label, 7.5, True)
        paper.block(x, 140, lines)
    rows = meta(bill, "number date customer order delivery due")
    width = (paper.right - paper.left) / len(rows)
    for k, (label, text) in enumerate(rows):
        x = paper.left + k * width
        paper.box(x, 206, x + width, 236)
        paper.text(x + width / 2, 217, label, 7, align="c", fit=width - 4)
        paper.text(x + width / 2, 230, text, align="c", fit=width - 4)
    paper.y = 246
    table(paper, bill, Table("code description qty unit price rate amount" if rng.random() < 0.5 else "qty unit code description price amount", head="boxed"))
    if bill.taxes and rng.random() < 0.6:
        tax_table(paper, bill, paper.left, paper.left + 230)
        draw_sums(paper, sums(bill, taxes=False), paper.right - 200, paper.right, "boxed")
    else:
        draw_sums(paper, sums(bill), paper.right - 200, paper.right, "boxed")
    text = terms(bill)
    for line in [text] * bool(text) + joined(bank(bill), " ") + legal_identity(bill)[:1]:
        paper.text(paper.left, paper.y + 4, line, 8)
        paper.y += 12


@family("contractor", languages=("en",), countries=("US", "CA"), kinds=("bill",), lines=(1, 6), wants={"untaxed": 0.4, "person": 0.5})
def contractor(paper, bill):
    """A plain page of a small American business: INVOICE in large letters, sums in the corner, a cheque asked for."""
    rng = bill.rng
    paper.begin()
    paper.text(paper.right, 72, "INVOICE", 28, align="r", colour=GREY)
    paper.block(paper.left, 56, bill.party("seller") + [text for _, text in contact(bill, "phone mail")], first_bold=True)
    paper.pairs(paper.right - 180, 100, meta(bill, "number date due order"), 180, value="r", bold_label=True)
    paper.text(paper.left, 150, bill.label("to").upper(), 8, True)
    end = paper.block(paper.left, 164, bill.party("buyer") + ([bill.show("buyer.email")] if rng.random() < 0.4 else []))
    paper.y = end + 20
    table(paper, bill, Table(rng.choice(("description qty price amount", "qty description price amount")), head=rng.choice(("grid", "grey", "rule"))))
    draw_sums(paper, sums(bill, due=rng.random() < 0.5), paper.right - 190, paper.right)
    paper.paragraph(paper.left, paper.y + 14, 360, f"Make all checks payable to {bill.show('seller.name')}. {terms(bill)} {bill.label('thanks')}")


@family("nota-cnpj", languages=("pt",), countries=("BR",), kinds=("bill",))
def nota_cnpj(paper, bill):
    """Boxes for prestador and tomador, CNPJ in each."""
    rng = bill.rng
    paper.begin()
    paper.box(paper.left, 40, paper.right, 72)
    paper.text(paper.width / 2, 54, rng.choice(("NOTA FISCAL DE SERVIÇOS", "FATURA DE SERVIÇOS")), 11, True, "c")
    paper.text(paper.width / 2, 66, f"{bill.number_label()} {bill.show('number')}  -  {bill.date_label()}: {bill.show('issue_date')}", 8, align="c")
    y = 72
    for title, side in (("PRESTADOR", "seller"), ("TOMADOR", "buyer")):
        paper.box(paper.left, y, paper.right, y + 66)
        lines = bill.party(side)
        paper.text(paper.left + 5, y + 11, title, 7, True)
        paper.block(paper.left + 5, y + 24, lines)
        if side == "seller":
            paper.block(340, y + 24, [f"CNPJ: {bill.show('seller.legal_id')}"] + joined(contact(bill, "phone mail"), " "))
        y += 66
    paper.y = y + 8
    table(paper, bill, Table("description qty unit price amount", head="grid"))
    draw_sums(paper, sums(bill), paper.right - 220, paper.right, "boxed")
    text = " ".join(text for text in ([terms(bill)] + joined(meta(bill, "due"), ": ")) if text)
    paper.text(paper.left, paper.y + 6, text)
