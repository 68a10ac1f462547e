"""The slips of the open draft: looked for beside the typing, and marked under their lines."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.unexpected_errors import kind_and_place
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.capture.typing_pause import TypingPause
from minute_taker.screens.reading.rows import LineNote

if TYPE_CHECKING:
    from minute_taker.drafts.register import Contents
    from minute_taker.minutes.checking.findings import Finding
    from minute_taker.proofing import HouseWords, Lexicon, Proofreader
    from minute_taker.screens.capture.context import CaptureContext

#: How long after the screen is there, and after a change, the draft is read, in seconds: by then
#: what was typed is on the screen.
_FIRST, _AFTER = 0.8, 0.1
#: After so much work the thread that draws may have the processor, for so long, in seconds.
_WORK, _BREATH = 0.001, 0.001
#: How long there must be no key before the draft is read, in seconds: typing comes first.
_QUIET = 0.25
#: So many slips are told under a line; all of them stand in the list of findings.
_TOLD = 3
#: Longer words than this are not said again in a mark.
_LONGEST = 32


class _Stopped(Exception):
    """The screen has gone; nobody waits for the slips any more."""


class _Marks(Struct):
    """The slips of the lines, and what is said under each, by the lines' ids."""

    slips: dict[int, tuple[Any, ...]] = {}
    notes: dict[int, LineNote] = {}


class SlipMarks:
    """Has the draft read whenever it changes, on a thread, and marks what is found.

    ``keys`` counts what is typed, and ``later`` calls a function after so many seconds. The words
    of the register, of the house style and of earlier minutes are read with the first reading.
    """

    def __init__(
        self,
        at: CaptureContext,
        *,
        keys: Callable[[], int],
        later: Callable[[float, Callable[[], object]], object],
    ) -> None:
        self._at = at
        self._pause = TypingPause(keys)
        self._later = later
        #: Held by whichever thread reads.
        self._reading = threading.Lock()
        self._reader: Proofreader | None = None
        self._contents: Contents | None = None
        self._earlier: Mapping[str, int] | None = None
        self._house: tuple[str, HouseWords] | None = None
        self._stopped = False
        self._rested = 0.0
        # What the screen's own thread alone knows.
        self._marks = _Marks()
        self._due = self._running = self._again = False
        self._read: Meeting | None = None

    # Asked by the screen.

    def begin(self) -> None:
        """Have the draft read for the first time, once it is on the screen."""
        self._ask(_FIRST)

    def meeting_changed(self) -> None:
        """Have the draft read anew."""
        if self._read is not None:
            self._ask(_AFTER)

    def stop(self) -> None:
        """Read no further."""
        self._stopped = True

    @property
    def busy(self) -> bool:
        """Whether the draft is being read."""
        return self._running

    @property
    def done(self) -> bool:
        """Whether all that was typed has been read."""
        waiting = self._due or self._running
        return self._read is self._at.draft.meeting and not waiting

    def of_line(self, line_id: int) -> tuple[Finding, ...]:
        """Return the slips that are marked under a line."""
        return self._marks.slips.get(line_id, ())

    def _ask(self, after: float) -> None:
        if self._running:
            self._again = True
        elif not self._due:
            self._due = True
            self._later(after, self._start)

    def _start(self) -> None:
        self._due, self._running, self._again = False, True, False
        meeting = self._at.draft.meeting
        job, then = partial(self._read_beside, meeting), partial(self._show, meeting)
        self._at.work(job, then, group="slips")

    def _show(self, meeting: Meeting, marks: _Marks | str) -> None:
        self._running = False
        if isinstance(marks, str):
            if marks:
                self._at.say(f"Words are not proofed: {marks}", severity=Severity.ERROR)
            return
        self._read = meeting
        self._marks = marks
        self._at.transcript.annotate("slips", marks.notes)
        if self._again or meeting is not self._at.draft.meeting:
            self._ask(_AFTER)

    # On a thread.

    def _read_beside(self, meeting: Meeting) -> _Marks | str:
        """Return the marks, or what went wrong; nothing is said of it once the screen has gone."""
        try:
            return _marks(meeting, self.slips_of(meeting), self._marks, self._rest)
        except _Stopped:
            return ""
        except Exception as error:
            # Whatever a rule makes of some words, the typing goes on.
            return kind_and_place(error)

    def slips_of(self, meeting: Meeting) -> tuple[Finding, ...]:
        """Return the slips of a meeting; not to be asked on the thread that draws."""
        # Its rules take long to load, and words are proofed once the screen is there.
        from minute_taker.proofing import Proofreader

        with self._reading:
            if self._reader is None:
                self._reader = Proofreader(self._rest)
            return self._reader.findings(meeting, self._lexicon(meeting))

    def keep_word(self, word: str) -> None:
        """Keep a word as one of ours, in the register. Raises Refused where it can't be kept."""
        from minute_taker.drafts.register import Register

        register = Register(self._at.folder.root)
        register.add_word(word)
        self._contents = register.contents
        self._ask(_AFTER)

    def _lexicon(self, meeting: Meeting) -> Lexicon:
        from minute_taker.drafts.earlier_minutes import words_of_earlier_minutes
        from minute_taker.drafts.register_lexicon import meeting_lexicon

        if self._contents is None:
            self._contents = _contents_of(self._at)
        if self._earlier is None:
            drafts, own = self._at.folder.drafts, self._at.draft.path
            self._earlier = words_of_earlier_minutes(drafts, own, self._rest)
        if self._house is None or self._house[0] != meeting.style:
            self._house = (meeting.style, _house_words(meeting))
        return meeting_lexicon(meeting, self._house[1], self._contents, self._earlier)

    def _rest(self) -> None:
        """Let the thread that draws have the processor, when there was enough of work."""
        if not self._pause.wait(_QUIET, lambda: self._stopped):
            raise _Stopped
        if time.monotonic() - self._rested > _WORK:
            time.sleep(_BREATH)
            self._rested = time.monotonic()


def _contents_of(at: CaptureContext) -> Contents:
    """What the register holds; nothing where it cannot be read, which is said elsewhere."""
    from minute_taker.drafts.register import Contents, Register

    try:
        return Register(at.folder.root).contents
    except (Refused, OSError):
        return Contents()


def _house_words(meeting: Meeting) -> HouseWords:
    """The words of the meeting's style, or of the usual one where that can't be read."""
    from minute_taker.composing.style import load_style, style_for
    from minute_taker.proofing import house_words_of

    try:
        return house_words_of(style_for(meeting))
    except Refused:
        return house_words_of(load_style())


# What stands under a line.


def _marks(
    meeting: Meeting, slips: Iterable[Finding], before: _Marks, pause: Callable[[], object]
) -> _Marks:
    """Return the slips by their lines, with their marks: those that stay are the same objects."""
    depths = {line.id: line.depth for _, line in meeting.lines()}
    marks = _Marks()
    of_lines = (slip for slip in slips if slip.line is not None)
    for line_id, found in groupby(of_lines, key=lambda slip: slip.line):
        assert line_id is not None
        here, depth = tuple(found), depths.get(line_id, 0)
        known = before.notes.get(line_id)
        if known is None or known.depth != depth or before.slips[line_id] != here:
            known = _note(line_id, here, depth)
        marks.slips[line_id], marks.notes[line_id] = here, known
        pause()
    return marks


def _note(line_id: int, slips: tuple[Finding, ...], depth: int) -> LineNote:
    told = [f"^ {in_short(slip)}" for slip in slips[:_TOLD]]
    if len(slips) > _TOLD:
        told.append(f"and {len(slips) - _TOLD} more")
    places = tuple(slip.place for slip in slips if slip.place is not None)
    return LineNote(line_id, "  ".join(told), places, depth=depth)


def in_short(slip: Finding) -> str:
    """Return what is wrong in a word, and what is meant: ``spelling: lcoal → local``."""
    found = slip.found.strip()
    if not slip.suggestions or not found or len(found) > _LONGEST:
        # Its neighbours, the rules of the check, are not needed before there is a slip.
        from minute_taker.minutes.checking.findings import shortened

        return shortened(slip.words)
    return f"{slip.rule.replace('-', ' ')}: {found} → {slip.suggestions[0].strip() or 'nothing'}"
