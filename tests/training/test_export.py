"""The GGUF writer: sizes, alignment and what Q8_0 keeps. Needs numpy and torch; skipped without them."""
import struct
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "training"))
try:
    import numpy
    import export_gguf
except ImportError as missing:
    raise unittest.SkipTest(str(missing))


class Q8_0(unittest.TestCase):
    def test_a_block_is_a_scale_and_32_bytes(self):
        weights = numpy.linspace(-1, 1, 64, dtype=numpy.float32).reshape(1, 64)
        data = export_gguf.q8_0(weights)
        self.assertEqual(len(data), 2 * 34)
        scale, *values = struct.unpack("<e32b", data[:34])
        back = scale * numpy.array(values)
        self.assertLess(numpy.abs(back - weights[0, :32]).max(), 1 / 127)

    def test_zeros_stay_zeros(self):
        self.assertEqual(export_gguf.q8_0(numpy.zeros((1, 32), numpy.float32)), b"\0" * 34)


class File(unittest.TestCase):
    def test_tensors_start_on_the_alignment(self):
        tensors = {"a.weight": numpy.ones((3, 32), numpy.float32), "b.weight": numpy.ones(5, numpy.float32), "c.weight": numpy.ones((2, 33), numpy.float32)}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.gguf"
            export_gguf.write(path, [("general.architecture", export_gguf.STRING, "llama"), ("list", export_gguf.UINT32, [1, 2])], tensors)
            data = path.read_bytes()
        self.assertEqual(struct.unpack("<4sIQQ", data[:24]), (b"GGUF", 3, 3, 2))
        at = data.index(b"b.weight") + 8
        self.assertEqual(struct.unpack("<IQIQ", data[at:at + 24]), (1, 5, export_gguf.F32, 128))     # 102 bytes of a, filled up
        at = data.index(b"c.weight") + 8
        self.assertEqual(struct.unpack("<IQQIQ", data[at:at + 32]), (2, 33, 2, export_gguf.F32, 160))
        self.assertEqual(len(data) % 32, 0)


if __name__ == "__main__":
    unittest.main()
