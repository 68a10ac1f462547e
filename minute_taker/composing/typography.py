"""The letters of the page: quotation marks and apostrophes, commas round a post, whole times.

What was typed stays as it was typed in the draft: this is done to the finished blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from minute_taker.composing.blocks import (
    AnyBlock,
    Attendance,
    Heading,
    ListEntry,
    Paragraph,
    Runs,
    Signature,
    Table,
)
from minute_taker.composing.names import APPOSED, APPOSED_END
from minute_taker.minutes.patterns import pattern

_Letters = Callable[[str], str]

_BREAK = pattern(r"(?<=\d) (?=[ap]\.?m\b)")
#: "Rhys Gale, Head of Parks's" is his, and not the post's.
_POST_OF = pattern(f"{APPOSED}[^{APPOSED}]*{APPOSED_END}(?=['’]s\\b)")
#: After these an apposition needs no comma of its own.
_STOPS_IT = pattern(rf"{APPOSED_END}(?=[\"'”’)\]]*(?:[,.;:?!…)\]]|\s+[–—-]\s|\s*$))")
_OPENS = pattern(r"[\s(\[{<“‘–—/-]")
#: What an apostrophe at the start of a word stands for letters in: ’twas, ’90s.
_ELIDED = pattern(r"(?:\d\ds?|tis|twas|til|em|n)\b", re.IGNORECASE)


def with_commas(text: str) -> str:
    """The text with a comma after each post between commas, but before another stop."""
    if APPOSED not in text:
        return text
    text = _STOPS_IT.sub("", _POST_OF.sub("", text)).replace(APPOSED_END, ",")
    return text.replace(APPOSED, "")


def curly(text: str) -> str:
    """The text with quotation marks and apostrophes as they are printed: “it’s”.

    One for one, so that places in the text stay. Feet, inches and minutes keep theirs.
    """
    if "'" not in text and '"' not in text:
        return text
    made: list[str] = []
    open_marks: list[str] = []
    for at, char in enumerate(text):
        if char not in "'\"":
            made.append(char)
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        starts = (not before or _OPENS.match(made[-1])) and after.strip() != ""
        if starts and not (char == "'" and _ELIDED.match(text, at + 1)):
            open_marks.append(char)
            made.append("“" if char == '"' else "‘")
        elif before.isdigit() and char not in open_marks and not after.isalpha():
            made.append(char)
        else:
            if char in open_marks and not (char == "'" and after.isalnum()):
                open_marks.remove(char)
            made.append("”" if char == '"' else "’")
    return "".join(made)


def unbroken(text: str) -> str:
    """The text with a space that does not break in each of its times."""
    return _BREAK.sub("\N{NO-BREAK SPACE}", text)


def in_letters(block: AnyBlock, letters: _Letters) -> AnyBlock:
    """The block with ``letters`` made of each of its texts; of runs, of all of them as one."""
    match block:
        case Paragraph():
            return replace(block, runs=_runs(block.runs, letters), label=letters(block.label))
        case ListEntry():
            return replace(block, runs=_runs(block.runs, letters))
        case Heading():
            return replace(block, text=letters(block.text), suffix=letters(block.suffix))
        case Table():
            rows = tuple(tuple(_runs(cell, letters) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=letters(block.caption))
        case Attendance():
            sections = tuple(
                replace(
                    section,
                    heading=letters(section.heading),
                    entries=tuple(map(letters, section.entries)),
                )
                for section in block.sections
            )
            return replace(block, sections=sections, footnote=letters(block.footnote))
        case Signature():
            return replace(block, who=letters(block.who))


def _runs(runs: Runs, letters: _Letters) -> Runs:
    if len(runs) == 1:
        return (replace(runs[0], text=letters(runs[0].text)),)
    made = _whole(runs, letters)
    return tuple(replace(run, text=text) for run, text in zip(runs, made, strict=True) if text)


def _whole(runs: Runs, letters: _Letters) -> list[str]:
    """The text of each run, made in the sight of those beside it."""
    whole = "".join(run.text for run in runs)
    made = letters(whole)
    if len(made) != len(whole):
        return [letters(run.text) for run in runs]
    cut: list[str] = []
    at = 0
    for run in runs:
        cut.append(made[at : at + len(run.text)])
        at += len(run.text)
    return cut
