"""The rule over the composer: what the line will be, who speaks, and which line it is."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from minute_taker.capture.typing_remarks import remark_on
from minute_taker.minutes.model import Attendee
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.parts.kinds import KINDS, ink_classes, ink_rules
from minute_taker.screens.parts.themes import BLOCK
from minute_taker.screens.writing.badge import Badge

_RULE = "─"


class ComposerBar(CachedRender):
    """Says with a letter and a word what the composer holds.

    A kind that is only offered stands behind it, grey, with the key that takes it.
    """

    DEFAULT_CSS = f"""
    ComposerBar {{
        height: 1;
        color: $quiet;
        background: $background;
        {ink_rules("bar")}
        & > .bar--editing {{ color: $foreground; }}
        & > .bar--rule {{ color: $rule; }}
        & > .bar--quiet {{ color: $quiet; }}
        & > .bar--remark {{ color: $gap; text-style: bold; }}
    }}
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *ink_classes("bar"),
        "bar--editing",
        "bar--rule",
        "bar--quiet",
        "bar--remark",
    }
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._badge = Badge()
        self._people: tuple[Attendee, ...] = ()
        self._place = ""
        self._editing = False
        self._offered = ""
        self._words = self._remark = ""

    def show(
        self,
        badge: Badge,
        people: tuple[Attendee, ...],
        place: str,
        *,
        editing: bool = False,
        offered: str = "",
    ) -> None:
        """Show a badge; ``place`` says which line it is ("line 15", "editing 12").

        ``offered`` is what a key takes instead: "Tab: bullet".
        """
        shown = (badge, people, place, editing, offered)
        if shown != (self._badge, self._people, self._place, self._editing, self._offered):
            self._badge, self._people, self._place, self._editing, self._offered = shown
            self.typed(self._words)
            self.refresh()

    def typed(self, words: str) -> None:
        """Say what is to be said of the words that are being typed."""
        self._words = words
        remark = remark_on(self._badge.sign.kind, words, self._people)
        if remark != self._remark:
            self._remark = remark
            self.refresh()

    def _who(self, written: str) -> str:
        """``RD Rani Dady``: the code, and the name that it stands for."""
        if written[0] != "@":
            return written
        code = written[1:]
        name = next((person.name for person in self._people if person.code == code), "")
        return f"{code.upper()} {name}".strip()

    def render(self) -> Content:
        badge, width = self._badge, self.size.width
        quiet = self.get_visual_style("bar--quiet")
        sign = badge.sign
        ink = f"bar--{KINDS[sign.kind].ink}" if sign.kind is not None else "bar--subheading"
        colour = self.get_visual_style(ink)
        letter = Content.styled(f" {sign.badge} ", colour + BLOCK)
        word = Content.styled("  " * badge.depth + sign.word, colour)
        parts = [Content(" "), letter, Content(" "), word]
        if badge.people:
            who = " asks ".join(self._who(person) for person in badge.people)
            parts.append(Content.styled(f"  {who}", quiet))
        if self._remark:
            parts.append(Content.styled(f"  {self._remark}", ".bar--remark"))
        elif self._offered:
            parts.append(Content.styled(f"   {self._offered}", quiet))
        if self._remark and Content.assemble(*parts).cell_length > width - len(self._place) - 4:
            parts.remove(word)  # The letter says it as well; what is wrong must be read.
        left = Content.assemble(*parts, " ")
        editing = self.get_visual_style("bar--editing") + BLOCK
        place = Content.styled(f" {self._place} ", editing if self._editing else quiet)
        room = width - place.cell_length - 1
        left = left.truncate(max(0, room - 1), ellipsis=True)
        rule = Content.styled(_RULE * max(0, room - left.cell_length), ".bar--rule")
        return Content.assemble(left, rule, place)
