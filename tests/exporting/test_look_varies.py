"""Every setting of how a page looks, each from both sides: in the XML of the Word document."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from varying import HEAD, Look, with_settings
from varying_look import LOOKS

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style
from minute_taker.exporting.docx_document import docx_bytes

NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def found(look: Look, style: Style) -> str:
    """What the look's path finds in its part of the minutes in that style."""
    head = "".join(f"{name}: {value}\n" for name, value in HEAD.items())
    data = docx_bytes(compose(read_notes(f"{head}\n{look.lines}".encode()).meeting, style), style)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(look.part))
    return str(root.xpath(look.path, namespaces=NAMES))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.setting}={look.value}"[:70])
def test_both_sides(look: Look, style: Style) -> None:
    under = with_settings(style, look.under)
    assert found(look, under) == look.default
    assert found(look, with_settings(under, {look.setting: look.value})) == look.other
