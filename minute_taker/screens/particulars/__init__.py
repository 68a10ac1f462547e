"""What stands in the head of a meeting, in a form: of a new one, and of one under work."""
