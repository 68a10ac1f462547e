"""What a house style says of words, read from its settings and its ``words.txt``."""

from __future__ import annotations

from pathlib import Path

from minute_taker.composing.style import Style
from minute_taker.composing.style_limits import LARGEST_WORDS, read_file
from minute_taker.proofing.lexicon import HouseWords
from minute_taker.proofing.word_list import listed


def house_words_of(style: Style) -> HouseWords:
    """Return the words of a style; a ``words.txt`` that cannot be read counts as empty."""
    wrong = dict(style.proofing.wrong)
    if style.names.councillor == "Councillor":
        wrong.update({"Cllr": "Councillor", "Cllrs": "Councillors"})
    words: set[str] = set()
    for path in style.proofing.word_files.values():
        try:
            words.update(word.casefold() for word in listed(read_file(Path(path), LARGEST_WORDS)))
        except (OSError, UnicodeDecodeError):
            continue
    return HouseWords(
        words=frozenset(words),
        wrong=tuple(sorted(wrong.items())),
        bodies=style.proofing.bodies,
        comma_before_and=style.proofing.comma_before_and,
    )
