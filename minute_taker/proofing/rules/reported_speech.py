"""Minutes tell what was said in the past tense, of others, and without the words of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minute_taker.minutes.model import Kind
from minute_taker.proofing.passages import Passage, Sentence
from minute_taker.proofing.slips import Slip, like, words_of

_KINDS = (Kind.TEXT, Kind.ANSWER)
_PAST = {
    "is": "was", "are": "were", "am": "was", "has": "had", "have": "had", "does": "did",
    "will": "would", "can": "could", "isn't": "was not", "aren't": "were not",
    "hasn't": "had not", "haven't": "had not", "doesn't": "did not", "won't": "would not",
    "can't": "could not", "cannot": "could not", "don't": "did not", "shall": "would",
}  # fmt: skip
_CONTRACTED = {
    "it's": "it was",
    "didn't": "did not", "wasn't": "was not", "weren't": "were not", "hadn't": "had not",
    "wouldn't": "would not", "couldn't": "could not", "shouldn't": "should not",
    "mustn't": "must not", "needn't": "need not", "they'd": "they had", "he'd": "he had",
    "she'd": "she had", "there'd": "there would", "there's": "there was", "he's": "he was",
    "she's": "she was", "that's": "that was", "what's": "what was", "let's": "",
    "they're": "they were", "we're": "they were", "you're": "", "it'd": "it would",
    "they've": "they had", "we've": "they had", "we'll": "they would", "i'm": "he was",
    "i've": "he had", "i'd": "he would", "i'll": "he would", "we'd": "they would",
    "they'll": "they would", "it'll": "it would", "there'll": "there would",
}  # fmt: skip
_PRESENT = re.compile(
    r"(?<![\w’'-])(?:is|are|am|has|have|does|will|can|cannot|shall|(?:is|are|has|have|does|wo|"
    r"ca|do)n[’']t)"
    r"(?![\w’'-])"
)
_SHORT = re.compile(
    r"(?<![\w’'-])(?:(?:did|was|were|had|would|could|should|must|need)n[’']t|"
    r"(?:they|he|she|it|there|we|i|you)[’'](?:d|ve|re|ll|m)|(?:there|he|she|it|that|what|let)[’']s)"
    r"(?![\w’'-])",
    re.IGNORECASE,
)
_VERBS = words_of(
    """
    need want seem remain appear provide include contain support show mean require give make
    come go take get continue allow help aim cover relate depend become reflect believe feel
    think hope know seek propose recommend recognise agree understand exist consist belong
    work use run meet face lack rely say state suggest receive represent involve apply offer
    wish intend expect deal operate deliver lie vary differ comprise identify highlight
    enable ensure serve live own hold set send pay bring keep lead follow start begin end
    close open cost save look feel ask set cause affect manage employ maintain consider
    share form play
    """
)
_THIRD = "|".join(
    sorted({verb[:-1] + "ies" if verb in ("apply", "rely", "vary", "identify") else verb + "es"
            if verb.endswith(("s", "sh", "ch")) or verb == "go" else verb + "s"
            for verb in _VERBS})
)  # fmt: skip
_PLAIN = "|".join(sorted(set(_VERBS) - {"set", "cost", "lead", "form", "work", "use", "need"}))
_PRONOUNS = ("it", "he", "she", "which", "there")
#: These are nouns as well, and verbs for certain only after a pronoun.
_NOUN_TOO = words_of(
    """
    forms works costs needs uses shares shows sets plays offers aims supports causes means meets
    faces deals lies covers runs lives helps feels hopes looks pays saves holds employs states
    starts ends opens closes makes considers leads thinks applies continues requires
    """
)
#: What follows a verb, and no noun: an object with its article, or where it goes.
_OBJECT = re.compile(r"\s(?:out|up|that|the|a|an|its|their|no|how|what|why|whether|to|on)\b")
_THINGS = (
    r"council|committee|report|strategy|policy|plan|service|team|cabinet|board|government|scheme|"
    r"budget|paper|panel|document|borough|department|officer|chairman|chair|application|site|"
    r"programme|framework|project|proposal|guidance|legislation|fund|trust|contract|contractor|"
    r"process|authority|legislation|partnership|police|school|company|applicant|data|forum|"
    r"consultation|assessment|building|system|law|act|regulation|review|model|survey"
)
_ONE_DOES = re.compile(
    rf"(?:\b(?:it|he|she|which|there)|\b(?:the|its|their|this|that|each|every|our)"
    rf"(?: [a-z-]+| [A-Z][a-z]+){{0,2}} (?:{_THINGS}))(?: also| now| currently| still| only)?"
    rf" (?P<verb>{_THIRD})(?![\w’'-])",
    re.IGNORECASE,
)
_MANY_DO = re.compile(
    rf"\b(?:they|we|members|officers|residents|councillors|schools|staff|people|parents|families|"
    rf"tenants|children|partners|services|who|these|those)(?: also| now| currently| still)?"
    rf" (?P<verb>{_PLAIN}|need|want|work|use)(?![\w’'-])",
    re.IGNORECASE,
)
_IRREGULAR = {
    "give": "gave", "make": "made", "come": "came", "go": "went", "take": "took", "get": "got",
    "become": "became", "feel": "felt", "think": "thought", "know": "knew", "seek": "sought",
    "understand": "understood", "run": "ran", "meet": "met", "say": "said", "show": "showed",
    "mean": "meant", "deal": "dealt", "lie": "lay", "hold": "held", "send": "sent", "pay": "paid",
    "bring": "brought", "keep": "kept", "lead": "led", "begin": "began", "set": "set",
    "cost": "cost",
}  # fmt: skip
#: What makes a verb after it a plain form and no present: a modal, "to", "did", "let".
_BEFORE_PLAIN = re.compile(
    r"\b(?:would|could|should|might|may|must|will|shall|can|cannot|to|did|do|does|let|help|helped|"
    r"make|made|having|\w+n[’']t|needed|if)\b",
    re.IGNORECASE,
)
#: What was to be so: "recommended that Members have …".
_MANDATIVE = re.compile(
    r"\b(?:recommend|request|require|suggest|propos|ask|insist|urg|demand|resolv|mov|"
    r"essential|important|vital|imperative|instruct)\w*\b[^.]*\b(?:that|for)\b",
    re.IGNORECASE,
)
_MUST_BE = re.compile(r"\b(?:essential|important|vital|imperative)\b[^.;]*\bthat\b")
_CLAUSE = re.compile(r"[,;:–]|\b(?:because|although|while|whereas|but)\b")
#: Sentences that are a decision, what a paper says, a notice, or the reason for an interest.
_NOT_TOLD = re.compile(
    r"^\s*(?:that\b|resolved|recommend|agreed:|note:|nb\b|n\.b|to\b|members are (?:asked|reminded|"
    r"requested|invited)|please)|\bRESOLVED\b|"
    r"\bdeclar\w+\b.*\binterest|\binterest\w*\b.*\bdeclar|\bnext (?:ordinary )?meeting\b|"
    r"\bdate of (?:the )?next\b|\b(?:is|are) (?:recommended|asked|requested|invited) to\b|"
    r"\bthese are the minutes\b|\bnotice is\b|\bi\.e\.|\bmotion\b.*:|\bwebcast",
    re.IGNORECASE,
)
#: A verb that leads in what somebody said or a paper says, up to the end of the line.
_LED_IN = re.compile(
    r"\b(?:said|stated|asked|read|reads|follows|following|motion|question|response|wording|"
    r"recommendations?|statement|amendment|resolution|include|includes)\b[^.:]{0,80}:\s",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?<![\w’'-])(?:I(?![.)])|we|We|our|Our|us|my|My|ours|myself|ourselves)(?![\w’'-])"
)
_FIRST_MEANT = {
    "i": ("he", "she"), "we": ("they",), "our": ("their",), "us": ("them",), "my": ("his", "her"),
    "ours": ("theirs",), "myself": ("himself", "herself"), "ourselves": ("themselves",),
}  # fmt: skip
_NUMERAL = re.compile(
    r"\b(?:part|phase|class|type|grade|schedule|annex|appendix|stage|category|section|level|world "
    r"war|war|edward|charles|george|james|william|henry|richard|elizabeth|volume|band|tier|"
    r"table|group|zone|figure|note|and|or|to)\s$",
    re.IGNORECASE,
)
_DAYS = {
    "yesterday": "the day before", "today": "that day", "tomorrow": "the following day",
    "tonight": "that evening", "next week": "the following week",
    "last week": "the previous week", "this week": "that week",
    "next month": "the following month", "last month": "the previous month",
    "this morning": "that morning", "last night": "the previous night",
    "this evening": "that evening", "this afternoon": "that afternoon",
}  # fmt: skip
_DAY = re.compile(rf"(?<![\w’'-])(?:{'|'.join(_DAYS)})(?![\w’'-])", re.IGNORECASE)
#: A line with so many words of the first person is given word for word.
_VERBATIM = 3


def reported_speech(passage: Passage) -> Iterator[Slip]:
    """Present tense, the first person, days told from the speaker, and contractions."""
    if passage.kind not in _KINDS or passage.fact is not None:
        return
    first = [each for each in _FIRST.finditer(passage.own) if _is_person(passage, each)]
    if len(first) >= _VERBATIM or passage.text.lower().startswith("thank you"):
        return
    whole = _LED_IN.search(passage.own)
    until = whole.end() if whole else len(passage.text) + 1
    for sentence in passage.sentences:
        if sentence.start >= until or not _is_told(sentence):
            continue
        yield from (
            slip
            for slip in (*_present(sentence), *_short(sentence), *_days(sentence))
            if slip.start < until
        )
    for match in first:
        if match.start() < until and not _in_question(passage, match.start()):
            meant = tuple(like(match[0], each) for each in _FIRST_MEANT[match[0].lower()])
            if match[0] == "I" and not passage.opens_sentence(match.start()):
                meant = tuple(each.lower() for each in meant)
            said = f"“{match[0]}” is the first person"
            yield Slip("first-person", said, match.start(), match.end(), meant)


def _is_told(sentence: Sentence) -> bool:
    return not sentence.text.rstrip('’”") ').endswith("?") and not _NOT_TOLD.search(sentence.text)


def _in_question(passage: Passage, start: int) -> bool:
    within = (
        each for each in passage.sentences if each.start <= start < each.start + len(each.text)
    )
    return any(not _is_told(sentence) for sentence in within)


def _present(sentence: Sentence) -> Iterator[Slip]:
    text = sentence.text
    for match in _PRESENT.finditer(text):
        found = match[0].replace("’", "'")
        if _is_plain(text, found, match.start(), match.end()):
            continue
        yield _tense(sentence, match.start(), match.end(), _PAST[found])
    for pattern in (_ONE_DOES, _MANY_DO):
        for match in pattern.finditer(text):
            of_pronoun = match[0].split()[0].lower() in _PRONOUNS
            may_be_noun = pattern is _ONE_DOES and match["verb"] in _NOUN_TOO
            if may_be_noun and not of_pronoun and not _OBJECT.match(text, match.end()):
                continue
            before = _clause_before(text, match.start("verb"))
            if _BEFORE_PLAIN.search(before) or _MANDATIVE.search(text[: match.start("verb")]):
                continue
            past = _past_of(match["verb"])
            yield _tense(sentence, match.start("verb"), match.end("verb"), past)


def _is_plain(text: str, found: str, start: int, end: int) -> bool:
    """Whether a word that may be a present is none where it stands."""
    before, after = text[:start], text[end:]
    if found == "am":
        return re.search(r"\bI\s$", before) is None
    if found in ("will", "can"):
        noun = re.search(
            r"\b(?:the|a|his|her|their|good|free|political|own|at|of|tin|ill)\s$", before
        )
        return noun is not None or not re.match(r"\s(?!of\b|and\b)[a-z]", after)
    if found == "have":
        return (
            bool(_BEFORE_PLAIN.search(_clause_before(text, start)[-60:]))
            or bool(_MANDATIVE.search(before))
            or bool(
                re.search(
                    r"\b(?:would|could|should|might|must|may)\b[^.;]*\b(?:and|or)\s(?:also |"
                    r"then )?$",
                    before,
                )
            )
        )
    if found == "has":
        return _MUST_BE.search(before) is not None
    if found in ("is", "are") and re.search(r"(?:^|\W)as\s$", before):
        return True
    if found in ("is", "are"):
        return bool(re.search(r"\b(?:as|that)\s$", before) and re.match(r"[,.;]", after))
    return False


def _clause_before(text: str, start: int) -> str:
    """What stands before in the same clause."""
    before = text[:start]
    ends = [match.end() for match in _CLAUSE.finditer(before)]
    return before[ends[-1] :] if ends else before


def _tense(sentence: Sentence, start: int, end: int, past: str) -> Slip:
    found = sentence.text[start:end]
    said = f"“{found}” is the present tense"
    return Slip("tense", said, sentence.start + start, sentence.start + end, (like(found, past),))


def _past_of(verb: str) -> str:
    plain = verb.lower()
    if plain not in _VERBS:
        if plain.endswith("ies") and plain[:-3] + "y" in _VERBS:
            plain = plain[:-3] + "y"
        elif plain.endswith("es") and plain[:-2] in _VERBS:
            plain = plain[:-2]
        else:
            plain = plain.removesuffix("s")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if plain.endswith("e"):
        return plain + "d"
    return plain[:-1] + "ied" if plain.endswith("y") and plain[-2] not in "aeou" else plain + "ed"


def _short(sentence: Sentence) -> Iterator[Slip]:
    for match in _SHORT.finditer(sentence.text):
        found = match[0].replace("’", "'").lower()
        if found not in _CONTRACTED or (found in ("he'd", "let's") and match[0][0].isupper()):
            continue
        whole = _CONTRACTED[found]
        start = sentence.start + match.start()
        said = f"“{match[0]}” is the short form of speech"
        right = (like(match[0][:1], whole),) if whole else ()
        yield Slip("contraction", said, start, start + len(match[0]), right)


def _days(sentence: Sentence) -> Iterator[Slip]:
    for match in _DAY.finditer(sentence.text):
        if match[0][0].isupper() and sentence.text[: match.start()].strip():
            continue
        start = sentence.start + match.start()
        said = f"“{match[0]}” is told from the day of the meeting"
        right = like(match[0], _DAYS[match[0].lower()])
        yield Slip("day-of-speech", said, start, start + len(match[0]), (right,))


def _is_person(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a word is the first person, and no numeral or part of a title."""
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    if match[0] == "I":
        numeral = bool(_NUMERAL.search(before)) or not re.match(r"\s[a-z]|[’']", after)
        return not numeral
    capital = match[0][0].isupper()
    if capital and (not passage.opens_sentence(match.start()) or re.match(r"\s[A-Z]", after)):
        return False
    return (
        not re.search(r"\b[A-Z][\w’]*\s$", before)
        or passage.opens_sentence(match.start())
        or (not re.match(r"\s[A-Z]", after))
    )
