"""Forms with boxes: what bookkeeping programs of small shops and large houses print."""

from families import WITH_OTHERS, family
from pieces import PALE, Table, bank, contact, draw_sums, joined, meta, page_count, sums, table, tax_table, terms


@family("shop-books", languages=("en", "es", "fr", "nl"), kinds=WITH_OTHERS)
def shop_books(paper, bill):
    """Boxes for date and number in the corner, "bill to" in a box, a row of boxes over a table in a frame, the total in a box."""
    rng = bill.rng
    paper.begin()
    paper.block(paper.left, 54, bill.party("seller") + [text for _, text in contact(bill, "phone mail")], first_bold=True)
    paper.text(paper.right, 58, bill.title(), 22, True, "r")
    top = [(bill.date_label(), bill.show("issue_date")), (bill.number_label(), bill.show("number"))]
    for k, (label, text) in enumerate(top):
        x = paper.right - 180 + k * 90
        paper.box(x, 74, x + 90, 90)
        paper.text(x + 45, 85, label, 8, align="c", fit=84)
        paper.box(x, 90, x + 90, 108)
        paper.text(x + 45, 102, text, align="c", fit=84)
    paper.box(paper.left, 132, paper.left + 230, 148, fill=PALE)
    paper.text(paper.left + 5, 143, bill.label("to"), 8)
    paper.box(paper.left, 148, paper.left + 230, 218)
    paper.block(paper.left + 5, 161, bill.party("buyer"))
    cells = meta(bill, "order due customer delivery project") + (contact(bill, "vat_id") if rng.random() < 0.7 else [])
    if cells:
        width = min(120, (paper.right - paper.left) / len(cells))
        for k, (label, text) in enumerate(cells):
            x = paper.right - (len(cells) - k) * width
            paper.box(x, 232, x + width, 246)
            paper.text(x + width / 2, 242, label, 7.5, align="c", fit=width - 4)
            paper.box(x, 246, x + width, 262)
            paper.text(x + width / 2, 257, text, align="c", fit=width - 4)
    paper.y = 274
    table(paper, bill, Table(rng.choice(("qty code description price amount", "description qty price amount", "code description qty unit price amount")), head="grid"))
    draw_sums(paper, sums(bill), paper.right - 200, paper.right, "boxed")
    text = terms(bill) or bill.label("thanks")
    paper.text(paper.left, paper.y + 4, text)
    if bank(bill):
        paper.pairs(paper.left, paper.y + 22, bank(bill), 220)


@family("large-house", kinds=WITH_OTHERS, lines=(2, 9), wants={"order": 0.8, "customer": 0.8, "delivery": 0.6, "order_date": 0.5})
def large_house(paper, bill):
    """A corporate form: facts in a tall column of label and value, the lines with material numbers, sums with the currency in front."""
    rng = bill.rng

    def every_page(number):
        paper.text(paper.left, 44, bill.show("seller.name"), paper.size + 3, True)
        paper.text(paper.right, 44, page_count(paper, bill), align="r")
        paper.rule(52, width=1.2)
        paper.text(paper.left, paper.height - 40, " - ".join([bill.show("seller.name")] + bill.address("seller") + joined(contact(bill, "phone vat_id"), " ")), 6.5, fit=paper.right - paper.left)
        paper.text(paper.left, paper.height - 30, " - ".join(joined(bank(bill), " ")), 6.5)
        if number > 1:
            paper.y = 74

    paper.on_page = every_page
    paper.begin()
    paper.text(330, 78, bill.title(), paper.size + 5, True)
    y = paper.pairs(330, 98, meta(bill, "number date customer order order_date delivery contract clerk due printed_on"), 200, gap=110, colon=rng.choice((":", "", " :")))
    paper.text(paper.left, 84, bill.label("to"), 7)
    end = paper.block(paper.left, 98, bill.party("buyer"))
    if bill.has("buyer.vat_id") and rng.random() < 0.6:
        paper.text(paper.left, end + 8, f"{bill.label('vat_id')}: {bill.show('buyer.vat_id')}")
    if rng.random() < 0.3:
        paper.text(paper.left, end + 24, f"{bill.label('amount')}: {bill.names_currency()}")
    paper.y = max(y, end + 30) + 10
    table(paper, bill, Table(rng.choice(("pos code description qty unit price amount", "pos code description qty unit price rate amount")), head=rng.choice(("rule", "boxed", "grey")), carry=True))
    if len(bill.taxes) > 0 and rng.random() < 0.35:
        tax_table(paper, bill, paper.left, paper.left + 230)
        draw_sums(paper, sums(bill, taxes=False), paper.right - 220, paper.right)
    else:
        draw_sums(paper, sums(bill), paper.right - 240, paper.right)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y + 10, text)
