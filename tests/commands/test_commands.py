"""Each command of the program, from the outside."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from minute_taker.cli import main


class _Stdin:
    def __init__(self, text: str) -> None:
        self.buffer = io.BytesIO(text.encode())


def test_import_makes_one_tinydb_file_and_prints_its_path(command, folder, notes):
    answer = command("import", notes)

    path = Path(answer.out.strip())
    assert answer.status == 0
    assert answer.err == ""
    assert list((folder / "drafts").glob("*.json")) == [path]
    assert path.name.startswith("2026-03-03-parks-committee")
    with TinyDB(path) as stock:
        assert {"meeting", "attendance", "items", "lines", "pending", "_meta"} <= stock.tables()
        texts = [row["text"] for row in stock.table("lines").all()]
    assert "When would the bandstand open again?" in texts


def test_a_second_import_takes_another_name(command, notes):
    first, second = command("import", notes), command("import", notes)

    assert (first.status, second.status) == (0, 0)
    assert first.out != second.out


def test_import_never_writes_over_what_is_there(command, notes, tmp_path):
    target = tmp_path / "precious.json"
    target.write_text("precious")

    answer = command("import", notes, "--output", target)

    assert answer.status == 1
    assert target.read_text() == "precious"
    assert len(answer.err.splitlines()) == 1


def test_import_says_where_no_folder_can_be_made(command, notes, tmp_path):
    (tmp_path / "file").write_text("no folder")

    answer = command("import", notes, "--output", tmp_path / "file" / "minutes" / "x.json")

    assert answer.status == 1
    assert answer.err.strip() == (
        f"minute-taker: no draft was made in {tmp_path / 'file' / 'minutes'}: "
        "there is no such folder, and none can be made there"
    )


def test_show_prints_the_composed_minutes(command, draft):
    answer = command("show", draft.name[:16])

    assert answer.status == 0
    assert "The Committee asked the following question:" in answer.out
    assert "RESOLVED: That the report be noted." in answer.out


def test_show_json_has_the_public_shape(command, draft):
    shape = json.loads(command("show", draft, "--json").out)

    assert set(shape) == {"schema", "meeting", "attendance", "items"}
    assert shape["meeting"]["committee"] == "Parks Committee"
    assert shape["meeting"]["date"] == "2026-03-03"
    assert [person["name"] for person in shape["attendance"]] == ["Ada Larkin", "Bo Winter"]
    first, second = shape["items"]
    assert (first["agenda_number"], second["agenda_number"]) == ("1", "4")
    assert second["part"] == "I"
    assert [line["kind"] for line in second["lines"]] == ["question", "answer", "resolution"]
    assert {"id", "kind", "text", "speaker", "at"} <= set(second["lines"][0])


def test_export_prints_the_path_that_it_wrote(command, draft, folder):
    answer = command("export", draft)

    path = Path(answer.out.strip())
    assert answer.status == 0
    assert path.parent == folder / "exports"
    assert path.suffix == ".docx"
    assert path.read_bytes().startswith(b"PK")


def test_notes_come_back_as_the_same_notes(command, draft, tmp_path):
    first = command("export", draft, "--format", "notes", "--output", tmp_path / "once.notes")
    again = command("import", tmp_path / "once.notes")
    second = command(
        "export", again.out.strip(), "--format", "notes", "--output", tmp_path / "twice.notes"
    )

    assert (first.status, again.status, second.status) == (0, 0, 0)
    assert (tmp_path / "once.notes").read_text() == (tmp_path / "twice.notes").read_text()


def test_line_mode_says_saved_for_what_is_in_the_reopened_draft(command, draft, monkeypatch):
    typed = (
        "? Who would pay?\n> The Council.\n:undo\n> The Friends.\n"
        "# Any other business\n:delete 99\n"
    )
    monkeypatch.setattr(sys, "stdin", _Stdin(typed))

    answer = command("capture", draft)

    shape = json.loads(command("show", draft, "--json").out)
    kept = {line["id"]: line["text"] for item in shape["items"] for line in item["lines"]}
    saved = [int(number) for number in re.findall(r"^saved (\d+)$", answer.out, re.MULTILINE)]
    assert answer.status == 0
    assert [kept.get(number) for number in saved] == ["Who would pay?", None, "The Friends."]
    assert shape["items"][-1]["title"] == "Any other business"
    assert re.search(r"^refused: ", answer.out, re.MULTILINE)


def test_new_like_takes_the_members_and_the_next_minute(command, draft, folder, tmp_path):
    numbered = tmp_path / "numbered.notes"
    numbered.write_text(
        "committee: Parks\ndate: 1 April 2026\nfirst minute: 77/21\nmembers: Ada Larkin\n\n"
        "# Apologies for absence\n# Benches\n"
    )
    like = command("import", numbered).out.strip()

    made = command("new", "--like", like, "--date", "6 May 2026")

    shape = json.loads(command("show", made.out.strip(), "--json").out)
    assert made.status == 0
    assert shape["meeting"]["first_minute"] == "79/21"
    assert [person["name"] for person in shape["attendance"]] == ["Ada Larkin"]
    assert [item["title"] for item in shape["items"]] == ["Apologies for absence"]


def test_list_names_each_draft(command, draft):
    shape = json.loads(command("list", "--json").out)
    assert shape["schema"] == 1
    rows = shape["drafts"]
    assert {"path", "status", "gaps", "saved_at", "problem"} <= rows[0].keys()

    assert [row["committee"] for row in rows] == ["Parks Committee"]
    assert draft.name in command("list").out


def test_list_says_why_a_draft_does_not_open(command, draft):
    draft.with_name("torn.json").write_text("not a draft", encoding="utf-8")

    rows = command("list").out.splitlines()

    assert [row for row in rows if "torn.json" in row and "damaged, or no draft" in row]
    assert len(rows) == 2


def test_without_a_terminal_no_draft_is_opened(command, draft, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Officers introduced the report.\n"))

    answer = command("open", draft)

    assert answer.status == 1
    assert "terminal" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_the_sample_is_made_once(command):
    first, second = command("sample", "--no-screen"), command("sample", "--no-screen")

    assert (first.status, second.status) == (0, 0)
    assert first.out == second.out


@pytest.mark.parametrize(
    "words",
    [("open",), ("export", "x", "--copy", "half"), ("frobnicate",), ("show", "--yaml", "x")],
)
def test_wrong_usage_exits_with_two(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(list(words))

    assert stopped.value.code == 2


@pytest.mark.parametrize("name", ["open", "export", "show", "capture", "import"])
def test_what_is_not_there_is_refused_in_one_sentence(command, name):
    answer = command(name, "no-such")

    assert answer.status == 1
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert "Traceback" not in answer.err


def test_a_part_of_two_names_is_ambiguous(command, notes):
    command("import", notes)
    command("import", notes)

    answer = command("show", "parks")

    assert answer.status == 1
    assert len(answer.err.splitlines()) == 1


def test_the_program_runs_as_a_module(folder):
    done = subprocess.run(
        [sys.executable, "-m", "minute_taker", "--folder", str(folder), "list"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_listing_imports_neither_screen_nor_word(folder):
    code = (
        "import sys; from minute_taker.cli import main; "
        f"main(['--folder', {str(folder)!r}, 'list']); "
        "print([name for name in ('textual', 'docx', 'lxml', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_document_changed_by_hand_is_not_written_over_without_a_word(command, draft):
    path = Path(command("export", draft).out.strip())
    path.write_bytes(b"my own corrections")

    refused = command("export", draft)
    kept = path.read_bytes()
    elsewhere = command("export", draft, "--output", path.with_name("again.docx"))
    over = command("export", draft, "--overwrite")

    assert refused.status == 1
    assert kept == b"my own corrections"
    assert "--overwrite" in refused.err
    assert (elsewhere.status, over.status) == (0, 0)
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("style", "its_own"),
    [
        ("hillingdon", ["Committee Members Present:", "RESOLVED:\n\n  1. That the repairs be"]),
        ("asterisk-attendance", ["* Cllr Ada Larkin", "(a) That", "Q1 What would"]),
        ("community-council", ["Yn bresennol / Present:", "Penderfynwyd / Resolved:"]),
        ("numbered-paragraphs", ["18/26.1 Apologies had been received", "Resolved:"]),
        ("parish-council", ["In attendance:", "What | Who | When"]),
        ("reported-questions", ["RESOLVED that\n\n  1. the repairs", "20/26.2 Councillor Winter"]),
    ],
)
def test_a_style_is_shown_by_a_page_in_it(command, style, its_own):
    answer = command("styles", style)

    assert answer.status == 0
    lines = answer.out.splitlines()
    assert 40 < len(lines) < 75
    assert max(map(len, lines)) <= 78
    assert all(words in answer.out for words in its_own)


def test_styles_are_listed(command):
    answer = command("styles")

    assert answer.status == 0
    assert any(line.startswith("hillingdon ") for line in answer.out.splitlines())


def test_an_earlier_version_is_put_back(command, draft, monkeypatch):
    monkeypatch.setattr(sys, "stdin", _Stdin(":delete 1\n"))
    command("capture", draft)
    listed = command("history", draft)

    restored = command("history", draft, "--restore", listed.out.split()[0])

    assert restored.status == 0
    assert "When would the bandstand open again?" in command("show", draft).out


def test_check_is_silent_and_content_with_a_clean_draft(command, tmp_path):
    notes = tmp_path / "clean.notes"
    notes.write_text(
        "committee: Parks Committee\ndate: 3 March 2026\ntime: 7.00 pm\nclosed: 8.00 pm\n"
        "venue: Town Hall\nclerk: Hollis Penrow, 01632 960147\nmembers: Ada Larkin (Chairman)\n\n"
        "# Benches\n! That the report be noted\n"
    )
    draft = command("import", notes).out.strip()

    answer = command("check", draft)

    assert (answer.status, answer.out) == (0, "")


def test_check_names_the_line_and_the_rule_of_each_finding(command, draft, monkeypatch):
    monkeypatch.setattr(sys, "stdin", _Stdin("The cost was £??.\n"))
    command("capture", draft)

    answer = command("check", draft, "--json")

    findings = json.loads(answer.out)
    assert answer.status == 1
    assert any(finding["rule"] == "gap" and finding["line"] == 4 for finding in findings)
    assert command("check", draft).status == 1


def test_actions_are_open_until_they_are_done(command, draft, monkeypatch):
    typed = "+ Ada Larkin: mend the roof (by 1 May 2026)\n+ Bo Winter: ask for tenders\n:done 4\n"
    monkeypatch.setattr(sys, "stdin", _Stdin(typed))
    command("capture", draft)

    everything = json.loads(command("actions", "--json").out)["actions"]
    still_open = json.loads(command("actions", draft, "--open", "--json").out)["actions"]

    assert [row["line"] for row in everything] == [4, 5]
    assert [row["who"] for row in still_open] == [["Bo Winter"]]
    assert command("actions", "--csv").out.count("\n") == 3


def test_decisions_are_listed(command, draft):
    (row,) = json.loads(command("decisions", draft, "--json").out)["decisions"]

    assert row["line"] == 3
    assert "report be noted" in row["words"]
    assert "report be noted" in command("decisions").out
