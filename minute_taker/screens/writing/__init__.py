"""The one place to type, and what is said of the text in it."""
