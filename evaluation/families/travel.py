"""On the road: hotels and airlines."""

from datetime import timedelta
from decimal import Decimal

from facts import made_line
from countries import COUNTRIES
from families import family
from pieces import COLOURS, GREY, cells_table, contact, draw_sums, joined, mark, meta, page_count, sums, tax_table
from values import digits


def scale(bill):
    return {"INR": 70, "MXN": 18, "BRL": 5, "PLN": 4, "SEK": 11, "DKK": 7}.get(bill.look.currency, 1)


def nights(bill, count):
    """Every night a line, breakfast, the town's tax, garage."""
    rng, rates = bill.rng, COUNTRIES[bill.look.country].rates
    lodging, other = Decimal(rates[-1] if bill.look.country not in ("US", "CA") else rates[0]), Decimal(rates[0])
    room, breakfast = rng.randint(62, 189) * scale(bill), rng.randint(9, 22) * scale(bill)
    for night in range(count):
        made_line(bill, bill.label("night"), 1, room, rate=lodging, day=count - night)
        if rng.random() < 0.8:
            made_line(bill, bill.label("breakfast"), 1, breakfast, rate=other, day=count - night - 1)
    for key, price in (("city_tax", Decimal("3.20")), ("parking", Decimal("14.50")), ("minibar", Decimal("6.80"))):
        if rng.random() < 0.5:
            made_line(bill, bill.label(key), 1, price * scale(bill), rate=other, day=0)


@family("hotel-folio", lines=(1, 5), gross=True, stock=nights, wants={"private": 0.6, "untaxed": 0, "paid": 0.6, "order": 0, "delivery": 0, "customer": 0})
def hotel_folio(paper, bill):
    """Every charge has its day; room, arrival and departure stand beside the number of the bill."""
    rng = bill.rng
    issued = bill.facts["issue_date"]
    bill.unjudged.add("delivery_date")
    days = max(line["day"] for line in bill.lines)
    foot = " · ".join([bill.show("seller.name")] + bill.address("seller") + [text for _, text in contact(bill, "phone mail web")])
    paper.on_page = lambda number: (paper.text(paper.width / 2, paper.height - 40, foot, 7, align="c", colour=GREY, fit=paper.right - paper.left),
                                    paper.text(paper.width / 2, paper.height - 30, "  ".join(joined(contact(bill, "vat_id"), " ") + [page_count(paper, bill)]), 7, align="c", colour=GREY))
    paper.begin()
    paper.text(paper.width / 2, 60, bill.extras["brand"], 22, align="c")
    paper.text(paper.width / 2, 74, "* * * *", 9, align="c", colour=GREY)
    paper.block(paper.left, 116, bill.party("buyer"))
    rows = [(bill.label("room"), str(rng.randint(101, 612))), (bill.label("arrival"), bill.look.date(issued - timedelta(days=days))),
            (bill.label("departure"), bill.look.date(issued))] + meta(bill, "number date")
    if rng.random() < 0.5:
        rows = rows[3:] + rows[:3]
    y = paper.pairs(350, 116, rows, 190, colon=rng.choice((":", "")))
    paper.text(paper.left, y + 14, bill.title(), 15, True)
    paper.y = y + 24
    cells = [[bill.look.date(issued - timedelta(days=line["day"])), bill.cell(i, "description"), bill.cell(i, "amount")] for i, line in enumerate(bill.lines)]
    cells_table(paper, [bill.label("day"), bill.label("description"), bill.label("amount")], cells, (5, 14, 5), left=2)
    draw_sums(paper, sums(bill, gross=True, taxes=False), paper.right - 230, paper.right)
    if bill.taxes:
        tax_table(paper, bill, paper.left, paper.left + 260)
    bill.unjudged.update(("unit_price", "quantity", "due_date"))  # one each, hence the same as the amount
    paper.text(paper.left, paper.y + 14, bill.label("thanks"))


def flight(bill, count):
    rng = bill.rng
    made_line(bill, bill.label("fare"), 1, rng.randint(39, 420) * scale(bill))
    made_line(bill, bill.label("fees"), 1, Decimal(rng.randint(1900, 9900)) / 100 * scale(bill))
    for key, low, high in (("baggage", 20, 45), ("seat", 5, 24)):
        if rng.random() < 0.6:
            made_line(bill, bill.label(key), 1, rng.randint(low, high) * scale(bill))


@family("airline", kinds=("receipt", "bill"), gross=True, stock=flight, wants={"private": 1, "untaxed": 0.7, "paid": 0, "person": 0})
def airline(paper, bill):
    """Flights with their days first, then the fare: no quantities, all is paid."""
    rng = bill.rng
    colour = rng.choice(COLOURS)
    issued = bill.facts["issue_date"]
    bill.unjudged.update(("due_date", "paid", "amount_due", "number", "unit_price", "quantity", "buyer.address"))
    paper.begin()
    paper.box(0, 0, paper.width, 10, 0, fill=colour)
    mark(paper, bill, paper.left, 30, 28, rng)
    paper.text(paper.left + 40, 50, f"{bill.extras['brand']} Air", 16, True, colour=colour)
    paper.text(paper.right, 50, bill.title(), 14, align="r")
    code = "".join(rng.choice("BCDFGHKLMNPRSTVWXYZ23456789") for _ in range(6))
    paper.pairs(paper.left, 84, [(bill.label("booking"), code), (bill.label("passenger"), bill.show("buyer.name")), (bill.date_label(), bill.show("issue_date")),
                                 ("Ticket", f"{rng.randint(100, 999)}-{digits(rng, 10)}")], 300, gap=130, colon=":")
    paper.y = 160
    legs, day = [], issued + timedelta(days=rng.randint(5, 60))
    towns = rng.sample(("GOT", "LEJ", "BES", "TRN", "OPO", "GDN", "AAL", "SVQ", "EIN", "LBA"), 2)
    for k in range(rng.choice((1, 2, 2))):
        legs.append([bill.look.date(day + timedelta(days=5 * k)), f"{bill.extras['brand'][:2].upper()} {rng.randint(100, 2999)}", f"{towns[k % 2]} - {towns[1 - k % 2]}",
                     f"{rng.randint(6, 12):02d}:{rng.choice(('05', '20', '45'))}", f"{rng.randint(13, 21):02d}:{rng.choice(('10', '35', '55'))}"])
    cells_table(paper, [bill.label("day"), bill.label("flight"), "", bill.label("departure"), bill.label("arrival")], legs, (4, 3, 4, 3, 3), left=3)
    paper.y += 14
    cells = [[bill.cell(i, "description"), bill.cell(i, "amount")] for i in range(len(bill.lines))]
    cells_table(paper, [bill.label("description"), bill.label("amount")], cells, (10, 4), lined=True)
    rows = sums(bill, gross=True, due=False)
    draw_sums(paper, rows, paper.right - 240, paper.right)
    paper.text(paper.left, paper.y + 10, bill.label("card"))
    paper.block(paper.left, paper.height - 60, [" - ".join(bill.party("seller"))] + ["   ".join(joined(contact(bill, "vat_id web mail"), " "))], 7, colour=GREY)
