// MatMul by the weight's dtype.

void matmul(const MatMulPart& part, int64_t out, int64_t end) {
    switch (part.op.weight.dtype) {
        case DType::f32:
            return float_matmul<float>(part, out, end);
        case DType::f16:
            return float_matmul<F16>(part, out, end);
        case DType::bf16:
            return float_matmul<BF16>(part, out, end);
        case DType::q8_0:
            return block_matmul<BlockQ8>(part, out, end);
        case DType::q4_0:
            return block_matmul<BlockQ4>(part, out, end);
        case DType::i32:
            assert(false && "weights are never I32");
    }
}
