"""Acronyms: spelt out before they are used, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from minute_taker.minutes.model import Kind
from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip, words_of

#: Everybody knows these, or they stand after names, or they are no acronyms.
_EVERYDAY = words_of(
    """
    UK FC AFC RFC CFC EU UN USA NHS BBC ITV MP MEP MS GP TV IT HR ID PC CV PR CCTV VAT GCSE
    AGM EGM DIY LED RAF AM PM BST GMT HM CD DVD PDF FAQ ATM PIN GPS SMS USB VIP ASAP AOB TBC
    TBA NB RIP CIC PLC LTD LLP OBE MBE CBE KBE DBE BEM DL JP KC QC TD DSO QPM QFSM BA BSC MA
    MSC PHD LLB FRSA FCA ACA CPFA MRTPI RIBA RICS BME BAME LGBT LGBTQ LGBTQIA STEM WW WWI
    WWII VE VJ NO NOT AND OR THE OF TO FOR BE PART COVID II III IV VI VII VIII IX XI XII
    XIII CC CO AC AS IN ON AT BY IS IF IT OAP MOT NI US YMCA RSPCA NSPCC RNLI WC HQ ICT CEO
    DJ
    """
)
#: Words that stand in capitals for weight.
_WEIGHTY = words_of(
    """
    RESOLVED AGREED NOTED APPROVED RECOMMENDED REFUSED GRANTED DEFERRED THAT CARRIED LOST
    ACTION ACTIONS NONE VOTE VOTED WITHDRAWN DRAFT EXEMPT CONFIDENTIAL PUBLIC PRIVATE URGENT
    RECEIVED ADOPTED ENDORSED CONFIRMED REJECTED SUPPORTED ACCEPTED FALLEN FELL ELECTED
    APPOINTED ALL NEW SUBJECT DELEGATED AUTHORISED REFERRED WELCOMED DECISION RESOLUTION
    UNANIMOUSLY
    """
)
_ACRONYM = re.compile(
    r"(?<![\w&/.-])[A-Z][A-Z&]{1,7}(?![\w&])(?!\.\w)|(?<![\w&/.-])[A-Z]{2,7}s(?![\w&])"
)
_BRACKETED = re.compile(r"[A-Za-z’']\s\((?:the )?[“‘\"']?([A-Z][A-Z&]{1,8}|[A-Z]{2,8}s)[”’\"']?\)")
_OPENED = re.compile(r"(?<![\w&/.-])([A-Z][A-Z&]{1,7})\s\(([A-Z]?[a-z][^()]{6,80})\)")
_SMALL = {"of", "and", "the", "for", "in", "on", "to", "a", "with", "&"}


class Use(Struct, frozen=True):
    """An acronym in a line; ``defines`` where its words stand beside it."""

    acronym: str
    start: int
    end: int
    defines: bool


def uses_of(passage: Passage, known: Mapping[str, int]) -> tuple[Use, ...]:
    """The acronyms of a line, in order."""
    if passage.kind in (Kind.ROW, Kind.AGENDA) or passage.fact is not None:
        return ()
    text = passage.plain
    matches = list(_ACRONYM.finditer(text))
    if not matches or sum(map(str.isupper, text)) * 2 > len(text):
        return ()
    defined = {match.start(1) for match in _BRACKETED.finditer(text)}
    defined |= {match.start(1) for match in _OPENED.finditer(text) if _fits(match[1], match[2])}
    found = []
    for match in matches:
        letters = match[0].removesuffix("s")
        defines = match.start() in defined
        if letters in _EVERYDAY or letters in _WEIGHTY:
            continue
        if not defines and _in_a_name(passage, match):
            continue
        if not defines and known.get(letters.lower(), 0) >= 3 and _among_capitals(text, match):
            continue
        found.append(Use(letters, match.start(), match.end(), defines))
    return tuple(found)


def _fits(acronym: str, words: str) -> bool:
    initials = [word[0].upper() for word in re.split(r"[\s-]+", words) if word not in _SMALL]
    return "".join(initials).startswith(acronym[:2]) or acronym in "".join(initials)


def _in_a_name(passage: Passage, match: re.Match[str]) -> bool:
    """Initials before a surname ("PE Harrow"), letters after a name, a part of a reference."""
    text = passage.text
    before, after = text[max(0, match.start() - 80) : match.start()], text[match.end() :]
    if re.search(r"[\d/][\w/.-]*\s?$", before) or re.match(r"[/\d-]*\d", after):
        return True
    titled = re.search(r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Professor|Sir)\.?\s$", before)
    if titled or re.match(r"\s\d", after):
        return True
    if len(match[0]) <= 3 and re.match(r"\s[A-Z][a-z’'-]+", after):
        beside = re.match(r"\s([A-Z][\w’'-]+)", after)
        return beside is not None and _a_surname(passage, beside[1])
    return (
        bool(re.search(r"[A-Z][a-z]+,?\s(?:[A-Z]{2,5},?\s)*$", before))
        and bool(re.match(r"(?:,\s[A-Z]|\s\(|,\s(?:and|was)|\sand\s[A-Z][a-z]+\s[A-Z])", after))
        and bool(re.search(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|Sir|Dame)\b[^.;]{0,40}$", before))
    )


def _a_surname(passage: Passage, word: str) -> bool:
    from minute_taker.proofing.word_list import word_list

    return word.lower() not in word_list() or passage.opens_sentence(passage.text.find(word))


def _among_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals stands among others, as words do that are given weight."""
    before = re.search(r"([A-Za-z]+)\W*$", text[: match.start()])
    after = re.match(r"\W*([A-Za-z]+)", text[match.end() :])
    beside = [found[1] for found in (before, after) if found is not None]
    return any(word.isupper() and len(word) > 1 for word in beside)


def acronyms(
    passages: list[tuple[Passage, tuple[Use, ...]]], titles: str, lexicon: Lexicon
) -> Iterator[tuple[Passage, Slip]]:
    """Acronyms before their words, without them, and spelt out twice.

    What is spelt out on an exempt line is not spelt out for a public one.
    """
    told = set(re.findall(r"\(([A-Z][A-Z&]{1,8})s?\)", titles))
    surnames = {name.upper() for name in lexicon.names if len(name) > 3}
    expansions = dict(lexicon.expansions)
    defined: dict[tuple[str, bool], int] = {}
    for number, (passage, uses) in enumerate(passages):
        for use in uses:
            if use.defines:
                for reader in (True, False) if not passage.exempt else (True,):
                    defined.setdefault((use.acronym, reader), number)
    said: set[tuple[str, bool]] = set()
    spelt: set[tuple[str, bool]] = set()
    for number, (passage, uses) in enumerate(passages):
        for use in uses:
            key = (use.acronym, passage.exempt)
            if use.defines:
                if key in spelt and key not in said:
                    said.add(key)
                    words = f"{use.acronym} is spelt out again"
                    yield passage, Slip("acronym-spelt-out-twice", words, use.start, use.end)
                spelt.add(key)
                if not passage.exempt:
                    spelt.add((use.acronym, True))
                continue
            if key in spelt or key in said or use.acronym in told or use.acronym in surnames:
                continue
            said.add(key)
            right = (
                (f"{expansions[use.acronym]} ({use.acronym})",) if use.acronym in expansions else ()
            )
            if defined.get(key, -1) >= number:
                words = f"{use.acronym} is used before it is spelt out"
                yield passage, Slip("acronym-before-words", words, use.start, use.end, right)
            else:
                words = f"{use.acronym} is never spelt out"
                yield passage, Slip("acronym-never-spelt-out", words, use.start, use.end, right)
