"""A members' list as spreadsheets save it."""

from __future__ import annotations

import pytest

from minute_taker.importing.reading import read
from minute_taker.minutes.model import Group

ROWS = [
    ["Surname", "Forename(s)", "Title", "Ward", "Party", "Role on committee", "Email"],
    ["Lee", "Ann", "Cllr", "Elm", "Boaters", "Chair", "ann@example.invalid"],
    ["O’Hay", "Bo", "Cllr", "Ash & Oak", "Boaters", "Vice-Chairman", ""],
    ["ap Rhys", "Cy", "Cllr Dr", "Elm", "Lamplighters", "", ""],
    ["Fox (Diocese of Wend)", "Ed", "Mr", "", "", "Co-opted (non-voting)", ""],
    ["", "", "", "", "", "", ""],
]


def sheet(delimiter: str, rows=ROWS) -> str:
    return "\r\n".join(
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows
    )


def people(data: bytes):
    return [(p.name, p.post, p.group, p.organisation) for p in read(data).people]


WANTED = [
    ("Ann Lee", "Chair", Group.MEMBER, ""),
    ("Bo O’Hay", "Vice-Chairman", Group.MEMBER, ""),
    ("Dr Cy ap Rhys", "", Group.MEMBER, ""),
    ("Mr Ed Fox", "non-voting", Group.CO_OPTED, "Diocese of Wend"),
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "saved",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("cp1252"),
        lambda text: b"\xef\xbb\xbf" + text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: b"sep=" + text[7:8].encode() + b"\r\n" + text.encode(),
    ],
)
def test_however_it_was_saved(delimiter, saved):
    if delimiter == "\t" and saved(sheet(delimiter))[:4] == b"sep=":
        saved = str.encode
    assert people(saved(sheet(delimiter))) == WANTED


def test_empty_rows_are_none_and_empty_seats_are_counted():
    rows = [*ROWS[:2], ROWS[-1], ["Vacancy", "", "", "Elm", "", "", ""], ROWS[-1]]
    found = read(sheet(",", rows).encode())

    assert found.rows == 2
    assert [row.words for row in found.left_out] == ["Vacancy"]


def test_nothing_is_taken_of_addresses_and_telephones():
    rows = [
        ["Name", "Role", "Home address", "Telephone", "E-mail address"],
        ["Cllr Ann Lee", "Chair", "4 Hidden Row", "01234 567890", "ann@example.invalid"],
    ]
    found = repr(read(sheet(";", rows).encode()))

    assert "Ann Lee" in found
    assert not any(word in found for word in ("Hidden", "01234", "@"))


@pytest.mark.parametrize(
    ("heading", "row", "name"),
    [
        ("Councillor,Ward", "Lee, Ann", "Lee"),
        ("Full name;Position", "Cllr Ann Lee;Member", "Ann Lee"),
        ("Member name\tParty", '"Lee, Ann (Cllr)"\tBoaters', "Ann Lee"),
        ("First Name,Last Name", "Ann,Lee", "Ann Lee"),
        ("Forename,Surname,Honours", "Ann,Lee,OBE", "Ann Lee OBE"),
    ],
)
def test_how_columns_are_called(heading, row, name):
    assert people(f"{heading}\n{row}\n".encode())[0][0] == name


def test_a_title_above_the_headings_is_said():
    found = read(b"Members of the Parks Panel,,\n,,\nName,Ward,Role\nCllr Ann Lee,Elm,Chair\n")

    assert [p.name for p in found.people] == ["Ann Lee"]
    assert any("above" in remark for remark in found.remarks)


def test_somebody_without_councillor_among_councillors_is_independent():
    found = read(b"Name,Role\nCllr Ann Lee,Chair\nMs Bo Hay,Member\n")
    assert [p.independent for p in found.people] == [False, True]
