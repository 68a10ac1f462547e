"""The composed minutes become a file: a Word document, and further formats."""
