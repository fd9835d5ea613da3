"""Blocks of a bill's foot: bank, payment slip, legal lines and the small print of every page."""
from . import names
from .bill import paragraph


def bank(bill, x, width, y):
    r, sheet, words = bill.r, bill.sheet, bill.facts.words
    y += sheet.size
    rows = [("bank", names.name(r) + " Bank"), ("iban", names.iban(r)), ("bic", "".join(r.choice("ABCDEFGHKLMNPRSTU") for _ in range(8)))]
    for key, value in rows[r.randint(0, 1):]:
        sheet.put(x, y, f"{r.choice(words[key])}{r.choice([': ', ' ', ': '])}{value}")
        y += sheet.pitch
    return y


def footer_address(bill):
    """The seller's address, in lines without commas at their ends; nothing where this bill doesn't show it."""
    lines = [line.rstrip(",") for line in bill.facts.seller.address]
    return lines if "seller.address" in bill.printed else []


def registered(bill, left, width, y):
    """The seller in a legal sentence, with the whole address or a mere town."""
    r, sheet, seller = bill.r, bill.sheet, bill.facts.seller
    before, _, rest = r.choice(bill.facts.words["registered"]).partition("{s}")
    middle, _, after = rest.partition("{x}")
    whole = ", ".join(line.rstrip(",") for line in seller.address)
    shown = "seller.address" in bill.printed and r.random() < 0.6
    place = (whole, ("seller", "address")) if shown else (names.name(r), None)
    spans = [(before, None), (seller.name, ("seller", "name")), (middle, None), place, (after, None)]
    size = sheet.size * r.uniform(0.65, 1)
    size = min(size, size * width / sheet.measure("".join(s for s, _ in spans), size))
    sheet.put(left, y + size, spans, size=size)
    return y + size * 1.4


def third_company(bill, left, width, y):
    """A company that has to do with the bill and is neither of its parties, with a mail address of its own."""
    r, words, who = bill.r, bill.facts.words, names.company(bill.r, bill.facts.words)
    parts = [f"{bill.label('others')}: {who}"] + r.sample([names.street(r, bill.facts.language, words), names.phone(r), names.email(r, who), names.vat_id(r)], r.randint(0, 3))
    return paragraph(bill, left, width, y, [", ".join(parts)], bill.sheet.size * r.uniform(0.8, 1))


def in_words(bill, left, width, y):
    """The total in words, which nobody asks for; the currency behind it counts."""
    sheet, text = bill.sheet, " ".join(bill.r.choices(bill.facts.words["numbers"], k=bill.r.randint(2, 7)))
    spans = [(f"{bill.headed('in_words')} {text} ", None), (bill.facts.style.currency, ("currency", 1))]
    sheet.put(left, y + sheet.size, spans, size=min(sheet.size, sheet.size * width / sheet.measure("".join(s for s, _ in spans))))
    return y + sheet.size * 1.3


def slip(bill, left, width, y):
    """A payment slip: payee, IBAN, reference and amount once more."""
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    field = "amount_due" if "amount_due" in bill.printed else "total"
    cents = facts.owed() if field == "amount_due" else facts.total
    rows = [(facts.seller.name, ("seller", "name"))], [(names.iban(r), None)], facts.style.money(cents, field, ("currency", 0))
    heads = [bill.headed("seller"), bill.headed("iban"), bill.headed(field)]
    rows = list(zip(heads, rows))
    if "number" in bill.printed:
        rows.insert(2, (bill.headed("number"), [(facts.number, "number")]))
    y += sheet.size
    sheet.put(left, y, r.choice(facts.words["slip"]))
    reach, y = max(sheet.measure(head) for head in heads + [rows[2][0]]) + sheet.size * 1.5, y + sheet.pitch * 1.3
    for head, spans in rows:
        sheet.put(left, y, head)
        sheet.put(left + reach, y, spans)
        y += sheet.pitch
    return y


def footer(bill, left, width):
    """Columns of small print at the foot of every page, among them the seller once more."""
    r, sheet, seller_, words = bill.r, bill.sheet, bill.facts.seller, bill.facts.words
    size, columns = min(8, sheet.size * r.uniform(0.65, 0.9)), []
    if r.random() < 0.6 or not bill.seller_elsewhere:
        columns.append([[(seller_.name, ("seller", "name"))]] + [[(line, ("seller", "address"))] for line in footer_address(bill)])
    if r.random() < 0.7:
        columns.append([[(f"{r.choice(words['phone'])} {names.phone(r)}", None)]] + ([[(seller_.email, ("seller", "email"))]] if "seller.email" in bill.printed else [])
                       + [[("www." + names.domain(r, seller_.name), None)]])
    if r.random() < 0.6:
        columns.append([[(f"{r.choice(words['bank'])} {names.name(r)}", None)], [(f"IBAN {names.iban(r)}", None)], [("BIC " + names.name(r).upper(), None)]])
    if r.random() < 0.6:
        columns.append([[(f"{r.choice(words['vat_id'])} {names.vat_id(r)}", None)], [(names.identifier(r), None)], [(names.person(r), None)]])
    running = r.random() < 0.3      # the bill's number again at the head of later pages
    height = size * 1.25 * max([len(c) for c in columns] or [0])
    for page in range(len(sheet.pages)):
        for i, column in enumerate(columns):
            mention, fit = sheet.mention(), min(size, 0.93 * size * width / len(columns) / max(sheet.measure(spans[0][0], size) for spans in column))
            for j, spans in enumerate(column):
                sheet.put(left + i * width / len(columns), sheet.height - 25 - height + j * size * 1.25, spans, size=fit, page=page, mention=mention, part=j)
        if running and page and "number" in bill.printed:
            sheet.put(left, 22, [(bill.headed("number") + " ", None), (bill.facts.number, "number")], size=size, page=page)
        if r.random() < 0.5:
            text = r.choice(words["page"]).replace("{n}", str(page + 1)).replace("{x}", str(len(sheet.pages)))
            sheet.put(left, sheet.height - 18, text, size=size, align=r.choice(["left", "right", "centre"]), width=width, page=page)
