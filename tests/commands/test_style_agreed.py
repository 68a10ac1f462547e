"""A style file that a draft names is used only where the clerk says so."""

from __future__ import annotations

import pytest

NOTES = """\
committee: Parks Committee
date: 3 March 2026
members: Ada Larkin (Chairman)
style: {style}

# Benches
! That the report be noted
"""


@pytest.fixture
def own_style(tmp_path):
    """A style of somebody's, by its folder."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "style.toml").write_text('[resolutions]\nopening = "DECREED:"\n', encoding="utf-8")
    return folder


@pytest.fixture(params=["a folder", "a file", "a file beside"])
def draft(request, command, tmp_path, own_style, monkeypatch):
    """A draft from a notes file that names the style; what import said of it."""
    monkeypatch.chdir(tmp_path)
    named = {
        "a folder": str(own_style),
        "a file": str(own_style / "style.toml"),
        "a file beside": "theirs/style.toml",
    }[request.param]
    notes = tmp_path / "n.notes"
    notes.write_text(NOTES.format(style=named), encoding="utf-8")
    made = command("import", str(notes))
    assert "used only when you say so" in made.err
    return made.out.strip(), named


@pytest.mark.parametrize("name", ["show", "export", "check"])
def test_it_is_not_used_unasked(command, draft, name) -> None:
    path, named = draft
    refused = command(name, path)
    assert refused.status == 1
    assert refused.out == ""
    assert f"--style '{named}'" in refused.err
    assert "\n" not in refused.err.strip()


def test_it_is_used_when_it_is_named(command, draft) -> None:
    path, named = draft
    assert "DECREED:" in command("show", path, "--style", named).out
    assert "RESOLVED:" in command("show", path, "--style", "hillingdon").out
    assert "DECREED:" not in command("show", path, "--style", "hillingdon").out
    assert command("export", path, "--style", named).status == 0


def test_once_is_not_for_ever(command, draft) -> None:
    path, named = draft
    assert command("show", path, "--style", named).status == 0
    assert command("show", path).status == 1


def test_a_style_of_the_programs_needs_no_word(command, tmp_path) -> None:
    notes = tmp_path / "n.notes"
    notes.write_text(NOTES.format(style="parish-council"), encoding="utf-8")
    made = command("import", str(notes))
    assert made.err == ""
    assert "Resolved –" in command("show", made.out.strip()).out


def test_a_style_that_is_nowhere_is_said_to_be(command, tmp_path) -> None:
    notes = tmp_path / "n.notes"
    notes.write_text(NOTES.format(style="nix"), encoding="utf-8")
    refused = command("show", command("import", str(notes)).out.strip())
    assert refused.status == 1
    assert "there is no house style 'nix'" in refused.err
