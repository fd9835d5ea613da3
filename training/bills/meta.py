"""Number and dates of a bill among neighbours that look like them, in columns, rows, grids and sentences."""
import datetime

from . import names


def meta_rows(bill):
    """(label, spans) of number and dates among neighbours that look like them."""
    r, facts, style = bill.r, bill.facts, bill.facts.style
    rows = []
    if "number" in bill.printed:
        key = "receipt_number" if facts.kind == "receipt" and r.random() < 0.7 else "number"
        head = bill.headed(key)
        sharp = head[-1] != "#" and r.random() < 0.15
        rows.append((head, [("#" if sharp else "", None), (facts.number, "number")]))
    if "issue_date" in bill.printed:
        rows.append((bill.headed("date"), [(style.date(facts.issued), "issue_date")]))
    if "due_date" in bill.printed:
        rows.append((bill.headed("due"), [(style.date(facts.due), "due_date")]))
    fixed = len(rows)
    for row in neighbours(bill):
        rows.insert(r.randint(0, len(rows)) if r.random() < 0.6 else len(rows), row)
    if r.random() < 0.12:
        rows.append((bill.headed("currency"), [(style.currency, ("currency", 1))]))
    if r.random() < 0.12 and "amount_due" in bill.printed:
        rows.append((bill.headed("amount_due"), style.money(facts.owed(), "amount_due", ("currency", 0))))
    elif r.random() < 0.06 and "total" in bill.printed:
        rows.append((bill.headed("total"), style.money(facts.total, "total", ("currency", 0))))
    if fixed and r.random() < 0.2:
        r.shuffle(rows)
    return rows


def neighbours(bill):
    """Rows that look like number and dates and aren't: other numbers, other dates, other people."""
    r, facts, style = bill.r, bill.facts, bill.facts.style
    earlier = facts.issued - datetime.timedelta(days=r.randint(1, 400))
    until = earlier + datetime.timedelta(days=r.choice([6, 13, 27, 29, 30, 30, 89, 364]))
    choices = [
        ("order", 0.22, lambda: names.identifier(r)), ("customer", 0.22, lambda: names.identifier(r)), ("delivery", 0.15, lambda: names.identifier(r)),
        ("order_date", 0.2, lambda: style.date(facts.issued.replace(day=r.randint(1, 28), year=facts.issued.year - r.randint(0, 1)))),
        ("period", 0.1, lambda: style.date(earlier) + r.choice([" - ", " – "] + [" to "] * (facts.language == "en")) + style.date(until)),
        ("since", 0.04, lambda: style.date(earlier)), ("printed_on", 0.04 if "issue_date" in bill.printed else 0, lambda: style.date(facts.issued + datetime.timedelta(days=r.randint(0, 9)))),
        ("contact", 0.18, lambda: names.person(r)), ("phone", 0.18, lambda: names.phone(r)), ("vat_id", 0.18, lambda: names.vat_id(r)),
        ("iban", 0.06, lambda: names.iban(r)), ("others", 0.06, lambda: names.company(r, facts.words)),
        ("terms", 0.2, lambda: r.choice(facts.words["terms_values"]).replace("{n}", str(r.choice([7, 10, 14, 30, 60])))),
        ("method", 0.2, lambda: r.choice(facts.words["methods"])),
    ]
    often = r.choice([0.3, 0.6, 1, 1.3])
    rows = [(bill.headed(key), [(value(), None)]) for key, share, value in choices if r.random() < share * often]
    if facts.kind == "hotel":
        room, arrival, departure = facts.words["stay"][:3]
        stay = [(room, str(r.randint(1, 999))), (arrival, style.date(facts.issued - datetime.timedelta(days=r.randint(1, 9)))), (departure, style.date(facts.issued))]
        rows += [(head + bill.colon, [(value, None)]) for head, value in stay if r.random() < 0.7]
    if "seller.email" in bill.printed and facts.seller.email.split("@")[1] not in names.FREE_MAIL and r.random() < 0.1:
        rows.append((bill.headed("support"), [(seller_box(bill), ("seller", "email"))]))
    return rows


def seller_box(bill):
    """Another mail address of the seller. All of them count: the answer is the first that is printed."""
    return f"{bill.r.choice(names.BOXES)}@{bill.facts.seller.email.split('@')[1]}"


def meta(bill, x, width, y):
    shape = bill.r.choice([meta_inline, meta_inline, meta_columns, meta_columns, meta_columns, meta_above, meta_before])
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


def meta_before(bill, x, width, y, rows):
    """Values with their labels behind them or below."""
    r, sheet = bill.r, bill.sheet
    below = r.random() < 0.5
    for head, spans in rows:
        right = sheet.put(x, y, spans)
        if below:
            sheet.put(x, y + sheet.pitch * 0.9, head.rstrip(": "), size=sheet.size * 0.8)
        else:
            sheet.put(right + sheet.size * r.choice([0.5, 1.5]), y, f"({head.rstrip(': ')})", size=sheet.size * 0.85)
        y += sheet.pitch * (2.6 if below else 1)
    return y


def meta_wide(bill, x, width, y):
    """Labels at the left edge, values at the right one."""
    y += bill.sheet.size
    for head, spans in meta_rows(bill)[:8]:
        bill.sheet.put(x, y, head)
        bill.sheet.put(x, y, spans, align="right", width=width)
        y += bill.sheet.pitch
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
    spans = [(bill.title() + " ", None)] + ([(facts.number, "number")] if "number" in bill.printed else [])
    if "issue_date" in bill.printed and r.random() < 0.8:
        spans += [(f" {r.choice(facts.words['of'])} ", None), (facts.style.date(facts.issued), "issue_date")]
    bill.sheet.put(x, y + bill.sheet.size, spans, size=bill.sheet.size * r.uniform(1, 1.4))
    rest = [row for row in meta_rows(bill) if row[1][-1][1] not in ("number", "issue_date")][:3]
    return meta_inline(bill, x, width, y + 2.2 * bill.sheet.size, rest)


def headline(bill, x, width, y):
    """What is owed and until when, in one big line."""
    r, facts, style = bill.r, bill.facts, bill.facts.style
    field = "amount_due" if "amount_due" in bill.printed else "total"
    owed = facts.owed() if field == "amount_due" else facts.total
    spans = style.money(owed, field, ("currency", 0))
    if field == "amount_due" and "due_date" in bill.printed and r.random() < 0.7:
        spans = spans + [(f" {r.choice(facts.words['due_by'])} ", None), (style.date(facts.due), "due_date")]
    elif field == "amount_due":
        spans = [(bill.headed("amount_due") + " ", None)] + spans
    else:
        spans = [(bill.headed("total") + " ", None)] + spans
    size = bill.sheet.size * r.uniform(1, 1.8)
    bill.sheet.put(x, y + size, spans, size=size)
    return y + size * 1.6
