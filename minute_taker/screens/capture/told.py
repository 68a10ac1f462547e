"""What other threads tell the capture screen."""

from __future__ import annotations

from textual.message import Message

from minute_taker.drafts.saver import SaveState


class SaveStateChanged(Message):
    """The saver has something to tell; posted from its thread."""

    def __init__(self, state: SaveState) -> None:
        super().__init__()
        self.state = state


class Said(Message):
    """A worker has finished and has something to say."""

    def __init__(self, sentence: str, *, wrong: bool = False) -> None:
        super().__init__()
        self.sentence = sentence
        self.wrong = wrong
