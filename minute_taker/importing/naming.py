"""People as agendas, tables and lists write them: titles, honours, wards, parties and posts.

What is kept is the name (with "Mr", "Dr", "Mrs" and the letters after it), the post, and the
body that somebody comes from. Wards and parties are no part of the attendance, and addresses,
telephones and e-mails are never taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.importing.found import FoundPerson
from minute_taker.importing.name_words import (
    COUNCILLOR,
    LETTERS,
    TITLED,
    is_body,
    is_name,
    is_nobody,
    is_officers,
    is_party,
    is_post,
    is_surname,
    is_ward,
)
from minute_taker.importing.words import quietened, shouted, tidy, without_contacts
from minute_taker.minutes.model import Group, State

_COUNCILLORS = re.compile(r"^(?:the\s+)?(?:councillors|cllrs)\b\.?\s*:?\s*", re.IGNORECASE)
_OFFICE_FIRST = re.compile(
    r"^(?:(?:the )?(?:right |rt\.? )?(?:worshipful|hon(?:ourable)?\.?),?\s+)*(?:the\s+)?"
    r"((?:deputy\s+)?(?:lord\s+)?mayor(?:ess)?|(?:deputy\s+)?leader(?: of the council)?"
    r"|(?:vice[- ])?chair(?:man|woman|person)?)\s*[,:(\-–]+\s*(\S.*?)\)?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_STARS = re.compile(r"^[\s*•·▪\-–#†‡]+|[\s*†‡#]+$")
_CO_OPTED = re.compile(r"\bco-?opt\w*", re.IGNORECASE)
_SUBSTITUTE_FOR = re.compile(
    r"(?:as\s+)?(?:a\s+)?(?:substitut\w+|deputising|acting|sub|in place)\s*(?:for|of)\s+(\S.*)",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\b(?:virtual\w*|remote\w*|online|via (?:microsoft )?teams|via zoom)\b", re.IGNORECASE
)
_APART = re.compile(r"\s*;\s*(?:and\s+)?|\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+")
_APART_BY_SEMICOLONS = re.compile(r"\s*;\s*(?:and\s+)?")
#: Roles that say no more than the group does.
_NO_POST = re.compile(
    r"(?:(?:full|ordinary|voting|elected) )?(?:(?:committee|panel|board|council|cabinet"
    r"|sub-?committee) )?members?|councillor|member of the (?:committee|panel|board)|reserve"
    r"|substitute|as substitute|co-?optee|co-?opted(?: member)?|officer|attendee|invitee|expected",
    re.IGNORECASE,
)
_GUEST = re.compile(
    r"\b(?:invite\w*|guest|observer|witness|public|visitor|speaker)\b", re.IGNORECASE
)
_MEMBERS_OFFICE = re.compile(r"\bchair\w*|\bleader?\b|\bcabinet\b|\bmayor\b", re.IGNORECASE)
#: Titles that councillors have, too, and that say nothing of who is one.
_ANYBODYS = ("dr", "sir", "dame", "lord", "lady", "prof")


class Written(Struct, frozen=True):
    """A name as it was written, taken apart: the name, whether it had "Councillor", and notes."""

    name: str
    councillor: bool
    notes: tuple[str, ...] = ()


def plain_name(text: str) -> str:
    """A name as the attendance has it: without "Councillor", contacts, or what is in brackets."""
    return written(text).name


def _office_last(text: str) -> str:
    """``The Mayor, Councillor Bo Lee`` as ``Councillor Bo Lee (Mayor)``; others as they are."""
    match = _OFFICE_FIRST.fullmatch(text)
    if match is None or not is_name(_BRACKETS.sub("", match[2])):
        return text
    return f"{match[2]} ({quietened(match[1])})"


def written(text: str) -> Written:
    """Take apart what is written for one person; the name is empty where there is none."""
    text = _office_last(_STARS.sub("", tidy(without_contacts(text))).strip(" ,;:"))
    notes = [inside for match in _BRACKETS.findall(text) if (inside := tidy(match))]
    text = " ".join(_BRACKETS.sub(" ", text).split()).strip(" ,;:")
    bare = COUNCILLOR.sub("", text)
    councillor = bare != text
    text = bare
    for divider in (" - ", " – ", " — "):
        if divider in text:
            text, _, note = text.partition(divider)
            notes.append(note.strip())
    parts = [part.strip() for part in text.split(",")]
    name, rest = parts[0], parts[1:]
    while rest and LETTERS.fullmatch(rest[0].replace(" ", "")):
        name = f"{name} {rest.pop(0)}"
    if rest:
        whole = ", ".join(rest)
        after = COUNCILLOR.sub("", whole)
        councillor = councillor or after != whole
        notes.append(after)
    return Written(_cased(name.strip(",;: ")), councillor, tuple(notes))


def _cased(name: str) -> str:
    """A name whose surname, or all of it, is in capitals, as it is usually written."""
    if shouted(name) and " " in name:
        return quietened(name)
    words = name.split(" ")
    # Letters after a name stay in capitals; a surname before them does not.
    if len(words) > 1 and shouted(words[1]) and len(words[1]) > 4:
        words[1] = quietened(words[1])
    return " ".join(words)


def names_in(text: str) -> list[str]:
    """The people of a line: ``Councillors A Bell (Chair), B Crane and C Dunn`` are three.

    A comma before a post, a body or letters does not part two people. All of a list that begins
    with "Councillors" are councillors.
    """
    text = _office_last(tidy(without_contacts(text)))
    bare = _COUNCILLORS.sub("", text)
    before = "Councillor " if bare != text else ""
    names: list[str] = []
    for part in _parted(bare):
        plain = _BRACKETS.sub("", part).strip()
        if (again := _COUNCILLORS.sub("", plain)) != plain:
            before, part, plain = "Councillor ", _COUNCILLORS.sub("", part), again
        if names and LETTERS.fullmatch(plain.replace(" ", "")):
            names[-1] += f", {part}"
        elif (
            not names
            or ";" in bare
            or is_name(plain)
            or (before and is_surname(plain))
            or is_nobody(plain)
        ):
            names.append(part if COUNCILLOR.match(part) else f"{before}{part}")
        else:
            names[-1] += f", {part}"
    return [name for name in names if name.strip()]


def _parted(text: str) -> list[str]:
    """The text at its commas, semicolons and "and"s outside brackets; by ``;`` alone if it has."""
    mark = _APART_BY_SEMICOLONS if ";" in text else _APART
    parts: list[str] = []
    depth = begin = at = 0
    while at < len(text):
        depth += (text[at] in "([") - (text[at] in ")]" and depth > 0)
        match = mark.match(text, at) if not depth else None
        if match:
            parts.append(text[begin:at])
            begin = at = match.end()
        else:
            at += 1
    return [part for part in (*parts, text[begin:]) if part.strip()]


def person_of(text: str, *, group: Group | None = None, role: str = "") -> FoundPerson | None:
    """Somebody as they are written, with the role that stands elsewhere; None for nobody.

    ``group`` is that of the list they stand in; without it, what is written tells. Notes that
    can't be told from wards and parties are kept as a post until :func:`settled`.
    """
    whose = written(text)
    if is_nobody(whose.name) or not any(char.isalpha() for char in whose.name):
        return None
    posts, bodies, substitute_for, remote, co_opted = [], [], "", False, False
    for note in (*whose.notes, *_split_role(role)):
        if is_party(note) or is_ward(note) or is_nobody(note):
            continue
        if match := _SUBSTITUTE_FOR.fullmatch(note):
            substitute_for = plain_name(match[1])
        elif not COUNCILLOR.sub("", note):
            whose = replace(whose, councillor=True)
        elif _REMOTE.search(note) and not is_post(note):
            remote = True
        elif match := _CO_OPTED.search(note):
            co_opted = True
            rest = re.sub(r"(?i)\bmembers?\b", " ", note[: match.start()] + note[match.end() :])
            posts += [kept] if (kept := rest.strip(" ()-–:,")) else []
        elif is_post(note) or not is_body(note):
            posts += [] if _NO_POST.fullmatch(note) else [note]
        else:
            bodies.append(note)
    told = group or _group(whose, role, posts)
    if co_opted and told is Group.MEMBER:
        told = Group.CO_OPTED
    untitled = not whose.councillor and TITLED.match(whose.name) is not None
    return FoundPerson(
        name=whose.name,
        post=", ".join(dict.fromkeys(posts)),
        group=told,
        substitute_for=substitute_for,
        organisation=", ".join(bodies),
        remote=remote,
        independent=told is Group.MEMBER
        and untitled
        and not whose.name.lower().startswith(_ANYBODYS),
    )


def _split_role(role: str) -> list[str]:
    role = tidy(role)
    inside = [tidy(match) for match in _BRACKETS.findall(role)]
    if _CO_OPTED.search(role):
        return [role, *inside] if not inside else [_BRACKETS.sub("", role).strip(), *inside]
    return [part for part in (_BRACKETS.sub("", role).strip(), *inside) if part]


def _group(whose: Written, role: str, posts: list[str]) -> Group:
    told = f"{role} {' '.join(posts)}"
    if _CO_OPTED.search(told):
        return Group.CO_OPTED
    if whose.councillor:
        return Group.MEMBER
    if _GUEST.search(told):
        return Group.ALSO_PRESENT
    if is_officers(told) and not _MEMBERS_OFFICE.search(told):
        return Group.OFFICER
    return Group.MEMBER


def settled(people: Iterable[FoundPerson]) -> tuple[FoundPerson, ...]:
    """A list of people once all of it is known: wards and parties are told from posts.

    What stands after the names of several members alike is a party; what stands after most of
    them, and names no post, is a ward.
    """
    row = list(people)
    unknown = {
        index: [part for part in person.post.split(", ") if part and not is_post(part)]
        for index, person in enumerate(row)
        if person.group is Group.MEMBER
    }
    counts = Counter(part for parts in unknown.values() for part in parts)
    having = sum(1 for parts in unknown.values() if parts)
    many = having > 1 and having * 2 > len(unknown)
    for index, parts in unknown.items():
        taken = [part for part in parts if many or counts[part] > 1]
        if taken:
            kept = [part for part in row[index].post.split(", ") if part not in taken]
            row[index] = replace(row[index], post=", ".join(kept))
    return tuple(row)


def surname_first(text: str) -> str:
    """``Larkin, Ada (Cllr)``, as an address book has it, the usual way round."""
    name = _BRACKETS.sub("", text).strip()
    brackets = "".join(f" ({inside})" for inside in _BRACKETS.findall(text))
    last, comma, first = name.partition(",")
    if not comma or "," in first or is_post(first):
        return f"{name}{brackets}"
    last, first = last.strip(), first.strip()
    title = ""
    if match := COUNCILLOR.match(first):
        title, first = "Cllr ", first[match.end() :]
    if trailing := re.search(r"\s+(?:cllr|councillor)\.?$", first, re.IGNORECASE):
        title, first = "Cllr ", first[: trailing.start()]
    return f"{title}{first} {last}{brackets}".strip()


def with_attendance(person: FoundPerson, told: str) -> FoundPerson | None:
    """Somebody with what a list says of their attendance; None where they are not to come."""
    if re.search(r"not (?:required|expected|invited|applicable)", told, re.IGNORECASE):
        return None
    state = State.EXPECTED
    if re.search(r"apolog", told, re.IGNORECASE):
        state = State.APOLOGIES
    elif re.search(r"\babsent\b|not present|did not attend|non-?attend", told, re.IGNORECASE):
        state = State.ABSENT
    elif re.search(r"expected", told, re.IGNORECASE):
        state = State.EXPECTED
    elif re.search(r"\bpresent\b|in attendance|\battended\b|\blate\b", told, re.IGNORECASE):
        state = State.PRESENT
    return replace(person, state=state, remote=person.remote or bool(_REMOTE.search(told)))
