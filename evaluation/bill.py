"""One bill: what it says (facts), how it writes it (look), and a record of what was truly printed, which becomes the truth.

A family of layouts never gets at a value but by show(), cell(), tax_cell() or address(); each notes that the value
stands on the paper. So the truth holds what is printed and nothing else.
"""

from datetime import date
from decimal import Decimal

# Always judged: null where not printed.
JUDGED = ("seller.name", "seller.address", "seller.email", "seller.vat_id", "seller.phone", "seller.website",
          "buyer.name", "buyer.address", "buyer.email", "buyer.vat_id", "number", "issue_date", "due_date", "delivery_date",
          "order_number", "customer_number", "payment.iban", "payment.bic", "currency", "net", "tax", "total", "paid", "amount_due")
# Judged where printed.
PRINTED = ("preceding_invoice", "seller.legal_id", "seller.tax_id", "lines_total", "allowances", "charges", "rounding", "period_start", "period_end")
LINE = ("description", "quantity", "unit", "unit_price", "amount", "item_code")
NO_BILLS = ("delivery_note", "order", "order_confirmation", "estimate", "dunning", "proforma")


def normal(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value


def without_minus(answer):
    """A credit note that prints all its sums negative: as e-invoices give it (type 381), the kind says the rest."""
    bare = lambda value: value[1:] if value and value.startswith("-") else value
    for path in ("lines_total", "allowances", "charges", "net", "tax", "total", "rounding", "paid", "amount_due"):
        if path in answer["fields"]:
            answer["fields"][path] = bare(answer["fields"][path])
    for item in answer.get("lines", []) + answer.get("taxes", []):
        for key in ("quantity", "base", "amount"):
            if key in item:
                item[key] = bare(item[key])
    return answer



class Bill:
    def __init__(self, rng, words, look, kind, family):
        self.rng, self.words, self.look, self.kind, self.family = rng, words, look, kind, family
        self.language = words.language
        self.facts, self.lines, self.taxes = {}, [], []
        self.printed, self.printed_lines, self.printed_taxes = {}, [], []
        self.unjudged = set()
        self.extras = {}  # neighbours of the true values: order dates, contract numbers …
        self._labels = {}
        self._second = None  # the words of a second language, on bilingual bills

    # --- labels
    def label(self, key, **values):
        """The wording that this bill uses for the key."""
        if key not in self._labels:
            text = self.rng.choice(self.words.all(key, self.look.country))
            if self._second and key in self._second.lists and key not in ("terms", "legal", "thanks", "tax", "page", "intro", "salutation", "regards"):
                text += " / " + self._second.all(key)[0]
            self._labels[key] = text
        return self._labels[key].format(**values) if values else self._labels[key]

    def also_in(self, words):
        self._second = words

    def title(self):
        return self.label(f"title.{self.kind}")

    def number_label(self):
        return self.label(f"number.{self.kind}" if f"number.{self.kind}" in self.words.lists else "number.other")

    def date_label(self):
        return self.label("date.credit_note" if self.kind != "bill" else "date")

    # --- printing
    def has(self, path):
        return self.facts.get(path) is not None

    def note(self, path, text):
        self.printed.setdefault(path, [])
        if text not in self.printed[path]:
            self.printed[path].append(text)

    def show(self, path, money=False):
        """The value as this bill prints it. With money, a sum with its currency."""
        value = self.facts[path]
        text = self.look.money(value) if money else self.look.write(value)
        if money and self.look.names_currency(self.look.sum_style):
            self.note("currency", text)
        if path == "payment.iban" and self.look.spaced_iban:
            text = " ".join(text[i:i + 4] for i in range(0, len(text), 4))
        self.note(path, text)
        return text

    def deducted(self, path):
        """A sum that is printed with a minus and meant without."""
        text = self.look.money(-self.facts[path])
        self.note(path, text)
        return text

    def address(self, side):
        lines = self.facts[f"{side}.address"].split("\n")
        for line in lines:
            self.note(f"{side}.address", line)
        return lines

    def party(self, side):
        """Name and address, as they stand in a block."""
        return [self.show(f"{side}.name")] + self.address(side)

    def names_currency(self):
        """Where the paper says which currency its sums have, in words such as "Amounts in EUR"."""
        self.note("currency", self.facts["currency"])
        return self.facts["currency"]

    def cell(self, index, key):
        value = self.lines[index].get(key)
        if value is None:
            return ""
        while len(self.printed_lines) <= index:
            self.printed_lines.append({})
        if key in ("unit_price", "amount"):
            text = self.look.money(value, self.look.cell_style)
            if self.look.names_currency(self.look.cell_style):
                self.note("currency", text)
        elif key == "tax_rate":
            text = self.look.percent.format(self.look.number(value))
        else:
            text = self.look.write(value)
        self.printed_lines[index][key] = text
        return text

    def tax_cell(self, index, key, money=False):
        value = self.taxes[index][key]
        while len(self.printed_taxes) <= index:
            self.printed_taxes.append({})
        text = self.look.number(value)
        if money:
            text = self.look.money(value)
            if self.look.names_currency(self.look.sum_style):
                self.note("currency", text)
        self.printed_taxes[index][key] = text
        if key == "amount" and len(self.taxes) == 1:
            self.note("tax", text)
        return text

    # --- the truth
    def follows(self, path):
        """Not printed, but plain arithmetic or a plain rule gives it: then it is not judged."""
        on = lambda *paths: all(p in self.printed for p in paths)
        if path in self.unjudged:
            return True
        if path == "net":
            return on("total") or bool(self.printed_taxes)
        if path == "tax":
            return bool(self.printed_taxes) or (self.has("tax") and on("net", "total"))
        if path == "total":
            return not on("total") and (on("net", "tax") or on("amount_due"))
        if path == "amount_due":
            return not on("amount_due")
        return False

    def truth(self, file, origin):
        answer = {"file": file, "kind": self.kind, "language": self.language, "family": self.family, "origin": origin}
        if self._second:
            answer["language"] += "+" + self._second.language
        if self.kind in NO_BILLS:
            return answer
        fields = {}
        for path in JUDGED:
            if path in self.printed and path not in self.unjudged:
                fields[path] = normal(self.facts[path])
            elif path == "due_date" and self.has("terms_days") and "terms" in self.printed:
                fields[path] = normal(self.facts["due_by_terms"])
            elif not self.follows(path):
                fields[path] = None
        for path in PRINTED:
            if path in self.printed and path not in self.unjudged:
                fields[path] = normal(self.facts[path])
        answer["fields"] = fields
        if "lines" not in self.unjudged:
            answer["lines"] = [self._line_truth(i) for i in range(len(self.lines))]
        if "taxes" not in self.unjudged:
            answer["taxes"] = [{key: normal(self.taxes[i][key]) for key in ("rate", "base", "amount") if key in shown}
                               for i, shown in enumerate(self.printed_taxes)]
        answer["printed"] = self.printed
        return without_minus(answer) if self.kind == "credit_note" and self.facts["total"] < 0 else answer

    def _line_truth(self, index):
        shown = self.printed_lines[index] if index < len(self.printed_lines) else {}
        line = {key: normal(self.lines[index][key]) if key in shown else None for key in LINE}
        for key in self.unjudged & set(LINE):
            del line[key]
        if "tax_rate" in shown:
            line["tax_rate"] = normal(self.lines[index]["tax_rate"])
        return line
