"""A meeting and a house style become the minutes, as blocks of prose."""
