"""Reading a style.toml: what is refused says where, what, and what is accepted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args, get_origin

import msgspec
import pytest

from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import Style, StyleRefused, available_styles, load_style


@pytest.fixture
def style_file(tmp_path):
    """Writes a style of one's own and gives its folder."""

    def write(text: str, name: str = "own") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "style.toml").write_text(text, encoding="utf-8")
        return folder

    return write


def test_the_styles_that_come_with_the_program_load() -> None:
    names = available_styles()
    assert {"hillingdon", "numbered-paragraphs", "asterisk-attendance", "parish-council"} <= set(
        names
    )
    for name in names:
        style = load_style(name)
        assert style.name == name
        assert style.title
        assert style.summary


def test_a_style_gives_only_what_differs(style_file) -> None:
    folder = style_file('[resolutions]\nopening = "Resolved –"\n')
    for path in (folder, folder / "style.toml"):
        style = load_style(str(path))
        assert style.resolutions.opening == "Resolved –"
        assert style.resolutions.joined == "; and"
        assert style.name == "own"


def test_a_style_has_its_own_title_and_summary(style_file) -> None:
    style = load_style(str(style_file('title = "Ours"\nsummary = "As we do it"\n')))
    assert (style.title, style.summary) == ("Ours", "As we do it")
    assert load_style().title == "Council minutes"


def test_a_style_may_stand_on_another(style_file) -> None:
    style = load_style(str(style_file('based_on = "parish-council"\ntitle = "Ours"\n')))
    assert style.resolutions.joined == "full stops"
    assert style.title == "Ours"


def test_the_base_document_is_the_one_beside_the_file_that_names_it(style_file) -> None:
    ours = load_style(str(style_file('[document]\nbase = "ours.dotx"\n')))
    assert Path(ours.document.base).name == "ours.dotx"
    assert Path(ours.document.base).parent.name == "own"
    theirs = load_style(str(style_file('title = "Ours"\n', "second")))
    assert Path(theirs.document.base).parent.name == "hillingdon"


def test_a_word_document_for_a_style_is_the_base_of_the_default_one(tmp_path) -> None:
    base = tmp_path / "Ours.DOTX"
    base.write_bytes(b"")
    style = load_style(str(base))
    assert Path(style.document.base) == base
    assert style.name == "Ours"
    assert style.resolutions == load_style().resolutions


def test_plain_language_has_no_italics_and_no_capitals(style_file, meeting_of) -> None:
    style = load_style(str(style_file("[document]\nplain_language = true\n")))
    assert style.document.question == "bold"
    text = document_text(compose(meeting_of("# Trees\n", committee="Full Council"), style))
    assert "Full Council" in text
    assert "Trees (Agenda Item 1)" in text
    assert "Members Present:" in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[resolutions]\njoined = "semi"\n',
            ["resolutions.joined", "'semi'", '"; and"'],
        ),
        ('[resolutions]\ncolour = "red"\n', ["resolutions.colour", "no setting", "opening"]),
        ("[resolutions]\nbold = 1\n", ["resolutions.bold", "true or false"]),
        ("[resolutions]\nopening = 1\n", ["resolutions.opening", "text"]),
        ('[resolutions]\nmarks = ["*)", "a)", "i)", "A)"]\n', ["resolutions.marks", '"1."']),
        ('[resolutions]\nmarks = ["1."]\n', ["resolutions.marks", "4"]),
        ('[presence]\nleft = "{who} left at {tim}"\n', ["presence.left", "{tim}", "{time}"]),
        ('[presence]\nleft = "{who} left[ at {time}"\n', ["presence.left", "never closed"]),
        ('[presence]\nleft = "{who} left]"\n', ["presence.left", "] too many"]),
        ('[apologies]\ntitles = ["("]\n', ["apologies.titles", "regular expression"]),
        ('[apologies]\ntitles = "x"\n', ["apologies.titles", "list"]),
        ("[document]\nsize_pt = 400\n", ["document.size_pt", "72"]),
        ("resolutions = 1\n", ["resolutions", "[resolutions]"]),
        ('[names.free]\nchair = "{who}"\n', ["names.free.chair", "{who}", "{chair}"]),
        ('based_on = "nothing"\n', ["'nothing'", "hillingdon"]),
        ("title = \n", ["no TOML"]),
    ],
)
def test_a_wrong_value_is_refused_in_one_sentence(style_file, text, words) -> None:
    folder = style_file(text)
    with pytest.raises(StyleRefused) as refused:
        load_style(str(folder))
    message = str(refused.value)
    assert "\n" not in message
    for word in words:
        assert word in message


def test_a_style_that_is_not_there(tmp_path) -> None:
    with pytest.raises(StyleRefused, match=r"there is no house style 'nix'.*hillingdon"):
        load_style("nix")
    with pytest.raises(StyleRefused, match="there is no house style"):
        load_style(str(tmp_path))


def test_a_style_that_stands_on_itself(style_file) -> None:
    folder = style_file("title = 'x'\n")
    (folder / "style.toml").write_text(f"based_on = '{folder}'\n", encoding="utf-8")
    with pytest.raises(StyleRefused, match="comes back to the style itself"):
        load_style(str(folder))


def choices(form: type[msgspec.Struct], at: str = ""):
    for field in msgspec.structs.fields(form):
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            yield from choices(field.type, f"{at}{field.encode_name}.")
        elif str(get_origin(field.type)) == "typing.Literal":
            yield f"{at}{field.encode_name}", get_args(field.type)


@pytest.mark.parametrize(("setting", "values"), list(choices(Style)))
def test_the_default_style_names_every_accepted_value(setting, values) -> None:
    """Whoever opens the file sees what each setting takes, in a comment on it or above it."""
    text = available_styles()["hillingdon"].read_text(encoding="utf-8")
    *group, key = setting.split(".")
    section = text.split(f"\n[{'.'.join(group)}]\n", 1)[1]
    before, line = re.split(rf"^({key} = .*)$", section, maxsplit=1, flags=re.MULTILINE)[:2]
    comments = [*re.findall(r"#.*", "\n".join(before.splitlines()[-16:])), line]
    for value in values:
        assert f'"{value}"' in "\n".join(comments), f"{setting}: {value}"


def test_margins_must_leave_room_for_the_text(style_file) -> None:
    folder = style_file("[document.margins_cm]\nleft = 10\nright = 9\n")
    with pytest.raises(StyleRefused, match=r"document\.margins_cm .*leave less than 5 cm"):
        load_style(str(folder))


@pytest.mark.parametrize("name", ["parish-council", "community-council"])
def test_a_parish_excludes_under_the_act_of_1960(meeting_of, name) -> None:
    meeting = meeting_of("# Open\n~ exclude\n# Lease (Part II, 3)\nThe rent.\n# Staff (Part II)\n")
    for public in (True, False):
        text = document_text(compose(meeting, load_style(name), public=public))
        assert text.count("section 1(2) of the Public Bodies (Admission to Meetings) Act 1960") == 3
        assert "Schedule 12A" not in text
        assert "paragraph 3" not in text
