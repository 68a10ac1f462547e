"""Proofing: spelling, reported speech, consistency, house words.

A meeting and a lexicon in, findings out, of the same shape as those of
:mod:`minute_taker.minutes.checking`. Pure: no screen, no draft, no file but the word list of
the package. Nothing is changed by it.
"""

from minute_taker.proofing.house import house_words_of
from minute_taker.proofing.lexicon import HouseWords, Lexicon, lexicon_for
from minute_taker.proofing.proofreader import Proofreader, proofread, together

__all__ = [
    "HouseWords",
    "Lexicon",
    "Proofreader",
    "house_words_of",
    "lexicon_for",
    "proofread",
    "together",
]
