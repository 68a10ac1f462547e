"""Minute Taker: a committee clerk's minutes, from the keyboard to the Word page."""

__version__ = "0.1.0"
