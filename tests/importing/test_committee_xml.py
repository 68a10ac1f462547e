"""A meeting and the councillors as the committee system's web service gives them."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_files import in_envelope, meeting_xml, xml_attendee, xml_item

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.reading import read
from minute_taker.minutes.model import Group, HeadingKind, Part, State

AGENDA = (
    xml_item("Members' Interests", "1.", ident=11),
    xml_item("PART I - IN PUBLIC", "", ident=12),
    xml_item("Trees & Hedges", "2.", text="<p>Report.</p><p>RECOMMENDATION: That it be noted.</p>"),
    xml_item("Late paper on trees", "2a.", ident=14),
    xml_item("Withdrawn", "3.", shown=False),
    xml_item("PART II", "", text="Exempt: paragraph 5 of Part 1 of Schedule 12A"),
    xml_item("A claim (exempt by virtue of paragraphs 3 and 5 of Schedule 12A)", "4.",
             restricted=True),
    xml_item("Not flagged, under Part II", "5."),
)  # fmt: skip


@pytest.mark.parametrize(
    "wrap",
    [
        lambda xml: xml,
        lambda xml: f'<?xml version="1.0" encoding="utf-8"?>\n{xml}',
        in_envelope,
        lambda xml: in_envelope(xml, as_text=True),
        lambda xml: f'<string xmlns="http://example.invalid/">{xml}</string>',
    ],
)
def test_a_meeting_is_read_with_and_without_its_envelope(wrap):
    found = read(wrap(meeting_xml(AGENDA)).encode())

    assert found.head == {
        "date": dt.date(2027, 6, 3), "start": dt.time(18, 30), "venue": "The Old Granary",
    }  # fmt: skip
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Members' Interests"),
        ("", "PART I - IN PUBLIC"),
        ("2", "Trees & Hedges"),
        ("2a", "Late paper on trees"),
        ("", "PART II"),
        ("4", "A claim"),
        ("5", "Not flagged, under Part II"),
    ]
    assert found.rows == len(AGENDA)


def test_a_heading_has_no_number_and_what_is_restricted_is_part_two():
    items = read(meeting_xml(AGENDA).encode()).items

    assert [item.heading for item in items].count(HeadingKind.UNNUMBERED) == 2
    assert [(i.title, i.exempt_paragraph) for i in items if i.part is Part.EXEMPT] == [
        ("A claim", "3 and 5"),
        ("Not flagged, under Part II", "5"),
    ]


def test_texts_encoded_twice_lose_their_tags_and_keep_their_paragraphs():
    trees = read(meeting_xml(AGENDA).encode()).items[2]

    assert [words for _, words in trees.text] == ["Report.", "RECOMMENDATION: That it be noted."]


def test_what_was_withdrawn_from_display_is_named_unless_it_is_restricted():
    shown = read(meeting_xml([xml_item("Withdrawn", shown=False)]).encode()).left_out
    hidden = read(
        meeting_xml([xml_item("A name in it", shown=False, restricted=True)]).encode()
    ).left_out

    assert [(row.words, row.why) for row in shown] == [("Withdrawn", "withdrawn from display")]
    assert [row.words for row in hidden] == [""]


def test_one_item_alone_is_one_item():
    assert len(read(meeting_xml([xml_item("Only this")]).encode()).items) == 1
    assert len(read(meeting_xml([], [xml_attendee("Cllr Ann Lee")]).encode()).people) == 1


ATTENDEES = {
    xml_attendee("Councillor Ann Lee MBE", "Chair", memberid="71"):
        ("Ann Lee MBE", "Chair", Group.MEMBER, State.EXPECTED),
    xml_attendee("Cllr Bo O'Hay", "Vice-Chairman", "Present, virtual"):
        ("Bo O'Hay", "Vice-Chairman", Group.MEMBER, State.PRESENT),
    xml_attendee("Councillor Dr Cy ap Rhys", told="Apologies"):
        ("Dr Cy ap Rhys", "", Group.MEMBER, State.APOLOGIES),
    xml_attendee("Councillor Di Vane", "Reserve", "Present, as substitute",
                 representing="Councillor Dr Cy ap Rhys"):
        ("Di Vane", "", Group.MEMBER, State.PRESENT),
    xml_attendee("Mr Ed Fox", "Co-optee", "In attendance", membertype="other",
                 representing="Diocese of Wend"):
        ("Mr Ed Fox", "", Group.CO_OPTED, State.PRESENT),
    xml_attendee("Fay Gill", "Head of Parks", "Expected", membertype="officer"):
        ("Fay Gill", "Head of Parks", Group.OFFICER, State.EXPECTED),
    xml_attendee("Guy Ivo", "Guest", "Expected", membertype="other"):
        ("Guy Ivo", "Guest", Group.ALSO_PRESENT, State.EXPECTED),
    xml_attendee("Councillor Al Orr", told="Absent"):
        ("Al Orr", "", Group.MEMBER, State.ABSENT),
}  # fmt: skip


@pytest.mark.parametrize("attendee", ATTENDEES)
def test_people_come_with_their_role_and_their_state(attendee):
    (person,) = read(meeting_xml([], [attendee]).encode()).people

    assert (person.name, person.post, person.group, person.state) == ATTENDEES[attendee]


def test_a_substitute_names_the_member_and_others_their_body():
    people = {p.name: p for p in read(meeting_xml([], ATTENDEES).encode()).people}

    assert people["Di Vane"].substitute_for == "Dr Cy ap Rhys"
    assert people["Mr Ed Fox"].organisation == "Diocese of Wend"
    assert people["Bo O'Hay"].remote
    assert people["Ann Lee MBE"].source == "71"


def test_empty_seats_and_reserves_who_were_not_asked_are_left_out_and_counted():
    rows = [xml_attendee("Vacancy"), xml_attendee("Councillor Jo Kerr", "Reserve", "Expected"),
            xml_attendee("Councillor Lu May", told="Not required")]  # fmt: skip
    found = read(meeting_xml([], rows).encode())

    assert found.people == ()
    assert found.rows == 3


def test_councillors_by_ward_come_without_their_addresses():
    def councillor(number, name):
        return (
            f"<councillor><councillorid>{number}</councillorid><fullusername>{name}</fullusername>"
            "<homeaddress><line1>4 Hidden Row</line1><phone>01234 567890</phone></homeaddress>"
            "<workaddress><email>a@example.invalid</email></workaddress></councillor>"
        )

    xml = (
        "<councillorsbyward><wards><ward><wardtitle>Elm &amp;amp; Ash</wardtitle><councillors>"
        f"{councillor(1, 'Councillor Ann Lee')}{councillor(2, 'Vacancy')}</councillors></ward>"
        f"<ward><councillors>{councillor(3, 'Cllr Bo O&amp;#39;Hay')}</councillors></ward>"
        "</wards></councillorsbyward>"
    )
    found = read(xml.encode())

    assert [(p.name, p.source) for p in found.people] == [("Ann Lee", "1"), ("Bo O'Hay", "3")]
    assert found.rows == 3
    assert not any(word in repr(found) for word in ("Hidden", "01234", "@"))


def test_xml_of_another_kind_is_refused():
    with pytest.raises(ImportRefused, match="another kind"):
        read(b"<?xml version='1.0'?><rss><channel/></rss>")
    with pytest.raises(ImportRefused, match="cut short or damaged"):
        read(meeting_xml(AGENDA).encode()[:-40])
