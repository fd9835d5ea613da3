"""Reads a bill as the program does, but token by token: the answer's frame is forced, a value can only be what stands on the page.

Slower and a little looser than the program's own constraint (cuts inside a token are left out); meant for evaluation.
"""
import torch

KEYS = ["number", "issue_date", "due_date", "currency", "net", "tax", "total", "paid", "amount_due"]
PARTY = ["name", "address", "email"]
LINE = ["description", "quantity", "unit_price", "amount"]
BLOCKS = {"address", "description"}
MOST_LINES, LONGEST = 60, 120


class Page:
    """The prompt's text as pieces, with the places where a run may begin or end."""

    def __init__(self, tokenizer, tokens, links):
        """links: (end of a cell, start of the one below), in bytes of the text."""
        self.tokens = tokens
        pieces = [tokenizer.sp.id_to_piece(t) for t in tokens] + ["\n"]
        breaks = [p in ("\n", "\t", "\f") for p in pieces]
        starts = [p.startswith("▁") for p in pieces]
        signs = [not any(c.isalnum() for c in p) for p in pieces]
        after = [True] + [b or s for b, s in zip(breaks, signs)]
        self.inside = [not b for b in breaks]
        self.begins = [i for i in range(len(tokens)) if self.inside[i] and (starts[i] or after[i])]
        self.may_end = [breaks[i] or starts[i] or signs[i] for i in range(len(pieces))]     # before piece i
        at, index = 0, {}       # byte → token that begins there
        for i, piece in enumerate(pieces):
            index[at] = i
            at += 1 if i < len(tokens) and tokenizer.sp.is_byte(tokens[i]) else len(piece.replace("▁", " ").encode())
        self.below = {index[end]: index[start] for end, start in links}


class Reader:
    def __init__(self, model, tokenizer, prompt, links):
        self.model, self.tokenizer, self.cache = model, tokenizer, {}
        self.page = Page(tokenizer, prompt[2:-1], links)
        self.comma, self.open, self.close = (tokenizer.encode(c)[0] for c in ",{]")
        self.feed(prompt)

    def feed(self, tokens):
        """Takes in tokens; the logits of what follows the last."""
        if self.cache and len(tokens) > 1:
            for token in tokens[:-1]:
                self.feed([token])
            tokens = tokens[-1:]
        self.logits = self.model.logits(self.model.hidden(torch.tensor([tokens]), self.cache)[0, -1])

    def choose(self, allowed):
        allowed = sorted(allowed)
        token = allowed[int(self.logits[allowed].argmax())]
        self.feed([token])
        return token

    def force(self, text):
        self.feed(self.tokenizer.encode(text))

    def value(self, block):
        t, page = self.tokenizer, self.page
        if self.choose({t.null, t.quote}) == t.null:
            return None
        parts, places = [[]], page.begins       # places: where the next token may stand, all of them agreeing with the run so far
        while True:
            allowed = {page.tokens[i] for i in places if i < len(page.tokens) and page.inside[i]}
            if parts[-1] and any(page.may_end[i] for i in places):
                allowed.add(t.quote)
            if block and parts[-1] and any(i in page.below for i in places):
                allowed.add(t.backslash_n)
            token = self.choose(allowed if sum(map(len, parts)) < LONGEST else {t.quote})
            if token == t.quote:
                return "\n".join(t.sp.decode(part).strip() for part in parts)
            if token == t.backslash_n:
                parts.append([])
                places = [page.below[i] for i in places if i in page.below]
            else:
                parts[-1].append(token)
                places = [i + 1 for i in places if i < len(page.tokens) and page.inside[i] and page.tokens[i] == token]

    def members(self, names, before="{"):
        result = {}
        for number, name in enumerate(names):
            self.force(("," if number else before) + f'"{name}":')
            result[name] = self.value(name in BLOCKS)
        self.force("}")
        return result

    @torch.no_grad()
    def read(self):
        answer = {}
        for role, lead in (("seller", "{"), ("buyer", ",")):
            self.force(f'{lead}"{role}":')
            answer[role] = self.members(PARTY)
        for name in KEYS:
            self.force(f',"{name}":')
            answer[name] = self.value(False)
        self.force(',"lines":[')
        answer["lines"] = []
        while len(answer["lines"]) < MOST_LINES and self.cache[0][0].shape[2] < self.model.shape.context - 5 * LONGEST:
            first = not answer["lines"]
            if self.choose({self.open if first else self.comma, self.close}) == self.close:
                break
            answer["lines"].append(self.members(LINE, "" if first else "{"))      # the first one's brace is chosen already
        return answer


@torch.no_grad()
def read(model, tokenizer, prompt, links):
    return Reader(model, tokenizer, prompt, links).read()
