"""What a house style can set, one record a subject.

None of these records has a default: the values of the council minutes style stand in
``house_styles/hillingdon/style.toml``, with a comment on each, and every other style gives
only what differs. A ``Literal`` lists the values that a setting accepts; ``fields(…)`` lists
what a wording may name.

The annotations of these records are not postponed (``from __future__ import annotations``):
msgspec would evaluate each of them from its text, which takes longer than reading a style.
"""
