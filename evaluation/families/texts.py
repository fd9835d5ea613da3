"""Text mode: every letter as wide as the other, rules of signs, as line printers and old programs write."""

from families import USUAL, family
from pieces import Table, bank, columns, contact, joined, meta, sums, terms

WIDE = 78


@family("line-printer", kinds=USUAL, lines=(1, 8))
def line_printer(paper, bill):
    rng = bill.rng
    paper.face, paper.size = rng.choice(("courier", "mono", "dejavu-mono")), 9
    rows, rule = [], rng.choice("=-*_") * WIDE
    put = rows.append
    for line in bill.party("seller") + joined(contact(bill), ": "):
        put(line if rng.random() < 2 else "")
    put(rule)
    put(bill.title().upper().center(WIDE))
    put(rule)
    left, right = [bill.label("to") + ":"] + bill.party("buyer"), joined(meta(bill), ": ")
    for k in range(max(len(left), len(right))):
        put(f"{left[k] if k < len(left) else '':<40}{right[k] if k < len(right) else ''}")
    put("")
    put(f"{bill.label('description'):<38}{bill.label('qty'):>9}{bill.label('price'):>15}{bill.label('amount'):>16}")
    put("-" * WIDE)
    for i in range(len(bill.lines)):
        text = bill.cell(i, "description")
        pieces = paper.wrapped(text, paper.measure("x") * 36)
        put(f"{pieces[0]:<38}{bill.cell(i, 'quantity'):>9}{bill.cell(i, 'unit_price'):>15}{bill.cell(i, 'amount'):>16}")
        rows.extend(pieces[1:])
    put("-" * WIDE)
    for label, text, role in sums(bill):
        put(f"{label + ':':>56}{text:>22}")
        if role == "total":
            put(f"{'':>56}{'=' * 22}")
    put("")
    for text in (terms(bill), "" if bill.taxes else bill.label("reverse")):
        if text:
            put(text)
    rows.extend(joined(bank(bill), ": "))
    put("")
    put(bill.label("thanks"))
    paper.begin()
    paper.y = 50
    for row in rows:
        paper.need(paper.size * 1.25)
        paper.y += paper.size * 1.25
        paper.text(paper.left, paper.y, row, fit=paper.width - 60)
