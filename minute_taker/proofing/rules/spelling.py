"""Words that are in no list and part of no name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Set

from msgspec import Struct

from minute_taker.minutes.facts import (
    ApologiesFrom,
    Attending,
    Movement,
    NamedVote,
    ReadFor,
    TakesChair,
)
from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage, Word
from minute_taker.proofing.slips import Slip, like
from minute_taker.proofing.suggesting import frequency, one_away, suggest
from minute_taker.proofing.word_list import COMMON, COUNCIL

RULE = "spelling"
#: Lines of names, which are looked up in the attendance anyway.
_NAMES_ONLY = (Movement, ApologiesFrom, TakesChair, NamedVote, Attending, ReadFor)
_PREFIXES = (
    "anti", "bio", "co", "counter", "cross", "cyber", "de", "eco", "electro", "geo", "hydro",
    "inter", "macro", "mega", "micro", "mid", "mini", "mis", "multi", "neuro", "non", "off", "on",
    "out", "over", "photo", "post", "pre", "pro", "psycho", "re", "self", "semi", "socio", "sub",
    "super", "tele", "trans", "ultra", "un", "under", "up",
)  # fmt: skip
_SUFFIXES = ("wide", "like", "ness", "less", "wise", "ability", "led", "based", "holder", "holders",
             "worker", "workers", "maker", "makers", "room", "rooms", "side", "work",
             "works")  # fmt: skip
#: A part of a word that a prefix or a suffix is put to has so many letters at least.
_STEM = 4
#: Before a name, or after one: what stands beside these is a name though it is in no list.
_TITLES = {
    "councillor", "councillors", "cllr", "cllrs", "mr", "mrs", "ms", "miss", "mx", "dr", "sir",
    "dame", "lord", "lady", "professor", "prof", "rev", "reverend", "alderman", "baroness", "st",
    "saint", "judge", "justice", "sergeant", "inspector", "constable", "mayor", "pc", "mp",
}  # fmt: skip
_PLACES = {
    "road", "street", "lane", "avenue", "close", "drive", "way", "gardens", "court", "house",
    "park", "ward", "green", "hill", "common", "place", "crescent", "terrace", "square", "mews",
    "walk", "grove", "hall", "school", "farm", "wood", "estate", "lodge", "bridge", "station",
    "village", "parish", "church", "college", "primary", "academy", "ltd", "limited", "plc",
    "north", "south", "east", "west", "central", "upper", "lower", "mill", "cottage", "rise",
    "valley", "river", "brook", "fields", "meadow", "homes", "trust", "view", "town", "city",
}  # fmt: skip


class Unknown(Struct, frozen=True):
    """A word that the word list does not have, with what stands beside it."""

    word: Word
    bare: str
    before: str
    after: str
    opens: bool


def unknown_words(passage: Passage, known: Mapping[str, int]) -> tuple[Unknown, ...]:
    """The words of a line that are not in the word list, in order."""
    if isinstance(passage.fact, _NAMES_ONLY):
        return ()
    found = []
    words = passage.words
    for index, word in enumerate(words):
        if _is_known(word.text, known):
            continue
        bare = _bare(word.text)
        if len(bare) < 3 or any(letter.isupper() for letter in bare[1:]):
            continue
        if _in_a_joined_name(passage.text, word.start):
            continue
        if passage.text[word.end : word.end + 1] == "." and bare.islower() and len(bare) < 4:
            continue
        found.append(
            Unknown(
                word,
                bare,
                _beside(passage, words, index, -1),
                _beside(passage, words, index, 1),
                passage.opens_sentence(word.start),
            )
        )
    return tuple(found)


def misspelt(
    passage: Passage,
    unknown: tuple[Unknown, ...],
    lexicon: Lexicon,
    counts: Mapping[str, int],
    known: Mapping[str, int],
) -> Iterator[Slip]:
    """Those of the unknown words that are slips, with what may be meant.

    ``counts`` says how often each word stands in the meeting.
    """
    names = lexicon.names
    for each in unknown:
        if lexicon.knows(each.bare, exempt=passage.exempt):
            continue

        def weight(word: str) -> float:
            common = known.get(word, 0)
            if not common and word not in names and word not in lexicon.words:
                return 0.0
            return frequency(_used(word, counts, lexicon), common)

        def weight_of_name(word: str) -> float:
            name = word.capitalize()
            common, count = known.get(name, 0), counts.get(name, 0)
            if not common and count < 2:
                return 0.0
            return frequency(count + lexicon.earlier.get(word, 0), common)

        capital = each.bare[0].isupper()
        bare = each.bare.lower()
        near = one_away(bare)
        words = _among(near, known) | _among(near, names) | _among(near, lexicon.words)
        likely = suggest(bare, words, weight, known, far=False)
        if not likely:
            written = {word.capitalize() for word in near}
            named = {name.lower() for name in _among(written, known) | _among(written, counts)}
            likely = suggest(bare, named, weight_of_name, known, far=not capital or each.opens)
        if capital and not _is_slip(each, likely, counts, known, lexicon):
            continue
        if not capital and counts.get(each.bare, 0) > 2 and not likely:
            continue  # the committee's own word, used again and again
        tail = each.word.text[len(each.bare) :]
        right = tuple(_written(each.bare, word, lexicon, counts) + tail for word, _ in likely)
        if each.bare.capitalize() in known and not capital and counts.get(each.bare.capitalize()):
            right = (each.bare.capitalize() + tail, *right)
        said = f"“{each.word.text}” is in no list of words"
        yield Slip(RULE, said, each.word.start, each.word.end, right)


def _among(words: set[str], known: Mapping[str, int] | Set[str]) -> set[str]:
    """Those of the words that are known."""
    return {word for word in words if word in known}


def _used(word: str, counts: Mapping[str, int], lexicon: Lexicon) -> int:
    """How often a word in small letters stands in this meeting and in earlier minutes."""
    here = counts.get(word, 0) + counts.get(word.capitalize(), 0)
    return here + lexicon.earlier.get(word, 0)


def _is_known(word: str, known: Mapping[str, int]) -> bool:
    word = word.replace("’", "'")
    if word in known or word.lower() in known:
        return True
    if word.isupper() or (word[:-1].isupper() and word[-1] == "s"):
        return True
    plain = _unaccented(word)
    if plain != word and _is_known(plain, known):
        return True
    bare = _bare(word)
    lower = bare.lower()
    if lower in known or bare in known or (bare[0].isupper() and bare.capitalize() in known):
        return True
    return bare.islower() and _made_up(lower, known)


def _in_a_joined_name(text: str, start: int) -> bool:
    """Whether a part of ``Nant-y-glo`` stands there: what a hyphen joins to a capital."""
    joined = text.rfind(" ", 0, start) + 1
    return "-" in text[joined:start] and text[joined : joined + 1].isupper()


def _made_up(word: str, known: Mapping[str, int]) -> bool:
    """Whether a word is one of everyday with something put before or after it."""
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > _STEM and known.get(rest, 0) >= COMMON:
            return True
    for suffix in _SUFFIXES:
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) >= _STEM and known.get(stem, 0) >= COMMON:
            return True
    return False


def _bare(word: str) -> str:
    """The word without the ``'s`` or the apostrophe of a possessive."""
    straight = word.replace("’", "'")
    return word[:-2] if straight.endswith("'s") else word


def _unaccented(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _beside(passage: Passage, words: list[Word], index: int, step: int) -> str:
    """The word before or after, where nothing but a space, a hyphen or an ampersand is between."""
    other = index + step
    if not 0 <= other < len(words):
        return ""
    first, last = sorted((index, other))
    between = passage.text[words[first].end : words[last].start]
    return words[other].text if between.strip() in ("", "-", "&", ".", "’") else ""


def _is_slip(
    each: Unknown,
    likely: list[tuple[str, float]],
    counts: Mapping[str, int],
    known: Mapping[str, int],
    lexicon: Lexicon,
) -> bool:
    """Whether a word with a capital is a slip rather than a name that is in no list.

    A slip is nearly a word that minutes use all the time, or, where nothing beside it says
    that it is a name, nearly one of everyday or of this meeting.
    """
    if not likely or counts.get(each.bare, 0) > 1:
        return False
    best = likely[0][0]
    said = counts.get(best.capitalize(), 0)
    if known.get(best, 0) == COUNCIL and len(each.bare) > 4:
        named = each.before.lower() in _TITLES or each.after.lower() in _PLACES
        return not named
    if each.before.lower().rstrip(".") in _TITLES or each.after.lower() in _PLACES:
        # Somebody's name: a slip only where it is nearly a name that is known.
        return lexicon.knows(best, exempt=False) and len(each.bare) > 4
    if len(each.bare) > 4 and (said > 1 or best in lexicon.names):
        return True
    if each.opens:
        return known.get(best, 0) >= COMMON and not each.after[:1].isupper()
    beside = each.before[:1].isupper() or each.after[:1].isupper()
    return not beside and len(each.bare) > 5 and known.get(best, 0) >= COMMON and best in known


def _written(found: str, right: str, lexicon: Lexicon, counts: Mapping[str, int]) -> str:
    """The suggestion as it is written: a name with its capital."""
    name = right.capitalize()
    if counts.get(name, 0) > counts.get(right, 0) and right in lexicon.names:
        return name
    return like(found, right)
