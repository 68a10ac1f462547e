"""Grammar and usage: agreement, articles, forms of verbs, and turns of phrase that are slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip, like

RULE = "usage"
_BODIES = r"(?:Committee|Council|Cabinet|Board|Panel|Sub-Committee|Forum|Executive|Working Group)"


_Entry = tuple[tuple[str, ...], re.Pattern[str], str, str]


def _u(needs: str, pattern: str, right: str, said: str) -> _Entry:
    return tuple(needs.split("|")), re.compile(pattern), right, said


#: Letters of which some stand wherever the pattern is found (most lines have none, and are passed
#: over), a pattern whose group ``x`` is the slip, what is right ("" where only the clerk can tell;
#: ``{name}`` is a group of the pattern), and what is said.
_ENTRIES = (
    _u("comprised of",
       r"\b(?:was|were|is|are|been|be|being) (?P<x>comprised of)\b", "made up of",
       "“comprised of” is “made up of”, or “comprised” alone"),
    _u(" who",
       r"\b(?P<noun>[Ss]chools|[Cc]ompanies|[Cc]ouncils|[Aa]uthorities|[Oo]rganisations|"
       r"[Bb]usinesses|[Aa]cademies|[Cc]harities|[Ss]ervices|[Pp]roperties|[Ss]ites|[Aa]reas|"
       r"[Bb]oroughs|[Dd]epartments|[Aa]gencies|[Ff]irms|[Hh]omes) (?P<x>who)\b", "that",
       "“{noun} who”: what is no person takes “that”"),
    _u("make up",
       r"\b(?:the|their|its|ethnic|social|current|whole|overall) (?P<x>make up)(?= of\b)",
       "make-up", "the noun is “make-up”"),
    _u(" said",
       r"\b(?:of|into|with|to|by|in|from|account|for|on) (?P<x>said)(?= [a-z]+)(?! (?:that|he|"
       r"she|it|they|the))",
       "that", "“said” for “that” is no word of minutes"),
    _u("earnings",
       r"\b(?P<x>[Ll]earnings)\b", "lessons", "“learnings” are lessons"),
    _u("here was",
       r"\b[Tt]here (?P<x>was)(?= (?:two|three|four|five|six|seven|eight|nine|ten|several|many|"
       r"various|numerous|no (?:apologies|objections|questions|comments|concerns|declarations|"
       r"plans|proposals|members|matters|issues|representations|petitions)|some (?:concerns|"
       r"issues|questions|schools|residents|areas))\b)", "were", "“there was” of several"),
    _u("here were",
       r"\b[Tt]here (?P<x>were)(?= (?:a (?!number|range|variety|lot|total|few|series|couple|host|"
       r"great|large|small|significant|wide|good|further|majority|minority|considerable|"
       r"multitude|growing|limited|substantial|high|mixture|mix|further|huge|and|handful|pair|"
       r"dozen|hundred|thousand)|an (?!array|abundance|increasing|average|increased|estimated|"
       r"additional|extra|equal|extensive|insufficient|adequate|enormous|unusual)|no need|no "
       r"reason|one (?!or\b))\b)", "was", "“there were” of one"),
    _u(" was",
       r"(?:^|[.;:,] |\bthat )(?:Members|Councillors|officers|Officers|residents|Residents|"
       r"apologies|Apologies|"
       r"they|They|we|children|people|parents)"
       r" (?P<x>was)(?= (?:asked|informed|advised|concerned|pleased|received|invited|"
       r"reminded|not|also|told|able|happy|made|given|being|keen|aware|encouraged|referred|"
       r"noted|[a-z]+ed)\b)(?<!apologies of Members was)", "were", "“was” of several"),
    _u(" were",
       r"(?<!\bif )(?<!\bIf )(?<!as )(?<!as though )\b(?:[Hh]e|[Ss]he|[Ii]t) (?P<x>were)"
       r"(?= (?:noted|agreed|reported|"
       r"confirmed|explained|suggested|resolved|stated|not|also|a|the|felt|important)\b)"
       r"(?<!if it were)(?<!as it were)", "was", "“were” of one"),
    _u(" were",
       r"\b[Tt]he (?:report|minutes of the meeting|application|item|scheme|strategy|budget|policy)"
       r" (?P<x>were)\b(?<!minutes of the meeting were)", "was", "“were” of one"),
    _u(" was",
       r"\b[Tt]he (?:minutes|recommendations|proposals|reports|applications|comments|figures) "
       r"(?P<x>was)\b(?! (?:a|an|the)\b)", "were", "“was” of several"),
    _u("ach ",
       r"(?:^|[.;:,] )[Ee]ach [a-z]+ (?P<x>were|have)\b", "", "“each” is one"),
    _u("did",
       r"\b(?P<x>(?:did not|didn't) (?P<verb>(?!need|proceed|exceed|succeed|feed|speed|heed|"
       r"embed|breed|bleed|indeed|shed|wed|spread|red|agreed upon)[a-z]{2,}ed))\b", "",
       "“did” takes the plain form of “{verb}”"),
    _u("ould|must|might",
       r"\b(?:would|could|should|must|might) (?:not |also |then )?(?P<x>(?!need|proceed|exceed|"
       r"succeed|feed|speed|heed|embed|breed|bleed|shed|indeed)[a-z]{2,}ed)\b", "",
       "a verb such as “be” is missing before “{x}”, or its plain form is meant"),
    _u("ha",
       r"\b(?:had|has|have|having) (?P<x>came|went|took|gave|began|chose|became|did|saw|wrote|"
       r"spoke|drew|knew|grew|undertook|forgot|broke|rose|drove|arose)\b", "",
       "“{x}” is not the form that “had” takes"),
    _u("to ensured|to considered|to gave|to took|to went|to came|to became",
       r"\bto (?P<x>ensured|considered|gave|took|went|came|became)\b", "",
       "“to” takes the plain form"),
    _u("less",
       r"\b(?P<x>less)(?= (?:people|members|residents|children|applications|cases|staff members|"
       r"officers|councillors|schools|pupils|places|vehicles|cars|spaces|complaints|jobs|homes|"
       r"trees|incidents|visits|meetings|resources)\b)", "fewer", "“less” of what is counted"),
    _u("amount",
       r"\b(?P<x>amount)(?= of (?:people|members|residents|children|applications|cases|officers|"
       r"councillors|schools|pupils|places|vehicles|cars|spaces|complaints|homes|trees|incidents|"
       r"visits|meetings|objections|responses|calls|houses)\b)", "number",
       "“amount” of what is counted"),
    _u("criteria",
       r"\b(?P<x>criteria)(?= (?:was|is|has)\b)", "criterion", "“criteria” are several"),
    _u("criteria|phenomena|bacteria",
       r"\b(?:a|one|this|each) (?P<x>criteria|phenomena|bacteria)\b", "", "“{x}” are several"),
    _u("more ",
       r"\b(?P<x>more (?:better|easier|higher|lower|cheaper|safer|quicker))\b", "",
       "“more” is one too many"),
    _u("different ",
       r"\b(?P<x>different (?:than|to that than))\b", "different from", "“different than”"),
    _u("compris",
       r"\b(?P<x>comprising of|comprises of|comprise of)\b", "comprising",
       "“comprise” takes no “of”"),
    _u("n mass",
       r"\b(?P<x>[Oo]n mass)\b", "en masse", "“en masse”"),
    _u("one of the",
       r"\b(?P<x>one of the (?:member|officer|councillor|school|resident|issue|reason|site|"
       r"option|proposal|concern|recommendation))\b", "{x}s", "“one of the” takes several"),
    _u("all of the",
       r"\b(?P<x>all of the (?:member|officer|councillor|school|resident|issue|option|proposal|"
       r"concern|recommendation))\b", "{x}s", "“all of the” takes several"),
    _u("informations|advices|feedbacks|equipments|evidences|furnitures|trainings",
       r"\b(?P<x>informations|advices|feedbacks|equipments|evidences|furnitures|trainings)\b", "",
       "“{x}” has no plural"),
    _u("myself",
       r"\b(?P<x>myself)(?= and\b)", "", "“myself” for “me”"),
    _u("appraised",
       r"\b(?P<x>appraised)(?= of\b)", "apprised", "“apprised of”"),
    _u("eedback",
       r"\b[Ff]eedback from [a-z]+ (?P<x>to)(?= (?:the|this|these) (?:proposed|proposals?|draft|"
       r"report|strategy|policy|plans?|consultation|scheme)\b)", "on",
       "feedback is given on something"),
    _u("insofar|in so far",
       r"\b(?P<x>insofar that|in so far that)\b", "in so far as", "“in so far as”"),
    _u("non ",
       r"\b(?P<x>non )(?=[A-Z]?[a-z]+)(?!compos|est|sequitur|grata)", "non-",
       "“non” takes a hyphen"),
)  # fmt: skip
_ARTICLE = re.compile(r"(?<![\w’'.-])(?P<x>[Aa]n?) (?P<word>[A-Za-z][A-Za-z’'-]*)")
_AN_BEFORE = re.compile(
    r"[aeio]|u(?!ni(?![nm])|s[aeiu]|til|ro|ti|ku|bi|ke)|hour|honest|honou?r|heir", re.I
)
_A_BEFORE = re.compile(r"(?:eu|ew|one\b|once|one-|ouija)", re.IGNORECASE)
_EITHER = re.compile(r"h(?:istor|otel|abitual)", re.IGNORECASE)
_BODY_VERB = re.compile(rf"\b(?:[Tt]he )?{_BODIES} (?P<x>was|were|has|have)\b(?! (?:the|a|of)\b)")
_MANY = {"was": "were", "has": "have"}
_FRAGMENT = re.compile(r"^(?:Through|By|With|Including|Due to|Such as|In addition to)\b[^,;:]*")
#: After the opening words comes a subject, and so, whatever it is, a verb.
_SUBJECT = re.compile(r", (?:it|they|he|she|we|you|the|this|these|there|all|each|its|that)\b")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|do|would|could|should|might|may|must|will|can|"
    r"shall|cannot|\w+n[’']t|\w+ed|came|went|took|gave|made|said|told|led|felt|thought|set|put|"
    r"kept|held|met|saw|rose|fell|grew|knew|became|began|brought|sought|paid|sent|spent|stood|"
    r"understood|showed|ran|left|wrote|read|got|drew|spoke|chose|lay|cost|lost|meant|dealt)\b"
)


def usage(passage: Passage, lexicon: Lexicon) -> Iterator[Slip]:
    """What is at odds with grammar in a line."""
    text = passage.own
    for needs, pattern, right, said in _ENTRIES:
        if not any(need in text for need in needs):
            continue
        for match in pattern.finditer(text):
            named = match.groupdict()
            meant = right.format(**named)
            right_words = (like(match["x"], meant),) if meant else ()
            yield Slip(RULE, said.format(**named), *match.span("x"), right_words)
    yield from _articles(passage)
    yield from _bodies(text, lexicon.house.bodies)
    yield from _fragments(passage)


def _articles(passage: Passage) -> Iterator[Slip]:
    for match in _ARTICLE.finditer(passage.own):
        word, article = match["word"], match["x"].lower()
        if len(word) < 2 or word.isupper() or word[1:2].isupper() or _EITHER.match(word):
            continue
        if match["x"] == "A" and match.start() > 0 and not passage.opens_sentence(match.start()):
            continue
        vowel = _AN_BEFORE.match(word) is not None and not _A_BEFORE.match(word)
        right = "an" if vowel else "a"
        if article != right and not (article == "a" and word.lower() in ("and", "or", "in", "is")):
            yield Slip(RULE, f"“{match['x']}” before “{word}”", *match.span("x"),
                       (like(match["x"], right),))  # fmt: skip


def _bodies(text: str, bodies: str) -> Iterator[Slip]:
    """A body as one or as several, where the style says which."""
    if bodies == "any":
        return
    for match in _BODY_VERB.finditer(text):
        plural = match["x"] in ("were", "have")
        if plural is (bodies == "singular"):
            right = {"were": "was", "have": "has", **_MANY}[match["x"]]
            said = f"the style takes a body for {'one' if plural else 'several'}"
            yield Slip(RULE, said, *match.span("x"), (right,))


def _fragments(passage: Passage) -> Iterator[Slip]:
    """A sentence without a verb."""
    if passage.kind.value not in ("text", "answer"):
        return
    for sentence in passage.sentences:
        text = sentence.text
        if not text.endswith(".") or len(text.split()) < 9 or not _FRAGMENT.match(text):
            continue
        if not _FINITE.search(text) and not _SUBJECT.search(text):
            end = sentence.start + len(text)
            yield Slip("fragment", "a sentence without a verb", sentence.start, end)
