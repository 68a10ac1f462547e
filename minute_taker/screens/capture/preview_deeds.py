"""The preview beside the transcript, or in its place where there is no room for both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.events import Resize
from textual.message import Message

from minute_taker.capture.session import Result
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens.capture.agenda_deeds import AgendaDeeds
from minute_taker.screens.capture.told import Said
from minute_taker.screens.reading.transcript import Transcript

if TYPE_CHECKING:
    from minute_taker.screens.reading.preview import Preview
    from minute_taker.screens.reading.preview_rows import PageRow

#: Lines that come fast are composed once, this long after the first of them, in seconds.
_GATHER = 0.25
#: From this width on, transcript and preview stand side by side.
_SIDE_BY_SIDE = 150


class PreviewReady(Message):
    """The page is composed; posted by the thread that did it."""

    def __init__(self, rows: Sequence[PageRow]) -> None:
        super().__init__()
        self.rows = rows


class PreviewDeeds(AgendaDeeds):
    """Shows the preview, and keeps it in step with the meeting."""

    _preview: Preview | None = None
    _touched: int | None = None
    _due = False

    async def action_preview(self) -> None:
        """Show the minutes as they will be printed, or the transcript again."""
        if not self.key_bar.doubtful:
            self.say("")
        if self._preview is not None:
            preview, self._preview = self._preview, None
            await preview.remove()
            self._fold()
            return
        from minute_taker.screens.reading.preview import Preview

        self._preview = Preview()
        await self.query_one("#both").mount(self._preview)
        self._fold()
        self.call_after_refresh(self._compose_soon)

    def _fold(self) -> None:
        super()._fold()
        shown = self._preview is not None
        side = shown and self.app.size.width >= _SIDE_BY_SIDE
        self.transcript.display = side or not shown

    def _show_result(self, result: Result, *, force: bool) -> None:
        super()._show_result(result, force=force)
        if result.lines:
            self._touched = result.lines[-1]
        self._compose_soon()

    @on(Transcript.Chosen)
    def _follow_chosen(self) -> None:
        if self._preview is not None:
            self._preview.go_to(self._under_work())

    @on(Resize)
    def _follow_width(self) -> None:
        self._compose_soon()

    def _under_work(self) -> int | None:
        if self._editing is not None:
            return self._editing
        if self.transcript.chosen is not None:
            return self.transcript.chosen
        if self._touched is not None and self.draft.meeting.line(self._touched) is not None:
            return self._touched
        last = self._last_line()
        return last.id if last is not None else None

    def _compose_soon(self) -> None:
        if self._preview is not None and not self._due:
            self._due = True
            self.set_timer(_GATHER, self._compose_now)

    def _compose_now(self) -> None:
        self._due = False
        if self._preview is not None:
            deed = partial(self._composed, self.draft.meeting, self._preview.page_width)
            self.run_worker(deed, thread=True, group="preview", exclusive=True)

    def _composed(self, meeting: Meeting, width: int) -> None:
        from minute_taker.composing.compose import compose
        from minute_taker.composing.style import load_style
        from minute_taker.screens.reading.preview_rows import page_rows, page_without_lines

        try:
            style = load_style(meeting.style) if meeting.style else load_style()
        except Refused as why:
            self.post_message(Said(str(why), wrong=True))
            return
        # The full copy: the clerk sees what is exempt as well.
        document = compose(meeting, style, public=False)
        rows = page_rows if meeting.line_count() else page_without_lines
        self.post_message(PreviewReady(rows(document, width)))

    def on_preview_ready(self, message: PreviewReady) -> None:
        if self._preview is not None:
            self._preview.show(message.rows, self._under_work())
