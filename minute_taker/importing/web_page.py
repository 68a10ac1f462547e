"""The saved web page of a committee system: an agenda, an attendance, or both.

The page is read as it lies there; nothing that it links to is fetched. What was already minuted
or decided on it is not the agenda's, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minute_taker.importing.agenda_rows import AgendaReader, Row, plain_number
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found, FoundItem, FoundPerson, LeftOut
from minute_taker.importing.headings import heading_facts
from minute_taker.importing.limits import MOST_ROWS, Element, parse_html
from minute_taker.importing.naming import plain_name
from minute_taker.importing.people_table import columns_of, read_table
from minute_taker.importing.titles import exempt_paragraph, part_begun, read_title
from minute_taker.importing.words import tidy, without_contacts
from minute_taker.minutes.model import HeadingKind, Part
from minute_taker.minutes.text import GAP

_BLOCKS = {"p", "div", "li", "br", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6",
           "td", "th", "dt", "dd", "section", "article"}  # fmt: skip
_UNSEEN = {"script", "style", "noscript", "template", "head"}
_CUT = re.compile(r"\s*(?:\.{3}|…)?\s*view the full (?:agenda )?text\b.*$", re.IGNORECASE)
_TAKEN_DOWN = re.compile(r"^(?:draft )?(?:minutes?|decisions?|resolved|voting)\b", re.IGNORECASE)
_RESTRICTED = re.compile(r"\brestricted\b|\bnot for publication\b", re.IGNORECASE)
_NUMBER = re.compile(r"[(\[]?(\d{1,3}(?:\s*\.?\s*[a-z]|(?:\.\d{1,2})+)?)[.):\]]*", re.IGNORECASE)
_LABEL = re.compile(
    r"^(venue|location|place|contact(?: officer)?|committee officer|clerk)\s*:\s*(.+)$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[,;]|\b(?:tel(?:ephone)?|phone|e-?mail|mobile|fax|ext)\b", re.IGNORECASE)
_AFTER_VENUE = re.compile(r"\s*(?:view (?:directions|map)|\(?map\)?|directions)\s*$", re.IGNORECASE)


def read_web_page(text: str) -> Found:
    """What a page of the committee system holds. Raises ImportRefused for any other page."""
    root = parse_html(text)
    for element in list(root.iter()):
        if isinstance(element.tag, str) and element.tag in _UNSEEN and element.tag != "head":
            # What a reader does not see is no part of the page; what follows it is.
            _empty(element)
    head, remarks = _head(root)
    items, left_out, cut = _items(root)
    people, nobody = _people(root)
    if not items and not people:
        raise ImportRefused(
            "this seems to be a web page, but neither an agenda nor an attendance is on it"
        )
    kinds = [name for name, rows in (("agenda", items), ("attendance", people)) if rows]
    return Found(
        kind=f"the web page of an {' and an '.join(kinds)}",
        head=head,
        items=items,
        people=people,
        left_out=(*left_out, *nobody),
        remarks=(*remarks, *cut),
    )


def _empty(element: Element) -> None:
    for child in list(element):
        element.remove(child)
    element.text = ""


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").lower().split())


def _lines(element: Element, without: frozenset[str] = frozenset()) -> list[str]:
    """The paragraphs of an element; what has a class of ``without`` is passed over."""
    pieces: list[str] = []

    def walk(node: Element) -> None:
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            return
        if _classes(node) & without:
            return
        block = node.tag in _BLOCKS
        pieces.append("\n" if block else "")
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        pieces.append("\n" if block else "")

    walk(element)
    # Line ends of the page's source are white space; only its elements end a paragraph.
    marked = "".join(piece if piece == "\n" else re.sub(r"\s", " ", piece) for piece in pieces)
    return [words for line in marked.split("\n") if (words := tidy(line))]


def _words(element: Element, without: frozenset[str] = frozenset()) -> str:
    return " ".join(_lines(element, without))


def _head(root: Element) -> tuple[dict[str, Any], list[str]]:
    head: dict[str, Any] = {}
    remarks: list[str] = []
    status = ""
    for element in _headings(root):
        facts, became = heading_facts(_words(element) if element.tag != "title" else element.text)
        if element.tag == "title":
            named = [tidy(part) for part in re.split(r"\s[|–-]\s", element.text or "")]
            facts, became = heading_facts(named[0]) if named else ({}, "")
            council = named[-1] if len(named) > 1 else ""
            if re.search(r"\bcouncil\b|\bborough\b", council, re.IGNORECASE):
                facts["council"] = council
        if "date" in facts or "council" in facts:
            head = {**facts, **head}
            status = status or became
    for line in _labelled(root):
        match = _LABEL.match(line)
        if match is None:
            continue
        if match[1].lower() in ("venue", "location", "place"):
            head.setdefault("venue", _AFTER_VENUE.sub("", match[2]).strip(" .;,"))
        elif name := plain_name(without_contacts(_CONTACT.split(match[2])[0])):
            head.setdefault("clerk", name)
    if status:
        remarks.append(f"the page says that this meeting is {status}")
    return head, remarks


def _headings(root: Element) -> Iterator[Element]:
    """The headings that may name the meeting, the likeliest first."""
    for element in root.iter("h1", "h2", "h3"):
        if "mgsubtitletxt" in _classes(element):
            yield element
    for element in root.iter("h1", "h2", "title"):
        if "mgsubtitletxt" not in _classes(element):
            yield element


def _labelled(root: Element) -> Iterator[str]:
    for element in root.iter("p", "div", "li", "td", "dd"):
        if any(child.tag in ("p", "div", "table", "ul") for child in element.iterdescendants()):
            continue
        yield _words(element)


def _items(root: Element) -> tuple[tuple[FoundItem, ...], tuple[LeftOut, ...], list[str]]:
    tables = [
        table
        for table in root.iter("table")
        if "mgitemtable" in _classes(table) | {(table.get("id") or "").lower()}
    ]
    if not tables:
        return _plain_items(root)
    reader = _ItemTable()
    for table in tables:
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is table:
                reader.take(row)
    return tuple(reader.items), tuple(reader.left_out), reader.remarks()


class _ItemTable:
    """Goes through the rows of the committee system's table of items."""

    def __init__(self) -> None:
        self.items: list[FoundItem] = []
        self.left_out: list[LeftOut] = []
        self._part, self._reason = Part.PUBLIC, ""
        self._cut: list[str] = []
        self._odd: list[str] = []
        self._minuted = 0

    def take(self, row: Element) -> None:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2 or all(cell.tag == "th" for cell in cells):
            if len(cells) == 1 and (words := _words(cells[0])):
                self._add("", words, cells[0])
            return
        if len(self.items) + len(self.left_out) >= MOST_ROWS:
            raise ImportRefused("this page has more items than any agenda")
        shown = _words(cells[0])
        match = _NUMBER.fullmatch(shown)
        number = plain_number(match[1]) if match else ""
        content = cells[1]
        title = next(
            (_words(e, frozenset({"mgfilesize"})) for e in content.iter("p", "h3", "h4", "div", "a",
             "span") if "mgaititletxt" in _classes(e)),
            "",
        )  # fmt: skip
        if not title:
            title = next(iter(_lines(content, frozenset({"mgfilesize", "mgwordpara"}))), "")
        self._add(number, title, content, counted=any(char.isalnum() for char in shown))
        if self.items and not number and self.items[-1].heading is HeadingKind.NUMBERED:
            self._odd.append(shown)

    def _add(self, number: str, words: str, content: Element, *, counted: bool = False) -> None:
        title = read_title(words, private=self._part is Part.EXEMPT)
        if not title.words:
            if number:
                self.left_out.append(LeftOut("item", number, "it has no title"))
            return
        text = self._text(content, number or title.words)
        begun = part_begun(title.words) if not counted else None
        if begun is not None:
            self._part = begun
            self._reason = exempt_paragraph(" ".join((title.words, *text)))
        exempt = counted and (title.exempt or self._part is Part.EXEMPT or _is_restricted(content))
        given = title.paragraph or exempt_paragraph(" ".join(text)) or self._reason
        self.items.append(
            FoundItem(
                title=title.words,
                number=number,
                heading=HeadingKind.NUMBERED if counted else HeadingKind.UNNUMBERED,
                part=Part.EXEMPT if exempt else Part.PUBLIC,
                exempt_paragraph=given if exempt else "",
                text=tuple((0, line) for line in text),
                source=_source(content),
            )
        )

    def _text(self, content: Element, shown: str) -> list[str]:
        """What the agenda says under the heading; not what was minuted or decided."""
        text: list[str] = []
        minuted = False
        for element in content.iter():
            classes = _classes(element) if isinstance(element.tag, str) else set()
            if "mgsubitemtitletxt" in classes:
                minuted = _TAKEN_DOWN.match(_words(element)) is not None
                self._minuted += minuted
            elif not minuted and _is_text(element, content):
                for line in _lines(element):
                    whole = _CUT.sub("", line)
                    if whole != line:
                        self._cut.append(shown)
                        line = f"{whole} {GAP}".strip()
                    text.append(line)
        return text

    def remarks(self) -> list[str]:
        """What is said of the texts: where they are cut, and that minutes are left out."""
        said = []
        if self._cut:
            said.append(f"the text of item {', '.join(self._cut)} is cut on the page: a ?? is left")
        if self._odd:
            said.append(f"the number {', '.join(self._odd)} is none of an agenda, and is not taken")
        if self._minuted:
            said.append("what is minuted or decided on the page is left out")
        return said


def _is_text(element: Element, content: Element) -> bool:
    """Whether an element is a text of the agenda and part of no other: the system's own box for
    texts, or a paragraph that the system did not put there (its own have a class in "mg").
    """
    classes = _classes(element) if isinstance(element.tag, str) else set()
    plain = element.tag == "p" and not any(one.startswith("mg") for one in classes)
    if not plain and "mgwordpara" not in classes:
        return False
    for above in element.iterancestors():
        if above is content:
            return True
        if (above.tag in ("ul", "ol", "table") and plain) or "mgwordpara" in _classes(above):
            return False
    return True


def _is_restricted(content: Element) -> bool:
    for element in content.iter("img", "li", "span", "p"):
        if element.tag == "img":
            if _RESTRICTED.search(f"{element.get('alt') or ''} {element.get('src') or ''}"):
                return True
        elif not _classes(element) & {"mgaititletxt"} and re.match(
            r"restricted (?:enclosure|item|document|report)", _words(element), re.IGNORECASE
        ):
            return True
    return False


def _source(content: Element) -> str:
    """What the committee system calls the item: its anchor, or a link to itself."""
    for element in content.iter("a"):
        match = re.fullmatch(r"AI(\d+)", element.get("name") or element.get("id") or "")
        if match:
            return match[1]
    for element in content.iter("a"):
        match = re.search(r"[?&]AIId=(\d+)", element.get("href") or "", re.IGNORECASE)
        if match:
            return match[1]
    return ""


def _plain_items(root: Element) -> tuple[tuple[FoundItem, ...], tuple[LeftOut, ...], list[str]]:
    """The items of another system's page: the table that counts, or the paragraphs that do."""
    for table in root.iter("table"):
        rows = [
            Row(cells=tuple("\n".join(_lines(cell)) for cell in row if cell.tag in ("td", "th")),
                tabular=True)
            for row in table.iter("tr")
        ]  # fmt: skip
        if any(columns_of(row.cells) for row in rows):
            continue
        counted = [row for row in rows if len(row.cells) > 1 and _NUMBER.fullmatch(row.cells[0])]
        if len(counted) > 1:
            items, left_out = AgendaReader().read(rows)
            return items, left_out, []
    return (), (), []


def _people(root: Element) -> tuple[tuple[FoundPerson, ...], tuple[LeftOut, ...]]:
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    for table in root.iter("table"):
        lines = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        cells = [[_words(cell) for cell in row if cell.tag in ("td", "th")] for row in lines]
        headed = next((n for n, row in enumerate(cells[:3]) if columns_of(row)), None)
        columns = columns_of(cells[headed]) if headed is not None else None
        if headed is None or columns is None or not {"attendance", "role"} & set(columns):
            continue
        kept = [
            (row, line)
            for row, line in zip(cells[headed + 1 :], lines[headed + 1 :], strict=True)
            if any(row) and row != cells[headed]
        ]
        if len(kept) > MOST_ROWS:
            raise ImportRefused("this page has more people than any meeting")
        sources = [_member(line) for _, line in kept]
        listed, nobody = read_table(columns, [row for row, _ in kept], sources=sources)
        people += listed
        left_out += nobody
    return tuple(people), tuple(left_out)


def _member(row: Element) -> str:
    for element in row.iter("a"):
        match = re.search(r"[?&]UID=(\d+)", element.get("href") or "", re.IGNORECASE)
        if match:
            return match[1]
    return ""
