"""The one kind of error that a clerk is shown."""

from __future__ import annotations


class Refused(Exception):
    """Something that was asked for can't be done.

    The message is one clear sentence for the clerk, without a traceback's detail and without
    any of the minutes' text. The commands print it and exit with status 1; the screens show it.
    """
