"""A Llama-layout decoder: RMS norm, rotary positions on consecutive pairs (as GGUF's llama has them), grouped queries, SwiGLU, tied embeddings."""
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

BLOCK = 256     # queries that are worked at once: bounds the scores' memory and skips half of what causality hides


@dataclass
class Shape:
    vocabulary: int = 3072
    width: int = 192
    layers: int = 6
    heads: int = 3
    kv_heads: int = 3
    hidden: int = 512
    context: int = 4096
    theta: float = 100000.0
    epsilon: float = 1e-5

    @property
    def head(self):
        return self.width // self.heads


class Normalize(torch.autograd.Function):
    """x / sqrt(mean(x²) + epsilon) * weight, with its gradient by hand: half the passes over memory that autograd needs."""

    @staticmethod
    def forward(ctx, x, weight, epsilon):
        scale = torch.linalg.vector_norm(x, dim=-1, keepdim=True).square_().div_(x.shape[-1]).add_(epsilon).rsqrt_()
        ctx.save_for_backward(x, weight, scale)
        return (x * scale).mul_(weight)

    @staticmethod
    def backward(ctx, grad):
        x, weight, scale = ctx.saved_tensors
        inner = grad * x
        mean = (inner @ weight[:, None]).mul_(scale.pow(3) / x.shape[-1])
        weight_grad = (inner.flatten(0, -2) * scale.flatten(0, -2)).sum(0)
        return torch.addcmul((grad * weight).mul_(scale), x, mean, value=-1), weight_grad, None


class RmsNorm(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.weight, self.epsilon = nn.Parameter(torch.ones(shape.width)), shape.epsilon

    def forward(self, x):
        return Normalize.apply(x, self.weight, self.epsilon)


def rotations(shape, length):
    """cos and sin [length, head/2] of each pair's angle at each place."""
    speeds = shape.theta ** (-torch.arange(0, shape.head, 2, dtype=torch.float32) / shape.head)
    angles = torch.arange(length, dtype=torch.float32)[:, None] * speeds
    return angles.cos(), angles.sin()


def rotate(x, cos, sin):
    """x: [batch, heads, length, head]; values 2i and 2i + 1 are a pair."""
    even, odd, cos, sin = x[..., 0::2], x[..., 1::2], cos.to(x.dtype), sin.to(x.dtype)
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), -1).flatten(-2)


def causal_attention(q, k, v):
    """q, k, v: [batch, heads, length, head]. One document a row, padding at its end, so that causality is all the mask there is."""
    q, out = q * q.shape[-1] ** -0.5, []
    for begin in range(0, q.shape[2], BLOCK):
        end = min(begin + BLOCK, q.shape[2])
        scores = q[:, :, begin:end] @ k[:, :, :end].transpose(-1, -2)
        later = torch.full((end - begin, end), float("-inf"), dtype=scores.dtype).triu(begin + 1)
        out.append((scores + later).softmax(-1) @ v[:, :, :end])
    return torch.cat(out, 2)


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        def linear(rows, columns):
            return nn.Linear(columns, rows, bias=False)
        self.shape = shape
        self.attn_norm, self.ffn_norm = RmsNorm(shape), RmsNorm(shape)
        self.attn_q = linear(shape.heads * shape.head, shape.width)
        self.attn_k = linear(shape.kv_heads * shape.head, shape.width)
        self.attn_v = linear(shape.kv_heads * shape.head, shape.width)
        self.attn_output = linear(shape.width, shape.heads * shape.head)
        self.ffn_gate, self.ffn_up = linear(shape.hidden, shape.width), linear(shape.hidden, shape.width)
        self.ffn_down = linear(shape.width, shape.hidden)

    def heads(self, x, count):
        return x.unflatten(-1, (count, self.shape.head)).transpose(1, 2)

    def forward(self, x, cos, sin, cache=None):
        """cache: a list [k, v] of what came before, which grows; None in training."""
        s, h = self.shape, self.attn_norm(x)
        q = rotate(self.heads(self.attn_q(h), s.heads), cos, sin)
        k = rotate(self.heads(self.attn_k(h), s.kv_heads), cos, sin)
        v = self.heads(self.attn_v(h), s.kv_heads)
        if cache:
            k, v = torch.cat((cache[0], k), 2), torch.cat((cache[1], v), 2)
        if cache is not None:
            cache[:] = [k, v]
        groups = s.heads // s.kv_heads
        if groups > 1:
            k, v = k.repeat_interleave(groups, 1), v.repeat_interleave(groups, 1)
        if q.shape[2] == k.shape[2]:
            mixed = causal_attention(q, k, v)
        else:   # one new token sees everything
            mixed = (q @ k.transpose(-1, -2) * s.head ** -0.5).softmax(-1) @ v
        x = x + self.attn_output(mixed.transpose(1, 2).flatten(-2))
        h = self.ffn_norm(x)
        return x + self.ffn_down(F.silu(self.ffn_gate(h)) * self.ffn_up(h))


class Decoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.token_embd = nn.Embedding(shape.vocabulary, shape.width)
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = RmsNorm(shape)
        self.cos, self.sin = rotations(shape, shape.context)
        nn.init.constant_(self.output_norm.weight, 0.1)     # embeddings as big as what blocks add, yet small logits at the start
        for name, weight in self.named_parameters():
            if weight.dim() == 2:
                residual = "attn_output" in name or "ffn_down" in name
                nn.init.normal_(weight, std=0.5 if "embd" in name else weight.shape[1] ** -0.5 * (0.1 if residual else 1.0))

    def hidden(self, tokens, cache=None):
        """tokens [batch, length] → what the output norm leaves of each [batch, length, width]. cache: {} or what the call before left in it."""
        start = cache[0][0].shape[2] if cache else 0
        cos, sin = self.cos[start:start + tokens.shape[1]], self.sin[start:start + tokens.shape[1]]
        x = self.token_embd(tokens)
        for i, block in enumerate(self.blk):
            x = block(x, cos, sin, None if cache is None else cache.setdefault(i, []))
        return self.output_norm(x)

    def logits(self, hidden):
        return hidden @ self.token_embd.weight.t()

    def forward(self, tokens):
        return self.logits(self.hidden(tokens))
