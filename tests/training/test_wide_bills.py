"""What the maker's wider bills must keep: kinds, languages, several tax rates, neighbours of the buyer, damage."""
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "training"))
from bills import blocks, damage, facts, kinds, languages, layout, letter, make, receipt, sums  # noqa: E402
from bills.bill import Bill  # noqa: E402
from bills.sheet import Sheet  # noqa: E402
from bills.truth import Unreachable, answer  # noqa: E402
from linearizer import linearize  # noqa: E402


def drawn(kind, start=0):
    """Seeds' facts of one kind, without end."""
    seed = start
    while True:
        r = random.Random(seed)
        found = facts.draw(r)
        if found.kind == kind:
            yield r, found
        seed += 1


def bill_of(r, found, printed, extent=None):
    return Bill(r, found, Sheet(r, extent), ":", False, set(printed))


def read(bill):
    linearized = linearize(bill.sheet.pages)
    return make.plain(answer(bill.sheet, linearized, 0)), linearized.text


class Languages(unittest.TestCase):
    def test_all_have_the_same_words(self):
        for language, words in languages.ALL.items():
            self.assertEqual(set(words), set(languages.ALL["en"]), language)
            self.assertEqual((len(words["months"]), len(words["short"])), (12, 12), language)
            for key in ("rate", "net", "tax", "total", "gross", "amount", "price"):
                self.assertTrue([text for text in words[key] if "{" not in text], (language, key))

    def test_closing_sentences_name_the_amount_with_and_without_a_day(self):
        for language, words in languages.ALL.items():
            self.assertTrue(all("{total}" in text for text in words["closing"]), language)
            self.assertTrue(any("{due}" in text for text in words["closing"]) and any("{due}" not in text for text in words["closing"]), language)


class Rates(unittest.TestCase):
    """`tax` is the whole tax: several rates without a printed sum leave it null."""

    @staticmethod
    def bill(printed, rows):
        r = random.Random(3)
        found = next(found for _, found in drawn("bill") if len(found.lines) > 1 and not found.inclusive)
        found.tax_rows, found.previous, found.paid = rows, 0, 0
        found.base = sum(base for _, base, _ in rows)
        found.tax = sum(tax for _, _, tax in rows)
        return bill_of(r, found, printed)

    def test_lines_of_rates_alone_are_no_tax(self):
        rows = sums.tax_rows(self.bill({"total"}, [(7, 1000, 70), (19, 2000, 380)]))
        self.assertEqual([(cents, field) for _, _, cents, field in rows], [(70, None), (380, None)])

    def test_their_sum_is(self):
        rows = sums.tax_rows(self.bill({"total", "tax"}, [(7, 1000, 70), (19, 2000, 380)]))
        self.assertEqual(rows[-1][2:], (450, "tax"))
        self.assertTrue(all(field is None for _, _, _, field in rows[:-1]))

    def test_a_table_of_one_rate_prints_net_and_tax(self):
        bill = self.bill({"total"}, [(19, 2000, 380)])
        sums.rates_table(bill, 50, 500, 50)
        style = bill.facts.style
        found, _ = read(bill)
        self.assertEqual((found["net"], found["tax"]), (style.plain(2000), style.plain(380)))

    def test_a_table_of_two_rates_prints_the_tax_only_in_its_row_of_sums(self):
        for seed in range(20):
            bill = self.bill({"total"}, [(7, 1000, 70), (19, 2000, 380)])
            bill.r = random.Random(seed)
            sums.rates_table(bill, 50, 500, 50)
            found, text = read(bill)
            whole = bill.facts.style.plain(450)
            self.assertEqual(found["tax"], whole if whole in text.split() or f" {whole}" in text else None)

    def test_sums_add_up(self):
        for seed in range(150):
            found = facts.draw(random.Random(seed))
            added = found.shipping - found.discount + sum(cents for _, cents in found.extras) + found.tip + found.rounding
            self.assertEqual(found.total, found.goods() + added + (0 if found.inclusive else found.tax))
            self.assertEqual(found.owed(), found.previous - found.received + found.total - found.paid)


class Balance(unittest.TestCase):
    def test_payments_for_the_bill_before_are_not_paid(self):
        for number, (r, found) in enumerate(drawn("utility")):
            if found.previous:
                bill = bill_of(r, found, layout.choose_fields(r, found))
                self.assertNotIn("paid", bill.printed)
                self.assertIn(("amount_due", None, found.owed(), "amount_due"), sums.sum_rows(bill))
            if number > 20:
                break


class Receipts(unittest.TestCase):
    def test_a_receipt_has_no_buyer_and_money_handed_over_is_not_paid(self):
        cash = 0
        for number, (r, found) in enumerate(drawn("receipt")):
            bill = bill_of(r, found, layout.choose_fields(r, found), (240, 1500))
            receipt.draw(bill, 10, 220, 20)
            try:
                got = make.plain(answer(bill.sheet, linearize(bill.sheet.pages), len(found.lines)))
            except Unreachable:
                continue
            cash += found.tendered > 0
            self.assertEqual((got["buyer"]["name"], got["paid"], got["amount_due"], got["due_date"]), (None, None, None, None))
            self.assertEqual(got["total"], found.style.plain(found.total))
            self.assertEqual([line["amount"] for line in got["lines"]], [found.style.plain(line.amount).removeprefix("-") if found.style.line_where in ("before", "before with code")
                             else found.style.plain(line.amount) for line in found.lines])
            if number > 25:
                break
        self.assertGreater(cash, 5)


class Letters(unittest.TestCase):
    def test_what_is_to_be_paid_by_a_day_is_due_and_another_amount_the_total(self):
        for printed, field, other in (({"due_date", "issue_date", "number"}, "amount_due", "total"), ({"issue_date", "number"}, "total", "amount_due")):
            r, found = next(drawn("letter"))
            found.style.where = "none"
            bill = bill_of(r, found, printed)
            letter.told(bill, 50, 500, 50, "closing")
            got, _ = read(bill)
            cents = found.owed() if field == "amount_due" else found.total
            self.assertEqual((got[field], got[other]), (found.style.plain(cents), None))


class Neighbours(unittest.TestCase):
    def test_a_delivery_address_is_not_the_buyer(self):
        for seed in range(30):
            r = random.Random(seed)
            found = facts.draw(r)
            bill = bill_of(r, found, {"buyer.address"})
            bill.ship_shown = True
            blocks.ship_to(bill, 50, 400, 50)
            got, _ = read(bill)
            self.assertEqual(got["buyer"], {"name": None, "address": None, "email": None})

    def test_a_delivery_address_stands_by_every_buyer(self):
        for head in layout.HEADS:
            names = [name for band in head for column in band for name in column.split()]
            if "buyer" in names:
                for seed in range(4):
                    copy = [list(band) for band in head]
                    layout.add_delivery(random.Random(seed), copy)
                    self.assertEqual(sum(column.split().count("ship_to") for band in copy for column in band), 1)
                    self.assertLessEqual(max(map(len, copy)), 3)

    def test_all_mail_of_the_seller_counts_and_the_first_is_the_answer(self):
        r, found = next(drawn("bill"))
        bill = bill_of(r, found, {"seller.email"})
        bill.sheet.put(50, 50, [("help@x.org", ("seller", "email"))])
        bill.sheet.put(50, 100, [(found.seller.email, ("seller", "email"))])
        self.assertEqual(read(bill)[0]["seller"]["email"], "help@x.org")


class Credits(unittest.TestCase):
    def test_some_are_negative_throughout(self):
        signs = {all(line.amount <= 0 for line in found.lines) for _, (_, found) in zip(range(20), drawn("credit"))}
        self.assertEqual(signs, {True, False})

    def test_every_kind_is_drawn(self):
        seen = {kinds.choose(random.Random(seed)) for seed in range(600)}
        self.assertEqual(seen, set(kinds.SHARES))


class Damage(unittest.TestCase):
    def test_marks_stay_inside_their_words(self):
        for seed in range(25):
            r = random.Random(seed)
            sheet, _ = layout.make(r)
            before = {mark.field for page in sheet.pages for word in page for mark in word.marks}
            damage.damage(r, sheet)
            words = [word for page in sheet.pages for word in page]
            self.assertEqual(before, {mark.field for word in words for mark in word.marks})
            for word in words:
                self.assertTrue(word.text and not any(c.isspace() for c in word.text))
                self.assertLess(word.left, word.right)
                for mark in word.marks:
                    self.assertTrue(0 <= mark.begin < mark.end <= len(word.text))

    def test_money_dates_and_numbers_are_read_right(self):
        sheet = Sheet(random.Random(1))
        for i in range(300):
            sheet.put(10, 10 + 20 * i, [("1.580,05", ("lines", i, "amount"))])
            sheet.put(100, 10 + 20 * i, [("INV10058", "number")])
        damage.damage(random.Random(2), sheet)
        self.assertEqual({word.text for word in sheet.pages[0] if word.marks}, {"1.580,05", "INV10058"})

    def test_the_answer_is_what_is_printed(self):
        for seed in range(10):
            r = random.Random(seed)
            sheet = Sheet(r)
            sheet.put(50, 50, [("Mornington Clockworks Limited", ("seller", "name"))])
            damage.damage(r, sheet)
            linearized = linearize(sheet.pages)
            try:
                found = make.plain(answer(sheet, linearized, 0))["seller"]["name"]
            except Unreachable:     # dirt between its words
                continue
            self.assertIn(found, linearized.text)


if __name__ == "__main__":
    unittest.main()
