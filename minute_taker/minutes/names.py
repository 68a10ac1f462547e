"""What a person's name is made of, and when two spellings are one name.

Names are of people and not of spellings: capitals, accents (in either of their Unicode forms)
and the shape of an apostrophe or a hyphen make no other name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLE_WORDS = """
cllr councillor mr mrs ms miss mx dr sir dame lord lady rev revd reverend prof professor the hon
alderman ald canon fr father
"""
#: Titles before a name, which are no part of it.
TITLES = frozenset(_TITLE_WORDS.split())
_PARTICLE_WORDS = """
a abu af al ap av aw bar bat bin bint da dal dalla das de degli dei del dela dell della delle
dello den der des di do dos du el ferch fitz het ibn la las le li lo los mac mhic nic ni o op
pour st ste san santa santo saint ten ter te tot ui van vande vanden vander ver vom von zu zum
zur
"""
#: Words that open a surname of several words, wherever they stand after the first.
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SMALL_WORDS = "a av aw bar bat das dell den des do las li lo los op pour te ten tot"
#: Some of them are first names, initials or words of another kind where they have a capital.
_SMALL_ONLY = frozenset(_SMALL_WORDS.split())
#: Words that tie two surnames together.
_TIES = frozenset(("y", "e", "i"))
#: What tells a son from a father, and is no surname.
_GENERATIONS = re.compile(r"(?:jnr|jr|snr|sr|junior|senior|ii|iii|iv|esq)\.?", re.IGNORECASE)
_LETTER_WORDS = """
aca acca acis acma aho am ba bao bch bchir bcom bd bds beng bem bmus bpharm bphil bsc btech cb
cbe ceng cfa ch chb cimg cipfa cmg cpfa dbe dcl dcmg dd dfc dipl dl dlitt dma dmus dphil dsc dso
edd eng erd faia fba fca fcca fcis fcma fcmi fcipd fda fiet frs frsa frcp frcs frics frtpi fsa
gbe gcb gcmg gm hons iba ict jp kbe kc kcb kcmg kcvo kg kt lg llb lld llm lvo ma march mb mba
mbe mbchb mch mcipd mcmi md meng mep mla mp mphil mpa mpharm mrcgp mrcp mrics mrtpi msc
msp mres msw mvo obe om pc pgce pgcert pgdip phd qc qpm ra rd rgn rics rn rtpi sc scd sen td ud
vc vd vr
"""
#: Honours, degrees and professions, as they are written after a name, without their stops.
_LETTERS = frozenset(_LETTER_WORDS.split())
_CAPITALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]+")
_BRACKETED = re.compile(r"\s*\([^()]*\)")

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′＇"), None)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
#: Letters that are no letter with an accent, and are typed as plain ones where they are lacking.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """The words as they are compared: one spelling for all of the same name.

    Small letters without accents and apostrophes, hyphens of one shape, single spaces.
    """
    apart = unicodedata.normalize("NFKD", words.translate(_APOSTROPHES)).casefold()
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(bare.translate(_APOSTROPHES).translate(_DASHES).translate(_PLAIN).split())


def is_letters(words: str) -> bool:
    """Whether all words are letters after a name: ``MBE``, ``LL.B``, ``BSc (Hons) FRSA``."""
    bare = [re.sub(r"[.,()]", "", word) for word in words.split()]
    return bool(bare) and all(map(_is_letters, bare))


def _is_letters(word: str) -> bool:
    if word.lower() not in _LETTERS:
        return False
    return sum(char.isupper() for char in word) > 1 or word in ("Hons", "Kt")


def name_words(name: str) -> list[str]:
    """The words of the name itself: no title before it, no letters after it."""
    words = _BRACKETED.sub(" ", name).split(",")[0].split() or name.split(",")[0].split()
    while len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        words.pop(0)
    while len(words) > 2 and _after_a_name(words[-1]):
        words.pop()
    if len(words) == 2 and (_GENERATIONS.fullmatch(words[1]) or is_letters(words[1])):
        words.pop()
    return words


def _after_a_name(word: str) -> bool:
    return bool(_CAPITALS.fullmatch(word) or _GENERATIONS.fullmatch(word)) or is_letters(word)


@lru_cache(maxsize=1024)
def surname(name: str) -> str:
    """The surname: ``Chamdal`` of ``Roy Chamdal``, ``Van de Velden`` of ``Aidan Van de Velden``.

    It is the last word, and what leads in to it: particles, and what a tie ("y") joins to it.
    """
    words = name_words(name)
    if not words:
        return name
    first = len(words) - 1
    for at in range(1, len(words) - 1):
        if words[at] in _TIES:
            first = max(1, at - 1)
            break
        if _is_particle(words[at]):
            first = at
            break
    return " ".join(words[first:])


def _is_particle(word: str) -> bool:
    bare = folded(word.rstrip("."))
    return bare in PARTICLES and (word.islower() or (bare not in _SMALL_ONLY and word != "O"))


def title_of(name: str) -> str:
    """The title that tells people of one name apart ("mrs"); empty where there is none."""
    for word in name.split():
        bare = word.rstrip(".").lower()
        if bare not in TITLES:
            return ""
        if bare not in ("cllr", "councillor", "the", "hon"):
            return bare
    return ""
