"""Lines and items made from what was typed, and lines made anew from what is typed over them."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from minute_taker.capture.entries import Blank, ItemEntry, LineEntry, Mend
from minute_taker.capture.facts_parser import fact_of, literal_fact
from minute_taker.capture.language import body_of, format_line, parse, read_body
from minute_taker.capture.signs import ESCAPE, sign_named, sign_of, split_sign
from minute_taker.minutes.changes import ChangeRefused
from minute_taker.minutes.model import HEADING_FIELDS, Item, Kind, Line, Part
from minute_taker.minutes.text import LONGEST_LINE, clean


def line_from(entry: LineEntry, line_id: int, at: dt.datetime | None) -> Line:
    """The line that an entry makes."""
    return Line(
        id=line_id,
        kind=entry.kind,
        text=entry.text,
        depth=entry.depth,
        speaker=entry.speaker,
        addressee=entry.addressee,
        plus=entry.plus,
        number=entry.number,
        fact=entry.fact,
        at=at,
    )


def item_from(entry: ItemEntry, item_id: int) -> Item:
    """The item, without lines, that a heading makes."""
    return headed(Item(id=item_id, source=entry.source), entry)


def headed(item: Item, entry: ItemEntry) -> Item:
    """``item`` under the heading that was typed for it; its lines stay."""
    return replace(item, **{name: getattr(entry, name) for name in HEADING_FIELDS})


#: The fields of a heading that, typed again, change an item that is there already.
_GIVEN = tuple(name for name in HEADING_FIELDS if name not in ("title", "heading", "part"))


def headed_further(item: Item, entry: ItemEntry) -> Item:
    """``item`` with what its heading, typed again, says besides the title."""
    given = {name: getattr(entry, name) for name in _GIVEN if getattr(entry, name)}
    if entry.part is Part.EXEMPT or entry.said_public:
        given["part"] = entry.part
        given["said_public"] = entry.said_public
    return replace(item, **given)


def _over(line: Line, entry: LineEntry, depth: int | None = None) -> Line:
    """``line`` with the words, the kind and the people of ``entry``; id and time stay."""
    if len(entry.text) > LONGEST_LINE:
        raise ChangeRefused(
            f"a paragraph is at most {LONGEST_LINE:,} characters long; divide this one"
        )
    # Other words settle nothing of what damage left in doubt.
    made = replace(line_from(entry, line.id, line.at), doubtful=line.doubtful)
    return made if depth is None else replace(made, depth=depth)


def edited(line: Line, raw: str) -> Line:
    r"""``line`` with what is typed over it.

    Bare words keep the line's kind, and its depth unless they are indented; a sign changes
    both; ``\`` makes plain text of it; ``s/old/new/`` mends it. Raises ChangeRefused for
    nothing, a heading or a command.
    """
    entry = parse(raw)
    if isinstance(entry, Mend):
        return mended(line, entry)
    if isinstance(entry, Blank):
        raise ChangeRefused(f"nothing was typed; :delete {line.id} takes the line out")
    if not isinstance(entry, LineEntry):
        raise ChangeRefused("a line can't become a heading or a command")
    body = clean(raw).text
    if body.startswith(ESCAPE) or split_sign(body)[0].sign:
        return _over(line, entry)
    entry = read_body(sign_of(line.kind, line.plus), body, entry.depth)
    return _over(line, entry, entry.depth or line.depth)


def reworded(line: Line, text: str) -> Line:
    """``line`` with other words, and what they say as data; kind and people stay.

    A line that was typed as plain words stays plain.
    """
    said = fact_of(line.kind, line.text, speaker=line.speaker, plus=line.plus)
    read = fact_of if line.fact == said else literal_fact
    fact = read(line.kind, text, speaker=line.speaker, plus=line.plus)
    return replace(line, text=text, fact=fact)


def mended(line: Line, mend: Mend) -> Line:
    """``line`` with the first ``old`` in its words, or in who speaks, made ``new``.

    Raises ChangeRefused where the words are not there, or nothing would be left.
    """
    written = format_line(line).lstrip()
    sign = sign_of(line.kind, line.plus)
    payload = written[len(sign.sign) :].lstrip() if sign.sign else written
    at = payload.rfind(line.text)
    head, text = payload[:at], line.text
    if mend.old in text:
        text = text.replace(mend.old, mend.new, 1)
    elif mend.old in head:
        head = head.replace(mend.old, mend.new, 1)
    else:
        raise ChangeRefused("the line does not have these words; s/old/new/ mends the last line")
    payload = clean(head + text).text
    if not clean(text).text or not payload:
        raise ChangeRefused(f"nothing would be left; :delete {line.id} takes the line out")
    if line.kind is Kind.TEXT:
        return _over(line, LineEntry(Kind.TEXT, clean(text).text, line.depth))
    return _over(line, read_body(sign, payload, line.depth))


def with_kind(line: Line, wanted: str) -> Line:
    """``line`` under another sign: who speaks stays, as words where the kind has no speaker.

    Raises ChangeRefused for what is no line's sign.
    """
    sign = sign_named(wanted)
    if sign is None or sign.kind is None:
        raise ChangeRefused("that sign makes no line")
    literal = format_line(line).endswith(ESCAPE + line.text) and sign.kind is not Kind.TEXT
    payload = body_of(line)
    if literal:
        payload = payload[: len(payload) - len(line.text)] + ESCAPE + line.text
    if sign.kind is Kind.TEXT:
        return _over(line, LineEntry(Kind.TEXT, payload, line.depth))
    return _over(line, read_body(sign, payload, line.depth))
