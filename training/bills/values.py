"""Dates and amounts in the ways in which bills print them."""
import datetime

CURRENCIES = {"en": ["$", "$", "$", "£", "€", "USD", "GBP", "EUR", "₹", "A$", "CA$", "INR", "AUD", "CHF"], "de": ["€", "€", "€", "EUR", "EUR", "CHF", "Euro"],
              "fr": ["€", "€", "€", "EUR", "CHF"], "es": ["€", "€", "EUR", "$", "MXN"], "it": ["€", "€", "€", "EUR", "Euro"], "nl": ["€", "€", "€", "EUR"],
              "pt": ["€", "€", "EUR", "R$", "R$", "BRL"], "pl": ["zł", "zł", "zł", "PLN", "PLN", "EUR", "€"], "sv": ["kr", "kr", "SEK", "SEK", "€"],
              "da": ["kr.", "kr.", "kr", "DKK", "DKK", "EUR"]}


def ordinal(day):
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


class Style:
    """One bill's way of writing values."""

    def __init__(self, r, language, words):
        self.r, self.language, self.words = r, language, words
        self.date_form = self._date_form()
        self.currency = r.choice(CURRENCIES[language])
        self.decimal, self.thousands = self._separators()
        self.places = 2 if r.random() < 0.97 else 0
        sign = len(self.currency) == 1
        self.where = r.choice(["before", "before", "before", "after", "before apart", "after apart", "none"] if sign and language == "en" else
                              ["after apart", "after apart", "after", "before apart", "before", "none"] if sign else
                              ["before apart", "after apart", "after apart", "none"])
        if sign and self.where == "before" and r.random() < 0.12:
            self.where = "before with code"
        self.line_where = self.where if r.random() < 0.5 else "none"

    def _separators(self):
        usual = {"en": (".", ","), "de": (",", "."), "fr": (",", " "), "es": (",", "."), "it": (",", "."), "nl": (",", "."), "pt": (",", "."),
                 "pl": (",", " "), "sv": (",", " "), "da": (",", ".")}[self.language]
        return self.r.choice([usual] * 6 + [(".", ","), (",", "."), (",", " "), (".", ""), (",", ""), (".", "'"), (".", " ")])

    def _date_form(self):
        def month(d):
            return self.words["months"][d.month - 1]
        def short(d):
            return self.words["short"][d.month - 1]
        numbers = [lambda d: f"{d:%Y-%m-%d}", lambda d: f"{d:%d.%m.%Y}", lambda d: f"{d:%d/%m/%Y}", lambda d: f"{d:%d-%m-%Y}", lambda d: f"{d:%d/%m/%y}",
                   lambda d: f"{d:%d.%m.%y}", lambda d: f"{d:%Y/%m/%d}"]
        own = {"en": [lambda d: f"{short(d)} {d.day}, {d.year}", lambda d: f"{month(d)} {d.day}, {d.year}", lambda d: f"{month(d)} {ordinal(d.day)}, {d.year}",
                      lambda d: f"{d:%m/%d/%Y}", lambda d: f"{d.day} {short(d)} {d.year}", lambda d: f"{d.day} {month(d)} {d.year}", lambda d: f"{d:%d}-{short(d)}-{d.year}",
                      lambda d: f"{d.month}/{d.day}/{d.year}", lambda d: f"{d:%d} {short(d)}, {d.year}", lambda d: f"{d:%m/%d/%y}", lambda d: f"{d:%d}-{short(d)}-{d:%y}"],
               "de": [lambda d: f"{d:%d.%m.%Y}", lambda d: f"{d.day}. {month(d)} {d.year}", lambda d: f"{d.day}.{d.month}.{d.year}", lambda d: f"{d:%d}. {short(d)} {d.year}"],
               "es": [lambda d: f"{d.day} de {month(d)} de {d.year}", lambda d: f"{d.day} {short(d)} {d.year}"],
               "pt": [lambda d: f"{d.day} de {month(d)} de {d.year}", lambda d: f"{d:%d}-{short(d)}-{d.year}", lambda d: f"{d:%d/%m/%Y}"],
               "pl": [lambda d: f"{d.day} {month(d)} {d.year}", lambda d: f"{d.day} {month(d)} {d.year} r.", lambda d: f"{d:%d.%m.%Y}", lambda d: f"{d:%Y-%m-%d}"],
               "sv": [lambda d: f"{d:%Y-%m-%d}", lambda d: f"{d:%Y-%m-%d}", lambda d: f"{d.day} {month(d)} {d.year}", lambda d: f"{d:%Y%m%d}"],
               "da": [lambda d: f"{d.day}. {month(d)} {d.year}", lambda d: f"{d:%d.%m.%Y}", lambda d: f"{d:%d-%m-%Y}", lambda d: f"{d.day}. {short(d)} {d.year}"]}
        return self.r.choice(numbers + own.get(self.language, [lambda d: f"{d.day} {month(d)} {d.year}", lambda d: f"{d.day} {short(d)} {d.year}"]) * 2)

    def date(self, date: datetime.date):
        return self.date_form(date)

    def plain(self, cents):
        """12345 → 123,45 in this bill's way."""
        whole, rest = divmod(abs(cents), 100)
        text = f"{whole:,}".replace(",", self.thousands)
        return ("-" if cents < 0 else "") + text + (f"{self.decimal}{rest:02}" if self.places else "")

    def share(self, rate):
        """8.25 → 8,25 in this bill's way."""
        return f"{rate:g}".replace(".", self.decimal)

    def money(self, cents, field, currency_field, where=None, text=None):
        """Spans of an amount with its currency; text where it isn't written in cents."""
        text, sign, where = text or self.plain(cents), self.currency, where or self.where
        code = (sign, currency_field)
        if where.startswith("before") and text[0] == "-" and not where.endswith("apart"):
            return [("-", None), code, (text[1:], field)]       # the minus before the sign is no part of the number's run
        return {"none": [(text, field)], "before": [code, (text, field)], "before apart": [code, (" ", None), (text, field)],
                "before with code": [code, (text, field), (" " + {"$": "USD", "£": "GBP", "€": "EUR"}.get(sign, "INR"), None)],
                "after": [(text, field), code], "after apart": [(text, field), (" ", None), code]}[where]
