"""The commands of the command line as data: what each does, and an example that works."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.help.entries import code, markdown_table

#: The draft of the examples: the sample's.
_DRAFT = "reading-and"


class Usage(Struct, frozen=True):
    """One command: its name, its words as they are written, what it does, and examples."""

    name: str
    words: str
    does: str
    examples: tuple[str, ...]

    @property
    def epilog(self) -> str:
        """The examples as the command's own help shows them."""
        title = "example" if len(self.examples) == 1 else "examples"
        return "\n".join([f"{title}:", *(f"  minute-taker {each}" for each in self.examples)])


def _of(name: str, words: str, does: str, *examples: str) -> Usage:
    return Usage(name, words, does, examples)


#: Every command, in the order in which a clerk comes to need them.
USAGES = {
    usage.name: usage
    for usage in (
        _of("sample", "", "open a sample meeting to try", "sample"),
        _of("open", "DRAFT", "open a draft in the capture screen", f"open {_DRAFT}"),
        _of(
            "new",
            "[--committee NAME] [--date DATE] [--like DRAFT] [--from FILE …] [--into DRAFT]",
            "make a new draft and print its path",
            "new --committee 'Parks Committee' --date '3 March 2026'",
            "new --from agenda.html --from members.csv",
        ),
        _of(
            "import", "NOTES", "make a draft of a notes file and print its path",
            "import first.notes",
        ),
        _of(
            "capture", "DRAFT", "line mode, for screen readers and scripts: the language on "
            "standard input", f"capture {_DRAFT} < lines.txt",
        ),
        _of(
            "show", "DRAFT [--copy full] [--json]", "print the composed minutes",
            f"show {_DRAFT}",
        ),
        _of(
            "check", "DRAFT [--json]",
            "list what does not stand (gaps, votes, …) and slips of words; exit 1 if anything",
            f"check {_DRAFT}",
        ),
        _of(
            "export", "DRAFT [--format docx] [--style NAME] [--output PATH] [--copy full]",
            "write the minutes to a file and print its path", f"export {_DRAFT}",
            f"export {_DRAFT} --format html --output .",
        ),
        _of(
            "actions", "[DRAFT] [--open] [--copy full] [--json | --csv]",
            "list the actions of a draft, or of all drafts", "actions --open",
        ),
        _of(
            "decisions", "[DRAFT] [--copy full] [--json | --csv]",
            "list the decisions of a draft, or of all drafts", "decisions --csv > decisions.csv",
        ),
        _of(
            "history", "DRAFT [--restore VERSION]", "list the kept versions of a draft",
            f"history {_DRAFT}", f"history {_DRAFT} --restore 12",
        ),
        _of(
            "styles", "[NAME]", "list the house styles, or show a page in one of them",
            "styles parish-council",
        ),
        _of("list", "[--json]", "list the drafts", "list"),
        _of("help", "[TOPIC]", "print a page of help, or list the pages", "help signs"),
    )
}  # fmt: skip


def usage_table() -> str:
    """Return the commands as a Markdown table."""
    rows = [[code("minute-taker"), "the drafts screen"]]
    rows += [
        [code(f"minute-taker {usage.name} {usage.words}".rstrip()), usage.does]
        for usage in USAGES.values()
    ]
    return markdown_table(("command", "what it does"), rows)
