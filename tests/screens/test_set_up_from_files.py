"""A meeting set up from files and pastes: chosen, looked at, changed, and only then taken."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from agenda_files import Word, agenda_page, page_row
from desk import EVENING, Desk, desk
from textual import events
from waiting import PATIENCE, until

from minute_taker.drafts.folders import minutes_folder
from minute_taker.minutes.model import Group, Kind, Part, State
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings

PAGE = agenda_page(
    [
        page_row("1.", "Apologies for Absence", ident="701"),
        page_row("2.", "Declarations of Interest", ident="702"),
        page_row("", "PART I - PUBLIC"),
        page_row(
            "3.", "Bandstand &amp; Kiosk RepairsPDF 412 KB", ident="703",
            more="<div class='mgWordPara'><p>RECOMMENDATION: That the Panel notes it.</p></div>",
        ),
        page_row("", "PART II - PRESS AND PUBLIC EXCLUDED"),
        page_row("4.", "The Kiosk's Lease", ident="704"),
    ]
)  # fmt: skip
MEMBERS = (
    "Surname,Forename,Title,Role,Email\r\nLarkin,Ada,Cllr,Chairman,ada@example.invalid\r\n"
    "O’Winter,Bo,Cllr,,\r\nTarn,Cerys,Cllr Dr,Vice-Chairman,\r\n,,,,\r\nVacancy,,,,\r\n"
).encode("cp1252")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The clerk's folder of downloads, with an agenda and a members' list among other files."""
    home = tmp_path / "home"
    folder = home / "Downloads"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    (folder / "ieListDocuments.html").write_text(PAGE, encoding="utf-8")
    (folder / "members.csv").write_bytes(MEMBERS)
    (folder / "holiday.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "old letter.txt").write_text("Dear Hollis")
    for age, name in enumerate(("members.csv", "ieListDocuments.html", "old letter.txt")):
        os.utime(folder / name, (1_900_000_000 - age * 60,) * 2)
    return folder


class Clerk(Desk):
    """A clerk at the drafts screen, whose keys are counted."""

    pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await super().press(*keys)

    async def type(self, text: str) -> None:
        self.pressed += len(text)
        await super().type(text)


@asynccontextmanager
async def at_the_drafts(tmp_path: Path, size=(80, 24)) -> AsyncIterator[Clerk]:
    app = MinuteApp(minutes_folder(tmp_path / "minutes"), None, Settings(), clock=lambda: EVENING)
    async with app.run_test(size=size) as pilot:
        clerk = Clerk(app, pilot, tmp_path)
        await clerk.shows("no minutes here yet")
        yield clerk
        if app.capture is not None:
            app.capture.draft.close(PATIENCE)


async def opened(clerk: Clerk) -> None:
    await until(lambda: clerk.app.capture is not None, lambda: clerk.text)
    await clerk.settle()


async def test_a_page_and_a_list_make_a_meeting_in_forty_keys(tmp_path, files):
    async with at_the_drafts(tmp_path) as clerk:
        await clerk.press("ctrl+n", "ctrl+o")
        await clerk.shows("members.csv")
        await clerk.type("iel")
        await clerk.press("tab")
        await clerk.type("mem")
        await clerk.press("enter")
        await clerk.shows("10 rows: 9 read, 1 not taken")
        await clerk.press("enter")
        await opened(clerk)
        await clerk.press("f5")
        await clerk.type("The Chairman opened the meeting.\r")
        typed = len("The Chairman opened the meeting.\r")

        assert clerk.pressed - typed <= 40
        meeting = clerk.meeting
        assert meeting.committee == "Parks Panel"
        assert (meeting.date, meeting.start) == (dt.date(2027, 6, 3), dt.time(18, 30))
        assert [(item.agenda_number, item.title, item.part) for item in meeting.items[-4:]] == [
            ("", "PART I - PUBLIC", Part.PUBLIC),
            ("3", "Bandstand & Kiosk Repairs", Part.PUBLIC),
            ("", "PART II - PRESS AND PUBLIC EXCLUDED", Part.PUBLIC),
            ("4", "The Kiosk's Lease", Part.EXEMPT),
        ]
        assert [(p.name, p.post, p.state) for p in meeting.attendance] == [
            ("Ada Larkin", "Chairman", State.EXPECTED),
            ("Bo O’Winter", "", State.EXPECTED),
            ("Dr Cerys Tarn", "Vice-Chairman", State.EXPECTED),
        ]
        assert meeting.items[0].source == "701"
        assert any(line.text == "The Chairman opened the meeting." for _, line in meeting.lines())


async def looked_at(clerk: Clerk, *names: str) -> None:
    await clerk.press("ctrl+n", "ctrl+o")
    await clerk.shows("members.csv")
    for name in names[:-1]:
        await clerk.type(name)
        await clerk.press("tab")
    await clerk.type(names[-1])
    await clerk.press("enter")
    await clerk.shows("As it will stand")


def taken(clerk: Clerk):
    return clerk.app.screen._taken.meeting


async def test_each_row_is_changed_or_left_out_before_it_is_taken(tmp_path, files):
    async with at_the_drafts(tmp_path, (100, 40)) as clerk:
        await looked_at(clerk, "iel", "mem")
        await clerk.shows("Vacancy")
        rows = clerk.app.screen._list
        rows.go_to("head venue")
        await clerk.press("e")
        await clerk.type(", Room 2")
        await clerk.press("enter")
        person, item = taken(clerk).attendance[1], taken(clerk).items[3]
        rows.go_to(f"person {person.id}")
        await clerk.press("E")
        await clerk.press("home")
        await clerk.type("Dr ")
        await clerk.press("enter")
        rows.go_to(f"item {item.id}")
        await clerk.press("2", "less_than_sign")
        rows.go_to(f"item {taken(clerk).items[0].id}")
        await clerk.press("delete")
        await clerk.shows("1 left out by you")
        await clerk.press("delete", "ctrl+z")
        await clerk.press("enter")
        await opened(clerk)

        meeting = clerk.meeting
        assert meeting.venue == "The Old Granary, Room 2"
        assert [p.name for p in meeting.attendance] == [
            "Ada Larkin",
            "Dr Bo O’Winter",
            "Dr Cerys Tarn",
        ]
        assert [(i.title, i.part) for i in meeting.items[:2]] == [
            ("Declarations of Interest", Part.PUBLIC),
            ("Bandstand & Kiosk Repairs", Part.EXEMPT),
        ]


async def test_nothing_is_taken_by_esc_and_the_form_is_as_it_was(tmp_path, files):
    async with at_the_drafts(tmp_path) as clerk:
        await clerk.press("ctrl+n")
        await clerk.type("Parks and Gardens Panel")
        await clerk.press("ctrl+o")
        await clerk.shows("members.csv")
        await clerk.type("iel")
        await clerk.press("enter")
        await clerk.shows("the committee is another there")
        await clerk.press("escape")
        assert "Parks and Gardens Panel" in clerk.text
        await clerk.press("ctrl+s")
        await opened(clerk)
        assert clerk.meeting.items == ()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("holiday.png", "this is a picture"), ("old letter.txt", "no agenda and no people")],
)
async def test_what_is_no_agenda_is_refused_in_a_sentence(tmp_path, files, name, sentence):
    async with at_the_drafts(tmp_path, (120, 36)) as clerk:
        await looked_at(clerk, name)
        await clerk.shows("Nothing can be taken.")
        await clerk.shows(sentence)
        await clerk.press("enter", "ctrl+o")
        await clerk.type("iel")
        await clerk.press("enter")
        await clerk.shows("6 rows: 6 read, 0 not taken")


async def test_a_path_leads_to_any_file_by_its_folders(tmp_path, files):
    deep = tmp_path / "Committee papers" / "June"
    deep.mkdir(parents=True)
    front = Word().line("Parks Panel").line("3 June 2027").line("1. Apologies").line("2. Trees")
    (deep / "Front sheet.docx").write_bytes(front.data())
    async with at_the_drafts(tmp_path, (120, 36)) as clerk:
        await clerk.press("ctrl+n", "ctrl+o")
        await clerk.type(f"{tmp_path}/comm")
        await clerk.shows("Committee papers/")
        await clerk.press("enter")
        await clerk.type("ju")
        await clerk.press("enter")
        await clerk.shows("Front sheet.docx")
        await clerk.press("enter")
        await clerk.shows("2 rows: 2 read, 0 not taken")


async def test_a_file_that_is_dropped_on_the_terminal_is_taken(tmp_path, files):
    async with at_the_drafts(tmp_path) as clerk:
        await clerk.press("ctrl+n", "ctrl+o")
        await clerk.paste(f"'{files / 'ieListDocuments.html'}'")
        await clerk.press("enter")
        await clerk.shows("6 rows: 6 read")


@pytest.mark.parametrize(
    ("field", "text", "holds"),
    [
        ("agenda", "1.\tApologies\n2.\tTrees and hedges\t1 - 12\nPART II\n3.\tA lease\t13 - 20",
         lambda m: [(i.agenda_number, i.title, i.part.value) for i in m.items]
         == [("1", "Apologies", "I"), ("2", "Trees and hedges", "I"), ("", "PART II", "I"),
             ("3", "A lease", "II")]),
        ("committee", "Budget Monitoring Periods 1 - 8\nTrees\n", lambda m:
         [i.title for i in m.items] == ["Budget Monitoring Periods 1 - 8", "Trees"]),
        ("agenda", "Cllr Ada Larkin (Chairman)\nPriya Dass, Legal Adviser", lambda m:
         [(p.name, p.post) for p in m.attendance]
         == [("Ada Larkin", "Chairman"), ("Priya Dass", "Legal Adviser")]),
        ("officers", "Priya Dass, Legal Adviser\nRob Wye", lambda m:
         [(p.name, p.post, p.group) for p in m.attendance]
         == [("Priya Dass", "Legal Adviser", Group.OFFICER), ("Rob Wye", "", Group.OFFICER)]),
        ("members", "1. Apologies\n2. Trees", lambda m:
         [i.title for i in m.items] == ["Apologies", "Trees"]),
    ],
)  # fmt: skip
async def test_a_paste_into_the_form_is_told_by_its_content(
    tmp_path, files, field: str, text: str, holds: Callable
):
    async with at_the_drafts(tmp_path) as clerk:
        await clerk.press("ctrl+n")
        await clerk.type("Parks Panel")
        clerk.app.screen.query_one(f"#{field}").focus()
        await clerk.settle()
        clerk.app.post_message(events.Paste(text))
        await clerk.shows("As it will stand")
        await clerk.press("enter")
        await opened(clerk)

        assert clerk.meeting.committee == "Parks Panel"
        assert holds(clerk.meeting), clerk.meeting


async def test_one_line_that_is_pasted_stays_in_its_field(tmp_path, files):
    async with at_the_drafts(tmp_path) as clerk:
        await clerk.press("ctrl+n")
        await clerk.paste("Parks Panel\n")
        assert "As it will stand" not in clerk.text
        assert "Parks Panel" in clerk.text


async def test_a_meeting_without_a_name_is_asked_for_it(tmp_path, files):
    async with at_the_drafts(tmp_path) as clerk:
        await looked_at(clerk, "mem")
        await clerk.press("enter")
        await clerk.type("Trees Panel")
        await clerk.press("enter", "enter")
        await opened(clerk)
        assert clerk.meeting.committee == "Trees Panel"
        assert len(clerk.meeting.attendance) == 3


NOTES = """\
committee: Parks Panel
date: 3 June 2027
members: Ada Larkin (Chairman)

# Apologies for absence (1)
# Bandstand & Kiosk Repairs (3)
The surveyor's report was long.
# Any other business
"""


async def test_files_are_put_into_a_draft_and_nothing_there_is_changed(tmp_path, files):
    async with desk(tmp_path, NOTES, size=(120, 36)) as at:
        await at.type("begun")
        at.app.call_later(at.screen.run_action, "command('capture.add-files')")
        await at.shows("members.csv")
        await at.type("iel")
        await at.press("tab")
        await at.type("mem")
        await at.press("enter")
        await at.shows("there")
        await at.press("down", "delete")
        await at.press("enter")
        await at.settle()

        meeting = at.meeting
        assert [i.title for i in meeting.items] == [
            "Apologies for absence", "Declarations of Interest", "PART I - PUBLIC",
            "Bandstand & Kiosk Repairs", "PART II - PRESS AND PUBLIC EXCLUDED", "The Kiosk's Lease",
            "Any other business",
        ]  # fmt: skip
        repairs = meeting.items[3]
        assert [(line.kind, line.text) for line in repairs.lines] == [
            (Kind.TEXT, "The surveyor's report was long.")
        ]
        assert [(p.name, p.state) for p in meeting.attendance] == [
            ("Ada Larkin", State.PRESENT), ("Bo O’Winter", State.EXPECTED),
            ("Dr Cerys Tarn", State.EXPECTED),
        ]  # fmt: skip
        assert "begun" in at.text
        await at.press("escape", "ctrl+z")
        await at.press("ctrl+z")
        assert len(at.meeting.attendance) == 1


async def test_a_slow_disk_keeps_no_key_waiting(tmp_path, files, monkeypatch):
    """What is read is read beside the keys: Esc is heard while a file is still read."""
    import threading

    from minute_taker.screens.setting_up import taken_screen

    go_on = threading.Event()
    read = taken_screen.read_source

    def slowly(path):
        go_on.wait(PATIENCE)
        return read(path)

    monkeypatch.setattr(taken_screen, "read_source", slowly)
    async with at_the_drafts(tmp_path) as clerk:
        await looked_at(clerk, "iel")
        await clerk.shows("Reading")
        await clerk.press("enter", "escape")
        await clerk.shows("New meeting")
        go_on.set()
        await clerk.settle()
        assert "New meeting" in clerk.text
