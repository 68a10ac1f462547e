"""Slips such as published minutes have, several in a line, and nothing else of it."""

from __future__ import annotations

TEXT = """\
Ina Lark (Link Officer), and Jo Penny, (Head of Service), introduced the new Schoosl Alert rules.
> The Wardens Liaison Board had been set up in 2019, and was comprised of represntaions form \
wards, traders and the lcoal police. Each request is looked at singly, and an inspection is made.
? How were residents of extra care homes, or of Extra care flats, heard by the OTX service?
> Firms who were late had been written to through the Regional School's Commissioner, and tenants \
of extra care homes had been told.
> The rules had been drawn up with the Trade Wardens Liaison Board (TWLB).
! That the rules was noted
"""


def test_slips_of_many_kinds_are_found_side_by_side(found) -> None:
    assert found(TEXT) == [
        ("comma", ","),
        ("spelling", "Schoosl"),
        ("usage", "comprised of"),
        ("spelling", "represntaions"),
        ("wrong-word", "form"),
        ("spelling", "lcoal"),
        ("tense", "is"),
        ("tense", "is"),
        ("capitals-differ", "Extra care"),
        ("acronym-never-spelt-out", "OTX"),
        ("usage", "who"),
        ("house-word", "Regional School's Commissioner"),
        ("body-under-two-names", "Trade Wardens Liaison Board"),
        ("resolution-verb", "was"),
    ]
