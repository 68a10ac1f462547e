"""Drafts of earlier schemas brought up to the present one.

A migration is a pure function from tables to tables, one for each step: the function under
``1`` makes schema 2 of schema 1. To change what a draft's file holds, raise
:data:`~minute_taker.drafts.layout.SCHEMA` and add the step; the file itself is written in the
new schema only by the next save, and the version before stays in the draft's history.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from minute_taker.drafts.layout import SCHEMA, Tables

Migration: TypeAlias = Callable[[Tables], Tables]

MIGRATIONS: Mapping[int, Migration] = {}


def migrate(
    tables: Tables,
    schema: int,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    current: int = SCHEMA,
) -> Tables:
    """The tables in the ``current`` schema; KeyError for a schema that there never was."""
    for step in range(schema, current):
        tables = migrations[step](tables)
    return tables
