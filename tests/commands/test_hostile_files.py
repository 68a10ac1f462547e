"""One bad file in the folder costs that file alone, with a sentence."""

from __future__ import annotations

import os

import pytest

from minute_taker.drafts.layout import decode, encode_record, read_meta, seal

LEVELS = 100_000


def resealed(data: bytes, depth: int) -> bytes:
    """The draft with a line set in that deep, under a checksum that fits."""
    tables = decode(data)
    meta = read_meta(tables)
    del tables["_meta"]
    next(iter(tables["lines"].values()))["depth"] = depth
    encoded = {n: {k: encode_record(r) for k, r in rows.items()} for n, rows in tables.items()}
    return seal(encoded, meta)


BAD = {
    "lists in lists": lambda _: b'{"lines":' + b"[" * LEVELS + b"]" * LEVELS + b"}",
    "objects in objects": lambda _: b'{"a":' * LEVELS + b"1" + b"}" * LEVELS,
    "records in records": lambda _: b'{"id":1,"text":"[{","on":' * LEVELS + b"1" + b"}" * LEVELS,
    "a draft with depths": lambda data: (
        data[:-3] + b',"x":' + b'{"a":' * LEVELS + b"1" + b"}" * (LEVELS + 1)
    ),
    "half a character": lambda data: data.replace(b"bandstand", b"\\ud800stand"),
    "a depth past all paper": lambda data: resealed(data, 10**18),
    "a depth below nothing": lambda data: resealed(data, -1),
    "a long number": lambda data: data.replace(b'"order":0', b'"order":' + b"9" * 5000, 1),
    "a long revision": lambda data: data.replace(b'"revision":', b'"revision":' + b"9" * 5000),
    "no such day": lambda data: data.replace(b"2026-03-03", b"9999-99-99"),
}


def only_words(answer) -> None:
    assert "has stopped" not in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("what", BAD)
def test_the_others_are_listed_and_searched(command, draft, what):
    bad = draft.with_name("bad.json")
    bad.write_bytes(BAD[what](draft.read_bytes()))

    listed, decided = command("list"), command("decisions")

    assert listed.status == decided.status == 0
    assert draft.name in listed.out
    assert bad.name in listed.out
    assert "noted" in decided.out
    for words in (("show", bad), ("check", bad), ("export", bad, "--overwrite")):
        answer = command(*words)
        only_words(answer)
        assert answer.err.strip() or what == "a long number", words
    only_words(listed)
    only_words(decided)


@pytest.mark.skipif(os.name != "posix", reason="names of bytes, and pipes")
def test_a_name_that_is_no_text_and_a_pipe(command, draft):
    named = os.fsdecode(os.fsencode(draft.parent) + b"/bad-\xff.json")
    os.link(draft, named)
    os.mkfifo(draft.with_name("pipe.json"))
    for _ in range(2):
        listed = command("list")
        assert listed.status == 0
        assert draft.name in listed.out
        assert "it is not a file  pipe.json" in listed.out
    assert command("list", "--json").status == 0
    assert command("show", named).status == 0
    assert "pipe.json is not a file" in command("decisions").err
