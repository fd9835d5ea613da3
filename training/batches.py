"""Batches for training, made ahead by a process of their own."""
import multiprocessing
import os
import random
from queue import Full

import numpy

ANSWER_WEIGHT, PAGE_WEIGHT = 1.0, 0.1
COPY_SHARE = 0.5        # of the samples of kind "mixed", short as they are
SHORT = 1100            # tokens that a sample has at most but for kind "bill"
USUAL = 800             # longer samples are dear: they are kept the more seldom the longer they are


def copy_sample(r, tokenizer, length):
    """A page of random tokens, then pieces of it: keeps the copying that the first weights bring."""
    page = [r.randrange(5, tokenizer.size) for _ in range(length)]
    answer = []
    while len(answer) < length // 2:
        begin = r.randrange(length - 6)
        answer += [tokenizer.quote] + page[begin:begin + r.randint(6, 30)]
    return [tokenizer.bos, tokenizer.begin] + page + [tokenizer.answer], answer + [tokenizer.eos]


def batch(samples):
    """Rows of one document each: tokens [rows, length], and how much the prediction of each next token counts."""
    length = max(len(p) + len(a) for p, a in samples)
    tokens = numpy.zeros((len(samples), length), numpy.int64)
    weights = numpy.zeros((len(samples), length), numpy.float32)
    for row, (prompt, answer) in enumerate(samples):
        tokens[row, :len(prompt) + len(answer)] = prompt + answer
        weights[row, 1:len(prompt) - 1] = PAGE_WEIGHT       # place i - 1 predicts i; <answer> itself is given
        weights[row, len(prompt):len(prompt) + len(answer)] = ANSWER_WEIGHT
    return tokens, weights


def buckets(r, samples, budget):
    """Samples of like length together, at most `budget` places a batch; in random order."""
    made, current = [], []
    for sample in sorted(samples, key=lambda s: len(s[0]) + len(s[1])):
        if current and (len(current) + 1) * (len(sample[0]) + len(sample[1])) > budget:
            made.append(current)
            current = []
        current.append(sample)
    r.shuffle(made)     # the last and shortest rest waits for the next pool
    return made, current


def hand_over(queue, made, parent):
    while os.getppid() == parent:
        try:
            return queue.put(made, timeout=5)
        except Full:
            pass


def work(queue, kind, tokenizer_path, seed, budget, context):
    os.nice(max(0, 5 - os.nice(0)))
    from bills import make
    from tokenizer import Tokenizer
    tokenizer, r, rest, parent = Tokenizer(tokenizer_path), random.Random(seed), [], os.getppid()
    while os.getppid() == parent:       # who is killed can't end its helpers
        pool = rest
        while len(pool) < 200:
            copies = kind == "mixed" and r.random() < COPY_SHARE
            sample = copy_sample(r, tokenizer, r.randint(12, 90)) if copies else make.sample(r, tokenizer)
            length = len(sample[0]) + len(sample[1])
            if length <= (context if kind == "bill" else SHORT) and r.random() < (USUAL / length) ** 1.5:
                pool.append(sample)
        ready, rest = buckets(r, pool, budget)
        for samples in ready:
            hand_over(queue, batch(samples), parent)


def stream(kind, tokenizer_path, seed, budget, context):
    queue = multiprocessing.Queue(maxsize=60)
    worker = multiprocessing.Process(target=work, args=(queue, kind, tokenizer_path, seed, budget, context), daemon=True)
    worker.start()
    try:
        while True:
            yield queue.get()
    finally:
        worker.kill()
