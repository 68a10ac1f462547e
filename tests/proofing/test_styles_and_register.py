"""What the house style and the register know, and what `check` prints."""

from __future__ import annotations

import json

from proofed_notes import HEAD, meeting_of

from minute_taker.cli import main
from minute_taker.composing.style import load_style
from minute_taker.drafts.register import Register
from minute_taker.drafts.register_lexicon import meeting_lexicon
from minute_taker.proofing import house_words_of, proofread

STYLE = """
title = "Ours"
[proofing]
bodies = "singular"
comma_before_and = "never"
[proofing.wrong]
"chairperson" = "Chairman"
"""


def own_style(folder):
    (folder / "style.toml").write_text(STYLE)
    (folder / "words.txt").write_text("# ours\nquockerwodger\n", "utf-8")
    return house_words_of(load_style(str(folder)))


def test_a_style_folder_brings_its_words_and_its_list(tmp_path) -> None:
    meeting = meeting_of(
        "The quockerwodger and Uxbridge were named by the chairperson.\n"
        "The Committee were pleased with trees, ponds, and benches."
    )
    found = proofread(meeting, meeting_lexicon(meeting, own_style(tmp_path), None))
    assert [(slip.rule, slip.found) for slip in found] == [
        ("house-word", "chairperson"),
        ("usage", "were"),
        ("comma", ", and"),
    ]


def test_a_style_keeps_the_words_of_the_one_it_is_based_on(tmp_path) -> None:
    own_style(tmp_path)
    word_files = load_style(str(tmp_path)).proofing.word_files
    assert set(word_files) == {"hillingdon", tmp_path.name}


def test_bodies_may_be_several_and_a_list_may_have_its_comma(tmp_path) -> None:
    (tmp_path / "style.toml").write_text(
        '[proofing]\nbodies = "plural"\ncomma_before_and = "always"\n'
    )
    meeting = meeting_of("The Committee was pleased with trees, ponds and benches.")
    house = house_words_of(load_style(str(tmp_path)))
    found = proofread(meeting, meeting_lexicon(meeting, house, None))
    assert [(slip.rule, slip.suggestions) for slip in found] == [
        ("usage", ("were",)),
        ("comma", (", and",)),
    ]


def test_the_register_keeps_our_words(tmp_path) -> None:
    register = Register(tmp_path)
    register.add_word("Quockerwodger")
    register.add_word("quockerwodger")
    contents = Register(tmp_path).contents
    assert [each.word for each in contents.words] == ["quockerwodger"]
    meeting = meeting_of("The quockerwodger was old.")
    house = house_words_of(load_style())
    assert proofread(meeting, meeting_lexicon(meeting, house, contents)) == ()
    register.remove_word("QUOCKERWODGER")
    assert Register(tmp_path).contents.words == ()


def test_check_lists_slips_with_their_place_and_suggestion(tmp_path, capsys) -> None:
    notes = tmp_path / "a.notes"
    notes.write_text(HEAD + "The lcoal roof was sound.\n! noted\n", "utf-8")
    assert main(["import", str(notes), "--folder", str(tmp_path)]) == 0
    draft = capsys.readouterr().out.strip()
    assert main(["check", draft, "--json", "--folder", str(tmp_path)]) == 1
    (slip,) = json.loads(capsys.readouterr().out)
    assert (slip["rule"], slip["line"], slip["place"], slip["suggestions"][0]) == (
        "spelling", 1, [4, 9], "local",
    )  # fmt: skip
    assert main(["check", draft, "--folder", str(tmp_path)]) == 1
    assert "line 1:5" in capsys.readouterr().out
    Register(tmp_path).add_word("lcoal")
    assert main(["check", draft, "--folder", str(tmp_path)]) == 0
