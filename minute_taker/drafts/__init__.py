"""The draft files: saved as the clerk types, reopened, locked, recovered and listed."""
