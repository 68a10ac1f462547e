"""Names are of people and not of spellings; a surname may be several words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.minutes.model import Attendee, State
from minute_taker.minutes.names import folded, is_letters, name_words, surname
from minute_taker.minutes.people import find_people, find_person, reference


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Aidan Van de Velden", "Van de Velden"),
        ("Cllr Joost van der Merwe MBE", "van der Merwe"),
        ("Douglas de Marney", "de Marney"),
        ("Seán Ó Dálaigh", "Ó Dálaigh"),
        ("Sea\u0301n O\u0301 Da\u0301laigh", "O\u0301 Da\u0301laigh"),
        ("Peter St. Clere", "St. Clere"),
        ("Áine Ní Bhriain", "Ní Bhriain"),
        ("Dafydd ap Rhys", "ap Rhys"),
        ("Omar al Rashid", "al Rashid"),
        ("Jorge Ortega y Gasset", "Ortega y Gasset"),
        ("Rosa Le Fevre-Hart", "Le Fevre-Hart"),
        ("Rex Holt Jr", "Holt"),
        ("Rex Holt Jnr.", "Holt"),
        ("Henry Vane III", "Vane"),
        ("Edda Quince BSc MBE", "Quince"),
        ("Edda Quince, BSc, MBE", "Quince"),
        ("Edda Quince BSc (Hons) LL.B Ph.D", "Quince"),
        ("Van Morrow", "Morrow"),
        ("Yo Ma", "Ma"),
        ("John O Smith", "Smith"),
        ("Anne Do Bramley", "Bramley"),
        ("Bo Winter", "Winter"),
    ],
)
def test_a_surname_with_all_its_words_and_without_letters(name: str, last: str) -> None:
    assert surname(name) == last


@pytest.mark.parametrize("words", ["MBE", "LL.B", "BSc (Hons)", "FRSA OBE", "Ph.D.", "DL", "KC"])
def test_letters_are_no_person(words: str) -> None:
    assert is_letters(words)


@pytest.mark.parametrize("words", ["Bo MBE", "Ma", "Mo Farr", "Lee", "Al", "", "mbe of it"])
def test_names_are_no_letters(words: str) -> None:
    assert not is_letters(words)


PEOPLE = (
    Attendee(id=1, name="Conor O’Neill", code="con"),
    Attendee(id=2, name="María García", code="mg"),
    Attendee(id=3, name="Inés Nuñez", code="in"),
    Attendee(id=4, name="Iris Orchard Lane", code="iol", called="Orchard Lane"),
    Attendee(id=5, name="Tom Lane", code="tl"),
    Attendee(id=6, name="Aidan Van de Velden", code="avd"),
    Attendee(id=7, name="Ed Marsh", code="em"),
    Attendee(id=8, name="Fi Marsh", code="fm", state=State.APOLOGIES),
    Attendee(id=9, name="Mr Jo Quill", code="jq"),
    Attendee(id=10, name="Mrs Jo Quill", code="jqu"),
    Attendee(id=11, name="Bjørn Wałęsa-Smith", code="bw"),
)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("O'Neill", 1), ("o’neill", 1), ("ONeill", 1), ("O‘Neill", 1), ("Conor O´Neill", 1),
        ("Garcia", 2), ("GARCÍA", 2), ("Garci\u0301a", 2), ("maria garcia", 2),
        ("Nunez", 3), ("Nun\u0303ez", 3), ("Ines Nuñez", 3),
        ("Orchard Lane", 4), ("Lane", 5), ("Tom Lane", 5), ("Iris Orchard Lane", 4),
        ("van de velden", 6), ("Velden", 6), ("Cllr Van De Velden", 6),
        ("Marsh", 7), ("F Marsh", 8), ("E. Marsh", 7), ("Cllr F. Marsh", 8),
        ("Mrs Quill", 10), ("Mr Quill", 9), ("Quill", None),
        ("Bjorn Walesa‑Smith", 11), ("Nobody", None), ("", None),
    ],
)  # fmt: skip
def test_the_person_behind_a_spelling(words: str, who: int | None) -> None:
    found = find_person(PEOPLE, words)
    assert (found.id if found else None) == who


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.code)
def test_a_reference_finds_its_person_in_every_form(person: Attendee, form: str) -> None:
    words = unicodedata.normalize(form, reference(PEOPLE, person))
    assert find_person(PEOPLE, words) is person


def test_several_by_spellings_of_their_own() -> None:
    found = find_people(PEOPLE, "garcia, O'NEILL and Orchard Lane")
    assert [person.id for _, person in found if person] == [2, 1, 4]


@given(st.text(max_size=30))
def test_folding_is_stable_and_any_name_has_words(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert folded(unicodedata.normalize("NFD", name)) == folded(unicodedata.normalize("NFC", name))
    assert surname(name) or not name.split(",")[0].split()
    assert len(name_words(name)) <= len(name.replace("(", " (").split()) + 1
