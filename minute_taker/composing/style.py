"""A house style: every setting that decides how a council's minutes read and look."""

from msgspec import Struct
from msgspec.structs import replace

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
    SectionSettings,
    TitleSettings,
    WhenSettings,
)
from minute_taker.composing.settings.procedure import (
    ClosingSettings,
    ExemptSettings,
    MotionSettings,
    PresenceSettings,
)
from minute_taker.composing.settings.proofing import ProofingSettings
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
    proofing: ProofingSettings
    document: DocumentSettings


def load_style(name: str = DEFAULT_STYLE) -> Style:
    """The house style of that name, or the one in that folder or style.toml file.

    Raises StyleRefused, with one sentence that names the file, the setting and what it
    accepts, for a style that is not there or holds a value that is not known.
    """
    style = read_style(str(name), Style, base=DEFAULT_STYLE)
    return plainly(style) if style.document.plain_language else style


def plainly(style: Style) -> Style:
    """The style without italics, which become bold, and without capitals as formatting."""
    look = {
        name: "bold"
        for name in ("heading", "subheading", "question", "lead_in", "agenda_text", "note")
        if "italic" in getattr(style.document, name)
    }
    attendance = style.attendance
    return replace(
        style,
        document=replace(style.document, **look),
        title_block=replace(style.title_block, body_capitals=False),
        headings=replace(style.headings, capitals=False, subheading_capitals=False),
        attendance=replace(
            attendance,
            sections=_without_capitals(attendance.sections),
            full_council_sections=_without_capitals(attendance.full_council_sections),
        ),
    )


def _without_capitals(sections: tuple[SectionSettings, ...]) -> tuple[SectionSettings, ...]:
    return tuple(replace(section, capitals=False) for section in sections)
