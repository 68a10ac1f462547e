"""What the screens call the two parts of a meeting's business."""

from __future__ import annotations

from minute_taker.minutes.model import Part

#: The word for each part, in titles, marks and commands.
PART_WORDS = {Part.PUBLIC: "Part I", Part.EXEMPT: "Part II"}
#: The word for business of which it is not settled whether it is exempt.
IN_DOUBT = f"{PART_WORDS[Part.EXEMPT]}?"
