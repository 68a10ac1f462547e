"""The registers of decisions and of actions, and how they are written out."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.public_json import as_json
from minute_taker.minutes.register_output import (
    action_line,
    actions_csv,
    actions_shape,
    decision_line,
    decisions_csv,
    decisions_shape,
)
from minute_taker.minutes.registers import actions, decisions, open_actions

HEAD = """\
committee: Orchards Committee
date: 3 March 2026
first minute: 12
members: Ada Bright (Chairman), Ben Crane, Cleo Dunn, Dev Ellery
officers: Rhys Gale (Head of Orchards), Nia Frost (Clerk)

"""


def meeting(lines: str):
    return read_notes((HEAD + lines).encode()).meeting


def test_an_action_has_an_owner_a_task_a_day_and_its_source() -> None:
    of = meeting(
        "# Pruning (4)\n+ Rhys Gale: mend the gate with @ab (by 1 May 2026)\n"
        ">+ @nf: Figures would be sent (by the next meeting)\n+ order ladders\n"
    )
    first, second, third = actions(of)
    assert (first.who, first.words, first.due, first.due_on, first.source) == (
        ("Rhys Gale",), "mend the gate with Ada Bright", "1 May 2026", dt.date(2026, 5, 1), "+",
    )  # fmt: skip
    assert (first.agenda, first.minute, first.title, first.line) == ("4", "12", "Pruning", 1)
    assert (second.who, second.due_on, second.source) == (("Nia Frost",), None, ">+")
    assert (third.who, third.words, third.due) == ((), "order ladders", "")


@pytest.mark.parametrize(
    ("owner", "who"),
    [
        ("Bright, Crane and Dunn", ("Ada Bright", "Ben Crane", "Cleo Dunn")),
        ("@rg", ("Rhys Gale",)),
        ("@officers", ("officers",)),
        ("the orchard team", ("the orchard team",)),
    ],
)
def test_whoever_is_named_is_found(owner, who) -> None:
    (row,) = actions(meeting(f"# A (1)\n+ {owner}: mend the gate\n"))
    assert row.who == who


OFFICES = HEAD.replace("Cleo Dunn", "Cleo Dunn (Leader of the Council)").replace(
    "Ben Crane", "Ben Crane (Deputy Leader of the Council)"
).replace("Dev Ellery", "Dev Ellery (Leader of the Opposition)")  # fmt: skip


@pytest.mark.parametrize(
    ("owner", "who"),
    [
        ("@leader", ("Cleo Dunn",)),
        ("@Leader and @rg", ("Cleo Dunn", "Rhys Gale")),
        ("the Leader of the Council", ("Cleo Dunn",)),
        ("the Leader of the Opposition", ("Dev Ellery",)),
        ("@chair", ("Ada Bright",)),
        ("Chairman", ("Ada Bright",)),
        ("Head of Orchards", ("Rhys Gale",)),
        ("the head of orchards, the Clerk and Crane", ("Rhys Gale", "Nia Frost", "Ben Crane")),
        ("the Clerk and the orchard team", ("the Clerk and the orchard team",)),
        ("the Head of Parks", ("the Head of Parks",)),
        ("@members", ("Members",)),
    ],
)
def test_whoever_holds_the_office_that_is_named_is_found(owner, who) -> None:
    of = read_notes(f"{OFFICES}# A (1)\n+ {owner}: mend the gate\n".encode()).meeting
    assert actions(of)[0].who == who
    (row,) = csv.DictReader(io.StringIO(actions_csv(actions(of))))
    assert row["Who"] == ", ".join(who)


@pytest.mark.parametrize(
    ("posts", "who"),
    [
        (("Leader", ""), "Bo Lee"),
        (("the Leader of the Council and Cabinet Member for Parks", "Labour Lead"), "Bo Lee"),
        (("Leader", "Leader"), "the Leader of the Council"),
        (("", "Deputy Leader"), "the Leader of the Council"),
    ],
)
def test_the_leader_is_whoever_has_that_post_and_nobody_where_two_have_it(posts, who) -> None:
    one, two = (f" ({post})" if post else "" for post in posts)
    notes = f"committee: Parks\nmembers: Bo Lee{one}, Al Orr{two}\n\n# A\n+ @leader: write\n"
    assert actions(read_notes(notes.encode()).meeting)[0].who == (who,)


def test_a_promise_of_the_leader_and_one_of_whoever_is_in_the_chair_by_then() -> None:
    lines = (
        "# A (1)\n? @chair @leader What did it cost?\n>+ Figures would be sent\n"
        "~ chair Ellery\n? @bc @chair Where?\n>+ A map would be sent\n~ chair Bright\n"
    )
    of = read_notes((OFFICES + lines).encode()).meeting
    assert [(row.who, row.to) for row in actions(of)] == [
        (("Cleo Dunn",), ("Ada Bright",)),
        (("Dev Ellery",), ("Ben Crane",)),
    ]


def test_whoever_was_asked_keeps_a_promise_that_names_nobody() -> None:
    of = meeting("# A (1)\n? @bc @rg What did it cost?\n>+ Figures would be sent\n")
    assert [row.who for row in actions(of)] == [("Rhys Gale",)]


def test_an_answer_to_follow_in_writing_is_owed_by_whoever_was_asked_to_whoever_asked() -> None:
    of = meeting(
        "# A (1)\n? @bc @rg What did it cost?\n?+ And @ab last year?\n~ writing\n"
        "? [Joe Wild, 4 Weir Row] @ab Why?\n~ writing Nia Frost (by 1 May 2026)\n"
        "? Where?\n~ writing [done]\n"
    )
    rows = [(row.who, row.to, row.words, row.due, row.done, row.line) for row in actions(of)]
    assert rows == [
        (("Rhys Gale",), (), "answer in writing: And Ada Bright last year?", "", False, 3),
        (("Nia Frost",), ("Joe Wild",), "answer in writing: Why?", "1 May 2026", False, 5),
        ((), (), "answer in writing: Where?", "", True, 7),
    ]
    assert {row.source for row in actions(of)} == {"~ writing"}
    assert [row.line for row in open_actions(of)] == [3, 5]
    assert ", for Joe Wild: answer in writing: Why?" in action_line(actions(of)[1])


@pytest.mark.parametrize("words", ["writing soon", "writing to the Minister", "writing To follow"])
def test_other_words_after_writing_are_words(words) -> None:
    of = meeting(f"# A (1)\n? Why?\n~ {words}\n")
    assert actions(of) == ()
    assert of.items[0].lines[1].text == words


def test_a_promise_is_owed_to_whoever_asked() -> None:
    of = meeting("# A (1)\n? @bc @rg What did it cost?\n>+ Figures would be sent\n+ @ab: go\n")
    assert [row.to for row in actions(of)] == [("Ben Crane",), ()]


def test_done_is_in_the_record_and_open_actions_are_the_others() -> None:
    of = meeting("# A (1)\n+ Rhys Gale: mend it (by 1 May 2026) [done]\n+ Nia Frost: write\n")
    assert [(row.done, row.words, row.due) for row in actions(of)] == [
        (True, "mend it", "1 May 2026"),
        (False, "write", ""),
    ]
    assert [row.words for row in open_actions(of)] == ["write"]


def told(lines: str) -> list[tuple[str, str]]:
    return [(row.outcome, row.words) for row in decisions(meeting(lines))]


def test_each_kind_of_decision() -> None:
    assert told(
        "# Minutes (1)\n! minutes 6 January 2026 subject to: page 2\n# A (2)\n! noted\n"
        "! deferred to 6 May 2026\n! agreed: To thank @rg\n! That the gate be mended\n"
        "# B (3)\n~ deferred to 6 May 2026\n# C (4)\n~ exclude\n"
    ) == [
        ("approved", "Minutes of 6 January 2026 approved, subject to the following: page 2"),
        ("noted", "That the report be noted"),
        ("deferred", "That the item be deferred to 6 May 2026"),
        ("agreed", "To thank Rhys Gale"),
        ("resolved", "That the gate be mended"),
        ("deferred", "The item was deferred to 6 May 2026"),
        ("resolved", "That the press and public be excluded from the meeting"),
    ]


def test_the_parts_of_a_decision_are_under_it() -> None:
    rows = decisions(meeting("# A (1)\n! That the Committee:\n  ! notes it\n    ! in part\n"))
    assert [(row.depth, row.words) for row in rows] == [
        (0, "That the Committee:"),
        (1, "notes it"),
        (2, "in part"),
    ]


def test_a_resolution_stands_for_the_motion_that_led_to_it() -> None:
    rows = decisions(
        meeting(
            "# A (1)\n% Bright / Crane: That the gate be mended\n% carried 3-1-0\n"
            "% for Bright, Crane, Dunn\n! That the gate be mended\n! That it be painted\n"
        )
    )
    assert [(row.words, row.outcome, row.votes) for row in rows] == [
        ("That the gate be mended", "carried", (3, 1, 0)),
        ("That it be painted", "resolved", ()),
    ]


@pytest.mark.parametrize(
    ("moved", "resolved", "votes"),
    [
        ("% Bright / Crane: That the field be sold", ["That the field be sold"], [True]),
        ("% Bright / Crane: That the field be sold", ["That the field be sold now"], [True]),
        ("% Bright / Crane: That the field be sold", ["That a letter be written"], [False]),
        (
            "% Bright / Crane: That the field be sold",
            ["That the field be sold", "That officers write to the neighbours"],
            [True, False],
        ),
        ("% Bright / Crane: The officer's recommendation", ["That it lie", "To go"], [True, False]),
        ("% Bright / Crane", ["That the fence be mended"], [True]),
        (
            "% Bright / Crane: That it lie\n% amend Dunn: delete “lie”\n% carried 2-1-0",
            ["That the fence be mended"],
            [True],
        ),
        ("The vote was taken.", ["That the fence be mended", "That it lie"], [True, False]),
        (
            "% Bright / Crane: That the field be sold and the hedge be cut",
            ["That the field be sold", "That the hedge be cut", "That it rain"],
            [True, True, False],
        ),
    ],
)
def test_the_vote_belongs_to_what_was_moved(moved, resolved, votes) -> None:
    lines = "".join(f"! {words}\n" for words in resolved)
    rows = decisions(meeting(f"# A (1)\n{moved}\n% carried 3-1-0\n{lines}"))
    assert [bool(row.votes) for row in rows if row.line and row.words in resolved] == votes


def test_a_decision_is_listed_with_its_list_and_its_further_words() -> None:
    rows = decisions(
        meeting(
            "# A (1)\n! To appoint:\n  - Ann to the Forum\n  - Ben to the Trust\n"
            "! That it be so\n  for a year\n! agreed: the following sums:\n| North | £5\n- more\n"
            "Plain text.\n"
        )
    )
    assert [row.words for row in rows] == [
        "To appoint: Ann to the Forum; Ben to the Trust",
        "That it be so. for a year",
        "The following sums: North, £5; more",
    ]


def test_a_motion_that_nothing_followed_is_a_decision_in_its_own_words() -> None:
    assert told("# A (1)\n% Bright / Crane: That it lie\n% lost 1-3\n") == [("lost", "That it lie")]
    assert told("# A (1)\n% Bright / Crane: That it lie\n% withdrawn\n! noted\n") == [
        ("withdrawn", "That it lie"),
        ("noted", "That the report be noted"),
    ]
    amended = (
        "# A (1)\n% Bright / Crane: That the gate be mended\n"
        '% amend Dunn / Ellery: add "by June" at the end\n% carried\n% carried\n'
    )
    assert told(amended) == [("carried", "That the gate be mended by June")]


CAST = "% Crane / Dunn: That it lie\n% carried 2-2 casting vote\n"


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        (CAST, "Ada Bright"),
        (CAST + "! That it lie\n  ! on the table\n", "Ada Bright"),
        (CAST.replace("carried", "lost"), "Ada Bright"),
        ("~ out Bright 7.40 pm\n~ chair Dunn 7.40 pm\n" + CAST, "Cleo Dunn"),
        ("~ chair @cd\n# B\n" + CAST + "% for Crane, Dunn\n! That it lie\n", "Cleo Dunn"),
        ("~ chair Dunn\n~ chair Bright\n" + CAST, "Ada Bright"),
        ("~ chair Mona Whittle\n" + CAST, "Mona Whittle"),
        (CAST + "~ chair Dunn\n", "Ada Bright"),
        (CAST.replace(" casting vote", ""), ""),
    ],
)
def test_a_casting_vote_is_of_whoever_was_in_the_chair_by_then(lines, who) -> None:
    rows = decisions(meeting(f"# A (1)\n{lines}"))
    assert rows
    assert {row.casting for row in rows} == {who}
    (row, *_) = csv.DictReader(io.StringIO(decisions_csv(rows)))
    assert row["Casting vote"] == who
    told = f"2-2 on the casting vote of {who}," if who else "2-2,"
    assert told in decision_line(rows[0])


def test_a_casting_vote_is_of_nobody_where_nobody_is_known_to_preside() -> None:
    of = read_notes(b"committee: Orchards\nmembers: Ben Crane\n\n# A\n" + CAST.encode()).meeting
    assert [row.casting for row in decisions(of)] == [""]


def test_a_vote_on_what_nobody_moved_stands_with_what_it_resolved() -> None:
    rows = decisions(meeting("# A (1)\n% carried 2-2 casting vote\n! That it lie\n"))
    assert [(row.words, row.outcome, row.votes, row.casting) for row in rows] == [
        ("That it lie", "carried", (2, 2), "Ada Bright")
    ]


def test_as_json_every_key_is_there() -> None:
    of = meeting("# A (1)\n+ Rhys Gale: mend it (by 1 May 2026) [done]\n! noted\n")
    shape = json.loads(as_json(actions_shape(actions(of))))
    assert shape["actions"] == [
        {
            "committee": "Orchards Committee", "date": "2026-03-03", "item": 1, "agenda": "1",
            "minute": "12", "title": "A", "part": "I", "line": 1, "words": "mend it",
            "who": ["Rhys Gale"], "to": [], "due": "1 May 2026", "due_on": "2026-05-01",
            "source": "+", "done": True,
        }
    ]  # fmt: skip
    decided = json.loads(as_json(decisions_shape(decisions(of))))["decisions"]
    assert (decided[0]["votes"], decided[0]["casting"]) == ([], "")
    assert decided[0]["outcome"] == "noted"


def test_as_a_sheet() -> None:
    of = meeting('# A, "B" (1)\n+ Bright, Crane: mend it, quickly (by 1 May 2026)\n! x\n  ! y\n')
    rows = list(csv.DictReader(io.StringIO(actions_csv(actions(of)))))
    assert rows[0]["Item"] == 'A, "B"'
    assert (rows[0]["Who"], rows[0]["Due on"], rows[0]["Source"], rows[0]["Done"]) == (
        "Ada Bright, Ben Crane", "2026-05-01", "action", "no",
    )  # fmt: skip
    decided = list(csv.DictReader(io.StringIO(decisions_csv(decisions(of)))))
    assert [row["Decision"] for row in decided] == ["x", "    y"]


def test_nothing_in_a_sheet_is_a_formula() -> None:
    of = meeting("# A (1)\n+ Rhys Gale: =1+1\n")
    (row,) = csv.DictReader(io.StringIO(actions_csv(actions(of))))
    assert row["What"] == "'=1+1"


def test_as_lines_of_text() -> None:
    of = meeting("# A (1)\n+ Rhys Gale: mend it (by 1 May 2026) [done]\n! x\n")
    place = "Orchards Committee, 3 March 2026, item 1, line"
    assert action_line(actions(of)[0]) == f"Rhys Gale: mend it (by 1 May 2026), done [{place} 1]"
    assert decision_line(decisions(of)[0]) == f"x [resolved, {place} 2]"


def test_an_item_put_off_in_its_heading_is_a_decision() -> None:
    of = meeting("# A (1, deferred to 6 May 2026)\n")
    (row,) = decisions(of)
    assert (row.outcome, row.words, row.line) == (
        "deferred", "The item was deferred to 6 May 2026", None,
    )  # fmt: skip
    assert "line" not in decision_line(row)
    assert decisions_csv([row]).count("\r\n") == 2
    both = meeting("# A (1, deferred to 6 May 2026)\n~ deferred to 6 May 2026\n")
    assert [row.line for row in decisions(both)] == [1]
    for sign, words in (("~", "The item was"), ("!", "That the item be")):
        bare = meeting(f"# A (1, deferred to 6 May 2026)\n{sign} deferred\n")
        assert [row.words for row in decisions(bare)] == [f"{words} deferred to 6 May 2026"]
