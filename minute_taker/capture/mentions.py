"""Whether something has been said in the meeting before: asked at each key, looked up once."""

from __future__ import annotations

from minute_taker.minutes.model import Meeting


class Mentions:
    """Remembers, for one state of a meeting, which words stand in it.

    The meeting is gone through once for each new question after a change, never once a key.
    """

    def __init__(self) -> None:
        self._meeting: Meeting | None = None
        self._known: dict[str, bool] = {}

    def has(self, meeting: Meeting, words: str) -> bool:
        """Whether a line or a title of the meeting holds ``words``, letter for letter."""
        if meeting is not self._meeting:
            self._meeting = meeting
            self._known.clear()
        if words not in self._known:
            self._known[words] = any(
                words in item.title or any(words in line.text for line in item.lines)
                for item in meeting.items
            )
        return self._known[words]
