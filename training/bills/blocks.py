"""Blocks of a bill's head: each draws itself at (x, y) in a width and returns the y below it. They know facts and sheet through a Bill."""
from . import names
from .meta import headline, meta, meta_grid, meta_wide, sentence    # noqa: F401: blocks, too, which a layout finds here by name


def title(bill, x, width, y):
    r, sheet = bill.r, bill.sheet
    size = sheet.size * r.uniform(1.1, 2.8)
    spans = [(bill.title(), None)]
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
    name = [(who.name, (role, "name"))]
    heading = party_heading(bill, role)
    if heading:
        if r.random() < 0.2 and align == "left":     # on one line with the name
            name = [(heading.rstrip(":") + r.choice([": ", " ", ":  "]), None)] + name
        else:
            sheet.put(x, y, heading.rstrip(":") + r.choice(["", "", ":"]), align=align, width=width)
            y += sheet.pitch * r.choice([1, 1, 1.3, 1.8])
    size = sheet.size * (r.uniform(1.05, 1.4) if r.random() < 0.25 else 1)
    sheet.put(x, y, name, size=size, align=align, width=width)
    y += sheet.pitch
    if r.random() < 0.15 and who.person not in who.name:
        attention = r.choice(["Attn: ", "Attn. ", "c/o ", "z.Hd. ", "", ""])
        sheet.put(x, y, attention + who.person, align=align, width=width)
        y += sheet.pitch
    if f"{role}.address" in bill.printed or role == "delivery":
        lines = [piece for line in who.address for piece in sheet.wrap(line, max(width, 90))]
        y = sheet.put_lines(x, y, lines, (role, "address"), align=align, width=width)
    return contacts(bill, x, width, y + (sheet.pitch * 0.7 if r.random() < 0.15 else 0), role, align)


def party_heading(bill, role):
    """What stands over a party, or None. Where goods go elsewhere, both places are named."""
    r, headed = bill.r, bill.r.random()
    if role == "delivery":
        return bill.label("ship_to")
    if role == "buyer":
        return bill.label("buyer") if headed < 0.75 or bill.ship_shown else None
    if bill.facts.kind == "market" and headed < 0.8:
        return bill.label("sold_by")
    return bill.label("seller") if headed < 0.3 else None


def seller(bill, x, width, y):
    return party(bill, x, width, y, "seller")


def buyer(bill, x, width, y):
    return party(bill, x, width, y, "buyer")


def ship_to(bill, x, width, y):
    """Where the goods went. Its marks belong to no field of the answer."""
    return party(bill, x, width, y, "delivery")


def stamp(bill, x, width, y):
    """A word such as COPY over or between everything."""
    size = bill.sheet.size * bill.r.uniform(1, 3)
    bill.sheet.put(x, y + size, bill.r.choice(bill.facts.words["stamps"]), size=size, align=bill.r.choice(["left", "right", "centre"]), width=width)
    return y + size * 1.3
