"""Word lists: a text file for each language, `key = variant | variant`; `trade` begins a list of `good = name | unit | lowest highest price`, `ware` is what a till sells."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Good:
    name: str
    unit: str  # may be empty: a flat price
    low: int
    high: int


@dataclass
class Words:
    language: str
    lists: dict = field(default_factory=dict)
    trades: list = field(default_factory=list)  # of (names, goods)
    wares: list = field(default_factory=list)  # what a shop's till sells: (name, lowest, highest price)

    def all(self, key, country=""):
        """The variants of a key; those of the country go before those of the language."""
        return self.lists.get(f"{key}.{country}") or self.lists[key]


@lru_cache(maxsize=None)
def words(language):
    found = Words(language)
    for row in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if not row.strip():
            continue
        key, _, rest = row.partition(" = ")
        parts = [part.strip() for part in rest.split("|")]
        if key == "trade":
            found.trades.append((parts, []))
        elif key == "good":
            low, high = map(int, parts[2].split())
            found.trades[-1][1].append(Good(parts[0], parts[1], low, high))
        elif key == "ware":
            low, high = parts[1].split()
            found.wares.append((parts[0], Decimal(low), Decimal(high)))
        else:
            found.lists[key] = parts
    return found
