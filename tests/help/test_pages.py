"""The pages of help: whole, held to the tables of the code, and the README's own text."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from pathlib import Path

import msgspec
import pytest

from minute_taker import __version__
from minute_taker.capture.commands import COMMANDS as LINE_COMMANDS
from minute_taker.capture.procedure_facts import VERBS
from minute_taker.capture.signs import SIGNS
from minute_taker.cli import _parser, main
from minute_taker.drafts.folders import STATE_VARIABLE, VARIABLE
from minute_taker.exporting.formats import FORMATS
from minute_taker.help.on_terminal import on_terminal
from minute_taker.help.pages import TOPICS, page_source
from minute_taker.help.usage import USAGES
from minute_taker.screens.capture.commands import COMMANDS
from minute_taker.screens.help.pages import TABLES, help_text, own_bindings
from minute_taker.screens.settings import Settings

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
WRITE = "MINUTE_TAKER_WRITE_GOLDEN"
_BLOCK = re.compile(r"(<!-- help: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def lowered(markdown: str) -> str:
    """The page with its headings a level lower; what stands in a fence stays."""
    pieces = re.split(r"(^```.*?^```$)", markdown, flags=re.DOTALL | re.MULTILINE)
    return "".join(
        piece if piece.startswith("```") else re.sub(r"^(#+ )", r"#\1", piece, flags=re.MULTILINE)
        for piece in pieces
    )


def test_the_readme_holds_the_pages_of_help() -> None:
    old = README.read_text("utf-8")
    new = _BLOCK.sub(lambda m: f"{m[1]}\n{lowered(help_text(m[2])).strip()}\n\n{m[3]}", old)
    if os.environ.get(WRITE):
        README.write_text(new, encoding="utf-8")
        return
    assert old == new, f"run this with {WRITE}=1, and look at the difference"


def test_the_readme_leaves_out_no_page_that_a_clerk_needs() -> None:
    held = {match[2] for match in _BLOCK.finditer(README.read_text("utf-8"))}
    # Every key of every screen, and what changed, would be most of it.
    assert held == set(TOPICS) - {"all-keys", "changes"}


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("width", [30, 80, 200])
def test_every_page_can_be_read_at_any_width(name: str, width: int) -> None:
    text = on_terminal(help_text(name), width)
    assert "<!--" not in text
    for row in text.split("\n"):
        # What is to be typed is never broken by a row's end of its own making.
        assert len(row) <= width


def test_every_table_stands_in_a_page() -> None:
    sources = "".join(map(page_source, TOPICS))
    assert {name for name in TABLES if f"<!-- table: {name} -->" in sources} == set(TABLES)


def test_every_sign_verb_and_command_of_the_language_is_told() -> None:
    text = help_text("signs")
    for sign in SIGNS:
        assert sign.word in text
        assert sign.example.replace("|", r"\|") in text
    for form in LINE_COMMANDS:
        assert form.usage in text
    for verb in VERBS:
        assert re.search(rf"\b{verb}\b", text), verb


def test_every_command_of_the_command_line_is_told_with_an_example_that_can_be_read() -> None:
    text = help_text("commands")
    parser = _parser()
    (commands,) = (a.choices for a in parser._actions if isinstance(a.choices, dict))
    assert set(commands) == set(USAGES)
    for usage in USAGES.values():
        assert f"minute-taker {usage.name}" in text
        assert usage.examples
        for example in usage.examples:
            words = shlex.split(example.split(" <")[0].split(" >")[0])
            assert words[0] == usage.name
            parser.parse_args(words)


@pytest.mark.parametrize("name", USAGES)
def test_the_help_of_a_command_shows_its_example(name: str, capsys) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    assert f"minute-taker {USAGES[name].examples[0]}" in capsys.readouterr().out


def test_every_key_of_every_screen_is_told_by_its_name() -> None:
    text = help_text("all-keys")
    assert len(own_bindings()) > 100
    assert {id for id, command in COMMANDS.items() if command.keys} <= set(own_bindings())
    for id in own_bindings():
        assert f"`{id}`" in text
    for id in COMMANDS:
        assert f"`{id}`" in help_text("keys")


def test_every_setting_and_variable_is_told() -> None:
    text = help_text("settings")
    for field in msgspec.structs.fields(Settings):
        assert field.name == "wrong" or f"| `{field.encode_name}` |" in text
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "minute_taker").rglob("*.py"))
    ours = set(re.findall(r"\bMINUTE_TAKER_[A-Z]+\b", code))
    assert ours == {VARIABLE, STATE_VARIABLE}
    for variable in ours:
        assert f"`{variable}`" in text


def test_every_key_that_the_settings_page_names_is_one() -> None:
    moved = re.search(r'"keys": ({.*})', help_text("settings"))
    assert moved
    assert set(msgspec.json.decode(moved[1])) <= set(own_bindings())


def test_every_format_is_told() -> None:
    for one in FORMATS.values():
        assert f"| `{one.name}` | {one.title} |" in help_text("commands")


def test_the_newest_change_is_of_this_version() -> None:
    newest = re.search(r"^## (\S+)", help_text("changes"), re.MULTILINE)
    assert newest
    assert newest[1] == __version__


def test_the_pages_are_in_the_package() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shipped = data["tool"]["setuptools"]["package-data"]["minute_taker"]
    assert {"help/*.md", "CHANGELOG.md"} <= set(shipped)
    pages = {path.stem for path in (ROOT / "minute_taker" / "help").glob("*.md")}
    assert pages == set(TOPICS) - {"changes"}


def test_every_page_that_is_named_is_there() -> None:
    for name in TOPICS:
        for named in re.findall(r"(?:minute-taker |`)help ([a-z-]+)`", page_source(name)):
            assert named in TOPICS, f"{name} names {named}"


def test_the_readme_names_no_file_that_is_not_there() -> None:
    text = README.read_text("utf-8").split("# For developers")[1]
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.(?:py|md|toml|tcss))?)`", text)
    assert len(named) > 20
    missing = {
        path for path in named
        if not any((base / path).exists() for base in (ROOT, ROOT / "minute_taker"))
    }  # fmt: skip
    assert not missing


def test_the_pictures_of_the_readme_are_there_and_small() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+\.svg)\)", README.read_text("utf-8"))
    assert len(shown) == len(set(shown)) == 4
    for path in shown:
        assert 0 < (ROOT / path).stat().st_size < 60_000


def test_the_commands_of_the_readme_are_fenced_and_can_be_copied() -> None:
    fenced = re.findall(r"^```sh\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert any("pytest" in block for block in fenced)
    assert fenced[0].strip().endswith("minute-taker sample")
    for block in fenced:
        assert not block.startswith(" ")
