"""Outcomes of motions as chairs announce them: the result, the votes, and how it was reached."""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from minute_taker.capture.name_reading import looks_like_names
from minute_taker.minutes.counting import number_word
from minute_taker.minutes.facts import Outcome
from minute_taker.minutes.patterns import pattern

#: To what somebody is nominated or elected, after the name.
_POST = pattern(
    r"(.+?),?\s+(?:as|for|to\s+be)\s+(?:the\s+(?:post|office|position)\s+of\s+)?(\S.*)", re.DOTALL
)
#: How many voted, as figures or as words; nobody is 0.
_NUMBERS = {number_word(number): number for number in range(100)} | {
    "nil": 0, "no": 0, "nobody": 0, "no one": 0, "zero": 0,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,5}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
FOR, AGAINST, ABSTAINED = r"(?:for|in\s+favou?r)", r"against", r"abst(?:ained|aining|entions?)"
_SIDES = tuple(
    rf"(?:({_COUNT})\s+(?:(?:members?|votes?|councillors?)\s+)?(?:vot(?:ed|ing)\s+)?(?:{side})"
    rf"|(?:vot(?:ed|ing)\s+)?(?:{side})\s*:?\s*({_COUNT}))(?![\w-])"
    for side in (FOR, AGAINST, ABSTAINED)
)
_ANY_SIDE = re.sub(r"\((?!\?)", "(?:", "|".join(_SIDES))
_AND = r"(?:[\s,;()]|\b(?:and|with|to)\b)+"
_ABSTAINED_TOO = rf"{_AND}({_COUNT})\s+(?:{ABSTAINED})"
#: "7-5-1", "by 7 votes to 5", "seven to five, with one abstention".
_PAIR = pattern(
    rf"(?<![\w-])(?:by\s+|with\s+)?({_COUNT})(?:\s+votes?)?(?:\s+for)?(?:\s*[-–]\s*|\s+to\s+)"
    rf"({_COUNT})(?!\w)(?:\s+votes?)?(?:\s+against)?"
    rf"(?:\s*[-–]\s*({_COUNT})|{_ABSTAINED_TOO})?(?![\w-])",
    re.IGNORECASE,
)
#: "5 for, nil against, 2 abstentions", in any order.
_BY_SIDES = pattern(
    rf"(?<![\w-])(?:by\s+|with\s+)?(?:{_ANY_SIDE})(?:{_AND}(?:{_ANY_SIDE}))+", re.IGNORECASE
)
#: "casting", "(casting vote)", "on the Mayor's casting vote".
_CASTING = pattern(
    r"(?:[,\s]*\(?\b(?:(?:on|by|with|through|using)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,6}?"
    r"|(?:the\s+)?[\w-]+['’]s\s+)?casting(?:\s+vote)?\b"
    r"(?:\s+of\s+the\s+(?:person\s+presiding|[\w-]+))?\)?)",
    re.IGNORECASE,
)
_AMENDED = pattern(r"\bas\s+amended\b", re.IGNORECASE)
_RESULTS: dict[str, Literal["carried", "lost", "fell", "withdrawn"]] = {
    "carried": "carried", "agreed": "carried", "approved": "carried", "passed": "carried",
    "adopted": "carried", "elected": "carried", "lost": "lost", "not carried": "lost",
    "not agreed": "lost", "defeated": "lost", "rejected": "lost", "negatived": "lost",
    "fell": "fell", "lapsed": "fell", "not seconded": "fell", "withdrawn": "withdrawn",
}  # fmt: skip
_PUT = (
    r"(?:the\s+)?(?:(?:substantive|original|amended|main)\s+)?"
    r"(?:motion|amendment|proposal|proposition|vote|recommendations?|nomination)"
)
_OUTCOME = pattern(
    rf"(?:{_PUT}(?P<amended>,?\s+as\s+amended,?)?\s*[:,–-]?\s*(?:(?:was|were|is)\s+)?)?"
    rf"(?:(?P<adverb>[a-z]+ly)\s+)?(?P<result>{'|'.join(_RESULTS)})(?![\w'’-])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
#: What chairs announce without figures, and as what it is kept.
_HOW: tuple[tuple[str, str], ...] = (
    (r"unanimous(?:ly)?|by\s+a\s+unanimous\s+vote|with\s+unanimity", "unanimously"),
    (r"(?:by|on|with)\s+(?:a|the)\s+majority(?:\s+(?:of\s+)?votes?)?"
     r"|by\s+majority(?:\s+vote)?", "by a majority"),
    (r"nem\.?\s*con\.?|nemine\s+contradicente|nem\.?\s*diss\.?|without\s+dissent", "nem con"),
    (r"(?:by|on)\s+(?:general\s+)?(?:assent|acclamation)|by\s+affirmation"
     r"|by\s+general\s+consent", "by general assent"),
    (r"(?:being\s+)?unopposed|without\s+(?:a\s+)?contest", "unopposed"),
    (r"for\s+(?:the\s+)?(?:want|lack)\s+of\s+a\s+second(?:er|ing)|(?:there\s+being\s+)?no\s+seconder"
     r"|without\s+a\s+seconder|not\s+(?:being\s+)?seconded", "for want of a seconder"),
)  # fmt: skip
#: Whatever else is announced, as it was: "on a show of hands", "overwhelmingly".
_ANNOUNCED = pattern(
    r"(?:by|on|through)\s+[a-z0-9].*|with\s.*|without\s+(?!a\s+vote).*|[a-z]+ly\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: "Cllr Penrow abstaining": one who is named for how they voted.
_SINGLED_OUT = pattern(
    r"(?:with\s+)?(.+?)\s+((?:abstaining|dissenting|voting\s+(?:against|in\s+favour)).*)", re.I
)
_ONE_EACH = pattern(r"\s*([^\d:]+?)\s*:?\s+(\d{1,5})(?:\s+votes?)?\s*", re.IGNORECASE)


def outcome_fact(text: str) -> Outcome | None:
    """What became of a motion, where all that is said of it can be read.

    Votes alone (``5 for, 2 against``) tell it, too, unless they are equal.
    """
    rest, votes = _votes_taken(text)
    if votes and not rest and votes[0] != votes[1]:
        return Outcome("carried" if votes[0] > votes[1] else "lost", votes)
    match = _OUTCOME.fullmatch(text)
    # A name may be any word: before a "/" stands who moved something.
    if match is None or "/" in text.partition(":")[0]:
        return None
    verb = " ".join(match["result"].lower().split())
    rest, amended = _part_taken(_AMENDED, match["rest"])
    rest, casting = _part_taken(_CASTING, rest)
    rest, votes = _votes_taken(rest)
    said, how = f"{match['adverb'] or ''} {rest}".strip(), ""
    if verb == "not seconded":
        said = f"{verb} {said}".strip()
    for form, kept in _HOW:
        if re.fullmatch(form, said, re.IGNORECASE):
            said, how = "", kept
        elif verb == "elected" and (
            found := re.fullmatch(rf"(.+?)[\s,]+\(?(?:{form})", said, re.IGNORECASE)
        ):
            said, how = found[1], kept
    result = "fell" if how == "for want of a seconder" else _RESULTS[verb]
    outcome = Outcome(result, votes, casting, how, amended=amended or match["amended"] is not None)
    if verb == "elected":
        return _elected(said, outcome)
    if not said:
        return outcome
    if not votes and result == "carried" and (each := _votes_for_each(said)):
        return replace(outcome, each=each)
    if found := _SINGLED_OUT.fullmatch(said):
        name = found[1].removeprefix("with ")
        said = f"with {name} {found[2]}" if looks_like_names(name) else said
    return replace(outcome, how=said) if _ANNOUNCED.fullmatch(said) else None


def _part_taken(form: re.Pattern[str], words: str) -> tuple[str, bool]:
    """The words without the part of that form, and whether there was one."""
    match = form.search(words)
    if match is None:
        return words, False
    return f"{words[: match.start()]} {words[match.end() :]}", True


def _votes_taken(words: str) -> tuple[str, tuple[int, ...]]:
    """The words without the votes, and the votes for, against and, where told, abstained.

    The longest way of telling them is the one: abstentions belong to it.
    """
    pair, sides = _PAIR.search(words), _BY_SIDES.search(words)
    found = max(filter(None, (pair, sides)), key=lambda one: one.end() - one.start(), default=None)
    votes: tuple[int, ...] = ()
    if found is not None and found is pair:
        votes = tuple(_number(count) for count in found.groups() if count is not None)
    elif found is not None:
        counts = [re.search(rf"(?<![\w-]){side}", found[0], re.IGNORECASE) for side in _SIDES]
        if counts[0] and counts[1]:
            votes = tuple(_number(one[1] or one[2]) for one in counts if one)
    if found is None or not votes:
        return words.strip(" ,:;.()–-"), ()
    rest = f"{words[: found.start()].rstrip(' ,:;(')} {words[found.end() :].lstrip(' ,:;).')}"
    return rest.strip(" ,:;.()–-"), votes


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[" ".join(words.lower().split())]


def name_and_post(words: str) -> tuple[str, str]:
    """A name, and the post that follows it."""
    found = _POST.fullmatch(words)
    return (found[1], found[2]) if found else (words, "")


def _votes_for_each(words: str) -> tuple[tuple[str, int], ...]:
    """The names and the votes for each of them; none where anything else is among them."""
    each = [_ONE_EACH.fullmatch(part) for part in re.split(r"[,;]|\band\b", words)]
    names = [one for one in each if one is not None and looks_like_names(one[1])]
    return tuple((one[1], int(one[2])) for one in names) if len(names) == len(each) else ()


def _elected(words: str, outcome: Outcome) -> Outcome | None:
    """Who was elected, to what post, and the votes for each: whoever is named first has won."""
    if not words:
        return None
    if each := _votes_for_each(words):
        # A vote for each leaves no total of the whole.
        return None if outcome.votes else replace(outcome, each=each, elected=each[0][0])
    who, post = name_and_post(words)
    return replace(outcome, elected=who, post=post) if looks_like_names(who) else None
