"""Meetings in which all is well, as clerks write them: the check says nothing false of them."""

from __future__ import annotations

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.checking import check

HEAD = """\
committee: Parks Committee
date: 3 March 2026
time: 7.00 pm
closed: 9.30 pm
venue: Town Hall
quorum: 3
members: Ada Larkin (Chairman), Bo Winter, Cy Penrow, Aidan Van de Velden, María García
officers: Rhys Gale (Head of Parks)

"""
#: Each a meeting of its own, in the forms of one kind of council.
MEETINGS = (
    "# Apologies for absence\n# Declarations of interest\n# Minutes of the meeting held on "
    "2 February 2026\n# Paths\nOfficers introduced it.\n? @bw Why?\n> @rg So.\n! That it lie",
    "# Prayers\nThe chaplain said prayers.\n# Matters arising\nThere were none.\n"
    "# Urgent business\nNone.\n# Work\n+ Bo Winter: write (by 5 June 2026)",
    "# Election of Chairman\n~ chair Winter\n# Announcements\nThe Chairman spoke.\n"
    "# Gate\n% Winter / Penrow: That the gate be mended\n% carried 5-0-0\n"
    "! That the gate be mended",
    "# Lease\n~ interest Garcia: a tenant (left)\n% Winter / Larkin: That it be let\n"
    "% carried 4-0-0\n! That it be let\n# Paths\n% Garcia / Winter: That it lie\n% carried 5-0-0\n"
    "! That it lie",
    "# Gate\n% Winter / Penrow: That it be sold\n% carried 3-2\n% for Larkin, Winter, Penrow\n"
    "% against van de velden and Garcia\n! That it be sold",
    "# Plan\n% Winter / Penrow: That the officer's recommendation be approved\n% carried 4-1\n"
    "% against Penrow\n! That permission be refused\n! That a letter be written",
    "# Plan\nThe Committee heard the applicant.\n~ adjourned 10.00 pm to 11 March 2026\n"
    "~ resumed 6.30 pm\n~ apologies Penrow\n! That permission be granted",
    "# Review\n~ out Winter 7.30 pm\n~ in Winter 7.45 pm\n> @bw The review was under way.\n! noted",
    "# Petition\nMr Orr presented it.\n# Questions from Members\n? @cp When?\n> @rg In May.\n"
    "# Date of next meeting\n7 April 2026.",
    "# Substitutes\nNone.\n# Public participation\nNobody spoke.\n# Budget\nThe budget was agreed.",
    "# Trees (Part II, 3)\nThe price was told.\n! noted\n# Close of meeting\nAll were thanked.",
    "# Works\nRhys Gale spoke on the works.\n>+ @rg: A list would be sent (by 1 April 2026)\n"
    "# Forum\n! To appoint:\n  - María García\n# Chairman's report\nShe reported.",
)


def test_twelve_meetings_in_which_all_is_well() -> None:
    found = [
        (number, finding.rule, finding.words)
        for number, lines in enumerate(MEETINGS, 1)
        for finding in check(read_notes(f"{HEAD}{lines}\n".encode()).meeting)
    ]
    assert len(MEETINGS) == 12
    assert len(found) / len(MEETINGS) <= 0.2, found
