"""The words of bills by language; a new language is a new file here with the same keys."""
from . import dutch, english, french, german, italian, spanish

ALL = {"en": english.WORDS, "de": german.WORDS, "fr": french.WORDS, "es": spanish.WORDS, "it": italian.WORDS, "nl": dutch.WORDS}
