"""Bills written as a letter or as the plain text of a mail: sentences hold number, date and amount."""
import re

from . import blocks, foot
from .bill import paragraph
from .sums import sums_box
from .table import Table


def draw(bill, left, width, y):
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    mail = r.random() < 0.4
    y = (mail_head if mail else letter_head)(bill, left, width, y) + sheet.pitch
    y = paragraph(bill, left, width, y, [r.choice(facts.words["sentences"])]) + sheet.pitch * r.choice([0, 0.5, 1])
    y = told(bill, left, width, y, "opening") + sheet.pitch * r.choice([0.5, 1])
    y = listed(bill, left, width, y) if r.random() < 0.5 else Table(bill, left, width).draw(y)
    y += sheet.pitch * r.choice([0.5, 1])
    sentence = r.random() < 0.75
    if sentence:
        bill.printed -= {"total", "amount_due"}
    y = sums_box(bill, left, width, y, None) + sheet.pitch * r.choice([0, 0.5])
    if sentence:
        y = told(bill, left, width, y, "closing")
    if r.random() < 0.5:
        y = foot.bank(bill, left, width, y + sheet.pitch)
    y = paragraph(bill, left, width, y + sheet.pitch, [r.choice(facts.words["thanks"])])
    if mail or r.random() < 0.5:
        signature(bill, left, width, y + sheet.pitch)


def letter_head(bill, left, width, y):
    """Seller, buyer, place and date."""
    y = blocks.letterhead(bill, left, width, y) + bill.sheet.pitch * bill.r.choice([1, 2, 3])
    y = blocks.buyer(bill, left, width * 0.6, y) + bill.sheet.pitch
    return dated(bill, left, width, y)


def dated(bill, left, width, y):
    """The date alone in a line, perhaps with the town before it."""
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    if "issue_date" in bill.printed:
        town = re.sub(r"[\d,().-]", "", facts.seller.address[-1]).split()[:1]
        head = f"{town[0]}, " if town and r.random() < 0.3 else f"{bill.headed('date')} " if r.random() < 0.4 else ""
        sheet.put(left, y + sheet.size, [(head, None), (facts.style.date(facts.issued), "issue_date")], align=r.choice(["left", "right"]), width=width)
        y += sheet.pitch * 1.5
    if "number" in bill.printed and r.random() < 0.5:
        y += sheet.size
        sheet.put(left, y, [(bill.headed("number") + " ", None), (facts.number, "number")], size=sheet.size * r.choice([1, 1.2]))
    return y


def mail_head(bill, left, width, y):
    """From, to, subject and date of a mail; the addresses in angle brackets."""
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    rows = [(bill.bare("seller"), [(facts.seller.name, ("seller", "name")), (" <", None), (facts.seller.email, ("seller", "email")), (">", None)]),
            (bill.bare("buyer"), [(facts.buyer.name, ("buyer", "name")), (" <", None), (facts.buyer.email, ("buyer", "email")), (">", None)])]
    if "issue_date" in bill.printed:
        rows.append((bill.bare("date"), [(facts.style.date(facts.issued), "issue_date"), (r.choice(["", f" {r.randint(0, 23)}:{r.randint(10, 59)}"]), None)]))
    subject = [(bill.title() + " ", None)] + ([(facts.number, "number")] if "number" in bill.printed else [])
    for head, spans in rows + [(r.choice(["Re", "Subject", "Betreff", "Objet"]) if r.random() < 0.3 else None, subject)]:
        y += sheet.pitch
        sheet.put(left, y, ([(head.rstrip(":") + ": ", None)] if head else []) + spans)
    return y


def told(bill, left, width, y, key):
    """A sentence that has values of this bill in it; none where it has no fitting one. An amount to be paid by a day is what is due, another the total."""
    facts, style, r = bill.facts, bill.facts.style, bill.r
    owed, total = style.money(facts.owed(), "amount_due", ("currency", 0)), style.money(facts.total, "total", ("currency", 0))
    values = {"{total}": owed if "due_date" in bill.printed else total}
    for name, shown, text in (("number", "number", facts.number), ("date", "issue_date", style.date(facts.issued)), ("due", "due_date", style.date(facts.due))):
        if shown in bill.printed:
            values["{" + name + "}"] = [(text, shown)]
    fitting = [(len(re.findall(r"{\w+}", text)), text) for text in facts.words[key] if set(re.findall(r"{\w+}", text)) <= set(values)]
    if not fitting:
        return y
    most = max(count for count, _ in fitting)
    text = r.choice([text for count, text in fitting if count == most])
    spans = []
    for piece in re.split(r"({\w+})", text):
        spans += values.get(piece, [(piece, None)])
    return flow(bill, left, width, y, spans)


def flow(bill, left, width, y, spans):
    """Spans over as many lines as they take; a value isn't broken."""
    sheet, lines, reach = bill.sheet, [[]], 0
    for text, field in spans:
        pieces = [text] if field else re.findall(r"\S+ *| +", text)
        for piece in pieces:
            long = sheet.measure(piece)
            if lines[-1] and reach + long > width:
                lines.append([])
                reach = 0
            lines[-1].append((piece, field))
            reach += long
    for line in lines:
        y += sheet.pitch
        sheet.put(left, y, line)
    return y


def listed(bill, left, width, y):
    """The lines as a list in running text."""
    r, sheet, style = bill.r, bill.sheet, bill.facts.style
    bullet, between = r.choice(["- ", "* ", "• ", ""]), r.choice([": ", " - ", " = ", ": "])
    for number, line in enumerate(bill.facts.lines):
        spans = [(bullet, None)]
        if line.quantity and line.price is not None and r.random() < 0.6:
            spans += [(line.quantity, ("lines", number, "quantity")), (" x ", None)]
        description = sheet.wrap(line.description, width * 0.6)[0]
        spans += [(description, ("lines", number, "description")), (between, None)]
        y += sheet.pitch
        sheet.put(left, y, spans + style.money(line.amount, ("lines", number, "amount"), ("currency", 1)))
    return y


def signature(bill, left, width, y):
    """Person, seller, address and mail at the end."""
    r, sheet, seller = bill.r, bill.sheet, bill.facts.seller
    y += sheet.size
    if r.random() < 0.6:
        sheet.put(left, y, seller.person)
        y += sheet.pitch
    sheet.put(left, y, [(seller.name, ("seller", "name"))])
    y += sheet.pitch
    if "seller.address" in bill.printed:
        y = sheet.put_lines(left, y, seller.address, ("seller", "address"))
    return blocks.contacts(bill, left, width, y, "seller")
