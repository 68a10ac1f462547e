"""The capture screen, in which a clerk spends three hours, and all that can be done in it."""
