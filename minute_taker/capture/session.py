"""One sitting with a meeting: where the next line goes, what has been done, what to undo."""
