"""Questions and answers: led in to, laid out, labelled and attributed as the style says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from minute_taker.composing.blocks import Role, Run, Runs, runs_of
from minute_taker.composing.names import public_speaker
from minute_taker.composing.page import ItemPage
from minute_taker.composing.punctuation import closed, ended
from minute_taker.composing.sentences import lower_start, upper_first
from minute_taker.composing.wording import fields_in, fill
from minute_taker.minutes.done_mark import without_done
from minute_taker.minutes.model import Kind, Line

_FOLLOWED_BY_LIST = (Kind.BULLET, Kind.ROW)

#: A question that the clerk reported already: "asked about the cost".
_ASKS = re.compile(
    r"(?:asked|enquired|inquired|queried|wondered|wanted|sought|requested|raised|questioned)\b"
)


def first_question(lines: Sequence[Line]) -> int | None:
    """Where the questions of an item begin."""
    return next((n for n, line in enumerate(lines) if line.kind is Kind.QUESTION), None)


def lead_in_due(page: ItemPage, lines: Sequence[Line], question: int) -> bool:
    """Whether the style's lead-in stands before the first question.

    A text that ends in a colon is the clerk's own, unless it leads in to a list; a question
    that was published, or is from the public, has nothing to do with what the body asked.
    """
    asked = lines[question]
    if not page.style.questions.lead_in or asked.number or public_speaker(asked.speaker):
        return False
    for index, line in enumerate(lines[:question]):
        if is_own_lead_in(line) and lines[index + 1].kind not in _FOLLOWED_BY_LIST:
            return False
    return True


def is_own_lead_in(line: Line) -> bool:
    """Whether a line leads in to what follows it, in the clerk's words."""
    return line.kind is Kind.TEXT and not line.depth and line.text.endswith(":")


def compose_lead_in(page: ItemPage, lines: Sequence[Line]) -> None:
    """Add the style's lead-in to the questions among the lines, in the singular where it is one."""
    settings = page.style.questions
    one = sum(line.kind is Kind.QUESTION for line in lines) == 1
    wording = (one and settings.lead_in_one) or settings.lead_in
    words = upper_first(fill(wording, body=page.context.body))
    page.paragraph(Role.LEAD_IN, runs_of(words), keep=True)


def compose_question(page: ItemPage, line: Line, answer: Line | None) -> bool:
    """Add a question; True where the style put ``answer``, the line after it, with it."""
    settings = page.style.questions
    # One that follows a published question is asked within it, and has no number of its own.
    within = line.supplementary and not line.number and page.published
    page.questions += not within
    page.published = within or bool(line.number)
    page.answered = False
    page.asker, page.addressee = line.speaker, line.addressee
    text = _question_words(page, line)
    page.question_number = line.number or ("" if within else str(page.questions))
    label = _label(settings.label, page.question_number)
    if (line.number or public_speaker(line.speaker)) and not line.supplementary:
        _question_heading(page, line)
    together = settings.layout == "one paragraph" and answer is not None and not line.depth
    if together and answer is not None:
        asked = _as(Role.QUESTION, runs_of(ended(text)))
        said = _as(Role.ANSWER, runs_of(_answer_words(page, answer)))
        runs: Runs = (*asked, Run(" "), *said)
        page.paragraph(Role.TEXT, runs, line=line.id, label=label)
        page.answered = True
        return True
    page.paragraph(
        Role.QUESTION,
        runs_of(text),
        line=line.id,
        level=line.depth,
        label=label,
        keep=answer is not None,
    )
    return False


def _question_heading(page: ItemPage, line: Line) -> None:
    """Add the heading that the style puts over a question of the public's or a published one."""
    asker, address = public_speaker(line.speaker) or (page.names.speaker(line.speaker), "")
    heading = fill(
        page.style.questions.heading,
        number=line.number,
        asker=asker,
        address=address,
        addressee=page.names.speaker(line.addressee),
        post=_post(page, line.addressee),
    )
    if heading:
        page.subheading(heading, line.id)


def _verb(page: ItemPage) -> str:
    """Return the style's next verb of asking; they take turns within an item."""
    verbs = page.style.questions.verbs
    page.askings += 1
    return verbs[(page.askings - 1) % len(verbs)]


def compose_answer(page: ItemPage, line: Line, *, first: bool) -> None:
    """Add an answer, or with ``first`` false its next paragraph."""
    page.answered = True
    label = _label(page.style.questions.answer_label, page.question_number) if first else ""
    text = _answer_words(page, line, first=first)
    page.paragraph(Role.ANSWER, runs_of(text), line=line.id, level=line.depth, label=label)


def _as(role: Role, runs: Runs) -> Runs:
    """Return runs that keep their own role in a paragraph of another role."""
    return tuple(replace(run, role=role) for run in runs)


def _label(wording: str, number: str) -> str:
    return fill(wording, n=number) if number else ""


def _question_words(page: ItemPage, line: Line) -> str:
    text = _asked(page, line)
    if not line.number:
        return text
    return fill(page.style.questions.published, number=line.number, text=text)


def _asked(page: ItemPage, line: Line) -> str:
    settings = page.style.questions
    text = page.names.expand(line.text)
    reported = page.style.questions.form == "reported"
    if not reported and (subject := _subject(page, line)):
        return f"{subject} {text}"
    asker = _asker(page, line)
    if settings.form == "reported":
        return _reported(page, line, asker or settings.reported_by, text)
    addressee = page.names.speaker(line.addressee)
    post = _post(page, line.speaker)
    if not asker:
        return fill(settings.supplementary, text=text) if line.supplementary else text
    wording = settings.public_asked if public_speaker(line.speaker) else settings.asked
    if line.supplementary:
        wording = settings.supplementary_asked
    verb = _verb(page) if "verb" in fields_in(wording) else ""
    return fill(wording, asker=asker, verb=verb, addressee=addressee, post=post, text=text)


def _post(page: ItemPage, speaker: str) -> str:
    """The post of whoever speaks, for styles that print it with the name."""
    person = page.names.person(speaker) if speaker else None
    return person.post if person else ""


def _subject(page: ItemPage, line: Line) -> str:
    """Who spoke, where they are the subject of the words: a small letter follows their code."""
    if not line.speaker or not line.text[:1].islower():
        return ""
    person = page.names.person(line.speaker)
    said = page.names.called(person) if person else page.names.speaker(line.speaker)
    return upper_first(said)


def _asker(page: ItemPage, line: Line) -> str:
    """Return who asked, where the style prints that; a published question always names them."""
    settings = page.style.questions
    public = public_speaker(line.speaker)
    if public:
        name, address = public
        if settings.public_asker == "name and address" and address:
            return f"{name}, {address}"
        return "" if settings.public_asker == "not printed" else name
    if settings.speakers == "not printed" and not line.number:
        return ""
    return upper_first(page.names.speaker(line.speaker))


def _reported(page: ItemPage, line: Line, asker: str, text: str) -> str:
    settings = page.style.questions
    addressee, post = page.names.speaker(line.addressee), _post(page, line.speaker)
    direct = text.endswith("?")
    if not direct and _ASKS.match(text):
        return closed(f"{asker} {text}", ".")
    wording = settings.reported_direct if direct else settings.reported
    if direct and line.supplementary:
        wording = settings.supplementary_asked
    return fill(
        wording,
        asker=asker,
        verb=_verb(page) if "verb" in fields_in(wording) else "",
        addressee=addressee,
        post=post,
        text=text,
        question=text if direct else closed(lower_start(text), "."),
    )


def _answer_words(page: ItemPage, line: Line, *, first: bool = True) -> str:
    settings = page.style.questions
    text = page.names.expand(ended(without_done(line.text)) if line.promise else line.text)
    if subject := _subject(page, line):
        return f"{subject} {text}"
    speaker = line.speaker or (page.addressee if first else "")
    if speaker and settings.speakers == "printed":
        said = upper_first(page.names.speaker(speaker))
        return fill(settings.answered, speaker=said, post=_post(page, speaker), text=text)
    return text
