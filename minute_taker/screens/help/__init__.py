"""The signs and the keys on one page."""
