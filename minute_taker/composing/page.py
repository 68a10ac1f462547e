"""The page under one heading: the blocks so far, and what is counted on it."""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.composing.blocks import (
    AnyBlock,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
    Runs,
    runs_of,
)
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.list_labels import letter, roman
from minute_taker.composing.wording import fill
from minute_taker.minutes.deferral import headed_day, headed_words
from minute_taker.minutes.model import Item
from minute_taker.minutes.voted import unvoted

_NUMBERED = {Role.TEXT, Role.LEAD_IN, Role.QUESTION, Role.ANSWER, Role.PROCEDURE, Role.PRESENCE,
             Role.MOTION}  # fmt: skip
#: What a sentence of procedure may be run on with.
_RUN_ON = {Role.TEXT, Role.ANSWER, Role.PROCEDURE, Role.PRESENCE, Role.MOTION}


class ItemPage:
    """The blocks of one item as they are composed, with the counts that run through it.

    ``asker`` and ``addressee`` are those of the last question, ``answered`` says whether an
    answer to it has begun, ``published`` that it had a number of its own on the agenda.
    ``may_say_none`` is false where a line of an opening item could not be read.
    ``unvoted`` are resolutions after a vote that do not come from it.
    ``motion`` is what the style calls what is before the body ("the amendment"),
    ``motion_before`` what an amendment that is lost goes back to.
    """

    def __init__(self, context: ComposeContext, item: Item) -> None:
        self.context = context
        self.style = context.style
        self.names = context.names
        self.item = item
        self.numbers = context.numbers(item)
        self.blocks: list[AnyBlock] = []
        self.questions = 0
        self.askings = 0
        self.question_number = ""
        self.answered = False
        self.published = False
        self.may_say_none = True
        self.asker = ""
        self.addressee = ""
        self.motion = ""
        self.motion_before = ""
        self.unvoted = unvoted(item)
        self._number = self.numbers.minute or self.numbers.agenda
        self._paragraphs = 0
        self._last_number = ""
        self._subheadings = 0
        self._run_in: Heading | None = None
        self._goes_on: tuple[Role, int] | None = None
        self._bullets: list[int] = []

    @property
    def put_off_to(self) -> str:
        """The day that the heading puts the item off to, as the style writes it, or as typed."""
        return self.context.date(headed_day(self.item)) or headed_words(self.item)

    def paragraph(
        self,
        role: Role,
        runs: Runs,
        *,
        line: int | None = None,
        level: int = 0,
        label: str = "",
        keep: bool = False,
        goes_on: bool = False,
    ) -> None:
        """Add a paragraph, with the number or the run-in heading that is due before it.

        ``goes_on`` says that it continues the one before and is not counted.
        """
        if not runs:
            return
        number = "" if goes_on or level else self._paragraph_number(role)
        heading, self._run_in = self._run_in, None
        source = heading.source if heading else ""
        if heading:
            if not (number or label or level):
                # Where nothing else is numbered, the heading's number stands clear of the text.
                number, heading = heading.number, replace(heading, number="")
            runs = (*self._opening_heading(heading), *runs)
        self.blocks.append(
            Paragraph(
                role=role,
                runs=runs,
                level=level,
                label=" ".join(word for word in (number, label) if word),
                keep_with_next=keep,
                source=source,
                line=line,
            )
        )
        self._goes_on = (Role.TEXT if role is Role.LEAD_IN else role, level)

    def run_on(self, runs: Runs) -> bool:
        """Put a sentence at the end of the paragraph above; False where there is none for it."""
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, Paragraph) or last.role not in _RUN_ON or last.keep_with_next:
            return False
        self.blocks[-1] = replace(last, runs=(*last.runs, Run(" "), *runs))
        return True

    def _paragraph_number(self, role: Role) -> str:
        set_as = self.style.headings
        counted = role in _NUMBERED and set_as.paragraph_numbers != "none"
        if role is Role.RESOLUTION:
            counted = self.style.resolutions.numbered
        if not self._number or not counted:
            return ""
        if set_as.paragraph_numbers == "each question" and role is Role.ANSWER:
            return ""
        self._paragraphs += 1
        self._last_number = fill(
            set_as.paragraph_number,
            item=self._number,
            minute=self.numbers.minute,
            agenda=self.numbers.agenda,
            n=str(self._paragraphs),
        )
        return self._last_number

    def go_on(self, runs: Runs, *, line: int, depth: int) -> None:
        """Add a further paragraph of what stands above, in its role."""
        role, level = self._goes_on or (Role.TEXT, depth)
        self.paragraph(role, runs, line=line, level=level, goes_on=True)

    def bullet(self, runs: Runs, *, line: int | None, level: int) -> None:
        """Add a bullet, to the list above if there is one."""
        if not runs:
            return
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, ListEntry) and not last.ordered:
            series = last.series
        else:
            series, self._bullets = self.context.new_series(), []
        del self._bullets[level + 1 :]
        self._bullets += [0] * (level + 1 - len(self._bullets))
        self._bullets[level] += 1
        self.entry(
            ListEntry(
                role=Role.BULLET,
                runs=runs,
                series=series,
                ordinal=self._bullets[level],
                mark=self.style.figures.bullet,
                level=level,
                ordered=False,
                line=line,
            )
        )

    def entry(self, entry: ListEntry) -> None:
        """Add an entry of a list."""
        self.add(entry)
        self._goes_on = (entry.role, min(entry.level + 1, 3))

    def add(self, block: AnyBlock) -> None:
        """Add a block that takes no number; a run-in heading that is due stands above it."""
        self._flush()
        self.blocks.append(block)
        self._goes_on = None

    def heading(self, heading: Heading, *, run_in: bool) -> None:
        """Add a heading on a line of its own, or before the text of the next paragraph."""
        if not run_in:
            self.add(heading)
            return
        self._flush()
        self._run_in = heading

    def _opening_heading(self, heading: Heading) -> Runs:
        """A heading as it opens the paragraph that it is run in with."""
        # The title is put in afterwards, because it alone may be in capitals.
        words = " ".join(part for part in (heading.number, "\0", heading.suffix) if part)
        before, _, after = fill(self.style.headings.run_in, heading=words).partition("\0")
        runs = (
            *runs_of(before, strong=True),
            *runs_of(heading.text, strong=True, caps=heading.caps),
            *runs_of(after, strong=True),
        )
        return tuple(replace(run, heading=heading.level) for run in runs)

    def _flush(self) -> None:
        """Put a run-in heading that no words follow on a line of its own."""
        if self._run_in:
            self.blocks.append(self._run_in)
            self._run_in = None

    def subheading(self, text: str, line: int) -> None:
        """Add a heading in the item, with the mark that the style gives it."""
        self._subheadings += 1
        set_as = self.style.headings
        number = fill(
            set_as.subheading_mark,
            item=self._number,
            minute=self.numbers.minute,
            agenda=self.numbers.agenda,
            n=str(self._subheadings),
            a=letter(self._subheadings),
            i=roman(self._subheadings),
        )
        level = 2 if self.context.has_headings else 1
        block = Heading(
            level=level, text=text, number=number, caps=set_as.subheading_capitals, line=line
        )
        self.heading(block, run_in=set_as.subheadings == "run in")

    def finish(self) -> list[AnyBlock]:
        """The blocks, once nothing more comes."""
        self._flush()
        if self._paragraphs == 1 and self.style.headings.single_paragraph == "not numbered":
            self.blocks = [self._without_number(block) for block in self.blocks]
        return self.blocks

    def _without_number(self, block: AnyBlock) -> AnyBlock:
        if not isinstance(block, Paragraph) or not block.label.startswith(self._last_number):
            return block
        return replace(block, label=block.label[len(self._last_number) :].strip())


def opening_run(words: str, *, bold: bool) -> Runs:
    """A word such as RESOLVED before the text, with the space between."""
    return (Run(words, strong=bold), Run(" ")) if words else ()
