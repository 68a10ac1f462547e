"""A field for a date, written as people write dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from textual.message import Message

from minute_taker.minutes.spoken_dates import long_date, read_date
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import format_date, parse_date
from minute_taker.screens.parts.field import Field

_EXAMPLES = "18/2/20, 18 February, today, next Tuesday"


def dated(typed: str, today: dt.date) -> str:
    """Return a date in full; nothing and a gap as they are. Raises ValueError for no date."""
    if typed.strip() in ("", GAP):
        return typed
    return format_date(read_date(typed, today))


class DateField(Field):
    """A field that writes a date out, with its weekday, once it is left."""

    class Wrong(Message):
        """What stands in the field is no date; ``why`` is a sentence, empty where all is well."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, value: str = "", *, id: str, today: Callable[[], dt.date]) -> None:
        super().__init__(value, id=id, placeholder=_EXAMPLES)
        self._today = today

    def on_blur(self) -> None:
        if self.value.strip() in ("", GAP):
            return
        try:
            day = read_date(self.value, self._today())
        except ValueError as why:
            self.post_message(self.Wrong(str(why)))
            return
        self.post_message(self.Wrong(""))
        if not _is_full(self.value):
            self.value = long_date(day)


def _is_full(typed: str) -> bool:
    try:
        return bool(parse_date(typed))
    except ValueError:
        return False
