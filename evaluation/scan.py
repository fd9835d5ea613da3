"""Makes a scan of a PDF: pictures of its pages as a flatbed or a phone would take them."""

import subprocess
import tempfile
from pathlib import Path

import numpy
from PIL import Image, ImageFilter


def pictures(path, dpi):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), str(path), f"{folder}/page"], check=True, stderr=subprocess.DEVNULL)
        return [Image.open(page).convert("RGB") for page in sorted(Path(folder).iterdir())]


def worn(picture, rng):
    """Skew, blur, light that falls off, a grey ground, noise, dust."""
    noise = numpy.random.default_rng(rng.getrandbits(32))
    if rng.random() < 0.75:
        picture = picture.convert("L")
    picture = picture.rotate(rng.gauss(0, 0.5), Image.BICUBIC, expand=False, fillcolor=255 if picture.mode == "L" else (255, 255, 255))
    if rng.random() < 0.6:
        picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.9)))
    grid = numpy.asarray(picture, dtype=numpy.float32)
    ground, ink = rng.uniform(225, 255), rng.uniform(0, 60)
    grid = ink + grid / 255 * (ground - ink)
    if rng.random() < 0.5:  # the light falls off to one side
        fall = numpy.linspace(1, rng.uniform(0.86, 0.98), grid.shape[1], dtype=numpy.float32)
        fall = fall[::-1] if rng.random() < 0.5 else fall
        grid = grid * (fall[None, :] if grid.ndim == 2 else fall[None, :, None])
    grid += noise.normal(0, rng.uniform(1, 7), grid.shape).astype(numpy.float32)
    for _ in range(rng.randrange(12)):
        y, x = rng.randrange(grid.shape[0] - 3), rng.randrange(grid.shape[1] - 3)
        grid[y:y + rng.randint(1, 3), x:x + rng.randint(1, 3)] = rng.uniform(40, 160)
    return Image.fromarray(grid.clip(0, 255).astype(numpy.uint8))


def scanned(path, rng):
    """Puts the scan in the PDF's place; its path comes back. Several pages always become a PDF of pictures."""
    dpi = rng.choice((150, 150, 175, 200, 200))
    pages = [worn(page, rng) for page in pictures(path, dpi)]
    kind = rng.choice(("pdf", "jpg", "png")) if len(pages) == 1 else "pdf"
    target = path.with_suffix("." + kind)
    if kind != "pdf":
        path.unlink()
    if kind == "pdf":
        pages[0].save(target, save_all=True, append_images=pages[1:], resolution=dpi, quality=rng.randint(60, 85))
    elif kind == "jpg":
        pages[0].save(target, quality=rng.randint(55, 88), dpi=(dpi, dpi))
    else:
        pages[0].convert("L").save(target, dpi=(dpi, dpi))
    return target
