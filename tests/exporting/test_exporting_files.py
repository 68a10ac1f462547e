"""Exporting to a file: whole or not at all, and nothing overwritten without a word."""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from pathlib import Path

import docx
import pytest
from handmade_minutes import document, para
from msgspec.structs import replace

from minute_taker.composing.blocks import Document, Role
from minute_taker.composing.style import Style
from minute_taker.exporting import destinations
from minute_taker.exporting.errors import (
    EditedSince,
    ExportRefused,
    OpenElsewhere,
    PlaceTaken,
)
from minute_taker.exporting.export import default_path, export, export_meeting, free_path
from minute_taker.minutes.model import Item, Kind, Line, Meeting, Part, Status

SHORT = document(para(Role.TEXT, "The first version."))
LONGER = document(para(Role.TEXT, "The first version."), para(Role.TEXT, "And more."))


def edited_by_hand(path: Path) -> bytes:
    """What somebody made of the file in Word."""
    word = docx.Document(str(path))
    word.paragraphs[0].add_run(" Mended by hand.")
    word.save(str(path))
    return path.read_bytes()


def exported(folder: Path) -> list[str]:
    """The documents in a folder, without the hidden record of them."""
    return sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))


def test_a_document_is_written_whole(style: Style, tmp_path: Path) -> None:
    path = export(SHORT, style, tmp_path / "exports" / "minutes.docx")

    assert [p.text for p in docx.Document(str(path)).paragraphs] == ["The first version."]
    assert exported(path.parent) == ["minutes.docx"]


def test_exporting_again_is_no_question(style: Style, tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    export(SHORT, style, path)
    export(LONGER, style, path)
    export(LONGER, style, path)

    assert len(docx.Document(str(path)).paragraphs) == 2


def test_what_was_edited_by_hand_is_not_overwritten(style: Style, tmp_path: Path) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    edited = edited_by_hand(path)

    with pytest.raises(EditedSince, match="changed by hand") as refused:
        export(LONGER, style, path)

    assert path.read_bytes() == edited
    assert refused.value.free == tmp_path / "minutes-2.docx"
    assert exported(tmp_path) == ["minutes.docx"]


def test_what_was_edited_by_hand_is_overwritten_when_the_clerk_says_so(
    style: Style, tmp_path: Path
) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    edited_by_hand(path)

    export(LONGER, style, path, overwrite=True)

    assert len(docx.Document(str(path)).paragraphs) == 2
    export(SHORT, style, path)


def test_somebody_elses_file_is_not_overwritten(style: Style, tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_text("precious")

    with pytest.raises(EditedSince):
        export(SHORT, style, path)

    assert path.read_text() == "precious"


def test_a_lost_record_counts_as_edited(style: Style, tmp_path: Path) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    (tmp_path / ".minute-taker" / "exports.json").write_bytes(b"\x00 damaged")

    export(SHORT, style, path)
    (tmp_path / ".minute-taker" / "exports.json").unlink()
    with pytest.raises(EditedSince):
        export(LONGER, style, path)


def test_the_same_bytes_need_no_record(style: Style, tmp_path: Path) -> None:
    """As in a fresh copy of a folder, which has the documents and not what is hidden."""
    path = export(SHORT, style, tmp_path / "minutes.docx")
    (tmp_path / ".minute-taker" / "exports.json").unlink()

    export(SHORT, style, path)
    export(LONGER, style, path)

    assert len(docx.Document(str(path)).paragraphs) == 2


def test_a_copy_from_a_machine_that_squeezes_otherwise_is_the_same(
    style: Style, tmp_path: Path
) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    (tmp_path / ".minute-taker" / "exports.json").unlink()
    loose = tmp_path / "loose.docx"
    with zipfile.ZipFile(path) as there, zipfile.ZipFile(loose, "w") as other:
        for name in there.namelist():
            other.writestr(name, there.read(name))
    assert loose.read_bytes() != path.read_bytes()
    loose.replace(path)

    export(SHORT, style, path)


@pytest.mark.parametrize("there", [b"", b"PK\x03\x04 cut short", b"no package"])
def test_what_is_no_package_is_somebody_elses(style: Style, tmp_path: Path, there: bytes) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(there)

    with pytest.raises(EditedSince):
        export(SHORT, style, path)

    assert path.read_bytes() == there


def test_a_file_that_may_not_be_written_is_left_and_another_name_offered(
    style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    before = path.read_bytes()
    path.chmod(0o444)
    # The owner of the machine may write everywhere, and tests may be run by them.
    monkeypatch.setattr(os, "access", lambda place, mode: mode == os.R_OK or place != path)

    for copy in (LONGER, replace(LONGER, public=False)):
        with pytest.raises(PlaceTaken, match=r"minutes\.docx may not be written to") as taken:
            export(copy, style, path)
        assert taken.value.free == tmp_path / "minutes-2.docx"

    assert path.read_bytes() == before


def test_a_file_that_a_program_holds_is_left_and_another_name_offered(
    style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(destinations, "put", refuse)
    with pytest.raises(PlaceTaken) as taken:
        export(LONGER, style, path)

    assert taken.value.free == tmp_path / "minutes-2.docx"


def test_the_record_holds_no_words(style: Style, tmp_path: Path) -> None:
    export(SHORT, style, tmp_path / "minutes.docx")

    assert "version" not in (tmp_path / ".minute-taker" / "exports.json").read_text()


@pytest.mark.parametrize("lock", ["~$nutes.docx", ".~lock.minutes.docx#"])
def test_a_document_open_in_word_is_left_alone(style: Style, tmp_path: Path, lock: str) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    before = path.read_bytes()
    (tmp_path / lock).write_text("open")

    with pytest.raises(OpenElsewhere, match="open in another program") as refused:
        export(LONGER, style, path, overwrite=True)

    assert path.read_bytes() == before
    assert not refused.value.free.exists()


def test_a_folder_in_the_place_is_refused(style: Style, tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").mkdir()

    with pytest.raises(ExportRefused, match="is a folder"):
        export(SHORT, style, tmp_path / "minutes.docx", overwrite=True)

    assert list((tmp_path / "minutes.docx").iterdir()) == []


def test_a_file_where_the_folder_would_be_is_refused(style: Style, tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("in the way")

    with pytest.raises(ExportRefused):
        export(SHORT, style, tmp_path / "exports" / "minutes.docx")

    assert (tmp_path / "exports").read_text() == "in the way"


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(28, "full")])
def test_a_folder_that_cannot_be_written_is_refused(
    style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    path = export(SHORT, style, tmp_path / "minutes.docx")
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(destinations, "put", refuse)
    with pytest.raises(ExportRefused) as refused:
        export(LONGER, style, path)

    assert len(str(refused.value).splitlines()) == 1
    assert path.read_bytes() == before
    assert exported(tmp_path) == ["minutes.docx"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX links")
def test_a_link_is_followed(style: Style, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "minutes.docx"
    link.symlink_to(tmp_path / "real" / "kept.docx")

    export(SHORT, style, link)

    assert link.is_symlink()
    assert exported(tmp_path / "real") == ["kept.docx"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes")
def test_the_full_copy_is_its_owners_alone(style: Style, tmp_path: Path) -> None:
    full = export(replace(SHORT, public=False), style, tmp_path / "full.docx")
    public = export(SHORT, style, tmp_path / "public.docx")

    assert full.stat().st_mode & 0o077 == 0
    assert public.stat().st_mode & 0o044 == 0o044


# --- names ----------------------------------------------------------------------------------

COUNCIL = Meeting(committee="Parks & Allotments Sub-Committee", date=dt.date(2026, 3, 3))
EXEMPT = replace(COUNCIL, items=(Item(id=1, title="The depot", part=Part.EXEMPT),))


@pytest.mark.parametrize(
    ("meeting", "public", "name"),
    [
        (COUNCIL, True, "2026-03-03-parks-allotments-sub-committee-minutes-draft.docx"),
        (replace(COUNCIL, status=Status.AGREED), True,
         "2026-03-03-parks-allotments-sub-committee-minutes.docx"),
        (COUNCIL, False, "2026-03-03-parks-allotments-sub-committee-minutes-draft.docx"),
        (EXEMPT, False, "2026-03-03-parks-allotments-sub-committee-minutes-full-draft.docx"),
        (replace(EXEMPT, status=Status.AGREED), False,
         "2026-03-03-parks-allotments-sub-committee-minutes-full.docx"),
        (Meeting(), True, "undated-meeting-minutes-draft.docx"),
    ],
)  # fmt: skip
def test_the_name_of_an_export(meeting: Meeting, public: bool, name: str) -> None:
    assert default_path(Path("exports"), meeting, public=public) == Path("exports") / name


def test_a_free_name(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "minutes-2.docx").touch()

    assert free_path(path).name == "minutes-3.docx"


# --- a meeting ------------------------------------------------------------------------------


def meeting_with_everything() -> Meeting:
    """A meeting with a gap, and with exempt lines."""
    return replace(
        COUNCIL,
        items=(
            Item(id=1, title="The bandstand", lines=(Line(id=1, text="It cost £??."),)),
            Item(id=2, title="The depot", part=Part.EXEMPT, exempt_paragraph="3", lines=(
                Line(id=2, text="The buyer was to be told on Friday."),
                Line(id=3, kind=Kind.RESOLUTION, text="That the depot be sold"),
            )),
        ),
    )  # fmt: skip


def test_a_meeting_is_exported_under_its_own_name(tmp_path: Path) -> None:
    written = export_meeting(meeting_with_everything(), exports=tmp_path)

    assert written.path.name == "2026-03-03-parks-allotments-sub-committee-minutes-draft.docx"
    assert written.remarks == (
        "1 gap (??) is still open",
        "2 exempt lines are left out of this public copy",
    )


def test_a_meeting_is_exported_to_a_folder_or_a_file(tmp_path: Path) -> None:
    meeting = meeting_with_everything()

    into = export_meeting(meeting, exports=tmp_path / "not used", output=tmp_path)
    to = export_meeting(meeting, exports=tmp_path / "not used", output=tmp_path / "x.docx")

    assert into.path.parent == tmp_path
    assert to.path == tmp_path / "x.docx"
    assert not (tmp_path / "not used").exists()


def test_the_full_copy_says_what_it_is(tmp_path: Path) -> None:
    written = export_meeting(meeting_with_everything(), exports=tmp_path, public=False)

    assert written.path.stem.endswith("-full-draft")
    assert written.remarks[-1] == "this copy holds exempt lines and is not for publication"
    texts = [p.text for p in docx.Document(str(written.path)).paragraphs]
    assert "The buyer was to be told on Friday." in texts


def test_a_format_that_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match=r"no format 'papyrus'; there are docx, pdf"):
        export_meeting(COUNCIL, exports=tmp_path, file_format="papyrus")

    assert list(tmp_path.iterdir()) == []


def test_an_empty_document_can_be_exported(style: Style, tmp_path: Path) -> None:
    path = export(Document(title="Minutes", blocks=()), style, tmp_path / "empty.docx")

    assert docx.Document(str(path)).paragraphs == []
