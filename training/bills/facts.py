"""What a bill is about, before any layout: two parties, dates, lines and sums."""
import datetime
from dataclasses import dataclass, field

from . import languages, names
from .values import Style


@dataclass
class Party:
    name: str
    address: list
    email: str
    person: str


@dataclass
class Line:
    description: str
    quantity: str
    price: int      # cents
    amount: int
    code: str
    unit: str
    rate: int


@dataclass
class Facts:
    language: str
    words: dict
    style: Style
    seller: Party
    buyer: Party
    number: str
    issued: datetime.date
    due: datetime.date
    lines: list = field(default_factory=list)
    rate: float = 0
    net: int = 0
    tax: int = 0
    discount: int = 0
    shipping: int = 0
    total: int = 0
    paid: int = 0


def address(r, language, words):
    lines = [names.street(r, language, words), names.town(r, language)]
    if r.random() < 0.12:
        lines.insert(r.choice([0, 1]), r.choice([f"Suite {names.number(r, 2, 4)}", f"{r.choice(['Floor', 'Unit', 'Apt.', '2. OG', 'Bât.'])} {names.number(r, 1, 2)}",
                                               f"{names.name(r)} {r.choice(['House', 'Tower', 'Center', 'Park'])}", f"PO Box {names.number(r, 3, 5)}"]))
    if r.random() < 0.5:
        lines.append(r.choice(words["countries"]))
    if r.random() < 0.06:
        lines.insert(1, names.name(r))
    shape = r.random()
    if shape < 0.08:
        return [", ".join(lines)]
    if shape < 0.16 and len(lines) > 2:
        return [lines[0], ", ".join(lines[1:])]
    return [line + "," for line in lines] if shape < 0.22 else lines


def party(r, language, words, is_seller):
    person = names.person(r)
    who = names.company(r, words) if is_seller and r.random() < 0.93 or r.random() < 0.65 else person
    if r.random() < 0.08:
        who = who.upper()
    return Party(who, address(r, language, words), names.email(r, who), person)


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


def line(r, style, words):
    whole = r.random() < 0.8
    quantity = r.choice([1, 1, 1, 2, 3, 4, 5, 10, r.randint(1, 99), r.randint(1, 2000)]) if whole else r.randint(1, 4000) / 100
    shown = f"{quantity}" if whole and r.random() < 0.8 else f"{quantity:.{r.choice([1, 2, 2, 3])}f}".replace(".", style.decimal)
    if not whole:
        shown = f"{quantity:.2f}".replace(".", style.decimal)
    price = int(10 ** r.uniform(1.5, 6)) if r.random() < 0.7 else r.randint(1, 2000) * 100
    return Line(description(r, words), shown, price, round(price * quantity), names.identifier(r).replace(" ", ""), r.choice(words["units"]), r.choice([0, 5, 7, 10, 19, 20, 21]))


def draw(r):
    language = r.choice(["en"] * 5 + ["de"] * 3 + ["fr", "es", "it", "nl"] * 2)
    words = languages.ALL[language]
    style = Style(r, language, words)
    issued = datetime.date(2014, 1, 1) + datetime.timedelta(days=r.randint(0, 4700))
    abroad = r.choice(list(languages.ALL)) if r.random() < 0.15 else language
    facts = Facts(language, words, style, party(r, language, words, True), party(r, abroad, languages.ALL[abroad], False), names.identifier(r), issued,
                  issued + datetime.timedelta(days=r.choice([0, 7, 10, 14, 14, 15, 20, 21, 30, 30, 30, 31, 45, 60])))
    count = r.choice([1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, r.randint(8, 24)])
    if r.random() < 0.015:
        count = r.randint(25, 45)
    facts.lines = [line(r, style, words) for _ in range(count)]
    facts.rate = r.choice([19, 19, 7, 20, 21, 22, 10, 5, 8.25, 13, 18, 0])
    facts.net = sum(each.amount for each in facts.lines)
    if r.random() < 0.12:
        facts.discount = facts.net * r.choice([2, 5, 10, 20]) // 100
    if r.random() < 0.15:
        facts.shipping = r.randint(200, 5000)
    facts.tax = round((facts.net - facts.discount + facts.shipping) * facts.rate / 100)
    facts.total = facts.net - facts.discount + facts.shipping + facts.tax
    if r.random() < 0.25:
        facts.paid = facts.total if r.random() < 0.3 else round(facts.total * r.uniform(0.05, 0.9))
    return facts
