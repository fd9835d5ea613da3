"""Makes up what a bill says: two parties, what was sold, sums that are right to the cent, dates and numbers that fit."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
import unicodedata

from bill import Bill
from countries import COUNTRIES, HOMES
from look import Look
from values import BBAN, COMPANY, VAT, bic, digits, iban
from words import words

CENT = Decimal("0.01")


def cents(value):
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def plain(text):
    """For domains: small letters of the Latin alphabet."""
    text = text.lower()
    for sign, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe"), ("æ", "ae"), ("å", "aa"), ("ł", "l")):
        text = text.replace(sign, letters)
    text = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in text if sign.isascii() and sign.isalnum())


def made_address(rng, lexicon, country, foreign):
    street = rng.choice(lexicon.all("streets", country)).format(n=rng.randint(1, 189), m=rng.randint(2, 40))
    lines = [street]
    if rng.random() < 0.12 and country in ("FR", "GB", "IN", "US"):
        lines.insert(0, rng.choice({"FR": ("Bâtiment C", "2e étage"), "GB": ("Kestrel House", "The Old Maltings"), "IN": ("Second floor", "Near Clock Tower"),
                                    "US": ("Attn: Accounts Payable", "Building 4")}[country]))
    lines.append(rng.choice(lexicon.all("towns", country)))
    if foreign and COUNTRIES[country].name:
        lines.append(COUNTRIES[country].name)
    return "\n".join(lines)


def made_party(bill, side, lexicon, country, person, foreign, trade=-1):
    rng, facts = bill.rng, bill.facts
    stem = rng.choice(lexicon.all("stems"))
    names, goods = rng.choice(lexicon.trades) if trade < 0 else lexicon.trades[trade]
    if person:
        name = rng.choice(lexicon.all("people"))
    else:
        form = rng.choice(lexicon.all("forms", country))
        name = rng.choice((f"{stem} {rng.choice(names)} {form}", f"{stem} {rng.choice(names)} {form}", f"{stem} {form}", f"{rng.choice(names)} {stem} {form}"))
    facts[f"{side}.name"] = name
    facts[f"{side}.address"] = made_address(rng, lexicon, country, foreign)
    site = plain(stem if not person else name) + "." + COUNTRIES[country].domain
    facts[f"{side}.email"] = rng.choice(("info", "billing", "accounts", "kontor", "office", "hello")) + "@" + site
    if country in VAT:
        number = VAT[country](rng)
        if country == "CH" and lexicon.language == "fr":
            number = number.replace("MWST", "TVA")
        if country in ("IT", "PL") and rng.random() < 0.6:  # printed beside a label that says what it is
            number = number[2:]
        facts[f"{side}.vat_id"] = number
    if side == "seller":
        facts["seller.website"] = rng.choice(("www.", "www.", "https://", "")) + site
        facts["seller.phone"] = "".join(str(rng.randint(0, 9)) if sign == "n" else sign for sign in COUNTRIES[country].phone)
        bill.extras["brand"] = stem
        bill.extras["town"] = facts["seller.address"].split("\n")[1].strip("0123456789- ") if not foreign else ""
        bill.extras["register"] = digits(rng, 6)
        bill.extras["ceo"] = rng.choice(lexicon.all("people"))
        if country in COMPANY:
            facts["seller.legal_id"] = COMPANY[country](rng)
        elif country == "FR" and not person:
            facts["seller.legal_id"] = facts["seller.vat_id"][4:] + digits(rng, 5, "000")
    return goods


def made_line(bill, description, quantity, price, unit=None, rate=None, **more):
    """A line of what a stock function sells; the rate is the country's usual one."""
    rate = rate if rate is not None else Decimal(COUNTRIES[bill.look.country].rates[0])
    bill.lines.append({"description": description, "unit": unit, "unit_price": cents(price), "quantity": Decimal(quantity), "tax_rate": rate,
                       "amount": cents(Decimal(quantity) * cents(price)), **more})


def sold_wares(bill, count):
    """What a shop's till sells, each thing once."""
    scale = {"INR": 80, "MXN": 17, "BRL": 5, "CHF": 1}.get(bill.look.currency, 1)
    for name, low, high in bill.rng.sample(bill.words.wares, min(count, len(bill.words.wares))):
        price = (low + (high - low) * bill.rng.randint(0, 100) / 100) * scale
        made_line(bill, name, bill.rng.choice((1, 1, 1, 1, 2, 3)), price)


def made_lines(bill, goods, count, details):
    rng, home = bill.rng, COUNTRIES[bill.look.country]
    several = len(home.rates) > 1 and rng.random() < 0.28 and count > 1
    scale = 1 if home.currency != "INR" else 60
    decimals = rng.choice((0, 0, 0, 1, 2, 2, 3)) if home.language != "en" else rng.choice((0, 0, 2))
    codes = rng.random() < 0.35
    pool, turn = [], 0
    for _ in range(count):
        if not pool:
            pool, turn = list(goods), turn + 1
            rng.shuffle(pool)
            tail = "" if turn == 1 else rng.choice((f" ({turn})", f" {chr(64 + turn)}", f" / {turn}", f" - {rng.randint(1, 12):02d}"))
        good = pool.pop()
        price = cents(Decimal(rng.randint(good.low * 100, good.high * 100)) / 100 * scale)
        if rng.random() < 0.3:
            price = Decimal(int(price)).quantize(CENT)
        line = {"description": good.name + tail, "unit": good.unit or None, "unit_price": price,
                "tax_rate": Decimal(home.rates[rng.randrange(len(home.rates))] if several else home.rates[0])}
        quantity = Decimal(1 if not good.unit else rng.choice((1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 25)))
        if decimals:
            quantity = (quantity + (Decimal(rng.choice((0, 0, 25, 50, 75))) / 100 if good.unit else 0)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        line["quantity"] = quantity
        if rng.random() < details:  # a second line under the name
            line["description"] += "\n" + rng.choice((f"S/N {digits(rng, 3)}-{digits(rng, 4)}", f"Ref. {digits(rng, 5)}", f"{rng.randint(10, 80)} x {rng.randint(10, 80)} cm",
                                                      f"Ser. {rng.choice('ABDK')}{digits(rng, 6)}"))
        line["amount"] = cents(quantity * price)
        if codes:
            line["item_code"] = rng.choice(("{a}-{n}", "{n}", "{a}{n}", "{n}.{m}")).format(a=rng.choice(("KX", "TB", "AR", "ML")), n=digits(rng, 5), m=digits(rng, 2))
        bill.lines.append(line)


def made_sums(bill, wants, gross, taxed):
    """net = lines − discount + shipping; tax by rate; total; what was paid."""
    rng, facts = bill.rng, bill.facts
    lines_total = sum((line["amount"] for line in bill.lines), Decimal("0.00"))
    facts["lines_total"] = lines_total
    rates = sorted({line["tax_rate"] for line in bill.lines}, reverse=True)
    after = lines_total
    if len(rates) == 1 and not gross:
        if rng.random() < wants.get("discount", 0.12):
            percent = rng.choice((2, 3, 5, 10))
            bill.extras["discount_percent"] = percent
            facts["allowances"] = cents(lines_total * percent / 100)
            after -= facts["allowances"]
        if rng.random() < wants.get("shipping", 0.15):
            facts["charges"] = Decimal(rng.choice(("4.90", "6.50", "9.00", "12.50", "25.00")))
            after += facts["charges"]
    tax = Decimal("0.00")
    for rate in rates if taxed else ():
        base = sum((line["amount"] for line in bill.lines if line["tax_rate"] == rate), Decimal(0)) if len(rates) > 1 else after
        if gross:
            amount = cents(base * rate / (100 + rate))
            base -= amount
        else:
            amount = cents(base * rate / 100)
        bill.taxes.append({"rate": rate, "base": base, "amount": amount, "gross": base + amount})
        tax += amount
    if not taxed:
        for line in bill.lines:
            line["tax_rate"] = None
    facts["total"] = after if gross else after + tax
    facts["net"] = facts["total"] - tax
    if taxed:
        facts["tax"] = tax
    if bill.look.country == "CH" and facts["total"] * 20 % 1 and rng.random() < wants.get("rounding", 0.6):
        rounded = (facts["total"] * 20).quantize(Decimal(1), ROUND_HALF_UP) / 20
        facts["rounding"] = (rounded - facts["total"]).quantize(CENT)
        facts["total"] = rounded.quantize(CENT)
    facts["amount_due"] = facts["total"]
    if bill.kind == "bill" and rng.random() < wants.get("paid", 0.12):
        part = rng.choice((Decimal("0.3"), Decimal("0.5"), Decimal("0.2"), Decimal(1)))
        facts["paid"] = facts["total"] if part == 1 else cents(facts["total"] * part) if rng.random() < 0.5 else Decimal(int(facts["total"] * part)).quantize(CENT)
        facts["amount_due"] = facts["total"] - facts["paid"]


def made_numbers(bill, wants):
    rng, facts, extras = bill.rng, bill.facts, bill.extras
    issued = date(2022, 1, 3) + timedelta(days=rng.randint(0, 1460))
    facts["issue_date"] = issued
    year, running = issued.year, rng.randint(11, 98765)
    facts["number"] = rng.choice((f"{year}-{running:05d}", f"{running + 100000}", f"{bill.extras['brand'][:2].upper()}{year % 100}{running:05d}",
                                  f"INV-{running:06d}", f"{running:05d}/{year}", f"R{issued:%y%m}-{running % 1000:03d}", f"{issued:%Y%m}{running % 10000:04d}",
                                  f"{running % 400}/{issued:%m/%Y}", f"A {running % 9000 + 1000}"))
    days = rng.choice((7, 10, 14, 14, 21, 30, 30, 45, 60))
    facts["terms_days"], facts["due_by_terms"] = days, issued + timedelta(days=days)
    facts["due_date"] = issued + timedelta(days=days)
    chance = lambda key, usual: rng.random() < wants.get(key, usual)
    facts["delivery_date"] = issued - timedelta(days=rng.randint(0, 9)) if chance("delivery", 0.3) else None
    facts["order_number"] = rng.choice((f"PO-{digits(rng, 5)}", digits(rng, 8), f"B{digits(rng, 4)}/{rng.randint(10, 99)}", f"45{digits(rng, 8)}")) if chance("order", 0.35) else None
    facts["customer_number"] = rng.choice((digits(rng, 5), f"K{digits(rng, 4)}", f"C-{digits(rng, 6)}", f"10{digits(rng, 4)}")) if chance("customer", 0.45) else None
    first = issued.replace(day=1)
    last = first - timedelta(days=1)
    facts["period_start"], facts["period_end"] = last.replace(day=1), last
    extras["order_date"] = issued - timedelta(days=rng.randint(10, 40)) if chance("order_date", 0.25) else None
    extras["printed_on"] = issued + timedelta(days=rng.randint(0, 5)) if chance("printed_on", 0.1) else None
    extras["contract"] = digits(rng, 9) if chance("contract", 0.12) else None
    extras["project"] = rng.choice((f"{rng.randint(10, 99)}-{digits(rng, 3)}", digits(rng, 4))) if chance("project", 0.12) else None
    extras["clerk"] = rng.choice(bill.words.all("people")) if chance("clerk", 0.3) else None


def make_bill(rng, family, language, kind):
    """What a bill of that family says. The same generator state gives the same bill."""
    wants = family.wants
    country = rng.choice([home for home in HOMES[language] if not family.countries or home in family.countries])
    lexicon = words(language)
    bill = Bill(rng, lexicon, Look(rng, language, country), kind, family.name)
    buyer_words, buyer_country = lexicon, country
    if not family.countries and rng.random() < 0.1:  # a customer abroad
        buyer_words = words(rng.choice([other for other in HOMES if other != language]))
        buyer_country = rng.choice(HOMES[buyer_words.language])
    abroad = country != buyer_country
    foreign = abroad or rng.random() < 0.25
    person = rng.random() < wants.get("person", 0.06)
    goods = made_party(bill, "seller", lexicon, country, person, foreign, family.trade)
    while True:
        made_party(bill, "buyer", buyer_words, buyer_country, rng.random() < wants.get("private", 0.15), foreign)
        if told_apart(bill):
            break
    if rng.random() < 0.2:  # another address, beside the buyer's
        bill.extras["ship_to"] = [bill.facts["buyer.name"], *made_address(rng, buyer_words, buyer_country, foreign).split("\n")]
    bill.facts["currency"] = bill.look.currency
    if country in BBAN:
        bill.facts["payment.iban"] = iban(rng, country)
        bill.facts["payment.bic"] = bic(rng, country)
    if family.stock:
        family.stock(bill, rng.randint(*family.lines))
    else:
        made_lines(bill, goods, rng.randint(*family.lines), wants.get("details", 0.3) if rng.random() < 0.3 else 0)
    made_sums(bill, wants, family.gross, taxed=rng.random() >= max(wants.get("untaxed", 0.06), 0.6 if abroad and wants.get("untaxed", 1) else 0))
    made_numbers(bill, wants)
    if kind == "credit_note":
        bill.facts["preceding_invoice"] = f"{bill.facts['issue_date'].year}-{digits(rng, 5)}" if rng.random() < 0.6 else None
        bill.facts["due_date"] = bill.facts["terms_days"] = bill.facts["paid"] = None
        if rng.random() < 0.4:
            turn_negative(bill)
    return bill


def told_apart(bill):
    """Seller and buyer are two, and live in two streets."""
    streets = {"".join(sign for sign in bill.facts[f"{side}.address"].split("\n")[0] if not sign.isdigit()) for side in ("seller", "buyer")}
    return len(streets) == 2 and bill.extras["brand"] not in bill.facts["buyer.name"] and bill.facts["seller.name"] != bill.facts["buyer.name"]


def turn_negative(bill):
    for line in bill.lines:
        line["amount"], line["quantity"] = -line["amount"], -line["quantity"]
    for tax in bill.taxes:
        for key in ("base", "amount", "gross"):
            tax[key] = -tax[key]
    for path in ("lines_total", "net", "tax", "total", "amount_due", "rounding", "allowances", "charges"):
        if bill.has(path):
            bill.facts[path] = -bill.facts[path]


def register(bill):
    return bill.label("register", t=bill.extras["town"], x=bill.extras["register"])
