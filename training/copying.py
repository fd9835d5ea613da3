"""A start that can copy already, so that training needs not find it: induction (Olsson et al. 2022) written into the weights.

Heads 0 and 1 of the first layer look one and two tokens back, by rotary angles alone: a constant in every embedding's dimension 0 gives query and key
a fixed vector, and the key's is turned by one or two steps. They write what they see into the residual stream in dimensions of their own.
In the third layer a head looks for places whose token before was the present token, another for places whose two tokens before were the present two;
both give what stands there to the output. They compare in pairs that turn slowly, so that distance matters little.
"""
import torch

CONSTANT = 4.0      # of dimension 0, in embedding sizes
FAST = 6            # rotary pairs that turn fast enough to tell neighbours apart
SHARP = 50.0        # of the look back, in rotary pairs
SLOW = 16           # rotary pairs from here on compare contents
COMPARE = 2.6       # gain of query and key


def projection(rows, width):
    """Random orthonormal rows that leave the constant's dimension alone."""
    q = torch.linalg.qr(torch.randn(width - 1, rows))[0]
    return torch.cat((torch.zeros(rows, 1), q.t()), 1)


def look_back(block, shape, head, steps, read, write, size):
    """Makes a head of the block copy read · x of the token so many steps back into the dimensions of write."""
    rows = slice(head * shape.head, (head + 1) * shape.head)
    speeds = shape.theta ** (-torch.arange(FAST, dtype=torch.float32) * 2 / shape.head)
    gain = SHARP ** 0.5 / CONSTANT
    for weight in (block.attn_q.weight, block.attn_k.weight):
        weight[rows] *= 0.1
    block.attn_q.weight[rows, 0] = torch.zeros(shape.head).index_fill(0, torch.arange(0, 2 * FAST, 2), gain)
    turned = torch.zeros(shape.head)
    turned[0:2 * FAST:2], turned[1:2 * FAST:2] = gain * (speeds * steps).cos(), gain * (speeds * steps).sin()
    block.attn_k.weight[rows, 0] = turned
    block.attn_v.weight[rows] *= 0.1
    block.attn_v.weight[rows][:len(read)] = read
    block.attn_output.weight[:, rows] *= 0.1
    block.attn_output.weight[:, rows][:, :len(read)] = write.t() * 2 * size


def match(block, shape, head, query, key, value, size):
    """Makes a head of the block look where key · x is like query · x, and give value · x to the output."""
    rows, slow = slice(head * shape.head, (head + 1) * shape.head), slice(2 * SLOW, 2 * SLOW + len(query))
    for weight, wanted in ((block.attn_q.weight, query), (block.attn_k.weight, key)):
        weight[rows] *= 0.1
        weight[rows][slow] = wanted * COMPARE
    block.attn_v.weight[rows] = value
    block.attn_output.weight[:, rows] = value.t() * size * 4


@torch.no_grad()
def build_in(model):
    shape, half = model.shape, model.shape.head - 2 * SLOW
    size = model.token_embd.weight.std().item()
    model.token_embd.weight[:, 0] = CONSTANT * size
    kept = projection(half, shape.width)                            # how a token is told from others
    written = projection(3 * half // 2, shape.width)                # where its neighbours note it
    one_back, two_back = written[:half], written[half:]
    look_back(model.blk[0], shape, 0, 1, kept, one_back, size)
    look_back(model.blk[0], shape, 1, 2, kept[:half // 2], two_back, size)
    values = projection(2 * shape.head, shape.width)
    match(model.blk[2], shape, 0, kept, one_back, values[:shape.head], size)
    pair_now = torch.cat((kept[:half // 2], one_back[:half // 2]))
    pair_then = torch.cat((one_back[:half // 2], two_back))
    match(model.blk[2], shape, 1, pair_now, pair_then, values[shape.head:], size)
