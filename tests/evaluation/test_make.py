"""The maker of bills for evaluation: the same seed gives the same bills, sums are right, and what the truth says stands on the paper."""

import importlib.util
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "evaluation"
MISSING = [name for name in ("reportlab", "PIL", "numpy") if importlib.util.find_spec(name) is None]
if not shutil.which("pdftotext"):
    MISSING.append("pdftotext")


def squeezed(text):
    return re.sub(r"\s+", "", text)


@unittest.skipIf(MISSING, f"needs {', '.join(MISSING)} (see evaluation/README.md)")
class Make(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        sys.path.insert(0, str(ROOT))
        import families
        import make
        cls.make, cls.families = make, families.FAMILIES
        cls.folder = tempfile.TemporaryDirectory()
        cls.drawn = []
        for number, family in enumerate(cls.families):
            for turn in range(2):
                language = family.languages[(number + turn) % len(family.languages)]
                path = Path(cls.folder.name) / f"{family.name}-{turn}.pdf"
                bill = make.document(f"test {number} {turn}", family, language, family.kinds[turn % len(family.kinds)], path)
                cls.drawn.append((bill, path, bill.truth(path.name, "text")))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        sys.path.remove(str(ROOT))

    def test_there_are_thirty_families_with_names_of_their_own(self):
        names = [family.name for family in self.families]
        self.assertGreaterEqual(len(set(names)), 30)
        self.assertEqual(len(set(names)), len(names))

    def test_the_same_seed_gives_the_same_bills_and_another_seed_others(self):
        def truths(seed):
            return [json.dumps(self.make.document(f"{seed}/{n}", family, language, kind, Path(self.folder.name) / "again.pdf").truth("", ""), sort_keys=True)
                    for n, family, language, kind, _ in self.make.plan(12, seed)]
        self.assertEqual(truths(5), truths(5))
        self.assertNotEqual(truths(5), truths(6))

    def test_what_the_truth_says_stands_in_the_text_of_the_paper(self):
        for bill, path, truth in self.drawn:
            # In either of the two orders in which pdftotext can put the words.
            text = "\n".join(squeezed(subprocess.run(["pdftotext", order, str(path), "-"], capture_output=True, text=True, check=True).stdout)
                             for order in ("-layout", "-raw"))
            for field, printed in truth.get("printed", {}).items():
                for words in printed:
                    with self.subTest(family=bill.family, field=field, words=words, file=path.name):
                        self.assertTrue(squeezed(words) in text)
            for shown in bill.printed_lines if "fields" in truth else ():
                for key, words in shown.items():
                    for word in words.split():
                        with self.subTest(family=bill.family, line=key, words=words):
                            self.assertTrue(word in text)

    def test_every_bill_names_its_seller_and_its_day(self):
        for bill, path, truth in self.drawn:
            if "fields" in truth:
                with self.subTest(family=bill.family, file=path.name):
                    self.assertTrue(truth["fields"]["seller.name"])
                    self.assertRegex(truth["fields"]["issue_date"], r"^20\d\d-\d\d-\d\d$")

    def test_sums_are_right_to_the_cent(self):
        for bill, path, truth in self.drawn:
            fields = {key: Decimal(value) for key, value in truth.get("fields", {}).items()
                      if value and key in ("net", "tax", "total", "paid", "amount_due", "rounding", "lines_total", "allowances", "charges")}
            with self.subTest(family=bill.family, file=path.name):
                for line in bill.lines:
                    self.assertLessEqual(abs(line["quantity"] * line["unit_price"] - line["amount"]), Decimal("0.005"))
                if {"net", "tax", "total"} <= fields.keys():
                    self.assertEqual(fields["net"] + fields["tax"] + fields.get("rounding", 0), fields["total"])
                if {"total", "amount_due", "paid"} <= fields.keys() and "paid" not in bill.unjudged:
                    self.assertEqual(fields["total"] - fields["paid"], fields["amount_due"])
                if "lines" in truth and {"net", "lines_total", "total"} <= fields.keys() and bill.family != "progress-bill":
                    self.assertEqual(fields["lines_total"] - fields.get("allowances", 0) + fields.get("charges", 0), fields["net"])
                for tax in bill.taxes:
                    self.assertLessEqual(abs(tax["base"] * tax["rate"] / 100 - tax["amount"]), Decimal("0.01"))

    def test_accounts_and_vat_ids_have_right_check_digits(self):
        import values
        rng = random.Random(3)
        for country in values.BBAN:
            self.assertTrue(values.iban_holds(values.iban(rng, country)), country)
        bills = [truth["fields"] for _, _, truth in self.drawn if "fields" in truth]
        self.assertTrue(all(values.iban_holds(fields["payment.iban"]) for fields in bills if fields.get("payment.iban")))
        # Numbers that offices publish as examples.
        known = {"0" * 8: "0", "7992739871": "3"}
        for number, digit in known.items():
            self.assertEqual(values.luhn(number), digit)

    def test_documents_that_are_no_bills_have_a_kind_only(self):
        from bill import NO_BILLS
        family = next(family for family in self.families if "delivery_note" in family.kinds)
        bill = self.make.document("no bill", family, family.languages[0], "delivery_note", Path(self.folder.name) / "none.pdf")
        truth = bill.truth("none.pdf", "text")
        self.assertIn(truth["kind"], NO_BILLS)
        self.assertNotIn("fields", truth)

    @unittest.skipUnless(shutil.which("pdftoppm"), "needs pdftoppm")
    def test_one_command_makes_documents_scans_and_truths(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", str(ROOT / "make.py"), folder, "--count", "4", "--seed", "2", "--scans", "0.5"], check=True, capture_output=True)
            truths = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.truth.json"))]
            self.assertEqual(len(truths), 4)
            for truth in truths:
                self.assertTrue((Path(folder) / truth["file"]).exists())


class Handmade(unittest.TestCase):
    def test_each_truth_has_its_bill_and_each_bill_adds_up(self):
        truths = sorted((ROOT / "handmade").glob("*.truth.json"))
        self.assertGreaterEqual(len(truths), 12)
        for path in truths:
            truth = json.loads(path.read_text(encoding="utf-8"))
            fields = {key: Decimal(value) for key, value in truth.get("fields", {}).items() if value and key in ("net", "tax", "total", "paid", "amount_due")}
            with self.subTest(bill=truth["file"]):
                self.assertTrue((path.parent / truth["file"]).exists())
                if {"net", "tax", "total"} <= fields.keys():
                    self.assertEqual(fields["net"] + fields["tax"], fields["total"])
                if {"total", "paid", "amount_due"} <= fields.keys():
                    self.assertEqual(fields["total"] - fields["paid"], fields["amount_due"])
                if truth.get("lines") and "net" in fields:
                    self.assertEqual(sum(Decimal(line["amount"]) for line in truth["lines"]), fields["net"])


if __name__ == "__main__":
    unittest.main()
