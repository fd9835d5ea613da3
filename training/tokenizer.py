"""Makes the vocabulary of the bill models and turns words and answers into tokens.

    python3 training/tokenizer.py OUT.model        trains a SentencePiece BPE on the words that bills are made of
"""
import random
import sys

import sentencepiece

KEYS = ["seller", "buyer", "name", "address", "email", "number", "issue_date", "due_date", "currency", "net", "tax", "total", "paid", "amount_due",
        "lines", "description", "quantity", "unit_price", "amount"]
PIECES = ["\n", "\t", "\f"] + [f'"{key}":' for key in KEYS] + ["null", "\\n"] + list('"{}[],')
CHARACTERS = "".join(chr(c) for c in range(33, 127)) + "äöüßéèêëàâáãåçñíìîïóòôõøúùûÿœæÄÖÜÉÈÀÂÁÅÇÑÍÓØÚŒÆšžčřłńśżćęąőűğışŠŽČŁŚ€£¥₹$¢§°²³½№ºª·•–—−‐…“”„‘’‚«»©®™×¿¡´`✓¤"
SIZE = 3072


class Tokenizer:
    def __init__(self, path):
        self.sp = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self.bos, self.eos = self.sp.bos_id(), self.sp.eos_id()
        self.begin, self.answer = self.sp.piece_to_id("<bill>"), self.sp.piece_to_id("<answer>")
        self.quote, self.null, self.backslash_n = (self.sp.piece_to_id(p) for p in ('"', "null", "\\n"))
        self.size = self.sp.vocab_size()
        self._words = {}

    def word(self, text):
        """Tokens of one space and a word. No piece spans two words, so a text's tokens are those of its words."""
        tokens = self._words.get(text)
        if tokens is None:
            if len(self._words) > 50000:
                self._words.clear()
            tokens = self._words[text] = self.sp.encode(" " + text)
        return tokens

    def encode(self, text):
        return self.sp.encode(text)


def corpus(r, count=25000):
    """Lines as they stand in lined-up text: a space before every word."""
    from bills import languages, names
    for language, words in languages.ALL.items():
        for key, values in words.items():
            for value in (" ".join(values), *values) if key == "nouns" else values:
                times = {"boiler": 200, "nouns": 15, "months": 300, "short": 300}.get(key, 120)
                for form in (value, value, value.capitalize(), value.upper()):
                    yield from [" " + form.replace("{n}", "30").replace("{x}", "19")] * (times // (4 if form == value.upper() != value else 2))
    yield from [f" {c}" for c in CHARACTERS] * 3
    for _ in range(count):
        language, words = r.choice(list(languages.ALL.items()))
        who = names.company(r, words)
        yield from (" " + t for t in (who, r.choice([who.upper(), names.person(r), names.street(r, language, words)]), names.email(r, who),
                                      names.town(r, language), names.identifier(r), f"{r.randint(1, 900)},{names.number(r, 2, 2)} €"))


def train(path):
    stem = str(path).removesuffix(".model")
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=corpus(random.Random(1)), model_prefix=stem, model_type="bpe", vocab_size=SIZE, normalization_rule_name="identity",
        add_dummy_prefix=False, remove_extra_whitespaces=False, byte_fallback=True, split_digits=True, character_coverage=1.0,
        user_defined_symbols=PIECES, control_symbols=["<bill>", "<answer>"], unk_id=0, bos_id=1, eos_id=2, pad_id=-1, max_sentencepiece_length=12,
        num_threads=2, minloglevel=1)


if __name__ == "__main__":
    train(sys.argv[1])
