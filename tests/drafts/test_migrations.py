"""Drafts of earlier schemas."""

from __future__ import annotations

import pytest

from minute_taker.drafts.layout import SCHEMA, decode
from minute_taker.drafts.migrations import MIGRATIONS, migrate
from minute_taker.drafts.reading import read_draft


def test_there_is_a_step_from_every_earlier_schema():
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))


def test_steps_follow_one_another():
    def named(step: str):
        return lambda tables: {**tables, "steps": {**tables.get("steps", {}), step: {}}}

    steps = {1: named("one"), 2: named("two"), 3: named("three")}
    assert list(migrate({}, 2, steps, 4)["steps"]) == ["two", "three"]
    assert migrate({"lines": {}}, 4, steps, 4) == {"lines": {}}


def test_a_schema_that_never_was_is_refused():
    with pytest.raises(KeyError):
        migrate({}, 0, {1: dict}, 2)


def test_a_draft_of_the_present_schema_needs_no_step(draft, meeting):
    data = draft.read_bytes()
    assert decode(data)["_meta"]["1"]["schema"] == SCHEMA
    assert read_draft(data).meeting == meeting
