"""An error nobody foresaw, in each command: one sentence, exit status 1, no word of the minutes."""

from __future__ import annotations

import io
import subprocess
import sys
import threading

import pytest

from minute_taker.capture.session import Session
from minute_taker.composing import compose
from minute_taker.drafts import listing, versions
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.unexpected_errors import kind_and_place, nothing_printed_of_them

SECRET = "the confidential words of the tender"


def fail(*_args: object, **_named: object) -> None:
    raise KeyError(SECRET)


COMMANDS = {
    "show": (DraftStore, "open"),
    "show --json": (DraftStore, "open"),
    "check": (DraftStore, "open"),
    "export": (DraftStore, "open"),
    "actions": (DraftStore, "open"),
    "decisions": (DraftStore, "open"),
    "capture": (DraftStore, "open"),
    "history": (versions, "versions"),
    "list": (listing, "list_drafts"),
    "new --like": (DraftStore, "open"),
    "import": (DraftStore, "create"),
    "open": (DraftStore, "open"),
}


@pytest.mark.parametrize("words", COMMANDS)
def test_it_is_said_in_one_sentence(command, draft, notes, monkeypatch, words):
    owner, name = COMMANDS[words]
    monkeypatch.setattr(owner, name, fail)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    first, *rest = words.split()
    if first not in ("list", "import"):
        rest.append(str(draft))
    elif first == "import":
        rest.append(str(notes))

    answer = command(first, *rest)

    assert answer.status == 1
    assert "KeyError at test_unforeseen.py" in answer.err
    assert answer.err.count("\n") == 1
    assert "confidential" not in answer.out + answer.err


def test_in_composing(command, draft, monkeypatch):
    monkeypatch.setattr(compose, "compose", fail)
    answer = command("show", draft)
    assert answer.status == 1
    assert "confidential" not in answer.out + answer.err


def test_in_line_mode_what_was_saved_before_stays_saved(command, draft, monkeypatch):
    enter = Session.enter

    def fail_at_the_second(self: Session, raw: str):
        if SECRET in raw:
            raise ValueError(raw)
        return enter(self, raw)

    monkeypatch.setattr(Session, "enter", fail_at_the_second)
    typed = f"Entered before.\n{SECRET}\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    answer = command("capture", draft)
    assert answer.status == 1
    assert answer.out.startswith("saved ")
    assert "confidential" not in answer.out + answer.err
    store = DraftStore.open(draft)
    store.close()
    assert store.meeting.items[-1].lines[-1].text == "Entered before."
    assert not store.read_only


def test_in_a_thread(capsys):
    thread = threading.Thread(target=fail)
    with nothing_printed_of_them():
        thread.start()
        thread.join()
    said = capsys.readouterr().err
    assert said.startswith("minute-taker: KeyError at test_unforeseen.py:")
    assert "confidential" not in said


def test_as_a_program_of_its_own(draft, folder):
    code = (
        "import sys, threading\n"
        "from minute_taker.drafts.store import DraftStore\n"
        "def fail(*args, **named):\n"
        f"    raise ValueError({SECRET!r})\n"
        "def listen(*args, **named):\n"
        "    thread = threading.Thread(target=fail)\n"
        "    thread.start()\n"
        "    thread.join()\n"
        "    fail()\n"
        "DraftStore.open = listen\n"
        "from minute_taker.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    words = ["--folder", str(folder), "show", str(draft)]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("ValueError") == 2
    assert "confidential" not in done.stdout + done.stderr


def test_kind_and_place_hold_no_words():
    with pytest.raises(KeyError) as failure:
        fail()
    said = kind_and_place(failure.value)
    assert said.startswith("KeyError at test_unforeseen.py:")
    assert SECRET not in said
