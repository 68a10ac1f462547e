"""The pages of help: Markdown files beside this module, with tables made from the code.

A line ``<!-- table: NAME -->`` in a page stands for a table, so that no page can fall behind
the signs, commands, keys and settings that there are. Tables that the screens know are given
by whoever asks for a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files

from msgspec import Struct

from minute_taker.minutes.errors import Refused

#: The makers of tables, by name. Each returns Markdown.
Tables = Mapping[str, Callable[[], str]]

_TABLE = re.compile(r"^<!-- table: ([a-z-]+) -->$", re.MULTILINE)
_CHANGES = "changes"


class Topic(Struct, frozen=True):
    """A page: what it is asked for by, and what a list of pages says of it."""

    name: str
    summary: str


#: Every page, in the order in which a newcomer needs them.
TOPICS = {
    topic.name: topic
    for topic in (
        Topic("start", "set the program up, and try it on a sample meeting"),
        Topic("first", "a first document from ten lines of notes"),
        Topic("agenda", "what comes in before the meeting, and from which files"),
        Topic("signs", "what you type: the signs, verbs and commands of the language"),
        Topic("keys", "the keys of the screen on which minutes are taken"),
        Topic("all-keys", "every key of every screen, by the name that moves it"),
        Topic("commands", "the commands, and the formats that minutes are written in"),
        Topic("styles", "house styles, and how to make one of your own"),
        Topic("check", "what is checked of a draft"),
        Topic("files", "where the files are, and what is promised of them"),
        Topic("settings", "the settings, and how to move a key"),
        Topic("team", "moving a team's drafts to another place"),
        Topic("updates", "a new version of the program, and what becomes of old drafts"),
        Topic("systems", "Linux, macOS and Windows: what was tried"),
        Topic(_CHANGES, "what changed, by version"),
    )
}


def page_source(name: str) -> str:
    """Return a page as it was written, in Markdown, with the marks of its tables."""
    package = files("minute_taker")
    place = package / "CHANGELOG.md" if name == _CHANGES else package / "help" / f"{name}.md"
    return place.read_text("utf-8")


def page(name: str, tables: Tables) -> str:
    """Return the page of that name in Markdown. Raises Refused, naming the pages there are."""
    wanted = name.strip().lower()
    if wanted not in TOPICS:
        raise Refused(f"there is no page {name!r}; there are {', '.join(TOPICS)}")
    return _TABLE.sub(lambda mark: tables[mark[1]](), page_source(wanted))


def title(text: str) -> str:
    """Return the heading that a page begins with."""
    return text.split("\n", 1)[0].removeprefix("# ")


def topics_text() -> str:
    """Return the list of pages, for a terminal."""
    longest = max(map(len, TOPICS))
    rows = (f"  {topic.name:<{longest}}  {topic.summary}" for topic in TOPICS.values())
    return "\n".join(["The pages of help (minute-taker help TOPIC):", "", *rows])
