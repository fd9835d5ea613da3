"""The made-up bills obey the rules that reading them obeys."""
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "training"))
from bills import make  # noqa: E402
from bills.sheet import Sheet  # noqa: E402
from bills.truth import Unreachable, answer, borders  # noqa: E402
from linearizer import linearize  # noqa: E402


def read(texts, lines=0):
    """The answer of a page of (x, y, spans)."""
    sheet = Sheet(random.Random(1))
    sheet.size = sheet.pitch = 10
    for x, y, spans in texts:
        sheet.put(x, y, spans)
    return make.plain(answer(sheet, linearize(sheet.pages), lines))


class Truth(unittest.TestCase):
    def test_borders_shed_signs(self):
        self.assertEqual(borders("#120325"), {0, 1, 7})
        self.assertEqual(borders("($12.50)"), {0, 2, 7, 8})
        self.assertEqual(borders("No:17"), {0, 3, 5})

    def test_a_value_may_be_a_part_of_a_word(self):
        self.assertEqual(read([(10, 10, [("Invoice #", None), ("17", "number")])])["number"], "17")
        found = read([(10, 10, [("Total ", None), ("$", ("currency", 0)), ("9.50", "total")])])
        self.assertEqual((found["currency"], found["total"], found["paid"]), ("$", "9.50", None))

    def test_a_cut_that_is_no_border_is_refused(self):
        with self.assertRaises(Unreachable):
            read([(10, 10, [("Invoice N", None), ("17", "number")])])

    def test_the_currency_beside_the_total_comes_first(self):
        found = read([(10, 10, [("Price in ", None), ("USD", ("currency", 1))]), (10, 30, [("€", ("currency", 0)), ("1", "total")])])
        self.assertEqual(found["currency"], "€")

    def test_an_address_goes_from_line_to_line_of_its_column(self):
        sheet = Sheet(random.Random(1))
        sheet.size = sheet.pitch = 10
        sheet.put_lines(10, 20, ["1 High Street", "Town,"], ("seller", "address"))
        sheet.put_lines(300, 20, ["2 Low Road", "Village"], ("buyer", "address"))
        found = make.plain(answer(sheet, linearize(sheet.pages), 0))
        self.assertEqual(found["seller"]["address"], "1 High Street\nTown")
        self.assertEqual(found["buyer"]["address"], "2 Low Road\nVillage")


class Documents(unittest.TestCase):
    def test_every_value_stands_in_the_text(self):
        def check(value, text):
            if isinstance(value, dict):
                value = list(value.values())
            if isinstance(value, list):
                for inner in value:
                    check(inner, text)
            elif value:
                for part in value.split("\n"):
                    self.assertIn(part, text)
        for seed in range(40):
            _, shown, truth = make.document(random.Random(seed))
            check(make.plain(truth), shown.text)

    def test_a_seed_makes_the_same_bill(self):
        self.assertEqual(make.document(random.Random(5))[1].text, make.document(random.Random(5))[1].text)


if __name__ == "__main__":
    unittest.main()
