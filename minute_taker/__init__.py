"""Minute Taker: a committee clerk's minutes, from the keyboard to the Word page."""

__version__ = "0.2.0"
