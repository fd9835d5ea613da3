"""Batches for training, made ahead by a process of their own."""
import multiprocessing
import os
import random

import numpy

ANSWER_WEIGHT, PAGE_WEIGHT = 1.0, 0.1
COPY_SHARE = 0.5        # of the samples of kind "mixed", short as they are
SHORT = 1100            # tokens that a sample has at most but for kind "bill"


def copy_sample(r, tokenizer, length):
    """A page of random tokens, then pieces of it: what makes copying appear within minutes."""
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


def work(queue, kind, tokenizer_path, seed, budget, context):
    os.nice(19 - os.nice(0))
    from bills import make
    from tokenizer import Tokenizer
    tokenizer, r, rest = Tokenizer(tokenizer_path), random.Random(seed), []
    while True:
        pool = rest
        while len(pool) < 200:
            copies = kind == "mixed" and r.random() < COPY_SHARE
            sample = copy_sample(r, tokenizer, r.randint(12, 90)) if copies else make.sample(r, tokenizer)
            if len(sample[0]) + len(sample[1]) <= (context if kind == "bill" else SHORT):
                pool.append(sample)
        ready, rest = buckets(r, pool, budget)
        for samples in ready:
            queue.put(batch(samples))


def stream(kind, tokenizer_path, seed, budget, context):
    queue = multiprocessing.Queue(maxsize=60)
    worker = multiprocessing.Process(target=work, args=(queue, kind, tokenizer_path, seed, budget, context), daemon=True)
    worker.start()
    try:
        while True:
            yield queue.get()
    finally:
        worker.kill()
