"""The last look at a public copy: exempt words must be in the written file nowhere.

Composing leaves the lines of Part II items out. This does not trust it: the file itself is
searched, every part of it, its properties and its name, for the words of those lines.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from minute_taker.exporting.errors import ExportRefused
from minute_taker.minutes.model import Meeting, Part

#: So many words in a row are taken for the exempt line's own; fewer are everyday English.
_TELLING = 6

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
#: Tags that part words: ends of paragraphs and cells, breaks, tabs. Others stand within a word.
_BETWEEN = re.compile(
    r"</(?:w:p|w:tc|p|li|td|th|h\d|div|title|caption|[a-z]+:[a-zA-Z]+)>|<(?:w:br|w:tab|br)\b[^>]*>"
)
_RUN_END = re.compile(r"</w:(?:r|t|rPr|pPr)>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')


class ExemptFound(ExportRefused):
    """The public copy would have held exempt words; it was not written."""


def exempt_texts(meeting: Meeting) -> tuple[str, ...]:
    """What was taken down under the Part II items."""
    return tuple(line.text for item, line in meeting.lines() if item.part is Part.EXEMPT)


def public_texts(meeting: Meeting) -> tuple[str, ...]:
    """What may stand in a public copy: public lines, headings, the attendance, the head."""
    lines = [line.text for item, line in meeting.lines() if item.part is Part.PUBLIC]
    titles = [item.title for item in meeting.items]
    people = [f"{person.name} {person.post} {person.organisation}" for person in meeting.attendance]
    head = [meeting.council, meeting.committee, meeting.called, meeting.venue, meeting.clerk,
            meeting.contact, meeting.chair]  # fmt: skip
    return (*lines, *titles, *people, *head)


def refuse_exempt(
    data: bytes, exempt: Iterable[str], public: Iterable[str] = (), *, name: str = ""
) -> None:
    """Refuse a file (a Word document or any text) in which an exempt line's words stand.

    A line counts as found where six words of it stand in a row, or all of it where it is
    shorter, unless the same words are public in this meeting anyway. One or two words that
    are everyday ones ("Noted.") prove nothing and are not looked for; a figure or a name does.
    Raises ExemptFound, which says how many lines but none of their words.
    """
    allowed = "|".join(map(_spaced, public))
    found_in = [_spaced(text) for text in (*_texts(data), name)]
    count = 0
    for line in exempt:
        telling = [words for words in _telling(line) if words not in allowed]
        count += any(words in text for words in telling for text in found_in)
    if count:
        lines = "a line" if count == 1 else f"{count} lines"
        raise ExemptFound(
            f"the public copy was not written: words of {lines} taken down under Part II are in it"
        )


def _spaced(text: str) -> str:
    """The words alone, in small letters, a space before and after each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _telling(line: str) -> Iterator[str]:
    """The rows of words by which the line is known again, each as :func:`_spaced` has it."""
    words = _WORD.findall(line.casefold())
    if len(words) < 3:
        told = any(any(c.isdigit() for c in word) and len(word) > 2 for word in words)
        named = any(word[0].isupper() for word in _WORD.findall(line)[1:])
        if not (told or named):
            return
    size = min(len(words), _TELLING)
    for start in range(len(words) - size + 1):
        yield f" {' '.join(words[start : start + size])} "


def _texts(data: bytes) -> Iterator[str]:
    """Everything in a file that can be read: each part of a package, or the file itself."""
    if not data.startswith(b"PK"):
        yield from _read(data)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            yield info.filename
            yield info.comment.decode("utf-8", "replace")
            yield from _read(archive.read(info))
        yield archive.comment.decode("utf-8", "replace")


def _read(blob: bytes) -> Iterator[str]:
    # Its list of entities takes long to make, and most meetings have nothing exempt.
    import html

    text = blob.decode("utf-8", "replace")
    yield html.unescape(_TAG.sub("", _BETWEEN.sub(" ", _RUN_END.sub("", text))))
    yield html.unescape(" | ".join(_ATTRIBUTE.findall(text)))
