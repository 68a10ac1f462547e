"""The commands of the capture language, obeyed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from minute_taker.capture import entries
from minute_taker.capture.attending import adding, renaming, setting
from minute_taker.capture.doing import marking_done
from minute_taker.capture.editing import headed
from minute_taker.capture.find import Wanted, find, replacing
from minute_taker.capture.headings import parse_heading
from minute_taker.capture.listings import SHOWN, lines_rows, rows_of
from minute_taker.capture.reshaping import joining, parting
from minute_taker.capture.results import Result
from minute_taker.minutes.changes import ChangeItem, ChangeRefused, MoveItem
from minute_taker.minutes.model import Item, Meeting
from minute_taker.minutes.numbering import item_numbers

if TYPE_CHECKING:
    from minute_taker.capture.session import Session


def obey(session: Session, entry: entries.Entry) -> Result:
    """Do what a command says. Raises Refused, with a sentence, for what can't be done."""
    act = _ACTS.get(type(entry))
    return act(session, entry) if act else Result("nothing")


def _item(meeting: Meeting, number: str) -> Item:
    numbers = item_numbers(meeting)
    for item in meeting.items:
        agenda = numbers[item.id].agenda
        if agenda and agenda.lower() == number.lower():
            return item
    raise ChangeRefused(f"the agenda has no item {number}")


def _go(session: Session, entry: entries.Go) -> Result:
    return session.go(_item(session.meeting, entry.number).id)


def _lines(session: Session, entry: entries.ListLines) -> Result:
    here = session.item_id
    shown = lines_rows(session.meeting, None if entry.everything else here or 0)
    return Result("done", item=here, listing=shown)


def _show(session: Session, entry: entries.Show) -> Result:
    return Result("done", listing=SHOWN[entry.what](session.meeting))


def _find(session: Session, entry: entries.Find) -> Result:
    places = find(session.meeting, Wanted(entry.words))
    found = {place.line_id for place in places if place.line_id is not None}
    said = f"{len(places)} found" if places else "nowhere found"
    return Result("done", tuple(found), message=said, listing=rows_of(session.meeting, found))


def _replace(session: Session, entry: entries.Replace) -> Result:
    wanted = Wanted(entry.old, match_case=True)
    places = find(session.meeting, wanted)
    if not places:
        raise ChangeRefused("these words stand nowhere in the meeting")
    change = replacing(session.meeting, wanted, entry.new, places)
    return replace(session.do(change), message=f"{len(places)} replaced")


def _part(session: Session, entry: entries.PartLine) -> Result:
    line = session.meeting.line(entry.line_id)
    if line is None:
        raise ChangeRefused(f"there is no line {entry.line_id}")
    at = line.text.find(entry.words)
    if at < 0:
        raise ChangeRefused("the line does not have these words")
    return session.do(parting(session.meeting, entry.line_id, at))


def _heading(session: Session, entry: entries.Heading) -> Result:
    item = _item(session.meeting, entry.number)
    given = parse_heading(entry.title, item.heading)
    changed = replace(
        headed(item, given),
        agenda_number=given.agenda_number or item.agenda_number,
        minute_number=given.minute_number or item.minute_number,
    )
    return session.do(ChangeItem(changed))


def _order(session: Session, entry: entries.Order) -> Result:
    item, after = (_item(session.meeting, number) for number in (entry.number, entry.after))
    if item is after:
        raise ChangeRefused("an item cannot be taken after itself")
    others = [other.id for other in session.meeting.items if other is not item]
    return session.do(MoveItem(item.id, others.index(after.id) + 1))


def _mark_done(session: Session, entry: entries.MarkDone) -> Result:
    change = marking_done(session.meeting, entry.line_id, done=entry.done)
    said = "is done" if entry.done else "is still to be done"
    return replace(session.do(change), message=f"line {entry.line_id} {said}")


_ACTS: dict[type, Callable[[Session, Any], Result]] = {
    entries.Undo: lambda session, _: session.undo(),
    entries.Redo: lambda session, _: session.redo(),
    entries.Edit: lambda session, it: session.edit(it.line_id, it.text),
    entries.Delete: lambda session, it: session.delete(it.line_id),
    entries.Move: lambda session, it: session.move(it.line_id, it.after),
    entries.ChangeKind: lambda session, it: session.change_kind(it.line_id, it.sign),
    entries.Indent: lambda session, it: session.indent(it.line_id, it.depth),
    entries.Mend: lambda session, it: session.mend(it),
    entries.PartLine: _part,
    entries.Join: lambda session, it: session.do(joining(session.meeting, it.line_id)),
    entries.MarkDone: _mark_done,
    entries.Go: _go,
    entries.Heading: _heading,
    entries.Order: _order,
    entries.SetValue: lambda session, it: session.do(setting(it.name, it.value)),
    entries.AddPeople: lambda session, it: session.do(adding(session.meeting, it.name, it.value)),
    entries.Rename: lambda session, it: session.do(renaming(session.meeting, it.who, it.name)),
    entries.Find: _find,
    entries.Replace: _replace,
    entries.ListLines: _lines,
    entries.Show: _show,
    entries.Save: lambda _session, _: Result("done", message="saved"),
    entries.BadCommand: lambda _session, it: Result("refused", message=it.why),
}
