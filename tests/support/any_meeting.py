"""Any number of meetings, as notes files: every form of line, under every kind of item."""

from __future__ import annotations

from hypothesis import strategies as st

#: A form of a line for each place where the clerk's own words go, marked with *.
FORMS = [
    "*",
    "? *?",
    "?+ *?",
    "? @bc @rg *?",
    "? [Joe Wild, 4 Weir Row] *?",
    "> *.",
    ">+ @rg: * (by 1 May 2026)",
    "! *",
    "! That the * be noted; and",
    "! To * the gate.",
    "! That the * Committee:",
    "! noted",
    "! agreed: *",
    "- *",
    "+ Rhys Gale: *",
    "~ *",
    "~ out Crane 7.42 pm",
    "~ adjourned for *",
    "~ resumed",
    "~ interest Crane 2: *",
    "% Crane / Dunn: That *",
    "% Crane / Dunn: *",
    "% carried",
    "% for Crane",
    "## *",
    "#: *",
    "* *",
    "| * | *",
    "@rg and *",
]
HEAD = (
    "committee: Parks Committee\ndate: 3 March 2026\ntime: 7.00 pm\nclosed: 8.00 pm\n"
    "members: Ada Bright (Chairman), Ben Crane, Cleo Dunn\nofficers: Rhys Gale (Head of Parks)\n"
)
lines = st.lists(st.tuples(st.sampled_from(FORMS), st.integers(0, 3)), max_size=25)
items = st.lists(
    st.tuples(
        st.sampled_from(["# Item", "# Apologies", "# Minutes", "# Lease (Part II, 3)", "#- Part"]),
        lines,
    ),
    max_size=5,
)


def written(parts, word) -> str:
    """The parts as a notes file, with a word of its own at each *."""
    text = []
    for heading, forms in parts:
        text.append(heading)
        for form, depth in forms:
            sign, rest = ("* ", form[2:]) if form == "* *" else ("", form)
            while "*" in rest:
                rest = rest.replace("*", word(heading), 1)
            text.append("  " * depth + sign + rest)
    return HEAD + "\n" + "\n".join(text)
