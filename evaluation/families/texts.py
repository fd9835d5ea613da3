"""Text mode: every letter as wide as the other, rules of signs, as line printers and old programs write."""

from families import USUAL, family
from pieces import bank, contact, joined, meta, page_count, sums, terms

WIDE = 78


def typed(paper, rows):
    """The rows below each other in fixed letters."""
    paper.begin()
    paper.y = 50
    for row in rows:
        paper.need(paper.size * 1.25)
        paper.y += paper.size * 1.25
        paper.text(paper.left, paper.y, row, fit=paper.width - 60)


def fixed(paper, rng):
    paper.face, paper.size = rng.choice(("courier", "mono", "dejavu-mono")), 9
    paper.bottom = paper.height - 50


def folded(paper, text, width):
    """A description in rows of so many letters."""
    return [piece for part in text.split("\n") for piece in paper.wrapped(part, paper.measure("x") * width)]


def beside(left, right, width):
    for k in range(max(len(left), len(right))):
        yield f"{left[k] if k < len(left) else '':<{width}}{right[k] if k < len(right) else ''}"


@family("line-printer", kinds=USUAL, lines=(1, 8))
def line_printer(paper, bill):
    """Seller, title between rules, customer beside the facts, columns by blanks."""
    rng = bill.rng
    fixed(paper, rng)
    rule = rng.choice("=-*_") * WIDE
    rows = bill.party("seller") + joined(contact(bill)) + [rule, bill.title().upper().center(WIDE), rule]
    rows += beside([bill.label("to") + ":"] + bill.party("buyer"), joined(meta(bill)), 40)
    rows += ["", f"{bill.label('description'):<38}{bill.label('qty'):>9}{bill.label('price'):>15}{bill.label('amount'):>16}", "-" * WIDE]
    for i in range(len(bill.lines)):
        first, *rest = folded(paper, bill.cell(i, "description"), 36)
        rows += [f"{first:<38}{bill.cell(i, 'quantity'):>9}{bill.cell(i, 'unit_price'):>15}{bill.cell(i, 'amount'):>16}", *rest]
    rows.append("-" * WIDE)
    for label, text, role in sums(bill):
        rows += [f"{label + ':':>56}{text:>22}"] + ([f"{'':>56}{'=' * 22}"] if role == "total" else [])
    rows += [""] + [text for text in (terms(bill), "" if bill.taxes else bill.label("reverse")) if text] + joined(bank(bill)) + ["", bill.label("thanks")]
    typed(paper, rows)


@family("text-frames", kinds=USUAL, lines=(1, 7))
def text_frames(paper, bill):
    """Frames of plus, minus and bar around everything."""
    rng = bill.rng
    fixed(paper, rng)
    edge = "+" + "-" * 36 + "+" + "-" * 39 + "+"
    rows = [edge]
    left = bill.party("seller") + joined(contact(bill, "phone vat_id"), " ")
    right = [bill.title().upper()] + joined(meta(bill))
    for k in range(max(len(left), len(right))):
        rows.append(f"| {left[k][:35] if k < len(left) else '':<35}| {right[k][:38] if k < len(right) else '':<38}|")
    if any(len(line) > 35 for line in left + bill.party("buyer")) or any(len(line) > 38 for line in right):
        raise OverflowError("a frame is too narrow")
    rows += [edge, ""] + [bill.label("to") + ":"] + ["   " + line for line in bill.party("buyer")] + [""]
    edge = "+" + "-" * 36 + "+" + "-" * 8 + "+" + "-" * 14 + "+" + "-" * 15 + "+"
    rows += [edge, f"| {bill.label('description')[:34]:<35}|{bill.label('qty')[:8]:>8}|{bill.label('price')[:14]:>14}|{bill.label('amount')[:15]:>15}|", edge]
    for i in range(len(bill.lines)):
        first, *rest = folded(paper, bill.cell(i, "description"), 34)
        rows.append(f"| {first:<35}|{bill.cell(i, 'quantity'):>8}|{bill.cell(i, 'unit_price'):>14}|{bill.cell(i, 'amount'):>15}|")
        rows += [f"| {piece:<35}|{'':8}|{'':14}|{'':15}|" for piece in rest]
    rows.append(edge)
    rows += [f"{label + ' ':.<55}{' ' + text:.>22}" for label, text, _ in sums(bill)]
    rows += ["", terms(bill)] + joined(bank(bill), " ")
    typed(paper, rows)


@family("business-terminal", languages=("de", "en", "fr", "nl", "it"), kinds=USUAL, lines=(2, 8), wants={"order": 0.9, "customer": 1, "delivery": 0.8, "order_date": 0.7})
def business_terminal(paper, bill):
    """A form of a large system in typewriter letters: item numbers by tens, capitals, two rows an item."""
    rng = bill.rng
    fixed(paper, rng)
    paper.size = 8.5
    paper.on_page = lambda number: paper.text(paper.right, 40, page_count(paper, bill), align="r")
    rows = list(beside([bill.title().upper(), ""] + bill.party("buyer"), joined(meta(bill, "number date customer order order_date delivery due contract"), " "), 46))
    rows += ["", *bill.party("seller"), *joined(contact(bill, "phone vat_id"), " "), "", bill.label("amounts_in", c=bill.names_currency()), "=" * WIDE]
    rows += [f"{bill.label('pos'):<8}{bill.label('code'):<14}{bill.label('description')[:40]}", f"{'':<22}{bill.label('qty'):>12}{bill.label('unit'):>8}{bill.label('price'):>17}{bill.label('amount'):>17}", "=" * WIDE]
    for i in range(len(bill.lines)):
        first, *rest = folded(paper, bill.cell(i, "description"), 54)
        rows += [f"{(i + 1) * 10:06d}  {bill.cell(i, 'item_code'):<14}{first}", *[" " * 22 + piece for piece in rest],
                 f"{'':<22}{bill.cell(i, 'quantity'):>12}{bill.cell(i, 'unit'):>8}{bill.cell(i, 'unit_price'):>17}{bill.cell(i, 'amount'):>17}"]
    rows += ["-" * WIDE] + [f"{'':<22}{label[:36]:<36}{text:>18}" for label, text, _ in sums(bill)]
    rows += ["", terms(bill)] + joined(bank(bill), " ")
    typed(paper, rows)
