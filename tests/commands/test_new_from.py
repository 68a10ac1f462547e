"""``minute-taker new --from FILE``: a draft from the files that a clerk has."""

from __future__ import annotations

import json

import pytest
from agenda_files import Word, agenda_page, meeting_xml, page_row, xml_attendee, xml_item

from minute_taker.cli import main

CSV = "Surname,Forename,Title,Role\nLee,Ann,Cllr,Chair\nHay,Bo,Cllr,\n,,,\n"


@pytest.fixture
def agenda(tmp_path):
    path = tmp_path / "saved.html"
    more = "<div class='mgWordPara'><p>RECOMMENDATION: That it be noted.</p></div>"
    rows = [
        page_row("1.", "Apologies for absence", ident="31"),
        page_row("2.", "Trees", ident="32", more=more),
        page_row("", "PART II"),
        page_row("3.", "A secret lease", ident="33"),
    ]
    path.write_text(agenda_page(rows), encoding="utf-8")
    return path


@pytest.fixture
def members(tmp_path):
    path = tmp_path / "members.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path, capsys):
    def command(*words: object) -> tuple[int, str, str]:
        status = main(["--folder", str(tmp_path / "folder"), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out.strip(), said.err

    return command


def test_the_agenda_and_the_people_come_in(run, agenda, members):
    status, draft, said = run("new", "--from", agenda, "--from", members)
    shown = json.loads(run("show", draft, "--json")[1])

    assert status == 0
    assert shown["meeting"]["committee"] == "Parks Panel"
    assert shown["meeting"]["date"] == "2027-06-03"
    assert [(p["name"], p["post"], p["state"]) for p in shown["attendance"]] == [
        ("Ann Lee", "Chair", "expected"), ("Bo Hay", "", "expected"),
    ]  # fmt: skip
    assert [(i["agenda_number"], i["title"], i["part"], i["source"]) for i in shown["items"]] == [
        ("1", "Apologies for absence", "I", "31"), ("2", "Trees", "I", "32"),
        ("", "PART II", "I", ""), ("3", "A secret lease", "II", "33"),
    ]  # fmt: skip
    assert shown["items"][1]["lines"][0]["text"] == "RECOMMENDATION: That it be noted."
    assert "of 4 rows" in said
    assert "of 2 rows" in said


def test_expected_people_are_gaps_and_marked_on_the_page(run, agenda, members):
    _, draft, _ = run("new", "--from", agenda, "--from", members)
    page = run("show", draft)[1]
    status, found, _ = run("check", draft)

    assert "Ann Lee (Chair) ?? (expected)" in page
    assert status == 1
    assert "Ann Lee is expected" in found


def test_each_minute_goes_back_where_it_belongs(run, agenda, tmp_path):
    _, draft, _ = run("new", "--from", agenda)
    _, folder, _ = run("export", draft, "--format", "html-items", "--output", tmp_path / "pieces")

    names = sorted(path.name for path in (tmp_path / "pieces").iterdir() if path.suffix == ".html")
    assert [name for name in names if "-32-" in name] == ["02-32-trees.html"]
    assert folder


def test_nothing_restricted_is_said(run, tmp_path):
    path = tmp_path / "meeting.xml"
    items = [xml_item("A secret lease", "1.", restricted=True),
             xml_item("Another secret", "2.", restricted=True, shown=False)]  # fmt: skip
    path.write_text(meeting_xml(items, [xml_attendee("Vacancy")]), encoding="utf-8")
    status, draft, said = run("new", "--from", path)

    assert status == 0
    assert "secret" not in said + draft
    assert "2 left out" in said
    assert "which committee" in said


def test_files_are_added_to_a_draft_that_exists(run, agenda, members):
    _, draft, _ = run("new", "--from", members, "--committee", "My own name")
    status, again, _ = run("new", "--from", agenda, "--into", draft)
    shown = json.loads(run("show", draft, "--json")[1])

    assert (status, again) == (0, draft)
    assert shown["meeting"]["committee"] == "My own name"
    assert len(shown["items"]) == 4
    assert len(shown["attendance"]) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.4", "PDF"), (b"", "empty"), (b"\x89PNG\r\n", "picture"), (b"PK\x03\x04", "damaged")],
)
def test_a_file_of_no_use_is_refused_and_nothing_is_made(run, tmp_path, agenda, data, words):
    path = tmp_path / "other.html"
    path.write_bytes(data)
    status, made, said = run("new", "--from", agenda, "--from", path)

    assert (status, made) == (1, "")
    assert words in said
    assert said.count("\n") == 1
    assert not list((tmp_path / "folder").rglob("*.json"))


def test_a_front_sheet_and_the_people_of_it(run, tmp_path):
    path = tmp_path / "sheet.docx"
    path.write_bytes(
        Word()
        .line("Parks Panel", style="Title")
        .line("Members: Councillors Ann Lee (Chair) and Bo Hay")
        .line("AGENDA")
        .counted("Apologies", "Trees\t1 - 4")
        .data()
    )
    _, draft, _ = run("new", "--from", path)
    shown = json.loads(run("show", draft, "--json")[1])

    assert [i["title"] for i in shown["items"]] == ["Apologies", "Trees"]
    assert [p["name"] for p in shown["attendance"]] == ["Ann Lee", "Bo Hay"]
