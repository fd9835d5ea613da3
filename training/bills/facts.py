"""What a bill is about, before any layout: two parties, dates, lines and sums."""
import datetime
from dataclasses import dataclass, field

from . import kinds, languages, names
from .values import Style

# English 30 %, German 18 %, the others share the rest.
LANGUAGES = ["en"] * 14 + ["de"] * 8 + ["fr", "es", "it", "nl", "pt", "pl", "sv", "da"] * 3


@dataclass
class Party:
    name: str
    address: list
    email: str
    person: str


@dataclass
class Line:
    """Quantity and price are None where the line doesn't print them."""
    description: str
    quantity: str
    price: int      # cents
    amount: int
    code: str
    unit: str
    rate: float
    fine_price: str = ""    # a price in parts of a cent, as usage is billed


@dataclass
class Facts:
    language: str
    words: dict
    style: Style
    seller: Party
    buyer: Party
    delivery: Party         # where the goods went; never the answer
    number: str
    issued: datetime.date
    due: datetime.date
    kind: str = "bill"
    lines: list = field(default_factory=list)
    rate: float = 0
    inclusive: bool = False     # the lines' amounts hold the tax
    tax_rows: list = field(default_factory=list)     # (rate, base, tax) in cents, one for each rate
    net: int = 0            # the sum of the lines, or what is left without the tax where they hold it
    base: int = 0           # what the tax is reckoned on
    tax: int = 0
    discount: int = 0
    shipping: int = 0
    extras: list = field(default_factory=list)       # (label, cents)
    rounding: int = 0
    tip: int = 0
    total: int = 0
    paid: int = 0
    tendered: int = 0       # what a customer hands over at a till
    previous: int = 0       # of the bill before
    received: int = 0       # towards the bill before

    def owed(self):
        return self.previous - self.received + self.total - self.paid

    def goods(self):
        return sum(line.amount for line in self.lines)


def address(r, language, words):
    lines = [names.street(r, language, words), names.town(r, language)]
    if r.random() < 0.12:
        lines.insert(r.choice([0, 1]), r.choice([f"Suite {names.number(r, 2, 4)}", f"{r.choice(['Floor', 'Unit', 'Apt.', '2. OG', 'Bât.'])} {names.number(r, 1, 2)}",
                                               f"{names.name(r)} {r.choice(['House', 'Tower', 'Center', 'Park'])}", f"PO Box {names.number(r, 3, 5)}"]))
    where = r.random()
    if where < 0.5:
        lines.insert(0 if where < 0.03 else len(lines), r.choice(words["countries"]))
    if r.random() < 0.06:
        lines.insert(1, names.name(r))
    shape = r.random()
    if shape < 0.1:
        return [", ".join(lines)]
    if shape < 0.18 and len(lines) > 2:
        return [lines[0], ", ".join(lines[1:])]
    if shape < 0.21:
        return [line.upper() for line in lines]
    return [line + "," for line in lines] if shape < 0.26 else lines


def party(r, language, words, is_seller):
    person = names.person(r)
    who = names.company(r, words) if is_seller and r.random() < 0.93 or r.random() < 0.65 else person
    if r.random() < 0.1:
        who = who.upper()
    return Party(who, address(r, language, words), names.email(r, who), person)


def delivery_to(r, language, buyer):
    """The buyer at another place, or somebody else."""
    other = party(r, language, languages.ALL[language], False)
    return Party(buyer.name, other.address, other.email, other.person) if r.random() < 0.4 else other


def description(r, words):
    def noun():
        return r.choice(words["nouns"])
    parts = [lambda: f"{noun()} {noun()}", lambda: noun(), lambda: f"{noun()} {r.choice(words['small'])} {noun()}", lambda: f"{names.name(r)} {noun()}",
             lambda: f"{noun()} {names.identifier(r)}", lambda: f"{names.name(r)} {names.identifier(r)}", lambda: f"{noun()} - {noun()} {noun()}",
             lambda: f"{names.company(r, words)} – {noun()}", lambda: f"{noun()} {r.choice(words['small'])} {noun()} {names.name(r)}, {noun()}",
             lambda: f"{names.name(r)} {r.randint(1, 500)} {r.choice(['mm', 'GB', 'ml', 'W', 'cm', 'kg'])} {noun()}", lambda: f"{noun()} ({noun()})",
             lambda: f"{noun()} {r.choice(words['months'])} {r.randint(2015, 2026)}", lambda: " ".join(noun() for _ in range(r.randint(4, 14)))]
    text = r.choice(parts)()
    return text[0].upper() + text[1:]


def line(r, style, words, cheap=False):
    whole = r.random() < 0.8
    quantity = r.choice([1, 1, 1, 2, 3, 4, 5, 10, r.randint(1, 99), r.randint(1, 2000)]) if whole else r.randint(1, 4000) / 100
    if cheap:
        whole, quantity = True, r.choice([1, 1, 1, 1, 2, 2, 3, 4, 6])
    shown = f"{quantity}" if whole and r.random() < 0.8 else f"{quantity:.{r.choice([1, 2, 2, 3])}f}".replace(".", style.decimal)
    if not whole:
        shown = f"{quantity:.2f}".replace(".", style.decimal)
    price = int(10 ** r.uniform(1.5, 6)) if r.random() < 0.7 else r.randint(1, 2000) * 100
    if cheap:
        price = int(10 ** r.uniform(1.7, 3.7))
    return Line(description(r, words), shown, price, round(price * quantity), names.identifier(r).replace(" ", ""), r.choice(words["units"]), 0)


def draw(r):
    language = r.choice(LANGUAGES)
    words = languages.ALL[language]
    style = Style(r, language, words)
    issued = datetime.date(2014, 1, 1) + datetime.timedelta(days=r.randint(0, 4700))
    abroad = r.choice(list(languages.ALL)) if r.random() < 0.15 else language
    buyer = party(r, abroad, languages.ALL[abroad], False)
    facts = Facts(language, words, style, party(r, language, words, True), buyer, delivery_to(r, abroad, buyer), names.identifier(r), issued,
                  issued + datetime.timedelta(days=r.choice([0, 7, 10, 14, 14, 15, 20, 21, 30, 30, 30, 31, 45, 60])), kinds.choose(r))
    facts.lines = [line(r, style, words, facts.kind == "receipt") for _ in range(kinds.line_count(r, facts.kind))]
    kinds.vary_lines(r, facts)
    kinds.reckon(r, facts)
    return facts
