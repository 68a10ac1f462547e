"""The agenda and the people from the files that a clerk has before a meeting.

One module a kind of file, told by what is in it and not by its name. Each gives one shape,
:class:`~minute_taker.importing.found.Found`; :mod:`~minute_taker.importing.merging` makes of it
the change that puts it into a draft.
"""
