"""Families of layouts. Each is a function that draws one bill on paper; the decorator says which bills it is for."""

from dataclasses import dataclass, field
from importlib import import_module

FAMILIES = []
USUAL = ("bill",) * 12 + ("credit_note",)
WITH_OTHERS = ("bill",) * 10 + ("credit_note", "delivery_note", "order", "order_confirmation", "estimate", "dunning", "proforma")


@dataclass
class Family:
    name: str
    draw: object
    languages: tuple = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da")
    countries: tuple = ()  # all of the language
    kinds: tuple = USUAL
    lines: tuple = (1, 6)
    gross: bool = False  # the lines hold the tax
    stock: object = None  # makes the lines of a bill; else they come from the seller's trade
    trade: int = -1  # of the word list; -1: any
    second: tuple = ()  # languages that a second wording may come from
    wants: dict = field(default_factory=dict)


def family(name, **about):
    def register(draw):
        FAMILIES.append(Family(name, draw, **about))
        return draw
    return register


for module in ("letters", "modern", "forms", "national", "nordic", "boxes", "tills", "travel", "supply", "platforms", "plain", "texts"):
    import_module(f"families.{module}")
