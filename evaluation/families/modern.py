"""What web services print: much white, few lines, labels in grey."""

from families import USUAL, family
from pieces import COLOURS, GREY, WHITE, Table, bank, contact, draw_sums, joined, mark, meta, page_count, sums, table, terms


@family("web-service", kinds=USUAL + ("receipt",), lines=(1, 5))
def web_service(paper, bill):
    """Title and facts at the left, a sign at the right, parties side by side, the sum due in large letters."""
    rng = bill.rng
    paper.on_page = lambda number: paper.text(paper.right, paper.height - 34, f"{bill.show('number')} · {page_count(paper, bill)}", 7.5, align="r", colour=GREY)
    paper.begin()
    paper.text(paper.left, 66, bill.title(), 20, True)
    mark(paper, bill, paper.right - 34, 44, 34, rng)
    y = paper.pairs(paper.left, 96, meta(bill, "number date due"), 240, bold_label=True) + 16
    x = (paper.left, paper.left + 190)
    if rng.random() < 0.5:
        seller = paper.block(x[0], y, bill.party("seller") + [text for _, text in contact(bill, "phone mail")] + joined(contact(bill, "vat_id"), " "), first_bold=True)
    else:
        seller = paper.block(x[0], y, bill.party("seller") + joined(contact(bill, "mail vat_id"), " "), first_bold=True)
    paper.text(x[1], y, bill.label("to"), bold=True)
    lines = bill.party("buyer")
    if rng.random() < 0.6:
        lines.append(bill.show("buyer.email"))
    if bill.has("buyer.vat_id") and rng.random() < 0.4:
        lines.append(f"{bill.label('vat_id')} {bill.show('buyer.vat_id')}")
    paper.y = max(seller, paper.block(x[1], y + paper.size * 1.32, lines)) + 24
    if bill.kind == "bill" and bill.has("due_date"):
        phrase = {"en": "{s} due {d}", "de": "{s} fällig am {d}", "fr": "{s} à payer avant le {d}", "es": "{s} a pagar antes del {d}", "it": "{s} da pagare entro il {d}",
                  "nl": "{s} te betalen voor {d}", "pt": "{s} a pagar até {d}", "pl": "{s} płatne do {d}", "sv": "{s} att betala senast {d}", "da": "{s} forfalder {d}"}[bill.language]
        paper.text(paper.left, paper.y, phrase.format(s=bill.show("amount_due", True), d=bill.show("due_date")), 14, True)
        paper.y += 26
    table(paper, bill, Table("description qty price amount" if rng.random() < 0.7 else "description qty price rate amount", head="rule", leading=2.2))
    draw_sums(paper, sums(bill, due=True), paper.left + 255, paper.right, "rule")
    if bill.kind == "receipt":
        bill.unjudged.update(("paid", "amount_due", "due_date"))
        paper.text(paper.left, paper.y + 16, bill.label("card"), colour=GREY)
    elif rng.random() < 0.4:
        paper.pairs(paper.left, paper.y + 20, bank(bill), 240)
    if rng.random() < 0.4:
        paper.text(paper.left, paper.height - 34, bill.label("thanks"), 7.5, colour=GREY)


@family("ledger-cloud", kinds=USUAL)
def ledger_cloud(paper, bill):
    """Three columns at the top: customer, facts with the label above the value, seller."""
    rng = bill.rng
    paper.begin()
    paper.text(paper.left, 70, bill.title().upper(), 24)
    paper.block(paper.left, 104, bill.party("buyer"), leading=1.35)
    y = 104
    for label, text in meta(bill, "date due number order customer") + (contact(bill, "vat_id") if rng.random() < 0.9 else []):
        paper.text(300, y, label, bold=True)
        paper.text(300, y + paper.size * 1.25, text)
        y += paper.size * 3
    end = paper.block(430, 104, paper.wrapped(bill.show("seller.name"), 120) + bill.address("seller") + [text for _, text in contact(bill, "phone mail web")], leading=1.35)
    paper.y = max(y, end) + 24
    table(paper, bill, Table("description qty price rate amount" if rng.random() < 0.6 else "code description qty price amount", head="rule", rules=True, leading=2.1))
    draw_sums(paper, sums(bill, due=rng.random() < 0.6), 340, paper.right)
    paper.y += 14
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y, text)
    if bank(bill):
        paper.pairs(paper.left, paper.y + 18, bank(bill), 200, bold_label=True)


@family("colour-band", kinds=USUAL)
def colour_band(paper, bill):
    """A band of colour over the whole width with white letters; the foot is one too."""
    rng = bill.rng
    colour = rng.choice(COLOURS)
    every = " | ".join([bill.show("seller.name")] + [text for _, text in contact(bill, "phone mail web")])

    def every_page(number):
        paper.box(0, paper.height - 30, paper.width, paper.height, 0, fill=colour)
        paper.text(paper.width / 2, paper.height - 12, every, 7.5, colour=WHITE, align="c", fit=paper.width - 40)
        if number > 1:
            paper.y = 60

    paper.on_page = every_page
    paper.begin()
    paper.box(0, 0, paper.width, 96, 0, fill=colour)
    paper.text(paper.left, 60, bill.title(), 26, True, colour=WHITE)
    paper.block(paper.right, 36, bill.party("seller"), paper.size, align="r", colour=WHITE, first_bold=True)
    paper.text(paper.left, 124, bill.label("to").upper(), 7.5, True, colour=colour)
    end = paper.block(paper.left, 138, bill.party("buyer"))
    paper.y = max(end, paper.pairs(340, 128, meta(bill) + contact(bill, "vat_id"), paper.right - 340, value="r", bold_value=True)) + 22
    table(paper, bill, Table(rng.choice(("pos description price qty amount", "description unit qty price amount", "qty description price rate amount")), head="band", colour=colour, zebra=rng.random() < 0.7, caps=rng.random() < 0.4))
    draw_sums(paper, sums(bill), paper.right - 200, paper.right, "band", colour)
    paper.need(70)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y, text)
        paper.y += 16
    if bank(bill):
        paper.text(paper.left, paper.y + 6, bill.label("bank"), bold=True, colour=colour)
        paper.pairs(paper.left, paper.y + 20, bank(bill), 220)
