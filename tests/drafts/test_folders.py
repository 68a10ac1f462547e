"""Which folder is the minutes folder, and which draft is meant."""

from __future__ import annotations

import pytest

from minute_taker.drafts.errors import DraftNotFound
from minute_taker.drafts.folders import find_draft, minutes_folder


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A current folder without ``exports/``, and no variable."""
    monkeypatch.delenv("MINUTE_TAKER_FOLDER", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "home" / "Documents"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def test_the_option_goes_before_everything(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTE_TAKER_FOLDER", str(tmp_path / "variable"))
    folder = minutes_folder(tmp_path / "option")
    assert folder.root == tmp_path / "option"
    assert folder.drafts == tmp_path / "option" / "drafts"
    assert folder.exports == tmp_path / "option" / "exports"


def test_then_the_variable(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTE_TAKER_FOLDER", str(tmp_path / "variable"))
    (tmp_path / "here" / "exports").mkdir()
    assert minutes_folder().root == tmp_path / "variable"


def test_then_the_current_folder_when_it_has_exports(tmp_path):
    (tmp_path / "here" / "exports").mkdir()
    assert minutes_folder().root == tmp_path / "here"


def test_else_minutes_in_the_documents():
    assert minutes_folder().root.name == "Minutes"
    assert "here" not in minutes_folder().root.parts


def test_a_relative_folder_and_the_home_sign_are_understood(tmp_path):
    assert minutes_folder("sub").root == tmp_path / "here" / "sub"
    assert minutes_folder("~/m").root == tmp_path / "home" / "m"


def test_looking_makes_no_folder(tmp_path):
    minutes_folder(tmp_path / "option")
    assert not (tmp_path / "option").exists()


@pytest.fixture
def folder(tmp_path):
    found = minutes_folder(tmp_path / "m")
    found.drafts.mkdir(parents=True)
    for name in (
        "2026-03-03-parks-committee.json",
        "2026-03-03-parks-committee-2.json",
        "2026-04-07-planning.json",
        ".hidden-planning.json",
    ):
        (found.drafts / name).write_text("{}")
    return found


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("planning", "2026-04-07-planning.json"),
        ("04-07", "2026-04-07-planning.json"),
        ("PLANNING", "2026-04-07-planning.json"),
        ("2026-03-03-parks-committee", "2026-03-03-parks-committee.json"),
        ("2026-03-03-parks-committee.json", "2026-03-03-parks-committee.json"),
        ("committee-2", "2026-03-03-parks-committee-2.json"),
    ],
)
def test_any_unambiguous_part_of_a_name_will_do(folder, words, name):
    assert find_draft(folder, words) == folder.drafts / name


def test_a_path_will_do(folder):
    path = folder.drafts / "2026-04-07-planning.json"
    assert find_draft(folder, str(path)) == path


def test_what_fits_several_is_refused_with_their_names(folder):
    with pytest.raises(DraftNotFound, match=r"parks-committee-2\.json, 2026-03-03-parks-committee"):
        find_draft(folder, "parks")


@pytest.mark.parametrize("words", ["leisure", ""])
def test_what_fits_none_is_refused(folder, words):
    with pytest.raises(DraftNotFound):
        find_draft(folder, words)


def test_where_there_is_no_folder_there_is_no_draft(tmp_path):
    with pytest.raises(DraftNotFound):
        find_draft(minutes_folder(tmp_path / "none"), "parks")
