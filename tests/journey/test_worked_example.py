"""The document kept in ``exports/`` is what the sample meeting exports to today."""

from __future__ import annotations

import zipfile
from pathlib import Path

from minute_taker.capture.notes_reader import read_notes
from minute_taker.exporting.export import export_meeting
from minute_taker.sample import sample_notes

EXPORTS = Path(__file__).parents[2] / "exports"


def parts(path: Path) -> dict[str, bytes]:
    """Every part of the package; how hard they were squeezed differs between machines."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_worked_example_is_up_to_date(tmp_path):
    written = export_meeting(read_notes(sample_notes()).meeting, exports=tmp_path)

    assert parts(EXPORTS / written.path.name) == parts(written.path)
