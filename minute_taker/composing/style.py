"""A house style: every setting that decides how a council's minutes read and look."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.composing.settings.business import (
    ActionSettings,
    FigureSettings,
    HeadingSettings,
    QuestionSettings,
    ResolutionSettings,
)
from minute_taker.composing.settings.opening import (
    ApologiesSettings,
    DeclarationSettings,
    PartSettings,
    PreviousMinutesSettings,
)
from minute_taker.composing.settings.people import (
    AttendanceSettings,
    NameSettings,
    TitleSettings,
    WhenSettings,
)
from minute_taker.composing.settings.procedure import (
    ClosingSettings,
    ExemptSettings,
    MotionSettings,
    PresenceSettings,
)
from minute_taker.composing.settings.typography import DocumentSettings
from minute_taker.composing.style_reader import StyleRefused, available_styles, read_style

__all__ = ["DEFAULT_STYLE", "Style", "StyleRefused", "available_styles", "load_style"]

DEFAULT_STYLE = "hillingdon"


class Style(Struct, frozen=True, kw_only=True):
    """All the settings of one house style, by subject.

    ``name`` is the folder's name, ``title`` and ``summary`` what a list of styles shows.
    """

    name: str
    title: str
    summary: str
    names: NameSettings
    when: WhenSettings
    title_block: TitleSettings
    attendance: AttendanceSettings
    headings: HeadingSettings
    apologies: ApologiesSettings
    declarations: DeclarationSettings
    parts: PartSettings
    previous_minutes: PreviousMinutesSettings
    questions: QuestionSettings
    resolutions: ResolutionSettings
    presence: PresenceSettings
    motions: MotionSettings
    actions: ActionSettings
    figures: FigureSettings
    exempt: ExemptSettings
    closing: ClosingSettings
    document: DocumentSettings


def load_style(name: str = DEFAULT_STYLE) -> Style:
    """The house style of that name, or the one in that folder or style.toml file.

    Raises StyleRefused, with one sentence that names the file, the setting and what it
    accepts, for a style that is not there or holds a value that is not known.
    """
    return read_style(str(name), Style, base=DEFAULT_STYLE)
