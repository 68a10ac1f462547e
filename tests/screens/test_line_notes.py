"""Notes under the lines of the transcript."""

from __future__ import annotations

from desk import EVERY_KIND, desk

from minute_taker.screens.reading.rows import LineNote


async def test_a_note_stands_under_its_line_and_goes_again(tmp_path, size):
    async with desk(tmp_path, EVERY_KIND, size=size) as at:
        await at.enter("The last line.")
        last = at.last.id
        transcript = at.screen.transcript
        transcript.annotate("one", {last: LineNote(last, "said of it")})
        transcript.annotate("two", {last: LineNote(last, "said too")})
        await at.settle()
        rows = at.text.split("\n")
        where = next(n for n, row in enumerate(rows) if "The last line." in row)
        assert "said of it" in rows[where + 1]
        assert "said too" in rows[where + 2]
        transcript.annotate("one", {})
        await at.settle()
        assert "said of it" not in at.text
        assert "said too" in at.text


async def test_what_the_clerk_reads_stays_where_it_is(tmp_path):
    many = EVERY_KIND + "".join(f"Paragraph {n} was read.\n" for n in range(80))
    async with desk(tmp_path, many, size=(80, 24)) as at:
        await at.press("up", *["up"] * 40)
        ids = [line.id for _, line in at.meeting.lines()]

        def read() -> list[str]:
            return [row[:-1] for row in at.text.split("\n") if "Paragraph" in row]

        before = read()
        at.screen.transcript.annotate(
            "one", {n: LineNote(n, "said") for n in ids if n < at.screen.transcript.chosen - 20}
        )
        await at.settle()
        assert read() == before


async def test_a_click_on_a_note_is_one_on_its_line(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=(80, 24)) as at:
        await at.enter("The last line.")
        last = at.last.id
        transcript = at.screen.transcript
        transcript.annotate("one", {last: LineNote(last, "said of it")})
        await at.settle()
        row = next(n for n, row in enumerate(at.text.split("\n")) if "said of it" in row)
        await at.pilot.click(transcript, offset=(20, row - transcript.region.y))
        await at.settle()
        assert transcript.chosen == last
