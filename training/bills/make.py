"""A training sample: a made-up bill as prompt and answer tokens. As a program it shows bills:

    python3 training/bills/make.py SEED [COUNT]
"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from bills.layout import make  # noqa: E402
from bills.truth import Unreachable, answer  # noqa: E402
from linearizer import linearize  # noqa: E402


def document(r):
    """Lined-up text and the true answer; tries until one can be answered."""
    while True:
        sheet, facts = make(r)
        linearized = linearize(sheet.pages)
        try:
            return sheet, linearized, answer(sheet, linearized, len(facts.lines))
        except Unreachable:
            continue


def page_tokens(linearized, sheet, tokenizer):
    """Tokens of the text, word by word; what stands between words is one piece each."""
    tokens, text, at = [], linearized.text.encode(), 0
    for place in linearized.places:
        for c in text[at:place.begin - 1].decode():
            tokens += tokenizer.encode(c)
        tokens += tokenizer.word(sheet.pages[place.page][place.index].text)
        at = place.end
    for c in text[at:].decode():
        tokens += tokenizer.encode(c)
    return tokens


def word_tokens(tokenizer, text, begin, end):
    """Tokens of a part of a word: those of the page, where a piece ends at each cut."""
    tokens = tokenizer.word(text[:end])
    if begin:
        head = tokenizer.word(text[:begin])
        tokens = tokens[len(head):] if tokens[:len(head)] == head else tokenizer.encode(text[begin:end])
    return tokens


def value_tokens(tokenizer, runs):
    if runs is None:
        return [tokenizer.null]
    tokens = [tokenizer.quote]
    for number, run in enumerate(runs):
        tokens += [tokenizer.backslash_n] if number else []
        for text, begin, end in run.words:
            tokens += word_tokens(tokenizer, text, begin, end)
    return tokens + [tokenizer.quote]


def answer_tokens(tokenizer, value):
    """Tokens of the answer's JSON; a list of runs is a string, any other list an array."""
    if value is None or isinstance(value, list) and value and not isinstance(value[0], dict):
        return value_tokens(tokenizer, value)
    tokens = []
    if isinstance(value, dict):
        for number, (key, inner) in enumerate(value.items()):
            tokens += tokenizer.encode(("," if number else "{") + f'"{key}":') + answer_tokens(tokenizer, inner)
        return tokens + tokenizer.encode("}")
    for number, inner in enumerate(value):
        tokens += (tokenizer.encode(",") if number else []) + answer_tokens(tokenizer, inner)
    return tokenizer.encode("[") + tokens + tokenizer.encode("]")


def prompt_tokens(tokenizer, linearized, sheet):
    return [tokenizer.bos, tokenizer.begin] + page_tokens(linearized, sheet, tokenizer) + [tokenizer.answer]


def sample(r, tokenizer):
    sheet, linearized, truth = document(r)
    return prompt_tokens(tokenizer, linearized, sheet), answer_tokens(tokenizer, truth) + [tokenizer.eos]


def plain(value):
    """The answer with strings for runs."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value] if not value or isinstance(value[0], dict) else "\n".join(run.text() for run in value)
    return value


if __name__ == "__main__":
    import json
    for seed in range(int(sys.argv[1]), int(sys.argv[1]) + int((sys.argv + ["1"])[2])):
        _, shown, truth = document(random.Random(seed))
        print(shown.text)
        print(json.dumps(plain(truth), ensure_ascii=False))
