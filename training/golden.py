"""For whoever checks an engine against the trained model: one prompt's tokens, the float32 logits after it, and the greedy continuation, as JSON.

    python3 training/golden.py FOLDER OUT.json [SEED]
"""
import json
import random
import sys

import torch

from bills import make
from evaluate import greedy, load


def main():
    model, tokenizer, _ = load(sys.argv[1])
    sheet, shown, truth = make.document(random.Random(int((sys.argv + ["7"])[3])))
    prompt = make.prompt_tokens(tokenizer, shown, sheet)
    with torch.no_grad():
        logits = model(torch.tensor([prompt]))[0, -1].tolist()
    answer = greedy(model, prompt, 1500, tokenizer.eos)
    result = dict(text=shown.text, prompt=prompt, logits=logits, greedy=answer, answer=tokenizer.sp.decode(answer), truth=make.plain(truth))
    json.dump(result, open(sys.argv[2], "w"), ensure_ascii=False)


if __name__ == "__main__":
    main()
