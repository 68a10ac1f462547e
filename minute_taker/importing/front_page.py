"""The page before an agenda: which meeting it is, and who is on the body.

Lines have a label and a value ("Venue: …", in a table's cells, after a tab or on the next
line), or tell it in a sentence, or stand alone ("Tuesday, 12 May 2026").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from minute_taker.importing.agenda_rows import Row
from minute_taker.importing.found import FoundPerson, LeftOut
from minute_taker.importing.headings import body_named, heading_facts
from minute_taker.importing.name_words import (
    COUNCILLOR,
    is_name,
    is_nobody,
    is_party,
    is_surname,
    is_ward,
)
from minute_taker.importing.naming import names_in, person_of, plain_name, settled, written
from minute_taker.importing.people_table import columns_of, read_table
from minute_taker.importing.words import (
    READABLE,
    date_in,
    quietened,
    shouted,
    tidy,
    time_in,
    without_contacts,
)
from minute_taker.minutes.model import Group

_LABEL = re.compile(r"^([A-Z][\w/’' ()\-]{1,45}?)\s*(?::\s*|\t\s*)(.*)$", re.DOTALL)
_LABELS = tuple(
    (field, re.compile(pattern, re.IGNORECASE))
    for field, pattern in (
        ("date", r"(?:meeting )?date(?: of (?:the )?meeting)?|(?:day and date|date and time|when)"),
        ("time", r"(?:start )?time(?: of (?:the )?meeting)?"),
        ("venue", r"(?:meeting )?(?:venue|place|location)(?: of (?:the )?meeting)?|where"),
        ("committee", r"committee|meeting|meeting of(?: the)?|body|name of (?:committee|meeting)"),
        ("quorum", r"quorum"),
        ("clerk", r"(?:please (?:ask for|contact|reply to)|contact(?: officer| name)?"
                  r"|(?:committee|democratic services|governance|members?) (?:officer|clerk)"
                  r"|clerk(?: to the (?:committee|council|panel))?|enquiries to|ask for)"),
    )
)  # fmt: skip
_LISTS = tuple(
    (kind, re.compile(rf"{pattern}(?:\s*\(\d+\))?", re.IGNORECASE))
    for kind, pattern in (
        ("reserves", r"(?:named |list of )?(?:substitutes?|reserves?|deput(?:y|ies))(?: members?)?"
                     r"(?: pool| list)?"),
        ("co-opted", r"(?:(?:church|parent governor|education|independent|voting|non-?voting"
                     r"|statutory) )*(?:co-?opted|co-?optees?|representatives?)"
                     r"(?:\s*members?)?(?:\s*\([^)]*\))?"),
        ("officers", r"(?:(?:lead|council|lbh|legal|supporting) )*(?:officers?|advis[eo]rs?)"
                     r"(?: (?:in attendance|present|attending|to attend|invited))?"),
        ("guests", r"(?:also (?:present|invited|attending)|invitees?|guests?|witnesses"
                   r"|in attendance|other attendees|observers?)"),
        ("members", r"(?:(?:the )?(?:full |voting |committee |elected |council |cabinet |panel )*"
                    r"(?:members(?:hip)?|councillors?)(?: (?:on|of) the [\w -]+)?"
                    r"(?: present| expected)?|to(?: the members of[\w -]*)?|composition|present"
                    r"|apologies(?: for absence)?|absent)"),
        ("Chairman", r"chairman"), ("Chair", r"chair"), ("Chairwoman", r"chairwoman"),
        ("Vice-Chairman", r"vice[- ]chairman"), ("Vice-Chair", r"(?:vice|deputy)[- ]chair"),
        ("Mayor", r"(?:the )?mayor"), ("Deputy Mayor", r"(?:the )?deputy mayor"),
    )
)  # fmt: skip
_GROUPS = {"co-opted": Group.CO_OPTED, "officers": Group.OFFICER, "guests": Group.ALSO_PRESENT}
_OFFICES = ("Chairman", "Chair", "Chairwoman", "Vice-Chairman", "Vice-Chair", "Mayor",
            "Deputy Mayor")  # fmt: skip
_BODY = re.compile(
    r"\b(?:committee|panel|board|cabinet|forum|council|commission|sub-?committee|executive"
    r"|(?:working|task) (?:group|party|force)|assembly|authority|partnership)\b(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    r"\bcouncil$|^(?:london borough|city|county|royal borough) of\b", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:will|please|if|should|must|may|are|welcome|you|this|can|need|available|contact|fire"
    r"|summoned|invited|hereby)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?:.*\b(?i:meeting of) )?(?:the )?(?P<body>[A-Z][\w &,'’()-]{3,90}?)\s*,?\s*(?:which\s+)?"
    r"(?:will be|is to be|to be|will take place|being)\s*(?:held\s*)?(?P<rest>.*)$",
    re.DOTALL,
)
_PLACE = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?(?P<place>[A-Z][\w &,'’().-]*?)"
    r"(?=\s*,?\s+(?:on|at|from|commencing|starting)\b|[.;]?$|\s*,?\s*\|)",
)
_ROOM = re.compile(
    r"\b(?:room|chamber|hall|centre|suite|civic|guildhall|offices|house|library|school)\b|"
    r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b",
    re.IGNORECASE,
)
#: What stands in one cell or paragraph with these is about the letter and not the meeting.
_LETTERHEAD = re.compile(r"\b(?:our ref|your ref|direct (?:dial|line)|e-?mail|telephone)\b", re.I)
_DOCUMENT = re.compile(r"public document pack|agenda|notice of meeting|summons|supplement\w*", re.I)


class FrontPage:
    """Takes the rows before the agenda, and tells the head and the people."""

    def __init__(self) -> None:
        self.head: dict[str, Any] = {}
        self.people: list[FoundPerson] = []
        self.left_out: list[LeftOut] = []
        self._list = ""
        self._label = ""
        self._letter_date: Any = None
        self._bodies: list[tuple[bool, str]] = []
        self._places: list[str] = []
        self._columns: tuple[str, ...] | None = None

    def read(self, rows: Iterable[Row]) -> None:
        """Take the rows in order; then the head is complete."""
        for row in rows:
            self._row(row)
        self._conclude()

    def _row(self, row: Row) -> None:
        if row.tabular and (columns := columns_of(row.cells)) and len(row.cells) > 1:
            self._columns = columns
            return
        if self._columns is not None:
            if row.tabular and len(row.cells) > 1:
                self._tabled(row)
                return
            self._columns = None
        whole = "\n".join(row.cells)
        letterhead = _LETTERHEAD.search(whole) is not None
        if not row.tabular:
            self._lines("\t".join(row.cells), letterhead, headed=row.headed)
            return
        cells = [cell for cell in row.cells if tidy(cell)]
        if len(cells) == 2 and not self._list and _label_of(tidy(cells[0]).rstrip(":")):
            self._labelled(tidy(cells[0]).rstrip(":"), cells[1], letterhead)
            return
        if len(cells) == 2 and (kind := _list_of(tidy(cells[0]))):
            self._list = kind
            cells = cells[1:]
        if self._list and len(cells) > 1 and (beside := self._with_notes(cells)):
            self._names(beside, self._list, "")
            return
        for cell in cells:
            self._lines(cell, letterhead, headed=row.headed)

    def _tabled(self, row: Row) -> None:
        group = _GROUPS.get(self._list)
        people, left_out = read_table(self._columns or (), [row.cells], group=group)
        self.people += people
        self.left_out += left_out

    def _lines(self, text: str, letterhead: bool, *, headed: bool) -> None:
        lines = [line for line in text.split("\n") if tidy(line)]
        match = _LABEL.match(lines[0]) if lines else None
        if match and _label_of(tidy(match[1])) == "venue":
            # A place may go on in the lines of its paragraph.
            self._label = ""
            self._labelled(tidy(match[1]), " ".join([match[2], *lines[1:]]), letterhead)
            return
        for line in lines:
            self._line(line, letterhead, headed=headed)

    def _line(self, line: str, letterhead: bool, *, headed: bool) -> None:
        if len(line) > 12 * READABLE:
            return
        words = tidy(line)
        if self._label:
            label, self._label = self._label, ""
            self._labelled(label, words, letterhead)
            return
        cells = line.split("\t")
        if len(cells) > 1 and (beside := self._with_notes(cells)):
            self._names(beside, self._list or "members", "")
            return
        label = words.rstrip(":").strip()
        if kind := _list_of(label):
            self._list = kind
            return
        match = _LABEL.match(line.strip())
        if match:
            name = tidy(match[1])
            if kind := _list_of(name):
                self._list = kind
                self._names(tidy(match[2]), kind, name)
                if kind in _OFFICES:
                    self._list = ""
                return
            if _label_of(name):
                if tidy(match[2]):
                    self._labelled(name, match[2], letterhead)
                else:
                    self._label = name
                return
            if is_party(re.sub(r"\s*\(?\d+\)?$", "", name)) and self._list:
                self._names(tidy(match[2]), self._list, "")
                return
            self._list = ""
            return
        if self._list and is_party(re.sub(r"\s*\(?\d+\)?$", "", label)):
            return
        if self._are_people(words):
            self._names(words, self._list or "members", "")
            return
        if self._list and len(words) > 60:
            self._list = ""
        self._free(words, headed=headed)

    def _with_notes(self, cells: Sequence[str]) -> str:
        """Somebody whose ward, party or post stands in cells of their own, as one entry."""
        first, *rest = (tidy(cell) for cell in cells if tidy(cell))
        if not rest or not self._are_people(first) or len(names_in(first)) != 1:
            return ""
        if any("\n" in cell.strip() for cell in cells) or any(map(self._beside, rest)):
            return ""
        return f"{first}{''.join(f' ({note})' for note in rest)}"

    def _beside(self, note: str) -> bool:
        """Whether what stands beside somebody is somebody else, and no ward or party."""
        return not is_ward(note) and not is_party(note) and self._are_people(note)

    def _are_people(self, words: str) -> bool:
        names = names_in(words)
        if not names or len(words) > 1000 or date_in(words):
            return False
        told = [written(name) for name in names]
        if self._list:
            return all(
                is_nobody(one.name)
                or is_name(one.name)
                or (one.councillor and is_surname(one.name))
                for one in told
            )
        return COUNCILLOR.match(words) is not None and all(
            one.councillor and (is_name(one.name) or is_surname(one.name)) for one in told
        )

    def _names(self, words: str, kind: str, label: str) -> None:
        for name in names_in(words) if words else ():
            if kind == "reserves":
                self.left_out.append(
                    LeftOut("person", plain_name(name), "comes only in somebody's place")
                )
                continue
            office = kind if kind in _OFFICES else ""
            role = label if kind == "co-opted" else office
            found = person_of(name, group=_GROUPS.get(kind), role=role)
            if found is None:
                why = "a seat that is empty" if is_nobody(name) else "no name that can be read"
                self.left_out.append(LeftOut("person", plain_name(name), why))
            else:
                self._add(found)

    def _add(self, found: FoundPerson) -> None:
        """Add somebody; one who is named twice, as the Chairman and in the list, is one."""
        for index, known in enumerate(self.people):
            if known.name.casefold() == found.name.casefold():
                self.people[index] = replace(known, post=known.post or found.post)
                return
        self.people.append(found)

    def _labelled(self, name: str, value: str, letterhead: bool) -> None:
        field, words = _label_of(name), tidy(value)
        if field in ("date", "time"):
            self._when(words, letterhead)
        elif field == "venue" and words:
            self.head.setdefault("venue", quietened(words.rstrip(".")))
        elif field == "committee" and words:
            self.head.setdefault(
                "committee", quietened(heading_facts(words)[0].get("committee", ""))
            )
        elif field == "quorum" and (match := re.search(r"\d{1,3}", words)):
            self.head.setdefault("quorum", int(match[0]))
        elif field == "clerk":
            clerk = plain_name(without_contacts(words.split(" - ")[0]))
            if is_name(clerk):
                self.head.setdefault("clerk", clerk)

    def _when(self, words: str, letterhead: bool) -> None:
        if found := date_in(words):
            if letterhead:
                self._letter_date = self._letter_date or found[0]
            else:
                self.head.setdefault("date", found[0])
                words = f"{words[: found[1][0]]} {words[found[1][1] :]}"
        if not letterhead and (timed := time_in(words)):
            self.head.setdefault("start", timed[0])

    def _free(self, words: str, *, headed: bool) -> None:
        if len(words) > READABLE:
            return
        held = _HELD.search(words)
        if held and date_in(held["rest"]):
            self._when(held["rest"], False)
            if body := body_named(held["body"]):
                self.head.setdefault("committee", quietened(body))
            day = date_in(held["rest"])
            rest = held["rest"]
            rest = f"{rest[: day[1][0]]}|{rest[day[1][1] :]}" if day else rest
            if place := _PLACE.search(re.sub(r"\bon\s*\|", "|", rest)):
                self.head.setdefault("venue", quietened(tidy(place["place"]).rstrip(" .,")))
            return
        facts, _ = heading_facts(words)
        rest = facts.get("committee", "")
        if ("date" in facts or "start" in facts) and (not rest or _BODY.search(rest)):
            for field in ("date", "start"):
                if field in facts:
                    self.head.setdefault(field, facts[field])
        elif "date" in facts and _ROOM.search(rest) and len(words) < 120:
            self.head.setdefault("date", facts["date"])
            return
        if len(words) > 120 or (_SENTENCE.search(words) and not _BODY.search(words)):
            return
        if rest and _BODY.search(rest) and not _SENTENCE.search(rest):
            self._bodies.append((headed or shouted(rest), quietened(rest)))
        elif _ROOM.search(words) and not _DOCUMENT.fullmatch(words):
            self._places.append(quietened(words.rstrip(".")))

    def _conclude(self) -> None:
        bodies = [name for _, name in self._bodies]
        committees = [one for one in self._bodies if not _COUNCIL.search(one[1])] or self._bodies
        if committees and "committee" not in self.head:
            self.head["committee"] = max(committees, key=lambda one: one[0])[1]
        councils = [name for name in bodies if _COUNCIL.search(name)]
        if councils and councils[0] != self.head.get("committee"):
            self.head.setdefault("council", councils[0])
        if "date" not in self.head and self._letter_date is not None:
            self.head["date"] = self._letter_date
        if self._places:
            self.head.setdefault("venue", self._places[0])
        self.people = list(settled(self.people))


def _label_of(name: str) -> str:
    return next((field for field, form in _LABELS if form.fullmatch(name)), "")


def _list_of(name: str) -> str:
    return next((kind for kind, form in _LISTS if form.fullmatch(name.strip(" :*"))), "")


def is_labelled(row: Row) -> bool:
    """Whether a row is a label of the head with its value, which no item of an agenda is."""
    cells: Sequence[str] = [tidy(cell) for cell in row.cells if tidy(cell)]
    if not cells:
        return False
    match = _LABEL.match("\t".join(cells))
    return match is not None and bool(_label_of(tidy(match[1])) or _list_of(tidy(match[1])))
