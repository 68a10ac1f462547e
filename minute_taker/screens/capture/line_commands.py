"""What is done to a line: the one in the composer, or the one chosen in the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture.line_moves import place_beside
from minute_taker.capture.reshaping import joining
from minute_taker.capture.signs import SIGNS, sign_named
from minute_taker.minutes.errors import Refused
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.parts.focus import give_keys, has_keys
from minute_taker.screens.parts.keys import key_name

if TYPE_CHECKING:
    from minute_taker.screens.capture.context import CaptureContext

_TEXT = SIGNS[0]
#: What is said of a text that was copied is cut here, in characters.
_SHOWN_OF_COPY = 40
_CHOOSE_FIRST = "Choose a line first: {pane}, or Up from the empty composer"


def _chosen(at: CaptureContext) -> int | None:
    """Return the line being edited, or the one chosen."""
    return at.editor.editing if at.editor.editing is not None else at.transcript.chosen


def _walked_to(at: CaptureContext) -> int | None:
    """Return the line chosen in the transcript, while that has the keys."""
    return at.transcript.chosen if has_keys(at.transcript) else None


def _say_choose(at: CaptureContext) -> None:
    at.say(_CHOOSE_FIRST.format(pane=at.key("capture.pane")))


def copy(at: CaptureContext) -> None:
    """Copy the words of the line chosen, or of the paragraph that the preview marks."""
    line_id = _walked_to(at)
    line = at.draft.meeting.line(line_id) if line_id is not None else None
    marked = at.preview.marked if at.preview is not None else ""
    words = line.text if line is not None else marked
    if not words:
        # Elsewhere the key quits; here it must not.
        quits = key_name(at.composer.app, "app.quit")
        at.say(f"{_CHOOSE_FIRST.format(pane=at.key('capture.pane'))}. {quits} quits")
        return
    at.composer.app.copy_to_clipboard(words)
    shown = words if len(words) <= _SHOWN_OF_COPY else f"{words[:_SHOWN_OF_COPY].rstrip()}…"
    at.say(f"Copied: {shown}")


# Kinds.


def change_kind(at: CaptureContext, sign: str) -> None:
    """Make the line in the composer another kind, or the line chosen in the transcript."""
    named, chosen = sign_named(sign) or _TEXT, _walked_to(at)
    if chosen is not None:
        at.act(
            lambda session: session.change_kind(chosen, sign or "text"),
            said=f"Line {chosen}: {named.word}; {at.key('capture.undo')} takes it back",
        )
    elif not at.draft.read_only:
        at.composer.set_sign(named)
        give_keys(at.composer)


def text_or_action(at: CaptureContext) -> None:
    """Make it text; where it is text, an action."""
    change_kind(at, "+" if is_text(at) else "")


def is_text(at: CaptureContext) -> bool:
    """Return whether what a key of the kinds would change is text already."""
    chosen = _walked_to(at)
    line = at.draft.meeting.line(chosen) if chosen is not None else None
    kind = line.kind if line is not None else at.composer.shown_badge.sign.kind
    return kind is _TEXT.kind


# Lines.


def edit(at: CaptureContext) -> None:
    """Open the chosen line, or composed sentence, in the composer."""
    if at.transcript.chosen is not None:
        at.editor.edit(at.transcript.chosen)
    elif at.transcript.chosen_opening is not None:
        at.editor.edit_opening(*at.transcript.chosen_opening)
    elif at.transcript.walked:
        at.say(f"It follows from the item's heading: {at.key('agenda.rename')} in the agenda")


def insert(at: CaptureContext) -> None:
    """Let what is typed next go after the chosen line, and the other time before it."""
    chosen = _chosen(at)
    if chosen is not None:
        at.editor.insert_beside(chosen)
    elif at.draft.session.beside is not None:
        at.editor.change_sides()
    else:
        _say_choose(at)


def delete(at: CaptureContext) -> None:
    """Take the chosen line out, and choose the one after it."""
    chosen = at.transcript.chosen
    if chosen is None:
        return
    if chosen == at.editor.editing:
        at.editor.leave_edit()
        give_keys(at.transcript)
    following = at.transcript.beside(chosen)
    result = at.act(
        lambda session: session.delete(chosen),
        said=f"Line {chosen} is deleted; {at.key('capture.undo')} brings it back",
    )
    if result.outcome != "refused":
        at.transcript.choose(following)


def move(at: CaptureContext, by: int) -> None:
    """Put the chosen line one place up or down, out of its item at either end."""
    chosen = at.transcript.chosen
    if chosen is None:
        return
    place = place_beside(at.draft.meeting, chosen, by)
    if place is None:
        at.say("It stands at the end of the meeting already")
    else:
        at.act(lambda session: session.move(chosen, place.after, place.item_id), force=True)


def indent(at: CaptureContext, by: int) -> None:
    """Set the chosen line in, as a part of what stands above it, or out again."""
    chosen = at.transcript.chosen
    line = at.draft.meeting.line(chosen) if chosen is not None else None
    if line is not None:
        at.act(lambda session: session.indent(line.id, line.depth + by))


def split(at: CaptureContext) -> None:
    """Part the text at the cursor in two."""
    at.editor.split()


def join(at: CaptureContext) -> None:
    """Join the chosen line to the one above it."""
    chosen = _chosen(at)
    if chosen is None:
        _say_choose(at)
        return
    if chosen == at.editor.editing and not at.editor.commit():
        return
    try:
        change = joining(at.draft.meeting, chosen)
    except Refused as why:
        at.say(str(why), severity=Severity.ERROR)
        return
    above = at.transcript.above(chosen)
    said = f"Joined to line {above}; {at.key('capture.undo')} parts them again"
    at.act(lambda session: session.do(change), said=said, force=True)
    if has_keys(at.transcript):
        at.transcript.choose(above)
