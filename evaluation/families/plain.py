"""Made with a word processor or a spreadsheet, by people: no program's form."""

from datetime import timedelta
from decimal import Decimal

from countries import MONTHS
from facts import cents, made_line
from families import USUAL, WITH_OTHERS, family
from pieces import GREY, PALE, Table, bank, contact, draw_sums, joined, meta, net_label, page_count, sums, table, tax_rows, terms


def fee(bill, count):
    good = bill.rng.choice([good for _, goods in bill.words.trades for good in goods if not good.unit])
    made_line(bill, good.name, 1, Decimal(bill.rng.randint(good.low, good.high)))


@family("freelancer-note", stock=fee, kinds=("bill",), wants={"person": 1, "rounding": 0, "discount": 0, "shipping": 0, "order": 0, "delivery": 0, "untaxed": 0, "paid": 0})
def freelancer_note(paper, bill):
    """A letter in sentences, with no table: what was done and the fee stand in one of them."""
    rng = bill.rng
    paper.size = rng.choice((10, 11, 12))
    paper.left, paper.right = 72, paper.width - 72
    bill.unjudged.update(("quantity", "unit_price", "unit"))
    paper.begin()
    paper.y = paper.block(paper.left, 72, bill.party("seller") + [text for _, text in contact(bill, "phone mail")])
    paper.y = paper.block(paper.left, paper.y + 24, bill.party("buyer"))
    town = bill.extras["town"]
    day = bill.show("issue_date")
    paper.text(paper.right, paper.y + 20, f"{town}, {day}" if town and rng.random() < 0.6 else f"{bill.date_label()}: {day}", align="r")
    paper.y += 52
    paper.text(paper.left, paper.y, f"{bill.title()} {bill.number_label() if rng.random() < 0.3 else bill.words.all('number_short')[0]} {bill.show('number')}", paper.size + 1, True)
    paper.y += 28
    paper.text(paper.left, paper.y, bill.label("salutation"))
    month = MONTHS[bill.language].split()[bill.facts["period_start"].month - 1]
    what = bill.cell(0, "description").split("\n")[0]
    text = bill.label("sentence", d=what, m=month, n=bill.show("net", True))
    bill.cell(0, "amount")
    paper.y = paper.paragraph(paper.left, paper.y + 24, paper.right - paper.left, text) + 10
    rows = tax_rows(bill) + [(bill.label("total"), bill.show("total", True), "total")]
    if bill.taxes and bill.language == "es" and bill.look.country == "ES" and rng.random() < 0.6:
        kept = cents(bill.facts["net"] * 15 / 100)
        bill.facts["amount_due"] = bill.facts["total"] - kept
        bill.unjudged.add("paid")
        rows += [("Retención IRPF 15 %", bill.look.money(-kept), "minor"), ("Líquido a percibir", bill.show("amount_due", True), "due")]
    for label, amount, _ in rows:
        paper.text(paper.left + 20, paper.y, f"{label}: {amount}")
        paper.y += paper.size * 1.5
    text = terms(bill)
    if text:
        paper.y = paper.paragraph(paper.left, paper.y + 8, paper.right - paper.left, text) + 4
    for label, value in bank(bill) + (contact(bill, "vat_id") if bill.taxes else []):
        paper.text(paper.left, paper.y + 8, f"{label}: {value}")
        paper.y += paper.size * 1.4
    paper.text(paper.left, paper.y + 30, bill.label("regards"))
    paper.text(paper.left, paper.y + 64, bill.show("seller.name"))


@family("spreadsheet", kinds=WITH_OTHERS, lines=(1, 9))
def spreadsheet(paper, bill):
    """A sheet with its lines printed: everything stands in cells, sums below the last column."""
    rng = bill.rng
    paper.face = rng.choice(("carlito", "liberation"))
    paper.begin()
    step = 15
    edges = [paper.left, paper.left + 200, paper.left + 250, paper.left + 310, paper.left + 400, paper.right]
    rows = [[bill.show("seller.name"), "", "", "", bill.title()]]
    left = [*bill.address("seller"), *joined(contact(bill), " ")]
    right = meta(bill)
    for k in range(max(len(left), len(right))):
        label, text = right[k] if k < len(right) else ("", "")
        rows.append([left[k] if k < len(left) else "", "", "", label, text])
    rows.append([""] * 5)
    rows += [[bill.label("to"), "", "", "", ""]] + [[line, "", "", "", ""] for line in bill.party("buyer")] + [[""] * 5]
    rows.append([bill.label(key) for key in ("description", "qty", "unit", "price", "amount")])
    for i in range(len(bill.lines)):
        rows.append([bill.cell(i, "description").replace("\n", " "), bill.cell(i, "quantity"), bill.cell(i, "unit"), bill.cell(i, "unit_price"), bill.cell(i, "amount")])
    rows.append([""] * 5)
    rows += [["", "", "", label, text] for label, text, _ in sums(bill)]
    rows += [[""] * 5] + [[f"{label}: {text}", "", "", "", ""] for label, text in bank(bill)] + [[terms(bill), "", "", "", ""]]
    y = 50
    if y + step * len(rows) > paper.height - 30:
        raise OverflowError("the sheet is too long")
    for number, cells in enumerate(rows):
        for k, text in enumerate(cells):
            room = paper.right - edges[k] if not any(cells[k + 1:]) else edges[k + 1] - edges[k]
            if k == 0 and not any(cells[1:]):
                room = 300
            bold = number == 0
            if number > 0 and (k in (1, 4) or k == 3 and text[-1:].isdigit()):
                paper.text(edges[k + 1] - 3, y + 11, text, bold=bold, align="r", fit=edges[k + 1] - edges[k] - 5)
            else:
                paper.text(edges[k] + 3, y + 11, text, bold=bold, fit=room - 5 if k else max(room, 190) - 5)
        paper.rule(y, width=0.3, colour=(0.75, 0.75, 0.75))
        y += step
    for x in edges:
        paper.upright(x, 50, y, 0.3, (0.75, 0.75, 0.75))
    paper.rule(y, width=0.3, colour=(0.75, 0.75, 0.75))


@family("office-letter", kinds=WITH_OTHERS, lines=(1, 5))
def office_letter(paper, bill):
    """A word processor's letter in large type with a table in a frame."""
    rng = bill.rng
    paper.face, paper.size = rng.choice(("serif", "times", "carlito", "liberation")), rng.choice((10, 11, 11))
    paper.left, paper.right = 62, paper.width - 62
    paper.begin()
    centre = rng.random() < 0.5
    paper.y = paper.block(paper.width / 2 if centre else paper.left, 64, bill.party("seller") + [" - ".join(text for _, text in contact(bill, "phone mail web"))], align="c" if centre else "l", first_bold=True)
    paper.rule(paper.y)
    end = paper.block(paper.left, paper.y + 30, bill.party("buyer"))
    paper.y = end + 14
    for label, text in meta(bill) + contact(bill, "vat_id"):
        paper.text(paper.left, paper.y, f"{label}: {text}")
        paper.y += paper.size * 1.35
    paper.y += 14
    paper.text(paper.width / 2 if centre else paper.left, paper.y, bill.title().upper(), paper.size + 5, True, "c" if centre else "l")
    paper.y += 14
    table(paper, bill, Table(rng.choice(("description qty price amount", "qty unit description price amount", "pos description amount" if len(bill.lines) == 1 else "pos description qty amount")), head="grid"))
    for label, text, role in sums(bill):
        paper.need(20)
        paper.text(paper.right, paper.y + 8, f"{label}: {text}", bold=role in ("total", "due"), align="r")
        paper.y += paper.size * 1.5
    paper.need(80)
    for text in [terms(bill)] + joined(bank(bill), ": ") + [bill.label("thanks")]:
        if text:
            paper.y = paper.paragraph(paper.left, paper.y + 10, paper.right - paper.left, text)


@family("label-report", kinds=USUAL, lines=(1, 5))
def label_report(paper, bill):
    """What a viewer of e-invoices prints: headed sections of labels and values, each line of the bill a section of its own."""
    rng = bill.rng
    paper.bottom = paper.height - 50
    paper.on_page = lambda number: paper.text(paper.right, 30, page_count(paper, bill), 7, align="r", colour=GREY)
    paper.begin()

    def section(title, pairs):
        if not pairs:
            return
        paper.need(24 + 13 * len(pairs))
        paper.box(paper.left, paper.y, paper.right, paper.y + 15, 0, fill=PALE)
        paper.text(paper.left + 4, paper.y + 11, title, bold=True)
        paper.y = paper.pairs(paper.left + 8, paper.y + 28, pairs, 300, gap=180, colon=":") + 4

    paper.y = 50
    section(bill.title(), meta(bill) + [(bill.label("amount"), bill.names_currency())])
    for key, side in (("from", "seller"), ("to", "buyer")):
        lines = bill.address(side)
        section(bill.label(key), [("Name", bill.show(f"{side}.name"))] + [(f"{'Address' if bill.language == 'en' else 'Adresse' if bill.language in ('de', 'fr', 'da') else '-'} {k}", line) for k, line in enumerate(lines, 1)]
                + (contact(bill) if side == "seller" else []))
    for i in range(len(bill.lines)):
        section(f"{bill.label('pos')} {i + 1}", [(bill.label(key), bill.cell(i, cell).replace("\n", " ")) for key, cell in
                                                 (("description", "description"), ("qty", "quantity"), ("unit", "unit"), ("price", "unit_price"), ("amount", "amount")) if bill.lines[i].get(cell) is not None])
    section(bill.label("total"), [(label, text) for label, text, _ in sums(bill)])
    section(bill.label("bank"), bank(bill))


@family("two-languages", languages=("de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da"), second=("en",), kinds=USUAL, lines=(1, 6), wants={"untaxed": 0.3})
def two_languages(paper, bill):
    """Every label in two languages, for customers abroad."""
    rng = bill.rng
    paper.size = min(paper.size, 8.5)
    paper.begin()
    paper.block(paper.left, 52, bill.party("seller") + joined(contact(bill), " "), first_bold=True)
    paper.text(paper.left, 140, bill.label("to"), 7, colour=GREY)
    end = paper.block(paper.left, 153, bill.party("buyer") + ([f"VAT: {bill.show('buyer.vat_id')}"] if bill.has("buyer.vat_id") and rng.random() < 0.6 else []))
    paper.text(330, 120, bill.title(), 12, True, fit=paper.right - 330)
    y = paper.pairs(330, 140, meta(bill, "number date due delivery order customer"), paper.right - 330, value="r")
    paper.y = max(end, y) + 14
    table(paper, bill, Table("description qty price amount", head=rng.choice(("rule", "grid", "grey")), widths={"qty": 84, "price": 104, "amount": 104}))
    draw_sums(paper, sums(bill), paper.right - 280, paper.right)
    for text in (terms(bill), "" if bill.taxes else bill.label("reverse")):
        if text:
            paper.y = paper.paragraph(paper.left, paper.y + 4, paper.right - paper.left, text)
    if bank(bill):
        paper.pairs(paper.left, paper.y + 12, bank(bill), 220)


@family("progress-bill", languages=("de", "fr", "nl", "it", "pt"), kinds=("bill",), lines=(3, 9), trade=0, wants={"project": 1, "discount": 0, "shipping": 0, "paid": 0, "untaxed": 0})
def progress_bill(paper, bill):
    """All work done so far, less the bills sent before, each with number and day; the tax is on what is left."""
    rng = bill.rng
    if len(bill.taxes) != 1:
        raise OverflowError("this layout knows one rate")
    facts, issued = bill.facts, bill.facts["issue_date"]
    rows, left = [], facts["lines_total"]
    for k in range(rng.randint(1, 3)):
        part = cents(facts["lines_total"] * rng.randint(10, 25) / 100)
        left -= part
        rows.append((f"{bill.label('earlier')} {rng.randint(100, 999)}-{k + 1}, {bill.look.date(issued - timedelta(days=90 - 28 * k))}", bill.look.money(-part), "minor"))
    tax = cents(left * bill.taxes[0]["rate"] / 100)
    bill.taxes[0].update(base=left, amount=tax, gross=left + tax)
    facts.update({"net": left, "tax": tax, "total": left + tax, "amount_due": left + tax, "rounding": None})
    paper.begin()
    paper.block(paper.left, 52, bill.party("seller") + joined(contact(bill), " "), first_bold=True)
    paper.block(paper.left, 150, bill.party("buyer"))
    y = paper.pairs(340, 150, meta(bill, "number date project customer delivery due"), 200)
    paper.text(paper.left, max(y, 220) + 8, f"{rng.randint(2, 4)}. {bill.label('progress')}", 13, True)
    paper.y = max(y, 220) + 20
    table(paper, bill, Table("pos description qty unit price amount", head=rng.choice(("rule", "boxed"))))
    rows = [(bill.label("lines_total"), bill.show("lines_total", True), "minor")] + rows + [(net_label(bill), bill.show("net", True), "minor")] + tax_rows(bill)
    draw_sums(paper, rows + [(bill.label("total"), bill.show("total", True), "total")], paper.left + 180, paper.right)
    for text in [terms(bill)] + joined(bank(bill), ": "):
        if text:
            paper.text(paper.left, paper.y + 6, text)
            paper.y += 14
