"""Both sides of the settings of presence, procedure and motions, and of the end."""

from __future__ import annotations

from varying import OUT, Case

MOVED = "# A\n% Bright / Crane: That the gate be mended\n"
AMENDED = MOVED + "% amend Dunn / Ellery: That it be painted\n"
PUBLIC = "# A\n? [Joe Wild, 4 Weir Row] Why?\n"

CASES = [
    # presence and procedure
    Case(
        "presence.during",
        "Meanwhile, {sentence}",
        OUT,
        "\nDuring this item, Councillor Crane",
        "\nMeanwhile, Councillor Crane",
    ),
    Case(
        "presence.joined",
        "{who} arrived[ at {time}].",
        "# A\n~ in Dunn 7.30 pm\n",
        "Dunn joined the meeting at 7.30 pm.",
        "Dunn arrived at 7.30 pm.",
    ),
    Case("presence.returned", "{who} came back[ at {time}].", OUT, "returned to the", "came back."),
    Case(
        "presence.left", "{who} withdrew[ at {time}].", OUT, "Crane left the meeting.", "withdrew."
    ),
    Case(
        "presence.late",
        "{who} was late[, at {time}].",
        "# A\n~ late Dunn 7.30 pm\n",
        "Dunn joined the meeting at 7.30 pm.",
        "Dunn was late, at 7.30 pm.",
    ),
    Case(
        "presence.chair",
        "{who} presided[ from {time}].",
        "# A\n~ chair Crane 7.30 pm\n",
        "Crane took the chair at 7.30 pm.",
        "Crane presided from 7.30 pm.",
    ),
    Case(
        "presence.attending",
        "Also there: {who}[, {body}].",
        "# A\n~ attending Joe Wild (Friends)\n",
        "\nJoe Wild (Friends) was in attendance.",
        "\nAlso there: Joe Wild",
    ),
    Case(
        "presence.adjourned",
        "{body} rose[ at {time}].",
        "# A\n~ adjourned 7.40 pm\n",
        "The Committee adjourned at 7.40 pm.",
        "The Committee rose at 7.40 pm.",
    ),
    Case(
        "presence.resumed",
        "{body} sat again[ at {time}].",
        "# A\n~ resumed 8.00 pm\n",
        "The Committee reconvened at 8.00 pm.",
        "The Committee sat again at 8.00 pm.",
    ),
    Case(
        "presence.adjourned_and_resumed",
        "{body} rose[ from {adjourned}][ to {resumed}].",
        "# A\n~ adjourned 7.40 pm\n~ resumed 8.00 pm\n",
        "adjourned at 7.40 pm and reconvened at 8.00 pm.",
        "rose from 7.40 pm to 8.00 pm.",
    ),
    Case(
        "presence.item_deferred",
        "Put off[ to {date}].",
        "# A\n~ deferred to 1 May 2026\n",
        "\nThe item was deferred to 1 May 2026.",
        "\nPut off to 1 May 2026.",
    ),
    Case(
        "presence.read",
        "{who} read it[ for {asker}].",
        PUBLIC + "~ read Crane\n",
        "Crane read out the question on behalf of Joe Wild.",
        "Crane read it for Joe Wild.",
    ),
    Case(
        "presence.read_for",
        "Read out for {who}.",
        "# A\n? @bc Why?\n~ read Crane\n",
        "\nThe question was read out on behalf of Councillor Crane.",
        "\nRead out for Councillor Crane.",
    ),
    Case(
        "presence.writing",
        "To follow.",
        "# A\n? Why?\n~ writing\n",
        "\nAn answer would be",
        "\nTo fo",
    ),
    # motions
    Case(
        "motions.moved",
        "{mover} moved{text}",
        MOVED,
        "\nIt was moved by Councillor Bright, and",
        "\nCouncillor Bright moved, that the gate be mended.",
    ),
    Case("motions.moved_motion", "A motion", MOVED, "\nIt was moved by", "\nA motion was moved by"),
    Case(
        "motions.moved_amendment",
        "A change",
        AMENDED,
        "\nAn amendment was moved",
        "\nA change was moved",
    ),
    Case(
        "motions.moved_bare",
        "{mover} moved it.",
        "# A\n% Bright / Crane\n",
        "\nThe motion was moved by Councillor Bright, and",
        "\nCouncillor Bright moved it.",
    ),
    Case(
        "motions.that", " {text}", MOVED, "Councillor Crane, that the", "Councillor Crane that the"
    ),
    Case(
        "motions.that_unseconded",
        ": {text}",
        "# A\n% Bright: That the gate be mended\n",
        "moved by Councillor Bright that the",
        "moved by Councillor Bright: that the",
    ),
    Case(
        "motions.otherwise",
        " to {text}",
        "# A\n% Bright / Crane: Mend the gate\n",
        "Crane: Mend the gate.",
        "Crane to Mend the gate.",
    ),
    Case(
        "motions.motion",
        "the proposal",
        MOVED + "% carried\n",
        "the motion was carried.",
        "the proposal was carried.",
    ),
    Case(
        "motions.amendment",
        "the change",
        AMENDED + "% lost\n",
        "the amendment was lost.",
        "the change was lost.",
    ),
    Case(
        "motions.amended",
        "the new motion",
        AMENDED + "% carried\n% carried\n",
        "the motion as amended was carried.",
        "the new motion was carried.",
    ),
    Case(
        "motions.carried",
        "{motion} passed[ by {votes}].",
        MOVED + "% carried\n",
        "\nOn being put to the vote, the motion was carried.",
        "\nThe motion passed.",
    ),
    Case(
        "motions.lost",
        "{motion} failed[ by {votes}].",
        MOVED + "% lost\n",
        "\nOn being put to the vote, the motion was lost.",
        "\nThe motion failed.",
    ),
    Case(
        "motions.casting",
        "on the {chair}'s casting vote",
        MOVED + "% carried 2-2-0 casting vote\n",
        "abstained) by the casting vote of the Chairman.",
        "abstained) on the Chairman's casting vote.",
    ),
    Case(
        "motions.casting_instead",
        "on the casting vote of {who}",
        "~ chair Crane\n" + MOVED + "% carried 2-2-0 casting vote\n",
        "abstained) by the casting vote of Councillor Crane in the chair.",
        "abstained) on the casting vote of Councillor Crane.",
    ),
    Case(
        "motions.withdrawn",
        "{motion} was taken back.",
        MOVED + "% withdrawn\n",
        "\nThe motion was withdrawn.",
        "\nThe motion was taken back.",
    ),
    Case(
        "motions.votes",
        "{for} to {against}",
        MOVED + "% carried 3-1-0\n",
        "(3 for, 1 against, 0 abstained)",
        "(3 to 1)",
    ),
    Case(
        "motions.voted_for", "For: {who}.", MOVED + "% for Bright\n", "\nVoting for: ", "\nFor: Cou"
    ),
    Case(
        "motions.voted_against",
        "Against: {who}.",
        MOVED + "% against Dunn\n",
        "\nVoting against: ",
        "\nAgainst: Councillor",
    ),
    Case(
        "motions.abstained",
        "Neither: {who}.",
        MOVED + "% abstained Dunn\n",
        "\nAbstaining: Cou",
        "\nNeither: Councillor",
    ),
    Case(
        "motions.carried_and",
        "{motion} passed, and so:",
        MOVED + "% carried\n! That the gate be mended\n",
        "the motion was carried and it was:",
        "\nThe motion passed, and so:",
    ),
    Case(
        "motions.moved_bare_and",
        "{mover} moved it, and so:",
        "# A\n% Bright / Crane\n! noted\n",
        "seconded by Councillor Crane, and it was:",
        "\nCouncillor Bright moved it, and so:",
    ),
    Case(
        "motions.names_and",
        "And so:",
        MOVED + "% for Bright\n! noted\n",
        "\nIt was therefore:\n",
        "\nAnd so:\n",
    ),
    # the end
    Case(
        "document.agreed_header",
        "Confirmed[ {date}]",
        "",
        "Agreed on 14 July 2026\n",
        "Confirmed 14 July 2026\n",
        {"agreed": "14 July 2026"},
    ),
    Case("document.plain_language", True, "# Trees\n", "\nTREES (", "\nTrees ("),
    Case("closing.notice", [], "", "\nThese are the minutes", "closed at 8.35 pm.\n\nTitle:"),
    Case(
        "closing.notice",
        ["Issued by {contact}."],
        "",
        "please contact Nia Frost",
        "\nIssued by Nia Frost on 01632 960100.\n",
    ),
    Case("closing.contact", "{clerk}[, {contact}]", "", "Nia Frost on 01632", "Nia Frost, 01632"),
    Case(
        "closing.signed_by",
        "Signed: {name}",
        "",
        "\nChairman ___",
        "\nSigned: Ada Bright ___",
        {},
        {"closing.signature": True},
    ),
    Case(
        "closing.signed_on",
        "Dated",
        "",
        "  Date ___",
        "  Dated ___",
        {},
        {"closing.signature": True},
    ),
]
