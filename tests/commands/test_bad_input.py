"""What a clerk can hand over by mistake: one clear sentence, exit 1, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

HEAD = "committee: Parks Committee\ndate: 3 March 2026\n\n"

REFUSED = {
    "an unknown heading name": b"committee: Parks\ncolour: blue\n\ntext\n",
    "an impossible date": b"committee: Parks\ndate: 31 February 2026\n\ntext\n",
    "an impossible time": b"committee: Parks\ntime: 25.99 pm\n\ntext\n",
    "a line of 5 MB": HEAD.encode() + b"word " * 1_000_000 + b"\n",
    "no bytes": b"",
    "a program's own file": bytes(range(1, 256)) * 40,
    "UTF-16 without its mark": HEAD.encode("utf-16-le") * 9,
}

TAKEN = {
    "control characters": (HEAD + "The bud\x07get was no\x00ted.\n").encode(),
    "mixed line ends": (HEAD + "The budget was noted.\r\nIt rose.\rIt fell.\n").encode(),
    "a byte-order mark": b"\xef\xbb\xbf" + (HEAD + "The budget was noted.\n").encode(),
    "Latin-1 bytes": (HEAD + "The budget was noted. It was £2m at the café.\n").encode("latin-1"),
}


def one_sentence(answer) -> bool:
    return len(answer.err.strip().splitlines()) == 1 and "Traceback" not in answer.err


@pytest.mark.parametrize("what", REFUSED)
def test_refused(command, folder, tmp_path, what):
    notes = tmp_path / "bad.notes"
    notes.write_bytes(REFUSED[what])

    answer = command("import", notes)

    assert answer.status == 1
    assert answer.out == ""
    assert one_sentence(answer)
    assert len(answer.err) < 400
    assert not list(folder.glob("drafts/*.json"))
    assert notes.read_bytes() == REFUSED[what]


def test_the_refusal_names_the_line_and_what_is_accepted(command, tmp_path):
    notes = tmp_path / "bad.notes"
    notes.write_bytes(REFUSED["an unknown heading name"])

    answer = command("import", notes)

    assert "line 2" in answer.err
    assert "colour" in answer.err
    assert "committee" in answer.err


@pytest.mark.parametrize("what", TAKEN)
def test_taken_and_said(command, tmp_path, what):
    notes = tmp_path / "odd.notes"
    notes.write_bytes(TAKEN[what])

    answer = command("import", notes)

    shape = json.loads(command("show", answer.out.strip(), "--json").out)
    texts = " ".join(line["text"] for item in shape["items"] for line in item["lines"])
    assert answer.status == 0
    assert "The budget was noted." in texts
    assert answer.err.strip()


def test_a_folder_in_the_place_of_the_notes(command, tmp_path):
    answer = command("import", tmp_path)

    assert answer.status == 1
    assert one_sentence(answer)


@pytest.mark.parametrize("content", [b"this is no JSON", b"[1, 2, 3]"])
def test_a_draft_that_is_none_is_left_as_it_is(command, folder, content):
    path = folder / "drafts" / "strange.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    answer = command("export", path)

    assert answer.status == 1
    assert one_sentence(answer)
    assert path.read_bytes() == content
    assert not list(folder.glob("exports/*"))


def test_an_empty_draft_does_not_open_as_an_empty_meeting(command, draft):
    draft.write_bytes(b"")

    answer = command("show", draft)

    # What can be saved is saved: from the generation before, or not at all; never in silence.
    assert answer.err.strip()
    assert answer.status == 1 or "bandstand" in answer.out
    assert draft.read_bytes() == b""


def test_a_draft_of_a_newer_schema_is_not_written(command, draft, monkeypatch):
    record = json.loads(draft.read_text())
    (row,) = record["_meta"].values()
    row["schema"] = 999
    draft.write_text(json.dumps(record))
    before = draft.read_bytes()

    class Typed:
        buffer = iter([b"One more line.\n"])

    monkeypatch.setattr(sys, "stdin", Typed())
    for name in ("capture", "show", "export"):
        answer = command(name, draft)

        assert answer.status == 1
        assert one_sentence(answer)
        assert draft.read_bytes() == before


def test_an_output_folder_that_is_a_file(command, draft, tmp_path):
    blocker = tmp_path / "exports"
    blocker.write_text("in the way")

    answer = command("export", draft, "--output", blocker / "minutes.docx")

    assert answer.status == 1
    assert one_sentence(answer)
    assert blocker.read_text() == "in the way"


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes")
def test_an_output_folder_that_cannot_be_written(draft, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    (tmp_path / "drafts-copy.json").write_bytes(draft.read_bytes())
    words = [sys.executable, "-m", "minute_taker", "export", str(draft), "--output",
             str(locked / "minutes.docx")]  # fmt: skip
    if os.geteuid() == 0:
        # Root writes anywhere: give the command the rights of somebody who cannot.
        words = [
            "setpriv",
            "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-all",
            *words,
        ]

    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert not list(locked.iterdir())


def test_the_pasted_page_comes_out_clean():
    from minute_taker.capture.session import Session
    from minute_taker.minutes.model import Meeting

    stray = "\u00a0 " * 4_000
    paragraphs = [f"{stray}Paragraph {number}  of the  page.{stray}" for number in range(30)]
    session = Session(Meeting())

    session.enter_many(f"\r\n\u00a0\r\n{stray}\r\n".join(paragraphs))

    texts = [line.text for _, line in session.meeting.lines()]
    assert texts == [f"Paragraph {number} of the page." for number in range(30)]


def test_what_the_file_seems_to_be_is_said(command, tmp_path):
    for what, words in (("a program's own file", "program"), ("UTF-16 without its mark", "UTF-16")):
        notes = tmp_path / "bad.notes"
        notes.write_bytes(REFUSED[what])
        assert words in command("import", notes).err


@pytest.mark.parametrize("overwrite", [(), ("--overwrite",)])
def test_an_output_that_is_a_draft_is_left(command, draft, overwrite):
    before = draft.read_bytes()
    answer = command("export", draft, "--output", draft, *overwrite)
    assert answer.status == 1
    assert "is a draft" in answer.err
    assert draft.read_bytes() == before


def test_any_other_file_is_replaced_only_where_the_clerk_says_so(command, draft, tmp_path):
    other = tmp_path / "letter.docx"
    other.write_text("Dear Sir")
    assert command("export", draft, "--output", other).status == 1
    assert other.read_text() == "Dear Sir"
    assert command("export", draft, "--output", other, "--overwrite").status == 0


@pytest.mark.parametrize("step", ["before it is in place", "after it is in place"])
def test_an_export_that_was_killed_is_not_called_changed_by_hand(
    command, draft, tmp_path, monkeypatch, step
):
    from minute_taker.exporting import destinations

    out = tmp_path / "minutes.txt"
    words = ("export", draft, "--format", "text", "--output", out)
    assert command(*words).status == 0
    put = destinations.put

    def killed(path, data, mode):
        if step.startswith("after"):
            put(path, data, mode)
        raise KeyboardInterrupt

    monkeypatch.setattr(destinations, "put", killed)
    draft.write_bytes(draft.read_bytes())
    assert command(*words, "--copy", "full").status == 1
    monkeypatch.undo()

    assert command(*words).status == 0
