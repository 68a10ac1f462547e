"""Every setting that councils differ in, each from both sides: in the words that are composed.

The cases are data, in ``tests/support/varying_*.py``; those of how a page looks are held by
``tests/exporting/test_look_varies.py``.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from varying import Case
from varying_business import CASES as BUSINESS
from varying_opening import CASES as OPENING
from varying_people import CASES as PEOPLE
from varying_procedure import CASES as PROCEDURE

from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.minutes.model import Meeting, Status
from minute_taker.minutes.when import parse_date

CASES = [*PEOPLE, *OPENING, *BUSINESS, *PROCEDURE]


def read(meeting: Meeting, style) -> str:
    """The minutes as text, with the title that stands in the file's properties."""
    document = compose(meeting, style)
    return f"{document_text(document)}\nTitle: {document.title}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.setting}={case.value}"[:70])
def test_both_sides(case: Case, meeting_of, styled) -> None:
    head = dict(case.head)
    agreed = head.pop("agreed", "")
    meeting = meeting_of(case.lines, **head)
    if agreed:
        meeting = replace(meeting, status=Status.AGREED, agreed_on=parse_date(agreed))
    by_default = read(meeting, styled(case.under))
    otherwise = read(meeting, styled({**case.under, case.setting: case.value}))
    assert case.default in by_default
    assert case.other in otherwise
    assert case.other not in by_default
