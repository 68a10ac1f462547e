"""The people of the meeting, marked by one or two keys each."""
