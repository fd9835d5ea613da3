"""What scanning and reading by machine does to words: it moves, misreads and breaks them. The answer keeps what is printed then."""
from .sheet import Mark, Printed

ALIKE = {"0": "O", "O": "0", "1": "l", "l": "1", "I": "l", "5": "S", "S": "5", "8": "B", "B": "8", "e": "c", "c": "e", "m": "n", "n": "u", "a": "o", "o": "a",
         "g": "q", "i": "j", "t": "f", "f": "t", "h": "b", "u": "v", "v": "u", "ä": "a", "ö": "o", "ü": "u", "é": "e", "ó": "o", "ł": "l", "å": "a"}
STRAY = ["|", ".", "'", ":", "·", "_", "~", "*"]
# Money, dates and numbers are read right, or a reader of the answer couldn't know what they mean.
SOFT = {"name", "address", "description"}


def damage(r, sheet):
    """Damages all pages in a way that is the document's own."""
    jitter, slope, misread, broken = 1.5 * r.random() ** 2.5, r.uniform(-0.002, 0.002), r.uniform(0, 0.04), r.uniform(0, 0.012)
    for page in sheet.pages:
        page[:] = [piece for word in page for piece in pieces(r, word, broken)]
        for word in page:
            move(r, word, jitter, slope)
            if r.random() < misread:
                word.text = misspelt(r, word)
        page.extend(strays(r, page))


def soft(word):
    return all(isinstance(mark.field, tuple) and mark.field[-1] in SOFT for mark in word.marks)


def move(r, word, jitter, slope):
    dx, dy = r.uniform(-jitter, jitter) * 0.5, r.uniform(-jitter, jitter) + slope * word.left
    word.left, word.right, word.top, word.bottom = word.left + dx, word.right + dx, word.top + dy, word.bottom + dy


def misspelt(r, word):
    """One letter taken for another like it, letters and digits for such only, so that every border of the word stays."""
    places = [i for i, c in enumerate(word.text) if c in ALIKE]
    if not places or not soft(word):
        return word.text
    at = r.choice(places)
    return word.text[:at] + ALIKE[word.text[at]] + word.text[at + 1:]


def pieces(r, word, broken):
    """The word, or two parts of it with a gap; its marks go with the letters."""
    if len(word.text) < 4 or not soft(word) or r.random() >= broken:
        return [word]
    at = r.randint(2, len(word.text) - 2)
    middle = word.left + (word.right - word.left) * at / len(word.text)
    def marks(begin, end):
        return [Mark(m.field, m.mention, m.part, max(m.begin, begin) - begin, min(m.end, end) - begin) for m in word.marks if max(m.begin, begin) < min(m.end, end)]
    return [Printed(word.text[:at], word.left, word.top, middle - 0.5, word.bottom, marks(0, at)),
            Printed(word.text[at:], middle + 1, word.top, word.right, word.bottom, marks(at, len(word.text)))]


def strays(r, page):
    """Dirt and lines that were taken for signs, behind some words."""
    found = []
    for _ in range(r.choice([0, 0, 1, 1, 2]) if page else 0):
        word = r.choice(page)
        gap = r.choice([3, 8, 15, 30])
        found.append(Printed(r.choice(STRAY), word.right + gap, word.top, word.right + gap + 2.5, word.bottom, []))
    return found
