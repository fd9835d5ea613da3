"""The words of bills by language; a new language is a new file here with the same keys."""
from . import danish, dutch, english, french, german, italian, polish, portuguese, spanish, swedish

ALL = {"en": english.WORDS, "de": german.WORDS, "fr": french.WORDS, "es": spanish.WORDS, "it": italian.WORDS, "nl": dutch.WORDS,
       "pt": portuguese.WORDS, "pl": polish.WORDS, "sv": swedish.WORDS, "da": danish.WORDS}
