"""Pieces that many programs print alike: rows of labels, tables of goods, sums, feet. Where they stand is the family's business."""

from dataclasses import dataclass, field
from decimal import Decimal

from facts import register

GREY, DARK, WHITE, PALE = (0.45, 0.45, 0.45), (0.15, 0.15, 0.15), (1, 1, 1), (0.93, 0.93, 0.94)
COLOURS = ((0.10, 0.28, 0.52), (0.55, 0.12, 0.18), (0.08, 0.42, 0.36), (0.30, 0.22, 0.48), (0.80, 0.42, 0.05), (0.20, 0.22, 0.26), (0.00, 0.50, 0.62))


# --- what counts: number, dates, references
def meta(bill, keys="number date due delivery order order_date customer contract project clerk printed_on"):
    """(label, printed) of those that this bill has."""
    rows = []
    for key in keys.split():
        if key == "number":
            rows.append((bill.number_label(), bill.show("number")))
        elif key == "date":
            rows.append((bill.date_label(), bill.show("issue_date")))
            if bill.has("preceding_invoice"):  # the bill that a credit note is about
                rows.append((bill.label("number.bill"), bill.show("preceding_invoice")))
        elif key == "due":
            if bill.has("due_date") and bill.extras.setdefault("due_shown", bill.rng.random() < 0.6):
                rows.append((bill.label("due"), bill.show("due_date")))
        elif key in ("delivery", "order", "customer"):
            path = {"delivery": "delivery_date", "order": "order_number", "customer": "customer_number"}[key]
            if bill.has(path):
                rows.append((bill.label(key), bill.show(path)))
        elif key == "period":
            rows.append((bill.label("period"), f"{bill.show('period_start')} - {bill.show('period_end')}"))
        elif bill.extras.get(key):
            rows.append((bill.label(key), bill.look.write(bill.extras[key])))
    return rows


def terms(bill):
    """The sentence on when to pay, if this bill has one."""
    if not bill.has("due_date"):
        return ""
    if bill.extras.setdefault("due_shown", False):
        says = bill.rng.random() < 0.35
    else:
        says = bill.rng.random() < 0.7
    if says:
        bill.note("terms", "")
        return bill.label("terms", n=bill.facts["terms_days"])
    if not bill.extras["due_shown"] and bill.rng.random() < 0.3:
        bill.unjudged.add("due_date")
        return bill.label("prompt")
    return ""


# --- the table of goods
@dataclass
class Table:
    keys: str = "pos description qty unit price amount"
    head: str = "rule"  # rule, band, grey, grid, boxed, plain
    colour: tuple = DARK
    zebra: bool = False
    rules: bool = False
    carry: bool = False
    leading: float = 1.7
    caps: bool = False
    widths: dict = field(default_factory=dict)


WIDTHS = {"pos": 28, "code": 58, "qty": 48, "unit": 42, "price": 70, "rate": 46, "amount": 78}
LEFT = ("pos", "code", "description", "unit")
CELLS = {"code": "item_code", "description": "description", "qty": "quantity", "unit": "unit", "price": "unit_price", "rate": "tax_rate", "amount": "amount"}


def columns(paper, bill, style, x0, x1):
    keys = [key for key in style.keys.split() if key not in ("rate", "code") or any(line.get(CELLS[key]) is not None for line in bill.lines)]
    scale = paper.size / 9
    widths = {}
    for key in keys:
        if key != "description":
            texts = [str(i + 1) if key == "pos" else preview(bill, i, key) for i in range(len(bill.lines))]
            widths[key] = max([style.widths.get(key, WIDTHS[key] * scale)] + [paper.measure(text) + 12 for text in texts])
    widths["description"] = x1 - x0 - sum(widths.values())
    out, x = [], x0
    for key in keys:
        out.append((key, x, x + widths[key]))
        x += widths[key]
    return out


def preview(bill, index, key):
    value = bill.lines[index].get(CELLS[key])
    if value is None:
        return ""
    return bill.look.money(value, bill.look.cell_style) if key in ("price", "amount") else bill.look.write(value) + ("  " if key == "rate" else "")


def head(paper, bill, style, cols):
    y, step = paper.y, paper.size * 1.9
    x0, x1 = cols[0][1], cols[-1][2]
    colour = DARK
    if style.head == "band":
        paper.box(x0, y, x1, y + step, 0, fill=style.colour)
        colour = WHITE
    elif style.head in ("grey", "boxed"):
        paper.box(x0, y, x1, y + step, 0.5 if style.head == "boxed" else 0, fill=PALE)
    elif style.head == "grid":
        paper.box(x0, y, x1, y + step)
    for key, left, right in cols:
        label = bill.label(key)
        place(paper, key, left, right, y + step * 0.66, label.upper() if style.caps else label, bold=style.head != "plain", colour=colour)
    if style.head == "rule":
        paper.rule(y + step, x0, x1, 0.9)
    paper.y = y + step + (2 if style.head != "grid" else 0)


def place(paper, key, left, right, y, text, bold=False, colour=(0, 0, 0)):
    if key in LEFT:
        paper.text(left + 4, y, text, bold=bold, colour=colour, fit=right - left - 6)
    else:
        paper.text(right - 4, y, text, bold=bold, colour=colour, align="r", fit=right - left - 5)


def table(paper, bill, style, x0=None, x1=None):
    """Draws head and rows from paper.y on; paper.y is below them then."""
    cols = columns(paper, bill, style, paper.left if x0 is None else x0, paper.right if x1 is None else x1)
    top = paper.y
    head(paper, bill, style, cols)
    carried, step = Decimal("0.00"), paper.size * style.leading
    for i, line in enumerate(bill.lines):
        width = next(right - left for key, left, right in cols if key == "description")
        texts = [piece for part in bill.cell(i, "description").split("\n") for piece in paper.wrapped(part, width - 8)]
        height = step + (len(texts) - 1) * paper.size * 1.25
        if paper.y + height + (step if style.carry else 0) > paper.bottom:
            if style.carry:
                carry(paper, bill, "carried", carried, cols)
            if style.head == "grid":
                frame(paper, cols, top)
            paper.turn()
            top = paper.y
            head(paper, bill, style, cols)
            if style.carry:
                carry(paper, bill, "brought", carried, cols)
        if style.zebra and i % 2:
            paper.box(cols[0][1], paper.y, cols[-1][2], paper.y + height, 0, fill=PALE)
        base = paper.y + step * 0.68
        for key, left, right in cols:
            if key == "description":
                paper.block(left + 4, base, texts, leading=1.25)
            else:
                place(paper, key, left, right, base, str(i + 1) if key == "pos" else bill.cell(i, CELLS[key]))
        paper.y += height
        carried += line["amount"]
        if style.rules:
            paper.rule(paper.y, cols[0][1], cols[-1][2], 0.3, (0.7, 0.7, 0.7))
    if style.head == "grid":
        frame(paper, cols, top)
    elif style.head in ("rule", "boxed"):
        paper.rule(paper.y + 2, cols[0][1], cols[-1][2])
    paper.y += 6
    return cols


def carry(paper, bill, key, amount, cols):
    base = paper.y + paper.size * 1.2
    paper.text(cols[-1][1] - 10, base, bill.label(key), align="r")
    paper.text(cols[-1][2] - 4, base, bill.look.number(amount), align="r")
    paper.y += paper.size * 1.8


def frame(paper, cols, top):
    paper.box(cols[0][1], top, cols[-1][2], paper.y + 2)
    for _, left, _ in cols[1:]:
        paper.upright(left, top, paper.y + 2)


def cells_table(paper, labels, rows, widths, left=1, lined=False, strong_head=True):
    """A table of words that are there already: shares of the width, the first `left` columns begin at the left, the others end at the right."""
    step, span = paper.size * 1.7, paper.right - paper.left
    edges = [paper.left]
    for share in widths:
        edges.append(edges[-1] + span * share / sum(widths))
    for number, cells in enumerate([labels] + rows):
        if number and paper.need(step):
            paper.y += 4
        base = paper.y + step * 0.7
        for k, text in enumerate(cells):
            strong = strong_head and number == 0
            if k < left:
                paper.text(edges[k] + 3, base, text, bold=strong, fit=edges[k + 1] - edges[k] - 5)
            else:
                paper.text(edges[k + 1] - 3, base, text, bold=strong, align="r", fit=edges[k + 1] - edges[k] - 5)
        paper.y += step
        if number == 0 or lined:
            paper.rule(paper.y, width=0.8 if number == 0 else 0.3)
    paper.y += 6
    return edges


def ship_to(paper, bill, x, y):
    """Where the goods went, if that is another place than the buyer's."""
    if bill.extras.get("ship_to"):
        paper.text(x, y, bill.label("ship_to"), 7.5, True)
        y = paper.block(x, y + paper.size * 1.3, bill.extras["ship_to"])
    return y


# --- sums
def sums(bill, gross=False, taxes=True, due=None):
    """(label, printed, role) from top to bottom; roles: minor, tax, total, due."""
    rows = []
    if bill.has("allowances") or bill.has("charges"):
        rows.append((bill.label("lines_total"), bill.show("lines_total", True), "minor"))
    if bill.has("allowances"):
        rows.append((bill.label("discount", d=bill.extras["discount_percent"]), bill.deducted("allowances"), "minor"))
    if bill.has("charges"):
        rows.append((bill.label("shipping"), bill.show("charges", True), "minor"))
    net = [] if not bill.taxes and (bill.has("allowances") or bill.rng.random() < 0.5) else [(net_label(bill), bill.show("net", True), "minor")]
    tax = tax_rows(bill) if taxes else []
    if bill.has("rounding"):
        tax.append((bill.label("rounding"), bill.show("rounding", True), "minor"))
    total = [(bill.label("total"), bill.show("total", True), "total")]
    rows += total + net + tax if gross else net + tax + total
    if bill.has("paid"):
        rows.append((bill.label("paid"), bill.deducted("paid") if bill.rng.random() < 0.6 else bill.show("paid", True), "minor"))
    if bill.has("paid") or (due if due is not None else bill.rng.random() < 0.1):
        rows.append((bill.label("balance"), bill.show("amount_due", True), "due"))
    return rows


def net_label(bill):
    """Not twice the same wording in one column of sums."""
    label = bill.label("net")
    if label in (bill._labels.get("lines_total"), bill.label("total")):
        others = [text for text in bill.words.all("net", bill.look.country) if text not in (bill._labels.get("lines_total"), bill.label("total"))]
        return others[0] if others else label
    return label


def tax_rows(bill):
    rows = []
    for i, tax in enumerate(bill.taxes):
        rate = bill.look.number(tax["rate"])
        if bill.look.country == "IN":  # half to the state, half to the union
            half = bill.look.number((tax["rate"] / 2).normalize() if tax["rate"] % 2 else tax["rate"] / 2)
            if tax["amount"] * 100 % 2 == 0:
                bill.unjudged.update(("taxes", "tax"))
                for name in ("CGST", "SGST"):
                    rows.append((f"{name} @ {half}%", bill.look.money(tax["amount"] / 2), "tax"))
                continue
            rows.append((f"IGST @ {rate}%", bill.tax_cell(i, "amount", True), "tax"))
        else:
            rows.append((bill.label("tax", r=rate), bill.tax_cell(i, "amount", True), "tax"))
        bill.tax_cell(i, "rate")
    return rows


def draw_sums(paper, rows, x0, x1, style="rule", colour=DARK):
    """Labels at x0, sums ending at x1. style: rule, band, boxed, plain."""
    step = paper.size * 1.75
    paper.need(step * len(rows) + 8)
    for label, text, role in rows:
        strong = role in ("total", "due")
        ink = DARK
        if strong and style == "band":
            paper.box(x0 - 4, paper.y, x1, paper.y + step, 0, fill=colour)
            ink = WHITE
        elif style == "boxed":
            paper.box(x0 - 4, paper.y, x1, paper.y + step, 0.5)
        elif strong and style == "rule":
            paper.rule(paper.y + 1, x0, x1)
        base = paper.y + step * 0.7
        paper.text(x0, base, label, bold=strong, colour=ink, fit=x1 - x0 - paper.measure(text, bold=strong) - 8)
        paper.text(x1 - 4, base, text, bold=strong, colour=ink, align="r")
        paper.y += step
    paper.y += 6


def tax_table(paper, bill, x0, x1):
    """Rate, base, tax (and gross) of each rate in a small table of its own."""
    labels = [bill.label("rate"), bill.label("base"), bill.label("tax_amount"), bill.label("gross")]
    if len(set(labels)) < 4:
        labels[3] = labels[3] + " "
    step, width = paper.size * 1.6, (x1 - x0) / 4
    paper.need(step * (len(bill.taxes) + 2))
    for k, label in enumerate(labels):
        paper.text(x0 + (k + 1) * width - 4, paper.y + step * 0.7, label, bold=True, align="r", fit=width - 6)
    paper.y += step
    paper.rule(paper.y, x0, x1, 0.4)
    for i, tax in enumerate(bill.taxes):
        cells = [bill.look.percent.format(bill.tax_cell(i, "rate")), bill.tax_cell(i, "base"), bill.tax_cell(i, "amount"), bill.look.number(tax["gross"])]
        for k, text in enumerate(cells):
            paper.text(x0 + (k + 1) * width - 4, paper.y + step * 0.7, text, align="r")
        paper.y += step
    paper.y += 6


# --- who it is from
def contact(bill, keys="phone mail web vat_id"):
    rows = []
    for key in keys.split():
        path = {"phone": "seller.phone", "mail": "seller.email", "web": "seller.website", "vat_id": "seller.vat_id"}[key]
        if key == "vat_id" and not bill.has(path):
            path = "seller.legal_id"
        if bill.has(path):
            if path == "seller.legal_id" and bill.look.country not in ("IN", "AU"):
                rows.append(({"FR": "SIRET", "BR": "CNPJ"}[bill.look.country], bill.show(path)))
            else:
                rows.append((bill.label(key), bill.show(path)))
    return rows


def bank(bill, bic=True):
    rows = []
    if bill.has("payment.iban"):
        rows.append(("IBAN", bill.show("payment.iban")))
        if bic and bill.extras.setdefault("bic_shown", bill.rng.random() < 0.6):
            rows.append((bill.rng.choice(("BIC", "BIC", "SWIFT")), bill.show("payment.bic")))
    return rows


def foot_columns(paper, bill, y, groups, size=None, rule=True):
    """Small print in columns side by side."""
    size = size or paper.size * 0.78
    groups = [group for group in groups if group]
    width = (paper.right - paper.left) / max(1, len(groups))
    if rule:
        paper.rule(y - size * 1.4, width=0.4)
    for k, lines in enumerate(groups):
        widest = max(paper.measure(line, size) for line in lines)
        small = size * min(1, (width - 8) / widest)
        paper.block(paper.left + k * width, y, lines, small, colour=GREY)


def joined(pairs, separator=": "):
    return [f"{label}{separator}{text}" for label, text in pairs]


def legal_identity(bill):
    return [register(bill), f"{bill.label('ceo')}: {bill.extras['ceo']}"]


def page_count(paper, bill):
    return bill.label("page", p=paper.page, n=paper.pages or paper.page)


def mark(paper, bill, x, y, size, rng):
    """A drawn sign of some company: shapes, no words."""
    colour = rng.choice(COLOURS)
    kind = rng.randrange(3)
    if kind == 0:
        paper.box(x, y, x + size, y + size, 0, fill=colour, radius=size * 0.2)
        paper.box(x + size * 0.3, y + size * 0.3, x + size * 0.7, y + size * 0.7, 0, fill=WHITE)
    elif kind == 1:
        paper.canvas.setFillColorRGB(*colour)
        paper.canvas.circle(x + size / 2, paper.height - y - size / 2, size / 2, stroke=0, fill=1)
        paper.box(x + size * 0.2, y + size * 0.44, x + size * 0.8, y + size * 0.56, 0, fill=WHITE)
    else:
        for step in range(3):
            paper.box(x + step * size * 0.36, y + (2 - step) * size * 0.3, x + step * size * 0.36 + size * 0.26, y + size, 0, fill=colour)
    return colour
