"""What does not stand is found, and what stands is left alone."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.checking import advice_about, check

HEAD = """\
committee: Orchards Committee
date: 3 March 2026
time: 7.00 pm
closed: 9.00 pm
venue: The Cider House
quorum: 3
members: Ada Bright (Chairman), Ben Crane, Cleo Dunn, Dev Ellery
officers: Rhys Gale (Head of Orchards), Nia Frost (Clerk)

"""

SOUND = """\
# Apologies for absence (1)
# Declarations of interest (2)
~ interest Ellery 5: he rented the lower orchard (left)
# Minutes of the meeting held on 6 January 2026 (3)
! minutes 6 January 2026
# Pruning (4)
Rhys Gale introduced the Annual Tree Review (ATR).
? What did the ATR cost?
?+ And last year's?
> About £400 each year.
>+ @rg: The figures would be sent to Members in writing (by 1 April 2026)
? [Mr Joe Wild, 4 Weir Row] May the public take part?
~ writing
! noted
# Lower Orchard (5)
~ out Ellery 7.40 pm
% Crane / Dunn: That the lease be renewed
% carried 3-0-0
% for Bright, Crane, Dunn
! That the lease be renewed
~ in Ellery 7.55 pm
# Cider Press (6)
> Details of the press would be sent to the Committee following the meeting.
! That details of the press be sent to the Committee
# Exclusion of the public (7)
~ exclude
# Press Tender (8, Part II, 3)
! noted
"""


def rules(lines: str, head: str = HEAD, **options: bool) -> list[str]:
    meeting = read_notes((head + lines).encode()).meeting
    return [finding.rule for finding in check(meeting, **options)]


def test_a_sound_meeting_has_no_finding() -> None:
    assert rules(SOUND) == []


PLANTED = {
    "gap": ("About £400 each year.", "About £?? each year."),
    "unanswered-question": ("~ writing\n", ""),
    "no-outcome": (
        "# Exclusion of the public (7)",
        "# Hedges (12)\nThe hedges were looked at.\n# Exclusion of the public (7)",
    ),
    "mover-absent": ("% Crane / Dunn: That", "% Crane / Ellery: That"),
    "votes-do-not-add-up": ("% carried 3-0-0\n% for Bright, Crane, Dunn", "% carried 4-0-0"),
    "promise-without-action": ("! That details of the press be sent to the Committee", "! noted"),
    "date-differs": ("! minutes 6 January 2026", "! minutes 6 January 2025"),
    "name-spelt-two-ways": ("# Pruning (4)\n", "# Pruning (4)\nCouncillor Elery welcomed it.\n"),
    "no-exempt-reason": ("(8, Part II, 3)", "(8, Part II)"),
    "public-address": ("# Pruning (4)\n", "# Pruning (4)\nHe lived at 4 Weir Row.\n"),
    "leaves-twice": ("~ in Ellery", "~ out Ellery"),
    "times-run-backwards": ("7.55 pm", "7.35 pm"),
    "unknown-name": ("# Cider Press (6)\n", "# Cider Press (6)\n~ out Brightly 8.01 pm\n"),
    "comes-in-without-leaving": ("# Cider Press (6)\n", "# Cider Press (6)\n~ in Dunn\n"),
    "votes-though-barred": ("~ out Ellery 7.40 pm\n% Crane", "% against Ellery\n% Crane"),
    "quorum-lost": ("~ out Ellery 7.40 pm", "~ out Ellery, Dunn 7.40 pm"),
}


def planted(faults) -> str:
    text = SOUND
    for fault in faults:
        old, new = PLANTED[fault]
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize("fault", PLANTED)
def test_each_planted_fault_is_found(fault) -> None:
    found = rules(planted([fault]))
    assert fault in found
    also = {  # what follows from the same fault
        "quorum-lost": {"votes-after-leaving", "mover-absent", "votes-do-not-add-up"},
        "leaves-twice": set(),
        "votes-though-barred": {"comes-in-without-leaving"},
    }
    assert set(found) <= {fault} | also.get(fault, set())


def test_twelve_planted_faults_are_those_twelve_and_no_other() -> None:
    twelve = [
        *list(PLANTED)[:8],
        "no-exempt-reason",
        "leaves-twice",
        "unknown-name",
        "comes-in-without-leaving",
    ]
    assert sorted(rules(planted(twelve))) == sorted(twelve)


def test_findings_say_where_and_what_in_the_order_of_the_record() -> None:
    text = planted(["gap", "leaves-twice", "no-exempt-reason"])
    meeting = read_notes((HEAD.replace("closed: 9.00 pm\n", "") + text).encode()).meeting
    found = check(meeting)
    assert [finding.rule for finding in found] == [
        "gap",
        "gap",
        "leaves-twice",
        "no-exempt-reason",
    ]
    assert (found[0].item, found[0].line) == (None, None)
    assert found[0].words == "the time when it closed is not given"
    line = meeting.line(found[1].line)
    assert line is not None
    assert line.text == "About £?? each year."
    assert found[2].words == "Dev Ellery leaves, but had left already"
    assert (found[3].item, found[3].line) == (meeting.items[-1].id, None)


def test_a_name_that_nobody_bears_comes_with_the_nearest() -> None:
    meeting = read_notes((HEAD + "# A\n~ out Crain\n! noted\n").encode()).meeting
    (finding,) = check(meeting)
    assert finding.words == (
        "it is not clear from the attendance who “Crain” is; the nearest is Ben Crane"
    )
    assert finding.suggestions == ("Ben Crane",)


@pytest.mark.parametrize(
    ("name", "suggestions"),
    [
        ("Bright", ("Ada Bright", "Zoe Bright")),
        ("Brihgt", ("Ada Bright", "Zoe Bright")),
        ("@bx", ("Ben Crane",)),
        ("@cb", ("Ben Crane",)),
        ("@qq", ()),
        ("@rgx", ("Rhys Gale",)),
        ("Nobody", ()),
    ],
)
def test_the_nearest_names_are_suggested_and_none_is_guessed(name, suggestions) -> None:
    head = HEAD.replace("Dev Ellery", "Dev Ellery, Zoe Bright")
    meeting = read_notes((head + f"# A\n~ out {name}\n! noted\n").encode()).meeting
    (finding,) = check(meeting)
    assert (finding.rule, finding.suggestions) == ("unknown-name", suggestions)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("? @zz Why?\n> So.", ["unknown-name"]),
        ("? @ab @zz Why?\n> So.", ["unknown-name"]),
        ("As @zz said.", ["unknown-name"]),
        ("~ @zz thanked everybody.", ["unknown-name"]),
        ("+ @zz: mend it", ["unknown-name"]),
        ("? @members @AB Why?\n> @chair So.", []),
        ("Write to parks@zz.example.", []),
    ],
)
def test_codes_of_nobody(line, found) -> None:
    assert rules(f"# A\n{line}\n! noted\n") == found


def test_whoever_votes_after_leaving() -> None:
    found = rules("# A\n~ out Crane\n% Dunn / Bright: That x\n% carried\n% for Crane\n! That x\n")
    assert found == ["votes-unaccounted", "votes-after-leaving"]


@pytest.mark.parametrize(
    ("vote", "found"),
    [
        ("% carried 3-1-0", []),
        ("% carried 2-2-0", ["votes-do-not-add-up"]),
        ("% carried 2-2-0 casting vote", []),
        ("% lost 2-2-0 (casting vote)", []),
        ("% lost 2-2-0", []),
        ("% carried 3-1-0 casting", ["votes-do-not-add-up"]),
        ("% carried 1-3-0", ["votes-do-not-add-up"]),
        ("% lost 3-1-0", ["votes-do-not-add-up"]),
        ("% carried 3-0-0", ["votes-do-not-add-up"]),
        ("% carried 3-0", []),
        ("% carried 5-0", ["votes-do-not-add-up"]),
        ("% carried 3-1-0\n% for Bright, Crane", ["votes-do-not-add-up"]),
        ("% carried 3-1-0\n% for Bright, Crane, Bright", ["votes-do-not-add-up"]),
        ("% carried", []),
    ],
)
def test_votes(vote, found) -> None:
    assert rules(f"# A\n% Dunn / Bright: That x\n{vote}\n! That x\n") == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("", []),
        ("~ out Bright\n~ chair Ellery\n", []),
        ("~ out Bright\n~ chair Mona Whittle\n", ["unknown-name"]),
        ("~ out Ellery\n", []),
        ("~ out Bright\n", ["casting-vote-absent"]),
        ("~ chair Ellery\n~ out Ellery\n", ["casting-vote-absent"]),
        ("~ out Bright\n~ chair Ellery\n~ in Bright\n~ chair Bright\n~ out Ellery\n", []),
    ],
)
def test_a_casting_vote_is_of_somebody_in_the_room(before, found) -> None:
    vote = "% Dunn / Crane: That x\n% carried 1-1 casting vote\n! That x\n"
    assert rules(f"# A\n{before}{vote}") == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("# A (4, with 5)\n# B (5)\n! noted\n", []),
        ("# A (4)\n! noted\n# B (5, with 4)\n", []),
        ("# A (4, with 5)\n# B (5)\n", ["no-outcome", "no-outcome"]),
        ("# A (4, deferred)\n", []),
        ("# A (4, deferred to ??)\n", ["gap"]),
        ("# A (4, deferred to 6 May 2026)\n! deferred to 6 May 2026\n", []),
        ("# A (4, deferred to 6 May 2026)\n~ deferred to 7 May 2026\n", ["date-differs"]),
    ],
)
def test_the_outcome_of_items_taken_together_or_put_off(lines, found) -> None:
    assert rules(lines) == found


def test_an_address_printed_by_the_style() -> None:
    lines = "# Questions\n? [Joe Wild, 4 Weir Row] Why?\n> So.\n"
    assert rules(lines) == []
    assert rules(lines, addresses_printed=True) == ["public-address"]


def test_an_empty_meeting_is_only_unfinished() -> None:
    assert set(rules("", head="committee: Orchards Committee\n\n")) == {"gap"}


AROUND_MIDNIGHT = "# A\n~ out Crane 11.50 pm\n~ in Crane 0:10\n! noted\n"


@pytest.mark.parametrize(
    ("closed", "found"),
    [("0:30", []), ("11.55 pm", ["past-midnight", "times-run-backwards"]), ("", ["past-midnight"])],
)
def test_midnight_is_looked_at_until_the_close_bears_it_out(closed, found) -> None:
    head = HEAD.replace("closed: 9.00 pm\n", f"closed: {closed}\n" if closed else "")
    got = [rule for rule in rules(AROUND_MIDNIGHT, head=head) if rule != "gap"]
    assert sorted(got) == sorted(found)


def test_a_time_before_midnight_after_one_past_it_does_not_stand() -> None:
    lines = AROUND_MIDNIGHT.replace("! noted", "~ out Dunn 11.59 pm\n! noted")
    head = HEAD.replace("9.00 pm", "0:30")
    meeting = read_notes((head + lines).encode()).meeting
    assert [finding.words for finding in check(meeting)] == [
        "11.59 pm stands over twelve hours after 12.10 am"
    ]


def test_the_other_half_of_the_day_does_not_stand() -> None:
    head = HEAD.replace("7.00 pm", "9.30 am").replace("9.00 pm", "12.30 pm")
    meeting = read_notes((head + "# A\n~ out Crane 10.15 pm\n! noted\n").encode()).meeting
    assert [finding.words for finding in check(meeting)] == [
        "10.15 pm stands over twelve hours after 9.30 am",
        "the meeting closed at 12.30 pm, before 10.15 pm",
    ]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("~ out", "names, then a time"),
        ("~ interest", "names, an item"),
        ("~ interest Crane 1 gate: x (left)", "names, an item"),
        ("~ out 7.42 pm", "names, then a time"),
        ("~ in Crane 25.00", "names, then a time"),
        ("~ resumed 99.10", "a date or a time"),
        ("~ adjourned to 31 June 2026", "to and the date"),
        ("~ deferred to 31 February 2026", "to and the date"),
        ("~ in view of the hour, closed", "names, then a time"),
        ("~ vanished Crane 7.10 pm", "a verb"),
        ("~ the doors were opened", "a verb"),
        ("% The votes were counted twice", "mover / seconder"),
        ("% carried after a recount", "mover / seconder"),
        ("! minutes as sent round", "the dates"),
        ("! deferred and dropped", "to and the date"),
    ],
)
def test_what_is_not_understood_is_said_and_kept_as_typed(typed, wanted) -> None:
    read = read_notes((HEAD + f"# A\n{typed}\n! noted\n").encode())
    words = typed[2:]
    for found in (check(read.meeting), advice_about(read.meeting, 1)):
        said = [each.words for each in found if each.rule == "not-understood"]
        assert len(said) == 1
        assert words in said[0]
        assert wanted in said[0]
    assert [words in remark for remark in read.remarks] == [True]
    line = read.meeting.line(1)
    assert line is not None
    assert line.text == words


@pytest.mark.parametrize(
    "typed",
    [
        "out Crane 7.42 pm",
        "out Crane to take a call",
        "In view of the hour the Chairman closed the debate",
        "deferred to the next meeting",
        "Out of hours, the office closed at 7.30 pm",
        "writing",
        "The doors were opened at 7.42 pm",
    ],
)
def test_words_that_only_begin_like_a_verb_are_left_alone(typed) -> None:
    assert "not-understood" not in rules(f"# A\n? Why?\n~ {typed}\n! noted\n")
