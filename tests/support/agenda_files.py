"""Files that a clerk has before a meeting, made up: each as its program writes it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def twice(text: str) -> str:
    """The text encoded, and encoded again, as the committee system does."""
    return escape(escape(text))


def xml_item(
    title: str,
    number: str = "1.",
    *,
    text: str = "",
    restricted: bool = False,
    shown: bool = True,
    ident: int = 1,
) -> str:
    """One agenda item of the web service; ``number`` empty is a heading."""
    counted = "".join(char for char in number if char.isdigit()) or "0"
    return (
        f"<agendaitem><agendaitemid>{ident}</agendaitemid>"
        f"<agendaitemnumber>{counted}</agendaitemnumber>"
        f"<fulldisplaynumberformat>{number}</fulldisplaynumberformat>"
        f"<agendaitemtitle>{twice(title)}</agendaitemtitle><agendatext>{twice(text)}</agendatext>"
        f"<isrestricted>{restricted}</isrestricted><isdisplayallowed>{shown}</isdisplayallowed>"
        "<linkeddocuments><linkeddoc><title>A paper</title><url>http://example.invalid/p.pdf</url>"
        "</linkeddoc></linkeddocuments></agendaitem>"
    )


def xml_attendee(name: str, role: str = "Committee Member", told: str = "Expected", **more: str):
    """One attendee of the web service."""
    fields = {"membertype": "councillor", "memberid": "1", "representing": "", **more}
    pairs = {"name": name, "roledescription": role, "attendance": told, **fields}
    attributes = " ".join(f"{key}={quoteattr(escape(value))}" for key, value in pairs.items())
    return f"<attendee {attributes}><url>http://example.invalid/u</url></attendee>"


def meeting_xml(items: Iterable[str] = (), attendees: Iterable[str] = (), head: str = "") -> str:
    """A meeting of the web service."""
    return (
        "<meeting><meetingid>9</meetingid><meetingdate>03/06/2027</meetingdate>"
        "<meetingtime>18:30</meetingtime><meetinglocation>The Old Granary</meetinglocation>"
        f"{head}<agendaitems>{''.join(items)}</agendaitems>"
        f"<attendees>{''.join(attendees)}</attendees></meeting>"
    )


def in_envelope(xml: str, *, as_text: bool = False) -> str:
    """An answer in its SOAP envelope, as elements or as text."""
    inside = escape(xml) if as_text else xml
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        '<GetMeetingResponse xmlns="http://example.invalid/namespaces"><GetMeetingResult>'
        f"{inside}</GetMeetingResult></GetMeetingResponse></soap:Body></soap:Envelope>"
    )


def page_row(number: str, title: str, *, ident: str = "", more: str = "") -> str:
    """One row of the committee system's table of items."""
    anchor = f'<a name="AI{ident}"></a>' if ident else ""
    shown = f'<p class="mgAiTitleTxt" >{number}</p>' if number else "&nbsp;"
    return (
        f'<tr><td class="mgItemNumberCell">{shown}</td>'
        f'<td>{anchor}<p class="mgAiTitleTxt" >{title}</p>{more}</td></tr>\n'
    )


def agenda_page(
    rows: Iterable[str], heading: str = "Parks Panel - Thursday, 3rd June, 2027 6.30 pm"
):
    """A saved agenda page, with the navigation around it."""
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Agenda</title></head><body>"
        "<div id='nav'><ul><li>1. Home</li><li>2. Meetings</li></ul></div>"
        f"<div id='modgov'><h2 class='mgSubTitleTxt'>{heading}</h2>"
        "<p><span class='mgLabel'>Venue:</span> The Old Granary&nbsp;"
        "<a href='x'>View directions</a></p>"
        "<p><span class='mgLabel'>Contact:</span> Wren Addis, Clerk&nbsp;01234 555 010</p>"
        f"<table class='mgItemTable' id='mgItemTable'><tbody>{''.join(rows)}</tbody></table>"
        "<script>var rows = '<tr><td>9.</td><td>Not an item</td></tr>';</script>"
        "</div></body></html>"
    )


def attendance_page(rows: Iterable[Sequence[str]]) -> str:
    """A saved attendance page: name, role, attendance."""
    body = "".join(
        f"<tr><td><a href='mgUserInfo.aspx?UID={n}'>{escape(name)}</a></td>"
        f"<td>{escape(role)}</td><td>{told}</td></tr>"
        for n, (name, role, told) in enumerate(rows, 501)
    )
    return (
        "<html><body><h2 class='mgSubTitleTxt'>Thursday, 3rd June, 2027 6.30 pm, Parks Panel</h2>"
        "<table summary='Table of meeting attendance'><thead><tr><th>Attendee</th><th>Role</th>"
        f"<th>Attendance</th></tr></thead><tbody>{body}</tbody></table></body></html>"
    )


def invitation(lines: Iterable[str]) -> str:
    """A calendar invitation with these lines in its event."""
    body = "\r\n".join(lines)
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:GMT Standard Time\r\n"
        "BEGIN:STANDARD\r\nDTSTART:16011028T020000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        f"BEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


class Word:
    """A Word document under construction."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def line(self, text: str, *, style: str = "Normal") -> Word:
        """A paragraph; a tab is a tab, a line end a line break."""
        self.document.add_paragraph(text, style=style)
        return self

    def counted(self, *texts: str) -> Word:
        """Paragraphs that Word counts."""
        for text in texts:
            self.document.add_paragraph(text, style="List Number")
        return self

    def table(self, *rows: Sequence[str]) -> Word:
        """A table."""
        table = self.document.add_table(rows=0, cols=max(map(len, rows)))
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
        return self

    def hidden(self, text: str) -> Word:
        """A paragraph that is not shown, and one that was deleted with its changes tracked."""
        run = self.document.add_paragraph().add_run(text)
        run.font.hidden = True
        paragraph = self.document.add_paragraph()
        deleted = OxmlElement("w:del")
        run_of = OxmlElement("w:r")
        words = OxmlElement("w:delText")
        words.text = text
        run_of.append(words)
        deleted.append(run_of)
        paragraph._p.append(deleted)
        deleted.set(qn("w:author"), "Somebody")
        return self

    def data(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()
