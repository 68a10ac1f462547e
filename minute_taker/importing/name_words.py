"""What words beside a name are: a post, a party, a ward, a body, letters; or a name themselves."""

from __future__ import annotations

import re

from minute_taker.importing.words import tidy

COUNCILLOR = re.compile(r"^(?:the\s+)?(?:councillor|cllr|cllor|coun)\b\.?\s*", re.IGNORECASE)
_TITLES = "mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev|revd|reverend|prof|professor|canon|father"
TITLED = re.compile(rf"(?:{_TITLES})\b\.?\s+\S", re.IGNORECASE)
#: Letters after a name: MBE, LL.B, FRSA.
LETTERS = re.compile(r"(?:[A-Z][A-Za-z]?[A-Z]+|[A-Z]{2,}[a-z]*|(?:[A-Z]\.){2,}|Esq\.?|Hons)")


def _any(words: str) -> str:
    """A pattern of any of these words; a star stands for the rest of a word."""
    return "|".join(word.replace("*", r"\w*").replace("_", " ") for word in words.split())


_OFFICER = (
    "officer head director manager advis[eo]r solicitor clerk secretary assistant chief executive"
    " accountant auditor engineer planner surveyor coordinator co-ordinator administrator"
    " technician lawyer barrister counsel librarian architect analyst services? team legal"
    " headteacher"
)
_OFFICE = (
    "chair* vice deputy lead* member spokes* mayor* cabinet portfolio governor represent*"
    " opposition whip champion non-?voting voting consultant treasurer president inspector"
    " superintendent commander commissioner principal teacher specialist co-?opt* independent"
    " observer partner trustee founder minutes monitoring"
)
_OF_OFFICERS = re.compile(rf"\b(?:{_any(_OFFICER)})\b", re.IGNORECASE)
_OF_POSTS = re.compile(rf"\b(?:{_any(_OFFICER)}|{_any(_OFFICE)})\b", re.IGNORECASE)
_PARTIES = (
    "con(?:servatives?)? c lab(?:our)? l labour[_/](?:and_|&_)?co-?op(?:erative)?"
    " co-?op(?:erative)? lib(?:eral)?_?dem(?:ocrat)?s? liberals? ld greens? g grn"
    " ind(?:ep)? independents? reform(?:_uk)? ref ukip plaid(?:_cymru)? pc snp sdp dup sdlp uup"
    " alliance tuc aspire ra res(?:idents?['’]?)?(?:_assoc(?:iation)?)? ratepayers non-?aligned"
    " unaffiliated no_(?:party|group) ungrouped workers_party(?:_of_britain)?"
)
_PARTY = re.compile(
    rf"(?:(?:scottish|welsh|local) )?(?:{_any(_PARTIES)})(?: (?:party|group))?", re.IGNORECASE
)
_WARD = re.compile(r"\b(?:ward|division|constituency)\b", re.IGNORECASE)
_BODIES = (
    "nhs council trust diocese church union association police university college school board"
    " society group foundation forum healthwatch fire brigade federation company ltd limited"
)
_BODY = re.compile(rf"\b(?:{_any(_BODIES)})\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:.*\bvacan(?:t|cy|cies)\b.*|tbc|tba|to be (?:confirmed|advised|appointed)|none|nil|n/?a"
    r"|[-–—]+)\.?",
    re.IGNORECASE,
)
_RESERVE = re.compile(
    r"\b(?:reserves?|(?:named )?substitutes?(?! for\b)|deputies)\b", re.IGNORECASE
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?){1,3}|[^\W\d_][\w'’\-]*\.?")
_PARTICLE = {"de", "la", "le", "van", "von", "der", "den", "ap", "al", "bin", "da", "di", "du",
             "el", "ab", "ten", "st"}  # fmt: skip
_SENTENCE = re.compile(r"\b(?:of|for|the|to|on|is|at)\b")


def is_nobody(text: str) -> bool:
    """Whether a row stands for an empty seat or for none at all."""
    return _NOBODY.fullmatch(tidy(text)) is not None


def is_reserve(role: str) -> bool:
    """Whether a role is that of one who comes only in somebody's place."""
    return _RESERVE.search(role) is not None


def is_party(words: str) -> bool:
    """Whether words are the name of a party or a group."""
    return _PARTY.fullmatch(words.strip()) is not None


def is_post(words: str) -> bool:
    """Whether words name a post or an office."""
    return _OF_POSTS.search(words) is not None and not is_party(words)


def is_officers(words: str) -> bool:
    """Whether words name an officer's post."""
    return _OF_OFFICERS.search(words) is not None


def is_ward(words: str) -> bool:
    """Whether words name a ward."""
    return _WARD.search(words) is not None and not _OF_POSTS.search(words)


def is_body(words: str) -> bool:
    """Whether words name a body from which somebody comes."""
    return _BODY.search(words) is not None


def is_name(words: str) -> bool:
    """Whether words look like one person's name."""
    words = COUNCILLOR.sub("", words.strip())
    titled = TITLED.match(words) is not None
    parts = [part for part in words.replace(",", " ").split() if not LETTERS.fullmatch(part)]
    if not 1 < len(parts) + titled <= 7 or any(not _NAME_WORD.fullmatch(part) for part in parts):
        return False
    proper = [part for part in parts if part.lower().strip(".") not in _PARTICLE]
    if not proper or any(not part[0].isupper() for part in proper):
        return False
    return not _OF_POSTS.search(words) and not _SENTENCE.search(words)


def is_surname(words: str) -> bool:
    """Whether words may be a surname alone, as lists of councillors have them."""
    return re.fullmatch(r"[^\W\d_a-z][\w'’\-]+", words.strip()) is not None and not is_post(words)
