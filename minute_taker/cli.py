"""The commands. A room is imported only when its command needs it.

Exit status: 0 done, 1 refused with one sentence on standard error, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from minute_taker import __version__
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.unexpected_errors import kind_and_place, nothing_printed_of_them
from minute_taker.printing import nothing_sent_unseen

if TYPE_CHECKING:
    from minute_taker.composing.style import Style
    from minute_taker.drafts.folders import MinutesFolder
    from minute_taker.minutes.checking import Finding
    from minute_taker.minutes.model import Meeting

_Row = TypeVar("_Row")
#: How many characters a row of a page of help has at most.
_WIDEST = 100


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _write_every_letter()
    with nothing_sent_unseen():
        return _run(argv)


def _run(argv: Sequence[str] | None) -> int:
    options = _parser().parse_args(argv)
    try:
        with nothing_printed_of_them():
            status: int = options.run(options)
    except Refused as error:
        _complain(f"minute-taker: {error}")
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough (`minute-taker show … | head`).
        sys.stderr.close()
        return 1
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        _complain(f"minute-taker: {error.strerror or type(error).__name__}{where}")
        return 1
    except KeyboardInterrupt:
        return 1
    except Exception as error:  # whatever it is, its words may be those of the minutes
        _complain(f"minute-taker has stopped: {kind_and_place(error)}")
        return 1
    return status


def _write_every_letter() -> None:
    """Write UTF-8 to files and pipes, and a stand-in for what a terminal has no letter for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(sentence: str) -> None:
    print(" ".join(sentence.split()), file=sys.stderr)


def _print_json(shape: object) -> None:
    from minute_taker.minutes.public_json import as_json

    print(as_json(shape))


def _folder(options: argparse.Namespace) -> MinutesFolder:
    from minute_taker.drafts.folders import minutes_folder

    return minutes_folder(options.folder)


def _find(options: argparse.Namespace) -> Path:
    from minute_taker.drafts.folders import find_draft

    return find_draft(_folder(options), options.draft)


def _read_meeting(draft: Path) -> Meeting:
    """Return the meeting of a draft; another clerk may have it open."""
    from minute_taker.drafts.store import DraftStore

    store = DraftStore.open(draft, read_only=True)
    try:
        if store.newer:
            # What is not understood here would be missing on the page, in silence.
            raise Refused(store.read_only_reason)
        for notice in store.notices:
            _complain(notice)
        return store.meeting
    finally:
        store.close()


def _screens(options: argparse.Namespace) -> int:
    if not sys.stdin.isatty():
        return _without_screens(options)
    from minute_taker.screens.app import run

    return run(_folder(options))


def _open(options: argparse.Namespace) -> int:
    draft = _find(options)
    from minute_taker.screens.app import run

    return run(_folder(options), draft)


def _sample(options: argparse.Namespace) -> int:
    from minute_taker.sample import sample_draft

    if not options.no_screen and not sys.stdin.isatty():
        return _without_screens(options)
    folder = _folder(options)
    draft = sample_draft(folder.drafts)
    if options.no_screen:
        print(draft)
        return 0
    from minute_taker.screens.app import run

    return run(folder, draft)


def _without_screens(options: argparse.Namespace) -> int:
    """Where no keys can be typed: write the sample's Word document, and say how to go on."""
    from minute_taker.sample import sample_document

    written = sample_document(_folder(options).exports)
    print("There is no terminal here to show the screens in, so the sample meeting was written")
    print("as a Word document:")
    print()
    print(f"  {written}")
    print()
    print("To see the screens, open a terminal window and type:")
    print()
    print(f"  {_how_started()} sample")
    print()
    print(f"`{_how_started()} help` lists what else there is.")
    return 0


def _how_started() -> str:
    """Return how the program was started: its name, or the path where that was typed."""
    name = Path(sys.argv[0]).name
    if name.startswith("__main__"):
        return f"{Path(sys.executable).name} -m minute_taker"
    import shutil

    return name if shutil.which(name) or not name.startswith("minute-taker") else sys.argv[0]


def _new(options: argparse.Namespace) -> int:
    from datetime import date

    from minute_taker.drafts.folders import find_draft
    from minute_taker.drafts.store import DraftStore, read_meeting
    from minute_taker.minutes.model import Meeting
    from minute_taker.minutes.next_meeting import next_meeting
    from minute_taker.minutes.spoken_dates import read_date
    from minute_taker.minutes.text import clean

    folder = _folder(options)
    try:
        day = read_date(options.date, date.today()) if options.date else None
    except ValueError as error:
        raise Refused(f"--date: {error}") from None
    if options.like:
        meeting = next_meeting(read_meeting(find_draft(folder, options.like)), day)
    else:
        meeting = Meeting(date=day)
    if options.committee:
        from msgspec.structs import replace

        meeting = replace(meeting, committee=clean(options.committee).text)
    if options.into:
        return _add_to(find_draft(folder, options.into), options)
    meeting = _set_up(meeting, options)
    store = DraftStore.create(folder.drafts, meeting)
    store.close()
    print(store.path)
    return 0


def _set_up(meeting: Meeting, options: argparse.Namespace) -> Meeting:
    """Return the meeting with the agenda and the people of the files that are named."""
    if not options.files:
        return meeting
    from minute_taker.importing.setting_up import set_up

    made = set_up(meeting, options.files, sys.stdin.buffer.read() if "-" in options.files else None)
    for remark in made.remarks:
        _complain(remark)
    return made.meeting


def _add_to(draft: Path, options: argparse.Namespace) -> int:
    """Put the files' agenda and people into a draft that exists."""
    from minute_taker.drafts.store import DraftStore

    store = DraftStore.open(draft)
    try:
        if store.read_only:
            raise Refused(store.read_only_reason)
        meeting = _set_up(store.meeting, options)
        if meeting != store.meeting:
            store.save(meeting)
    finally:
        store.close()
    print(draft)
    return 0


def _import(options: argparse.Namespace) -> int:
    from minute_taker.capture.notes_reader import read_notes_file
    from minute_taker.drafts.store import DraftStore

    read = read_notes_file(Path(options.notes))
    if options.output:
        store = DraftStore.create_at(Path(options.output), read.meeting)
    else:
        store = DraftStore.create(_folder(options).drafts, read.meeting)
    store.close()
    for remark in read.remarks:
        _complain(remark)
    print(store.path)
    return 0


def _capture(options: argparse.Namespace) -> int:
    from minute_taker.capture.line_mode import LineMode
    from minute_taker.capture.session import Session
    from minute_taker.drafts.records import placed
    from minute_taker.drafts.recovery import RecoveryWriter, waiting_for
    from minute_taker.drafts.store import DraftStore
    from minute_taker.exporting.private_folder import sweep_private_folders

    def say(answer: str) -> None:
        print(answer, flush=True)

    sweep_private_folders()
    store = DraftStore.open(_find(options))
    try:
        for notice in (*store.notices, *waiting_for(store.path)):
            _complain(notice)
        if store.read_only:
            raise Refused(store.read_only_reason)
        session = Session(store.meeting)
        if store.pending is not None:
            session.start_at(store.pending.place)
        keeping = RecoveryWriter(store, _complain)

        def save(meeting: Meeting) -> None:
            keeping.save(meeting, placed(store.pending, session.came_from))

        mode = LineMode(session, save, say)
        # Never in silence: the next line may be exempt where the clerk thinks it public.
        _complain(mode.opening())
        # Bytes that are no UTF-8 come in as the replacement character rather than not at all.
        lines = (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)
        return 0 if mode.run(lines) else 1
    finally:
        store.close()


def _show(options: argparse.Namespace) -> int:
    meeting = _read_meeting(_find(options))
    if options.json:
        from minute_taker.exporting.meeting_json import meeting_json

        print(meeting_json(meeting))
        return 0
    from minute_taker.composing.compose import compose
    from minute_taker.composing.plain_text import document_text
    from minute_taker.composing.style import style_for

    style = style_for(meeting, options.style)
    if options.copy == "public":
        from minute_taker.minutes.checking import unsettled_parts

        for finding in unsettled_parts(meeting):
            where = f"line {finding.line}: " if finding.line is not None else ""
            _complain(where + finding.words)
    print(document_text(compose(meeting, style, public=options.copy == "public")))
    return 0


def _export(options: argparse.Namespace) -> int:
    from minute_taker.exporting.export import (
        AnotherDrafts,
        EditedSince,
        PlaceTaken,
        export_meeting,
    )

    draft = _find(options)
    meeting = _read_meeting(draft)
    try:
        written = export_meeting(
            meeting,
            style=options.style,
            file_format=options.format,
            output=Path(options.output) if options.output else None,
            exports=_folder(options).exports,
            public=options.copy == "public",
            overwrite=options.overwrite,
            draft=draft,
        )
    except PlaceTaken as taken:
        way = "--overwrite, or " if isinstance(taken, EditedSince | AnotherDrafts) else ""
        raise Refused(f"{taken} (use {way}--output {taken.free})") from None
    for remark in written.remarks:
        _complain(remark)
    print(written.path)
    return 0


def _check(options: argparse.Namespace) -> int:
    from minute_taker.composing.style import style_for
    from minute_taker.exporting.exempt import refused_beforehand
    from minute_taker.exporting.wide_tables import too_wide
    from minute_taker.minutes.checking import check
    from minute_taker.proofing import together

    draft = _find(options)
    meeting = _read_meeting(draft)
    style = style_for(meeting, options.style)
    printed = style.questions.public_asker == "name and address"
    refused = refused_beforehand(meeting, style)
    facts = (*refused, *check(meeting, addresses_printed=printed))
    slips = (*too_wide(meeting, style), *_slips(_folder(options), draft, meeting, style))
    found = together(facts, slips)
    if options.json:
        _print_json(found)
    else:
        for finding in found:
            where = f"line {finding.line}" if finding.line else "-"
            if finding.place is not None:
                where += f":{finding.place[0] + 1}"
            meant = (
                f" ({' / '.join(finding.suggestions)})"
                if finding.place and finding.suggestions
                else ""
            )
            print(f"{where:<10}  {finding.rule:<24}  {finding.words}{meant}")
    return 1 if found else 0


def _slips(
    folder: MinutesFolder, draft: Path, meeting: Meeting, style: Style
) -> tuple[Finding, ...]:
    """Return what proofing finds, with the words of the style and the register known."""
    from minute_taker.drafts.earlier_minutes import words_of_earlier_minutes
    from minute_taker.drafts.register import Register
    from minute_taker.drafts.register_lexicon import meeting_lexicon
    from minute_taker.proofing import house_words_of, proofread

    contents = None
    try:
        contents = Register(folder.root).contents
    except Refused as error:
        _complain(f"the register's words are not known: {error}")
    earlier = words_of_earlier_minutes(folder.drafts, draft)
    house = house_words_of(style)
    return proofread(meeting, meeting_lexicon(meeting, house, contents, earlier))


def _meetings(options: argparse.Namespace) -> list[Meeting]:
    """Return the meeting of the draft that is named, or every meeting that can be read."""
    if options.draft is not None:
        return [_read_meeting(_find(options))]
    from minute_taker.drafts.listing import list_drafts
    from minute_taker.drafts.store import read_meeting

    meetings = []
    for draft in list_drafts(_folder(options).drafts):
        try:
            meetings.append(read_meeting(draft.path))
        except Refused as error:
            _complain(f"left out: {error}")
    return meetings


def _actions(options: argparse.Namespace) -> int:
    from minute_taker.minutes import register_output, registers

    found = registers.open_actions if options.open else registers.actions
    rows = _rows(options, found)
    _print_register(
        options,
        rows,
        register_output.actions_shape,
        register_output.actions_csv,
        register_output.action_line,
    )
    return 0


def _decisions(options: argparse.Namespace) -> int:
    from minute_taker.minutes import register_output, registers

    rows = _rows(options, registers.decisions)
    _print_register(
        options,
        rows,
        register_output.decisions_shape,
        register_output.decisions_csv,
        register_output.decision_line,
    )
    return 0


def _rows(options: argparse.Namespace, found: Callable[[Meeting], Sequence[_Row]]) -> list[_Row]:
    """Return the rows of a register that the copy which is asked for may show."""
    from minute_taker.minutes.exempt import public_view, with_unsettled_exempt

    rows: list[_Row] = []
    left_out = 0
    for meeting in _meetings(options):
        every = found(with_unsettled_exempt(meeting))
        shown = every if options.copy == "full" else found(public_view(meeting))
        left_out += len(every) - len(shown)
        rows += shown
    if left_out:
        said = "1 exempt row is" if left_out == 1 else f"{left_out} exempt rows are"
        _complain(f"{said} left out; --copy full lists them")
    return rows


def _print_register(
    options: argparse.Namespace,
    rows: list[_Row],
    shape: Callable[[Iterable[_Row]], dict[str, Any]],
    sheet: Callable[[Iterable[_Row]], str],
    line: Callable[[_Row], str],
) -> None:
    if options.json:
        _print_json(shape(rows))
    elif options.csv:
        # The mark by which a spreadsheet knows UTF-8; on a screen it would be a stray letter.
        mark = "" if sys.stdout.isatty() else "\ufeff"
        print(mark + sheet(rows), end="")
    else:
        for row in rows:
            print(line(row))


def _list(options: argparse.Namespace) -> int:
    from minute_taker.drafts.listing import drafts_shape, list_drafts

    drafts = list_drafts(_folder(options).drafts)
    if options.json:
        _print_json(drafts_shape(drafts))
        return 0
    for draft in drafts:
        day = draft.date.isoformat() if draft.date else "no date   "
        counted = f"{draft.status:<6}  {draft.lines:>5} lines"
        print(f"{day}  {counted}  {draft.problem or draft.committee}  {draft.path.name}")
    return 0


def _styles(options: argparse.Namespace) -> int:
    from minute_taker.composing.style import load_style
    from minute_taker.composing.style_reader import available_styles

    if options.name is not None:
        from minute_taker.capture.notes_reader import read_notes
        from minute_taker.composing.compose import compose
        from minute_taker.composing.plain_text import page_of_text
        from minute_taker.sample import one_page_notes

        style = load_style(options.name)
        print(page_of_text(compose(read_notes(one_page_notes()).meeting, style)))
        return 0
    for name in available_styles():
        style = load_style(name)
        print(f"{name:<20}  {style.title}. {style.summary}")
    return 0


def _help(options: argparse.Namespace) -> int:
    from minute_taker.help.pages import topics_text

    if options.topic is None:
        print(topics_text())
        return 0
    from minute_taker.screens.help.pages import help_text

    markdown = help_text(options.topic)
    if options.markdown:
        print(markdown)
        return 0
    import shutil

    from minute_taker.help.on_terminal import on_terminal

    print(on_terminal(markdown, min(_WIDEST, shutil.get_terminal_size().columns)))
    return 0


def _history(options: argparse.Namespace) -> int:
    from minute_taker.drafts.versions import restore, versions

    draft = _find(options)
    if options.restore is not None:
        print(f"version {options.restore} is back, as version {restore(draft, options.restore)}")
        return 0
    for version in versions(draft):
        when = version.saved_at.isoformat(" ") if version.saved_at else "at a time not known"
        print(f"{version.revision:>6}  {when:<19}  {version.lines:>5} lines  {version.reason}")
    return 0


def _parser() -> argparse.ArgumentParser:
    from minute_taker.help.usage import USAGES

    parser = argparse.ArgumentParser(
        prog="minute-taker",
        description="Take a council meeting's minutes at the keyboard, and export them. "
        "Without a command: the drafts screen.",
        epilog="examples:\n"
        "  minute-taker sample               try it on a sample meeting\n"
        "  minute-taker import first.notes   make a draft of your notes\n"
        "  minute-taker export 2026-03-03    write a draft as a Word document\n"
        "  minute-taker help start           read on",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"minute-taker {__version__}")
    parser.add_argument("--folder", metavar="PATH", help="the minutes folder")
    parser.set_defaults(run=_screens)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def command(name: str, run: object) -> argparse.ArgumentParser:
        usage = USAGES[name]
        added = commands.add_parser(
            name,
            help=usage.does,
            description=usage.does,
            epilog=usage.epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # The folder can be named before the command or after it; SUPPRESS keeps the first.
        added.add_argument("--folder", metavar="PATH", default=argparse.SUPPRESS,
                           help="the minutes folder")  # fmt: skip
        added.set_defaults(run=run)
        return added

    def draft(added: argparse.ArgumentParser) -> argparse.ArgumentParser:
        added.add_argument("draft", metavar="DRAFT", help="a path, or part of a draft's file name")
        return added

    def copy_and_style(added: argparse.ArgumentParser) -> None:
        added.add_argument("--style", metavar="NAME|PATH", help="the house style")
        copy(added)

    def copy(added: argparse.ArgumentParser) -> None:
        added.add_argument("--copy", choices=("public", "full"), default="public",
                           help="without exempt lines (public) or with them (full)")  # fmt: skip

    draft(command("open", _open))
    made = command("new", _new)
    made.add_argument("--committee", metavar="NAME")
    made.add_argument("--date", metavar="DATE", help="such as '18 February 2020'")
    made.add_argument("--like", metavar="DRAFT", help="take members and standing items from it")
    made.add_argument(
        "--from",
        dest="files",
        metavar="FILE",
        action="append",
        default=[],
        help="take the agenda and the people from it; several may be given",
    )
    made.add_argument("--into", metavar="DRAFT", help="put them into that draft, not a new one")
    brought = command("import", _import)
    brought.add_argument("notes", metavar="NOTES")
    brought.add_argument("--output", metavar="DRAFT", help="where the draft goes")
    draft(command("capture", _capture))
    shown = draft(command("show", _show))
    shown.add_argument("--json", action="store_true", help="the meeting itself, as JSON")
    copy_and_style(shown)
    sent = draft(command("export", _export))
    sent.add_argument("--format", metavar="FORMAT", default="docx",
                      help="docx (the default), pdf, …: see `help commands`")  # fmt: skip
    sent.add_argument("--output", metavar="PATH", help="a file, or a folder to write it in")
    sent.add_argument("--overwrite", action="store_true",
                      help="also over a document that was changed by hand")  # fmt: skip
    copy_and_style(sent)
    checked = draft(command("check", _check))
    checked.add_argument("--json", action="store_true")
    checked.add_argument("--style", metavar="NAME|PATH", help="the house style")
    for name, run in (("actions", _actions), ("decisions", _decisions)):
        listing = command(name, run)
        listing.add_argument("draft", metavar="DRAFT", nargs="?")
        listing.add_argument("--json", action="store_true")
        listing.add_argument("--csv", action="store_true", help="as a sheet")
        copy(listing)
        if name == "actions":
            listing.add_argument("--open", action="store_true", help="those not done yet")
    listed = command("list", _list)
    listed.add_argument("--json", action="store_true")
    shown = command("styles", _styles)
    shown.add_argument("name", metavar="NAME", nargs="?", help="the style to show")
    kept = draft(command("history", _history))
    kept.add_argument("--restore", metavar="VERSION", type=int, help="put that version back")
    tried = command("sample", _sample)
    tried.add_argument("--no-screen", action="store_true", help="make the draft and print its path")
    helped = command("help", _help)
    helped.add_argument("topic", metavar="TOPIC", nargs="?", help="the page; without it, a list")
    helped.add_argument("--markdown", action="store_true", help="as Markdown")
    return parser
