"""For whoever checks an engine against the trained model: one prompt's tokens, the float32 logits after it, and the greedy continuation, as JSON.

    python3 training/golden.py FOLDER OUT.json [SEED]
"""
import json
import random
import sys

import torch

from bills import make
from evaluate import load


@torch.no_grad()
def greedy(model, prompt, limit, end):
    """The tokens after the prompt, the likeliest each time."""
    cache, tokens, step = {}, [], torch.tensor([prompt])
    while len(tokens) < limit:
        token = int(model.logits(model.hidden(step, cache)[:, -1]).argmax())
        if token == end:
            break
        tokens.append(token)
        step = torch.tensor([[token]])
    return tokens


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
