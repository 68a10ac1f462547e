"""Any sequence of changes, undos, saves, failures, reopenings: the draft is what it should be."""

from __future__ import annotations

import errno
import shutil
import tempfile
from pathlib import Path

import pytest
from fault_meetings import change, first_meeting
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from minute_taker.drafts import files, versions
from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.reading import read_draft
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.undo_history import History

texts = st.text(max_size=40)
faults = st.sampled_from(
    ["write_new", "take_place", "replace", "flush_folder", "same_file", "make_folder"]
)


class Drafting(RuleBasedStateMachine):
    """A clerk, a draft, and what can happen to them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = DraftStore.create(self.folder, first_meeting(6))
        self.clerk = History(self.store.meeting)
        # What the disk may hold: what was saved, or what a refused save had put in place.
        self.possible = [(self.store.meeting, None)]
        self.other_versions = 0

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(chance=st.randoms(use_true_random=False), times=st.integers(1, 5))
    def changes(self, chance, times) -> None:
        for _ in range(times):
            self.clerk.do(change(self.clerk.meeting, chance))

    @rule()
    def undoes(self) -> None:
        self.clerk.undo()

    @rule()
    def redoes(self) -> None:
        self.clerk.redo()

    @rule()
    def undo_then_redo_is_as_before(self) -> None:
        before = self.clerk.meeting
        if self.clerk.undo() is not None:
            self.clerk.redo()
        assert self.clerk.meeting == before

    @rule()
    def undone_to_the_beginning_and_redone(self) -> None:
        before = self.clerk.meeting
        steps = 0
        while self.clerk.undo() is not None:
            steps += 1
        for _ in range(steps):
            self.clerk.redo()
        assert self.clerk.meeting == before

    @rule(text=st.none() | texts)
    def saves(self, text) -> None:
        pending = None if text is None else Pending(text)
        self.store.save(self.clerk.meeting, pending)
        self.possible = [(self.clerk.meeting, pending)]

    @rule(fault=faults, code=st.sampled_from([errno.ENOSPC, errno.EIO, errno.EACCES]))
    def fails_to_save(self, fault, code) -> None:
        def fail(*_args: object, **_named: object) -> None:
            raise OSError(code, "on purpose")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, fault, fail)
            try:
                self.store.save(self.clerk.meeting, None)
            except DraftNotSaved:
                self.possible.append((self.clerk.meeting, None))
            else:
                # Only the generation before was not kept.
                assert fault in ("replace", "same_file", "make_folder")
                self.possible = [(self.clerk.meeting, None)]

    @rule()
    def reopens(self) -> None:
        self.store.close()
        self.store = DraftStore.open(self.store.path)
        assert self.store.notices == ()
        assert not self.store.read_only
        self.clerk = History(self.store.meeting)
        self.possible = [(self.store.meeting, self.store.pending)]

    @rule()
    def another_opens_it(self) -> None:
        other = DraftStore.open(self.store.path)
        assert other.read_only
        with pytest.raises(DraftNotSaved):
            other.save(self.clerk.meeting)
        other.close()

    @rule(data=st.binary(max_size=30))
    def something_else_writes_the_file(self, data) -> None:
        self.store.path.write_bytes(data)
        self.saves(None)
        self.other_versions += 1
        kept = list(self.folder.glob("*-other-version*.json"))
        assert len(kept) == self.other_versions
        assert data in [path.read_bytes() for path in kept]

    @precondition(lambda self: versions.versions(self.store.path))
    @rule(chance=st.randoms(use_true_random=False))
    def goes_back_to_a_version(self, chance) -> None:
        found = versions.versions(self.store.path)
        version = chance.choice(found)
        wanted = versions.read_version(
            next(each for each in found if each.revision == version.revision)
        )
        self.store.close()
        versions.restore(self.store.path, version.revision)
        self.store = DraftStore.open(self.store.path)
        assert self.store.meeting == wanted.meeting
        self.clerk = History(self.store.meeting)
        self.possible = [(self.store.meeting, self.store.pending)]

    @invariant()
    def the_disk_holds_what_was_saved(self) -> None:
        reading = read_draft(self.store.path.read_bytes())
        assert (reading.meeting, reading.pending) in self.possible

    @invariant()
    def no_id_was_given_twice(self) -> None:
        meeting = self.clerk.meeting
        ids = [line.id for _, line in meeting.lines()]
        assert len(ids) == len(set(ids))
        assert max(ids, default=0) <= meeting.last_line


def test_any_sequence(rounds) -> None:
    run_state_machine_as_test(
        Drafting,
        settings=settings(
            max_examples=rounds(25, 500),
            stateful_step_count=rounds(25, 60),
            deadline=None,
            derandomize=rounds(True, False),
            suppress_health_check=list(HealthCheck),
        ),
    )
