"""The commands. A room is imported only when its command needs it."""

from __future__ import annotations
