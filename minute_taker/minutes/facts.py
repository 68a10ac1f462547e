"""What a line says besides its words: the data of presence, motions, decisions and actions.

A line keeps the clerk's words in ``Line.text``; where those words have a form that the
capture language knows (``~ out Chamdal 7.42 pm``), the same content stands in ``Line.fact``
as one of the records below. Whoever composes or counts reads the fact; whoever prints the
line back reads the text. People are held as the clerk wrote them (name, surname or
``@code``), several of them as a list; :func:`minute_taker.minutes.people.find_people` says
who is meant.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct


class Fact(Struct, frozen=True, tag_field="fact", omit_defaults=True):
    """Base of the records that a line can carry."""


class Movement(Fact, frozen=True, tag="movement"):
    """Somebody came in, went out, or arrived late (``~ in``, ``~ out``, ``~ late``).

    ``more`` is what the clerk typed after it, "to robe" or "owing to the traffic".
    """

    verb: Literal["in", "out", "late"]
    who: str
    time: dt.time | None = None
    more: str = ""


class ApologiesFrom(Fact, frozen=True, tag="apologies"):
    """Apologies given in the meeting (``~ apologies NAME (ROLE)``, ``(substitute NAME)``)."""

    who: str
    role: str = ""
    substitute: str = ""


class TakesChair(Fact, frozen=True, tag="chair"):
    """Somebody else takes the chair (``~ chair NAME [TIME]``)."""

    who: str
    time: dt.time | None = None


class Attending(Fact, frozen=True, tag="attending"):
    """Somebody who is no member attends (``~ attending NAME (BODY)``).

    Where several attend, each for a body of their own, ``who`` has the bodies in its brackets.
    """

    who: str
    body: str = ""


Conduct = Literal["", "left", "left, no vote", "stayed", "stayed, voted", "stayed, no vote"]


class Interest(Fact, frozen=True, tag="interest"):
    """A declaration of interest (``~ interest NAME ITEM: REASON (left)``).

    ``item`` is the agenda number as typed, or ``minute 64/25``; ``nature`` is in the words of
    the code of conduct ("disclosable pecuniary", "personal and prejudicial"), empty where the
    clerk did not say; ``conduct`` is what the member did at that item. ``stayed`` alone leaves
    open whether they voted.
    """

    who: str
    item: str = ""
    reason: str = ""
    nature: str = ""
    conduct: Conduct = ""


class Adjourned(Fact, frozen=True, tag="adjourned"):
    """The meeting stops (``~ adjourned [TIME] [for REASON | to DATE [at TIME]]``).

    ``more`` is what else the clerk typed after it: "to allow Members to read the paper",
    "until the next meeting".
    """

    time: dt.time | None = None
    reason: str = ""
    until: dt.date | None = None
    until_time: dt.time | None = None
    more: str = ""


class Resumed(Fact, frozen=True, tag="resumed"):
    """The meeting goes on (``~ resumed [DATE] [TIME]``); ``date`` where it is another day."""

    time: dt.time | None = None
    date: dt.date | None = None
    more: str = ""


class ItemDeferred(Fact, frozen=True, tag="item deferred"):
    """The item is put off (``~ deferred [to DATE]``); ``more`` is "to the next meeting"."""

    until: dt.date | None = None
    more: str = ""


class Exclusion(Fact, frozen=True, tag="exclude"):
    """The motion to exclude the public (``~ exclude``), from the Part II items."""


class Readmitted(Fact, frozen=True, tag="readmit"):
    """The public comes back after an exclusion (``~ readmit [TIME]``)."""

    time: dt.time | None = None


class ReadFor(Fact, frozen=True, tag="read"):
    """The question was read out for somebody absent (``~ read NAME``)."""

    who: str


class InWriting(Fact, frozen=True, tag="writing"):
    """The answer is to follow in writing (``~ writing [NAME] [(by when)] [done]``).

    ``who`` is to write it, where that is not whoever was asked; ``due`` and ``done`` are as an
    action's.
    """

    who: str = ""
    due: str = ""
    done: bool = False


class Moved(Fact, frozen=True, tag="moved"):
    """A motion or an amendment (``% [amend] MOVER / SECONDER: TEXT``).

    ``% : TEXT`` is moved by somebody who is not named: both names are empty.
    """

    mover: str
    seconder: str = ""
    text: str = ""
    amendment: bool = False


class Nominated(Fact, frozen=True, tag="nominated"):
    """Somebody put forward (``% nominate NAME [as POST] by MOVER / SECONDER``)."""

    who: str
    mover: str = ""
    seconder: str = ""
    post: str = ""


class Outcome(Fact, frozen=True, tag="outcome"):
    """What became of the motion (``% carried 7-5-1``); ``votes`` is for, against, abstained.

    ``fell`` is said of what was never put to the vote. ``how`` is what the chair announced of it
    without figures ("unanimously", "on a show of hands"), ``amended`` that the motion was put as
    amended. ``casting`` says that the votes
    were equal and whoever presided gave a second, casting vote (``% carried 5-5-0 casting
    vote``), which is in no total. ``each`` are the votes for each of those nominated, or for
    each of the motions that were put against one another, by its mover (``% carried Winter 2,
    Penrow 1``), as typed. ``elected`` are those who were elected, where the clerk says it
    (``% elected Winter [as POST]``), and ``post`` to what.
    """

    result: Literal["carried", "lost", "fell", "withdrawn"]
    votes: tuple[int, ...] = ()
    casting: bool = False
    how: str = ""
    each: tuple[tuple[str, int], ...] = ()
    elected: str = ""
    post: str = ""
    amended: bool = False


class NamedVote(Fact, frozen=True, tag="named vote"):
    """Who voted which way (``% for A, B``); nobody (``% against none``) is an empty ``names``."""

    side: Literal["for", "against", "abstained"]
    names: tuple[str, ...]


class Correction(Struct, frozen=True, omit_defaults=True):
    """A correction to earlier minutes: the place, the words, and who moved it.

    ``page 2, “form” to read “from” (Crane)``; the place and the mover may be empty.
    """

    words: str
    place: str = ""
    mover: str = ""


class MinutesApproved(Fact, frozen=True, tag="minutes approved"):
    """``! minutes [DATE[, DATE]] [subject to WORDS]``: earlier minutes are approved.

    Without ``dates`` those of the ``previous`` meeting, or where that is false of a day that is
    still a gap. ``subject_to`` is what is printed after "subject to", and ``corrections`` the
    same as data where it names places or movers.
    """

    dates: tuple[dt.date, ...]
    subject_to: str = ""
    previous: bool = False
    corrections: tuple[Correction, ...] = ()


class Noted(Fact, frozen=True, tag="noted"):
    """``! noted``: the report is noted."""


class DecisionDeferred(Fact, frozen=True, tag="decision deferred"):
    """``! deferred to DATE``; ``more`` is "to the next meeting", "for a site visit"."""

    until: dt.date | None = None
    more: str = ""


class Agreed(Fact, frozen=True, tag="agreed"):
    """``! agreed: TEXT``: a decision printed as a sentence, without RESOLVED."""

    text: str


class Instead(Fact, frozen=True, tag="instead"):
    """``~ instead: TEXT``, ``! instead: TEXT``: words in the place of the program's own.

    Under an item that opens the meeting they stand for the composed sentence; a resolution
    straight after a vote is what was voted on, whatever the words of the motion.
    """

    text: str


class Action(Fact, frozen=True, tag="action"):
    """Something that somebody is to do (``+ who: what (by when)``, or a promise ``>+``).

    ``due`` is kept in the clerk's words ("1 March 2020", "the next meeting"); ``done`` is
    told by ``[done]`` after all else.
    """

    owner: str = ""
    what: str = ""
    due: str = ""
    done: bool = False


class Row(Fact, frozen=True, tag="row"):
    """The cells of one row of a table (``| Member | Reserve``)."""

    cells: tuple[str, ...]


AnyFact = (
    Movement
    | ApologiesFrom
    | TakesChair
    | Attending
    | Interest
    | Adjourned
    | Resumed
    | ItemDeferred
    | Exclusion
    | Readmitted
    | ReadFor
    | InWriting
    | Moved
    | Nominated
    | Outcome
    | NamedVote
    | MinutesApproved
    | Noted
    | DecisionDeferred
    | Agreed
    | Instead
    | Action
    | Row
)
