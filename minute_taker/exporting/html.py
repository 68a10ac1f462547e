"""The minutes as HTML: a page for the meeting, or a piece for each item.

The pieces are for pasting into a committee system, which keeps elements and throws classes
and style sheets away: so what an element is, is said by the element (``em`` for a question in
italics, ``ol type="a"`` for a list), and the page's own style sheet only sets it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from msgspec.structs import replace

from minute_taker.composing.blocks import (
    AnyBlock,
    Attendance,
    AttendanceSection,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
    Runs,
    Signature,
    Table,
    plain,
)
from minute_taker.composing.settings.typography import DocumentSettings
from minute_taker.composing.style import Style
from minute_taker.drafts.paths import slug
from minute_taker.exporting.lists import depths, grouped
from minute_taker.exporting.printed_numbers import readings
from minute_taker.minutes.visible import visible_text

_TYPES = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i",
          "upperRoman": "I"}  # fmt: skip

_SHEET = """\
body { font: 1rem/1.45 FONT, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 }
h2, h3 { font-size: 1rem; margin: 1.5em 0 0.5em }
.suffix { font-weight: normal }
.body { font-size: 1.25rem; font-weight: bold }
.date, .running { font-weight: bold }
.running { text-align: right }
.caps { text-transform: uppercase }
.run-in { margin: 1em 0 }
.run-in > * { display: inline }
.question { margin-bottom: 0.3em }
.level-1 { margin-left: 2em }
.level-2 { margin-left: 4em }
.level-3 { margin-left: 6em }
li { margin: 0.3em 0 }
table { border-collapse: collapse; margin: 1em 0 }
caption { text-align: left; font-weight: bold }
th, td { border: 1px solid #8c8c8c; padding: 0.3em 0.6em; text-align: left; vertical-align: top }
th { background: #ededed }
td p { margin: 0 0 0.2em }
ul.names { list-style: none; padding: 0; margin: 0 }
ul.names li { break-inside: avoid }
.signature { margin-top: 3em }
.line { display: inline-block; border-bottom: 1px solid; width: 18em }"""


def page_bytes(document: Document, style: Style) -> bytes:
    """The page of the meeting."""
    parts = [f'<p class="running">{_text(document.header)}</p>'] if document.header else []
    parts += _blocks(document.blocks, style.document)
    if document.footer:
        parts.append(f"<footer>{_text(document.footer)}</footer>")
    sheet = _SHEET.replace("FONT", style.document.font.translate({ord(c): None for c in "<>{};"}))
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}</title>\n<style>\n{sheet}\n</style>\n</head>\n"
        f"<body>\n<main>\n{chr(10).join(parts)}\n</main>\n</body>\n</html>\n"
    ).encode()


def item_files(document: Document, style: Style) -> dict[str, bytes]:
    """A piece for what stands before the first item and one for each, by file name, in order.

    An item that came from a committee system has in its name what that system calls it.
    """
    files: dict[str, bytes] = {}
    for number, blocks in enumerate(_by_item(document.blocks)):
        title = _title(blocks[0]) or "" if number else "before the first item"
        text = "\n".join(_blocks(blocks, style.document)) + "\n"
        name = "-".join(part for part in (_source(blocks[0]), slug(title) or "item") if part)
        files[f"{number:02d}-{name}.html"] = text.encode()
    return files


def _title(block: AnyBlock) -> str | None:
    """The words of the heading of an item that begins with the block; None where none does."""
    if isinstance(block, Heading):
        return block.text if block.level == 1 else None
    opening = block.run_in if isinstance(block, Paragraph) else ()
    return plain(opening) if opening and opening[0].heading == 1 else None


def _source(block: AnyBlock) -> str:
    """What the committee system calls the item that begins with the block; empty for none."""
    return slug(block.source) if isinstance(block, Heading | Paragraph) else ""


def _by_item(blocks: Iterable[AnyBlock]) -> Iterator[list[AnyBlock]]:
    group: list[AnyBlock] = []
    for block in blocks:
        if _title(block) is not None:
            yield group or [Paragraph(role=Role.TEXT, runs=())]
            group = []
        group.append(block)
    yield group


def _blocks(blocks: Iterable[AnyBlock], look: DocumentSettings) -> list[str]:
    """Each block's HTML; the entries of one list together."""
    made: list[str] = []
    for block in grouped(blocks):
        match block:
            case list():
                made.append(_list(block))
            case Heading():
                made.append(_heading(block))
            case Paragraph() if block.label or plain(block.runs).strip():
                made.append(_paragraph(block, look))
            case Attendance():
                made.append(_attendance(block))
            case Table():
                made.append(_table(block))
            case Signature():
                made += [
                    f'<p class="signature">{_text(label)}: <span class="line"></span></p>'
                    for label in (block.who, block.date_label)
                    if label
                ]
    return made


def _text(text: str) -> str:
    return escape(visible_text(text))


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.gap:
        text = f"<mark>{text}</mark>"
    if run.caps:
        text = f'<span class="caps">{text}</span>'
    return f"<strong>{text}</strong>" if run.strong else text


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _heading(block: Heading) -> str:
    level = min(max(block.level, 1), 2) + 1
    words = _runs(block.runs)
    suffix = f'<span class="suffix">{_text(block.suffix)}</span>' if block.suffix else ""
    inner = " ".join(part for part in (_text(block.number), words, suffix) if part)
    return f"<h{level}>{inner}</h{level}>"


def _paragraph(block: Paragraph, look: DocumentSettings) -> str:
    heading = block.run_in
    if heading:
        h = f"h{min(heading[0].heading, 2) + 1}"
        # What is bold in the words of a heading is so because it is one.
        opening = _runs([replace(run, strong=False) for run in heading]).rstrip()
        label = f"{_text(block.label)} " if block.label else ""
        rest = _paragraph(replace(block, runs=block.runs[len(heading) :], label=""), look)
        return f'<div class="run-in"><{h}>{label}{opening}</{h}>\n{rest}</div>'
    words = _runs(block.runs)
    emphasis = {
        Role.QUESTION: look.question,
        Role.LEAD_IN: look.lead_in,
        Role.AGENDA: look.agenda_text,
        Role.NOTE: look.note,
    }.get(block.role, "plain")
    for word, tag in (("italic", "em"), ("bold", "strong")):
        if word in emphasis:
            words = f"<{tag}>{words}</{tag}>"
    if block.label:
        words = f"{_text(block.label)} {words}"
    if block.role is Role.MINUTES:
        return f"<h1>{words}</h1>"
    role = block.role.value.replace(" ", "-")
    level = f" level-{block.level}" if block.level else ""
    return f'<p class="{role}{level}">{words}</p>'


def _list(entries: Sequence[ListEntry]) -> str:
    """Lists in lists, an entry's parts inside it."""
    made: list[str] = []
    open_tags: list[str] = []
    for entry, depth in zip(entries, depths(entries), strict=True):
        while len(open_tags) > depth + 1:
            made.append(f"</li></{open_tags.pop()}>")
        tag = "ol" if entry.ordered else "ul"
        if len(open_tags) == depth + 1:
            if open_tags[-1] == tag:
                made.append("</li>")
            else:
                made.append(f"</li></{open_tags.pop()}>")
        if len(open_tags) < depth + 1:
            inset = f' class="level-{entry.level}"' if not open_tags and entry.level else ""
            made.append(_list_tag(entry, inset))
            open_tags.append(tag)
        made.append(f"<li{_mark(entry)}>{_runs(entry.runs)}")
    made += [f"</li></{tag}>" for tag in reversed(open_tags)]
    return "".join(made)


def _list_tag(entry: ListEntry, inset: str) -> str:
    if not entry.ordered:
        return f"<ul{inset}>"
    form = next((m.pattern.form for m in readings(entry.mark) if m.number == entry.ordinal), "")
    kind = f' type="{_TYPES[form]}"' if form in _TYPES and form != "decimal" else ""
    start = f' start="{entry.ordinal}"' if entry.ordinal != 1 else ""
    return f"<ol{kind}{start}{inset}>"


def _mark(entry: ListEntry) -> str:
    """The mark as it is printed, where a browser's own would be another."""
    if not entry.ordered or entry.mark == f"{entry.ordinal}.":
        return ""
    mark = entry.mark.replace("\\", "").replace('"', "")
    return f" style='list-style-type:\"{_text(mark)} \"'"


def _names(section: AttendanceSection) -> str:
    if section.sentence:
        return "".join(f"<p>{_text(words)}</p>" for words in section.paragraphs)
    before = f"<p>{_text(section.before)}</p>" if section.before else ""
    names = "".join(f"<li>{_text(entry)}</li>" for entry in section.entries)
    columns = f' style="columns: {section.columns} 12em"' if section.columns > 1 else ""
    return before + (f'<ul class="names"{columns}>{names}</ul>' if names else "")


def _attendance(block: Attendance) -> str:
    sections = [s for s in block.sections if s.heading or s.entries or s.before]
    footnote = f"\n<p>{_text(block.footnote)}</p>" if block.footnote else ""

    def heading(section: AttendanceSection) -> str:
        words = _text(section.heading)
        return f'<span class="caps">{words}</span>' if section.caps else words

    if block.layout != "table":
        parts = [f"<p><strong>{heading(s)}</strong></p>{_names(s)}" for s in sections]
        return "\n".join(parts) + footnote
    head = "".join(f'<th scope="col">{_text(words)}</th>' for words in block.columns)
    rows = "\n".join(
        f'<tr><th scope="row">{heading(s)}</th><td>{_names(s)}</td></tr>' for s in sections
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>{footnote}"


def _table(block: Table) -> str:
    if not block.rows:
        return ""
    columns = max(len(row) for row in block.rows)
    caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""

    def row(cells: Sequence[Runs], tag: str) -> str:
        padded = (*cells, *[()] * (columns - len(cells)))
        opened = '<th scope="col">' if tag == "th" else "<td>"
        return f"<tr>{''.join(f'{opened}{_runs(cell)}</{tag}>' for cell in padded)}</tr>"

    head, *rest = block.rows
    body = "\n".join(row(cells, "td") for cells in rest)
    return (
        f"<table>{caption}\n<thead>{row(head, 'th')}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )
