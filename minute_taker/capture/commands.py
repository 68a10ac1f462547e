"""The commands of the capture language, from ``:undo`` to ``:save``, as data."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from minute_taker.capture.entries import (
    AddPeople,
    After,
    BadCommand,
    Before,
    ChangeKind,
    Command,
    Delete,
    Edit,
    Find,
    Go,
    Heading,
    Indent,
    Insist,
    Join,
    ListLines,
    Looked,
    MarkDone,
    Mend,
    Move,
    Order,
    PartLine,
    Redo,
    Rename,
    Replace,
    Save,
    SetPart,
    SetValue,
    Show,
    Undo,
)
from minute_taker.capture.signs import sign_named
from minute_taker.minutes.model import Part

_ID = r"(\d{1,9})"
_COMMAND = re.compile(r":([A-Za-z]+)(?:\s+(.*))?", re.DOTALL)
_NUMBER = r"(\d\S{0,9})"
_BESIDE = "(after|before)"
_OLD_NEW = re.compile(r"/((?:[^/\\]|\\.)+)/((?:[^/\\]|\\.)*)/", re.DOTALL)


class CommandForm(Struct, frozen=True):
    """One command: how it is written, what it does, and what its words become."""

    name: str
    usage: str
    does: str
    form: str
    build: Callable[[re.Match[str]], Command | BadCommand]


def _kind(match: re.Match[str]) -> Command | BadCommand:
    sign = sign_named(match[2])
    if sign is None or sign.kind is None:
        return BadCommand(":kind takes a line's number and a sign or its word, as in :kind 12 >")
    return ChangeKind(int(match[1]), sign.sign)


def _insist(match: re.Match[str]) -> Command | BadCommand:
    command = parse_command(match[1]) or parse_mend(match[1])
    if command is None or isinstance(command, BadCommand | Insist):
        return BadCommand(":insist goes before a command, as in :insist :edit 12 New text")
    return Insist(command)


def _is_before(word: str) -> bool:
    return word.lower() == "before"


def _name(words: str) -> str:
    return " ".join(words.lower().split())


def _plain(match: re.Match[str]) -> tuple[str, str]:
    """The two parts of ``/old/new/`` without the backslashes before slashes."""
    old, new = (re.sub(r"\\([/\\])", r"\1", part) for part in match.groups())
    return old, new


def _form(
    usage: str, does: str, form: str, build: Callable[[re.Match[str]], Command | BadCommand]
) -> CommandForm:
    name = usage[1:].split(maxsplit=1)[0]
    return CommandForm(name, usage, does, form, build)


COMMANDS = (
    _form(":undo", "takes the last change back", "", lambda _: Undo()),
    _form(":redo", "does it again", "", lambda _: Redo()),
    _form(
        ":edit ID New text",
        "puts new text for a line's",
        rf"{_ID}\s+(.+)",
        lambda m: Edit(int(m[1]), m[2]),
    ),
    _form(":delete ID", "takes a line out", _ID, lambda m: Delete(int(m[1]))),
    _form(
        ":move ID after ID",
        "puts a line after (or before) another",
        rf"{_ID}\s+{_BESIDE}\s+{_ID}",
        lambda m: Move(int(m[1]), int(m[3]), _is_before(m[2])),
    ),
    _form(":kind ID SIGN", "makes a line of another kind", rf"{_ID}\s+(.+)", _kind),
    _form(
        ":indent ID 1",
        "sets a line in, as a part of the one above; 0 sets it out",
        rf"{_ID}\s+([0-3])",
        lambda m: Indent(int(m[1]), int(m[2])),
    ),
    _form(
        ":part ID before WORDS",
        "makes two lines of one",
        rf"{_ID}\s+before\s+(.+)",
        lambda m: PartLine(int(m[1]), m[2]),
    ),
    _form(":join ID", "joins a line to the one above it", _ID, lambda m: Join(int(m[1]))),
    _form(":done ID", "marks an action as done", _ID, lambda m: MarkDone(int(m[1]), True)),
    _form(":undone ID", "takes that mark off", _ID, lambda m: MarkDone(int(m[1]), False)),
    _form(":go 5", "goes to that item of the agenda", _NUMBER, lambda m: Go(m[1])),
    _form(
        ":after ID",
        "puts the next lines after that one; :after alone goes back to the end",
        rf"{_ID}?",
        lambda m: After(int(m[1]) if m[1] else None),
    ),
    _form(":before ID", "puts the next lines before that one", _ID, lambda m: Before(int(m[1]))),
    _form(
        ":heading 5 New title",
        "heads an item anew; (Part II, 3) and the like as after #",
        rf"{_NUMBER}\s+(.+)",
        lambda m: Heading(m[1], m[2]),
    ),
    _form(
        ":public 5",
        "says that an item is public, or after damage :public line ID; alone, the item you are in",
        "(.*)",
        lambda m: SetPart(Part.PUBLIC, m[1]),
    ),
    _form(
        ":exempt 5 (3)",
        "says that an item is exempt (Part II), by that paragraph; alone, the item you are in",
        r"([^(]*?)\s*(?:\(([^()]*)\))?",
        lambda m: SetPart(Part.EXEMPT, m[1], m[2] or ""),
    ),
    _form(
        ":looked",
        "says that you have looked through what was saved of a damaged draft",
        "",
        lambda _: Looked(),
    ),
    _form(
        ":order 5 after 3",
        "takes an item after (or before) another",
        rf"{_NUMBER}\s+{_BESIDE}\s+{_NUMBER}",
        lambda m: Order(m[1], m[3], _is_before(m[2])),
    ),
    _form(
        ":set closed: 8.35 pm",
        "sets a heading of the meeting, as in a notes file",
        r"([^:]+?)\s*:\s*(.*)",
        lambda m: SetValue(_name(m[1]), m[2]),
    ),
    _form(
        ":add apologies: NAME",
        "puts people on a list of the meeting, as in a notes file",
        r"([^:]+?)\s*:\s*(.+)",
        lambda m: AddPeople(_name(m[1]), m[2]),
    ),
    _form(
        ":rename @jp to NAME",
        "corrects somebody's name wherever it stands",
        r"(.+?)\s+to\s+(.+)",
        lambda m: Rename(m[1], m[2]),
    ),
    _form(
        ":insist :edit ID New text",
        "changes even what a vote has settled: the motion, the vote, what it resolved",
        "(.+)",
        _insist,
    ),
    _form(":find WORDS", "lists the lines that hold the words", "(.+)", lambda m: Find(m[1])),
    _form(
        ":replace /old/new/",
        "puts new words for the old in the whole meeting",
        _OLD_NEW.pattern,
        lambda m: Replace(*_plain(m)),
    ),
    _form(
        ":lines",
        "lists the lines of the item; :lines all, of the meeting",
        r"(all)?",
        lambda m: ListLines(m[1] is not None),
    ),
    _form(":gaps", "lists the lines with a ?? to fill", "", lambda _: Show("gaps")),
    _form(":actions", "lists the actions and promises", "", lambda _: Show("actions")),
    _form(":decisions", "lists what was decided", "", lambda _: Show("decisions")),
    _form(":check", "lists what does not stand", "", lambda _: Show("check")),
    _form(":agenda", "lists the items", "", lambda _: Show("agenda")),
    _form(":people", "lists who attends, with their codes", "", lambda _: Show("people")),
    _form(":help", "lists the signs and the commands", "", lambda _: Show("help")),
    _form(":save", "saves now", "", lambda _: Save()),
)
_BY_NAME = {form.name: form for form in COMMANDS}


def parse_command(body: str) -> Command | BadCommand | None:
    """Read a line that begins with ``:``; None where no word follows it, so that it is text."""
    match = _COMMAND.fullmatch(body)
    if match is None:
        return None
    form = _BY_NAME.get(match[1].lower())
    if form is None:
        return BadCommand(_no_command(match[1].lower()))
    words = re.fullmatch(form.form, (match[2] or "").strip(), re.DOTALL | re.IGNORECASE)
    return form.build(words) if words else BadCommand(f"write {form.usage}")


def _no_command(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, _BY_NAME, 1)
    meant = f"; :{near[0]} may be meant" if near else ""
    return f"there is no command :{word[:20]}{meant}; :help lists them"


def parse_mend(body: str) -> Mend | None:
    r"""Read ``s/old/new/``; a slash in either is written ``\/``. None for anything else."""
    match = _OLD_NEW.fullmatch(body, 1) if body.startswith("s") else None
    return Mend(*_plain(match)) if match else None
