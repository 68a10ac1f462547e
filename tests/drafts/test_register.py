"""The register: people, committees, shorthand and glossary, kept from meeting to meeting."""

from __future__ import annotations

import stat

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from minute_taker.drafts.errors import DraftBusy, DraftUnreadable
from minute_taker.drafts.paths import previous_file
from minute_taker.drafts.register import Contents, Person, Register, Shorthand, Term


@pytest.fixture
def register(tmp_path) -> Register:
    return Register(tmp_path)


def test_there_need_be_none_yet(register, tmp_path):
    assert register.contents == Contents()
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_there_the_next_time(register, tmp_path):
    register.add_shorthand("cttee", "Committee")
    register.add_term("SEND", "special educational needs and disabilities")
    again = Register(tmp_path).contents
    assert again.shorthand == (Shorthand("cttee", "Committee"),)
    assert again.glossary == (Term("SEND", "special educational needs and disabilities"),)


def test_a_shorthand_has_one_meaning_however_it_is_written(register):
    register.add_shorthand("cttee", "Committee")
    register.add_shorthand("cllr", "Councillor")
    register.add_shorthand("Cttee", "the Committee")
    assert register.contents.shorthand == (
        Shorthand("Cttee", "the Committee"),
        Shorthand("cllr", "Councillor"),
    )
    register.remove_shorthand("CTTEE")
    register.remove_shorthand("never there")
    assert register.contents.shorthand == (Shorthand("cllr", "Councillor"),)


def test_an_acronym_can_be_let_go(register):
    register.add_term("SEND", "special educational needs")
    register.remove_term("SEND")
    assert register.contents.glossary == ()


def test_a_meeting_leaves_its_people_and_committee(register, meeting):
    register.remember(meeting)
    register.remember(replace(meeting, committee="Planning Committee"))
    names = {person.name: person for person in register.contents.people}
    assert set(names) == {"Ada Larkin", "Bo Winter", "Cy Ng"}
    assert names["Ada Larkin"] == Person(
        "Ada Larkin", "al", "Chairman", committees=("Parks Committee", "Planning Committee")
    )
    assert [each.name for each in register.contents.committees] == [
        "Parks Committee",
        "Planning Committee",
    ]
    assert register.contents.committees[0].venue == "Committee Room 5"


def test_nothing_is_written_when_nothing_is_new(register, meeting):
    register.remember(meeting)
    before = register.path.stat().st_mtime_ns
    register.remember(meeting)
    assert register.path.stat().st_mtime_ns == before


def test_two_programs_do_not_undo_each_other(tmp_path):
    one, two = Register(tmp_path), Register(tmp_path)
    one.add_shorthand("cttee", "Committee")
    two.add_shorthand("cllr", "Councillor")
    assert {each.short for each in Register(tmp_path).contents.shorthand} == {"cttee", "cllr"}
    assert not list(tmp_path.glob("*other-version*"))


def test_stock_tinydb_reads_it_and_only_its_owner_can(register):
    register.add_shorthand("cttee", "Committee")
    with TinyDB(register.path, access_mode="r") as db:
        assert db.table("shorthand").all()[0]["words"] == "Committee"
    assert stat.S_IMODE(register.path.stat().st_mode) == 0o600


def test_a_damaged_register_is_kept_and_what_can_be_read_is_used(register, tmp_path):
    register.add_shorthand("cttee", "Committee")
    register.add_shorthand("cllr", "Councillor")
    damaged = register.path.read_bytes().replace(b'"words":"Committee"', b'"words":17')
    register.path.write_bytes(damaged)

    again = Register(tmp_path)

    assert again.contents.shorthand == (Shorthand("cllr", "Councillor"),)
    assert "was damaged" in again.notices[0]
    assert (tmp_path / "register.json.damaged-1").read_bytes() == damaged


def test_a_register_that_cannot_be_read_at_all_is_as_before_its_last_change(register, tmp_path):
    register.add_shorthand("cttee", "Committee")
    register.add_shorthand("cllr", "Councillor")
    before = previous_file(register.path).read_bytes()
    register.path.write_bytes(b"")

    again = Register(tmp_path)
    again.add_shorthand("o/s", "outstanding")

    assert {each.short for each in again.contents.shorthand} == {"cttee", "o/s"}
    assert len(again.notices) == 1
    assert previous_file(register.path).read_bytes() == before


def test_a_later_programs_register_is_left_alone(register, tmp_path):
    register.add_shorthand("cttee", "Committee")
    data = register.path.read_bytes().replace(b'"schema":1', b'"schema":2')
    data = data.replace(b'"checksum":"', b'"checksum":"0')
    register.path.write_bytes(data)
    with pytest.raises(DraftUnreadable, match="later version"):
        Register(tmp_path)
    assert register.path.read_bytes() == data


def test_a_folder_in_its_place_is_refused(tmp_path):
    (tmp_path / "register.json").mkdir()
    with pytest.raises(DraftUnreadable):
        Register(tmp_path)


def test_a_stuck_register_is_said(register, monkeypatch):
    from filelock import FileLock

    from minute_taker.drafts import paths
    from minute_taker.drafts import register as module

    monkeypatch.setattr(module, "_LOCK_WAIT", 0.01)
    register.add_shorthand("a", "b")
    with FileLock(paths.lock_file(register.path)), pytest.raises(DraftBusy):
        register.add_shorthand("c", "d")
