"""No command sends the terminal anything but words: whatever a file holds, or is called."""

from __future__ import annotations

import json
import random

import pyte
import pytest

from minute_taker.drafts.layout import decode, encode_record, seal
from minute_taker.drafts.paths import owner_file
from minute_taker.drafts.reading import read_draft
from minute_taker.minutes.visible import for_terminal

#: What a terminal takes for a command: a window's name, a colour, a cleared screen, a bell, an
#: eight-bit CSI, DEL and a return that writes over the line.
ATTACKS = ("\x1b]0;taken\x07", "\x1b[31m", "\x1bc", "\x1b[2J", "\x07", "\x9b31m", "\x7f", "\x00")
COMMANDS = (
    ("show",), ("show", "--json"), ("check",), ("check", "--json"), ("actions",),
    ("actions", "--csv"), ("actions", "--json"), ("decisions",), ("decisions", "--csv"),
    ("decisions", "--json"), ("history",),
    ("export", "--format", "text", "--overwrite"),
)  # fmt: skip


class Recorder:
    """A terminal that writes down every order that it is given."""

    def __init__(self) -> None:
        self.orders: list[str] = []

    def __getattr__(self, order: str):
        return lambda *_, **__: self.orders.append(order)


def orders_in(text: str) -> set[str]:
    recorder = Recorder()
    pyte.Stream(recorder).feed(text)
    return set(recorder.orders) - {"draw", "linefeed", "carriage_return", "tab"}


def steers(text: str) -> bool:
    plain = text.replace("\r\n", "\n").replace("\n", "").replace("\t", "")
    controls = any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in plain)
    return controls or bool(orders_in(text))


def poisoned(value, attack: str, chance: random.Random):
    """The value with the attack in every text of it that holds words."""
    if isinstance(value, str) and " " in value:
        place = chance.randrange(len(value))
        return value[:place] + attack + value[place:]
    if isinstance(value, dict):
        return {key: poisoned(each, attack, chance) for key, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each, attack, chance) for each in value]
    return value


def poison(path, attack: str) -> None:
    """Put the attack in every field of a draft, under a checksum that fits."""
    meta = read_draft(path.read_bytes()).meta
    tables = poisoned(decode(path.read_bytes()), attack, random.Random(5))
    del tables["_meta"]
    path.write_bytes(
        seal(
            {n: {k: encode_record(row) for k, row in rows.items()} for n, rows in tables.items()},
            meta,
        )
    )


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize("sound", [True, False], ids=["sound", "damaged"])
def test_whatever_a_draft_holds(command, draft, attack, sound):
    poison(draft, attack)
    if not sound:
        draft.write_bytes(draft.read_bytes().replace(b'"checksum":"', b'"checksum":"0'))
    for words in COMMANDS:
        answer = command(words[0], draft, *words[1:])
        assert not steers(answer.out), words
        assert not steers(answer.err), words
        assert "has stopped" not in answer.err, (words, answer.err)


def test_the_control_is_steered():
    assert all(steers(f"a{attack}b") for attack in ATTACKS)
    assert not any(steers(for_terminal(f"a{attack}b")) for attack in ATTACKS)


def test_whatever_a_file_is_called(command, draft):
    for attack in ("\x1b[31m", "\x07", "\x7f"):
        named = draft.with_name(f"2026-03-04-{attack}parks.json")
        named.write_bytes(draft.read_bytes())
        broken = draft.with_name(f"2026-03-05-{attack}broken.json")
        broken.write_bytes(b"{")
        for words in (
            ("list",), ("list", "--json"), ("show", named), ("show", broken), ("show", "parks"),
            ("export", named, "--overwrite"), ("decisions",), ("import", broken),
            ("show", draft, "--style", f"no{attack}style"), ("show", f"no{attack}draft"),
        ):  # fmt: skip
            answer = command(*words)
            assert not steers(answer.out + answer.err), words
            assert "has stopped" not in answer.err, (words, answer.err)


def test_whoever_holds_the_lock(command, draft):
    from minute_taker.drafts.store import DraftStore

    held = DraftStore.open(draft)
    owner = json.loads(owner_file(draft).read_text())
    owner_file(draft).write_text(json.dumps({**owner, "user": "ann\x1b]0;taken\x07"}))
    answer = command("capture", draft)
    held.close()

    assert answer.status == 1
    assert "ann" in answer.err
    assert not steers(answer.err)
