"""One answer to each key: what to offer for the text before the cursor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from minute_taker.capture.completion import offer_code, offer_name
from minute_taker.capture.mentions import Mentions
from minute_taker.capture.offers import Offer
from minute_taker.capture.procedure_offers import is_procedure, offer_time
from minute_taker.capture.shorthand import Glossary, Shorthands
from minute_taker.minutes.model import Kind, Meeting


class TypingAid:
    """Offers codes, shorthand, glossary terms and names, in that order.

    ``shorthand`` and ``glossary`` are pairs of what is typed and what it stands for, as the
    register keeps them. The work for a key does not grow with the meeting.
    """

    def __init__(
        self,
        shorthand: Iterable[tuple[str, str]] = (),
        glossary: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._shorthands = Shorthands(shorthand)
        self._glossary = Glossary(glossary)
        self._mentions = Mentions()

    def offer(
        self,
        before: str,
        meeting: Meeting,
        kind: Kind | None = Kind.TEXT,
        now: dt.datetime | None = None,
    ) -> Offer | None:
        """What to offer after ``before``, the text of a line from its beginning to the cursor.

        ``kind`` is the line's, None of a heading; ``now`` the local time, None while the
        meeting is not under way.
        """

        def mentioned(words: str) -> bool:
            return self._mentions.has(meeting, words)

        def named(words: str) -> bool:
            return words in before[: len(before) - len(words)] or mentioned(words)

        people = meeting.attendance
        if kind is Kind.PROCEDURE and is_procedure(before):
            # A post after a name would make a sentence of what is to be data.
            return (
                offer_code(before, people)
                or offer_name(before, people, data=True)
                or offer_time(before, people, now)
            )
        return (
            offer_code(before, people)
            or self._shorthands.offer(before)
            or self._glossary.offer(before, mentioned)
            or offer_name(before, people, named)
        )
