"""The rules, a small module each: what is looked for in a line, or in the whole meeting."""
