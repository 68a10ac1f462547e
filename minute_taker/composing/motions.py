"""Motions and amendments, what became of them, and how a vote leads in to RESOLVED."""

from __future__ import annotations

from collections.abc import Sequence

from minute_taker.composing.blocks import Role, runs_of
from minute_taker.composing.page import ItemPage
from minute_taker.composing.punctuation import closed, plainly_opened
from minute_taker.composing.sentences import listed, lower_start, upper_first
from minute_taker.composing.settings.procedure import MotionSettings
from minute_taker.composing.wording import fields_in, fill
from minute_taker.minutes.chair import in_the_chair
from minute_taker.minutes.counting import number_word
from minute_taker.minutes.elections import Election, elections, most_votes
from minute_taker.minutes.facts import Moved, NamedVote, Nominated, Outcome
from minute_taker.minutes.model import Line


def compose_motion(page: ItemPage, line: Line, *, leads_in: bool) -> None:
    """Add a motion or its outcome; ``leads_in`` says that a RESOLVED follows at once."""
    fact = line.fact
    election = elections(page.item).get(line.id)
    # A vote of such a form says what came of it, and not yet that something was resolved.
    bare_vote = isinstance(fact, NamedVote)
    if isinstance(fact, Moved):
        said = _moved(page, fact, leads_in)
    elif isinstance(fact, Nominated):
        said = _nominated(page, fact)
    elif isinstance(fact, Outcome) and election is not None:
        said, bare_vote = _election(page, line, fact, election), True
    elif isinstance(fact, Outcome) and fact.each:
        said, bare_vote = _against_one_another(page, fact), True
    elif isinstance(fact, Outcome):
        said = _outcome(page, line, fact, leads_in)
    elif isinstance(fact, NamedVote):
        said = _named(page, fact)
    else:
        said = page.names.expand(line.text)
    _add(page, line, said, leads_in=leads_in, bare_vote=bare_vote)


def compose_named_votes(page: ItemPage, lines: Sequence[Line], *, leads_in: bool) -> None:
    """Add those who voted each way in one sentence."""
    said = {line.fact.side: _named(page, line.fact) for line in lines
            if isinstance(line.fact, NamedVote)}  # fmt: skip
    sentence = fill(page.style.motions.named, **said).lstrip(" ,;")
    _add(page, lines[0], sentence, leads_in=leads_in, bare_vote=True)


def _add(page: ItemPage, line: Line, said: str, *, leads_in: bool, bare_vote: bool) -> None:
    keep = leads_in and not bare_vote
    runs = runs_of(upper_first(said))
    page.paragraph(Role.MOTION, runs, line=line.id, level=line.depth, keep=keep)
    if leads_in and bare_vote and page.style.motions.names_and:
        lead = runs_of(page.style.motions.names_and)
        page.paragraph(Role.MOTION, lead, level=line.depth, keep=True, goes_on=True)


def _moved(page: ItemPage, fact: Moved, leads_in: bool) -> str:
    settings = page.style.motions
    if fact.amendment:
        page.motion_before = (
            page.motion_before if page.motion == settings.amendment else page.motion
        )
    page.motion = settings.amendment if fact.amendment else settings.motion
    mover = page.names.who(fact.mover) if fact.mover else ""
    seconder = page.names.who(fact.seconder) if fact.seconder else ""
    text = plainly_opened(page.names.expand(fact.text))
    subject = settings.moved_amendment if fact.amendment else settings.moved_motion
    if not text:
        wording = settings.moved_bare_and if leads_in else settings.moved_bare
        return fill(wording, subject=page.motion, mover=mover, seconder=seconder)
    opens_that = text.split(" ", 1)[0].lower() == "that"
    unnamed = not (mover or seconder)
    that = settings.that if seconder else settings.that_unseconded
    worded = fill(
        that if opens_that else settings.otherwise,
        text=closed(lower_start(text) if opens_that else text, "."),
    )
    if unnamed:
        return fill(settings.moved_unnamed, subject=subject, text=worded)
    return fill(settings.moved, subject=subject, mover=mover, seconder=seconder, text=worded)


def _nominated(page: ItemPage, fact: Nominated) -> str:
    settings, names = page.style.motions, page.names
    page.motion = settings.nomination
    return fill(
        settings.nominated,
        who=names.who(fact.who),
        **names.spoken_of(fact.who),
        post=names.expand(fact.post),
        mover=names.who(fact.mover) if fact.mover else "",
        seconder=names.who(fact.seconder) if fact.seconder else "",
    )


def _election(page: ItemPage, line: Line, fact: Outcome, election: Election) -> str:
    """The votes for each of those nominated, or what became of one, and who was elected."""
    settings, names = page.style.motions, page.names
    said = []
    if fact.each:
        said.append(_votes_for_each(page, fact, [names.who(name) for name, _ in fact.each]))
    elif not fact.elected:
        said.append(_outcome(page, line, fact, leads_in=False))
    if election.who:
        # Of a nomination that was put to the vote it has been said how.
        told = fact if fact.elected else Outcome("carried")
        said.append(
            fill(
                settings.elected,
                who=names.who(election.who),
                **names.spoken_of(election.who),
                was="were" if len(names.people(election.who)) > 1 else "was",
                post=names.expand(election.post),
                how=told.how,
                votes=_votes(settings, told.votes),
                casting=_casting(page, line) if told.casting else "",
            )
        )
    return " ".join(upper_first(sentence) for sentence in said)


def _against_one_another(page: ItemPage, fact: Outcome) -> str:
    """The votes for each of several motions, and which was carried by them."""
    settings = page.style.motions
    said = _votes_for_each(page, fact, [_motion_of(page, name) for name, _ in fact.each])
    won = most_votes(fact)
    page.motion = settings.motion
    return (
        f"{said} {upper_first(fill(settings.chosen, motion=_motion_of(page, won)))}"
        if won
        else said
    )


def _motion_of(page: ItemPage, name: str) -> str:
    """Return what a motion is called: by its mover, or as typed where nobody is named."""
    movers = [line.fact.mover for line in page.item.lines if isinstance(line.fact, Moved)]
    if page.names.person(name) is None and name not in movers:
        return page.names.expand(name)
    return fill(page.style.motions.motion_of, mover=page.names.who(name))


def _votes_for_each(page: ItemPage, fact: Outcome, called: Sequence[str]) -> str:
    settings = page.style.motions
    each = [
        fill(
            settings.vote_for_each,
            who=who,
            count=_number(settings, count),
            votes=f"{_number(settings, count)} {'vote' if count == 1 else 'votes'}",
        )
        for who, (_, count) in zip(called, fact.each, strict=True)
    ]
    return fill(settings.votes_each, votes=listed(each))


def _outcome(page: ItemPage, line: Line, fact: Outcome, leads_in: bool) -> str:
    settings = page.style.motions
    wordings = {
        "carried": settings.carried_and if leads_in else settings.carried,
        "lost": settings.lost,
        "fell": settings.fell,
        "withdrawn": settings.withdrawn,
    }
    motion = settings.amended if fact.amended else page.motion or settings.motion
    if motion == settings.amendment:
        page.motion = settings.amended if fact.result == "carried" else page.motion_before
    casting = _casting(page, line) if fact.casting else ""
    votes = _votes(settings, fact.votes)
    wording, how = wordings[fact.result], page.names.expand(fact.how)
    if "how" not in fields_in(wording):
        how, casting = "", " ".join(filter(None, (how, casting)))
    return fill(wording, motion=motion, how=how, votes=votes, casting=casting)


def _casting(page: ItemPage, line: Line) -> str:
    """Return whose casting vote it was: the person in the chair at that line."""
    settings, presiding = page.style.motions, in_the_chair(page.context.meeting, line.id)
    if not presiding.instead:
        return fill(settings.casting, chair=page.names.chair)
    who, spoken = page.names.who(presiding.words), page.names.spoken_of(presiding.words)
    return fill(settings.casting_instead, who=who, **spoken)


def _votes(settings: MotionSettings, votes: tuple[int, ...]) -> str:
    sides = (
        ("for", "votes_for", "vote"),
        ("against", "votes_against", "vote"),
        ("abstained", "abstentions", "abstention"),
    )
    counts = {}
    for (side, phrase, noun), count in zip(sides, votes, strict=False):
        if count or settings.zeros == "printed":
            counts[side] = _number(settings, count)
            counts[phrase] = f"{counts[side]} {noun}" if count == 1 else f"{counts[side]} {noun}s"
    return fill(settings.votes, **counts).lstrip(" ,;") if counts else ""


def _number(settings: MotionSettings, number: int) -> str:
    """Return a number as the style writes it: in figures or in words."""
    return number_word(number) if settings.numbers == "words" else str(number)


def _named(page: ItemPage, fact: NamedVote) -> str:
    settings = page.style.motions
    wordings = {
        "for": settings.voted_for,
        "against": settings.voted_against,
        "abstained": settings.abstained,
    }
    people = [pair for name in fact.names for pair in page.names.people(name)]
    count = _number(settings, len(people))
    who = page.names.all_of(fact.names) or settings.nobody
    spoken = page.names.pronouns(people[0][1] if len(people) == 1 else None)
    return fill(wordings[fact.side], who=who, count=count, **spoken)
