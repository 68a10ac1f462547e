"""The clerk's shorthand and the glossary: offered where they fit, never forced."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from minute_taker.capture.offers import Offer, last_token, last_word

#: In small letters, an acronym shorter than this is more often a word ("it").
_SHORTEST = 3


def _as_begun(typed: str, words: str) -> str:
    """The words with a capital where what was typed for them has one."""
    return words[:1].upper() + words[1:] if typed[:1].isupper() else words


class Shorthands:
    """The clerk's own: ``cttee`` for Committee. The last of two that are written alike counts."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._words = {short.casefold(): words for short, words in entries}

    def offer(self, before: str) -> Offer | None:
        """What the word before the cursor is short for."""
        for word in (last_token(before), last_word(before)):
            if words := self._words.get(word.casefold()):
                text = _as_begun(word, words)
                return Offer(text, len(word)) if text != word else None
        return None


class Glossary:
    """Acronyms and their words: both at the first mention, the acronym alone after it."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._terms = {acronym.casefold(): (acronym, words) for acronym, words in entries}
        self._by_last_word: dict[str, list[tuple[str, str]]] = {}
        for acronym, words in self._terms.values():
            last = words.split()[-1:] or [""]
            self._by_last_word.setdefault(last[0].casefold(), []).append((acronym, words))

    def offer(self, before: str, mentioned: Callable[[str], bool]) -> Offer | None:
        """Words for an acronym, or an acronym for words; ``mentioned`` looks in the meeting.

        A term counts as mentioned once its acronym stands somewhere in brackets.
        """
        word = last_word(before)
        if not word:
            return None
        for acronym, plural in ((word, ""), (word.removesuffix("s"), "s")):
            term = self._terms.get(acronym.casefold())
            if term is not None and (term[0] == acronym or len(acronym) >= _SHORTEST):
                return self._for_acronym(before, word, term, plural, mentioned)
        return self._for_words(before, word, mentioned)

    def _known(self, before: str, acronym: str, mentioned: Callable[[str], bool]) -> bool:
        marks = (f"({acronym})", f"({acronym}s)")
        return any(mark in before for mark in marks) or any(mentioned(mark) for mark in marks)

    def _for_acronym(
        self,
        before: str,
        word: str,
        term: tuple[str, str],
        plural: str,
        mentioned: Callable[[str], bool],
    ) -> Offer | None:
        acronym, words = term
        stands_in_brackets = before[: len(before) - len(word)].endswith("(")
        short = acronym + plural
        if self._known(before, acronym, mentioned) or stands_in_brackets:
            return Offer(short, len(word), words) if short != word else None
        return Offer(f"{words}{plural} ({short})", len(word), "first mention")

    def _for_words(self, before: str, word: str, mentioned: Callable[[str], bool]) -> Offer | None:
        for last, plural in ((word, ""), (word.removesuffix("s"), "s")):
            for acronym, words in self._by_last_word.get(last.casefold(), ()):
                full = words + plural
                typed = before[len(before) - len(full) :]
                if typed.casefold() != full.casefold() or len(full) > len(before):
                    continue
                if self._known(before, acronym, mentioned):
                    return Offer(acronym + plural, len(full), "mentioned before")
                return Offer(f"{typed} ({acronym}{plural})", len(full), "first mention")
        return None
