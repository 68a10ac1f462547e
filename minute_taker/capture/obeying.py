"""The commands of the capture language, obeyed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from minute_taker.capture import entries
from minute_taker.capture.attending import adding, renaming, setting
from minute_taker.capture.doing import marking_done
from minute_taker.capture.editing import headed
from minute_taker.capture.find import Wanted, find, replacing
from minute_taker.capture.headings import parse_heading
from minute_taker.capture.listings import NONE_TO_SHOW, SHOWN, lines_rows, rows_of, titles_of
from minute_taker.capture.reshaping import joining, parting
from minute_taker.capture.results import Result
from minute_taker.capture.sitting import Sitting
from minute_taker.minutes.changes import ChangeItem, ChangeLine, ChangeRefused, MoveItem, SetHead
from minute_taker.minutes.model import Item, Meeting, Part
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.text import counted

#: What ends putting lines in.
_TO_THE_END = ":after goes back to the end"


def obey(sitting: Sitting, entry: entries.Entry) -> Result:
    """Do what a command says. Raises Refused, with a sentence, for what can't be done."""
    act = _ACTS.get(type(entry))
    return act(sitting, entry) if act else Result("nothing")


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


def _go(sitting: Sitting, entry: entries.Go) -> Result:
    return sitting.go(_item(sitting.meeting, entry.number).id)


def _after(sitting: Sitting, entry: entries.After) -> Result:
    if entry.line_id is None:
        result = sitting.go_on()
        said = result.message or "the next lines go to the end again"
        return replace(result, message=said)
    result = sitting.go_after(entry.line_id)
    return _saying(result, f"the next lines go after line {entry.line_id}; {_TO_THE_END}")


def _before(sitting: Sitting, entry: entries.Before) -> Result:
    result = sitting.go_before(entry.line_id)
    return _saying(result, f"the next lines go before line {entry.line_id}; {_TO_THE_END}")


def _move(sitting: Sitting, entry: entries.Move) -> Result:
    if not entry.before:
        return sitting.move(entry.line_id, entry.beside)
    if entry.line_id == entry.beside:
        raise ChangeRefused("a line cannot stand before itself")
    place = sitting.meeting.place_of(entry.beside)
    if place is None:
        raise ChangeRefused(f"there is no line {entry.beside}")
    item, _ = place
    others = [line.id for line in item.lines if line.id != entry.line_id]
    at = others.index(entry.beside)
    return sitting.move(entry.line_id, others[at - 1] if at else None, item.id)


def _lines(sitting: Sitting, entry: entries.ListLines) -> Result:
    here = sitting.item_id
    shown = lines_rows(sitting.meeting, None if entry.everything else here or 0)
    if not sitting.meeting.line_count():
        said = "nothing is taken down yet; type the first line, then Enter"
    else:
        said = "" if shown else "no line here yet; :lines all lists the meeting's"
    return Result("done", item=here, message=said, listing=shown)


def _show(sitting: Sitting, entry: entries.Show) -> Result:
    rows = SHOWN[entry.what](sitting.meeting)
    return Result("done", message="" if rows else NONE_TO_SHOW[entry.what], listing=rows)


def _find(sitting: Sitting, entry: entries.Find) -> Result:
    places = find(sitting.meeting, Wanted(entry.words))
    lines = {place.line_id for place in places if place.line_id is not None}
    titles = {place.item_id for place in places if place.line_id is None}
    listing = (*titles_of(sitting.meeting, titles), *rows_of(sitting.meeting, lines))
    # One count, of the rows that are listed; a line that has the words twice is one of them.
    counts = [counted(len(titles), "title")] * bool(titles) + [counted(len(lines), "line")]
    said = f"{' and '.join(counts)} found" if listing else "nowhere found; try fewer letters"
    return Result("done", tuple(lines), message=said, listing=listing)


def _replace(sitting: Sitting, entry: entries.Replace) -> Result:
    wanted = Wanted(entry.old, match_case=True)
    places = find(sitting.meeting, wanted)
    if not places:
        raise ChangeRefused("these words stand nowhere in the meeting")
    change = replacing(sitting.meeting, wanted, entry.new, places)
    return _saying(sitting.do(change), f"{len(places)} replaced")


def _part(sitting: Sitting, entry: entries.PartLine) -> Result:
    line = sitting.meeting.line(entry.line_id)
    if line is None:
        raise ChangeRefused(f"there is no line {entry.line_id}")
    at = line.text.find(entry.words)
    if at < 0:
        raise ChangeRefused("the line does not have these words")
    return sitting.do(parting(sitting.meeting, entry.line_id, at))


def _heading(sitting: Sitting, entry: entries.Heading) -> Result:
    item = _item(sitting.meeting, entry.number)
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
    return sitting.do(ChangeItem(changed))


def _set_part(sitting: Sitting, entry: entries.SetPart) -> Result:
    """Settle which part an item, or a line that damage left in doubt, is of."""
    meeting, public = sitting.meeting, entry.part is Part.PUBLIC
    if named := re.fullmatch(r"line\s+(\d{1,9})", entry.what, re.IGNORECASE):
        line = meeting.line(int(named[1]))
        if line is None:
            raise ChangeRefused(f"there is no line {named[1]}")
        if not line.doubtful:
            raise ChangeRefused(f"line {line.id} is of the part that its item is of")
        if not public:
            raise ChangeRefused(f"line {line.id} is kept out of the public copy already")
        settled = sitting.do(ChangeLine(replace(line, doubtful=False)))
        return _saying(settled, f"line {line.id} is public")
    item = _item_called(sitting, entry.what)
    paragraph = entry.paragraph or item.exempt_paragraph
    changed = replace(
        item,
        part=entry.part,
        exempt_paragraph="" if public else paragraph,
        said_public=public,
        doubtful=False,
    )
    said = "public" if public else "exempt"
    return _saying(sitting.do(ChangeItem(changed)), f"“{item.title}” is {said}")


def _item_called(sitting: Sitting, words: str) -> Item:
    """The item of that agenda number or title; the one under way where nothing is said."""
    meeting = sitting.meeting
    if not words:
        here = meeting.item(sitting.item_id) if sitting.item_id is not None else None
        if here is None:
            raise ChangeRefused("no item is under way; say which by its number")
        return here
    called = [item for item in meeting.items if item.title.casefold() == words.casefold()]
    return called[0] if len(called) == 1 else _item(meeting, words)


def _looked(sitting: Sitting, _entry: entries.Looked) -> Result:
    if not sitting.meeting.salvaged:
        return Result("done", message="there is nothing of a damaged draft to look through")
    return _saying(sitting.do(SetHead({"salvaged": False})), "the draft was looked through")


def _order(sitting: Sitting, entry: entries.Order) -> Result:
    item, beside = (_item(sitting.meeting, number) for number in (entry.number, entry.beside))
    if item is beside:
        raise ChangeRefused("an item cannot be taken after itself")
    others = [other.id for other in sitting.meeting.items if other is not item]
    return sitting.do(MoveItem(item.id, others.index(beside.id) + (not entry.before)))


def _mark_done(sitting: Sitting, entry: entries.MarkDone) -> Result:
    change = marking_done(sitting.meeting, entry.line_id, done=entry.done)
    said = "is done" if entry.done else "is still to be done"
    return _saying(sitting.do(change), f"line {entry.line_id} {said}")


_ACTS: dict[type, Callable[[Sitting, Any], Result]] = {
    entries.Undo: lambda sitting, _: sitting.undo(),
    entries.Redo: lambda sitting, _: sitting.redo(),
    entries.Edit: lambda sitting, it: sitting.edit(it.line_id, it.text),
    entries.Delete: lambda sitting, it: sitting.delete(it.line_id),
    entries.Move: _move,
    entries.ChangeKind: lambda sitting, it: sitting.change_kind(it.line_id, it.sign),
    entries.Indent: lambda sitting, it: sitting.indent(it.line_id, it.depth),
    entries.Mend: lambda sitting, it: sitting.mend(it),
    entries.PartLine: _part,
    entries.Join: lambda sitting, it: sitting.do(joining(sitting.meeting, it.line_id)),
    entries.MarkDone: _mark_done,
    entries.Go: _go,
    entries.After: _after,
    entries.Before: _before,
    entries.Heading: _heading,
    entries.SetPart: _set_part,
    entries.Looked: _looked,
    entries.Order: _order,
    entries.SetValue: lambda sitting, it: sitting.do(setting(it.name, it.value)),
    entries.AddPeople: lambda sitting, it: sitting.do(adding(sitting.meeting, it.name, it.value)),
    # A name that was wrong was wrong in the motion too, whatever became of it.
    entries.Rename: lambda sitting, it: sitting.insist(
        lambda: sitting.do(renaming(sitting.meeting, it.who, it.name))
    ),
    entries.Insist: lambda sitting, it: sitting.insist(lambda: obey(sitting, it.command)),
    entries.Find: _find,
    entries.Replace: _replace,
    entries.ListLines: _lines,
    entries.Show: _show,
    entries.Save: lambda _sitting, _: Result("done", message="saved"),
    entries.BadCommand: lambda _sitting, it: Result("refused", message=it.why),
}
