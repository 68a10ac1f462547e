"""The commands of the capture language, obeyed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from minute_taker.capture import entries
from minute_taker.capture.attending import adding, renaming, setting
from minute_taker.capture.editing import headed
from minute_taker.capture.find import Wanted, find, replacing
from minute_taker.capture.headings import parse_heading
from minute_taker.capture.listings import NONE_TO_SHOW, SHOWN, lines_rows, rows_of, titles_of
from minute_taker.capture.marking_done import marking_done
from minute_taker.capture.meeting_editor import MeetingEditor
from minute_taker.capture.remedies import line_of_part, looked_through, of_part
from minute_taker.capture.reshaping import joining, parting
from minute_taker.capture.results import Result
from minute_taker.minutes.changes import ChangeItem, ChangeRefused, MoveItem
from minute_taker.minutes.model import Item, Meeting, Part
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.text import counted

#: What ends putting lines in.
_TO_THE_END = ":after goes back to the end"


def run_command(editor: MeetingEditor, entry: entries.Entry) -> Result:
    """Do what a command says. Raises Refused, with a sentence, for what can't be done."""
    act = _HANDLERS.get(type(entry))
    return act(editor, entry) if act else Result("nothing")


def _saying(result: Result, message: str) -> Result:
    """What was done, said in these words; a refusal says why in its own."""
    return result if result.outcome == "refused" else replace(result, message=message)


def _item(meeting: Meeting, number: str) -> Item:
    numbers = item_numbers(meeting)
    for item in meeting.items:
        agenda = numbers[item.id].agenda
        if agenda and agenda.lower() == number.lower():
            return item
    raise ChangeRefused(f"the agenda has no item {number}")


def _go(editor: MeetingEditor, entry: entries.Go) -> Result:
    return editor.go(_item(editor.meeting, entry.number).id)


def _after(editor: MeetingEditor, entry: entries.After) -> Result:
    if entry.line_id is None:
        result = editor.go_on()
        said = result.message or "the next lines go to the end again"
        return replace(result, message=said)
    result = editor.go_after(entry.line_id)
    return _saying(result, f"the next lines go after line {entry.line_id}; {_TO_THE_END}")


def _before(editor: MeetingEditor, entry: entries.Before) -> Result:
    result = editor.go_before(entry.line_id)
    return _saying(result, f"the next lines go before line {entry.line_id}; {_TO_THE_END}")


def _move(editor: MeetingEditor, entry: entries.Move) -> Result:
    if not entry.before:
        return editor.move(entry.line_id, entry.beside)
    if entry.line_id == entry.beside:
        raise ChangeRefused("a line cannot stand before itself")
    place = editor.meeting.place_of(entry.beside)
    if place is None:
        raise ChangeRefused(f"there is no line {entry.beside}")
    item, _ = place
    others = [line.id for line in item.lines if line.id != entry.line_id]
    at = others.index(entry.beside)
    return editor.move(entry.line_id, others[at - 1] if at else None, item.id)


def _lines(editor: MeetingEditor, entry: entries.ListLines) -> Result:
    here = editor.item_id
    shown = lines_rows(editor.meeting, None if entry.everything else here or 0)
    if not editor.meeting.line_count():
        said = "nothing is taken down yet; type the first line, then Enter"
    else:
        said = "" if shown else "no line here yet; :lines all lists the meeting's"
    return Result("done", item=here, message=said, listing=shown)


def _show(editor: MeetingEditor, entry: entries.Show) -> Result:
    rows = SHOWN[entry.what](editor.meeting)
    return Result("done", message="" if rows else NONE_TO_SHOW[entry.what], listing=rows)


def _find(editor: MeetingEditor, entry: entries.Find) -> Result:
    places = find(editor.meeting, Wanted(entry.words))
    lines = {place.line_id for place in places if place.line_id is not None}
    titles = {place.item_id for place in places if place.line_id is None}
    listing = (*titles_of(editor.meeting, titles), *rows_of(editor.meeting, lines))
    # One count, of the rows that are listed; a line that has the words twice is one of them.
    counts = [counted(len(titles), "title")] * bool(titles) + [counted(len(lines), "line")]
    said = f"{' and '.join(counts)} found" if listing else "nowhere found; try fewer letters"
    return Result("done", tuple(lines), message=said, listing=listing)


def _replace(editor: MeetingEditor, entry: entries.Replace) -> Result:
    wanted = Wanted(entry.old, match_case=True)
    places = find(editor.meeting, wanted)
    if not places:
        raise ChangeRefused("these words stand nowhere in the meeting")
    change = replacing(editor.meeting, wanted, entry.new, places)
    return _saying(editor.do(change), f"{len(places)} replaced")


def _part(editor: MeetingEditor, entry: entries.PartLine) -> Result:
    line = editor.meeting.line(entry.line_id)
    if line is None:
        raise ChangeRefused(f"there is no line {entry.line_id}")
    at = line.text.find(entry.words)
    if at < 0:
        raise ChangeRefused("the line does not have these words")
    return editor.do(parting(editor.meeting, entry.line_id, at))


def _heading(editor: MeetingEditor, entry: entries.Heading) -> Result:
    item = _item(editor.meeting, entry.number)
    given = parse_heading(entry.title, item.heading)
    # Another title makes nothing public: only a part that is said does.
    unsaid = given.part is Part.PUBLIC and not given.said_public
    kept = item if unsaid else given
    changed = replace(
        headed(item, given),
        part=kept.part,
        said_public=kept.said_public,
        exempt_paragraph=given.exempt_paragraph or kept.exempt_paragraph,
        doubtful=item.doubtful and unsaid,
        agenda_number=given.agenda_number or item.agenda_number,
        minute_number=given.minute_number or item.minute_number,
    )
    return editor.do(ChangeItem(changed))


def _set_part(editor: MeetingEditor, entry: entries.SetPart) -> Result:
    """Settle which part an item, or a line that damage left in doubt, is of."""
    meeting, public = editor.meeting, entry.part is Part.PUBLIC
    if named := re.fullmatch(r"line\s+(\d{1,9})", entry.what, re.IGNORECASE):
        line = meeting.line(int(named[1]))
        if line is None:
            raise ChangeRefused(f"there is no line {named[1]}")
        if not line.doubtful:
            raise ChangeRefused(f"line {line.id} is of the part that its item is of")
        settled = editor.do(line_of_part(line, entry.part))
        return _saying(settled, f"line {line.id} is public")
    item = _item_called(editor, entry.what)
    changed = of_part(item, entry.part, entry.paragraph)
    said = "public" if public else "exempt"
    return _saying(editor.do(ChangeItem(changed)), f"“{item.title}” is {said}")


def _item_called(editor: MeetingEditor, words: str) -> Item:
    """The item of that agenda number or title; the one under way where nothing is said."""
    meeting = editor.meeting
    if not words:
        here = meeting.item(editor.item_id) if editor.item_id is not None else None
        if here is None:
            raise ChangeRefused("no item is under way; say which by its number")
        return here
    called = [item for item in meeting.items if item.title.casefold() == words.casefold()]
    return called[0] if len(called) == 1 else _item(meeting, words)


def _looked(editor: MeetingEditor, _entry: entries.Looked) -> Result:
    if not editor.meeting.salvaged:
        return Result("done", message="there is nothing of a damaged draft to look through")
    return _saying(editor.do(looked_through()), "the draft was looked through")


def _order(editor: MeetingEditor, entry: entries.Order) -> Result:
    item, beside = (_item(editor.meeting, number) for number in (entry.number, entry.beside))
    if item is beside:
        raise ChangeRefused("an item cannot be taken after itself")
    others = [other.id for other in editor.meeting.items if other is not item]
    return editor.do(MoveItem(item.id, others.index(beside.id) + (not entry.before)))


def _mark_done(editor: MeetingEditor, entry: entries.MarkDone) -> Result:
    change = marking_done(editor.meeting, entry.line_id, done=entry.done)
    said = "is done" if entry.done else "is still to be done"
    return _saying(editor.do(change), f"line {entry.line_id} {said}")


_HANDLERS: dict[type, Callable[[MeetingEditor, Any], Result]] = {
    entries.Undo: lambda editor, _: editor.undo(),
    entries.Redo: lambda editor, _: editor.redo(),
    entries.Edit: lambda editor, it: editor.edit(it.line_id, it.text),
    entries.Delete: lambda editor, it: editor.delete(it.line_id),
    entries.Move: _move,
    entries.ChangeKind: lambda editor, it: editor.change_kind(it.line_id, it.sign),
    entries.Indent: lambda editor, it: editor.indent(it.line_id, it.depth),
    entries.Mend: lambda editor, it: editor.mend(it),
    entries.PartLine: _part,
    entries.Join: lambda editor, it: editor.do(joining(editor.meeting, it.line_id)),
    entries.MarkDone: _mark_done,
    entries.Go: _go,
    entries.After: _after,
    entries.Before: _before,
    entries.Heading: _heading,
    entries.SetPart: _set_part,
    entries.Looked: _looked,
    entries.Order: _order,
    entries.SetValue: lambda editor, it: editor.do(setting(editor.meeting, it.name, it.value)),
    entries.AddPeople: lambda editor, it: editor.do(adding(editor.meeting, it.name, it.value)),
    # A name that was wrong was wrong in the motion too, whatever became of it.
    entries.Rename: lambda editor, it: editor.insist(
        lambda: editor.do(renaming(editor.meeting, it.who, it.name))
    ),
    entries.Insist: lambda editor, it: editor.insist(lambda: run_command(editor, it.command)),
    entries.Find: _find,
    entries.Replace: _replace,
    entries.ListLines: _lines,
    entries.Show: _show,
    entries.Save: lambda _sitting, _: Result("done", message="saved"),
    entries.BadCommand: lambda _sitting, it: Result("refused", message=it.why),
}
