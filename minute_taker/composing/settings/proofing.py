"""What a style has to say of words: what is not written, and what is."""

from typing import Literal

from msgspec import Struct


class ProofingSettings(Struct, frozen=True, kw_only=True):
    """The house words, of which nothing is printed: they are for proofing.

    ``wrong`` gives, for what is not to be written, what is. ``word_files`` are the
    ``words.txt`` of the style and of those it is based on, by the style's name: reading finds
    them. ``bodies`` says whether "the Committee" is one or several.
    """

    wrong: dict[str, str]
    word_files: dict[str, str]
    bodies: Literal["singular", "plural", "any"]
    comma_before_and: Literal["always", "never", "any"]
