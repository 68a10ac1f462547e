"""The commands of the capture language, from ``:undo`` to ``:save``, as data."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from minute_taker.capture.entries import (
    BadCommand,
    ChangeKind,
    Command,
    Delete,
    Edit,
    Go,
    ListLines,
    Mend,
    Move,
    Redo,
    Save,
    Undo,
)
from minute_taker.capture.signs import sign_named

_ID = r"(\d{1,9})"
_COMMAND = re.compile(r":([A-Za-z]+)(?:\s+(.*))?", re.DOTALL)
_MEND = re.compile(r"s/((?:[^/\\]|\\.)+)/((?:[^/\\]|\\.)*)/", re.DOTALL)


class CommandForm(Struct, frozen=True):
    """One command: how it is written, what it does, and what its words become."""

    name: str
    usage: str
    does: str
    form: re.Pattern[str]
    build: Callable[[re.Match[str]], Command | BadCommand]


def _kind(match: re.Match[str]) -> Command | BadCommand:
    sign = sign_named(match[2])
    if sign is None or sign.kind is None:
        return BadCommand(":kind takes a line's number and a sign or its word, as in :kind 12 >")
    return ChangeKind(int(match[1]), sign.sign)


def _form(
    usage: str, does: str, form: str, build: Callable[[re.Match[str]], Command | BadCommand]
) -> CommandForm:
    name = usage[1:].split()[0]
    return CommandForm(name, usage, does, re.compile(form, re.DOTALL | re.IGNORECASE), build)


COMMANDS = (
    _form(":undo", "takes the last change back", "", lambda m: Undo()),  # noqa: ARG005
    _form(":redo", "does it again", "", lambda m: Redo()),  # noqa: ARG005
    _form(
        ":edit ID New text",
        "puts new text for a line's",
        rf"{_ID}\s+(.+)",
        lambda m: Edit(int(m[1]), m[2]),
    ),
    _form(":delete ID", "takes a line out", _ID, lambda m: Delete(int(m[1]))),
    _form(
        ":move ID after ID",
        "puts a line after another",
        rf"{_ID}\s+after\s+{_ID}",
        lambda m: Move(int(m[1]), int(m[2])),
    ),
    _form(":kind ID SIGN", "makes a line of another kind", rf"{_ID}\s+(.+)", _kind),
    _form(":go 5", "goes to that item of the agenda", r"(\d\S{0,9})", lambda m: Go(m[1])),
    _form(
        ":lines",
        "lists the lines of the item; :lines all, of the meeting",
        r"(all)?",
        lambda m: ListLines(m[1] is not None),
    ),
    _form(":save", "saves now", "", lambda m: Save()),  # noqa: ARG005
)
_BY_NAME = {form.name: form for form in COMMANDS}


def parse_command(body: str) -> Command | BadCommand | None:
    """Read a line that begins with ``:``; None where no word follows it, so that it is text."""
    match = _COMMAND.fullmatch(body)
    if match is None:
        return None
    form = _BY_NAME.get(match[1].lower())
    if form is None:
        names = ", ".join(f":{known}" for known in _BY_NAME)
        return BadCommand(f"there is no command :{match[1][:20]}; there are {names}")
    words = form.form.fullmatch((match[2] or "").strip())
    return form.build(words) if words else BadCommand(f"write {form.usage}")


def parse_mend(body: str) -> Mend | None:
    r"""Read ``s/old/new/``; a slash in either is written ``\/``. None for anything else."""
    match = _MEND.fullmatch(body)
    if match is None:
        return None
    old, new = (re.sub(r"\\([/\\])", r"\1", part) for part in match.groups())
    return Mend(old, new)
