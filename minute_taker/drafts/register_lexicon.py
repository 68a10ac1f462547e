"""The words of the register, as proofing knows them."""

from __future__ import annotations

from collections.abc import Mapping

from minute_taker.drafts.register import Contents
from minute_taker.minutes.model import Meeting
from minute_taker.proofing.lexicon import HouseWords, Lexicon, lexicon_for


def meeting_lexicon(
    meeting: Meeting,
    house: HouseWords,
    contents: Contents | None,
    earlier: Mapping[str, int] | None = None,
) -> Lexicon:
    """Return the lexicon of a meeting with the register's people, bodies and our words.

    ``earlier`` counts the words of earlier minutes.
    """
    if contents is None:
        return lexicon_for(meeting, house, earlier=earlier)
    names = [f"{person.name} {person.post} {person.organisation}" for person in contents.people]
    names += [f"{each.name} {each.council} {each.venue}" for each in contents.committees]
    return lexicon_for(
        meeting,
        house,
        words=[word.word for word in contents.words],
        names=names,
        expansions=[(term.acronym, term.words) for term in contents.glossary],
        earlier=earlier,
    )
