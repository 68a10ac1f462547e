"""Make the pictures of the README: four screens of the sample meeting, as SVG.

    python tests/pictures.py

They are drawn by Textual and made small: rows that are alike share their style, no font is
fetched, and what only a browser's screen reader would need to know of a terminal is left out.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from desk import Desk

from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.sample import sample_draft
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings

PICTURES = Path(__file__).parent / "pictures"
SIZE = (110, 32)
#: When the pictures are taken: ten minutes after the sample meeting closed.
CLOCK = dt.datetime(2026, 5, 12, 21, 20)


def slim(svg: str) -> str:
    """Return a picture without what is not seen: fonts to fetch, decoration, spaces."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<clipPath id="terminal-\d+-line-.*?</clipPath>', "", svg, flags=re.DOTALL)
    svg = re.sub(
        r' clip-path="url\(#terminal-\d+-line-\d+\)"| shape-rendering="crispEdges"', "", svg
    )
    svg = re.sub(r"terminal-\d+-", "t", svg)
    # In attributes alone: 9.20 pm stands in the text.
    svg = re.sub(r'(="\d+\.\d)\d+"', r'\1"', svg)
    svg = svg.replace("Fira Code, monospace", "Menlo, Consolas, DejaVu Sans Mono, monospace")
    return re.sub(r">\s+<", "><", re.sub(r"\n\s*", "\n", svg))


async def take(folder: Path) -> None:
    """Make every picture, with drafts and documents in ``folder``."""
    minutes = minutes_folder(folder)
    path = sample_draft(minutes.drafts)
    app = MinuteApp(minutes, DraftStore.open(path), Settings(), clock=lambda: CLOCK)
    async with app.run_test(size=SIZE) as pilot:
        at = Desk(app, pilot, path)
        await at.settle()

        def shot(name: str) -> None:
            (PICTURES / f"{name}.svg").write_text(
                slim(app.export_screenshot(title="Minute Taker")), encoding="utf-8"
            )

        await at.type("?@jp Would the visit be by coach or by train?\r>By train, as")
        await at.saved()
        shot("capture")
        await at.press("f7")
        await at.settle()
        await asyncio.sleep(1)
        await at.settle()
        shot("preview")
        await at.press("escape", "f7", "f8")
        await at.settle()
        shot("people")
        await at.press("escape", "ctrl+k")
        await at.settle()
        await asyncio.sleep(1)
        await at.settle()
        shot("check")


def main() -> int:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as root:
        asyncio.run(take(Path(root)))
    for path in sorted(PICTURES.glob("*.svg")):
        print(f"{path.relative_to(Path.cwd())}  {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
