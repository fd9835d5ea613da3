"""How one bill writes numbers, sums and dates. Chosen once a bill, since a program writes them all alike."""

from datetime import date
from decimal import Decimal

from countries import COUNTRIES, MONTHS


def grouped(whole, separator):
    if separator == "indian":
        head, tail = whole[:-3], whole[-3:]
        parts = []
        while head:
            parts.insert(0, head[-2:])
            head = head[:-2]
        return ",".join(parts + [tail])
    parts = []
    while whole:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    return separator.join(parts)


class Look:
    def __init__(self, rng, language, country):
        home = COUNTRIES[country]
        self.language, self.country, self.currency = language, country, home.currency
        self.thousands, self.point = rng.choice(home.separators)
        self.date_style = rng.choice(home.dates)
        self.sum_style = rng.choice(home.money)
        if self.sum_style == "{}" and rng.random() < 0.6:  # few bills name no currency at all
            self.sum_style = rng.choice(home.money[:-1])
        if self.currency in ("EUR", "PLN", "SEK", "DKK") and rng.random() < 0.05:  # billed in another country's money
            self.currency, self.sum_style = "USD", rng.choice(("{} USD", "USD {}", "US$ {}", "$ {}"))
        self.cell_style = self.sum_style if rng.random() < 0.3 else "{}"
        self.minus = rng.choice(("-{}", "-{}", "-{}", "−{}", "{}-" if language == "de" else "({})" if country == "US" else "- {}"))
        self.spaced_iban = rng.random() < 0.7
        self.percent = rng.choice(("{}%", "{}%", "{} %", "{}"))

    def number(self, value):
        text = f"{abs(value):f}"
        whole, _, rest = text.partition(".")
        text = grouped(whole, self.thousands) + (self.point + rest if rest else "")
        return self.minus.format(text) if value < 0 else text

    def money(self, value, style=None):
        style = self.sum_style if style is None else style
        if value < 0 and style.startswith(("$", "£", "€")) and self.minus.startswith(("-", "−")):
            return self.minus[0] + style.format(self.number(-value))
        return style.format(self.number(value))

    def names_currency(self, style):
        return style != "{}"

    def date(self, day):
        months = MONTHS[self.language].split()
        name = months[day.month - 1]
        short = name if len(name) < 5 else name[:4] + "." if self.language in ("fr", "es", "it", "pt") else name[:3]
        return day.strftime(self.date_style).format(d=day.day, m=day.month, B=name, b=short)

    def write(self, value):
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Decimal):
            return self.number(value)
        return str(value)
