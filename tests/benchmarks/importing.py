"""How long an agenda of 500 items and a list of 60 people take to come in: at most 300 ms.

    .venv/bin/python tests/benchmarks/importing.py

Each kind of file is read and put into an empty draft several times; the median and the slowest
are printed, and the exit status is 1 where a median is over the limit. The modules are loaded
before, as they are once the form is open; how long that takes is printed, too.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

LIMIT = 300.0
ITEMS, PEOPLE, RUNS = 500, 60, 9


def files() -> dict[str, bytes]:
    """One file of each kind, with all of the items or all of the people, or both."""
    from agenda_files import (
        Word,
        agenda_page,
        attendance_page,
        invitation,
        meeting_xml,
        page_row,
        xml_attendee,
        xml_item,
    )

    titles = [f"Report on the street trees of ward {n}" for n in range(1, ITEMS + 1)]
    names = [
        f"Ann{chr(97 + n % 26)} Lee{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(PEOPLE)
    ]
    text = "<p>Report of the Head of Parks.</p><p>RECOMMENDATION: That it be noted.</p>"
    members = "Members: " + ", ".join(f"Cllr {name}" for name in names)
    sheet = Word().line("Parks Panel", style="Title").line(members).line("AGENDA")
    sheet.table(*[(str(n), title, f"{n} - {n}") for n, title in enumerate(titles, 1)])
    plain = "\n".join(f"{n}. {title}" for n, title in enumerate(titles, 1))
    return {
        "web service": meeting_xml(
            [xml_item(title, f"{n}.", text=text, ident=n) for n, title in enumerate(titles, 1)],
            [xml_attendee(f"Cllr {name}", memberid=str(n)) for n, name in enumerate(names)],
        ).encode(),
        "agenda page": agenda_page(
            [
                page_row(f"{n}.", title, ident=str(n), more=f"<div class='mgWordPara'>{text}</div>")
                for n, title in enumerate(titles, 1)
            ]
        ).encode(),
        "attendance page": attendance_page(
            [(f"Cllr {name}", "Committee Member", "Expected") for name in names]
        ).encode(),
        "front sheet": sheet.data(),
        "plain text": f"{members}\nAGENDA\n{plain}".encode(),
        "members' list": ("Name,Role\n" + "\n".join(f"Cllr {name}," for name in names)).encode(),
        "invitation": invitation(
            ["SUMMARY:Parks Panel", "DTSTART:20270603T173000Z"]
            + [f'ATTENDEE;CN="{name}":mailto:a@example.invalid' for name in names]
        ).encode(),
    }


def main() -> int:
    """Print a row for each kind of file; the exit status."""
    made = files()
    begun = time.perf_counter()
    from minute_taker.importing.merging import merge
    from minute_taker.importing.reading import read
    from minute_taker.minutes.model import Meeting

    for data in made.values():
        read(data)
    print(f"loading, and each once: {(time.perf_counter() - begun) * 1000:.0f} ms")
    slow = False
    for kind, data in made.items():
        took = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            found = read(data)
            merge(Meeting(), found)
            took.append((time.perf_counter() - begun) * 1000)
        median = statistics.median(took)
        slow = slow or median > LIMIT
        counts = f"{len(found.items)} items, {len(found.people)} people"
        print(f"{kind:<16} {counts:<24} median {median:6.1f} ms, slowest {max(took):6.1f} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
