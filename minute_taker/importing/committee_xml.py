"""The committee system's web service: a meeting, and the councillors of each ward.

The answer may stand in a SOAP envelope, or as text in an element; its texts are encoded as often
as the system pleased. Only the elements named here are read: addresses, telephones and e-mails
are not among them.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from minute_taker.importing.agenda_rows import plain_number
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found, FoundItem, FoundPerson, LeftOut
from minute_taker.importing.limits import MOST_ROWS, Element, parse_xml
from minute_taker.importing.name_words import is_nobody, is_reserve
from minute_taker.importing.naming import person_of, plain_name, settled, with_attendance, written
from minute_taker.importing.titles import exempt_paragraph, part_begun, read_title
from minute_taker.importing.words import date_in, paragraphs, tidy, time_in
from minute_taker.minutes.model import Group, HeadingKind, Part, State

_HEAD = ("committeetitle", "committeename", "meetingcommitteetitle", "meetingtitle")
#: How often an answer may be wrapped in another.
_WRAPPED = 3


def read_committee_xml(data: bytes) -> Found:
    """What an answer of the web service holds. Raises ImportRefused for any other XML."""
    root = parse_xml(data)
    for _ in range(_WRAPPED):
        meeting = _first(root, "meeting", having=("agendaitems", "attendees", "meetingdate"))
        if meeting is not None:
            return _meeting(meeting)
        if _first(root, "councillor") is not None or _first(root, "councillorsbyward") is not None:
            return _councillors(root)
        inside = next((text for text in root.itertext() if text.lstrip().startswith("<")), None)
        if inside is None:
            break
        root = parse_xml(_without_declaration(inside).encode("utf-8", "replace"))
    raise ImportRefused(
        f"this seems to be XML of another kind (“{_name(root)[:40]}”): neither a meeting nor "
        "the councillors of the committee system"
    )


def _without_declaration(text: str) -> str:
    text = text.strip()
    return text.partition("?>")[2].lstrip() if text.startswith("<?xml") else text


def _name(element: Element) -> str:
    """An element's own name in small letters, without its namespace."""
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _first(root: Element, name: str, having: tuple[str, ...] = ()) -> Element | None:
    for element in root.iter():
        if _name(element) == name:
            children = {_name(child) for child in element}
            if not having or children & set(having):
                return element
    return None


def _all(root: Element, name: str) -> list[Element]:
    found = [element for element in root.iter() if _name(element) == name]
    if len(found) > MOST_ROWS:
        raise ImportRefused("this file has more rows than any meeting")
    return found


def _fields(element: Element) -> dict[str, str]:
    """The texts of an element's own children, by their names, and its attributes."""
    fields = {str(key).rpartition("}")[2].lower(): str(value) for key, value in element.items()}
    for child in element:
        # What stands in deeper elements is theirs: an address, a link.
        fields.setdefault(_name(child), child.text or "")
    return fields


def _is(fields: dict[str, str], name: str) -> bool:
    return fields.get(name, "").strip().lower() in ("true", "1", "yes")


def _meeting(meeting: Element) -> Found:
    fields = _fields(meeting)
    head: dict[str, Any] = {}
    if day := date_in(tidy(fields.get("meetingdate", ""))):
        head["date"] = day[0]
    for field, names in (
        ("start", ("meetingactualstarttime", "meetingtime")),
        ("close", ("meetingactualfinishtime",)),
    ):
        times = [time for name in names if (time := time_in(tidy(fields.get(name, ""))))]
        if times:
            head[field] = times[0][0]
    if venue := tidy(fields.get("meetinglocation", "")):
        head["venue"] = venue.rstrip(".")
    if committee := next((words for name in _HEAD if (words := tidy(fields.get(name, "")))), ""):
        head["committee"] = committee
    items, left_out = _items(meeting)
    people, nobody = _people(meeting)
    found = Found(
        kind="a meeting of the committee system",
        head=head,
        items=items,
        people=people,
        left_out=(*left_out, *nobody),
    )
    status = tidy(fields.get("meetingstatus", "")).lower()
    if status not in ("", "confirmed", "provisional", "scheduled"):
        return found.with_remarks(f"the committee system says that this meeting is {status}")
    return found


def _items(meeting: Element) -> tuple[tuple[FoundItem, ...], tuple[LeftOut, ...]]:
    items: list[FoundItem] = []
    left_out: list[LeftOut] = []
    part, reason = Part.PUBLIC, ""
    for element in _all(meeting, "agendaitem"):
        fields = _fields(element)
        title = read_title(fields.get("agendaitemtitle", ""), private=part is Part.EXEMPT)
        text = paragraphs(fields.get("agendatext", ""))
        restricted = _is(fields, "isrestricted")
        number = plain_number(tidy(fields.get("fulldisplaynumberformat", "")))
        counted = tidy(fields.get("agendaitemnumber", ""))
        heading = not number and counted in ("", "0")
        if fields.get("isdisplayallowed", "true").strip().lower() in ("false", "0", "no"):
            # Its title may be the very thing that was withdrawn from display.
            shown = "" if restricted or part is Part.EXEMPT else title.words
            left_out.append(LeftOut("item", shown, "withdrawn from display"))
            continue
        if not title.words:
            left_out.append(LeftOut("item", number or counted, "it has no title"))
            continue
        begun = part_begun(title.words) if heading else None
        if begun is not None:
            part, reason = begun, exempt_paragraph(" ".join((title.words, *text)))
        exempt = not heading and (restricted or title.exempt or part is Part.EXEMPT)
        given = title.paragraph or exempt_paragraph(" ".join(text)) or reason
        items.append(
            FoundItem(
                title=title.words,
                number="" if heading else number or counted,
                heading=HeadingKind.UNNUMBERED if heading else HeadingKind.NUMBERED,
                part=Part.EXEMPT if exempt else Part.PUBLIC,
                exempt_paragraph=given if exempt else "",
                text=tuple((0, words) for words in text),
                source=tidy(fields.get("agendaitemid", "")),
            )
        )
    return tuple(items), tuple(left_out)


def _people(meeting: Element) -> tuple[tuple[FoundPerson, ...], tuple[LeftOut, ...]]:
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    elements = [_fields(element) for element in _all(meeting, "attendee")]
    titled = any(written(fields.get("name", "")).councillor for fields in elements)
    for fields in elements:
        name, role = fields.get("name", ""), tidy(fields.get("roledescription", ""))
        attendance, body = tidy(fields.get("attendance", "")), tidy(fields.get("representing", ""))
        group = {"councillor": None, "officer": Group.OFFICER}.get(
            tidy(fields.get("membertype", "")).lower()
        )
        found = person_of(name, group=group, role=role)
        if found is None:
            shown = plain_name(name)
            why = "a seat that is empty" if is_nobody(shown) else "no name that can be read"
            left_out.append(LeftOut("person", shown, why))
            continue
        present = with_attendance(found, attendance)
        substitutes = "substitut" in attendance.lower()
        if present is None or (is_reserve(role) and not substitutes and not body
                               and present.state is not State.PRESENT):  # fmt: skip
            why = "not asked to come" if present is None else "comes only in somebody's place"
            left_out.append(LeftOut("person", found.name, why))
            continue
        if found.group is Group.MEMBER and tidy(fields.get("membertype", "")).lower() == "other":
            guest = Group.MEMBER if role.lower().endswith("member") else Group.ALSO_PRESENT
            present = replace(present, group=guest, independent=guest is Group.MEMBER)
        elif found.group is Group.MEMBER:
            plain = titled and not written(name).councillor
            present = replace(present, independent=present.independent or plain)
        if substitutes and body:
            present = replace(present, substitute_for=plain_name(body))
        elif body:
            present = replace(present, organisation=body)
        people.append(replace(present, source=tidy(fields.get("memberid", ""))))
    return settled(people), tuple(left_out)


def _councillors(root: Element) -> Found:
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    for element in _all(root, "councillor"):
        fields = _fields(element)
        name = fields.get("fullusername", "")
        found = person_of(name, group=Group.MEMBER, role=fields.get("keyposts", ""))
        if found is None:
            shown = plain_name(name)
            left_out.append(LeftOut("person", shown, "a seat that is empty"))
            continue
        people.append(
            replace(found, independent=False, source=tidy(fields.get("councillorid", "")))
        )
    return Found(
        kind="the councillors of the committee system",
        people=tuple(people),
        left_out=tuple(left_out),
    )
