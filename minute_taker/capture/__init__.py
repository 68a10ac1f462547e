"""What the clerk types becomes changes to the meeting."""
