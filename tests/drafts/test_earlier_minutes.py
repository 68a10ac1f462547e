"""The words of earlier minutes."""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.capture.notes_reader import read_notes
from minute_taker.drafts.earlier_minutes import words_of_earlier_minutes
from minute_taker.drafts.register_lexicon import meeting_lexicon
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Meeting
from minute_taker.proofing import HouseWords, proofread

NOTES = (
    "committee: Cabinet\ndate: 3 March 2026\n\n# Bridges (4)\nThe bridge was a bridge.\n"
    "# Tenders (Prat II, 3)\nThe beige bungalow was beige.\n"
)


def draft(folder, meeting: Meeting):
    store = DraftStore.create(folder, meeting)
    store.close()
    return store.path


def test_public_words_of_other_drafts_alone_are_counted(tmp_path) -> None:
    meeting = read_notes(NOTES.encode()).meeting
    draft(tmp_path, meeting)
    own = draft(tmp_path, read_notes(b"committee: Own\n\nA bungalow.").meeting)
    draft(tmp_path, replace(meeting, committee="Salvaged", salvaged=True))
    (tmp_path / "no draft.json").write_bytes(b"\xff")
    words = words_of_earlier_minutes(tmp_path, own)
    assert (words["bridge"], words["beige"], words["bungalow"]) == (2, 0, 0)
    typed = read_notes(b"committee: Own\n\nA brige was built.").meeting
    (slip,) = proofread(typed, meeting_lexicon(typed, HouseWords(), None, words))
    assert slip.suggestions[0] == "bridge"


def test_the_own_draft_is_left_out_where_a_link_leads_to_the_folder(tmp_path) -> None:
    own = draft(tmp_path / "there", read_notes(NOTES.encode()).meeting)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "there", target_is_directory=True)
    assert words_of_earlier_minutes(link, own) == {}
    assert words_of_earlier_minutes(own.parent, link / own.name) == {}
