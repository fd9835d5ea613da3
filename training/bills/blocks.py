"""Blocks of a bill's head and foot: each draws itself at (x, y) in a width and returns the y below it. They know facts and sheet through a Bill."""
from dataclasses import dataclass

from . import names
from .facts import Facts
from .sheet import Sheet


@dataclass
class Bill:
    """What the blocks of one document share."""
    r: object
    facts: Facts
    sheet: Sheet
    colon: str              # after labels
    shout: bool             # labels in capitals
    printed: set            # fields that this bill shows
    seller_elsewhere: bool  # whether a block prints the seller, so that a logo may be a mere trade name

    def label(self, key, rate=None):
        text = self.r.choice(self.facts.words[key])
        text = text.replace("{x}", f"{self.facts.rate:g}".replace(".", self.facts.style.decimal))
        return text.upper() if self.shout and text[-1] not in "#°º" else text

    def headed(self, key):
        """A label as it stands before its value."""
        text = self.label(key)
        return text if text[-1] in "#:°º" else text + self.colon


def title(bill, x, width, y):
    r, sheet = bill.r, bill.sheet
    size = sheet.size * r.uniform(1.1, 2.8)
    spans = [(r.choice(bill.facts.words["title"]), None)]
    if r.random() < 0.15 and "number" in bill.printed:
        spans += [(r.choice([" ", " #", " Nr. ", " - "]), None), (bill.facts.number, "number")]
    sheet.put(x, y + size, spans, size=size, align=r.choice(["left", "left", "right", "centre"]), width=width)
    return y + size * 1.5


def logo(bill, x, width, y):
    """The seller's name in big letters; where it stands in full elsewhere, perhaps the first word of it or another trade name."""
    r, sheet, size, seller_ = bill.r, bill.sheet, bill.sheet.size * bill.r.uniform(1.2, 2.6), bill.facts.seller
    text, field = seller_.name, ("seller", "name")
    if bill.seller_elsewhere and r.random() < 0.8:
        text, field = seller_.name.split()[0].strip(",") if r.random() < 0.6 else names.name(r), None
    text = text.upper() if r.random() < 0.2 else text
    size = min(size, size * width / sheet.measure(text, size))
    sheet.put(x, y + size, [(text, field)], size=size, align=r.choice(["left", "right", "centre"]), width=width)
    return y + size * 1.6


def sender(bill, x, width, y):
    """The small line above the buyer that shows in an envelope's window."""
    r, sheet, seller_ = bill.r, bill.sheet, bill.facts.seller
    bar = r.choice([" · ", " | ", " • ", ", ", " - ", " – ", " * "])
    address = bar.join(line.rstrip(",") for line in seller_.address)
    sheet.put(x, y + sheet.size, [(seller_.name, ("seller", "name")), (bar, None), (address, ("seller", "address"))], size=sheet.size * r.uniform(0.55, 0.8))
    return y + sheet.size * r.uniform(1.1, 3)


def letterhead(bill, x, width, y):
    """The seller in one line or centred lines over the whole width."""
    r, sheet, seller = bill.r, bill.sheet, bill.facts.seller
    if r.random() < 0.5:
        bar = r.choice([" · ", " | ", " • ", ", ", " - ", " – "])
        spans = [(seller.name, ("seller", "name")), (bar, None), (bar.join(line.rstrip(",") for line in seller.address), ("seller", "address"))]
        if "seller.email" in bill.printed and r.random() < 0.5:
            spans += [(bar, None), (seller.email, ("seller", "email"))]
        sheet.put(x, y + sheet.size, spans, size=sheet.size * r.uniform(0.65, 1.0), align=r.choice(["left", "centre"]), width=width)
        return y + 2 * sheet.size
    align = r.choice(["left", "centre", "right"])
    sheet.put(x, y + sheet.size * 1.4, [(seller.name, ("seller", "name"))], size=sheet.size * r.uniform(1, 1.7), align=align, width=width)
    y = sheet.put_lines(x, y + sheet.size * 1.4 + sheet.pitch * r.uniform(1, 1.3), seller.address, ("seller", "address"), align=align, width=width)
    return contacts(bill, x, width, y, "seller", align)


def contacts(bill, x, width, y, role, align="left"):
    """Phone, mail, web, tax number: some of them, some labelled. y is the first line's."""
    r, sheet, party, words = bill.r, bill.sheet, getattr(bill.facts, role), bill.facts.words
    rows = []
    for key, value in (("phone", names.phone(r)), ("fax", names.phone(r)), ("web", "www." + names.domain(r, party.name)), ("vat_id", names.vat_id(r))):
        if r.random() < (0.35 if role == "seller" else 0.1):
            rows.append((key, [(value, None)]))
    if f"{role}.email" in bill.printed:
        rows.append(("email", [(party.email, (role, "email"))]))
    r.shuffle(rows)
    for key, spans in rows:
        bare = key in ("email", "web", "phone") and r.random() < 0.45
        head = "" if bare else r.choice(words[key]) + r.choice([": ", ": ", " ", ". "])
        sheet.put(x, y, [(head, None)] + spans, align=align, width=width)
        y += sheet.pitch
    return y


def party(bill, x, width, y, role):
    """Name, address and perhaps contacts under, beside or without a heading."""
    r, sheet, who = bill.r, bill.sheet, getattr(bill.facts, role)
    y += sheet.size
    align = "right" if r.random() < 0.08 else "left"
    headed = r.random()
    name = [(who.name, (role, "name"))]
    if role == "buyer" and headed < 0.75 or headed < 0.3:
        heading = bill.label(role)
        if r.random() < 0.2 and align == "left":     # on one line with the name
            name = [(heading + r.choice([": ", " ", ":  "]), None)] + name
        else:
            sheet.put(x, y, heading + r.choice(["", "", ":"]), align=align, width=width)
            y += sheet.pitch * r.choice([1, 1, 1.3, 1.8])
    size = sheet.size * (r.uniform(1.05, 1.4) if r.random() < 0.25 else 1)
    sheet.put(x, y, name, size=size, align=align, width=width)
    y += sheet.pitch
    if r.random() < 0.15 and who.person not in who.name:
        attention = r.choice(["Attn: ", "Attn. ", "c/o ", "z.Hd. ", "", ""])
        sheet.put(x, y, attention + who.person, align=align, width=width)
        y += sheet.pitch
    if f"{role}.address" in bill.printed:
        lines = [piece for line in who.address for piece in sheet.wrap(line, max(width, 90))]
        y = sheet.put_lines(x, y, lines, (role, "address"), align=align, width=width)
    return contacts(bill, x, width, y + (sheet.pitch * 0.7 if r.random() < 0.15 else 0), role, align)


def seller(bill, x, width, y):
    return party(bill, x, width, y, "seller")


def buyer(bill, x, width, y):
    return party(bill, x, width, y, "buyer")


def meta_rows(bill):
    """(label, spans) of number and dates among neighbours that look like them."""
    r, facts, style = bill.r, bill.facts, bill.facts.style
    rows = []
    if "number" in bill.printed:
        head = bill.headed("number")
        sharp = head[-1] != "#" and r.random() < 0.15
        rows.append((head, [("#" if sharp else "", None), (facts.number, "number")]))
    if "issue_date" in bill.printed:
        rows.append((bill.headed("date"), [(style.date(facts.issued), "issue_date")]))
    if "due_date" in bill.printed:
        rows.append((bill.headed("due"), [(style.date(facts.due), "due_date")]))
    fixed = len(rows)
    for key, value in (("order", names.identifier(r)), ("customer", names.identifier(r)), ("delivery", names.identifier(r)),
                       ("order_date", style.date(facts.issued.replace(day=r.randint(1, 28), year=facts.issued.year - r.randint(0, 1)))),
                       ("contact", names.person(r)), ("phone", names.phone(r)), ("vat_id", names.vat_id(r)),
                       ("terms", r.choice(facts.words["terms_values"]).replace("{n}", str(r.choice([7, 10, 14, 30, 60])))),
                       ("method", r.choice(facts.words["methods"]))):
        if r.random() < 0.22:
            rows.insert(r.randint(0, len(rows)) if r.random() < 0.6 else len(rows), (bill.headed(key), [(value, None)]))
    if r.random() < 0.12:
        rows.append((bill.headed("currency"), [(style.currency, ("currency", 1))]))
    if r.random() < 0.12 and "amount_due" in bill.printed:
        rows.append((bill.headed("amount_due"), style.money(facts.total - facts.paid, "amount_due", ("currency", 0))))
    if fixed and r.random() < 0.2:
        r.shuffle(rows)
    return rows


def meta(bill, x, width, y):
    shape = bill.r.choice([meta_inline, meta_inline, meta_columns, meta_columns, meta_columns, meta_above])
    return shape(bill, x, width, y + bill.sheet.size, meta_rows(bill))


def meta_inline(bill, x, width, y, rows):
    align = "right" if bill.r.random() < 0.25 else "left"
    for head, spans in rows:
        bill.sheet.put(x, y, [(head + " ", None)] + spans, align=align, width=width)
        y += bill.sheet.pitch
    return y


def meta_columns(bill, x, width, y, rows):
    r, sheet = bill.r, bill.sheet
    reach = max([sheet.measure(head) for head, _ in rows] or [0]) + sheet.size * r.choice([0.5, 1, 1.5, 3])
    align = r.choice(["left", "left", "right"])
    pitch = sheet.pitch * r.choice([1, 1, 1.2, 1.5])
    right_heads = align == "left" and r.random() < 0.2
    for head, spans in rows:
        sheet.put(x, y, head, align="right" if right_heads else "left", width=reach - sheet.size * 0.5)
        longest = sheet.measure("".join(s for s, _ in spans))
        sheet.put(x + reach, y, spans, align=align, width=max(longest, width - reach))
        y += pitch
    return y


def meta_above(bill, x, width, y, rows):
    for head, spans in rows:
        bill.sheet.put(x, y, head.rstrip(":"), size=bill.sheet.size * 0.9)
        bill.sheet.put(x, y + bill.sheet.pitch, spans)
        y += bill.sheet.pitch * 2.5
    return y


def meta_grid(bill, x, width, y):
    """Labels in one row over the page, their values in the next."""
    r, sheet, rows = bill.r, bill.sheet, meta_rows(bill)[:6]
    if not rows:
        return y
    y, step, drop = y + sheet.size, width / len(rows), sheet.pitch * r.choice([1, 1.2, 1.6])
    align = r.choice(["left", "left", "centre"])
    for i, (head, spans) in enumerate(rows):
        cell = dict(size=min(sheet.size, sheet.size * step * 0.93 / sheet.measure(max(head, "".join(s for s, _ in spans), key=sheet.measure))), align=align, width=step)
        sheet.put(x + i * step, y, head.rstrip(":"), **cell)
        sheet.put(x + i * step, y + drop, spans, **cell)
    return y + drop + sheet.pitch


def sentence(bill, x, width, y):
    """Number and date in running text."""
    r, facts = bill.r, bill.facts
    spans = [(r.choice(facts.words["title"]) + " ", None), (facts.number, "number" if "number" in bill.printed else None)]
    if "issue_date" in bill.printed and r.random() < 0.8:
        spans += [({"en": " of ", "de": " vom ", "fr": " du ", "es": " de ", "it": " del ", "nl": " van "}[facts.language], None),
                  (facts.style.date(facts.issued), "issue_date")]
    bill.sheet.put(x, y + bill.sheet.size, spans, size=bill.sheet.size * r.uniform(1, 1.4))
    rest = [row for row in meta_rows(bill) if row[1][-1][1] not in ("number", "issue_date")][:3]
    return meta_inline(bill, x, width, y + 2.2 * bill.sheet.size, rest)


def headline(bill, x, width, y):
    """What is owed and until when, in one big line."""
    r, facts, style = bill.r, bill.facts, bill.facts.style
    field = "amount_due" if "amount_due" in bill.printed else "total"
    owed = facts.total - facts.paid if field == "amount_due" else facts.total
    spans = style.money(owed, field, ("currency", 0))
    if "due_date" in bill.printed and r.random() < 0.7:
        due = {"en": " due ", "de": " fällig am ", "fr": " à payer avant le ", "es": " vence el ", "it": " entro il ", "nl": " te betalen voor "}
        spans = spans + [(due[facts.language], None), (style.date(facts.due), "due_date")]
    elif field == "amount_due":
        spans = [(bill.headed("amount_due") + " ", None)] + spans
    else:
        spans = [(bill.headed("total") + " ", None)] + spans
    size = bill.sheet.size * r.uniform(1, 1.8)
    bill.sheet.put(x, y + size, spans, size=size)
    return y + size * 1.6


def paragraph(bill, x, width, y, texts, size=None):
    size = size or bill.sheet.size
    y += size
    for text in texts:
        text = text.replace("{n}", str(bill.r.choice([7, 8, 10, 14, 30]))).replace("{x}", f"{bill.r.choice([1, 1.5, 2, 3, 8])}")
        for piece in bill.sheet.wrap(text, width, size):
            bill.sheet.put(x, y, piece, size=size)
            y += size * 1.25
    return y


def bank(bill, x, width, y):
    r, sheet, words = bill.r, bill.sheet, bill.facts.words
    y += sheet.size
    rows = [("bank", names.name(r) + " Bank"), ("iban", names.iban(r)), ("bic", "".join(r.choice("ABCDEFGHKLMNPRSTU") for _ in range(8)))]
    for key, value in rows[r.randint(0, 1):]:
        sheet.put(x, y, f"{r.choice(words[key])}{r.choice([': ', ' ', ': '])}{value}")
        y += sheet.pitch
    return y


def footer(bill, left, width):
    """Columns of small print at the foot of every page, among them the seller once more."""
    r, sheet, seller_, words = bill.r, bill.sheet, bill.facts.seller, bill.facts.words
    size, columns = min(8, sheet.size * r.uniform(0.65, 0.9)), []
    own_mail = seller_.email if "seller.email" in bill.printed else names.email(r, seller_.name)
    mail_field = ("seller", "email")
    if r.random() < 0.6:
        columns.append([[(seller_.name, ("seller", "name"))]] + [[(line, None)] for line in seller_.address])
    if r.random() < 0.7:
        columns.append([[(f"{r.choice(words['phone'])} {names.phone(r)}", None)]] + ([[(own_mail, mail_field)]] if "seller.email" in bill.printed else [])
                       + [[("www." + names.domain(r, seller_.name), None)]])
    if r.random() < 0.6:
        columns.append([[(f"{r.choice(words['bank'])} {names.name(r)}", None)], [(f"IBAN {names.iban(r)}", None)], [("BIC " + names.name(r).upper(), None)]])
    if r.random() < 0.6:
        columns.append([[(f"{r.choice(words['vat_id'])} {names.vat_id(r)}", None)], [(names.identifier(r), None)], [(names.person(r), None)]])
    running = r.random() < 0.3      # the bill's number again at the head of later pages
    height = size * 1.25 * max([len(c) for c in columns] or [0])
    for page in range(len(sheet.pages)):
        for i, column in enumerate(columns):
            for j, spans in enumerate(column):
                sheet.put(left + i * width / len(columns), sheet.height - 25 - height + j * size * 1.25, spans, size=size, page=page)
        if running and page and "number" in bill.printed:
            sheet.put(left, 22, [(bill.headed("number") + " ", None), (bill.facts.number, "number")], size=size, page=page)
        if r.random() < 0.5:
            text = r.choice(words["page"]).replace("{n}", str(page + 1)).replace("{x}", str(len(sheet.pages)))
            sheet.put(left, sheet.height - 18, text, size=size, align=r.choice(["left", "right", "centre"]), width=width, page=page)
