"""Search a public copy before it is put in place: no exempt word may be in the file.

Composing leaves the lines of Part II items out. This does not trust it: the file itself is
searched, every part of it, its properties and its name, for the words of those lines.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import Style
from minute_taker.exporting.errors import ExportRefused
from minute_taker.minutes.checking import Finding, unsettled_parts
from minute_taker.minutes.exempt import public_view, withheld
from minute_taker.minutes.model import Meeting

#: So many words in a row are taken for the exempt line's own; fewer are everyday English.
_TELLING = 6

#: How many lines a refusal names before it counts the rest.
_NAMED = 12
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
#: Tags that part words: ends of paragraphs and cells, breaks, tabs. Others stand within a word.
_BETWEEN = re.compile(
    r"</(?:w:p|w:tc|p|li|td|th|h\d|div|title|caption|[a-z]+:[a-zA-Z]+)>|<(?:w:br|w:tab|br)\b[^>]*>"
)
_RUN_END = re.compile(r"</w:(?:r|t|rPr|pPr)>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')


class ExemptFound(ExportRefused):
    """The public copy would have held exempt words; it was not written.

    ``lines`` are the ids of the lines whose words they are.
    """

    def __init__(self, words: str, lines: Sequence[int]) -> None:
        super().__init__(words)
        self.lines = tuple(lines)


class Unsettled(ExportRefused):
    """It is not settled yet what is exempt; no public copy was written."""


Exempt = Mapping[int, tuple[str, ...]]
#: Words in a row, in small letters.
_Row = tuple[str, ...]


def exempt_texts(meeting: Meeting) -> Exempt:
    """The words that a public copy leaves out, by the id of their line."""
    return {line.id: words for line, words in withheld(meeting)}


def public_texts(meeting: Meeting, style: Style) -> tuple[str, ...]:
    """Return the words of a public copy composed without any exempt line.

    The page is composed anew of what the public may see, so that everyday words and the
    style's own sentences are allowed, whatever was taken down under Part II in the same words.
    """
    shown = public_view(meeting)
    lines = [line.text for _, line in shown.lines()]
    composed = compose(shown, style, public=False)
    reports = [composed.title, composed.header, composed.footer]
    titles = [item.title for item in meeting.items]
    people = [f"{person.name} {person.post} {person.organisation}" for person in meeting.attendance]
    head = [meeting.council, meeting.committee, meeting.called, meeting.venue, meeting.clerk,
            meeting.contact, meeting.chair]  # fmt: skip
    return (*lines, *titles, *people, *head, document_text(composed), *reports)


def refuse_unsettled(meeting: Meeting) -> None:
    """Refuse a public copy while it is not settled what is exempt. Raises Unsettled."""
    found = list(unsettled_parts(meeting))
    if found:
        more = f" (and {len(found) - 1} more: see check)" if len(found) > 1 else ""
        where = f"line {found[0].line}: " if found[0].line is not None else ""
        raise Unsettled(f"the public copy was not written: {where}{found[0].words}{more}")


def refused_beforehand(meeting: Meeting, style: Style) -> tuple[Finding, ...]:
    """Return the lines for whose words a public copy would be refused, in the order of the record.

    The copy is composed and searched as a text; nothing is written. What is not yet settled,
    which refuses it too, is for ``check`` to say.
    """
    exempt = exempt_texts(meeting)
    if not exempt:
        return ()
    copy = compose(meeting, style)
    text = "\n".join((document_text(copy), copy.title, copy.header, copy.footer))
    try:
        refuse_exempt(text.encode(), exempt, public_texts(meeting, style))
    except ExemptFound as refused:
        words = "words of this line, taken down under Part II, stand in the public copy as well"
        return tuple(
            Finding("exempt-words-in-public", words, item.id, line.id)
            for item, line in meeting.lines()
            if line.id in refused.lines
        )
    return ()


def refuse_exempt(
    data: bytes, exempt: Exempt, public: Iterable[str] = (), *, name: str = ""
) -> None:
    """Refuse a file (a Word document or any text) in which an exempt line's words stand.

    ``exempt`` has the words that are left out of each line, by the line's id.

    A line counts as found where six words of it stand in a row, or all of it where it is
    shorter, unless the same words are public in this meeting anyway. One or two words that
    are everyday ones ("Noted.") prove nothing and are not looked for; a figure or a name does.
    Raises ExemptFound, which names the lines by their ids and says none of their words.
    """
    telling = {
        line_id: {row for text in texts for row in _telling(text)}
        for line_id, texts in exempt.items()
    }
    rows = set().union(*telling.values())
    looked_for = rows - _standing(rows, public)
    leaked = _standing(looked_for, (*_texts(data), name))
    found = [line_id for line_id, told in telling.items() if told & leaked]
    if found:
        raise ExemptFound(
            f"the public copy was not written: words of {_lines(found)}, taken down under "
            "Part II, are in it",
            found,
        )


def _lines(ids: Sequence[int]) -> str:
    named = ", ".join(map(str, ids[:_NAMED]))
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"line{'' if len(ids) == 1 else 's'} {named}{more}"


def _standing(rows: Collection[_Row], texts: Iterable[str]) -> set[_Row]:
    """Which of the rows of words stand in one of the texts, whatever their capitals.

    Each text is gone through once, however many rows there are.
    """
    sizes: dict[str, set[int]] = {}
    for row in rows:
        sizes.setdefault(row[0], set()).add(len(row))
    found: set[_Row] = set()
    for text in texts if rows else ():
        words = _WORD.findall(text.casefold())
        for at, word in enumerate(words):
            for size in sizes.get(word, ()):
                row = tuple(words[at : at + size])
                if row in rows:
                    found.add(row)
    return found


def _telling(line: str) -> Iterator[_Row]:
    """Return the runs of words that identify a line."""
    words = _WORD.findall(line.casefold())
    if len(words) < 3:
        told = any(any(c.isdigit() for c in word) and len(word) > 2 for word in words)
        named = any(word[0].isupper() for word in _WORD.findall(line)[1:])
        if not (told or named):
            return
    size = min(len(words), _TELLING)
    for start in range(len(words) - size + 1):
        if size:
            yield tuple(words[start : start + size])


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
