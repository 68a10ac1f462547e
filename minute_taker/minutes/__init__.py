"""What a meeting is: people, presence, items and lines, and the changes that make one.

This room knows no file, no screen and no document.
"""
