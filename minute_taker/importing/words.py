"""Words as files have them, made fit to stand in a draft."""

from __future__ import annotations

import datetime as dt
import html
import re
from functools import lru_cache

from minute_taker.minutes.text import clean
from minute_taker.minutes.when import parse_date, parse_time

#: Marks where a word may be divided, and others that nobody sees.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\u200e\u200f]")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|li|ul|ol|tr|table|h\d|blockquote)\b[^<>]*>", re.IGNORECASE)
_LOOKS_TAGGED = re.compile(r"</?[a-zA-Z][^<>]*>")
#: So many characters of a title, a name or a heading are looked through for what is hung on it.
#: No true one comes near; a longer one stands as it is, so that no file can take minutes to read.
READABLE = 1_000
#: How often a text may have been encoded on its way.
_TIMES = 4

_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3,9}\.?,?\s+\d{4}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.:])(?:\d{1,2}(?:[.:]\d{2})?\s*[ap]\.?\s?m\b\.?|(?:[01]?\d|2[0-3])[.:][0-5]\d(?=:00(?![\d.:])|(?![\d.:]))"
    r"|(?:12 )?noon\b|midday\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\S+")
_TELEPHONE = re.compile(r"(?<!\w)(?:\+\d|\(?0\d)[\d\s()\-]{7,}\d(?!\w)")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def decoded(text: str) -> str:
    """The text with its entities decoded, those that were encoded twice too."""
    for _ in range(_TIMES):
        once = html.unescape(text)
        if once == text:
            break
        text = once
    return text


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """One line of words: entities decoded, unseen marks gone, white space single."""
    return clean(_UNSEEN.sub("", decoded(text))).text


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that may have tags in it, each tidy; empty ones are left out."""
    text = decoded(text)
    if _LOOKS_TAGGED.search(text):
        text = _TAG.sub("", _BLOCK_TAG.sub("\n", text))
    return [words for line in text.splitlines() if (words := tidy(line))]


def without_contacts(text: str) -> str:
    """The text without e-mail addresses, telephone numbers and links."""
    for pattern in (_ADDRESS, _LINK, _TELEPHONE):
        text = pattern.sub(" ", text)
    return text


def date_in(text: str) -> tuple[dt.date, tuple[int, int]] | None:
    """The first date that a text has, and where; None where there is none."""
    for match in _DATE.finditer(text):
        try:
            words = re.sub(r"\bof\s+", "", match[0], flags=re.IGNORECASE)
            return parse_date(words), match.span()
        except ValueError:
            continue
    return None


def time_in(text: str) -> tuple[dt.time, tuple[int, int]] | None:
    """The first time of day that a text has, and where; None where there is none."""
    for match in _TIME.finditer(text):
        try:
            return parse_time(" ".join(match[0].split())), match.span()
        except ValueError:
            continue
    return None


def shouted(text: str) -> bool:
    """Whether all letters of the words are capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 2 and all(char.isupper() for char in letters)


_SMALL = {"and", "of", "the", "in", "on", "at", "for", "to", "a", "an", "by", "with", "or"}
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}")
_KEPT = re.compile(r"(?:[IVX]+|[A-Z]{1,3}\d.*|\d[A-Z]{2})")


def quietened(text: str) -> str:
    """Words in capitals as they are usually written; others as they stand."""
    if not shouted(text):
        return text
    codes = _POSTCODE.findall(text)
    words = []
    for index, word in enumerate(text.split(" ")):
        bare = word.strip(",.;:()")
        if any(bare in code.split() for code in codes) or _KEPT.fullmatch(bare):
            words.append(word)
        elif index and bare.lower() in _SMALL:
            words.append(word.lower())
        else:
            words.append(re.sub(r"[^\W\d_]+(?:['’](?=S\b)[^\W\d_]+)?", _capital, word))
    return " ".join(words)


def _capital(match: re.Match[str]) -> str:
    return match[0][:1] + match[0][1:].lower()
