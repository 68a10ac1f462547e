"""A house style: every setting that decides how a council's minutes read and look."""

from pathlib import Path

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
from minute_taker.composing.settings.typography import DocumentSettings, check_room
from minute_taker.composing.style_reader import StyleRefused, available_styles, read_style
from minute_taker.minutes.model import Meeting

__all__ = [
    "DEFAULT_STYLE",
    "Style",
    "StyleNotAgreed",
    "StyleRefused",
    "agree_to",
    "available_styles",
    "load_style",
    "not_agreed",
    "style_for",
]

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
    try:
        check_room(style.document)
    except ValueError as error:
        raise StyleRefused(f"{name}: {error}") from None
    return plainly(style) if style.document.plain_language else style


class StyleNotAgreed(StyleRefused):
    """A draft names a style that is a file of somebody's, and nobody has agreed to its use.

    ``path`` is what the draft names.
    """

    def __init__(self, path: str) -> None:
        super().__init__(
            f"the draft names a house style of its own, the file {path}, which is used only when "
            f"you say so (--style '{path}'; --style {DEFAULT_STYLE} is the usual one)"
        )
        self.path = path


#: The style files whose use was agreed to, in this run of the program.
_agreed: set[Path] = set()


def agree_to(path: str) -> None:
    """Let the drafts that name this style file be printed by it, until the program ends."""
    _agreed.add(_place(path))


def style_for(meeting: Meeting, named: str | None = None) -> Style:
    """The house style to print a meeting by: the one that the clerk named, or else its own.

    What a draft or a notes file names may be a file that came with it; that is used only after
    the clerk agreed. Raises StyleNotAgreed until then, StyleRefused as ``load_style`` does.
    """
    if not named and (path := not_agreed(meeting)):
        raise StyleNotAgreed(path)
    return load_style(named or meeting.style or DEFAULT_STYLE)


def not_agreed(meeting: Meeting) -> str:
    """The style file that a meeting names and whose use nobody has agreed to; empty for none."""
    own = meeting.style
    if not own or own in available_styles() or not _place(own).exists():
        return ""
    return "" if _place(own) in _agreed else own


def _place(path: str) -> Path:
    try:
        return Path(path).expanduser().resolve()
    except (RuntimeError, OSError, ValueError):
        # Nobody has such a home, or no file such a name.
        return Path(path).absolute()


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
