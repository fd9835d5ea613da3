"""python3 -m unittest discover -s tests/training"""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "training"))
import linearizer_cases  # noqa: E402
from linearizer import Word, linearize  # noqa: E402


class Linearizer(unittest.TestCase):
    def test_cases_in_the_file_are_what_it_writes(self):
        written = json.loads(linearizer_cases.PATH.read_text(encoding="utf-8"))
        self.assertGreater(len(written), 40)
        for expected, case in zip(written, linearizer_cases.cases(), strict=True):
            with self.subTest(expected["name"]):
                self.assertEqual(expected, case)

    def test_the_example_of_the_specification(self):
        words = [Word("Invoice", 10, 10, 40, 20), Word("#", 43, 10, 48, 20), Word("120325", 100, 10, 130, 20),
                 Word("Date", 10, 22, 30, 32), Word("30", 100, 22, 110, 32), Word("Apr", 113, 22, 128, 32),
                 Word("2024", 131, 22, 150, 32), Word("Total", 10, 50, 30, 60), Word("$10.00", 100, 50, 130, 60)]
        self.assertEqual(linearize([words]).text, " Invoice #\t 120325\n Date\t 30 Apr 2024\n\n Total\t $10.00\n")

    def test_places_are_the_words(self):
        for case in linearizer_cases.cases():
            text = case["text"].encode()
            for page, begin, end in case["words"]:
                word = text[begin:end].decode()
                self.assertIn(word, [w["text"] for w in case["pages"][page]["words"]])
                self.assertEqual(text[begin - 1:begin], b" ")


if __name__ == "__main__":
    unittest.main()
