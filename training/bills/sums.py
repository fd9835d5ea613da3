"""The sums of a bill. What counts there, beyond docs/linearizer.md:

- `net` is what the tax is reckoned on, where that is printed; else the sum of the lines before discount and shipping.
- `tax` is the whole tax. With several rates and no printed sum of their taxes it is null; a single rate's tax is the whole.
- `total` is what this bill adds up to, `amount_due` what is to be paid after it: with a balance carried forward the two differ.
- `paid` is what was paid towards this bill. Payments received towards a balance carried forward aren't, and neither are cash handed over, change
  and the means of payment that a till prints.
"""


def sum_rows(bill):
    """(key, head or None, cents, field) of the sums that this bill prints, in their usual order."""
    facts, printed, r = bill.facts, bill.printed, bill.r
    carried = [("previous", None, facts.previous, None), ("received", None, -facts.received if r.random() < 0.6 else facts.received, None)] if facts.previous else []
    added = [("discount", None, -facts.discount, None)] if facts.discount else []
    added += [("shipping", None, facts.shipping, None)] if facts.shipping else []
    added += [("extras", label, cents, None) for label, cents in facts.extras]
    ending = [("tip", None, facts.tip, None)] if facts.tip else []
    ending += [("rounding", None, facts.rounding, None)] if facts.rounding else []
    if "total" in printed:
        ending.append(("total", None, facts.total, "total"))
    if facts.inclusive:
        goods = [("subtotal", None, facts.goods(), None)] if added and r.random() < 0.5 else []
        rows = goods + added + ending + ([("taxable", None, facts.base, "net")] if "net" in printed else []) + tax_rows(bill)
    else:
        rows = net_rows(bill, added) + tax_rows(bill) + ending
    if "paid" in printed:
        rows.append(("paid", None, facts.paid if r.random() < 0.6 else -facts.paid, "paid"))
    if facts.tendered:
        back = facts.tendered - facts.total     # only cash gives change
        rows.append(("cash", facts.words["cash"][0] if back else None, facts.tendered, None))
        rows += [("change", None, back, None)] if back else []
    owed = [("amount_due", None, facts.owed(), "amount_due")] if "amount_due" in printed else []
    return (carried + rows if r.random() < 0.6 else rows + carried) + owed


def net_rows(bill, added):
    """The sum of the lines, then what changes it; the net of it again where the tax is reckoned on that."""
    facts = bill.facts
    if "net" not in bill.printed:
        return added
    if not added:
        return [("net", None, facts.base, "net")]
    if bill.rates_shown or bill.r.random() < 0.35:
        return [("subtotal", None, facts.goods(), None)] + added + [("taxable", None, facts.base, "net")]
    return [("net", None, facts.net, "net")] + added


def tax_rows(bill):
    """The tax in one line, or a line for each rate and perhaps their sum."""
    facts, printed, r = bill.facts, bill.printed, bill.r
    several = len(facts.tax_rows) > 1
    rows = []
    if several and not bill.rates_shown and ("tax" not in printed or r.random() < 0.5):
        word = r.choice([text for text in facts.words["tax"][:2] if "{" not in text])     # one that doesn't sound like a sum
        rows = [("tax", f"{word} {facts.style.share(rate)}{r.choice(['%', ' %'])}", cents, None) for rate, _, cents in facts.tax_rows]
    if "tax" in printed:
        rows.append(("tax", bill.bare("tax") if several else None, facts.tax, "tax"))
    return rows


def rates_table(bill, left, width, y):
    """Rate, net, tax and gross of each rate in a small table, with or without a row of sums."""
    r, sheet, facts = bill.r, bill.sheet, bill.facts
    several, gross = len(facts.tax_rows) > 1, "total" in bill.printed and r.random() < 0.6
    span = width / 4 * r.choice([0.6, 0.8, 1])
    heads = [bill.bare("rate"), bill.bare("net"), bill.bare("tax")] + ([bill.bare("gross")] if gross else [])
    y = put_row(bill, left, span, y + sheet.size * 1.5, [[(head, None)] for head in heads])
    for rate, base, cents in facts.tax_rows:
        fields = ("net", "tax", "total") if not several else (None, None, None)
        y = put_row(bill, left, span, y, rates_row(bill, f"{facts.style.share(rate)}{r.choice(['%', '%', ' %'])}", base, cents, fields, gross))
    if several and r.random() < 0.5:
        y = put_row(bill, left, span, y, rates_row(bill, r.choice(["", bill.bare("total")]), facts.base, facts.tax, ("net", "tax", "total"), gross))
    return y


def rates_row(bill, head, base, cents, fields, gross):
    """The gross is the total only where nothing untaxed comes to it."""
    whole = bill.facts.total == base + cents and "total" in bill.printed
    style, row = bill.facts.style, [[(head, None)]]
    for value, field in zip((base, cents, base + cents)[:3 if gross else 2], (fields[0], fields[1], fields[2] if whole else None)):
        row.append([(style.plain(value), field)])
    return row


def put_row(bill, left, span, y, cells):
    sheet = bill.sheet
    for i, spans in enumerate(cells):
        text = "".join(s for s, _ in spans)
        size = min(sheet.size, sheet.size * 0.88 * span / max(1, sheet.measure(text)))
        sheet.put(left + i * span, y, spans, size=size, align="left" if i == 0 else "right", width=span * 0.95)
    return y + sheet.pitch


def sums(bill, left, width, y, table):
    """The box of sums: under the amounts, in a box of its own, or as lines of text."""
    r, sheet = bill.r, bill.sheet
    before = r.random() < 0.7
    if bill.rates_shown and before:
        y = rates_table(bill, left, width, y)
    y = sums_box(bill, left, width, y + sheet.size + r.choice([0, 0, sheet.pitch, 2 * sheet.pitch]), table)
    return rates_table(bill, left, width, y) if bill.rates_shown and not before else y


def sums_box(bill, left, width, y, table):
    r, sheet, style = bill.r, bill.sheet, bill.facts.style
    shape = r.choice(["table", "table", "table", "box", "box", "text", "left", "wide"])
    pitch = sheet.pitch * r.choice([1, 1.2, 1.5, 1.8])
    edge, box = table.spans["amount"] if shape == "table" and table else (left, width), min(width, r.uniform(150, 260))
    if shape == "wide":     # heads at the left edge, amounts at the right one
        box = width
    right = edge[0] + edge[1] - sheet.size * 0.6 if shape == "table" else left + (box if shape == "left" else width)
    heads_right, paged = r.random() < 0.3, sheet.height - 40
    for key, head, cents, field in sum_rows(bill):
        if y > paged:
            sheet.new_page()
            y = 50 + sheet.size
        big = key in ("total", "amount_due") and r.random() < 0.3
        size = sheet.size * (r.uniform(1.1, 1.5) if big else 1)
        head, spans = sum_texts(bill, key, head, cents, field)
        if shape == "text":
            sheet.put(left, y, [(head + " ", None)] + spans, size=size)
        else:
            amount = sheet.measure("".join(s for s, _ in spans), size)
            sheet.put(right - amount, y, spans, size=size)
            gap = sheet.size * r.choice([1.2, 1.5, 3])
            if heads_right:
                sheet.put(right - max(amount + gap, 75) - sheet.measure(head, size), y, head, size=size)
            else:
                sheet.put(min(right - box, right - amount - gap - sheet.measure(head, size)), y, head, size=size)
        y += pitch * (1.2 if big else 1)
    return y


def sum_texts(bill, key, head, cents, field):
    """Head and spans of one sum."""
    r, style = bill.r, bill.facts.style
    given = head is not None
    if not given:
        head = bill.headed(key) if r.random() < 0.95 else bill.label(key)
    if key == "tax" and "%" not in head and not given and r.random() < 0.2:
        head = f"{head} {style.share(bill.facts.rate)}%"
    where = style.where if key in ("total", "amount_due") or r.random() < 0.9 else style.line_where
    rank = 0 if key in ("total", "amount_due") else 1
    spans = style.money(cents, field, ("currency", rank), where)
    if key in ("total", "amount_due") and r.random() < 0.08 and where != "none" and len(style.currency) == 1:
        head = f"{head.rstrip(':')} ({style.currency})"
    return head, spans
