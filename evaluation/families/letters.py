"""Letters: an address for the window of an envelope, sentences around a table, a foot with the legal matters."""

from families import WITH_OTHERS, family
from pieces import (COLOURS, GREY, Table, bank, contact, draw_sums, foot_columns, joined, legal_identity, mark, meta, page_count, sums, table, terms)


@family("letter-right-meta", languages=("de", "nl", "sv", "da", "pl"), kinds=WITH_OTHERS)
def letter_right_meta(paper, bill):
    """Sender's line over the window, facts in a column at the right, foot in four columns."""
    rng = bill.rng
    colour = rng.choice(COLOURS)
    sender = " · ".join(bill.party("seller"))
    groups = [bill.party("seller"), joined(contact(bill)), [bill.label("bank")] + joined(bank(bill), " "), legal_identity(bill)]

    def every_page(number):
        paper.text(paper.right, 60, bill.extras["brand"].upper(), 22, True, "r", colour)
        foot_columns(paper, bill, paper.height - 62, groups)
        if number > 1:
            paper.text(paper.left, 60, page_count(paper, bill))
            paper.y = 100

    paper.on_page = every_page
    paper.begin()
    paper.text(paper.left, 128, sender, 6.5, colour=GREY)
    paper.block(paper.left, 144, bill.party("buyer"), leading=1.4)
    y = paper.pairs(paper.right - 200, 144, meta(bill), 200, value=rng.choice("lr"), colon=rng.choice((":", "")))
    paper.y = max(y, 230) + 20
    paper.text(paper.left, paper.y, f"{bill.title()}" + (f" {bill.show('number')}" if rng.random() < 0.5 else ""), paper.size + 4, True)
    paper.y += 22
    if rng.random() < 0.7:
        paper.text(paper.left, paper.y, bill.label("salutation"))
        paper.y = paper.paragraph(paper.left, paper.y + paper.size * 1.6, paper.right - paper.left, bill.label("intro")) + 6
    table(paper, bill, Table(rng.choice(("pos description qty unit price amount", "pos code description qty unit price rate amount", "pos qty unit description price amount")),
                             head=rng.choice(("rule", "grey", "rule")), carry=True, rules=rng.random() < 0.3))
    draw_sums(paper, sums(bill), paper.right - 210, paper.right)
    closing(paper, bill)
    paper.text(paper.left, min(paper.y + 10, paper.bottom), bill.label("regards"))


def closing(paper, bill):
    paper.need(60)
    paper.y += 10
    for text in (terms(bill), "" if bill.taxes else bill.label("reverse"), bill.label("thanks") if bill.rng.random() < 0.6 else ""):
        if text:
            paper.y = paper.paragraph(paper.left, paper.y, paper.right - paper.left, text) + 4


@family("letter-reference-line", languages=("de", "fr", "es", "it", "en", "sv"), kinds=WITH_OTHERS)
def letter_reference_line(paper, bill):
    """The facts stand in one row of small labels with the values below, across the page."""
    rng = bill.rng
    town = bill.extras["town"]
    head = bill.party("seller") + joined(contact(bill, "phone mail vat_id"), " ")
    paper.on_page = lambda number: (paper.text(paper.right, paper.height - 36, page_count(paper, bill), 7.5, align="r", colour=GREY),
                                    paper.text(paper.left, paper.height - 36, " | ".join(joined(bank(bill), " ")), 7.5, colour=GREY))
    paper.begin()
    mark(paper, bill, paper.left, 40, 34, rng)
    paper.block(paper.left + 46, 50, head, paper.size - 1, first_bold=True)
    paper.block(rng.choice((paper.left, 330)), 160, bill.party("buyer"), paper.size + 0.5, leading=1.4)
    rows = meta(bill, "customer order number date due delivery")
    width = (paper.right - paper.left) / len(rows)
    for k, (label, text) in enumerate(rows):
        paper.text(paper.left + k * width, 258, label, 7, colour=GREY, fit=width - 4)
        paper.text(paper.left + k * width, 270, text, fit=width - 4)
    paper.rule(278, width=0.4)
    paper.text(paper.left, 304, bill.title() if bill.kind != "bill" or rng.random() < 0.8 else f"{bill.title()} - {town}" if town else bill.title(), paper.size + 5, True)
    paper.y = 322
    table(paper, bill, Table(rng.choice(("description qty price amount", "code description qty unit price amount", "qty unit description price rate amount")),
                             head=rng.choice(("rule", "plain", "grid")), carry=rng.random() < 0.5))
    draw_sums(paper, sums(bill), paper.right - 220, paper.right, rng.choice(("rule", "plain")))
    closing(paper, bill)
    if rng.random() < 0.5:
        paper.need(70)
        paper.paragraph(paper.left, paper.y + 14, paper.right - paper.left, bill.label("legal"), 6.8, colour=GREY)
