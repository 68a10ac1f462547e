"""The council styles that come with the program: a folder each, of settings and a base document."""
