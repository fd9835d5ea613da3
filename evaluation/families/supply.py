"""Bills that come again: telephone, power, and statements of what is open."""

from datetime import timedelta
from decimal import Decimal

from facts import cents, made_line
from families import family
from pieces import COLOURS, WHITE, bank, cells_table, contact, draw_sums, foot_columns, joined, legal_identity, mark, meta, page_count, sums, tax_rows, terms
from families.travel import scale
from values import digits


def calls(bill, count):
    rng = bill.rng
    made_line(bill, rng.choice(bill.words.all("plan")), 1, (Decimal(rng.randint(9, 49)) + Decimal("0.99")) * scale(bill))
    if rng.random() < 0.7:
        made_line(bill, bill.label("calls"), rng.randint(3, 90), Decimal(rng.choice(("0.09", "0.19", "0.25"))) * scale(bill), "min")
    if rng.random() < 0.5:
        made_line(bill, bill.label("data"), rng.randint(1, 4), Decimal("5.00") * scale(bill), "GB")


def account_before(bill):
    """The balance of the last bill and what came in; what is left is due with this bill."""
    rng = bill.rng
    previous = cents(bill.facts["total"] * rng.randint(80, 130) / 100)
    received = previous if rng.random() < 0.6 else cents(previous / 2)
    bill.facts["amount_due"] = bill.facts["total"] + previous - received
    bill.unjudged.add("paid")
    return [(bill.label("previous"), bill.look.money(previous)), (bill.label("received"), bill.look.money(-received))]


@family("telephone", stock=calls, kinds=("bill",), wants={"rounding": 0, "discount": 0, "shipping": 0, "paid": 0, "untaxed": 0, "customer": 1, "contract": 0.7, "private": 0.6, "order": 0, "delivery": 0})
def telephone(paper, bill):
    """A summary with the balance before, the sum due in a coloured box, the charges below it."""
    rng = bill.rng
    colour = rng.choice(COLOURS)
    before = account_before(bill)
    paper.on_page = lambda number: foot_columns(paper, bill, paper.height - 56, [bill.party("seller"), joined(contact(bill), " "), joined(bank(bill), " ") + legal_identity(bill)])
    paper.begin()
    mark(paper, bill, paper.left, 36, 30, rng)
    paper.text(paper.left + 40, 56, bill.extras["brand"], 18, True, colour=colour)
    paper.block(paper.left, 110, bill.party("buyer"))
    y = paper.pairs(330, 60, meta(bill, "number date customer contract period due"), paper.right - 330, value=rng.choice("lr"))
    top = max(y, 178)
    paper.box(paper.left, top, paper.right, top + 56, 0, fill=colour)
    paper.text(paper.left + 14, top + 24, bill.label("balance"), 11, colour=WHITE)
    paper.text(paper.left + 14, top + 44, bill.show("amount_due", True), 18, True, colour=WHITE)
    if bill.extras.get("due_shown"):
        paper.text(paper.right - 14, top + 44, f"{bill.label('due')}: {bill.show('due_date')}", align="r", colour=WHITE)
    paper.y = top + 74
    for label, text in before:
        paper.text(paper.left, paper.y, label)
        paper.text(paper.right, paper.y, text, align="r")
        paper.y += paper.size * 1.6
    paper.y += 8
    paper.text(paper.left, paper.y, bill.label("current"), bold=True)
    paper.y += 6
    cells = [[bill.cell(i, "description"), bill.cell(i, "quantity"), bill.cell(i, "unit_price"), bill.cell(i, "amount")] for i in range(len(bill.lines))]
    cells_table(paper, [bill.label("description"), bill.label("qty"), bill.label("price"), bill.label("amount")], cells, (10, 3, 4, 4), strong_head=False)
    bill.unjudged.add("unit")
    draw_sums(paper, [(bill.label("net"), bill.show("net", True), "minor")] + tax_rows(bill) + [(bill.label("total"), bill.show("total", True), "total")], paper.right - 230, paper.right)
    paper.paragraph(paper.left, paper.y + 10, paper.right - paper.left, terms(bill) or bill.label("thanks"))


def power(bill, count):
    rng = bill.rng
    used = rng.randint(900, 6200)
    bill.extras["used"], bill.extras["reading"] = used, rng.randint(10000, 70000)
    made_line(bill, rng.choice(bill.words.all("energy")), used, Decimal(rng.randint(11, 38)) / 100 * scale(bill), "kWh")
    made_line(bill, bill.label("standing"), 12, Decimal(rng.randint(700, 1500)) / 100 * scale(bill))
    made_line(bill, bill.label("grid"), used, Decimal(rng.randint(4, 9)) / 100 * scale(bill), "kWh")


@family("power", stock=power, kinds=("bill",), wants={"rounding": 0, "discount": 0, "shipping": 0, "paid": 0, "untaxed": 0, "customer": 1, "private": 0.7, "order": 0, "delivery": 0})
def power_bill(paper, bill):
    """Meter readings, what was used in the year, less the instalments: something is left to pay or comes back."""
    rng = bill.rng
    issued = bill.facts["issue_date"]
    end = bill.facts["period_end"]
    bill.facts["period_start"] = end.replace(year=end.year - 1) + timedelta(days=1) if not (end.month == 2 and end.day == 29) else end - timedelta(days=365)
    bill.facts["paid"] = cents(bill.facts["total"] * rng.randint(80, 112) / 100)
    bill.facts["amount_due"] = bill.facts["total"] - bill.facts["paid"]
    if bill.facts["amount_due"] < 0:
        bill.facts["due_date"] = bill.facts["terms_days"] = None
    foot = [bill.party("seller"), joined(contact(bill), " "), joined(bank(bill), " "), legal_identity(bill)]
    paper.on_page = lambda number: (foot_columns(paper, bill, paper.height - 58, foot), paper.text(paper.right, 30, page_count(paper, bill), 7, align="r"))
    paper.begin()
    paper.text(paper.left, 60, bill.extras["brand"].upper(), 20, True, colour=rng.choice(COLOURS))
    paper.block(paper.left, 120, bill.party("buyer"))
    paper.block(350, 100, [bill.label("tenant") + ":"] + (bill.extras.get("ship_to") or bill.address("buyer")), paper.size - 0.5)
    y = paper.pairs(paper.left, 200, meta(bill, "number date customer period due contract"), 300, gap=130, colon=":")
    paper.text(paper.left, y + 16, bill.title(), 15, True)
    paper.y = y + 26
    old, used = bill.extras["reading"], bill.extras["used"]
    cells_table(paper, [bill.label("meter"), bill.label("reading"), bill.label("reading"), "kWh"],
                [[digits(rng, 8), f"{bill.look.date(bill.facts['period_start'])}: {old}", f"{bill.look.date(end)}: {old + used}", str(used)]], (4, 6, 6, 3), strong_head=False)
    cells = [[bill.cell(i, "description"), bill.cell(i, "quantity") + (f" {bill.cell(i, 'unit')}" if line["unit"] else ""), bill.cell(i, "unit_price"), bill.cell(i, "amount")]
             for i, line in enumerate(bill.lines)]
    cells_table(paper, [bill.label("description"), bill.label("qty"), bill.label("price"), bill.label("amount")], cells, (9, 4, 4, 4), lined=True)
    rows = [(bill.label("net"), bill.show("net", True), "minor")] + tax_rows(bill) + [(bill.label("total"), bill.show("total", True), "total")]
    rows += [(bill.label("advance"), bill.deducted("paid"), "minor"), (bill.label("balance"), bill.show("amount_due", True), "due")]
    draw_sums(paper, rows, paper.right - 240, paper.right)
    text = terms(bill)
    if text:
        paper.paragraph(paper.left, paper.y + 8, paper.right - paper.left, text)


@family("statement", kinds=("statement",), lines=(2, 8), wants={"paid": 0, "customer": 0.8, "order": 0, "delivery": 0})
def statement(paper, bill):
    """Several bills with their days and sums, and the balance: itself no bill."""
    rng = bill.rng
    bill.unjudged.update(("number", "due_date", "net", "tax", "total", "paid", "lines", "taxes"))
    paper.begin()
    paper.block(paper.left, 50, bill.party("seller") + joined(contact(bill), " "), first_bold=True)
    paper.text(paper.right, 60, bill.title(), 17, True, "r")
    paper.block(paper.left, 150, bill.party("buyer"))
    paper.pairs(350, 150, [(bill.label("day"), bill.show("issue_date"))] + meta(bill, "customer"), 190)
    paper.y = 230
    cells, open_sum, day = [], Decimal("0.00"), bill.facts["issue_date"] - timedelta(days=rng.randint(60, 120))
    for line in bill.lines:
        left = line["amount"] if rng.random() < 0.7 or line is bill.lines[-1] else cents(line["amount"] / 2)
        open_sum += left
        cells.append([bill.look.date(day), f"{rng.randint(2022, 2025)}-{digits(rng, 4)}", bill.look.number(line["amount"]), bill.look.number(left)])
        day += timedelta(days=rng.randint(1, 9))
    cells_table(paper, [bill.label("day"), bill.label("entry"), bill.label("original"), bill.label("open")], cells, (4, 5, 5, 5), left=2, lined=rng.random() < 0.5)
    bill.facts["amount_due"] = open_sum
    draw_sums(paper, [(bill.label("open"), bill.show("amount_due", True), "due")], paper.right - 220, paper.right)
    paper.y += 20
    if bank(bill):
        paper.pairs(paper.left, paper.y, bank(bill), 220)
