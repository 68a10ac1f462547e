"""Motions and amendments, what became of them, and how a vote leads in to RESOLVED."""

from __future__ import annotations

from minute_taker.composing.blocks import Role, runs_of
from minute_taker.composing.page import ItemPage
from minute_taker.composing.punctuation import closed, plainly_opened
from minute_taker.composing.sentences import listed, lower_start, upper_first
from minute_taker.composing.settings.procedure import MotionSettings
from minute_taker.composing.wording import field_names, fill
from minute_taker.minutes.chair import in_the_chair
from minute_taker.minutes.facts import Moved, NamedVote, Nominated, Outcome
from minute_taker.minutes.model import Line


def compose_motion(page: ItemPage, line: Line, *, leads_in: bool) -> None:
    """Add a motion or its outcome; ``leads_in`` says that a RESOLVED follows at once."""
    fact = line.fact
    if isinstance(fact, Moved):
        said = _moved(page, fact, leads_in)
    elif isinstance(fact, Nominated):
        said = _nominated(page, fact)
    elif isinstance(fact, Outcome) and fact.each:
        said = _elected(page, fact)
    elif isinstance(fact, Outcome):
        said = _outcome(page, line, fact, leads_in)
    elif isinstance(fact, NamedVote):
        said = _named(page, fact)
    else:
        said = page.names.expand(line.text)
    runs = runs_of(upper_first(said))
    bare_vote = leads_in and isinstance(fact, NamedVote)
    keep = leads_in and not bare_vote
    page.paragraph(Role.MOTION, runs, line=line.id, level=line.depth, keep=keep)
    if bare_vote and page.style.motions.names_and:
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
        mover=names.who(fact.mover) if fact.mover else "",
        seconder=names.who(fact.seconder) if fact.seconder else "",
    )


def _elected(page: ItemPage, fact: Outcome) -> str:
    """The votes for each of those nominated, and who was elected by them."""
    settings = page.style.motions
    named = [f"{page.names.who(name)} {count}" for name, count in fact.each]
    said = fill(settings.votes_each, votes=listed(named))
    most = max(count for _, count in fact.each)
    first = [name for name, count in fact.each if count == most]
    if len(first) == 1 and not fact.casting:
        said += " " + upper_first(fill(settings.elected, who=page.names.who(first[0])))
    return said


def _outcome(page: ItemPage, line: Line, fact: Outcome, leads_in: bool) -> str:
    settings = page.style.motions
    wordings = {
        "carried": settings.carried_and if leads_in else settings.carried,
        "lost": settings.lost,
        "withdrawn": settings.withdrawn,
    }
    motion = page.motion or settings.motion
    if motion == settings.amendment:
        page.motion = settings.amended if fact.result == "carried" else page.motion_before
    casting = _casting(page, line) if fact.casting else ""
    votes = _votes(settings, fact.votes)
    wording, how = wordings[fact.result], fact.how
    if "how" not in field_names(wording):
        how, casting = "", " ".join(filter(None, (how, casting)))
    return fill(wording, motion=motion, how=how, votes=votes, casting=casting)


def _casting(page: ItemPage, line: Line) -> str:
    """Whose casting vote it was: that of whoever was in the chair by then."""
    settings, presiding = page.style.motions, in_the_chair(page.context.meeting, line.id)
    if not presiding.instead:
        return fill(settings.casting, chair=page.names.chair)
    return fill(settings.casting_instead, who=page.names.who(presiding.words))


def _votes(settings: MotionSettings, votes: tuple[int, ...]) -> str:
    names = ("for", "against", "abstained")
    counts = {name: str(count) for name, count in zip(names, votes, strict=False)}
    return fill(settings.votes, **counts) if counts else ""


def _named(page: ItemPage, fact: NamedVote) -> str:
    settings = page.style.motions
    wordings = {
        "for": settings.voted_for,
        "against": settings.voted_against,
        "abstained": settings.abstained,
    }
    return fill(wordings[fact.side], who=page.names.all_of(fact.names) or settings.nobody)
