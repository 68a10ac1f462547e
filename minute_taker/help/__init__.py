"""The pages of help: one source for the README, ``minute-taker help`` and F1."""
